"""Which sections a report has, by weights derived from a few reports of its kind.

The chapters of a report (`linter.structure.chapters`) and the sections are matched one to one, the pair of
the highest log-odds first: of two chapters that are nearest to one section, the other is rather of its
second nearest. A section is there when it has a chapter. The weights are centroids: what the chapters of
the examples have in common, n-gram by n-gram, in what they are called and in what they say, and where they
stand.

Texts of one kind are all somewhat alike, and something is always nearest to a section that was left out. So a
chapter counts as far as its text is more like the section than like the next one, and more like it than the
text of the next chapter is.

A word of the rule file in the heading of a chapter counts strongly: it is what its author wrote.

A section that has no chapter, while one of no section stands in its place, is doubted and not called absent:
it may be there in words that no example has.
"""

import math
from collections.abc import Mapping, Sequence
from heapq import nlargest
from operator import itemgetter
from typing import NamedTuple

from linter.model.document import Document, Span
from linter.model.outline import Part, Presence
from linter.model.weights import SCALE, Row, SectionWeights
from linter.structure.chapters import Chapter, Strengths, chapters, naming, treating
from linter.structure.fitted import numbers
from linter.structure.substance import is_hollow

_NAMED = 5.0
"""What a word of the rule file in the heading of a chapter adds to its log-odds. The characters of a word
that the examples have count besides.
"""
_OTHER_SECTION, _OTHER_CHAPTER = 0.4, 0.6
"""From the log-odds of a chapter for a section are taken off so much of what its text has for the next
likeliest section, and so much of what the text of the next likeliest chapter has for the same. Fitted, like
the two numbers below, to reports of seventeen genres, each left out in turn (eight of them are those of
`tests/authoring/test_genres.py`), and tried on two more; halves are much the same.
"""
_ANYTHING = 1.8
"""So much is taken off at least: there is not always another chapter, or one that is like the section."""
_NO_SECTION = -0.7
"""With lower log-odds, after that, a chapter is not of a section. From -0.9 to -0.6 more of what is missing
is named, and less of what is there is found.
"""
_LEAST_SURE = 0.6
"""Below this probability it may as well be otherwise."""
_HOPELESS = 100.0
"""Beyond such odds against it a probability is 0 in every digit."""
_NEAR = 2
"""So many chapters that came nearest to an absent section are named."""
_EVEN = 0.5
"""How sure it is that a section is absent in whose place a chapter of none stands. Of 517 sections of reports
that were left out 60 were missed: 41 of them are doubted so, and 68 of 381 that had been taken out.
"""


class Judged(NamedTuple):
    """A chapter with its log-odds for each section of the weights, in their order."""

    chapter: Chapter
    odds: tuple[float, ...]
    by_text: tuple[float, ...]
    """What of them comes from what it says, and not from what it is called by and where it stands."""


def odds(document: Document, part: Part, weights: SectionWeights) -> list[Judged]:
    """The log-odds of each chapter of a report."""
    found = []
    for chapter in chapters(document, part):
        by_name, by_text = (
            _sums(table, strengths, len(weights.sections))
            for table, strengths in _tables(document, chapter, weights)
        )
        places = (weights.places[section] for section in weights.sections)
        away = (abs(chapter.place - place) * cost for place, cost in places)
        total = (name + text - far for name, text, far in zip(by_name, by_text, away, strict=True))
        found.append(Judged(chapter, tuple(total), tuple(by_text)))
    return found


def _sums(table: Mapping[str, Row], strengths: Strengths, count: int) -> list[float]:
    """The log-odds of some n-grams for each of so many sections."""
    total = [0.0] * count
    for gram, strength in strengths.items():
        if gram in table:
            for number, weight in enumerate(numbers(table[gram])):
                total[number] += strength * weight / SCALE
    return total


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
    judged = _apart([_with_words(each, by_words, weights) for each in odds(document, part, weights)])
    chapter_of = _matched(judged)
    places = [weights.places[section][0] for section in weights.sections]

    def presence(section: str, before: Presence) -> Presence:
        number = weights.sections.index(section)
        if number in chapter_of:
            return _present(before, judged, chapter_of, number)
        if is_hollow(document, part, before):
            return before
        return _absent(before, judged, _in_its_place(len(judged), chapter_of, places, number), number)

    return {
        section: presence(section, before) if section in weights.sections else before
        for section, before in by_words.items()
    }


