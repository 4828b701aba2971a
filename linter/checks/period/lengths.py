"""Spans of time that are not as long as the report says.

- Days: 6月18日至22日，为期七天. With or without the last day, and without the days off, is right.
- Years and months: 任期为2025年3月至2027年3月，任期五年.
- Years alone: 2019—2025年的四年间.
- Spans that cannot be of their name: 二季度（1—3月）, 2024—2026学年第一学期.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from linter.checks.period.calendar_errors import are_ends, is_cited, precedes
from linter.checks.period.context import Report
from linter.checks.support.compiled import compiled
from linter.model.finding import Match
from linter.model.message import Message
from linter.text.characters import has
from linter.text.dates import MONTHS, RANGE_SIGNS, YEAR_PERIODS, Date, days_in
from linter.text.numerals import COUNTING, value_of
from linter.text.patterns import alternation
from linter.text.sentences import COMMON_CLAUSE_ENDS, COMMON_STOPS

_COUNT = rf"([{COUNTING}两]{{1,3}}|\d{{1,3}})"
_END = rf"(?=[{COMMON_CLAUSE_ENDS}）)\n]|$)"
_YEAR = r"((?:19|20)\d\d)年?"
_BEFORE = 24
"""Characters before a span in which its name and length stand: 租期2年，自."""
_WORKDAYS = 5
"""Days of a week on which people work."""
_NO_HOLIDAYS = frozenset((3, 7, 8, 11))
"""Months that have no public holiday, and no Sunday on which people work to make up for one."""
_MONTHS_SLACK = 6
"""Months by which years are rounded: from March 2025 to October 2026 it may be called two years."""
_MONTH = 30.44
"""Days of a month."""


def lengths(report: Report) -> Iterator[Match]:
    """Spans that are not as long as told, or cannot be of their name."""
    for one, other in pairwise(report.dates):
        between = report.text[one.end : other.start]
        if not between.strip() or not are_ends(report, one, other, between) or precedes(other, one):
            continue
        if wrong := _wrong_days(report, one, other) or _wrong_term(report, one, other):
            yield wrong
    yield from _wrong_years(report)
    yield from _wrong_quarters(report)
    yield from _wrong_school_years(report)


# --- days -----------------------------------------------------------------------------------------


def _wrong_days(report: Report, one: Date, other: Date) -> Match | None:
    """The match for a span of days whose number is told and is another."""
    days = _days(report, one, other)
    told = _told_days(report, one, other) if days else None
    if not told or is_cited(report.text, one):
        return None
    count = value_of(next(filter(None, told.group("lasting", "off", "days")))) or 0
    if not count or _may_last(days, count, told):
        return None
    unit = told["unit"] or "天"
    message = Message(
        f"从{one.month}月{one.day}日到{other.month}月{other.day}日是{len(days)}天，不是{count}{unit}，请核对",
        f"from {one.month}-{one.day} to {other.month}-{other.day} it is {len(days)} days, not {count}",
    )
    return Match(one.start, told.end(), message)


def _told_days(report: Report, one: Date, other: Date) -> re.Match[str] | None:
    """What tells the days of a span, behind it.

    It says for how long things go on (为期五天), how long people are off (放假调休，共8天), or the days alone
    (共5天; （5个工作日）; 公示期5天, where 公示期 stands before the span, too).
    """
    words = report.words
    lasting, in_all, off = map(alternation, (words.lasting, words.days_in_all, words.days_off))
    before = report.text[max(report.part.start, one.start - _BEFORE) : one.start]
    named = alternation(word for word in words.term_names if word in before)
    pattern = (
        rf"[^{COMMON_STOPS}\n\d]{{0,4}}?{lasting}{_COUNT.replace('(', '(?P<lasting>', 1)}天"
        rf"|[）)]?{off}[，,]?{in_all}?{_COUNT.replace('(', '(?P<off>', 1)}天{_END}"
        rf"|[）)]?(?:[，（(]?{in_all}|(?P<bracket>[（(])|[，,（(]{named}[为是]?)"
        rf"{_COUNT.replace('(', '(?P<days>', 1)}(?P<unit>天|个?工作日){_END}"
    )
    return compiled(pattern).match(report.text, other.end)


def _days(report: Report, one: Date, other: Date) -> list[tuple[int, int]]:
    """The days of a span, each as its month and day of the week; none where its year is not known."""
    years = report.years(one)
    if not (one.day and other.day and one.month and other.month and years):
        return []
    year = min(years)
    last_year = other.year if other.year and not other.carried else 0
    if not last_year:
        last_year = year + ((other.month, other.day) < (one.month, one.day))
    if one.day > days_in(one.month, year) or other.day > days_in(other.month, last_year):
        return []
    import datetime

    first, last = datetime.date(year, one.month, one.day), datetime.date(last_year, other.month, other.day)
    days = (first + datetime.timedelta(at) for at in range((last - first).days + 1))
    return [(day.month, day.weekday()) for day in days]


def _may_last(days: list[tuple[int, int]], count: int, told: re.Match[str]) -> bool:
    """Whether a span may be said to have so many days."""
    if told["off"]:
        return count == len(days)
    workdays = sum(weekday < _WORKDAYS for _, weekday in days)
    plain = {month for month, _ in days} <= _NO_HOLIDAYS
    of_work = (told["unit"] or "").endswith("日")
    most = workdays if plain and of_work else len(days)
    least = workdays - 1 if plain or not (of_work or told["bracket"]) else 0
    return least <= count <= most


# --- months and years -----------------------------------------------------------------------------


def _wrong_term(report: Report, one: Date, other: Date) -> Match | None:
    """The match for a term whose years or months are told and are others, before it (租期2年，自…起至…止) or
    behind it (任期为…，任期五年).
    """
    text, words = report.text, report.words
    if not (one.year and other.year and one.month and other.month) or is_cited(text, one):
        return None
    before = text[max(report.part.start, one.start - _BEFORE) : one.start]
    lasting, names = alternation(words.lasting), alternation(words.term_names)
    named = alternation(word for word in words.term_names if word in before)
    length = rf"{_COUNT}(年|个月)"
    lead = rf"[止）)]*(?:[，,（(]?(?:{lasting}|{named}[为是]?)|[（(])"
    behind = compiled(rf"{lead}{length}{_END}").match(text, other.end)
    ahead = compiled(rf"(?:{names}|{lasting})[为是共]?{length}[，,：:]?(?:[（(即从自由]|[（(]自)$").search(
        before
    )
    told = behind or ahead
    count = value_of(told[1]) if told else None
    if not told or not count:
        return None
    months = _months(one, other)
    slack = _MONTHS_SLACK if told[2] == "年" else 1
    if abs(months - count * (12 if told[2] == "年" else 1)) <= slack:
        return None
    start = one.start if behind else one.start - len(before) + told.start()
    message = Message(
        f"从{one.year}年{one.month}月到{other.year}年{other.month}月约{_length(months)}，不是{told[1]}{told[2]}，请核对",
        f"from {one.year}-{one.month:02} to {other.year}-{other.month:02} it is about {months:.0f} months,"
        f" not {count * (12 if told[2] == '年' else 1)}",
    )
    return Match(start, max(other.end, told.end() if behind else 0), message)


def _months(one: Date, other: Date) -> float:
    """The months of a span, to the end of its last one where no day is told."""
    years = (other.year or 0) - (one.year or 0)
    months = years * 12 + (other.month or 0) - (one.month or 0)
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
    if not has(text, words.years_passed):
        return
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
    named = rf"(?<![、和及至到])({alternation(YEAR_PERIODS)})[（(]{MONTHS}份?[）)]"
    months = rf"{MONTHS}份?[（(]({alternation(YEAR_PERIODS)})[）)]"
    for pattern, name, first, last in ((named, 1, 2, 3), (months, 3, 1, 2)):
        for match in compiled(pattern).finditer(text, part.start, part.end):
            low, high = YEAR_PERIODS[match[name]]
            told = range(int(match[first]), int(match[last]) + 1)
            if told and not low <= told[0] <= told[-1] <= high:
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
    for match in compiled(pattern).finditer(text, part.start, part.end) if "学年" in text else ():
        years = int(match[2]) - int(match[1])
        if years < 1 or (years > 1 and match[3]):
            message = Message(
                f"一个学年跨前后两年，如{match[1]}—{int(match[1]) + 1}学年，这里写的是“{match[0]}”，请核对",
                f"a school year runs from one year into the next: check {match[1]} and {match[2]}",
            )
            yield Match(*match.span(), message)
