"""The stretch of time that a report is about, and where its text looks beyond it on purpose.

The period is read from the title ("2024年上半年"), else from the opening, else from the date under
the report. A title that both opening and signature (or the body) speak against is outvoted: it
was left over from a copy, and the report is of the year that the others name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from linter.dates import HALVES, Date, dates, days_in, sentence
from linter.model import Draft, Part

Day = tuple[int, int, int]
"""Year, month, day."""


class Period(NamedTuple):
    """What a report is about."""

    year: int
    end_year: int
    """Equal to `year`, but for a title such as 2023—2024学年."""
    first: int
    """Its first month."""
    last: int
    """Its last month."""
    exact: bool
    """Whether the report names the stretch ("上半年", "年度"), not only a year."""
    backward: bool
    """Whether the report looks back: a summary, not a plan, notice or request."""
    signed: Date | None
    """The date under the report."""
    outvoted: Date | None
    """The title's year where the rest of the report is of another."""

    def months_signed_late(self) -> int | None:
        """Months from the end of the period to the signature, negative before it."""
        if not self.signed or not self.signed.year or not self.signed.month:
            return None
        return (self.signed.year - self.end_year) * 12 + self.signed.month - self.last

    def limit(self, grace: int = 0) -> Day:
        """The last day that the report can tell of: its signature, else `grace` months after its end."""
        if self.signed and self.signed.year and self.signed.month:
            year, month = self.signed.year, self.signed.month
            return year, month, self.signed.day or days_in(month, year)
        months = self.last + grace - 1
        return self.end_year + months // 12, months % 12 + 1, 31


_MONTHS = re.compile("([0-9]{1,2})(?:月份?)?[—–～~至到-]{1,2}([0-9]{1,2})月")
_SPAN = re.compile("(20[0-9]{2})(?:年度?)?[—–～~至到-]{1,2}(20[0-9]{2})")
_WHOLE = re.compile("年度|全年|年终|一年来|年总结")
_STRETCH = re.compile("|".join(name for name in HALVES if name != "全年") + "|半年(?:来|内|度)|本季度")
_BACKWARD = re.compile("总结|汇报|报告|情况|小结|述职|回顾|自查|体会|综述")
_FORWARD = re.compile(
    "(?:计划|方案|要点|安排|打算|预案|办法|细则|规划|制度|通知|意见|请示|函|公告|通告|纪要)[）)]?$"
)
_OPENING = 260
_BEFORE_OTHER = ("自", "从", "于", "较", "比", "与", "《", "〔", "同", "据")
_AFTER_OTHER = re.compile("以来|同期|成立|起|建|至|到|—|-|底|末|[一-龥]{0,12}》")


def read(draft: Draft, part: Part) -> Period | None:
    """The period of one part, else the one that the whole file agrees on; None when there is no year."""
    low, high = part.title or (part.start, part.start)
    opening = min((heading.start for heading in part.headings), default=high + _OPENING)
    return _read(draft.document.text, part.start, part.end, (low, high), min(opening, high + _OPENING))


@lru_cache(maxsize=64)
def _read(text: str, start: int, end: int, title: tuple[int, int], opening: int) -> Period | None:
    low, high = title
    found = [date for date in dates(text) if start <= date.start < end and date.year and not date.carried]
    titled = next((date for date in found if low <= date.start < high), None)
    opened = next((date for date in found if high <= date.start < opening and _names(text, date)), None)
    signed = _signature(text, start, end, found)
    named = text[low:high]
    first, last, exact = _stretch(named, text[high : high + _OPENING], titled)
    written = _signed_for(signed, last)
    year = _year(titled, opened, written, [date.year for date in found if date is not titled])
    if year is None:
        return _agreed(text)
    span = _SPAN.search(named)
    years = (int(span[1]), int(span[2])) if span else (year, year)
    outvoted = titled if titled and titled.year != year and not span else None
    backward = bool(_BACKWARD.search(named) or (not named and opened)) and not _FORWARD.search(named)
    return Period(*years, first, last, exact, backward, signed, outvoted)


