"""Quantities that are named and not counted, so that no number is missing before their unit.

《办法》约定回收期次、结算方式; 半年的累计学时; “成长册”; 1200多万重量箱; 复议案件, which is no 议案.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import NamedTuple

from linter.checks.support.words import words_touched
from linter.text.characters import HAN, places, word_before
from linter.text.measures import QUANTITIES
from linter.text.numerals import ONE_TO_TEN
from linter.text.sentences import ENDING_QUOTES

_NUMBER = rf"\d[多余]?[百千万亿]+[{HAN}]{{0,3}}$|\d[多余][{HAN}]{{0,3}}$"
_SINGLE = "".join(unit for unit in QUANTITIES if len(unit) == 1)
_COUNTED = rf"[{ONE_TO_TEN}两几数][{_SINGLE}][{HAN}]{{1,6}}$"
"""A noun that is counted already, and ends in a character that is a unit as well: 一本案例册."""
_REACH = 12
_LABEL = 6
"""Characters within which a line must begin for its words to be a label."""
_QUOTED = range(3, 6)
"""Characters of the endings of quoted names that are compared."""


class Candidate(NamedTuple):
    """A noun and a unit between which a number may be missing, as offsets."""

    begin: int
    """Where the noun begins; at most four characters of it are looked at."""
    stop: int
    """Where the noun ends; blanks may follow."""
    end: int
    """Where the unit ends."""
    unit: str


def name_test(
    text: str, leads: Iterable[str], counted: Mapping[str, tuple[str, ...]]
) -> Callable[[Candidate], bool]:
    """A test of whether a candidate in a text is the name of a quantity or of a thing."""

    @cache
    def quoted() -> frozenset[str]:
        ends = [end for mark in ENDING_QUOTES for end in places(text, mark)]
        return frozenset(text[end - size : end] for end in ends for size in _QUOTED if size <= end)

    def is_named(found: Candidate) -> bool:
        begin, stop, end, unit = found
        return (
            any(text[start:end] in quoted() for start in range(begin, stop - 1))
            or _is_label(text, begin, end)
            or _is_listed(text, stop, end, unit)
            or any(text.endswith("的" + lead, 0, stop) for lead in leads)
            or re.search(_NUMBER, text[max(0, stop - _REACH) : stop]) is not None
            or re.search(_COUNTED, text[max(0, stop - _REACH) : stop]) is not None
            or _is_cut(text, found, counted.get(unit, ()))
        )

    return is_named


def _is_label(text: str, begin: int, end: int) -> bool:
    """Whether the words are the label of a line, or the head of a column: 样品袋：三种规格, 满意率%."""
    if text[end : end + 1] not in ("：", ":", "\n", ""):
        return False
    before = text[max(0, begin - _LABEL) : begin]
    return ("\n" in before or begin < _LABEL) and not before.rpartition("\n")[2].strip(" \t\u3000#*-")


def _is_listed(text: str, stop: int, end: int, unit: str) -> bool:
    """Whether a unit that is a noun as well is listed among others (人次、), or is made of two (期次)."""
    if unit == "次":
        return text[stop - 1] in QUANTITIES
    return unit.endswith("次") and text[end : end + 1] == "、"


def _is_cut(text: str, found: Candidate, nouns: Iterable[str]) -> bool:
    """Whether the noun begins within a word and the unit ends another: 议案 and 件 in 复议案件."""
    noun = word_before(text, nouns, found.stop)
    start = found.stop - len(noun)
    words = words_touched(text, start, found.end) if noun else [(start, start)]
    return words[0][0] < start and words[-1][0] < found.stop
