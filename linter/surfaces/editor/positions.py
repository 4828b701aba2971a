"""Lines and columns as reports have them (1-based, code points) to positions as the editor counts them."""

import re
from array import array
from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from lsprotocol.types import Position, Range


class Text(NamedTuple):
    """The text of an open file, by lines."""

    lines: tuple[str, ...]
    """Without their ends."""
    unit: str
    """What the editor counts in: `utf-16`, unless it asks for `utf-8` or `utf-32`."""

    def position(self, line: int, column: int) -> Position:
        """The position of a 1-based line and column; beyond the text, its end."""
        if line > len(self.lines):
            line, column = len(self.lines), len(self.lines[-1]) + 1
        ends = _ends(self.lines[line - 1], self.unit)
        before = min(column - 1, len(self.lines[line - 1]))
        return Position(line - 1, ends[before - 1] if ends and before else before)

    def range(self, line: int, column: int, end_line: int, end_column: int) -> Range:
        """The range between two places, the second exclusive."""
        return Range(self.position(line, column), self.position(end_line, end_column))

    def line_range(self, line: int) -> Range:
        """A whole line, without its end."""
        return self.range(line, 1, line, len(self.lines[min(line, len(self.lines)) - 1]) + 1)

    def between(self, line: int, column: int, end_line: int, end_column: int) -> str:
        """The text between two places, the second exclusive; its lines end in `\\n`."""
        first, *rest = self.lines[line - 1 : end_line]
        if not rest:
            return first[column - 1 : end_column - 1]
        return "\n".join([first[column - 1 :], *rest[:-1], rest[-1][: end_column - 1]])

    def before(self, position: Position, to_word_end: bool = False) -> str:
        """What stands on the line of a position before it, with the rest of its word if that is wanted."""
        line = self.lines[position.line] if position.line < len(self.lines) else ""
        ends = _ends(line, self.unit)
        before = line[: bisect_right(ends, position.character) if ends else position.character]
        rest = re.match(r"[\w-]*:?", line[len(before) :]) if to_word_end else None
        return before + (rest[0] if rest else "")


def text(source: str, unit: str) -> Text:
    """The text of a file. A line ends at \\r\\n, \\r and \\n only, for the editor as for the readers."""
    return Text(tuple(re.split("\r\n|\r|\n", source)), unit)


@lru_cache(8)
def _ends(line: str, unit: str) -> "array[int] | None":
    """Where each character of a line ends, in units; None where each is one.

    Kept, for a line may hold thousands of findings. Half of a surrogate pair, which an editor may send,
    counts as a character of its own, as in JavaScript.
    """
    if unit == "utf-32" or line.isascii() or (unit == "utf-16" and max(line) <= "\uffff"):
        return None
    widths = map(_in_utf8 if unit == "utf-8" else _in_utf16, line)
    return array("L", accumulate(widths))


def _in_utf8(character: str) -> int:
    return 1 + (character > "\x7f") + (character > "\u07ff") + (character > "\uffff")


def _in_utf16(character: str) -> int:
    return 1 + (character > "\uffff")
