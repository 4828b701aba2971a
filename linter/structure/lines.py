"""Blocks → lines: what a block says, without its indent, number and signs of Markdown."""

import re
from typing import NamedTuple

from linter.model.document import Block, Span
from linter.model.outline import Number
from linter.structure.numbers import OPENERS, label_number, number_at
from linter.text.characters import INDENT_SIGNS

_LEAD = (
    rf"(?:[>＞\ufeff]|{INDENT_SIGNS})*(?P<hashes>#{{1,6}}\s+)?(?P<bullet>[-*+]\s+(?=\S))?(?P<bold>\*\*|__)?"
)
_LED = frozenset(">＞ \t\u3000\ufeff\xa0&#-*+_\n\r\v\f\u2028")
"""The characters that the lead of a line can begin with; most lines have no lead."""


class Line(NamedTuple):
    """A block without its indent, number and markup."""

    block: int
    start: int
    """After the lead: indent, residue, Markdown signs, number."""
    end: int
    """Before trailing white space and emphasis."""
    number: Number | None
    level: int
    """Declared by the format or by `#`; 0 for none."""
    bold: bool
    bullet: bool
    plain: bool
    """A paragraph of running text, not a cell, note, header or code."""
    signed: bool = False
    """Whether its level is a `#` typed in a format that declares levels otherwise: Word, plain text."""
    field: int = 0
    """Depth of the label of a form's field (`linter.structure.form_tables`), from 1; 0 for any other line."""
    cell: Span | None = None
    """Of a label at the head of a column the span of its text, which stands behind the other heads."""

    @property
    def length(self) -> int:
        """Characters between `start` and `end`."""
        return self.end - self.start


def read_line(text: str, index: int, block: Block) -> Line:
    """A block as a `Line`; `index` is its index in the document."""
    start, end = block.start, block.end
    if block.kind == "toc":  # what stands there is no text of the report
        return Line(index, start, start, None, 0, False, False, False)
    level, bullet, bold = block.level, False, False
    if text[start:end][:1] in _LED:
        lead = re.compile(_LEAD).match(text, start, end)
        if lead:
            start = lead.end()
            hashes, mark, stars = lead.group("hashes", "bullet", "bold")
            level = level or (len(hashes.strip()) if hashes else 0)
            bullet, bold = bool(mark), bool(stars)
    while end > start and text[end - 1] in " \u3000\t*_":
        end -= 1
    number = number_at(text, start, end)
    if number:
        start = number.end
        while start < end and text[start] in " \u3000\t*":
            start += 1
    elif block.label:
        number = label_number(block.label, start)
    plain, signed = block.kind == "paragraph", level > block.level
    return Line(index, start, end, number, level, bold, bullet, plain, signed)


def may_open(char: str) -> bool:
    """Whether a number, or the lead before one, can begin with a character: most lines begin otherwise."""
    return char in OPENERS or char in _LED


def opening(text: str, block: Block) -> tuple[Number | None, int]:
    """The number that opens a block, typed or generated, and the heading level that is declared (or 0)."""
    line = read_line(text, 0, block)
    return line.number, line.level
