"""Document and outline → the text as a reader sees it: for a page that shows more than the findings."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter

from linter.model.document import Block, Document, Span
from linter.model.finding import TextBlock
from linter.model.outline import Heading, Part


def kept_text(document: Document, parts: Sequence[Part]) -> tuple[TextBlock, ...]:
    """The blocks of a document, with the titles and headings that the outline found in them."""
    kinds = {index: kind for part in parts for index, kind in _frame(document, part)}
    headings: dict[int, Heading] = {}
    for heading in (each for part in parts for each in part.headings if each.kind != "item"):
        headings.setdefault(heading.block, heading)
    return tuple(
        _text_block(document, block, kinds.get(index, block.kind), headings.get(index))
        for index, block in enumerate(document.blocks)
    )


def _frame(document: Document, part: Part) -> Iterator[tuple[int, str]]:
    """The kinds of the paragraphs before and behind the text of a part, by index."""
    for index in range(part.first_block, part.end_block):
        block = document.blocks[index]
        if part.title and block.start <= part.title[0] < block.end:
            yield index, "title"
        elif block.kind == "paragraph" and index < part.body_block:
            yield index, "head"
        elif block.kind == "paragraph" and index >= part.closing_block:
            yield index, "signature"


def _text_block(document: Document, block: Block, kind: str, heading: Heading | None) -> TextBlock:
    start, end = block.start, block.end
    runs_in = heading is not None and heading.kind == "run-in"
    level = heading.level if heading else block.level
    return TextBlock(
        start=start,
        text=document.text[start:end],
        line=document.locate(start)[0],
        end_line=document.locate_end(start, end)[0],
        kind=kind,
        level=0 if kind == "title" or runs_in else level,
        label=block.label,
        cell=block.cell,
        words=document.text[heading.start : heading.end].replace("\n", "")
        if heading and heading.end > end
        else "",
        lead=heading.end - start if heading and runs_in else 0,
        signs=_signs(document, start, end),
    )


def _signs(document: Document, start: int, end: int) -> tuple[Span, ...]:
    """The spans of a block that are signs of markup."""
    marks = document.marks
    first, last = (bisect_left(marks, offset, key=attrgetter("start")) for offset in (start, end))
    return tuple((mark.start, min(mark.end, end)) for mark in marks[first:last] if mark.kind == "markup")
