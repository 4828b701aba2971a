"""Where a text says the same twice in a row.

As one large number, a text is moved by some characters and compared with itself: where nothing differs over
as many, they stand twice. A pattern tries every length at every character (`benchmarks/tricks.py`).
"""

from collections.abc import Callable
from functools import lru_cache


def doubles(text: str, length: int) -> Callable[[int], int]:
    """A function that gives the first offset, from one on, at which so many characters stand twice in a row;
    -1 where there is none.
    """
    number, width = _as_number(text)
    differences = (number ^ number >> 8 * width * length).to_bytes(width * len(text), "little")
    same, end = bytes(width * length), width * max(0, len(text) - length)

    def first(start: int) -> int:
        found = differences.find(same, width * start, end)
        while found > 0 and found % width:  # amid a character
            found = differences.find(same, found + 1, end)
        return found // width

    return first


@lru_cache(maxsize=2)
def _as_number(text: str) -> tuple[int, int]:
    """A text as a number, and how many bytes of it a character takes. Cached for all the lengths."""
    data, width = text.encode("utf-16-le", "surrogatepass"), 2
    if len(data) > width * len(text):  # some are beyond the first 65,536
        data, width = text.encode("utf-32-le", "surrogatepass"), 4
    return int.from_bytes(data, "little"), width
