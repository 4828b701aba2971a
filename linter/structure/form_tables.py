"""Reports written into a table (表格式): the labels of its fields are their headings.

    | 填报单位     | 柳溪镇农业站                        |
    | 主要工作情况 | （一）稳住面积。春播期间……            |
    | 存在问题     | 一是人手少。……                       |
    | 下半年打算   |                                     |

Only a document most of whose text stands in tables is read so: a table of figures within a report leaves
its headings as they are. A label stands left of the text, or above it: in a row that it fills, or at the
head of a column that has one cell of text.

    | 主要工作情况             | 存在问题       | 下半年打算 |
    | （一）稳住面积。……      | 一是人手少。…… |            |
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from linter.model.document import Block
from linter.structure.lines import Line
from linter.text.characters import count_han, has
from linter.text.sentences import RUNNING_MARKS

_TEXT = 20
"""Characters of a paragraph of running text, at least; it holds a mark, too."""
_LONGEST_LABEL = 24
"""Characters of a label, at most, blanks and line ends left out."""
_MOST_CELLS = 3
"""Of a row with a field: a label, perhaps a second one, and the text."""


class _Cell(NamedTuple):
    """A cell that is not empty."""

    table: int
    row: int
    column: int
    columns: int
    rows: int
    first: int
    """Its blocks are `blocks[first:end]`."""
    end: int
    is_text: bool
    """Whether running text stands in it."""
    is_label: bool
    """Whether it may be a label: a few words."""

    @property
    def place(self) -> tuple[int, int]:
        """Its column, and how many it takes: those of the labels of one form are the same."""
        return self.column, self.columns


def with_fields(text: str, blocks: Sequence[Block], lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines of a document; those of a report in a table as lines of a report: labels are marked as such
    (`Line.field`), and text beside and below them is plain.
    """
    if not _is_form(text, blocks):
        return lines
    changed = list(lines)
    cells = _cells(text, blocks)
    widths: dict[int, int] = {}
    for cell in cells:
        widths[cell.table] = max(widths.get(cell.table, 0), cell.column + cell.columns)
    for cell in cells:
        if cell.is_text or cell.columns == widths[cell.table]:
            for index in range(cell.first, cell.end):
                changed[index] = lines[index]._replace(plain=True)
    rows = [list(group) for _, group in groupby(cells, key=lambda cell: (cell.table, cell.row))]
    heads = _head_rows(rows)
    under_heads = {at + 1 for at in heads}
    for cell, depth in _labels((row for at, row in enumerate(rows) if at not in under_heads), widths):
        _mark(changed, cell, depth)
    for at in heads:
        for cell, below in _columns(rows[at], rows[at + 1]):
            _mark(changed, cell, 1)
            end = changed[cell.first].end
            text_below = (blocks[below.first].start, blocks[below.end - 1].end) if below else (end, end)
            changed[cell.first] = changed[cell.first]._replace(cell=text_below)
    return tuple(changed)


def _mark(lines: list[Line], cell: _Cell, depth: int) -> None:
    """Make one line of a label's lines, marked as such."""
    end = lines[cell.end - 1].end
    for index in range(cell.first + 1, cell.end):
        lines[index] = lines[index]._replace(end=lines[index].start, number=None)
    lines[cell.first] = lines[cell.first]._replace(end=end, field=depth)


def _is_form(text: str, blocks: Sequence[Block]) -> bool:
    """Whether most running text stands in tables."""
    inside = outside = 0
    for block in blocks:
        if block.kind in ("cell", "paragraph") and _is_text(text, block):
            inside += bool(block.cell) * (block.end - block.start)
            outside += (not block.cell) * (block.end - block.start)
    return inside > 2 * outside


def _is_text(text: str, block: Block) -> bool:
    long = block.end - block.start >= _TEXT
    return long and has(text[block.start : block.end], RUNNING_MARKS)


def _cells(text: str, blocks: Sequence[Block]) -> list[_Cell]:
    """The cells that are not empty, in reading order."""
    found: list[_Cell] = []
    for place, group in groupby(range(len(blocks)), key=lambda index: blocks[index].cell):
        if not place:
            continue
        own = list(group)
        is_text = any(_is_text(text, blocks[index]) for index in own)
        words = "".join(text[blocks[own[0]].start : blocks[own[-1]].end].split())
        is_label = not is_text and count_han(words) > 1 and len(words) <= _LONGEST_LABEL
        table, row, column, columns, row_count = place
        found.append(_Cell(table, row, column, columns, row_count, own[0], own[-1] + 1, is_text, is_label))
    return found


def _labels(rows: Iterable[Sequence[_Cell]], widths: Mapping[int, int]) -> Iterator[tuple[_Cell, int]]:
    """The cells that are labels, with their depth: 1 for the leftmost of a row, 2 for one right of it.

    The first has text beside it. Those below that are as wide are labels too, whatever was filled in.
    """
    places: set[tuple[int, int, int]] = set()
    for row in rows:
        table = row[0].table
        if len(row) > _MOST_CELLS or row[0].columns == widths[table]:
            continue
        labels = row if len(row) == 1 and not row[0].is_text else row[:-1]
        proven = row[-1].is_text and all(cell.is_label for cell in labels)
        for cell in labels:
            if proven:
                places.add((table, *cell.place))
            if cell.is_label and (table, *cell.place) in places:
                yield cell, 1 if cell.column == 0 else 2


def _head_rows(rows: Sequence[Sequence[_Cell]]) -> list[int]:
    """The rows that head columns of a single cell each. Columns of more are a list, and no report."""
    found = []
    for at, head in enumerate(rows[:-1]):
        last = rows[at + 2] if at + 2 < len(rows) else ()
        if _stands_over(head, rows[at + 1]) and not (last and _stands_over(head, last)):
            found.append(at)
    return found


def _stands_over(head: Sequence[_Cell], row: Sequence[_Cell]) -> bool:
    """Whether a row of labels heads the row of text below it: some text there has no label beside it."""
    places = {cell.place for cell in head}
    texts = [cell for cell in row if cell.is_text]
    labelled = sum(left.is_label and right.is_text for left, right in pairwise(row))
    return (
        head[0].table == row[0].table
        and len(head) > 1
        and all(cell.is_label and cell.rows == 1 for cell in head)
        and all(cell.place in places for cell in texts)
        and labelled < len(texts)
        and (len(texts) > 1 or row[0].is_text)
    )


def _columns(head: Sequence[_Cell], row: Sequence[_Cell]) -> Iterator[tuple[_Cell, _Cell | None]]:
    """The heads that are labels, with the cell below each. A head over a few words left of the text is that
    of an entry (a unit, a name).
    """
    below = {cell.place: cell for cell in row}
    first = next(cell.column for cell in row if cell.is_text)
    for cell in head:
        under = below.get(cell.place)
        if not (under and under.is_label and under.column < first):
            yield cell, under
