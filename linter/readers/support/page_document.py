"""The document made of the paragraphs of pages (PDF, OFD), and what is said of what could not be read."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from linter.model.document import Block, Document, LineMap
from linter.model.errors import UnreadableError
from linter.model.message import Message

if TYPE_CHECKING:
    from linter.readers.support.page_text import PageParagraph


def document(
    path: str, name: str, found: "list[PageParagraph]", is_garbled: bool, notes: tuple[Message, ...]
) -> Document:
    """The document made of some paragraphs, in order; the anchor of a block is its page ("p3").

    `name`: of the format. Raises UnreadableError: most of the text `is_garbled`, or there is none.
    """
    if is_garbled:
        raise _garbled(path, name)
    if not found:
        raise _no_text_layer(path, name)
    blocks = []
    start = 0
    for kind, text, page in found:
        blocks.append(Block(start, start + len(text), kind, anchor=f"p{page}", page=page))
        start += len(text) + 1
    return Document(
        path=path,
        format=name.lower(),
        text="\n".join(text for _, text, _ in found),
        blocks=tuple(blocks),
        lines=LineMap(tuple(block.start for block in blocks)),
        notes=notes,
    )


def _no_text_layer(path: str, name: str) -> UnreadableError:
    return UnreadableError(
        f"{path}：{name} 没有文字层（扫描件或图片），无法检查。请提供可复制文字的 {name}，或 Word 文件",
        f"{path}: no text layer (a scanned {name}); give one whose text can be copied, or the Word file",
    )


def _garbled(path: str, name: str) -> UnreadableError:
    """For text in fonts that do not tell their characters."""
    return UnreadableError(
        f"{path}：{name} 的文字复制出来是乱码（字体没有附编码表），无法检查。请提供 Word 文件；"
        f"或在 Word、WPS 里打开原稿，重新导出为 {name}",
        f"{path}: the text of this {name} copies as garbage (its fonts do not tell which characters they "
        f"print) and cannot be checked; give the Word file, or export the original as {name} anew",
    )


def left_out(
    pictures: Sequence[int], garbled_on: Sequence[int], missing: Sequence[int] = ()
) -> tuple[Message, ...]:
    """What was not read, by the numbers of the pages: pictures, text in unreadable fonts, missing pages."""
    said = (
        (
            pictures,
            "页是图片（可能是扫描件），图片里的文字未检查",
            "is a picture (a scan?): its text was not judged",
        ),
        (
            garbled_on,
            "页有文字复制出来是乱码（字体没有附编码表），这些文字未检查",
            "has text that copies as garbage (its font does not tell which characters it prints), which was "
            "not judged",
        ),
        (missing, "页的内容在文件里缺失，未检查", "is missing in the file and was not judged"),
    )
    return tuple(
        Message(f"第 {_listed(pages, '、')} {zh}", f"page {_listed(pages, ', ')} {en}")
        for pages, zh, en in said
        if pages
    )


def _listed(pages: Sequence[int], comma: str) -> str:
    return comma.join(map(str, pages[:10])) + ("…" if len(pages) > 10 else "")
