"""Numbers that are missing before their unit: 召开会议次, 闲置超过个月, 共 人,     年  月  日.

A unit before a punctuation mark, with no number or quantifier in front of it, is a gap when

- two or more blanks stand there, or
- a word that wants a number next (超过, 共计), or
- a noun that is counted by this unit (患者人, 展板块), or
- any other noun, if the unit is one that seldom ends a word (次, 个, 例, 公里) and, where it is a
  single character, word segmentation agrees that it is a word of its own here.

Most units also end words (姓名, 市场, 定期, 负责人): only the last step needs a dictionary, and only
for places that the vocabulary leaves in doubt.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Iterator
from itertools import accumulate

from linter.model.document import Span
from linter.text.characters import has, is_han
from linter.text.numerals import AMOUNTS, COUNTED
from linter.text.sentences import CLAUSE_ENDS

_BLANK = " \u3000"
_BOUNDARIES = CLAUSE_ENDS + ",;）)”’"
_COMPLETE = frozenset(AMOUNTS + "每各整某这那该此本首末近来上下前后逐全单双俩些若第同另再初历头满个")
_NUMERALS = frozenset(COUNTED)
_LONGEST = 4
"""Characters of the longest word before a unit that is looked up."""
_ENDS = frozenset("群会班组队室站栏岗点馆店墙屏课")
"""Characters that end the name of something counted: 工作群, 局务会, 冬训班."""
_THOUSANDS = frozenset("达超过破近上数")
"""What makes 万元 a number of its own: 年收入超万元."""
_DATE = f"年[{_BLANK}]+月|月[{_BLANK}]+日"
_DATE_TRIGGERS = tuple(word + blank for word in "年月" for blank in _BLANK)
_TAIL = rf"[{_BLANK}\d]*日"


def gaps(
    units: Iterable[str], leads: Iterable[str], counted: dict[str, tuple[str, ...]], known: Iterable[str]
) -> Callable[[str], Iterator[Span]]:
    """A finder of gaps.

    `units` are looked for behind any noun, those of `counted` behind its nouns only, all of them
    behind `leads`; `known` are words that end in a unit and count nothing.
    """
    loose = frozenset(units)
    names = sorted({*loose, *counted}, key=len, reverse=True)
    by_end: dict[str, list[str]] = {}
    for name in names:
        by_end.setdefault(name[-1], []).append(name)
    numbers = _COMPLETE.difference(name[-2] for name in names if len(name) > 1)
    lead_words = tuple(leads)
    exceptions = frozenset(known)
    sizes = sorted(set(map(len, exceptions)))

    def is_gap(text: str, begin: int, stop: int, start: int, unit: str) -> bool:
        return (
            (start - stop > 1 and stop - begin > 1)
            or text.endswith(lead_words, begin, stop)
            or text.endswith(counted.get(unit, ()), begin, stop)
            or (unit in loose and stop - begin > 1 and _stands_alone(text, begin, stop, unit))
        )

    def find(text: str) -> Iterator[Span]:
        for end in _clause_ends(text, by_end, numbers):
            unit = next((name for name in by_end[text[end - 1]] if text.endswith(name, 0, end)), None)
            if unit is None or text[end - len(unit) - 1 : end - len(unit)] in _COMPLETE:
                continue
            if any(text[max(0, end - size) : end] in exceptions for size in sizes if size > len(unit)):
                continue
            start = end - len(unit)
            stop = _before_blanks(text, start)
            begin = _noun(text, stop)
            if begin == stop or _is_complete(text, stop, unit):
                continue
            if is_gap(text, begin, stop, start, unit):
                yield begin, end

    return find


def _clause_ends(text: str, last: Container[str], number: Container[str]) -> Iterator[int]:
    """Where a clause ends in a character of `last` that is not behind one of `number`.

    Split by hand: `re` needs 2 ms to compile the three classes of characters.
    """
    for boundary in _BOUNDARIES:
        text = text.replace(boundary, "\n")
    clauses = text.split("\n")
    found = [at for at, clause in enumerate(clauses) if clause[-1:] in last and clause[-2:-1] not in number]
    if found:
        ends = list(accumulate(map(len, clauses)))
        yield from (ends[at] + at for at in found)


def _is_complete(text: str, stop: int, unit: str) -> bool:
    """Whether what stands before a unit already says how many: 三, 上千 before 万, 2万册 before 次."""
    before = text[stop - 1]
    if unit == "次" and text[stop - 2 : stop - 1] in _NUMERALS:
        return True
    return before in _COMPLETE or (unit[0] in "万亿" and before in _THOUSANDS)


def _before_blanks(text: str, start: int) -> int:
    while start and text[start - 1] in _BLANK:
        start -= 1
    return start


def _noun(text: str, stop: int) -> int:
    """Where the up to four Chinese characters before `stop` begin."""
    begin = stop
    while begin and stop - begin < 4 and is_han(text[begin - 1]):
        begin -= 1
    return begin


def _stands_alone(text: str, begin: int, stop: int, unit: str) -> bool:
    """Whether the unit is a word of its own, behind a word or the end of a name (局务会)."""
    if len(unit) > 1:
        return True
    from linter.text.dictionary import is_word

    while begin and stop - begin < _LONGEST and is_han(text[begin - 1]):
        begin -= 1
    before = text[begin:stop]
    sizes = range(1, min(_LONGEST, len(before)) + 1)
    if any(is_word(before[-size:] + unit) for size in sizes):
        return False
    return before[-1:] in _ENDS or any(is_word(before[-size:]) for size in sizes if size > 1)


def blank_dates(text: str) -> Iterator[Span]:
    """Dates without their numbers: `年  月  日`, `2024年  月  日`."""
    if not has(text, _BLANK) or not has(text, _DATE_TRIGGERS):
        return
    last = 0
    for match in re.finditer(_DATE, text):
        start, end = match.span()
        if start < last or text[end : end + 1] in ("均", "度", "底", "份", "初"):
            continue
        while start and (text[start - 1] in _BLANK or text[start - 1].isdigit()):
            start -= 1
        tail = re.compile(_TAIL).match(text, end)
        last = tail.end() if tail else end
        yield start, last
