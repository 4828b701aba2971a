"""Days of the week that a date does not fall on: behind the date (6月16日（星期五）), before it
(周五（6月16日）), or beside it in a table.
"""

from collections.abc import Iterator
from typing import NamedTuple

from linter.checks.period.calendar_errors import is_cited
from linter.checks.period.context import Report
from linter.checks.support.compiled import compiled
from linter.checks.support.tables import Row, is_rule, tables
from linter.model.document import Span
from linter.model.finding import Match
from linter.model.message import Message
from linter.structure.reporting_period.key_dates import last_day
from linter.text.characters import BLANKS, WHITE_SPACE, has
from linter.text.dates import RANGE_DASHES, RANGE_SIGNS, WEEKDAYS, Date, days_in
from linter.text.english_dates import WEEKDAYS_ENGLISH, english_dates

_WEEKDAY = f"(?:星期|礼拜|周)([{WEEKDAYS}天])"
# Strings: compiled when a text has a day of the week before a date, or in a table.
_BEFORE = rf"{_WEEKDAY}(?:[，,]?[{BLANKS}]*|[（(])$"
_IN_CELL = rf"{_WEEKDAY}|([{WEEKDAYS}])"
_SUNDAYS = "日天"
_REACH = 8
"""Characters before a date in which the day of the week stands."""
_ENGLISH_WORD = 10
"""Characters before a date in English in which the word before it stands."""


class _Named(NamedTuple):
    """A date with the day of the week that is written with it, 0 for Monday."""

    date: Date
    said: int
    sign: int
    """The offset of the character that tells the day of the week."""
    span: Span


def weekdays(report: Report) -> Iterator[Match]:
    """Days of the week that the date does not fall on."""
    for named in (*_in_text(report), *_in_tables(report)):
        if wrong := _missed(report, named.date, named.said):
            yield _wrong_weekday(report.text, named, *wrong)
    for date in (*english_dates(report.text, report.part.start, report.part.end), *_iso_in_english(report)):
        if date.weekday is None or not date.year or _is_of_others(report, date):
            continue  # one without a year, in an invitation, may be of the next
        if wrong := _missed(report, date, date.weekday):
            yield _wrong_english_weekday(report.text, date, *wrong)


def _iso_in_english(report: Report) -> Iterator[Date]:
    """The dates in figures with an English day of the week behind them: 2025-09-11 (Thursday)."""
    names = "|".join(f"{name[:3]}(?:{name[3:]})?" for name in WEEKDAYS_ENGLISH)
    for date in report.dates:
        match = compiled(rf" ?[(（]?({names})\b").match(report.text, date.end) if date.day else None
        if match:
            said = next(at for at, name in enumerate(WEEKDAYS_ENGLISH) if name.startswith(match[1][:3]))
            yield date._replace(end=match.end(), weekday=said)


def _in_text(report: Report) -> Iterator[_Named]:
    """The dates with a day of the week behind or before them."""
    for date in report.dates:
        if date.weekday is not None:
            yield _Named(date, date.weekday, date.end - 1, (date.start, date.end))
        elif date.day and (named := _named_before(report, date)):
            yield named


def _named_before(report: Report, date: Date) -> _Named | None:
    """The date with the day of the week before it: 周五（6月16日）, or 星期五　2025年6月16日 as a line.

    One of several is left alone (周一、周五（6月16日）), and so is 每周五（6月16日起）.
    """
    text = report.text
    first = max(report.part.start, date.start - _REACH)
    match = compiled(_BEFORE).search(text[first : date.start])
    if not match:
        return None
    start, sign = first + match.start(), first + match.start(1)
    before, behind = text[start - 1 : start], text[date.end : date.end + 1]
    bracketed = match[0].endswith(("（", "(")) and behind in ("）", ")")
    alone = before in ("", "\n", "：", ":") and (not behind.strip() or behind in ("，", ","))
    if before in (*RANGE_SIGNS, "、", "每", "逢") or not (bracketed or (alone and date.year)):
        return None
    return _Named(date, _index(text[sign]), sign, (start, date.end))


