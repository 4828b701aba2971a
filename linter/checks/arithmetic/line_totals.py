"""A total, and its parts one a line.

共支出86万元，具体如下： and below it 1.水电费32万元；        every line ends with its only figure
印刷费：3200元, 场租费：1500元, and below them 合计：4900元  every line names a part and ends with its figure

Where the lines may not be all, only a total that is too small is told.
"""

from collections.abc import Iterator
from typing import NamedTuple

from linter.checks.arithmetic.compare import Problem, Search, are_summable, exceed, not_the_sum
from linter.checks.arithmetic.quantities import Quantity, Reader, reader
from linter.checks.arithmetic.words import Words
from linter.checks.support.compiled import compiled
from linter.structure.numbers import number_at
from linter.text.characters import HAN, WHITE_SPACE, has, places, up_to
from linter.text.patterns import alternation
from linter.text.sentences import COLONS, FULL_STOPS, LINE_ENDS, sentence

_FEWEST = 2
"""Lines that make a list."""


class _Line(NamedTuple):
    """A line that names a part and ends with its figure."""

    style: str
    """That of its number; empty for none."""
    first: bool
    """Whether its number is 1, or it has none."""
    label: str
    part: Quantity


# --- a total above its parts ----------------------------------------------------------------------


def above(words: Words) -> Search:
    """A search for totals that are not the sum of the lines below them."""
    read = reader(words)

    def search(text: str) -> Iterator[Problem]:
        for colon in COLONS:
            for at in places(text, colon + "\n"):
                if total := _total_before(text, at, words, read):
                    yield from _itemised(total, at, words, read)

    return search


def _total_before(text: str, at: int, words: Words, read: Reader) -> Quantity | None:
    """The total that the sentence up to a colon announces the parts of; None for none."""
    start = sentence(text, at)[0]
    if not has(text[start:at], words.in_all):
        return None
    *_, total = [None, *read(text, start, at)]
    if not total or not total.unit or not are_summable(total):
        return None
    behind = text[total.end : at]
    announced = not behind or has(behind, (*words.itemised, *words.among, *words.made_of))
    return total if announced and has(text[start : total.start], words.in_all) else None


def _itemised(total: Quantity, colon: int, words: Words, read: Reader) -> Iterator[Problem]:
    """The problem of the total before a colon; where only some parts are listed, of too small a one."""
    text = total.text
    items, are_all = _items(text, text.index("\n", colon) + 1, read)
    parts = [item.part for item in items]
    states = [has(item.label, words.states) for item in items]
    if (
        len(items) < _FEWEST
        or not are_summable(total, *parts)
        or any(has(item.label, words.overlapping) for item in items)
        or (any(states) and not all(states))
    ):
        return
    some = not are_all or has(text[sentence(text, colon)[0] : colon], (*words.mainly, *words.among))
    if not some or exceed(parts, total):
        yield from not_the_sum(total, parts, "下面各项相加是", "the lines below sum to")


def _items(text: str, start: int, read: Reader) -> tuple[list[_Line], bool]:
    """The numbered lines from an offset on, and whether these are surely all: the text ends behind them, or
    an outer list goes on. None where one of them does not end with its only figure.
    """
    items: list[_Line] = []
    while start < len(text):
        end = up_to(text, "\n", start)
        indent = _indent(text, start, end)
        if indent < end:
            number = number_at(text, indent, end)
            goes_on = number and (not items or number.style == items[0].style)
            if not number or not goes_on or number.values != (len(items) + 1,):
                return items, bool(items and number and number.values[0] > 1 and not goes_on)
            figures = list(read(text, number.end, end))
            if len(figures) != 1 or text[figures[0].end : end].strip(LINE_ENDS + WHITE_SPACE):
                return [], False
            items.append(_Line(number.style, not items, text[number.end : figures[0].start], figures[0]))
        start = end + 1
    return items, True


def _indent(text: str, start: int, end: int) -> int:
    """Where a line begins behind its blanks."""
    return end - len(text[start:end].lstrip(WHITE_SPACE))


