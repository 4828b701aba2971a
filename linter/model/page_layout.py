"""How a draft looks on paper, as far as a file format says so. Lengths in mm and points, as named."""

from __future__ import annotations

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


class Stretch(NamedTuple):
    """Some text of one font and size."""

    start: int
    end: int
    """Offsets into `Document.text`."""
    font: str
    """That of Chinese characters; empty when the file leaves it to the program."""
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


class Paragraph(NamedTuple):
    """One paragraph of the text."""

    start: int
    end: int
    """Offsets into `Document.text`."""
    align: str
    """`left`, `center`, `right`, `both` or `distribute`."""
    indent: float
    """Of the first line, in characters; negative where it hangs out."""
    spacing: Spacing
    stretches: tuple[Stretch, ...]


class PageLayout(NamedTuple):
    """What the file says."""

    pages: tuple[Page, ...]
    """One for each section."""
    numbered: bool
    """Some header or footer holds the number of the page."""
    paragraphs: tuple[Paragraph, ...]
    """Those of the text: no cells, notes, headers, text boxes."""
