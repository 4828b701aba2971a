"""Lines of web pages in and around a report: some are known by their words, some by their place.

By words: buttons, counters, "本文由…整理", and the links below "相关文章：". By place: what stands
behind a report's date and is nothing an office writes there, and lines above its first paragraph with
a page's label or words (`linter.webpage`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Any

from linter.model import Document, Draft, Part
from linter.patterns import holds, union
from linter.signs import is_closing
from linter.webpage import is_own, is_web

_LONG = 60
"""Characters from which a line under a title is the first paragraph."""
_HEAD = 4
"""Lines of a report among which a page may have put its own."""
_ANNEXES = 3
"""Lines behind a date that may announce annexes."""

Finder = Callable[[Draft], set[int]]
"""Gives the indices of the blocks that are a page's."""


def by_words(
    lines: Sequence[str], anywhere: Sequence[str], lists: Sequence[str], unless: Sequence[str], short: int
) -> Finder:
    """A finder of lines by patterns: of `short` lines, of any lines, and of what heads a list of links."""
    trigger = union(f"(?m:{pattern})" for pattern in (*lines, *anywhere, *lists))

    @cache
    def compiled() -> list[Any]:
        return [union(each) for each in (lines, anywhere, lists, unless)]

    def find(draft: Draft) -> set[int]:
        if not holds(trigger, draft.document.text):
            return set()
        line, some, heads, none = compiled()
        found = set()
        listing = excused = False
        for index in range(len(draft.document.blocks)):
            words = _words(draft.document, index)
            excused = holds(none, words) or (excused and words[0].isdigit())
            if excused:
                continue
            label = len(words) <= short and words[-1] not in "。；！"
            listing = label and (listing or holds(heads, words))
            if listing or holds(some, words) or (label and holds(line, words)):
                found.add(index)
        return found

    return find


def by_place(formal: Sequence[str], unless: Sequence[str]) -> Finder:
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
            if not annexed and not _is_row(words) and (is_web(words) or not holds(written, words)):
                yield index

    def find(draft: Draft) -> set[int]:
        document = draft.document
        found = set(_before(document, draft.parts[0].first_block)) if draft.parts else set()
        ends = [part.first_block for part in draft.parts[1:]] + [len(document.blocks)]
        for part, end in zip(draft.parts, ends, strict=False):
            found.update(_under_title(document, part))
            if part.end_block < end:
                found.update(behind(document, part.end_block, end))
        return {index for index in found if document.blocks[index].kind == "paragraph"}

    return find


def _words(document: Document, index: int) -> str:
    """The text of a block without the white space around it."""
    return document.text[document.blocks[index].start : document.blocks[index].end].strip()


def _before(document: Document, end: int) -> Iterator[int]:
    """The lines of a page before the first report."""
    return (index for index in range(end) if is_web(_words(document, index)))


def _under_title(document: Document, part: Part) -> Iterator[int]:
    """The lines of a page among the first of a report, before it really begins."""
    title = part.title[0] if part.title else -1
    begun = part.headings[0].block if part.headings else part.end_block
    for index in range(part.first_block, min(part.first_block + _HEAD, begun)):
        words = _words(document, index)
        if len(words) > _LONG:
            return
        start, end = document.blocks[index][:2]
        if not start <= title < end and words[-1] not in "。；" and is_own(words) and not is_closing(words):
            yield index


def _is_row(words: str) -> bool:
    """Whether a line is a row of a table."""
    return "\t" in words or words[0] == "|"
