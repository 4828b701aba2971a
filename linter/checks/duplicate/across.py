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
from linter.digests import blake2b
from linter.model.document import Block
from linter.model.finding import Match, Related, Value
from linter.model.message import Message
from linter.text.similarity import CandidateIndex, clauses, prose, recurring, size_of, wording

_TRIES = 4
"""How many candidates, the most similar first, are compared with a passage."""
_PLACES = 16
"""The most places in other files that a finding names."""


class _Member(NamedTuple):
    """A passage, and the file it stands in."""

    path: str
    passage: Passage

    @property
    def unit(self) -> Unit:
        """The passage as a unit of no list: that items have the same number in two files says nothing."""
        start, end, _, text, _ = self.passage
        return Unit(start, end, Block(start, end), "", text, prose(text))


def shared_passages(
    files: Sequence[tuple[str, Sequence[Passage]]], test: CopyTest
) -> Iterator[tuple[str, Match]]:
    """The passages that several files share: for each, the path of its file and the match there."""
    members = [_Member(path, passage) for path, passages in files for passage in passages]
    for cluster in _clusters(members, test):
        for member in cluster:
            if others := _others(member, cluster, test):
                yield member.path, _shared(member, others)


def _clusters(members: list[_Member], test: CopyTest) -> list[list[_Member]]:
    """The members that are similar to each other, by the first of each kind.

    Members without a clause that any other has are left out.
    """
    recurs = recurring(clauses(prose(member.passage.text)) for member in members)
    index = CandidateIndex()
    found: list[list[_Member]] = []
    verbatim: dict[bytes, int] = {}
    for member in members:
        text = prose(member.passage.text)
        own = clauses(text)
        leading = recurs(own)
        if own and not leading:
            continue
        key = blake2b(wording(text).encode(), digest_size=16).digest()  # less to keep than the words
        home = verbatim.get(key)
        if home is None:
            size = size_of(own)
            likely = index.likely(leading, size)[:_TRIES]
            home = next((at for at in likely if test.share(found[at][0].unit, member.unit)), len(found))
            if home == len(found):
                found.append([])
                index.add(leading, size)
            verbatim[key] = home
        found[home].append(member)
    return found


def _others(member: _Member, cluster: list[_Member], test: CopyTest) -> list[tuple[_Member, float]]:
    """The first place in each other file of a cluster, with the share of common words, most first."""
    firsts: dict[str, _Member] = {}
    for other in cluster:
        if other.path != member.path and len(firsts) < _PLACES:
            firsts.setdefault(other.path, other)
    scores = [(other, test.share(member.unit, other.unit)) for other in firsts.values()]
    return sorted(((other, score) for other, score in scores if score), key=lambda pair: -pair[1])


def _shared(member: _Member, others: list[tuple[_Member, float]]) -> Match:
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


def _place(passage: Passage, other: _Member, score: float) -> Related:
    there = other.passage
    message = _dated(how_similar(score), passage, there)
    return Related(there.start, there.end, message, other.path, there.place)


def _dated(message: Message, passage: Passage, there: Passage) -> Message:
    """The message at the other place, with the date of its file where that lies before or after ours."""
    earlier = is_before(there.written, passage.written)
    return message if earlier is None else with_date(message, there.written, earlier)
