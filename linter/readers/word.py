"""The parts of the Word reader that `linter.annotate` may use, in order to write into a Word file.

Everything else in `linter.readers.docx` and `linter.readers.ooxml` may change at any time.
"""

from linter.readers.docx import Traced, trace
from linter.readers.ooxml.comments import PARAGRAPH_ID, closed
from linter.readers.ooxml.package import STRICT, Package, child, w
from linter.readers.ooxml.paragraphs import (
    COMMENT_END,
    COMMENT_REFERENCE,
    COMMENT_START,
    ENDNOTE,
    FIELD_CHAR,
    FOOTNOTE,
    RUN,
    SDT,
    SPACE,
    TEXT,
    WRAPPERS,
    Piece,
)
from linter.readers.ooxml.stories import PARAGRAPH
from linter.readers.ooxml.styles import PPR, RPR
from linter.readers.support.archive import open_zip
from linter.readers.support.unreadable import damaged
from linter.xml import Element

__all__ = [
    "COMMENT_END",
    "COMMENT_REFERENCE",
    "COMMENT_START",
    "ENDNOTE",
    "FIELD_CHAR",
    "FOOTNOTE",
    "PARAGRAPH",
    "PARAGRAPH_ID",
    "PPR",
    "RPR",
    "RUN",
    "SDT",
    "SPACE",
    "STRICT",
    "TEXT",
    "WRAPPERS",
    "Element",
    "Package",
    "Piece",
    "Traced",
    "child",
    "closed",
    "damaged",
    "open_zip",
    "trace",
    "w",
]
