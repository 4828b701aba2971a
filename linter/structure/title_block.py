"""The title block of a report: its title, and under it subtitle, date, place, author and addressee."""

import re

from linter.structure.line_types import LONGEST_TITLE, is_numeric_date
from linter.structure.source import Source
from linter.structure.unnumbered import named
from linter.structure.web_lines import is_timestamp
from linter.text.sentences import LINE_ENDS

REPORT_NUMBER = "第一篇"
"""The style of a number that numbers the reports of a collection."""
_NEAR = 6
"""Among how many first lines the title may stand."""
_HEAD = 40
"""The longest line, in characters, above a title that belongs to it (a unit, a motto, a security mark), or
that is a title because it stands first.
"""

_SECTIONS = 3
"""So many headings of level 1 that are heading words are the sections of a report."""

_FILE_OR_PAGE = r"\S.*\.[A-Za-z]{2,4}|\W*第?\s*\d+\s*页?(?:\W*共\s*\d+\s*页)?\W*|\W+"
"""The name of a file, the number of a page, or a line of marks."""


def is_title(source: Source, index: int) -> bool:
    """Whether a line has the form of a report's title."""
    line = source.lines[index]
    if not 6 <= line.length <= LONGEST_TITLE or not line.plain or line.bullet:
        return False
    words = source.words(index)
    if source.web.is_tail(words) or source.web.is_path(words):
        return False
    return _is_unnumbered(source, index) and source.types.is_title(words)


def is_declared(source: Source, index: int) -> bool:
    """Whether the format declares a line the title: of level 1, and not the first of numbered headings."""
    return source.lines[index].level == 1 and _is_unnumbered(source, index)


def title_line(source: Source, first: int, end: int) -> int | None:
    """The line of a report's title; None when it has none.

    A heading of level 1 is the title, unless it is a section: a title in plain text stands above it, or the
    name of the file says what the report is.
    """
    for index in range(first, min(first + _NEAR, end)):
        if is_declared(source, index):
            above = _title_above(source, first, index, end)
            if above is None and not _are_sections(source, index, end):
                return index
            return above
        if is_title(source, index):
            return index
        if source.is_running(index):
            break
    below = next(
        (index for index in range(first, min(first + _NEAR, end)) if not _is_stray(source, index)), first
    )
    path = next(
        (index for index in range(first, min(first + _NEAR, end)) if _is_path_to(source, index)), None
    )
    short = next((index for index in (below, first) if _is_short_title(source, index)), None)
    return short if path is None else path


def _is_path_to(source: Source, index: int) -> bool:
    """Whether a line is the path to a report, whose title ends it; it will do where no line has the title."""
    words = source.words(index)
    return source.web.is_path(words) and source.types.is_title(words)


def _is_stray(source: Source, index: int) -> bool:
    """Whether a line came to stand above a title by chance: a date, the name of a file, the number of a
    page, a line of a web page.
    """
    words = source.words(index)
    if source.lines[index].level:
        return False
    dated = source.is_date(index) or is_numeric_date(words) or is_timestamp(words)
    return (
        dated
        or source.is_page(index)
        or source.web.is_button(words)
        or re.fullmatch(_FILE_OR_PAGE, words) is not None
    )


def _title_above(source: Source, first: int, declared: int, end: int) -> int | None:
    """The title in plain text above the first declared heading, which then is a section.

    It is one where others of its level follow, or where it does not read as a title.
    """
    if declared == first or not _is_short_title(source, first):
        return None
    siblings = any(source.lines[index].level == 1 for index in range(declared + 1, end))
    named = is_title(source, declared) or source.words(declared).isascii()
    return first if siblings or not named else None


def _are_sections(source: Source, declared: int, end: int) -> bool:
    """Whether the first declared heading and others of level 1 are heading words of the ruleset: sections of
    a report that is named by its file alone.
    """
    firsts = [index for index in range(declared, end) if source.lines[index].level == 1]
    known = [named(source.words(index), source.names) is not None for index in firsts]
    return sum(known) >= _SECTIONS and known[0]


def _is_short_title(source: Source, index: int) -> bool:
    """Whether a first line is short and no sentence, so that it can only be the title."""
    words = source.words(index)
    if not 4 <= len(words) <= _longest(words) or source.is_marked(index):
        return False
    if source.is_page(index, surely=True):
        return False
    return words[-1] not in LINE_ENDS + "：:" and not source.types.opens_report(words)


def body_line(source: Source, first: int, title: int | None, end: int) -> int:
    """The first line of running text, or of a section, below the title block."""
    start = first if title is None else title + 1
    return next((index for index in range(start, end) if source.is_running(index)), end)


def first_title_block(source: Source) -> int:
    """The first line of the first report's title block, below a preface where there is one."""
    near = range(min(_NEAR, len(source.lines)))
    for index in near:
        if is_declared(source, index) and not source.types.is_collection(source.words(index)):
            return _with_head(source, index)
    if len(source.lines) > 1 and source.types.is_collection(source.words(0)):
        return 1
    for index in near:
        if is_title(source, index):
            return _with_head(source, index)
        if source.lines[index].number or source.lines[index].level or source.is_sentence(index):
            break
    return 0


def _with_head(source: Source, title: int) -> int:
    """The first of the lines right above a title that belong to its block: no sentence, no web page's."""
    first = title
    while first > 0 and _is_head(source, first - 1):
        first -= 1
    return first


def _is_head(source: Source, index: int) -> bool:
    """Whether a line may stand above the title in its block."""
    words = source.words(index)
    if source.is_marked(index) or not 0 < len(words) <= _longest(words):
        return False
    if source.is_sentence(index) or words[-1] in LINE_ENDS + "：:":
        return False
    return not source.is_page(index) and not source.types.is_collection(words)


def _longest(words: str) -> int:
    """The longest line, in characters, at the head of a report: twice as many in English, whose words are
    longer.
    """
    return 2 * _HEAD if words.isascii() else _HEAD


def _is_unnumbered(source: Source, index: int) -> bool:
    """Whether a line carries no number but that of a report in a collection."""
    number = source.lines[index].number
    return number is None or number.style == REPORT_NUMBER
