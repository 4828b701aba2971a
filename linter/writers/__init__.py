"""Paragraphs in, the bytes of a file out; one module a format. A writer knows no document and no rule."""

from collections.abc import Callable, Iterable
from importlib import import_module
from typing import Literal, NamedTuple

Style = Literal["title", "heading", "subheading", "body", "flush", "signature"]
"""See `Paragraph.style`."""


class Paragraph(NamedTuple):
    """One paragraph of a report."""

    text: str
    """Without line ends; empty for a blank line."""
    style: Style = "body"
    """`title`; `heading` (一、) and `subheading` (（一）); `body`; `flush`: without indent, such as the
    addressee; `signature`: the unit's name and the date, at the right."""


WRITERS = {
    ".docx": "linter.writers.docx",
    ".md": "linter.writers.markdown",
    ".markdown": "linter.writers.markdown",
    ".txt": "linter.writers.text",
}
"""The module of every writer, by the suffix of the file."""


def writer(suffix: str) -> Callable[[Iterable[Paragraph]], bytes]:
    """The `write` function for files with this suffix, a key of `WRITERS`: paragraphs in, bytes out."""
    write: Callable[[Iterable[Paragraph]], bytes] = import_module(WRITERS[suffix]).write
    return write
