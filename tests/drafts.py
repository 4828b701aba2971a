"""Drafts for tests, made from plain text without a file."""

from __future__ import annotations

from itertools import accumulate

from linter.model import Block, Document, Draft, LineMap
from linter.outline import outline


def document(text: str, path: str = "draft.txt") -> Document:
    """A plain text as a document: one block for each line that is not blank."""
    lines = text.split("\n")
    starts = tuple(accumulate((len(line) + 1 for line in lines[:-1]), initial=0))
    blocks = tuple(
        Block(start, start + len(line)) for start, line in zip(starts, lines, strict=True) if line.strip()
    )
    return Document(path, "text", text, blocks, LineMap(starts))


def draft(text: str, path: str = "draft.txt") -> Draft:
    """A plain text as a draft, without the places of its sections."""
    source = document(text, path)
    return Draft(source, outline(source))
