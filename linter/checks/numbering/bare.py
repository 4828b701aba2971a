"""Headings with nothing under them, among others that have text: 三、经费使用 right above 四、后续安排.

Nothing is said of the entries of a list, where most stand alone, of a heading that says all itself
(三、无安全事故), and of one below which a picture may stand, which is no text. Headings of Markdown need no
number: there a picture is text, and each level under one heading makes a series.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from linter.checks.numbering.items import Item
from linter.checks.numbering.state import Series
from linter.checks.numbering.words import Words
from linter.checks.support.compiled import compiled
from linter.model.document import Document
from linter.model.finding import Match
from linter.model.message import Message
from linter.model.outline import Part
from linter.structure.lines import opening
from linter.text.characters import HAN, WHITE_SPACE, has
from linter.text.numerals import DECIMAL
from linter.text.sentences import COLONS, LINE_ENDS

_FAMILIES = ("一、", "（一）", "第一部分", "第一章", "1.")
"""The numbers of headings. Those of list items stand before whole entries, too: all must be names there."""
_LEAST = 3
"""Headings of a series, of which all but one have text, that tell that this one lacks it."""
_LONGEST = 16
"""Characters of the longest heading that is surely none but a heading."""
_LONGEST_LINE = 40
"""The same of a heading in Markdown, which may be in English."""
_SPACED = rf"[{HAN}](?:[ \u3000]{{1,2}}[{HAN}]){{3,11}}"
"""A line of four characters or more: shorter ones are names (王 可 心) and signs (附 件)."""
_DOTS = "…—-.。·"
_NO_HEADING = LINE_ENDS + "".join(COLONS) + "（）()“”" + DECIMAL


def bare(words: Words, part: Part) -> Callable[[Document, Series], Iterator[Match]]:
    """What finds the heading of a series under which, alone of all, nothing stands."""

    def check(document: Document, series: Series) -> Iterator[Match]:
        items = series.items
        if series.family not in _FAMILIES or len(items) < _LEAST or not all(item.opens for item in items):
            return
        ends = [*(item.block for item in items[1:]), part.closing_block]
        lone = [item for item, end in zip(items, ends, strict=True) if _is_bare(document, item, end)]
        if series.family == "1." and not all(_name(document, item, words) for item in items):
            return
        signed = part.closing_block < part.end_block
        if len(lone) != 1 or (lone[0] is items[-1] and not signed):
            return
        if name := _name(document, lone[0], words):
            end = document.blocks[lone[0].block].end
            yield Match(min(lone[0].number.start, end), end, _message(name))

    return check


def bare_lines(document: Document, part: Part, words: Words) -> Iterator[Match]:
    """The headings of Markdown without text, where at least as many of their series have some; the first one
    of the file is its title, and so is one that says the title of the report once more.
    """
    if document.format != "markdown":
        return
    blocks = document.blocks
    title = document.text[slice(*part.title)] if part.title else ""
    heads = [at for at in range(part.first_block, part.end_block) if _is_marked(document, at)]
    for series in _by_parent(document, heads):
        lone = [at for at in series if at and _has_nothing(document, at)]
        if len(series) < _LEAST or 2 * len(lone) > len(series):
            continue
        for at in lone:
            line = document.text[blocks[at].start : blocks[at].end]
            name = line.strip(WHITE_SPACE + "*#")
            if (
                name != title
                and len(name) <= _LONGEST_LINE
                and not has(name, (*_NO_HEADING, "](", *words.self_contained))
            ):
                yield Match(blocks[at].start, blocks[at].end, _message(name))


def bare_spaced(document: Document, part: Part) -> Iterator[Match]:
    """The heading without text, alone of all whose characters are set apart by blanks: 下 一 步 打 算."""
    blocks, text = document.blocks, document.text
    lines = [(at, text[block.start : block.end].strip()) for at, block in enumerate(blocks)]
    own = lines[part.first_block : part.closing_block]
    spaced = [(at, line) for at, line in own if has(line, " \u3000") and blocks[at].kind == "paragraph"]
    series = [at for at, line in spaced if compiled(_SPACED).fullmatch(line)]
    lone = [at for at, following in pairwise([*series, part.closing_block]) if at + 1 == following]
    is_last = bool(lone) and lone[0] + 1 == part.end_block
    if len(series) >= _LEAST and len(lone) == 1 and not is_last:
        block = blocks[lone[0]]
        yield Match(block.start, block.end, _message(text[block.start : block.end].strip()))


def _is_marked(document: Document, at: int) -> bool:
    """Whether a block is a heading that begins with #, without a number: those with one make a series."""
    block = document.blocks[at]
    if not block.level or block.kind != "paragraph":
        return False
    line = document.text[block.start : block.end].lstrip(WHITE_SPACE)
    return line.startswith("#") and opening(document.text, block)[0] is None


def _by_parent(document: Document, heads: Sequence[int]) -> Iterator[list[int]]:
    """The headings that stand at one level under one heading, or under none."""
    level = [document.blocks[at].level for at in heads]
    for depth in sorted(set(level)):
        series: list[int] = []
        for at, own in zip(heads, level, strict=True):
            if own == depth:
                series.append(at)
            elif own < depth:
                yield series
                series = []
        yield series


def _has_nothing(document: Document, at: int) -> bool:
    """Whether nothing but signs of list items stands between a heading and the end, or the next one that is
    no lower. Above one with a number or a date it names the like of that: ## Releases, ## 2.1 (May 2024).
    """
    for below in document.blocks[at + 1 :]:
        words = document.text[below.start : below.end].strip(WHITE_SPACE + "#[")
        if words.strip("-*+") or below.kind != "paragraph":
            return 0 < below.level <= document.blocks[at].level and not words[:1].isdigit()
    return True


def _message(name: str) -> Message:
    return Message(
        f"“{name}”只有标题，下面没有内容。请写上；确实没有的，写明情况",
        f'"{name}" is a heading with nothing under it: write the text, or say why there is nothing',
    )


def _is_bare(document: Document, item: Item, end: int) -> bool:
    """Whether nothing, or dots alone, stands between a heading and the block `end`."""
    under = document.blocks[item.block + 1 : end]
    return not under or (
        len(under) == 1 and not document.text[under[0].start : under[0].end].strip(_DOTS + WHITE_SPACE)
    )


def _name(document: Document, item: Item, words: Words) -> str:
    """The words of a heading that needs text under it; empty for any other."""
    block = document.blocks[item.block]
    name = document.text[item.number.end : block.end].strip(WHITE_SPACE + "*#")
    plain = block.kind == "paragraph" and 1 < len(name) <= _LONGEST and not has(name, tuple(_NO_HEADING))
    return name if plain and not has(name, words.self_contained) else ""
