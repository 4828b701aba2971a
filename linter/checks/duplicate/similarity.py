"""How alike two passages of Chinese are, and which passages of many are alike.

The measure is exact: the share of character 3-grams that two passages have in common, of the
shorter passage (containment) or of both (Jaccard). The n-grams are taken within stretches, runs
of three Han or Latin letters and more: digits, punctuation and white space separate stretches and
count for nothing, so a copy with other figures, or with its clauses in another order, is as
like its source as a verbatim one.

Measured on 623 paragraphs of reports: no two unrelated ones of 30 letters reach a containment of
.65; planted copies with 3 % of the characters changed reach .75 in 99 % of cases, with 5 % changed
in 90 %, with 3 % changed and a quarter added in 98 %. Jaccard needs .6 for the same, and finds
77 % of the last.

Candidates are found through stretches that two passages share; each is then verified exactly.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

Stretches = list[str]
"""The runs of letters of a passage, in order."""

_STRETCH = re.compile(r"[A-Za-z\u3400-\u9fff]{3,}")
_COMMON = 16  # a stretch met more often is a set phrase and leads to no source
_SHARED = 0.15  # of the shorter passage's letters; planted copies with 5 % changed have it in 98 of 100 cases
_TRIES = 4
_SAMPLE = 16


class Likeness(NamedTuple):
    """When two passages count as alike."""

    threshold: float = 0.75
    """Lowest similarity, 0 to 1."""
    containment: bool = True
    """Measure the share of the shorter passage that the longer one holds, not that of both."""
    gram: int = 3
    """Length of an n-gram, in characters."""


@lru_cache(maxsize=256)
def stretches(text: str, start: int = 0, end: int | None = None) -> Stretches:
    """The runs of letters of `text[start:end]`. Kept for the rules of one file: not to be changed."""
    return _STRETCH.findall(text, start, len(text) if end is None else end)


def letters(passage: Stretches) -> int:
    """The length of a passage without digits, punctuation and space."""
    return sum(map(len, passage))


def grams(passage: Stretches, size: int = 3) -> set[str]:
    """The n-grams within the stretches."""
    return {stretch[at : at + size] for stretch in passage for at in range(len(stretch) - size + 1)}


def alike(one: Stretches, other: Stretches, likeness: Likeness) -> float:
    """The similarity of two passages, 0 to 1; 0 when it is below the threshold."""
    if one == other:
        return 1.0
    threshold, containment, size = likeness
    if not containment:
        shorter, longer = sorted((letters(one), letters(other)))
        if shorter < threshold * 0.8 * longer:
            return 0.0
    if not _may_be_alike(one, other, likeness):
        return 0.0
    left, right = grams(one, size), grams(other, size)
    common = len(left & right)
    whole = min(len(left), len(right)) if containment else len(left) + len(right) - common
    return common / whole if whole and common >= threshold * whole else 0.0


def _may_be_alike(one: Stretches, other: Stretches, likeness: Likeness) -> bool:
    """Whether enough of a few n-grams of the shorter passage stand in the longer one."""
    shorter, longer = sorted(("\n".join(one), "\n".join(other)), key=lambda words: (len(words), words))
    step = max(1, len(shorter) // _SAMPLE)
    sample = [shorter[at : at + likeness.gram] for at in range(0, len(shorter) - likeness.gram, step)]
    sample = [gram for gram in sample if "\n" not in gram]
    return sum(gram in longer for gram in sample) >= likeness.threshold / 2 * len(sample)


class _Index:
    """The passages met so far, by their stretches."""

    __slots__ = ("_again", "_first", "_sizes")

    def __init__(self) -> None:
        self._sizes: list[int] = []
        self._first: dict[str, int] = {}
        self._again: dict[str, list[int]] = {}

    def add(self, passage: Stretches) -> list[int]:
        """Enter a passage; the earlier ones that may be like it, the likest first.

        Stock phrases are entered no more than `_COMMON` times.
        """
        first, at = self._first, len(self._sizes)
        shared: dict[int, int] = {}
        for stretch in first.keys() & passage:
            again = self._again.setdefault(stretch, [])
            for other in (first[stretch], *again):
                shared[other] = shared.get(other, 0) + len(stretch)
            if len(again) < _COMMON:
                again.append(at)
        first.update(dict.fromkeys([stretch for stretch in passage if stretch not in first], at))
        self._sizes.append(letters(passage))
        return self._likely(shared, at) if shared else []

    def _likely(self, shared: dict[int, int], at: int) -> list[int]:
        """The passages that share enough letters, in whole stretches, with passage `at`."""
        sizes = self._sizes
        likely = [other for other in shared if shared[other] >= _SHARED * min(sizes[at], sizes[other])]
        return sorted(likely, key=lambda other: (-shared[other], other))


def copies(
    passages: Sequence[Stretches], likeness: Likeness
) -> Iterator[tuple[int, list[tuple[int, float]]]]:
    """Each passage that is like earlier ones, with their indices and similarities, in order."""
    index = _Index()
    for at, passage in enumerate(passages):
        scores = ((other, alike(passages[other], passage, likeness)) for other in index.add(passage))
        found = sorted((other, score) for other, score in scores if score)
        if found:
            yield at, found


def likest(
    passages: Sequence[Stretches], sources: Sequence[int], likeness: Likeness
) -> Iterator[tuple[int, int, float]]:
    """Each passage that is like an earlier one of another source: both indices, and the similarity.

    `sources` numbers the file of each passage. Only the likest earlier passage is given, the
    first of those that are equal: in a pile of reports that share a paragraph, the pairs would
    grow with the square of their number.
    """
    index = _Index()
    firsts: dict[str, int] = {}
    for at, passage in enumerate(passages):
        first = firsts.setdefault("".join(passage), at)
        if first != at:
            index.add([])
            if sources[first] != sources[at]:
                yield at, first, 1.0
            continue
        for other in index.add(passage)[:_TRIES]:
            score = sources[other] != sources[at] and alike(passages[other], passage, likeness)
            if score:
                yield at, other, score
                break
