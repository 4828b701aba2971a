"""The stretch of time that a report is about, and where its text looks beyond it on purpose.

The period is read from the title ("2024年上半年"), else from the opening, else from the date under
the report, else from what the whole file agrees on. A title that opening and signature both speak
against is outvoted: it was left over from a copy, and the report is of the year that they name.

Words are looked for as plain strings, not patterns: nothing is compiled when the program starts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from linter.model.outline import Context, Part
from linter.text.characters import has, words
from linter.text.dates import YEAR_PERIODS, Date, dates, days_in
from linter.text.sentences import quoted, sentence

Day = tuple[int, int, int]
"""Year, month, day."""


class Period(NamedTuple):
    """What a report is about."""

    year: int
    end_year: int
    """Equal to `year`, but for a title such as 2023—2024学年."""
    first: int = 1
    """Its first month."""
    last: int = 12
    """Its last month."""
    exact: bool = True
    """Whether the report names the stretch ("上半年", "年度"), not only a year."""
    backward: bool = True
    """Whether the report looks back: a summary, not a plan, notice or request."""
    signed: Date | None = None
    """The date under the report."""
    outvoted: Date | None = None
    """The title's year where the rest of the report is of another."""

    def signed_late(self) -> int | None:
        """Months from the end of the period to the signature, negative before it."""
        if not self.signed or not self.signed.year or not self.signed.month:
            return None
        return (self.signed.year - self.end_year) * 12 + self.signed.month - self.last

    def limit(self, grace: int) -> Day:
        """The last day that the report can tell of: its signature, else `grace` months after its end."""
        if self.signed and self.signed.year and self.signed.month:
            year, month = self.signed.year, self.signed.month
            return year, month, self.signed.day or days_in(month, year)
        months = self.last + grace - 1
        return self.end_year + months // 12, months % 12 + 1, 31


# Compiled, and kept by `re`, when a title holds such a span, which few do.
_MONTHS = "([0-9]{1,2})(?:月份?)?[—–～~至到-]{1,2}([0-9]{1,2})月"
_YEARS = "(20[0-9]{2})(?:年度?)?[—–～~至到-]{1,2}(20[0-9]{2})"

_OPENING = 260
"""Characters after the title in which the opening names the period, unless a heading ends it."""
_STRETCHES = {**YEAR_PERIODS, "半年来": (1, 6), "半年内": (1, 6)}
del _STRETCHES["全年"]
_WHOLE = ("年度", "全年", "年终", "一年来", "年总结")
_FIRST_TERM = ("第一学期", "上学期", "秋季学期")
_BACKWARD = ("总结", "汇报", "报告", "情况", "小结", "述职", "回顾", "自查", "体会", "综述")
_FORWARD = words("计划 方案 要点 安排 打算 预案 办法 细则 规划 制度 通知 意见 请示 函 公告 通告 纪要")
_BEFORE_ORIGIN = words("自 从 于 较 比 与 同 据")
_BEFORE_OWN = ("将", "就", "把", "对", "（", "(")
_AFTER_ORIGIN = words("以来 同期 成立 起 建 至 到 — - 底 末")


def read(context: Context, part: Part) -> Period | None:
    """The period of one part; None when no year can be made out."""
    title = part.title or (part.start, part.start)
    opening = min(part.headings[0].start if part.headings else part.end, title[1] + _OPENING)
    return _read(context.document.text, part.start, part.end, title, opening)


@lru_cache(maxsize=64)
def _read(text: str, start: int, end: int, title: tuple[int, int], opening: int) -> Period | None:
    low, high = title
    found = [date for date in dates(text) if start <= date.start < end and date.year and not date.carried]
    titled = next((date for date in found if low <= date.start < high), None)
    opened = next((date for date in found if high <= date.start < opening and _names(text, date)), None)
    signed = _signature(text, start, end, found)
    named = text[low:high]
    first, last, exact = _stretch(named, text[high : high + _OPENING], titled)
    body = [date.year for date in found if date is not titled]
    year = _year(titled, opened, _year_signed_for(signed, last), body)
    school = "学年" in named
    span = re.search(_YEARS, named) if (titled or school) and named.count("20") > 1 else None
    if year is None and not (span and school):
        return _agreed(text)
    years = (int(span[1]), int(span[2])) if span else (year or 0, year or 0)
    if span and school:
        first, last = 9, 1 if has(named, _FIRST_TERM) else 7
    outvoted = titled if titled and titled.year != year and not span else None
    backward = has(named, _BACKWARD) or (not named and opened is not None)
    backward = backward and not named.rstrip("）)").endswith(_FORWARD)
    return Period(*years, first, last, exact, backward, signed, outvoted)


def _agreed(text: str) -> Period | None:
    """The period that all stretches named in a file agree on, as in a collection without titles."""
    named = [date for date in dates(text) if date.year and date.period and _names(text, date)]
    years = {date.year for date in named if date.year}
    if len(years) != 1:
        return None
    year = years.pop()
    return Period(year, year, *YEAR_PERIODS[named[0].period])


def _names(text: str, date: Date) -> bool:
    """Whether a year can be the report's own: no origin, comparison or name of a document."""
    before = text[date.start - 1 : date.start].strip()
    if date.month or text.startswith(_AFTER_ORIGIN, date.end) or quoted(text, date.start):
        return False
    if date.period or text[date.end - 1] == "度":
        return before not in _BEFORE_ORIGIN
    return not before or before in _BEFORE_OWN or text.startswith("，", date.end)


