"""Paragraphs of a markup format (HTML, RTF, OpenDocument), put together as a `Document`."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from operator import attrgetter
from typing import NamedTuple

from linter.model.document import Block, Document, LineMap, Mark
from linter.model.message import Message
from linter.readers.support.line_breaks import continued_lines, may_be_title
from linter.readers.support.lines import joint
from linter.readers.support.unreadable import empty

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
    """A manual line break (`<br>`, Shift+Enter) is a `\\n`."""
    kind: str = "paragraph"
    level: int = 0
    label: str = ""
    places: tuple[tuple[int, tuple[int, int]], ...] = ()
    """Offset in the text and 1-based (line, column) in the file of each segment, ascending."""
    marks: tuple[Mark, ...] = ()
    """Spans in the text of this paragraph."""
    cell: tuple[int, ...] = ()
    """As in `Block`."""


def assemble(
    path: str,
    format: str,
    paragraphs: Iterable[MarkupParagraph],
    encoding: str = "",
    notes: tuple[Message, ...] = (),
) -> Document:
    """The document of some paragraphs, parted or joined at manual line breaks; blank ones are left out.

    Where no paragraph has places, paragraph i is line i + 1. Raises UnreadableError: nothing to read.
    """
    kept = [one for one in _without_breaks(paragraphs) if one.text.strip()]
    if not kept:
        raise empty(path)
    blocks: list[Block] = []
    marks: list[Mark] = []
    segments: list[tuple[int, tuple[int, int]]] = []
    start = 0
    for text, kind, level, label, places, own_marks, cell in kept:
        end = start + len(text)
        blocks.append(Block(start, end, kind, level, label, cell=cell))
        marks += [mark._replace(start=mark.start + start, end=mark.end + start) for mark in own_marks]
        segments += [(offset + start, place) for offset, place in places]
        start = end + 1
    text = "\n".join(paragraph.text for paragraph in kept)
    return Document(
        path, format, text, tuple(blocks), _line_map(blocks, segments), tuple(marks), encoding, notes
    )


def _without_breaks(paragraphs: Iterable[MarkupParagraph]) -> Iterator[MarkupParagraph]:
    """The paragraphs without manual line breaks: each is joined, or parted, at every one it has."""
    index = 0
    for paragraph in paragraphs:
        if "\n" in paragraph.text:
            yield from _parted(paragraph, may_be_title(paragraph.level, index))
        else:
            yield paragraph
        index += bool(paragraph.text.strip())


def _parted(paragraph: MarkupParagraph, title: bool) -> Iterator[MarkupParagraph]:
    """The paragraphs that a paragraph with line breaks holds; level and number belong to the first."""
    lines = paragraph.text.split("\n")
    continued = continued_lines(lines, title)
    start = end = 0
    joints: dict[int, str] = {}
    for index, line in enumerate(lines):
        if index in continued:
            joints[end] = joint(lines[index - 1], line)
            end += 1
        elif index:
            yield _cut(paragraph, start, end, joints)
            if paragraph.text[start:end].strip():
                paragraph = paragraph._replace(level=0, label="")
            start, end, joints = end + 1, end + 1, {}
        end += len(line)
    yield _cut(paragraph, start, end, joints)


def _cut(paragraph: MarkupParagraph, start: int, end: int, joints: dict[int, str]) -> MarkupParagraph:
    """A part of a paragraph; `joints` is what stands in place of a line break, by its offset."""
    dropped = [offset for offset, sign in joints.items() if not sign]

    def at(offset: int) -> int:
        return offset - start - bisect_left(dropped, offset)

    signs = enumerate(paragraph.text[start:end], start)
    places = paragraph.places[bisect_left(paragraph.places, (start,)) : bisect_left(paragraph.places, (end,))]
    return paragraph._replace(
        text="".join(joints.get(offset, sign) for offset, sign in signs),
        places=tuple((at(offset), place) for offset, place in places if joints.get(offset) != ""),
        marks=tuple(
            mark._replace(start=at(max(mark.start, start)), end=at(min(mark.end, end)))
            for mark in _marks_within(paragraph.marks, start, end)
        ),
    )


def _marks_within(marks: tuple[Mark, ...], start: int, end: int) -> Iterator[Mark]:
    """The marks, ascending by start, of a part of a paragraph; what one says is said where it begins."""
    first = bisect_left(marks, start, key=attrgetter("start"))
    if first and marks[first - 1].end > start and not marks[first - 1].content:
        yield marks[first - 1]
    for mark in marks[first : bisect_right(marks, end, key=attrgetter("start"))]:
        if mark.start < end or mark.start == mark.end:
            yield mark


def _line_map(blocks: list[Block], segments: list[tuple[int, tuple[int, int]]]) -> LineMap:
    if not segments:
        return LineMap(tuple(block.start for block in blocks))
    return LineMap(tuple(at for at, _ in segments), tuple(place for _, place in segments))
