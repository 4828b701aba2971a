"""An announced number of items, and another number of them behind it."""

from collections.abc import Callable, Iterator

from linter.checks.numbering.items import ENUMERATIONS, Item
from linter.checks.numbering.order import order
from linter.checks.numbering.state import Series
from linter.checks.numbering.words import Words
from linter.checks.support.compiled import compiled
from linter.model.document import Document
from linter.model.finding import Match
from linter.model.message import Message
from linter.text.characters import up_to
from linter.text.numerals import ONE_TO_TEN, TWO, value_of
from linter.text.patterns import alternation
from linter.text.sentences import COLONS, COMMON_CLAUSE_ENDS, FULL_STOPS, REACH


def counts(words: Words) -> Callable[[Document, Series], Iterator[Match]]:
    """What finds a sentence that announces another number of items than the series right behind it has."""
    announced = _announced(words)

    def check(document: Document, series: Series) -> Iterator[Match]:
        items, place = series.items, series.items[0].number.start
        start = max(place - 40, document.blocks[max(0, items[0].block - items[0].opens)].start)
        before = document.text[start:place].rstrip()
        is_list = len(items) > 1 or series.family in ENUMERATIONS
        counts = before.endswith(COLONS) and any(char.isnumeric() or char == TWO for char in before)
        if not (is_list and counts):
            return
        match = compiled(announced).search(before)
        if match is None or any(order(document, series)):
            return
        numeral = match[1] or match[2]
        count, there = value_of(numeral), max(len(items), _written_alike(document, items[0]))
        if count is not None and count != there:
            message = Message(
                f"前称{numeral}项，实列{there}项",
                f"{count} items are announced, {there} follow",
            )
            yield Match(start + match.start(), start + match.end(), message, level="info")

    return check


def _written_alike(document: Document, item: Item) -> int:
    """How often the words of an 一是 stand in its sentence: 一是…；一是… are two items."""
    if item.family not in ENUMERATIONS:
        return 1
    end = document.blocks[item.block].end
    words = document.text[item.number.start : item.number.end]
    stop = up_to(document.text, FULL_STOPS[0], item.number.start, min(end, item.number.start + REACH))
    return document.text.count(words, item.number.start, stop)


def _announced(words: Words) -> str:
    """The pattern of an announced count at the end of a text, which is group 1 or 2."""
    return (
        rf"(?:(?<![第{ONE_TO_TEN}])([两{ONE_TO_TEN[1:]}])"
        rf"|{alternation(words.announcing)}[^{COMMON_CLAUSE_ENDS},：]{{0,4}}?(\d{{1,2}}))"
        rf"{alternation(words.announced_units)}[^{COMMON_CLAUSE_ENDS},;：:]{{0,10}}[：:]$"
    )
