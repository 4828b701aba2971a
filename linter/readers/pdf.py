"""PDF with a text layer, read by pdfium in a worker process.

A PDF holds no paragraphs, headings, tables or automatic numbers: they are rebuilt from the places of
the characters (`linter.readers.support.page_text`) as far as the page shows them. LibreOffice drops
punctuation that hangs over the end of a line when it writes a PDF, so its absence there says nothing.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from linter.model.document import Document
from linter.model.errors import UnreadableError
from linter.model.message import Message
from linter.readers.support import sandbox
from linter.readers.support.page_document import document

if TYPE_CHECKING:
    from linter.readers.support.page_lines import Glyph, Page

MAX_PAGES, MAX_GLYPHS = 2000, 100_000
"""Pages of a file, and characters of a page, that are read."""

_LIMITS = Message(
    "PDF 不含段落、标题样式和批注，段落按版面还原；行末悬挂的标点可能在导出时丢失，缺标点不作判断",
    "a PDF holds no paragraphs, heading styles or comments: paragraphs are rebuilt from the layout; "
    "punctuation hanging over a line's end may be lost on export, so its absence is not judged",
)


def read(path: str, data: bytes) -> Document:
    """The document in a PDF. Raises UnreadableError: damaged, password, scanned."""
    status, output = sandbox.run("linter.readers.pdf", extract, data)
    if status:
        raise _unreadable(path, status)
    import json

    from linter.readers.support.page_text import PageParagraph

    result: dict[str, Any] = json.loads(output)
    found = [PageParagraph(*one) for one in result["paragraphs"]]
    if not found:
        raise UnreadableError(
            f"{path}：PDF 没有文字层（扫描件或图片），无法检查。请提供可复制文字的 PDF，或 Word 文件",
            f"{path}: no text layer (a scanned PDF); give one whose text can be copied, or the Word file",
        )
    return document(path, "pdf", found, (_LIMITS, *_blank(result["blank"])))


def _unreadable(path: str, status: int) -> UnreadableError:
    if status == sandbox.PASSWORD:
        return UnreadableError(
            f"{path}：PDF 设有打开密码。请去掉密码、另存后再检查",
            f"{path}: the PDF is password-protected; remove the password, save it again and retry",
        )
    if status == sandbox.DAMAGED:
        return UnreadableError(
            f"{path}：PDF 已损坏或不完整。请重新导出，或重新获取文件",
            f"{path}: the PDF is damaged or incomplete; export it anew, or get it again",
        )
    return UnreadableError(
        f"{path}：PDF 内容异常，读取时出错或超时。请重新导出，或提供 Word 文件",
        f"{path}: reading the PDF failed or took too long; export it anew, or give the Word file",
    )


def _blank(pages: list[int]) -> tuple[Message, ...]:
    if not pages:
        return ()
    shown = "、".join(map(str, pages[:10])) + ("…" if len(pages) > 10 else "")
    return (
        Message(
            f"第 {shown} 页没有文字（可能是扫描图片），未检查",
            f"page {shown.replace('、', ', ')} holds no text (a scan?) and was not judged",
        ),
    )


def extract(data: bytes) -> bytes:
    """The paragraphs of a PDF as JSON. Raises `sandbox.Refused`."""
    import json

    import pypdfium2

    from linter.readers.support.page_text import paragraphs

    try:
        file = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower()
        raise sandbox.Refused(sandbox.PASSWORD if locked else sandbox.DAMAGED) from None
    pages = [_page(file, index) for index in range(min(len(file), MAX_PAGES))]
    blank = [number for number, page in enumerate(pages, 1) if not page.glyphs]
    return json.dumps({"paragraphs": paragraphs(pages), "blank": blank}).encode()


def _page(file: Any, index: int) -> "Page":
    import pypdfium2

    from linter.readers.support.page_lines import Page

    try:
        page = file[index]
        width, height = page.get_size()
        if page.get_rotation() in (90, 270):  # characters stand on the sheet as it was before
            width, height = height, width
        turns: list[list[Glyph]] = [[], [], [], []]
        for turn, glyph in _glyphs(page, width, height):
            turns[turn].append(glyph)
    except pypdfium2.PdfiumError:  # one bad page does not spoil the others
        return Page(0, 0, [])
    usual = max(range(4), key=lambda turn: len(turns[turn]))
    return Page(height, width, turns[usual]) if usual % 2 else Page(width, height, turns[usual])


def _glyphs(page: Any, width: float, height: float) -> "Iterator[tuple[int, Glyph]]":
    """The characters of a page of `width` × `height` points, each with the direction of its text.

    The direction is the number of quarter turns clockwise (0 to 3) that make its line horizontal; the
    glyph has its coordinates on the page turned so. Left out are slanted characters (stamps) and those
    that pdfium adds itself (spaces, line ends).
    """
    import ctypes
    import math

    from pypdfium2 import raw

    from linter.readers.support.page_lines import Glyph

    holder = page.get_textpage()
    text = holder.raw  # the helper object would be unwrapped anew for every call
    x, y = ctypes.c_double(), ctypes.c_double()
    box, matrix = raw.FS_RECTF(), raw.FS_MATRIX()
    at = tuple(map(ctypes.byref, (x, y)))
    to_box, to_matrix = ctypes.byref(box), ctypes.byref(matrix)
    for index in range(min(raw.FPDFText_CountChars(text), MAX_GLYPHS)):
        code = raw.FPDFText_GetUnicode(text, index)
        if code < 0x20 or (code == 0x20 and raw.FPDFText_IsGenerated(text, index) == 1):
            continue
        raw.FPDFText_GetMatrix(text, index, to_matrix)
        raw.FPDFText_GetLooseCharBox(text, index, to_box)
        raw.FPDFText_GetCharOrigin(text, index, *at)
        size = raw.FPDFText_GetFontSize(text, index) * math.hypot(matrix.c, matrix.d) or 1.0
        a, b = matrix.a, matrix.b
        if abs(b) <= 0.05 * abs(a):
            if a >= 0:
                yield 0, Glyph(_plain(code), box.left, box.right, height - y.value, size)
            else:
                yield 2, Glyph(_plain(code), width - box.right, width - box.left, y.value, size)
        elif abs(a) <= 0.05 * abs(b):
            if b > 0:
                yield 1, Glyph(_plain(code), box.bottom, box.top, x.value, size)
            else:
                yield 3, Glyph(_plain(code), height - box.top, height - box.bottom, width - x.value, size)


def _plain(code: int) -> str:
    """The character of a code point; for Kangxi radicals, which some fonts give, the ideograph meant."""
    if 0x2E80 <= code <= 0x2FDF:
        import unicodedata

        return unicodedata.normalize("NFKC", chr(code))
    return chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"


if __name__ == "__main__":
    sandbox.serve(extract)
