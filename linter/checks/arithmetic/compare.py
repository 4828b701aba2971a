"""What the searches for contradicting figures have in common."""

import math
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from linter.checks.arithmetic.quantities import Quantity, written
from linter.model.message import Message
from linter.text.numerals import DECIMAL

OPENING_MARKS = "，,（("
"""The marks before a clause or a note that goes on with the same account."""
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


def triples(figures: Sequence[Quantity]) -> Iterator[tuple[Quantity, Quantity, Quantity]]:
    """Every three figures that follow each other."""
    return zip(figures, figures[1:], figures[2:], strict=False)


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


def agrees(claim: Quantity, bounds: tuple[float, float]) -> bool:
    """Whether a figure, rounded or cut off at its last digit, can stand for a value within `bounds`."""
    least, greatest = claim.value - claim.step / 2, claim.value + claim.step
    return least - TINY <= bounds[1] and bounds[0] <= greatest + TINY


def span(one: Quantity) -> tuple[int, int]:
    """The span of a quantity in the text it was read from."""
    return one.start, one.end


def shown(text: str, one: Quantity) -> str:
    """A quantity as it is written."""
    return text[one.start : one.end]


def clause_before(text: str, start: int, end: int, marks: str) -> str:
    """What stands before an offset, from `start` or the last of some marks on."""
    return text[max(start, *(text.rfind(mark, start, end) + 1 for mark in marks)) : end]


def are_beside(text: str, figures: Sequence[Quantity]) -> bool:
    """Whether only marks part some figures: 18名、22名、15名."""
    return all(text[one.end : other.start].strip() in _BESIDE for one, other in pairwise(figures))


def unit_of(text: str, one: Quantity) -> str:
    """What is written behind the digits of a quantity: 万元 of 1.2万元."""
    return shown(text, one).lstrip(DECIMAL + "., ")


def not_the_sum(
    text: str, total: Quantity, parts: Sequence[Quantity], unit: str, lead: Message
) -> Iterator[Problem]:
    """The problem of a total that is not the sum of its parts, whatever was rounded.

    `unit` stands behind the sum in the message, `lead` before it.
    """
    low, high = sum(part.low for part in parts), sum(part.high for part in parts)
    if low <= total.high and total.low <= high:
        return
    added = written(sum(part.value for part in parts) / total.scale, 0.01) + unit
    said = shown(text, total)
    message = Message(
        f"{lead.zh} {added}，合计写的是 {said}，请核对",
        f"{lead.en} {added}, the total says {said}: check them",
    )
    yield Problem(*span(total), message, tuple(map(span, parts)))


def not_the_share(
    text: str, whole: Quantity, part: Quantity, share: Quantity, lead: Message, less: float = 0
) -> Iterator[Problem]:
    """The problem of a percentage that a part does not make of its whole.

    `less` is 100 where only what exceeds the whole is told: 超额20%. `lead` names the two in the message.
    """
    whole, part = as_exact(whole, part)
    bounds = (part.low / whole.high * 100 - less, part.high / whole.low * 100 - less)
    if agrees(share, bounds):
        return
    right = f"{written(part.value / whole.value * 100 - less, min(share.step, 0.1))}%"
    message = Message(
        f"{lead.zh}，算得 {right}，文中为 {shown(text, share)}，请核对",
        f"{lead.en} makes {right}, not {shown(text, share)}: check the figures",
    )
    yield Problem(*span(share), message, (span(whole), span(part)))


def is_near(claimed: float, right: float) -> bool:
    """Whether a figure is off by little, or by a power of ten."""
    if min(claimed, right) <= 0:
        return False
    times = math.log10(claimed / right)
    return abs(times) <= math.log10(_FAR) or abs(times - round(times)) < _POWER
