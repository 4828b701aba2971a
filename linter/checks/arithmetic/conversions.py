"""One quantity said twice, in two units or scales: 450亩（合30公顷）, 23600万元，即2.36亿元."""

import re
from collections.abc import Iterator

from linter.checks.arithmetic.compare import OPENING_MARKS, Problem, Search, agrees, shown, span, unit_of
from linter.checks.arithmetic.quantities import Quantity, reader, written
from linter.checks.arithmetic.words import Words
from linter.checks.support.compiled import compiled
from linter.model.message import Message
from linter.text.characters import has, places, possible
from linter.text.measures import ALIKE, RECKONED, RELATIVE
from linter.text.numerals import DECIMAL
from linter.text.patterns import alternation

_ROUGH = 0.1
"""By what share of itself a quantity may differ that is said to be about so much."""
_AROUND = 40
"""Characters on either side of 合 or a bracket within which the two figures stand."""
_RATED = 6
"""The most characters between 每 and the figure that it makes a rate of."""
_BRACKETS = ("（", "(")
_OPENINGS = frozenset(OPENING_MARKS)
_LAST = frozenset(unit[-1] for unit in RECKONED)
"""What a quantity ends in."""
_PRICE = ("/", "每", "一")
"""What makes a price or a rate of the figure before it: 合320元/亩."""


def searcher(words: Words) -> Search:
    """A search for quantities that are said in a second unit and are not the same there."""
    read = reader(words)
    joint = rf"[{OPENING_MARKS}]?(?P<same>{alternation(words.same)})?(?:{alternation(words.about)})?\s?(?=\d)"
    openings = frozenset(DECIMAL + " " + "".join(word[0] for word in (*words.about, *words.same)))

    def search(text: str) -> Iterator[Problem]:
        starts = {
            at - (word not in _BRACKETS and text[at - 1 : at] in _OPENINGS)
            for word in possible(text, (*words.same, *_BRACKETS))
            for at in places(text, word)
            if text[at + len(word) : at + len(word) + 1] in openings
        }
        for start in sorted(starts):
            between = compiled(joint).match(text, start)
            if between and text[start - 1 : start] in _LAST:
                found = read(text, max(0, start - _AROUND), min(len(text), start + _AROUND))
                yield from _beside(text, between, list(found), words)

    return search


def _beside(text: str, between: re.Match[str], found: list[Quantity], words: Words) -> Iterator[Problem]:
    """The problem of the two figures that stand on either side of 合 or a bracket."""
    for before, one, other in zip([None, *found], found, found[1:], strict=False):
        beside = one.end == between.start() and other.start == between.end()
        compound = before is not None and before.end == one.start
        bracket = text[other.end : other.end + 1] in ("）", ")") and one.unit != other.unit
        if beside and not compound and (between["same"] or bracket):
            yield from _different(text, one, other, words)


def _different(text: str, one: Quantity, other: Quantity, words: Words) -> Iterator[Problem]:
    """The problem of two figures, where the second is said to be the first in other words."""
    worth = next((units for units in ALIKE if one.unit in units and other.unit in units), None)
    rated = has(text[max(0, one.start - _RATED) : one.start], words.per)
    if rated or text.startswith(_PRICE, other.end) or one.unit in RELATIVE:
        return
    if worth is None and (one.unit != other.unit or not one.unit or one.scale == other.scale):
        return
    factor = worth[one.unit] / worth[other.unit] if worth else 1
    rough = 0 if one.exact and other.exact else _ROUGH
    bounds = one.low * factor * (1 - rough), one.high * factor * (1 + rough)
    back = other.low / factor * (1 - rough), other.high / factor * (1 + rough)
    if agrees(other, bounds) or agrees(one, back):
        return
    said, again = shown(text, one), shown(text, other)
    right = f"{written(one.value * factor / other.scale, 0.01)}{unit_of(text, other)}"
    message = Message(
        f"{said} 合 {right}，文中为 {again}，请核对",
        f"{said} is {right}, not {again}: check both",
    )
    yield Problem(*span(other), message, (span(one),))
