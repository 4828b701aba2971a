"""The vocabulary of a ruleset's sections, compiled for matching in headings and sentences."""

from collections.abc import Iterable
from typing import NamedTuple

from linter.model.rules import SectionTerms
from linter.text.characters import is_whole, small
from linter.text.patterns import Matcher, spans, union
from linter.text.sentences import CLAUSE_ENDS

_CLAUSE = 3
"""Characters of a verb that describes the noun behind it, at most."""
_PHRASE_ENDS = CLAUSE_ENDS + "　 和与及"
"""What ends a phrase of a heading."""


class WordHit(NamedTuple):
    """A heading word found in a heading."""

    start: int
    end: int
    word: str


class Cue(NamedTuple):
    """A pattern of a section for running text: of what is on its subject, or of what does not count."""

    section: str
    pattern: str
    weight: float
    """1 for `cues`, 0.5 for `weak_cues`, 0 for `excludes`."""


class CueHit(NamedTuple):
    """The cues of one section in one sentence."""

    section: str
    patterns: tuple[str, ...]
    """Those that match, in the order of the vocabulary."""
    weight: float
    """Of all of them together."""
    decisive: bool
    """Whether one of them is of `cues`."""


class CueMatcher:
    """Finds the cues of some sections in one pass over a sentence."""

    def __init__(self, cues: Iterable[Cue]) -> None:
        self._cues = tuple(cues)
        self._matcher = Matcher(cue.pattern for cue in self._cues)
        self._cache: dict[tuple[int, ...], tuple[tuple[CueHit, ...], bool]] = {}

    def match(self, sentence: str) -> tuple[CueHit, ...]:
        """The hits in a sentence, one for each section that has any."""
        fitting = tuple(self._matcher.match(sentence))
        if not fitting:
            return ()
        cached = self._cache.get(fitting)
        if cached is None:
            cached = self._cache[fitting] = self._hits_of(fitting)
        hits, excluding = cached
        return self._without_excluded(fitting, sentence) if excluding else hits

    def _hits_of(self, fitting: Iterable[int]) -> tuple[tuple[CueHit, ...], bool]:
        """The hits of the patterns that match (by index), and whether some of them may be excluded."""
        found: dict[str, list[Cue]] = {}
        excluding: set[str] = set()
        for number in sorted(fitting):
            cue = self._cues[number]
            if cue.weight:
                found.setdefault(cue.section, []).append(cue)
            else:
                excluding.add(cue.section)
        hits = tuple(
            CueHit(
                section,
                tuple(cue.pattern for cue in cues),
                sum(cue.weight for cue in cues),
                any(cue.weight == 1 for cue in cues),
            )
            for section, cues in found.items()
        )
        return hits, any(hit.section in excluding for hit in hits)

    def _without_excluded(self, fitting: tuple[int, ...], sentence: str) -> tuple[CueHit, ...]:
        """The hits that remain when the text that each section excludes is blanked out of the sentence."""
        kept: list[int] = []
        for section in {self._cues[number].section for number in fitting}:
            own = [number for number in fitting if self._cues[number].section == section]
            wording = sentence
            for number in own:
                if not self._cues[number].weight:
                    wording = blanked(self._cues[number].pattern, wording)
            cues = [number for number in own if self._cues[number].weight]
            still = Matcher(self._cues[number].pattern for number in cues).match(wording)
            kept += [cues[place] for place in still]
        return self._hits_of(kept)[0]


