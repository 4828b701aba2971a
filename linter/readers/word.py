"""The one door to the inside of a Word file, for what writes into it (`linter.annotate`).

What a reader does with the parts of a Word file is its own affair; what stands here is agreed upon.
"""

from __future__ import annotations

from linter.readers.docx import Traced, trace
from linter.readers.ooxml.comments import closed
from linter.readers.ooxml.package import STRICT, Element, Package, child, w
from linter.readers.ooxml.paragraphs import (
    COMMENT_END,
    COMMENT_REFERENCE,
    COMMENT_START,
    ENDNOTE,
    FIELD_CHAR,
    FOOTNOTE,
    RUN,
    SDT,
    TEXT,
    Piece,
)
from linter.readers.ooxml.stories import PARAGRAPH
from linter.readers.ooxml.styles import PPR, RPR
from linter.readers.support.archive import damaged

__all__ = [
    "COMMENT_END",
    "COMMENT_REFERENCE",
    "COMMENT_START",
    "ENDNOTE",
    "FIELD_CHAR",
    "FOOTNOTE",
    "PARAGRAPH",
    "PPR",
    "RPR",
    "RUN",
    "SDT",
    "STRICT",
    "TEXT",
    "Element",
    "Package",
    "Piece",
    "Traced",
    "child",
    "closed",
    "damaged",
    "trace",
    "w",
]
