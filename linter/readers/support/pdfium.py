"""What pdfium gives of a PDF: its characters, where they stand, and what cannot be read. Runs in a worker."""

import ctypes
import json
import math
from collections.abc import Iterator
from typing import Any

import pypdfium2
from pypdfium2 import raw

from linter.readers.support import sandbox
from linter.readers.support.bullets import symbol
from linter.readers.support.page_lines import Glyph
from linter.readers.support.page_signs import SCAN_GLYPHS, SCAN_SHARE, Sheet, Sign, quarter_turns, read_sheets
from linter.readers.support.page_text import paragraphs

MAX_PAGES, MAX_GLYPHS = 2000, 100_000
"""Pages of a file, and characters of a page, that are read."""


def work(data: bytes) -> bytes:
    """The `paragraphs` of a PDF and what is no text in it (`Reading`), as JSON. Raises `sandbox.Refused`."""
    try:
        file = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower()
        raise sandbox.Refused(sandbox.PASSWORD if locked else sandbox.DAMAGED) from None
    reading = read_sheets([_sheet(file, index) for index in range(min(len(file), MAX_PAGES))])
    found = {"paragraphs": paragraphs(reading.pages), **reading._asdict()}
    del found["pages"]
    return json.dumps(found).encode()


def _sheet(file: Any, index: int) -> Sheet:
    try:
        page = file[index]
        width, height = page.get_size()
        if page.get_rotation() in (90, 270):  # characters stand on the sheet as it was before
            width, height = height, width
        signs = list(_signs(page, width, height))
        return Sheet(width, height, signs, _is_picture(page, width * height, len(signs)))
    except pypdfium2.PdfiumError:  # one bad page does not spoil the others
        return Sheet(0, 0, [], True)


def _is_picture(page: Any, area: float, count: int) -> bool:
    """Whether nearly all of a page of an `area`, with `count` characters, is a picture or a drawing."""
    total: int = raw.FPDFPage_CountObjects(page)
    if not count:
        return total > 0
    return count < SCAN_GLYPHS and any(
        _picture_area(page, index) > SCAN_SHARE * area for index in range(min(total, MAX_GLYPHS))
    )


def _picture_area(page: Any, index: int) -> float:
    item = raw.FPDFPage_GetObject(page, index)
    if raw.FPDFPageObj_GetType(item) != raw.FPDF_PAGEOBJ_IMAGE:
        return 0.0
    sides = [ctypes.c_float() for _ in range(4)]
    raw.FPDFPageObj_GetBounds(item, *map(ctypes.byref, sides))
    left, bottom, right, top = (side.value for side in sides)
    return (right - left) * (top - bottom)


def _signs(page: Any, width: float, height: float) -> Iterator[Sign]:
    """The characters of a page of `width` × `height` points.

    Left out are slanted characters (stamps) and those that pdfium adds itself (spaces, line ends).
    """
    holder = page.get_textpage()
    text = holder.raw  # the helper object would be unwrapped anew for every call
    x, y = ctypes.c_double(), ctypes.c_double()
    box, matrix = raw.FS_RECTF(), raw.FS_MATRIX()
    at = tuple(map(ctypes.byref, (x, y)))
    to_box, to_matrix = ctypes.byref(box), ctypes.byref(matrix)
    high = 0
    for index in range(min(raw.FPDFText_CountChars(text), MAX_GLYPHS)):
        code = raw.FPDFText_GetUnicode(text, index)
        if 0xD800 <= code < 0xDC00:  # the first half of a character outside the basic plane
            high = code
            continue
        if 0xDC00 <= code < 0xE000 and high:
            code = 0x10000 + ((high - 0xD800) << 10) + code - 0xDC00
        high = 0
        unmapped = raw.FPDFText_HasUnicodeMapError(text, index) == 1
        if (code < 0x20 and not unmapped) or raw.FPDFText_IsGenerated(text, index) == 1:
            continue
        raw.FPDFText_GetMatrix(text, index, to_matrix)
        raw.FPDFText_GetLooseCharBox(text, index, to_box)
        raw.FPDFText_GetCharOrigin(text, index, *at)
        size = raw.FPDFText_GetFontSize(text, index) * math.hypot(matrix.c, matrix.d) or 1.0
        sides = (box.left, box.right, box.bottom, box.top)
        turn = quarter_turns(matrix.a, -matrix.b)
        if turn is None:
            continue
        placed = _turned(turn, (x.value, y.value), sides, (width, height))
        if all(map(math.isfinite, (*placed, size))):
            font = _font(text, index)
            yield Sign(turn, Glyph(symbol(code, font), *placed, size), font, unmapped)


Pair = tuple[float, float]


def _turned(
    turn: int, at: Pair, box: tuple[float, float, float, float], sheet: Pair
) -> tuple[float, float, float]:
    """Where a character begins, ends and stands on the page turned by some quarters.

    `at`: its origin; `box`: left, right, bottom and top, y growing upwards; `sheet`: width and height.
    """
    (left, right, bottom, top), (width, height) = box, sheet
    return (
        (left, right, height - at[1]),
        (bottom, top, at[0]),
        (width - right, width - left, at[1]),
        (height - top, height - bottom, width - at[0]),
    )[turn]


_NAME = ctypes.create_string_buffer(64)
_FLAGS = ctypes.c_int()


def _font(text: Any, index: int) -> str:
    """The name of a character's font without the tag of a subset: `wingdings`."""
    raw.FPDFText_GetFontInfo(text, index, _NAME, len(_NAME), ctypes.byref(_FLAGS))
    return _NAME.value.decode("utf-8", "replace").rpartition("+")[2].lower()


if __name__ == "__main__":
    sandbox.serve(work)
