"""Numbers that are missing before their unit: 召开会议次, 闲置超过个月, 共 人,     年  月  日."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from linter.patterns import words

_BOUNDARY = r"(?=[，。；、：！？,;）)”’\n]|$)"
_BLANK = " \u3000\xa0"
_COMPLETE = frozenset("0123456789０１２３４５６７８９一二三四五六七八九十百千万亿零〇○两几数多余半每各整某这那该此本首末近来上下前后逐全单双俩些若第同另再初历头满个")
_DATE = re.compile(rf"年[{_BLANK}]+月|月[{_BLANK}]+日")


def gaps(
    units: str, lead_units: str, leads: str, exceptions: str
) -> Callable[[str], Iterator[tuple[int, int]]]:
    """A finder of gaps from vocabulary, each a list of words separated by blanks.

    `units` are looked for behind any noun, `lead_units` only behind one of `leads` (共, 超过);
    `exceptions` are words that end in a unit without counting (姓名, 定期).
    """
    behind_noun = units.split()
    unit = words([*behind_noun, *lead_units.split()])
    assert unit is not None
    pattern = re.compile(f"(?:{unit.pattern}){_BOUNDARY}", re.MULTILINE)
    safe = frozenset(behind_noun)
    known = frozenset(exceptions.split())
    lead_words = tuple(leads.split())

    def find(text: str) -> Iterator[tuple[int, int]]:
        for match in pattern.finditer(text):
            start, end = match.span()
            if start and text[start - 1] not in _COMPLETE:
                begin = _noun(text, start, end, match.group() in safe, known, lead_words)
                if begin is not None:
                    yield begin, end

    return find


def _noun(
    text: str, start: int, end: int, safe: bool, known: frozenset[str], leads: tuple[str, ...]
) -> int | None:
    """Where the noun or lead begins that wants a number before the unit at `start`; None without a gap."""
    stop = start
    while stop and text[stop - 1] in _BLANK:
        stop -= 1
    begin = stop
    while begin and stop - begin < 4 and "\u4e00" <= text[begin - 1] <= "\u9fff":
        begin -= 1
    if stop - begin == 0 or text[stop - 1] in _COMPLETE:
        return None
    if any((text[cut:stop] + text[start:end]) in known for cut in range(begin, stop)):
        return None
    if text.startswith(leads, begin) or text.endswith(leads, 0, stop):
        return begin if text.endswith(leads, 0, stop) or safe else None
    return begin if safe and stop - begin >= 2 else None


def blank_dates(text: str) -> Iterator[tuple[int, int]]:
    """Dates without their numbers: `年  月  日`, `2024年  月  日`."""
    last = 0
    for match in _DATE.finditer(text):
        start, end = match.span()
        if start < last or text[end : end + 1] in ("均", "度", "底", "份", "初"):
            continue
        while start and (text[start - 1] in _BLANK or text[start - 1].isdigit()):
            start -= 1
        tail = re.compile(rf"[{_BLANK}\d]*日").match(text, end)
        last = tail.end() if tail else end
        yield start, last
