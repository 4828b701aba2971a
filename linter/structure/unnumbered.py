"""Headings without a number and without a level: short lines, labels, lines in 【…】 or behind a list sign.

Some are sure by themselves: a short line above a paragraph, "存在问题：…". The others are headings in
company only, when the document has several lines of the same form, as the headings of one report have:
`压责任` / `强学习`, `【本周完成】` / `【下周计划】`, `第一桨：船长领责` / `第二桨：众人划水`.
"""

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from linter.structure.line_types import LineTypes, is_date
from linter.text.characters import LIST_SIGNS
from linter.text.numerals import DECIMAL, ONE_TO_TEN
from linter.text.sentences import ANY_STOPS, CLAUSE_ENDS, CLOSING_QUOTES, LINE_ENDS

if TYPE_CHECKING:
    from linter.structure.headings import Line

_SHORT, _LONG = 22, 30
"""Characters of a heading that is sure by itself, and of one in company, at most."""
_LABEL, _NAMED = 8, 12
"""Characters of a label before text on the same line, and of one on a line of its own, at most."""
_REST = 16
"""Characters behind a label, at least: less is an entry of a form."""
_OPENING = 20
"""Characters of a sentence that opens a paragraph as its heading, at most."""
_SHORT_LINE = "short"
"""The family of short lines of plain words: they are headings unless there is nothing under them."""
_OPENINGS = "…。"
"""The family of such sentences: they are headings where three paragraphs in a row open so."""
_SIGNS = LIST_SIGNS + "○□★"
_NUMERALS = DECIMAL + ONE_TO_TEN
"""A label that ends in one numbers its line: 指标一：主体责任."""
_BRACKETS = "（(【[《“〔"
_STATING = "了是不很已有没未我您"
"""Characters of a short sentence that states something; a heading that opens a paragraph has none."""
_FINISHED = ANY_STOPS + ".…"


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


def form(
    text: str, before: "Line | None", line: "Line", following: "Line | None", types: LineTypes
) -> Form | None:
    """The form of an unnumbered line, or None: it can be no heading."""
    words = text[line.start : line.end]
    sign = "-" if line.bullet else words[0] if words[0] in _SIGNS else ""
    if words[0] == "【":
        return _bracketed(text, before, line, following)
    if sign:
        return _behind_sign(text, line, following, sign)
    return (
        _label(text, before, line, following, types)
        or _plain(text, before, line, following, types)
        or _sentence(line, _first_stop(words), words)
    )


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


def _bracketed(text: str, before: "Line | None", line: "Line", following: "Line | None") -> Form | None:
    """`【本周完成】` above text, or before it; alone of its kind above a number, it is a field to fill in."""
    close = text.find("】", line.start, line.end)
    inner = close - line.start - 1
    if not 1 <= inner <= _LONG:
        return None
    rest = text[close + 1 : line.end]
    if rest:
        number = inner <= 2 and _is_heading_like(rest, _LONG)
        start, end = (close + 1, line.end) if number else (line.start + 1, close)
        fits = number or len(rest) >= _REST
        return Form(start, end, not number, "【】…", sure=False) if fits else None
    if following is None or not following.plain or text.startswith("【", following.start):
        return None
    field = before is not None and text.startswith("【", before.start)
    sure = 3 <= inner <= 20 and not following.number and following.length >= 20 and not field
    return Form(line.start + 1, close, False, "【】", sure)


def _behind_sign(text: str, line: "Line", following: "Line | None", sign: str) -> Form | None:
    """`●存在问题` above text that has no such sign; `• 责任体系。…`, `- 谁来抓：…`."""
    start = line.start if line.bullet else line.start + 1
    while start < line.end and text[start] in " \t\u3000":
        start += 1
    words = text[start : line.end]
    stop = _first_stop(words)
    if 2 <= stop <= _LABEL and words[stop : stop + 1] in tuple("。：:") and len(words) - stop > _REST:
        return Form(start, start + stop, True, sign + "…", sure=False)
    listed = following is None or following.bullet or text.startswith(sign, following.start)
    if listed or not _is_heading_like(words, _LONG) or not stands_above(text, len(words), following):
        return None
    return Form(start, line.end, False, sign, sure=False)


