"""Dates that cannot be, or do not belong to the time that the report is about.

A report is written from last year's. What gives that away are the dates nobody changed: a year
left over, the wrong anniversary, an event of autumn in the report of the first half-year. One rule
looks for one of these (`look_for`):

`impossible`     30 February, 32 May; 29 February of a year that has none
`weekday`        a day of the week that the date does not fall on
`order`          a span whose end lies before its beginning
`leftover`       a year that is not the report's and is neither compared, quoted nor planned with
`signature`      a date under the report long before or after its period
`future`         something told as past that lies after the report's end and signature
`count`          an anniversary or the nth such day ("建党103周年", "第九个…教育日"), by `counts`
`plan`           first and last year of a plan ("收官之年"), by `plans`
`event`          a meeting or campaign named before it took place, by `events`

The period of each report in the file is read as `linter.period` says; where no year can be made
out, only what is wrong in any year is found. Facts are options: the program knows the calendar,
not history.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Annotated, Literal, NamedTuple

from linter import patterns, period
from linter.checks import Doc, Find
from linter.dates import HALVES, SHIFTS, WEEKDAYS, Date, dates, days_in, sentence, weekday
from linter.model import Draft, Match, Part, Text
from linter.numerals import han, value_of
from linter.period import Period


class Count(NamedTuple):
    """Something counted by the year."""

    words: Annotated[tuple[str, ...], Doc("名称", "its names")]
    zero: Annotated[
        int, Doc("计数为零的年份：建党为 1921", "the year that counts as none: 1921 for the Party")
    ]


class Plan(NamedTuple):
    """A plan of several years."""

    name: Annotated[str, Doc("名称：十四五", "its name")]
    first: Annotated[int, Doc("第一年", "its first year")]
    last: Annotated[int, Doc("最后一年", "its last year")]


class Event(NamedTuple):
    """Something that happened on a known day."""

    words: Annotated[tuple[str, ...], Doc("名称", "its names")]
    day: Annotated[str, Doc("开始的日期：2024-07-15", "the day it began: 2024-07-15")]


class Options(NamedTuple):
    """What a rule of this check may say under `with`."""

    look_for: Annotated[
        Literal[
            "impossible", "weekday", "order", "leftover", "signature", "future", "count", "plan", "event"
        ],
        Doc("查什么", "what to look for"),
    ]
    counts: Annotated[tuple[Count, ...], Doc("周年和届次", "anniversaries and yearly days")] = ()
    plans: Annotated[tuple[Plan, ...], Doc("规划期", "plans of several years")] = ()
    events: Annotated[tuple[Event, ...], Doc("重大事件", "events")] = ()


class Reading(NamedTuple):
    """One report with its period and its dates."""

    draft: Draft
    part: Part
    text: str
    period: Period | None
    dates: tuple[Date, ...]


def build(options: Options) -> Find:
    """Prepare the facts; `find` judges every report of a draft."""
    judge = _JUDGES[options.look_for](options)

    def find(draft: Draft) -> Iterator[Match]:
        text = draft.document.text
        known = dates(text)
        for part in draft.parts:
            inside = tuple(date for date in known if part.start <= date.start < part.end)
            yield from judge(Reading(draft, part, text, period.read(draft, part), inside))

    return find


# --- wrong in any year ----------------------------------------------------------------------------


def _impossible(reading: Reading) -> Iterator[Match]:
    """Days and months that the calendar does not have."""
    for date in reading.dates:
        if date.month is None or _NO_DATE.match(reading.text, date.end) or _cited(reading.text, date):
            continue
        if not 1 <= date.month <= 12:
            if date.year or date.day is not None:
                yield Match(
                    date.start, date.end, Text(f"没有{date.month}月", f"there is no month {date.month}")
                )
        elif date.day is not None:
            most = max(
                (days_in(date.month, year) for year in _years(reading, date)), default=days_in(date.month)
            )
            if not 1 <= date.day <= most:
                yield Match(date.start, date.end, _no_such_day(reading, date, most))


_NO_DATE = re.compile("龄|薪|工资|楼|文件|令|线")


def _cited(text: str, date: Date) -> bool:
    """Whether a date stands alone in quotation marks, as in a text about mistakes."""
    return text[date.start - 1 : date.start] in tuple("“「‘") and text[date.end : date.end + 1] in tuple(
        "”」’"
    )


def _no_such_day(reading: Reading, date: Date, most: int) -> Text:
    years = _years(reading, date)
    if date.month == 2 and date.day == 29:
        year = min(years)
        return Text(f"{year}年不是闰年，2月只有28天", f"{year} is no leap year: February has 28 days")
    return Text(
        f"{date.month}月没有{date.day}日，最多{most}天", f"month {date.month} has {most} days, not {date.day}"
    )


def _weekday(reading: Reading) -> Iterator[Match]:
    """Days of the week that the date does not fall on."""
    for date in reading.dates:
        if date.weekday is None or not date.month or not date.day or _cited(reading.text, date):
            continue
        years = [year for year in sorted(_years(reading, date)) if date.day <= days_in(date.month, year)]
        right = [weekday(year, date.month, date.day) for year in years]
        if not right or date.weekday in right:
            continue
        wrong, name = WEEKDAYS[date.weekday], WEEKDAYS[right[0]]
        day = f"{years[0]}年{date.month}月{date.day}日"
        found = reading.text[date.start : date.end]
        yield Match(
            date.start,
            date.end,
            Text(
                f"{day}是星期{name}，不是星期{wrong}",
                f"{years[0]}-{date.month:02}-{date.day:02} is a {_ENGLISH[right[0]]}, "
                f"not a {_ENGLISH[date.weekday]}",
            ),
            suggestion=found[:-1] + name,
        )


_ENGLISH = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def _order(reading: Reading) -> Iterator[Match]:
    """Spans of time whose end lies before their beginning."""
    text = reading.text
    for date in reading.dates:
        earlier = _BACKWARD.search(text, max(0, date.start - 8), date.start)
        if earlier and date.year and not date.carried and int(earlier[1]) > date.year:
            yield Match(earlier.start(), date.end, _reversed(earlier[1], str(date.year)))
    for one, other in zip(reading.dates, reading.dates[1:], strict=False):
        between = text[one.end : other.start]
        if (
            between
            and len(between) <= 4
            and not between.strip(_TO)
            and between.strip()
            and _precedes(other, one)
        ):
            found = text[one.start : one.end], text[other.start : other.end]
            yield Match(one.start, other.end, _reversed(*found))


_TO = " 初底末份—–～~至到-（）()"
_BACKWARD = re.compile("(20[0-9]{2})[—–～~至-]{1,2}$")


def _reversed(one: str, other: str) -> Text:
    return Text(
        f"起止时间颠倒：“{other}”早于“{one}”", f"the span ends before it begins: {other} is before {one}"
    )


def _precedes(end: Date, start: Date) -> bool:
    """Whether the end of a span certainly lies before its beginning; months may run into the next year."""
    if start.year and end.year and not end.carried and start.year != end.year:
        return end.year < start.year
    if not start.month or not end.month:
        return False
    known = bool(start.year and end.year and not end.carried)
    if start.month == end.month:
        return bool(start.day and end.day and end.day < start.day)
    return end.month < start.month and (known or bool(start.day and end.day and start.month - end.month <= 2))


# --- not of the report's time ---------------------------------------------------------------------


def _years(reading: Reading, date: Date) -> set[int]:
    """The years that a date may be of."""
    if date.year:
        return {date.year}
    known = reading.period
    if not known:
        return set()
    if date.shift is not None:
        return {known.year + date.shift, known.end_year + date.shift}
    return _report_years(reading, date.start)


def _report_years(reading: Reading, place: int) -> set[int]:
    """The years that something undated may be of: the report's, and the next in its plans for it."""
    known = reading.period
    if not known:
        return set()
    coming = known.last == 12 and period.ahead(reading.draft, reading.part, place)
    return set(range(known.year, known.end_year + 1 + coming))


