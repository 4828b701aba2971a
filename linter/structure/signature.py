"""The end of a report: the unit's name and the date below its text, and what belongs to them.

A date is the end only below some text, below a name or the last sentence, and where no text of the
report goes on behind it: under a title it belongs to the title block, in a chronicle to the text.
"""

from collections.abc import Callable

from linter.structure.line_types import is_numeric_date
from linter.structure.source import LONG, NAME, Source

_SIGNERS = 4
"""The most lines of names above a date."""
_LABEL = 6
"""The longest label, in characters, before the name of a signer."""
_FIRST_LEVEL = "一、"


def signature(source: Source, body: int, end: int) -> tuple[int, int]:
    """Where the signature block of a report begins, and one past the report's last line.

    `body` is its first line of text. Both are `end` for a report that is not signed.
    """
    date = _date(source, body, end)
    if date is None:
        return _first_signer(source, body, end, Source.is_unit), end
    return _first_signer(source, body, date, _is_signer), _with_annexes(source, date + 1, end)


def _first_signer(source: Source, body: int, end: int, test: Callable[[Source, int], bool]) -> int:
    """The first of the lines of names right above the line `end`; `end` for none.

    What stands right below a heading is its text (略), unless it names a unit.
    """
    first = end
    while first > body + 1 and end - first < _SIGNERS and test(source, first - 1):
        first -= 1
    below_heading = first < end and source.is_marked(first - 1) and not source.is_unit(first)
    return first + below_heading


def _date(source: Source, body: int, end: int) -> int | None:
    """The line of the date of a report; None where it has none."""
    for index in range(end - 1, body, -1):
        if _is_signed(source, index):
            return None if _goes_on(source, index + 1, end) else index
        if source.is_date(index):
            alone = source.is_text(index - 1) and _with_annexes(source, index + 1, end) == end
            return index if alone else None
    return None


def _is_signed(source: Source, index: int) -> bool:
    """Whether a line is a date below a name, or beside one; in figures only below the name of a unit."""
    if source.is_signed_date(index) or (source.is_date(index) and _is_signer(source, index - 1)):
        return True
    return is_numeric_date(source.words(index)) and source.is_unit(index - 1)


def _is_signer(source: Source, index: int) -> bool:
    """Whether a line is a name, or one behind a label (汇报人：…)."""
    label, colon, name = source.words(index).partition("：")
    labelled = (
        colon and 0 < len(name) <= NAME and not source.is_marked(index) and not source.is_sentence(index)
    )
    return source.is_bare(index) or bool(labelled and len(label) <= _LABEL)


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
    while index < end and (source.types.is_closing(source.words(index)) or source.is_unit(index)):
        index += 1
    return index
