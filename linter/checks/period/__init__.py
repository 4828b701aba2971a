"""Dates that cannot be, or do not belong to the time that the report is about.

A report is often written over last year's. Dates that nobody changed show it: a year left over, the
wrong anniversary, an event of autumn in the report of the first half-year. One rule looks for one of
these (`look_for`):

`impossible`     30 February, 32 May; 29 February of a year that has none; 25时, 14:75, 上午13时
`weekday`        a day of the week that the date does not fall on
`order`          a span whose end lies before its beginning, or that is not as long as told; a quarter with
                 the months of another; what was over before its span was, a problem put right before the
                 inspection, names taken for what was held before
`leftover`       a year that is not the report's and is neither compared, quoted nor planned with; a part of
                 the year that goes beyond the report's; a deadline of last year in a plan; a time that
                 a notice sets before it was signed
`signature`      a date under the report, or below its title, long before or after its period
`future`         something described as past that lies after the report's end and signature, or after the
                 signature of a request, a notice or minutes
`count`          an anniversary or the nth such day ("建党103周年", "第九个…教育日"), by `counts`
`founding`       an anniversary of the unit that does not follow from the year in which, by the same report,
                 it was founded; an age, or the years since something, that do not follow from the year told
`plan`           first and last year of a plan ("收官之年"), by `plans`
`event`          a meeting or campaign named before it took place, by `events`
`expected`       a report on another period than `period` in the configuration, or, where that says
                 none, than nearly all other files of the run

The period of each report in the file is read as `linter.structure.reporting_period` says; where
no year can be made out, only what is wrong in any year is found. Facts are options: the program
knows the calendar, not history.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from typing import Annotated, Literal, NamedTuple

from linter.checks.api import Compare, Find, Gather, Passage
from linter.checks.period import (
    calendar_errors,
    clock_times,
    english,
    english_anniversaries,
    expected,
    foundings,
    known_facts,
    later_events,
    lengths,
    other_periods,
    past_deadlines,
    schedules,
    sequences,
    signature,
    stale_years,
    weekdays,
)
from linter.checks.period.context import reports
from linter.checks.period.words import Words
from linter.model.finding import Match
from linter.model.message import Message
from linter.model.outline import Context
from linter.schema.types import Doc, Within, WordLists
from linter.structure.reporting_period.words import Words as PeriodWords

MANUAL_ZH = """
不可能的日期，或与报告所述时段不符的日期。

报告多由上一年的稿子改来，没改到的日期最容易露馅：遗留的年份、不对的周年、上半年总结里写了秋天的事。一条规则
查其中一种（`look_for`）：

`impossible`     2月30日、5月32日，平年的2月29日；25时、14:75、上午13时
`weekday`        星期与日期不符
`order`          起止时间颠倒，起止与所写的天数、年数不符，季度与月份不符；起止未到就结束，整改早于
                 检查，报名晚于举办
`leftover`       不属于报告年份，也不是用来比较、引用或展望的年份；超出报告时段的“上半年”“全年”；计划里上一年
                 的期限；通知里早于落款的时间
`signature`      落款或标题下的日期与报告时段相差太远
`future`         按已经发生来写、却在报告时段和落款之后的事；请示、通知、纪要里晚于落款的也是
`count`          周年和届次（“建党103周年”“第九个……教育日”），依据 `counts`
`founding`       单位的周年数，与同一份报告里写的成立年份不符；岁数、“至今……年”与所写的年份不符
`plan`           规划的首年和末年（“收官之年”），依据 `plans`
`event`          还没有召开或开展就提到的会议、活动，依据 `events`
`expected`       报告期与配置里的 `period` 不符；配置没有写的，与同批绝大多数文件不符

