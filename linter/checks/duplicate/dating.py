"""When a file was written, by what it says itself."""

from linter.model.document import Document
from linter.model.outline import Context, Part
from linter.text.dates import YEAR_PERIODS, Date, dates, days_in

WhenWritten = tuple[int, ...]
"""Year, month and day, as far as a file says it; empty where it says nothing."""

_SIGNATURE = 3
"""Among how many last paragraphs of a report its date is looked for."""
_LINE = 24
"""A longer paragraph, in characters, is no line of a signature."""


def when_written(context: Context) -> WhenWritten:
    """The date of the last signature in a document, or else the latest period in a title."""
    document = context.document
    for part in reversed(context.parts):
        if signed := _signed(document, part):
            return signed
    titles = [part.title_in(document.text) for part in context.parts]
    return max((_when(date) for title in titles for date in dates(title)), default=())


def is_before(one: WhenWritten, other: WhenWritten) -> bool | None:
    """Whether a date lies before another one; None where the dates do not tell."""
    pairs = list(zip(one, other, strict=False))
    return next((left < right for left, right in pairs if left != right), None)


def _signed(document: Document, part: Part) -> WhenWritten:
    """The date in the signature of a part."""
    last = document.blocks[max(part.first_block, part.end_block - _SIGNATURE) : part.end_block]
    for block in reversed(last):
        if block.end - block.start <= _LINE:
            found = [_when(date) for date in dates(document.text[block.start : block.end]) if date.day]
            if found:
                return found[-1]
    return ()


def _when(date: Date) -> WhenWritten:
    """The end of what a date names, as far as it exists: of 6月31日 the month."""
    if not date.year:
        return ()
    month = date.month or YEAR_PERIODS.get(date.period, (0, 0))[1]
    if not 0 < month <= 12:
        return (date.year,)
    day = date.day if 0 < (date.day or 0) <= days_in(month, date.year) else 0
    return tuple(number for number in (date.year, month, day) if number)