def _leftover(reading: Reading) -> Iterator[Match]:
    """Years of another report."""
    known = reading.period
    if not known or not known.backward:
        return
    if known.outvoted:
        yield _of_other_year(known.outvoted, known)
    if known.year != known.end_year:
        return
    for date in reading.dates:
        if not date.year or date.carried or date in (known.signed, known.outvoted):
            continue
        if _quoted(reading.text, date) or (reading.part.title and date.start < reading.part.title[1]):
            continue
        context = _context(reading.text, date)
        if date.year < known.year:
            wrong = _stale(reading, known, date, context)
        elif date.year > known.year:
            wrong = _early(reading, known, date, context)
        else:
            wrong = bool(_COMPARED_TO.search(context.before)) and context.after.startswith("同期")
        if wrong:
            yield _of_other_year(date, known)


def _of_other_year(date: Date, known: Period) -> Match:
    if date.year == known.year:
        text = Text(
            f"与本报告期（{known.year}年）自身相比，年份有误", f"compared with its own year, {known.year}"
        )
        return Match(date.start, date.end, text)
    return Match(
        date.start,
        date.end,
        Text(
            f"这里是{date.year}年，而报告期是{known.year}年，像是沿用旧稿",
            f"{date.year} here, but the report is about {known.year}: left over from a copy?",
        ),
    )


