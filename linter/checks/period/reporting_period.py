"""The period of time that a report is about.

It is read from the title ("2024年上半年"), else from the opening, else from the date under the report,
else from the periods named in the file, where they agree. Where opening and signature both name another year
than the title, the title's was left over from a copy, and the report is about the year that they name.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from linter.checks.period.genre import looks_back
from linter.checks.period.words import Words
from linter.model.outline import Context, Part
from linter.text.characters import has, places
from linter.text.dates import YEAR_PERIODS, Date, dates, days_in
from linter.text.sentences import COMMON_CLAUSE_ENDS, FULL_STOPS, quoted

Day = tuple[int, int, int]
"""Year, month, day."""


class Period(NamedTuple):
    """The period that a report is about."""

    year: int
    end_year: int
    """Equal to `year`, but for a title such as 2023—2024学年."""
    first: int = 1
    """Its first month."""
    last: int = 12
    """Its last month."""
    exact: bool = True
    """Whether the report names the months ("上半年", "年度"), not only a year."""
    sure: bool = True
    """Whether the year is that of the period, not that of a thing the report is on (2025年高考准备情况)."""
    backward: bool = True
    """Whether the report looks back: a summary, not a plan, notice or request."""
    signed: Date | None = None
    """The date under the report."""
    dated: Day | None = None
    """The latest date that stands by itself above the text, as on a cover; a month counts to its end."""
    outvoted: Date | None = None
    """The date in the title, where its year is not that of the rest of the report."""

    def signed_late(self) -> int | None:
        """Months from the end of the period to the signature, negative before it."""
        if not self.signed or not self.signed.year or not self.signed.month:
            return None
        return (self.signed.year - self.end_year) * 12 + self.signed.month - self.last

    def limit(self, grace: int) -> Day:
        """The last day that the report can be about.

        It is that of its signature, else `grace` months after its end; a later date on its cover goes first.
        """
        months = self.last + grace - 1
        last = self.end_year + months // 12, months % 12 + 1, 31
        return max(_last_day(self.signed) or last, self.dated or last[:0])


# Strings: `re` compiles and caches them when a title holds such a span, which few do.
_MONTHS = "([0-9]{1,2})(?:月份?)?[—–～~至到-]{1,2}([0-9]{1,2})月"
_YEARS = "(20[0-9]{2})(?:年度?)?[—–～~至到-]{1,2}(20[0-9]{2})"
_SCHOOL_YEAR = "(20[0-9]{2})学年"

_OPENING = 260
"""Characters after the title in which the opening names the period, unless a heading ends it."""
_PARTS_OF_YEAR = {
    **{name: months for name, months in YEAR_PERIODS.items() if name != "全年"},
    "半年来": (1, 6),
    "半年内": (1, 6),
}
_SIGNED_FOR_SECOND_HALF = frozenset((11, 12, 1, 2, 3))
"""Months in which a 半年总结 that does not say which half was signed for the second one."""
_SPAN = 10
"""The most characters of a span of months behind a year: 年1月份至12月."""
_LABEL = 12
"""The most characters beside a date that stands by itself: 发布时间：."""
_BRACKETS = ("（", "(")
_DASHES = ("—", "-")


def read(context: Context, part: Part, words: Words) -> Period | None:
    """The period of one part of a file; None when no year can be made out."""
    title = part.title or (part.start, part.start)
    opening = min(part.headings[0].start if part.headings else part.end, title[1] + _OPENING)
    return _read(context.document.text, part.start, part.end, title, opening, words)


@lru_cache(maxsize=64)
def _read(
    text: str, start: int, end: int, title: tuple[int, int], opening: int, words: Words
) -> Period | None:
    """The period of `text[start:end]`, cached for the next rule of the file.

    `title` is the span of the title, `opening` the offset at which the opening ends.
    """
    low, high = title
    named = text[low:high]
    if has(named, words.fiscal_titles):
        return None
    found = [date for date in dates(text) if start <= date.start < end and date.year and not date.carried]
    titled = next((date for date in found if low <= date.start < high), None)
    opened = next(
        (date for date in found if high <= date.start < opening and _may_be_own(text, date, words)), None
    )
    signed = _signature(text, start, end, found)
    first, last, exact = _months(text, title, opening, (titled, opened, signed), words)
    body = [date.year for date in found if date is not titled]
    year = _year(titled, opened, _year_signed_for(signed, last), body)
    school = _school_years(named)
    span = _span(named) if titled and not school else None
    if year is None and not school:
        return _agreed(text, words)
    years = school or span or (year or 0, year or 0)
    if school:
        first, last = 9, 1 if has(named, words.autumn_term_titles) else 7
    sure = exact or not titled or has(named, words.closed_titles)
    outvoted = titled if sure and titled and titled.year != year and not span else None
    backward = looks_back(named, text[high:opening], words)
    dated = max(_cover_dates(text, start, opening, found), default=None)
    return Period(*years, first, last, exact, sure, backward, signed, dated, outvoted)


def _school_years(title: str) -> tuple[int, int] | None:
    """The years of a title such as 2023—2024学年, 2023学年第一学期; None where it has no school year."""
    if "学年" not in title:
        return None
    one = re.search(_SCHOOL_YEAR, title)
    return _span(title) or ((int(one[1]), int(one[1]) + 1) if one else None)


def _span(title: str) -> tuple[int, int] | None:
    """The first and last year of a title such as 2021—2023年; None where it has no span of years."""
    span = re.search(_YEARS, title) if title.count("20") > 1 else None
    return (int(span[1]), int(span[2])) if span else None


def _last_day(date: Date | None) -> Day | None:
    """The last day of a date; None where it names no month."""
    if not date or not date.year or not date.month:
        return None
    return date.year, date.month, date.day or days_in(date.month, date.year)


def _cover_dates(text: str, start: int, opening: int, found: Sequence[Date]) -> Iterator[Day]:
    """The dates between the start of a report and the end of its opening that stand on a line of their own."""
    for date in found:
        day = _last_day(date) if date.start < opening else None
        if day and _stands_alone(text, date, start, opening):
            yield day


def _stands_alone(text: str, date: Date, start: int, end: int) -> bool:
    """Whether the line of a date says nothing else but a word or two: 2025年1月6日, 发布时间：2025年1月6日."""
    line = max(start, text.rfind("\n", 0, date.start) + 1)
    stop = text.find("\n", date.end, end)
    rest = text[line : date.start] + text[date.end : end if stop < 0 else stop]
    return len(rest.strip()) <= _LABEL and not has(rest, FULL_STOPS)


def _agreed(text: str, words: Words) -> Period | None:
    """The period named in a file without a year in title, opening or signature; None for several."""
    named = [date for date in dates(text) if date.year and date.period and _may_be_own(text, date, words)]
    years = {date.year for date in named if date.year}
    if len(years) != 1:
        return None
    year = years.pop()
    return Period(year, year, *YEAR_PERIODS[named[0].period])


def _may_be_own(text: str, date: Date, words: Words) -> bool:
    """Whether a date can name the report's own year: not a comparison or the name of a document."""
    if date.month or text.startswith(_DASHES + words.after_other_year, date.end) or quoted(text, date.start):
        return False
    if date.period or text[date.end - 1] == "度" or re.match(_MONTHS, text[date.end : date.end + _SPAN]):
        return not text.endswith(words.before_other_year, 0, date.start)
    begins = not text[date.start - 1 : date.start].strip()
    introduced = text.endswith(_BRACKETS + words.before_own_year, 0, date.start)
    return begins or introduced or text.startswith("，", date.end)


