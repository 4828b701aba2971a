"""The web page around a report: what stands above its title, in its title block, and behind its end.

A page shows itself by lines that only pages have (`linter.structure.web_lines`). Around them its other
lines, menus and lists of links, are names like any other: they count only beside such a line.
"""

from collections.abc import Iterator

from linter.structure.line_types import is_timestamp
from linter.structure.source import LONG, Source
from linter.structure.title_block import is_declared, is_title
from linter.text.characters import has

_NUMBERED_LINES = {"1.", "1、", "1，", "1.1", "1)", "1）"}
"""Styles that numbers in menus and lists of links look like, too."""
_DASHES = ("—", "-", "―")
"""What a subtitle begins with."""
_MENU = 3
"""From how many on names beside a line of a page, and buttons, are a menu."""
_SIGNERS = 3
"""How many lines of a signature may stand above a page."""
_TITLE = range(6, 81)
"""The length of a title, in characters, above the line in which a page says where the text comes from."""
_VALUE = 8
"""The longest line, in characters, that is the value of the label above it."""


# --- above ------------------------------------------------------------------------------------------


def title_below_page(source: Source) -> int | None:
    """The line of the title below the head of a web page; None where no page stands above a title."""
    begun = _text_begins(source)
    if begun < len(source.lines) and is_declared(source, begun) and _has_page(source, 0, begun):
        return begun
    title = _above_byline(source, begun)
    if title is None:
        title = _below_menu(source, begun)
    if not title:
        return None
    return title if _has_page(source, 0, title if title < _MENU else title + 2) else None


def _text_begins(source: Source) -> int:
    """The first line of running text, or of a section."""
    for index, line in enumerate(source.lines):
        if line.level or (line.number and line.number.style not in _NUMBERED_LINES):
            return index
        labelled = len(source.web.labels(source.words(index))) > 1
        if line.length > 20 and source.is_sentence(index) and not labelled and not source.is_page(index):
            return index
    return len(source.lines)


def _above_byline(source: Source, end: int) -> int | None:
    """The title above the last line that says where a text comes from, or when it was put up."""
    index = end - 1
    while index > 0:
        if _is_byline(source, index):
            while index > 0 and (_is_byline(source, index) or source.words(index)[:1] in _DASHES):
                index -= 1
            if _may_be_title(source, index):
                return _with_subtitle(source, index)
        index -= 1
    return None


def _with_subtitle(source: Source, index: int) -> int:
    """The line above one that is no title, where that has the form of a title: this one is its subtitle."""
    if index == 0 or is_title(source, index):
        return index
    return index - 1 if is_title(source, index - 1) and not source.is_page(index - 1) else index


def _below_menu(source: Source, end: int) -> int | None:
    """The first line with the form of a title below the last line of a page."""
    last = max((index for index in range(end) if source.is_page(index)), default=end)
    for index in range(last + 1, min(last + 4, end)):
        if is_title(source, index):
            return index
    return None


def _may_be_title(source: Source, index: int) -> bool:
    """Whether the line above a page's byline may be the title of what the page shows."""
    words = source.words(index)
    named = len(words) in _TITLE and words[-1] not in "：:" and not has(words, source.web.addresses)
    return named and not source.is_page(index)


def _has_page(source: Source, first: int, end: int) -> bool:
    """Whether some line, or several buttons, can only be of a web page."""
    if any(source.is_page(index, surely=True) for index in range(first, end)):
        return True
    return sum(source.web.is_button(source.words(index)) for index in range(first, end)) >= _MENU


def page_above(source: Source, end: int) -> Iterator[int]:
    """The lines of a web page among those above the first report: all of them but sentences."""
    if _has_page(source, 0, end):
        for index in range(end):
            own = source.is_sentence(index) or source.types.is_collection(source.words(index))
            if source.is_page(index) or not own:
                yield index


# --- in the title block -----------------------------------------------------------------------------


