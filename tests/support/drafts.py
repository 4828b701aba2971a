"""Drafts for tests, made from plain text without a file."""

from __future__ import annotations

from itertools import accumulate

from linter.model.document import Block, Document, LineMap
from linter.model.message import Message
from linter.model.outline import Context
from linter.model.rules import SectionTerms
from linter.readers.support.radicals import as_characters
from linter.structure.section_terms import Vocabulary
from linter.structure.sections import presences
from tests.support.words import outline


def document(text: str, path: str = "draft.txt") -> Document:
    """A plain text as a document: one block for each line that is not blank."""
    lines = text.split("\n")
    starts = tuple(accumulate((len(line) + 1 for line in lines[:-1]), initial=0))
    blocks = tuple(
        Block(start, start + len(line)) for start, line in zip(starts, lines, strict=True) if line.strip()
    )
    return as_characters(Document(path, "text", text, blocks, LineMap(starts)))


def draft(text: str, path: str = "draft.txt") -> Context:
    """A plain text as a draft, without the places of its sections."""
    source = document(text, path)
    return Context(source, outline(source))


def with_sections(case: Context, **headings: str) -> Context:
    """A draft with the places of sections, each known by a word of its heading."""
    known = Vocabulary(SectionTerms(name, Message(word, name), (word,)) for name, word in headings.items())
    return case._replace(presences=tuple(presences(case.document, part, known) for part in case.parts))
