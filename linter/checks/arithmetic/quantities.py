"""Numbers with their units, and how exactly they are known."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from linter.checks.arithmetic.words import Words
from linter.checks.support.compiled import compiled
from linter.text.measures import DATED, MEASURED, RECKONED, SCALES
from linter.text.numerals import DECIMAL, UNITS
from linter.text.patterns import alternation

_CURRENCIES = "$£€"
MONEY = "元"
"""The unit of money."""


class Quantity(NamedTuple):
    """A number as written, with its bounds: 1.2万元 is 11,500 to 12,500 元, 35件 is 35."""

    text: str
    """The text that it stands in."""
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

    @property
    def span(self) -> tuple[int, int]:
        """Where it stands in its text."""
        return self.start, self.end

    @property
    def said(self) -> str:
        """The quantity as it is written."""
        return self.text[self.start : self.end]

    def lead(self, reach: int) -> str:
        """The characters right before it, as many as `reach` at most."""
        return self.text[max(0, self.start - reach) : self.start]

    def until(self, other: "Quantity") -> str:
        """What stands between it and another quantity behind it."""
        return self.text[self.end : other.start]

    def restated(self, value: float) -> str:
        """Another value, written with its scale and unit: 1.5万元 beside 1.2万元."""
        return written(value / self.scale, 0.01) + self.said.lstrip(_CURRENCIES + DECIMAL + "., ")


Reader = Callable[[str, int, int], Iterator[Quantity]]
"""Gives the quantities in `text[start:end]`, in order; no years, dates or ordinals."""


@cache
def reader(words: Words) -> Reader:
    """A function that reads quantities; `words` has the words for figures that are not exact."""
    thousands = "|".join(unit[1:] for unit in RECKONED if unit.startswith("千"))
    # The digit stands first, what must not be before it behind: so the text between is passed over quickly.
    pattern = (
        rf"(?P<number>\d(?<![\d.A-Za-z].)"
        rf"(?:\d{{0,2}}(?:(?:,\d{{3}})+|(?:[{_THIN}]\d{{3}})+)(?:\.\d+)?|\d*(?:\.\d+)?))"
        rf"(?![\d.]*\d)[{_BLANKS}]?(?P<more>余|多|来)?"
        rf"(?P<scale>万亿|[{UNITS}]?万|百|千(?!{thousands})|亿)?(?P<over>余|多)?"
        rf"(?P<unit>{'|'.join(RECKONED)})?(?P<behind>{alternation(words.about_behind)}(?!\d))?"
    )

    blanks = tuple(_BLANKS)

    def read(text: str, start: int, end: int) -> Iterator[Quantity]:
        for match in compiled(pattern).finditer(text, start, end):
            lead = match.start() - text.endswith(blanks, 0, match.start())
            dated = not match["unit"] and text[match.end() : match.end() + 1] in DATED
            if not (dated or text.endswith(_ORDINAL, 0, lead) or _is_label(text, match)):
                yield _quantity(match, text.endswith(words.about, 0, lead))

    return read


_ORDINAL = "第"
_LABEL_ENDS = ("、", ".", "．", ")", "）")
"""Marks behind the number of an item: 2.学习用品."""
_THIN = " \u00a0\u2009\u202f"
"""Blanks that part the thousands of a number: 125 800."""
_BLANKS = _THIN + "\u3000"
"""Blanks on either side of a number; none that part cells or lines."""
_PARTED = dict.fromkeys(map(ord, "," + _THIN))


def _is_label(text: str, match: re.Match[str]) -> bool:
    """Whether a number heads a line as that of an item: 2.教材费，（3）保险费."""
    if match["unit"] or match["scale"] or not text.startswith(_LABEL_ENDS, match.end()):
        return False
    return not text[text.rfind("\n", 0, match.start()) + 1 : match.start()].strip("（( \t\u3000")


def _quantity(match: re.Match[str], about: bool) -> Quantity:
    number, scaled, unit, *inexact = match.group("number", "scale", "unit", "more", "over", "behind")
    digits, scale = number.translate(_PARTED), SCALES[scaled or ""]
    unit = unit.replace("％", "%") if unit else ""
    _, _, decimals = digits.partition(".")
    step = scale / 10 ** len(decimals)
    counted = scale == 1 and not decimals and unit not in MEASURED
    slack = 0 if counted else step / 2
    value = float(digits) * scale
    exact = not (about or any(inexact))
    end = match.end("unit" if unit else "scale" if scaled else "number")
    low, high = value - slack, value + slack
    return Quantity(match.string, match.start(), end, value, low, high, unit, exact, step, scale)


def amount(number: str) -> float:
    """What a number in digits is worth, whatever its thousands are parted by; a sign of money may lead it."""
    return float(number.lstrip(_CURRENCIES).replace(",", ""))


def last_digit(number: str) -> float:
    """What the last digit of a number is worth: 0.1 of 14.3."""
    return 10.0 ** -len(number.partition(".")[2])


def written(value: float, step: float) -> str:
    """A figure for a message, to the last digit that `step` has: 14.3, 1250."""
    decimals = next((places for places in range(5) if step * 10**places >= 1), 4)
    shown = f"{value:.{decimals}f}"
    return shown.rstrip("0").rstrip(".") if "." in shown else shown
