"""The items of a series that do not follow on from the one before."""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from linter.checks.numbering.items import ENUMERATIONS, Item
from linter.checks.numbering.state import Series
from linter.checks.numbering.writing import Values, after, following, is_typed, span, written
from linter.model.document import Document
from linter.model.finding import Match, Related
from linter.model.message import Message
from linter.text.characters import has, is_han
from linter.text.sentences import CLOSING_QUOTES, COMMON_STOPS, LINE_ENDS

_FIRM = {"一、", "（一）", "第一部分", "第一篇", "第一章", "第一节"} | ENUMERATIONS
_CHAPTERS = {"第一部分", "第一篇", "第一章", "第一节"}
_CITED = {"第一章", "第一节"}
"""Chapters of books and rules, which a report may be about."""
_CIRCLED = "①"
"""Stands within a line without a mark before it: ①走步②画像③赛车."""
_STRAY = 3
"""A number that is more than this beyond the one before may be no number of the series."""
_LOST = 2
"""So many items at most are lost at the head of a list."""
_COUNTDOWN = 3
"""So many items tell that they count down."""
_NOTE = 12
"""The longest line, in characters, that says that items are left out."""
_LAZY = 3
"""So many items that all have the number 1 are meant to be numbered by a program, as in Markdown."""


class Kept(NamedTuple):
    """What a text keeps of the numbers of a longer paper."""

    numbers: bool
    """Whether it keeps them, so that none is left out: an extract, or 编号不变."""
    chapters: bool
    """Whether it may begin with any chapter: a study of some articles."""
    omissions: tuple[str, ...]
    """What says, on a line of its own, that items are left out."""


NOTHING_KEPT = Kept(False, False, ())


def order(document: Document, series: Series, kept: Kept = NOTHING_KEPT) -> Iterator[Match]:
    """The numbers left out, given twice, or going back; a first number that is not 1."""
    if all(item.number.values == (at,) for at, item in enumerate(series.items, series.before + 1)):
        return
    if _is_countdown(series):
        return
    selected = kept.numbers or _is_selection(series)
    items = series.items if selected else _without_strays(document, series)
    if not items or _is_lazy(document, items):
        return
    due = {*following(items[0].number.values)}
    extracted = selected or (kept.chapters and series.family in _CHAPTERS)
    if not (series.before or extracted) and _starts_wrong(document, series, items):
        first = (*items[0].number.values[:-1], 1)
        yield misnumbered(document, items, 0, first)
        due.update(following(first))
    meant: Values | None = None
    for at in range(1, len(items)):
        values, wanted = items[at].number.values, _wanted(items, at)
        if values in due or (selected and _may_be_selected(items, at)):
            meant = None if meant is None or values == after(meant) else after(meant)
            due = {*following(values), *(following(meant) if meant else ())}
        elif values > wanted and _is_left_out(document, items, at, kept.omissions):
            due = {*following(values)}
        elif values > wanted and (place := _place_within(document, items, at, wanted)):
            yield from _buried(document, items, at, place)
            due = {*following(values)}
        else:
            yield misnumbered(document, items, at, wanted)
            meant = wanted if values < wanted else None  # behind one that goes back the count may run on
            due = {*following(values), *following(wanted), wanted}


def _is_selection(series: Series) -> bool:
    """Whether items are some of a longer list, with its numbers: 3. 7. 8. 12. So are decimals of which none
    follows the one before, or that go back to a chapter before their first, where nothing else counts the
    chapters: clauses of a standard, results such as 2.1 and then 1.3.
    """
    items = series.items
    first = items[0]
    follow = [other.number.values in following(one.number.values) for one, other in pairwise(items)]
    if first.family.startswith("1.1"):
        chapters = [item.number.values[0] for item in items]
        loose = min(chapters) < chapters[0] or (len(follow) > 1 and not any(follow))
        return loose and series.parent is None
    return first.family not in _FIRM and first.value > _LOST and not all(follow[:1])


def _is_countdown(series: Series) -> bool:
    """Whether items count down: 5. 4. 3. 2. 1."""
    values = [item.value for item in series.items]
    return len(values) >= _COUNTDOWN and values == list(range(values[0], values[0] - len(values), -1))


def _may_be_selected(items: list[Item], at: int) -> bool:
    """Whether an item may follow the one before in a selection: further on, or in another chapter."""
    values, before = items[at].number.values, items[at - 1].number.values
    return values > before or values[:-1] != before[:-1]


def _is_left_out(document: Document, items: list[Item], at: int, omissions: tuple[str, ...]) -> bool:
    """Whether a line before an item says that others are left out: ……, （三、四略）."""
    between = document.blocks[items[at - 1].block + 1 : items[at].block]
    lines = (document.text[block.start : block.end].strip() for block in between)
    return any(len(line) <= _NOTE and has(line, omissions) for line in lines)


def _without_strays(document: Document, series: Series) -> list[Item]:
    """The items without numbers that only look like one: a figure far from both its neighbours, a number that
    counts only where it is due and comes again within a paragraph, a chapter that a sentence is about.
    """
    kept: list[Item] = []
    items = series.items
    for at, item in enumerate(items):
        behind = items[at + 1] if at + 1 < len(items) else None
        if item.unsure and behind and not behind.opens and behind.value == item.value:
            continue
        if item.family in _CHAPTERS and _is_told_of(document, item):
            continue
        last = kept[-1].value if kept else series.before
        follows = at + 1 < len(items) and items[at + 1].number.values == after(item.number.values)
        if item.family in _FIRM or item.value - last <= _STRAY or follows:
            kept.append(item)
    return kept


