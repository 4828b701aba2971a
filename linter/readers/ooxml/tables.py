"""Where the cells of a table stand, those that are merged too (ECMA-376 part 1, 17.4)."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from linter.readers.ooxml.package import VAL, child, flag, w
from linter.readers.ooxml.paragraphs import ALTERNATE, SDT, SDT_CONTENT, alternative, content_of
from linter.xml import Element

TABLE, ROW, CELL = w("tbl"), w("tr"), w("tc")
AROUND_ROWS = frozenset(map(w, ("customXml", "ins", "moveTo")))
"""What may stand around rows and cells without a meaning for their place."""
_ROW_PR, _CELL_PR = w("trPr"), w("tcPr")
_DELETED, _HIDDEN, _CELL_DELETED = w("del"), w("hidden"), w("cellDel")
_VERTICAL, _HORIZONTAL = w("vMerge"), w("hMerge")
_SPAN, _BEFORE = w("gridSpan"), w("gridBefore")
_MOST_COLUMNS = 63
"""Word makes no table of more."""


class Area(NamedTuple):
    """What a cell takes of its table; rows and columns are counted from 0."""

    row: int
    column: int
    columns: int = 1
    rows: int = 1


def areas(table: Element) -> dict[Element, Area]:
    """The area of each cell but those that are only the lower or right part of a merged one, or deleted."""
    found: dict[Element, Area] = {}
    above: dict[int, Element] = {}
    """The cell that began last in each column, which a cell below may continue."""
    rows = (row for row in _inside(table, ROW) if not is_gone(row))
    for number, row in enumerate(rows):
        column = _number(child(row, _ROW_PR), _BEFORE, 0)
        left = None
        for cell in _inside(row, CELL):
            properties = child(cell, _CELL_PR)
            if properties is not None and properties.find(_CELL_DELETED) is not None:
                continue
            columns = _number(properties, _SPAN, 1)
            if _continues(properties, _VERTICAL):
                if (top := above.get(column)) is not None:
                    found[top] = found[top]._replace(rows=number - found[top].row + 1)
            elif _continues(properties, _HORIZONTAL):
                if left is not None:
                    found[left] = found[left]._replace(columns=found[left].columns + columns)
            else:
                found[cell] = Area(number, column, columns)
                above[column] = left = cell
            column += columns
    return found


def is_gone(row: Element) -> bool:
    """Whether a row is deleted or hidden."""
    properties = child(row, _ROW_PR)
    return flag(properties, _DELETED) or flag(properties, _HIDDEN) or False


def _inside(parent: Iterable[Element], tag: str) -> Iterator[Element]:
    """The elements of a name under another, whatever stands around them."""
    for node in parent:
        if node.tag == tag:
            yield node
        elif node.tag in AROUND_ROWS:
            yield from _inside(node, tag)
        elif node.tag == SDT:
            yield from _inside(content_of(child(node, SDT_CONTENT)), tag)
        elif node.tag == ALTERNATE:
            yield from _inside(alternative(node), tag)


def _continues(properties: Element | None, tag: str) -> bool:
    merge = None if properties is None else properties.find(tag)
    return merge is not None and merge.get(VAL, "continue") == "continue"


def _number(properties: Element | None, tag: str, least: int) -> int:
    """The number that a property says, within what Word makes."""
    found = child(properties, tag)
    said = "" if found is None else found.get(VAL, "")
    is_number = said.isascii() and said.isdigit() and len(said) < 9
    return min(max(int(said), least), _MOST_COLUMNS) if is_number else least
