"""Radicals in place of characters: the document is judged as it looks."""

import re

from linter.model.document import Document, Mark
from linter.text.characters import RADICALS
from linter.text.radicals import plain


def as_characters(document: Document) -> Document:
    """The document with a character for each radical, and a mark at each that holds the radicals."""
    found = re.finditer(f"[{RADICALS}]+", document.text)
    marks = [Mark(*match.span(), "radicals", match[0]) for match in found]
    return document._replace(text=plain(document.text), marks=tuple(sorted([*document.marks, *marks])))
