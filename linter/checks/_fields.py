"""The grammar of template fields: 【单位名称】, [日期], {{name}}, ${x}, %name%, «姓名».

Program-like brackets are fields whatever they hold. The others also serve as headings
(【组织领导】), labels (【时间】3月5日) and references ([1]), so what counts is where they stand: within
a clause a field's name is enough; at the head of a line only an instruction (【待补】) or the name
of a field that no report would head a paragraph with (【姓名】). Once a file has one sure field,
every bracket of that shape that is no heading or label is taken for one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

Span = tuple[int, int]

_OPENER = re.compile(r"[$【［\[{<〈«%](?:(?<![%$])|(?<=%)(?=[A-Za-z_])|(?<=\$)(?=\{))")
_BRACKETS = re.compile(
    r"\{\{[^{}\n]{1,40}\}\}|\$\{[^{}\n]{1,40}\}|«[^«»\n]{1,40}»|(?<![\d%])%[A-Za-z_]{2,20}%"
    r"|【([^【】\n]{1,80})】|［([^［］\n]{1,80})］|\[([^\[\]\n]{1,80})\](?!\()|\{([^{}\n]{1,80})\}"
    r"|<([^<>\n]{1,80})>|〈([^〈〉\n]{1,80})〉"
)
_TITLE_MARKS = "<〈"
_HAN = re.compile(r"[\u4e00-\u9fff]")
_MASK = re.compile(r"[×XxＸ*＊_＿○〇□]{2}|某某")
_LEAD = re.compile(r"[\s#>*+|-]*(?:[（(]?[\d一二三四五六七八九十]+[）)、.．]?[\s*]*)*")
_BREAKS = frozenset("。；;！？ \u3000\t|】］]")
_RUNNING = re.compile(r"[\s\u3000]*[^\s\u3000【［\[{#\-（(一二三四五六七八九十\d][^\n]{10,}")


def fields(
    instructs: Callable[[str], bool], names: frozenset[str], endings: tuple[str, ...]
) -> Callable[[str], Iterator[Span]]:
    """A finder of fields.

    `instructs` tells an instruction to the writer; `names` are fields even at the head of a
    line, words with one of the `endings` only within a clause or on a line without text below.
    """

    def sure(text: str, match: re.Match[str]) -> bool:
        if match.lastindex is None:
            return True
        inside = match.group(match.lastindex).strip().rstrip("0123456789")
        if instructs(inside):
            return True
        place = _place(text, *match.span())
        if inside in names:
            return place != "heading"
        return place in ("clause", "line") and match.group()[0] not in _TITLE_MARKS and inside.endswith(endings)

    def find(text: str) -> Iterator[Span]:
        if not _OPENER.search(text):
            return
        found = [match for match in _BRACKETS.finditer(text) if _may_be_field(match)]
        certain = {match.start() for match in found if sure(text, match)}
        shapes = {text[start] for start in certain}.difference(_TITLE_MARKS)
        for match in found:
            start, end = match.span()
            if start in certain or (text[start] in shapes and _place(text, start, end) in ("clause", "line")):
                yield start, end

    return find


def _may_be_field(match: re.Match[str]) -> bool:
    """Whether a bracket holds Chinese words and no mask (which is found as such)."""
    inside: Any = match.group(match.lastindex) if match.lastindex else None
    return inside is None or (_HAN.search(inside) is not None and not _MASK.search(inside))


def _place(text: str, start: int, end: int) -> str:
    """Where a bracket stands: `clause` (within one), `label` (text follows on its line), `line` (it
    is the line) or `heading` (it is the line, and running text follows)."""
    line = text.rfind("\n", 0, start) + 1
    lead = _LEAD.match(text, line)
    if start > (lead.end() if lead else line) and text[start - 1] not in _BREAKS:
        return "clause"
    stop = text.find("\n", end)
    stop = len(text) if stop < 0 else stop
    rest = text[end:stop].strip(" \u3000\t*|")
    if rest:
        return "clause" if rest in "：:" else "label" if _BRACKETS.sub("", rest).strip() else "line"
    below = stop
    while text[below : below + 1] == "\n":
        below += 1
    return "heading" if _RUNNING.match(text, below) else "line"
