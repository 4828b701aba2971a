"""Part -> items: the numbers of a report, in order, and the lines at which a count ends.

A number counts at the head of a paragraph; within one, only behind the end of a sentence or clause.
What only looks like a number is left out: 8、9月, 三、四季度, 一是一, a cell of a table that holds 2.5.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from linter.checks.numbering.stages import ROMAN, stage_at
from linter.checks.numbering.words import Words
from linter.checks.support.tables import barred_rows
from linter.model.document import Block, Document
from linter.model.outline import Heading, Number, Part
from linter.structure.headings import RANKS
from linter.structure.lines import may_open, opening
from linter.structure.numbers import number_at, run_of
from linter.text.characters import WHITE_SPACE, count_han, has
from linter.text.measures import MEASURED, NO_NUMBER, QUANTITIES
from linter.text.numerals import CIRCLED_TYPED, COUNTING, DECIMAL, ONE_TO_TEN, value_of
from linter.text.sentences import CLAUSE_ENDS, STOPS

ENUMERATIONS = {"一是", "第一，", "其一，"}
"""Families that belong to running text."""
LISTS = RANKS["1."]
"""The rank from which on styles of numbers are those of list items."""

_FAMILIES = {
    "(一)": "（一）", "（一)": "（一）", "(一）": "（一）", "一要": "一是", "一来": "一是",
    "1、": "1.", "1，": "1.", "1）": "（1）", "1)": "（1）", "(1)": "（1）", "（1)": "（1）", "(1）": "（1）",
}  # fmt: skip
_INLINE = re.compile(rf"[{CLAUSE_ENDS};:,（(“”）) \t\u3000](?=[第其（(]?[{ONE_TO_TEN}\d{CIRCLED_TYPED}])")
"""Places in running text where a number may follow; imprecise, for each class of Chinese characters costs
0.5 ms to compile."""
_ARTICLE = f"第[{COUNTING}{DECIMAL}]{{1,6}}条"
_DECIMAL = re.compile(r"\d+[.．]\d+")
_UNIT = 3
"""A longer word behind a decimal that fills its line is no unit of it."""
_EVERY = 99
_UNITS = tuple(MEASURED)
_SENTENCE = frozenset(STOPS + "：;:")
_COMMAS = frozenset("，,")
_COUNTING = frozenset(COUNTING + DECIMAL)
_LONGEST_NUMERAL = 5
_RUNNING = 30
"""A shorter line may be a heading, which ends without a mark."""


class Item(NamedTuple):
    """A number in a part, and the block it stands in."""

    number: Number
    family: str
    """Its style, where variants such as （一） and (一) count as one."""
    block: int
    opens: bool
    """Whether it opens its paragraph."""
    unsure: bool = False
    """Whether it counts only where it is due: the first of two numerals in a row, 七、八两月, what stands
    behind a comma: （1）登记，（2）核对, and what may be the number of a page."""

    @property
    def value(self) -> int:
        """The last figure of the number."""
        return self.number.values[-1]

    @property
    def shape(self) -> str:
        """Its style and the mark behind it, if there is one: 一. and 一、 differ, so do 1. and a bare 1."""
        mark = self.number.text[-1:].replace("．", ".")
        return self.number.style + ("" if mark.isdigit() else mark)


class Break(NamedTuple):
    """A line at which counts end: a heading without a number, an article of a regulation.

    A label, which is no heading by the format, ends only counts within paragraphs: lists may go on
    around it, and begin again under it.
    """

    block: int
    depth: int | None
    """How many levels of numbers around it go on; None for those of chapters and sections."""


def read(document: Document, part: Part, words: Words) -> Iterator[Item | Break]:
    """The numbers of a part and the breaks between them, in order; the rows of a table count for nothing."""
    text = document.text
    headings = {heading.block: heading for heading in part.headings}
    within = _INLINE.finditer(text, part.start, part.end)
    mark = next(within, None)
    chapters: set[int] = set()
    rows = barred_rows(text)
    for index in range(part.first_block, part.end_block):
        block = document.blocks[index]
        start = block.end
        if block.kind == "paragraph" and block.start not in rows:
            heading = headings.get(index)
            number, level = _opening(text, block, heading)
            if index == part.first_block and number and number.style == "第一篇":
                continue  # the number of the report, not one within it
            if number is None and (ends := _break(text, index, block, heading)):
                yield ends
            if number and (item := _opener(text, block, index, number, level, words)):
                if number.style == "1.1":
                    chapters.add(number.values[0])
                is_page = index > part.first_block and _is_cut(text, document.blocks[index - 1])
                unsure = item.unsure or is_page or _is_in_chapter(text, number, chapters)
                yield item._replace(unsure=unsure)
            start = number.end if number and number.end > number.start else block.start
        while mark and mark.start() < block.end:
            if mark.start() >= start and (item := _inner(text, block, index, mark, words)):
                yield item
            mark = next(within, None)


def rank(family: str) -> float:
    """The depth of a family in a report that uses them all."""
    if family.startswith("#"):
        return family.index(" ") / 10
    if family.startswith("1.1"):
        return RANKS["1.1"] + len(family) / 100
    return RANKS.get(family, LISTS)


def _opening(text: str, block: Block, heading: Heading | None) -> tuple[Number | None, int]:
    """The number that opens a block, and its declared level; the outline has read those of headings."""
    declared = block.level or block.label
    if heading and heading.number and heading.number.start == block.start and not declared:
        return heading.number, 0
    if not (declared or may_open(text[block.start])):
        return None, 0
    number, level = opening(text, block)
    return number or stage_at(text, block), level


def _break(text: str, index: int, block: Block, heading: Heading | None) -> Break | None:
    if heading and heading.kind == "line":
        return Break(index, max(0, heading.level - 1) if block.level else _EVERY)
    begins = text.startswith("第", block.start)
    return Break(index, None) if begins and re.compile(_ARTICLE).match(text, block.start, block.end) else None


def _opener(text: str, block: Block, index: int, number: Number, level: int, words: Words) -> Item | None:
    """The item that opens a block; None for what is no number of an item."""
    if number.values[-1] == 0 or _is_measure(text, number, block.end) or _is_pair(text, number, words):
        return None
    if _is_version(text, number, block.end):
        return None
    return _item(index, number, level)._replace(unsure=has(number.text, ROMAN) or _may_be_pair(text, number))


def _is_measure(text: str, number: Number, end: int) -> bool:
    """Whether a decimal measures something: 3.2米水深, or 2.5 and 1.5分 on a line of their own."""
    decimal = _DECIMAL.match(text, number.start, end)
    if decimal is None:
        return False
    unit = text[decimal.end() : end].strip()
    return text.startswith(_UNITS, decimal.end()) or not unit or (len(unit) < _UNIT and _is_unit(unit))


def _is_unit(words: str) -> bool:
    """Whether a few characters behind a decimal measure it, as 分 and 分钟; not the heading 2.1 项目."""
    return words[0] in NO_NUMBER and (len(words) == 1 or words in QUANTITIES)


def _is_version(text: str, number: Number, end: int) -> bool:
    """Whether a number of three figures, perhaps with a date, is all that its line says, as that of a release
    is: 3.10.2 (2024-05-06).
    """
    return len(number.values) > 2 and not any(map(str.isalpha, text[number.end : end]))


def _is_cut(text: str, above: Block) -> bool:
    """Whether a paragraph of several sentences stops within one, as at the end of a page in a viewer: the
    number behind it is that of the page.
    """
    said = text[above.start : above.end]
    is_running = above.kind == "paragraph" and len(said) >= _RUNNING and has(said, STOPS)
    return is_running and count_han(said[-1]) == 1


def _is_in_chapter(text: str, number: Number, chapters: set[int]) -> bool:
    """Whether what looks like a list number and a quantity is a section of a chapter that has others:
    1.3范围, 1.4分类.
    """
    return (
        number.style == "1." and number.values[0] in chapters and text[number.end : number.end + 1].isdigit()
    )


def _inner(text: str, block: Block, index: int, mark: re.Match[str], words: Words) -> Item | None:
    """The number within a paragraph that follows a mark."""
    number = number_at(text, mark.end(), block.end)
    if number is None or number.style == "1.1" or _is_pair(text, number, words) or _may_be_pair(text, number):
        return None
    if text.endswith(number.text, block.start, number.start):
        return None  # 第二，第二， is one number, written twice
    if number.style in ("一、", "1.", "1，") and number.text[-1] not in "、.．":
        return None  # 一, 1 or 1, within a sentence counts nothing
    item = _item(index, number, None)
    if item.family == "第一，" and mark.group() == "、":
        return None  # 第六、第七，
    if item.family in ENUMERATIONS:
        repeated = text[number.start] == text[number.end : number.end + 1]  # 一是一，二是二
        return item if not repeated or text.startswith(number.text, number.end) else None
    last = mark.end()
    while last > block.start and text[last - 1] in WHITE_SPACE:
        last -= 1
    behind = text[max(block.start, last - 1) : last]
    if behind in _COMMAS:
        return item._replace(unsure=item.family != "①")
    return item if behind in _SENTENCE or item.family == "①" else None


def _item(index: int, number: Number, level: int | None) -> Item:
    """An item; `level` is that of a declared heading, 0 for none, None within a paragraph."""
    family = _FAMILIES.get(number.style, number.style)
    if family == "1.1":
        family += ".1" * (len(number.values) - 2)
    if level and rank(family) >= LISTS:
        family = "#" * level + " " + family
    return Item(number, family, index, level is not None)


def _is_pair(text: str, number: Number, words: Words) -> bool:
    """Whether a number is the first of two that have a unit in common: 8、9月, 三、四季度."""
    if _joins_ordinals(text, number):
        return True
    if number.text[-1:] not in "、，" or number.values == (1,):
        return False
    after = text[number.end : number.end + 3]
    rest = after.lstrip(DECIMAL)
    if rest != after:  # 三、6月份工作 is item 3: nobody writes 三、6月 for two months
        return number.text[0] in DECIMAL and rest[:1] in ("月", "日", "号")
    if number.text[0] not in ONE_TO_TEN:
        return False  # 7、三级安全教育 is item 7
    rises = (value_of(after[:1]) or 0) > number.values[-1]  # 二、一支部一品牌 is item 2
    return rises and text.startswith(words.shared_units, number.end + 1)


def _joins_ordinals(text: str, number: Number) -> bool:
    """Whether the next ordinal stands right behind one: 第三、第四季度, 第十五、十六届. A lone numeral may as
    well begin the words of an item: 第二、三支部联建.
    """
    if number.style != "第一，" or number.text[-1:] != "、":
        return False
    ordinal = text.startswith("第", number.end)
    start = number.end + ordinal
    end = run_of(_COUNTING, text, start, start + _LONGEST_NUMERAL, _LONGEST_NUMERAL)
    return (ordinal or end - start > 1) and value_of(text[start:end]) == number.values[-1] + 1


def _may_be_pair(text: str, number: Number) -> bool:
    """Whether a number and the numeral behind it follow each other: 七、八两月, 一、二季度."""
    if number.text[-1:] not in "、，" or number.style not in ("一、", "第一，"):
        return False
    after = text[number.end : number.end + 1]
    return after in ONE_TO_TEN and value_of(after) == number.values[-1] + 1
