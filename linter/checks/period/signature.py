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
    """The date under the report, where it does not fit the period."""
    known = report.period
    late = known.signed_late() if known and known.backward else None
    if not known or not known.signed or late is None:
        return
    early = known.sure and (misdated(known) or _is_signed_early(known, late))
    if not early and late <= _LATEST:
        return
    title = report.text[slice(*report.part.title)] if report.part.title else ""
    if early and not known.exact and has(title, report.words.early_titles):
        return
    if late > 0 and has(title, report.words.follow_up_titles):
        return
    when = Message("早于", "before") if late < 0 else Message("远晚于", "long after")
    span = f"{known.first}—{known.last}月"
    if known.year != known.end_year:
        span = f"{known.first}月—{known.end_year}年{known.last}月"
    message = Message(
        f"落款日期{when.zh}报告期（{known.year}年{span}），请核对日期",
        f"signed {when.en} the period of the report ({known.year}-{known.first:02} to"
        f" {known.end_year}-{known.last:02}): check the date",
    )
    yield Match(known.signed.start, known.signed.end, message)


def _is_signed_early(known: Period, late: int) -> bool:
    """Whether a report on named months was signed well before they were over."""
    return (
        known.exact
        and known.last < 12
        and late == -1
        and bool(known.signed and (known.signed.day or 31) <= 20)
    )
