"""The head of a web page around a report: what stands above its title, and its line in the title block.

A page shows itself by lines that only pages have (`linter.structure.web_lines`). Around them its other
lines, menus and lists of links, are names like any other: they count only beside such a line.
"""

from collections.abc import Iterator

from linter.structure.source import LINK_NUMBERS, MENU, Source
from linter.structure.title_block import is_declared, is_title
from linter.structure.web_lines import is_timestamp
from linter.text.characters import has
from linter.text.sentences import COLONS

_DASHES = ("—", "-", "―")
"""What a subtitle begins with."""
_TITLE = range(6, 81)
"""The length of a title, in characters, above the line in which a page says where the text comes from."""
_VALUE = 8
"""The longest line, in characters, that is the value of the label above it."""


def title_below_page(source: Source) -> int | None:
    """The line of the title below the head of a web page; None where no page stands above a title."""
    begun = _text_begins(source)
    if begun < len(source.lines) and is_declared(source, begun) and _shows_page(source, begun):
        return begun
    title = _above_byline(source, begun)
    if title is None:
        title = _below_menu(source, begun)
    if not title:
        return None
    return title if _shows_page(source, title if title < MENU else title + 2) else None


def _shows_page(source: Source, end: int) -> bool:
    """Whether a line above `end` can only be of a web page, or is a notice of one."""
    return source.shows_page(0, end) or any(source.is_notice(index) for index in range(end))


def _text_begins(source: Source) -> int:
    """The first line of running text, or of a section."""
    titled = False
    for index, line in enumerate(source.lines):
        titled = titled or is_title(source, index)
        if not titled and source.is_notice(index):
            continue
        if line.level or (line.number and line.number.style not in LINK_NUMBERS):
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
    page = (index for index in range(end) if source.is_page(index) or source.is_notice(index))
    last = max(page, default=end)
    for index in range(last + 1, min(last + 4, end)):
        if is_title(source, index) and not source.web.labels(source.words(index)):
            return index
    return None


def _may_be_title(source: Source, index: int) -> bool:
    """Whether the line above a page's byline may be the title of what the page shows."""
    words = source.words(index)
    if len(words) not in _TITLE or _is_byline(source, index) or source.is_page(index):
        return False
    return words[-1] not in COLONS and not has(words, source.web.words.addresses)


def page_above(source: Source, end: int) -> Iterator[int]:
    """The lines of a web page among those above the first report: all but sentences and the title of a
    collection, of which something else is said.
    """
    if _shows_page(source, end):
        for index in range(end):
            if source.types.is_collection(source.words(index)):
                continue
            if source.is_page(index) or source.is_notice(index) or not source.is_sentence(index):
                yield index


def byline(source: Source, first: int, body: int, title: int | None, framed: bool) -> Iterator[int]:
    """The lines of a title block in which a page says where the text comes from and who has read it.

    One label alone an author may have written; two on a line, or one that only pages have, nobody writes.
    `framed`: a page stands above the title, and one label is enough.
    """
    block = [index for index in range(first, body) if index != title]
    marks = [index for index in block if _is_byline(source, index)]
    weights = [_weight(source, index) for index in marks]
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


def _weight(source: Source, index: int) -> int:
    """What the labels of a line weigh, with the moment at which it was put up: 时间：2024-3-1 来源：…."""
    words = source.words(index)
    labels = source.web.labels(words)
    return source.web.weight_of_labels(words) + bool(labels and is_timestamp(words) and "时间" not in labels)


def _wants_value(source: Source, index: int, following: int) -> bool:
    """Whether a line ends in a label whose value a line break has parted from it."""
    return source.words(index).endswith(COLONS) and not source.words(following).endswith(COLONS)
