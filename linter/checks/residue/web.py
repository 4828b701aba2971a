"""Lines of web pages in and around a report, found by their words or by their place.

By words: buttons, counters, "本文由…整理", and the links below "相关文章：". By place: what stands
behind a report's date and is nothing an office writes there, lines above its first paragraph with a
page's label or words (`linter.structure.web_lines`), and page numbers between its paragraphs.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

from linter.model.document import Document
from linter.model.outline import Context, Part
from linter.structure.line_types import LineTypes
from linter.structure.web_lines import WebLines
from linter.text.numerals import DECIMAL
from linter.text.patterns import by_line, holds, union
from linter.text.sentences import COMMON_STOPS

_LONG = 60
"""A longer line under a title, in characters, is the first paragraph."""
_SURE = 3
"""How many labels make a line of any length one of a web page."""
_HEAD = 4
"""How many first lines of a report are searched for those of a web page."""
_ANNEXES = 3
"""How many last lines of a report are searched for the announcement of annexes."""

_ENDS = frozenset(COMMON_STOPS + "！")
_INDENT = 8
_DATE = 16
_DASHES = "-—–－―·"
_PAGE_SIGNS = f"第页共{DECIMAL}/，, \u3000"

Finder = Callable[[Context], set[int]]
"""Gives the indices of the blocks that belong to a web page."""


class LinePatterns(NamedTuple):
    """Patterns by which lines of web pages are found."""

    short: Sequence[str]
    """What makes a short line one."""
    anywhere: Sequence[str]
    """What makes a line of any length one."""
    lists: Sequence[str]
    """What heads a list of links: the short lines under it are found too."""
    unless: Sequence[str]
    """What makes a line none, whatever else it holds."""


def by_words(patterns: LinePatterns, short: int, types: LineTypes, unit_endings: frozenset[str]) -> Finder:
    """A finder of lines by patterns. `short` is the length of the longest short line, in characters.

    Titles, numbered headings and names of units, which end in one of `unit_endings`, are left out, so
    that in most reports there is no line left for which the patterns have to be compiled.
    """
    everywhere = by_line(patterns.anywhere)

    @cache
    def trigger() -> Any:
        return by_line((*patterns.short, *patterns.lists))

    @cache
    def compiled() -> list[Any]:
        return [union(each) for each in patterns]

    def find(context: Context) -> set[int]:
        document = context.document
        labels = _labels(context, short, types, unit_endings)
        suspect = labels and holds(trigger(), "\n".join(labels.values()))
        if not suspect and not holds(everywhere, document.text):
            return set()
        line, any_line, heads, none = compiled()
        found = set()
        listing = excused = False
        for index in range(len(document.blocks)):
            words = _words(document, index)
            excused = holds(none, words) or (excused and words[0].isdigit())
            if excused:
                continue
            label = len(words) <= short and words[-1] not in _ENDS
            listing = label and (listing or (index in labels and holds(heads, words)))
            if listing or holds(any_line, words) or (index in labels and holds(line, words)):
                found.add(index)
        return found

    return find


def _labels(context: Context, short: int, types: LineTypes, unit_endings: frozenset[str]) -> dict[int, str]:
    """The short lines that may be a page's, by block: no sentence, title, numbered heading, name or date."""
    document = context.document
    own = {heading.block for part in context.parts for heading in part.headings if heading.number}
    titles = {part.title[0] for part in context.parts if part.title}
    found = {}
    for index, block in enumerate(document.blocks):
        start, end = block.start, block.end
        if end - start > short + _INDENT or index in own:
            continue
        words = document.text[start:end].strip()
        titled = start in titles and types.is_title(words)
        passed = titled or _is_row(words) or _is_name(words, unit_endings)
        if len(words) <= short and words[-1] not in _ENDS and not passed:
            found[index] = words
    return found


def _is_name(words: str, unit_endings: frozenset[str]) -> bool:
    """Whether a line is the name of a unit, the addressee or a date, by its last character."""
    if words.isalpha():
        return words[-1] in unit_endings
    return (words[-1] in "：:" and words[:-1].isalpha() and words[-2] in unit_endings) or (
        words[-1] == "日" and "年" in words and len(words) <= _DATE
    )


def by_place(formal: Sequence[str], unless: Sequence[str], types: LineTypes, web: WebLines) -> Finder:
    """A finder of lines by place. `formal` is what an office writes behind a date, `unless` opens annexes."""

    @cache
    def compiled() -> list[Any]:
        return [union(each) for each in (formal, unless)]

    def behind(document: Document, first: int, end: int) -> Iterator[int]:
        written, annex = compiled()
        annexed = any(
            holds(annex, _words(document, index)) for index in range(max(0, first - _ANNEXES), first)
        )
        for index in range(first, end):
            words = _words(document, index)
            annexed = annexed or holds(annex, words)
            if not annexed and not _is_row(words) and (web.is_web(words) or not holds(written, words)):
                yield index

    def find(context: Context) -> set[int]:
        document = context.document
        found = set(_before(document, context.parts[0].first_block, web)) if context.parts else set()
        ends = [part.first_block for part in context.parts[1:]] + [len(document.blocks)]
        for part, end in zip(context.parts, ends, strict=False):
            found.update(_under_title(document, part, types, web))
            found.update(_page_marks(document, part))
            if part.end_block < end:
                found.update(behind(document, part.end_block, end))
        return {index for index in found if document.blocks[index].kind == "paragraph"}

    return find


def _words(document: Document, index: int) -> str:
    """The text of a block without the white space around it."""
    return document.text[document.blocks[index].start : document.blocks[index].end].strip()


def _before(document: Document, end: int, web: WebLines) -> Iterator[int]:
    """The lines of a page before the first report."""
    return (index for index in range(end) if web.is_web(_words(document, index)))


def _under_title(document: Document, part: Part, types: LineTypes, web: WebLines) -> Iterator[int]:
    """The lines of a page among the first of a report, before it really begins."""
    title = part.title[0] if part.title else -1
    begun = next((heading.block for heading in part.headings if heading.number), part.end_block)
    for index in range(part.first_block, min(part.first_block + _HEAD, begun)):
        words = _words(document, index)
        if len(words) > _LONG and web.labels(words) < _SURE:
            return
        start, end = document.blocks[index][:2]
        own = start <= title < end or words[-1] in COMMON_STOPS
        if not own and web.is_clearly_web(words) and not types.is_closing(words):
            yield index


def _page_marks(document: Document, part: Part) -> Iterator[int]:
    """The page numbers that a conversion left between the paragraphs of a report."""
    for index in range(part.first_block + 1, part.end_block - 1):
        start, end = document.blocks[index][:2]
        if end - start < _DATE + _INDENT and _is_page_mark(_words(document, index)):
            yield index


def _is_page_mark(words: str) -> bool:
    """Whether a line is a page number: — 2 —, 第2页 共5页."""
    if words[0] == "第" and words[-1] == "页":
        return not words.strip(_PAGE_SIGNS)
    return words[0] in _DASHES and words[-1] in _DASHES and words.strip(_DASHES + " \u3000").isdigit()


def _is_row(words: str) -> bool:
    """Whether a line is a row of a table."""
    return "\t" in words or words[0] == "|" or ("\u3000\u3000\u3000" in words and "：" not in words)
