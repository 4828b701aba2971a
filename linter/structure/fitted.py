"""Which sections a report has, by weights fitted to labelled reports.

Two layers, both linear. The first weighs each heading and sentence (`linter.structure.units`): the weights of
its n-grams add up to the log-odds that a heading names a section, or a sentence treats it. The second looks
at the strongest of them in the report, and at what the word lists of the ruleset say, and gives a
probability to each of three states: `heading`, `body`, `absent`.

The weights are data, made by `reportlint learn` from reports, and stand beside the ruleset in a file that
people can read: one n-gram a line. Nothing here knows any word.
"""

import math
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import count
from operator import add, itemgetter, lshift, mul
from struct import unpack
from typing import NamedTuple, TypeVar

from linter.model.document import Document
from linter.model.outline import Part
from linter.model.pairs import pairs_in
from linter.model.weights import BIAS, SCALE, STATES, Row, SectionWeights
from linter.structure.units import LATE, Unit, ngrams, units

LOWEST, HIGHEST = -8.0, 8.0
"""Log-odds are cut off here: one heading cannot outweigh everything else."""
_NONE = -6.0
"""What stands for the log-odds of a heading or sentence that a report does not have."""
_KINDS = ("line", "run-in", "item")
_BEST = 3
FEATURES = (
    *(f"{kind} {what}" for kind in _KINDS for what in ("names", "text", "both")),
    "sentence 1", "sentence 2", "sentence 3", "two in a row", "paragraph 1", "paragraph 2",
    "late paragraph", "strongest heading", "heading before rivals", "sentence before rivals",
    "sentences", "headings",
    *(f"words say {state}" for state in STATES),
)  # fmt: skip
"""What the second layer looks at, for each section.

The strongest of many sentences is stronger than the strongest of few, so that it counts how many there are;
and a heading or sentence that is rather about another section says less (its rivals). Plans and shortcomings
stand at the end, so that the strongest paragraph there counts by itself.
"""


_Gram = TypeVar("_Gram", str, int)

Scored = tuple[Unit, tuple[float, ...]]
"""A heading or sentence with its log-odds for each section."""


class Scores(NamedTuple):
    """The log-odds of the units of a report for each section of the weights, in their order."""

    headings: list[Scored]
    sentences: list[Scored]
    under: list[slice]
    """For each heading which of the sentences stand under it."""
    blocks: list[int]
    """Of each sentence the paragraph, as an index into `Document.blocks`."""
    late: set[int]
    """The paragraphs with a sentence in the last part of the report."""


class FittedState(NamedTuple):
    """What the weights say of one section in one report."""

    state: str
    """The likeliest: `heading`, `body` or `absent`."""
    confidence: float
    """Its probability."""
    present: float
    """The probability that the section is there, as a heading or in running text."""


def scores(document: Document, part: Part, weights: SectionWeights) -> Scores:
    """The log-odds of every heading and sentence of a report."""
    size = len(weights.sections)
    naming = _sum(weights.naming, (BIAS,))
    treating = _sum(weights.treating, (BIAS, "@sentence"))
    own = document.blocks[part.first_block : part.end_block]
    begin, end = (own[0].start, own[-1].end) if own else (0, 0)  # of the part: a file may have many
    of_pairs, pairs = weights.treating.of_pairs, pairs_in(document.text[begin:end])
    headings: list[Scored] = []
    sentences: list[Scored] = []
    for unit in units(document, part):
        if unit.is_heading:
            odds = naming + _sum(weights.naming, ngrams(document.text, unit))
            headings.append((unit, unpacked(odds, size)))
        else:  # by its n-grams, too: the pairs that hold a mark are in no table
            odds = treating + _sum(of_pairs, set(pairs[unit.start - begin : unit.end - 1 - begin]))
            sentences.append((unit, unpacked(odds, size)))
    starts = [unit.start for unit, _ in sentences]
    under = [
        slice(bisect_left(starts, unit.body), bisect_left(starts, unit.body_end)) for unit, _ in headings
    ]
    blocks = [unit.block for unit, _ in sentences]
    return Scores(
        headings, sentences, under, blocks, {unit.block for unit, _ in sentences if unit.place > LATE}
    )


def _sum(table: Mapping[_Gram, Row], grams: Iterable[_Gram]) -> int:
    """The packed weights of some n-grams, those that a table has, added up."""
    return sum(map(packed, filter(None, map(table.get, grams))))


_LANE = 64
"""Bits for the sum of one section's weights, beside those of the others."""
_ZERO = 1 << _LANE - 1
"""Added to each sum before they are taken apart: a negative one would borrow from its neighbour."""


@lru_cache(maxsize=1 << 14)
def packed(row: Row) -> int:
    """The weights of an n-gram for all sections as one number, so that all are added up at one go: that
    nearly halves the time (`benchmarks/tricks.py`). Cached: reports on one subject share most n-grams.
    """
    return sum(map(lshift, numbers(row), count(0, _LANE)))


