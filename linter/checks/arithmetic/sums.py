"""A total that stands behind its parts: 一季度120件、二季度130件，合计250件.

Before 合计 may stand how many parts there are (三片合计), or the whole that they make: 男20人，女30人，
全校共50人.
"""

import re
from collections.abc import Iterator, Sequence

from linter.checks.arithmetic.compare import (
    OPENING_MARKS,
    Problem,
    Search,
    are_beside,
    are_summable,
    by_first,
    clause_before,
    is_near,
    not_the_sum,
    sum_of,
)
from linter.checks.arithmetic.kinds import are_kinds, labels_of, make_a_whole
from linter.checks.arithmetic.quantities import MONEY, Quantity
from linter.checks.arithmetic.sentences import Sentence, sentence_reader
from linter.checks.arithmetic.words import Words
from linter.checks.support.compiled import compiled
from linter.text.characters import has
from linter.text.numerals import ONE_TO_TEN, TWO, value_of
from linter.text.patterns import alternation
from linter.text.sentences import COLONS

_LEAST = 3
"""Figures of a sentence with a sum: two parts and their total."""
_SMALL = 100
"""Below so many times their scale, sums of money without decimals are written as they are."""
_LABEL_MARKS = "，,：:"
"""Marks before the label of the first part."""
_NEAR = 2
"""The most characters between 合计 and its figure."""


def searcher(words: Words) -> Search:
    """A search for sums that are not those of the parts before them."""
    read = sentence_reader(words)
    parts_of = by_first(words.periods)
    count = rf"(?P<count>[{TWO}{ONE_TO_TEN}])\w{{1,2}}?"
    whole = rf"(?P<whole>{alternation((*words.wholes, *parts_of))})"
    opener = rf"(?<=[{OPENING_MARKS}])(?:{whole}|{count})?{alternation(words.sums)}"

    def search(text: str) -> Iterator[Problem]:
        for one in read(text, words.sums):
            if len(one.figures) < _LEAST:
                continue
            opening = compiled(opener).search(text, one.start + 1, one.end)
            if not opening:
                continue
            start = one.start
            if opening["count"]:  # 其中甲类12件、乙类9件，两类合计21件: what is counted begins behind 其中
                among = (text.rfind(word, start, opening.start()) + len(word) for word in words.among)
                start = max(start, *(at for at in among if at >= one.start + 1), start)
            if not has(text[start : opening.start()], (*words.among, *words.elsewhere, *words.deducted)):
                wholes = words.whole if opening["whole"] in words.wholes else parts_of.get(opening["whole"])
                yield from _summed(one, start, opening, wholes or (), words)

    return search


def _summed(
    told: Sentence, start: int, opening: re.Match[str], wholes: Sequence[str], words: Words
) -> Iterator[Problem]:
    """The problem of the figure behind 合计 in a sentence whose parts begin behind `start`; `wholes` are the
    kinds that make the whole before it.
    """
    text, at, behind = told.text, opening.start(), opening.end()
    parts, others = told.within(start, at), told.within(behind, told.end)
    if not parts or not others or not are_summable(others[0], *parts):
        return
    total = others[0]
    label = clause_before(parts[0], start, _LABEL_MARKS)
    first, noun = parts[0].start - len(label), text[behind : total.start].lstrip("有")
    handed_out = has(label, words.respectively) and are_beside(parts)
    if len(noun) > _NEAR and not (handed_out and noun in label):
        return
    made = bool(opening["whole"]) and make_a_whole(labels_of(parts, first, words), wholes)
    counted = bool(opening["count"]) and value_of(opening["count"]) == len(parts)
    if made < bool(opening["whole"]) or counted < bool(opening["count"]):
        return
    more_before = text.endswith("；", 0, told.start)  # what stands there may be of the same list
    paid = not more_before and total.start == behind and _are_paid_together(parts, start, at, words)
    if paid and not is_near(total.value, sum_of(parts).value):
        return
    accounted = text[first - 1 : first] in COLONS and opening[0] in words.sums and total.start == behind
    if not handed_out and not are_kinds(parts, first, words, made or counted or accounted or paid):
        return
    if more_before and sum_of(parts).high < total.low:
        return
    if paid:
        total, *parts = map(_as_written, (total, *parts))
    yield from not_the_sum(total, parts, "前面各项相加是", "the parts sum to")


def _are_paid_together(parts: list[Quantity], start: int, end: int, words: Words) -> bool:
    """Whether sums of money are told in as many clauses, which hold no other figure: 村里出6万元，镇里补助
    9万元，合计15万元.
    """
    text = parts[0].text
    return (
        parts[0].unit == MONEY
        and parts[-1].end == end - 1
        and text[parts[0].start : end].count("，") == len(parts)
        and all(text[part.end : part.end + 1] in OPENING_MARKS for part in parts[:-1])
        and not has(text[start:end], (*words.apiece, *words.targets, *words.states))
    )


def _as_written(one: Quantity) -> Quantity:
    """A small whole figure, which is not rounded: 6万元 that a village gives."""
    whole = one.step == one.scale and one.value < _SMALL * one.scale
    return one._replace(low=one.value, high=one.value) if whole else one
