"""A total and, behind it, all its parts.

演练8次，一季度2次，二季度3次，三季度1次，四季度3次   parts that are all there are: men and women, quarters
投资1.6亿元，由中央补助9000万元、县级配套8000万元构成   parts that the total is said to be made of
共120名：农村80名、机关30名、企业20名                  parts behind a colon

Without 构成 or 共 some parts may be left out, and only a sum that exceeds the total is told: 资金860万元，
来自财政500万元、捐款400万元. The parts may be in another scale than their total.
"""

from collections.abc import Iterator, Sequence
from itertools import chain, pairwise, takewhile

from linter.checks.arithmetic.compare import (
    OPENING_MARKS,
    Problem,
    Search,
    are_summable,
    by_first,
    exceed,
    gaps,
    not_the_sum,
)
from linter.checks.arithmetic.kinds import are_kinds, are_listed, labels_of, make_a_whole
from linter.checks.arithmetic.quantities import Quantity
from linter.checks.arithmetic.sentences import Sentence, sentence_reader
from linter.checks.arithmetic.words import Words
from linter.checks.support.compiled import compiled
from linter.text.characters import HAN, has, word_at
from linter.text.numerals import DECIMAL, ONE_TO_TEN, TWO, value_of
from linter.text.patterns import alternation
from linter.text.sentences import CLAUSE_ENDS, COLONS, COMMON_CLAUSE_ENDS, COMMON_STOPS

_ENDS = ("", "\n", *CLAUSE_ENDS)
"""What ends a list: words behind its last figure make another statement of it."""
_COUNT = rf"[{ONE_TO_TEN}{TWO}{DECIMAL}]{{1,2}}"

# --- parts that are all there are -----------------------------------------------------------------

_MARKS = (*OPENING_MARKS, *COLONS, "、")
_MOST = 4
"""How many parts a whole is made of: the quarters of a year."""


def complete(words: Words) -> Search:
    """A search for totals that are not the sum of all their parts, which follow them."""
    read = sentence_reader(words)
    periods = by_first(words.periods)
    last = {kinds.rpartition("、")[2] for kinds in chain(words.complete, *periods.values())}

    def search(text: str) -> Iterator[Problem]:
        for one in read(text, last):
            for total, parts in _lists(one.figures):
                said = one.before(total)
                named = (kinds for period, every in periods.items() if period in said for kinds in every)
                if _is_whole(one, total, parts, (*words.complete, *named), words):
                    among = has(total.until(parts[0]), words.among)
                    if not (among and exceed(parts, total)):  # `totals` tells of those
                        yield from not_the_sum(total, parts, "后面各项相加是", "the parts behind it sum to")

    return search


def _lists(figures: list[Quantity]) -> Iterator[tuple[Quantity, list[Quantity]]]:
    """Each figure with two or more that follow it."""
    for at, total in enumerate(figures):
        for count in range(2, min(_MOST, len(figures) - at - 1) + 1):
            yield total, figures[at + 1 : at + 1 + count]


def _is_whole(
    told: Sentence, total: Quantity, parts: list[Quantity], wholes: Sequence[str], words: Words
) -> bool:
    """Whether the parts right behind a total are all that make it, and no other statement; nor what was done
    of what was planned: 全年预算60万元，上半年支出28万元，下半年支出30万元.
    """
    lead, *between = gaps((total, *parts))
    behind = told.text[parts[-1].end : parts[-1].end + 1]
    if not (
        total.unit
        and are_summable(total, *parts)
        and lead.startswith(_MARKS)
        and behind in (*_ENDS, "）", ")", ",")
        and all(gap.startswith(("、", "，", *words.joining)) for gap in between)
        and not any(has(gap[1:], COMMON_CLAUSE_ENDS) for gap in (lead, *between))
    ):
        return False
    said = lead + "".join(between)
    planned = has(told.before(total), words.targets) and has(said, (*words.carried_out, *words.done))
    if planned or has(said, words.elsewhere):
        return False
    opening = total.end + 1 + len(word_at(lead, words.among, 1))
    return make_a_whole(labels_of(parts, opening, words), wholes)


# --- what a total is made of ----------------------------------------------------------------------

_NAME = rf"[{HAN}“”]{{1,16}}"


