"""Dates in running Chinese text: found, taken apart, and checked against the calendar.

Read are `2024年6月16日（星期日）`, `2024年上半年`, `2024年度`, `6月16日`, `6月底`, `去年10月`,
`6月25日至28日`, `二〇二四年六月`, `八月二十日`, `十月份`, `2024-06-30`, `2024.6.30`. A month without a year
takes the year written before it in the same sentence.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from linter.text.characters import is_han
from linter.text.numerals import DECIMAL, ONE_TO_TEN, YEAR_DIGITS, ZEROS, value_of
from linter.text.sentences import same_sentence


class Date(NamedTuple):
    """One date, or as much of one as is written: a year, a month of a year, a day of a month."""

    start: int
    end: int
    year: int | None = None
    """As written, or carried over from the date before it in the sentence."""
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    """0 for Monday to 6 for Sunday."""
    period: str = ""
    """`上半年`, `一季度` …, one of `YEAR_PERIODS`, where it stands instead of a month; else empty."""
    year_offset: int | None = None
    """-1 for 去年, 0 for 今年, 1 for 明年, where such a word stands instead of the year."""
    carried: bool = False
    """Whether the year was carried over, not written here."""


YEAR_PERIODS = {
    "全年": (1, 12), "上半年": (1, 6), "下半年": (7, 12), "前三季度": (1, 9),
    "一季度": (1, 3), "二季度": (4, 6), "三季度": (7, 9), "四季度": (10, 12),
    "第一季度": (1, 3), "第二季度": (4, 6), "第三季度": (7, 9), "第四季度": (10, 12),
    "1季度": (1, 3), "2季度": (4, 6), "3季度": (7, 9), "4季度": (10, 12), "前3季度": (1, 9),
    "第1季度": (1, 3), "第2季度": (4, 6), "第3季度": (7, 9), "第4季度": (10, 12),
}  # fmt: skip
"""The periods of a year that have a name, as first and last month."""

RANGE_DASHES = "—–～~-"
"""Signs between the two ends of a span of time. The last of a class, so that a pattern takes it literally."""
RANGE_SIGNS = "至到" + RANGE_DASHES
"""The same with words."""
MONTHS = f"([0-9]{{1,2}})(?:月份?)?[{RANGE_SIGNS}]{{1,2}}([0-9]{{1,2}})月"
"""A pattern (`re`) of a span of months, with the first and the last one: 1—6月, 3月至5月."""

YEAR_OFFSETS = {"今年": 0, "本年": 0, "当年": 0, "去年": -1, "上年": -1, "明年": 1, "来年": 1, "前年": -2}
"""Words that stand for a year: how many years it is from the one spoken of."""

WEEKDAYS = "一二三四五六日"
"""Monday to Sunday, as written behind 星期, 礼拜 or 周."""

_WEEKDAYS_TOO = WEEKDAYS + "天"
_DIGITS = frozenset(DECIMAL)
_WEEKDAYS = ("星期", "礼拜", "周")
_BEFORE_WEEKDAY = " \u3000·•，,（([【是为本上下午晚"
_BEHIND_WEEKDAY = "上下中早晚"
"""Parts of the day. Behind a blank, any other word goes on with the day of the week: 16日 周一鸣."""
# A plain string: compiled, and kept by `re`, when a text has such a date, which few have.
_WRITTEN = f"二[{ZEROS}][{YEAR_DIGITS}]{{2}}年度?(?:([{ONE_TO_TEN}]{{1,2}})月(?:([{ONE_TO_TEN}]{{1,3}})日)?)?"
# A month alone may be a length of time or half a name (三月, 十月革命): a day or 份 must stand behind it.
_WRITTEN_MONTH = (
    f"(?<![{YEAR_DIGITS}十])(?<![{YEAR_DIGITS}]年)"  # no part of a longer date
    f"([{ONE_TO_TEN}]{{1,3}})月(?:份|([{ONE_TO_TEN}]{{1,3}})[日号])"
)
_PERIOD_NAMES = tuple(YEAR_PERIODS)
_POINTS = frozenset(".．/")
_JOINED = frozenset("-./")
_JOINTS = frozenset(" " + RANGE_SIGNS)
_SIGNS = _DIGITS | _POINTS | {"-"}


@lru_cache(maxsize=4)
def dates(text: str) -> tuple[Date, ...]:
    """The dates of a text, ascending by start. Cached, for all the rules of one file ask for them."""
    found = [*_counted(text), *_dotted(text)]
    if "〇" in text or "○" in text or ("零" in text and "二零" in text):
        found += _written(text)
    if any(f"{digit}月" in text for digit in ONE_TO_TEN):
        found += _written_months(text)
    return tuple(_carry(text, sorted(found, key=lambda date: date.start)))


def _counted(text: str) -> Iterator[Date]:
    """Dates such as 2024年6月30日, 2024年上半年, 6月25日至28日."""
    done = 0
    for place in _units(text):
        if place < done:
            continue
        start = _number_start(text, max(done, place - 6), place)
        date = (_from_year if text[place] == "年" else _from_month)(text, start, place)
        if date:
            yield date
            done = date.end
            until = _until(text, date) if date.day else None
            if until:
                yield until
                done = until.end


def _units(text: str) -> list[int]:
    """Where 年 or 月 follows a digit, perhaps with a blank between."""
    found = []
    for unit in "年月":
        place = text.find(unit, 1)
        while place > 0:
            if text[place - 1] in _DIGITS or (
                text[place - 1] == " " and text[place - 2 : place - 1] in _DIGITS
            ):
                found.append(place)
            place = text.find(unit, place + 1)
    return sorted(found)


def _number_start(text: str, least: int, place: int) -> int:
    """The offset at which the number before a unit begins; `place` where there is none."""
    start = place - (text[place - 1] == " ")
    while start > least and text[start - 1] in _DIGITS:
        start -= 1
    return start


def _from_year(text: str, start: int, place: int) -> Date | None:
    """The date that begins with a year; None where the number counts years (3年)."""
    digits = text[start:place].rstrip()
    if len(digits) != 4 or not "1900" <= digits <= "2099":
        return None
    end = place + 1 + text.startswith("度", place + 1)
    after = end + text.startswith(" ", end)
    month, behind = _number(text, after, 2)
    behind += text.startswith(" ", behind)
    if month and text.startswith("月", behind):
        return _day(text, start, behind + 1, int(digits), int(month))
    period = _period_at(text, after)
    return Date(start, after + len(period) if period else end, int(digits), period=period)


def _period_at(text: str, place: int) -> str:
    """The name of a period of the year that stands at an offset; empty where none does."""
    if not text.startswith(_PERIOD_NAMES, place):
        return ""
    return next(name for name in _PERIOD_NAMES if text.startswith(name, place))


def _from_month(text: str, start: int, place: int) -> Date | None:
    """The date that begins with a month; None where the digits end another number (1.5月)."""
    digits = text[start:place].rstrip()
    if not 1 <= len(digits) <= 2 or text[start - 1 : start] in _POINTS:
        return None
    year_offset = YEAR_OFFSETS.get(text[max(0, start - 2) : start])
    return _day(text, start, place + 1, None, int(digits), year_offset)


def _number(text: str, place: int, most: int) -> tuple[str, int]:
    """The digits that stand at an offset, no more than `most`, and where they end."""
    end = place
    while end < place + most and text[end : end + 1] in _DIGITS:
        end += 1
    return text[place:end], end


def _day(
    text: str, start: int, end: int, year: int | None, month: int, year_offset: int | None = None
) -> Date:
    """A date that ends in a month, with the day and the day of the week that follow."""
    place = end + text.startswith("份", end)
    day, behind = _number(text, place + text.startswith(" ", place), 3)
    unit = behind + text.startswith(" ", behind)
    named = text.startswith(("日", "号"), unit)
    if not day or not (named or _range(text, unit)):
        return Date(start, place, year, month, year_offset=year_offset)
    end = unit + named
    weekday, end = _weekday(text, end)
    return Date(start, end, year, month, int(day), weekday, year_offset=year_offset)


def _weekday(text: str, place: int) -> tuple[int | None, int]:
    """The day of the week behind a day, and where it ends: not 周一至周五, 周日常, 会议周三, 周一鸣."""
    near = text[place : place + 9]
    at, word = min(((near.find(word), word) for word in _WEEKDAYS if word in near), default=(-1, ""))
    name = at + len(word)
    numbered = any(char in _DIGITS for char in near[:at])
    if at < 0 or at > 6 or numbered or near[name : name + 1] not in tuple(_WEEKDAYS_TOO):
        return None, place
    behind = text[place + name + 1 : place + name + 2]
    if near[:at].strip(_BEFORE_WEEKDAY) or behind in tuple("至到—、常期以例"):
        return None, place
    if at and near[:at].isspace() and is_han(behind) and behind not in _BEHIND_WEEKDAY:
        return None, place
    return min(_WEEKDAYS_TOO.index(near[name]), 6), place + name + 1


def _range(text: str, place: int) -> tuple[int, int, int] | None:
    """The day at the end of a range that goes on at an offset (至28日): its digits and its end."""
    start = place
    while start < place + 3 and text[start : start + 1] in _JOINTS:
        start += 1
    day, end = _number(text, start, 2)
    unit = end + text.startswith(" ", end)
    return (start, end, unit + 1) if start > place and day and text.startswith(("日", "号"), unit) else None


def _until(text: str, date: Date) -> Date | None:
    """The second day of a range of days."""
    day = _range(text, date.end)
    return day and date._replace(start=day[0], end=day[2], day=int(text[day[0] : day[1]]), weekday=None)


def _dotted(text: str) -> Iterator[Date]:
    """Dates such as 2024-06-30, 2024.6.30."""
    start = text.find("20")
    while start >= 0:
        sign = text[start + 4 : start + 5]
        if (
            sign in _JOINED
            and text[start + 2 : start + 4].isdigit()
            and not _continues(text[start - 1 : start])
        ):
            month, behind = _number(text, start + 5, 2)
            day, end = _number(text, behind + 1, 2)
            if month and day and text[behind] == sign and text[end : end + 1] not in _SIGNS:
                weekday, last = _weekday(text, end)
                yield Date(start, last, int(text[start : start + 4]), int(month), int(day), weekday)
        start = text.find("20", start + 1)


def _continues(before: str) -> bool:
    """Whether figures behind a character go on with a number, a version or a code: V2024.13.05."""
    return before in _SIGNS or (before.isascii() and before.isalpha())


def _written(text: str) -> Iterator[Date]:
    """Dates in Chinese numerals, such as 二〇二四年六月."""
    for match in re.finditer(_WRITTEN, text):
        month, day = (value_of(numeral) if numeral else None for numeral in match.groups())
        period = "" if month else _period_at(text, match.end())
        year = value_of(match.group()[:4])
        weekday, end = _weekday(text, match.end()) if day else (None, match.end())
        yield Date(match.start(), end + len(period), year, month, day, weekday, period)


def _written_months(text: str) -> Iterator[Date]:
    """Months and days of no written year in Chinese numerals, such as 八月二十日, 十月份."""
    for match in re.finditer(_WRITTEN_MONTH, text):
        month, day = (value_of(numeral) if numeral else None for numeral in match.groups())
        weekday, end = _weekday(text, match.end()) if day else (None, match.end())
        offset = YEAR_OFFSETS.get(text[max(0, match.start() - 2) : match.start()])
        yield Date(match.start(), end, None, month, day, weekday, year_offset=offset)


def _carry(text: str, found: Iterable[Date]) -> Iterator[Date]:
    """The dates, months without a year given the one before them in the sentence."""
    last = Date(0, 0)
    for date in found:
        undated = date.year is None and date.year_offset is None
        if (
            undated
            and (last.year or last.year_offset is not None)
            and same_sentence(text, last.end, date.start)
        ):
            date = date._replace(year=last.year, year_offset=last.year_offset, carried=True)
        yield date
        last = date


def days_in(month: int, year: int | None = None) -> int:
    """The days of a month, the most it can have when the year is not known; 0 for no such month.

    Years are those of the Gregorian calendar; any other than 1 to 9999 counts as not known.
    """
    if not 1 <= month <= 12:
        return 0
    if month == 2:
        leap = not year or year > 9999 or (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0))
        return 29 if leap else 28
    return 30 + (month + month // 8) % 2  # 31 from January to July every other month, and again from August
