"""Document -> parts: the reports in a file, each with its title, its end and its headings.

A file may hold several reports. A new part begins at a line that looks like a title after the
previous report has begun, at sibling headings whose sub-headings repeat (a log of weeks), at titles
that count the reports ("篇一", "第2篇"), and where numbering starts again at 一、 after an opening
paragraph ("现将……汇报如下"). What stands before the first title, and after a report's date and
annexes, lies outside all parts.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from linter.model.document import Document
from linter.model.outline import Part
from linter.structure import line_types, web_lines
from linter.structure.headings import RANKS, UNNUMBERED, Candidate, Line, candidates, headings, read_line
from linter.text.sentences import COMMON_STOPS, LINE_ENDS

_BEGUN = 25
"""Characters of a line that is neither title nor addressee: the report proper has begun."""
_PIECE = "第一篇"
_LINKS = 8
"""How many links may stand between the signature and the first such line."""


def outline(document: Document) -> tuple[Part, ...]:
    """The reports of a document, in order; never empty for a document with blocks."""
    text = document.text
    lines = [read_line(text, index, block) for index, block in enumerate(document.blocks)]
    if not lines:
        return ()
    found = candidates(text, lines)
    starts = _starts(text, lines, found)
    bounds = [*starts[1:], len(lines)]
    return tuple(_part(document, lines, found, first, end) for first, end in zip(starts, bounds, strict=True))


# --- where reports begin --------------------------------------------------------------------------


def _starts(text: str, lines: Sequence[Line], found: Sequence[Candidate]) -> list[int]:
    """The index of the first line of each part, ascending."""
    titles = [index for index, line in enumerate(lines) if _is_title(text, line)]
    return (
        _repeating_siblings(text, found)
        or _pieces(text, lines)
        or _repeated_titles(text, lines, titles)
        or _one_after_another(text, lines, found, titles)
    )


def _words(text: str, line: Line) -> str:
    return text[line.start : line.end]


def _is_title(text: str, line: Line) -> bool:
    """Whether a line reads as a report's title."""
    if not 6 <= line.length <= 60 or not line.plain or line.bullet:
        return False
    unnumbered = line.number is None or line.number.style == _PIECE
    return unnumbered and line_types.is_title(_words(text, line))


def _is_declared(line: Line) -> bool:
    """Whether the format declares a line the title: of level 1, and not the first of numbered headings."""
    return line.level == 1 and (line.number is None or line.number.style == _PIECE)


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


def _pieces(text: str, lines: Sequence[Line]) -> list[int]:
    """The lines that count the reports themselves ("篇一：…", "第2篇：…", "【范文三】…"), from one on."""
    found: list[int] = []
    for index, line in enumerate(lines):
        start = line.number.start if line.number else line.start
        if line.end - start <= 60 and line_types.piece(text[start : line.end]) == len(found) + 1:
            found.append(index)
    return found if len(found) > 1 else []


def _repeated_titles(text: str, lines: Sequence[Line], titles: Sequence[int]) -> list[int]:
    """The lines of titles that are equal but for their running numbers ("…总结 篇一", "…总结 篇二")."""
    groups: dict[str, list[int]] = {}
    for index in titles:
        words = _words(text, lines[index])
        if index + 1 < len(lines) and not line_types.is_collection(words):
            groups.setdefault(line_types.without_running_number(words), []).append(index)
    longest = max(groups.values(), key=len, default=[])
    apart = all(later - earlier > 2 for earlier, later in pairwise(longest))
    return longest if len(longest) > 1 and longest[0] <= 5 and apart else []


def _one_after_another(
    text: str, lines: Sequence[Line], found: Sequence[Candidate], titles: Sequence[int]
) -> list[int]:
    """The first report, and each one that a title or an opening paragraph announces after it."""
    starts = [_first(text, lines)]
    heads = {candidate.line.block: candidate for candidate in found}
    fresh = set(titles)
    begun = False
    for index in range(starts[0] + 1, len(lines)):
        line = lines[index]
        if begun and index in fresh and _is_new_title(text, lines, index, starts[-1]):
            starts.append(index)
            begun = False
        elif line.plain and line.length > _BEGUN:
            begun = True
        head = heads.get(index)
        if head and _is_first(head, "（一）") and _has_first(heads, starts[-1], index):
            opened = _opened_above(text, lines, heads, starts[-1] + 1, index)
            if opened is not None and (
                _is_first(head, "一、") or line_types.opens_formally(_words(text, lines[opened]))
            ):
                starts.append(opened)
                begun = True
    return starts


def _first(text: str, lines: Sequence[Line]) -> int:
    """Where the first report begins: after a collection's title or a preface before the title."""
    for index, line in enumerate(lines[:6]):
        if _is_declared(line) and not line_types.is_collection(_words(text, line)):
            return index
    if len(lines) > 1 and line_types.is_collection(_words(text, lines[0])):
        return 1
    for index, line in enumerate(lines[:4]):
        if _is_title(text, line):
            return index
        if line.number or line.level or (line.length > 60 and text[line.end - 1] in COMMON_STOPS + ";"):
            break
    return 0


