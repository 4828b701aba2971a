"""The cells of tables: lines that stand one below the other in one of several columns, beside other lines."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from linter.readers.support.page_lines import TextLine, grouped, joined, opens_item
from linter.text.sentences import STOPS

ROOM = 0.6
"""In font sizes: a word that would have fitted with so much room left begins a cell."""
MAX_COLUMNS = 40
MIN_WIDTH = 6
"""In font sizes: a shorter line may be all of a cell, even if it fills it."""
ROW_GAP = 3.0
"""In font sizes: rows farther apart are not of one table."""
PADDING = 2.2
"""In font sizes: at most so much space is between the ends of full lines in a cell and the next cell's."""
CELL_GAP = 1.15
"""In line distances: a larger step down begins a cell."""

Span = tuple[float, float]
"""From x to x."""


def with_cells(lines: Iterable[TextLine]) -> Iterator[TextLine]:
    """The lines of a text column, from top to bottom; those of a table's cell as one, row by row."""
    table: list[list[TextLine]] = []
    columns: list[Span] = []
    for _, group in groupby(lines, key=lambda line: line.y):  # the parts of a line have exactly one height
        row = list(group)
        if not (table and _goes_on(table[-1], row, columns)):
            yield from _cells(table, columns)
            table, columns = [], []
        table.append(row)
        columns = _widened(columns, row)
    yield from _cells(table, columns)


def _goes_on(before: Sequence[TextLine], row: Sequence[TextLine], columns: Sequence[Span]) -> bool:
    """Whether a row belongs to the table that the one before belongs to: its lines keep to the columns.

    A short heading below a table keeps to its first column, too.
    """
    line = row[0]
    if not 2 <= len(columns) <= MAX_COLUMNS or line.y - before[0].y > ROW_GAP * line.size:
        return False
    if line.alone and opens_item(line) and _overlap(line, columns[0]):
        return False
    return all(sum(_overlap(each, column) for column in columns) == 1 for each in row)


def _overlap(line: TextLine, column: Span) -> bool:
    return line.x0 < column[1] and column[0] < line.x1


def _widened(columns: Sequence[Span], row: Sequence[TextLine]) -> list[Span]:
    """The columns with a row in them; a row that begins a table has a column for each of its lines."""
    if not columns:
        return [(line.x0, line.x1) for line in row]
    return [
        (
            min([left, *(line.x0 for line in row if _overlap(line, (left, right)))]),
            max([right, *(line.x1 for line in row if _overlap(line, (left, right)))]),
        )
        for left, right in columns
    ]


def _cells(table: Sequence[Sequence[TextLine]], columns: Sequence[Span]) -> Iterator[TextLine]:
    """The lines of a table, each cell as one line; what is no table as it is."""
    if len(table) < 2:
        yield from (line for row in table for line in row)
        return
    by_column = [[line for row in table for line in row if _overlap(line, column)] for column in columns]
    size = table[0][0].size
    rights = [max(right, left - PADDING * size) for (_, right), (left, _) in pairwise(columns)]
    rights.append(columns[-1][1])
    starts = _row_starts(table, by_column, rights)
    steps = sorted(line.y - before.y for lines in by_column for before, line in pairwise(lines))
    pitch = steps[0] if steps else 0.0
    cells = [
        cell
        for lines, right in zip(by_column, rights, strict=True)
        for cell in _split(lines, right, starts, pitch)
    ]
    for band in _bands(cells):
        yield from (_merged(cell) for cell in sorted(band, key=lambda cell: cell[0].x0))


def _row_starts(
    table: Sequence[Sequence[TextLine]], by_column: Sequence[Sequence[TextLine]], rights: Sequence[float]
) -> frozenset[float]:
    """The heights of lines that begin rows: every column has one there, and none must go on with a cell."""
    going_on = {
        line.y
        for lines, right in zip(by_column, rights, strict=True)
        for before, line in pairwise(lines)
        if _breaks_off(before, line, right)
    }
    return frozenset(row[0].y for row in table if len(row) == len(rights) and row[0].y not in going_on)


def _breaks_off(before: TextLine, line: TextLine, right: float) -> bool:
    """Whether a line was broken in mid-sentence at the right edge of its cell."""
    is_wide = before.x1 - before.x0 > MIN_WIDTH * before.size
    return is_wide and before.text[-1] not in STOPS and not _would_have_fitted(before, line, right)


def _would_have_fitted(before: TextLine, line: TextLine, right: float) -> bool:
    return before.x1 + line.first < right - ROOM * line.size


def _split(
    lines: Sequence[TextLine], right: float, starts: frozenset[float], pitch: float
) -> Iterator[list[TextLine]]:
    """The cells of a column that ends at `right`; `pitch`: from line to line."""

    def goes_on(cell: list[TextLine], line: TextLine) -> bool:
        before = cell[-1]
        apart = line.y in starts or line.y - before.y > CELL_GAP * pitch
        return not (apart or _would_have_fitted(before, line, right))

    return grouped(lines, goes_on)


def _bands(cells: Iterable[list[TextLine]]) -> Iterator[list[list[TextLine]]]:
    """The cells row by row: those whose heights overlap."""
    band: list[list[TextLine]] = []
    bottom = 0.0
    for cell in sorted(cells, key=lambda cell: cell[0].y):
        if band and cell[0].y > bottom + 0.3 * cell[0].size:
            yield band
            band = []
        bottom = max(bottom, cell[-1].y) if band else cell[-1].y
        band.append(cell)
    if band:
        yield band


def _merged(cell: Sequence[TextLine]) -> TextLine:
    """A cell as one line."""
    if len(cell) == 1:
        return cell[0]
    right = max(line.x1 for line in cell)
    return cell[0]._replace(text=joined(cell), x1=right, alone=False)