def _signature(text: str, start: int, end: int, found: Sequence[Date]) -> Date | None:
    """The date in a short line at the end of a report."""
    for date in reversed(found):
        line = text.rfind("\n", start, date.start) + 1
        stop = text.find("\n", date.end)
        rest = text[date.end : end if stop < 0 else stop].strip(" \u3000）)")
        if not rest and date.start - line <= 30 and line > start and "。" not in text[line : date.start]:
            return date if text.count("\n", date.end, end) <= 8 else None
    return None


def _months(
    text: str,
    title: tuple[int, int],
    opening: int,
    named: tuple[Date | None, Date | None, Date | None],
    words: Words,
) -> tuple[int, int, bool]:
    """First and last month of the period, and whether they are named; `named` are the dates of `_read`."""
    titled, opened, signed = named
    name = text[slice(*title)]
    span = re.search(_MONTHS, name) if "月" in name else None
    if span:
        return int(span[1]), int(span[2]), True
    if titled and titled.month:
        return titled.month, titled.month, True
    part = _part_of_year(name)
    if part:
        return *part, True
    if "半年" in name:
        late = signed and (signed.month or 0) in _SIGNED_FOR_SECOND_HALF
        return (7, 12, True) if late else (1, 6, True)
    if has(name, words.whole_year_titles):
        return 1, 12, True
    span = re.match(_MONTHS, text[opened.end : opened.end + _SPAN]) if opened else None
    if span:
        return int(span[1]), int(span[2]), True
    part = _part_opened_with(text[title[1] : title[1] + _OPENING], words)
    return (*part, True) if part else (1, 12, False)


def _part_of_year(text: str) -> tuple[int, int] | None:
    """The months of the first part of a year that a text names; None for none."""
    names = [(text.find(name), name) for name in _PARTS_OF_YEAR if name in text]
    return _PARTS_OF_YEAR[min(names)[1]] if names else None


def _part_opened_with(text: str, words: Words) -> tuple[int, int] | None:
    """The months of the only part of a year that opens a clause of an opening; None for none or several."""
    introduced = (*COMMON_CLAUSE_ENDS, *_BRACKETS, *words.before_own_year, "年", "年的", "\n", "\u3000")
    named = {
        months
        for name, months in _PARTS_OF_YEAR.items()
        for place in places(text, name)
        if text[max(0, place - 2) : place].strip(" ").endswith(introduced) or place == 0
    }
    return named.pop() if len(named) == 1 else None


def _year_signed_for(signed: Date | None, last: int) -> int | None:
    """The year that a report signed on a date is about: a whole year is summed up until spring."""
    if not signed or not signed.year:
        return None
    return signed.year - (last >= 10 and (signed.month or 12) <= 4)


def _year(
    titled: Date | None, opened: Date | None, signed: int | None, body: Sequence[int | None]
) -> int | None:
    """The year that the report is about, by title, opening, signature and the years in its body."""
    title, opening = titled and titled.year, opened and opened.year
    if title is None:
        far = opening and signed and abs(opening - signed) > 1
        return signed if far or not opening else opening
    others = {year for year in (opening, signed) if year}
    if len(others) == 1 and title not in others and title not in body:
        other = others.pop()
        return other if body.count(other) > 1 else title
    return title
