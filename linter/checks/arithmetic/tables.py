"""Totals of a table that are not the sums of their columns.

The row that begins with 合计 is held against all other rows. A table is left alone where its rows have
different numbers of cells, or some of them are parts of others (其中, 小计): what adds up is not clear then.
"""

from collections.abc import Callable, Iterator

from linter.checks.arithmetic.compare import Problem, not_the_sum, span
from linter.checks.arithmetic.quantities import Quantity, Reader, reader
from linter.checks.arithmetic.words import Words
from linter.checks.support.tables import Row, is_rule, tables
from linter.model.document import Document, Span
from linter.model.message import Message
from linter.text.characters import has
from linter.text.measures import RELATIVE

_SUM = Message("本列各行相加是", "the column sums to")


def table_sums(words: Words) -> Callable[[Document], Iterator[Problem]]:
    """A search for wrong totals in the tables of a document."""
    read = reader(words)

    def search(document: Document) -> Iterator[Problem]:
        every = tables(document)
        found = (problem for rows in every for problem in _wrong_totals(document.text, rows, words, read))
        yield from dict.fromkeys(found)  # a table in Markdown is typed, and its cells are told

    return search


# --- totals ---------------------------------------------------------------------------------------


def _wrong_totals(text: str, rows: list[Row], words: Words, read: Reader) -> Iterator[Problem]:
    """The problems of the one row of totals, below the head of the table."""
    head, *body = [row for row in rows if not is_rule(text, row)] or [[]]
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
