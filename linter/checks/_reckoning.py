"""What the searches for contradicting figures have in common."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from linter.checks._compiled import compiled
from linter.checks._quantities import Quantity
from linter.model import Text

_ENDS = "。；！？\n"
_TINY = 1e-9
"""For the rounding of floating point."""


class Fault(NamedTuple):
    """A figure that does not agree, with those that it was held against."""

    start: int
    end: int
    message: Text
    others: tuple[tuple[int, int], ...] = ()


def sentences(text: str, words: Iterable[str]) -> Iterator[tuple[int, int]]:
    """The spans of the sentences in which one of the words stands."""
    end = 0
    for at in sorted({at for word in words for at in places(text, word)}):
        if at >= end:
            start = max(text.rfind(mark, end, at) for mark in _ENDS) + 1 or end
            stop = compiled(f"[{_ENDS}]").search(text, at)
            end = stop.start() if stop else len(text)
            yield start, end


def places(text: str, word: str) -> Iterator[int]:
    """Every offset at which a word stands."""
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)


def comparable(one: Quantity, other: Quantity) -> bool:
    """Whether two quantities have the same unit and are exact."""
    return one.unit == other.unit != "" and one.exact and other.exact


def agrees(claim: Quantity, bounds: tuple[float, float]) -> bool:
    """Whether a figure that was rounded or cut off at its last digit may have lain within bounds."""
    least, greatest = claim.value - claim.step / 2, claim.value + claim.step
    return least - _TINY <= bounds[1] and bounds[0] <= greatest + _TINY


def span(one: Quantity) -> tuple[int, int]:
    """Where a quantity stands."""
    return one.start, one.end


def shown(text: str, one: Quantity) -> str:
    """A quantity as it is written."""
    return text[one.start : one.end]
