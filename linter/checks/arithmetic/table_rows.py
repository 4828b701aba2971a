"""A row of a table whose total is not what the other rows show it to be made of.

A column headed 合计 is the sum of the columns before it; one headed 金额 is 数量 by 单价. It is so where the
other rows bear it out: of all rows one alone is wrong.
"""

from collections.abc import Callable, Iterator, Sequence
from math import prod

from linter.checks.arithmetic.cells import figure
from linter.checks.arithmetic.compare import TINY, Problem, shown, span
from linter.checks.arithmetic.quantities import Quantity, Reader, written
from linter.checks.arithmetic.words import Words
from linter.checks.support.tables import Row
from linter.model.message import Message
from linter.text.characters import has
from linter.text.measures import RELATIVE

_Made = Callable[[Sequence[float]], float]
"""What a total is made of the figures of its row by."""


def wrong_rows(text: str, rows: list[Row], words: Words, read: Reader) -> Iterator[Problem]:
    """The problem of the one row of a table whose total is wrong."""
    head, *body = rows or [[]]
    if len({len(row) for row in rows}) > 1 or len(body) < 2:
        return
    names = ["".join(text[slice(*cell)].split()).strip("*_").lower() for cell in head]
    totals = [at for at, name in enumerate(names) if name in words.total_rows]
    if len(totals) == 1:
        before = [at for at in range(1, totals[0]) if not has(names[at], words.not_summed)]
        if len(before) > 1 and not has("".join(names), (*words.among, *words.partial)):
            yield from _odd_one(text, body, before, totals[0], sum, 2, read)
    bare = [name.partition("（")[0].partition("(")[0] for name in names]
    of = [
        [at for at, name in enumerate(bare) if name in known]
        for known in (words.count_columns, words.unit_prices, words.totals_of_products)
    ]
    if all(len(found) == 1 for found in of):
        (count,), (price,), (whole,) = of
        yield from _odd_one(text, body, [count, price], whole, prod, 1, read)


def _odd_one(
    text: str, body: list[Row], columns: list[int], whole: int, made: _Made, right: int, read: Reader
) -> Iterator[Problem]:
    """The problem of the one row whose total is not made of its other figures, while those of others, as many
    at least as must be `right`, are.
    """
    wrong: list[tuple[Quantity, list[Quantity]]] = []
    agreed = 0
    for row in body:
        total = figure(text, row[whole], read)
        parts = [one for one in (figure(text, row[at], read) for at in columns) if one]
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
        message = Message(
            f"按本行的数算得 {said}，这里写的是 {shown(text, total)}，请核对",
            f"the figures of the row make {said}, not {shown(text, total)}: check them",
        )
        yield Problem(*span(total), message, tuple(map(span, parts)))
