"""Numbers with their units, and how exactly they are known."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from linter.checks.arithmetic.words import Words
from linter.checks.support.compiled import compiled
from linter.text.measures import DATED, MEASURED, RECKONED, SCALES
from linter.text.numerals import UNITS
from linter.text.patterns import alternation


class Quantity(NamedTuple):
    """A number as written, with its bounds: 1.2万元 is 11,500 to 12,500 元, 35件 is 35."""

    start: int
    end: int
    value: float
    low: float
    high: float
    unit: str
    """One of `RECKONED`, with % for ％; empty where none is given."""
    exact: bool
    """False where the text says 约, 余, 以上 and the like."""
    step: float
    """What the last digit is worth."""
    scale: float
    """What the digits are multiplied by: 10,000 for 万."""


Reader = Callable[[str, int, int], Iterator[Quantity]]
"""Gives the quantities in `text[start:end]`, in order; no years, dates or ordinals."""


def reader(words: Words) -> Reader:
    """A function that reads quantities; `words` has the words for figures that are not exact."""
    thousands = "|".join(unit[1:] for unit in RECKONED if unit.startswith("千"))
    pattern = (
        rf"(?P<about>{alternation([*words.about, _ORDINAL])})?\s?"
        rf"(?<![\d.A-Za-z])(?P<number>\d{{1,3}}(?:(?:,\d{{3}})+|(?:[{_THIN}]\d{{3}})+)(?:\.\d+)?|\d+(?:\.\d+)?)"
        r"(?![\d.]*\d)\s?(?P<more>余|多|来)?"
        rf"(?P<scale>万亿|[{UNITS}]?万|百|千(?!{thousands})|亿)?(?P<over>余|多)?"
        rf"(?P<unit>{'|'.join(RECKONED)})?(?P<behind>{alternation(words.about_behind)})?"
    )

    def read(text: str, start: int, end: int) -> Iterator[Quantity]:
        for match in compiled(pattern).finditer(text, start, end):
            dated = not match["unit"] and text[match.end() : match.end() + 1] in DATED
            if not dated and match["about"] != _ORDINAL:
                yield _quantity(match)

    return read


_ORDINAL = "第"
_THIN = " \u00a0\u2009\u202f"
"""Blanks that part the thousands of a number: 125 800."""
_PARTED = dict.fromkeys(map(ord, "," + _THIN))


def _quantity(match: re.Match[str]) -> Quantity:
    digits = match["number"].translate(_PARTED)
    unit = (match["unit"] or "").replace("％", "%")
    scale = SCALES[match["scale"] or ""]
    _, _, decimals = digits.partition(".")
    step = scale / 10 ** len(decimals)
    counted = scale == 1 and not decimals and unit not in MEASURED
    slack = 0 if counted else step / 2
    value = float(digits) * scale
    exact = not any(match[name] for name in ("about", "more", "over", "behind"))
    end = max(match.end(name) for name in ("number", "scale", "unit"))
    return Quantity(match.start("number"), end, value, value - slack, value + slack, unit, exact, step, scale)


def last_digit(number: str) -> float:
    """What the last digit of a number is worth: 0.1 of 14.3."""
    return 10.0 ** -len(number.partition(".")[2])


def written(value: float, step: float = 1) -> str:
    """A figure for a message, to the last digit that `step` has: 14.3, 1250."""
    decimals = next((places for places in range(5) if step * 10**places >= 1), 4)
    shown = f"{value:.{decimals}f}"
    return shown.rstrip("0").rstrip(".") if "." in shown else shown
