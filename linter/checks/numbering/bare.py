"""Headings with nothing under them, among others that have text: 三、经费使用 right above 四、后续安排.

Nothing is said of the entries of a list, where most stand alone, of a heading that says all itself
(三、无安全事故), and of one below which a picture may stand, which is no text.
"""

from collections.abc import Callable, Iterator

from linter.checks.numbering.items import Item
from linter.checks.numbering.state import Series
from linter.checks.numbering.words import Words
from linter.model.document import Document
from linter.model.finding import Match
from linter.model.message import Message
from linter.model.outline import Part
from linter.text.characters import WHITE_SPACE, has
from linter.text.numerals import DECIMAL
from linter.text.sentences import COLONS, LINE_ENDS

_FAMILIES = ("一、", "（一）", "第一部分", "第一章", "1.")
"""The numbers of headings. Those of list items stand before whole entries, too: all must be names there."""
_LEAST = 3
"""Headings of a series, of which all but one have text, that tell that this one lacks it."""
_LONGEST = 16
"""Characters of the longest heading that is surely none but a heading."""
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
            message = Message(
                f"“{name}”只有标题，下面没有内容。请写上；确实没有的，写明情况",
                f'"{name}" is a heading with nothing under it: write the text, or say why there is nothing',
            )
            yield Match(min(lone[0].number.start, end), end, message)

    return check


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
