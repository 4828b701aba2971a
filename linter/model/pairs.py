"""Pairs of neighbouring characters as numbers, which are made and looked up faster than strings
(`benchmarks/tricks.py`).
"""

from struct import unpack

_HALF = 1 << 16


def pairs_in(text: str) -> list[int]:
    """For each character of a text but the last: it and the next one, as one number.

    Characters beyond the first 65,536 of Unicode, which no list or table has, are all the same.
    """
    data = text.encode("utf-16-le", "surrogatepass")
    if len(data) > 2 * len(text):
        data = "".join([char if char < "\U00010000" else "\ufffd" for char in text]).encode(
            "utf-16-le", "surrogatepass"
        )
    pairs = [0] * max(0, len(text) - 1)
    for first in (0, 1):
        count = len(pairs[first::2])
        pairs[first::2] = unpack(f"<{count}I", data[2 * first : 2 * first + 4 * count])
    return pairs


def characters(pair: int) -> tuple[str, str]:
    """The two characters of a pair."""
    return chr(pair % _HALF), chr(pair // _HALF)
