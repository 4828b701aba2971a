"""The vocabulary of a ruleset's sections, compiled for matching."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from linter.model.rules import SectionTerms
from linter.text.patterns import Matcher, spans, union


class Hit(NamedTuple):
    """A heading word found in a heading."""

    start: int
    end: int
    word: str


class Cue(NamedTuple):
    """A pattern that speaks for a section in running text, or takes text out of its sight."""

    section: str
    pattern: str
    weight: float
    """1 for `cues`, 0.5 for `weak_cues`, 0 for `excludes`."""


class CueHit(NamedTuple):
    """What one sentence says for one section."""

    section: str
    patterns: tuple[str, ...]
    weight: float
    """Of all the patterns together."""
    decisive: bool
    """Whether one of them is of `cues`."""


class CueMatcher:
    """The cues of some sections, heard in one pass over a sentence."""

    def __init__(self, cues: Iterable[Cue]) -> None:
        self._cues = tuple(cues)
        self._matcher = Matcher(cue.pattern for cue in self._cues)
        self._known: dict[tuple[int, ...], tuple[tuple[CueHit, ...], bool]] = {}

    def hear(self, sentence: str) -> tuple[CueHit, ...]:
        """What a sentence says, for each section that it speaks for."""
        fitting = tuple(self._matcher.match(sentence))
        if not fitting:
            return ()
        known = self._known.get(fitting)
        if known is None:
            known = self._known[fitting] = self._sorted(fitting)
        voices, excluding = known
        return self._without_excluded(fitting, sentence) if excluding else voices

    def _sorted(self, fitting: Iterable[int]) -> tuple[tuple[CueHit, ...], bool]:
        """The voices of the patterns that fit, and whether some of it may be excluded."""
        heard: dict[str, list[Cue]] = {}
        out: set[str] = set()
        for number in sorted(fitting):
            cue = self._cues[number]
            if cue.weight:
                heard.setdefault(cue.section, []).append(cue)
            else:
                out.add(cue.section)
        voices = tuple(
            CueHit(
                section,
                tuple(cue.pattern for cue in cues),
                sum(cue.weight for cue in cues),
                any(cue.weight == 1 for cue in cues),
            )
            for section, cues in heard.items()
        )
        return voices, any(voice.section in out for voice in voices)

    def _without_excluded(self, fitting: tuple[int, ...], sentence: str) -> tuple[CueHit, ...]:
        """The voices that remain when each section's excluded text is blanked out of the sentence."""
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
        return self._sorted(kept)[0]


class Vocabulary:
    """The sections of a ruleset, ready for matching. Made once a run."""

    def __init__(self, sections: Iterable[SectionTerms]) -> None:
        self.sections = tuple(sections)
        self.closing = frozenset(terms.id for terms in self.sections if terms.closing)
        self._words: dict[str, list[tuple[str, bool]]] = {}
        for terms in self.sections:
            for listed, strong in ((terms.headings, True), (terms.weak_headings, False)):
                for word in listed:
                    self._words.setdefault(word, []).append((terms.id, strong))
        self._lengths = sorted({len(word) for word in self._words})
        self._any_excludes = union(pattern for terms in self.sections for pattern in terms.excludes)
        self._excludes = {terms.id: union(terms.excludes) for terms in self.sections}
        self._ears: dict[frozenset[str], CueMatcher] = {}

    def heading_words(self, wording: str) -> dict[tuple[str, bool], list[str]]:
        """The words of each section in a heading, by (section, strong), outside what is excluded.

        Every stretch of the heading is looked up: with some 400 words a tenth of the cost of searching.
        """
        found: dict[tuple[str, bool], list[Hit]] = {}
        words = self._words
        for length in self._lengths:
            for start in range(len(wording) - length + 1):
                word = wording[start : start + length]
                if word in words:
                    for key in words[word]:
                        found.setdefault(key, []).append(Hit(start, start + length, word))
        if not found or self._any_excludes is None or not self._any_excludes.search(wording):
            return {key: [hit.word for hit in hits] for key, hits in found.items()}
        return {key: kept for key, hits in found.items() if (kept := self._outside(key[0], hits, wording))}

    def _outside(self, section: str, hits: list[Hit], wording: str) -> list[str]:
        """The words that stand, at least once, outside what a section excludes."""
        out = list(spans(self._excludes[section], wording))
        return [
            word for start, end, word in hits if not any(begin < end and start < stop for begin, stop in out)
        ]

    def wording(self, section: str) -> str:
        """A heading by which a section is known: its title, or the first of its words that will do.

        Of several the one that speaks for the fewest other sections; the title where none will do.
        """
        terms = next(terms for terms in self.sections if terms.id == section)
        heard = {words: self.heading_words(words) for words in (terms.title.zh, *terms.headings)}
        fitting = [words for words, found in heard.items() if (section, True) in found]
        return min(
            fitting, key=lambda words: sum(strong for _, strong in heard[words]), default=terms.title.zh
        )

    def ear(self, wanted: frozenset[str]) -> CueMatcher:
        """The cues of some sections; with those of the closing ones, which claim text from the others."""
        heard = wanted if wanted <= self.closing else wanted | self.closing
        if heard not in self._ears:
            self._ears[heard] = CueMatcher(_cues(terms for terms in self.sections if terms.id in heard))
        return self._ears[heard]


def _cues(sections: Iterable[SectionTerms]) -> Iterable[Cue]:
    for terms in sections:
        for patterns, weight in ((terms.cues, 1.0), (terms.weak_cues, 0.5), (terms.excludes, 0.0)):
            for pattern in patterns:
                yield Cue(terms.id, pattern, weight)


def blanked(pattern: str, text: str) -> str:
    """The text with spaces in place of what a pattern matches."""
    for start, end in list(spans(union((pattern,)), text)):
        text = text[:start] + "\u3000" * (end - start) + text[end:]
    return text
