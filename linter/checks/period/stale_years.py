"""What is not of the report's time: years left over, dates of signature, things of the future."""

from __future__ import annotations

from collections.abc import Iterator

from linter.checks.period import reporting_period
from linter.checks.period.context import Reading
from linter.checks.period.reporting_period import Period
from linter.model.finding import Match
from linter.model.message import Message
from linter.text.characters import has, words
from linter.text.dates import YEAR_OFFSETS, YEAR_PERIODS, Date
from linter.text.sentences import quoted, sentence

Surroundings = tuple[str, str]
"""What stands before and after a date in its sentence."""

_EARLIEST = {True: -2, False: -9}
"""Months from the period's end that a report may be signed at the earliest; one that names only a
year may be of any part of it."""
_LATEST = 9
_FOLLOW_UP = ("整改", "落实", "反馈", "审计", "回头看")
"""Reports on what was found in a year are due long after it."""

_AS_OF = ("截至", "截止", "截至到", "截止到")
_COMPARED_TO = ("较", "比", "与", "同", "和", "相较于", "相较", "对照")
_LINKED = words(
    "较 比 与 同 和 跟 自 从 由 于 到 至 据 按照 印发 及 年、 度、 — – ～ ~ - 高于 低于 超过 不及 落实"
    " 获评 荣获 获得 被评为 授予"
)
_LINKS = words(
    "同期 以来 以后 之后 以前 之前 起 至 到 — – ～ ~ 、 - 及 和 与 水平 相比 相较 比 末 底 年底"
    " 先进 优秀 十佳 最美 文明 示范 全国 全省 全市 全县 全区 省级 市级 县级 区级 级 届 版 期 第"
)
_COMPARES = words("较 比 同期 环比 以来 历年 连续 逐年 近两年 近三年 近几年 上年 去年 依次 —20 -20 ～20")
_HISTORY = words(
    "自 起 始 首次 成立 启用 建成 建于 获批 曾 批准 原 此前 期间 立项 印发 出台 入职 毕业 任 发布 颁布 施行"
    " 修订 通报 巡察 巡视 审计 发现 整改 遗留 移交 签订 中标 工程 开工 动工 竣工 搬迁 投用 挂牌 升格 评审"
    " 复审 验收 评为 获评 荣获 授予 获得 下发 历史 试点"
    " 入院 确诊 就诊 出生 入党 病例"
)
_REPORTED = ("将", "就", "对", "把", "回顾", "总结", "过去", "过去的")
_REPORTS = ("如下", "于后")
_WORK = ("工作", "情况", "回顾", "总结", "成效")
_UNTIMED = ("每年", "每逢", "历年", "逢", "自", "从", "到", "至", "在", "于")
_PLAN = ("工作计划", "工作打算", "工作思路", "工作安排", "工作谋划", "计划", "打算", "思路")
_DONE = ("完成", "落实", "执行", "推进", "实施", "进展")
_LATE = 0.6
"""Share of a report behind which it speaks of its plans."""
_TERMS = ("协议", "合同", "有效期", "质保", "任期", "聘期", "期限")
_DASHES = ("至", "到", "—", "-")
_OUTCOMES = words(
    "取得 圆满 顺利 成功 到会 出席 受到 获得 荣获 好评 肯定 召开了 举行了 举办了 开展了 完成了 参加了 组织了"
)
"""What tells that something took place."""
_DUE = ("龄", "大的", "起", "前", "底", "末")


def leftover(reading: Reading) -> Iterator[Match]:
    """Years of another report."""
    known = reading.period
    if not known or not known.backward:
        return
    if known.outvoted:
        yield _of_other_year(known.outvoted, known)
    if known.year != known.end_year:
        return
    body = reading.part.title[1] if reading.part.title else 0
    for date in reading.dates:
        named = date.year and not date.carried and date.start >= body and date != known.signed
        if named and not quoted(reading.text, date.start) and _is_leftover(reading, known, date):
            yield _of_other_year(date, known)


def _of_other_year(date: Date, known: Period) -> Match:
    if date.year == known.year:
        text = Message(
            f"报告期是{known.year}年{known.first}—{known.last}月，这里的时间与它不合",
            f"the report is about months {known.first}–{known.last} of {known.year}, which this does not fit",
        )
        return Match(date.start, date.end, text)
    text = Message(
        f"这里是{date.year}年，而报告期是{known.year}年，像是沿用旧稿",
        f"{date.year} here, but the report is about {known.year}: left over from a copy?",
    )
    return Match(date.start, date.end, text)


