"""Sections by fitted weights, where they say otherwise than the words of the vocabulary.

The weights decide the state; the places are those that the words give where the state is the same, else
the headings or sentences that weigh most. They do not overrule a heading that says nothing but the author's
words for a section, or little else above a text that may be about it; a text that is not makes it doubtful.
Of a report of a sentence or two they can tell little: there the words of running text are believed as well.
"""

from collections.abc import Iterable, Iterator, Mapping

from linter.model.document import Document, Span
from linter.model.outline import Part, Presence
from linter.model.weights import SectionWeights
from linter.structure.fitted import Scores, fitted_states
from linter.structure.section_terms import Vocabulary
from linter.structure.substance import is_hollow, text_under
from linter.structure.under_headings import is_about

_MOST = 5
"""So many headings or paragraphs are named, at most."""
_LEAST_SURE = 0.4
"""A probability of being there between this and what it lacks to 1 decides nothing."""
_AGAINST_WORDS = 0.2
"""Nor does one above this, where the words of running text say that the section is there: of those that
the weights then call absent half are there (measured on reports left out).
"""
_BRIEF = 130
"""A text with fewer characters is brief. In such notices, requests and event plans the words find sections
that the weights miss, and few that are not there: F1 .90, .83, .86 by either, .89, .76, .83 by the weights.
"""
_NEAR = 2
"""So many of what nearly counted are named."""
_NEARLY = 0.5
"""Log-odds above which a heading or sentence nearly counted: its words rather speak for the section."""
_PLAIN = 0.5
"""A heading is plain when so much of it, at least, is the author's words for sections."""
_FOREIGN = 0.2
"""Text is foreign to its heading below this probability."""


def weighed(
    document: Document,
    part: Part,
    by_words: Mapping[str, Presence],
    vocabulary: Vocabulary,
    weights: SectionWeights,
) -> dict[str, Presence]:
    """The presences of a report, those of the sections of the weights judged by these."""
    said = {
        section: by_words[section].state if section in by_words else "absent" for section in weights.sections
    }
    states, found = fitted_states(document, part, weights, said)
    is_brief = part.end - part.text_start < _BRIEF
    judged = dict(by_words)
    for number, section in enumerate(weights.sections):
        if section not in judged:
            continue
        before = judged[section]
        state, confidence, present = states[section]
        least = _AGAINST_WORDS if before.state == "body" else _LEAST_SURE
        unsure = least < present < 1 - _LEAST_SURE
        named = False
        if is_brief and before.state == "body" and (state == "absent" or unsure):
            state, confidence, unsure = "body", max(present, 0.5), False
        elif state == "absent" and is_hollow(document, part, before):
            state, confidence = before.state, 1 - confidence
        elif (unsure or state != "heading") and before.state == "heading":
            shares = _named_shares(document, before, vocabulary, found)
            plain = [index for index, share in shares.items() if share >= _PLAIN]
            own = max(_texts_of(plain, found, weights, number), default=0.0)
            wholly = any(share == 1 for share in shares.values())
            named = wholly or own >= _FOREIGN
            if named:
                state, confidence = "heading", max(present, 0.5)
                unsure = not wholly and own < 0.5 and present < 0.5
        if state != before.state:
            before = _decided_by_weights(state, document, part, before, found, number)
        texts = _texts_of(_headings(before, found), found, weights, number) if state == "heading" else ()
        foreign = max(texts, default=1.0) < _FOREIGN
        near = before.near or (_nearest(part, found, number) if state == "absent" else ())
        judged[section] = before._replace(
            confidence=round(confidence, 2), unsure=unsure or foreign, foreign=foreign, named=named, near=near
        )
    return judged


def _texts_of(
    headings: Iterable[int], found: Scores, weights: SectionWeights, number: int
) -> Iterator[float]:
    """For each heading the probability that its text is of a section."""
    for index in headings:
        sentences = [values for _, values in found.sentences[found.under[index]]]
        yield is_about(sentences, weights, number)


def _named_shares(
    document: Document, presence: Presence, vocabulary: Vocabulary, found: Scores
) -> dict[int, float]:
    """How much of each heading of a section, by its index, is the author's words."""
    return {
        index: vocabulary.named_share(document.text[slice(*found.headings[index][0][1:3])])
        for index in _headings(presence, found)
    }


def _headings(presence: Presence, found: Scores) -> list[int]:
    """The headings of a section, by their index."""
    spans = frozenset(presence.spans)
    return [index for index, (unit, _) in enumerate(found.headings) if (unit.start, unit.end) in spans]


def _decided_by_weights(
    state: str, document: Document, part: Part, before: Presence, found: Scores, number: int
) -> Presence:
    """The presence of a section whose state is another one than that by the words, `before`."""
    if state == "absent":
        return Presence(before.section, "absent", near=before.spans[:_NEAR], placed=before.placed)
    if state == "heading" and found.headings:
        return _by_headings(document, part, before, found, number)
    return _by_sentences(document, before, found, number)


def _by_headings(document: Document, part: Part, before: Presence, found: Scores, number: int) -> Presence:
    """The section is told by headings: those that name it, the likeliest first."""
    by_start = {heading.start: heading for heading in part.headings}
    ranked = sorted(found.headings, key=lambda item: -item[1][number])
    named = [unit for unit, values in ranked if values[number] > 0][:_MOST] or [ranked[0][0]]
    headings = [by_start[unit.start] for unit in named]
    bodies = tuple(text_under(document, heading) for heading in headings)
    spans = tuple((heading.start, heading.end) for heading in headings)
    return Presence(before.section, "heading", spans, bodies, placed=before.placed)


def _by_sentences(document: Document, before: Presence, found: Scores, number: int) -> Presence:
    """The section is treated in running text: the paragraphs that weigh most, the heaviest first."""
    paragraphs: dict[int, float] = {}
    for unit, values in found.sentences:
        paragraphs[unit.block] = paragraphs.get(unit.block, 0.0) + max(0.0, values[number])
    ranked = sorted(paragraphs, key=lambda block: -paragraphs[block])
    chosen = [block for block in ranked if paragraphs[block] > 0][:_MOST] or ranked[:1]
    spans = [
        (unit.start, unit.end)
        for block in chosen
        for unit, values in found.sentences
        if unit.block == block and (values[number] > 0 or paragraphs[block] == 0)
    ]
    bodies = tuple((document.blocks[block].start, document.blocks[block].end) for block in chosen)
    return Presence(before.section, "body", tuple(spans), bodies, placed=before.placed)


def _nearest(part: Part, found: Scores, number: int) -> tuple[Span, ...]:
    """The heading and the sentence before the signature that nearly count as a section."""
    before = [
        [item for item in units if item[0].block < part.closing_block]
        for units in (found.headings, found.sentences)
    ]
    best = [max(units, key=lambda item: item[1][number]) for units in before if units]
    return tuple((unit.start, unit.end) for unit, values in best if values[number] > _NEARLY)[:_NEAR]
