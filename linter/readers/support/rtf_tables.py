"""The tables of a rich text: where a cell stands is told by the edges of the cells of all rows (`\\cellx`).

A row's definition may stand before its cells or behind them, and holds until the next one. A table within a
cell is text of that cell.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from linter.readers.support.tables import Area, WrittenCell, areas

_SLACK = 150
"""In twips (1/20 pt): edges of several rows that lie no farther apart are one."""
_WIDTH = 1000
"""Of a cell whose edge the file does not tell."""


class _Edge(NamedTuple):
    """A cell of a row's definition."""

    right: int
    below: bool
    beside: bool


class _Row(NamedTuple):
    """A row that was read, with the paragraphs of its cells by their indices."""

    left: int
    edges: Sequence[_Edge]
    cells: Sequence[Sequence[int]]


class RtfTables:
    """Follows the tables of a text while it is read."""

    def __init__(self) -> None:
        self._tables: list[list[_Row]] = []
        self._rows: list[_Row] = []
        self._cells: list[list[int]] = [[]]
        self._left = 0
        self._edges: list[_Edge] = []
        self._below = self._beside = False

    def define(self) -> None:
        """`\\trowd`: the definition of a row begins."""
        self._left, self._edges = 0, []
        self._below = self._beside = False

    def indent(self, left: int) -> None:
        """`\\trleft`: where the row begins, in twips."""
        self._left = left

    def merge(self, below: bool) -> None:
        """`\\clvmrg`, `\\clmrg`: the next cell defined is the lower, or the right, part of a merged one."""
        self._below |= below
        self._beside |= not below

    def edge(self, right: int) -> None:
        """`\\cellx`: the definition of a cell ends, with its right edge in twips."""
        self._edges.append(_Edge(right, self._below, self._beside))
        self._below = self._beside = False

    def paragraph(self, index: int, in_cell: bool) -> None:
        """A paragraph of the text ends; one that is in no cell ends the table above it."""
        if in_cell:
            self._cells[-1].append(index)
        else:
            self.end()

    def end_cell(self) -> None:
        """A cell ends, whose paragraphs have ended."""
        self._cells.append([])

    def end_row(self) -> None:
        """`\\row`: a row ends."""
        cells = self._cells[:-1]
        if cells:
            edges = self._edges[: len(cells)]  # a definition may have any number, and hold for any of rows
            last = edges[-1].right if edges else self._left
            edges += [
                _Edge(last + _WIDTH * number, False, False)
                for number in range(1, len(cells) - len(edges) + 1)
            ]
            self._rows.append(_Row(self._left, edges, cells))
        self._cells = [[]]

    def end(self) -> None:
        """The table ends, if there is one."""
        if self._rows:
            self._tables.append(self._rows)
        self._rows, self._cells = [], [[]]

    def places(self) -> Iterator[tuple[int, tuple[int, ...]]]:
        """The paragraphs in cells by their indices, each with its place as `Block.cell`."""
        for number, rows in enumerate(self._tables):
            for row, placed in zip(rows, _areas(rows), strict=True):
                for paragraphs, area in zip(row.cells, placed, strict=True):
                    if area is not None:
                        yield from ((index, (number, *area)) for index in paragraphs)


def _areas(rows: Sequence[_Row]) -> list[list[Area | None]]:
    """The areas of the cells of a table."""
    column = _columns([*(row.left for row in rows), *(edge.right for row in rows for edge in row.edges)])
    return areas((column[row.left], _written(row, column)) for row in rows)


def _written(row: _Row, column: dict[int, int]) -> list[WrittenCell]:
    rights = [row.left, *(edge.right for edge in row.edges)]
    widths = [max(1, column[right] - column[left]) for left, right in pairwise(rights)]
    return [
        WrittenCell(width, edge.below, edge.beside) for width, edge in zip(widths, row.edges, strict=True)
    ]


def _columns(edges: Sequence[int]) -> dict[int, int]:
    """The column that begins at each edge; edges close to each other are one."""
    found: dict[int, int] = {}
    starts: list[int] = []
    for edge in sorted(set(edges)):
        if not starts or edge - starts[-1] > _SLACK:
            starts.append(edge)
        found[edge] = len(starts) - 1
    return found