def _is_leftover(reading: Reading, known: Period, date: Date) -> bool:
    """Whether a year is not the report's, and not there on purpose."""
    year, text = date.year or known.year, reading.text
    start, end = sentence(text, date.start)
    before, after = text[start : date.start], text[date.end : max(end, date.end)]
    if before[-1:] in ("（", "(") and (shift := YEAR_OFFSETS.get(before[-3:-1])) is not None:
        return year != known.year + shift
    if before.endswith(_COMPARED_TO) and after.startswith("同期"):
        return year >= known.year
    if _plans_past(reading, known, date, (before, after)):
        return True
    if year == known.year:
        return _other_half(reading, known, date) and not reporting_period.will(after[:16])
    if year > known.year:
        return _early(reading, known, date, (before, after))
    if before.endswith(_AS_OF):
        return _stale_cut(known, date, before + after)
    return not before.endswith(_LINKED) and _stale(reading, known, date, (before, after))


def _other_half(reading: Reading, known: Period, date: Date) -> bool:
    """Whether the opening names the other half of the year."""
    stretch = YEAR_PERIODS.get(date.period, ())
    halves = ((1, 6), (7, 12))
    if stretch not in halves or (known.first, known.last) not in halves or not _opens(reading, date):
        return False
    return stretch != (known.first, known.last) and reading.text.startswith("，", date.end)


def _heads(reading: Reading, date: Date) -> bool:
    """Whether a date opens a heading."""
    return any(heading.start == date.start for heading in reading.part.headings)


def _plans_past(reading: Reading, known: Period, date: Date, around: Surroundings) -> bool:
    """Whether a heading or sentence of plans names a time that the report sums up, or one before it."""
    before, after = around
    if not _is_past(reading, known, date):
        return False
    part, rest = reading.part, after.lstrip("）)的 ")
    planned = rest.startswith(_PLAN) and not has(rest[:12], _DONE)
    if any(heading.start <= date.start < heading.end for heading in part.headings):
        return planned
    late = date.start - part.start > _LATE * (part.end - part.start)
    return late and not before.strip() and (planned or reporting_period.will(after[:16]))


def _is_past(reading: Reading, known: Period, date: Date) -> bool:
    """Whether a year, or a stretch of one, is over at the end of the report's period."""
    year = date.year or known.year
    if date.month or year > known.year:
        return False
    if date.period:
        return (year, YEAR_PERIODS[date.period][1]) <= (known.year, known.last)
    if year < known.year:
        return True
    return known.last == 12 and (known.exact or _sums_up_a_year(reading))


def _sums_up_a_year(reading: Reading) -> bool:
    """Whether a report that names only a year is about the whole of it."""
    known = reading.period
    late = known and known.signed_late()
    if late is not None:
        return late >= -1
    return reading.text.find("全年", reading.part.start, reading.part.end) >= 0


def _stale_cut(known: Period, date: Date, rest: str) -> bool:
    """Whether figures "as of" an earlier year are left over: as of the same months, or those that it
    was signed after, and not compared."""
    months: set[int | None] = {known.last, None} if known.last == 12 else {known.last}
    signed = known.signed
    if signed and signed.month and signed.year == known.year and not known.exact:
        months |= {signed.month, signed.month - 1}
    return date.month in months and not has(rest, (*_COMPARES, "今年", str(known.year)))


def _stale(reading: Reading, known: Period, date: Date, around: Surroundings) -> bool:
    """Whether an earlier year is left over, and not a comparison, a history or a name."""
    before, after = around
    rest = before + after
    compared = has(rest, _COMPARES) or str(known.year) in rest
    if reporting_period.ahead_heading(reading.context, reading.part, date.start):
        return not compared and not has(rest, _HISTORY)
    if compared or after.removeprefix("的").startswith(_LINKS):
        return False
    if before.endswith(_REPORTED) or has(after[:40], _REPORTS):
        return True
    if date.period:
        return YEAR_PERIODS[date.period] == (known.first, known.last) or (
            _heads(reading, date) and known.last < 12
        )
    if has(rest, _HISTORY):
        return False
    if date.month:
        return known.first <= date.month <= known.last and known.year - (date.year or 0) <= 2
    if _heads(reading, date):
        return has(after[:20], _WORK)
    if before.strip() or not after.startswith("，") or _contrasted(reading.text, known, date):
        return False
    return known.last - known.first == 11 or _opens(reading, date)


