"""Numbers of English sentences, and the words beside them: what the searches in English are made of."""

import re
from collections.abc import Iterator

from linter.checks.arithmetic.compare import TINY, Problem, problem
from linter.checks.arithmetic.quantities import Quantity, amount, last_digit, written

_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
MEASURE = rf"(?<![\w.,-])[$£€]?(?:{_DIGITS})(?!\w|[.,:/-]\d)"
"""A number, whatever it measures."""
SCALE = r" ?(?:%|per\s?cent|million|billion|thousand)"
NUMBER = rf"(?<![\w.,-])[$£€]?(?:{_DIGITS})(?![\w%]|[.,:/-]\d|{SCALE})"
"""A number that is no percentage and has no scale behind it."""
PERCENT = r"(?P<percent>\d+(?:\.\d+)?) ?(?:%|per\s?cent\b)"
WORD = r"(?:[A-Za-z][\w'’-]*)"
YEAR = r"(?:(?:19|20)\d\d(?![\w,.%]\d))"
END = r"(?=[.;!?](?:\s|$)|\n|$)"
"""Where a sentence ends."""


def figure(text: str, start: int, end: int) -> Quantity:
    """The number at a place, its currency left aside; it is rounded where it has decimals."""
    number = text[start:end]
    value, step = amount(number), last_digit(number)
    slack = step / 2 if "." in number else 0
    return Quantity(text, start, end, value, value - slack, value + slack, "", True, step, 1)


def figures(found: re.Match[str], *names: str) -> list[Quantity]:
    """The numbers that groups of a pattern hold."""
    return [figure(found.string, *found.span(name)) for name in names]


def not_the_rate(found: re.Match[str], right: float, one: Quantity, other: Quantity) -> Iterator[Problem]:
    """The problem of a percentage that is not the right one, rounded or cut off at its last digit."""
    (said,) = figures(found, "percent")
    if said.value - said.step / 2 > right + TINY or right >= said.value + said.step:
        yield problem(
            said,
            (one, other),
            f"由 {one.said} 与 {other.said} 算得 {written(right, min(said.step, 0.1))}%，"
            f"文中为 {said.said}%，请核对",
            f"{one.said} and {other.said} make {written(right, min(said.step, 0.1))}%, "
            f"not {said.said}%: check the figures",
        )
