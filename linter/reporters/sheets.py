"""Tables as a workbook for Excel, WPS and LibreOffice: heads that stay, filters, colours.

Nothing in a cell is a formula or a link, whoever wrote it.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from io import BytesIO
from itertools import islice
from typing import Any, NamedTuple
from zipfile import BadZipFile, ZipFile
from zlib import error

from xlsxwriter import Workbook

from linter.reporters.cells import begins_formula, cell

_LONGEST = 32_767
_MOST_ROWS = 1_048_575
"""Characters of a cell, and rows below the heads: a workbook holds no more, the rest is left out."""
_RED, _YELLOW, _GREEN, _GREY = (
    {"font_color": letters, "bg_color": ground}
    for letters, ground in (
        ("#9C0006", "#FFC7CE"),
        ("#7F6000", "#FFEB9C"),
        ("#006100", "#C6EFCE"),
        ("#595959", "#D9D9D9"),
    )
)
_MIDDLE = {"align": "center"}
_LOOKS: Mapping[str, Mapping[str, Any]] = {
    "": {"text_wrap": True},
    "inert": {"text_wrap": True, "quote_prefix": True},
    "head": {"bold": True, "text_wrap": True, "bg_color": "#DDEBF7", "bottom": 1},
    "share": {"num_format": "0%"},
    "ok": _GREEN | _MIDDLE,
    "thin": _YELLOW | _MIDDLE,
    "empty": _RED | _MIDDLE,
    "absent": _RED | _MIDDLE,
    "unsure": _YELLOW | _MIDDLE,
    "unjudged": _GREY | _MIDDLE,
    "error": _RED,
    "warning": _YELLOW,
    "info": {},
}
"""How cells look, in the words of XlsxWriter; `inert` text stays text when somebody edits it."""
_AUTHOR = "reportlint"
_CREATED = datetime(2000, 1, 1)
"""For every file, so that the same tables give the same bytes."""
_ABOUT = 1 << 16
"""Bytes of the part with the authors: ours has 600."""


class Cell(NamedTuple):
    """A value, and how it looks."""

    value: str | float | None
    """None, or an empty text, for an empty cell."""
    look: str = ""
    """A key of `_LOOKS`: the condition of a section, the level of a finding, `share`, or empty."""


class Column(NamedTuple):
    """A column of a table."""

    head: str
    width: int
    """In characters, a Chinese one counted as two."""


class Sheet(NamedTuple):
    """A table with a name."""

    name: str
    columns: Sequence[Column]
    rows: Iterable[Sequence[Cell]]


def workbook(sheets: Iterable[Sheet]) -> bytes:
    """The file."""
    output = BytesIO()
    book = Workbook(output, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"author": _AUTHOR, "created": _CREATED})
    looks = {name: book.add_format({"valign": "top", **look}) for name, look in _LOOKS.items()}
    for sheet in sheets:
        _fill(book.add_worksheet(sheet.name), sheet, looks)
    book.close()
    return output.getvalue()


def is_untouched(data: bytes) -> bool:
    """Whether a file is a workbook that this program wrote and nobody has saved since."""
    try:
        with ZipFile(BytesIO(data)) as archive, archive.open("docProps/core.xml") as part:
            about = part.read(_ABOUT)
    except (BadZipFile, EOFError, KeyError, OSError, RuntimeError, ValueError, error):
        return False  # damaged, or with a password
    return all(f"<{tag}>{_AUTHOR}</{tag}>".encode() in about for tag in ("dc:creator", "cp:lastModifiedBy"))


def _fill(page: Any, sheet: Sheet, looks: Mapping[str, Any]) -> None:
    for at, column in enumerate(sheet.columns):
        page.set_column(at, at, column.width)
        page.write_string(0, at, cell(column.head), looks["head"])
    last = 0
    for last, row in enumerate(islice(sheet.rows, _MOST_ROWS), 1):
        for at, each in enumerate(row):
            _write(page, last, at, each, looks)
    page.freeze_panes(1, 1)
    page.autofilter(0, 0, last, len(sheet.columns) - 1)
    page.set_landscape()
    page.set_paper(9)  # A4
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)


def _write(page: Any, row: int, at: int, each: Cell, looks: Mapping[str, Any]) -> None:
    value, look = each
    if value in (None, ""):
        return
    if isinstance(value, str):
        look = "inert" if begins_formula(value) else look
        page.write_string(row, at, cell(value)[:_LONGEST], looks[look])
    else:
        page.write_number(row, at, value, looks[look])
