"""Where the cells of a table stand, those that are merged too (ECMA-376 part 1, 17.4)."""

from collections.abc import Iterable, Iterator

from linter.readers.ooxml.package import VAL, child, flag, value, w
from linter.readers.ooxml.paragraphs import ALTERNATE, SDT, SDT_CONTENT, alternative, content_of
from linter.readers.support.tables import MOST_COLUMNS, Area, WrittenCell, areas
from linter.xml import Element

TABLE, ROW, CELL = w("tbl"), w("tr"), w("tc")
AROUND_ROWS = frozenset(map(w, ("customXml", "ins", "moveTo")))
"""What may stand around rows and cells without a meaning for their place."""
_ROW_PR, _CELL_PR = w("trPr"), w("tcPr")
_DELETED, _HIDDEN, _CELL_DELETED = w("del"), w("hidden"), w("cellDel")
_VERTICAL, _HORIZONTAL = w("vMerge"), w("hMerge")
_SPAN, _BEFORE = w("gridSpan"), w("gridBefore")


def areas_of(table: Element) -> dict[Element, Area]:
    """The area of each cell but those that are only the lower or right part of a merged one, or deleted."""
    rows = [row for row in _inside(table, ROW) if not is_gone(row)]
    cells = [[cell for cell in _inside(row, CELL) if not _is_deleted(cell)] for row in rows]
    before = [_number(child(row, _ROW_PR), _BEFORE, 0) for row in rows]
    placed = areas(zip(before, ([_written(cell) for cell in row] for row in cells), strict=True))
    pairs = (pair for row, own in zip(cells, placed, strict=True) for pair in zip(row, own, strict=True))
    return {cell: area for cell, area in pairs if area is not None}


def _is_deleted(cell: Element) -> bool:
    return child(child(cell, _CELL_PR), _CELL_DELETED) is not None


def _written(cell: Element) -> WrittenCell:
    properties = child(cell, _CELL_PR)
    below, beside = _continues(properties, _VERTICAL), _continues(properties, _HORIZONTAL)
    return WrittenCell(_number(properties, _SPAN, 1), below, beside)


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
    merge = child(properties, tag)
    return merge is not None and merge.get(VAL, "continue") == "continue"


def _number(properties: Element | None, tag: str, least: int) -> int:
    """The number that a property says, within what Word makes."""
    said = value(properties, tag) or ""
    is_number = said.isascii() and said.isdigit() and len(said) < 9
    return min(max(int(said), least), MOST_COLUMNS) if is_number else least
