"""Suppression comments ("directives") in a document: `reportlint: disable-next-line RULE`.

A directive stands on a line of its own, bare or in the comment signs of some format, or in such signs
at the end of a line; an HTML comment may stand anywhere:

    # reportlint: disable-next-line leftover-mask, residue-web -- 按规定隐去名称
    （reportlint: disable-file）
    <!-- reportlint-disable-next-line leftover-mask -->      as other tools have it
    完成投资××万元。<!-- reportlint: disable-line leftover-mask -->

No check is to judge them: `extract_directives` blanks them in the text, so that every offset stays
true, and adds a mark of kind `directive` that holds the words. Quoted code is left alone.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache

from linter.model.document import Block, Document, Mark
from linter.text.characters import up_to

TRIGGER = "eportlint"
"""A text without it holds no directive. The first letter may be a capital: Word makes it one."""

_LONGEST = 400
"""Characters of a directive. It is bounded, as is every run of blanks, so that no text takes long."""
_BLANKS = " \t\u3000"
_SOME_BLANKS = rf"[{_BLANKS}]{{0,8}}"
NAME = rf"[Rr]eportlint(?:{_SOME_BLANKS}[:：]{_SOME_BLANKS}|[- ](?=disable|enable|ignore))"
"""Matches what a directive begins with, up to its verb; also as other tools have it, without a colon."""


@cache
def _pattern() -> re.Pattern[str]:
    """Matches a directive in a line without what `_ended` takes off. Nothing in it looks ahead for the end of
    the line: in a run of blanks that would take long from each of them.
    """
    name = _SOME_BLANKS + NAME
    comment = rf"<!--{name}[a-z](?:(?!-->)[^\n]){{0,{_LONGEST}}}-->"
    aside = rf"(?:<!--|/\*|//|[#＃%（(\[【;；]{{1,6}}){name}[a-z][^\n]{{0,{_LONGEST}}}$"
    alone = rf"^{name}(?:disable|enable)[^\n]*$"
    return re.compile(f"(?m:{comment}|{aside}|{alone})")


def _ended(line: str) -> str:
    """A line without the blanks at its end, and without the sign that closes a row of a table there."""
    return line.rstrip(_BLANKS).removesuffix("|").rstrip(_BLANKS)


def is_directive(line: str) -> bool:
    """Whether a line holds a directive: then it neither continues a paragraph nor opens a heading."""
    return TRIGGER in line and _pattern().search(_ended(line)) is not None


def extract_directives(document: Document) -> Document:
    """The document with its directives blanked and marked; blocks that were nothing else are gone."""
    marked: tuple[Mark | Block, ...] = (*document.marks, *document.blocks)
    code = _overlaps(sorted(each[:2] for each in marked if each.kind == "code"))
    found = [mark for mark in _directives(document.text) if not code(mark.start, mark.end)]
    if not found:
        return document
    text = _replaced(document.text, [(start, end, " " * (end - start)) for start, end, _, _ in found])
    blanked = _overlaps([mark[:2] for mark in found])
    kept = [mark for mark in document.marks if mark.kind == "comment" or not blanked(mark.start, mark.end)]
    blocks = tuple(_trimmed(text, document.blocks, blanked))
    return document._replace(text=text, blocks=blocks, marks=tuple(sorted([*kept, *found])))


def with_directives(document: Document) -> str:
    """The text of a document as it was before `extract_directives`."""
    found = [(start, end, note) for start, end, kind, note in document.marks if kind == "directive"]
    return _replaced(document.text, found) if found else document.text


def _directives(text: str) -> Iterator[Mark]:
    for line, end in _lines_with_trigger(text):
        for match in _pattern().finditer(text, line, end):
            start = match.start()
            while start > line and text[start - 1] in _BLANKS:
                start -= 1
            yield Mark(start, match.end(), "directive", text[start : match.end()])


def _lines_with_trigger(text: str) -> Iterator[tuple[int, int]]:
    """The spans of the lines that may hold a directive, without what `_ended` takes off."""
    at = text.find(TRIGGER)
    while at >= 0:
        end = up_to(text, "\n", at)
        yield text.rfind("\n", 0, at) + 1, at + len(_ended(text[at:end]))
        at = text.find(TRIGGER, end)


def _replaced(text: str, changes: Iterable[tuple[int, int, str]]) -> str:
    pieces = []
    done = 0
    for start, end, words in changes:
        pieces += [text[done:start], words]
        done = end
    return "".join([*pieces, text[done:]])


def _overlaps(spans: Sequence[tuple[int, ...]]) -> Callable[[int, int], bool]:
    """A function that tells whether a span shares a character with one of these, ascending and apart."""
    ends = [end for _, end in spans]

    def overlaps(start: int, end: int) -> bool:
        index = bisect_right(ends, start)
        return index < len(spans) and spans[index][0] < end

    return overlaps


def _trimmed(text: str, blocks: Iterable[Block], blanked: Callable[[int, int], bool]) -> Iterator[Block]:
    """The blocks without what was blanked at their ends."""
    for block in blocks:
        if not blanked(block.start, block.end):
            yield block
            continue
        words = text[block.start : block.end]
        if words.strip():
            start = block.start + len(words) - len(words.lstrip())
            yield block._replace(start=start, end=block.start + len(words.rstrip()))
