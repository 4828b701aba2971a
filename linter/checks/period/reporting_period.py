"""The period of time that a report is about.

It is read from the title ("2024年上半年"), else from the opening, else from the date under the report,
else from the periods named in the file, where they agree. Where opening and signature both name another year
than the title, the title's was left over from a copy, and the report is about the year that they name.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from linter.checks.period.words import Words
from linter.model.outline import Context, Part
from linter.text.characters import has
from linter.text.dates import YEAR_PERIODS, Date, dates, days_in
from linter.text.sentences import quoted

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
    backward: bool = True
    """Whether the report looks back: a summary, not a plan, notice or request."""
    signed: Date | None = None
    """The date under the report."""
    outvoted: Date | None = None
    """The date in the title, where its year is not that of the rest of the report."""

    def signed_late(self) -> int | None:
        """Months from the end of the period to the signature, negative before it."""
        if not self.signed or not self.signed.year or not self.signed.month:
            return None
        return (self.signed.year - self.end_year) * 12 + self.signed.month - self.last

    def limit(self, grace: int) -> Day:
        """The last day that the report can be about: its signature, else `grace` months after its end."""
        if self.signed and self.signed.year and self.signed.month:
            year, month = self.signed.year, self.signed.month
            return year, month, self.signed.day or days_in(month, year)
        months = self.last + grace - 1
        return self.end_year + months // 12, months % 12 + 1, 31


# Strings: `re` compiles and caches them when a title holds such a span, which few do.
_MONTHS = "([0-9]{1,2})(?:月份?)?[—–～~至到-]{1,2}([0-9]{1,2})月"
_YEARS = "(20[0-9]{2})(?:年度?)?[—–～~至到-]{1,2}(20[0-9]{2})"

_OPENING = 260
"""Characters after the title in which the opening names the period, unless a heading ends it."""
_PARTS_OF_YEAR = {
    **{name: months for name, months in YEAR_PERIODS.items() if name != "全年"},
    "半年来": (1, 6),
    "半年内": (1, 6),
}
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
    found = [date for date in dates(text) if start <= date.start < end and date.year and not date.carried]
    titled = next((date for date in found if low <= date.start < high), None)
    opened = next(
        (date for date in found if high <= date.start < opening and _may_be_own(text, date, words)), None
    )
    signed = _signature(text, start, end, found)
    named = text[low:high]
    first, last, exact = _months_named(named, text[high : high + _OPENING], titled, words)
    body = [date.year for date in found if date is not titled]
    year = _year(titled, opened, _year_signed_for(signed, last), body)
    school = "学年" in named
    span = re.search(_YEARS, named) if (titled or school) and named.count("20") > 1 else None
    if year is None and not (span and school):
        return _agreed(text, words)
    years = (int(span[1]), int(span[2])) if span else (year or 0, year or 0)
    if span and school:
        first, last = 9, 1 if has(named, words.autumn_term_titles) else 7
    outvoted = titled if titled and titled.year != year and not span else None
    backward = has(named, words.summary_titles) or (not named and opened is not None)
    backward = backward and not named.rstrip("）)").endswith(words.other_titles)
    return Period(*years, first, last, exact, backward, signed, outvoted)


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
    if date.period or text[date.end - 1] == "度":
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


def _months_named(title: str, opening: str, titled: Date | None, words: Words) -> tuple[int, int, bool]:
    """First and last month of the period, and whether they are named."""
    months = re.search(_MONTHS, title) if "月" in title else None
    if months:
        return int(months[1]), int(months[2]), True
    if titled and titled.month:
        return titled.month, titled.month, True
    whole = has(title, words.whole_year_titles)
    for source in (title, "" if whole else opening):
        names = [(source.find(name), name) for name in _PARTS_OF_YEAR if name in source]
        if names:
            return *_PARTS_OF_YEAR[min(names)[1]], True
    return 1, 12, whole


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