class Context(NamedTuple):
    """The sentence around a date."""

    before: str
    after: str


def _context(text: str, date: Date) -> Context:
    start, end = sentence(text, date.start)
    return Context(text[start : date.start], text[date.end : max(end, date.end)])


def _quoted(text: str, date: Date) -> bool:
    """Whether a date belongs to the name of something: in a title, in quotation marks, in a number."""
    line = text.rfind("\n", 0, date.start) + 1
    return any(
        text.rfind(one, line, date.start) > text.rfind(other, line, date.start) for one, other in _QUOTES
    )


_QUOTES = ("《》", "“”", "〔〕", "「」", "[]", "【】")
_COMPARED_TO = re.compile("(?:较|比|与|同|和|相较于?|相比)$")
_LINKED = re.compile(
    "(?:较|比|与|同|和|跟|自|从|由|于|到|至|据|按照|印发|及|[年度]、|[—–～~-]|高于|低于|超过|不及|落实|获评|荣获|获得|被评为|授予)$"
)
_LINKS = re.compile(
    "的?(?:同期|以来|以后|之后|以前|之前|起|至|到|[—–～~、-]|及|和|与|水平|相比|相较|比|末|底|年底)"
    "|(?:全[国省市县区]|[省市县区]级?)?(?:先进|优秀|十佳|最美|文明|示范)|[级届版期]|第[一二三四五六七八九十0-9]"
)
_AS_OF = re.compile("截[至止](?:到|至)?$")
_COMPARES = re.compile("较|比|同期|环比|以来|历年|连续|逐年|近[两三几]年|上年|去年|依次|[—–～~]20")
_HISTORY = re.compile(
    "自|起|始|首次|成立|启用|建成|建于|获批|曾|批准|原|此前|期间|立项|印发|出台|入职|毕业|任|发布|颁布|施行|修订|通报|巡[察视]"
    "|审计|发现|整改|遗留|移交|签订|中标|工程|开工|动工|竣工|搬迁|投用|挂牌|升格|评审|复审|验收|评为|获评|荣获|授予|获得|下发|历史|试点"
)
_REPORTED = re.compile("(?:现?[将就对把]|回顾|总结|过去的?)$")
_REPORTS = re.compile(".{0,30}(?:汇报|报告|总结|小结)(?:如下|于后)|.{0,30}如下")
_WORK_HEADING = re.compile("(?:[一-龥]{0,12})(?:工作|情况|回顾|总结|成效)")
_PLAN_HEADING = re.compile("(?:[一-龥]{0,8}工作)?(?:计划|打算|思路|安排|谋划|设想|要点|目标)")


def _stale(reading: Reading, known: Period, date: Date, context: Context) -> bool:
    """Whether an earlier year is left over, and not a comparison, a history or a name."""
    before, after = context
    rest = before + after
    assert date.year is not None
    own = str(known.year) in rest
    if _AS_OF.search(before):
        ends = date.month in (known.last, None) if known.last == 12 else date.month == known.last
        return ends and not own and not _COMPARES.search(rest) and not after.startswith("年底")
    if _LINKED.search(before):
        return False
    if period.ahead_heading(reading.draft, reading.part, date.start):
        return not own and not _HISTORY.search(rest) and not _COMPARES.search(rest)
    if _LINKS.match(after):
        return False
    if _COMPARES.search(rest) or own:
        return False
    if _REPORTED.search(before) or _REPORTS.match(after):
        return True
    stretch = (known.first, known.last)
    if date.half:
        return HALVES[date.half] == stretch or (_heads(reading, date) and known.last < 12)
    if _HISTORY.search(rest):
        return False
    if date.month:
        return known.first <= date.month <= known.last and known.year - date.year <= 2
    opens = not before.strip()
    if _heads(reading, date):
        return bool(_WORK_HEADING.match(after))
    return opens and after.startswith("，") and (known.last - known.first == 11 or _opening(reading, date))


