"""The grammar of template fields: 【单位名称】, [日期], 〔待填〕, {{name}}, ${x}, %name%, «姓名», 《》.

Program-like brackets are fields whatever they hold, empty ones too. The others also serve as
headings (【组织领导】), labels (【时间】3月5日) and references ([1]), so what counts is where they
stand: within a clause a field's name is enough; at the head of a line only an instruction (【待补】)
or the name of a field that no report would head a paragraph with (【姓名】). Once a file has one
sure field, every bracket of that shape that is no heading, label or award is taken for one.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Any

from linter.model.document import Span
from linter.text.characters import has
from linter.text.numerals import DECIMAL, ONE_TO_TEN
from linter.text.patterns import union
from linter.text.sentences import STOPS

_OPENERS = ("【", "［", "[", "{", "<", "〈", "«", "《》", "“”", "《 ", "“ ", "《\u3000", "“\u3000")
_BRACKETS = (
    r"《[ \u3000]*》|“[ \u3000]*”|【[ \u3000]*】"
    r"|\{\{[^{}\n]{1,40}\}\}|\$\{[^{}\n]{1,40}\}|«[^«»\n]{1,40}»|%[A-Za-z_]{2,20}%"
    r"|【([^【】\n]{1,80})】|［([^［］\n]{1,80})］|\[([^\[\]\n]{1,80})\](?!\()|\{([^{}\n]{1,80})\}"
    r"|<([^<>\n]{1,80})>|〈([^〈〉\n]{1,80})〉|〔(.{1,80}?)〕|〖(.{1,80}?)〗"
)
_MASK = r"[×XxＸ*＊_＿○〇□]{2}|某某"
_LEAD = r"[\s#>*+|-]*(?:[（(]?[\d" + ONE_TO_TEN + r"]+[）)、.．]?[\s*]*)*"
_RUNNING = r"\s*[^\s【［\[{#\-（(" + ONE_TO_TEN + r"\d][^\n]{10,}"
_BREAKS = frozenset(STOPS + "; \u3000\t|】］]")
_TITLE_MARKS = "<〈"
_NUMBER_MARKS = "〔〖"
"""What also encloses the year of a document number, so that one field says nothing of the others."""
_FIELD_PLACES = ("clause", "line")


def fields(
    fills: Sequence[str], names: frozenset[str], endings: tuple[str, ...], awards: tuple[str, ...]
) -> Callable[[str], Iterator[Span]]:
    """A finder of fields.

    `fills` are patterns of an instruction to the writer; `names` are fields even at the head of a
    line, words with one of the `endings` only within a clause or on a line without text below.
    """

    @cache
    def instruction() -> Any:
        return union(fills)

    def is_sure(text: str, match: re.Match[str]) -> bool:
        if match.lastindex is None:
            return True
        inside = match.group(match.lastindex).strip().rstrip(DECIMAL)
        if fills and instruction().search(inside):
            return True
        place = _place(text, *match.span())
        if inside in names:
            return place != "heading"
        titled = match.group()[0] in _TITLE_MARKS
        return not titled and place in _FIELD_PLACES and inside.endswith(endings)

    def find(text: str) -> Iterator[Span]:
        if not has(text, _OPENERS) and not _has_no_year(text) and not _has_variable(text):
            return
        found = [match for match in re.finditer(_BRACKETS, text) if _may_be_field(match)]
        sure = {match.start() for match in found if is_sure(text, match)}
        shapes = {text[start] for start in sure}.difference(_TITLE_MARKS + _NUMBER_MARKS)
        for start, end in (match.span() for match in found):
            if start in sure or (text[start] in shapes and _is_placed_like_field(text, start, end, awards)):
                yield start, end

    return find


def _is_placed_like_field(text: str, start: int, end: int, awards: tuple[str, ...]) -> bool:
    """Whether a bracket stands where a field does, and holds no award's name."""
    return not text.endswith(awards, start, end - 1) and _place(text, start, end) in _FIELD_PLACES


def _has_no_year(text: str) -> bool:
    """Whether brackets of the kind around the year of a document number hold something else: 〔待填〕."""
    return any(
        not inside[:1].isascii() for mark in _NUMBER_MARKS if mark in text for inside in text.split(mark)[1:]
    )


def _has_variable(text: str) -> bool:
    """Whether a name stands between two percent signs: %name%."""
    names = text.split("%")[1:]
    return any(2 <= len(name) <= 20 and name.isascii() and name[0].isalpha() for name in names)


def _may_be_field(match: re.Match[str]) -> bool:
    """Whether a bracket holds Chinese words and no mask (which is found as such)."""
    inside = match.group(match.lastindex) if match.lastindex else None
    return inside is None or not (inside.isascii() or re.search(_MASK, inside))


def _place(text: str, start: int, end: int) -> str:
    """Where a bracket stands: `clause` (within one), `label` (text follows on its line), `line` (it
    is the line) or `heading` (it is the line, and running text follows)."""
    lead = re.compile(_LEAD).match(text, text.rfind("\n", 0, start) + 1)
    if start > (lead.end() if lead else 0) and text[start - 1] not in _BREAKS:
        return "clause"
    stop = text.find("\n", end)
    stop = len(text) if stop < 0 else stop
    rest = text[end:stop].strip(" \u3000\t*|")
    if rest in ("：", ":"):
        return "clause"
    if rest:
        return "label" if re.sub(_BRACKETS, "", rest).strip() else "line"
    return "heading" if re.compile(_RUNNING).match(text, stop) else "line"