文件里每份报告的时段按 `linter.structure.reporting_period` 所说来判断；看不出年份的，只查哪一年都不对的。
史实都是选项：程序只懂历法，不懂历史。
"""


LookFor = Literal[
    "impossible", "weekday", "order", "leftover", "signature", "future", "count", "founding", "plan", "event",
    "expected",
]  # fmt: skip


class Count(NamedTuple):
    """Something counted by the year."""

    words: Annotated[tuple[str, ...], Doc("名称", "its names")]
    zero: Annotated[
        int,
        Within(1, 9999),
        Doc("计数为零的年份：建党为 1921", "the year that counts as none: 1921 for the Party"),
    ]


class Plan(NamedTuple):
    """A plan of several years."""

    name: Annotated[str, Doc("名称：十四五", "its name")]
    first: Annotated[int, Within(1, 9999), Doc("第一年", "its first year")]
    last: Annotated[int, Within(1, 9999), Doc("最后一年", "its last year")]


class Event(NamedTuple):
    """Something that happened on a known day."""

    words: Annotated[tuple[str, ...], Doc("名称", "its names")]
    day: Annotated[str, Doc("开始的日期：2024-07-15", "the day it began: 2024-07-15")]


class Options(NamedTuple):
    """The keys of `with:`, and the word lists that the check uses."""

    words: Annotated[Words, WordLists]
    reporting_period: Annotated[PeriodWords, WordLists]
    look_for: Annotated[LookFor, Doc("查什么", "what to look for")]
    counts: Annotated[tuple[Count, ...], Doc("周年和届次", "anniversaries and yearly days")] = ()
    plans: Annotated[tuple[Plan, ...], Doc("规划期", "plans of several years")] = ()
    events: Annotated[tuple[Event, ...], Doc("重大事件", "events")] = ()


def validate(options: Options) -> Iterator[tuple[str, Message]]:
    """A rule on facts needs those facts, and the day of an event must be a date."""
    for look_for, key in (("count", "counts"), ("plan", "plans"), ("event", "events")):
        if options.look_for == look_for and not getattr(options, key):
            yield "with", Message(f"look_for: {look_for} 需要 {key}", f"look_for: {look_for} needs {key}")
    for name, first, last in options.plans:
        if last < first:
            yield "plans", Message(f"“{name}”的 last 早于 first", f"'last' of '{name}' is before 'first'")
    for _, day in options.events:
        if known_facts.day_of(day) is None:
            yield (
                "events",
                Message(f"“{day}”不是日期，应如 2024-07-15", f"'{day}' is no day such as 2024-07-15"),
            )


_SEARCHES: dict[LookFor, tuple[known_facts.Search, ...]] = {
    "impossible": (calendar_errors.impossible, clock_times.impossible),
    "weekday": (weekdays.weekdays,),
    "order": (
        calendar_errors.order,
        lengths.lengths,
        english.reversed_spans,
        clock_times.reversed_spans,
        sequences.over_too_early,
        sequences.put_right_too_early,
        sequences.asked_too_late,
    ),
    "leftover": (
        stale_years.leftover,
        stale_years.tasks_of_last_year,
        schedules.past_times,
        schedules.past_due,
        other_periods.other_periods,
        other_periods.headings,
        past_deadlines.past_deadlines,
        past_deadlines.past_in_report,
    ),
    "signature": (signature.signature,),
    "future": (later_events.future, sequences.told_before),
    "founding": (foundings.founded, english_anniversaries.anniversaries),
    "expected": (expected.unexpected,),
}
_OF_FACTS: dict[LookFor, Callable[[Options], known_facts.Search]] = {
    "count": lambda options: known_facts.counts(options.counts),
    "plan": lambda options: known_facts.plans(options.plans),
    "event": lambda options: known_facts.events(options.events),
}
"""Searches that are made of the facts of a rule."""


def build(options: Options) -> Find:
    """Prepare the facts; `find` searches each report of a document by itself."""
    made = _OF_FACTS.get(options.look_for)
    searches = (made(options),) if made else _SEARCHES[options.look_for]

    def find(context: Context) -> Iterator[Match]:
        for report in reports(context, options.words, options.reporting_period):
            yield from chain.from_iterable(search(report) for search in searches)

    return find


def gather(options: Options) -> Gather | None:
    """The period of each file, to compare it with others; None for a rule that looks for something else."""
    if options.look_for != "expected":
        return None

    def passages(context: Context) -> Sequence[Passage]:
        return expected.passages(reports(context, options.words, options.reporting_period))

    return passages


def compare(options: Options) -> Compare:
    """Find the few files that are about another period than all others."""
    return expected.out_of_place
