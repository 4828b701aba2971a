"""Headings without a number and without a level: short lines, labels, lines in 【…】 or behind a list sign.

Some are sure by themselves: a short line above a paragraph, "存在问题：…". The others are headings in
company only, when the document has several lines of the same form, as the headings of one report have:
`压责任` / `强学习`, `【本周完成】` / `【下周计划】`, `第一桨：船长领责` / `第二桨：众人划水`.

A line that says a heading word of the ruleset and nothing else is a heading whatever stands below it: the
author of a weekly report of three lines heads them `本周完成`, `存在困难`, `下周计划`.
"""

import re
from collections import Counter
from collections.abc import Collection, Sequence
from typing import NamedTuple

from linter.model.document import Span
from linter.structure.line_types import is_date
from linter.structure.source import LIST_MARKS, Source
from linter.text.characters import has, small
from linter.text.numerals import DECIMAL, ONE_TO_TEN
from linter.text.sentences import ANY_STOPS, CLAUSE_ENDS, COLONS, FULL_STOPS, LINE_ENDS

_NEVER_FIRST = "（(【[《“〔"
"""Marks with which no heading begins."""
_LONGEST = 30
"""Characters of a heading without a number, at most."""
_SHORT = 22
"""Characters of a line of plain words that is a heading by itself, at most."""
_LABEL, _NAMED = 8, 12
"""Characters of a label before text on the same line, and of one on a line of its own, at most."""
_REST = 16
"""Characters behind a label, at least: less is an entry of a form."""
_OPENING = 20
"""Characters of a sentence that opens a paragraph as its heading, at most."""
_SHORT_LINE = "short"
"""The family of short lines of plain words: they are headings unless there is nothing under them."""
_OPENINGS = "…。"
"""The family of sentences that open paragraphs: they are headings where three in a row do."""
_LABEL_ENDS = ("。", "：", ":")
_PAIRS = {"【": "】", "〔": "〕", "[": "]", "［": "］", "〈": "〉"}
"""Brackets around a heading."""
_POINTERS = "▲△▶►▼☆"
"""Signs that stand before a heading, and before other things: a heading word must follow."""
_NUMERALS = DECIMAL + ONE_TO_TEN
"""A label that ends in one numbers its line: 指标一：主体责任."""
_STATING = "了是不很已有没未我您"
"""Characters of a short sentence that states something; a heading that opens a paragraph has none."""


class Form(NamedTuple):
    """An unnumbered line that is, or opens with, a heading."""

    start: int
    end: int
    """The span of its words."""
    opens_text: bool
    """Whether text follows on the same line."""
    family: str = ""
    """What is peculiar to its form; empty for nothing."""
    sure: bool = True
    """Whether it is a heading by itself; if not, only beside others of its family."""


def form(source: Source, index: int) -> Form | None:
    """The form of an unnumbered line, or None: it can be no heading."""
    guess = _form(source, index)
    line, words = source.lines[index], source.words(index)
    span = named(words, source.names) if source.names and not line.bullet else None
    if span is None:
        return guess
    here, there = span
    opens_text = any(char.isalnum() for char in words[there:])
    return Form(line.start + here, line.start + there, opens_text, guess.family if guess else "")


def _form(source: Source, index: int) -> Form | None:
    """The form of an unnumbered line, whatever it says."""
    bullet, first = source.lines[index].bullet, source.words(index)[0]
    if first == "【":
        return _bracketed(source, index)
    if bullet or first in LIST_MARKS:
        return _behind_sign(source, index, "-" if bullet else first)
    return _label(source, index) or _plain(source, index) or _sentence(source, index)


def in_company(forms: Sequence[tuple[int, Form]]) -> set[int]:
    """The blocks of the forms that are headings: by themselves, or beside others of their family.

    `forms` are in reading order, each with the index of its block.
    """
    company = Counter(one.family for _, one in forms)
    opening = {block for block, one in forms if one.opens_text}

    def belongs(block: int, one: Form) -> bool:
        if one.family != _OPENINGS:
            return one.sure or company[one.family] > (2 if one.family == _SHORT_LINE else 1)
        rows = (range(block + step, block + step + 3) for step in (-2, -1, 0))
        return any(opening.issuperset(row) for row in rows)

    return {block for block, one in forms if belongs(block, one)}


def named(words: str, names: Collection[str]) -> Span | None:
    """The span of the heading word that a line is, or that opens it as a label: `★存在困难`, `【本周完成】`,
    `下周计划：…`. None where it has none.
    """
    first = words[:1]
    closing = words.find(_PAIRS[first]) if first in _PAIRS else -1
    dash = words.find("——")
    end = closing if closing > 0 else min(first_stop(words), dash if dash > 0 else len(words))
    word = words[:end].lstrip(LIST_MARKS + _POINTERS + "".join(_PAIRS) + " \u3000")
    start = end - len(word)
    joined = "".join(word.split())  # 下 一 步 打 算 is set apart to look wider
    return (start, start + len(word.rstrip())) if small(joined) in names else None


