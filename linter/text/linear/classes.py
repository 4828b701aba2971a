"""Classes of characters as RE2 has them, as ranges of code points: Perl's, POSIX's, categories of Unicode."""

import re
import unicodedata
from functools import cache
from sys import maxunicode

from linter.text.linear.tree import PatternSyntaxError, Ranges

_DIGIT: Ranges = ((48, 57),)
_SPACE: Ranges = ((9, 10), (12, 13), (32, 32))
_WORD: Ranges = ((48, 57), (65, 90), (95, 95), (97, 122))
PERL = {"d": _DIGIT, "s": _SPACE, "w": _WORD}
POSIX: dict[str, Ranges] = {
    "alnum": ((48, 57), (65, 90), (97, 122)),
    "alpha": ((65, 90), (97, 122)),
    "ascii": ((0, 127),),
    "blank": ((9, 9), (32, 32)),
    "cntrl": ((0, 31), (127, 127)),
    "digit": _DIGIT,
    "graph": ((33, 126),),
    "lower": ((97, 122),),
    "print": ((32, 126),),
    "punct": ((33, 47), (58, 64), (91, 96), (123, 126)),
    "space": ((9, 13), (32, 32)),
    "upper": ((65, 90),),
    "word": _WORD,
    "xdigit": ((48, 57), (65, 70), (97, 102)),
}
_HAN: Ranges = (
    (0x2E80, 0x2E99), (0x2E9B, 0x2EF3), (0x2F00, 0x2FD5), (0x3005, 0x3005), (0x3007, 0x3007),
    (0x3021, 0x3029), (0x3038, 0x303B), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFA6D),
    (0xFA70, 0xFAD9), (0x16FE2, 0x16FE3), (0x16FF0, 0x16FF1), (0x20000, 0x2A6DF), (0x2A700, 0x2B739),
    (0x2B740, 0x2B81D), (0x2B820, 0x2CEA1), (0x2CEB0, 0x2EBE0), (0x2EBF0, 0x2EE5D), (0x2F800, 0x2FA1D),
    (0x30000, 0x3134A), (0x31350, 0x323AF),
)  # fmt: skip
"""Source: Scripts.txt of Unicode 15.1."""
_CATEGORIES = re.compile("C[cfos]?|L[lmotu]?|M[cen]?|N[dlo]?|P[cdefios]?|S[ckmo]?|Z[lps]?")


def merged(ranges: list[tuple[int, int]]) -> Ranges:
    """Ranges in any order, made ascending and apart."""
    result: list[tuple[int, int]] = []
    for low, high in sorted(ranges):
        if result and low <= result[-1][1] + 1:
            result[-1] = (result[-1][0], max(result[-1][1], high))
        else:
            result.append((low, high))
    return tuple(result)


def inverted(ranges: Ranges) -> Ranges:
    """Every code point that is not in the ranges."""
    result = []
    start = 0
    for low, high in ranges:
        if start < low:
            result.append((start, low - 1))
        start = high + 1
    if start <= maxunicode:
        result.append((start, maxunicode))
    return tuple(result)


def _folded(character: str) -> str:
    """The character that represents all forms of a letter; the Turkish dotless i is a letter of its own."""
    if character == "\u0131":
        return character
    upper = character.upper()
    lower = (upper if len(upper) == 1 else character).lower()
    return lower if len(lower) == 1 else character


@cache
def _forms() -> dict[str, tuple[int, ...]]:
    """Code points of all forms of each letter that has several, by what `_folded` gives for them."""
    found: dict[str, list[int]] = {}
    for code in range(0x1F000):
        character = chr(code)
        if character.lower() != character or character.upper() != character:
            found.setdefault(_folded(character), []).append(code)
    return {key: tuple(codes) for key, codes in found.items() if len(codes) > 1}


@cache
def all_forms(ranges: Ranges) -> Ranges:
    """The ranges with every other form of their letters."""
    extra = [
        (code, code)
        for codes in _forms().values()
        if any(low <= code <= high for low, high in ranges for code in codes)
        for code in codes
    ]
    return merged([*ranges, *extra])


@cache
def category(name: str) -> Ranges:
    """The code points of a general category of Unicode, or of the script Han."""
    if name == "Han":
        return _HAN
    if name == "Any":
        return ((0, maxunicode),)
    if not _CATEGORIES.fullmatch(name):
        raise PatternSyntaxError(f"invalid character class range: \\p{{{name}}}")
    return merged(
        [(code, code) for code in range(maxunicode + 1) if unicodedata.category(chr(code)).startswith(name)]
    )
