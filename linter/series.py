"""Part -> series: which numbers of a report belong together.

The headings 一、二、三、 of a report are a series, so are the （一）（二） under each of them, the items
1. 2. 3. of one list and the 一是 二是 三是 of one paragraph. A series takes in every number that a
reader would hold against the one before it, right or wrong; `linter.checks.numbering` judges it.

Numbers that open paragraphs are kept on a stack, one series for each style in use: a number whose
style is on the stack belongs to that series and ends those above it; a new style begins a series
within. A series starts afresh at 1 under another heading, after a sentence that introduces a list
("存在以下问题：") and, for the styles of list items, after a paragraph without a number. Within a
paragraph only a number that follows the end of a sentence or clause counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from linter.model import Block, Document, Heading, Number, Part
from linter.numerals import number_at
from linter.outline import RANKS, opening

_FAMILIES = {
    "(一)": "（一）", "（一)": "（一）", "(一）": "（一）", "1、": "1.", "1，": "1.", "1）": "（1）", "1)": "（1）",
    "(1)": "（1）", "（1)": "（1）", "(1）": "（1）", "一要": "一是", "一来": "一是",
}  # fmt: skip
"""Styles that are one style written in another way."""

ENUMERATIONS = {"一是", "第一，", "其一，"}
"""Families at home in running text."""

_LISTS = 5
_INLINE = re.compile(
    r"[。；：;:，,、！？（(“”）)\s](?=(?:[一二三四五六七八九十]{1,2}(?:是|要|来|、)|[（(][一二三四五六七八九十\d]{1,2}[）)]"
    r"|\d{1,2}[.．、）)]|[①-⑳]|第[一二三四五六七八九十]{1,2}[，,、：:]|其[一二三四五六七八九][，,、：:]))"
)
_SENTENCE = "。；：;:！？"
_LEAD_IN = re.compile(r"[：:]\s*$|(?:如下|以下|下列)[^。]{0,20}[。：:]?\s*$")
_BEGUN = re.compile(r"一是|一要|一来|首先|第一|其一|一方面")
_PAIR = re.compile(r"(\d{1,2})(?=[月日号季])|([一二三四五六七八九十])(?=[季月级类线楼等期批])")
_STRAY = 3


class Item(NamedTuple):
    """A number, and where it stands."""

    number: Number
    family: str
    block: int
    opens: bool
    """Whether it opens its paragraph."""
    words: str
    """What follows it."""


class Series(NamedTuple):
    """Numbers that should follow on."""

    items: list[Item]
    parent: Item | None
    """The item of the series around it that it begins under."""
    depth: int
    """How many series are around it."""


class _Open(NamedTuple):
    """The series that may still go on."""

    stack: list[Series]
    """Of numbers that open paragraphs, the outermost first."""
    loose: list[Series]
    """Of numbers within paragraphs, and of 一是, 第一 and 其一 anywhere."""


def all_series(document: Document, part: Part) -> list[Series]:
    """The series of a part, in the order in which they begin."""
    headings = {heading.block: heading for heading in part.headings}
    found: list[Series] = []
    now = _Open([], [])
    for index in range(part.first_block, part.end_block):
        block = document.blocks[index]
        if block.kind != "paragraph":
            continue
        number, level = opening(document.text, block)
        if number is None:
            _at_heading(now, headings.get(index))
        elif not _is_date(document.text, number):
            item = _item(document.text, block, index, number, level)
            if item.family in ENUMERATIONS:
                _place_loose(document, now, found, item)
            else:
                _place(document, part, now, found, item)
        for item in _inline(document.text, block, index, number):
            _place_loose(document, now, found, item)
    return found


def value(item: Item) -> int:
    """The last figure of an item's number."""
    return item.number.values[-1]


def _item(text: str, block: Block, index: int, number: Number, level: int | None) -> Item:
    """An item; `level` is None within a paragraph."""
    family = _FAMILIES.get(number.style, number.style)
    if family == "1.1":
        family += ".1" * (len(number.values) - 2)
    if level and _rank(family) >= _LISTS:
        family = "#" * level + " " + family
    return Item(number, family, index, level is not None, text[number.end : min(block.end, number.end + 20)].strip())


def _inline(text: str, block: Block, index: int, opening: Number | None) -> Iterator[Item]:
    """The numbers within a paragraph."""
    start = opening.end if opening and opening.end > block.start else block.start
    for match in _INLINE.finditer(text, start, block.end):
        number = number_at(text, match.end(), block.end)
        if number is None or number.style == "1.1" or _is_date(text, number):
            continue
        item = _item(text, block, index, number, None)
        if item.family in ENUMERATIONS:
            repeated = text[number.start : number.start + 1] == text[number.end : number.end + 1]
            if not repeated:
                yield item
        elif match.group() in _SENTENCE or item.family == "①":
            yield item


def _is_date(text: str, number: Number) -> bool:
    """Whether a number is the first of two that belong together: 8、9月, 一、二季度."""
    after = _PAIR.match(text, number.end)
    return bool(after) and number.text[-1:] in "、，" and (after[1] or after[2]) != ""


def _rank(family: str) -> float:
    if family.startswith("#"):
        return family.index(" ") / 10
    return RANKS.get(family[:3] if family.startswith("1.1") else family, _LISTS) + len(family) / 100


# --- numbers that open paragraphs -----------------------------------------------------------------


