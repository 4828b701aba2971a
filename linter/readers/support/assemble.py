"""Paragraphs of a markup format (HTML, RTF, OpenDocument), put together as a `Document`."""

from collections.abc import Iterable
from typing import NamedTuple

from linter.model.document import Block, Document, LineMap, Mark
from linter.model.errors import UnreadableError
from linter.model.message import Message

REVISIONS = Message(
    "文中有尚未接受或拒绝的修订，按全部接受后的文字检查",
    "the file holds tracked changes; it was read as if all were accepted",
)
"""The notice about a file with tracked changes."""

CUT_OFF = Message(
    "文件没有写完就结束了，可能没有保存或传输完整；只检查了读到的部分",
    "the file ends before its end; it may not have been saved or transferred whole. What is there was read",
)
"""The notice about a file that lacks its end."""


class MarkupParagraph(NamedTuple):
    """One paragraph as its format gives it."""

    text: str
    """A break inside the paragraph (`<br>`, Shift+Enter) is a `\\n`."""
    kind: str = "paragraph"
    level: int = 0
    label: str = ""
    places: tuple[tuple[int, tuple[int, int]], ...] = ()
    """Offset in the text and 1-based (line, column) in the file of each segment, ascending."""
    marks: tuple[Mark, ...] = ()
    """Spans in the text of this paragraph."""


def assemble(
    path: str,
    format: str,
    paragraphs: Iterable[MarkupParagraph],
    encoding: str = "",
    notes: tuple[Message, ...] = (),
) -> Document:
    """The document of some paragraphs; blank ones are left out.

    Where no paragraph has places, paragraph i is line i + 1. Raises UnreadableError: nothing to read.
    """
    kept = [paragraph for paragraph in paragraphs if paragraph.text.strip()]
    if not kept:
        raise UnreadableError(
            f"{path}：文件中没有文字，没有可检查的内容",
            f"{path}: the file holds no text to check",
        )
    blocks: list[Block] = []
    marks: list[Mark] = []
    segments: list[tuple[int, tuple[int, int]]] = []
    start = 0
    for text, kind, level, label, places, own_marks in kept:
        end = start + len(text)
        blocks.append(Block(start, end, kind, level, label))
        marks += [mark._replace(start=mark.start + start, end=mark.end + start) for mark in own_marks]
        segments += [(offset + start, place) for offset, place in places]
        start = end + 1
    text = "\n".join(paragraph.text for paragraph in kept)
    return Document(
        path, format, text, tuple(blocks), _line_map(blocks, segments), tuple(marks), encoding, notes
    )


def _line_map(blocks: list[Block], segments: list[tuple[int, tuple[int, int]]]) -> LineMap:
    if not segments:
        return LineMap(tuple(block.start for block in blocks))
    return LineMap(tuple(at for at, _ in segments), tuple(place for _, place in segments))
