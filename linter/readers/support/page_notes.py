"""Footnotes: the small lines at the foot of a page, which part the text of two pages."""

import re
from collections import Counter
from collections.abc import Sequence

from linter.readers.support.page_lines import TextLine
from linter.text.numerals import CIRCLED_TYPED, DECIMAL

SMALLER = 0.9
"""Of the size of the text: the lines of a note are smaller than that."""
_MARK = re.compile(rf"[{CIRCLED_TYPED}*†‡]|[\[〔(（]?[{DECIMAL}]{{1,3}}[\])）〕]?(?![{DECIMAL}.．、%年月日])")


def opens_note(line: TextLine) -> bool:
    """Whether a line begins with the mark of a footnote."""
    return _MARK.match(line.text) is not None


def split_notes(lines: Sequence[TextLine], size: float) -> tuple[list[TextLine], list[TextLine]]:
    """The lines of a page, from top to bottom, parted into those of the text and those of its footnotes.

    `size`: of the font of the file's text. A table in small print has several lines at one height.
    """
    heights = Counter(line.y for line in lines)
    start = len(lines)
    while start and lines[start - 1].size < SMALLER * size and heights[lines[start - 1].y] == 1:
        start -= 1
    if not 0 < start < len(lines) or not opens_note(lines[start]):  # none, or a page or part in small print
        return list(lines), []
    return list(lines[:start]), list(lines[start:])
