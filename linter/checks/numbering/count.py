"""An announced number of items, and another number of them behind it."""

from collections.abc import Callable, Iterator

from linter.checks.numbering.items import ENUMERATIONS
from linter.checks.numbering.order import order
from linter.checks.numbering.state import Series
from linter.checks.numbering.words import Words
from linter.checks.support.compiled import compiled
from linter.model.document import Document
from linter.model.finding import Match
from linter.model.message import Message
from linter.text.numerals import ONE_TO_TEN, value_of
from linter.text.patterns import alternation
from linter.text.sentences import COMMON_CLAUSE_ENDS


def counts(words: Words) -> Callable[[Document, Series], Iterator[Match]]:
    """What finds a sentence that announces another number of items than the series right behind it has."""
    announced = _announced(words)

    def check(document: Document, series: Series) -> Iterator[Match]:
        items, place = series.items, series.items[0].number.start
        start = max(place - 40, document.blocks[max(0, items[0].block - items[0].opens)].start)
        before = document.text[start:place].rstrip()
        is_list = len(items) > 1 or series.family in ENUMERATIONS
        if not is_list or not before.endswith(("：", ":")):
            return
        match = compiled(announced).search(before)
        if match is None or any(order(document, series)):
            return
        numeral = match[1] or match[2]
        count = value_of(numeral)
        if count is not None and count != len(items):
            message = Message(
                f"前称{numeral}项，实列{len(items)}项",
                f"{count} items are announced, {len(items)} follow",
            )
            yield Match(start + match.start(), start + match.end(), message, level="info")

    return check


def _announced(words: Words) -> str:
    """The pattern of an announced count at the end of a text, which is group 1 or 2."""
    return (
        rf"(?:(?<![第{ONE_TO_TEN}])([两{ONE_TO_TEN[1:]}])"
        rf"|{alternation(words.announcing)}[^{COMMON_CLAUSE_ENDS},：]{{0,4}}?(\d{{1,2}}))"
        rf"{alternation(words.announced_units)}[^{COMMON_CLAUSE_ENDS},;：:]{{0,10}}[：:]$"
    )
