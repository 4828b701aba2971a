"""Dates under a report long before or after its period."""

from collections.abc import Iterator

from linter.checks.period.context import Report
from linter.model.finding import Match
from linter.model.message import Message
from linter.structure.reporting_period import Period
from linter.text.characters import has

_EARLIEST = {True: -2, False: -9}
"""Months from the period's end that a report may be signed at the earliest; one that names only a
year may be of any part of it."""
_LATEST = 9
"""The most months from the period's end to the signature."""


def misdated(period: Period) -> bool:
    """Whether a report is signed too early to be about its period, so that nothing follows from its date."""
    late = period.signed_late()
    return late is not None and late < _EARLIEST[period.exact] and not _is_of_winter(period)


def _is_of_winter(period: Period) -> bool:
    """Whether a report on two years, without months, is signed in the second: it is about a winter."""
    signed = period.signed and period.signed.year
    return period.last == 12 and period.end_year == period.year + 1 == signed


def signature(report: Report) -> Iterator[Match]:
    """The date under the report, where it does not fit the period."""
    period = report.period
    late = period.signed_late() if period and period.backward else None
    if not period or not period.signed or late is None:
        return
    early = period.sure and (misdated(period) or _is_signed_early(period, late))
    if not early and late <= _LATEST:
        return
    title = report.title
    if early and not period.exact and has(title, report.words.early_titles):
        return
    if late > 0 and has(title, report.words.follow_up_titles):
        return
    when = Message("早于", "before") if late < 0 else Message("远晚于", "long after")
    span = f"{period.first}—{period.last}月"
    if period.year != period.end_year:
        span = f"{period.first}月—{period.end_year}年{period.last}月"
    message = Message(
        f"落款日期{when.zh}报告期（{period.year}年{span}），请核对日期",
        f"signed {when.en} the period of the report ({period.year}-{period.first:02} to"
        f" {period.end_year}-{period.last:02}): check the date",
    )
    yield Match(period.signed.start, period.signed.end, message)


def _is_signed_early(period: Period, late: int) -> bool:
    """Whether a report on named months was signed well before they were over."""
    return (
        period.exact
        and period.last < 12
        and late == -1
        and bool(period.signed and (period.signed.day or 31) <= 20)
    )
