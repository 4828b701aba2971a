"""A document as the modules that look for its reports see it: its lines, and the tests of lines."""

from collections.abc import Sequence
from typing import NamedTuple

from linter.structure.line_types import LineTypes, is_date
from linter.structure.lines import Line
from linter.structure.web_lines import WebLines
from linter.text.characters import LIST_SIGNS, has
from linter.text.sentences import CLAUSE_ENDS, COLONS, RUNNING_MARKS, is_finished

LONG = 60
"""A longer line, in characters, is running text, whatever it ends with."""
NAME = 30
"""The longest line, in characters, that may be a name: of a unit, a person, a link."""
MENU = 3
"""From how many on names beside a line of a page, and buttons, are a menu."""
LINK_NUMBERS = {"1.", "1、", "1，", "1.1", "1)", "1）"}
"""Styles that numbers in menus and lists of links look like, too."""
LIST_MARKS = LIST_SIGNS + "○□★"
"""Signs that may stand before an item of a list, or before a heading."""
_PARAGRAPH = 24
"""Characters of a paragraph, at least, where it does not end as a sentence."""
_CLOSED = (*CLAUSE_ENDS, ":", ",", "|", "\t", "  ", "\u3000\u3000")


class Source(NamedTuple):
    """The text of a document, its lines, and the tests of lines."""

    text: str
    lines: Sequence[Line]
    types: LineTypes
    web: WebLines
    names: frozenset[str]
    """The heading words of the ruleset, in small letters."""

    def words(self, index: int) -> str:
        """A line without its lead and number."""
        line = self.lines[index]
        return self.text[line.start : line.end]

    def is_marked(self, index: int) -> bool:
        """Whether a line is numbered, listed, declared a heading, or no paragraph."""
        line = self.lines[index]
        return bool(line.number or line.bullet or line.level or not line.plain)

    def is_date(self, index: int) -> bool:
        """Whether a line is a date and nothing else."""
        return self.lines[index].length <= NAME and is_date(self.words(index))

    def is_unit(self, index: int) -> bool:
        """Whether a line is the name of a unit, and no more."""
        return self.is_bare(index) and self.types.names_unit(self.words(index))

    def is_signed_date(self, index: int) -> bool:
        """Whether a line is the name of a unit and a date, with a gap between them."""
        name, _, date = self.words(index).replace("\u3000", " ").rpartition(" ")
        return len(name) <= NAME and is_date(date) and self.types.names_unit(name.rstrip())

    def is_page(self, index: int, surely: bool = False) -> bool:
        """Whether a line has the words of a web page, and is neither numbered, listed nor a contact.

        `surely`: only words that nothing but web pages have.
        """
        words = self.words(index)
        if self.is_marked(index) or not 0 < len(words) <= 2 * LONG:
            return False
        if self.web.is_tail(words):
            return True
        enough = not surely and not self.types.is_closing(words)
        return self.web.is_web(words) and (enough or self.web.is_clearly_web(words))

    def is_notice(self, index: int) -> bool:
        """Whether a line of a list above a text is a notice of a site to its users: 1、本文档由用户上传…."""
        line = self.lines[index]
        listed = line.bullet or (line.number and line.number.style in LINK_NUMBERS)
        return bool(listed) and not line.level and self.web.is_notice(self.words(index))

    def is_text(self, index: int) -> bool:
        """Whether a line is of a text, not of what may stand around one: a sentence, a heading, an item."""
        return self.is_marked(index) or (self.is_sentence(index) and not self.is_page(index))

    def is_sentence(self, index: int) -> bool:
        """Whether a line is long, or ends as a sentence does, in Chinese or in English."""
        words = self.words(index)
        english = words.endswith(".") and " " in words and words.isascii()
        return len(words) > LONG or is_finished(words, "…") or english

    def is_running(self, index: int) -> bool:
        """Whether a line is of running text or opens a section: nothing that stands in a title block."""
        words = self.words(index)
        if self.is_marked(index):
            return True
        long = len(words) > LONG or has(words, RUNNING_MARKS)
        return long and len(self.web.labels(words)) < 2

    def is_bare(self, index: int) -> bool:
        """Whether a line is a name or the words of a link: short, without number, colon, stop or gap."""
        words = self.words(index)
        if self.is_marked(index) or not 0 < len(words) <= NAME:
            return False
        return words[0] not in "（(" and not has(words, _CLOSED)

    def shows_page(self, first: int, end: int) -> bool:
        """Whether some line, or several buttons, can only be of a web page."""
        if any(self.is_page(index, surely=True) for index in range(first, end)):
            return True
        return sum(self.web.is_button(self.words(index)) for index in range(first, end)) >= MENU

    # --- between the lines above and below ---

    def line_below(self, index: int) -> Line | None:
        """The next line; None behind the last."""
        return self.lines[index + 1] if index + 1 < len(self.lines) else None

    def begins_with(self, index: int, sign: str) -> bool:
        """Whether there is such a line, and it begins with a sign."""
        return 0 <= index < len(self.lines) and self.text.startswith(sign, self.lines[index].start)

    def follows_text(self, index: int) -> bool:
        """Whether the line above ends as a sentence does."""
        return index > 0 and self.is_sentence(index - 1)

    def ends_text(self, index: int) -> bool:
        """Whether nothing comes below but the signature."""
        if index + 1 == len(self.lines):
            return True
        words = self.words(index + 1)
        return is_date(words) or self.types.is_signer(words) or self.types.names_unit(words)

    def stands_above(self, index: int, length: int = 0) -> bool:
        """Whether there is text below: a list, or a paragraph that is longer than the line. `length` is that
        of the line's words, in characters, where a sign stands before them.
        """
        other, length = self.line_below(index), length or self.lines[index].length
        if other is None or not other.plain or other.start >= other.end:
            return False
        if other.number or other.bullet or self.text[other.start] in LIST_MARKS:
            return True
        if other.length >= max(_PARAGRAPH, length + 8):
            return True
        return other.length > length + 2 and self.is_sentence(index + 1)

    def heads_section(self, index: int) -> bool:
        """Whether there is text below, or another label, or nothing at all."""
        other = self.line_below(index)
        empty = other is None or other.start >= other.end or self.text[other.end - 1] in COLONS
        return empty or self.stands_above(index)
