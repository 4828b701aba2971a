"""One file as a reader gives it.

Every position is a pair of offsets, in code points, into `Document.text`: start inclusive, end
exclusive. Lines and columns are looked up once, by `Document.locate`, when a result is made."""

from bisect import bisect_right
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from linter.model.message import Message

if TYPE_CHECKING:
    from linter.model.page_layout import PageLayout

Span = tuple[int, int]
"""Offsets into a text: of the first character, and behind the last one."""


class Block(NamedTuple):
    """One paragraph, table cell, note or the like, as the reader found it."""

    start: int
    """Offset of the first character in `Document.text`."""
    end: int
    """Offset after the last character, without the line end."""
    kind: str = "paragraph"
    """`paragraph`, `cell`, `note`, `header`, `footer`, `textbox`, `code`, or `toc`: a line of a table
    of contents that the format makes itself."""
    level: int = 0
    """Outline level that the format itself declares (Word, HTML, Markdown `#`): 1 to 9; 0 for none."""
    label: str = ""
    """Number that the format generates ("一、"); it is not in the text."""
    anchor: str = ""
    """Place in the format's own terms; empty where lines and columns say it all."""


class Mark(NamedTuple):
    """A span of `Document.text` about which the format says more than the characters do."""

    start: int
    end: int
    kind: str
    """`markup` (emphasis signs and the like: not words of the author), `code` (quoted code),
    `prompt` (a template's prompt still showing), `highlight`, `broken-reference`, `comment`,
    `directive` (words to this program, blank in `Document.text`: see
    `linter.readers.support.suppression_comments`)."""
    content: str = ""
    """Text that is not in `Document.text`: of a comment what it says, of a directive its words."""


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
    """How the bytes were decoded; empty for formats that say it themselves."""
    notes: tuple[Message, ...] = ()
    """Notices of the reader for the user: a mixed encoding, a part that was not read."""
    page_layout: "Callable[[], PageLayout] | None" = None
    """Works out the layout on paper when called; None where the format does not tell it."""

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