def _apart(judged: list[Judged]) -> list[Judged]:
    """The chapters with log-odds from which what texts have in common anyway is taken off."""
    by_section = zip(*(each.by_text for each in judged), strict=True)
    other_chapters = [_greatest_others(values) for values in by_section]
    found = []
    for number, each in enumerate(judged):
        others = zip(
            _greatest_others(each.by_text), (values[number] for values in other_chapters), strict=True
        )
        common = (_OTHER_SECTION * section + _OTHER_CHAPTER * chapter for section, chapter in others)
        lowered = (value - max(_ANYTHING, off) for value, off in zip(each.odds, common, strict=True))
        found.append(each._replace(odds=tuple(lowered)))
    return found


def _greatest_others(values: Sequence[float]) -> list[float]:
    """For each of some values the greatest of the others; 0 where there is no other."""
    first, second = (*nlargest(2, values), 0.0, 0.0)[:2]
    return [second if value == first else first for value in values]


def _matched(judged: list[Judged]) -> dict[int, int]:
    """The chapter of each section that has one, both by number: the likeliest pair first, each taken once."""
    pairs = [
        (value, chapter, section)
        for chapter, each in enumerate(judged)
        for section, value in enumerate(each.odds)
        if value > _NO_SECTION
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
        odds=tuple(value + _NAMED * is_named for value, is_named in zip(judged.odds, named, strict=True))
    )


def _in_its_place(
    chapters: int, chapter_of: Mapping[int, int], places: Sequence[float], number: int
) -> list[int]:
    """The chapters of no section that stand where a section would: behind that of the section before it in
    the examples, and before that of the next one. None where no section has a chapter.
    """
    placed = [(places[other], chapter) for other, chapter in chapter_of.items()]
    _, first = max((each for each in placed if each[0] < places[number]), default=(0.0, -1))
    _, last = min((each for each in placed if each[0] > places[number]), default=(1.0, chapters))
    taken = set(chapter_of.values())
    return [chapter for chapter in range(first + 1, last) if placed and chapter not in taken]


def _present(
    before: Presence, judged: Sequence[Judged], chapter_of: Mapping[int, int], number: int
) -> Presence:
    """The presence of the section of a number, which has a chapter; `before` is that by the words alone."""
    taken = set(chapter_of.values())
    leads = [(_lead(each.odds, number), each.chapter) for each in judged]
    first = judged[chapter_of[number]]
    others = [each for index, each in enumerate(leads) if index not in taken and each[0] > 0]
    others.sort(key=itemgetter(0), reverse=True)
    rivals = [value for index, value in enumerate(first.odds) if index not in chapter_of]
    sure = _probability(first.odds[number] - max([_NO_SECTION, *rivals]))
    return _said(_there(before, [first.chapter, *(chapter for _, chapter in others)]), sure)


def _absent(before: Presence, judged: Sequence[Judged], in_its_place: Sequence[int], number: int) -> Presence:
    """The presence of the section of a number, which has no chapter."""
    leads = [
        (index in in_its_place, _lead(each.odds, number), each.chapter) for index, each in enumerate(judged)
    ]
    leads.sort(key=itemgetter(0, 1), reverse=True)
    near = tuple((chapter.start, chapter.end) for _, _, chapter in leads[:_NEAR])
    sure = 1 - _probability(max((lead for _, lead, _ in leads), default=-_HOPELESS))
    presence = Presence(before.section, "absent", near=near, placed=before.placed)
    return _said(presence, min(sure, _EVEN) if in_its_place else sure)


def _said(presence: Presence, sure: float) -> Presence:
    """A presence with how sure it is."""
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
