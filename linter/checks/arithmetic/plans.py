"""What share of a plan was carried out: 计划800公顷，已完成620公顷，完成计划的87.5%.

The plan comes first, what was done right behind it, the share last; the plan may be the only figure of its
unit in the sentence before. Nothing is said where what was done is of one month only, or the share is of
another plan: of the year, where the figure is that of half a year.
"""

import re
from collections.abc import Iterator

from linter.checks.arithmetic.compare import (
    AT_MOST,
    OPENING_MARKS,
    Problem,
    Search,
    clause_before,
    comparable,
    not_the_share,
)
from linter.checks.arithmetic.quantities import Quantity, Reader, reader
from linter.checks.arithmetic.sentences import Sentence, sentence_reader
from linter.checks.arithmetic.words import Words
from linter.text.characters import HAN, has
from linter.text.measures import RELATIVE
from linter.text.numerals import DECIMAL
from linter.text.patterns import alternation
from linter.text.sentences import COMMON_STOPS, FULL_STOPS, sentence

_GAP = 24
"""The most characters between the plan and what was done."""
_THING = 2
"""Characters before what was done that name it, and stand before the plan, too: 造林."""
_BREAK = 8
"""The most characters, with the full stop, that part two sentences: the end of a line, and an indent."""
_CLAUSES = "，,；;：:（("
_SPELLS = "半季月周日"
"""What tells that a plan is for a part of the year."""


def searcher(words: Words) -> Search:
    """A search for shares of a plan that do not follow from it and what was done."""
    read, figures = sentence_reader(words), reader(words)
    plan, reaching = alternation(words.targets), rf"(?:是|{alternation(words.reaching)}){{0,{AT_MOST}}}"
    claim = (
        rf"[{OPENING_MARKS}]{alternation(words.already)}?(?:"
        rf"(?:{alternation(words.done)}|{alternation(words.share_verbs)}|{alternation(words.reaching)})了?"
        rf"(?P<of>[{HAN}]{{0,4}}?){plan}[{HAN}]{{0,4}}?的"
        rf"|(?P<over>超)[额出过]?(?:完成)?(?:{plan})?(?:的)?"
        rf"|(?:{plan})?{alternation(words.plan_rates)}{reaching})"
    )

    def search(text: str) -> Iterator[Problem]:
        for one in read(text, words.targets):
            for (whole, done, share), (_, claimed) in one.joined(rf".{{0,{_GAP}}}", claim):
                if _is_account(one.start, whole, done, share, words):
                    yield from _wrong(one.start, whole, done, share, claimed)
            for (done, share), (claimed,) in one.joined(claim):
                if _is_first(one, done, share, words):
                    for start, whole in _planned_before(text, one.start, done, words, figures):
                        yield from _wrong(start, whole, done, share, claimed)

    return search


def _is_account(start: int, whole: Quantity, done: Quantity, share: Quantity, words: Words) -> bool:
    """Whether three figures are a plan, what was done of it, and a share."""
    between = whole.until(done)
    return (
        comparable(whole, done)
        and whole.unit not in RELATIVE
        and share.unit == "%"
        and share.exact
        and whole.low > 0
        and has(clause_before(whole, start, _CLAUSES), words.targets)
        and has(between, (*words.done, *words.carried_out))
        and not has(between, (*words.targets, *words.among, *words.spells, COMMON_STOPS[0]))
        and (not has(between, DECIMAL + "季") or has(between, words.until))
    )


def _is_first(one: Sentence, done: Quantity, share: Quantity, words: Words) -> bool:
    """Whether a sentence begins with what was done, and its share: no other figure stands before, and no
    plan.
    """
    before = one.before(done)
    return (
        done is one.figures[0]
        and share.unit == "%"
        and share.exact
        and done.exact
        and done.unit not in ("", *RELATIVE)
        and len(before) <= _GAP
        and has(before, (*words.done, *words.carried_out))
        and not has(before, (*words.targets, *words.among, *words.spells))
    )


def _planned_before(
    text: str, start: int, done: Quantity, words: Words, figures: Reader
) -> Iterator[tuple[int, Quantity]]:
    """The plan that the sentence before `start` tells of, with where that begins.

    It is of the thing that was done: 计划造林2万亩。已完成造林1.5万亩.
    """
    near = text[max(0, start - _BREAK) : start].rstrip()
    stop = start - min(start, _BREAK) + len(near) - 1
    if not near.endswith(tuple(FULL_STOPS)) or text.count("\n", stop, start) > 1:
        return
    first, end = sentence(text, stop)
    planned = [one for one in figures(text, first, end) if one.unit == done.unit]
    if len(planned) != 1 or not planned[0].exact or planned[0].low <= 0:
        return
    plan = clause_before(planned[0], first, _CLAUSES)
    is_same = text.endswith(words.done, 0, done.start) or text[done.start - _THING : done.start] in plan
    if is_same and has(plan, words.targets):
        yield first, planned[0]


def _wrong(
    start: int, whole: Quantity, done: Quantity, share: Quantity, claimed: re.Match[str]
) -> Iterator[Problem]:
    """The problem of a share that is said to be of the plan whose figure is given, in a sentence that begins
    at `start`: 全年计划 is not that of 上半年.
    """
    of = claimed["of"]
    of_another = of and of not in whole.text[start : whole.start]
    if not (of_another and has(clause_before(whole, start, _CLAUSES) + of, _SPELLS)):
        zh, en = f"计划 {whole.said}、完成 {done.said}", f"{done.said} of the {whole.said} planned"
        yield from not_the_share(whole, done, share, zh, en, 100 if claimed["over"] else 0)
