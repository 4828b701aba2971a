"""Markdown: for now its lines as plain text."""

from __future__ import annotations

from linter.model import Document
from linter.readers.encoding import NOTES, Decoded
from linter.readers.text import decode_lines, layout


def read(path: str, data: bytes) -> Document:
    """The document in a Markdown text. Raises UnreadableError: empty, or not a text."""
    return build(path, *decode_lines(path, data))


def build(path: str, decoded: Decoded, text: str) -> Document:
    """The document of a text already decoded."""
    text, blocks, lines = layout(text)
    notes = tuple(map(NOTES.__getitem__, decoded.warnings))
    return Document(path, "markdown", text, blocks, lines, encoding=decoded.encoding, notes=notes)
