"""Times of a notice or plan that were left in last year's: 考试时间：2023年1月9日, signed 5 January 2024."""

from collections.abc import Iterator

from linter.checks.period.context import Report
from linter.model.finding import Match
from linter.model.message import Message
from linter.structure.reporting_period.key_dates import last_day
from linter.text.sentences import quoted

_SOON = 6
"""Within how many months of the signature a time lies once its year is put right."""


def past_times(report: Report) -> Iterator[Match]:
    """The times set by a text that does not look back, which lie a year before they can be meant."""
    known = report.period
    signed = known and not known.backward and last_day(known.signed)
    if not signed:
        return
    for date in report.dates:
        if not date.year or not date.month or not date.day or date.year != signed[0] - 1:
            continue
        is_set = report.text.endswith(report.words.set_times, 0, date.start)
        late = (date.year + 1 - signed[0]) * 12 + date.month - signed[1]
        if 0 <= late <= _SOON and is_set and not quoted(report.text, date.start):
            message = Message(
                f"定的时间在{date.year}年，而落款是{signed[0]}年：年份像是沿用旧稿，请核对",
                f"set for {date.year}, but signed in {signed[0]}: the year seems left over, correct it",
            )
            yield Match(date.start, date.end, message)