def unpacked(total: int, size: int) -> tuple[float, ...]:
    """The log-odds for each section in a sum of packed weights."""
    zeros = _zeros(size)
    lanes = ((total + zeros) ^ zeros).to_bytes(8 * size, "little")  # the highest bit, turned, is the sign
    return tuple([lane / SCALE for lane in unpack(f"<{size}q", lanes)])


@lru_cache
def _zeros(size: int) -> int:
    """`_ZERO` in each of so many lanes."""
    return sum(_ZERO << _LANE * place for place in range(size))


@lru_cache(maxsize=1 << 14)
def numbers(row: Row) -> tuple[int, ...]:
    """The weights of an n-gram for each section."""
    rows = [tuple(map(int, each.split(" "))) for each in row.split(";")]
    return rows[0] if len(rows) == 1 else tuple(map(sum, zip(*rows, strict=True)))


def features(found: Scores, number: int, said: str) -> list[float]:
    """The values of `FEATURES` for the section of a number; `said` is the state by the word lists."""
    treating = [values[number] for _, values in found.sentences]
    values = _of_headings(found, number, treating)
    ordered = sorted(treating, reverse=True)[:_BEST]
    values += [*ordered, *[_NONE] * (_BEST - len(ordered))]
    values.append(max(map(add, treating, treating[1:]), default=_NONE))
    paragraphs: dict[int, float] = {}
    for block, value in zip(found.blocks, treating, strict=True):
        paragraphs[block] = paragraphs.get(block, 0.0) + (value if value > -1.0 else -1.0)
    best = sorted(paragraphs.values(), reverse=True)[:2]
    values += [*best, *[_NONE] * (2 - len(best))]
    values.append(max(map(paragraphs.__getitem__, found.late), default=_NONE))
    heading, heading_lead = _before_rivals(found.headings, number)
    values += [heading, heading_lead, _before_rivals(found.sentences, number)[1]]
    values += [math.log1p(len(found.sentences)), math.log1p(len(found.headings))]
    cut = [HIGHEST if value > HIGHEST else LOWEST if value < LOWEST else value for value in values]
    return [*cut, *(float(said == state) for state in STATES)]


def _before_rivals(scored: Sequence[Scored], number: int) -> tuple[float, float]:
    """The log-odds of the strongest of some units, and how far it is more about the section than others."""
    if not scored:
        return _NONE, 0.0
    values = max([values for _, values in scored], key=itemgetter(number))
    rivals = values[:number] + values[number + 1 :]
    return values[number], values[number] - max(rivals, default=0.0)


def _of_headings(found: Scores, number: int, treating: Sequence[float]) -> list[float]:
    """Of the headings of each kind: the strongest, its text, and the strongest together with its text."""
    best = dict.fromkeys(_KINDS, (_NONE, _NONE, _NONE))
    for (unit, values), under in zip(found.headings, found.under, strict=True):
        own, below = values[number], _mean_of_strongest(treating[under])
        strongest, text, both = best[unit.kind]
        if own > strongest:
            strongest, text = own, below
        best[unit.kind] = strongest, text, max(both, own + min(3.0, max(-3.0, below)) / 2)
    return [value for values in best.values() for value in values]


def _mean_of_strongest(values: Sequence[float]) -> float:
    """How strongly some sentences treat a section: the mean of the three strongest."""
    strongest = sorted(values, reverse=True)[:_BEST]
    return sum(strongest) / len(strongest) if strongest else _NONE


def for_and_against(
    document: Document, unit: Unit, weights: SectionWeights, number: int
) -> list[tuple[str, float]]:
    """The n-grams of a heading or sentence with their log-odds for a section, those that weigh most first."""
    table = weights.naming if unit.is_heading else weights.treating
    found = [
        (gram, numbers(table[gram])[number] / SCALE) for gram in ngrams(document.text, unit) if gram in table
    ]
    return sorted((item for item in found if item[1]), key=lambda item: (-abs(item[1]), item[0]))


def fitted_states(
    document: Document, part: Part, weights: SectionWeights, said: Mapping[str, str]
) -> tuple[dict[str, FittedState], Scores]:
    """The state of each section, and the scores it rests on; `said` are the states by the word lists."""
    found = scores(document, part, weights)
    states = {}
    for number, section in enumerate(weights.sections):
        values = features(found, number, said[section])
        odds = [row[0] + sum(map(mul, row[1:], values)) for row in weights.verdicts[section]]
        highest = max(odds)
        shares = [math.exp(value - highest) for value in odds]
        likeliest = max(range(len(STATES)), key=lambda index: shares[index])
        absent = shares[STATES.index("absent")] / sum(shares)
        states[section] = FittedState(STATES[likeliest], shares[likeliest] / sum(shares), 1 - absent)
    return states, found
