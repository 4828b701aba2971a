"""Statements that do not fit known facts: anniversaries, yearly days, years of plans, dates of events."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from linter.checks.period.context import Report
from linter.checks.support.compiled import compiled
from linter.model.finding import Match
from linter.model.message import Message
from linter.structure.reporting_period.key_dates import Day
from linter.text.characters import has, places
from linter.text.dates import RANGE_SIGNS, YEAR_OFFSETS, dates, days_in
from linter.text.measures import ANNIVERSARIES, NTH
from linter.text.numerals import COUNTING, DECIMAL, ONE_TO_TEN, to_chinese, value_of
from linter.text.patterns import alternation
from linter.text.sentences import CLAUSE_ENDS, ENDING_QUOTES, OPENING_QUOTES, enclosed, sentence

Search = Callable[[Report], Iterator[Match]]
"""Gives the matches of one rule in one report."""

_NUMERALS = frozenset(DECIMAL + COUNTING)
_NTH = frozenset(NTH)
_MARKS = OPENING_QUOTES + ENDING_QUOTES + '《》" '
# A string: `re` compiles it when an anniversary does not fit, which few do.
_MANY = f"[两几数{ONE_TO_TEN[1:]}]"
_SEVERAL_YEARS = rf"(?:{_MANY}|[近多]|(?<!\d)\d\d?)年(?:以?来|间)|过去的?(?:{_MANY}|\d\d?)年"
_LONGEST = 6
"""Characters of the longest number that counts years; a longer one is no slip, but something else."""
_MEANT = 14
"""Characters before an anniversary in which it is said of what year it is: 2026年将迎来."""
_CLAUSE = 40
"""Characters before an anniversary in which its clause begins."""
_REACH = 22
"""How many characters, up to the end of 收官之年, are searched for the name of the plan."""


class Counted(NamedTuple):
    """Something counted, as found: 建党103周年, 第九个全民国家安全教育日."""

    start: int
    end: int
    number: str
    word: str


def counts(facts: Iterable[tuple[tuple[str, ...], int]]) -> Search:
    """A search for wrong anniversaries and yearly days; `facts` are (names, the year that counts as zero)."""
    zero = {word: year for words, year in facts for word in words}
    names = tuple(sorted(zero, key=len, reverse=True))

    def find(report: Report) -> Iterator[Match]:
        for counted in (*_anniversaries(report, names), *_nth_days(report, names)):
            known, count = report.period, value_of(counted.number)
            if _is_mixed(counted.number):
                yield Match(counted.start, counted.end, _mixed(counted))
            if not known or count is None:
                continue
            year = count + zero[counted.word]
            meant = _meant_year(report, counted.start)
            named = report.named_years(counted.start)
            years = {meant} if meant else named | report.own_years(counted.start)
            if year in years or is_titled(report, counted.start, counted.end):
                continue
            if not known.backward and year > known.end_year and not _names_year(report, counted.start):
                continue  # to come: 接下来还有……
            told_back = report.text[slice(*sentence(report.text, counted.start))]
            if not looks_back_further(report.text, counted.start) and not has(
                told_back, report.words.back_then
            ):
                year = meant or max(named, default=known.year)
                yield _miscounted(report.text, counted, year, zero[counted.word])

    return find


def _meant_year(report: Report, place: int) -> int | None:
    """The year of which it is said what anniversary it brings: 明年是, 2026年将迎来; None where none is."""
    words, known = report.words, report.period
    before = report.text[max(0, place - _MEANT) : place].rstrip(_MARKS)
    match = compiled(
        rf"(?:(\d{{4}})年|({alternation(YEAR_OFFSETS)})){alternation(words.year_brings)}$"
    ).search(before)
    if not match:
        return None
    if match[1]:
        return int(match[1])
    return (
        known.year + YEAR_OFFSETS[match[2]] if known and known.sure and known.year == known.end_year else None
    )


def _names_year(report: Report, place: int) -> bool:
    """Whether a year stands before an offset in its clause."""
    clause = re.split(f"[{CLAUSE_ENDS}\n]", report.text[max(0, place - _CLAUSE) : place])[-1]
    return re.search(r"\d{4}年", clause) is not None or has(clause, YEAR_OFFSETS)


def _is_mixed(number: str) -> bool:
    """Whether a number is written half in Arabic digits, half in Chinese ones: 10四, 一0三."""
    return len(number) <= _LONGEST and 0 < sum(char in DECIMAL for char in number) < len(number)


def _mixed(counted: Counted) -> Message:
    return Message(
        f"“{counted.number}”一半是阿拉伯数字，一半是汉字：请核对数目，只用一种数字",
        f"'{counted.number}' mixes Arabic and Chinese digits: check the number, and write it in one kind",
    )


def looks_back_further(text: str, place: int) -> bool:
    """Whether the sentence around an offset tells of several years: 过去五年, 十年来, 近年来."""
    return re.search(_SEVERAL_YEARS, text[slice(*sentence(text, place))]) is not None


def is_titled(report: Report, start: int, end: int) -> bool:
    """Whether an anniversary belongs to the name of a speech or a work, which are studied for years."""
    text = report.text
    if enclosed(text, start, "《", "》"):
        return True
    return has(text[end : end + 14].split("，")[0], report.words.speeches)


def _anniversaries(report: Report, names: tuple[str, ...]) -> Iterator[Counted]:
    """Each 建党103周年."""
    text, part = report.text, report.part
    for start, place, end in years_counted(text, part.start, part.end):
        before = text[max(0, start - 24) : start]
        name = _name_before(before, names, report.words.anniversary_links)
        if name:
            yield Counted(start - len(before) + before.rfind(name), end, text[start:place], name)


@lru_cache(maxsize=4)
def years_counted(text: str, first: int, last: int) -> tuple[tuple[int, int, int], ...]:
    """Each 103周年: where the number and the unit begin, and the end. Cached for the next rule of a file."""
    found = []
    for unit in ANNIVERSARIES:
        for place in places(text, unit, first, last) if unit[0] in text else ():
            start = place
            while text[start - 1 : start] in _NUMERALS:
                start -= 1
            if start < place:
                found.append((start, place, place + len(unit)))
    return tuple(found)


def _name_before(before: str, names: tuple[str, ...], links: tuple[str, ...]) -> str:
    """The name that a text ends with, but for marks and one of `links`; nothing when there is none."""
    bare = before.rstrip(_MARKS)
    ends = [bare, *(bare.removesuffix(link).rstrip(_MARKS) for link in links)]
    return next((name for end in ends if end.endswith(names) for name in names if end.endswith(name)), "")


def _nth_days(report: Report, names: tuple[str, ...]) -> Iterator[Counted]:
    """Each 第九个全民国家安全教育日."""
    text, part = report.text, report.part
    for place, unit in _ordinals(text, part.start, part.end):
        rest = text[unit + 1 : unit + 25]
        after = _without_prefix(rest.lstrip(_MARKS), report.words.day_prefixes).lstrip(_MARKS)
        name = next((name for name in names if after.startswith(name) or rest.startswith(name)), "")
        if name:
            yield Counted(place, unit + 1 + rest.index(name) + len(name), text[place + 1 : unit], name)


def _without_prefix(text: str, prefixes: tuple[str, ...]) -> str:
    """A text without the first of the prefixes that it has."""
    return next((text[len(prefix) :] for prefix in prefixes if text.startswith(prefix)), text)


@lru_cache(maxsize=4)
def _ordinals(text: str, first: int, last: int) -> tuple[tuple[int, int], ...]:
    """Each 第九个: where it and its unit begin. Cached for the next rule of a file."""
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
        message = Message(
            f"{year}年还没有“{counted.word}”，请核对",
            f"there was no {counted.word} in {year} yet: check the number",
        )
        return Match(counted.start, counted.end, message)
    fixed = found.replace(counted.number, str(right) if counted.number.isascii() else to_chinese(right), 1)
    message = Message(f"{year}年应为“{fixed}”，不是“{found}”", f"in {year} it is {fixed}, not {found}")
    return Match(counted.start, counted.end, message, suggestion=fixed)


def plans(facts: Iterable[tuple[str, int, int]]) -> Search:
    """A search for wrong first and last years of plans; `facts` are (name, first year, last year)."""
    spans = {name: (first, last) for name, first, last in facts}

    def find(report: Report) -> Iterator[Match]:
        text, part, words = report.text, report.part, report.words
        yield from _wrong_spans(report, spans)
        firsts = ((word, 0, Message("开局", "first")) for word in words.first_years)
        lasts = ((word, 1, Message("收官", "last")) for word in words.last_years)
        for word, which, called in (*firsts, *lasts):
            for place in places(text, word, part.start, part.end):
                end = place + len(word)
                begin = max(sentence(text, place)[0], end - _REACH)
                at, name = max((text.rfind(name, begin, end), name) for name in spans)
                right = spans[name][which]
                years = report.own_years(place) | report.named_years(place)
                if at >= 0 and years and right not in years:
                    message = Message(
                        f"“{name}”{called.zh}之年是{right}年，请核对",
                        f"the {called.en} year of {name} is {right}: check the year",
                    )
                    yield Match(at, end, message)

    return find


def _wrong_spans(report: Report, spans: Mapping[str, tuple[int, int]]) -> Iterator[Match]:
    """Plans with other years than theirs: “十五五”时期（2025—2029年）.

    A shorter span may be a part of it, a longer one that of a plan that goes beyond.
    """
    name = rf"({alternation(spans)})”?{alternation(report.words.plan_times)}?"
    pattern = rf"{name}[（(](20\d\d)年?[{RANGE_SIGNS}]+(20\d\d)年?[）)]"
    for match in compiled(pattern).finditer(report.text, report.part.start, report.part.end):
        told, right = (int(match[2]), int(match[3])), spans[match[1]]
        if told != right and right[1] - right[0] <= told[1] - told[0] <= right[1] - right[0] + 1:
            message = Message(
                f"“{match[1]}”是{right[0]}—{right[1]}年，请核对",
                f"{match[1]} has the years {right[0]} to {right[1]}: check them",
            )
            yield Match(*match.span(), message)


def events(facts: Iterable[tuple[tuple[str, ...], str]]) -> Search:
    """A search for events named before they took place; `facts` are (names, the day it began)."""
    days = {word: began for words, day in facts if (began := day_of(day)) for word in words}

    def find(report: Report) -> Iterator[Match]:
        for word, day in days.items():
            for place in places(report.text, word, report.part.start, report.part.end):
                known = report.period
                if known and day > known.limit(2) and not _is_to_come(report, place):
                    when = "{}年{}月{}日".format(*day)
                    message = Message(
                        f"“{word}”始于{when}，晚于本报告，请核对",
                        f"{word} began on {_iso(day)}, after this report: check it",
                    )
                    yield Match(place, place + len(word), message)

    return find


def _is_to_come(report: Report, place: int) -> bool:
    """Whether what stands at an offset is planned, or awaited in its clause: 喜迎……, ……召开之年."""
    text = report.text
    start, end = sentence(text, place)
    first = max(start, *(text.rfind(mark, start, place) for mark in CLAUSE_ENDS))
    last = min((at for mark in CLAUSE_ENDS if (at := text.find(mark, place, end)) >= 0), default=end)
    return report.planned(place) or has(text[first:last], report.words.awaited)


def day_of(text: str) -> Day | None:
    """The day that a text is: 2024-07-15, 2024年7月15日; None for any other text."""
    found = dates(text)
    if not found or found[0][:2] != (0, len(text)):
        return None
    year, month, day = found[0][2:5]
    return (year, month, day) if year and month and day and day <= days_in(month, year) else None


def _iso(day: Day) -> str:
    return "{}-{:02}-{:02}".format(*day)
