"""Dates under a report long before or after its period."""

from collections.abc import Iterator

from linter.checks.period import english
from linter.checks.period.context import Report
from linter.model.finding import Match
from linter.model.message import Message
from linter.structure.reporting_period import Period
from linter.text.characters import BLANKS, has
from linter.text.dates import Date

_EARLIEST = {True: -2, False: -9}
"""Months from the period's end that a report may be signed at the earliest; one that names only a
year may be of any part of it."""
_LATEST = 9
"""The most months from the period's end to the signature."""
_COPIED = 30
"""The most months from the signature to the period's end in a report that was written over an older one."""
_EARLIEST_PLAN = -9
"""Month in which a plan for a year is made at the earliest, counted from the year's beginning: April."""
_LATEST_PLAN = 12
"""Month in which it is made at the latest."""


def misdated(period: Period) -> bool:
    """Whether a report is signed too early to be about its period, so that nothing follows from its date."""
    late = period.signed_late()
    return late is not None and late < _EARLIEST[period.exact] and not _is_of_winter(period)


def _is_of_winter(period: Period) -> bool:
    """Whether a report on two years, without months, is signed in the second: it is about a winter."""
    signed = period.signed and period.signed.year
    return period.last == 12 and period.end_year == period.year + 1 == signed


def signature(report: Report) -> Iterator[Match]:
    """The date under the report or below its title, where it does not fit the period."""
    period = report.period
    if not period:
        yield from english.misdated(report)
    elif period.backward:
        yield from _misfit(report, period)
        below = period._replace(signed=period.dated)
        late = (
            below.signed_late() if period.dated != period.signed and period.year == period.end_year else None
        )
        # A later one may be that of a page on the web, one long before that of something else.
        if late is not None and -_COPIED <= late < 0:
            yield from _misfit(report, below)
    else:
        yield from _misdated_plan(report, period)


def _misdated_plan(report: Report, period: Period) -> Iterator[Match]:
    """The date of a plan for a year that was made in spring of the year before, or after its end: that of
    last year's plan, or of the report on it.
    """
    title = report.text[slice(*report.part.title)].rstrip(f"{BLANKS}\n") if report.part.title else ""
    title = title.removesuffix("》的通知")
    signed, words = period.signed or period.dated, report.words
    if not title.endswith(words.plan_titles) or has(title, words.planned_long_before):
        return
    if not signed or not signed.year or not signed.month or f"{period.year}年" not in title:
        return
    months = (signed.year - period.year) * 12 + signed.month
    late = period.signed and months > _LATEST_PLAN  # below the title it may be that of a page on the web
    if period.year == period.end_year and (late or months <= _EARLIEST_PLAN):
        yield _misfits(period, signed)


def _misfit(report: Report, period: Period) -> Iterator[Match]:
    """The date that a period is held against, where it does not fit."""
    late = period.signed_late()
    if not period.signed or late is None:
        return
    early = period.sure and (misdated(period) or _is_signed_early(period, late))
    if not early and late <= _LATEST:
        return
    title = report.title
    if early and not period.exact and has(title, report.words.early_titles):
        return
    if late > 0 and has(title, report.words.follow_up_titles):
        return
    yield _misfits(period, period.signed)


def _misfits(period: Period, signed: Date) -> Match:
    early = (signed.year or 0, signed.month or 0) <= (period.end_year, period.last)
    when = Message("早于", "before") if early else Message("远晚于", "long after")
    span = f"{period.first}—{period.last}月"
    if period.year != period.end_year:
        span = f"{period.first}月—{period.end_year}年{period.last}月"
    message = Message(
        f"落款日期{when.zh}报告期（{period.year}年{span}），请核对日期",
        f"signed {when.en} the period of the report ({period.year}-{period.first:02} to"
        f" {period.end_year}-{period.last:02}): check the date",
    )
    return Match(signed.start, signed.end, message)


def _is_signed_early(period: Period, late: int) -> bool:
    """Whether a report on named months was signed well before they were over."""
    return (
        period.exact
        and period.last < 12
        and late == -1
        and bool(period.signed and (period.signed.day or 31) <= 20)
    )
