"""Dates that are wrong in any year: days the calendar does not have, wrong weekdays, reversed spans."""

import re
from collections.abc import Iterator
from itertools import pairwise

from linter.checks.period.context import Report
from linter.checks.support.compiled import compiled
from linter.model.finding import Match
from linter.model.message import Message
from linter.text.characters import has, word_at
from linter.text.dates import RANGE_DASHES, RANGE_SIGNS, WEEKDAYS, Date, days_in
from linter.text.english_dates import WEEKDAYS_ENGLISH, english_dates
from linter.text.numerals import COUNTING, value_of
from linter.text.patterns import alternation
from linter.text.sentences import COMMON_CLAUSE_ENDS, COMMON_STOPS, ENDING_QUOTES, OPENING_QUOTES, sentence

_JOINTS = " 初底末份（）()" + RANGE_SIGNS
"""What may stand between the two ends of a span of time."""
_LINK = 2
"""The most characters between the two ends of a range."""
_SHORT = 4
"""The most characters between the ends of a span that has no words: （周一）至."""
_SPAN = 12
"""The most characters between those of one with words: 正式启动，并于."""
_DAYS = rf"([{COUNTING}]{{1,3}}|\d{{1,3}})天"
_WORKDAYS = 5
"""Days of a week on which people work."""
_ENGLISH_WORD = 10
"""Characters before a date in English in which the word before it stands."""
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
    if date.month is None or _cited(report.text, date):
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
    if not before or not before.month or date.start - before.end > _LINK:
        return False
    between = text[before.end : date.start]
    return bool(between) and not between.strip(_JOINTS)


def _cited(text: str, date: Date) -> bool:
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
        f"month {date.month} has {most} days, not {date.day}: check the date",
    )


def weekdays(report: Report) -> Iterator[Match]:
    """Days of the week that the date does not fall on."""
    for date in report.dates:
        if wrong := _misses_weekday(report, date):
            yield _wrong_weekday(report.text, date, *wrong)
    for date in english_dates(report.text, report.part.start, report.part.end):
        wrong = None if _is_of_others(report, date) else _misses_weekday(report, date)
        if wrong and (date.year or not _falls_nearby(date, wrong[0])):
            yield _wrong_english_weekday(report.text, date, *wrong)


def _is_of_others(report: Report, date: Date) -> bool:
    """Whether the day of the week before a date in English is not that of the date alone: Monday to Friday,
    3 May.
    """
    before = report.text[max(0, date.start - _ENGLISH_WORD) : date.start].rstrip()
    return before.endswith(tuple(RANGE_DASHES)) or before.rpartition(" ")[2] in report.words.before_no_weekday


def _misses_weekday(report: Report, date: Date) -> tuple[int, int] | None:
    """The year of a date, and the day of the week that it falls on, where it is said to be another one."""
    if date.weekday is None or not date.month or not date.day or _cited(report.text, date):
        return None
    years = [year for year in sorted(report.years(date)) if date.day <= days_in(date.month, year)]
    right = [_weekday(year, date.month, date.day) for year in years]
    return (years[0], right[0]) if right and date.weekday not in right else None


def _falls_nearby(date: Date, year: int) -> bool:
    """Whether the day of the week is right in the year before or after: an invitation may be for the next."""
    month, day = date.month or 1, date.day or 1
    nearby = [each for each in (year - 1, year + 1) if day <= days_in(month, each)]
    return date.weekday in [_weekday(each, month, day) for each in nearby]


def _weekday(year: int, month: int, day: int) -> int:
    """The day of the week: 0 for Monday. What tells it is loaded here, for few reports name one."""
    import datetime

    return datetime.date(year, month, day).weekday()


def _wrong_weekday(text: str, date: Date, year: int, right: int) -> Match:
    suggestion = text[date.start : date.end - 1] + WEEKDAYS[right]
    return Match(date.start, date.end, _falls_on(date, year, right), suggestion=suggestion)


def _wrong_english_weekday(text: str, date: Date, year: int, right: int) -> Match:
    """The same for a date in English: its day of the week is written in full or shortened (Mon)."""
    said, better = WEEKDAYS_ENGLISH[date.weekday or 0], WEEKDAYS_ENGLISH[right]
    written, short = text[date.start : date.end], len("Mon")
    suggestion = (
        written.replace(said, better) if said in written else written.replace(said[:short], better[:short])
    )
    changed = suggestion if suggestion != written else None
    return Match(date.start, date.end, _falls_on(date, year, right), suggestion=changed)


def _falls_on(date: Date, year: int, right: int) -> Message:
    said = date.weekday or 0
    day, other = WEEKDAYS_ENGLISH[right], WEEKDAYS_ENGLISH[said]
    return Message(
        f"{year}年{date.month}月{date.day}日是星期{WEEKDAYS[right]}，不是星期{WEEKDAYS[said]}",
        f"{year}-{date.month:02}-{date.day:02} is a {day}, not a {other}",
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
        if not between.strip() or not _are_ends(report, other, between):
            continue
        if _precedes(other, one):
            message = _reversed(text[one.start : one.end], text[other.start : other.end])
            yield Match(one.start, other.end, message)
        elif wrong := _wrong_duration(report, one, other):
            yield wrong


def _wrong_duration(report: Report, one: Date, other: Date) -> Match | None:
    """The match for a span that is said to last another number of days: 6月18日至22日，为期七天. The number
    may leave out the last day, and weekends.
    """
    if not one.day or not other.day or not one.month or not other.month:
        return None
    lasting, in_all = map(alternation, (report.words.lasting, report.words.days_in_all))
    alone = rf"[，（(]?{in_all}{_DAYS}(?=[{COMMON_CLAUSE_ENDS}）)\n]|$)"
    duration = rf"[^{COMMON_STOPS}\n\d]{{0,4}}?{lasting}{_DAYS}|{alone}"
    found = compiled(duration).match(report.text, other.end)
    count = value_of(found[1] or found[2]) if found else None
    years = report.years(one)
    if not found or not count or not years or _cited(report.text, one):
        return None
    import datetime

    year = min(years)
    later = (other.month, other.day) < (one.month, one.day)
    try:
        first = datetime.date(year, one.month, one.day)
        last = datetime.date(year + later, other.month, other.day)
    except ValueError:
        return None
    days = [first + datetime.timedelta(at) for at in range((last - first).days + 1)]
    least = sum(day.weekday() < _WORKDAYS for day in days) - 1
    if least <= count <= len(days):
        return None
    message = Message(
        f"从{one.month}月{one.day}日到{other.month}月{other.day}日是{len(days)}天，不是{count}天，请核对",
        f"from {one.month}-{one.day} to {other.month}-{other.day} it is {len(days)} days, not {count}",
    )
    return Match(one.start, found.end(), message)


def _are_ends(report: Report, last: Date, between: str) -> bool:
    """Whether a date ends the span that the one before it begins: 7月8日至10日, 自7月8日起，至7月10日结束."""
    if len(between) <= _SHORT and not between.strip(_JOINTS):
        return True
    words = report.words
    begun = word_at(between, words.begun)
    link = between[len(begun) :].strip(" ，、")
    joined = begun and len(between) <= _SPAN and (not link or link in words.span_links)
    return bool(joined) and report.text.startswith(words.ended, last.end)


def _reversed(one: str, other: str) -> Message:
    return Message(
        f"起止时间颠倒：“{other}”早于“{one}”，请核对",
        f"the span ends before it begins: {other} is before {one}; check both",
    )


def _precedes(end: Date, start: Date) -> bool:
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
