"""Years left over from the report that a draft was written over."""

import re
from collections.abc import Iterator
from functools import lru_cache

from linter.checks.period.context import Report
from linter.checks.period.planned import has_will
from linter.checks.period.words import Words
from linter.model.finding import Match
from linter.model.message import Message
from linter.structure.reporting_period import Period
from linter.text.characters import BLANKS, has, up_to, word_before
from linter.text.dates import RANGE_DASHES, YEAR_OFFSETS, YEAR_PERIODS, Date
from linter.text.sentences import REACH, quoted, sentence

BeforeAndAfter = tuple[str, str]
"""The text before and after a date in its sentence."""

_LATE = 0.6
"""The share of a report after which its plans may stand."""

_FEW_YEARS = 2
"""A report that names more years before its own tells a history, which has months of last year, too."""
_NEAR = 10
"""How near 对 must stand before the time that is summed up: 对我院2024年下半年的工作."""

_HALVES = {(1, 6), (7, 12)}
_PLANS = 16
"""Characters behind a year in which a word of planning tells what will be done in it."""

_LEAD = 6
"""Characters of the indent before a paragraph, and the end of the line above."""

_LISTING = ("年、", "度、")
"""Before a year they make it one of several."""


def leftover(report: Report) -> Iterator[Match]:
    """Years of another report."""
    period = report.period
    if not period or not period.backward or not period.sure:
        return
    if period.outvoted:
        yield _of_title(period.outvoted, period)
    if period.year != period.end_year:
        return
    body = report.part.text_start
    titled = _years_of_title(report)
    for date in report.dates:
        named = date.year and not date.carried and date.start >= body and date != period.signed
        if not named or (len(titled) > 1 and date.year in titled):
            continue
        if not quoted(report.text, date.start) and _is_leftover(report, period, date):
            yield _of_other_year(report, date, period)


def _years_of_title(report: Report) -> set[int]:
    """The years that a title names: a report on two of them is about both."""
    return {int(year) for year in re.findall(r"20\d\d", report.title)}


def tasks_of_last_year(report: Report) -> Iterator[Match]:
    """Last year as that of the task of a notice: 为做好2024年防汛工作，现通知如下, under one of 2025."""
    period, words = report.period, report.words
    if not period:
        return
    for date in report.dates:
        last_year = date.year == period.year - 1 and not date.month
        if not last_year or not _is_in_opening(report, date):
            continue
        start, end = sentence(report.text, date.start)
        before, after = report.text[start : date.start], report.text[date.end : end]
        is_task = "为" in before and before.endswith(words.before_task)
        if is_task and has(after, words.announced) and not quoted(report.text, date.start):
            yield _of_other_year(report, date, period)


def _of_title(date: Date, period: Period) -> Match:
    text = Message(
        f"标题是{date.year}年，正文写的却多是{period.year}年：像是旧稿只改了标题，或者标题没有改，请核对",
        f"{date.year} in the title, but the text is mostly about {period.year}: see which of them was left"
        " over from a copy",
    )
    return Match(date.start, date.end, text)


def _of_other_year(report: Report, date: Date, period: Period) -> Match:
    if date.year == period.year:
        said = report.text[date.start : date.end]
        text = Message(
            f"这里的“{said}”与报告期（{period.year}年{period.first}—{period.last}月）不合："
            "总结写报告期内的事，打算写以后的事，请核对",
            f"“{said}” does not fit the report's period (months {period.first}–{period.last} of"
            f" {period.year}): what was done lies within it, plans lie behind it",
        )
    else:
        text = Message(
            f"这里是{date.year}年，而报告期是{period.year}年，像是沿用旧稿，请核对",
            f"{date.year} here, but the report is about {period.year}: check whether it was left over from a"
            " copy",
        )
    return Match(date.start, date.end, text)


