"""One file as a reader gives it.

Every position is a pair of offsets, in code points, into `Document.text`: start inclusive, end
exclusive. Lines and columns are looked up once, by `Document.locate`, when a result is made."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from linter.model.message import Message

if TYPE_CHECKING:
    from linter.model.page_layout import PageLayout

Span = tuple[int, int]
"""Offsets into a text: of the first character, and behind the last one."""


class Block(NamedTuple):
    """One paragraph, table cell, note or the like, as the reader found it; none is blank."""

    start: int
    """Offset of the first character in `Document.text`."""
    end: int
    """Offset after the last character, without the line end."""
    kind: str = "paragraph"
    """`paragraph`, `cell`, `note`, `header`, `footer`, `textbox`, `code`, or `toc`: a line of a table
    of contents, its title included, which is no text of the report."""
    level: int = 0
    """Outline level that the format itself declares (Word, HTML, Markdown `#`): 1 to 9; 0 for none."""
    label: str = ""
    """Number that the format generates ("一、"); it is not in the text."""
    anchor: str = ""
    """Place in the format's own terms; empty where lines and columns say it all."""
    page: int = 0
    """The page that it begins on, from 1; 0 where the format has no pages of its own."""
    cell: tuple[int, ...] = ()
    """Of a table's cell: a number by which the tables of the file differ, its row and column in the table,
    from 0, and how many columns and rows the cell takes; empty where the format does not tell."""


class Mark(NamedTuple):
    """A span of `Document.text` about which the format says more than the characters do."""

    start: int
    end: int
    kind: str
    """`markup` (emphasis signs and the like: not words of the author), `code` (quoted code),
    `prompt` (a template's prompt still showing), `highlight`, `broken-reference`, `comment`,
    `radicals` (characters that stand for radicals in the file), `hidden` (the place, an empty span, where
    hidden text was left out), `directive` (words to this program, blank in `Document.text`: see
    `linter.readers.support.suppression_comments`)."""
    content: str = ""
    """Text that is not in `Document.text`: of a comment what it says, of a directive its words, of radicals
    themselves, of hidden text that."""


STORIES = {
    "cell": Message("表格", "table"),
    "note": Message("注释", "note"),
    "header": Message("页眉", "header"),
    "footer": Message("页脚", "footer"),
    "textbox": Message("文本框", "text box"),
    "toc": Message("目录", "table of contents"),
}
"""Kinds of blocks that stand beside the paragraphs of a text, and what people call where they stand."""


class Place(NamedTuple):
    """Where a span stands, in terms by which a person can find it."""

    line: int
    """Its first and last line, 1-based; paragraphs where the format has no lines."""
    end_line: int
    page: int | None = None
    """The page, from 1; None where the format has none."""
    paragraphs: bool = False
    """Whether `line` and `end_line` count paragraphs."""
    opening: str = ""
    """The first words of the paragraph; empty where lines can be counted."""
    story: str = ""
    """Of a paragraph that is none of the running text its kind, a key of `STORIES`; empty for others."""
    cell: tuple[int, ...] = ()
    """Of one in a table the row and column, from 1; empty where the format does not tell."""

    @property
    def words(self) -> Message:
        """As a person says it: 第 2 页第 7-9 段, page 2, paragraphs 7-9; 第 24 段（表格第 3 行第 2 列）."""
        unit = Message("段", "paragraph") if self.paragraphs else Message("行", "line")
        one = self.line == self.end_line
        numbers = f"{self.line}" if one else f"{self.line}-{self.end_line}"
        page = Message(f"第 {self.page} 页", f"page {self.page}, ") if self.page else Message("", "")
        beside = self._beside()
        return Message(
            f"{page.zh}第 {numbers} {unit.zh}{beside.zh}",
            f"{page.en}{unit.en}{'s' * (not one)} {numbers}{beside.en}",
        )

    def _beside(self) -> Message:
        """In brackets, what it stands in; nothing of running text."""
        if self.story not in STORIES:
            return Message("", "")
        zh, en = STORIES[self.story]
        if self.cell:
            row, column = self.cell
            zh, en = f"{zh}第 {row} 行第 {column} 列", f"{en}, row {row}, column {column}"
        return Message(f"（{zh}）", f" ({en})")


