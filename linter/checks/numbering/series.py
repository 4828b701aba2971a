"""Part -> series: which numbers of a report belong together.

The headings 一、二、三、 of a report are a series, so are the （一）（二） under each of them, the items
1. 2. 3. of one list and the 一是 二是 三是 of one paragraph. A series takes in every number that a
reader would hold against the one before it, right or wrong; `linter.checks.numbering` judges it.

Numbers that open paragraphs are kept on a stack, one series for each style in use: a number whose
style is on the stack belongs to that series and ends those above it; a new style begins a series
within. A series starts afresh at 1 under another heading, after a sentence that introduces a list
("存在以下问题：") and, for the styles of list items, after a paragraph without a number. Within a
paragraph only a number that follows the end of a sentence or clause counts.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from linter.checks.numbering.words import Words
from linter.model.document import Block, Document
from linter.model.outline import Heading, Number, Part
from linter.structure.headings import RANKS, may_open, opening
from linter.structure.numbers import number_at
from linter.text.characters import has
from linter.text.numerals import CIRCLED_TYPED, DECIMAL, ONE_TO_TEN
from linter.text.sentences import CLAUSE_ENDS, STOPS

ENUMERATIONS = {"一是", "第一，", "其一，"}
"""Families that belong to running text."""

_FAMILIES = {
    "(一)": "（一）", "（一)": "（一）", "(一）": "（一）", "一要": "一是", "一来": "一是",
    "1、": "1.", "1，": "1.", "1）": "（1）", "1)": "（1）", "(1)": "（1）", "（1)": "（1）", "(1）": "（1）",
}  # fmt: skip
_LISTS = RANKS["1."]
_INLINE = re.compile(rf"[{CLAUSE_ENDS};:,（(“”）) \t\u3000](?=[第其（(]?[{ONE_TO_TEN}\d{CIRCLED_TYPED}])")
"""Places in running text where a number may follow; imprecise, for each class of Chinese characters costs
0.5 ms to compile."""
_SENTENCE = STOPS + "：;:"
_BARE = 40
"""A shorter line, in characters, is an item without text: numbers after it do not begin again."""
_STRAY = 3
"""A number in running text that is more than this beyond the last one belongs to no series."""
_OPEN = 16
"""The most series within paragraphs that are open at a time: every number is compared with each."""
_WORDS = 200
"""How many characters after a number are compared with those after another."""


class Item(NamedTuple):
    """A number in a part, and the block it stands in."""

    number: Number
    family: str
    """Its style, where variants such as （一） and (一) count as one."""
    block: int
    opens: bool
    """Whether it opens its paragraph."""

    @property
    def value(self) -> int:
        """The last figure of the number."""
        return self.number.values[-1]


class Series:
    """Numbers that should be consecutive; it grows while the numbers of a part are read."""

    def __init__(self, parent: Item | None, depth: int) -> None:
        """`parent` is the item that it stands under, `depth` the number of series around it."""
        self.items: list[Item] = []
        self.parent = parent
        self.depth = depth
        self.firsts: set[str] = set()
        """The words after its numbers 1, to recognise a table of contents."""

    @property
    def family(self) -> str:
        """The family of its first item; a number in another style may stand for a sibling."""
        return self.items[0].family

    def continues(self, item: Item) -> bool:
        """Whether an item has the next number."""
        return item.value == self.items[-1].value + 1


class _State:
    """The series found so far, while the numbers of a part are read in order."""

    def __init__(self, text: str, blocks: tuple[Block, ...], words: Words) -> None:
        self.text = text
        self.blocks = blocks
        self.words = words
        self.stack: list[Series] = []
        """Of numbers that open paragraphs, the outermost first."""
        self.loose: list[Series] = []
        """Of numbers within paragraphs, and of 一是, 第一 and 其一 anywhere, that may still go on; few."""
        self.found: list[Series] = []
        self.latest: dict[str, Series] = {}
        """The last series found of each family."""

    def line(self, index: int) -> str:
        """The text of a block."""
        return self.text[self.blocks[index].start : self.blocks[index].end]

    def behind(self, item: Item) -> str:
        """What follows a number on its line, or the beginning of it."""
        start = item.number.end
        return self.text[start : min(start + _WORDS, self.blocks[item.block].end)].strip()

    def add(self, series: Series, item: Item) -> None:
        """Add a number to a series."""
        series.items.append(item)
        if item.value == 1:
            series.firsts.add(self.behind(item))


def all_series(document: Document, part: Part, words: Words) -> list[Series]:
    """The series of a part, in the order in which they begin."""
    state = _State(document.text, document.blocks, words)
    following: Item | None = None
    met: list[tuple[Item | Heading, Item | None]] = []
    for one in reversed(list(_read(document, part, words))):
        met.append((one, following))
        following = one if isinstance(one, Item) and one.opens else following
    for item, next_one in reversed(met):
        if isinstance(item, Heading):
            state.loose.clear()
            del state.stack[max(0, item.level - 1) :]
        elif not item.opens or item.family in ENUMERATIONS:
            _place_loose(state, item)
        else:
            _place(state, item, next_one)
    return state.found


# --- reading --------------------------------------------------------------------------------------


def _read(document: Document, part: Part, words: Words) -> Iterator[Item | Heading]:
    """The numbers of a part and its unnumbered headings, in order."""
    text = document.text
    headings = {heading.block: heading for heading in part.headings}
    within = _INLINE.finditer(text, part.start, part.end)
    mark = next(within, None)
    for index in range(part.first_block, part.end_block):
        block = document.blocks[index]
        start = block.end
        if block.kind == "paragraph":
            heading = headings.get(index)
            number, level = _opening(text, block, heading)
            if index == part.first_block and number and number.style == "第一篇":
                continue  # the number of the report, not one within it
            if number is None and heading and heading.kind == "line":
                yield heading
            if number and not _is_pair(text, number, words):
                yield _item(index, number, level)
            start = number.end if number and number.end > number.start else block.start
        while mark and mark.start() < block.end:
            if mark.start() >= start and (item := _inner(text, block, index, mark, words)):
                yield item
            mark = next(within, None)


def _opening(text: str, block: Block, heading: Heading | None) -> tuple[Number | None, int]:
    """The number that opens a block, and its declared level; the outline has read those of headings."""
    if block.level or block.label:
        return opening(text, block)
    if heading and heading.number and heading.number.start == block.start:
        return heading.number, 0
    return opening(text, block) if may_open(text[block.start]) else (None, 0)


def _inner(text: str, block: Block, index: int, mark: re.Match[str], words: Words) -> Item | None:
    """The number within a paragraph that follows a mark."""
    number = number_at(text, mark.end(), block.end)
    if number is None or number.style == "1.1" or _is_pair(text, number, words):
        return None
    if number.style in ("一、", "1.", "1，") and number.text[-1] not in "、.．":
        return None  # 一, 1 or 1, within a sentence counts nothing
    item = _item(index, number, None)
    if item.family in ENUMERATIONS:
        repeated = text[number.start] == text[number.end : number.end + 1]  # 一是一，二是二
        return None if repeated else item
    return item if mark.group() in _SENTENCE or item.family == "①" else None


def _item(index: int, number: Number, level: int | None) -> Item:
    """An item; `level` is that of a declared heading, 0 for none, None within a paragraph."""
    family = _FAMILIES.get(number.style, number.style)
    if family == "1.1":
        family += ".1" * (len(number.values) - 2)
    if level and _rank(family) >= _LISTS:
        family = "#" * level + " " + family
    return Item(number, family, index, level is not None)


def _is_pair(text: str, number: Number, words: Words) -> bool:
    """Whether a number is the first of two that belong together: 8、9月, 三、四季度."""
    if number.text[-1:] not in "、，" or number.values == (1,):
        return False
    after = text[number.end : number.end + 3]
    rest = after.lstrip(DECIMAL)
    if rest != after:
        return rest[:1] in ("月", "日", "号")
    return after[:1] in ONE_TO_TEN and text.startswith(words.shared_units, number.end + 1)


def _rank(family: str) -> float:
    if family.startswith("#"):
        return family.index(" ") / 10
    if family.startswith("1.1"):
        return RANKS["1.1"] + len(family) / 100
    return RANKS.get(family, _LISTS)


# --- numbers that open paragraphs -----------------------------------------------------------------


def _place(state: _State, item: Item, following: Item | None) -> None:
    """Add a number that opens a paragraph to its series, or begin one."""
    stack = state.stack
    at = _place_of(stack, item)
    if at is None:
        at = _sibling_of(state, item, following)
        if at is None:
            at = _begin(state, item)
        else:
            state.add(stack[at], item)
    elif item.value == 1 and _afresh(state, stack[at], item):
        del stack[at:]
        at = _begin(state, item)
    elif not stack[at].continues(item) and (inline := _inline_series(state, item)):
        state.add(inline, item)
        return
    else:
        state.add(stack[at], item)
    del stack[at + 1 :]
    state.loose[:] = [series for series in state.loose if series.depth <= at]


def _place_of(stack: list[Series], item: Item) -> int | None:
    """The place on the stack of the series of an item's family; None when there is none."""
    places = [at for at, series in enumerate(stack) if series.family == item.family]
    same = [at for at in places if stack[at].items[0].number.style == item.number.style]
    if not places or (item.value == 1 and not same):
        return None
    return (same or places)[-1]