def _contrasted(text: str, known: Period, date: Date) -> bool:
    """Whether the report's own year follows behind a semicolon."""
    return f"；{known.year}" in text[date.end : text.find("。", date.end)]


def _early(reading: Reading, known: Period, date: Date, around: Surroundings) -> bool:
    """Whether a later year is left over, and not a plan."""
    before, after = around
    if reading.ahead(date.start) or before.endswith(_LINKED) or date.month:
        return False
    if date.period:
        return YEAR_PERIODS[date.period] == (known.first, known.last)
    return not before.strip() and after.startswith("，") and _opens(reading, date)


def _opens(reading: Reading, date: Date) -> bool:
    """Whether a date stands in the opening of a report."""
    return date.start - reading.part.start < 200


def signature(reading: Reading) -> Iterator[Match]:
    """Dates under a report long before or after its period."""
    known = reading.period
    late = known.signed_late() if known and known.backward else None
    if not known or not known.signed or late is None:
        return
    early = late < _EARLIEST[known.exact] or _before_half(known, late)
    if not early and late <= _LATEST:
        return
    if late > 0 and reading.part.title and has(reading.text[slice(*reading.part.title)], _FOLLOW_UP):
        return
    when = Message("早于", "before") if late < 0 else Message("远晚于", "long after")
    span = f"{known.first}—{known.last}月"
    if known.year != known.end_year:
        span = f"{known.first}月—{known.end_year}年{known.last}月"
    message = Message(
        f"落款日期{when.zh}报告期（{known.year}年{span}）",
        f"signed {when.en} the period of the report ({known.year}-{known.first:02} to"
        f" {known.end_year}-{known.last:02})",
    )
    yield Match(known.signed.start, known.signed.end, message)


def _before_half(known: Period, late: int) -> bool:
    """Whether a report on a named stretch of the year was signed well before the stretch was over."""
    return (
        known.exact
        and known.last < 12
        and late == -1
        and bool(known.signed and (known.signed.day or 31) <= 20)
    )


def future(reading: Reading) -> Iterator[Match]:
    """What is told as past and lies after the report's signature, or its end."""
    known = reading.period
    if not known or not known.backward or known.year != known.end_year or _misdated(known):
        return
    limit = known.limit(1)
    for date in reading.dates:
        if not date.month or not 1 <= date.month <= 12 or (date.year_offset or 0) < 0:
            continue
        day = (date.year or known.year + (date.year_offset or 0), date.month, date.day or 1)
        if day > limit and _told_as_past(reading, date):
            yield _too_late(reading.text[date.start : date.end], date, limit)


def _misdated(known: Period) -> bool:
    """Whether the signature itself is wrong, so that nothing follows from it."""
    late = known.signed_late()
    return late is not None and late < _EARLIEST[known.exact]


def _told_as_past(reading: Reading, date: Date) -> bool:
    """Whether a date is that of an event: no deadline, start, age, name, plan or day of every year."""
    text = reading.text
    before = text[max(0, date.start - 4) : date.start]
    if has(text[slice(*sentence(text, date.start))], _TERMS):
        return False
    if before.endswith(_AS_OF):
        return not reading.ahead(date.start)
    runs = before[-1:] in _DASHES and before[-2:-1].isdigit()
    if (has(before, _UNTIMED) and not runs) or text.startswith(_DUE, date.end) or quoted(text, date.start):
        return False
    return _has_happened(reading, date) or not reading.ahead(date.start)


def _has_happened(reading: Reading, date: Date) -> bool:
    """Whether a day of the report's own months is told with its outcome, even below its plans."""
    known, text = reading.period, reading.text
    if not known or not date.day or not known.first <= (date.month or 0) <= known.last:
        return False
    return has(text[slice(*sentence(text, date.start))], _OUTCOMES) and not reporting_period.told_ahead(
        text, date.start
    )


def _too_late(words: str, date: Date, limit: reporting_period.Day) -> Match:
    text = Message(
        f"“{words}”晚于本报告所能述及的时间（{limit[0]}年{limit[1]}月），却写成已经发生",
        f"later than the report can tell of ({limit[0]}-{limit[1]:02}), yet told as past",
    )
    return Match(date.start, date.end, text)
