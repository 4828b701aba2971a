"""The letter N in place of a number: 编发简报N期, 接待来访n人次.

N also stands for a variable (N个样点, N为天数) and for nitrogen. So it counts only where it ends a
clause together with a unit, and only in a text in which it does nothing else.
"""

import re
from collections.abc import Iterator

from linter.checks.placeholder.unit_pattern import UNIT
from linter.model.document import Span
from linter.text.characters import HAN
from linter.text.sentences import CLAUSE_ENDS

_ALONE = r"(?<![A-Za-z0-9+.\-])LETTER(?![A-Za-z0-9+.\-])"
_NUMBER = rf"(?<=[{HAN}])(?<![第每取续])LETTER(?={UNIT}(?:[{CLAUSE_ENDS},;.]|$))"


def letters(text: str) -> Iterator[Span]:
    """The spans of such letters."""
    for letter in "Nn":
        if letter in text:
            alone = re.findall(_ALONE.replace("LETTER", letter), text)
            found = list(re.finditer(_NUMBER.replace("LETTER", letter), text, re.MULTILINE))
            if len(found) == len(alone):
                yield from (match.span() for match in found)
