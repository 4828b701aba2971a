"""Which months of a year, or years, a report names as its period: 上半年, 1—5月, 2023—2024学年."""

import re

from linter.structure.reporting_period.key_dates import ROUND_LEFT, Extent, KeyDates, months_behind
from linter.structure.reporting_period.words import Words
from linter.text.characters import has, places
from linter.text.dates import MONTHS, RANGE_SIGNS, YEAR_PERIODS
from linter.text.sentences import COMMON_CLAUSE_ENDS

# Strings: `re` compiles and caches them when a title holds such a span, which few do.
_YEARS = f"(20[0-9]{{2}})(?:年度?)?[{RANGE_SIGNS}]{{1,2}}(20[0-9]{{2}})"
_SCHOOL_YEAR = "(20[0-9]{2})学年"

OPENING = 260
"""Characters after the title in which the opening names the period."""
_PARTS_OF_YEAR = {
    **{name: months for name, months in YEAR_PERIODS.items() if name != "全年"},
    "半年来": (1, 6),
    "半年内": (1, 6),
}
_SIGNED_FOR_SECOND_HALF = frozenset((11, 12, 1, 2, 3))
"""Months in which a 半年总结 that does not say which half was signed for the second one."""

Months = tuple[int, int]
"""First and last month."""


def named_months(text: str, extent: Extent, key: KeyDates, words: Words) -> tuple[Months, bool]:
    """First and last month of the period, and whether they are named."""
    title = text[slice(*extent.title)]
    span = re.search(MONTHS, title) if "月" in title else None
    if span:
        return (int(span[1]), int(span[2])), True
    if key.titled and key.titled.month:
        return (key.titled.month, key.titled.month), True
    part = _part_of_year(title) or _half_year(title, key)
    if part:
        return part, True
    if has(title, words.whole_year_titles):
        return (1, 12), True
    opening = text[extent.title[1] : extent.title[1] + OPENING]
    part = (key.opened and months_behind(text, key.opened)) or _part_opened_with(opening, words)
    return part or (1, 12), part is not None


def years_spanned(title: str) -> tuple[int, int] | None:
    """The first and last year of a title such as 2021—2023年; None where it has no span of years."""
    span = re.search(_YEARS, title) if title.count("20") > 1 else None
    return (int(span[1]), int(span[2])) if span else None


def school_years(title: str) -> tuple[int, int] | None:
    """The years of a title such as 2023—2024学年, 2023学年第一学期; None where it has no school year."""
    if "学年" not in title:
        return None
    one = re.search(_SCHOOL_YEAR, title)
    return years_spanned(title) or ((int(one[1]), int(one[1]) + 1) if one else None)


def _part_of_year(title: str) -> Months | None:
    """The months of the first part of a year that a title names; None for none."""
    names = [(title.find(name), name) for name in _PARTS_OF_YEAR if name in title]
    return _PARTS_OF_YEAR[min(names)[1]] if names else None


def _half_year(title: str, key: KeyDates) -> Months | None:
    """The half that a title such as 半年总结 means, by the date under the report; None for no such title."""
    if "半年" not in title:
        return None
    signed = key.signed and key.signed.month
    return (7, 12) if signed in _SIGNED_FOR_SECOND_HALF else (1, 6)


def _part_opened_with(opening: str, words: Words) -> Months | None:
    """The months of the only part of a year that opens a clause of an opening; None for none or several."""
    introduced = (*COMMON_CLAUSE_ENDS, *ROUND_LEFT, *words.before_own_year, "年", "年的", "\n", "\u3000")
    named = {
        months
        for name, months in _PARTS_OF_YEAR.items()
        for place in places(opening, name)
        if place == 0 or opening[max(0, place - 2) : place].strip(" ").endswith(introduced)
    }
    return named.pop() if len(named) == 1 else None
