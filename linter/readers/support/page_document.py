"""The document made of the paragraphs of pages (PDF, OFD)."""

from typing import TYPE_CHECKING

from linter.model.document import Block, Document, LineMap
from linter.model.message import Message

if TYPE_CHECKING:
    from linter.readers.support.page_text import PageParagraph


def document(
    path: str, format_name: str, found: "list[PageParagraph]", notes: tuple[Message, ...]
) -> Document:
    """The document made of some paragraphs, in order; the anchor of a block is its page ("p3")."""
    blocks = []
    start = 0
    for kind, text, page in found:
        blocks.append(Block(start, start + len(text), kind, anchor=f"p{page}", page=page))
        start += len(text) + 1
    return Document(
        path=path,
        format=format_name,
        text="\n".join(text for _, text, _ in found),
        blocks=tuple(blocks),
        lines=LineMap(tuple(block.start for block in blocks)),
        notes=notes,
    )