def _agreed(text: str) -> Period | None:
    """The period that all stretches named in a file agree on, as in a collection without titles."""
    named = [date for date in dates(text) if date.year and date.half and _names(text, date)]
    years = {date.year for date in named if date.year}
    if len(years) != 1:
        return None
    year, (first, last) = years.pop(), HALVES[named[0].half]
    return Period(year, year, first, last, exact=True, backward=True, signed=None, outvoted=None)


def _names(text: str, date: Date) -> bool:
    """Whether a year in the opening can be the report's: no origin, comparison or document."""
    if date.month or text[date.start - 1 : date.start] in _BEFORE_OTHER:
        return False
    return not _AFTER_OTHER.match(text, date.end)


def _signature(text: str, start: int, end: int, found: Sequence[Date]) -> Date | None:
    """The date in a short line at the end of a report."""
    for date in reversed(found):
        line = text.rfind("\n", start, date.start) + 1
        stop = text.find("\n", date.end)
        rest = text[date.end : end if stop < 0 else stop].strip(" \u3000）)")
        if not rest and date.start - line <= 30 and "。" not in text[line : date.start] and line > start:
            return date if text.count("\n", date.end, end) <= 8 else None
    return None


def _stretch(title: str, opening: str, titled: Date | None) -> tuple[int, int, bool]:
    """First and last month of the period, and whether they are named."""
    months = _MONTHS.search(title)
    if months:
        return int(months[1]), int(months[2]), True
    if titled and titled.month:
        return titled.month, titled.month, True
    for words in (title, "" if _WHOLE.search(title) else opening):
        name = _STRETCH.search(words)
        if name:
            return *HALVES.get(name.group(), (1, 6)), True
    return 1, 12, bool(_WHOLE.search(title))


def _signed_for(signed: Date | None, last: int) -> int | None:
    """The year that a report signed on a date is about: a whole year is summed up until spring."""
    if not signed or not signed.year:
        return None
    return signed.year - (last >= 10 and (signed.month or 12) <= 4)


def _year(
    titled: Date | None, opened: Date | None, written: int | None, body: Sequence[int | None]
) -> int | None:
    """The year that the report is about, by title, opening, signature and the years in its body."""
    title, opening = titled and titled.year, opened and opened.year
    if title is None:
        return opening or written
    others = {year for year in (opening, written) if year}
    if len(others) == 1 and title not in others and title not in body:
        other = others.pop()
        return other if body.count(other) > 1 else title
    return title


_AHEAD = re.compile(
    "拟|计划|预计|力争|争取|筹备|筹划|即将|将要|准备|打算|定于|迎接|确保|目标|底前|前完成|日前|月前|年前|之前|到位前"
    "|下半年|下一步|下一阶段|下阶段|下季度|下个?月|明年|来年|今后|新的一年|年底|年内|不少于|不低于|尚未|有待|期限|时限"
    "|我们将|[院委局部科组心会校司处站县市区社村镇系]将(?!.{0,20}(?:纳入|列入|作为|融入|转化|分解|延伸))"
    "|将(?:于|在|继续|进一步|组织|开展|举办|召开|举行|启动|完成|实施|推|全面|重点|着力|会|有|迎|分|适时|承办|接受|围绕|聚焦|按|以|为)"
)
_AHEAD_HEADING = re.compile(
    "下半年|下一步|下步|下一阶段|下阶段|下季度|下月|计划|打算|安排|思路|明年|今后|方向|展望|谋|接续|新的一年"
    "|整改措施|改进措施|对策|建议|工作重点|重点任务|目标|20[0-9]{2}年(?:工作|重点)"
)
_BACK_HEADING = re.compile("情况|完成|落实|成效|回顾|做法|上半年")


def ahead(draft: Draft, part: Part, place: int) -> bool:
    """Whether an offset lies where the report speaks of what is still to come."""
    text = draft.document.text
    line = text.rfind("\n", 0, place) + 1
    return bool(_AHEAD.search(text, line, sentence(text, place)[1])) or ahead_heading(draft, part, place)


def ahead_heading(draft: Draft, part: Part, place: int) -> bool:
    """Whether an offset lies under a heading of plans."""
    text = draft.document.text
    return any(
        heading.start <= place < heading.body_end
        and _AHEAD_HEADING.search(text, heading.start, heading.end)
        and not _BACK_HEADING.search(text, heading.start, heading.end)
        for heading in part.headings
    )