def _is_told_of(document: Document, item: Item) -> bool:
    """Whether a chapter is what a sentence is about: 第二章讲清理网页稿。"""
    end = item.number.end
    line = document.text[end : document.blocks[item.block].end].rstrip()
    return is_han(document.text[end - 1]) and is_han(line[:1]) and line.endswith(tuple(COMMON_STOPS))


def _is_lazy(document: Document, items: list[Item]) -> bool:
    """Whether all items have the number 1, and the program that shows them is to count them."""
    all_first = all(item.value == 1 for item in items)
    return all_first and (document.format == "markdown" or len(items) >= _LAZY)


def _starts_wrong(document: Document, series: Series, items: list[Item]) -> bool:
    """Whether a series does not begin with its first number.

    A single number beyond 2 is no series: it is taken from a longer paper, or stands for a rank. So is a
    chapter with which the file begins, or that is a later one, and a list that begins with 4.
    """
    first = items[0]
    if first.value <= 1 or (len(items) == 1 and first.value > 2):
        return False
    if first.block == 0 and first.family in _CHAPTERS:
        return False
    if first.value > (_LOST if first.family in _CITED else _STRAY) and first.family not in _FIRM - _CITED:
        return False
    second = items[1].number.values if len(items) > 1 else None
    goes_on = second in (first.number.values, after(first.number.values))
    is_series = goes_on or first.family in _FIRM or not first.opens
    above = document.blocks[max(0, first.block - 1)].start if series.reach is None else series.reach
    before = written(first.number, (*first.number.values[:-1], first.value - 1))
    return is_series and document.text.find(before, above, first.number.start) < 0


def _wanted(items: list[Item], at: int) -> Values:
    """The number that is due at an item: of those that may follow, the one of its own chapter."""
    values, before = items[at].number.values, items[at - 1].number.values
    same = (due for due in following(before) if due[:-1] == values[:-1])
    return next(same, after(before))


# --- a number that stands within a paragraph ------------------------------------------------------


def _place_within(document: Document, items: list[Item], at: int, wanted: Values) -> int | None:
    """Where a number that seems to be left out stands between its neighbours; None where it does not.

    It counts at the head of a line, behind the end of a sentence, or in a column of its own.
    """
    if not (is_typed(items[at]) and items[at].opens):
        return None
    text, number = document.text, written(items[at].number, wanted)
    place = text.find(number, items[at - 1].number.end, items[at].number.start)
    while place >= 0:
        head = text[text.rfind("\n", 0, place) + 1 : place]
        ends = head.rstrip()[-1:] in LINE_ENDS + CLOSING_QUOTES  # so does nothing
        if ends or items[at].family == _CIRCLED or _is_column(head):
            return place
        place = text.find(number, place + 1, items[at].number.start)
    return None


def _is_column(head: str) -> bool:
    """Whether what stands behind a part of a line stands in a column of its own."""
    return head.endswith(("  ", "\t", "\u3000\u3000"))


def _buried(document: Document, items: list[Item], at: int, place: int) -> Iterator[Match]:
    """The match on a number that does not stand at the head of its line."""
    text = document.text
    number = written(items[at].number, _wanted(items, at))
    head = text[text.rfind("\n", 0, place) + 1 : place]
    if items[at].family != _CIRCLED and head.strip() and not _is_column(head):
        message = Message(
            f"编号“{number}”夹在段落当中，请另起一段",
            f"{number} stands within a paragraph; begin a new one there",
        )
        yield Match(place, place + len(number), message)


# --- findings -------------------------------------------------------------------------------------


def misnumbered(document: Document, items: list[Item], at: int, wanted: Values) -> Match:
    """The match on the item at `at`, where `wanted` is due."""
    item = items[at]
    due = written(item.number, wanted)
    start, end = span(document, item)
    message = _message(items, at, wanted, due)
    related = _before(document, items, at)
    return Match(start, end, message, {"due": due}, _correction(items, at, wanted, due), related)


def _message(items: list[Item], at: int, wanted: Values, due: str) -> Message:
    here, values = items[at].number.text, items[at].number.values
    if at == 0:
        return Message(
            f"编号从“{here}”开始，缺少“{due}”", f"The numbering begins with {here}; {due} is missing"
        )
    if values == items[at - 1].number.values:
        return Message(f"编号“{here}”重复，应为“{due}”", f"The number {here} is given twice; {due} is due")
    if values > wanted:
        return Message(
            f"编号不连续：“{here}”之前缺少“{due}”", f"The numbering has a gap: {due} is missing before {here}"
        )
    return Message(
        f"编号次序不对：此处应为“{due}”，却是“{here}”",
        f"The numbering goes back: {due} is due here, not {here}",
    )


def _before(document: Document, items: list[Item], at: int) -> tuple[Related, ...]:
    if at == 0:
        return ()
    start, end = span(document, items[at - 1])
    return (Related(start, end, Message("前一个编号", "the number before")),)


def _correction(items: list[Item], at: int, wanted: Values, due: str) -> str | None:
    """The number that is due, where the numbers after it prove that only this one is wrong."""
    if not is_typed(items[at]):
        return None
    if at + 1 < len(items):
        return due if items[at + 1].number.values == after(wanted) else None
    return due if at and items[at].number.values == items[at - 1].number.values else None
