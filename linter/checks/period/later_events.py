"""Events that a report describes as past although they lie after its period and its signature.

A later date proves nothing by itself: it may stand on the cover, in a table of milestones, or in a plan
without a heading. The sentence must describe it as past: by 已于 before the date, by 了 or 荣获 behind it, or
by figures (10月办展4场).
"""

import re
from collections.abc import Iterator
from itertools import zip_longest

from linter.checks.period.context import Report
from linter.checks.period.planned import planned_in_text
from linter.checks.period.signature import misdated
from linter.checks.period.words import Words
from linter.model.finding import Match
from linter.model.message import Message
from linter.structure.reporting_period.key_dates import Day
from linter.text.characters import has, places
from linter.text.dates import RANGE_SIGNS, Date
from linter.text.measures import QUANTITIES
from linter.text.numerals import AMOUNTS
from linter.text.sentences import quoted, sentence

_COUNTS = frozenset(AMOUNTS) - {"一"}
"""What ends a figure before its unit; 一 makes too many other words (一起, 一面)."""
# A string: `re` compiles it when a date that lies later comes with a figure, which few do.
_DATED_LINE = r"[\s·•*-]*(?:\d{1,2}[.、）)])?\s*(?:20\d\d年)?\d{1,2}月"
_UNITS = (*QUANTITIES, "万", "亿")
_GRACE = 2
"""Months after its period in which a report without a date may still have been written."""


def future(report: Report) -> Iterator[Match]:
    """What is told as past and lies after the report's signature, or its end."""
    period = report.period
    if not period or not period.backward or period.year != period.end_year or misdated(period):
        return
    limit = period.limit(_GRACE)
    dates = report.dates
    for date, following in zip_longest(dates, dates[1:]):
        if not date.month or not 1 <= date.month <= 12 or (date.year_offset or 0) < 0:
            continue
        day = (date.year or period.year + (date.year_offset or 0), date.month, date.day or 1)
        if day > limit and _may_be_of_an_event(report, date) and _is_told_as_past(report, date, following):
            yield _too_late(report.text[date.start : date.end], limit, date)


def _may_be_of_an_event(report: Report, date: Date) -> bool:
    """Whether a date stands in running text and is no deadline, term, age, name or yearly day."""
    text, words = report.text, report.words
    before = text[max(0, date.start - 4) : date.start]
    start, end = sentence(text, date.start)
    if report.in_table(date.start) or (has(text[start:end], words.terms) and not _opens(report, date, start)):
        return False
    runs = before[-1:] in tuple(RANGE_SIGNS) and before[-2:-1].isdigit()
    marked = before.endswith((*words.as_of, *words.already))
    if has(before, words.before_no_event) and not runs and not marked:
        return False
    # 截至12月底 is the day of figures, as 12月底 is of an event.
    no_event = tuple(word for word in words.after_no_event if not (marked and word in words.ends))
    return not text.startswith(no_event, date.end) and not quoted(text, date.start)


def _opens(report: Report, date: Date, start: int) -> bool:
    """Whether a date opens the sentence that begins at `start`, and what was held on it stands behind it."""
    text = report.text
    behind = date.end + text.startswith("，", date.end)
    return not text[start : date.start].strip() and text.startswith(report.words.held, behind)


def _is_told_as_past(report: Report, date: Date, following: Date | None) -> bool:
    """Whether the text tells that it is so; `following` is the next date."""
    period, text, words = report.period, report.text, report.words
    if text.endswith(words.already, 0, date.start):
        return True
    if text.endswith(words.as_of, 0, date.start):
        return not report.planned(date.start)
    end = max(date.end, sentence(text, date.start)[1])
    rest = text[date.end : min(end, following.start) if following else end]
    if tells_done(rest, words):
        own_months = period and date.day and period.first <= (date.month or 0) <= period.last
        plan = planned_in_text(text, date.start, words) if own_months else report.planned(date.start)
        return not plan
    written = bool(date.year) and not date.carried
    return (
        not written
        and counts_something(rest)
        and not _is_listed(text, date)
        and not report.planned(date.start)
    )


def tells_done(text: str, words: Words) -> bool:
    """Whether the text behind a date tells something as done."""
    for word in words.not_done:
        text = text.replace(word, "")
    return has(text, words.done)


def counts_something(text: str) -> bool:
    """Whether a text counts something: 4场, 八百余名."""
    return any(
        text[place - 1 : place] in _COUNTS
        for unit in _UNITS
        if unit in text
        for place in places(text, unit, 1)
    )


def _is_listed(text: str, date: Date) -> bool:
    """Whether a date opens its line, and another one a line beside it: events listed by date."""
    line = text.rfind("\n", 0, date.start) + 1
    above, below = text.rfind("\n", 0, max(0, line - 1)) + 1, text.find("\n", date.end) + 1
    beside = [above] * (above < line) + [below] * bool(below)
    return _opens_with_month(text, line) and any(_opens_with_month(text, place) for place in beside)


def _opens_with_month(text: str, line: int) -> bool:
    """Whether a line opens with a month, perhaps of a year; `line` is where it begins."""
    return re.match(_DATED_LINE, text[line : line + 24]) is not None


def _too_late(written: str, limit: Day, date: Date) -> Match:
    text = Message(
        f"“{written}”晚于本报告所能述及的时间（{limit[0]}年{limit[1]}月），却写成已经发生，请核对日期",
        f"later than the report can tell of ({limit[0]}-{limit[1]:02}), yet told as past: check the date",
    )
    return Match(date.start, date.end, text)
