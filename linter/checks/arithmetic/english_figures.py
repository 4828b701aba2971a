"""Numbers of English sentences, and the words beside them: what the searches in English are made of."""

import re
from collections.abc import Iterator

from linter.checks.arithmetic.compare import TINY, Problem
from linter.checks.arithmetic.quantities import last_digit, written
from linter.model.message import Message

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


def value(number: str) -> float:
    """What a number is worth, its currency left aside."""
    return float(number.lstrip("$£€").replace(",", ""))


def slack(*numbers: str) -> float:
    """By how much a sum of some numbers may be out, which are rounded where they have decimals."""
    return sum(last_digit(number) / 2 for number in numbers if "." in number)


def not_the_rate(found: re.Match[str], right: float, figures: tuple[str, str]) -> Iterator[Problem]:
    """The problem of a percentage that is not the right one, rounded or cut off at its last digit."""
    step = last_digit(found["percent"])
    if float(found["percent"]) - step / 2 <= right + TINY and right < float(found["percent"]) + step:
        return
    reckoned = f"{written(right, min(step, 0.1))}%"
    one, other = (found[name] for name in figures)
    message = Message(
        f"由 {one} 与 {other} 算得 {reckoned}，文中为 {found['percent']}%，请核对",
        f"{one} and {other} make {reckoned}, not {found['percent']}%: check the figures",
    )
    yield Problem(*found.span("percent"), message, tuple(found.span(name) for name in figures))
