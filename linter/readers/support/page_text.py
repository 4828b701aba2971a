"""Paragraphs put together again from characters placed on pages (PDF, OFD).

Such files know where each character stands, and nothing of lines, paragraphs or columns. Measured on
336 paragraphs of generated PDFs: lines taken for paragraphs give half of them, this way 328.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from linter.text.numerals import CIRCLED_TYPED, DECIMAL, FULL_WIDTH, ONE_TO_TEN
from linter.text.sentences import CLAUSE_ENDS


class Glyph(NamedTuple):
    """A character on a page; lengths in any one unit, y grows downwards."""

    text: str
    x0: float
    x1: float
    y: float
    """Of the baseline."""
    size: float
    """Of the font; above 0."""


class Page(NamedTuple):
    """A page's characters in the order of the file, which mostly is the order of reading."""

    width: float
    height: float
    glyphs: Sequence[Glyph]


class TextLine(NamedTuple):
    """Characters side by side: a line of a column, or a line within a cell of a table."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    first: float
    """Width of its first word, the room that it would have needed on the line before."""
    page: int
    """1-based."""
    column: tuple[int, int] = (1, 0)
    """How many columns there are, and the 0-based index of this one."""
    alone: bool = True
    """Whether nothing else stands beside it in its column."""


class PageParagraph(NamedTuple):
    """A paragraph and the page it begins on."""

    kind: str
    """`paragraph`, `header` or `footer`."""
    text: str
    page: int


class ColumnMargins(NamedTuple):
    """The left and right edges of the text of a column."""

    left: float
    right: float


class Typical(NamedTuple):
    """Typical measures of a file's lines."""

    margins: dict[tuple[int, int], ColumnMargins]
    """By column."""
    size: float
    """Of the font."""
    pitch: float
    """Distance from one baseline to the next."""


JOIN_GAP = 0.3
"""In font sizes: characters on one line with less space between them are put together, wherever they
stand in the file."""
COLUMN_GAP = 0.8
"""In font sizes: less space than this between characters that follow each other in the file ends no line;
as much or more may be the space between two columns."""
CELL_GAP = 2.0
"""In font sizes: parts of a line of one column with as much space or more between them are cells of a
table; with less they are put together."""
MIN_COLUMN_WIDTH = 12
"""In font sizes: a column whose lines are shorter holds no running text."""
MAX_COLUMNS = 8
HEADER_BAND = 0.12
"""Share of a page's height, at the top and at the bottom, where headers and page numbers stand."""

_PAGE_NUMBER = re.compile(
    r"[-—–－·\s]*(?:第\s*)?[" + DECIMAL + FULL_WIDTH + ONE_TO_TEN + r"ivxIVX]{1,6}(?:\s*页)?"
    r"(?:\s*[,，/／]?\s*共?\s*\d+\s*页?)?[-—–－·\s]*"
)
_ITEM = re.compile(r"[•●■◆▪➢✓*·-]|[(（]?\d{1,2}[)）.．、]|[" + CIRCLED_TYPED + "]")
_UNFINISHED = "，、（《“"
_CLOSING = CLAUSE_ENDS + "）》〉」』】〕”’％%!),.:;?]}…"


def paragraphs(pages: Sequence[Page]) -> list[PageParagraph]:
    """The paragraphs of some pages in reading order; headers and footers come last."""
    split = [list(_lines(page.glyphs, number)) for number, page in enumerate(pages, 1)]
    repeated = _repeated(split, pages)
    body: list[TextLine] = []
    edges: list[PageParagraph] = []
    gutter = None
    for lines, page in zip(split, pages, strict=True):
        kept = []
        for line in lines:
            kind = _edge(line, page.height, repeated)
            if kind:
                edges.append(PageParagraph(kind, line.text, line.page))
            else:
                kept.append(line)
        gutter = _gutter(kept, gutter)
        body += _in_order(kept, gutter)
    return _joined(body, max((page.width for page in pages), default=0.0)) + edges


def _lines(glyphs: Sequence[Glyph], page: int) -> Iterator[TextLine]:
    """The lines of a page, from top to bottom and left to right, broken at wide gaps."""
    segments = sorted(_segments(glyphs), key=lambda segment: segment[0].y)
    row: list[list[Glyph]] = []
    for segment in segments:
        if row and segment[0].y - row[0][0].y > 0.45 * max(segment[0].size, row[0][0].size):
            yield from _row(row, page)
            row = []
        row.append(segment)
    yield from _row(row, page)


