"""A total that stands behind its parts: 一季度120件、二季度130件，合计250件.

Before 合计 may stand how many parts there are (三片合计), or the whole that they make: 男20人，女30人，
全校共50人.
"""

import re
from collections.abc import Iterator

from linter.checks.arithmetic.compare import OPENING_MARKS, Problem, Search, not_the_sum
from linter.checks.arithmetic.kinds import are_kinds, labels_of, make_a_whole
from linter.checks.arithmetic.quantities import Quantity, Reader, reader
from linter.checks.arithmetic.words import Words
from linter.checks.support.compiled import compiled
from linter.model.message import Message
from linter.text.characters import HAN, has
from linter.text.measures import RELATIVE
from linter.text.numerals import ONE_TO_TEN, TWO, value_of
from linter.text.patterns import alternation
from linter.text.sentences import sentences_with

_SUM = Message("前面各项相加是", "the parts sum to")
_NEAR = 2
"""The most characters between 合计 and its figure."""


def searcher(words: Words) -> Search:
    """A search for sums that are not those of the parts before them."""
    read = reader(words)
    parts_of: dict[str, list[str]] = {}
    for entry in words.periods:
        period, _, parts = entry.partition("、")
        parts_of.setdefault(period, []).append(parts)
    count = rf"(?P<count>[{TWO}{ONE_TO_TEN}])[{HAN}]{{1,2}}?"
    whole = rf"(?P<whole>{alternation((*words.wholes, *parts_of))})"
    opener = rf"(?<=[{OPENING_MARKS}])(?:{count}|{whole})?{alternation(words.sums)}"

    def search(text: str) -> Iterator[Problem]:
        for start, end in sentences_with(text, words.sums):
            opening = compiled(opener).search(text, start + 1, end)
            if opening and not has(text[start : opening.start()], (*words.among, *words.elsewhere)):
                yield from _summed(text, start, opening, end, words, parts_of, read)

    return search


def _summed(
    text: str,
    start: int,
    opening: re.Match[str],
    end: int,
    words: Words,
    parts_of: dict[str, list[str]],
    read: Reader,
) -> Iterator[Problem]:
    """The problem of the figure behind 合计 in a sentence."""
    at, behind = opening.start(), opening.end()
    total = next(read(text, behind, end), None)
    if total is None or total.start - behind > _NEAR or total.unit in RELATIVE or not total.exact:
        return
    parts = list(read(text, start, at))
    alike = all(one.unit == total.unit and one.exact for one in parts)
    first = _label_start(text, start, parts[0]) if parts else start
    if not parts or not alike:
        return
    whole = words.whole if opening["whole"] in words.wholes else parts_of.get(opening["whole"], ())
    made = bool(opening["whole"]) and make_a_whole(labels_of(text, parts, first, words), whole)
    counted = bool(opening["count"]) and value_of(opening["count"]) == len(parts)
    if made < bool(opening["whole"]) or counted < bool(opening["count"]):
        return
    if not are_kinds(text, parts, first, words, made or counted):
        return
    if problem := not_the_sum(text, total, parts, text[total.end - 1], _SUM):
        yield problem


def _label_start(text: str, start: int, first: Quantity) -> int:
    """Where the label of the first part begins: behind the last mark before it."""
    return max(start, *(text.rfind(mark, start, first.start) + 1 for mark in "，,：:"))
