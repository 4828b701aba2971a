"""Paragraphs that break off amid a sentence, which the next one goes on with: the end of a line was copied.

A text that is broken so throughout is put together by its reader. What stays is told in a text whose other
paragraphs are whole: the line reads like running text and ends without a mark, the next one is no heading or
item and ends as a sentence does. Then the break is told by a word with a part on either side (保证|率), by a
pause mark, a figure without its unit or a word that something must follow (发放到|申请人), or, where a
sentence ends within the line, by a first clause below that is short. Where nothing can go on with it, as
above a heading, a word with which no sentence ends tells that it was never finished. Verse, addresses, lists
and signatures have short lines, or no marks within.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from linter.checks.api import Find
from linter.checks.support.compiled import compiled
from linter.model.document import Document
from linter.model.finding import Match
from linter.model.message import Message
from linter.model.outline import Context, Part
from linter.structure.lines import opening
from linter.text.characters import HAN, LIST_SIGNS, has, is_han
from linter.text.dictionary import segmented
from linter.text.measures import QUANTITIES
from linter.text.numerals import DECIMAL
from linter.text.patterns import alternation, holds, union
from linter.text.sentences import CLAUSE_ENDS, COMMON_CLAUSE_ENDS, COMMON_STOPS, is_finished

_SHORTEST = 20
"""Characters of the shortest line that reads like running text."""
_LONG = 28
"""The same where no word tells that something must follow."""
_WHOLE = 2
"""So many paragraphs of a text end as sentences do, at least."""
_MOST = 3
"""More paragraphs without a mark at their end are a way of writing."""
_CLAUSE = 15
"""Characters of the first clause of a line that goes on with a sentence, at most, where no word tells."""
_AROUND = 8
"""Characters on either side of a break that are parted into words, and shown."""
_PAUSES = "，、"
_BETWEEN = _PAUSES + DECIMAL
"""What else stands before a break: a figure, whose other digits or unit follow."""
_COUNTED = rf"\d|{alternation(QUANTITIES)}|[万亿]"
_NO_PROSE = rf"\t|[ \u3000]{{3}}|^[^{CLAUSE_ENDS}]{{1,8}}[：:]|[|｜]"
"""What rows of tables and labels with their values have."""
_FIRST = rf"[ \u3000]*([{HAN}0-9“《][^{COMMON_CLAUSE_ENDS}：]*)[{COMMON_CLAUSE_ENDS}]"
"""The first clause of a line that may go on with a sentence."""
_LAST = rf"[^{CLAUSE_ENDS}\s]{{0,{_AROUND}}}[{_PAUSES}]?$"

_Line = tuple[int, str]
"""The index of a block, and its text without the blanks behind it."""


def line_breaks(open_words: Sequence[str]) -> Find:
    """A `Find` that yields the last words of each line that breaks off; no sentence ends in a word that one
    of `open_words` matches as a whole.
    """
    is_open = union(f"^(?:{word})$" for word in open_words)

    def find(context: Context) -> Iterator[Match]:
        for part in context.parts:
            lines = _body(context.document, part)
            if sum(len(line) >= _SHORTEST and is_finished(line, "：:") for _, line in lines) >= _WHOLE:
                yield from _broken(context.document, part, lines, is_open)

    return find


def _body(document: Document, part: Part) -> list[_Line]:
    """The paragraphs of a report; without words for a cell or the like, and for what was read from a page,
    where the reader put lines together.
    """
    indices = range(part.body_block, part.closing_block)
    blocks = document.blocks[part.body_block : part.closing_block]
    prose = [block.kind == "paragraph" and not block.page for block in blocks]
    texts = [document.text[block.start : block.end].rstrip() for block in blocks]
    return [(at, text * plain) for at, text, plain in zip(indices, texts, prose, strict=True)]


def _broken(document: Document, part: Part, lines: Sequence[_Line], is_open: Any) -> Iterator[Match]:
    headings = {heading.block for heading in part.headings if heading.kind == "line"}
    body = [at for at, (index, _) in enumerate(lines) if index not in headings]
    broken = [at for at in body if _breaks_off(lines[at][1])]
    if len(broken) > _MOST:
        return
    rest = (lines[at][1] for at in body if at not in broken)
    loose = any(len(line) >= _SHORTEST and not is_finished(line, "：:") for line in rest)
    for at in broken:
        if at + 1 < len(lines) and _goes_on(document, lines, at) and _shows_break(lines, at, loose, is_open):
            yield _match(document, lines[at], None, lines[at + 1][1].strip()[:_AROUND])
    for at, (index, line) in enumerate(lines):  # an item without a mark at its end reads like a heading
        open_ended = (at in broken or index in headings) and _breaks_off(line)
        if open_ended and _is_unfinished(line, is_open) and _ends_here(document, lines, at, headings):
            yield _match(document, lines[at], _unfinished, "")


def _match(document: Document, line: _Line, say: Callable[[str], Message] | None, behind: str) -> Match:
    """The match on the last words of a line."""
    words = compiled(_LAST).search(line[1])
    end = document.blocks[line[0]].start + len(line[1])
    start = end - len(words[0]) if words else end
    return Match(start, end, say(document.text[start:end]) if say else None, values={"next": behind})


def _breaks_off(line: str) -> bool:
    """Whether a line reads like running text and ends without the mark of a sentence's end."""
    if len(line) < _SHORTEST or not (is_han(line[-1]) or line[-1] in _BETWEEN):
        return False
    return has(line, COMMON_CLAUSE_ENDS) and compiled(_NO_PROSE).search(line) is None


