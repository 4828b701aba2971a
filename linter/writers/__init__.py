"""Paragraphs -> the bytes of a file, one module a format. They know neither documents nor rules."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module
from typing import Literal, NamedTuple

Style = Literal["title", "heading", "subheading", "body", "flush", "signature"]


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
"""Every writer, by the end of the file's name."""


def writer(suffix: str) -> Callable[[Iterable[Paragraph]], bytes]:
    """What writes files with this suffix, one of `WRITERS`: paragraphs in, bytes out."""
    write: Callable[[Iterable[Paragraph]], bytes] = import_module(WRITERS[suffix]).write
    return write
