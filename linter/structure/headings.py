"""Lines → headings. Headings in Chinese office drafts are lines like any other.

A heading is recognised by, in this order: its place in a table that is filled in
(`linter.structure.form_tables`), a level that the format declares (Word, Markdown, HTML), a number
(`linter.structure.numbers`), bold type, or its form (`linter.structure.unnumbered`). A number or a label
may also open a paragraph whose first short sentence is the heading ("（二）狠抓学习。…", "存在问题：…"),
called run-in here.

Levels: numbers rank 第一部分 > 第一章 > 一、 > （一） > 1. > （1） > ① > 一是, and a part's levels
count only the ranks it uses, so that a report that begins with （一） has it as level 1.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from linter.model.outline import Heading, Number
from linter.structure.lines import Line
from linter.structure.source import Source
from linter.structure.unnumbered import Form, form, in_company
from linter.text.characters import count_han, up_to
from linter.text.sentences import ANY_STOPS, COLONS, COMMON_CLAUSE_ENDS, LINE_ENDS

RANKS = {
    "第一部分": 1, "第一篇": 1, "第一章": 2, "一、": 3, "甲、": 3, "第一节": 3,
    "（一）": 4, "(一)": 4, "（一)": 4, "(一）": 4,
    "1.": 5, "1、": 5, "1，": 5, "1.1": 6,
    "（1）": 7, "(1)": 7, "（1)": 7, "(1）": 7, "1）": 7, "1)": 7, "①": 8,
    "第一，": 9, "其一，": 9, "一是": 9, "一要": 9, "一来": 9,
}  # fmt: skip
"""Depth of each style of number in a report that uses them all (GB/T 9704-2012, 7.3.3)."""

UNNUMBERED = 4.5
_BOLD, _LABEL = 8.5, 8.7
"""Depth of headings without a number: of lines by their form, in bold, and of labels before text."""
_FIELD = 0.1
"""Depth of a form's label; a label right of it is as much deeper, the headings in its text are more."""
_ORDINALS = ("第一，", "其一，")
"""Styles of items that may also stand on lines of their own, as headings."""
_ITEMS = ("一是", "一要", "一来", *_ORDINALS)
"""Styles of items within running text."""

_STOP = re.compile(rf"[{ANY_STOPS}：]|:(?!\d)")


class Candidate(NamedTuple):
    """A heading whose part is not known yet, and so neither its level nor its body."""

    line: Line
    end: int
    rank: float
    kind: str


# --- candidates -----------------------------------------------------------------------------------


def candidates(source: Source) -> list[Candidate]:
    """Every line that is, or opens with, a heading."""
    text = source.text
    found: list[Candidate] = []
    forms: list[tuple[int, Form]] = []
    for index, line in enumerate(source.lines):
        if line.field:
            end = _words_end(text, line.start, line.end)
            found.append(Candidate(line, end, _FIELD * line.field, "line"))
        elif line.plain and line.start < line.end:
            candidate = _marked(source, index)
            if candidate:
                found.append(candidate)
            elif line.number is None and (guess := form(source, index)):
                found.append(_guessed(line, guess))
                forms.append((line.block, guess))
    lonely = {block for block, _ in forms} - in_company(forms)
    return [candidate for candidate in found if candidate.line.block not in lonely]


def _marked(source: Source, index: int) -> Candidate | None:
    """The heading that a level, a number or bold type tells of, or None."""
    text, line = source.text, source.lines[index]
    if line.level and line.length <= 80:
        return Candidate(line, _words_end(text, line.start, line.end), _rank(line), "line")
    if line.number:
        return _numbered(source, index, line.number, RANKS.get(line.number.style, 5))
    return _bold(text, line) if line.bold and not line.bullet else None


def _rank(line: Line) -> float:
    """The rank of a line with a level: this, or that of its number where a `#` was typed in a file that is no
    Markdown, as in an assistant's answer that was pasted into Word.
    """
    if not line.signed:
        return line.level
    return RANKS.get(line.number.style, 5) if line.number else UNNUMBERED + line.level / 10


def _guessed(line: Line, guess: Form) -> Candidate:
    """The heading that the form of an unnumbered line tells of."""
    moved = line._replace(start=guess.start)
    if guess.opens_text:
        return Candidate(moved, guess.end, _LABEL, "run-in")
    return Candidate(moved, guess.end, UNNUMBERED, "line")


def _numbered(source: Source, index: int, number: Number, rank: float) -> Candidate | None:
    """The heading of a numbered line: the whole line, or its short first sentence."""
    text, line = source.text, source.lines[index]
    stop = _STOP.search(text, line.start, line.end)
    item = number.style in _ITEMS
    if stop is None or (stop.group() in COLONS and not _has_sentence(text, stop.end(), line.end)):
        alone = not item or (number.style in _ORDINALS and source.stands_above(index))
        fits = alone and (line.length <= (45 if rank < 5 else 30) or line.bold)
        return Candidate(line, line.end, rank, "line") if fits else None
    words = stop.start() - line.start
    if stop.group() in "；;" or words < 2:
        return None
    if stop.end() >= line.end:
        fits = not item and rank < 5 and words <= 45 and not _continues(line, source.line_below(index))
        return Candidate(line, stop.start(), rank, "line") if fits else None
    limit = 12 if stop.group() in COLONS else 24 if item else 40 if rank < 5 else 26
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
    end = up_to(text, "**", line.start, line.end)
    if end - line.start > 30 or not count_han(text[line.start : end]):
        return None
    kind = "run-in" if end < line.end - 2 else "line"
    if kind == "run-in" and text[end - 1] not in "。：:":
        return None
    return Candidate(line, _words_end(text, line.start, end), _BOLD, kind)


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
        body = line.cell or (end, min(ends[: level + 1]))
        result.append(Heading(line.start, end, level, line.number, kind, line.block, *body))
        ends[level:] = [line.number.start if line.number else line.start] * (len(ends) - level)
    return tuple(reversed(result))


def _levels(found: Sequence[Candidate]) -> list[int]:
    levels: list[int] = []
    stack: list[float] = []
    numbered_top = any(head.rank <= RANKS["一、"] for head in found if head.line.number)
    for head in found:
        rank = head.rank
        if head.line.level and not (head.line.signed and numbered_top):
            rank = head.line.level / 10
        elif rank == UNNUMBERED and not numbered_top:
            rank = 0.5
        while stack and stack[-1] >= rank:
            stack.pop()
        stack.append(rank)
        levels.append(len(stack))
    return levels
