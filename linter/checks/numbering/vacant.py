"""Numbers that are vacant, as the text says: 序号7已废止，保留不补; or "Action 4 was merged into 3"."""

import re
from collections.abc import Callable
from functools import cache

from linter.checks.numbering.words import Words
from linter.model.document import Document
from linter.model.finding import Match
from linter.model.outline import Part
from linter.text.characters import has
from linter.text.numerals import COUNTING, DECIMAL

_NUMBER = rf"[{COUNTING}{DECIMAL}]+(?:\.[{DECIMAL}]+)*"
_CALLED = r"(?:第|号|[Nn]o\. ?|#|[A-Za-z]{{3,}} )[ ]?{0}(?![{1}])|(?<![{1}]){0}[ ]?(?:号|条|项|款|点|行)"
"""How a number is spoken of: 序号7, 第十一条, No. 4, Action 4."""


def vacant_test(document: Document, part: Part, words: Words) -> Callable[[Match], bool]:
    """A test of whether a paragraph of a report says that the number which is due at a match is vacant."""

    @cache
    def said() -> list[str]:
        lines = document.text[part.start : part.end].split("\n")
        return [line for line in lines if has(line, words.vacant)]

    def is_vacant(match: Match) -> bool:
        due = re.search(_NUMBER, str(match.values.get("due", "")))
        if not due or not said():
            return False
        called = re.compile(_CALLED.format(re.escape(due[0]), COUNTING + DECIMAL))
        return any(called.search(line) for line in said())

    return is_vacant