def _label(
    text: str, before: "Line | None", line: "Line", following: "Line | None", types: LineTypes
) -> Form | None:
    """`存在问题：…`; `下一步工作：` alone, which above all text may be an address; `差距和短板。…`."""
    words = text[line.start : line.end]
    stop = _first_stop(words)
    label, rest = words[:stop], len(words) - stop - 1
    if len(label) < 2 or not label.isalnum() or types.is_closing(label) or label[0].isdigit():
        return None
    end = line.start + stop
    if rest == 0 and words[stop] in "：:" and stop <= _NAMED:
        if types.opens_report(label) or types.is_signer(label) or not _is_over(text, line, following):
            return None
        return Form(line.start, end, False, "：", _is_told(text, before))
    if rest < _REST or stop > _LABEL or (label[-1] in _NUMERALS and _is_heading_like(words, _LONG)):
        return None
    if words[stop] in "：:":
        return Form(line.start, end, True)
    nominal = words[stop] == "。" and not any(char in _STATING for char in label)
    return Form(line.start, end, True) if nominal else None


def _plain(
    text: str, before: "Line | None", line: "Line", following: "Line | None", types: LineTypes
) -> Form | None:
    """A short line above a longer text, or below all text, where the one who wrote it stopped."""
    words = text[line.start : line.end]
    over = stands_above(text, line.length, following)
    last = not over and _is_told(text, before) and _is_end(text, following, types)
    if not _is_heading_like(words, _LONG) or not (over or last):
        return None
    signed = types.is_signer(words) and not any(mark in words for mark in CLAUSE_ENDS)
    if signed or is_date(words) or types.is_closing(words) or types.opens_report(words):
        return None
    family = _family(words)
    if last and (family != _SHORT_LINE or types.names_unit(words)):
        return None
    return Form(line.start, line.end, False, family, over and family == _SHORT_LINE)


def _sentence(line: "Line", stop: int, words: str) -> Form | None:
    """The short sentence that opens a long paragraph: the heading of several paragraphs that open alike."""
    short = 4 <= stop <= _OPENING and words[stop : stop + 1] in tuple("。？！")
    fits = short and len(words) - stop > 2 * _OPENING and words[0] not in _BRACKETS and words[0].isalpha()
    return Form(line.start, line.start + stop, True, _OPENINGS, sure=False) if fits else None


def _family(words: str) -> str:
    """What is unusual about a line; `_SHORT_LINE` for a short line of plain words."""
    letters = sum(char.isalpha() for char in words)
    if "\u3000" in words or "  " in words or "\t" in words:
        halves = words.split()
        parallel = len(halves) == 2 and len(halves[0]) == len(halves[1]) > 2
        return _SHORT_LINE if parallel else "blank"
    if _first_stop(words) < len(words):
        return "？" if words[-1] in "？?" else "：…"
    if letters < 4:
        return "brief"
    return _SHORT_LINE if len(words) <= _SHORT else "long"


def _is_heading_like(words: str, longest: int) -> bool:
    """Whether words are as short as a heading, begin as one and do not end as running text."""
    question = words.endswith(("？", "?")) and not any(mark in words[:-1] for mark in ANY_STOPS)
    return (
        2 <= len(words) <= longest
        and (question or words[-1] not in LINE_ENDS + "：:.")
        and words[0] not in _BRACKETS
        and words[0].isalpha()
        and "，" not in words[:3]
    )


def stands_above(text: str, length: int, following: "Line | None") -> bool:
    """Whether what follows a line of some length is text under it: a list, or a longer paragraph."""
    if following is None or not following.plain or following.start >= following.end:
        return False
    if following.number or following.bullet or text[following.start] in LIST_SIGNS + "○":
        return True
    finished = text[following.start : following.end].rstrip(CLOSING_QUOTES).endswith(tuple(_FINISHED))
    return following.length >= max(24, length + 8) or (finished and following.length > length + 2)


def _is_told(text: str, before: "Line | None") -> bool:
    """Whether the line above is text: it ends as a sentence does."""
    return before is not None and before.start < before.end and text[before.end - 1] in _FINISHED


def _is_end(text: str, following: "Line | None", types: LineTypes) -> bool:
    """Whether the text ends above a line: it is the signature, or there is none."""
    if following is None:
        return True
    words = text[following.start : following.end]
    return is_date(words) or types.is_signer(words) or types.names_unit(words)


def _is_over(text: str, line: "Line", following: "Line | None") -> bool:
    """Whether a label on a line of its own has text under it, or another label, or the end of the text."""
    if following is None or following.start >= following.end or text[following.end - 1] in "：:":
        return True
    return stands_above(text, line.length, following)


def _first_stop(words: str) -> int:
    """Where the first mark stands that ends a sentence or a label; the length of the words for none."""
    return next((place for place, char in enumerate(words) if char in ANY_STOPS + "：:"), len(words))
