"""Paragraphs put together again from characters placed on pages (PDF, OFD).

Such files know where each character stands, and nothing of lines, paragraphs or columns. Of the 1,152
paragraphs of `benchmarks/pages.py`, set in twelve looks, 1,151 come back.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from linter.readers.support.page_columns import gutter, in_order, repeated, text_between
from linter.readers.support.page_lines import Page, TextLine, grouped, joined, lines, median, opens_item
from linter.readers.support.page_margins import Column, Margins, margins
from linter.readers.support.page_notes import opens_note, split_notes
from linter.text.sentences import ANY_STOPS, CLOSING_QUOTES


class PageParagraph(NamedTuple):
    """A paragraph and the page it begins on."""

    kind: str
    """`paragraph`, `note`, `header` or `footer`."""
    text: str
    page: int
    """1-based."""


class Layout(NamedTuple):
    """What the lines of a file have in common."""

    margins: dict[tuple[int, Column], Margins]
    """By page and column."""
    size: float
    """Of the font of most lines."""

    def of(self, line: TextLine) -> Margins:
        """The margins of a line."""
        return self.margins[line.page, line.column]


GAP = 1.4
"""In line distances: a larger step down begins a paragraph."""
MAX_INDENT = 4
"""In font sizes: a line that stands in farther than that opens no paragraph, it is a signature or a date."""
MAX_HANG = 6
"""In font sizes: how much farther in than its number an item may go on."""
_UNFINISHED = "，、（《“"
_FINISHED = ANY_STOPS + CLOSING_QUOTES


def paragraphs(pages: Sequence[Page]) -> list[PageParagraph]:
    """The paragraphs of some pages in reading order; after the text the footnotes, headers and footers."""
    split = [list(lines(page, number)) for number, page in enumerate(pages, 1)]
    size = median([line.size for found in split for line in found] or [1.0])
    often = repeated(split, pages)
    body: list[TextLine] = []
    notes: list[PageParagraph] = []
    edges: list[PageParagraph] = []
    middle = None
    for found, page in zip(split, pages, strict=True):
        first, last = text_between(found, page.height, often)
        edges += (PageParagraph("header", line.text, line.page) for line in found[:first])
        edges += (PageParagraph("footer", line.text, line.page) for line in found[last:])
        text, below = split_notes(found[first:last], size)
        middle = gutter(text, middle)
        body += in_order(text, middle)
        notes += _notes(below)
    return _joined(body, pages, size) + notes + edges


def _notes(found: list[TextLine]) -> Iterator[PageParagraph]:
    """The footnotes that some lines make up."""
    starts = [at for at, line in enumerate(found) if opens_note(line)]
    for start, end in pairwise([*starts, len(found)]):
        yield PageParagraph("note", joined(found[start:end]), found[start].page)


def _joined(body: list[TextLine], pages: Sequence[Page], size: float) -> list[PageParagraph]:
    """The paragraphs that some lines in reading order make up; `size`: of the font of most."""
    layout = Layout(margins(body, [(page.width, page.height) for page in pages]), size)
    found = grouped(body, lambda paragraph, line: not _begins(paragraph, line, layout))
    return [PageParagraph("paragraph", joined(group), group[0].page) for group in found]


def _begins(paragraph: list[TextLine], line: TextLine, layout: Layout) -> bool:
    """Whether a line opens a new paragraph instead of going on with the one before it."""
    before = paragraph[-1]
    if before.column[0] != line.column[0] or not (before.alone and line.alone):
        return True
    if abs(line.size - before.size) > 0.15 * before.size:
        return True
    here, there = layout.of(line), layout.of(before)
    near = line.page == before.page and line.column == before.column
    large = line.size / layout.size
    if near and line.y - before.y > GAP * here.pitch * max(1.0, large):
        return True
    if large > 1.15 and _may_be_broken(before, there) and _is_centred(line, here) and not opens_item(line):
        return False  # a title of several lines
    would_have_fitted = before.x1 + line.first < there.right_of(before, line) - 0.6 * line.size
    if would_have_fitted and before.text[-1] not in _UNFINISHED:
        return True
    if before.text[-1] in _FINISHED and opens_item(line):
        return True
    farther = line.x0 - before.x0, (line.x0 - here.left) - (before.x0 - there.left)
    shift = min(farther, key=abs) / line.size  # of two pages, either the sheets or the margins are alike
    if len(paragraph) == 1 and shift < -MAX_INDENT:
        return True
    return here.stands_in(line) and not _hangs(paragraph, line, shift, here)


def _hangs(paragraph: list[TextLine], line: TextLine, shift: float, margins: Margins) -> bool:
    """Whether an indented line goes on with a block that stands in: a quotation, an item of a list.

    `shift`: how much farther in it stands than the line before, in font sizes. Only the second line of a
    block may stand farther in or out than the first.
    """
    if len(paragraph) > 1:
        return abs(shift) < 0.5
    if 0.5 < shift < MAX_HANG and opens_item(paragraph[0]):
        return True
    return margins.is_inner(line) and paragraph[0].text[-1] not in _FINISHED


def _may_be_broken(line: TextLine, margins: Margins) -> bool:
    """Whether a line of a title may go on below: it is centred or full."""
    return _is_centred(line, margins) or margins.right - line.x1 < line.size


def _is_centred(line: TextLine, margins: Margins) -> bool:
    left, right = line.x0 - margins.left, margins.right - line.x1
    return left > line.size and abs(left - right) < line.size
