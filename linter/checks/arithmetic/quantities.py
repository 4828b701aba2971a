"""Numbers with their units, and how exactly they are known."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from linter.text.measures import DATED, MEASURED, QUANTITIES, SCALES
from linter.text.numerals import UNITS


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(
        r"(?P<about>约|近|逾|超过|超|不足|不到|不少于|不低于|至少|第)?\s?"
        r"(?<![\d.A-Za-z])(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?![\d.]*\d)\s?(?P<more>余|多|来)?"
        rf"(?P<scale>[{UNITS}]?万|百|千(?!瓦时|米|克)|亿)?(?P<over>余|多)?"
        rf"(?P<unit>{'|'.join(QUANTITIES)})?(?P<behind>左右|上下|以上|以内|以下|多)?"
    )


class Quantity(NamedTuple):
    """A number as written, with its bounds: 1.2万元 is 11,500 to
    12,500 元, 35件 is 35."""

    start: int
    end: int
    value: float
    low: float
    high: float
    unit: str
    exact: bool
    """False where the text says 约, 余, 以上 and the like."""
    step: float
    """The last digit's worth."""
    scale: float
    """What the digits are multiplied by: 10,000 for 万."""


def quantities(text: str, start: int, end: int) -> Iterator[Quantity]:
    """The quantities in a stretch of text, in order; no years,
    dates or ordinals."""
    for match in _pattern().finditer(text, start, end):
        dated = not match["unit"] and text[match.end() : match.end() + 1] in DATED
        if not dated and match["about"] != "第":
            yield _quantity(match)


def _quantity(match: re.Match[str]) -> Quantity:
    digits = match["number"].replace(",", "")
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


def written(value: float, step: float = 1) -> str:
    """A figure for a message, to the last digit that `step` has:
    14.3, 1250."""
    decimals = next((places for places in range(5) if step * 10**places >= 1), 4)
    shown = f"{value:.{decimals}f}"
    return shown.rstrip("0").rstrip(".") if "." in shown else shown
