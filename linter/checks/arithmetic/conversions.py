"""One quantity said twice, in two units or scales: 450亩（合30公顷）, 23600万元，即2.36亿元."""

from collections.abc import Iterator

from linter.checks.arithmetic.compare import OPENING_MARKS, TINY, Outcome, Problem, Search, problem
from linter.checks.arithmetic.quantities import Quantity
from linter.checks.arithmetic.sentences import sentence_reader
from linter.checks.arithmetic.words import Words
from linter.checks.support.compiled import compiled
from linter.text.characters import has
from linter.text.measures import ALIKE, RELATIVE
from linter.text.patterns import alternation

_ROUGH = 0.1
"""By what share of itself a quantity may differ that is said to be about so much."""
_RATED = 6
"""The most characters between 每 and the figure that it makes a rate of."""
_BRACKETS = ("（", "(")
_CLOSINGS = ("）", ")")
_PRICE = ("/", "每", "一")
"""What makes a price or a rate of the figure before it: 合320元/亩."""


def searcher(words: Words) -> Search:
    """A search for quantities that are said in a second unit and are not the same there."""
    read = sentence_reader(words)
    signs = (*words.same, *_BRACKETS)
    about = rf"{alternation(words.about)}?\s?"
    second = rf"{alternation(signs)}{about}\d"
    joint = rf"[{OPENING_MARKS}]?(?P<same>{alternation(words.same)})?{about}"

    def search(text: str) -> Iterator[Problem]:
        for sentence in read(text, signs):
            if not compiled(second).search(sentence.said):
                continue
            begun = {one.end for one in sentence.figures}  # there the second figure of a quantity may follow
            for (one, other), (between,) in sentence.joined(joint):
                again = one.unit != other.unit or _is_shifted(one, other)
                bracket = text.startswith(_CLOSINGS, other.end) and again
                if one.start not in begun and (between["same"] or (between[0] and bracket)):
                    yield from _different(one, other, words)

    return search


def _is_shifted(one: Quantity, other: Quantity) -> bool:
    """Whether two figures are the same but for noughts: 2.4亿元（24000元）."""
    if one.scale == other.scale or not one.value or not other.value:
        return False
    ratio = max(one.value, other.value) / min(one.value, other.value)
    return ratio > 1 + TINY and f"{ratio:.6g}".strip("0") == "1"


def _different(one: Quantity, other: Quantity, words: Words) -> Iterator[Problem]:
    """The problem of two figures, where the second is said to be the first in other words."""
    worth = next((units for units in ALIKE if one.unit in units and other.unit in units), None)
    rated = has(one.lead(_RATED), words.per)
    if rated or one.text.startswith(_PRICE, other.end) or one.unit in RELATIVE:
        return
    again_the_same = (
        one.unit == other.unit and one.scale == other.scale
    )  # 超过1.5米，即39.5米: what it comes to
    if again_the_same or (worth is None and (one.unit != other.unit or not one.unit)):
        return
    factor = worth[one.unit] / worth[other.unit] if worth else 1
    rough = 0 if one.exact and other.exact else _ROUGH
    again = _converted(one, factor, rough)
    if not again.rounds_to(other) and not _converted(other, 1 / factor, rough).rounds_to(one):
        said, right = one.said, other.restated(again.value)
        yield problem(
            other,
            [one],
            f"{said} 合 {right}，文中为 {other.said}，请核对",
            f"{said} is {right}, not {other.said}: check both",
        )


def _converted(one: Quantity, factor: float, rough: float) -> Outcome:
    """A quantity in another unit, perhaps by only about so much."""
    return Outcome(one.value * factor, one.low * factor * (1 - rough), one.high * factor * (1 + rough))
