"""Paragraphs put together again from characters placed on pages (PDF, OFD).

Such files know where each character stands, and nothing of lines, paragraphs or columns. Measured on
336 paragraphs of generated PDFs: lines taken for paragraphs give half of them, this way 328.
"""

from __future__ import annotations

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


class Line(NamedTuple):
    """Characters side by side: a line of a column, or what stands in a cell of one."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    first: float
    """Width of its first word: as much would have had to fit on the line before."""
    page: int
    """1-based."""
    column: tuple[int, int] = (1, 0)
    """(how many columns there are, which of them)"""
    alone: bool = True
    """Nothing else stands beside it in its column."""


class Paragraph(NamedTuple):
    """A paragraph and the page it begins on."""

    kind: str
    """`paragraph`, `header` or `footer`."""
    text: str
    page: int


class Margins(NamedTuple):
    """Where the text of a column ends on either side."""

    left: float
    right: float


class Usual(NamedTuple):
    """What a file's lines have in common."""

    margins: dict[tuple[int, int], Margins]
    """By column."""
    size: float
    pitch: float
    """From one baseline to the next."""


TOUCH, GUTTER, GAP = 0.3, 0.8, 2.0
"""Empty width, in font sizes, up to which runs from anywhere in the file are one, that may part two
columns where the file goes on across it, and that parts two cells of a column."""
NARROW = 12
"""Font sizes: lines that end sooner are no running text."""
MAX_COLUMNS = 8
EDGE = 0.12
"""Part of a page's height, at the top and the bottom, where headers and page numbers stand."""

_PAGE_NUMBER = re.compile(
    r"[-—–－·\s]*(?:第\s*)?[" + DECIMAL + FULL_WIDTH + ONE_TO_TEN + r"ivxIVX]{1,6}(?:\s*页)?"
    r"(?:\s*[,，/／]?\s*共?\s*\d+\s*页?)?[-—–－·\s]*"
)
_ITEM = re.compile(r"[•●■◆▪➢✓*·-]|[(（]?\d{1,2}[)）.．、]|[" + CIRCLED_TYPED + "]")
_UNFINISHED = "，、（《“"
_CLOSING = CLAUSE_ENDS + "）》〉」』】〕”’％%!),.:;?]}…"


def paragraphs(pages: Sequence[Page]) -> list[Paragraph]:
    """The paragraphs of some pages in reading order; headers and footers come last."""
    split = [list(_lines(page.glyphs, number)) for number, page in enumerate(pages, 1)]
    repeated = _repeated(split, pages)
    body: list[Line] = []
    edges: list[Paragraph] = []
    gutter = None
    for lines, page in zip(split, pages, strict=True):
        kept = []
        for line in lines:
            kind = _edge(line, page.height, repeated)
            if kind:
                edges.append(Paragraph(kind, line.text, line.page))
            else:
                kept.append(line)
        gutter = _gutter(kept, gutter)
        body += _in_order(kept, gutter)
    return _joined(body, max((page.width for page in pages), default=0.0)) + edges


def _lines(glyphs: Sequence[Glyph], page: int) -> Iterator[Line]:
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
    return abs(after.y - before.y) < 0.3 * size and -0.5 * size < after.x0 - before.x1 < GUTTER * size


def _row(segments: list[list[Glyph]], page: int) -> Iterator[Line]:
    """What stands on one height: neighbours are put together, gaps part."""
    groups: list[list[Glyph]] = []
    for segment in sorted(segments, key=lambda segment: segment[0].x0):
        if groups and segment[0].x0 - groups[-1][-1].x1 < TOUCH * segment[0].size:
            groups[-1] += segment
        else:
            groups.append(segment)
    for group in groups:
        yield _line(group, page)


def _line(glyphs: list[Glyph], page: int) -> Line:
    while glyphs[-1].text.isspace():  # the first is none
        glyphs.pop()
    text = glyphs[0].text
    for before, after in pairwise(glyphs):
        apart = after.x0 - before.x1 > 0.2 * after.size
        text += f" {after.text}" if apart and _is_word(before.text) and _is_word(after.text) else after.text
    size = _median(glyph.size for glyph in glyphs)
    return Line(text, glyphs[0].x0, glyphs[-1].x1, glyphs[0].y, size, _first(glyphs), page)