class Vocabulary:
    """The sections of a ruleset, ready for matching; made once a run."""

    def __init__(self, sections: Iterable[SectionTerms]) -> None:
        self.sections = tuple(sections)
        self.closing = frozenset(terms.id for terms in self.sections if terms.closing)
        self._words: dict[str, list[tuple[str, bool]]] = {}
        """By word, in small letters: the sections that it is a heading word of, and whether a strong one."""
        for terms in self.sections:
            for listed, strong in ((terms.headings, True), (terms.weak_headings, False)):
                for word in listed:
                    self._words.setdefault(small(word), []).append((terms.id, strong))
        self._lengths = sorted({len(word) for word in self._words})
        self._any_excludes = union(pattern for terms in self.sections for pattern in terms.excludes)
        self._excludes = {terms.id: union(terms.excludes) for terms in self.sections}
        self._matchers: dict[frozenset[str], CueMatcher] = {}

    def heading_words(self, wording: str) -> dict[tuple[str, bool], list[str]]:
        """The words of each section in a heading, without those in text that the section excludes.

        By section id and whether they are of `headings` (True) or `weak_headings` (False). Latin words are
        found whatever their capitals, and whole. Every substring of the heading is looked up: with some 400
        words that takes a tenth of the time of a search for each.
        """
        found: dict[tuple[str, bool], list[WordHit]] = {}
        words, letters = self._words, small(wording)
        for length in self._lengths:
            for start in range(len(letters) - length + 1):
                word = letters[start : start + length]
                if word in words and is_whole(letters, start, start + length):
                    for key in words[word]:
                        hit = WordHit(start, start + length, wording[start : start + length])
                        found.setdefault(key, []).append(hit)
        if not found or self._any_excludes is None or not self._any_excludes.search(wording):
            return {key: [hit.word for hit in hits] for key, hits in found.items()}
        return {key: kept for key, hits in found.items() if (kept := self._outside(key[0], hits, wording))}

    def _outside(self, section: str, hits: list[WordHit], wording: str) -> list[str]:
        """The words that stand, at least once, outside what a section excludes."""
        excluding = [
            span for span in spans(self._excludes[section], wording) if not _ends_in_head(wording, *span)
        ]
        return [
            word
            for start, end, word in hits
            if not any(begin < end and start < stop for begin, stop in excluding)
        ]

    def wording(self, section: str) -> str:
        """A heading that counts for a section: its title or one of its heading words.

        Of several, the first of those that count for the fewest other sections; the title where none counts.
        """
        terms = next(terms for terms in self.sections if terms.id == section)
        found = {words: self.heading_words(words) for words in (terms.title.zh, *terms.headings)}
        counting = [words for words, hits in found.items() if (section, True) in hits]
        return min(
            counting, key=lambda words: sum(strong for _, strong in found[words]), default=terms.title.zh
        )

    def cue_matcher(self, wanted: frozenset[str]) -> CueMatcher:
        """The matcher of the cues of some sections and of all closing ones.

        The closing ones are needed too: what is theirs is no evidence for the others.
        """
        searched = wanted if wanted <= self.closing else wanted | self.closing
        if searched not in self._matchers:
            self._matchers[searched] = CueMatcher(
                _cues(terms for terms in self.sections if terms.id in searched)
            )
        return self._matchers[searched]


def _ends_in_head(wording: str, start: int, end: int) -> bool:
    """Whether a span of a heading is a noun behind a verb of its own: 发现的主要问题, not 解决存在的问题.

    A phrase is about the noun that it ends with; the verb of a clause that describes the noun changes
    nothing. Such a clause is short: the verb alone, or with its result (查找出的).
    """
    link = wording.find("的", start, end)
    return 0 < link - start <= _CLAUSE and (end == len(wording) or wording[end] in _PHRASE_ENDS)


def _cues(sections: Iterable[SectionTerms]) -> Iterable[Cue]:
    for terms in sections:
        for patterns, weight in ((terms.cues, 1.0), (terms.weak_cues, 0.5), (terms.excludes, 0.0)):
            for pattern in patterns:
                yield Cue(terms.id, pattern, weight)


def blanked(pattern: str, text: str) -> str:
    """The text with full-width spaces in place of what a pattern matches."""
    for start, end in list(spans(union((pattern,)), text)):
        text = text[:start] + "\u3000" * (end - start) + text[end:]
    return text
