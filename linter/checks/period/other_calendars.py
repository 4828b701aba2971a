"""Dates of the lunar calendar and of others, and those of eras: 农历二月三十日, 光绪八年二月三十日.

Such a day may be none of the Gregorian calendar, and falls on another day of the week.
"""

from functools import lru_cache

from linter.checks.period.words import Words
from linter.checks.support.compiled import compiled
from linter.text.characters import has
from linter.text.dates import Date
from linter.text.numerals import BRANCHES, COUNTING, DECIMAL, STEMS
from linter.text.patterns import alternation
from linter.text.sentences import paragraph_start, sentence

_REACH = 12
"""Characters before a date in which the name of its calendar or era stands."""
_LEAP_MONTH = "闰"
_CYCLE = f"[{STEMS}][{BRANCHES}]年"
"""A pattern of a year of the cycle of sixty: 甲戌年."""
_LUNAR_DAY = (2, 30)
"""A day of the lunar calendar that looks like one of the Gregorian, which does not have it."""


@lru_cache(maxsize=4)
def _patterns(calendars: tuple[str, ...], eras: tuple[str, ...]) -> tuple[str, str]:
    """What stands right before a date of another calendar, and the year of an era."""
    era = rf"(?:{alternation(eras)}[元{COUNTING}{DECIMAL}]{{1,3}}年|{_CYCLE})"
    return rf"(?:{alternation(calendars)}|{era}|{_LEAP_MONTH})$", era


def is_of_other_calendar(text: str, date: Date, words: Words) -> bool:
    """Whether a date is said to be of another calendar: right before it, or for 二月三十日, which only such a
    calendar has, in its sentence; of an era in its paragraph.
    """
    if date.year and not date.carried:
        return False
    right_before, era = _patterns(words.other_calendars, words.eras)
    if compiled(right_before).search(text[max(0, date.start - _REACH) : date.start]):
        return True
    if (date.month, date.day) != _LUNAR_DAY:
        return False
    start, end = sentence(text, date.start)
    paragraph = text[paragraph_start(text, date.start) : end]
    return has(text[start:end], words.other_calendars) or compiled(era).search(paragraph) is not None
