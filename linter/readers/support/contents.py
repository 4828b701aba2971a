"""Tables of contents that were typed, or whose field the format lost: found by their structure.

A table of contents is a run of short lines each of which returns later, in the same order, as the
heading that it announces, with text between the headings. Leaders and page numbers make it surer, and
so does a line 目录 above; without any of them it stands before all text. Its blocks get the kind
`toc`, as those of a table of contents have that the format itself knows for one.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from linter.model.document import Block, Document
from linter.readers.support.office_words import CONTENTS_TITLES
from linter.text.numerals import CIRCLED_TYPED, DECIMAL, ONE_TO_TEN
from linter.text.sentences import ANY_STOPS, LINE_ENDS

_LONGEST = 60
"""Characters of an entry without leader and page number, at most."""
_FEWEST = 3
"""Entries of a table of contents without a line 目录 above it, at least."""
_LEADERS = "….·．。‥⋯・•_＿-－—─"
_AROUND_PAGES = " \t\u3000\xa0（）()第页"
_BEFORE_PAGES = frozenset(_LEADERS + _AROUND_PAGES)
_MARKDOWN = "-*+#> ["
_NUMERALS = DECIMAL + ONE_TO_TEN
_AROUND_NUMBERS = "、.．）)章节条"
"""What stands behind the number of a heading; an entry may lack number and mark."""
_CLAUSE_END = re.compile(f"[{ANY_STOPS}：:]")


class _Line(NamedTuple):
    """A block as it would be an entry of a table of contents."""

    words: str
    """Without white space, number, leader and page number; empty where the block can be no entry."""
    page: int
    """0 where it ends in no page number."""
    dotted: bool
    """Whether a leader of dots follows the words."""
    returns: int
    """The index of the only block below that begins with the same words, alone or as a sentence; else 0."""
    repeats: bool = False
    """Whether several blocks below begin so, such as a sub-heading that every section has."""
    numbered: bool = False
    """Whether a number stands before the words."""

    @property
    def is_announcing(self) -> bool:
        """Whether something tells that the line is an entry."""
        return bool(self.page or self.dotted or self.returns)


_NO_ENTRY = _Line("", 0, False, 0)


def mark_contents(document: Document) -> Document:
    """The document with the lines of its tables of contents as blocks of the kind `toc`."""
    lines = _lines(document)
    text = next((index for index, line in enumerate(lines) if not line.words), len(lines))
    found = {index for start, end in _runs(lines) for index in _entries(lines, start, end, start <= text)}
    blocks = document.blocks
    for index in range(len(blocks) - 1):
        if _is_title(lines[index]) and (index + 1 in found or blocks[index + 1].kind == "toc"):
            found.add(index)
    if not found:
        return document
    marked = (
        block._replace(kind="toc", level=0, label="") if index in found else block
        for index, block in enumerate(blocks)
    )
    return document._replace(blocks=tuple(marked))


# --- lines ----------------------------------------------------------------------------------------


def _lines(document: Document) -> list[_Line]:
    """Every block as it would be an entry."""
    texts = [_text(document, block) for block in document.blocks]
    places: dict[str, list[int]] = {}
    for index, text in enumerate(texts):
        if text:
            bare = _bare(text)
            for words in {bare, _first_clause(bare)}:
                places.setdefault(words, []).append(index)
    return [_line(text, index, places) for index, text in enumerate(texts)]


def _text(document: Document, block: Block) -> str:
    """The beginning of a paragraph, the target of a link left out; "" for other blocks."""
    if block.kind != "paragraph":
        return ""
    text = document.text[block.start : min(block.end, block.start + 4 * _LONGEST)].strip()
    return text.partition("](")[0]


def _bare(text: str) -> str:
    """A text without its number, signs of Markdown and white space."""
    bare = "".join(text.split()).lstrip(_MARKDOWN).lstrip(CIRCLED_TYPED)
    behind = bare.lstrip("第（(").lstrip(_NUMERALS)
    numbered = len(behind) < len(bare) and behind[:1] in tuple(_AROUND_NUMBERS)
    return behind.lstrip(_AROUND_NUMBERS + _MARKDOWN) if numbered else bare


def _first_clause(text: str) -> str:
    """The heading that opens a paragraph, if there is one."""
    end = _CLAUSE_END.search(text, 1, _LONGEST)
    return text[: end.start()] if end else text


def _line(text: str, index: int, places: dict[str, list[int]]) -> _Line:
    if text[-1:] in ("。", "；") and text[-2:-1] not in _BEFORE_PAGES:  # most lines of a report are sentences
        return _NO_ENTRY
    words, page, dotted = _apart(text)
    words = _bare(words)
    if not words or len(words) > _LONGEST or words[-1] in LINE_ENDS:
        return _NO_ENTRY
    known = places.get(words, ())
    after = bisect_right(known, index)
    below = len(known) - after
    numbered = not "".join(text.split()).lstrip(_MARKDOWN).startswith(words)
    return _Line(words, page, dotted, known[after] if below == 1 else 0, below > 1, numbered)


def _apart(text: str) -> tuple[str, int, bool]:
    """The words of an entry, its page number (0 for none), and whether dots lead to it."""
    head = text.rstrip(_AROUND_PAGES)
    before = head.rstrip(DECIMAL)
    page = head[len(before) :]
    words = before.rstrip(_LEADERS + _AROUND_PAGES)
    gap = before[len(words) :]
    dotted = sum(char in _LEADERS for char in gap) >= _FEWEST
    paged = 0 < len(page) <= 3 and gap != ""
    return (words, int(page) if paged else 0, dotted) if paged or dotted else (text, 0, False)


def _is_title(line: _Line) -> bool:
    return line.words.lower() in CONTENTS_TITLES


# --- runs -----------------------------------------------------------------------------------------


def _runs(lines: Sequence[_Line]) -> Iterator[tuple[int, int]]:
    """Runs of lines that may be entries: each begins below a line 目录 or other text, and ends at the
    latest where one of its lines returns.
    """
    start, limit = 0, len(lines)
    for index, line in enumerate((*lines, _NO_ENTRY)):
        if not line.words or _is_title(line) or index >= limit:
            yield start, index
            start, limit = (index if line.words and not _is_title(line) else index + 1), len(lines)
        if line.returns:
            limit = min(limit, line.returns)


def _entries(lines: Sequence[_Line], start: int, end: int, early: bool) -> range:
    """The entries of the table of contents in a run of lines; empty where it is none.

    `early`: no text stands above.
    """
    announcing = [index for index in range(start, end) if lines[index].is_announcing]
    if not announcing:
        return range(0)
    titled = start > 0 and _is_title(lines[start - 1])
    last = announcing[-1]
    while last + 1 < end and (lines[last + 1].repeats or (titled and lines[last + 1].numbered)):
        last += 1
    found = range(announcing[0], last + 1)
    entries = [lines[index] for index in announcing]
    known = len(entries) + sum(lines[index].repeats and not lines[index].is_announcing for index in found)
    if titled:
        return found if len(entries) > 1 and 2 * known >= len(found) else range(0)
    if len(entries) < _FEWEST or known < len(found):
        return range(0)
    return found if _has_leaders(entries) or (early and _returns_in_order(entries)) else range(0)


def _has_leaders(entries: Sequence[_Line]) -> bool:
    """Whether all entries have page numbers, which do not fall, and most have dots or return as well."""
    pages = [entry.page for entry in entries]
    surer = sum(bool(entry.dotted or entry.returns) for entry in entries)
    return all(pages) and pages == sorted(pages) and 2 * surer >= len(entries)


def _returns_in_order(entries: Sequence[_Line]) -> bool:
    """Whether all entries return in order, and mostly with text between them."""
    steps = [other.returns - one.returns for one, other in pairwise(entries) if one.returns]
    ordered = all(entry.returns for entry in entries) and min(steps) > 0
    return ordered and 2 * sum(step > 1 for step in steps) >= len(steps)