def _bracketed(source: Source, index: int) -> Form | None:
    """`【本周完成】` above text, or before it; alone of its kind above a number, it is a field to fill in."""
    text, line, following = source.text, source.lines[index], source.line_below(index)
    close = text.find("】", line.start, line.end)
    inner, rest = close - line.start - 1, text[close + 1 : line.end]
    if close < 0 or not inner:
        return None
    if rest and inner <= 2 and is_heading_like(rest):
        return Form(close + 1, line.end, False, "【】…", sure=False)
    if rest:
        return Form(line.start + 1, close, True, "【】…", sure=False) if len(rest) >= _REST else None
    if following is None or not following.plain or source.begins_with(index + 1, "【"):
        return None
    sure = 3 <= inner <= 20 and not following.number and following.length >= 20
    return Form(line.start + 1, close, False, "【】", sure and not source.begins_with(index - 1, "【"))


def _behind_sign(source: Source, index: int, sign: str) -> Form | None:
    """`●存在问题` above text that has no such sign; `• 责任体系。…`, `- 谁来抓：…`."""
    line, following = source.lines[index], source.line_below(index)
    words = source.words(index) if line.bullet else source.words(index)[1:].lstrip()
    start = line.end - len(words)
    stop = first_stop(words)
    if 2 <= stop <= _LABEL and words[stop : stop + 1] in _LABEL_ENDS and len(words) - stop > _REST:
        return Form(start, start + stop, True, sign + "…", sure=False)
    listed = following is None or following.bullet or source.begins_with(index + 1, sign)
    fits = not listed and is_heading_like(words) and source.stands_above(index, len(words))
    return Form(start, line.end, False, sign, sure=False) if fits else None


def _label(source: Source, index: int) -> Form | None:
    """`存在问题：…`, `下一步工作：` alone, `差距和短板。…`."""
    words, start = source.words(index), source.lines[index].start
    stop = first_stop(words)
    label, rest = words[:stop], len(words) - stop - 1
    if len(label) < 2 or not label.isalnum() or source.types.is_closing(label) or label[0].isdigit():
        return None
    if rest == 0 and words[stop] in COLONS and stop <= _NAMED:
        return _lone_label(source, index, label)
    if rest < _REST or stop > _LABEL or (label[-1] in _NUMERALS and is_heading_like(words)):
        return None
    nominal = words[stop] == "。" and not has(label, _STATING)
    return Form(start, start + stop, True) if words[stop] in COLONS or nominal else None


def _lone_label(source: Source, index: int, label: str) -> Form | None:
    """A label on a line of its own; above all text it may be an address (各科室：)."""
    addressed = source.types.opens_report(label) or source.types.is_signer(label)
    if addressed or not source.heads_section(index):
        return None
    start = source.lines[index].start
    return Form(start, start + len(label), False, "：", source.follows_text(index))


def _plain(source: Source, index: int) -> Form | None:
    """A short line above a longer text, or below all text, where the one who wrote it stopped."""
    words, line, types = source.words(index), source.lines[index], source.types
    if not is_heading_like(words):
        return None
    over = source.stands_above(index)
    if not over and not (source.follows_text(index) and source.ends_text(index)):
        return None
    signed = types.is_signer(words) and not has(words, CLAUSE_ENDS)
    if signed or is_date(words) or types.is_closing(words) or types.opens_report(words):
        return None
    family = _family(words)
    if not over and (family != _SHORT_LINE or types.names_unit(words)):
        return None
    return Form(line.start, line.end, False, family, over and family == _SHORT_LINE)


def _family(words: str) -> str:
    """What is unusual about a short line; `_SHORT_LINE` where it is one of plain words."""
    if "\u3000" in words or "  " in words or "\t" in words:
        halves = words.split()
        parallel = len(halves) == 2 and len(halves[0]) == len(halves[1]) > 2
        return _SHORT_LINE if parallel else "blank"
    if first_stop(words) < len(words):
        return "？" if words[-1] in "？?" else "：…"
    if sum(char.isalpha() for char in words) < 4:
        return "brief"
    return _SHORT_LINE if len(words) <= _SHORT else "long"


def _sentence(source: Source, index: int) -> Form | None:
    """The short sentence that opens a long paragraph: the heading of several paragraphs that open alike."""
    words, start = source.words(index), source.lines[index].start
    stop = first_stop(words)
    short = 4 <= stop <= _OPENING and words[stop : stop + 1] in tuple(FULL_STOPS)
    fits = short and len(words) - stop > 2 * _OPENING and words[0] not in _NEVER_FIRST and words[0].isalpha()
    return Form(start, start + stop, True, _OPENINGS, sure=False) if fits else None


def is_heading_like(words: str) -> bool:
    """Whether words are as short as a heading, begin as one and do not end as running text."""
    question = words.endswith(("？", "?")) and not has(words[:-1], ANY_STOPS)
    return (
        2 <= len(words) <= _LONGEST
        and (question or words[-1] not in LINE_ENDS + "：:.")
        and words[0] not in _NEVER_FIRST
        and words[0].isalpha()
        and "，" not in words[:3]
    )


_FIRST_STOP = re.compile(f"[{ANY_STOPS}：:]")


def first_stop(words: str) -> int:
    """Where the first mark stands that ends a sentence or a label; the length of the words for none."""
    stop = _FIRST_STOP.search(words)
    return stop.start() if stop else len(words)