def made_from(words: Words) -> Search:
    """A search for totals that are not the sum of what they are said to be made of."""
    read = sentence_reader(words)
    opened = rf"[，,]?[{HAN}]{{0,4}}?(?P<opener>{alternation(words.made_from)}){_NAME}"
    beside = rf"(?:[、，]|{alternation(words.joining)}){_NAME}"
    closed = rf"[，,]?(?:{_COUNT}[{HAN}]{{1,4}}?)?[{HAN}]{{0,2}}?{alternation(words.composed)}"

    def search(text: str) -> Iterator[Problem]:
        for one in read(text, words.made_from):
            for at, total in enumerate(one.figures[:-2]):
                opening = compiled(opened).fullmatch(text, total.end, one.figures[at + 1].start)
                if opening:
                    parts = _side_by_side(one.figures[at + 1 :], beside, words)
                    some = text.startswith(words.suchlike, parts[-1].end)
                    whole = not some and compiled(closed).match(text, parts[-1].end) is not None
                    if _are_made(one, total, parts, opening.end("opener"), whole, words):
                        zh, en = "组成它的各项相加是", "the parts that it is made of sum to"
                        yield from not_the_sum(total, parts, zh, en)

    return search


def _side_by_side(figures: Sequence[Quantity], beside: str, words: Words) -> list[Quantity]:
    """The figures that stand side by side, from the first on, each behind its name; parts of one are none."""

    def follows(pair: tuple[Quantity, Quantity]) -> bool:
        gap = compiled(beside).fullmatch(pair[0].until(pair[1]))
        return gap is not None and not has(gap[0], words.among)

    return [figures[0], *(after for _, after in takewhile(follows, pairwise(figures)))]


def _are_made(
    told: Sentence, total: Quantity, parts: list[Quantity], first: int, whole: bool, words: Words
) -> bool:
    """Whether a total is made of parts, the first named from an offset on, which are its `whole` or more."""
    text, end = told.text, parts[-1].end
    return (
        total.unit != ""
        and are_summable(total, *parts)
        and (whole or text[end : end + 1] in _ENDS)
        and not has(text[total.end : end], words.elsewhere)
        and not has(text[total.end : first], words.mainly)
        and not has(told.behind(parts[-1]), words.shared)
        and (whole or exceed(parts, total))
        and are_kinds(parts, first, words, announced=True)
    )


# --- parts behind a colon -------------------------------------------------------------------------


def listed(words: Words) -> Search:
    """A search for lists of all kinds behind a total and a colon. Words may stand before the colon that say
    as much: 投资420万元，由三部分组成：…
    """
    sentences = sentence_reader(words)
    made = (
        rf"[，,]?[{HAN}]{{0,4}}?{alternation(words.made_of)}[{HAN}]{{0,6}}?"
        rf"(?:(?P<count>{_COUNT})[{HAN}]{{1,3}})?[{HAN}]{{0,4}}"
    )

    def search(text: str) -> Iterator[Problem]:
        for one in sentences(text, COLONS):
            colon = min(at for mark in COLONS if (at := text.find(mark, one.start, one.end)) >= 0)
            before, behind = one.within(one.start, colon), one.within(colon + 1, one.end)
            if not before or not behind or has(text[colon : one.end], words.among):
                continue
            total = before[-1]
            others = (at for at, part in enumerate(behind) if part.unit != total.unit)
            parts = behind[: next(others, len(behind))]
            announced = compiled(made).fullmatch(text, total.end, colon)
            counted = announced is not None and value_of(announced["count"] or "") == len(parts)
            if not announced and total.end < colon:
                continue
            if not _are_parts(one, colon, total, parts, counted, words):
                continue
            in_all = announced or has(one.before(total), words.in_all)
            rest = one.behind(parts[-1]).strip(COMMON_STOPS)
            ended = not rest or (counted and not has(rest, DECIMAL))
            whole = in_all and ended and not has(text[one.start : colon], words.mainly)
            if whole or exceed(parts, total):
                yield from not_the_sum(total, parts, "冒号后各项合计", "the parts sum to", "总数")

    return search


def _are_parts(
    told: Sentence, colon: int, total: Quantity, parts: list[Quantity], counted: bool, words: Words
) -> bool:
    """Whether what stands behind a colon are the parts of the total before it, `counted` there or not."""
    listed = are_listed(parts, colon + 1) and has(told.text[told.start : colon], words.in_all)
    return (
        are_summable(total, *parts)
        and are_kinds(parts, colon + 1, words, counted or listed)
        and not has(told.text[colon : parts[-1].end if counted else told.end], words.elsewhere)
    )