def _signature(text: str, start: int, end: int, found: Sequence[Date]) -> Date | None:
    """The date in a short line at the end of a report."""
    for date in reversed(found):
        line = text.rfind("\n", start, date.start) + 1
        stop = text.find("\n", date.end)
        rest = text[date.end : end if stop < 0 else stop].strip(" \u3000）)")
        if not rest and date.start - line <= 30 and line > start and "。" not in text[line : date.start]:
            return date if text.count("\n", date.end, end) <= 8 else None
    return None


def _stretch(title: str, opening: str, titled: Date | None) -> tuple[int, int, bool]:
    """First and last month of the period, and whether they are named."""
    months = re.search(_MONTHS, title) if "月" in title else None
    if months:
        return int(months[1]), int(months[2]), True
    if titled and titled.month:
        return titled.month, titled.month, True
    whole = has(title, _WHOLE)
    for told in (title, "" if whole else opening):
        names = [(told.find(name), name) for name in _STRETCHES if name in told]
        if names:
            return *_STRETCHES[min(names)[1]], True
    return 1, 12, whole


def _year_signed_for(signed: Date | None, last: int) -> int | None:
    """The year that a report signed on a date is about: a whole year is summed up until spring."""
    if not signed or not signed.year:
        return None
    return signed.year - (last >= 10 and (signed.month or 12) <= 4)


def _year(
    titled: Date | None, opened: Date | None, signed: int | None, body: Sequence[int | None]
) -> int | None:
    """The year that the report is about, by title, opening, signature and the years in its body."""
    title, opening = titled and titled.year, opened and opened.year
    if title is None:
        far = opening and signed and abs(opening - signed) > 1
        return signed if far or not opening else opening
    others = {year for year in (opening, signed) if year}
    if len(others) == 1 and title not in others and title not in body:
        other = others.pop()
        return other if body.count(other) > 1 else title
    return title


# --- what is still to come ------------------------------------------------------------------------

_PLANNED = words(
    "下半年 下一步 下一阶段 下阶段 下季度 下月 下个月 明年 来年 今后 新的一年 计划 打算 筹备 筹划 即将"
    " 将要 预计 将于 将在 将继续 将进一步 将组织 将开展 将举办 将召开 将举行 将启动 将完成 将实施 将推"
    " 将全面 将重点 将着力 将会 将有 将迎 将适时 将承办 将接受 将围绕 将聚焦 将按 将以 将为"
)
"""Words of planning, for what follows them in the paragraph too."""
_AHEAD = words(
    "拟于 拟在 拟定于 拟将 力争 争取 准备 定于 迎接 确保 目标 底前 前完成 年底 年内 不少于 不低于"
    " 尚未 有待 期限 时限 重点："
)
"""Words of planning, for their sentence only, whatever semicolons are in it."""
_DEADLINES = words("日前 月前 年前 之前")
_NO_DEADLINE = tuple("夕后往期来去半")
_WILL = tuple(f"{subject}将" for subject in "们院委局部科组心会校司处站县市区社村镇系所队室")
_DISPOSAL = words("纳入 列入 作为 融入 转化 分解 延伸")
"""Verbs that make 将 a preposition: 医院将……纳入考核 tells of the past."""
_AHEAD_HEADING = words(
    "下半年 下一步 下步 下一阶段 下阶段 下季度 下月 计划 打算 安排 思路 明年 今后 方向 展望 谋 接续 新的一年"
    " 整改措施 改进措施 对策 建议 工作重点 重点任务 目标 年重点"
)
_BACK_HEADING = ("情况", "完成", "落实", "成效", "回顾", "做法", "上半年")


def ahead(context: Context, part: Part, place: int) -> bool:
    """Whether an offset lies where the report speaks of what is still to come.

    It does where the sentence, or the paragraph up to it, has a word of planning, or where a heading
    above does.
    """
    return told_ahead(context.document.text, place) or ahead_heading(context, part, place)


def told_ahead(text: str, place: int) -> bool:
    """Whether the sentence around an offset, or the paragraph up to it, has a word of planning."""
    told = text[text.rfind("\n", 0, place) + 1 : sentence(text, place)[1]]
    here = told[told.rfind("。") + 1 :]
    return has(told, _PLANNED) or has(here, _AHEAD) or _due(here) or will(told)


def _due(words: str) -> bool:
    """Whether a sentence names a time before which something is to be done: 6月30日前, not 国庆日前夕."""
    for word in _DEADLINES:
        place = words.find(word)
        if place >= 0 and not words.startswith(_NO_DEADLINE, place + len(word)):
            return True
    return False


def will(words: str) -> bool:
    """Whether 将 follows a subject and is no preposition."""
    for subject in _WILL:
        place = words.find(subject)
        if place >= 0 and not has(words[place + 2 : place + 24], _DISPOSAL):
            return True
    return False


def ahead_heading(context: Context, part: Part, place: int) -> bool:
    """Whether an offset lies under a heading of plans."""
    text = context.document.text
    above = [head for head in part.headings if head.start <= place < head.body_end]
    names = [text[head.start : head.end] for head in above]
    return any(has(name, _AHEAD_HEADING) and not has(name, _BACK_HEADING) for name in names)
