"""The vocabulary of a ruleset's sections, compiled for matching in headings and sentences."""

from collections.abc import Iterable
from typing import NamedTuple

from linter.model.rules import SectionTerms
from linter.structure.phrases import describing, is_described
from linter.text.characters import is_whole, small
from linter.text.patterns import Matcher, spans, union


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
                    wording = _blanked(self._cues[number].pattern, wording)
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
        self._titles = {small(title) for terms in self.sections for title in terms.title}
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
        return {key: [hit.word for hit in hits] for key, hits in self._counted(wording).items() if hits}

    def named_share(self, wording: str) -> float:
        """How much of a heading is `headings` words of sections: 1 where it says nothing else.

        The title of a section says nothing else, whatever words are listed.
        """
        if small(wording) in self._titles:
            return 1.0
        hits = [hit for (_, strong), hits in self._counted(wording).items() if strong for hit in hits]
        letters = [place for place, char in enumerate(wording) if char.isalnum()]
        named = sum(any(hit.start <= place < hit.end for hit in hits) for place in letters)
        return named / max(1, len(letters))

    def _counted(self, wording: str) -> dict[tuple[str, bool], list[WordHit]]:
        """The words in a heading that count."""
        found = self._hits(wording)
        if found and self._any_excludes is not None and self._any_excludes.search(wording):
            found = {key: self._outside(key[0], hits, wording) for key, hits in found.items()}
        return self._of_subjects(found, wording) if "的" in wording else found

    def _hits(self, wording: str) -> dict[tuple[str, bool], list[WordHit]]:
        """The words in a heading, shortest first."""
        found: dict[tuple[str, bool], list[WordHit]] = {}
        words, letters = self._words, small(wording)
        for length in self._lengths:
            for start in range(len(letters) - length + 1):
                word = letters[start : start + length]
                if word in words and is_whole(letters, start, start + length):
                    for key in words[word]:
                        hit = WordHit(start, start + length, wording[start : start + length])
                        found.setdefault(key, []).append(hit)
        return found

    def _outside(self, section: str, hits: list[WordHit], wording: str) -> list[WordHit]:
        """The words that stand outside what a section excludes."""
        excluding = [
            span for span in spans(self._excludes[section], wording) if not is_described(wording, *span)
        ]
        return _apart(hits, excluding)

    def _of_subjects(
        self, found: dict[tuple[str, bool], list[WordHit]], wording: str
    ) -> dict[tuple[str, bool], list[WordHit]]:
        """The words that do not describe problems or plans: of 加强组织领导的打算, not 组织领导."""
        nouns = [
            hit
            for (section, strong), hits in found.items()
            if strong and section in self.closing
            for hit in hits
        ]
        described = [describing(wording, noun.start, noun.end) for noun in nouns]
        return {
            key: hits if key[0] in self.closing else _apart(hits, described) for key, hits in found.items()
        }

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


def _apart(hits: list[WordHit], others: list[tuple[int, int]]) -> list[WordHit]:
    """The words that have no character in common with some spans."""
    return [hit for hit in hits if not any(begin < hit.end and hit.start < stop for begin, stop in others)]


def _cues(sections: Iterable[SectionTerms]) -> Iterable[Cue]:
    for terms in sections:
        for patterns, weight in ((terms.cues, 1.0), (terms.weak_cues, 0.5), (terms.excludes, 0.0)):
            for pattern in patterns:
                yield Cue(terms.id, pattern, weight)


def _blanked(pattern: str, text: str) -> str:
    """The text with full-width spaces in place of what a pattern matches."""
    for start, end in list(spans(union((pattern,)), text)):
        text = text[:start] + "\u3000" * (end - start) + text[end:]
    return text
