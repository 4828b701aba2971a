"""A total and what it is made of: 投资1.6亿元，由中央补助9000万元、县级配套8000万元构成.

The parts may be in another scale than their total. Behind 构成 they are all; without it some may be left out,
and only a sum that exceeds the total is told: 资金860万元，来自财政500万元、捐款400万元.
"""

from collections.abc import Iterator
from itertools import pairwise, takewhile

from linter.checks.arithmetic.compare import Problem, Search, not_the_sum, unit_of
from linter.checks.arithmetic.kinds import are_kinds
from linter.checks.arithmetic.quantities import Quantity
from linter.checks.arithmetic.sentences import Sentence, sentence_reader
from linter.checks.arithmetic.words import Words
from linter.checks.support.compiled import compiled
from linter.model.message import Message
from linter.text.characters import HAN, has
from linter.text.measures import RELATIVE
from linter.text.numerals import DECIMAL, ONE_TO_TEN, TWO
from linter.text.patterns import alternation
from linter.text.sentences import CLAUSE_ENDS

_SUM = Message("组成它的各项相加是", "the parts that it is made of sum to")
_NAME = rf"[{HAN}“”]{{1,16}}"
_LEAST = 3
"""Figures of a sentence with a total and its parts."""


def searcher(words: Words) -> Search:
    """A search for totals that are not the sum of what they are said to be made of."""
    read = sentence_reader(words)
    opened = rf"[，,]?[{HAN}]{{0,4}}?(?P<opener>{alternation(words.made_from)}){_NAME}"
    beside = rf"(?:[、，]|{alternation(words.joining)}){_NAME}"
    count = rf"[{ONE_TO_TEN}{TWO}{DECIMAL}]{{1,2}}[{HAN}]{{1,4}}?"
    closed = rf"[，,]?(?:{count})?[{HAN}]{{0,2}}?{alternation(words.composed)}"

    def search(text: str) -> Iterator[Problem]:
        for one in read(text, words.made_from):
            if len(one.figures) < _LEAST:
                continue
            for at, total in enumerate(one.figures[:-2]):
                following = one.figures[at + 1].start
                if not has(text[total.end : following], words.made_from):
                    continue
                if opening := compiled(opened).fullmatch(text, total.end, following):
                    parts = _parts(text, one.figures[at + 1 :], beside, words)
                    some = text.startswith(words.suchlike, parts[-1].end)
                    whole = not some and compiled(closed).match(text, parts[-1].end) is not None
                    yield from _made(text, one, total, parts, opening.end("opener"), whole, words)

    return search


def _parts(text: str, figures: list[Quantity], beside: str, words: Words) -> list[Quantity]:
    """The figures that stand side by side, from the first on, each behind its name; parts of one are none."""

    def follows(pair: tuple[Quantity, Quantity]) -> bool:
        gap = compiled(beside).fullmatch(text, pair[0].end, pair[1].start)
        return gap is not None and not has(gap[0], words.among)

    return [figures[0], *(after for _, after in takewhile(follows, pairwise(figures)))]


def _made(
    text: str, told: Sentence, total: Quantity, parts: list[Quantity], first: int, whole: bool, words: Words
) -> Iterator[Problem]:
    """The problem of a total whose parts, the first named from an offset on, are `whole` or some of it."""
    alike = all(each.exact and each.unit == total.unit for each in (total, *parts))
    listed = text[total.end : parts[-1].end]
    ended = whole or text[parts[-1].end : parts[-1].end + 1] in ("", "\n", *CLAUSE_ENDS)
    if not alike or not ended or total.unit in ("", *RELATIVE) or has(listed, words.elsewhere):
        return
    if has(text[total.end : first], words.mainly) or has(text[parts[-1].end : told.end], words.shared):
        return
    too_many = sum(part.low for part in parts) > total.high
    told_of = are_kinds(text, parts, first, words, announced=True) and (whole or too_many)
    if told_of:
        yield from not_the_sum(text, total, parts, unit_of(text, total), _SUM)
