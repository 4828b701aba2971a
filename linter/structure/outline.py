"""Document → parts: the reports in a file, each with its title, its end and its headings.

A file may hold several reports. A new part begins at a line that looks like a title after the
previous report has begun, at sibling headings whose sub-headings repeat (a log of weeks), at titles
that count the reports ("篇一", "第2篇"), and where numbering starts again at 一、 after an opening
paragraph ("现将……汇报如下"). What stands before the first title, and after a report's date and
annexes, lies outside all parts.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from linter.model.document import Document
from linter.model.outline import Part
from linter.model.rules import Lists
from linter.structure import line_types, web_lines
from linter.structure.headings import RANKS, UNNUMBERED, Candidate, Line, candidates, headings, read_line
from linter.structure.line_types import LineTypes, collection_number, is_date, without_running_number
from linter.structure.web_lines import WebLines
from linter.text.sentences import COMMON_STOPS, LINE_ENDS

_BEGUN = 25
"""A longer line, in characters, is neither title nor addressee: the text of the report has begun."""
_REPORT_NUMBER = "第一篇"
"""The style of a number that numbers the reports of a collection."""
_LINKS = 8
"""How many lines may stand between the signature and the first line of a web page."""


class LineMatchers(NamedTuple):
    """The tests by which the lines of a document are recognised."""

    types: LineTypes
    web: WebLines


def matchers(words: Mapping[str, Lists]) -> LineMatchers:
    """The tests of lines for some word lists, by group: `line_types` and `web_lines` are used."""
    types = line_types.prepare(line_types.Words._make(words["line_types"]))
    return LineMatchers(types, web_lines.prepare(web_lines.Words._make(words["web_lines"])))


def outline(document: Document, match: LineMatchers) -> tuple[Part, ...]:
    """The reports of a document, in order; never empty for a document with blocks."""
    text = document.text
    lines = [read_line(text, index, block) for index, block in enumerate(document.blocks)]
    if not lines:
        return ()
    found = candidates(text, lines, match.types)
    source = _Source(text, lines, *match)
    starts = _starts(source, found)
    bounds = [*starts[1:], len(lines)]
    return tuple(
        _part(document, source, found, first, end) for first, end in zip(starts, bounds, strict=True)
    )


class _Source(NamedTuple):
    """A document, its lines, and the tests of lines."""

    text: str
    lines: Sequence[Line]
    types: LineTypes
    web: WebLines

    def words(self, line: Line) -> str:
        """A line without its lead and number."""
        return self.text[line.start : line.end]


# --- where reports begin --------------------------------------------------------------------------


def _starts(source: _Source, found: Sequence[Candidate]) -> list[int]:
    """The index of the first line of each part, ascending."""
    titles = [index for index, line in enumerate(source.lines) if _is_title(source, line)]
    return (
        _repeating_siblings(source.text, found)
        or _numbered_reports(source)
        or _repeated_titles(source, titles)
        or _consecutive_reports(source, found, titles)
    )


def _is_title(source: _Source, line: Line) -> bool:
    """Whether a line has the form of a report's title."""
    if not 6 <= line.length <= 60 or not line.plain or line.bullet:
        return False
    unnumbered = line.number is None or line.number.style == _REPORT_NUMBER
    return unnumbered and source.types.is_title(source.words(line))


def _is_declared(line: Line) -> bool:
    """Whether the format declares a line the title: of level 1, and not the first of numbered headings."""
    return line.level == 1 and (line.number is None or line.number.style == _REPORT_NUMBER)


