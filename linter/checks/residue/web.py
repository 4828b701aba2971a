"""Lines of web pages in and around a report, found by their place or by their words.

By place: the page around the report, its line under the title (`linter.structure.page_head`), and page
numbers between the paragraphs. By words: buttons, counters, "本文由…整理", wherever they stand; what a
page says at the end of a text only where no signature stands below it, for the author may say so, too.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

from linter.checks.support.exclusions import code
from linter.checks.support.tables import tables
from linter.model.document import Document
from linter.model.outline import Context, Part
from linter.structure.numbers import number_at
from linter.structure.outline import LineMatchers, read_source
from linter.structure.page_head import byline, page_above
from linter.structure.page_tail import page_below
from linter.text.characters import has, up_to
from linter.text.numerals import DECIMAL
from linter.text.patterns import by_line, holds, union
from linter.text.sentences import COLONS, COMMON_STOPS, paragraph_start

_ENDS = frozenset(COMMON_STOPS + "！")
_INDENT = 8
_DATE = 16
_DESCRIPTION = 30
"""Characters of the shortest paragraph that tells of a page."""
_DASHES = "-—–－―·"
_ITEM = 8
"""Characters of the longest item of a menu."""

_PAGE_SIGNS = f"第页共{DECIMAL}/，, \u3000"

Finder = Callable[[Context], set[int]]
"""Gives the indices of the blocks that belong to a web page."""


class LinePatterns(NamedTuple):
    """Patterns by which lines of web pages are found."""

    short: Sequence[str]
    """What makes a short line one."""
    anywhere: Sequence[str]
    """What makes a line of any length one."""
    closings: Sequence[str]
    """The same, but for lines above a signature."""


def above_signature(context: Context) -> set[int]:
    """The blocks that stand above the signature of a report: what is said there, its author says."""
    return {
        index
        for part in context.parts
        if part.closing_block < part.end_block
        for index in range(part.first_block, part.closing_block)
    }


def by_words(patterns: LinePatterns, short: int, match: LineMatchers) -> Finder:
    """A finder of lines by patterns. `short` is the length of the longest short line, in characters.

    Titles, numbered headings and names of units are left out, so that in most reports there is no line
    left for which the patterns have to be compiled.
    """
    everywhere = by_line((*patterns.anywhere, *patterns.closings))

    @cache
    def trigger() -> Any:
        return by_line(patterns.short)

    @cache
    def unions() -> list[Any]:
        return [union(each) for each in patterns]

    def find(context: Context) -> set[int]:
        labels = _labels(context, short, match)
        suspect = labels and holds(trigger(), "\n".join(labels.values()))
        if not suspect and not holds(everywhere, context.document.text):
            return set()
        return _worded(context, labels, *unions())

    return find


def _worded(context: Context, labels: dict[int, str], line: Any, any_line: Any, last_line: Any) -> set[int]:
    """The blocks in which a pattern matches: `line` for labels, `last_line` not above a signature."""
    signed, shown = above_signature(context), frozenset(code(context.document))
    found = set()
    for index, block in enumerate(context.document.blocks):
        if (block.start, block.end) in shown:
            continue  # what a program says of itself
        words = _words(context.document, index)
        said = holds(any_line, words) or (index not in signed and holds(last_line, words))
        if said or (index in labels and holds(line, labels[index])):
            found.add(index)
    return found


def _labels(context: Context, short: int, match: LineMatchers) -> dict[int, str]:
    """The short lines that may be a page's, by block: nothing else explains them.

    No sentence, title, heading or item, no name, date or contact, no row of a table. Of a link in Markdown
    the words that are shown count.
    """
    document = context.document
    titles = {part.title[0] for part in context.parts if part.title}
    tabled = _tabled(document) if "|" in document.text else frozenset()
    found = {}
    for index, block in enumerate(document.blocks):
        end = up_to(document.text, "](", block.start, block.end)
        if end - block.start > short + _INDENT or block.level:
            continue
        words = document.text[block.start : end].strip()
        if not words or (tabled and paragraph_start(document.text, block.start) in tabled):
            continue
        titled = block.start in titles and match.types.is_title(words) and not match.web.is_path(words)
        if len(words) <= short and words[-1] not in _ENDS and not titled and not _is_own(words, match):
            found[index] = words
    return found


def _tabled(document: Document) -> frozenset[int]:
    """Where the rows of typed tables begin. The items of a menu are parted by bars, too, but have no figures,
    are short, and none stands twice.
    """
    text = document.text
    found: set[int] = set()
    for table in tables(document):
        cells = [text[start:end] for row in table for start, end in row]
        is_repeated = len(set(cells)) < len(cells)
        if len(table) > 1 and (is_repeated or any(len(cell) > _ITEM or has(cell, DECIMAL) for cell in cells)):
            found.update(paragraph_start(text, row[0][0]) for row in table)
    return frozenset(found)


def _is_own(words: str, match: LineMatchers) -> bool:
    """Whether a short line is an item, a row, a heading in Markdown, a name, a contact or an annex."""
    if number_at(words, 0, len(words)) or _is_row(words) or words.startswith("#"):
        return True
    return _is_name(words, match) or match.types.is_closing(words)


def _is_name(words: str, match: LineMatchers) -> bool:
    """Whether a line is the name of a unit, the addressee, what opens a report or a date, by its last
    character.
    """
    if words[-1] in COLONS:
        return match.types.opens_report(words) or (
            words[:-1].isalpha() and match.types.names_unit(words[:-1])
        )
    if words.isalpha():
        return match.types.names_unit(words)
    return words[-1] == "日" and "年" in words and len(words) <= _DATE


def by_place(match: LineMatchers) -> Finder:
    """A finder of lines by place: the page around the reports, and page numbers in them."""

    def find(context: Context) -> set[int]:
        document, parts = context.document, context.parts
        if not parts:
            return set()
        source = read_source(document, match)
        above = set(page_above(source, parts[0].first_block))
        found = set(above)
        ends = [part.first_block for part in parts[1:]] + [len(document.blocks)]
        for part, end in zip(parts, ends, strict=True):
            title = _title_block(document, part)
            found.update(byline(source, part.first_block, part.body_block, title, framed=bool(above)))
            found.update(_page_marks(document, part))
            found.update(_file_names(document, part))
            found.update(range(page_below(source, part.end_block, end), end))
        return {
            index
            for index in found
            if document.blocks[index].kind == "paragraph" and not _describes_page(_words(document, index))
        }

    return find


def _describes_page(words: str) -> bool:
    """Whether a paragraph of several sentences tells of pages and buttons, which it quotes."""
    return len(words) >= _DESCRIPTION and words[-1] == "。" and words.count("。") > 1 and "“" in words


def _title_block(document: Document, part: Part) -> int | None:
    """The block of a report's title."""
    if part.title is None:
        return None
    blocks = range(part.first_block, part.end_block)
    return next(index for index in blocks if part.title[0] <= document.blocks[index].end)