def _goes_on(document: Document, lines: Sequence[_Line], at: int) -> bool:
    """Whether the line behind one that breaks off may go on with its sentence: it is no item, nor is the line
    itself the heading of what follows, and a sentence ends in it.
    """
    (index, line), (below, behind) = lines[at], lines[at + 1]
    if behind.lstrip().startswith(tuple(LIST_SIGNS)) or compiled(_FIRST).match(behind) is None:
        return False
    if _is_numbered(document, below) or (_is_numbered(document, index) and not has(line, COMMON_STOPS)):
        return False
    return is_finished(behind, "：:") or _breaks_off(behind)


def _ends_here(document: Document, lines: Sequence[_Line], at: int, headings: set[int]) -> bool:
    """Whether nothing can go on with a line: below it stands a heading, a numbered line, or nothing more."""
    if at + 1 == len(lines):
        return True
    below = lines[at + 1][0]
    return below in headings or _is_numbered(document, below)


def _is_unfinished(line: str, is_open: Any) -> bool:
    """Whether a line that has sentences ends in a word with which none ends."""
    tail = compiled(f"[{HAN}]*$").search(line[-_AROUND:])
    words = list(segmented(tail[0])) if tail else []
    return has(line, COMMON_CLAUSE_ENDS) and bool(words) and holds(is_open, words[-1])


def _unfinished(shown: str) -> Message:
    return Message(
        f"这一段到“{shown}”为止，话没有说完，请补完",
        f"the paragraph ends at {shown}, amid a sentence: finish it",
    )


def _is_numbered(document: Document, index: int) -> bool:
    return opening(document.text, document.blocks[index])[0] is not None


def _shows_break(lines: Sequence[_Line], at: int, loose: bool, is_open: Any) -> bool:
    """Whether the words on either side tell a break; in a text in which other lines have no mark at their end
    (`loose`) the length of the clauses tells nothing.
    """
    line, behind = lines[at][1], lines[at + 1][1].lstrip()
    first = compiled(_FIRST).match(behind)
    short = first is not None and len(first[1]) <= _CLAUSE
    if not loose and short and len(line) >= _LONG and has(line, COMMON_STOPS):
        return True
    return line[-1] in _PAUSES or _is_parted(line, behind, is_open)


def _is_parted(line: str, behind: str, is_open: Any) -> bool:
    """Whether a figure or a word reaches over a break, or no sentence ends in the last word before it."""
    if line[-1] in DECIMAL:
        return compiled(_COUNTED).match(behind) is not None
    before = compiled(f"[{HAN}]*$").search(line[-_AROUND:])
    after = compiled(f"[{HAN}]*").match(behind[:_AROUND])
    head, tail = before[0] if before else "", after[0] if after else ""
    place = 0
    for word in segmented(head + tail):
        place += len(word)
        if place >= len(head):
            return place > len(head) or holds(is_open, word)
    return False
