"""The numbers of a table's rows, below 序号: one that is given twice or left out, in a column that runs on.

Nothing is said of a table that counts anew for each group, has only some rows of a longer one, or gives two
rows to a thing.
"""

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from linter.checks.numbering.items import Item
from linter.checks.numbering.order import misnumbered
from linter.checks.numbering.words import Words
from linter.checks.numbering.writing import after
from linter.model.document import Document
from linter.model.finding import Match
from linter.model.outline import Number, Part

_FEWEST = 4
"""So many rows are counted."""
_HEADS = 2
"""The head of a column is one of its first cells; above it the title of the table may stand."""
_MARKS = ".、．"
_DIGITS = 4
"""A longer number is a code."""

_Column = dict[int, int]
"""The blocks of a column's cells, by row."""


def rows(document: Document, part: Part, words: Words) -> Iterator[Match]:
    """The one number of a table's rows that does not follow on; a row left out is a hint, for it may have
    been taken out on purpose.
    """
    tables: defaultdict[int, defaultdict[int, _Column]] = defaultdict(lambda: defaultdict(dict))
    for index in range(part.first_block, part.end_block):
        if cell := document.blocks[index].cell:
            table, row, column = cell[:3]
            tables[table][column][row] = index
    for columns in tables.values():
        for column, cells in columns.items():
            heads = [row for row in sorted(cells)[:_HEADS] if _words(document, cells[row]) in words.row_heads]
            if heads:
                below = {row: index for row, index in cells.items() if row > heads[-1]}
                yield from _slip(document, below, columns.get(column + 1, {}))


def _slip(document: Document, below: _Column, beside: _Column) -> Iterator[Match]:
    """The slip in the column below a head, where there is one and no more; `beside` is the next column."""
    items = {row: _item(document, below[row]) for row in sorted(below)}
    counted = [(row, item) for row, item in items.items() if item]
    if len(counted) < max(_FEWEST, len(items)) or counted[0][1].value != 1:
        return
    slips = [
        (above, one, row, other)
        for (above, one), (row, other) in pairwise(counted)
        if other.value != one.value + 1
    ]
    if len(slips) != 1:
        return
    [(above, before, row, item)] = slips
    things = [_words(document, beside[at]) if at in beside else "" for at in (above, row)]
    is_twice = item.value == before.value and all(things) and things[0] != things[1]
    if is_twice or item.value == before.value + 2:
        match = misnumbered(document, [before, item], 1, after(before.number.values))
        yield match if is_twice else match._replace(level="info")


def _item(document: Document, index: int) -> Item | None:
    """The number that a cell holds and nothing else."""
    start = document.blocks[index].start
    text = _words(document, index).rstrip(_MARKS)
    if not text.isdecimal() or len(text) > _DIGITS:
        return None
    number = Number("1.", (int(text),), text, start, start + len(text))
    return Item(number, "1.", index, opens=True)


def _words(document: Document, index: int) -> str:
    block = document.blocks[index]
    return document.text[block.start : block.end].strip()