def _early(reading: Reading, known: Period, date: Date, context: Context) -> bool:
    """Whether a later year is left over, and not a plan."""
    if period.ahead(reading.draft, reading.part, date.start) or _LINKED.search(context.before):
        return False
    if _AS_OF.search(context.before) and date.month:
        return (date.year or 0, date.month, 1) > known.limit(1)
    if date.half:
        return HALVES[date.half] == (known.first, known.last)
    opens = not context.before.strip() and context.after.startswith("，")
    return not date.month and opens and _opening(reading, date)


def _heads(reading: Reading, date: Date) -> bool:
    """Whether a date opens a heading."""
    return any(heading.start == date.start for heading in reading.part.headings)


def _opening(reading: Reading, date: Date) -> bool:
    """Whether a date stands in the opening of a report."""
    return date.start - reading.part.start < 200


def _signature(reading: Reading) -> Iterator[Match]:
    """Dates under a report long before or after its period."""
    known = reading.period
    if not known or not known.signed or not known.backward:
        return
    late = known.months_signed_late()
    if late is None or _EARLIEST[known.exact] <= late <= _LATEST:
        return
    sooner = Text("早于", "before") if late < 0 else Text("远晚于", "long after")
    yield Match(
        known.signed.start,
        known.signed.end,
        Text(
            f"落款日期{sooner.zh}报告期（{known.year}年{known.first}—{known.last}月）",
            f"signed {sooner.en} the period of the report ({known.year}, months {known.first}–{known.last})",
        ),
    )


_EARLIEST = {True: -2, False: -9}
"""Months that a report may be signed before the end of its period; one that names a year only may
be of any part of it."""
_LATEST = 9


def _future(reading: Reading) -> Iterator[Match]:
    """What is told as past and lies after the report's end and its signature."""
    known = reading.period
    if not known or not known.backward or known.year != known.end_year:
        return
    limit = known.limit(1)
    for date in reading.dates:
        if not date.month or date is known.signed or date.month > 12 or (date.shift or 0) < 0:
            continue
        year = date.year or known.year + (date.shift or 0)
        if (year, date.month, date.day or 1) <= limit or _timeless(reading.text, date):
            continue
        if _quoted(reading.text, date) or period.ahead(reading.draft, reading.part, date.start):
            continue
        told = f"{limit[0]}年{limit[1]}月"
        yield Match(
            date.start,
            date.end,
            Text(
                f"“{reading.text[date.start : date.end]}”晚于本报告所能述及的时间（{told}），却写成已经发生",
                f"later than the report can tell of ({limit[0]}-{limit[1]:02}), yet told as past",
            ),
        )


_EVERY = re.compile("(?:每年|每逢|历年|逢|自|从|到|至|在|于)[^，。]{0,3}$")
_ON = re.compile("龄|大的|起|前|底|末|[^，。；]{0,6}(?:日|节)(?:为|是)")


def _timeless(text: str, date: Date) -> bool:
    """Whether a month is a deadline, a start, an age or a day of every year."""
    if _AS_OF.search(text, max(0, date.start - 4), date.start):
        return False
    return bool(_EVERY.search(text, max(0, date.start - 6), date.start) or _ON.match(text, date.end))


# --- facts ----------------------------------------------------------------------------------------


def _counts(options: Options) -> Callable[[Reading], Iterator[Match]]:
    """Anniversaries and yearly days."""
    zero = {word: year for words, year in options.counts for word in words}
    names = patterns.words(zero)

    def find(reading: Reading) -> Iterator[Match]:
        if not names or not reading.period:
            return
        for start, end, number, word in (*_anniversaries(reading, names), *_nth_days(reading, names)):
            years = _report_years(reading, start) | _written_years(reading, start)
            found = value_of(number)
            if found + zero[word] not in years and not _speech(reading.text, end):
                yield _miscounted(reading.text, (start, end), number, word, zero[word], reading.period.year)

    return find


def _anniversaries(reading: Reading, names: re.Pattern[str]) -> Iterator[tuple[int, int, str, str]]:
    """Each 建党103周年: its span, its number and its name."""
    text = reading.text
    for unit in _UNITS:
        place = text.find(unit, reading.part.start, reading.part.end)
        while place >= 0:
            start = place
            while text[start - 1 : start] and text[start - 1] in _NUMERALS:
                start -= 1
            low = max(text.rfind("\n", 0, start) + 1, start - 24)
            window = re.split("[，。；、！？]|周年", text[low:start])[-1]
            named = max(names.finditer(window), key=re.Match.end, default=None)
            if start < place and named and _FILLER.fullmatch(window, named.end()):
                yield start - len(window) + named.start(), place + len(unit), text[start:place], named.group()
            place = text.find(unit, place + 1, reading.part.end)


