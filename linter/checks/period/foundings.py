"""An anniversary that does not follow from the year of foundation told in the same report.

A school founded in 1955 has its 70th in 2025, not its 75th.

Only one foundation may be told, and both must be of the unit itself: a building has a year of its own, and so
has the school next door.
"""

from collections.abc import Iterator

from linter.checks.period.context import Report
from linter.checks.period.known_facts import is_titled, looks_back_further, years_counted
from linter.checks.period.words import Words
from linter.checks.support.compiled import compiled
from linter.model.finding import Match, Related
from linter.model.message import Message
from linter.text.characters import has, word_at, word_before
from linter.text.dates import Date
from linter.text.numerals import COUNTING, DECIMAL, to_chinese, value_of
from linter.text.patterns import alternation
from linter.text.sentences import CLAUSE_ENDS, ENDING_QUOTES, OPENING_QUOTES, sentence

_REACH = 30
"""Characters before a foundation or an anniversary in which its clause begins."""
_NUMERALS = ("", *COUNTING, *DECIMAL)
_BRACKETS = "（）() "
"""What may stand around the time between a unit and what it does: 学校（2025年10月）举办."""
_MARKS = OPENING_QUOTES + ENDING_QUOTES + '《》" \u3000'


def founded(report: Report) -> Iterator[Match]:
    """Anniversaries of the unit that the years told in the report do not give."""
    counted = years_counted(report.text, report.part.start, report.part.end)
    gone = has(report.text[report.part.start : report.part.end], report.words.until_now)
    foundation = _foundation(report) if counted or gone else None
    if not foundation or not foundation.year:
        return
    yield from _years_gone(report, foundation)
    for start, unit, end in counted:
        count, name = value_of(report.text[start:unit]), _own_anniversary(report, start, end)
        if count and name is not None:
            named = {year for year in report.named_years(start) if year > foundation.year}
            own = report.own_years(start)
            if (named or own) and foundation.year + count not in named | own:
                yield _miscounted(report.text, (name, start, unit, end), foundation, max(named or own))


def _years_gone(report: Report, foundation: Date) -> Iterator[Match]:
    """The years from the foundation to the report, told in the same sentence: 始建于1978年，至今已有57年.
    They may be counted in two ways, with or without the first.
    """
    first = foundation.year or 0
    last = sentence(report.text, foundation.end)[1]
    until_now, elapsed, unit = map(
        alternation, (report.words.until_now, report.words.elapsed, report.words.years)
    )
    match = compiled(rf"{until_now}{elapsed}?(\d{{1,3}}){unit}").search(report.text[foundation.end : last])
    years = report.own_years(foundation.start) if match else set()
    if match and years and all(abs(year - first - int(match[1])) > 1 for year in years):
        right = max(years) - first
        message = Message(
            f"从{first}年到{max(years)}年是{right}年，请核对",
            f"from {first} to {max(years)} it is {right} years: check it",
        )
        yield Match(foundation.end + match.start(), foundation.end + match.end(), message)


def _foundation(report: Report) -> Date | None:
    """The date of the only foundation that the report tells of, where it is that of the unit."""
    text, words = report.text, report.words
    found: dict[int | None, Date] = {}
    for date in report.dates:
        if not date.year or date.carried:
            continue
        verb = word_before(text, [f"{word}于" for word in words.founded], date.start)
        start = date.start - len(verb)
        if verb or _is_founded(text, date.end, words):
            found[date.year if _is_own(report, _clause(text, start)) else None] = date
    return next(iter(found.values())) if len(found) == 1 and None not in found else None


def _is_founded(text: str, place: int, words: Words) -> bool:
    """Whether an offset has a word of foundation: 1965年建站, not 2025年成立二十周年."""
    verb = word_at(text, words.founded, place)
    return bool(verb) and text[place + len(verb) : place + len(verb) + 1] not in _NUMERALS


def _own_anniversary(report: Report, start: int, end: int) -> int | None:
    """Where the name of an anniversary of the unit, whose number is at a span, begins; None for any other."""
    text, words = report.text, report.words
    reach = text[max(0, start - _REACH) : start]
    before = reach.rstrip(_MARKS)
    name = word_before(before, words.foundings)
    if not name or is_titled(report, start, end) or looks_back_further(text, start):
        return None
    place = start - len(reach) + len(before) - len(name)
    lead = _clause(text, place)
    subject = lead.removesuffix(word_before(lead, words.before_foundings))
    subject = subject.rstrip(DECIMAL + _BRACKETS + "".join(words.around_events))
    return place if _is_own(report, subject) else None


def _clause(text: str, end: int) -> str:
    """What stands before an offset in its clause, marks left out."""
    before = text[max(0, end - _REACH) : end]
    first = max(before.rfind(mark) for mark in CLAUSE_ENDS + "\n")
    return before[first + 1 :].strip(_MARKS)


def _is_own(report: Report, subject: str) -> bool:
    """Whether the subject of a clause is the unit that the report is about."""
    title = report.title
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
