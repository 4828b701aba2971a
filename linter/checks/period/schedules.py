"""Times of a notice or plan that lie before it was signed.

- They were left in last year's: 考试时间：2023年1月9日, signed 5 January 2024.
- It announces them: 定于5月10日举行, signed 1 June.
- Something is asked for by then: 请于5月10日前上报, signed 20 May.
"""

from collections.abc import Iterator

from linter.checks.period.context import Report
from linter.model.finding import Match
from linter.model.message import Message
from linter.structure.reporting_period.key_dates import Day, last_day
from linter.text.characters import has, is_han
from linter.text.dates import RANGE_SIGNS, Date
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
    invites = _invites(report)
    for date in report.dates:
        if not date.month or not date.day or date.year_offset or quoted(report.text, date.start):
            continue
        late = ((date.year or 0) + 1 - signed[0]) * 12 + date.month - signed[1]
        if report.text.endswith(report.words.set_times, 0, date.start) and 0 <= late <= _SOON:
            message = Message(
                f"定的时间在{date.year}年，而落款是{signed[0]}年：年份像是沿用旧稿，请核对",
                f"set for {date.year}, but signed in {signed[0]}: the year seems left over, correct it",
            )
            yield Match(date.start, date.end, message)
        elif invites and _is_over(date, signed) and _is_appointed(report, date):
            message = Message(
                f"定的时间早于落款的日期（{signed[0]}年{signed[1]}月{signed[2]}日），请核对",
                f"set for a day before it was signed ({signed[0]}-{signed[1]:02}-{signed[2]:02}): check both",
            )
            yield Match(date.start, date.end, message)


def _invites(report: Report) -> bool:
    """Whether a text sets times by its title: a notice or invitation, on nothing that was before."""
    title = report.text[slice(*report.part.title)].strip() if report.part.title else ""
    return title.endswith(report.words.notices) and not has(title, report.words.notices_of_past)


def _is_over(date: Date, signed: Day) -> bool:
    """Whether a day lies before that of the signature; one without a year may be of the next."""
    month, day = date.month or 0, date.day or 0
    next_year = not date.year and signed[1] - month > _HALF_YEAR
    return not next_year and (date.year or signed[0], month, day) < signed


def _is_appointed(report: Report, date: Date) -> bool:
    """Whether it is the time for something to come, by what stands before it: not 上次会议时间：, and not the
    first of several days, on which it may have begun.
    """
    text, words = report.text, report.words
    start, end = sentence(text, date.start)
    label = next((word for word in words.set_times if text.endswith(word, 0, date.start)), "")
    opens = bool(label) and not (is_han(label[0]) and is_han(text[date.start - len(label) - 1]))
    appointed = opens or text.endswith(words.appointed, 0, date.start)
    begins = text.startswith((*RANGE_SIGNS, "起"), date.end)
    return appointed and not begins and not has(text[start:end], words.set_before)


def past_due(report: Report) -> Iterator[Match]:
    """The days before which a text that does not look back asks for something, and which lie before it was
    signed.
    """
    period, text, words = report.period, report.text, report.words
    signed = last_day(period.signed) if period and not period.backward else None
    if not signed or not period or not period.signed or not period.signed.day:
        return
    for date in report.dates:
        if not date.month or not date.day or not text.startswith("前", date.end) or date.year_offset:
            continue
        if text.startswith(words.not_deadlines, date.end) or quoted(text, date.start):
            continue
        start, end = sentence(text, date.start)
        if "的" in text[date.end : min(end, date.end + _RELATIVE)]:
            continue
        asked = has(text[start : date.start], words.asks) and text.endswith(words.by, start, date.start)
        if _is_over(date, signed) and asked and not has(text[start:end], (*words.done, *words.overdue)):
            message = Message(
                f"要求的期限早于落款的日期（{signed[0]}年{signed[1]}月{signed[2]}日），请核对",
                f"asked for before it was signed ({signed[0]}-{signed[1]:02}-{signed[2]:02}): check both",
            )
            yield Match(date.start, date.end, message)
