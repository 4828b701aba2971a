"""Where the cells of a table stand, those that are merged too, in whatever way a format tells it."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

MOST_COLUMNS = 63
"""Word makes no table of more."""


class Area(NamedTuple):
    """What a cell takes of its table; rows and columns are counted from 0."""

    row: int
    column: int
    columns: int = 1
    rows: int = 1


class WrittenCell(NamedTuple):
    """A cell as formats write it in which each row has a cell for each part of a merged one."""

    columns: int = 1
    below: bool = False
    """Whether it is the lower part of the cell above it."""
    beside: bool = False
    """Whether it is the right part of the cell left of it."""


def areas(rows: Iterable[tuple[int, Sequence[WrittenCell]]]) -> list[list[Area | None]]:
    """The area of each cell of some rows, each with the columns left free before its first cell; None for
    the lower and the right parts of a merged cell.
    """
    found: list[list[Area | None]] = []
    above: dict[int, tuple[int, int]] = {}
    """The cell that began last in each column, which a cell below may continue, by row and index."""
    for number, (column, cells) in enumerate(rows):
        row: list[Area | None] = []
        found.append(row)
        left = None
        for index, (columns, below, beside) in enumerate(cells):
            row.append(None)
            if below:
                if column in above:
                    _widen(found, above[column], rows=number + 1)
            elif beside:
                if left is not None:
                    _widen(found, (number, left), columns=columns)
            else:
                row[index] = Area(number, column, columns)
                above[column], left = (number, index), index
            column += columns
    return found


def _widen(found: list[list[Area | None]], at: tuple[int, int], rows: int = 0, columns: int = 0) -> None:
    """Let a cell reach down to before a row, or take further columns."""
    area = found[at[0]][at[1]]
    assert area is not None
    down = rows - area.row if rows else area.rows
    found[at[0]][at[1]] = area._replace(rows=down, columns=area.columns + columns)


class Grid:
    """The cells of a table in formats that write a merged cell once, with how much it takes."""

    def __init__(self) -> None:
        self._row = -1
        self._column = 0
        self._taken: dict[int, int] = {}
        """The row below the last cell in each column, where that cell reaches down."""

    def next_row(self) -> None:
        """Begin a row."""
        self._row += 1
        self._column = 0

    def place(self, columns: int, rows: int) -> Area:
        """The area of the next cell: right of the last one, beside what cells above it take."""
        row, column = max(self._row, 0), self._column
        while self._taken.get(column, 0) > row and column < MOST_COLUMNS:  # each row looks at so many at most
            column += 1
        columns = min(max(columns, 1), MOST_COLUMNS)
        rows = max(rows, 1)
        if rows > 1:
            self._taken |= dict.fromkeys(range(column, column + columns), row + rows)
        self._column = column + columns
        return Area(row, column, columns, rows)