def _sibling_of(state: _State, item: Item, following: Item | None) -> int | None:
    """The place on the stack of the series that an item continues in another style: 一、 2、 三、."""
    own_list = following is not None and following.family == item.family and following.value > 1
    if item.value == 1 or own_list or _earlier(state, item):
        return None
    return len(state.stack) - 1 if state.stack and state.stack[-1].continues(item) else None


def _earlier(state: _State, item: Item) -> Series | None:
    """The series that an item goes on with where numbers run on through the chapters."""
    last = state.latest.get(item.family)
    return last if last and item.value > 1 and last.continues(item) else None


def _inline_series(state: _State, item: Item) -> Series | None:
    """The series within the paragraph above that an item goes on with: "附件：1.…", and below "2.…"."""
    for series in reversed(state.loose):
        if series.family == item.family and series.continues(item):
            return series
    return None


def _begin(state: _State, item: Item) -> int:
    """Begin a series within those that rank higher, or go on with one from the chapter before."""
    stack, rank = state.stack, _rank(item.family)
    while stack and _rank(stack[-1].family) > rank:
        stack.pop()
    series = _earlier(state, item)
    if series:
        state.add(series, item)
    stack.append(series or _new(state, item))
    return len(stack) - 1


def _new(state: _State, item: Item) -> Series:
    parent = state.stack[-1].items[-1] if state.stack else None
    series = Series(parent, len(state.stack))
    state.add(series, item)
    state.found.append(series)
    state.latest[item.family] = series
    return series


