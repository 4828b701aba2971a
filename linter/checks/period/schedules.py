"""Times of a notice or plan that were left in last year's: 考试时间：2023年1月9日, signed 5 January 2024.

And what is asked for by a day that was over when the notice was signed: 请于5月10日前上报, signed 20 May.
"""

from collections.abc import Iterator

from linter.checks.period.context import Report
from linter.model.finding import Match
from linter.model.message import Message
from linter.structure.reporting_period.key_dates import last_day
from linter.text.characters import has
from linter.text.sentences import quoted, sentence

_HALF_YEAR = 6
"""A month without a year that lies farther back is that of the next: 请于1月10日前报送, on 20 December."""
_RELATIVE = 12
"""Characters behind a day in which 的 shows that it tells which ones are meant: 5月10日前上报的材料."""
_SOON = 6
"""Within how many months of the signature a time lies once its year is put right."""


def past_times(report: Report) -> Iterator[Match]:
    """The times set by a text that does not look back, which lie a year before they can be meant."""
    period = report.period
    signed = period and not period.backward and last_day(period.signed)
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


def past_due(report: Report) -> Iterator[Match]:
    """The days before which a notice asks for something, and which lie before it was signed."""
    period, text, words = report.period, report.text, report.words
    signed = last_day(period.signed) if period else None
    if not signed or not period or not period.signed or not period.signed.day:
        return
    for date in report.dates:
        if not date.month or not date.day or not text.startswith("前", date.end) or date.year_offset:
            continue
        if text.startswith(words.not_deadlines, date.end) or quoted(text, date.start):
            continue
        start, end = sentence(text, date.start)
        next_year = not date.year and signed[1] - date.month > _HALF_YEAR
        if next_year or "的" in text[date.end : min(end, date.end + _RELATIVE)]:
            continue
        asked = has(text[start : date.start], words.asks) and text.endswith(words.by, start, date.start)
        over = (date.year or signed[0], date.month, date.day) < signed
        if over and asked and not has(text[start:end], (*words.done, *words.overdue)):
            message = Message(
                f"要求的期限早于落款的日期（{signed[0]}年{signed[1]}月{signed[2]}日），请核对",
                f"asked for before it was signed ({signed[0]}-{signed[1]:02}-{signed[2]:02}): check both",
            )
            yield Match(date.start, date.end, message)