def _is_leftover(report: Report, period: Period, date: Date) -> bool:
    """Whether a year is not the report's, and not there on purpose."""
    year, text, words = date.year or period.year, report.text, report.words
    start, end = sentence(text, date.start)
    before, after = text[start : date.start], text[date.end : end]
    named = before[:-1].removesuffix(word_before(before[:-1], words.same_period))
    if before[-1:] in ("（", "(") and (shift := YEAR_OFFSETS.get(named[-2:])) is not None:
        return year != period.year + shift
    if not before.strip() and _is_chronicle(report, period):
        return False
    if before.endswith(words.compared_to) and after.startswith(words.same_period):
        return year >= period.year
    if _is_past_plan(report, period, date, (before, after)):
        return True
    if year == period.year:
        return _is_other_half(report, period, date, (before, after)) and not has_will(after[:16], words)
    if year > period.year:
        return _is_early(report, period, date, (before, after))
    if before.endswith(words.as_of):
        return _is_stale_as_of(period, date, before + after, words)
    return not _is_kept(before, words) and _is_stale(report, period, date, (before, after))


def _is_kept(before: str, words: Words) -> bool:
    """Whether the text before a year in its sentence says that it is there on purpose."""
    return before.endswith((*RANGE_DASHES, *_LISTING, *words.before_kept_year))


def _is_other_half(report: Report, period: Period, date: Date, around: BeforeAndAfter) -> bool:
    """Whether the opening names another half or quarter of the year as the one that is summed up."""
    months = YEAR_PERIODS.get(date.period)
    if not months or not _is_in_opening(report, date):
        return False
    before, after = around
    introduced = has(before[-_NEAR:], report.words.before_reported_year)
    summed_up = introduced and has(after, report.period_words.closed_titles)
    apart = months[1] < period.first or months[0] > period.last
    halves = {months, (period.first, period.last)} == _HALVES
    return (halves and after.startswith("，")) or (apart and summed_up)


def _opens_heading(report: Report, date: Date) -> bool:
    """Whether a date opens a heading."""
    heading = report.heading_at(date.start)
    return heading is not None and heading.start == date.start


def _is_past_plan(report: Report, period: Period, date: Date, around: BeforeAndAfter) -> bool:
    """Whether a heading or sentence of plans names a time that the report sums up, or one before it."""
    before, after = around
    if not _is_past(report, period, date):
        return False
    part, rest, words = report.part, after.lstrip("）)的 "), report.words
    planned = rest.startswith(words.plan_names) and not has(rest[:12], words.plan_reviews)
    if report.heading_at(date.start):
        return planned
    late = date.start - part.start > _LATE * (part.end - part.start)
    return late and not before.strip() and (planned or _opens_plan(report, date, after[:_PLANS]))


def _opens_plan(report: Report, date: Date, after: str) -> bool:
    """Whether a sentence that a date opens tells what will be done, `after` being how it goes on."""
    words = report.words
    if has_will(after, words) or after.lstrip("，, ").startswith("将"):
        return True
    return report.planned_by_heading(date.start) and has(after, words.planned_onwards)


def _is_past(report: Report, period: Period, date: Date) -> bool:
    """Whether a year, or the part of it that a date names, is over at the end of the report's period."""
    year = date.year or period.year
    if date.month or year > period.year:
        return False
    if date.period:
        return (year, YEAR_PERIODS[date.period][1]) <= (period.year, period.last)
    if year < period.year:
        return True
    return period.last == 12 and (period.exact or _sums_up_a_year(report, period))


def _sums_up_a_year(report: Report, period: Period) -> bool:
    """Whether a report that names only a year is about the whole of it."""
    late = period.signed_late()
    if late is not None:
        return late >= -1
    return report.text.find("全年", report.part.start, report.part.end) >= 0


def _is_stale_as_of(period: Period, date: Date, rest: str, words: Words) -> bool:
    """Whether figures "as of" (截至) a month of an earlier year are left over.

    They are where the month is the report's last, or that of its signature or the one before, and the
    sentence, `rest` without the date, compares nothing.
    """
    months: set[int | None] = {period.last, None} if period.last == 12 else {period.last}
    signed = period.signed
    if signed and signed.month:
        months |= {signed.month, signed.month - 1}
    return date.month in months and "今年" not in rest and not _is_compared(rest, period, words)


