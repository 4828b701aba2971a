"""What does not fit known facts: anniversaries, yearly days, first and last years, events to come."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from linter.checks.period.context import Reading
from linter.checks.period.reporting_period import Day
from linter.model.finding import Match
from linter.model.message import Message
from linter.text.characters import has, places
from linter.text.dates import dates
from linter.text.measures import ANNIVERSARIES, NTH
from linter.text.numerals import COUNTING, DECIMAL, to_chinese, value_of
from linter.text.sentences import ENDING_QUOTES, OPENING_QUOTES, enclosed, sentence

Judge = Callable[[Reading], Iterator[Match]]

_NUMERALS = frozenset(DECIMAL + COUNTING)
_NTH = frozenset(NTH)
_FILLERS = ("", "的", "运动", "第")
_SPEECH = ("大会上的", "座谈会上的", "讲话")
_MARKS = OPENING_QUOTES + ENDING_QUOTES + '《》" '
_LASTS = ("收官", "收尾")
_FIRSTS = ("开局起步", "开局")


class Counted(NamedTuple):
    """Something counted, as found: 建党103周年, 第九个全民国家安全教育日."""

    start: int
    end: int
    number: str
    word: str


def counts(facts: Iterable[tuple[tuple[str, ...], int]]) -> Judge:
    """Anniversaries and yearly days, by (names, the year that counts as none)."""
    zero = {word: year for words, year in facts for word in words}
    words = tuple(sorted(zero, key=len, reverse=True))

    def find(reading: Reading) -> Iterator[Match]:
        for counted in (*_anniversaries(reading, words), *_nth_days(reading, words)):
            known, count = reading.period, value_of(counted.number)
            if not known or count is None:  # a number of mixed digits has no value
                continue
            year = count + zero[counted.word]
            named = reading.named_years(counted.start)
            if year not in named | reading.own_years(counted.start) and not _titled(reading.text, counted):
                yield _miscounted(reading.text, counted, max(named, default=known.year), zero[counted.word])

    return find


def _titled(text: str, counted: Counted) -> bool:
    """Whether an anniversary belongs to the name of a speech or a work, which are studied for years."""
    if enclosed(text, counted.start, "《", "》"):
        return True
    return has(text[counted.end : counted.end + 14].split("，")[0], _SPEECH)


def _anniversaries(reading: Reading, words: tuple[str, ...]) -> Iterator[Counted]:
    """Each 建党103周年."""
    text, part = reading.text, reading.part
    for start, place, end in _years_counted(text, part.start, part.end):
        before = text[max(0, start - 24) : start]
        name = _name_before(before, words)
        if name:
            yield Counted(start - len(before) + before.rfind(name), end, text[start:place], name)


@lru_cache(maxsize=4)
def _years_counted(text: str, first: int, last: int) -> tuple[tuple[int, int, int], ...]:
    """Each 103周年: where the number and the unit begin, and the end. Kept for the next rule of a file."""
    found = []
    for unit in ANNIVERSARIES:
        for place in places(text, unit, first, last) if unit[0] in text else ():
            start = place
            while text[start - 1 : start] in _NUMERALS:
                start -= 1
            if start < place:
                found.append((start, place, place + len(unit)))
    return tuple(found)


def _name_before(before: str, words: tuple[str, ...]) -> str:
    """The name that a text ends with, but for marks and fillers; nothing when there is none."""
    ends = [before.rstrip(_MARKS).removesuffix(filler).rstrip(_MARKS) for filler in _FILLERS]
    return next((word for end in ends if end.endswith(words) for word in words if end.endswith(word)), "")


def _nth_days(reading: Reading, words: tuple[str, ...]) -> Iterator[Counted]:
    """Each 第九个全民国家安全教育日."""
    text, part = reading.text, reading.part
    for place, unit in _ordinals(text, part.start, part.end):
        rest = text[unit + 1 : unit + 25]
        after = rest.lstrip(_MARKS).removeprefix("全国").lstrip(_MARKS)
        name = next((word for word in words if after.startswith(word) or rest.startswith(word)), "")
        if name:
            yield Counted(place, unit + 1 + rest.index(name) + len(name), text[place + 1 : unit], name)


@lru_cache(maxsize=4)
def _ordinals(text: str, first: int, last: int) -> tuple[tuple[int, int], ...]:
    """Each 第九个: where it and its unit begin. Kept for the next rule of a file."""
    found = []
    for place in places(text, "第", first, last):
        unit = place + 1
        while text[unit : unit + 1] in _NUMERALS:
            unit += 1
        if place + 1 < unit < place + 7 and text[unit : unit + 1] in _NTH:
            found.append((place, unit))
    return tuple(found)


def _miscounted(text: str, counted: Counted, year: int, zero: int) -> Match:
    found, right = text[counted.start : counted.end], year - zero
    if right < 1:
        message = Message(f"{year}年还没有“{counted.word}”", f"there was no {counted.word} in {year} yet")
        return Match(counted.start, counted.end, message)
    fixed = found.replace(counted.number, str(right) if counted.number.isascii() else to_chinese(right), 1)
    message = Message(f"{year}年应为“{fixed}”，不是“{found}”", f"in {year} it is {fixed}, not {found}")
    return Match(counted.start, counted.end, message, suggestion=fixed)


def plans(facts: Iterable[tuple[str, int, int]]) -> Judge:
    """First and last years of plans, by (name, first year, last year)."""
    spans = {name: (first, last) for name, first, last in facts}

    def find(reading: Reading) -> Iterator[Match]:
        text = reading.text
        for place in places(text, "之年", reading.part.start, reading.part.end):
            before = text[max(sentence(text, place)[0], place - 20) : place]
            if not before.endswith(_LASTS + _FIRSTS):
                continue
            at, name = max((before.rfind(name), name) for name in spans)
            right = spans[name][before.endswith(_LASTS)]
            start = place - len(before) + at
            years = reading.own_years(place) | reading.named_years(place)
            if at >= 0 and years and right not in years:
                which = Message("收官", "last") if before.endswith(_LASTS) else Message("开局", "first")
                message = Message(
                    f"“{name}”{which.zh}之年是{right}年", f"the {which.en} year of {name} is {right}"
                )
                yield Match(start, place + 2, message)

    return find


def events(facts: Iterable[tuple[tuple[str, ...], str]]) -> Judge:
    """What is named before it took place, by (names, the day it began)."""
    days = {word: _day(day) for words, day in facts for word in words}

    def find(reading: Reading) -> Iterator[Match]:
        for word, day in days.items():
            for place in places(reading.text, word, reading.part.start, reading.part.end):
                known = reading.period
                if known and day > known.limit(2) and not reading.ahead(place):
                    when = "{}年{}月{}日".format(*day)
                    message = Message(
                        f"“{word}”始于{when}，晚于本报告", f"{word} began on {_iso(day)}, after this report"
                    )
                    yield Match(place, place + len(word), message)

    return find


def is_day(day: str) -> bool:
    """Whether a text is a day such as 2024-07-15."""
    found = dates(day)
    return len(found) == 1 and found[0].day is not None and found[0][:2] == (0, len(day))


def _day(day: str) -> Day:
    year, month, number = map(int, day.split("-"))
    return year, month, number


def _iso(day: Day) -> str:
    return "{}-{:02}-{:02}".format(*day)
