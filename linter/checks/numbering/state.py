"""The series of a part while they grow."""

import re

from linter.checks.numbering.items import Item
from linter.checks.numbering.words import Words
from linter.model.document import Block
from linter.text.sentences import CLAUSE_ENDS

_WORDS = 200
"""How many characters after a number are compared with those after another."""
_LATEST = 3
"""How many series of a family may go on behind a heading that does not belong to them."""
_BEHIND_ENTRY = re.compile(rf"[{CLAUSE_ENDS},;:…·\t]|\.\.| *\d+$")


class Series:
    """Numbers that should be consecutive; it grows while the numbers of a part are read."""

    def __init__(self, parent: Item | None, depth: int, before: int = 0, reach: int | None = None) -> None:
        """`parent` is the item that it stands under, `depth` the number of series around it, `before` the
        number that its first one follows; from the offset `reach` on the text above may hold its first.
        """
        self.items: list[Item] = []
        self.parent = parent
        self.depth = depth
        self.before = before
        self.reach = reach
        self.joins: list[tuple[int, Item]] = []
        """Where it goes on under another heading: the place of the item, and the heading."""
        self.firsts: set[str] = set()
        """The entries of its numbers 1, to recognise a table of contents."""

    @property
    def family(self) -> str:
        """The family of its first item; a number in another style may stand for a sibling."""
        return self.items[0].family

    def continues(self, item: Item) -> bool:
        """Whether an item has the next number."""
        return item.value == self.items[-1].value + 1


class State:
    """The series found so far, while the numbers of a part are read in order."""

    def __init__(self, text: str, blocks: tuple[Block, ...], words: Words, reach: int) -> None:
        """`reach` is the offset at which the text above the part begins that belongs to no part."""
        self.text = text
        self.blocks = blocks
        self.words = words
        self.reach = reach
        self.stack: list[Series] = []
        """Of numbers that open paragraphs, the outermost first."""
        self.loose: list[Series] = []
        """Of numbers within paragraphs, and of 一是, 第一 and 其一 anywhere, that may still go on; few."""
        self.found: list[Series] = []
        self.latest: dict[str, list[Series]] = {}
        """The last series found of each family, the newest first; few."""

        self.last_break = -1
        """The block of the last heading without a number."""

    def line(self, index: int) -> str:
        """The text of a block."""
        return self.text[self.blocks[index].start : self.blocks[index].end]

    def entry(self, item: Item) -> str:
        """The words that an item has in a table of contents: up to the first mark, without a page number."""
        start = item.number.end
        behind = self.text[start : min(start + _WORDS, self.blocks[item.block].end)].strip()
        return _BEHIND_ENTRY.split(behind, maxsplit=1)[0]

    def add(self, series: Series, item: Item) -> None:
        """Add a number to a series."""
        series.items.append(item)
        if item.value == 1 and (entry := self.entry(item)):
            series.firsts.add(entry)

    def begin(self, item: Item) -> Series:
        """A new series that begins with an item, under the last item of the series around it."""
        parent = self.stack[-1].items[-1] if self.stack else None
        reach = None if item.family in self.latest else self.reach
        series = Series(parent, len(self.stack), self._chapter(item), reach)
        self.add(series, item)
        self.found.append(series)
        self.latest[item.family] = [series, *self.latest.get(item.family, ())][:_LATEST]
        return series

    def _chapter(self, item: Item) -> int:
        """The chapter before an item, where only its sections are numbered: 3.1, 3.2 and then 4."""
        sections = self.latest.get("1.1")
        if item.family != "1." or not sections:
            return 0
        chapter = sections[0].items[-1].number.values[0]
        return chapter if chapter + 1 == item.value else 0
