"""A total, and its parts in the numbered lines below it: 共支出86万元，具体如下： and 1.水电费32万元；.

Every line must hold one figure and end with it: else it tells more than a part.
"""

from collections.abc import Iterator
from typing import NamedTuple

from linter.checks.arithmetic.compare import Problem, Search, not_the_sum, unit_of
from linter.checks.arithmetic.quantities import Quantity, Reader, reader
from linter.checks.arithmetic.words import Words
from linter.model.message import Message
from linter.structure.numbers import number_at
from linter.text.characters import WHITE_SPACE, has, places, up_to
from linter.text.measures import RELATIVE
from linter.text.sentences import COLONS, LINE_ENDS, sentence

_SUM = Message("下面各项相加是", "the lines below sum to")
_FEWEST = 2
"""Lines that make a list."""


class _Item(NamedTuple):
    """A numbered line with one figure at its end."""

    label: str
    part: Quantity


def searcher(words: Words) -> Search:
    """A search for totals that are not the sum of the lines below them."""
    read = reader(words)

    def search(text: str) -> Iterator[Problem]:
        for colon in COLONS:
            for at in places(text, colon + "\n"):
                if total := _total(text, at, words, read):
                    yield from _summed(text, at, total, words, read)

    return search


def _total(text: str, at: int, words: Words, read: Reader) -> Quantity | None:
    """The total that the sentence up to a colon announces the parts of; None for none."""
    start = sentence(text, at)[0]
    if not has(text[start:at], words.in_all):
        return None
    figures = list(read(text, start, at))
    if not figures or not figures[-1].exact or figures[-1].unit in ("", *RELATIVE):
        return None
    total = figures[-1]
    behind = text[total.end : at]
    announced = not behind or has(behind, (*words.itemised, *words.among, *words.made_of))
    return total if announced and has(text[start : total.start], words.in_all) else None


def _summed(text: str, at: int, total: Quantity, words: Words, read: Reader) -> Iterator[Problem]:
    """The problem of the total before a colon at an offset; where only some parts are listed, of too small a
    one.
    """
    items, are_all = _items(text, text.index("\n", at) + 1, read)
    parts = [item.part for item in items]
    if len(items) < _FEWEST or not all(one.exact and one.unit == total.unit for one in parts):
        return
    states = [has(item.label, words.states) for item in items]
    if any(has(item.label, words.overlapping) for item in items) or (any(states) and not all(states)):
        return
    some = not are_all or has(text[sentence(text, at)[0] : at], (*words.mainly, *words.among))
    if some and sum(one.low for one in parts) <= total.high:
        return
    yield from not_the_sum(text, total, parts, unit_of(text, total), _SUM)


def _items(text: str, start: int, read: Reader) -> tuple[list[_Item], bool]:
    """The numbered lines from an offset on, and whether these are surely all: the text ends behind them, or
    an outer list goes on. None where one of them does not end with its only figure.
    """
    items: list[_Item] = []
    style, are_all = "", True
    while start < len(text):
        end = up_to(text, "\n", start)
        first = next((place for place in range(start, end) if text[place] not in WHITE_SPACE), end)
        if first < end:
            number = number_at(text, first, end)
            if not number or number.values != (len(items) + 1,) or (style and number.style != style):
                are_all = bool(number and number.values[0] > 1 and number.style != style)
                break
            style = number.style
            figures = list(read(text, number.end, end))
            if len(figures) != 1 or text[figures[0].end : end].strip(LINE_ENDS + WHITE_SPACE):
                return [], False
            items.append(_Item(text[number.end : figures[0].start], figures[0]))
        start = end + 1
    return items, are_all
