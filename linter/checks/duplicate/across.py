"""Copies across the files of a run: files that share a paragraph make one cluster.

Each file of a cluster has one finding for each of its paragraphs there, and the finding names the
places in the other files, those that share most first. Which file copied from which is said only
where their own dates tell (`linter.checks.duplicate.dating`).
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from linter.checks.api import Passage
from linter.checks.duplicate.copytest import CopyTest
from linter.checks.duplicate.dating import is_before
from linter.checks.duplicate.passages import Unit
from linter.checks.duplicate.wording import how_similar, percent, with_date
from linter.model.document import Block
from linter.model.finding import Match, Related, Value
from linter.model.message import Message
from linter.text.similarity import CandidateIndex, clauses, prose, recurring, size_of, wording

_TRIES = 4
"""How many candidates, the most similar first, are compared with a passage."""
_PLACES = 16
"""The most places in other files that a finding names."""


class Member(NamedTuple):
    """A passage, and the file it stands in."""

    path: str
    passage: Passage


def unit_of(passage: Passage) -> Unit:
    """A passage as a unit of no list: that items have the same number in two files says nothing."""
    start, end, text = passage.start, passage.end, passage.text
    return Unit(start, end, Block(start, end), "", text, prose(text))


def shared_passages(
    files: Sequence[tuple[str, Sequence[Passage]]], test: CopyTest
) -> Iterator[tuple[str, Match]]:
    """The passages that several files share: for each, the path of its file and the match there."""
    for cluster in _clusters(files, test):
        firsts: dict[str, Member] = {}
        for member in cluster:
            firsts.setdefault(member.path, member)
        places = [*firsts.values()][: _PLACES + 1]  # one of them may be of the member's own file
        for member in cluster:
            if others := _others(member, places, test):
                yield member.path, match_on(member, others)


def _clusters(files: Sequence[tuple[str, Sequence[Passage]]], test: CopyTest) -> Iterator[list[Member]]:
    """Groups of similar members, in the order of their first members.

    A member that shares no clause with any other is left out at once: most are like no other.
    """
    every = (clauses(prose(passage.text)) for _, passages in files for passage in passages)
    recurs = recurring(every, sum(len(passages) for _, passages in files))
    index = CandidateIndex()
    firsts: list[Passage] = []
    paths: list[str] = []
    others: dict[int, list[Member]] = {}
    verbatim: dict[int, int] = {}
    for path, passages in files:
        for passage in passages:
            text = prose(passage.text)
            own = clauses(text)
            leading = recurs(own)
            if own and not leading:
                continue
            key = hash(wording(text))  # less to keep than the words; whether two are copies is tested anyway
            home = verbatim.get(key)
            if home is None:
                size = size_of(own)
                home = _first_like(passage, firsts, index.likely(leading, size)[:_TRIES], test)
                if home == len(firsts):
                    index.add(leading, size)
            verbatim[key] = home
            if home == len(firsts):
                firsts.append(passage)
                paths.append(path)
            else:
                others.setdefault(home, []).append(Member(path, passage))
    return ([Member(paths[home], firsts[home]), *others[home]] for home in sorted(others))


def _first_like(passage: Passage, firsts: Sequence[Passage], likely: Sequence[int], test: CopyTest) -> int:
    """The index of the first candidate that a passage is a copy of; where it is none, that of a new one."""
    if not likely:
        return len(firsts)
    unit = unit_of(passage)
    return next((at for at in likely if test.share(unit_of(firsts[at]), unit)), len(firsts))


def _others(member: Member, places: Sequence[Member], test: CopyTest) -> list[tuple[Member, float]]:
    """Those of the first places of several files that are in another file and copies, with the share of
    common words, most first.
    """
    unit = unit_of(member.passage)
    elsewhere = [place for place in places if place.path != member.path][:_PLACES]
    scores = [(other, test.share(unit, unit_of(other.passage))) for other in elsewhere]
    return sorted(((other, score) for other, score in scores if score), key=lambda pair: -pair[1])


def match_on(member: Member, others: list[tuple[Member, float]]) -> Match:
    """The match on a passage that stands in other files, too."""
    passage = member.passage
    nearest, score = others[0]
    values: dict[str, Value] = {
        "line": nearest.passage.place.line,
        "place": nearest.passage.place.words,
        "path": nearest.path,
        "percent": percent(score),
        "files": len(others),
    }
    related = tuple(_place(passage, other, score) for other, score in others)
    return Match(passage.start, passage.end, values=values, related=related)


def _place(passage: Passage, other: Member, score: float) -> Related:
    there = other.passage
    message = _dated(how_similar(score), passage, there)
    return Related(there.start, there.end, message, other.path, there.place)


def _dated(message: Message, passage: Passage, there: Passage) -> Message:
    """The message at the other place, with the date of its file where that lies before or after ours."""
    earlier = is_before(there.written, passage.written)
    return message if earlier is None else with_date(message, there.written, earlier)
