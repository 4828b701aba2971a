"""The tables of a document as rows of cells: those whose cells the format tells, and those that are typed."""

from collections.abc import Iterator
from functools import lru_cache

from linter.model.document import Document, Span
from linter.text.characters import BLANKS, has, up_to
from linter.text.sentences import paragraph_start

Row = list[Span]
"""The cells of a row; typed ones may be blank."""
_BARS = "|\t"


def tables(document: Document) -> Iterator[list[Row]]:
    """The tables of a document; one in Markdown comes twice, as its cells are told and typed."""
    yield from _tables_of_cells(document)
    yield from _typed_tables(document.text)


@lru_cache(1)
def barred_rows(text: str) -> frozenset[int]:
    """Where the lines begin that are rows of a table typed with bars. Cached: every part asks."""
    if "|" not in text:
        return frozenset()
    tables = [table for table in _typed_tables(text) if len(table) > 1]
    starts = {paragraph_start(text, row[0][0]) for table in tables for row in table}
    return frozenset(start for start in starts if "|" in text[start : up_to(text, "\n", start)])


def _tables_of_cells(document: Document) -> Iterator[list[Row]]:
    """The tables of a format that tells the place of each cell; those with merged cells are left out.

    A blank cell is told of nowhere: it is one where another stands behind it in its row, or over it in the
    first row, as in a column 备注 that few rows fill.
    """
    tables: dict[int, dict[int, Row]] = {}
    merged = set()
    for block in document.blocks:
        if block.cell:
            table, row, column, *extent = block.cell
            cells = tables.setdefault(table, {}).setdefault(row, [])
            cells += [(block.start, block.start)] * (column - len(cells))
            cells.append((block.start, block.end))
            if extent != [1, 1]:
                merged.add(table)
    for table, rows in tables.items():
        if table not in merged:
            head, *body = rows.values()
            yield [head, *(row + [row[-1][1:] * 2] * (len(head) - len(row)) for row in body)]


def _typed_tables(text: str) -> Iterator[list[Row]]:
    """The tables that are typed with bars or tabs, a line a row."""
    if not has(text, _BARS):
        return
    rows: list[Row] = []
    start = 0
    for line in text.split("\n"):
        row = _typed_row(line, start) if has(line, _BARS) else []
        if row:
            rows.append(row)
        elif rows:
            yield rows
            rows = []
        start += len(line) + 1
    yield rows


def _typed_row(line: str, start: int) -> Row:
    """The cells of a line that begins at an offset; bars at its ends part nothing."""
    content = line.rstrip(BLANKS).removesuffix("|")
    place = len(content) - len(content.lstrip(BLANKS).removeprefix("|"))
    row: Row = []
    for cell in content[place:].replace("|", "\t").split("\t"):
        inner = cell.strip(BLANKS)
        first = start + place + cell.find(inner)
        row.append((first, first + len(inner)))
        place += len(cell) + 1
    return row


def is_rule(text: str, row: Row) -> bool:
    """Whether a row is the line below the head of a table in Markdown: |---|---|."""
    return not "".join(text[slice(*cell)] for cell in row).strip("-: ")
