"""Times of day that no clock shows: 25时, 14:75, 上午13时; and spans that run backwards: 15:00至14:00.

A number before 时 or between colons is mostly no time of day (温度升到25时, 比分82:75). It is taken for one
only beside words that go with times of day.
"""

import re
from collections.abc import Iterator

from linter.checks.period.context import Report
from linter.checks.support.compiled import compiled
from linter.model.finding import Match
from linter.model.message import Message
from linter.text.characters import has, word_before
from linter.text.dates import RANGE_SIGNS
from linter.text.sentences import COMMON_CLAUSE_ENDS, sentence

_TIME = (
    r"(?<![\d.:：/])(?P<hour>\d{1,2})(?:(?P<unit>[时点])(?:(?P<past>\d{1,2})分(?![值数]))?"
    r"|[:：](?P<minute>\d{2})(?![\d:：]))"
    r"|(?<=[间期]：)(?P<hour2>\d{1,2})[:：](?P<minute2>\d{2})(?![\d:：])"
)
_BEHIND_HOUR = r"[时点:：](?<=\d.)"
"""What stands behind every hour: texts have many numbers, and few of these signs behind one."""
_LINKS = "：:为 "
"""What may stand between 时间 and the time."""
_OPENING = COMMON_CLAUSE_ENDS + "、（( \n\u3000"
_HOURS, _MINUTES = 24, 60
_RANGE = rf"(?:\d[时点](?:\d{{1,2}}分)?|\d[:：]\d{{2}})[{RANGE_SIGNS}]{{1,2}}$"
"""The first of two times of day, before the second: 8时至26时."""
_CLOCK = r"(\d{1,2})(?:[:：](\d{2})(?![\d:：])|[时点](?:(\d{1,2})分|(半))?)"
_SPAN = rf"(?<![\d:.])(?<!\d：)(?:{_CLOCK})[{RANGE_SIGNS}]{{1,2}}(?:{_CLOCK})"
_NOON, _HALF = 12, 30
_NEAR = 4
"""Hours from the end of a span back to its beginning, at most, where it is a slip, and no night."""
_REACH = 10
"""Characters before a time in which another one stands."""
_LATEST = 36
"""What is more than this is no hour that somebody mistyped: 0时至72时 of a trial."""


def impossible(report: Report) -> Iterator[Match]:
    """Times of day that cannot be."""
    text, part = report.text, report.part
    for match in _times(text, part.start, part.end):
        hour = int(match["hour"] or match["hour2"])
        start, end = match.span()
        told = start - text.endswith((" ", "\u3000"), part.start, start)  # 上午 15:30
        morning = word_before(text, report.words.mornings, told)
        if morning and 12 < hour <= _HOURS:
            yield Match(told - len(morning), end, _no_morning(morning, hour))
        elif message := _what_is_wrong(report, match, hour):
            yield Match(start, end, message)


def reversed_spans(report: Report) -> Iterator[Match]:
    """Spans of an afternoon, or of a morning that is named, that end before they begin, but for a night that
    ends the next day (22:00至6:00) and hours that may be written by the half day (10:00至8:00).
    """
    text, part, words = report.text, report.part, report.words
    for match in compiled(_SPAN).finditer(text, part.start, part.end):
        first, last = _clock(match, 1), _clock(match, 5)
        half_day = text.endswith((*words.mornings, *words.afternoons), 0, match.start())
        within = last[0] >= 1 and first[0] <= _NOON if half_day else last > (_NOON, 0)
        near = within and last < first < (last[0] + _NEAR, 0) and first < (_HOURS, 0)
        told = text[slice(*sentence(text, match.start()))]
        if near and not has(told, (*words.no_times, *words.overnight)):
            message = Message(
                "起止时间颠倒，请核对",
                "the span ends before it begins: check both times",
            )
            yield Match(*match.span(), message)


def _clock(match: re.Match[str], at: int) -> tuple[int, int]:
    """The hour and minute of a time of day, whose groups begin with the one at `at`."""
    hour, minute, past, half = match.group(at, at + 1, at + 2, at + 3)
    return int(hour), _HALF if half else int(minute or past or 0)


def _times(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """What is written as a time of day."""
    done = start
    for sign in compiled(_BEHIND_HOUR).finditer(text, start, end):
        first = sign.start() - 1 - text[sign.start() - 2 : sign.start() - 1].isdecimal()
        match = compiled(_TIME).match(text, first, end) if first >= done else None
        if match:
            yield match
            done = match.end()


def _what_is_wrong(report: Report, match: re.Match[str], hour: int) -> Message | None:
    """What is wrong with the hour or the minute of a time of day."""
    start, end = match.span()
    if hour > _HOURS and match["unit"]:
        return _no_hour(hour) if _is_hour(report, start, end, match["unit"] == "时") else None
    minute = match["minute"] or match["minute2"] or match["past"]
    sure = match["unit"] == "时" and hour <= _HOURS  # 14时61分 is none, whatever it is about
    wrong = minute and (hour <= _HOURS) != (int(minute) < _MINUTES)
    if minute and wrong and (sure or _is_time(report, start, end)):
        return _no_hour(hour) if hour > _HOURS else _no_minute(int(minute))
    return None


def _is_hour(report: Report, start: int, end: int, sure: bool) -> bool:
    """Whether a number with 时 is an hour: 于25时召开, 3月5日25时; not 小于25时, 25时间段.

    One with 点, which is not `sure`, is so only behind a word that goes with times of day: 晚上25点.
    """
    text, words = report.text, report.words
    if text.startswith(words.after_no_hour, end) or text.endswith(words.before_no_hour, 0, start):
        return False
    opens = start == report.part.start or text[start - 1] in _OPENING
    opens = sure and (opens or text.startswith(words.after_time, end) or _ends_range(report, start, end))
    return opens or text.endswith((*words.before_time, *words.mornings), 0, start)


def _is_time(report: Report, start: int, end: int) -> bool:
    """Whether two numbers with a colon are a time of day, and no score or ratio."""
    text, words = report.text, report.words
    first, last = sentence(text, start)
    if has(text[first:last], words.no_times):
        return False
    before = text[max(0, start - len(_LINKS) - 4) : start].rstrip(_LINKS)
    beside = text.startswith(words.after_time, end) or before.endswith((*words.before_time, *words.mornings))
    until = word_before(before, words.until_times)
    goes_on = bool(until) and before.removesuffix(until).endswith(words.goes_on)
    return beside or goes_on or _ends_range(report, start, end)


def _ends_range(report: Report, start: int, end: int) -> bool:
    """Whether another time of day and 至 stand before this one."""
    text = report.text
    hour = re.match(r"\d+", text[start:end])
    late = hour is None or int(hour[0]) > _LATEST
    return not late and compiled(_RANGE).search(text, max(0, start - _REACH), start) is not None


def _no_hour(hour: int) -> Message:
    return Message(
        f"没有{hour}时，一天到24时为止，请核对", f"there is no hour {hour}, a day ends with 24: check it"
    )


def _no_minute(minute: int) -> Message:
    return Message(
        f"没有{minute}分，一小时到59分为止，请核对",
        f"there is no minute {minute}, an hour ends with 59: check it",
    )


def _no_morning(morning: str, hour: int) -> Message:
    return Message(
        f"{hour}时不在{morning}，请核对", f"{hour} o'clock is not in the morning ({morning}): check it"
    )