def _repeating_siblings(text: str, found: Sequence[Candidate]) -> list[int]:
    """The starts of sibling headings that all have the same first sub-heading, as in a log of weeks."""
    declared = [candidate for candidate in found if candidate.line.level and not candidate.line.number]
    for level in sorted({candidate.line.level for candidate in declared}):
        groups: list[tuple[int, list[str]]] = []
        for candidate in declared:
            if candidate.line.level == level:
                groups.append((candidate.line.block, []))
            elif candidate.line.level == level + 1 and groups:
                groups[-1][1].append(text[candidate.line.start : candidate.end])
        groups = [group for group in groups if group[1]]
        if len(groups) > 1 and all(len(names) > 1 and names[0] == groups[0][1][0] for _, names in groups):
            return [block for block, _ in groups]
    return []


def _numbered_reports(source: _Source) -> list[int]:
    """The lines that number the reports ("篇一：…", "第2篇：…", "【范文三】…") from 1; none for just one."""
    text, lines = source.text, source.lines
    found: list[int] = []
    for index, line in enumerate(lines):
        start = line.number.start if line.number else line.start
        if line.end - start <= 60 and collection_number(text[start : line.end]) == len(found) + 1:
            found.append(index)
    return found if len(found) > 1 else []


def _repeated_titles(source: _Source, titles: Sequence[int]) -> list[int]:
    """The lines of titles that are equal but for their running numbers ("…总结 篇一", "…总结 篇二")."""
    lines = source.lines
    groups: dict[str, list[int]] = {}
    for index in titles:
        words = source.words(lines[index])
        if index + 1 < len(lines) and not source.types.is_collection(words):
            groups.setdefault(without_running_number(words), []).append(index)
    longest = max(groups.values(), key=len, default=[])
    apart = all(later - earlier > 2 for earlier, later in pairwise(longest))
    return longest if len(longest) > 1 and longest[0] <= 5 and apart else []


def _consecutive_reports(source: _Source, found: Sequence[Candidate], titles: Sequence[int]) -> list[int]:
    """The first report, and each one that a title or an opening paragraph announces after it."""
    lines = source.lines
    starts = [_first(source)]
    heads = {candidate.line.block: candidate for candidate in found}
    fresh = set(titles)
    begun = False
    for index in range(starts[0] + 1, len(lines)):
        line = lines[index]
        if begun and index in fresh and _is_new_title(source, index, starts[-1]):
            starts.append(index)
            begun = False
        elif line.plain and line.length > _BEGUN:
            begun = True
        head = heads.get(index)
        if head and _is_first(head, "（一）") and _has_first(heads, starts[-1], index):
            opened = _opened_above(source, heads, starts[-1] + 1, index)
            if opened is not None and (
                _is_first(head, "一、") or source.types.opens_formally(source.words(lines[opened]))
            ):
                starts.append(opened)
                begun = True
    return starts


def _first(source: _Source) -> int:
    """Where the first report begins: after a collection's title or a preface before the title."""
    text, lines = source.text, source.lines
    for index, line in enumerate(lines[:6]):
        if _is_declared(line) and not source.types.is_collection(source.words(line)):
            return index
    if len(lines) > 1 and source.types.is_collection(source.words(lines[0])):
        return 1
    for index, line in enumerate(lines[:4]):
        if _is_title(source, line):
            return index
        if line.number or line.level or (line.length > 60 and text[line.end - 1] in COMMON_STOPS + ";"):
            break
    return 0


def _is_new_title(source: _Source, index: int, first: int) -> bool:
    """Whether a title, met after a report has begun, is that of the next one."""
    lines = source.lines
    words, before = source.words(lines[index]), source.words(lines[index - 1])
    if index + 1 >= len(lines):
        return False
    same = without_running_number(words)
    if same == without_running_number(source.words(lines[first])):
        return True
    return (is_date(before) or source.types.is_formula(before)) and not source.types.is_annex(words)


def _is_first(candidate: Candidate, style: str) -> bool:
    """Whether a heading carries the number one, in a style or one above it."""
    number = candidate.line.number
    return number is not None and number.values == (1,) and candidate.rank <= RANKS[style]


def _has_first(heads: dict[int, Candidate], first: int, end: int) -> bool:
    """Whether a heading with the number one stands between two lines."""
    return any(_is_first(heads[index], "（一）") for index in range(first, end) if index in heads)


