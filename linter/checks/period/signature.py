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


def misdated(known: Period) -> bool:
    """Whether a report is signed too early to be about its period, so that nothing follows from its date."""
    late = known.signed_late()
    return late is not None and late < _EARLIEST[known.exact] and not _is_of_winter(known)


def _is_of_winter(known: Period) -> bool:
    """Whether a report on two years in a row, months not told, is signed in the second: on the season that
    ends in it.
    """
    signed = known.signed and known.signed.year
    return known.last == 12 and known.end_year == known.year + 1 == signed


def signature(report: Report) -> Iterator[Match]:
    """The date under the report or below its title, where it does not fit the period."""
    known = report.period
    if not known:
        yield from english.misdated(report)
    elif known.backward:
        yield from _misfit(report, known)
        below = known._replace(signed=known.dated)
        late = below.signed_late() if known.dated != known.signed and known.year == known.end_year else None
        # A later one may be that of a page on the web, one long before that of something else.
        if late is not None and -_COPIED <= late < 0:
            yield from _misfit(report, below)
    else:
        yield from _misdated_plan(report, known)


def _misdated_plan(report: Report, known: Period) -> Iterator[Match]:
    """The date of a plan for a year that was made in spring of the year before, or after its end: that of
    last year's plan, or of the report on it.
    """
    title = report.text[slice(*report.part.title)].rstrip(f"{BLANKS}\n") if report.part.title else ""
    title = title.removesuffix("》的通知")
    signed, words = known.signed or known.dated, report.words
    if not title.endswith(words.plan_titles) or has(title, words.planned_long_before):
        return
    if not signed or not signed.year or not signed.month or f"{known.year}年" not in title:
        return
    months = (signed.year - known.year) * 12 + signed.month
    late = known.signed and months > _LATEST_PLAN  # below the title it may be that of a page on the web
    if known.year == known.end_year and (late or months <= _EARLIEST_PLAN):
        yield _misfits(known, signed)


def _misfit(report: Report, known: Period) -> Iterator[Match]:
    """The date that a period is held against, where it does not fit."""
    late = known.signed_late()
    if not known.signed or late is None:
        return
    early = known.sure and (misdated(known) or _is_signed_early(known, late))
    if not early and late <= _LATEST:
        return
    title = report.text[slice(*report.part.title)] if report.part.title else ""
    if early and not known.exact and has(title, report.words.early_titles):
        return
    if late > 0 and has(title, report.words.follow_up_titles):
        return
    yield _misfits(known, known.signed)


def _misfits(known: Period, signed: Date) -> Match:
    early = (signed.year or 0, signed.month or 0) <= (known.end_year, known.last)
    when = Message("早于", "before") if early else Message("远晚于", "long after")
    span = f"{known.first}—{known.last}月"
    if known.year != known.end_year:
        span = f"{known.first}月—{known.end_year}年{known.last}月"
    message = Message(
        f"落款日期{when.zh}报告期（{known.year}年{span}），请核对日期",
        f"signed {when.en} the period of the report ({known.year}-{known.first:02} to"
        f" {known.end_year}-{known.last:02}): check the date",
    )
    return Match(signed.start, signed.end, message)


def _is_signed_early(known: Period, late: int) -> bool:
    """Whether a report on named months was signed well before they were over."""
    return (
        known.exact
        and known.last < 12
        and late == -1
        and bool(known.signed and (known.signed.day or 31) <= 20)
    )
