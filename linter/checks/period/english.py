"""Dates of reports in English.

One below the title or at the end may lie before the period in the title, and a span may end before it begins.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from linter.checks.period.context import Report
from linter.checks.support.compiled import compiled
from linter.model.finding import Match
from linter.model.message import Message
from linter.text.characters import WHITE_SPACE
from linter.text.dates import Date
from linter.text.english_dates import english_dates

Months = tuple[int, int]
"""A year and the first month of a part of it."""

_ORDINALS = ("first", "second", "third", "fourth")
_PART = rf"(?P<which>{'|'.join(_ORDINALS)}) (?P<unit>half|quarter)(?: of|,)? (?P<year>20\d\d)\b"
_CODE = r"\b(?P<letter>[HQ])(?P<number>[1-4]),? (?P<of>20\d\d)\b"
_WHOLE = r"\bannual\b[^\n]{0,40}?(?P<after>20\d\d)\b|(?P<before>20\d\d) annual\b"
_TITLED = f"(?i:{_PART}|{_CODE}|{_WHOLE})"
_SPAN_LINK = " ?(?:to|until|till|through|[-–—]) ?"
_LINES = 3
"""Lines below the title, or at the end of a report, one of which is its date."""


def misdated(report: Report) -> Iterator[Match]:
    """The only date in a line of its own, where it lies before the period that the title names."""
    title = report.text[slice(*report.part.title)] if report.part.title else ""
    body = report.part.title[1] if report.part.title else report.part.start
    told = {word.strip(":,.").lower() for word in title.split()}
    words = report.words
    began = (
        _first_month(title)
        if told & set(words.english_reports) and not told & set(words.english_others)
        else None
    )
    if not began:
        return
    alone = [
        date for date in english_dates(report.text, body, report.part.end) if _stands_alone(report, date)
    ]
    if (
        len(alone) == 1
        and (alone[0].year or 0, alone[0].month or 0) < began
        and _dates_report(report, alone[0])
    ):
        message = Message(
            "日期早于标题里所写的时段，请核对", "dated before the period in the title: check both"
        )
        yield Match(alone[0].start, alone[0].end, message)


def _first_month(title: str) -> Months | None:
    """The year and month in which the period of a title begins; None for no period."""
    match = compiled(_TITLED).search(title)
    if not match:
        return None
    if match["unit"]:
        months = 6 if match["unit"].lower() == "half" else 3
        return int(match["year"]), _ORDINALS.index(match["which"].lower()) * months + 1
    if match["letter"]:
        months = 6 if match["letter"].upper() == "H" else 3
        return int(match["of"]), (int(match["number"]) - 1) * months + 1
    return int(match["after"] or match["before"]), 1


def _stands_alone(report: Report, date: Date) -> bool:
    """Whether the line of a date with a year has nothing else, but for Date:."""
    text = report.text
    start, stop = text.rfind("\n", 0, date.start) + 1, text.find("\n", date.end)
    rest = text[start : date.start] + text[date.end : None if stop < 0 else stop]
    return bool(date.year) and rest.strip(WHITE_SPACE + "().:：*_").lower() in (
        "",
        *report.words.english_labels,
    )


def _dates_report(report: Report, date: Date) -> bool:
    """Whether a date stands near the title or the end of a report."""
    text, part = report.text, report.part
    body = part.title[1] if part.title else part.start
    above = [line for line in text[body : date.start].split("\n") if line.strip()]
    below = [line for line in text[date.end : part.end].split("\n") if line.strip()]
    return min(len(above), len(below)) < _LINES


def reversed_spans(report: Report) -> Iterator[Match]:
    """Spans that end before they begin: from 10 July 2025 to 8 July 2025."""
    found = english_dates(report.text, report.part.start, report.part.end)
    for one, other in pairwise(found):
        link = re.fullmatch(_SPAN_LINK, report.text[one.end : other.start])
        if not link or not other.year or not (one.year or one.month == other.month):
            continue
        first = (one.year or other.year, one.month or 0, one.day or 0)
        if (other.year, other.month or 0, other.day or 0) < first:
            message = Message("起止时间颠倒，请核对", "the span ends before it begins: check both dates")
            yield Match(one.start, other.end, message)
