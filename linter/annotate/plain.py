"""A Word file made from a document of another format, so that comments can be put into it."""

from bisect import bisect_right
from collections.abc import Sequence

from linter.model.document import Block, Document
from linter.model.outline import Part
from linter.writers import Paragraph, Style
from linter.writers.docx import write


def word_file(document: Document, reports: Sequence[Part]) -> bytes:
    """A .docx whose paragraphs are the document's blocks, each with its generated number before it.

    It has the customary layout of an official document, nothing of its own.
    """
    starts = [block.start for block in document.blocks]
    titles = {bisect_right(starts, part.title[0]) - 1 for part in reports if part.title}
    headings = [heading for part in reports for heading in part.headings if heading.kind == "line"]
    styles: dict[int, Style] = {heading.block: _heading(heading.level) for heading in headings}
    styles |= dict.fromkeys(titles, "title")
    return write(
        _paragraph(document, block, styles.get(index)) for index, block in enumerate(document.blocks)
    )


def _heading(level: int) -> Style:
    return "heading" if level == 1 else "subheading" if level == 2 else "body"


def _paragraph(document: Document, block: Block, style: Style | None) -> Paragraph:
    text = document.text[block.start : block.end]
    flat = block.kind != "paragraph" or text[:1].isspace()
    return Paragraph(block.label + text, style or ("flush" if flat else "body"))
