"""The tables of a document, row by row, and the figures in their cells."""

from collections.abc import Iterator

from linter.checks.arithmetic.compare import span
from linter.checks.arithmetic.quantities import Quantity, Reader
from linter.model.document import Document, Span
from linter.text.characters import BLANKS, has

Row = list[Span]
"""The cells of a row; typed ones may be blank."""
_BARS = "|\t"
_DECORATION = "*_$£€¥￥ "
_NILS = ("-", "—", "——", "–", "/", "无", "nil", "")


def tables_of(document: Document) -> Iterator[list[Row]]:
    """All tables of a document, without the line below the head; one in Markdown is typed, too, and is told
    twice.
    """
    for rows in (*_tables_of_cells(document), *_typed_tables(document.text)):
        yield [row for row in rows if not _is_rule(document.text, row)]


def _tables_of_cells(document: Document) -> Iterator[list[Row]]:
    """The tables of a format that tells the place of each cell; those with merged cells are left out.

    A blank cell is told of nowhere: only where another one stands behind it in its row it is surely blank.
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
    yield from (list(rows.values()) for table, rows in tables.items() if table not in merged)


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


def _is_rule(text: str, row: Row) -> bool:
    """Whether a row is the line below the head of a table in Markdown: |---|---|."""
    return not "".join(text[slice(*cell)] for cell in row).strip("-: ")


def is_nil(text: str, cell: Span) -> bool:
    """Whether a cell says that there is nothing: a dash, 无, or no word at all."""
    return text[slice(*cell)].strip() in _NILS


def figure(text: str, cell: Span, read: Reader) -> Quantity | None:
    """The exact figure that a cell holds and nothing else but marks of bold type or of a currency; None where
    it does not.
    """
    start, end = cell
    content = text[start:end]
    start += len(content) - len(content.lstrip(_DECORATION))
    end -= len(content) - len(content.rstrip("*_"))
    found = next(read(text, start, end), None)
    return found if found and found.exact and span(found) == (start, end) else None
