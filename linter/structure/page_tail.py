"""The rest of a web page behind a report: links to other pages, buttons, copyright.

It begins at a line that only pages have, or at the names of links above it. What else stands behind a
signature, an annex or a calendar, belongs to the report's office.
"""

from linter.structure.line_types import is_numeric_date
from linter.structure.source import LINK_NUMBERS, MENU, Source
from linter.text.characters import has
from linter.text.sentences import COLONS


def page_below(source: Source, first: int, end: int) -> int:
    """Where, from line `first` to `end`, a web page goes on below a text; `end` where none does."""
    anchor = _anchor(source, first, end)
    tail = anchor
    while tail > first and not (source.is_text(tail - 1) or source.is_date(tail - 1)):
        tail -= 1
    return _first_page_line(source, tail, anchor, anchor < end)


def _anchor(source: Source, first: int, end: int) -> int:
    """The first line that always ends a text, the links to other pages, where no text follows; else `end`."""
    begun = end
    for index in range(end - 1, first - 1, -1):
        if _goes_on(source, index):
            break
        if source.web.is_tail(source.words(index)):
            begun = index
    return begun


def _goes_on(source: Source, index: int) -> bool:
    """Whether a report goes on at a line: a numbered sentence, a heading, or a unit's name and a date."""
    line = source.lines[index]
    if line.level or not line.plain:
        return True
    if line.number:
        return source.is_sentence(index) or line.number.style not in LINK_NUMBERS
    return index > 0 and source.is_date(index) and source.types.names_unit(source.words(index - 1))


def _first_page_line(source: Source, first: int, end: int, anchored: bool) -> int:
    """The first line of a page, with the names of links above it; `end` for none.

    `anchored` tells whether a page goes on at `end`. Behind the mark of an annex only a line that can be
    nothing else counts.
    """
    if not (anchored or source.shows_page(first, end) or _has_labels(source, first, end)):
        return end
    annexed = any(source.types.is_annex(source.words(index)) for index in range(max(0, first - 3), first))
    for index in range(first, end):
        words = source.words(index)
        annexed = annexed or source.types.is_annex(words)
        if source.is_page(index, surely=annexed):
            return index if annexed else _with_menu(source, first, index)
        if source.web.labels(words) and not annexed:
            return index
    return _with_menu(source, first, end) if anchored and not annexed else end


def _has_labels(source: Source, first: int, end: int) -> bool:
    """Whether some lines hold two different labels of those that a page has, and an author may write one."""
    return len({label for index in range(first, end) for label in source.web.labels(source.words(index))}) > 1


def _with_menu(source: Source, first: int, found: int) -> int:
    """Where the names of links begin that stand right above the first line of a page.

    Behind a signature whatever no office writes there is a link; else only several names in a row are.
    """
    start = _behind_signature(source, first, found)
    if start > first or _is_signed(source, first):
        return start
    menu = found
    while menu > start and source.is_bare(menu - 1):
        menu -= 1
    return menu if found - menu >= MENU else found


def _behind_signature(source: Source, first: int, end: int) -> int:
    """One past the names, contacts and remarks of an office that stand at the head of some lines."""
    for index in range(first, end):
        words = source.words(index)
        if not (source.types.names_unit(words) or _is_remark(source, words)):
            return index
    return end


def _is_signed(source: Source, first: int) -> bool:
    """Whether the line above is of a signature block: behind it no text goes on."""
    above = first - 1
    return source.is_date(above) or source.types.is_closing(source.words(above)) or source.is_unit(above)


def _is_remark(source: Source, words: str) -> bool:
    """Whether a line is what an office writes below a text: in brackets, or behind a label of its own."""
    return (
        has(words, COLONS)
        or source.types.is_closing(words)
        or words[:1] in ("（", "(")
        or is_numeric_date(words)
    )