def _opened_above(source: _Source, heads: dict[int, Candidate], first: int, index: int) -> int | None:
    """The line where a report opens whose first number stands at `index`; None when nothing opens there."""
    lines = source.lines
    opened = None
    for above in range(index - 1, first - 1, -1):
        line, head = lines[above], heads.get(above)
        if line.number or (head and head.rank != UNNUMBERED):
            break
        if _is_title(source, line):
            return above
        words = source.words(line)
        if is_date(words):
            break
        if source.types.opens_report(words) or (above == index - 1 and source.types.names_period(words)):
            opened = above
        elif opened is not None:
            break
    return opened


# --- one report -----------------------------------------------------------------------------------


def _part(document: Document, source: _Source, found: Sequence[Candidate], first: int, end: int) -> Part:
    """One part: its title, its end and its headings with their levels and bodies."""
    blocks, lines = document.blocks, source.lines
    title = _title(source, first, end)
    last = _end(source, first, end)
    own = [head for head in found if first <= head.line.block < last and head.line.block != title]
    stop = blocks[last - 1].end
    span = None if title is None else (lines[title].start, lines[title].end)
    return Part(blocks[first].start, stop, first, last, span, headings(document.text, own, stop))


def _title(source: _Source, first: int, end: int) -> int | None:
    """The line of the title: among the first three, one that reads as a title; else a short first line."""
    lines = source.lines
    for index in range(first, min(first + 3, end)):
        if _is_declared(lines[index]) or _is_title(source, lines[index]):
            return index
        if lines[index].number:
            break
    line = lines[first]
    words = source.words(line)
    short = 4 <= len(words) <= 40 and words[-1] not in LINE_ENDS + "：:" and not line.number
    return first if short and line.plain and not source.types.opens_report(words) else None


def _end(source: _Source, first: int, end: int) -> int:
    """One past the last line of the report: a web page's tail, and what follows its date, lie outside."""
    lines = source.lines
    end = _before_tail(source, first, end)
    for index in range(end - 1, first, -1):
        if lines[index].length <= 24 and is_date(source.words(lines[index])):
            rest = lines[index + 1 : end]
            if any(line.level or (line.length > 60 and not _is_web(source, line)) for line in rest):
                return end
            annexes = 0
            while annexes < len(rest) and source.types.is_closing(source.words(rest[annexes])):
                annexes += 1
            return index + 1 + annexes
    return end


def _before_tail(source: _Source, first: int, end: int) -> int:
    """Where a web page goes on after the report, by words that only pages have, or by several of theirs."""
    text, lines = source.text, source.lines
    for index in range(first + max(1, (end - first) // 2), end):
        if lines[index].length <= 60 and source.types.is_web_tail(source.words(lines[index])):
            end = index
            break
    cut = end
    for index in range(end - 1, first, -1):
        line = lines[index]
        if _is_web(source, line):
            cut = index
        elif line.level or line.length > 60 or text[line.end - 1] in COMMON_STOPS:
            break
    return _after_signature(source, first, cut) if cut < end else end


def _after_signature(source: _Source, first: int, cut: int) -> int:
    """Where the links begin that stand between a unit's name and the page's tail; the tail without them."""
    lines = source.lines
    for index in range(cut - 1, max(first + 1, cut - _LINKS), -1):
        words = source.words(lines[index])
        if lines[index].number is None and lines[index].length <= 24 and source.types.is_signer(words):
            return index + 1
        if lines[index].length > 40 or words[-1:] in ("。", "；", "：", "，") or is_date(words):
            break
    return cut


def _is_web(source: _Source, line: Line) -> bool:
    """Whether a line at the end of a file has several signs of a web page."""
    if line.number or line.bullet or not line.plain or line.length > 120:
        return False
    words = source.words(line)
    return source.web.is_web(words) and not source.types.is_closing(words)