def _afresh(state: _State, series: Series, item: Item) -> bool:
    """Whether a number 1 begins the series again, as it may: under an introduction, in a list."""
    if state.behind(item) in series.firsts:
        return True  # a table of contents
    last = series.items[-1].block
    above = state.line(item.block - 1)
    if _introduces(above, state.words):
        return True
    unnumbered = item.block - 1 > last and opening(state.text, state.blocks[item.block - 1])[0] is None
    return unnumbered and _rank(item.family) >= _LISTS and len(state.line(last)) >= _BARE


def _introduces(line: str, words: Words) -> bool:
    """Whether a line leads to a list: "存在以下问题：", "具体安排如下。"."""
    tail = line.rstrip()[-24:]
    return tail.endswith(("：", ":")) or has(tail, words.announcing)


# --- numbers in running text ----------------------------------------------------------------------


def _place_loose(state: _State, item: Item) -> None:
    """Add a number within a paragraph, or an 一是 anywhere, to its series, or begin one."""
    same = [series for series in state.loose if series.family == item.family]
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
    elif item.family in ENUMERATIONS and not _has_begun(state, item):
        _open(state, item)


def _open(state: _State, item: Item) -> None:
    """Begin a series within a paragraph; the one begun longest ago gives way where there are too many."""
    state.loose.append(_new(state, item))
    del state.loose[:-_OPEN]


def _series_of(state: _State, same: list[Series], item: Item) -> Series | None:
    """The open series that a number other than 1 belongs to."""
    for series in reversed(same):
        if series.continues(item):
            return series
    if item.family in ENUMERATIONS:
        return same[-1] if same else None
    for series in reversed([*state.stack, *same]):
        last = series.items[-1]
        if last.family == item.family and last.block == item.block and item.value - last.value <= _STRAY:
            return series
    return None


def _is_slip(state: _State, series: Series, item: Item) -> bool:
    """Whether a second 一是 is a slip for 二是: nothing introduces it and the first stands alone."""
    last = series.items[-1]
    if len(series.items) > 1 or item.family not in ENUMERATIONS or item.opens != last.opens:
        return False
    if item.opens:
        return item.block == last.block + 1
    return item.block == last.block and state.text[item.number.start - 1] in "；;"


def _is_over(state: _State, series: Series, item: Item) -> bool:
    """Whether a series is over when one of its family begins; if not, that lies within its last item."""
    last = series.items[-1]
    if series.family != item.family or (last.opens and not item.opens):
        return False
    return item.opens or last.block != item.block or "。" in state.text[last.number.end : item.number.start]


def _has_begun(state: _State, item: Item) -> bool:
    """Whether the first of an enumeration is there in other words: 首先…二是…"""
    before = state.text[state.blocks[item.block].start : item.number.start]
    return has(before, state.words.first_words)
