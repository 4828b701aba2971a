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

from collections.abc import Callable, Iterator
from typing import Annotated, Literal, NamedTuple

from linter.checks import Doc, Find, _calendar, _facts, _years
from linter.checks._reading import Reading
from linter.model import Draft, Match, Text


class Count(NamedTuple):
    """Something counted by the year."""

    words: Annotated[tuple[str, ...], Doc("名称", "its names")]
    zero: Annotated[
        int, Doc("计数为零的年份：建党为 1921", "the year that counts as none: 1921 for the Party")
    ]


class Plan(NamedTuple):
    """A plan of several _years."""

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


def validate(options: Options) -> Iterator[tuple[str, Text]]:
    """What the types cannot say: each of these rules needs its facts, and a fact its names and a day."""
    for look_for, key in (("count", "counts"), ("plan", "plans"), ("event", "events")):
        if options.look_for == look_for and not getattr(options, key):
            yield "with", Text(f"look_for: {look_for} 需要 {key}", f"look_for: {look_for} needs {key}")
    for _, day in options.events:
        if not _facts.is_day(day):
            yield "events", Text(f"“{day}”不是日期，应如 2024-07-15", f"'{day}' is no day such as 2024-07-15")


_JUDGES: dict[str, Callable[[Options], _facts.Judge]] = {
    "impossible": lambda options: _calendar.impossible,
    "weekday": lambda options: _calendar.weekdays,
    "order": lambda options: _calendar.order,
    "leftover": lambda options: _years.leftover,
    "signature": lambda options: _years.signature,
    "future": lambda options: _years.future,
    "count": lambda options: _facts.counts(options.counts),
    "plan": lambda options: _facts.plans(options.plans),
    "event": lambda options: _facts.events(options.events),
}


def build(options: Options) -> Find:
    """Prepare the facts; `find` judges every report of a draft by itself."""
    judge = _JUDGES[options.look_for](options)

    def find(draft: Draft) -> Iterator[Match]:
        for part in draft.parts:
            yield from judge(Reading(draft, part))

    return find
