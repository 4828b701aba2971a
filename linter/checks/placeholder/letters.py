"""Letters in place of a number or a name: 印制年画N幅, 摆渡旅客n人次, YY小区.

N also stands for a variable (N个样点, N为天数) and for nitrogen. So it counts only where it ends a
clause together with a unit, and only in a text in which it does nothing else. YY and ZZ go on where
X has been used up (XX市YY区ZZ街道); they count before what ends a name.
"""

import re
from collections.abc import Iterator

from linter.checks.placeholder.unit_pattern import UNIT
from linter.model.document import Span
from linter.text.characters import HAN, places
from linter.text.sentences import CLAUSE_ENDS

_LETTERS = ("N{1,3}", "n{1,3}")
_ALONE = r"(?<![A-Za-z0-9+.\-\[【［（(])(?:{})(?![A-Za-z0-9+.\-])"
_NAMED = ("YY", "ZZ")
_FROM, _BEHIND = rf"(?<=[{HAN}])(?<![第每取续])", rf"(?={UNIT}(?:[{CLAUSE_ENDS},;.]|$))"


def letters(text: str, holders: tuple[str, ...]) -> Iterator[Span]:
    """The spans of such letters; `holders` are what ends a name."""
    for pair in _NAMED:
        for place in places(text, pair):
            before, end = text[place - 1 : place], place + len(pair)
            if text.startswith(holders, end) and not (before.isascii() and before.isalnum()):
                yield place, end
    for letter in _LETTERS:
        if letter[0] in text:
            alone = re.findall(_ALONE.replace("{}", letter), text)
            found = list(re.finditer(_FROM + letter + _BEHIND, text, re.MULTILINE)) if alone else []
            if len(found) == len(alone):
                yield from (match.span() for match in found)
