"""Totals of a table that are not the sums of their columns.

The row that begins with 合计 is held against all other rows. A table is left alone where its rows have
different numbers of cells, or some of them are parts of others (其中, 小计): what adds up is not clear then.
"""

from collections.abc import Callable, Iterator

from linter.checks.arithmetic.compare import Problem, not_the_sum, span
from linter.checks.arithmetic.quantities import Quantity, Reader, reader
from linter.checks.arithmetic.words import Words
from linter.model.document import Document, Span
from linter.model.message import Message
from linter.text.characters import BLANKS, has
from linter.text.measures import RELATIVE

_Row = list[Span]
"""The cells of a row; typed ones may be blank."""
_SUM = Message("本列各行相加是", "the column sums to")
_BARS = "|\t"


def table_sums(words: Words) -> Callable[[Document], Iterator[Problem]]:
    """A search for wrong totals in the tables of a document."""
    read = reader(words)

    def search(document: Document) -> Iterator[Problem]:
        tables = (*_tables_of_cells(document), *_typed_tables(document.text))
        found = (problem for rows in tables for problem in _wrong_totals(document.text, rows, words, read))
        yield from dict.fromkeys(found)  # a table in Markdown is typed, and its cells are told

    return search


# --- tables ---------------------------------------------------------------------------------------


def _tables_of_cells(document: Document) -> Iterator[list[_Row]]:
    """The tables of a format that tells the place of each cell; those with merged cells are left out."""
    tables: dict[int, dict[int, _Row]] = {}
    merged = set()
    for block in document.blocks:
        if block.cell:
            table, row, _, *extent = block.cell
            tables.setdefault(table, {}).setdefault(row, []).append((block.start, block.end))
            if extent != [1, 1]:
                merged.add(table)
    yield from (list(rows.values()) for table, rows in tables.items() if table not in merged)


def _typed_tables(text: str) -> Iterator[list[_Row]]:
    """The tables that are typed with bars or tabs, a line a row."""
    if not has(text, _BARS):
        return
    rows: list[_Row] = []
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


def _typed_row(line: str, start: int) -> _Row:
    """The cells of a line that begins at an offset; bars at its ends part nothing."""
    content = line.rstrip(BLANKS).removesuffix("|")
    place = len(content) - len(content.lstrip(BLANKS).removeprefix("|"))
    row: _Row = []
    for cell in content[place:].replace("|", "\t").split("\t"):
        inner = cell.strip(BLANKS)
        first = start + place + cell.find(inner)
        row.append((first, first + len(inner)))
        place += len(cell) + 1
    return row


# --- totals ---------------------------------------------------------------------------------------


def _wrong_totals(text: str, rows: list[_Row], words: Words, read: Reader) -> Iterator[Problem]:
    """The problems of the one row of totals, below the head of the table."""
    head, *body = [row for row in rows if not _is_rule(text, row)] or [[]]
    labels = ["".join(text[slice(*row[0])].split()).strip("*").lower() for row in body]
    at = next((at for at, label in enumerate(labels) if label in words.total_rows), None)
    others = [label for place, label in enumerate(labels) if place != at]
    if at is None or len(others) < 2 or len({len(row) for row in (head, *body)}) > 1:
        return
    if any(has(label, (*words.among, *words.total_rows, *words.partial)) for label in others):
        return
    totals = body.pop(at)
    for column in range(1, len(head)):
        if not has(text[slice(*head[column])].lower(), words.not_summed):
            yield from _wrong_total(text, totals[column], [row[column] for row in body], read)


def _is_rule(text: str, row: _Row) -> bool:
    """Whether a row is the line below the head of a table in Markdown: |---|---|."""
    return not "".join(text[slice(*cell)] for cell in row).strip("-: ")


def _wrong_total(text: str, cell: Span, column: list[Span], read: Reader) -> Iterator[Problem]:
    """The problem of a total that is not the sum of its column, where each cell is an exact figure."""
    total, *parts = (_figure(text, each, read) for each in (cell, *column))
    figures = [part for part in parts if part]
    if total and total.unit not in RELATIVE and len(figures) == len(parts):
        yield from not_the_sum(text, total, figures, "", _SUM)


def _figure(text: str, cell: Span, read: Reader) -> Quantity | None:
    """The exact figure that a cell holds and nothing else; None where it does not."""
    found = next(read(text, *cell), None)
    return found if found and found.exact and span(found) == cell else None
