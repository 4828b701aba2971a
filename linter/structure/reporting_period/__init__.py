"""The period of time that a report is about.

It is read from the title ("2024年上半年"), else from the opening, else from the date under the report,
else from the periods named in the file, where they agree. Where opening and signature both name another year
than the title, the title's was left over from a copy, and the report is about the year that they name.
"""

from functools import lru_cache
from typing import NamedTuple

from linter.model.outline import Part
from linter.structure.reporting_period.genre import looks_back
from linter.structure.reporting_period.key_dates import Day, Extent, KeyDates, key_dates, last_day, may_be_own
from linter.structure.reporting_period.named_months import OPENING, named_months, school_years, years_spanned
from linter.structure.reporting_period.words import Words
from linter.text.characters import has
from linter.text.dates import YEAR_PERIODS, Date, dates
from linter.text.year_parts import YearPart, code


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
    """Whether it is certainly this year that the report is about. That of the title may be the year of a
    thing (2025年高考准备情况报告) or of the session that it is read to (2026年政府工作报告)."""
    backward: bool = True
    """Whether the report looks back: a summary, not a plan, notice or request."""
    signed: Date | None = None
    """The date under the report."""
    dated: Date | None = None
    """The date below the title, as that of the report."""
    cover: Day | None = None
    """The latest date that stands by itself above the text; a month counts to its end."""
    outvoted: Date | None = None
    """The date in the title, where its year is not that of the rest of the report."""

    def signed_late(self) -> int | None:
        """Months from the end of the period to the signature, negative before it."""
        if not self.signed or not self.signed.year or not self.signed.month:
            return None
        return (self.signed.year - self.end_year) * 12 + self.signed.month - self.last

    def limit(self, grace: int) -> Day:
        """The last day that the report can be about.

        It is that of its signature or cover, the later one; else `grace` months after its end. A date on
        the cover before that end is no date of writing.
        """
        months = self.last + grace - 1
        written = [day for day in (last_day(self.signed), self.cover) if day]
        if not self.signed and self.cover and self.cover < (self.end_year, self.last, 1):
            written = []
        return max(written, default=(self.end_year + months // 12, months % 12 + 1, 31))


def period_code(period: Period | None) -> str:
    """A period in few characters: 2026, 2026H1, 2026Q3, 2026-05; from one year into another 2025-09/2026-07.

    Empty for one that is not known, or not for certain.
    """
    if not period or not period.sure:
        return ""
    if period.year == period.end_year:
        return code(YearPart(period.year, period.first, period.last))
    return f"{period.year}-{period.first:02}/{period.end_year}-{period.last:02}"


_BEFORE = 7
"""Months before the end of its year in which a report on a part of it may have been signed."""
_AFTER = 9
"""Months after it in which it may have been signed."""


def read(text: str, part: Part, words: Words) -> Period | None:
    """The period of one report in the text of a file; None when no year can be made out."""
    title = part.title or (part.start, part.start)
    first = next((head.start for head in part.headings if head.block >= part.body_block), part.end)
    opening = min(first, title[1] + OPENING)
    extent = Extent(part.start, part.end, title, opening)
    known = _known(text)
    if (extent, words) not in known:
        known[extent, words] = _read(text, extent, words)
    return known[extent, words]


@lru_cache(maxsize=4)
def _known(text: str) -> dict[tuple[Extent, Words], Period | None]:
    """The periods told so far in a text, for the next rule of the file. A file may hold hundreds of reports,
    but of texts, which are long, only a few are kept.
    """
    return {}


def _read(text: str, extent: Extent, words: Words) -> Period | None:
    title = text[slice(*extent.title)]
    if has(title, words.fiscal_titles):
        return None
    backward = looks_back(title, text[extent.title[1] : extent.opening], words)
    known = key_dates(text, extent, words)
    (first, last), exact = named_months(text, extent, known, words)
    if school := school_years(title):
        first, last = 9, 1 if has(title, words.autumn_term_titles) else 7
    span = years_spanned(title) if known.titled and not school else None
    written = known.signed or (None if known.titled else known.dated or (None if backward else known.met))
    signed = _year_signed_for(written, last if backward else 0)
    own = exact or not backward or has(title, words.closed_titles)
    year = _year(known, signed, own)
    if not (school or year):
        return _agreed(text, backward, words)
    years = school or span or (year or 0, year or 0)
    period = Period(*years, first, last, exact, True, backward, known.signed, known.dated, known.cover)
    if own and known.titled and known.titled.year != year and not (school or span):
        return period._replace(outvoted=known.titled)
    return period._replace(sure=own or _is_confirmed(period, known))


def _is_confirmed(period: Period, known: KeyDates) -> bool:
    """Whether opening or signature tell that a report is about the year that was read from it."""
    if known.opened and known.opened.year == period.year:
        return True
    late = period.signed_late()
    return late is not None and -_BEFORE <= late <= (_AFTER if known.titled else 0)


@lru_cache(maxsize=8)
def _agreed(text: str, backward: bool, words: Words) -> Period | None:
    """The period named in a file without a year in title, opening or signature; None for several."""
    named = [date for date in dates(text) if date.year and date.period and may_be_own(text, date, words)]
    years = {date.year for date in named if date.year}
    if len(years) != 1:
        return None
    year = years.pop()
    first, last = YEAR_PERIODS[named[0].period]
    return Period(year, year, first, last, sure=False, backward=backward)


def _year_signed_for(signed: Date | None, last: int) -> int | None:
    """The year that a text signed on a date is about: a whole year is summed up until spring.

    `last` is the last month of its period, 0 for a text that does not look back.
    """
    if not signed or not signed.year:
        return None
    return signed.year - (last >= 10 and (signed.month or 12) <= 4)


def _year(known: KeyDates, signed: int | None, own: bool) -> int | None:
    """The year that the report is about, by title, opening, body and `signed`, the year signed for.

    `own` is whether the year in the title is that of the report; the date under it may be of that year, too,
    although it was signed in it for the year before.
    """
    title, opening = known.titled and known.titled.year, known.opened and known.opened.year
    if title is None:
        far = opening and signed and abs(opening - signed) > 1
        compared = opening and signed == opening + 1 and signed in known.compared
        return signed if far or compared or not opening else opening
    others = {year for year in (opening, signed) if year}
    years = list(known.years)
    if own and known.signed and signed == opening != known.signed.year:
        years.remove(known.signed.year)
    if len(others) == 1 and title not in others and title not in years:
        other = others.pop()
        return other if years.count(other) > 1 else title
    return title