def _at_heading(now: _Open, heading: Heading | None) -> None:
    """An unnumbered heading ends the lists under the one before it."""
    if heading is not None and heading.kind == "line":
        now.loose.clear()
        del now.stack[max(0, heading.level - 1) :]


def _place(document: Document, part: Part, now: _Open, found: list[Series], item: Item) -> None:
    """Add a number that opens a paragraph to its series, or begin one."""
    place = _place_of(now.stack, item)
    if place is None:
        place = _begin(now, found, item)
    elif value(item) == 1 and _afresh(document, part, now.stack[place], item):
        del now.stack[place:]
        place = _begin(now, found, item)
    else:
        inline = next((series for series in reversed(now.loose) if _continues(series, item)), None)
        if inline and not _continues(now.stack[place], item):
            inline.items.append(item)
            return
        now.stack[place].items.append(item)
    del now.stack[place + 1 :]
    now.loose[:] = [series for series in now.loose if series.depth <= place]


def _place_of(stack: list[Series], item: Item) -> int | None:
    """Where on the stack the series of an item is."""
    places = [at for at, series in enumerate(stack) if series.items[0].family == item.family]
    if not places:
        return None
    same = [at for at in places if stack[at].items[0].number.style == item.number.style]
    if value(item) == 1 and not same:
        return None
    return (same or places)[-1]


def _begin(now: _Open, found: list[Series], item: Item) -> int:
    """Begin a series within those that rank higher, or go on with one that had ended."""
    rank = _rank(item.family)
    while now.stack and _rank(now.stack[-1].items[0].family) > rank:
        now.stack.pop()
    before = _earlier(now, found, item)
    if before:
        before.items.append(item)
        now.stack.append(before)
    else:
        parent = now.stack[-1].items[-1] if now.stack else None
        series = Series([item], parent, len(now.stack))
        found.append(series)
        now.stack.append(series)
    return len(now.stack) - 1


def _earlier(now: _Open, found: list[Series], item: Item) -> Series | None:
    """The series that a number other than 1 goes on with: numbering that runs through the chapters."""
    if value(item) == 1:
        return None
    same = [series for series in found if series.items[0].family == item.family]
    return same[-1] if same and _continues(same[-1], item) else None


def _continues(series: Series, item: Item) -> bool:
    last = series.items[-1]
    return last.family == item.family and value(item) == value(last) + 1


def _afresh(document: Document, part: Part, series: Series, item: Item) -> bool:
    """Whether a number 1 rightly begins again."""
    if any(one.words == item.words and value(one) == 1 for one in series.items):
        return True
    last = series.items[-1]
    if item.block == last.block + 1:
        return bool(_LEAD_IN.search(_text(document, last.block)))
    above = _text(document, item.block - 1)
    if _LEAD_IN.search(above):
        return True
    bare = len(_text(document, last.block)) < 40
    return _rank(item.family) >= _LISTS and not bare and opening(document.text, document.blocks[item.block - 1])[0] is None


def _text(document: Document, index: int) -> str:
    block = document.blocks[index]
    return document.text[block.start : block.end]


# --- numbers in running text ----------------------------------------------------------------------


def _place_loose(document: Document, now: _Open, found: list[Series], item: Item) -> None:
    """Add a number within a paragraph, or an 一是 anywhere, to its series, or begin one."""
    same = [series for series in now.loose if series.items[0].family == item.family]
    if value(item) == 1 and not (same and _again(document, same[-1], item)):
        for series in same:
            if item.opens or _ended(document, series, item):
                now.loose.remove(series)
        _begin_loose(now, found, item)
        return
    series = _series_of(now, same, item)
    if series:
        series.items.append(item)
        if item.opens:
            del now.stack[series.depth :]
        while now.loose and now.loose[-1] is not series and series in now.loose:
            now.loose.pop()
    elif item.family in ENUMERATIONS and not _begun(document, item):
        _begin_loose(now, found, item)


def _begin_loose(now: _Open, found: list[Series], item: Item) -> None:
    parent = now.stack[-1].items[-1] if now.stack else None
    series = Series([item], parent, len(now.stack))
    now.loose.append(series)
    found.append(series)


def _series_of(now: _Open, same: list[Series], item: Item) -> Series | None:
    """The open series that a number other than 1 belongs to."""
    for series in reversed(same):
        if _continues(series, item):
            return series
    if item.family in ENUMERATIONS:
        return same[-1] if same else None
    for series in reversed([*now.stack, *same]):
        last = series.items[-1]
        if last.family == item.family and last.block == item.block and value(item) - value(last) <= _STRAY:
            return series
    return None


def _again(document: Document, series: Series, item: Item) -> bool:
    """Whether a second 一是 is a slip for 二是: nothing introduces it and the first stands alone."""
    last = series.items[-1]
    if len(series.items) > 1 or item.family not in ENUMERATIONS or item.opens != last.opens:
        return False
    if item.opens:
        return item.block == last.block + 1
    return item.block == last.block and document.text[item.number.start - 1] in "；;"


def _ended(document: Document, series: Series, item: Item) -> bool:
    """Whether a series is over when a new one begins; if not, the new one lies within its last item."""
    last = series.items[-1]
    if last.opens:
        return False
    return last.block != item.block or "。" in document.text[last.number.end : item.number.start]


def _begun(document: Document, item: Item) -> bool:
    """Whether the first of an enumeration is there in other words: 首先…二是…"""
    block = document.blocks[item.block]
    return bool(_BEGUN.search(document.text, block.start, item.number.start))
