"""A figure that the English of a line has otherwise than its Chinese: 学员84人 / with 48 trainees.

A line in English is held against the Chinese one before it where they share figures, as a translation does,
and one figure is left over in each. The two must look alike: digits in another order, one digit another, or
a power of ten.
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from linter.checks.arithmetic.compare import Problem, Search
from linter.checks.arithmetic.quantities import amount
from linter.checks.arithmetic.words import Words
from linter.checks.support.compiled import compiled
from linter.model.message import Message
from linter.text.characters import count_han
from linter.text.measures import SCALES
from linter.text.patterns import alternation
from linter.text.sentences import REACH

_DIGITS = r"(?<![\d.A-Za-z])\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|(?<![\d.A-Za-z])\d+(?:\.\d+)?(?![\d])"
_LATIN = r"(?<![A-Za-z])[A-Za-z]{3,} [A-Za-z]{2,}"
_LINE = rf"(?m)^[^\n]{{1,{REACH}}}$"
_WORTH = {"thousand": 10**3, "million": 10**6, "billion": 10**9}
_SHORT = 2
"""Digits of a figure that one other digit makes another figure, and no slip: 20, 24."""
_SHARED = 2
"""How many figures two lines share at least that say the same."""


def searcher(words: Words) -> Search:
    """A search for figures that a translation has otherwise."""
    months = {name.lower(): at for at, name in enumerate(words.months_english, 1)}
    chinese = rf"(?P<number>{_DIGITS})(?P<scale>{alternation(scale for scale in SCALES if scale)})?"
    month, scaled = rf"(?i:\b(?P<month>{alternation(months)})\b)", rf"(?: (?P<scale>{alternation(_WORTH)}))?"
    english = rf"{month}|(?P<number>{_DIGITS}){scaled}"

    def search(text: str) -> Iterator[Problem]:
        if not compiled(_LATIN).search(text):
            return
        lines = [(line.start(), line[0]) for line in compiled(_LINE).finditer(text)]
        for (first, one), (second, other) in pairwise(lines):
            if count_han(one) and not count_han(other) and compiled(_LATIN).search(other):
                figures = [(each, _chinese(each)) for each in compiled(chinese).finditer(one)]
                again = [(each, _english(each, months)) for each in compiled(english).finditer(other)]
                yield from _otherwise(first, figures, second, again)

    return search


_Figures = list[tuple[re.Match[str], float]]


def _chinese(figure: re.Match[str]) -> float:
    return amount(figure["number"]) * SCALES[figure["scale"] or ""]


def _english(figure: re.Match[str], months: dict[str, int]) -> float:
    if figure["month"]:
        return months[figure["month"].lower()]
    return amount(figure["number"]) * _WORTH.get(figure["scale"] or "", 1)


def _otherwise(first: int, figures: _Figures, second: int, again: _Figures) -> Iterator[Problem]:
    """The problem of the one figure left over in each of two lines that begin at two offsets."""
    chinese, english = Counter(value for _, value in figures), Counter(value for _, value in again)
    left, right = list((chinese - english).elements()), list((english - chinese).elements())
    if (chinese & english).total() < _SHARED or len(left) != 1 or len(right) != 1:
        return
    one = next(each for each, value in figures if value == left[0])
    other = next(each for each, value in again if value == right[0])
    if not other["number"] or not _look_alike(left[0], right[0]):
        return
    message = Message(
        f"中文写的是 {one[0]}，英文写的是 {other[0]}，请核对",
        f"the Chinese has {one[0]}, the English {other[0]}: check both",
    )
    place = (first + one.start(), first + one.end())
    yield Problem(second + other.start("number"), second + other.end("number"), message, (place,))


def _look_alike(one: float, other: float) -> bool:
    """Whether one figure may be the other, mistyped."""
    digits, others = (f"{value:g}" if value < 1e6 else f"{value:.0f}" for value in (one, other))
    if digits.strip("0") == others.strip("0"):
        return True
    different = sum(a != b for a, b in zip(digits, others, strict=False))
    one_off = different == 1 and len(digits) > _SHORT
    return len(digits) == len(others) > 1 and (sorted(digits) == sorted(others) or one_off)
