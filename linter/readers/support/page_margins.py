"""The margins that the lines of a page keep to, learnt from where running text breaks off and goes on.

A line that ends in mid-sentence and reaches as far as others do was broken at the right margin; the line
below it begins at the left one, one line's distance farther down. Margins are those of a page and a
column, for an appendix, a page on its side and a quotation have their own; a page with little text takes
them from the one before it of its shape, and where none has any, from all of its shape.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from linter.readers.support.page_lines import TextLine, median, opens_item
from linter.text.sentences import ANY_STOPS, CLOSING_QUOTES

MIN_WIDTH = 12
"""In font sizes: a shorter line is none of running text, wherever it ends."""
MIN_LINES = 3
"""So many lines that end at one place make it a margin."""
SLACK = 0.8
"""In font sizes: how far from each other the ends of full lines may be. Lines that are not stretched end
up to a character before the margin; a mark that hangs over it is a whole one beyond."""
_STOPS = ANY_STOPS + "：:" + CLOSING_QUOTES

Shape = tuple[float, float]
"""Width and height of a page."""
Column = tuple[int, int]
"""As of a `TextLine`."""


class Margins(NamedTuple):
    """What the running text of a page's column keeps to; places are x."""

    left: float
    """Of the lines that go on."""
    right: float
    inner: tuple[tuple[float, float], ...] = ()
    """Left and right margin of blocks that stand in, quotations and lists."""
    pitch: float = float("inf")
    """From one baseline to the next within a paragraph."""

    def right_of(self, line: TextLine) -> float:
        """The right margin of a line."""
        return next((right for left, right in self.inner if _same(left, line)), self.right)

    def stands_in(self, line: TextLine) -> bool:
        """Whether a line is indented, as the first one of a paragraph may be."""
        return line.x0 - self.left > 0.8 * line.size

    def is_inner(self, line: TextLine) -> bool:
        """Whether the lines of a block that stands in begin where a line does."""
        return any(_same(left, line) for left, _ in self.inner)


def _same(x: float, line: TextLine) -> bool:
    return abs(x - line.x0) < 0.3 * line.size


def margins(body: Sequence[TextLine], shapes: Sequence[Shape]) -> dict[tuple[int, Column], Margins]:
    """The margins of every page (1-based) and column that `body` has lines in.

    `shapes`: those of the pages, in order.
    """
    by_page: dict[tuple[int, Column], list[TextLine]] = defaultdict(list)
    by_shape: dict[tuple[Shape, Column], list[TextLine]] = defaultdict(list)
    for line in body:
        by_page[line.page, line.column].append(line)
        by_shape[shapes[line.page - 1], line.column].append(line)
    alike = {key: _learnt(members, _rough(members, key[0][0])) for key, members in by_shape.items()}
    latest = dict(alike)
    found = {}
    for (page, column), members in by_page.items():
        key = shapes[page - 1], column
        found[page, column] = latest[key] = _learnt(members, latest[key]._replace(inner=alike[key].inner))
    return found


def _learnt(lines: Sequence[TextLine], otherwise: Margins) -> Margins:
    """The margins of some lines of one column, in order; what they do not tell is as in `otherwise`."""
    broken = [pair for pair in _neighbours(lines) if _breaks_off(*pair)]
    right = _outermost((before.x1 for before, _ in broken), lines[0].size, 0.5)
    right = otherwise.right if right is None else right
    inner = tuple(_inner(broken))
    rough = Margins(0, right, inner)
    going_on = [pair for pair in broken if _is_full(pair[0], rough)]
    left = _outermost((-line.x0 for _, line in going_on), lines[0].size, 0.1)
    left = otherwise.left if left is None or _begin_at(otherwise.left, lines) else -left
    pitch = otherwise.pitch
    if len(going_on) >= MIN_LINES:
        pitch = median(line.y - before.y for before, line in going_on)
    return Margins(left, right, (*inner, *otherwise.inner), pitch)


def _neighbours(lines: Sequence[TextLine]) -> Iterator[tuple[TextLine, TextLine]]:
    """The lines of one size that follow each other down a page, nothing beside them."""
    for before, line in pairwise(lines):
        together = before.page == line.page and line.y > before.y and before.alone and line.alone
        if together and abs(line.size - before.size) <= 0.15 * before.size:
            yield before, line


def _breaks_off(before: TextLine, line: TextLine) -> bool:
    """Whether a line may end in mid-sentence."""
    wide = before.x1 - before.x0 > MIN_WIDTH * before.size
    return wide and before.text[-1] not in _STOPS and not opens_item(line)


def _begin_at(x: float, lines: Sequence[TextLine]) -> bool:
    return any(_same(x, line) for line in lines)


def _is_full(line: TextLine, margins: Margins) -> bool:
    return line.x1 > margins.right_of(line) - SLACK * line.size


def _inner(broken: Iterable[tuple[TextLine, TextLine]]) -> Iterator[tuple[float, float]]:
    """The margins of blocks of lines that begin at one place."""
    by_left: dict[int, list[TextLine]] = defaultdict(list)
    for before, line in broken:
        if _same(before.x0, line):
            by_left[round(before.x0 / before.size * 2)].append(before)
    for lines in by_left.values():
        right = _outermost((line.x1 for line in lines), lines[0].size, 0.5)
        if right is not None:
            yield median(line.x0 for line in lines), right


def _outermost(places: Iterable[float], size: float, share: float) -> float | None:
    """The largest place at which at least a share of as many lines end as at any other; None where few do.

    `size`: of the font.
    """
    ordered = sorted(places)
    first, counts = 0, []
    for index, place in enumerate(ordered):
        while place - ordered[first] > SLACK * size:
            first += 1
        counts.append(index - first + 1)
    most = max(counts, default=0)
    if most < MIN_LINES:
        return None
    enough = max(MIN_LINES, share * most)
    last = max(index for index, count in enumerate(counts) if count >= enough)
    return median(ordered[last + 1 - counts[last] : last + 1])


def _rough(lines: Sequence[TextLine], width: float) -> Margins:
    """The margins of lines of which few tell them: the outermost places that two of them share.

    Where none share a right one, it is as wide as the left one on a page of some `width`.
    """
    size = median(line.size for line in lines)
    lefts, rights = sorted(line.x0 for line in lines), sorted(-line.x1 for line in lines)
    left = _shared(lefts, 0.5 * size) or lefts[0]
    right = -(_shared(rights, size) or 0.0)
    if right - left < MIN_WIDTH * size:
        right = max(-rights[0], width - left)
    steps = [line.y - before.y for before, line in _neighbours(lines)]
    return Margins(left, right, pitch=median(steps) if steps else float("inf"))


def _shared(places: list[float], slack: float) -> float | None:
    """The first of some ascending places that the next one is less than `slack` away from; None for none."""
    return next((one for one, other in pairwise(places) if other - one < slack), None)