def _words(document: Document, index: int) -> str:
    """The text of a block without the white space around it."""
    return document.text[document.blocks[index].start : document.blocks[index].end].strip()


def _page_marks(document: Document, part: Part) -> Iterator[int]:
    """The page numbers that a conversion left between the paragraphs of a report."""
    for index in range(part.first_block + 1, part.end_block - 1):
        start, end = document.blocks[index][:2]
        if end - start < _DATE + _INDENT and _is_page_mark(_words(document, index)):
            yield index


def _file_names(document: Document, part: Part) -> Iterator[int]:
    """The lines above the text that are the name of its file: the title, with an ending."""
    title = part.title_in(document.text)
    for index in range(part.first_block, part.body_block):
        name, dot, ending = _words(document, index).rpartition(".")
        if title and dot and name == title and ending.isascii() and ending.isalpha():
            yield index


def _is_page_mark(words: str) -> bool:
    """Whether a line is a page number: — 2 —, 第2页 共5页."""
    if words[0] == "第" and words[-1] == "页":
        return not words.strip(_PAGE_SIGNS)
    return words[0] in _DASHES and words[-1] in _DASHES and words.strip(_DASHES + " \u3000").isdigit()


def _is_row(words: str) -> bool:
    """Whether a line is a row of a table."""
    return "\t" in words or words[0] == "|" or ("\u3000\u3000\u3000" in words and "：" not in words)