def _in_tables(report: Report) -> Iterator[_Named]:
    """The dates of tables with a column for the day of the week, or of a line that has nothing else."""
    text, words = report.text, report.words
    if not has(text, words.weekday_columns) and "\t" not in text:
        return
    dates = {(date.start, date.end): date for date in report.dates if date.day and date.weekday is None}
    seen = set()
    for rows in tables(report.context.document):
        for row, column in _rows_with_weekday(text, rows, words.weekday_columns):
            named = [dates[cell] for cell in row if cell in dates]
            match = compiled(_IN_CELL).fullmatch(text[slice(*row[column])])
            if match and len(named) == 1 and row[column] not in seen:
                seen.add(row[column])
                sign = row[column][1] - 1
                yield _Named(named[0], _index(text[sign]), sign, row[column])


def _rows_with_weekday(text: str, rows: list[Row], heads: tuple[str, ...]) -> Iterator[tuple[Row, int]]:
    """The rows of a table, each with the column of the day of the week."""
    head, *body = [row for row in rows if not is_rule(text, row)] or [[]]
    if not body and len(head) == 2:
        yield head, 1
    for column, cell in enumerate(head):
        if text[slice(*cell)].strip(WHITE_SPACE + "*") in heads:
            yield from ((row, column) for row in body if len(row) == len(head))


def _index(sign: str) -> int:
    return len(WEEKDAYS) - 1 if sign in _SUNDAYS else WEEKDAYS.index(sign)


def _is_of_others(report: Report, date: Date) -> bool:
    """Whether the day of the week before a date in English is not that of the date alone: Monday to Friday,
    3 May.
    """
    before = report.text[max(0, date.start - _ENGLISH_WORD) : date.start].rstrip()
    return before.endswith(tuple(RANGE_DASHES)) or before.rpartition(" ")[2] in report.words.before_no_weekday


def _missed(report: Report, date: Date, said: int) -> tuple[int, int] | None:
    """The year of a date, and the day of the week that it falls on, where it is said to be another one."""
    if not date.month or not date.day or is_cited(report.text, date):
        return None
    may_be = sorted(_years(report, date))
    years = [year for year in may_be if date.day <= days_in(date.month, year)]
    right = [_weekday(year, date.month, date.day) for year in years]
    if not right or said in right:
        return None
    known = report.period
    at = years.index(known.year) if known and known.year in years else 0
    return years[at], right[at]


def _years(report: Report, date: Date) -> set[int]:
    """The years that a date may belong to.

    In a text that announces or records something it is that in which it was written. A month before that of
    the writing may be of the next year, one behind it of the last: 12月30日 in minutes of January.
    """
    known = report.period
    written = last_day(known.signed) or known.cover if known and not known.backward else None
    undated = not date.year and date.year_offset is None
    if not (known and written and undated and known.year == known.end_year == written[0]):
        return report.years(date)
    month = date.month or 0
    return {written[0], written[0] + (month < written[1]) - (month > written[1])}


def _weekday(year: int, month: int, day: int) -> int:
    """The day of the week: 0 for Monday. What tells it is loaded here, for few reports name one."""
    import datetime

    return datetime.date(year, month, day).weekday()


def _wrong_weekday(text: str, named: _Named, year: int, right: int) -> Match:
    start, end = named.span
    suggestion = text[start : named.sign] + WEEKDAYS[right] + text[named.sign + 1 : end]
    return Match(start, end, _falls_on(named.date, named.said, year, right), suggestion=suggestion)


def _wrong_english_weekday(text: str, date: Date, year: int, right: int) -> Match:
    """The same of a date in English, whose day of the week is written in full or as its first letters."""
    said, better = WEEKDAYS_ENGLISH[date.weekday or 0], WEEKDAYS_ENGLISH[right]
    written, short = text[date.start : date.end], len("Mon")
    suggestion = (
        written.replace(said, better) if said in written else written.replace(said[:short], better[:short])
    )
    changed = suggestion if suggestion != written else None
    return Match(date.start, date.end, _falls_on(date, date.weekday or 0, year, right), suggestion=changed)


def _falls_on(date: Date, said: int, year: int, right: int) -> Message:
    day, other = WEEKDAYS_ENGLISH[right], WEEKDAYS_ENGLISH[said]
    return Message(
        f"{year}年{date.month}月{date.day}日是星期{WEEKDAYS[right]}，不是星期{WEEKDAYS[said]}",
        f"{year}-{date.month:02}-{date.day:02} is a {day}, not a {other}",
    )
