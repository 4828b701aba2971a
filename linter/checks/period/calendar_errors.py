"""Dates that are wrong in any year: days the calendar does not have, reversed spans."""

import re
from collections.abc import Iterator
from itertools import pairwise

from linter.checks.period.context import Report
from linter.model.finding import Match
from linter.model.message import Message
from linter.text.characters import has, word_at
from linter.text.dates import RANGE_SIGNS, Date, days_in
from linter.text.english_dates import english_dates
from linter.text.sentences import ENDING_QUOTES, OPENING_QUOTES, sentence

_JOINTS = " 初底末份（）()" + RANGE_SIGNS
"""What may stand between the two ends of a span of time."""
_OPENS = " （("
"""What stands before a remark: 14日（7月9日报到） is no span."""
_LINK = 2
"""The most characters between the two ends of a range."""
_SHORT = 4
"""The most characters between the ends of a span that has no words: （周一）至."""
_SPAN = 12
"""The most characters between those of one with words: 正式启动，并于."""
_FROM_YEAR = f"(20[0-9]{{2}})[{RANGE_SIGNS}]{{1,2}}$"


def impossible(report: Report) -> Iterator[Match]:
    """Days and months that the calendar does not have."""
    before = None
    for date in report.dates:
        if not report.text.startswith(report.words.after_no_date, date.end):
            yield from _impossible(report, date, before)
        before = date
    for date in english_dates(report.text, report.part.start, report.part.end):
        yield from _impossible(report, date, None)


def _impossible(report: Report, date: Date, before: Date | None) -> Iterator[Match]:
    """What is wrong with a date; `before` is the one before it in the report."""
    if date.month is None or is_cited(report.text, date):
        return
    if not 1 <= date.month <= 12:
        if date.year or date.day is not None or _ends_range(report.text, date, before):
            message = Message(f"没有{date.month}月，请核对", f"there is no month {date.month}: check it")
            yield Match(date.start, date.end, message)
    elif date.day is not None:
        leap_day = date.month == 2 and date.day == 29
        years = report.years(date) if leap_day else set()
        most = max((days_in(date.month, year) for year in years), default=days_in(date.month))
        if not 1 <= date.day <= most and not (leap_day and _is_of_any_leap_year(report, date)):
            yield Match(date.start, date.end, _no_such_day(date, most, years))


def _is_of_any_leap_year(report: Report, date: Date) -> bool:
    """Whether a 29 February is that of leap years, not of a year named before: 2031年2月28日，闰年2月29日."""
    if date.year and not date.carried:
        return False
    start, end = sentence(report.text, date.start)
    return has(report.text[start:end], report.words.leap_years)


def _ends_range(text: str, date: Date, before: Date | None) -> bool:
    """Whether a month is the second of a range of months: 1月至13月."""
    if not before or date.start - before.end > _LINK:
        return False
    between = text[before.end : date.start]
    return bool(between) and not between.strip(_JOINTS)


def is_cited(text: str, date: Date) -> bool:
    """Whether a date stands alone in quotation marks, as in a text about wrong dates."""
    before, behind = text[date.start - 1 : date.start], text[date.end : date.end + 1]
    return before in tuple(OPENING_QUOTES) and behind in tuple(ENDING_QUOTES)


def _no_such_day(date: Date, most: int, years: set[int]) -> Message:
    if years:
        year = min(years)
        return Message(
            f"{year}年不是闰年，2月只有28天，请核对",
            f"{year} is no leap year and February has 28 days: check the date",
        )
    return Message(
        f"{date.month}月没有{date.day}日，最多{most}天，请核对",
        f"that month has {most} days, not {date.day}: check the date",
    )


def order(report: Report) -> Iterator[Match]:
    """Spans of time whose end lies before their beginning."""
    text, dates = report.text, report.dates
    for date in dates:
        if date.year and text[date.start - 1 : date.start] in tuple(RANGE_SIGNS):
            earlier = re.search(_FROM_YEAR, text[max(0, date.start - 8) : date.start])
            if earlier and int(earlier[1]) > date.year:
                start = date.start - len(earlier[0])
                yield Match(start, date.end, _reversed(earlier[1], str(date.year)))
    for one, other in pairwise(dates):
        between = text[one.end : other.start]
        if not between.strip() or not are_ends(report, one, other, between):
            continue
        if precedes(other, one):
            message = _reversed(text[one.start : one.end], text[other.start : other.end])
            yield Match(one.start, other.end, message)


def are_ends(report: Report, one: Date, other: Date, between: str) -> bool:
    """Whether two dates are the ends of one span: 7月8日至10日, 自7月8日起，至7月10日结束."""
    if len(between) <= _SHORT and not between.strip(_JOINTS):
        return not between or bool(between.strip(_OPENS))
    words = report.words
    if len(between) > _SPAN or not report.text.startswith(words.ended, other.end):
        return False
    begun = word_at(between, words.begun)
    link = between[len(begun) :].strip(" ，、")
    return bool(begun) and (not link or link in words.span_links)


def _reversed(one: str, other: str) -> Message:
    return Message(
        f"起止时间颠倒：“{other}”早于“{one}”，请核对",
        f"the span ends before it begins: {other} is before {one}; check both",
    )


def precedes(end: Date, start: Date) -> bool:
    """Whether the end of a span certainly lies before its beginning; it may run into the next year."""
    dated = bool(start.year and end.year and not end.carried)
    if dated and start.year != end.year:
        return bool(start.year and end.year and end.year < start.year)
    if not start.month or not end.month:
        return False
    days = bool(start.day and end.day)
    if start.month == end.month:
        return bool(start.day and end.day and end.day < start.day)
    return end.month < start.month and (dated or (days and start.month - end.month <= 2))
