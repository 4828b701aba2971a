"""The end of a report: the unit's name and the date below its text, and what belongs to them.

A date is the end only below some text, below a name or the last sentence, and where no text of the
report goes on behind it: under a title it belongs to the title block, in a chronicle to the text.
"""

from linter.structure.source import LONG, Source

_SIGNERS = 4
"""The most lines of names above a date."""
_FIRST_LEVEL = "一、"


def signature(source: Source, body: int, end: int) -> tuple[int, int]:
    """Where the signature block of a report begins, and one past the report's last line.

    `body` is its first line of text. Both are `end` for a report that is not signed.
    """
    date = _date(source, body, end)
    last = end if date is None else _with_annexes(source, date + 1, end)
    first = last if date is None else date
    if date is None:
        while first > body + 1 and last - first < _SIGNERS and _is_unit(source, first - 1):
            first -= 1
        return first, last
    while first > body + 1 and date - first < _SIGNERS and source.is_bare(first - 1):
        first -= 1
    return first, last


def _date(source: Source, body: int, end: int) -> int | None:
    """The line of the date of a report; None where it has none."""
    for index in range(end - 1, body, -1):
        if source.is_signed_date(index) or (source.is_date(index) and source.is_bare(index - 1)):
            return None if _goes_on(source, index + 1, end) else index
        if source.is_date(index):
            alone = source.is_text(index - 1) and _with_annexes(source, index + 1, end) == end
            return index if alone else None
    return None


def _goes_on(source: Source, first: int, end: int) -> bool:
    """Whether the report goes on behind a date: in long lines, declared headings or sections, not annexes."""
    for index in range(first, end):
        line = source.lines[index]
        if source.types.is_annex(source.words(index)):
            return False
        numbered = line.number is not None and line.number.style == _FIRST_LEVEL
        if line.level or numbered or (line.length > LONG and not source.is_page(index)):
            return True
    return False


def _with_annexes(source: Source, first: int, end: int) -> int:
    """One past the list of annexes, contacts and copies, or a unit's name, right behind a date."""
    index = first
    while index < end and (source.types.is_closing(source.words(index)) or _is_unit(source, index)):
        index += 1
    return index


def _is_unit(source: Source, index: int) -> bool:
    """Whether a line is the name of a unit."""
    return source.is_bare(index) and source.types.names_unit(source.words(index))
