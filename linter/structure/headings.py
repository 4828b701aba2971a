"""Blocks → headings. Headings in Chinese office drafts are lines like any other.

A heading is recognised by, in this order: a level that the format declares (Word, Markdown, HTML), a
number (`numbers.number_at`), bold or 【…】, or its being a short line without a sentence's end above a
longer one. A number or a label may also open a paragraph whose first short sentence is the heading
("（二）狠抓学习。…", "存在问题：…"), called run-in here.

Levels: numbers rank 第一部分 > 第一章 > 一、 > （一） > 1. > （1） > ① > 一是, and a part's levels
count only the ranks it uses, so that a report that begins with （一） has it as level 1.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from linter.model.document import Block
from linter.model.outline import Heading, Number
from linter.structure.line_types import LineTypes, is_date
from linter.structure.numbers import OPENERS, label_number, number_at
from linter.text.characters import count_han
from linter.text.sentences import ANY_STOPS, COMMON_CLAUSE_ENDS, LINE_ENDS

RANKS = {
    "第一部分": 1, "第一篇": 1, "第一章": 2, "一、": 3, "第一节": 3,
    "（一）": 4, "(一)": 4, "（一)": 4, "(一）": 4,
    "1.": 5, "1、": 5, "1，": 5, "1.1": 6,
    "（1）": 7, "(1)": 7, "（1)": 7, "(1）": 7, "1）": 7, "1)": 7, "①": 8,
    "第一，": 9, "其一，": 9, "一是": 9, "一要": 9, "一来": 9,
}  # fmt: skip
"""Depth of each style of number in a report that uses them all (GB/T 9704-2012, 7.3.3)."""

UNNUMBERED = 4.5
_BOLD = 8.5
_LABEL = 8.7
_ITEMS = {"一是", "一要", "一来", "第一，", "其一，"}

_LEAD = re.compile(
    r"(?:[>＞\s\u3000\ufeff]|&nbsp;)*(?P<hashes>#{1,6}\s+)?(?P<bullet>[-*+]\s+(?=\S))?(?P<bold>\*\*|__)?"
)
_STOP = re.compile(rf"[{ANY_STOPS}：]|:(?!\d)")
_LIST_MARKS = ("○", "●", "◆", "■", "·", "•")


class Line(NamedTuple):
    """A block without its indent, number and markup."""

    block: int
    start: int
    """After the lead: indent, residue, Markdown signs, number."""
    end: int
    """Before trailing white space and emphasis."""
    number: Number | None
    level: int
    """Declared by the format or by `#`; 0 for none."""
    bold: bool
    bullet: bool
    plain: bool
    """A paragraph of running text, not a cell, note, header or code."""

    @property
    def length(self) -> int:
        """Characters between `start` and `end`."""
        return self.end - self.start


class Candidate(NamedTuple):
    """A heading whose part is not known yet, and so neither its level nor its body."""

    line: Line
    end: int
    rank: float
    kind: str


def read_line(text: str, index: int, block: Block) -> Line:
    """A block as a `Line`; `index` is its index in the document."""
    start, end = block.start, block.end
    if block.kind == "toc":  # what stands there is no text of the report
        return Line(index, start, start, None, 0, False, False, False)
    level, bullet, bold = block.level, False, False
    if text[start:end][:1] in _LED:
        lead = _LEAD.match(text, start, end)
        if lead:
            start = lead.end()
            hashes, mark, stars = lead.group("hashes", "bullet", "bold")
            level = level or (len(hashes.strip()) if hashes else 0)
            bullet, bold = bool(mark), bool(stars)
    while end > start and text[end - 1] in " \u3000\t*_":
        end -= 1
    number = number_at(text, start, end)
    if number:
        start = number.end
        while start < end and text[start] in " \u3000\t*":
            start += 1
    elif block.label:
        number = label_number(block.label, start)
    return Line(index, start, end, number, level, bold, bullet, block.kind == "paragraph")


_LED = frozenset(">＞ \t\u3000\ufeff\xa0&#-*+_\n\r\v\f\u2028")
"""The characters that the lead of a line can begin with; most lines have no lead."""


def may_open(char: str) -> bool:
    """Whether a number, or the lead before one, can begin with a character: most lines begin otherwise."""
    return char in OPENERS or char in _LED


def opening(text: str, block: Block) -> tuple[Number | None, int]:
    """The number that opens a block, typed or generated, and the heading level that is declared (or 0)."""
    line = read_line(text, 0, block)
    return line.number, line.level


# --- candidates -----------------------------------------------------------------------------------


def candidates(text: str, lines: Sequence[Line], types: LineTypes) -> list[Candidate]:
    """Every line that is, or opens with, a heading."""
    found = []
    for index, line in enumerate(lines):
        if line.plain and line.start < line.end:
            following = lines[index + 1] if index + 1 < len(lines) else None
            candidate = _candidate(text, line, following, types)
            if candidate:
                found.append(candidate)
    return found


def _candidate(text: str, line: Line, following: Line | None, types: LineTypes) -> Candidate | None:
    """The heading that a line is or opens with, or None."""
    if line.level and line.length <= 80:
        return Candidate(line, _words_end(text, line.start, line.end), line.level, "line")
    stop = _STOP.search(text, line.start, line.end)
    if line.number:
        return _numbered(text, line, following, stop, RANKS.get(line.number.style, 5))
    if line.bold and not line.bullet:
        return _bold(text, line)
    if text[line.start] == "【" and not line.bullet:
        return _bracketed(text, line, following)
    if stop and stop.group() in "：:" and not line.bullet and _is_label(text, line, stop, types):
        return Candidate(line, stop.start(), _LABEL, "run-in")
    if stop is None and _is_short_heading(text, line, following, types):
        return Candidate(line, line.end, UNNUMBERED, "line")
    return None


def _numbered(
    text: str, line: Line, following: Line | None, stop: re.Match[str] | None, rank: float
) -> Candidate | None:
    """The heading of a numbered line: the whole line, or its short first sentence."""
    assert line.number is not None
    item = line.number.style in _ITEMS
    if stop is None or (stop.group() in "：:" and not _has_sentence(text, stop.end(), line.end)):
        fits = not item and (line.length <= (45 if rank < 5 else 30) or line.bold)
        return Candidate(line, line.end, rank, "line") if fits else None
    words = stop.start() - line.start
    if stop.group() in "；;" or words < 2:
        return None
    if stop.end() >= line.end:
        fits = not item and rank < 5 and words <= 45 and not _continues(line, following)
        return Candidate(line, stop.start(), rank, "line") if fits else None
    limit = 12 if stop.group() in "：:" else 24 if item else 40 if rank < 5 else 26
    return Candidate(line, stop.start(), rank, "item" if item else "run-in") if words <= limit else None


def _has_sentence(text: str, start: int, end: int) -> bool:
    """Whether a sentence or clause ends between two offsets, or right before the second."""
    return text[end - 1] in LINE_ENDS or "。" in text[start:end]


def _continues(line: Line, following: Line | None) -> bool:
    """Whether the next line is the next item of the same list, so that this one has no text under it."""
    one, other = line.number, following and following.number
    return bool(one and other and one.style == other.style and other.values[-1] == one.values[-1] + 1)


def _bold(text: str, line: Line) -> Candidate | None:
    """A line in bold, or a paragraph that opens with a short sentence in bold."""
    close = text.find("**", line.start, line.end)
    end = line.end if close < 0 else close
    if end - line.start > 30 or not count_han(text[line.start : end]):
        return None
    kind = "run-in" if 0 <= close < line.end - 2 else "line"
    if kind == "run-in" and text[end - 1] not in "。：:":
        return None
    return Candidate(line, _words_end(text, line.start, end), _BOLD, kind)


def _bracketed(text: str, line: Line, following: Line | None) -> Candidate | None:
    """A heading in 【…】 on a line of its own above running text; above a number it is a field to fill in."""
    closed = text[line.end - 1] == "】" and "】" not in text[line.start : line.end - 1]
    if not closed or not 5 <= line.length <= 22 or following is None:
        return None
    if following.number or not following.plain or following.length < 20:
        return None
    if text.startswith("【", following.start):
        return None
    return Candidate(line._replace(start=line.start + 1), line.end - 1, UNNUMBERED, "line")


def _is_label(text: str, line: Line, stop: re.Match[str], types: LineTypes) -> bool:
    """Whether a paragraph opens with a label ("存在问题：…") before text of some length."""
    words = text[line.start : stop.start()]
    long_enough = 2 <= len(words) <= 8 and line.end - stop.end() >= 16
    return long_enough and count_han(words) == len(words) and not types.is_closing(words)


def _is_short_heading(text: str, line: Line, following: Line | None, types: LineTypes) -> bool:
    """Whether an unnumbered line is a heading: short, no sentence, and a longer text under it."""
    if line.bullet or not 4 <= line.length <= 22 or following is None or not following.plain:
        return False
    words = text[line.start : line.end]
    if words[-1] in LINE_ENDS or words[0] in "（(【[《○●★◆■□“" or "，" in words[:3] or count_han(words) < 4:
        return False
    if "\u3000" in words or "  " in words or "\t" in words:
        return False
    above_text = (
        following.number is not None
        or following.bullet
        or text.startswith(_LIST_MARKS, following.start)
        or following.length >= max(24, line.length + 8)
    )
    return above_text and not (types.is_signer(words) or is_date(words) or types.is_closing(words))


def _words_end(text: str, start: int, end: int) -> int:
    """`end` without the marks that may close a heading."""
    while end > start and text[end - 1] in COMMON_CLAUSE_ENDS + "：:.*_# \u3000;,":
        end -= 1
    return end


# --- levels and bodies ----------------------------------------------------------------------------


def headings(text: str, found: Sequence[Candidate], stop: int) -> tuple[Heading, ...]:
    """The headings of one part, which ends at `stop`: levels from ranks, bodies from levels."""
    levels = _levels(found)
    result: list[Heading] = []
    ends: list[int] = [stop] * (max(levels, default=0) + 1)
    for index in range(len(found) - 1, -1, -1):
        line, end, _, kind = found[index]
        level = levels[index]
        end = _words_end(text, line.start, end)
        result.append(Heading(line.start, end, level, line.number, kind, line.block, min(ends[: level + 1])))
        ends[level:] = [line.number.start if line.number else line.start] * (len(ends) - level)
    return tuple(reversed(result))


def _levels(found: Sequence[Candidate]) -> list[int]:
    levels: list[int] = []
    stack: list[float] = []
    numbered_top = any(head.rank <= RANKS["一、"] for head in found if head.line.number)
    for head in found:
        rank = head.rank
        if head.line.level:
            rank = head.line.level / 10
        elif rank == UNNUMBERED and not numbered_top:
            rank = 0.5
        while stack and stack[-1] >= rank:
            stack.pop()
        stack.append(rank)
        levels.append(len(stack))
    return levels