_UNITS = ("周年", "年华诞", "岁华诞", "岁生日")
_NUMERALS = "0123456789一二三四五六七八九十百零〇"
_FILLER = re.compile("[”’》 的第]{0,2}(?:祖国|运动)?[”’ 的第]{0,2}")
_NTH = re.compile("第([0-9一二三四五六七八九十百零]{1,5})[个届次]")
_QUOTE = re.compile('[“‘「《"全国]{0,3}')


def _nth_days(reading: Reading, names: re.Pattern[str]) -> Iterator[tuple[int, int, str, str]]:
    """Each 第九个…教育日: its span, its number and its name."""
    text = reading.text
    for nth in _NTH.finditer(text, reading.part.start, reading.part.end):
        quote = _QUOTE.match(text, nth.end())
        named = names.match(text, nth.end()) or (quote and names.match(text, quote.end()))
        if named:
            yield nth.start(), named.end(), nth[1], named.group()


def _written_years(reading: Reading, place: int) -> set[int]:
    """The years named in the sentence around an offset."""
    start, end = sentence(reading.text, place)
    known = reading.period
    named = {date.year for date in reading.dates if date.year and start <= date.start < end}
    shifts = [shift for word, shift in SHIFTS.items() if known and reading.text.find(word, start, end) >= 0]
    return named | {known.year + shift for shift in shifts if known}


_SPEECH = re.compile("[^，。；]{0,8}(?:大会|座谈会)上的|[^，。；]{0,6}讲话")


def _speech(text: str, end: int) -> bool:
    """Whether an anniversary names a speech, which is studied for years."""
    return bool(_SPEECH.match(text, end))


def _miscounted(text: str, span: tuple[int, int], number: str, word: str, zero: int, year: int) -> Match:
    right = year - zero
    start, end = span
    found = text[start:end]
    written = str(right) if number.isascii() else han(right)
    if right < 1:
        return Match(start, end, Text(f"{year}年还没有“{word}”", f"there was no {word} in {year} yet"))
    fixed = found.replace(number, written, 1)
    return Match(
        start,
        end,
        Text(f"{year}年应为“{fixed}”，不是“{found}”", f"in {year} it is {fixed}, not {found}"),
        suggestion=fixed,
    )


def _plans(options: Options) -> Callable[[Reading], Iterator[Match]]:
    """First and last years of plans."""
    spans = {name: (first, last) for name, first, last in options.plans}

    def find(reading: Reading) -> Iterator[Match]:
        text = reading.text
        for milestone in _MILESTONE.finditer(text, reading.part.start, reading.part.end):
            low = max(sentence(text, milestone.start())[0], milestone.start() - 14)
            place, name = max((text.rfind(name, low, milestone.start()), name) for name in spans)
            years = _report_years(reading, place) | _written_years(reading, place)
            if place < 0 or not years:
                continue
            right = spans[name][milestone[1] in _LASTS]
            if right not in years:
                yield Match(
                    place,
                    milestone.end(),
                    Text(f"“{name}”{milestone.group()}是{right}年", f"that year of {name} was {right}"),
                )

    return find


_MILESTONE = re.compile("(开局起步|开局|收官|收尾)之年")
_LASTS = ("收官", "收尾")


def _events(options: Options) -> Callable[[Reading], Iterator[Match]]:
    """What is named before it took place."""
    days = {word: _day_of(day) for words, day in options.events for word in words}
    names = patterns.words(days)

    def find(reading: Reading) -> Iterator[Match]:
        known = reading.period
        if not names or not known:
            return
        limit = known.limit(2)
        for mention in names.finditer(reading.text, reading.part.start, reading.part.end):
            day = days[mention.group()]
            if day > limit and not period.ahead(reading.draft, reading.part, mention.start()):
                when = "{}年{}月{}日".format(*day)
                yield Match(
                    *mention.span(),
                    Text(
                        f"“{mention.group()}”始于{when}，晚于本报告", f"it began on {day}, after this report"
                    ),
                )

    return find


def _day_of(day: str) -> tuple[int, int, int]:
    year, month, number = map(int, day.split("-"))
    return year, month, number


_JUDGES: dict[str, Callable[[Options], Callable[[Reading], Iterator[Match]]]] = {
    "impossible": lambda options: _impossible,
    "weekday": lambda options: _weekday,
    "order": lambda options: _order,
    "leftover": lambda options: _leftover,
    "signature": lambda options: _signature,
    "future": lambda options: _future,
    "count": _counts,
    "plan": _plans,
    "event": _events,
}
