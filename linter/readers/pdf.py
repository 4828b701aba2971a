"""PDF with a text layer, read by pdfium in a worker process (`linter.readers.support.pdfium`).

A PDF holds no paragraphs, headings, tables or automatic numbers: they are rebuilt from the places of
the characters (`linter.readers.support.page_text`) as far as the page shows them. LibreOffice drops
punctuation that hangs over the end of a line when it writes a PDF, so its absence there says nothing.
"""

from typing import Any

from linter.model.document import Document
from linter.model.errors import UnreadableError
from linter.model.message import Message
from linter.readers.support import sandbox
from linter.readers.support.page_document import document, left_out
from linter.readers.support.unreadable import locked

_LIMITS = Message(
    "PDF 不含段落、标题样式和批注，段落按版面还原；行末悬挂的标点可能在导出时丢失，缺标点不作判断",
    "a PDF holds no paragraphs, heading styles or comments: paragraphs are rebuilt from the layout; "
    "punctuation hanging over a line's end may be lost on export, so its absence is not judged",
)


def read(path: str, data: bytes) -> Document:
    """The document in a PDF. Raises UnreadableError: damaged, password, scanned, no characters known."""
    done = sandbox.run("linter.readers.support.pdfium", data)
    if done.status:
        raise _unreadable(path, done.status)
    import json

    from linter.readers.support.page_text import PageParagraph

    result: dict[str, Any] = json.loads(done.output)
    found = [PageParagraph(*one) for one in result["paragraphs"]]
    notes = (_LIMITS, *left_out(result["pictures"], result["garbled"]), *done.notes)
    return document(path, "PDF", found, result["is_garbled"], notes)


def _unreadable(path: str, status: int) -> UnreadableError:
    if status == sandbox.PASSWORD:
        return locked(path)
    if status == sandbox.DAMAGED:
        return UnreadableError(
            f"{path}：PDF 已损坏或不完整。请重新导出，或重新获取文件",
            f"{path}: the PDF is damaged or incomplete; export it anew, or get it again",
        )
    return UnreadableError(
        f"{path}：PDF 内容异常，读取时出错或超时。请重新导出，或提供 Word 文件",
        f"{path}: reading the PDF failed or took too long; export it anew, or give the Word file",
    )
