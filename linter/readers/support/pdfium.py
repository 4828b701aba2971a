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
from linter.readers.support.page_signs import SCAN_GLYPHS, SCAN_SHARE, Sheet, Sign, legible
from linter.readers.support.page_text import paragraphs

MAX_PAGES, MAX_GLYPHS = 2000, 100_000
"""Pages of a file, and characters of a page, that are read."""


def extract(data: bytes) -> bytes:
    """The `paragraphs` of a PDF and what is no text in it (`Reading`), as JSON. Raises `sandbox.Refused`."""
    try:
        file = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower()
        raise sandbox.Refused(sandbox.PASSWORD if locked else sandbox.DAMAGED) from None
    reading = legible([_sheet(file, index) for index in range(min(len(file), MAX_PAGES))])
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
        placed = _turned(matrix.a, matrix.b, (x.value, y.value), sides, (width, height))
        if placed and all(map(math.isfinite, (*placed[1:], size))):
            font = _font(text, index)
            yield Sign(placed[0], Glyph(symbol(code, font), *placed[1:], size), font, unmapped)


Pair = tuple[float, float]


def _turned(
    a: float, b: float, at: Pair, box: tuple[float, float, float, float], sheet: Pair
) -> tuple[int, float, float, float] | None:
    """The quarter turns of a character, and where it begins, ends and stands on the page turned so.

    `a`, `b`: the direction of its line; `at`: its origin; `box`: left, right, bottom and top, y growing
    upwards; `sheet`: width and height. None for a slanted one.
    """
    left, right, bottom, top = box
    width, height = sheet
    if abs(b) <= 0.05 * abs(a):
        return (0, left, right, height - at[1]) if a >= 0 else (2, width - right, width - left, at[1])
    if abs(a) <= 0.05 * abs(b):
        return (1, bottom, top, at[0]) if b > 0 else (3, height - top, height - bottom, width - at[0])
    return None


_NAME = ctypes.create_string_buffer(64)
_FLAGS = ctypes.c_int()


def _font(text: Any, index: int) -> str:
    """The name of a character's font without the tag of a subset: `wingdings`."""
    raw.FPDFText_GetFontInfo(text, index, _NAME, len(_NAME), ctypes.byref(_FLAGS))
    return _NAME.value.decode("utf-8", "replace").rpartition("+")[2].lower()


if __name__ == "__main__":
    sandbox.serve(extract)
