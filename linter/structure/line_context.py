"""A line between the lines above and below it: whether it has text under it, whether text ends above it."""

import re
from typing import NamedTuple

from linter.structure.line_types import LineTypes, is_date
from linter.structure.lines import Line
from linter.text.characters import LIST_SIGNS, has
from linter.text.sentences import ANY_STOPS, COLONS, LINE_ENDS, is_finished

LIST_MARKS = LIST_SIGNS + "○□★"
"""Signs that may stand before an item of a list, or before a heading."""
NEVER_FIRST = "（(【[《“〔"
"""Marks with which no heading begins."""
_LONG = 30
"""Characters of a heading without a number, at most."""
_PARAGRAPH = 24
"""Characters of a paragraph, at least, where it does not end as a sentence."""


class LineContext(NamedTuple):
    """A line with its neighbours, None at either end of the document."""

    text: str
    """Of the document."""
    before: Line | None
    line: Line
    following: Line | None

    @property
    def words(self) -> str:
        """The line without its lead."""
        return self.text[self.line.start : self.line.end]

    def follows_text(self) -> bool:
        """Whether the line above ends as a sentence does."""
        return self.before is not None and _is_finished(self.text, self.before)

    def ends_text(self, types: LineTypes) -> bool:
        """Whether nothing comes below but the signature."""
        if self.following is None:
            return True
        words = self.text[self.following.start : self.following.end]
        return is_date(words) or types.is_signer(words) or types.names_unit(words)

    def stands_above(self, length: int = 0) -> bool:
        """Whether there is text below: a list, or a paragraph that is longer than the line. `length` is that
        of the line's words, in characters, where a sign stands before them.
        """
        other, length = self.following, length or self.line.length
        if other is None or not other.plain or other.start >= other.end:
            return False
        if other.number or other.bullet or self.text[other.start] in LIST_MARKS:
            return True
        if other.length >= max(_PARAGRAPH, length + 8):
            return True
        return other.length > length + 2 and _is_finished(self.text, other)

    def heads_section(self) -> bool:
        """Whether there is text below, or another label, or nothing at all."""
        other = self.following
        empty = other is None or other.start >= other.end or self.text[other.end - 1] in COLONS
        return empty or self.stands_above()

    def follows_sign(self, sign: str) -> bool:
        """Whether the line above begins with a sign."""
        return self.before is not None and self.text.startswith(sign, self.before.start)

    def precedes_sign(self, sign: str) -> bool:
        """Whether the line below begins with a sign."""
        return self.following is not None and self.text.startswith(sign, self.following.start)


def _is_finished(text: str, line: Line) -> bool:
    return is_finished(text[line.start : line.end], ".…")


def is_heading_like(words: str) -> bool:
    """Whether words are as short as a heading, begin as one and do not end as running text."""
    question = words.endswith(("？", "?")) and not has(words[:-1], ANY_STOPS)
    return (
        2 <= len(words) <= _LONG
        and (question or words[-1] not in LINE_ENDS + "：:.")
        and words[0] not in NEVER_FIRST
        and words[0].isalpha()
        and "，" not in words[:3]
    )


_FIRST_STOP = re.compile(f"[{ANY_STOPS}：:]")


def first_stop(words: str) -> int:
    """Where the first mark stands that ends a sentence or a label; the length of the words for none."""
    stop = _FIRST_STOP.search(words)
    return stop.start() if stop else len(words)
