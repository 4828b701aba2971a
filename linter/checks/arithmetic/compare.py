"""What the searches for contradicting figures have in common.

A figure is a `Quantity`: it knows its place, its unit, and the bounds of what it may stand for. A `Sentence`
gives its figures, and with `joined` those between which patterns match. A search finds figures that belong
together by its patterns, and reckons an `Outcome` of them (`sum_of`, `per_cent`). A claim contradicts them
where the outcome does not fit it (`fits`), or, where it may be cut off, too, does not round to it
(`rounds_to`). `problem`, `not_this`, `not_the_sum` and `not_the_share` say so. Whether parts can be added up
is for the module `kinds` to tell.
"""

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from linter.checks.arithmetic.quantities import Quantity, written
from linter.model.message import Message
from linter.text.measures import RELATIVE

OPENING_MARKS = "，,（("
"""The marks before a clause or a note that goes on with the same account."""
CLAUSE_MARKS = "，,、；;：:（("
"""The marks before a clause, or before a name in a list."""
AT_MOST = 8
"""How many words of a list may follow each other in a pattern. Without a limit, words that hold each other
could take time without end."""
_BESIDE = ("、", "，", "和")
_FAR = 2
"""How many times too great or too small a figure is at most that was reckoned wrong."""
_POWER = 0.015
"""How near to a whole number the logarithm of a quotient is where two figures differ by noughts only."""
TINY = 1e-9
"""Tolerance for the rounding of floating-point numbers."""


class Problem(NamedTuple):
    """A figure that contradicts others; `others` are the spans of those. Offsets into the text searched."""

    start: int
    end: int
    message: Message
    others: tuple[tuple[int, int], ...] = ()


Search = Callable[[str], Iterator[Problem]]
"""Gives the contradictions of one kind in a text."""


def problem(claim: Quantity, others: Iterable[Quantity], zh: str, en: str) -> Problem:
    """A quantity that others contradict, and what is said of it in Chinese and English."""
    return Problem(*claim.span, Message(zh, en), tuple(one.span for one in others))


def not_this(claim: Quantity, right: str, others: Iterable[Quantity], zh: str, en: str) -> Problem:
    """A quantity beside which others make another one. `zh` and `en` lead to that in the message."""
    return problem(
        claim,
        others,
        f"{zh} {right}，文中为 {claim.said}，请核对",
        f"{en} {right}, not {claim.said}: check the figures",
    )


class Outcome(NamedTuple):
    """What comes out of some figures: between which bounds, as these are rounded."""

    value: float
    low: float
    high: float

    def fits(self, claim: Quantity) -> bool:
        """Whether a quantity may be this, whatever was rounded."""
        tiny = TINY * claim.scale
        return self.low <= claim.high + tiny and claim.low <= self.high + tiny

    def rounds_to(self, claim: Quantity) -> bool:
        """Whether a quantity may be this, rounded or cut off at its last digit."""
        least, greatest = claim.value - claim.step / 2, claim.value + claim.step
        return least - TINY <= self.high and self.low <= greatest + TINY


def sum_of(parts: Iterable[Quantity], less: Iterable[Quantity] = ()) -> Outcome:
    """The sum of some quantities, without those that are taken away."""
    value = low = high = 0.0
    for one in parts:
        value, low, high = value + one.value, low + one.low, high + one.high
    for one in less:
        value, low, high = value - one.value, low - one.high, high - one.low
    return Outcome(value, low, high)


def per_cent(part: Quantity, whole: Quantity | Outcome, less: float = 0) -> Outcome:
    """How many per cent of a whole a part is."""
    value, low, high = part.value / whole.value, part.low / whole.high, part.high / whole.low
    return Outcome(value * 100 - less, low * 100 - less, high * 100 - less)


def exceed(parts: Iterable[Quantity], whole: Quantity) -> bool:
    """Whether parts are more than their whole, whatever was rounded."""
    return sum_of(parts).low > whole.high + TINY * whole.scale


