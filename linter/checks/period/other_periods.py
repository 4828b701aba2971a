"""A part of the year that goes beyond the report's: 上半年，全镇共接待… in a report on the first quarter, or
下半年以来 in one on the first half, written before the second had begun.

Nothing is said of what is planned for it, nor of what was laid down for the whole of it: 全年共安排….
"""

from collections.abc import Iterator

from linter.checks.period.context import Report
from linter.checks.period.later_events import counts_something
from linter.model.finding import Match
from linter.model.message import Message
from linter.structure.reporting_period import Period
from linter.text.characters import BLANKS, has, places
from linter.text.dates import YEAR_OFFSETS, YEAR_PERIODS
from linter.text.sentences import STOPS, sentence

_OPENING = 60
"""Characters behind the title in which the opening sums up the period."""
_THIS_YEAR = tuple(word for word, offset in YEAR_OFFSETS.items() if offset == 0)


def beyond(report: Report) -> Iterator[Match]:
    """Parts of the year, not over when the report was written, that are summed up in it."""
    known = report.period
    if not known or not (known.backward and known.sure and known.exact) or known.year != known.end_year:
        return
    year, month, _ = known.limit(0)
    for name, (first, last) in YEAR_PERIODS.items():
        if (known.year, last) > (year, month) and last > known.last:
            to_come = (known.year, first) >= (year, month)
            for place in places(report.text, name, report.part.start, report.part.end):
                end = place + len(name)
                since = _since(report, end) if to_come and _opens(report, place) else ""
                if since or _is_summed_up(report, place, end):
                    yield _not_over(name + since, place, known)


def _since(report: Report, end: int) -> str:
    """The word at an offset that says that some of a time has passed: 以来; empty for none."""
    return next((word for word in report.words.since if report.text.startswith(word, end)), "")


def earlier(report: Report) -> Iterator[Match]:
    """A part of the year before the report's, which its opening sums up: 第二季度，共渡运… in a report on the
    third quarter that never names its own in its text.
    """
    known = report.period
    if not known or not (known.backward and known.sure and known.exact) or known.year != known.end_year:
        return
    body = report.part.title[1] if report.part.title else report.part.start
    opening = min(body + _OPENING, report.part.end)
    months = (known.first, known.last)
    own = [name for name, reach in YEAR_PERIODS.items() if reach == months]
    own += [f"{known.first}月"] * (known.first == known.last)
    if not own or has(report.text[body : report.part.end], own):
        return
    for name, (_, last) in YEAR_PERIODS.items():
        for place in places(report.text, name, body, opening) if last < known.first else ():
            if _is_its_work(report, place, place + len(name)):
                yield _not_over(name, place, known)
    for date in report.dates if known.first == known.last else ():
        undated = date.month and not (date.day or date.year_offset) and (not date.year or date.carried)
        before = undated and (date.month or 0) < known.first and body <= date.start < opening
        if before and _is_its_work(report, date.start, date.end):
            yield _not_over(report.text[date.start : date.end], date.start, known)


def headings(report: Report) -> Iterator[Match]:
    """Headings of plans for a part of the year that is over (上半年工作打算 in a report on it), and those of
    what was done in one that had not begun.
    """
    known, words = report.period, report.words
    if not known or not (known.backward and known.sure and known.exact) or known.year != known.end_year:
        return
    year, month, _ = known.limit(0)
    for head in report.part.headings:
        for name, (first, last) in YEAR_PERIODS.items():
            place = report.text.find(name, head.start, head.end)
            if place < 0 or not _begins_heading(report, place, head.start):
                continue
            rest = report.text[place + len(name) : head.end].lstrip("的")
            reviewed = has(rest, (*words.plan_reviews, *words.report_headings))
            over = last <= known.last and rest.startswith(words.plan_names) and not reviewed
            planned = has(rest, (*words.plan_headings, *words.plan_names))
            to_come = (known.year, first) > (year, month) and reviewed and not planned
            if over or to_come:
                yield _not_over(name, place, known)


def _begins_heading(report: Report, place: int, start: int) -> bool:
    """Whether nothing stands before an offset in its heading but a number, or 今年."""
    before = report.text[start:place].strip(BLANKS)
    return not before or before in _THIS_YEAR


def _is_its_work(report: Report, start: int, end: int) -> bool:
    """Whether a part of the year opens a sentence, and the work of all of it is told, compared to nothing."""
    text, words = report.text, report.words
    rest = text[end : sentence(text, start)[1]]
    compared = has(rest, words.comparisons) or has(rest, words.laid_down)
    return _opens(report, start) and rest.startswith("，") and counts_something(rest) and not compared


def _is_summed_up(report: Report, start: int, end: int) -> bool:
    """Whether a part of the year opens a sentence that tells what was done in all of it."""
    text, words = report.text, report.words
    rest = text[end : sentence(text, start)[1]]
    if not _opens(report, start):
        return False
    opens = rest.startswith(("，", *words.summed_up))
    laid_down = has(rest, words.laid_down) or report.planned(start)
    return opens and has(rest, words.summed_up) and counts_something(rest) and not laid_down


def _opens(report: Report, start: int) -> bool:
    """Whether what stands at an offset opens a sentence of the text, but for 今年."""
    text = report.text
    before = text[sentence(text, start)[0] : start].strip(BLANKS + STOPS)
    return (not before or before in _THIS_YEAR) and not report.heading_at(start)


def _not_over(name: str, place: int, known: Period) -> Match:
    message = Message(
        f"本报告写的是{known.first}—{known.last}月，这里写成了“{name}”，请核对",
        f"the report is about months {known.first} to {known.last}, here it is {name}: check it",
    )
    return Match(place, place + len(name), message)
