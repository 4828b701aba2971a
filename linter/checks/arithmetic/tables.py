"""Totals of a table that its other cells do not make.

The row that begins with 合计, perhaps behind a column of running numbers, is held against all other rows. A
table is left alone where its rows have different numbers of cells, or some of them are parts of others
(其中, 小计): what adds up is not clear then. A row that is the sum of those above it is a subtotal.

A column headed 合计 is the sum of the columns before it; one headed 金额 is 数量 by 单价. It is so where the
other rows bear it out: of all rows one alone is wrong.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from math import prod

from linter.checks.arithmetic.compare import TINY, Problem, exceed, not_the_sum, problem, sum_of
from linter.checks.arithmetic.quantities import Quantity, reader, written
from linter.checks.arithmetic.words import Words
from linter.checks.support.tables import Row, is_rule, tables
from linter.model.document import Document, Span
from linter.text.characters import has
from linter.text.measures import RELATIVE

_DECORATION = "*_$£€¥￥ "
_NILS = ("-", "—", "——", "–", "/", "无", "nil", "")
_ROWS = 100
"""So many rows at most are looked at for subtotals, which takes the square of their number."""
_WHOLE = 100
"""What shares come to, in per cent."""

_Made = Callable[[Sequence[float]], float]
"""What a total is made of the figures of its row by."""
_Figure = Callable[[Span], Quantity | None]
"""Reads the exact figure that a cell holds and nothing else but marks of bold type or of a currency; None
where it does not.
"""


def table_sums(words: Words) -> Callable[[Document], Iterator[Problem]]:
    """A search for wrong totals in the tables of a document."""
    read = reader(words)

    def search(document: Document) -> Iterator[Problem]:
        text = document.text

        def figure(cell: Span) -> Quantity | None:
            start, end = cell
            content = text[start:end]
            start += len(content) - len(content.lstrip(_DECORATION))
            end -= len(content) - len(content.rstrip("*_"))
            found = next(read(text, start, end), None)
            return found if found and found.exact and found.span == (start, end) else None

        every = ([row for row in rows if not is_rule(text, row)] for rows in tables(document))
        found = (
            chain(_wrong_columns(text, rows, words, figure), _wrong_rows(text, rows, words, figure))
            for rows in every
            if rows and len({len(row) for row in rows}) == 1
        )
        yield from dict.fromkeys(chain.from_iterable(found))  # a table in Markdown is told twice

    return search


def _name(text: str, cell: Span) -> str:
    """What stands in a cell, in small letters and without blanks."""
    return "".join(text[slice(*cell)].split()).strip("*_").lower()


# --- a row of totals ------------------------------------------------------------------------------


def _wrong_columns(text: str, rows: list[Row], words: Words, figure: _Figure) -> Iterator[Problem]:
    """The problems of the one row of totals, below the head of the table."""
    head, *body = rows
    labels = [_label(text, row, words) for row in body]
    at = next((at for at, label in enumerate(labels) if label in words.total_rows), None)
    others = [label for place, label in enumerate(labels) if place != at]
    if at is None or len(others) < 2:
        return
    if any(has(label, (*words.among, *words.total_rows, *words.partial)) for label in others):
        return
    totals = body.pop(at)
    for column in range(1, len(head)):
        named = text[slice(*head[column])].lower()
        cells = [row[column] for row in body]
        if has(named, words.share_columns):
            yield from _wrong_whole(totals[column], cells, figure)
        elif not has(named, words.not_summed):
            yield from _wrong_total(text, totals[column], cells, figure)


def _label(text: str, row: Row, words: Words) -> str:
    """The name of a row: its first cell, or the second where the first is blank."""
    names = [_name(text, cell) for cell in row[:2]]
    return names[0] or (names[-1] if names[-1] in words.total_rows else "")


def _wrong_total(text: str, cell: Span, column: list[Span], figure: _Figure) -> Iterator[Problem]:
    """The problem of a total that is not the sum of its column, where each cell is an exact figure."""
    told = [each for each in column if text[slice(*each)].strip() not in _NILS]
    total, parts = figure(cell), [part for part in map(figure, told) if part]
    if not total or total.unit in RELATIVE or len(parts) < max(len(told), 2):
        return
    told_all = len(told) == len(column) or exceed(parts, total)  # what is not told may be in the total
    if told_all and not sum_of(_without_grouped(parts)).fits(total):
        yield from _not_the_sum(total, parts)


def _without_grouped(parts: list[Quantity]) -> list[Quantity]:
    """The figures of a column without those that a row below sums up, whatever it is called: of a subtotal
    and its rows the subtotal.
    """
    kept: list[Quantity] = []
    for part in parts[:_ROWS]:
        groups = range(len(kept) - 2, -1, -1)
        at = next((at for at in groups if sum_of(kept[at:]).fits(part)), len(kept))
        kept[at:] = [part]
    return [*kept, *parts[_ROWS:]]


def _wrong_whole(cell: Span, column: list[Span], figure: _Figure) -> Iterator[Problem]:
    """The problem of shares that a table says make 100 %, and do not, whatever was rounded."""
    total, parts = figure(cell), [part for part in map(figure, column) if part and part.unit == "%"]
    if total and total.unit == "%" and total.value == _WHOLE and len(parts) == len(column):
        yield from _not_the_sum(total._replace(low=_WHOLE, high=_WHOLE), parts)


def _not_the_sum(total: Quantity, parts: list[Quantity]) -> Iterator[Problem]:
    yield from not_the_sum(total, parts, "本列各行相加是", "the column sums to", with_unit=total.unit == "%")


# --- a column of totals ---------------------------------------------------------------------------


def _wrong_rows(text: str, rows: list[Row], words: Words, figure: _Figure) -> Iterator[Problem]:
    """The problem of the one row of a table whose total is wrong."""
    head, *body = rows
    names = [_name(text, cell) for cell in head]
    totals = [at for at, name in enumerate(names) if name in words.total_rows]
    if len(totals) == 1:
        before = [at for at in range(1, totals[0]) if not has(names[at], words.not_summed)]
        if len(before) > 1 and not has("".join(names), (*words.among, *words.partial)):
            yield from _odd_one(body, before, totals[0], sum, 2, figure)
    bare = [name.partition("（")[0].partition("(")[0] for name in names]
    of = [
        [at for at, name in enumerate(bare) if name in known]
        for known in (words.count_columns, words.unit_prices, words.totals_of_products)
    ]
    if all(len(found) == 1 for found in of):
        (count,), (price,), (whole,) = of
        yield from _odd_one(body, [count, price], whole, prod, 1, figure)


def _odd_one(
    body: list[Row], columns: list[int], whole: int, made: _Made, right: int, figure: _Figure
) -> Iterator[Problem]:
    """The problem of the one row whose total is not made of its other figures, while those of others, as many
    at least as must be `right`, are.
    """
    wrong: list[tuple[Quantity, list[Quantity]]] = []
    agreed = 0
    for row in body:
        total, parts = figure(row[whole]), [one for one in (figure(row[at]) for at in columns) if one]
        if not total or len(parts) < len(columns) or has(total.unit, RELATIVE):
            continue
        low, high = made([part.low for part in parts]), made([part.high for part in parts])
        if low - total.step - TINY <= total.high and total.low <= high + total.step + TINY:  # rounded
            agreed += 1
        else:
            wrong.append((total, parts))
    if len(wrong) == 1 and agreed >= right:
        total, parts = wrong[0]
        said = written(made([part.value for part in parts]), 0.01)
        yield problem(
            total,
            parts,
            f"按本行的数算得 {said}，这里写的是 {total.said}，请核对",
            f"the figures of the row make {said}, not {total.said}: check them",
        )