def _is_compared(rest: str, period: Period, words: Words) -> bool:
    """Whether the sentence around a year, `rest` without it, compares it or names the report's year too."""
    compared = has(_without(rest, words.not_comparisons), words.comparisons)
    return compared or str(period.year) in rest


def _without(text: str, some: tuple[str, ...]) -> str:
    """A text without some words, which have parts of others in them: 任务 is no 任."""
    for word in some:
        text = text.replace(word, "")
    return text


def _is_stale(report: Report, period: Period, date: Date, around: BeforeAndAfter) -> bool:
    """Whether an earlier year is left over, and not a comparison, a history or a name."""
    before, after = around
    rest, words = before + after, report.words
    compared = _is_compared(rest, period, words)
    if report.planned_by_heading(date.start):
        return not compared and not _tells_history(rest, words)
    if compared or after.removeprefix("的").startswith((*RANGE_DASHES, "、", *words.after_kept_year)):
        return False
    if has(after[:40], report.period_words.after_reported_year) or _introduces(before, after, words):
        return True
    if date.period:
        return YEAR_PERIODS[date.period] == (period.first, period.last)
    if _tells_history(rest, words):
        return False
    if date.month:
        own_months = period.first <= date.month <= period.last
        return own_months and date.year == period.year - 1 and not _is_history(report, period, after)
    if _opens_heading(report, date):
        return has(after[:20], words.work_headings)
    if before.strip() or not after.startswith("，") or _is_contrasted(report.text, period, date):
        return False
    return period.last - period.first == 11 or _is_in_opening(report, date)


def _tells_history(rest: str, words: Words) -> bool:
    """Whether the sentence around a year tells how something came about."""
    return has(_without(rest, words.not_histories), words.histories)


def _introduces(before: str, after: str, words: Words) -> bool:
    """Whether a year is that which is summed up (对2019年的工作); 对2019年收到的申请 is dealt with later."""
    what, of, _ = after[:_NEAR].partition("的")
    is_work = not what or not of or has(what, words.work_headings)
    return is_work and before.endswith(words.before_reported_year)


def _is_history(report: Report, period: Period, after: str) -> bool:
    """Whether a month of last year dates a thing (2023年5月的纪要), or the report tells of several years."""
    return after.startswith("的") or _years_before(report, period.year) > _FEW_YEARS


@lru_cache(maxsize=8)
def _years_before(report: Report, year: int) -> int:
    """How many different years before `year` a report names. Cached: every date asks for it."""
    return len({date.year for date in report.dates if date.year and date.year < year})


@lru_cache(maxsize=8)
def _is_chronicle(report: Report, period: Period) -> bool:
    """Whether more than a few years open paragraphs, but for the signature: the report is on all of them.
    Cached: every date at the head of a sentence asks for it.
    """
    opening = {
        date.year
        for date in report.dates
        if date.year
        and date != period.signed
        and report.text[max(0, date.start - _LEAD) : date.start].rstrip(BLANKS).endswith("\n")
    }
    return len(opening) > _FEW_YEARS


def _is_contrasted(text: str, period: Period, date: Date) -> bool:
    """Whether the next year follows behind a semicolon: the text goes year by year."""
    stop = up_to(text, "。", date.end, date.end + REACH)
    return text.find(f"；{(date.year or period.year) + 1}", date.end, stop) >= 0


def _is_early(report: Report, period: Period, date: Date, around: BeforeAndAfter) -> bool:
    """Whether a later year is left over, and not a plan."""
    before, after = around
    if report.planned(date.start) or _is_kept(before, report.words) or date.month:
        return False
    if date.period:
        return YEAR_PERIODS[date.period] == (period.first, period.last)
    return not before.strip() and after.startswith("，") and _is_in_opening(report, date)


def _is_in_opening(report: Report, date: Date) -> bool:
    """Whether a date stands in the opening of a report."""
    return date.start - report.part.start < 200
