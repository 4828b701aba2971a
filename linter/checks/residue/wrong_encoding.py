"""Text that was read in another encoding than it was written in, and what it was: 姘翠綅, æ°´ä½\x8d and
\\u6c34\\u4f4d for 水位.

All of it is told by decoding it again: a run of characters is taken for what it says only where its bytes are
UTF-8 of common Chinese characters, which those of Chinese words are not by chance.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from linter.checks.support.compiled import compiled
from linter.text.characters import alphabet, count_han, is_han
from linter.text.sentences import CLAUSE_ENDS

_LEADS = (*range(0xE2, 0xEA), 0xEF)
"""The first bytes of Chinese characters and marks in UTF-8."""
_TAILS = range(0x80, 0xC0)
_SIZE = 3
"""Bytes of each of them."""
_EURO = "€", b"\x80"
"""What the code page for Chinese makes of a single byte 80."""
_LONGEST = 400
"""Characters of the longest run that is decoded at once."""
_LEAST = 2
"""Characters that a run says at least: one alone may be there by chance, or as code: [\\u4e00-\\u9fa5]."""
_GLANCE = _LEAST * _SIZE
"""Characters that are decoded first: they have the bytes of so many, if no more than one each."""
_MARKS = frozenset(CLAUSE_ENDS + "“”‘’（）《》〈〉【】〔〕…—·\u3000℃％")
_LATIN = "[\u0080-\u00bfà-ïŒœŠšŽžŸƒˆ˜–—‘’‚“”„†‡•…‰‹›€™]{4,400}"
_LATIN_LEADS = frozenset("äåæçèéãâï")
_PIECES = "[\xe2-\xe9\xef][\x80-\xbf]{0,2}"
"""A character of three bytes, or what is left of it; each byte as the character with its number."""
_ESCAPED = r"(?:\\u[0-9a-fA-F]{4})+"
_PERCENT = "(?:%[0-9a-fA-F]{2}){3,}"
_CUT = "…"
"""Stands for a character of which a part was lost."""


class Restored(NamedTuple):
    """A run of wrong characters."""

    start: int
    end: int
    original: str
    """What was meant; with `_CUT` for each character that is not whole."""

    @property
    def is_whole(self) -> bool:
        """Whether nothing of it was lost."""
        return _CUT not in self.original


def restored(text: str) -> Iterator[Restored]:
    """The runs of a text, in no order."""
    letters = alphabet(text)
    if not letters.isdisjoint(_double_bytes()):
        yield from _as_gbk(text)
    if not letters.isdisjoint(_LATIN_LEADS):
        yield from _decoded(text, _LATIN, _western)
    if "\\u" in text:
        yield from _decoded(text, _ESCAPED, lambda run: run.encode().decode("unicode-escape", "replace"))
    if "%E" in text or "%e" in text:
        yield from _decoded(text, _PERCENT, lambda run: _utf8(bytes.fromhex(run.replace("%", "")))[0])


@cache
def _double_bytes() -> frozenset[str]:
    """The characters with which a run may begin whose bytes are those of UTF-8."""
    pairs = (bytes((lead, tail)) for lead in _LEADS for tail in _TAILS)
    return frozenset("".join(pair.decode("gbk", "ignore") for pair in pairs))


def _as_gbk(text: str) -> Iterator[Restored]:
    starts, end = _double_bytes(), 0
    for match in compiled(f"[{''.join(sorted(starts))}]").finditer(text):
        start = match.start()
        if start < end or len(_utf8(_bytes_of(text[start : start + _GLANCE])[0])[0]) < _LEAST:
            continue
        data, sizes = _bytes_of(text[start : start + _LONGEST])
        original, used = _utf8(data)
        size = _covered(sizes, used)
        if count_han(original) >= _LEAST:
            if sum(sizes[:size]) > used:  # half of a character that is the author's
                original, size = f"{original[:-1]}{_CUT}", size - 1
            yield Restored(start, start + size, original)
        end = start + size


def _bytes_of(run: str) -> tuple[bytes, list[int]]:
    """The bytes of the characters up to the next mark, and how many each has."""
    pieces: list[bytes] = []
    for char in run:
        if char in _MARKS:
            break
        try:
            piece = _EURO[1] if char == _EURO[0] else char.encode("gbk")
        except UnicodeEncodeError:
            break
        if piece[0] < _EURO[1][0]:
            break
        pieces.append(piece)
    return b"".join(pieces), [len(piece) for piece in pieces]


def _covered(sizes: list[int], used: int) -> int:
    """How many characters have some of the first bytes."""
    covered = 0
    while used > 0:
        used -= sizes[covered]
        covered += 1
    return covered


def _utf8(data: bytes) -> tuple[str, int]:
    """The common Chinese characters and marks at the beginning of some bytes, and how many bytes they are;
    with `_CUT` for one that the bytes break off in.
    """
    found: list[str] = []
    for at in range(0, len(data), _SIZE):
        piece = data[at : at + _SIZE]
        if len(piece) < _SIZE:
            cut = piece[0] in _LEADS and all(byte in _TAILS for byte in piece[1:])
            return "".join(found) + _CUT * cut, at + len(piece) * cut
        char = piece.decode("utf-8", "ignore")
        if not _is_common(char):
            return "".join(found), at
        found.append(char)
    return "".join(found), len(data)


def _is_common(char: str) -> bool:
    return char in _MARKS or (is_han(char) and len(char.encode("gb2312", "ignore")) > 0)


def _decoded(text: str, pattern: str, decode: Callable[[str], str]) -> Iterator[Restored]:
    """The matches of a pattern that say something in Chinese."""
    for match in re.finditer(pattern, text):
        original = decode(match[0])
        is_enough = len(original) >= _LEAST and count_han(original) > 0
        if is_enough and all(char == _CUT or _is_common(char) for char in original):
            yield Restored(*match.span(), original)


def _western(run: str) -> str:
    """What a run says if its characters are bytes; nothing if they are no UTF-8. Bytes for which the page
    has no sign may be lost: `_CUT` stands for their character.
    """
    data = b"".join(_western_byte(char) for char in run)
    pieces = compiled(_PIECES).findall(data.decode("latin-1"))
    if sum(map(len, pieces)) < len(data):
        return ""
    whole = (piece.encode("latin-1").decode("utf-8", "ignore") or _CUT for piece in pieces)
    return "".join(whole)


def _western_byte(char: str) -> bytes:
    try:
        return char.encode("cp1252")
    except UnicodeEncodeError:
        return char.encode("latin-1", "ignore")
