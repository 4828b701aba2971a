"""Spans of time that are not as long as the report says.

- Days: 6月18日至22日，为期七天. With or without the last day, and without the days off, is right.
- Weeks: 7月7日至8月1日，每周二、周四，共五周. Full weeks, or all of which the span has a day, are right.
- Years and months: 任期为2025年3月至2027年3月，任期五年.
- Years alone: 2019—2025年的四年间.
- Spans that cannot be of their name: 二季度（1—3月）, 2024—2026学年第一学期.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from linter.checks.period.calendar_errors import are_ends, precedes
from linter.checks.period.context import Report
from linter.checks.period.words import Words
from linter.checks.support.compiled import compiled
from linter.model.document import Span
from linter.model.finding import Match
from linter.model.message import Message
from linter.text.characters import has
from linter.text.dates import MONTHS, RANGE_SIGNS, YEAR_PERIODS, Date, days_in
from linter.text.numerals import COUNTING, value_of
from linter.text.patterns import alternation
from linter.text.sentences import COMMON_CLAUSE_ENDS, COMMON_STOPS

_COUNT = rf"([{COUNTING}两]{{1,3}}|\d{{1,3}})"
_DAYS = ("天", "日")
_WEEKS = ("周", "星期")
"""What the units of days (工作日) and of weeks (个星期) end in."""
_EVERY_WEEK = rf"(?:[，,（(]每周[^{COMMON_STOPS}，,\n\d]{{1,8}}[）)]?)?"
"""On which days of a span something is done, before how long it is: ，每周二、周四，共四周."""
_LENGTH = rf"(?P<number>[{COUNTING}两]{{1,3}}|\d{{1,3}})(?P<unit>天|个?工作日|个?星期|周|年|个月)"
_END = rf"(?P<end>(?=[{COMMON_CLAUSE_ENDS}）)\n]|$))"
_YEAR = r"((?:19|20)\d\d)年?"
_BEFORE = 24
"""Characters before a span in which its name and length stand: 租期2年，自."""
_WEEK = 7
_WEEKS_OFF = 2
"""Weeks of holidays in a term."""
_WORKDAYS = 5
"""Days of a week on which people work."""
_NO_HOLIDAYS = frozenset((3, 7, 8, 11))
"""Months that have no public holiday, and no Sunday on which people work to make up for one."""
_MONTHS_SLACK = 6
"""Months by which years are rounded: from March 2025 to October 2026 it may be called two years."""
_MONTH = 30.44
"""Days of a month."""
_PERIOD_NAME = f"({alternation(YEAR_PERIODS)})"
_NAMED_MONTHS = rf"(?<![、和及至到]){_PERIOD_NAME}[（(]{MONTHS}份?[）)]"
_MONTHS_NAMED = rf"{MONTHS}份?[（(]{_PERIOD_NAME}[）)]"


def lengths(report: Report) -> Iterator[Match]:
    """Spans that are not as long as told, or cannot be of their name."""
    for one, other in pairwise(report.dates):
        between = report.text[one.end : other.start]
        if not are_ends(report, one, other, between) or precedes(other, one):
            continue
        if wrong := _wrong_length(report, one, other):
            yield wrong
    yield from _wrong_years(report)
    yield from _wrong_quarters(report)
    yield from _wrong_school_years(report)


# --- days, months and years -----------------------------------------------------------------------


class _Told(NamedTuple):
    """How long a span is said to be."""

    number: str
    unit: str
    """天, 工作日, 年 or 个月."""
    lead: str
    """The words before the number: 为期, 放假调休，共."""
    span: Span


def _told(report: Report, one: Date, other: Date) -> _Told | None:
    """How long the span between two dates is said to be.

    Behind it stands for how long things go on (为期五天), how long people are off (放假调休，共8天), or the
    length alone (共5天; （5个工作日）; 任期五年, with 任期 before the span, too). Before it stands its
    name with the length: 租期2年，自…起至…止.
    """
    text, words = report.text, report.words
    before = text[max(report.part.start, one.start - _BEFORE) : one.start]
    lasting, in_all, off, names = map(
        alternation, (words.lasting, words.days_in_all, words.days_off, words.term_names)
    )
    named = alternation(word for word in words.term_names if word in before)
    alone = rf"[止）)]*{_EVERY_WEEK}(?:[，（(]?{in_all}|[（(]|[，,（(]{named}[为是]?)"
    lead = rf"[^{COMMON_STOPS}\n\d]{{0,4}}?{lasting}|[）)]?{off}[，,]?{in_all}?|{alone}"
    match = compiled(rf"({lead}){_LENGTH}{_END}?").match(text, other.end)
    if match and (match["end"] is not None or has(match[1], words.lasting)):
        return _Told(match["number"], match["unit"], match[1], (one.start, match.end()))
    ahead = rf"(?:{names}|{lasting})[为是共]?{_LENGTH}[，,：:]?(?P<since>[（(][自从]?|[即从自由])?$"
    match = compiled(ahead).search(before)
    ends = compiled(rf"[止）)]*{_END}").match(text, other.end)  # 任期五年，2021年10月至2023年5月任站长
    if not match or not ends or not (match["since"] or match["unit"].endswith(_DAYS)):
        return None
    return _Told(match["number"], match["unit"], "", (one.start - len(before) + match.start(), other.end))


def _wrong_length(report: Report, one: Date, other: Date) -> Match | None:
    """The match for a span that is not as long as told."""
    told = _told(report, one, other)
    count = value_of(told.number) if told else None
    if not told or not count:
        return None
    wrong_in = _days_told_wrong if told.unit.endswith((*_DAYS, *_WEEKS)) else _months_told_wrong
    wrong = wrong_in(report, (one, other), count, told)
    return Match(*told.span, wrong) if wrong else None


def _days_told_wrong(report: Report, ends: tuple[Date, Date], count: int, told: _Told) -> Message | None:
    """What is wrong with the number of days of a span; None where nothing is."""
    days, (one, other) = _days(report, *ends), ends
    fits = _may_take if told.unit.endswith(_WEEKS) else _may_last
    if not days or fits(days, count, told, report.words):
        return None
    return Message(
        f"从{one.month}月{one.day}日到{other.month}月{other.day}日是{len(days)}天，不是{count}{told.unit}，请核对",
        f"from {one.month}-{one.day} to {other.month}-{other.day} it is {len(days)} days, not {count}",
    )


def _days(report: Report, one: Date, other: Date) -> list[tuple[int, int]]:
    """The days of a span, each as its month and day of the week; none where its year is not known."""
    years = report.years(one)
    if not (one.day and other.day and one.month and other.month and years):
        return []
    year = min(years)
    last_year = year + ((other.month, other.day) < (one.month, one.day))
    if other.year and not other.carried:
        last_year = other.year
    if one.day > days_in(one.month, year) or other.day > days_in(other.month, last_year):
        return []
    import datetime

    first, last = datetime.date(year, one.month, one.day), datetime.date(last_year, other.month, other.day)
    days = (first + datetime.timedelta(at) for at in range((last - first).days + 1))
    return [(day.month, day.weekday()) for day in days]


def _may_last(days: list[tuple[int, int]], count: int, told: _Told, words: Words) -> bool:
    """Whether a span may be said to have so many days: with its last one or without, and with days off or
    without, but for a holiday, of which each one counts.
    """
    if has(told.lead, words.days_off):
        return count == len(days)
    workdays = sum(weekday < _WORKDAYS for _, weekday in days)
    plain = {month for month, _ in days} <= _NO_HOLIDAYS
    of_work = told.unit.endswith("日")
    goes_on = has(told.lead, (*words.lasting, *words.days_in_all)) and not of_work
    most = workdays if plain and of_work else len(days)
    return (workdays - 1 if plain or goes_on else 0) <= count <= most


def _may_take(days: list[tuple[int, int]], count: int, told: _Told, words: Words) -> bool:
    """Whether a span may be called so many weeks: those that are full, or all of which it has a day.

    Holidays may be left out.
    """
    mondays = sum(weekday == 0 for _, weekday in days[1:])
    off = 0 if {month for month, _ in days} <= _NO_HOLIDAYS else _WEEKS_OFF
    return len(days) // _WEEK - off <= count <= mondays + 1


def _months_told_wrong(report: Report, ends: tuple[Date, Date], count: int, told: _Told) -> Message | None:
    """What is wrong with the number of years or months of a span; None where nothing is."""
    one, other = ends
    if not (one.year and other.year and one.month and other.month):
        return None
    months = _months(one, other)
    size, slack = (12, _MONTHS_SLACK) if told.unit == "年" else (1, 1)
    if abs(months - count * size) <= slack:
        return None
    first, last = f"{one.year}年{one.month}月", f"{other.year}年{other.month}月"
    return Message(
        f"从{first}到{last}约{_length(months)}，不是{told.number}{told.unit}，请核对",
        f"from {one.year}-{one.month:02} to {other.year}-{other.month:02} it is about {months:.0f} months,"
        f" not {count * size}",
    )


def _months(one: Date, other: Date) -> float:
    """The months of a span, to the end of its last one where no day is told."""
    months = ((other.year or 0) - (one.year or 0)) * 12 + (other.month or 0) - (one.month or 0)
    return months + ((other.day + 1 - one.day) / _MONTH if one.day and other.day else 0.5)


def _length(months: float) -> str:
    years, rest = divmod(round(months), 12)
    return f"{years}年" * bool(years) + f"{rest}个月" * bool(rest)


# --- years, quarters and school years -------------------------------------------------------------


def _wrong_years(report: Report) -> Iterator[Match]:
    """Years from one to another whose number is told and is another, with or without the first of them."""
    text, part, words = report.text, report.part, report.words
    passed = alternation(words.years_passed)
    span = rf"(?<!\d){_YEAR}[{RANGE_SIGNS}]{{1,2}}{_YEAR}[的这，]?{_COUNT}年{passed}"
    for match in compiled(span).finditer(text, part.start, part.end):
        first, last, count = int(match[1]), int(match[2]), value_of(match[3])
        years = last - first
        if count and years > 0 and count not in (years, years + 1):
            message = Message(
                f"从{first}年到{last}年是{years}年（连头带尾{years + 1}年），不是{count}年，请核对",
                f"from {first} to {last} it is {years} years, {years + 1} with the first, not {count}",
            )
            yield Match(*match.span(), message)


def _wrong_quarters(report: Report) -> Iterator[Match]:
    """Parts of the year whose months are told and lie outside: 二季度（1—3月）."""
    text, part = report.text, report.part
    if has(text, report.period_words.fiscal_titles):
        return
    for pattern, name, first, last in ((_NAMED_MONTHS, 1, 2, 3), (_MONTHS_NAMED, 3, 1, 2)):
        for match in compiled(pattern).finditer(text, part.start, part.end):
            low, high = YEAR_PERIODS[match[name]]
            if not low <= int(match[first]) <= int(match[last]) <= high:
                message = Message(
                    f"{match[name]}是{low}—{high}月，不是{match[first]}—{match[last]}月，请核对",
                    f"{match[name]} has the months {low} to {high}: check them",
                )
                yield Match(*match.span(), message)


def _wrong_school_years(report: Report) -> Iterator[Match]:
    """School years that are none: 2025—2024学年, and with a term more than one: 2024—2026学年第一学期."""
    text, part = report.text, report.part
    terms = alternation(report.words.school_terms)
    pattern = rf"(?<!\d)(20\d\d)[{RANGE_SIGNS}]{{1,2}}(20\d\d)学年度?({terms})?"
    for match in compiled(pattern).finditer(text, part.start, part.end):
        years = int(match[2]) - int(match[1])
        if years < 1 or (years > 1 and match[3]):
            message = Message(
                f"一个学年跨前后两年，如{match[1]}—{int(match[1]) + 1}学年，这里写的是“{match[0]}”，请核对",
                f"a school year runs from one year into the next: check {match[1]} and {match[2]}",
            )
            yield Match(*match.span(), message)
