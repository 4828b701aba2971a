"""The layout of a document on paper, as far as a file format tells it. Units: mm and points, as stated."""

from typing import NamedTuple


class Page(NamedTuple):
    """The paper of a section and its margins, in mm."""

    width: float
    height: float
    top: float
    bottom: float
    left: float
    """The gutter included."""
    right: float


class TextRun(NamedTuple):
    """Text of one font and size within a paragraph."""

    start: int
    end: int
    """Offsets into `Document.text`."""
    font: str
    """Name of the font of Chinese characters; empty when the file leaves it to the program."""
    size: float
    """In points."""


class Spacing(NamedTuple):
    """The distance between lines."""

    rule: str
    """`exact`, `atLeast`, or `auto`: a multiple of what the font, or the page's grid, asks for."""
    value: float
    """In points; of `auto`, the multiple."""
    grid: float = 0.0
    """The pitch of the page's grid, in points, where the lines keep to one; else 0."""


class ParagraphLayout(NamedTuple):
    """How one paragraph of the text is set."""

    start: int
    end: int
    """Offsets into `Document.text`."""
    align: str
    """`left`, `center`, `right`, `both` or `distribute`."""
    indent: float | None
    """Of the first line, from the edge of the type area, in characters; negative where it hangs out.
    None where the definition of a list decides."""
    spacing: Spacing
    runs: tuple[TextRun, ...]


class PageLayout(NamedTuple):
    """The layout of a file."""

    pages: tuple[Page, ...]
    """One for each section."""
    numbered: bool
    """Whether a header or footer holds the number of the page."""
    paragraphs: tuple[ParagraphLayout, ...]
    """Those of the text: no cells, notes, headers, text boxes."""
