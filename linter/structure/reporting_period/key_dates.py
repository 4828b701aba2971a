"""The dates that tell what period a report is about: in its title and opening, on its cover, under it."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

from linter.structure.reporting_period.words import Words
from linter.text.characters import has
from linter.text.dates import MONTHS, RANGE_DASHES, Date, dates, days_in
from linter.text.sentences import FULL_STOPS, quoted, same_sentence

Day = tuple[int, int, int]
"""Year, month, day."""


class Extent(NamedTuple):
    """Where one report lies in the text of its file, as offsets."""

    start: int
    end: int
    title: tuple[int, int]
    """The span of its title; empty where it has none."""
    opening: int
    """The end of its opening, which begins behind the title."""


class KeyDates(NamedTuple):
    """The dates of a report that tell its period, each None where there is none."""

    titled: Date | None
    """In the title."""
    opened: Date | None
    """The first one in the opening that can be the report's own."""
    compared: frozenset[int | None]
    """The years of the dates behind `opened` in its sentence: 2022年…，2023年…."""
    signed: Date | None
    """Under the report."""
    dated: Date | None
    """Below the title: as the date of the report."""
    met: Date | None
    """Below the title: as that of a meeting."""
    cover: Day | None
    """The latest one that stands by itself above the text; a month counts to its end."""
    years: tuple[int | None, ...]
    """The years of all dates but the one in the title."""


def key_dates(text: str, extent: Extent, words: Words) -> KeyDates:
    """The dates that tell the period of the report at `extent`."""
    start, end, (low, high), opening = extent
    every = dates(text)
    first, last = (bisect_left(every, place, key=attrgetter("start")) for place in (start, end))
    found = [date for date in every[first:last] if date.year and not date.carried]
    titled = next((date for date in found if low <= date.start < high), None)
    above = [date for date in found if high <= date.start < opening]
    opened = next((date for date in above if may_be_own(text, date, words)), None)
    behind = [date for date in above if opened and opened.end <= date.start]
    return KeyDates(
        titled,
        opened,
        frozenset(date.year for date in behind if opened and same_sentence(text, opened.end, date.start)),
        _signature(text, extent, found),
        _date_below_title(text, extent, found, words.signing_labels, words),
        _date_below_title(text, extent, found, words.meeting_labels, words),
        max(_cover_dates(text, start, opening, found), default=None),
        tuple(date.year for date in found if date is not titled),
    )


def may_be_own(text: str, date: Date, words: Words) -> bool:
    """Whether a date can name the report's own year: not a comparison or the name of a document."""
    if (
        date.month
        or text.startswith((*RANGE_DASHES, *words.after_other_year), date.end)
        or quoted(text, date.start)
    ):
        return False
    if date.period or text[date.end - 1] == "度" or months_behind(text, date):
        return not text.endswith(words.before_other_year, 0, date.start)
    begins = not text[date.start - 1 : date.start].strip()
    introduced = text.endswith(ROUND_LEFT + words.before_own_year, 0, date.start)
    told = text.startswith("，", date.end) and not text.endswith(words.before_other_year, 0, date.start)
    return begins or introduced or told


def months_behind(text: str, date: Date) -> tuple[int, int] | None:
    """The first and last month of the span of months behind a year (2024年1至6月); None for none."""
    span = re.match(MONTHS, text[date.end : date.end + _SPAN])
    return (int(span[1]), int(span[2])) if span else None


def last_day(date: Date | None) -> Day | None:
    """The last day of a date; None where it names no month."""
    if not date or not date.year or not date.month:
        return None
    return date.year, date.month, date.day or days_in(date.month, date.year)


ROUND_LEFT = ("（", "(")
"""Before a year in an opening, they introduce the report's own."""
_SPAN = 10
"""The most characters of a span of months behind a year: 1月份至12月."""
_BEFORE = 30
"""The most characters before a date in the line of a signature."""
_FRAME = " \u3000\t|*（()），：:"
"""What may stand around a date, its label or the unit in a line below the title."""
_APART = " \u3000\t，"
"""What parts the unit from the date."""
_LINES_ABOVE = 2
"""The most lines between the title and the date below it."""
_UNIT = 2
"""Characters at the head of a title by which the unit that it names is known again."""
_LABEL = 12
"""The most characters beside a date that stands by itself: 发布时间：."""


def _signature(text: str, extent: Extent, found: Sequence[Date]) -> Date | None:
    """The date in a short line at the end of a report, below some of its text: in its title block it is that
    of a meeting, or of a page on the web.
    """
    start, end, (_, title_end), opening = extent
    for date in reversed(found):
        line = text.rfind("\n", max(start, date.start - _BEFORE - 1), date.start) + 1
        if line <= start or "。" in text[line : date.start]:
            continue
        if line < opening and not has(text[title_end:line], FULL_STOPS):
            return None
        stop = text.find("\n", date.end)
        if not text[date.end : end if stop < 0 else stop].strip(" \u3000）)"):
            return date if text.count("\n", date.end, end) <= 8 else None
    return None


def _date_below_title(
    text: str, extent: Extent, found: Sequence[Date], labels: tuple[str, ...], words: Words
) -> Date | None:
    """The first date between title and text whose line holds no more than one of `labels`, or the unit, whose
    name begins as the title does. In a table the label may stand in the cell before.
    """
    start, end = extent.title[1], extent.opening
    unit = text[slice(*extent.title)].strip()[:_UNIT]
    for date in found:
        if not (start <= date.start < end and date.month):
            continue
        above = [line.strip(_FRAME) for line in text[start : date.start].split("\n")]
        lines = [line for line in above[1:-1] if line]
        if len(above) < 2 or len(lines) > _LINES_ABOVE or has(text[start : date.start], FULL_STOPS):
            return None
        stop = text.find("\n", date.end)
        label, behind = above[-1], text[date.end : None if stop < 0 else stop].strip(_FRAME)
        if not label and lines and lines[-1].endswith(words.labels_of_dates):
            label = lines[-1]
        apart = text[date.start - 1] in _APART
        if not behind and (not label or label in labels or (apart and unit and label.startswith(unit))):
            return date
    return None


def _cover_dates(text: str, start: int, opening: int, found: Sequence[Date]) -> Iterator[Day]:
    """The dates between the start of a report and the end of its opening that have a line of their own."""
    for date in found:
        day = last_day(date) if date.start < opening else None
        if day and _stands_alone(text, date, start, opening):
            yield day


def _stands_alone(text: str, date: Date, start: int, end: int) -> bool:
    """Whether the line of a date says nothing else but a word or two: 发布时间：2025年1月6日."""
    line = max(start, text.rfind("\n", 0, date.start) + 1)
    stop = text.find("\n", date.end, end)
    rest = text[line : date.start] + text[date.end : end if stop < 0 else stop]
    return len(rest.strip()) <= _LABEL and not has(rest, FULL_STOPS)
