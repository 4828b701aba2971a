"""The passages of a document that may be copies: paragraphs of running text, or the sentences in them.

Running text has a comma or ends a sentence. Headings, titles, addressees, rows of tables and of links,
lists of names and references have neither, and are no passages; nor are entries of a form or an address
("办理时间：上午8:30至11:30，下午14:00至17:00"), which end no sentence, or list names only.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from linter.checks.support.kept import kept
from linter.model.document import Block, Document
from linter.model.outline import Context, Part
from linter.structure.headings import RANKS
from linter.structure.numbers import number_at
from linter.text.characters import INDENT_SIGNS, has, is_han
from linter.text.numerals import COUNTING, DECIMAL
from linter.text.sentences import ANY_STOPS, COMMON_CLAUSE_ENDS, FULL_STOPS
from linter.text.similarity import Clauses, Words, clauses, length, names, prose, words

_RUNNING = ("，", *FULL_STOPS)
_HALF_WIDTH = ",.!?"
_HALF_WIDTH_RUNNING = r"[\u3400-\u9fff][,.!?]|[A-Za-z][,.](?: |$)"
"""Compiled by `re` where a paragraph has such marks alone: a class of all Chinese characters takes long."""
TEXT_ENDS = tuple(FULL_STOPS)
"""A paragraph that ends with one of these is text, even where it counts as a heading."""
_SENTENCE_END = re.compile(f"[{ANY_STOPS}]+")
_LATIN_END = re.compile(r"[.!?;](?=\s+[A-Z(])\s*")
_BULLETS = tuple("-*+•●○■◆▪·")
_ITEM = rf"(?:\*{{0,2}}(第[{COUNTING}{DECIMAL}]{{1,6}}条)\*{{0,2}}|[-*+](?= )|[•●○■◆▪·])\s*"
_ITEM_SIGNS = ("第", *_BULLETS)
_INDENT = f"(?:{INDENT_SIGNS})*"
_ENTRY = re.compile(r"\s*[^\s，：:]{1,8}[：:]")
_ANSWER = r"\s*(?:问|答|[QA]\d{0,2})[：:]"
"""Several questions have one answer."""
_CLAUSE_MARKS = f"[{COMMON_CLAUSE_ENDS}]"
_ROW_SIGNS = ("\t", " | ", "→")
"""What parts the cells of a row, or the steps of a chain."""


_FEWEST_NAMES = 3
_LONGEST_NAME = 14
"""Characters of the longest name in a list of names, with what the person or unit is."""

SHORTEST = 12
"""A shorter paragraph, in words, is a label or a set phrase."""

_LONG_OPENING = 100
"""An opening of so many words says more than set phrases."""


class Unit(NamedTuple):
    """A paragraph or sentence that may be a copy."""

    start: int
    end: int
    """Offsets into the text of its document."""
    block: Block
    item: str
    """The number or sign that makes its paragraph an item of a list; empty for other paragraphs."""
    raw: str
    """Its words, without the number."""
    text: str
    """What a reader reads of them: no addresses."""
    in_article: bool = False
    """Whether it stands in an article of a regulation, as its items do: 第三条."""

    @property
    def names(self) -> frozenset[str]:
        """The addresses and codes in it."""
        return names(self.raw)

    @property
    def is_article(self) -> bool:
        """Whether it is an article of a regulation: 第三条."""
        return self.item.endswith("条")

    @property
    def continues_article(self) -> bool:
        """Whether it is not the first paragraph of an article, which carries the number."""
        return self.is_article and len(self.raw) == self.end - self.start

    @property
    def is_bullet(self) -> bool:
        """Whether it is an item without a number."""
        return self.item in _BULLETS

    @property
    def words(self) -> Words:
        """The words of the text."""
        return words(self.text)

    @property
    def clauses(self) -> Clauses:
        """The clauses of the text."""
        return clauses(self.text)


def paragraphs(context: Context, least: int) -> list[Unit]:
    """The paragraphs of running text of at least such a length, of every part."""
    return [unit for unit in _paragraphs(context) if _is_long(unit, least)]


def sentences(context: Context, least: int) -> list[Unit]:
    """The sentences of at least such a length in the paragraphs of running text."""
    return [unit for unit in _sentences(context) if _is_long(unit, least)]


def _is_long(unit: Unit, least: int) -> bool:
    return unit.end - unit.start >= least and length(unit.text) >= least


def is_statement(unit: Unit) -> bool:
    """Whether a short paragraph is a statement and no entry of a form, item of an agenda or row of contacts:
    it has several clauses and no label, and names no thing by its number or address.
    """
    has_clauses = len(unit.words) >= SHORTEST and len(unit.clauses) > 1
    return has_clauses and not (unit.names or _ENTRY.match(unit.text))


def behind_first_heading(context: Context, units: list[Unit]) -> list[Unit]:
    """The units that stand under a heading of their part, or in a part without headings, and long ones.

    What stands above the first heading, the opening, consists of set phrases.
    """
    starts = [part.start for part in context.parts]
    firsts = [part.headings[0].start if part.headings else part.start for part in context.parts]
    return [
        unit
        for unit in units
        if unit.end > firsts[bisect_right(starts, unit.start) - 1] or len(unit.words) >= _LONG_OPENING
    ]


@kept
def _paragraphs(context: Context) -> list[Unit]:
    """The paragraphs of running text."""
    text = context.document.text
    found = []
    for part in context.parts:
        sections, article, ends = _sections(part), "", 0
        for block in _blocks(context.document, part):
            item, start = _item(text, block)
            if item.endswith("条"):
                article, ends = item, _next(sections, block.start, part.end)
            elif block.start >= ends:
                article = ""
            item = item or article  # the paragraphs of an article behind its first belong to it
            raw = text[start : block.end]
            unit = Unit(block.start, block.end, block, item, raw, prose(raw), bool(article))
            if is_running(unit.text):
                found.append(unit)
    return found


@kept
def _sentences(context: Context) -> list[Unit]:
    """The sentences in the paragraphs of running text."""
    text = context.document.text
    return [
        Unit(start, end, paragraph.block, paragraph.item, raw, prose(raw), paragraph.in_article)
        for paragraph in _paragraphs(context)
        for start, end in _sentence_spans(text, paragraph.block)
        for raw in [text[start:end]]  # `text` is then the same string, not another of 10 MB in all
    ]


def _sections(part: Part) -> list[int]:
    """Where the headings begin that no article goes beyond: those without a number, 一、 and higher ones."""
    last = RANKS["一、"]
    return [
        heading.start
        for heading in part.headings
        if heading.number is None or RANKS.get(heading.number.style, last + 1) <= last
    ]


def _next(places: list[int], start: int, end: int) -> int:
    """The first of some ascending places behind `start`; `end` where there is none."""
    index = bisect_right(places, start)
    return places[index] if index < len(places) else end


def is_running(text: str) -> bool:
    """Whether the text of a paragraph is running text: no heading, row, entry or list of names."""
    is_half_width = has(text, _HALF_WIDTH) and not has(text, _RUNNING)
    has_marks = re.search(_HALF_WIDTH_RUNNING, text) if is_half_width else has(text, _RUNNING)
    if not has_marks or has(text, _ROW_SIGNS):
        return False
    entry = _ENTRY.match(text)
    if entry is None:
        return True
    if re.match(_ANSWER, text):
        return False
    return has(text, FULL_STOPS) and not _is_roster(text[entry.end() :]) and not _is_entries(text)


def _is_entries(text: str) -> bool:
    """Whether a line is made of labels with their values: 地点：二楼，联系人：王工，电话：0000-8001234."""
    clauses = [clause for clause in re.split(_CLAUSE_MARKS, text) if clause.strip()]
    return len(clauses) > 1 and 2 * sum(_ENTRY.match(clause) is not None for clause in clauses) > len(clauses)


def _is_roster(text: str) -> bool:
    """Whether what stands behind a label is a list of names, closed by a full stop or not."""
    listed = text.strip().rstrip(FULL_STOPS).split("、")
    return len(listed) >= _FEWEST_NAMES and all(
        len(name) <= _LONGEST_NAME and not has(name, _RUNNING) for name in listed
    )


def _blocks(document: Document, part: Part) -> Iterator[Block]:
    """The paragraphs of a part that are neither its title nor headings; a heading that ends a sentence is
    text.
    """
    text = document.text
    headings = {heading.block for heading in part.headings if heading.kind == "line"}
    title = part.title[0] if part.title else -1
    for index in range(part.first_block, part.end_block):
        block = document.blocks[index]
        is_heading = index in headings and not text.endswith(TEXT_ENDS, block.start, block.end)
        if block.kind == "paragraph" and not is_heading and not block.start <= title < block.end:
            yield block


def _item(text: str, block: Block) -> tuple[str, int]:
    """The number or sign that opens a paragraph (empty for none), and where the words after it begin."""
    indent = re.compile(_INDENT).match(text, block.start, block.end)
    start = indent.end() if indent else block.start
    if text.startswith(_ITEM_SIGNS, start) and (sign := re.compile(_ITEM).match(text, start, block.end)):
        return block.label + (sign[1] or sign[0].strip()), sign.end()
    if number := number_at(text, start, block.end):
        return number.text, number.end
    return block.label, start


def _sentence_spans(text: str, block: Block) -> Iterator[tuple[int, int]]:
    """The spans of a paragraph's sentences, their final marks included."""
    start = block.start
    is_chinese = any(map(is_han, text[block.start : block.end]))
    for match in (_SENTENCE_END if is_chinese else _LATIN_END).finditer(text, block.start, block.end):
        yield start, match.end()
        start = match.end()
    if start < block.end:
        yield start, block.end
