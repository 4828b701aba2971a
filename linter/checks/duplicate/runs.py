"""Short paragraphs that several files have in the same order: one of them tells no copy, a run of them does.

A run goes on from one paragraph that both files have to the next; another one may stand between, in either.
A paragraph is looked for by its longest clause, so that a few changes end no run. Then the whole run is held
against that of the other file as a paragraph is against another (`CopyTest`). It has to be longer than one:
three sentences on how to attend a meeting are the same in every notice.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from linter.checks.api import Passage
from linter.checks.duplicate.across import Member, match_on, unit_of
from linter.checks.duplicate.copytest import CopyTest
from linter.model.finding import Match
from linter.text.similarity import clauses, length, prose

_MOST = 16
"""Of so many places of a clause runs are looked for: what more files have is a set phrase, or the first ones
are enough to name."""
_STEPS = ((1, 1), (1, 2), (2, 1), (2, 2))
"""How far the next paragraph that both have may stand from the last, in each file."""

_Places = dict[int, list[tuple[int, int]]]


def shared_runs(
    files: Sequence[tuple[str, Sequence[Passage]]], test: CopyTest
) -> Iterator[tuple[str, Match]]:
    """The runs of short paragraphs that several files share: for each, the path of its file and the match
    there. `test` is that of whole runs.
    """
    keys = [[_key(passage) for passage in passages] for _, passages in files]
    places = _places(keys)
    for file, (path, passages) in enumerate(files):
        at = 0
        while at < len(passages):
            found = [
                (other, there, *_ends(keys[file], keys[other], at, there))
                for other, there in places.get(keys[file][at], ())
                if other != file
            ]
            end = max((end for _, _, end, _ in found), default=at)
            if end > at and length((run := _joined(passages[at : end + 1])).text) >= test.least:
                places_there = (
                    Member(files[other][0], _joined(files[other][1][there : last + 1]))
                    for other, there, _, last in found
                )
                if others := _others(run, places_there, test):
                    yield path, match_on(Member(path, run), others)
                at = end
            at += 1


def _others(run: Passage, places: Iterable[Member], test: CopyTest) -> list[tuple[Member, float]]:
    """Those of some places that are copies of a run, of each file the best, with the share of common words,
    most first.
    """
    best: dict[str, tuple[Member, float]] = {}
    for place in places:
        score = test.share(unit_of(run), unit_of(place.passage))
        if score > best.get(place.path, (place, 0.0))[1]:
            best[place.path] = place, score
    return sorted(best.values(), key=lambda each: -each[1])


def _key(passage: Passage) -> int:
    """A number for the longest clause of a short paragraph; 0 for others, which are in no run."""
    return hash(max(clauses(prose(passage.text)), key=len, default="")) if passage.is_short else 0


def _places(keys: Sequence[Sequence[int]]) -> _Places:
    """For each number that several files have, where: file and passage, by index."""
    numbers = Counter(key for own in keys for key in {*own})
    places: _Places = {}
    for file, own in enumerate(keys):
        for at, key in enumerate(own):
            if key and numbers[key] > 1 and len(known := places.setdefault(key, [])) < _MOST:
                known.append((file, at))
    return places


def _ends(own: Sequence[int], other: Sequence[int], at: int, there: int) -> tuple[int, int]:
    """The last passages of a run that begins at some, in each of two files."""
    step: tuple[int, int] | None = (0, 0)
    while step:
        at, there = at + step[0], there + step[1]
        step = next((each for each in _STEPS if _are_alike(own, other, at + each[0], there + each[1])), None)
    return at, there


def _are_alike(own: Sequence[int], other: Sequence[int], at: int, there: int) -> bool:
    return at < len(own) and there < len(other) and own[at] == other[there] != 0


def _joined(passages: Sequence[Passage]) -> Passage:
    """The short ones among some passages in a row as one passage."""
    short = [passage for passage in passages if passage.is_short]
    first, last = short[0], short[-1]
    place = first.place._replace(end_line=last.place.end_line)
    return first._replace(end=last.end, place=place, text="\n".join(each.text for each in short))
