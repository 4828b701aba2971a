"""A total in the line below its parts, one a line: 印刷费：3200元, 场租费：1500元, and 合计：4900元.

Every line above it must name a part and end with its figure. Where the lines may not be all, only a total
that is too small is told.
"""

from collections.abc import Iterator
from typing import NamedTuple

from linter.checks.arithmetic.compare import Problem, Search, not_the_sum, unit_of
from linter.checks.arithmetic.quantities import Quantity, Reader, reader
from linter.checks.arithmetic.words import Words
from linter.checks.support.compiled import compiled
from linter.model.message import Message
from linter.structure.numbers import number_at
from linter.text.characters import HAN, WHITE_SPACE, has, places, up_to
from linter.text.measures import RELATIVE
from linter.text.patterns import alternation
from linter.text.sentences import COLONS, FULL_STOPS, LINE_ENDS

_SUM = Message("上面各行相加是", "the lines above sum to")
_FEWEST = 2
_LEAD = 8
"""Characters of a line before its 合计, at most: the number of the line, and four more."""
"""Lines that make a list."""
_LONGEST = 60
"""Characters of the longest line of a list."""
_BEHIND = rf"(?:[（(][^（()）\d]*[）)])?[{LINE_ENDS}{WHITE_SPACE}]*"
"""What may stand behind the figure of a line: a note, and a mark."""


class _Line(NamedTuple):
    """A line that names a part and ends with its figure."""

    style: str
    """That of its number; empty for none."""
    first: bool
    """Whether its number is 1, or it has none."""
    label: str
    part: Quantity


def searcher(words: Words) -> Search:
    """A search for totals that are not the sum of the lines above them."""
    read = reader(words)
    sums = alternation(words.sums)
    opening = rf"[{WHITE_SPACE}]*[{HAN}]{{0,4}}?{sums}[{HAN}]{{0,4}}?[：:{WHITE_SPACE}]*(?=\d)"
    counted = rf"(?:{alternation((*words.sums, *words.totals_of_products))}|[=＝])[：:{WHITE_SPACE}]*$"

    def search(text: str) -> Iterator[Problem]:
        totals = [at for word in words.sums for at in places(text, word)]
        starts = {start for at in totals if at - (start := text.rfind("\n", 0, at) + 1) <= _LEAD}
        for start in sorted(starts):
            opened = compiled(opening).match(text, start) if start else None
            total = next(read(text, opened.end(), up_to(text, "\n", start)), None) if opened else None
            if (
                opened
                and total
                and total.start == opened.end()
                and total.exact
                and total.unit not in RELATIVE
            ):
                yield from _summed(text, start, total, counted, words, read)

    return search


def _summed(
    text: str, start: int, total: Quantity, counted: str, words: Words, read: Reader
) -> Iterator[Problem]:
    """The problem of the total in the line at an offset."""
    lines, whole = _lines_above(text, start, total.unit, counted, words, read)
    parts = [line.part for line in lines]
    if len(lines) < _FEWEST or len({line.style for line in lines}) > 1:
        return
    labels = [line.label for line in lines]
    crossed = (*words.partial, *words.among, *words.elsewhere, *words.overlapping, *words.deducted)
    if any(has(label, crossed) for label in labels) or len(set(labels)) < len(labels):
        return
    if whole or sum(part.low for part in parts) > total.high:
        yield from not_the_sum(text, total, parts, unit_of(text, total), _SUM)


def _lines_above(
    text: str, start: int, unit: str, counted: str, words: Words, read: Reader
) -> tuple[list[_Line], bool]:
    """The lines of parts right above an offset, and whether these are surely all."""
    lines: list[_Line] = []
    while start > 0:
        end = start - 1
        start = text.rfind("\n", 0, end) + 1
        if not text[start:end].strip():
            continue
        line = _line(text, start, end, unit, counted, words, read)
        if not line:
            told = text[start:end].rstrip()
            unknown = len(told) < _LONGEST and has(told[:-1], COLONS) and not told.endswith(tuple(FULL_STOPS))
            return lines, bool(lines) and lines[-1].first and not unknown
        lines.append(line)
        if line.style and line.first:
            break
    return lines, bool(lines) and lines[-1].first


def _line(
    text: str, start: int, end: int, unit: str, counted: str, words: Words, read: Reader
) -> _Line | None:
    """The part that a line tells of; None where it tells of something else, or of more.

    It is the only figure behind a colon, or what a count by a price makes: 6张，每张800元，计4800元.
    """
    if end - start > _LONGEST:
        return None
    start += len(text[start:end]) - len(text[start:end].lstrip(WHITE_SPACE))
    number = number_at(text, start, end)
    first = number.end if number else start
    figures = list(read(text, first, end))
    if not figures or not compiled(_BEHIND).fullmatch(text, figures[-1].end, end):
        return None
    part = figures[-1]
    if part.unit != unit or not part.exact:
        return None
    label = text[first : part.start]
    made = compiled(counted).search(label) is not None
    named = len(figures) == 1 and (label.endswith(COLONS) or number) and not has(label, words.apiece)
    if not label.strip() or not (made or named):
        return None
    label = text[first : figures[0].start].strip(f"{WHITE_SPACE}：:，,（(")
    if not label or has(label, words.sums):
        return None
    return _Line(number.style if number else "", not number or number.values == (1,), label, part)