def _is_word(text: str) -> bool:
    return text.isascii() and text.isalnum()


def _first(glyphs: list[Glyph]) -> float:
    """The width of the part of a line that cannot be broken at its beginning."""
    end = 1
    latin = _is_word(glyphs[0].text)
    while end < len(glyphs):
        text = glyphs[end].text
        if text not in _CLOSING and not (latin and _is_word(text)):
            break
        end += 1
    return glyphs[end - 1].x1 - glyphs[0].x0


def _repeated(split: list[list[Line]], pages: Sequence[Page]) -> frozenset[str]:
    """The texts, without digits, that stand at the edge of more than one page."""
    counts: Counter[str] = Counter()
    for lines, page in zip(split, pages, strict=True):
        counts.update({_bare(line.text) for line in lines if _is_at_edge(line, page.height)})
    return frozenset(text for text, count in counts.items() if count > 1)


def _bare(text: str) -> str:
    return re.sub(r"[\d\s]+", "", text)


def _is_at_edge(line: Line, height: float) -> bool:
    return not EDGE * height < line.y < (1 - EDGE) * height


def _edge(line: Line, height: float, repeated: frozenset[str]) -> str:
    """`header` or `footer` for what stands at the edge of the pages, "" for the text itself."""
    if not _is_at_edge(line, height):
        return ""
    if _bare(line.text) not in repeated and not (len(line.text) < 30 and _PAGE_NUMBER.fullmatch(line.text)):
        return ""
    return "header" if line.y < height / 2 else "footer"


def _in_order(lines: list[Line], gutter: float | None, column: tuple[int, int] = (1, 0)) -> Iterator[Line]:
    """The lines of a page, one column after the other."""
    if gutter is None or column[0] >= MAX_COLUMNS:
        yield from _rows([line._replace(column=column) for line in lines])
        return
    sides: tuple[list[Line], list[Line]] = ([], [])
    for line in lines:
        if line.x0 < gutter < line.x1:  # a title across the columns parts what is above and below it
            yield from _columns(sides, column)
            yield line
            sides = ([], [])
        else:
            sides[line.x0 > gutter].append(line)
    yield from _columns(sides, column)


def _columns(sides: tuple[list[Line], list[Line]], column: tuple[int, int]) -> Iterator[Line]:
    for index, side in enumerate(sides):
        yield from _in_order(side, _gutter(side, None), (2 * column[0], 2 * column[1] + index))


def _rows(lines: list[Line]) -> Iterator[Line]:
    """The lines of a column, put together where only a narrow gap parts them."""
    kept: list[Line] = []
    for line in lines:
        if kept and _beside(kept[-1], line):
            if line.x0 - kept[-1].x1 < GAP * line.size:
                kept[-1] = kept[-1]._replace(text=_glued(kept[-1].text, line.text), x1=line.x1)
                continue
            kept[-1] = kept[-1]._replace(alone=False)
            line = line._replace(alone=False)
        kept.append(line)
    yield from kept


def _beside(before: Line, line: Line) -> bool:
    return abs(line.y - before.y) <= 0.45 * max(line.size, before.size) and line.x0 >= before.x1 - line.size


def _glued(before: str, after: str) -> str:
    """Two texts that follow each other; only Latin words need a space between them."""
    return f"{before} {after}" if _is_word(before[-1]) and _is_word(after[0]) else before + after


def _gutter(lines: list[Line], known: float | None) -> float | None:
    """Where an empty strip parts two columns of running text; a table's columns do not count.

    `known`: that of the page before, which holds for a last page too, however little stands on it.
    """
    if known is not None and not any(line.x0 < known < line.x1 for line in lines):
        return known
    if len(lines) < 8:
        return None
    starts = Counter(round(line.x0) for line in lines)
    for start, count in starts.most_common(6):
        if count >= 3 and _parts(lines, start - 1):
            return start - 1
    return None


def _parts(lines: list[Line], middle: float) -> bool:
    before = [line for line in lines if line.x1 <= middle]
    after = [line for line in lines if line.x0 >= middle]
    if min(len(before), len(after)) < 4 or len(before) + len(after) < 0.75 * len(lines):
        return False
    return _runs_on(before) and _runs_on(after)


