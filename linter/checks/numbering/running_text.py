"""The series within paragraphs: numbers behind a sentence's end, and 一是, 第一，, 其一， anywhere."""

from linter.checks.numbering.items import ENUMERATIONS, Item
from linter.checks.numbering.state import Series, State
from linter.checks.numbering.writing import written
from linter.text.characters import has
from linter.text.sentences import COLONS, FULL_STOPS, RUNNING_MARKS

_STRAY = 3
"""A number in running text that is more than this beyond the last one belongs to no series."""
_OPEN = 16
"""The most series within paragraphs that are open at a time: every number is compared with each."""


def place_within(state: State, item: Item) -> None:
    """Add a number within a paragraph, or an 一是 anywhere, to its series, or begin one."""
    same = [series for series in state.loose if series.family == item.family]
    if item.unsure and not any(one.continues(item) and one.items[-1].block == item.block for one in same):
        return
    if item.value == 1 and not (same and _is_slip(state, same[-1], item)):
        state.loose[:] = [one for one in state.loose if not _is_over(state, one, item)]
        _open(state, item)
        return
    series = _series_of(state, same, item)
    if series:
        state.add(series, item)
        place = next((at for at, one in enumerate(state.loose) if one is series), _OPEN)
        del state.loose[place + 1 :]
        if item.opens:
            del state.stack[series.depth :]
    elif not _has_begun(state, item) if item.family in ENUMERATIONS else _goes_on(state, item):
        _open(state, item)


def inline_series(state: State, item: Item) -> Series | None:
    """The series within the paragraph above that an item goes on with: "附件：1.…", and below "2.…"."""
    for series in reversed(state.loose):
        if series.family == item.family and series.continues(item):
            return series
    return None


def _goes_on(state: State, item: Item) -> bool:
    """Whether a number 2 has a 3 behind it in the paragraph: …。2、…。3、… The first has lost its 1、."""
    if item.value != 2:
        return False
    third = written(item.number, (3,))
    return state.text.find(third, item.number.end, state.blocks[item.block].end) >= 0


def _open(state: State, item: Item) -> None:
    """Begin a series within a paragraph; the one begun longest ago gives way where there are too many."""
    state.loose.append(state.begin(item))
    del state.loose[:-_OPEN]


def _series_of(state: State, same: list[Series], item: Item) -> Series | None:
    """The open series that a number other than 1 belongs to."""
    for series in reversed(same):
        if series.continues(item):
            return series
    if item.family in ENUMERATIONS:
        alike = [series for series in same if _word(series.items[-1]) == _word(item)]
        return alike[-1] if alike else None
    for series in reversed([*state.stack, *same]):
        last = series.items[-1]
        if last.family == item.family and last.block == item.block and item.value - last.value <= _STRAY:
            return series
    return None


def _word(item: Item) -> str:
    """The word that an enumeration counts with: 一是 and 二是 are none of 一要 and 二要, or a style."""
    return item.number.text[-1] if item.family in ENUMERATIONS else item.number.style


def _is_slip(state: State, series: Series, item: Item) -> bool:
    """Whether a second 一是 is a slip for 二是: nothing introduces it and the first stands alone. Within a
    paragraph 三是 follows; without it, 一是指…；一是指… are two readings.
    """
    last = series.items[-1]
    if item.opens != last.opens:
        return False
    if len(series.items) > 1:
        return _goes_back(state, last, item)
    if item.family not in ENUMERATIONS:
        return False
    if item.opens:
        return item.block == last.block + 1
    beside = item.block == last.block and state.text[item.number.start - 1] in "；;"
    return beside and _is_followed(state, item)


def _goes_back(state: State, last: Item, item: Item) -> bool:
    """Whether a number 1 behind a list goes on with it: it stands where the next item would, and no number 2
    follows it. 一是…；二是…；一是….
    """
    text = state.text
    second = written(item.number, (2,))
    end = state.blocks[item.block].end
    if _word(last) != _word(item) or text.find(second, item.number.end, end) >= 0:
        return False
    if item.opens:
        return item.block == last.block + 1 and not text.startswith(second, end + 1)
    if item.block != last.block:
        return False
    mark = text[item.number.start - 1]
    if mark in "；;":
        return True
    between = text[last.number.end : item.number.start - 1]
    alike = mark == text[last.number.start - 1] and mark in RUNNING_MARKS
    return alike and item.family in ENUMERATIONS and not has(between, FULL_STOPS)


def _is_followed(state: State, item: Item) -> bool:
    """Whether a third item stands behind a number in its sentence, as written in the style of the number."""
    end = state.blocks[item.block].end
    stop = state.text.find("。", item.number.end, end)
    third = written(item.number, (3,))
    return state.text.find(third, item.number.end, stop if stop >= 0 else end) >= 0


def _is_over(state: State, series: Series, item: Item) -> bool:
    """Whether a series is over when one of its family begins; if not, that lies within its last item.

    Behind a first item sentences may stand between them where a colon announces the one that begins:
    一是…。…有两处：一是…；二是…。二是….
    """
    last = series.items[-1]
    if series.family != item.family or (last.opens and not item.opens):
        return False
    if item.opens or last.block != item.block:
        return True
    announced = len(series.items) == 1 and state.text.startswith(COLONS, item.number.start - 1)
    return not announced and "。" in state.text[last.number.end : item.number.start]


def _has_begun(state: State, item: Item) -> bool:
    """Whether the first of an enumeration is there in other words: 首先…二是…"""
    before = state.text[state.blocks[item.block].start : item.number.start]
    return has(before, state.words.first_words)
