"""Document → parts: the reports in a file, each with its frame and its headings.

A report is a title block (`linter.structure.title_block`), a text, and a signature block
(`linter.structure.signature`). What stands before the first title and behind a report's end lies outside
all parts: a web page (`linter.structure.page_head`, `linter.structure.page_tail`), a preface, annexes.
Where a file holds several reports, `linter.structure.report_starts` tells where each begins.
"""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from linter.model.document import Block, Document
from linter.model.outline import Part
from linter.model.rules import Lists
from linter.structure import chat_lines, line_types, web_lines
from linter.structure.chat_lines import ChatLines, chat_bounds
from linter.structure.headings import Candidate, candidates, headings
from linter.structure.line_types import LineTypes, without_running_number
from linter.structure.lines import Line, read_line
from linter.structure.page_tail import page_below
from linter.structure.report_starts import report_starts
from linter.structure.signature import signature
from linter.structure.source import Source
from linter.structure.title_block import body_line, is_title, title_line
from linter.structure.unnumbered import named
from linter.structure.web_lines import WebLines
from linter.text.characters import has, small
from linter.text.sentences import RUNNING_MARKS


class LineMatchers(NamedTuple):
    """The tests by which the lines of a document are recognised."""

    types: LineTypes
    web: WebLines
    chat: ChatLines
    names: frozenset[str] = frozenset()
    """The heading words of the ruleset, in small letters: a line that is one of them is a heading."""


def matchers(words: Mapping[str, Lists], names: Iterable[str] = ()) -> LineMatchers:
    """The tests of lines for some word lists, by group: those of the modules of the same names are used."""
    return LineMatchers(
        line_types.prepare(line_types.Words._make(words["line_types"])),
        web_lines.prepare(web_lines.Words._make(words["web_lines"])),
        chat_lines.prepare(chat_lines.Words._make(words["chat_lines"])),
        frozenset(map(small, names)),
    )


def alike(document: Document, one: LineMatchers, other: LineMatchers) -> bool:
    """Whether the reports of a document are the same by two sets of matchers: they differ in nothing but
    the names of headings, and no line of the document is told by one of these.
    """
    if one._replace(names=other.names) != other:
        return False
    names, text = one.names ^ other.names, document.text
    lines = _lines(text, document.blocks) if names else ()
    unsure = (line for line in lines if line.plain and not (line.number or line.bullet))
    return not any(named(text[line.start : line.end], names) for line in unsure)


def read_source(document: Document, match: LineMatchers) -> Source:
    """The lines of a document, with the tests of lines."""
    return Source(document.text, _lines(document.text, document.blocks), match.types, match.web, match.names)


@lru_cache(maxsize=2)
def _lines(text: str, blocks: tuple[Block, ...]) -> tuple[Line, ...]:
    """Every block as a line. Cached, for checks ask about the lines that the outline was made of."""
    lines = tuple([read_line(text, index, block) for index, block in enumerate(blocks)])
    if not any(block.cell for block in blocks):
        return lines
    from linter.structure.form_tables import with_fields

    return with_fields(text, blocks, lines)


def outline(document: Document, match: LineMatchers) -> tuple[Part, ...]:
    """The reports of a document, in order; never empty for a document with blocks."""
    source = read_source(document, match)
    if not source.lines:
        return ()
    found = candidates(source)
    head, stop = _written(document, match)
    starts = sorted({max(start, head) for start in report_starts(source, found) if start < stop}) or [head]
    bounds = [*starts[1:], stop]
    while len(starts) > 1 and (
        _is_cover(document, starts[0], bounds[0]) or _is_preface(source, starts[0], bounds[0])
    ):
        del starts[0], bounds[0]
    starts[0] = _below_contents(document, source, starts[0], bounds[0])
    return tuple(
        _part(document, source, found, first, end) for first, end in zip(starts, bounds, strict=True)
    )


def _below_contents(document: Document, source: Source, first: int, end: int) -> int:
    """Where the report that begins at `first` is headed once more, below its cover and table of contents.

    The two titles need not be the same: on a cover the unit stands on a line of its own.
    """
    contents = [index for index in range(first, end) if document.blocks[index].kind == "toc"]
    below = contents[-1] + 1 if contents else end
    return below if below < end and is_title(source, below) and _is_cover(document, first, below) else first


def _is_cover(document: Document, first: int, end: int) -> bool:
    """Whether some blocks are a title and a table of contents, and nothing else: the report follows."""
    blocks = document.blocks[first:end]
    others = [document.text[block.start : block.end] for block in blocks if block.kind != "toc"]
    return len(others) < len(blocks) and not any(has(line, RUNNING_MARKS) for line in others)


def _is_preface(source: Source, first: int, end: int) -> bool:
    """Whether some lines are what a page says before the first of its samples: the next line is a title with
    a running number (…总结 篇1), and whatever runs on above it has words that only pages use (小编).
    """
    words = source.words(end)
    sentences = [source.words(index) for index in range(first, end) if source.is_sentence(index)]
    numbered = without_running_number(words) != "".join(words.split())
    if not sentences or not numbered or any(source.is_marked(index) for index in range(first, end)):
        return False
    return all(has(line, source.web.words.page_words) for line in sentences)


def _written(document: Document, match: LineMatchers) -> tuple[int, int]:
    """The first block behind what an assistant says first, and the first of what it says last."""
    end = _flow_end(document, 0, len(document.blocks))
    lines = tuple([document.text[block.start : block.end] for block in document.blocks[:end]])
    head, stop = chat_bounds(lines, match.chat)
    return head, stop if stop < end else len(document.blocks)


def _part(document: Document, source: Source, found: Sequence[Candidate], first: int, end: int) -> Part:
    """One part: its title, its frame, and its headings with their levels and bodies."""
    blocks, lines = document.blocks, source.lines
    title = title_line(source, first, end)
    body = body_line(source, first, title, end)
    flow = _flow_end(document, first, end)
    closing, last = signature(source, body, page_below(source, max(body, first + 1), flow))
    if closing == last == flow:
        closing = last = end
    among = slice(*(bisect_left(found, line, key=lambda head: head.line.block) for line in (first, last)))
    own = [head for head in found[among] if not _is_of_title(source, head, title)]
    stop = blocks[last - 1].end
    span = None if title is None else (lines[title].start, lines[title].end)
    frame = (first, min(body, last), max(first, closing), last)
    signed = not own or own[-1].line.block < closing
    text_end = blocks[max(first, closing - 1)].end if signed else stop
    return Part(blocks[first].start, stop, *frame, span, headings(document.text, own, text_end))


def _is_of_title(source: Source, head: Candidate, title: int | None) -> bool:
    """Whether what looks like a heading is the title, or the title once more."""
    if title is None:
        return False
    as_long = head.line.length == source.lines[title].length  # of a long title few words are cut out
    again = as_long and not head.line.number and source.words(head.line.block) == source.words(title)
    return again or head.line.block == title


def _flow_end(document: Document, first: int, end: int) -> int:
    """One past the last block of running text or of a table: notes, headers and text boxes may follow."""
    while end > first + 1 and document.blocks[end - 1].kind in ("note", "header", "footer", "textbox"):
        end -= 1
    return end
