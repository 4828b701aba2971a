"""A passage as some numbers, by which an archive finds it again: winnowing (Schleimer and others, 2003).

Of every `WINDOW` pieces of `LENGTH` characters in a row one is kept, always the same one of the same pieces.
So two passages that share a run of `LENGTH + WINDOW - 1` characters share a fingerprint, wherever the run
stands in either. Marks and digits count for nothing: figures change from year to year. Measured on 1,500
passages of `training/`, edited until their Jaccard similarity (sets of three characters) was just above
.7: 99.7 in 100 share a fifth of the fingerprints of the shorter one, and 97.8 in 100 of those in which half
of another passage was put.

An archive keeps fingerprints for years. So nothing here may change with the version of Python or of its
Unicode tables; whoever changes what comes out raises `VERSION`. Nothing but the standard library is behind
it: the machines of a Spark cluster run this module as well.
"""

import re
from array import array
from sys import byteorder
from zlib import crc32

from linter.digests import blake2b

VERSION = 1
"""Of the fingerprints. An archive with others is made anew from its texts."""
LENGTH = 6
"""Of a piece, in characters."""
WINDOW = 8
"""Of so many pieces in a row one is kept at least."""

LEAST = 0.2
"""What share of the fingerprints, of those of the one with fewer, two passages share that may be copies."""
MOST = 64
"""A fingerprint that more texts have is of a set phrase: it leads to no source, nor to copies."""

_FULL_WIDTH = {0xFF21 + at: 0x61 + at for at in range(26)} | {0xFF41 + at: 0x61 + at for at in range(26)}
_SMALL = {0x41 + at: 0x61 + at for at in range(26)}
_FOLDED = _FULL_WIDTH | _SMALL
"""The normalisation: Latin letters are small and narrow. Frozen."""
_KEPT = re.compile("[a-z\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff]+")
"""What counts: letters without accents, and Chinese characters."""
_BYTES = 8


def fingerprints(text: str) -> tuple[int, ...]:
    """The fingerprints of a passage: signed numbers of 64 bits, each once, in ascending order.

    None for a passage of less than `LENGTH` characters.
    """
    pieces = [piece.encode() for piece in _pieces(normal(text))]
    return tuple(sorted({_number(pieces[at]) for at in _kept(list(map(crc32, pieces)))}))


def normal(text: str) -> str:
    """What of a text counts."""
    return "".join(_KEPT.findall(text.translate(_FOLDED)))


def piece(number: int, text: str) -> str:
    """The piece of a text that has a fingerprint; empty where none has."""
    return next((each for each in _pieces(normal(text)) if _number(each.encode()) == number), "")


def packed(numbers: tuple[int, ...]) -> bytes:
    """Fingerprints as bytes, eight each, the lowest first."""
    whole = array("q", numbers)
    if byteorder == "big":
        whole.byteswap()
    return whole.tobytes()


def unpacked(data: bytes) -> tuple[int, ...]:
    """The fingerprints in what `packed` gave."""
    whole = array("q")
    whole.frombytes(data)
    if byteorder == "big":
        whole.byteswap()
    return tuple(whole)


def _pieces(said: str) -> list[str]:
    return [said[at : at + LENGTH] for at in range(len(said) - LENGTH + 1)]


def _kept(ranks: list[int]) -> set[int]:
    """The place of the lowest rank in each window, of equal ones the last; of few ranks, in all."""
    if len(ranks) <= WINDOW:
        return {ranks.index(min(ranks))} if ranks else set()
    kept = set()
    lowest = -1
    for end in range(WINDOW, len(ranks) + 1):
        start = end - WINDOW
        if lowest < start:
            lowest = min(range(start, end), key=lambda at: (ranks[at], -at))
        elif ranks[end - 1] <= ranks[lowest]:
            lowest = end - 1
        kept.add(lowest)
    return kept


def _number(piece: bytes) -> int:
    return int.from_bytes(blake2b(piece, digest_size=_BYTES).digest(), "little", signed=True)