def _is_new_title(text: str, lines: Sequence[Line], index: int, first: int) -> bool:
    """Whether a title, met after a report has begun, is that of the next one."""
    words, before = _words(text, lines[index]), _words(text, lines[index - 1])
    if index + 1 >= len(lines):
        return False
    same = line_types.without_running_number(words)
    if same == line_types.without_running_number(_words(text, lines[first])):
        return True
    return (line_types.is_date(before) or before.startswith("特此")) and not words.startswith("附件")


def _is_first(candidate: Candidate, style: str) -> bool:
    """Whether a heading carries the number one, in a style or one above it."""
    number = candidate.line.number
    return number is not None and number.values == (1,) and candidate.rank <= RANKS[style]


def _has_first(heads: dict[int, Candidate], first: int, end: int) -> bool:
    """Whether a heading with the number one stands between two lines."""
    return any(_is_first(heads[index], "（一）") for index in range(first, end) if index in heads)


def _opened_above(
    text: str, lines: Sequence[Line], heads: dict[int, Candidate], first: int, index: int
) -> int | None:
    """The line where a report opens whose first number stands at `index`; None when nothing opens there."""
    opened = None
    for above in range(index - 1, first - 1, -1):
        line, head = lines[above], heads.get(above)
        if line.number or (head and head.rank != UNNUMBERED):
            break
        if _is_title(text, line):
            return above
        words = _words(text, line)
        if line_types.is_date(words):
            break
        if line_types.opens_report(words) or (above == index - 1 and line_types.names_period(words)):
            opened = above
        elif opened is not None:
            break
    return opened


# --- one report -----------------------------------------------------------------------------------


def _part(
    document: Document, lines: Sequence[Line], found: Sequence[Candidate], first: int, end: int
) -> Part:
    """One part: its title, its end and its headings with their levels and bodies."""
    text, blocks = document.text, document.blocks
    title = _title(text, lines, first, end)
    last = _end(text, lines, first, end)
    own = [head for head in found if first <= head.line.block < last and head.line.block != title]
    stop = blocks[last - 1].end
    span = None if title is None else (lines[title].start, lines[title].end)
    return Part(blocks[first].start, stop, first, last, span, headings(text, own, stop))


def _title(text: str, lines: Sequence[Line], first: int, end: int) -> int | None:
    """The line of the title: among the first three, one that reads as a title; else a short first line."""
    for index in range(first, min(first + 3, end)):
        if _is_declared(lines[index]) or _is_title(text, lines[index]):
            return index
        if lines[index].number:
            break
    line = lines[first]
    words = _words(text, line)
    short = 4 <= len(words) <= 40 and words[-1] not in LINE_ENDS + "：:" and not line.number
    return first if short and line.plain and not line_types.opens_report(words) else None


def _end(text: str, lines: Sequence[Line], first: int, end: int) -> int:
    """One past the last line of the report: a web page's tail, and what follows its date, lie outside."""
    end = _before_tail(text, lines, first, end)
    for index in range(end - 1, first, -1):
        if lines[index].length <= 24 and line_types.is_date(_words(text, lines[index])):
            rest = lines[index + 1 : end]
            if any(line.level or (line.length > 60 and not _is_web(text, line)) for line in rest):
                return end
            annexes = 0
            while annexes < len(rest) and line_types.is_closing(_words(text, rest[annexes])):
                annexes += 1
            return index + 1 + annexes
    return end


def _before_tail(text: str, lines: Sequence[Line], first: int, end: int) -> int:
    """Where a web page goes on after the report, by words that only pages have, or by several of theirs."""
    for index in range(first + max(1, (end - first) // 2), end):
        if lines[index].length <= 60 and line_types.is_web_tail(_words(text, lines[index])):
            end = index
            break
    cut = end
    for index in range(end - 1, first, -1):
        line = lines[index]
        if _is_web(text, line):
            cut = index
        elif line.level or line.length > 60 or text[line.end - 1] in COMMON_STOPS:
            break
    return _after_signature(text, lines, first, cut) if cut < end else end


def _after_signature(text: str, lines: Sequence[Line], first: int, cut: int) -> int:
    """Where the links begin that stand between a unit's name and the page's tail; the tail without them."""
    for index in range(cut - 1, max(first + 1, cut - _LINKS), -1):
        words = _words(text, lines[index])
        if lines[index].number is None and lines[index].length <= 24 and line_types.is_signer(words):
            return index + 1
        if lines[index].length > 40 or words[-1:] in ("。", "；", "：", "，") or line_types.is_date(words):
            break
    return cut


def _is_web(text: str, line: Line) -> bool:
    """Whether a line at the end of a file has several signs of a web page."""
    if line.number or line.bullet or not line.plain or line.length > 120:
        return False
    words = _words(text, line)
    return web_lines.is_web(words) and not line_types.is_closing(words)
