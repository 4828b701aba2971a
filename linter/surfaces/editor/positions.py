"""Lines and columns as reports have them (1-based, code points) to positions as the editor counts them."""

import re
from typing import NamedTuple

from lsprotocol.types import Position, Range

_UNITS = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}
"""The codec of each unit that an editor may count in, and the bytes of a unit."""


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
        return Position(line - 1, self._count(self.lines[line - 1][: column - 1]))

    def range(self, line: int, column: int, end_line: int, end_column: int) -> Range:
        """The range between two places, the second exclusive."""
        return Range(self.position(line, column), self.position(end_line, end_column))

    def line_range(self, line: int) -> Range:
        """A whole line, without its end."""
        return self.range(line, 1, line, len(self.lines[min(line, len(self.lines)) - 1]) + 1)

    def between(self, line: int, column: int, end_line: int, end_column: int) -> str:
        """The text between two places, the second exclusive; its lines end in `\\n`."""
        lines = list(self.lines[line - 1 : end_line])
        lines[-1] = lines[-1][: end_column - 1]
        lines[0] = lines[0][column - 1 :]
        return "\n".join(lines)

    def before(self, position: Position, to_word_end: bool = False) -> str:
        """What stands on the line of a position before it, with the rest of its word if that is wanted."""
        line = self.lines[position.line] if position.line < len(self.lines) else ""
        codec, size = _UNITS[self.unit]
        before = _bytes(line, codec)[: position.character * size].decode(codec, "ignore")
        rest = re.match(r"[\w-]*:?", line[len(before) :]) if to_word_end else None
        return before + (rest[0] if rest else "")

    def _count(self, text: str) -> int:
        codec, size = _UNITS[self.unit]
        return len(_bytes(text, codec)) // size


def text(source: str, unit: str) -> Text:
    """The text of a file. A line ends at \\r\\n, \\r and \\n only, for the editor as for the readers."""
    return Text(tuple(re.split("\r\n|\r|\n", source)), unit)


def _bytes(text: str, codec: str) -> bytes:
    """An editor may send half of a surrogate pair; it counts for one, as in JavaScript."""
    return text.encode(codec, "surrogatepass")
