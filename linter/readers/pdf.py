"""PDF with a text layer, read by pdfium in a worker process (`linter.readers.support.pdfium`).

A PDF holds no paragraphs, headings, tables or automatic numbers: they are rebuilt from the places of
the characters (`linter.readers.support.page_text`) as far as the page shows them. LibreOffice drops
punctuation that hangs over the end of a line when it writes a PDF, so its absence there says nothing.
"""

from collections.abc import Sequence
from typing import Any

from linter.model.document import Document
from linter.model.errors import UnreadableError
from linter.model.message import Message
from linter.readers.support import sandbox
from linter.readers.support.page_document import document

_LIMITS = Message(
    "PDF 不含段落、标题样式和批注，段落按版面还原；行末悬挂的标点可能在导出时丢失，缺标点不作判断",
    "a PDF holds no paragraphs, heading styles or comments: paragraphs are rebuilt from the layout; "
    "punctuation hanging over a line's end may be lost on export, so its absence is not judged",
)


def read(path: str, data: bytes) -> Document:
    """The document in a PDF. Raises UnreadableError: damaged, password, scanned, no characters known."""
    status, output = sandbox.run("linter.readers.support.pdfium", _extract, data)
    if status:
        raise _unreadable(path, status)
    import json

    from linter.readers.support.page_text import PageParagraph

    result: dict[str, Any] = json.loads(output)
    if result["is_garbled"]:
        raise UnreadableError(
            f"{path}：PDF 的文字复制出来是乱码（字体没有附编码表），无法检查。请提供 Word 文件；"
            "或在 Word、WPS 里打开原稿，重新导出为 PDF",
            f"{path}: the text of this PDF copies as garbage (its fonts do not tell which characters they "
            "print) and cannot be checked; give the Word file, or export the original as PDF anew",
        )
    found = [PageParagraph(*one) for one in result["paragraphs"]]
    if not found:
        raise UnreadableError(
            f"{path}：PDF 没有文字层（扫描件或图片），无法检查。请提供可复制文字的 PDF，或 Word 文件",
            f"{path}: no text layer (a scanned PDF); give one whose text can be copied, or the Word file",
        )
    return document(path, "pdf", found, (_LIMITS, *_left_out(result)))


def _extract(data: bytes) -> bytes:
    """As the worker does, where there is none."""
    from linter.readers.support.pdfium import extract

    return extract(data)


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


def _left_out(result: dict[str, Any]) -> tuple[Message, ...]:
    """What was not read, by pages."""
    pictures, garbled = result["pictures"], result["garbled"]
    notes = []
    if pictures:
        shown = page_list(pictures)
        notes.append(
            Message(
                f"第 {shown.zh} 页是图片（可能是扫描件），图片里的文字未检查",
                f"page {shown.en} is a picture (a scan?): its text was not judged",
            )
        )
    if garbled:
        shown = page_list(garbled)
        notes.append(
            Message(
                f"第 {shown.zh} 页有文字复制出来是乱码（字体没有附编码表），这些文字未检查",
                f"page {shown.en} has text that copies as garbage (its font does not tell which characters "
                "it prints), which was not judged",
            )
        )
    return tuple(notes)


def page_list(pages: Sequence[int]) -> Message:
    """The first ten of some page numbers."""
    more = "…" if len(pages) > 10 else ""
    shown = list(map(str, pages[:10]))
    return Message("、".join(shown) + more, ", ".join(shown) + more)
