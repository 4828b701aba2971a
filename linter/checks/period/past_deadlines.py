"""Deadlines of last year in a plan: 2024年12月底前，完成… in the plan for 2025; and those in the plans that a
report ends with, which were over when it was signed.

Nothing is said where the plan was signed before the deadline, where what is due prepares the plan, or where
the sentence tells what was done by then, or what was not (未能完成，继续实施).
"""

from collections.abc import Iterator

from linter.checks.period.context import Report
from linter.checks.period.later_events import tells_done
from linter.model.finding import Match
from linter.model.message import Message
from linter.structure.reporting_period import Period
from linter.structure.reporting_period.key_dates import Day, last_day
from linter.text.characters import BLANKS, has
from linter.text.dates import YEAR_PERIODS, Date, days_in
from linter.text.sentences import CLAUSE_ENDS, quoted, sentence

_LATE = 0.4
"""The share of a report after which its plans stand; before it are the aims that it began with."""
_RELATIVE = 6
"""Characters behind a deadline in which 的 makes it part of a name: 2024年底前建成的粮库."""


def past_deadlines(report: Report) -> Iterator[Match]:
    """Deadlines that were over before the year that is planned."""
    known, words = report.period, report.words
    body = report.part.title[1] if report.part.title else report.part.start
    title = report.text[report.part.start : body]
    if not known or known.backward or str(known.year) not in title or not has(title, words.plan_titles):
        return
    for date in report.dates:
        last_year = date.year == known.year - 1 and not date.carried
        if last_year and date.start >= body and _is_due(report, known, date):
            yield _over(report.text[date.start : date.end], date, known)


def past_in_report(report: Report) -> Iterator[Match]:
    """Deadlines that were over when the report that plans with them was signed."""
    known, part, words = report.period, report.part, report.words
    signed = last_day(known.signed) if known and known.backward else None
    if not signed:
        return
    late = part.start + _LATE * (part.end - part.start)
    for date in report.dates:
        if not date.year or date.carried or date.start < late or report.in_table(date.start):
            continue
        if not report.planned_by_heading(date.start):
            continue
        told = report.text[slice(*sentence(report.text, date.start))]
        if _last(date) < signed and _is_deadline(report, date) and not has(told, words.set_before):
            message = Message(
                f"打算里的期限早于落款的日期（{signed[0]}年{signed[1]}月{signed[2]}日），请核对",
                f"planned for before it was signed ({signed[0]}-{signed[1]:02}-{signed[2]:02}): check both",
            )
            yield Match(date.start, date.end, message)


def _is_due(report: Report, known: Period, date: Date) -> bool:
    """Whether something is to be done until a date, which was over when the plan was made."""
    rest = report.text[date.end : sentence(report.text, date.start)[1]]
    written = max((day for day in (_signed(known), known.cover) if day), default=None)
    still_to_come = written <= _last(date) if written else has(rest, report.words.preparations)
    return not still_to_come and _is_deadline(report, date)


def _is_deadline(report: Report, date: Date) -> bool:
    """Whether something is to be done until a date."""
    text, words = report.text, report.words
    start, end = sentence(text, date.start)
    until = text.endswith(words.until, 0, date.start) and text.startswith(words.ends, date.end)
    if not (until or text.startswith(words.deadline_ends, date.end)) or quoted(text, date.start):
        return False
    if text.startswith(words.not_deadlines, text.find("前", date.end)):  # 前夕
        return False
    before = text[start : date.start].strip(BLANKS)
    before = before.removesuffix(next((word for word in words.until if before.endswith(word)), ""))
    clause = not before or before.endswith((*CLAUSE_ENDS, *words.before_deadlines))
    rest = text[date.end : end]
    told = text[start:end]
    due = "的" not in rest[:_RELATIVE] and not tells_done(told, words) and not has(told, words.overdue)
    return clause and due and not has(rest, words.comparisons)


def _signed(known: Period) -> Day | None:
    return _last(known.signed) if known.signed else None


def _last(date: Date) -> Day:
    """The last day of a date: of 2024年, 31 December."""
    month = date.month or (YEAR_PERIODS[date.period][1] if date.period else 12)
    return date.year or 0, month, date.day or days_in(month)


def _over(said: str, date: Date, known: Period) -> Match:
    message = Message(
        f"这是{known.year}年的计划，期限却写的是{said}，像是沿用旧稿，请核对年份",
        f"this is the plan for {known.year}, but the deadline is in {date.year}: left over from a copy?"
        " check the year",
    )
    return Match(date.start, date.end, message)