# --- a total below its parts ----------------------------------------------------------------------

_LEAD = 8
"""Characters of a line before its 合计, at most: the number of the line, and four more."""
_LONGEST = 60
"""Characters of the longest line of a list."""
_BEHIND = rf"(?:[（(][^（()）\d]*[）)])?[{LINE_ENDS}{WHITE_SPACE}]*"
"""What may stand behind the figure of a line: a note, and a mark."""


def below(words: Words) -> Search:
    """A search for totals that are not the sum of the lines above them."""
    read = reader(words)
    opening = (
        rf"[{WHITE_SPACE}]*[{HAN}]{{0,4}}?{alternation(words.sums)}[{HAN}]{{0,4}}?[：:{WHITE_SPACE}]*(?=\d)"
    )

    def search(text: str) -> Iterator[Problem]:
        totals = [at for word in words.sums for at in places(text, word)]
        starts = {start for at in totals if at - (start := text.rfind("\n", 0, at) + 1) <= _LEAD}
        for start in sorted(starts):
            opened = compiled(opening).match(text, start) if start else None
            total = next(read(text, opened.end(), up_to(text, "\n", start)), None) if opened else None
            if opened and total and total.start == opened.end() and are_summable(total):
                yield from _added_up(total, start, words, read)

    return search


def _added_up(total: Quantity, start: int, words: Words, read: Reader) -> Iterator[Problem]:
    """The problem of the total in the line at an offset."""
    lines, whole = _lines_above(total, start, words, read)
    labels, parts = [line.label for line in lines], [line.part for line in lines]
    if len(lines) < _FEWEST or len({line.style for line in lines}) > 1 or len(set(labels)) < len(labels):
        return
    crossed = (*words.partial, *words.among, *words.elsewhere, *words.overlapping, *words.deducted)
    if any(has(label, crossed) for label in labels):
        return
    if whole or exceed(parts, total):
        yield from not_the_sum(total, parts, "上面各行相加是", "the lines above sum to")


def _lines_above(total: Quantity, start: int, words: Words, read: Reader) -> tuple[list[_Line], bool]:
    """The lines of parts right above that of a total, and whether these are surely all."""
    text = total.text
    lines: list[_Line] = []
    while start > 0:
        end = start - 1
        start = text.rfind("\n", 0, end) + 1
        told = text[start:end].rstrip()
        if not told:
            continue
        line = _line(text, start, end, words, read)
        if not line or line.part.unit != total.unit:
            unknown = len(told) < _LONGEST and has(told[:-1], COLONS) and not told.endswith(tuple(FULL_STOPS))
            return lines, bool(lines) and lines[-1].first and not unknown
        lines.append(line)
        if line.style and line.first:
            break
    return lines, bool(lines) and lines[-1].first


def _line(text: str, start: int, end: int, words: Words, read: Reader) -> _Line | None:
    """The part that a line tells of; None where it tells of something else, or of more.

    It is the only figure behind a colon, or what a count by a price makes: 6张，每张800元，计4800元.
    """
    if end - start > _LONGEST:
        return None
    indent = _indent(text, start, end)
    number = number_at(text, indent, end)
    first = number.end if number else indent
    figures = list(read(text, first, end))
    if not figures or not figures[-1].exact or not compiled(_BEHIND).fullmatch(text, figures[-1].end, end):
        return None
    label = text[first : figures[-1].start]
    sums = alternation((*words.sums, *words.totals_of_products))
    made = compiled(rf"(?:{sums}|[=＝])[：:{WHITE_SPACE}]*$").search(label)
    named = len(figures) == 1 and (label.endswith(COLONS) or number) and not has(label, words.apiece)
    name = text[first : figures[0].start].strip(f"{WHITE_SPACE}：:，,（(")
    if not (made or named) or not name or has(name, words.sums):
        return None
    return _Line(number.style if number else "", not number or number.values == (1,), name, figures[-1])
