"""Days written in English: 31 February 2024, February 31st, 30 Feb."""

from collections.abc import Iterator
from functools import cache
from re import IGNORECASE, Pattern, compile

from linter.text.dates import Date

_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December")  # fmt: skip


@cache
def _pattern() -> Pattern[str]:
    """A day with its month, in either order, and the year behind them; compiled on first use."""
    month = "|".join(f"{name[:3]}(?:{name[3:]})?" if name[3:] else name for name in _MONTHS)
    day = r"(?<![\w.])\d{1,2}(?:st|nd|rd|th)?"
    return compile(
        rf"(?:(?P<day>{day})(?: of)? (?P<month>{month})\b|\b(?P<first>{month})\.? (?P<second>{day})\b)"
        r"(?:,? (?P<year>(?:19|20)\d\d)\b)?",
        IGNORECASE,
    )


def english_dates(text: str, start: int, end: int) -> Iterator[Date]:
    """The days written in English in `text[start:end]`, with a month and perhaps a year."""
    if not any(text.find(name[:3], start, end) >= 0 for name in _MONTHS):
        return
    for match in _pattern().finditer(text, start, end):
        day, month = match["day"] or match["second"], match["month"] or match["first"]
        number = next(index for index, name in enumerate(_MONTHS, 1) if name[:3].lower() == month[:3].lower())
        year = int(match["year"]) if match["year"] else None
        yield Date(*match.span(), year, number, int(day.rstrip("stndrhSTNDRH")))