def _segments(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """Characters that follow each other on one baseline."""
    current: list[Glyph] = []
    for glyph in glyphs:
        if current and not _adjoins(current[-1], glyph):
            yield current
            current = []
        if current or not glyph.text.isspace():
            current.append(glyph)
    if current:
        yield current


def _adjoins(before: Glyph, after: Glyph) -> bool:
    size = max(before.size, after.size)
    return abs(after.y - before.y) < 0.3 * size and -0.5 * size < after.x0 - before.x1 < COLUMN_GAP * size


def _row(segments: list[list[Glyph]], page: int) -> Iterator[TextLine]:
    """The lines made of segments at one height: those less than `JOIN_GAP` apart are put together."""
    groups: list[list[Glyph]] = []
    for segment in sorted(segments, key=lambda segment: segment[0].x0):
        if groups and segment[0].x0 - groups[-1][-1].x1 < JOIN_GAP * segment[0].size:
            groups[-1] += segment
        else:
            groups.append(segment)
    for group in groups:
        yield _line(group, page)


def _line(glyphs: list[Glyph], page: int) -> TextLine:
    while glyphs[-1].text.isspace():  # the first is none
        glyphs.pop()
    text = glyphs[0].text
    for before, after in pairwise(glyphs):
        apart = after.x0 - before.x1 > 0.2 * after.size
        text += f" {after.text}" if apart and _is_word(before.text) and _is_word(after.text) else after.text
    size = _median(glyph.size for glyph in glyphs)
    return TextLine(text, glyphs[0].x0, glyphs[-1].x1, glyphs[0].y, size, _first(glyphs), page)


def _is_word(text: str) -> bool:
    return text.isascii() and text.isalnum()


def _first(glyphs: list[Glyph]) -> float:
    """The width of the first characters of a line up to where it could be broken."""
    end = 1
    latin = _is_word(glyphs[0].text)
    while end < len(glyphs):
        text = glyphs[end].text
        if text not in _CLOSING and not (latin and _is_word(text)):
            break
        end += 1
    return glyphs[end - 1].x1 - glyphs[0].x0


def _repeated(split: list[list[TextLine]], pages: Sequence[Page]) -> frozenset[str]:
    """The texts, without digits, that stand at the edge of more than one page."""
    counts: Counter[str] = Counter()
    for lines, page in zip(split, pages, strict=True):
        counts.update({_bare(line.text) for line in lines if _is_at_edge(line, page.height)})
    return frozenset(text for text, count in counts.items() if count > 1)


def _bare(text: str) -> str:
    return re.sub(r"[\d\s]+", "", text)


def _is_at_edge(line: TextLine, height: float) -> bool:
    return not HEADER_BAND * height < line.y < (1 - HEADER_BAND) * height


def _edge(line: TextLine, height: float, repeated: frozenset[str]) -> str:
    """`header` or `footer` for a line that is one, "" for a line of the text."""
    if not _is_at_edge(line, height):
        return ""
    if _bare(line.text) not in repeated and not (len(line.text) < 30 and _PAGE_NUMBER.fullmatch(line.text)):
        return ""
    return "header" if line.y < height / 2 else "footer"


def _in_order(
    lines: list[TextLine], gutter: float | None, column: tuple[int, int] = (1, 0)
) -> Iterator[TextLine]:
    """The lines of a page, one column after the other."""
    if gutter is None or column[0] >= MAX_COLUMNS:
        yield from _joined_cells([line._replace(column=column) for line in lines])
        return
    sides: tuple[list[TextLine], list[TextLine]] = ([], [])
    for line in lines:
        if line.x0 < gutter < line.x1:  # a title across the columns parts what is above and below it
            yield from _columns(sides, column)
            yield line
            sides = ([], [])
        else:
            sides[line.x0 > gutter].append(line)
    yield from _columns(sides, column)


def _columns(sides: tuple[list[TextLine], list[TextLine]], column: tuple[int, int]) -> Iterator[TextLine]:
    for index, side in enumerate(sides):
        yield from _in_order(side, _gutter(side, None), (2 * column[0], 2 * column[1] + index))


def _joined_cells(lines: list[TextLine]) -> Iterator[TextLine]:
    """The lines of a column, those with less than `CELL_GAP` between them put together."""
    kept: list[TextLine] = []
    for line in lines:
        if kept and _on_same_line(kept[-1], line):
            if line.x0 - kept[-1].x1 < CELL_GAP * line.size:
                kept[-1] = kept[-1]._replace(text=_concatenated(kept[-1].text, line.text), x1=line.x1)
                continue
            kept[-1] = kept[-1]._replace(alone=False)
            line = line._replace(alone=False)
        kept.append(line)
    yield from kept


def _on_same_line(before: TextLine, line: TextLine) -> bool:
    return abs(line.y - before.y) <= 0.45 * max(line.size, before.size) and line.x0 >= before.x1 - line.size


def _concatenated(before: str, after: str) -> str:
    """Two texts that follow each other; only Latin words need a space between them."""
    return f"{before} {after}" if _is_word(before[-1]) and _is_word(after[0]) else before + after


def _gutter(lines: list[TextLine], known: float | None) -> float | None:
    """The x of the space between two columns of running text; None where there are none.

    The columns of a table do not count. `known` is that of the page before; it holds for a page whose
    lines keep clear of it, however few they are.
    """
    if known is not None and not any(line.x0 < known < line.x1 for line in lines):
        return known
    if len(lines) < 8:
        return None
    starts = Counter(round(line.x0) for line in lines)
    for start, count in starts.most_common(6):
        if count >= 3 and _separates_columns(lines, start - 1):
            return start - 1
    return None


def _separates_columns(lines: list[TextLine], middle: float) -> bool:
    before = [line for line in lines if line.x1 <= middle]
    after = [line for line in lines if line.x0 >= middle]
    if min(len(before), len(after)) < 4 or len(before) + len(after) < 0.75 * len(lines):
        return False
    return _is_running_text(before) and _is_running_text(after)


def _is_running_text(lines: list[TextLine]) -> bool:
    """Whether most lines fill the width, as those of running text do."""
    left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
    wide = sum(line.x1 - line.x0 > 0.65 * (right - left) for line in lines)
    return wide >= 0.5 * len(lines) and right - left > 8 * lines[0].size


def _joined(lines: list[TextLine], width: float) -> list[PageParagraph]:
    """The paragraphs that some lines in reading order make up, on pages of some width."""
    if not lines:
        return []
    typical = Typical(_margins(lines, width), _median(line.size for line in lines), _pitch(lines))
    found = [[lines[0]]]
    for before, line in pairwise(lines):
        if _begins(before, line, found[-1], typical):
            found.append([line])
        else:
            found[-1].append(line)
    return [PageParagraph("paragraph", _text(group), group[0].page) for group in found]


def _begins(before: TextLine, line: TextLine, paragraph: list[TextLine], typical: Typical) -> bool:
    """Whether a line opens a new paragraph."""
    if before.column[0] != line.column[0] or not (before.alone and line.alone):
        return True
    if abs(line.size - before.size) > 0.15 * before.size:
        return True
    here, there = typical.margins[line.column], typical.margins[before.column]
    near = line.page == before.page and line.column == before.column
    large = line.size / typical.size
    if near and line.y - before.y > 1.6 * typical.pitch * max(1.0, large):
        return True
    if large > 1.15 and _is_centred(before, there) and _is_centred(line, here):
        return False  # a title of several lines
    would_have_fitted = before.x1 + line.first < there.right - 0.6 * line.size
    if would_have_fitted and before.text[-1] not in _UNFINISHED:
        return True
    indent, last = line.x0 - here.left, before.x0 - there.left
    return indent > 0.8 * line.size and not (near and _hangs(paragraph, (indent - last) / line.size))


def _hangs(paragraph: list[TextLine], shift: float) -> bool:
    """Whether an indented line goes on with a list item or an indented block.

    `shift`: how much farther it stands in than the line before, in font sizes.
    """
    if len(paragraph) == 1:
        return shift > 0.5 and _ITEM.match(paragraph[0].text) is not None
    return abs(shift) < 0.5


def _is_centred(line: TextLine, margins: ColumnMargins) -> bool:
    left, right = line.x0 - margins.left, margins.right - line.x1
    return left > line.size and abs(left - right) < line.size


def _margins(lines: list[TextLine], width: float) -> dict[tuple[int, int], ColumnMargins]:
    columns: dict[tuple[int, int], list[TextLine]] = {}
    for line in lines:
        columns.setdefault(line.column, []).append(line)
    return {column: _margin(members, width) for column, members in columns.items()}


def _margin(lines: list[TextLine], width: float) -> ColumnMargins:
    """The margins of a column; where no lines agree on a right one, it is as wide as the left one."""
    size = _median(line.size for line in lines)
    lefts, rights = sorted(line.x0 for line in lines), sorted(-line.x1 for line in lines)
    left = _outermost_shared(lefts, 0.5 * size) or lefts[0]
    right = -(_outermost_shared(rights, size) or 0.0)
    if right - left < MIN_COLUMN_WIDTH * size:
        right = max(-rights[0], width - left)
    return ColumnMargins(left, right)


def _median(values: Iterable[float]) -> float:
    """As `statistics.median_high`, which costs more to import than a page to read."""
    ordered = sorted(values)
    return ordered[len(ordered) // 2]


def _outermost_shared(places: list[float], slack: float) -> float | None:
    """The first of some ascending places that the next one is less than `slack` away from; None for none."""
    return next((one for one, other in pairwise(places) if other - one < slack), None)


def _pitch(lines: list[TextLine]) -> float:
    """The usual distance of two lines in a column; infinite where no column has two."""
    steps = [
        line.y - before.y
        for before, line in pairwise(lines)
        if line.page == before.page and line.column == before.column and line.y > before.y
    ]
    return _median(steps) if steps else float("inf")


def _text(lines: list[TextLine]) -> str:
    texts = [lines[0].text]
    for before, line in pairwise(lines):
        apart = before.text[-1].isalpha() and _is_word(before.text[-1]) and _is_word(line.text[0])
        texts.append(f" {line.text}" if apart else line.text)
    return "".join(texts)
