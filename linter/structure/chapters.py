"""The chapters of a report: its headings with the text under them, and the paragraphs without a heading.

A chapter is what one report has and the next one of its kind has too, in other words: a topmost heading
and all that stands under it; where a heading holds much of the report, those right below it. A paragraph
that no heading stands over is one too, called by the words that it opens with.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from linter.model.document import Block, Document
from linter.model.outline import Heading, Part
from linter.text.characters import HAN
from linter.text.sentences import CLAUSE_ENDS, STOPS

_MUCH = 0.4
"""Share of the report from which on a heading's sub-headings are chapters of their own."""
_HEADED = 2
"""Headings from which on what stands before the first is an opening, and no chapter."""
_LINE, _PARAGRAPH = 4, 15
"""Letters under a heading, or of a paragraph, below which they are a form's entry or nothing."""
_OPENING = 40
"""Characters of the words that a paragraph is called by, at most."""
_ASIDE = frozenset(("toc", "code", "note", "header", "footer", "textbox"))

_STOPS = CLAUSE_ENDS + ".,:"
_SENTENCE_END = re.compile(rf"[{STOPS}]|\.(?:\s|$)")
_RUN = re.compile(f"[{HAN}]+|[A-Za-z]+")
_FIGURE = re.compile(r"\d[\d,.]*")
_AROUND = re.compile(f"0[:：]0|0[%％]|0[万亿]?元|0[{HAN}]|\\n[ \\t]*[*•-]|\\n0")
_STEM = 5
"""Letters of a foreign word that are looked at: `install` and `installed` are one."""

Strengths = dict[str, float]
"""By n-gram, how much of a text it makes: more where it is frequent; the squares sum to 1."""


class Chapter(NamedTuple):
    """A heading with its text, or a paragraph without one."""

    start: int
    end: int
    """Span of what it is called by: the words of its heading, or those that it opens with."""
    body: int
    body_end: int
    """Span of its text; that of a paragraph without heading is all of it."""
    place: float
    """Where among the chapters of its report it stands: near 0 the first, near 1 the last."""
    heading: Heading | None


def topmost(part: Part) -> list[Heading]:
    """The topmost headings, and those right below one that holds much of the report."""
    found = [heading for heading in part.headings if heading.kind != "item"]
    top = min((heading.level for heading in found), default=0)
    much = _MUCH * (part.end - part.start)
    large = [each for each in found if each.level == top and each.body_end - each.body > much]
    return [
        heading
        for heading in found
        if heading.level == top
        or (heading.level == top + 1 and any(each.start < heading.start < each.body_end for each in large))
    ]


def chapters(document: Document, part: Part) -> list[Chapter]:
    """The chapters of a report, in order; none where it has no text."""
    found = [each for each in _all(document, part) if _says_something(document.text, each)]
    return [each._replace(place=(number + 0.5) / len(found)) for number, each in enumerate(found)]


def _all(document: Document, part: Part) -> Iterator[Chapter]:
    """Every heading and paragraph with what belongs to it."""
    heads = {heading.block: heading for heading in topmost(part)}
    inner = {heading.block for heading in part.headings if heading.kind != "item"}
    opening = min(heads) if len(heads) >= _HEADED else part.body_block
    last: Chapter | None = None
    for index in range(min([opening, *heads]), part.closing_block):
        block = document.blocks[index]
        if block.kind in _ASIDE or (part.title and block.start <= part.title[0] < block.end):
            continue
        if last and index not in heads and _goes_on(last, index in inner):
            last = last._replace(body_end=block.end)
            continue
        if last:
            yield last
        last = _begun(document.text, block, heads.get(index))
    if last:
        yield last


def _goes_on(last: Chapter, numbered: bool) -> bool:
    """Whether the next block belongs to a chapter: all under a heading on its own line, else its points."""
    return last.heading is not None and (last.heading.kind == "line" or numbered)


def _begun(text: str, block: Block, heading: Heading | None) -> Chapter:
    """The chapter that a block opens."""
    if heading:
        return Chapter(heading.start, heading.end, heading.end, max(heading.end, block.end), 0.0, heading)
    last = min(block.end, block.start + _OPENING)
    stop = next((place for place in range(block.start + 2, last) if text[place] in _STOPS), last)
    return Chapter(block.start, stop, block.start, block.end, 0.0, None)


def _says_something(text: str, chapter: Chapter) -> bool:
    """Whether there is text, and not the entry of a form (项目编号：…)."""
    body = text[chapter.body : chapter.body_end]
    letters = sum(map(str.isalnum, body))
    if chapter.heading and chapter.heading.kind == "line":
        return letters >= _LINE
    return letters >= _PARAGRAPH and _SENTENCE_END.search(body) is not None


# --- their n-grams --------------------------------------------------------------------------------


def naming(document: Document, chapter: Chapter) -> Strengths:
    """The n-grams of what a chapter is called by: up to three characters, and the stems of foreign words."""
    return _strengths(_ngrams(document.text[chapter.start : chapter.end], (1, 2, 3)))


def treating(document: Document, chapter: Chapter) -> Strengths:
    """The n-grams of a chapter with its heading: up to two characters, stems, and what figures stand by."""
    words, text = (document.text[slice(*span)] for span in (chapter[:2], chapter[2:4]))
    around = _AROUND.findall(_FIGURE.sub("0", f"{words}\n{text}"))
    marks = (f"#{each.strip()}" for each in around)
    return _strengths([*_ngrams(f"{words}\n{text}", (1, 2)), *marks])


def _ngrams(text: str, sizes: Iterable[int]) -> Iterator[str]:
    for run in _RUN.findall(text):
        if run[0].isascii():
            if len(run) > 2:
                yield run[:_STEM].lower()
            continue
        for size in sizes:
            yield from (run[place : place + size] for place in range(len(run) - size + 1))


def _strengths(ngrams: Iterable[str]) -> Strengths:
    found = {gram: 1 + math.log(count) for gram, count in Counter(ngrams).items()}
    length = math.sqrt(sum(value * value for value in found.values())) or 1.0
    return {gram: value / length for gram, value in found.items()}
