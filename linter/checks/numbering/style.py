"""The items of a series that are written otherwise, or stand deeper, than they should."""

import re
from collections import Counter
from collections.abc import Iterator

from linter.checks.numbering.items import ENUMERATIONS, Item
from linter.checks.numbering.state import Series
from linter.checks.numbering.writing import is_typed, span, written
from linter.model.document import Document
from linter.model.finding import Match
from linter.model.message import Message
from linter.text.sentences import COLONS

Levels = set[tuple[str, str]]
"""The families that stand right under each other somewhere in the report, the upper one first."""

_LEVELS = ("一、", "（一）", "1.", "（1）")
_LOOSE_STYLES = {"1）", "1)"}
_LABEL = 6
"""Characters of the longest label above a list."""
_MIXED = re.compile(r"（[^）]*\)|\([^)]*）")
"""A number in brackets of two widths, which is a slip however many of its siblings have it."""


def style(document: Document, series: Series) -> Iterator[Match]:
    """The items written otherwise than most of their siblings, where they open their paragraphs.

    Where no way of writing is that of most, nobody can say which is the slip: that is a hint, or
    nothing where only the mark behind an Arabic number differs, for 1. and 1、 are both in use.
    """
    items = [item for item in series.items if item.opens]
    if series.family in ENUMERATIONS or len({item.number.style for item in items}) < 2:
        return
    right = Counter(item.number.style for item in items if not _MIXED.fullmatch(item.number.style))
    if not right:
        return
    [(usual, count)] = right.most_common(1)
    most = 2 * count > len(items)
    if not most and all(item.family == "1." for item in items):
        return
    model = next(item for item in items if item.number.style == usual)
    for item in items:
        if item.number.style != usual:
            start, end = span(document, item)
            message = Message(
                f"同级编号写法不一：{'多数' if most else '有的'}写作“{usual}”，此处为“{item.number.text}”",
                f"Siblings are numbered in different ways: {'mostly' if most else 'partly'} {usual}, "
                f"here {item.number.text}",
            )
            suggestion = _as_usual(item, model)
            yield Match(start, end, message, level=None if most else "info", suggestion=suggestion)


def _as_usual(item: Item, model: Item) -> str | None:
    """The number of an item as its siblings write theirs, where only marks differ: (二) and （一）."""
    if item.family != model.family or not (is_typed(item) and is_typed(model)):
        return None
    return written(model.number, item.number.values)


def level(document: Document, series: Series, levels: Levels) -> Iterator[Match]:
    """A series two levels or more too deep, in a report that uses the next level elsewhere."""
    first, above = series.items[0], series.parent
    if above is None or not first.opens or first.number.style in _LOOSE_STYLES:
        return
    top, depth = _depth(above.family), _depth(first.family)
    skips = 0 <= top < depth - 2 and (above.family, _LEVELS[top + 1]) in levels
    if skips and not _is_note(document, first):
        start, end = span(document, first)
        message = Message(
            f"层级跳越：“{above.number.text}”之下直接用了“{first.number.text}”",
            f"Levels are skipped: {first.number.text} stands right under {above.number.text}",
        )
        yield Match(start, end, message, level="info")


def _is_note(document: Document, first: Item) -> bool:
    """Whether a list stands below a label, as 说明： below a table, outside the order of the headings."""
    if first.block == 0:
        return False
    above = document.blocks[first.block - 1]
    label = document.text[above.start : above.end].strip()
    return len(label) <= _LABEL and label.endswith(COLONS)


def _depth(family: str) -> int:
    return _LEVELS.index(family) if family in _LEVELS else -1
