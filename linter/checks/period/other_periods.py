"""A part of the year that goes beyond the report's: 上半年，全镇共接待… in a report on the first quarter.

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

_THIS_YEAR = tuple(word for word, offset in YEAR_OFFSETS.items() if offset == 0)


def beyond(report: Report) -> Iterator[Match]:
    """Parts of the year, not over when the report was written, that are summed up in it."""
    known = report.period
    if not known or not (known.backward and known.sure and known.exact) or known.year != known.end_year:
        return
    year, month, _ = known.limit(0)
    for name, (_, last) in YEAR_PERIODS.items():
        if (known.year, last) > (year, month) and last > known.last:
            for place in places(report.text, name, report.part.start, report.part.end):
                if _is_summed_up(report, place, place + len(name)):
                    yield _not_over(name, place, known)


def _is_summed_up(report: Report, start: int, end: int) -> bool:
    """Whether a part of the year opens a sentence that tells what was done in all of it."""
    text, words = report.text, report.words
    first, last = sentence(text, start)
    before = text[first:start].strip(BLANKS + STOPS)
    rest = text[end:last]
    if (before and before not in _THIS_YEAR) or report.heading_at(start):
        return False
    opens = rest.startswith(("，", *words.summed_up))
    laid_down = has(rest, words.laid_down) or report.planned(start)
    return opens and has(rest, words.summed_up) and counts_something(rest) and not laid_down


def _not_over(name: str, place: int, known: Period) -> Match:
    message = Message(
        f"本报告写的是{known.first}—{known.last}月，这里写成了“{name}”，请核对",
        f"the report is about months {known.first} to {known.last}, here it is {name}: check it",
    )
    return Match(place, place + len(name), message)