def byline(source: Source, first: int, body: int, title: int | None, framed: bool) -> Iterator[int]:
    """The lines of a title block in which a page says where the text comes from and who has read it.

    One label alone an author may have written; two on a line, or one that only pages have, nobody writes.
    `framed`: a page stands above the title, and one label is enough.
    """
    block = [index for index in range(first, body) if index != title]
    marks = [index for index in block if _is_byline(source, index)]
    weights = [source.web.weight_of_labels(source.words(index)) for index in marks]
    if max(weights, default=0) < (1 if framed else 2):
        return
    end = marks[-1] + 1
    if end < body and len(source.words(end)) <= _VALUE and _wants_value(source, marks[-1], end):
        end += 1
    yield from (index for index in block if marks[0] <= index < end)


def _is_byline(source: Source, index: int) -> bool:
    """Whether a line holds a label of a page, or the moment at which it was put up."""
    words = source.words(index)
    return bool(source.web.labels(words)) or is_timestamp(words)


def _wants_value(source: Source, index: int, following: int) -> bool:
    """Whether a line ends in a label whose value a line break has parted from it."""
    return source.words(index)[-1] in "：:" and source.words(following)[-1] not in "：:"


# --- below ------------------------------------------------------------------------------------------


def page_below(source: Source, first: int, end: int) -> int:
    """Where, from line `first` to `end`, a web page goes on below a text; `end` where none does."""
    anchor = _anchor(source, first, end)
    tail = anchor
    while tail > first and not (source.is_text(tail - 1) or source.is_date(tail - 1)):
        tail -= 1
    return _first_page_line(source, tail, anchor, anchor < end)


def page_behind(source: Source, first: int, end: int) -> range:
    """The lines of a web page among those behind the end of a report."""
    return range(page_below(source, first, end), end)


def _anchor(source: Source, first: int, end: int) -> int:
    """The first line that always ends a text, the links to other pages, where no text follows; else `end`."""
    begun = end
    for index in range(end - 1, first - 1, -1):
        if _goes_on(source, index):
            break
        if source.lines[index].length <= LONG and source.types.is_web_tail(source.words(index)):
            begun = index
    return begun


def _goes_on(source: Source, index: int) -> bool:
    """Whether a report goes on at a line: a numbered sentence, a heading, or a unit's name and a date."""
    line = source.lines[index]
    if line.level or not line.plain:
        return True
    if line.number:
        return source.is_sentence(index) or line.number.style not in _NUMBERED_LINES
    return index > 0 and source.is_date(index) and source.types.names_unit(source.words(index - 1))


def _first_page_line(source: Source, first: int, end: int, anchored: bool) -> int:
    """The first line of a page, with the names of links above it; `end` for none.

    `anchored` tells whether a page goes on at `end`. Behind the mark of an annex only a line that can be
    nothing else counts.
    """
    if not (anchored or _has_page(source, first, end) or _has_labels(source, first, end)):
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
    menu, labelled = found, False
    while menu > start and (source.is_bare(menu - 1) or source.web.labels(source.words(menu - 1))):
        menu -= 1
        labelled = labelled or bool(source.web.labels(source.words(menu)))
    return menu if labelled or found - menu >= _MENU else found


def _behind_signature(source: Source, first: int, end: int) -> int:
    """One past the names, contacts and remarks of an office that stand at the head of some lines."""
    signers = 0
    for index in range(first, end):
        words = source.words(index)
        signers += source.types.names_unit(words)
        if signers > _SIGNERS or not (source.types.names_unit(words) or _is_remark(source, words)):
            return index
    return end


def _is_signed(source: Source, first: int) -> bool:
    """Whether the line above is of a signature block: behind it no text goes on."""
    above = first - 1
    if above < 0:
        return False
    words = source.words(above)
    if source.is_date(above) or source.types.is_closing(words):
        return True
    return source.is_bare(above) and source.types.names_unit(words)


def _is_remark(source: Source, words: str) -> bool:
    """Whether a line is what an office writes below a text: in brackets, or behind a label of its own."""
    if source.types.is_closing(words) or words[:1] in ("（", "("):
        return True
    return "：" in words.replace(":", "：") and not source.web.labels(words)