_OPENING = 16
"""How many characters of a paragraph are enough to find it by."""


class LineMap(NamedTuple):
    """From offsets in `Document.text` to lines and columns of the file, by segments within one line."""

    starts: tuple[int, ...]
    """Offsets at which a segment begins, ascending, the first of them 0."""
    places: tuple[tuple[int, int], ...] | None = None
    """1-based (line, column) of each segment; None when segment i begins on line i + 1, column 1."""


class Document(NamedTuple):
    """One file as read."""

    path: str
    """As the user wrote it, or the name given for standard input."""
    format: str
    """`text`, `markdown`, `docx`, …"""
    text: str
    """The logical text: one block a line, joined by `\\n`; hard-wrapped lines are one block."""
    blocks: tuple[Block, ...]
    """In reading order; blank lines make no block."""
    lines: LineMap
    marks: tuple[Mark, ...] = ()
    """Ascending by start."""
    encoding: str = ""
    """How the bytes were decoded; empty where lines are paragraphs, for then the format says it itself."""
    notes: tuple[Message, ...] = ()
    """Notices of the reader for the user: a mixed encoding, a part that was not read."""
    page_layout: "Callable[[], PageLayout] | None" = None
    """Works out the layout on paper when called; None where the format does not tell it."""
    changes: int = 0
    """How many tracked changes the file holds; the text is read as if all were accepted."""

    def locate(self, offset: int) -> tuple[int, int]:
        """The 1-based (line, column) of an offset."""
        starts, places = self.lines
        index = bisect_right(starts, offset) - 1
        line, column = places[index] if places else (index + 1, 1)
        return line, column + offset - starts[index]

    def locate_end(self, start: int, end: int) -> tuple[int, int]:
        """The 1-based line of the last character of a span, and the column after it.

        Not `locate(end)`: where a reader joined two lines, that is the beginning of the second.
        """
        if end <= start or self.text[end - 1] == "\n":
            return self.locate(end)
        line, column = self.locate(end - 1)
        return line, column + 1

    def words(self, start: int, end: int) -> str:
        """The text of a span without the signs of its markup."""
        place, pieces = start, []
        for index in range(bisect_left(self.marks, start, key=attrgetter("start")), len(self.marks)):
            mark = self.marks[index]
            if mark.start >= end:
                break
            if mark.kind == "markup" and place <= mark.start:
                pieces.append(self.text[place : mark.start])
                place = min(mark.end, end)
        return "".join([*pieces, self.text[place:end]])

    @property
    def counts_paragraphs(self) -> bool:
        """Whether its lines are paragraphs: the format (Word, PDF) has no lines of its own."""
        return not self.encoding

    def block_at(self, offset: int) -> Block | None:
        """The block that an offset lies in, or the last one before it."""
        index = bisect_right(self.blocks, offset, key=lambda block: block.start) - 1
        return self.blocks[index] if index >= 0 else None

    def place(self, start: int, end: int) -> Place:
        """Where a span stands."""
        block = self.block_at(start)
        beside = block if block and self.counts_paragraphs and block.kind in STORIES else None
        return Place(
            self.locate(start)[0],
            self.locate_end(start, end)[0],
            (block.page or None) if block else None,
            self.counts_paragraphs,
            self._opening(block) if block and self.counts_paragraphs else "",
            beside.kind if beside else "",
            (beside.cell[1] + 1, beside.cell[2] + 1)
            if beside and beside.kind == "cell" and beside.cell
            else (),
        )

    def _opening(self, block: Block) -> str:
        """The first characters of a block, its blanks closed up; it may be long, so that not all is read."""
        words = self.text[block.start : min(block.end, block.start + 8 * _OPENING)]
        return " ".join(words.split())[:_OPENING]
