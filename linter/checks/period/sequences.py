"""Dates in an order that cannot be: something was over before it could be.

- What a span of days was for was over before its end: 投票于3月3日至3月9日进行，投票结果已于3月7日统计完毕.
- In a report on rectification, a problem was put right before the inspection that found it.
- A notice takes names for what was held before: 5月20日举行…，请于5月25日前报名.
- A text tells as done what lies after the day it was signed: requests, notices, minutes. For reports on a
  period see `later_events`.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise
from operator import attrgetter

from linter.checks.period.calendar_errors import are_ends
from linter.checks.period.context import Report
from linter.checks.support.compiled import compiled
from linter.model.finding import Match, Related
from linter.model.message import Message
from linter.text.characters import BLANKS, has, up_to
from linter.text.dates import RANGE_SIGNS, Date
from linter.text.patterns import alternation
from linter.text.sentences import CLAUSE_ENDS, REACH, paragraph_start, quoted, sentence

_HALF_YEAR = 6
"""Months between two days of which one has no year, beyond which they may be of two years."""
_NEXT = 12
"""So many dates behind a span are looked at."""
_SUBJECT = 2
"""Characters of the word that a clause begins with."""
_TELLS = 20
"""Characters behind a date in which a word tells what took place on it."""


def over_too_early(report: Report) -> Iterator[Match]:
    """What a span of days was for, told to have been over before the span was."""
    text, words = report.text, report.words
    for at, (one, other) in enumerate(pairwise(report.dates)):
        if not are_ends(report, one, other, text[one.end : other.start]):
            continue
        end = up_to(text, "\n", other.end, other.end + REACH)
        for date in report.dates[at + 2 : at + 2 + _NEXT]:
            if date.start >= end:
                break
            told = text[date.end : sentence(text, date.end)[1]]
            clause = re.split(f"[{CLAUSE_ENDS}]", told)[0]
            over = text.endswith(words.already, 0, date.start) and has(clause, words.over)
            if not over or has(told, words.over_early) or not _is_before(date, other):
                continue
            if _is_same_matter(text, one, date):
                yield _over(report, date, (one.start, other.end))


def put_right_too_early(report: Report) -> Iterator[Match]:
    """Problems put right before the day of the inspection that found them, which the opening tells."""
    text, words, part = report.text, report.words, report.part
    title = text[slice(*part.title)] if part.title else ""
    if not has(title, words.rectifications):
        return
    opening = part.headings[0].start if part.headings else part.end
    inspected = [date for date in report.dates if date.start < opening and _is_of_inspection(report, date)]
    if not inspected:
        return
    first = min(inspected, key=_in_order)
    label = compiled(rf"(?:^|[\n{CLAUSE_ENDS}{BLANKS}（(]){alternation(words.put_right)}[：:]$")
    for date in report.dates:
        labelled = label.search(text[paragraph_start(text, date.start) : date.start])
        told = text[slice(*sentence(text, date.start))]
        by_then = text.endswith(words.already, 0, date.start)
        settled = by_then and has(told, words.settled) and not has(told, words.overdue)
        if date.start > first.end and (labelled or settled) and _is_before(date, first):
            message = Message(
                f"整改完成早于检查的日期（{_day(first)[0]}），请核对",
                f"put right before the inspection ({_day(first)[1]}): check both dates",
            )
            there = Related(first.start, first.end, Message("检查的日期", "the day of the inspection"))
            yield Match(date.start, date.end, message, related=(there,))


def asked_too_late(report: Report) -> Iterator[Match]:
    """The days by which one may take part in what was held before."""
    text, words = report.text, report.words
    title = text[slice(*report.part.title)] if report.part.title else ""
    if not has(title, words.held_titles):
        return
    held = _held(report)
    if not held:
        return
    for date in report.dates:
        start, end = sentence(text, date.start)
        until = text.startswith(words.deadline_ends, date.end)
        if not until or not has(text[start:end], words.sign_up):
            continue
        if not has(text[start:end], (*words.weather, *words.set_before)) and _is_before(held, date):
            there = Related(held.start, held.end, Message("举办的时间", "the time at which it is held"))
            message = Message(
                f"报名截止晚于举办的时间（{_day(held)[0]}），请核对",
                f"the last day to sign up lies after the event ({_day(held)[1]}): check both",
            )
            yield Match(date.start, date.end, message, related=(there,))


def told_before(report: Report) -> Iterator[Match]:
    """What a text that does not look back tells as done after the day of its signature."""
    text = report.text
    signed = report.period.signed if report.period and not report.period.backward else None
    if not signed:
        return
    for date in report.dates:
        if quoted(text, date.start) or report.in_table(date.start) or report.planned(date.start):
            continue
        if _is_before(signed, date) and _took_place(report, date):
            message = Message(
                f"已经发生的事晚于落款的日期（{signed.year}年{_day(signed)[0]}），请核对",
                f"told as done, but signed before ({signed.year}-{_day(signed)[1]}): check both",
            )
            there = Related(signed.start, signed.end, Message("落款的日期", "the signature"))
            yield Match(date.start, date.end, message, related=(there,))


def _took_place(report: Report, date: Date) -> bool:
    """Whether what is told of a date took place: 已于 before it, or 遭遇 behind it."""
    text, words = report.text, report.words
    start, end = sentence(text, date.start)
    if text.endswith(words.already, 0, date.start):
        return not has(_last_clause(text[start : date.start]), words.supposed)
    if has(text[start:end], words.supposed) or text.startswith(tuple(RANGE_SIGNS), date.end):
        return False
    if has(text[date.end : end], words.received) or _is_of_meeting(report, date):
        return True
    told = text[date.end : min(end, date.end + _TELLS)]
    befell = compiled(f"{alternation(words.befell)}(?!的)").search(told)
    before = text[start : date.start].strip(BLANKS)
    return befell is not None and (not before or before[-1] in CLAUSE_ENDS)


def _is_of_meeting(report: Report, date: Date) -> bool:
    """Whether a day in minutes is that of the meeting: behind its label, or at the head of what tells it."""
    text, words, title = report.text, report.words, report.part.title
    if not title or not text[slice(*title)].endswith(words.minutes):
        return False
    line = paragraph_start(text, date.start)
    label = text[line : date.start].strip(BLANKS).rstrip("：:")
    if label:
        return label in report.period_words.meeting_labels
    first = next(each for each in report.dates if each.start >= title[1])  # a later one may be the next
    return date is first and has(text[date.end : date.end + _TELLS], words.meetings)


def _held(report: Report) -> Date | None:
    """The last day on which something is held, by the text that announces it; None where it is not sure."""
    found = [date for date in report.dates if _is_set(report, date)]
    return max(found, key=_in_order, default=None)


def _is_set(report: Report, date: Date) -> bool:
    """Whether it is the day of what is held: behind a label or heading 活动时间."""
    text, words = report.text, report.words
    line = text[paragraph_start(text, date.start) : date.start]
    label = compiled(
        rf"(?:^|[\n、.．）{BLANKS}])({alternation((*words.held_times, *words.when))})[：:]"
    ).search(line)
    index = bisect_left(report.part.headings, date.start, key=attrgetter("start")) - 1
    head = report.part.headings[index] if index >= 0 else None
    name = text[head.start : head.end] if head and date.start < head.body_end else ""
    if label:
        return label[1] in words.held_times or not has(name, words.sign_up)
    appointed = text.endswith(words.appointed, 0, date.start)
    return name.endswith(words.held_times) or (
        appointed and has(text[date.end : date.end + _TELLS], words.held)
    )


def _is_of_inspection(report: Report, date: Date) -> bool:
    """Whether a day is that of an inspection: 5月14日，县里来检查."""
    text, words = report.text, report.words
    start, end = sentence(text, date.start)
    inspected = compiled(f"{alternation(words.inspections)}(?!{alternation(words.no_inspections)})")
    told = inspected.search(text, date.end, end)
    return bool(date.day and told) and not inspected.search(text, start, date.start)


def _is_same_matter(text: str, one: Date, date: Date) -> bool:
    """Whether what was over is what the span was for: its first word stands beside the span."""
    clause = _last_clause(text[paragraph_start(text, date.start) : date.start])
    return clause[:_SUBJECT] in text[sentence(text, one.start)[0] : date.start - len(clause)]


def _last_clause(text: str) -> str:
    """What stands behind the last mark of a text."""
    return re.split(f"[\n{CLAUSE_ENDS}]", text)[-1]


def _in_order(date: Date) -> tuple[int, int, int]:
    """What dates are sorted by."""
    return date.year or 0, date.month or 0, date.day or 0


def _is_before(date: Date, other: Date) -> bool:
    """Whether a day certainly lies before another one; where a year is missing, both may be of one."""
    if not (date.month and date.day and other.month and other.day):
        return False
    one, two = (date.month, date.day), (other.month, other.day)
    if date.year and other.year and not (date.carried or other.carried) and date.year != other.year:
        return date.year < other.year
    return one < two and other.month - date.month < _HALF_YEAR


def _over(report: Report, date: Date, span: tuple[int, int]) -> Match:
    said = report.text[slice(*span)]
    message = Message(
        f"结束的日期早于前面所写的截止日期（{said}），请核对",
        f"over before the end of {said}: check both",
    )
    return Match(date.start, date.end, message, related=(Related(*span, Message("起止时间", "the span")),))


def _day(date: Date) -> tuple[str, str]:
    """A day as people write it, in Chinese and in English."""
    return f"{date.month}月{date.day}日", f"{date.month:02}-{date.day:02}"
