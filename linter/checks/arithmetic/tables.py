"""Totals of a table that are not the sums of their columns.

The row that begins with 合计, perhaps behind a column of running numbers, is held against all other rows. A
table is left alone where its rows have different numbers of cells, or some of them are parts of others
(其中, 小计): what adds up is not clear then.
"""

from collections.abc import Callable, Iterator
from itertools import chain

from linter.checks.arithmetic.cells import figure, is_nil
from linter.checks.arithmetic.compare import Problem, not_the_sum
from linter.checks.arithmetic.quantities import Reader, reader
from linter.checks.arithmetic.table_rows import wrong_rows
from linter.checks.arithmetic.words import Words
from linter.checks.support.tables import Row, is_rule, tables
from linter.model.document import Document, Span
from linter.model.message import Message
from linter.text.characters import has
from linter.text.measures import RELATIVE

_SUM = Message("本列各行相加是", "the column sums to")
_WHOLE = 100
"""What shares come to, in per cent."""


def table_sums(words: Words) -> Callable[[Document], Iterator[Problem]]:
    """A search for wrong totals in the tables of a document."""
    read = reader(words)

    def search(document: Document) -> Iterator[Problem]:
        text = document.text
        every = ([row for row in rows if not is_rule(text, row)] for rows in tables(document))
        found = (
            chain(_wrong_totals(text, rows, words, read), wrong_rows(text, rows, words, read))
            for rows in every
        )
        yield from dict.fromkeys(chain.from_iterable(found))  # a table in Markdown is told twice

    return search


def _wrong_totals(text: str, rows: list[Row], words: Words, read: Reader) -> Iterator[Problem]:
    """The problems of the one row of totals, below the head of the table."""
    head, *body = rows or [[]]
    labels = [_label(text, row, words) for row in body]
    at = next((at for at, label in enumerate(labels) if label in words.total_rows), None)
    others = [label for place, label in enumerate(labels) if place != at]
    if at is None or len(others) < 2 or len({len(row) for row in (head, *body)}) > 1:
        return
    if any(has(label, (*words.among, *words.total_rows, *words.partial)) for label in others):
        return
    totals = body.pop(at)
    for column in range(1, len(head)):
        named = text[slice(*head[column])].lower()
        cells = [row[column] for row in body]
        if has(named, words.share_columns):
            yield from _wrong_whole(text, totals[column], cells, read)
        elif not has(named, words.not_summed):
            yield from _wrong_total(text, totals[column], cells, read)


def _label(text: str, row: Row, words: Words) -> str:
    """The name of a row in small letters: its first cell, or the second where the first is blank."""
    names = ["".join(text[slice(*cell)].split()).strip("*_").lower() for cell in row[:2]]
    return names[0] or (names[-1] if names[-1] in words.total_rows else "")


def _wrong_total(text: str, cell: Span, column: list[Span], read: Reader) -> Iterator[Problem]:
    """The problem of a total that is not the sum of its column, where each cell is an exact figure."""
    told = [each for each in column if not is_nil(text, each)]
    total, *parts = (figure(text, each, read) for each in (cell, *told))
    known = [part for part in parts if part]
    if not total or total.unit in RELATIVE or len(known) < max(len(parts), 2):
        return
    some = len(told) < len(column)  # what is not told may be in the total
    if some and sum(part.low for part in known) <= total.high:
        return
    yield from not_the_sum(text, total, known, "", _SUM)


def _wrong_whole(text: str, cell: Span, column: list[Span], read: Reader) -> Iterator[Problem]:
    """The problem of shares that a table says make 100 %, and do not, whatever was rounded."""
    total, *parts = (figure(text, each, read) for each in (cell, *column))
    known = [part for part in parts if part and part.unit == "%"]
    if not total or total.unit != "%" or total.value != _WHOLE or len(known) < len(parts):
        return
    yield from not_the_sum(text, total._replace(low=_WHOLE, high=_WHOLE), known, "%", _SUM)