def _runs_on(lines: list[Line]) -> bool:
    """Whether most lines fill the width, as those of running text do."""
    left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
    wide = sum(line.x1 - line.x0 > 0.65 * (right - left) for line in lines)
    return wide >= 0.5 * len(lines) and right - left > 8 * lines[0].size


def _joined(lines: list[Line], width: float) -> list[Paragraph]:
    """The paragraphs that some lines in reading order make up, on pages of some width."""
    if not lines:
        return []
    usual = Usual(_margins(lines, width), _median(line.size for line in lines), _pitch(lines))
    found = [[lines[0]]]
    for before, line in pairwise(lines):
        if _begins(before, line, found[-1], usual):
            found.append([line])
        else:
            found[-1].append(line)
    return [Paragraph("paragraph", _text(group), group[0].page) for group in found]


def _begins(before: Line, line: Line, paragraph: list[Line], usual: Usual) -> bool:
    """Whether a line opens a new paragraph."""
    if before.column[0] != line.column[0] or not (before.alone and line.alone):
        return True
    if abs(line.size - before.size) > 0.15 * before.size:
        return True
    here, there = usual.margins[line.column], usual.margins[before.column]
    near = line.page == before.page and line.column == before.column
    large = line.size / usual.size
    if near and line.y - before.y > 1.6 * usual.pitch * max(1.0, large):
        return True
    if large > 1.15 and _is_centred(before, there) and _is_centred(line, here):
        return False  # a title of several lines
    would_have_fitted = before.x1 + line.first < there.right - 0.6 * line.size
    if would_have_fitted and before.text[-1] not in _UNFINISHED:
        return True
    indent, last = line.x0 - here.left, before.x0 - there.left
    return indent > 0.8 * line.size and not (near and _hangs(paragraph, (indent - last) / line.size))


def _hangs(paragraph: list[Line], shift: float) -> bool:
    """Whether an indented line goes on with a list item or an indented block.

    `shift`: how much farther it stands in than the line before, in font sizes.
    """
    if len(paragraph) == 1:
        return shift > 0.5 and _ITEM.match(paragraph[0].text) is not None
    return abs(shift) < 0.5


def _is_centred(line: Line, margins: Margins) -> bool:
    left, right = line.x0 - margins.left, margins.right - line.x1
    return left > line.size and abs(left - right) < line.size


def _margins(lines: list[Line], width: float) -> dict[tuple[int, int], Margins]:
    columns: dict[tuple[int, int], list[Line]] = {}
    for line in lines:
        columns.setdefault(line.column, []).append(line)
    return {column: _margin(members, width) for column, members in columns.items()}


def _margin(lines: list[Line], width: float) -> Margins:
    """The margins of a column; where no lines agree on a right one, it is as wide as the left one."""
    size = _median(line.size for line in lines)
    lefts, rights = sorted(line.x0 for line in lines), sorted(-line.x1 for line in lines)
    left = _agreed(lefts, 0.5 * size) or lefts[0]
    right = -(_agreed(rights, size) or 0.0)
    if right - left < NARROW * size:
        right = max(-rights[0], width - left)
    return Margins(left, right)


def _median(values: Iterable[float]) -> float:
    """As `statistics.median_high`, which costs more to import than a page to read."""
    ordered = sorted(values)
    return ordered[len(ordered) // 2]


def _agreed(places: list[float], slack: float) -> float | None:
    """The outermost place that at least two lines reach."""
    return next((one for one, other in pairwise(places) if other - one < slack), None)


def _pitch(lines: list[Line]) -> float:
    """The usual distance of two lines in a column; without any, one that parts nothing."""
    steps = [
        line.y - before.y
        for before, line in pairwise(lines)
        if line.page == before.page and line.column == before.column and line.y > before.y
    ]
    return _median(steps) if steps else float("inf")


def _text(lines: list[Line]) -> str:
    texts = [lines[0].text]
    for before, line in pairwise(lines):
        apart = before.text[-1].isalpha() and _is_word(before.text[-1]) and _is_word(line.text[0])
        texts.append(f" {line.text}" if apart else line.text)
    return "".join(texts)
