"""Headings that go on from the chapter before, where those of other chapters begin with 1: （一）（二）（三）
under 一、, （四）（五） under 二、 and （一）（二） under 三、.

Nothing is said where several chapters go on, as in measures that are counted through, nor of lists of 1.,
which may hold one stock of things in two chapters.
"""

from collections.abc import Iterator

from linter.checks.numbering.items import Item
from linter.checks.numbering.state import Series
from linter.checks.numbering.writing import is_typed, span, with_words, written
from linter.model.document import Document
from linter.model.finding import Match, Related
from linter.model.message import Message

_FAMILIES = ("（一）", "第一节")
_FEWEST = 2
"""So many headings stand under the chapter that the count goes on from."""


def carried_on(document: Document, found: list[Series]) -> Iterator[Match]:
    """The headings that go on from the chapter before, alone in their report."""
    for series in found:
        if series.family not in _FAMILIES or len(series.joins) != 1:
            continue
        [(at, heading)] = series.joins
        chapters = next((one.items for one in found if series.parent in one.items), [])
        if at < _FEWEST or heading not in chapters or not is_typed(series.items[at]):
            continue
        others = [one for one in found if one.family == series.family and one is not series]
        if any(_begins_below(one, chapters, heading) for one in others):
            yield with_words(document, _match(document, series.items[at - 1], series.items[at]))


def _begins_below(series: Series, chapters: list[Item], but: Item) -> bool:
    """Whether headings begin with 1 below one of some chapters, `but` one."""
    return series.items[0].value == 1 and series.parent in chapters and series.parent != but


def _match(document: Document, before: Item, item: Item) -> Match:
    start, end = span(document, item)
    due = written(item.number, (1,))
    here = item.number.text
    message = Message(
        f"换了一部分，编号却接着编成“{here}”，别的部分都从“{due}”编起",
        f"{here} goes on from the part before; in other parts the numbering begins with {due}",
    )
    related = Related(*span(document, before), Message("前一个编号", "the number before"))
    return Match(start, end, message, {"due": due}, related=(related,))
