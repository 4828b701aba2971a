"""Groups of like chapters -> the weights by which the next report's chapters are told.

The weight of an n-gram for a section is its share in the section's chapters, the mean of them, times how
rare it is among all chapters (twice: a rare n-gram says more, there and here). So the sum of the weights of
a chapter's n-grams is how like it is to the mean, from 0 to 1, and by `_SHARPNESS` its log-odds.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from linter.model.document import Document
from linter.model.weights import SCALE, Rows, SectionWeights
from linter.structure.chapters import Chapter, Strengths, naming, treating

_NAME = 0.3
"""The share of what a chapter is called in how like two chapters are; the rest is that of their text."""
_PLACE = 0.1
"""What the distance of a whole report takes off their likeness."""
_SHARPNESS = 50.0
"""Log-odds for a likeness of 1. Fitted to reports of five genres, each left out in turn."""


class Example(NamedTuple):
    """A chapter of one of the reports taken as a model."""

    report: int
    """Its number among them, from 0."""
    document: Document
    chapter: Chapter
    naming: Strengths
    treating: Strengths


def example(report: int, document: Document, chapter: Chapter) -> Example:
    """The chapter with its n-grams."""
    return Example(report, document, chapter, naming(document, chapter), treating(document, chapter))


class Rarity(NamedTuple):
    """How rare each n-gram is among the chapters of all reports."""

    naming: Strengths
    treating: Strengths


def rarity(examples: Sequence[Example]) -> Rarity:
    """The rarity of the n-grams of some chapters, 1 on the average."""
    return Rarity(_rarity([each.naming for each in examples]), _rarity([each.treating for each in examples]))


def _rarity(all_strengths: Sequence[Strengths]) -> Strengths:
    counts = Counter(gram for strengths in all_strengths for gram in strengths)
    rare = {gram: math.log((len(all_strengths) + 1) / (count + 0.5)) for gram, count in counts.items()}
    squares = sum(
        (rare[gram] * value) ** 2 for strengths in all_strengths for gram, value in strengths.items()
    )
    mean = math.sqrt(squares / max(1, len(all_strengths))) or 1.0
    return {gram: value / mean for gram, value in rare.items()}


class Centroid(NamedTuple):
    """What the chapters of a group have in common."""

    naming: Strengths
    treating: Strengths
    place: float


def centroid(group: Sequence[Example], rare: Rarity) -> Centroid:
    """The mean of the chapters of a group."""
    return Centroid(
        _mean([each.naming for each in group], rare.naming),
        _mean([each.treating for each in group], rare.treating),
        sum(each.chapter.place for each in group) / len(group),
    )


def _mean(all_strengths: Iterable[Strengths], rare: Strengths) -> Strengths:
    total: defaultdict[str, float] = defaultdict(float)
    for strengths in all_strengths:
        own = {gram: value * rare[gram] for gram, value in strengths.items()}
        length = math.sqrt(sum(value * value for value in own.values())) or 1.0
        for gram, value in own.items():
            total[gram] += value / length
    length = math.sqrt(sum(value * value for value in total.values())) or 1.0
    return {gram: value / length * rare[gram] for gram, value in total.items()}


def likeness(one: Example, mean: Centroid) -> float:
    """How like a chapter is to a group, 1 at most; what stands far away is less like."""
    return likenesses([one], [mean])[0][0]


def likenesses(chapters: Iterable[Example], means: Sequence[Centroid]) -> list[list[float]]:
    """For each chapter its likeness to each of some groups.

    The time grows with the n-grams that chapters and groups have in common: unlike ones have few.
    """
    naming, treating = (_by_gram([getattr(mean, part) for mean in means]) for part in Rarity._fields)
    return [
        [
            _NAME * name + (1 - _NAME) * text - _PLACE * abs(one.chapter.place - mean.place)
            for name, text, mean in zip(
                _common(one.naming, naming, len(means)),
                _common(one.treating, treating, len(means)),
                means,
                strict=True,
            )
        ]
        for one in chapters
    ]


def _by_gram(tables: Sequence[Strengths]) -> dict[str, list[tuple[int, float]]]:
    """For each n-gram the tables that have it, by index, with its weight there."""
    found: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    for index, table in enumerate(tables):
        for gram, weight in table.items():
            found[gram].append((index, weight))
    return found


def _common(
    strengths: Strengths, weights: Mapping[str, Sequence[tuple[int, float]]], count: int
) -> list[float]:
    """The sums of the weights of some n-grams, one for each of so many tables."""
    sums = [0.0] * count
    for gram, value in strengths.items():
        for index, weight in weights.get(gram, ()):
            sums[index] += value * weight
    return sums


def section_weights(centroids: dict[str, Centroid]) -> SectionWeights:
    """The weights for sections, by id, from the centroids of their chapters."""
    means = centroids.values()
    return SectionWeights(
        tuple(centroids),
        _rows([mean.naming for mean in means], _NAME),
        _rows([mean.treating for mean in means], 1 - _NAME),
        {},
        {section: (mean.place, _PLACE * _SHARPNESS) for section, mean in centroids.items()},
    )


def _rows(tables: Sequence[Strengths], share: float) -> Rows:
    """For each n-gram its weights, as whole numbers; those that come to nothing are left out."""
    rows = Rows()
    for gram in sorted({gram for table in tables for gram in table}):
        weights = [round(SCALE * _SHARPNESS * share * table.get(gram, 0.0)) for table in tables]
        if any(weights):
            rows[gram] = " ".join(map(str, weights))
    return rows
