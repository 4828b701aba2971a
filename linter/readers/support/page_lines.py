"""Characters placed on a page (PDF, OFD), put together to lines."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import dropwhile, pairwise
from typing import NamedTuple, TypeVar

from linter.text.characters import LIST_SIGNS
from linter.text.numerals import CIRCLED_TYPED, DECIMAL, FULL_WIDTH, ONE_TO_TEN
from linter.text.radicals import plain
from linter.text.sentences import CLAUSE_ENDS

Item = TypeVar("Item")


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


JOIN_GAP = 0.3
"""In font sizes: characters on one line with less space between them are put together, wherever they
stand in the file."""
COLUMN_GAP = 0.8
"""In font sizes: less space than this between characters that follow each other in the file ends no line;
as much or more may be the space between two columns."""
_ITEM = re.compile(
    rf"[{LIST_SIGNS}➢✓*-]|[{CIRCLED_TYPED}]|[(（][{DECIMAL}{FULL_WIDTH}{ONE_TO_TEN}]{{1,3}}[)）]"
    rf"|[{DECIMAL}{FULL_WIDTH}]{{1,2}}(?:[)）、]|[.．](?![{DECIMAL}]))|[{ONE_TO_TEN}]{{1,3}}、"
    rf"|第[{DECIMAL}{ONE_TO_TEN}]{{1,3}}[章节条部]"
)
_OPENING = "（《〈「『【〔“‘([{"
_CLOSING = CLAUSE_ENDS + "）》〉」』】〕”’％%!),.:;?]}…"


def lines(page: Page, number: int) -> Iterator[TextLine]:
    """The lines of a page, from top to bottom and left to right, broken at wide gaps.

    `number` is that of the page, 1-based.
    """
    segments = sorted(_segments(_once(page.glyphs)), key=lambda segment: segment[0].y)
    for row in grouped(segments, lambda row, segment: _are_level(row[0][0], segment[0])):
        yield from _row(row, number)


def grouped(items: Iterable[Item], belongs: Callable[[list[Item], Item], bool]) -> Iterator[list[Item]]:
    """The items in groups: each that `belongs` to the group before it, else the first of a new one."""
    group: list[Item] = []
    for item in items:
        if group and not belongs(group, item):
            yield group
            group = []
        group.append(item)
    if group:
        yield group


def _are_level(one: Glyph, other: Glyph) -> bool:
    """Whether two characters, the second no higher than the first, stand in one row."""
    return other.y - one.y <= 0.45 * max(one.size, other.size)


def _once(glyphs: Sequence[Glyph]) -> Iterator[Glyph]:
    """The characters without those printed again on the same spot, which is how some programs make bold."""
    printed: dict[tuple[str, int, int], list[Glyph]] = {}
    for glyph in glyphs:
        column, row = int(glyph.x0 / glyph.size), int(glyph.y / glyph.size)
        around = ((glyph.text, column + x, row + y) for x in (-1, 0, 1) for y in (-1, 0, 1))
        if not any(_covers(other, glyph) for spot in around for other in printed.get(spot, ())):
            printed.setdefault((glyph.text, column, row), []).append(glyph)
            yield glyph


def _covers(one: Glyph, other: Glyph) -> bool:
    apart = max(0.4 * min(one.x1 - one.x0, other.x1 - other.x0), 0.05 * other.size)
    return abs(one.x0 - other.x0) < apart and abs(one.y - other.y) < 0.2 * other.size


def _segments(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    """Characters that follow each other on one baseline, without the space before them."""
    for group in grouped(glyphs, lambda group, glyph: _adjoins(group[-1], glyph)):
        if segment := list(dropwhile(lambda glyph: glyph.text.isspace(), group)):
            yield segment


def _adjoins(before: Glyph, after: Glyph) -> bool:
    size = max(before.size, after.size)
    return abs(after.y - before.y) < 0.3 * size and -0.5 * size < after.x0 - before.x1 < COLUMN_GAP * size


def _row(segments: list[list[Glyph]], page: int) -> Iterator[TextLine]:
    """The lines made of segments at one height: those less than `JOIN_GAP` apart are put together.

    A segment may lie within another: characters of a second font, printed into gaps left for them.
    """
    group: list[Glyph] = []
    end = 0.0
    for segment in sorted(segments, key=lambda segment: segment[0].x0):
        if group and segment[0].x0 - end >= JOIN_GAP * segment[0].size:
            yield _line(group, page)
            group = []
        end = max(end, segment[-1].x1)
        group += segment
    if group:
        yield _line(group, page)


def _line(glyphs: list[Glyph], page: int) -> TextLine:
    """The line that some characters make up; radicals, which are the font's work, as the characters meant."""
    glyphs.sort(key=lambda glyph: glyph.x0)
    while glyphs[-1].text.isspace():  # the first is none
        glyphs.pop()
    text = glyphs[0].text
    for before, after in pairwise(glyphs):
        apart = after.x0 - before.x1 > 0.2 * after.size
        text += f" {after.text}" if apart and is_word(before.text) and is_word(after.text) else after.text
    size = median(glyph.size for glyph in glyphs)
    return TextLine(plain(text), glyphs[0].x0, glyphs[-1].x1, glyphs[0].y, size, _first(glyphs), page)


def is_word(text: str) -> bool:
    """Whether a character belongs to a Latin word or a number."""
    return text.isascii() and text.isalnum()


def opens_item(line: TextLine) -> bool:
    """Whether a line begins with the number or the sign of a list item or a heading."""
    return _ITEM.match(line.text) is not None


def _first(glyphs: list[Glyph]) -> float:
    """The width of the first characters of a line up to where it could be broken."""
    end = 1
    while end < len(glyphs) and not _may_part(glyphs[end - 1].text, glyphs[end].text):
        end += 1
    return glyphs[end - 1].x1 - glyphs[0].x0


def _may_part(before: str, after: str) -> bool:
    """Whether a line may be broken between two characters."""
    if after in _CLOSING or before in _OPENING:
        return False
    return not (before.isascii() and after.isascii()) or before.isspace() or after.isspace()


def joined(found: Sequence[TextLine]) -> str:
    """The text of lines that go on with each other."""
    texts = [found[0].text]
    for before, line in pairwise(found):
        texts.append(f" {line.text}" if _are_words(before.text[-1], line.text[0]) else line.text)
    return "".join(texts)


def _are_words(last: str, first: str) -> bool:
    """Whether a line that ends and one that begins so were broken between two Latin words."""
    if not (last.isascii() and first.isascii() and first.isalnum()):
        return False
    return last.isalpha() or (first.isalpha() and (last.isdigit() or last in ",.;:!?)"))


def median(values: Iterable[float]) -> float:
    """As `statistics.median_high`, which costs more to import than a page to read."""
    ordered = sorted(values)
    return ordered[len(ordered) // 2]