def are_summable(*figures: Quantity) -> bool:
    """Whether quantities can be added up: all exact, of one unit, and no shares."""
    unit = figures[0].unit
    return unit not in RELATIVE and all(one.exact and one.unit == unit for one in figures)


def by_first(entries: Iterable[str]) -> dict[str, list[str]]:
    """What entries of a list of words have behind their first 、, by what stands before it."""
    behind: dict[str, list[str]] = {}
    for first, _, rest in (entry.partition("、") for entry in entries):
        behind.setdefault(first, []).append(rest)
    return behind


def comparable(one: Quantity, other: Quantity) -> bool:
    """Whether two quantities have the same unit and are exact."""
    return one.unit == other.unit != "" and one.exact and other.exact


def as_exact(one: Quantity, other: Quantity) -> tuple[Quantity, Quantity]:
    """Two figures of one scale, a whole one taken to be as exact as the other: 4亿 beside 4.8亿 means 4.0亿.

    Writers leave out the nought behind the point. A difference of two digits or more is rounding on purpose.
    """
    if one.scale != other.scale:
        return one, other
    return _sharpened(one, other.step), _sharpened(other, one.step)


def _sharpened(one: Quantity, step: float) -> Quantity:
    """A whole figure read with one more decimal, worth `step`; any other figure as it is."""
    if one.step != one.scale or not 9 < one.step / step < 11 or one.low == one.high:
        return one
    return one._replace(low=one.value - step / 2, high=one.value + step / 2)


def clause_before(one: Quantity, start: int, marks: str = CLAUSE_MARKS) -> str:
    """What stands before a quantity, from `start` or the last of some marks on."""
    return one.text[max(start, *(one.text.rfind(mark, start, one.start) + 1 for mark in marks)) : one.start]


def gaps(figures: Sequence[Quantity]) -> list[str]:
    """What stands between each of some figures and the next."""
    return [one.until(other) for one, other in pairwise(figures)]


def leads(figures: Sequence[Quantity], start: int) -> list[str]:
    """What stands before each of some figures, before the first from `start` on."""
    return [one.text[start : one.start] for one in figures[:1]] + gaps(figures)


def are_beside(figures: Sequence[Quantity]) -> bool:
    """Whether only marks part some figures: 18名、22名、15名."""
    return all(gap.strip() in _BESIDE for gap in gaps(figures))


def not_the_sum(
    whole: Quantity, parts: Sequence[Quantity], zh: str, en: str, called: str = "合计", with_unit: bool = True
) -> Iterator[Problem]:
    """The problem of a total that is not the sum of its parts, which `zh` and `en` lead to in the message."""
    made = sum_of(parts)
    if not made.fits(whole):
        added = whole.restated(made.value) if with_unit else written(made.value / whole.scale, 0.01)
        zh = f"{zh} {added}，{called}写的是 {whole.said}，请核对"
        yield problem(whole, parts, zh, f"{en} {added}, the total says {whole.said}: check them")


def not_the_share(
    whole: Quantity, part: Quantity, share: Quantity, zh: str, en: str, less: float = 0
) -> Iterator[Problem]:
    """The problem of a percentage that a part does not make of its whole.

    `less` is 100 where only what exceeds the whole is told: 超额20%. `zh` and `en` name the two.
    """
    all_of, some = as_exact(whole, part)
    right = per_cent(some, all_of, less)
    if not right.rounds_to(share):
        made = f"{written(right.value, min(share.step, 0.1))}%"
        yield not_this(share, made, (whole, part), f"{zh}，算得", f"{en} makes")


def is_near(claimed: float, right: float) -> bool:
    """Whether a figure is off by little, or by a power of ten."""
    if min(claimed, right) <= 0:
        return False
    times = math.log10(claimed / right)
    return abs(times) <= math.log10(_FAR) or abs(times - round(times)) < _POWER
