"""Numbers of years that do not follow from a year told in the same report: the anniversary of the unit, the
years since something, the age of somebody.

A school founded in 1955 has its 70th in 2025, not its 75th.

Only one foundation may be told, and both must be of the unit itself: a building has a year of its own, and so
has the school next door.
"""

import re
from collections.abc import Iterator

from linter.checks.period.context import Report
from linter.checks.period.known_facts import is_titled, looks_back_further, years_counted
from linter.checks.period.words import Words
from linter.checks.support.compiled import compiled
from linter.model.finding import Match, Related
from linter.model.message import Message
from linter.text.characters import has
from linter.text.dates import Date
from linter.text.numerals import COUNTING, DECIMAL, to_chinese, value_of
from linter.text.patterns import alternation
from linter.text.sentences import CLAUSE_ENDS, ENDING_QUOTES, OPENING_QUOTES, RUNNING_MARKS

_REACH = 30
"""Characters before a foundation or an anniversary in which its clause begins."""
_END = rf"[{CLAUSE_ENDS}）)了\n]|的?历史|$"
"""What stands behind a number of years that is one of time, not 25年党龄."""
_NUMERALS = ("", *COUNTING, *DECIMAL)
_BRACKETS = "（）() "
"""What may stand around the time between a unit and what it does: 学校（2025年10月）举办."""
_MARKS = OPENING_QUOTES + ENDING_QUOTES + '《》" \u3000'


def founded(report: Report) -> Iterator[Match]:
    """Anniversaries of the unit that the years told in the report do not give."""
    counted = years_counted(report.text, report.part.start, report.part.end)
    yield from _years_gone(report)
    yield from _ages(report)
    foundation = _foundation(report) if counted else None
    if not foundation or not foundation.year:
        return
    for start, unit, end in counted:
        count, name = value_of(report.text[start:unit]), _own_anniversary(report, start, end)
        if count and name is not None:
            named = {year for year in report.named_years(start) if year > foundation.year}
            own = report.own_years(start)
            if (named or own) and foundation.year + count not in named | own:
                yield _miscounted(report.text, (name, start, unit, end), foundation, max(named or own))


def _years_gone(report: Report) -> Iterator[Match]:
    """The years from one that is told to the report's, in one sentence: 始建于1978年，至今已有57年.

    They may be counted in two ways, with or without the first.
    """
    text, words = report.text, report.words
    if not has(text[report.part.start : report.part.end], words.until_now):
        return
    until_now, elapsed, unit = map(alternation, (words.until_now, words.elapsed, words.years))
    told = rf"(?P<told>{until_now}{elapsed}?(?P<number>\d{{1,3}}){unit})"
    pattern = rf"[^{RUNNING_MARKS}\n]{{0,{_REACH}}}，{told}(?={_END})"
    for date in report.dates:
        match = compiled(pattern).match(text, date.end) if date.year and not date.carried else None
        if match and report.named_years(date.start) == {date.year}:
            yield from _not_years_ago(report, date.year or 0, match, 1)


def _ages(report: Report) -> Iterator[Match]:
    """The age of somebody whose year of birth is told, too: 1965年出生，今年50岁.

    By the old way of counting it may be two more.
    """
    text, part, words = report.text, report.part, report.words
    born, now = map(alternation, (words.born, words.now))
    birth = rf"((?:19|20)\d\d)年(?:\d{{1,2}}月)?(?:\d{{1,2}}日)?{born}"
    pattern = rf"{birth}[，,](?P<told>{now}(?P<number>\d{{1,3}})周?岁)"
    for match in compiled(pattern).finditer(text, part.start, part.end) if "岁" in text else ():
        yield from _not_years_ago(report, int(match[1]), match, 2)


def _not_years_ago(report: Report, first: int, told: re.Match[str], slack: int) -> Iterator[Match]:
    """The number of years that ends a match of a pattern, where it is another."""
    number, known = told["number"], report.period
    years = report.own_years(told.start())
    if known and known.sure and years and all(abs(year - first - int(number)) > slack for year in years):
        message = Message(
            f"从{first}年到{known.year}年是{known.year - first}年，请核对",
            f"from {first} to {known.year} it is {known.year - first} years: check it",
        )
        yield Match(*told.span("told"), message)


def _foundation(report: Report) -> Date | None:
    """The date of the only foundation that the report tells of, where it is that of the unit."""
    text, words = report.text, report.words
    found: dict[int | None, Date] = {}
    for date in report.dates:
        if not date.year or date.carried:
            continue
        verb = next((word for word in words.founded if text.endswith(f"{word}于", 0, date.start)), "")
        start = date.start - len(verb) - 1 if verb else date.start
        if verb or _is_founded(text, date.end, words):
            found[date.year if _is_own(report, _clause(text, start)) else None] = date
    return next(iter(found.values())) if len(found) == 1 and None not in found else None


def _is_founded(text: str, place: int, words: Words) -> bool:
    """Whether an offset has a word of foundation: 1965年建站, not 2025年成立二十周年."""
    verb = next((word for word in words.founded if text.startswith(word, place)), "")
    return bool(verb) and text[place + len(verb) : place + len(verb) + 1] not in _NUMERALS


def _own_anniversary(report: Report, start: int, end: int) -> int | None:
    """Where the name of an anniversary of the unit, whose number is at a span, begins; None for any other."""
    text, words = report.text, report.words
    reach = text[max(0, start - _REACH) : start]
    before = reach.rstrip(_MARKS)
    name = next((word for word in words.foundings if before.endswith(word)), "")
    if not name or is_titled(report, start, end) or looks_back_further(text, start):
        return None
    place = start - len(reach) + len(before) - len(name)
    lead = _clause(text, place)
    verb = next((word for word in words.before_foundings if lead.endswith(word)), "")
    subject = lead.removesuffix(verb).rstrip(DECIMAL + _BRACKETS + "".join(words.around_events))
    return place if _is_own(report, subject) else None


def _clause(text: str, end: int) -> str:
    """What stands before an offset in its clause, marks left out."""
    before = text[max(0, end - _REACH) : end]
    first = max(before.rfind(mark) for mark in CLAUSE_ENDS + "\n")
    return before[first + 1 :].strip(_MARKS)


def _is_own(report: Report, subject: str) -> bool:
    """Whether the subject of a clause is the unit that the report is about."""
    title = report.text[slice(*report.part.title)] if report.part.title else ""
    words = report.words
    return not subject or subject in title or subject in words.own_subjects or subject[-2:-1] in words.our


def _miscounted(text: str, place: tuple[int, int, int, int], foundation: Date, year: int) -> Match:
    begin, start, unit, end = place
    first, number = foundation.year or year, text[start:unit]
    right = year - first
    fixed = text[begin:start] + (str(right) if number.isascii() else to_chinese(right)) + text[unit:end]
    message = Message(
        f"文中写的是{first}年，到{year}年是{fixed}，不是{text[begin:end]}，请核对",
        f"founded in {first}, it is {right} years old in {year}, not {text[start:unit]}: check both",
    )
    there = Related(foundation.start, foundation.end, Message("所写的年份", "the year of foundation"))
    return Match(begin, end, message, related=(there,))
