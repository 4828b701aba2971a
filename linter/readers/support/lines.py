"""Physical lines to paragraphs: texts broken at a fixed width are put together again."""

import re
from collections.abc import Set
from itertools import pairwise

from linter.model.document import Block, LineMap
from linter.readers.support.encoding import Decoded, decode
from linter.readers.support.unreadable import empty, no_text
from linter.text.characters import LIST_SIGNS
from linter.text.numerals import CIRCLED_TYPED, ONE_TO_TEN
from linter.text.sentences import ANY_STOPS


def decode_lines(path: str, data: bytes) -> tuple[Decoded, str]:
    """The decoded bytes, and their text with every line end made `\\n`.

    A line ends at \\r\\n, \\r and \\n only; vertical tab, form feed, U+2028 belong to it.
    Raises UnreadableError: empty, or not a text.
    """
    decoded = decode(data)
    if decoded.encoding == "binary":
        raise no_text(path)
    text = decoded.text
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text or text.isspace():
        raise empty(path)
    return decoded, text


def unwrap(text: str) -> tuple[str, tuple[Block, ...], LineMap]:
    """The text with lines that were broken at a fixed width joined, its blocks, and its line map."""
    lines = text.split("\n")
    text, spans, line_map = joined_lines(lines, continuation_lines(lines))
    return text, tuple(Block(start, end) for _, start, end in spans), line_map


def joined_lines(lines: list[str], continued: Set[int]) -> tuple[str, list[tuple[int, int, int]], LineMap]:
    """The text of lines of which some (`continued`, by index) continue the line before.

    With it (index of its first line, start, end) of each paragraph, and the line map.
    """
    pieces: list[str] = []
    spans: list[tuple[int, int, int]] = []
    starts: list[int] = []
    offset = 0
    for index, line in enumerate(lines):
        if index in continued:
            sign = joint(lines[index - 1], line)
            first, begin, _ = spans.pop()
        else:
            sign = "\n" if index else ""
            first, begin = index, offset + len(sign)
        pieces += (sign, line)
        starts.append(offset + len(sign))
        offset += len(sign) + len(line)
        if line and not line.isspace():
            spans.append((first, begin, offset))
    places = tuple((number, 1) for number in range(1, len(lines) + 1)) if continued else None
    return "".join(pieces), spans, LineMap(tuple(starts), places)


def joint(before: str, after: str) -> str:
    """What stands between two lines that are joined: a space between two Latin words, else nothing."""
    last, first = before[-1], after[0]
    are_words = last.isascii() and first.isascii() and (last.isalpha() or last in ",;:") and first.isalpha()
    return " " if are_words else ""


MIN_WRAP_WIDTH, MAX_WRAP_WIDTH = 40, 130
"""Display columns of a wrapped line (a Chinese character takes two): from a narrow mail to a wide page."""


SLACK = 4
"""Columns by which a full line may be short: the punctuation rules move up to two characters. Programs
that count characters instead of columns leave it short by as many characters."""


_SENTENCE_ENDS = ANY_STOPS + "：:”’）)…"


def continuation_lines(lines: list[str]) -> frozenset[int]:
    """Indices of lines that continue the line before, in a text broken at a fixed width.

    Conservative: a line of its own per paragraph is the rule, so nothing is joined unless full
    lines break off in mid-sentence at least three times, and the paragraphs that result nearly
    always end as sentences do.
    """
    if any("eportlint" in line for line in lines):
        from linter.readers.support.suppression_comments import is_directive

        lines = ["" if is_directive(line) else line for line in lines]
    if len(lines) < 4 or max(map(len, lines)) > MAX_WRAP_WIDTH:
        return frozenset()
    lines = [line.rstrip() for line in lines]
    widths = list(map(display_width, lines))
    if not MIN_WRAP_WIDTH <= max(widths) <= MAX_WRAP_WIDTH:
        return frozenset()
    full = max(widths) - SLACK
    length = max(map(len, lines)) - SLACK // 2
    found = [
        index
        for index, (before, line) in enumerate(pairwise(lines), 1)
        if (widths[index - 1] >= full or len(before) >= length) and may_continue(before, line)
    ]
    chosen = frozenset(found)
    broken = sum(lines[index - 1][-1] not in _SENTENCE_ENDS for index in found)
    ends = [lines[index][-1] for index in found if index + 1 not in chosen]
    finished = sum(end in _SENTENCE_ENDS for end in ends)
    return chosen if broken >= 3 and finished * 5 >= len(ends) * 4 else frozenset()


def display_width(text: str) -> int:
    """Columns on a terminal or in a mail: one for ASCII, two for everything else."""
    return 2 * len(text) - len(text.encode("ascii", "ignore"))


def may_continue(before: str, line: str) -> bool:
    """Whether a line may go on with the line before: neither is blank, and it does not open a paragraph."""
    return before != "" and line != "" and _opening().match(line) is None


def _opening() -> re.Pattern[str]:
    """How a line begins that opens a paragraph: indented, numbered, a list sign, a bracketed heading."""
    numeral = f"[{ONE_TO_TEN}]"
    return re.compile(
        rf"[\s>#*|+【{CIRCLED_TYPED}{LIST_SIGNS}-]|{numeral}+[、是]|第{numeral}+部分"
        rf"|第?[（(]?(?:\d|{numeral})+[）).、章节条](?!\d)"
    )
