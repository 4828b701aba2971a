"""Which sections a report has, by weights derived from a few reports of its kind.

The chapters of a report (`linter.structure.chapters`) and the sections are matched one to one, the pair of
the highest log-odds first: of two chapters that are nearest to one section, the other is rather of its
second nearest. A section is there when it has a chapter. The weights are centroids: what the chapters of
the examples have in common, n-gram by n-gram, in what they are called and in what they say, and where they
stand.

A word of the rule file in the heading of a chapter counts strongly: it is what its author wrote.
"""

import math
from collections.abc import Mapping
from operator import itemgetter
from typing import NamedTuple

from linter.model.document import Document, Span
from linter.model.outline import Part, Presence
from linter.model.weights import SCALE, Row, SectionWeights
from linter.structure.chapters import Chapter, Strengths, chapters, naming, treating
from linter.structure.fitted import numbers
from linter.structure.substance import is_hollow

_NAMED = 8.0
"""What a word of the rule file in the heading of a chapter adds to its log-odds."""
_NO_SECTION = 1.8
"""A chapter with lower log-odds for every section is of none. This number and the next are fitted to reports
of thirteen genres, each left out in turn (`tests/authoring/test_genres.py`); 1.6 to 2 is much the same."""
_SECOND = 2.5
"""The log-odds that a chapter needs for a section which it is not nearest to."""
_LEAST_SURE = 0.6
"""Below this probability it may as well be otherwise."""
_HOPELESS = 100.0
"""Beyond such odds against it a probability is 0 in every digit."""
_NEAR = 2
"""So many chapters that came nearest to an absent section are named."""


class Judged(NamedTuple):
    """A chapter with its log-odds for each section of the weights, in their order."""

    chapter: Chapter
    odds: tuple[float, ...]


def odds(document: Document, part: Part, weights: SectionWeights) -> list[Judged]:
    """The log-odds of each chapter of a report."""
    found = []
    for chapter in chapters(document, part):
        total = [0.0] * len(weights.sections)
        for table, strengths in _tables(document, chapter, weights):
            _add(total, table, strengths)
        places = (weights.places[section] for section in weights.sections)
        away = (abs(chapter.place - place) * cost for place, cost in places)
        found.append(Judged(chapter, tuple(value - far for value, far in zip(total, away, strict=True))))
    return found


def _add(total: list[float], table: Mapping[str, Row], strengths: Strengths) -> None:
    for gram, strength in strengths.items():
        if gram in table:
            for number, weight in enumerate(numbers(table[gram])):
                total[number] += strength * weight / SCALE


def for_and_against(
    document: Document, chapter: Chapter, weights: SectionWeights, number: int
) -> list[tuple[str, float]]:
    """The n-grams of a chapter with their log-odds for a section, those that weigh most first."""
    found: dict[str, float] = {}
    for table, strengths in _tables(document, chapter, weights):
        for gram, strength in strengths.items():
            if gram in table:
                found[gram] = found.get(gram, 0.0) + strength * numbers(table[gram])[number] / SCALE
    return sorted((item for item in found.items() if item[1]), key=lambda item: (-abs(item[1]), item[0]))


def _tables(
    document: Document, chapter: Chapter, weights: SectionWeights
) -> tuple[tuple[Mapping[str, Row], Strengths], ...]:
    """The weights of what a chapter is called by, and of what it says, each with its n-grams."""
    return (
        (weights.naming, naming(document, chapter)),
        (weights.treating, treating(document, chapter)),
    )


def by_chapters(
    document: Document, part: Part, by_words: Mapping[str, Presence], weights: SectionWeights
) -> dict[str, Presence]:
    """The presences of a report, those of the sections of the weights told by its chapters."""
    judged = [_with_words(each, by_words, weights) for each in odds(document, part, weights)]
    chapter_of = _matched(judged)
    return {
        section: _presence(document, part, before, judged, chapter_of, weights.sections.index(section))
        if section in weights.sections
        else before
        for section, before in by_words.items()
    }


def _matched(judged: list[Judged]) -> dict[int, int]:
    """The chapter of each section that has one, both by number: the likeliest pair first, each taken once."""
    pairs = [
        (value, chapter, section)
        for chapter, each in enumerate(judged)
        for section, value in enumerate(each.odds)
        if value > (_NO_SECTION if value == max(each.odds) else _SECOND)
    ]
    pairs.sort(key=itemgetter(0), reverse=True)  # of pairs as likely as each other the first one stays first
    found: dict[int, int] = {}
    taken: set[int] = set()
    for _, chapter, section in pairs:
        if chapter not in taken and section not in found:
            found[section] = chapter
            taken.add(chapter)
    return found


def _with_words(judged: Judged, by_words: Mapping[str, Presence], weights: SectionWeights) -> Judged:
    """The chapter, with what the words of the rule file in its heading add."""
    start = judged.chapter.start
    named = [
        section in by_words
        and by_words[section].state == "heading"
        and any(start <= here < judged.chapter.end for here, _ in by_words[section].spans)
        for section in weights.sections
    ]
    return judged._replace(
        odds=tuple(value + _NAMED * told for value, told in zip(judged.odds, named, strict=True))
    )


def _presence(
    document: Document,
    part: Part,
    before: Presence,
    judged: list[Judged],
    chapter_of: Mapping[int, int],
    number: int,
) -> Presence:
    """The presence of the section of a number; `before` is that by the words alone."""
    taken = set(chapter_of.values())
    leads = [(_lead(each.odds, number), each.chapter) for each in judged]
    if number in chapter_of:
        first = judged[chapter_of[number]]
        others = [each for index, each in enumerate(leads) if index not in taken and each[0] > 0]
        others.sort(key=itemgetter(0), reverse=True)
        rivals = [value for index, value in enumerate(first.odds) if index not in chapter_of]
        sure = _probability(first.odds[number] - max([_NO_SECTION, *rivals]))
        presence = _there(before, [first.chapter, *(chapter for _, chapter in others)])
    elif is_hollow(document, part, before):
        return before
    else:
        leads.sort(key=itemgetter(0), reverse=True)
        near = tuple((chapter.start, chapter.end) for _, chapter in leads[:_NEAR])
        sure = 1 - _probability(leads[0][0]) if leads else 1.0
        presence = Presence(before.section, "absent", near=near, placed=before.placed)
    return presence._replace(confidence=round(sure, 2), unsure=sure < _LEAST_SURE)


def _lead(odds: tuple[float, ...], number: int) -> float:
    """How much nearer a chapter is to a section than to any other, and than to none."""
    return odds[number] - max([_NO_SECTION, *odds[:number], *odds[number + 1 :]])


def _probability(odds: float) -> float:
    return 1 / (1 + math.exp(min(-odds, _HOPELESS)))


def _there(before: Presence, own: list[Chapter]) -> Presence:
    """A section that is there, in its chapters, the surest first."""
    headed = [chapter for chapter in own if chapter.heading]
    shown = headed or own
    spans: list[Span] = [(each.start, each.end if each.heading else each.body_end) for each in shown]
    bodies = tuple((each.body, each.body_end) for each in shown)
    state = "heading" if headed else "body"
    return Presence(before.section, state, tuple(spans), bodies, placed=before.placed)
