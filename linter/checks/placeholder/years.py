"""Years that hold a letter: 2O24年, typed for a zero, and 〔20PC〕, from a replacement gone wrong."""

import re
from collections.abc import Iterator

from linter.model.document import Span

_LETTER_YEAR = r"(?<![0-9A-Za-z])[12][0-9OoＯ]*[OoＯ][0-9OoＯ]*(?=年)"
_YEAR_ENDS = frozenset("年〕]）")


def odd_years(text: str) -> Iterator[Span]:
    """The spans of such years."""
    if "O" in text or "o" in text or "Ｏ" in text:
        yield from (match.span() for match in re.finditer(_LETTER_YEAR, text))
    start = text.find("20")
    while start >= 0:
        letters, after = text[start + 2 : start + 4], text[start + 4 : start + 5]
        odd = letters.isupper() and letters.isascii() and letters.isalpha() and letters != "XX"
        if odd and after in _YEAR_ENDS:
            yield start, start + 4
        start = text.find("20", start + 2)
