"""Days written in English: 31 February 2024, February 31st, 30 Feb, Monday, 3 June 2024."""

from collections.abc import Iterator
from functools import cache
from re import IGNORECASE, Pattern, compile

from linter.text.dates import Date

_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December")  # fmt: skip
WEEKDAYS_ENGLISH = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WEEKDAY = "|".join(f"{name[:3]}(?:{name[3:]})?" for name in WEEKDAYS_ENGLISH)

_NO_SIZE = r"(?! +\d{1,2} +(?:\d{1,2}:\d\d|(?:19|20)\d\d)\b)"
"""What follows no month whose day stands before it: in a list of files that is a size, 98 Jul 30 20:22."""


@cache
def _pattern() -> Pattern[str]:
    """A day with its month, in either order, the year behind them, and the day of the week before or behind;
    compiled on first use.
    """
    month = "|".join(f"{name[:3]}(?:{name[3:]})?" if name[3:] else name for name in _MONTHS)
    month = month.replace("Sep(", "Sept?(")
    after = rf"(?:,? (?P<after>{_WEEKDAY})\b(?!,? \d| ?[\w’']))?"
    day = r"(?<![\w.])\d{1,2}(?:st|nd|rd|th)?"
    return compile(
        rf"(?:\b(?P<weekday>{_WEEKDAY})\.?,? (?:the )?)?"
        rf"(?:(?P<day>{day})(?: of)? (?P<month>{month})\b{_NO_SIZE}"
        rf"|\b(?P<first>{month})\.? (?P<second>{day})\b)"
        rf"(?:(?:\.(?= (?:19|20)\d\d))?,? (?P<year>(?:19|20)\d\d)\b{after})?"
        rf"(?: \((?P<behind>{_WEEKDAY})\.?\))?",
        IGNORECASE,
    )


def english_dates(text: str, start: int, end: int) -> Iterator[Date]:
    """The days written in English in `text[start:end]`, with a month and perhaps a year."""
    if not any(text.find(name[:3], start, end) >= 0 for name in _MONTHS):
        return
    for match in _pattern().finditer(text, start, end):
        day, month = match["day"] or match["second"], match["month"] or match["first"]
        year = int(match["year"]) if match["year"] else None
        named = match["weekday"] or match["after"] or match["behind"]
        weekday = _index(WEEKDAYS_ENGLISH, named) if named else None
        number = _index(_MONTHS, month) + 1
        yield Date(*match.span(), year, number, int(day.rstrip("stndrhSTNDRH")), weekday)


def _index(names: tuple[str, ...], written: str) -> int:
    """Which of some names begins as one that is written."""
    return next(at for at, name in enumerate(names) if name[:3].lower() == written[:3].lower())
