"""The evidence that a report has a section: headings by their words, running text by its sentences.

Headings. A heading with one of a section's `headings` words counts (a merged heading counts for
each). Of the headings without such a word, each `weak_headings` word weighs 0.5 (single characters
together), and text under the heading that bears it out adds 0.5: text that weighs 1 for the section,
or 0.5 for a closing one. At 1 the heading counts, for the section that its text speaks for most.

Running text. A sentence weighs 1 for a section when one of its `cues` fits, 0.5 when a `weak_cues`
pattern does, nothing where an `excludes` pattern covers what fitted. Different patterns add up over
a paragraph, or over the short lines of a list, the same pattern counts once; a paragraph or list that
reaches 1 treats the section.

Closing sections (shortcomings, next steps: `closing: true`) go first: what stands under their
headings, and a paragraph from the sentence with their cue on, is no evidence for other sections
("加强理论学习" among next steps is a plan, not study). In a report of some length their cues weigh
half in the first third, where they are mostly about something else, and half as much again in the
last, where a hint is enough; their weak headings count in the second half only.

Patterns are matched sentence by sentence, so `.*` never runs past a sentence; it is also far
cheaper than a bounded repeat (163 patterns: 2 ms to compile with `.*`, 27 ms with `[^。]{0,20}`).
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from linter.model.document import Document
from linter.model.outline import Part
from linter.structure.section_terms import CueHit, Vocabulary
from linter.text.sentences import ANY_SENTENCE

ENOUGH = 1.0
"""Weight at which a paragraph treats a section and a heading counts."""
_WEAK = 0.5
"""What a weak word weighs, and the text that bears it out."""
_EARLY, _LATE = 1 / 3, 2 / 3
_LONG = 8
"""Paragraphs from which on a part is long enough to have a beginning and an end."""
_SHORT = 60
"""Characters up to which a paragraph may be a line of a list."""

_SPREAD = 2
"""Characters of each piece of a heading that is spread out, at most."""

_QUOTED = r"《[^《》\n]*》"
_FULL_WIDTH = str.maketrans(",;:!?()", "，；：！？（）")


class Evidence(NamedTuple):
    """One heading or sentence that is evidence for a section, counted or dismissed."""

    section: str
    """Its id."""
    kind: str
    """`heading`, `weak-heading` or `sentence`."""
    start: int
    end: int
    weight: float
    verdict: str
    """`counted`, `unsupported` (a weak heading without text that agrees), `outweighed` (a weak heading
    that speaks for another section), `plan` (stands in the text of a closing section), `early` (a weak
    heading of a closing section in the first half), `alone` (its paragraph does not reach `ENOUGH`)."""
    matched: tuple[str, ...]
    """The words of the vocabulary in a heading, the patterns that match a sentence."""
    block: int
    """Index into `Document.blocks`; of a sentence in a list of short lines that of the list's first line."""


class _ClosingText(NamedTuple):
    """The span of the text under the heading of a closing section."""

    start: int
    end: int
    section: str


class _Sentence(NamedTuple):
    """A sentence with a cue of at least one section."""

    start: int
    end: int
    block: int
    hits: tuple[CueHit, ...]


def weigh(document: Document, part: Part, vocabulary: Vocabulary, *, thorough: bool = True) -> list[Evidence]:
    """Every heading and sentence of a part that is evidence for a section, in reading order.

    Without `thorough`, running text and weak headings are looked at only for the sections that no
    heading decides: the states come out the same, in a fraction of the time.
    """
    headings = list(_headings(document.text, part, vocabulary))
    closing_texts = _closing_texts(part, vocabulary, headings)
    decided_sections = set() if thorough else _decided_by_heading(vocabulary, closing_texts, headings)
    open_sections = frozenset(terms.id for terms in vocabulary.sections) - decided_sections
    if not open_sections:
        return [item for item in headings if item.kind == "heading"]
    found = list(_sentences(document, part, vocabulary, open_sections))
    claimed = _claimed_from(part, vocabulary, closing_texts, found)
    sentences = list(_sentence_evidence(part, vocabulary, closing_texts, claimed, found, open_sections))
    kept = [item for item in headings if item.kind == "heading" or item.section in open_sections]
    verdicts = _heading_verdicts(part, vocabulary, closing_texts, sentences, kept)
    return sorted([*verdicts, *sentences], key=lambda item: item.start)


# --- headings -------------------------------------------------------------------------------------


def _headings(text: str, part: Part, vocabulary: Vocabulary) -> Iterator[Evidence]:
    """The headings with a word of a section, all counted for now."""
    for heading in part.headings:
        wording = _normal(_closed_up(text[heading.start : heading.end]))
        words = vocabulary.heading_words(wording)
        for terms in vocabulary.sections:
            strong = words.get((terms.id, True))
            hits = strong or words.get((terms.id, False))
            if hits:
                kind, weight = ("heading", ENOUGH) if strong else ("weak-heading", _weak_weight(hits))
                place = (heading.start, heading.end, weight)
                yield Evidence(terms.id, kind, *place, "counted", tuple(hits), heading.block)


def _closed_up(wording: str) -> str:
    """A heading's words without the blanks that spread them out (存 在 问 题), or that set them upright."""
    pieces = wording.split()
    if len(pieces) > 1 and all(len(piece) <= _SPREAD for piece in pieces):
        return "".join(pieces)
    return wording.replace("\n", "")


def _normal(wording: str) -> str:
    """The wording as the patterns expect it: full-width punctuation, the names of documents blanked
    (what 《…》 is about is not what is said). Lengths stay as they are."""
    wording = wording.translate(_FULL_WIDTH)
    if "《" not in wording:
        return wording
    return re.sub(_QUOTED, lambda quoted: "《" + "\u3000" * (len(quoted.group()) - 2) + "》", wording)


def _weak_weight(hits: list[str]) -> float:
    """0.5 for each different word; single characters count as one word together, being so common."""
    return _WEAK * max(1, len({hit for hit in hits if len(hit) > 1}))


def _closing_texts(part: Part, vocabulary: Vocabulary, found: list[Evidence]) -> list[_ClosingText]:
    """The text under the headings of closing sections, save a heading that stands over most of the report."""
    reaches = {heading.start: heading.reach for heading in part.headings}
    whole = max(1, part.end - part.start)
    texts = (
        _ClosingText(*reaches[item.start], item.section)
        for item in found
        if item.kind == "heading" and item.section in vocabulary.closing
    )
    return [
        text for text in texts if text.end - text.start < 0.6 * whole or text.start > part.start + 0.4 * whole
    ]


def _decided_by_heading(
    vocabulary: Vocabulary, closing_texts: list[_ClosingText], found: list[Evidence]
) -> set[str]:
    """The sections that have a heading which counts whatever the running text says."""
    return {
        item.section
        for item in found
        if item.kind == "heading"
        and (item.section in vocabulary.closing or not _within(closing_texts, item.start))
    }


def _within(closing_texts: list[_ClosingText], offset: int) -> bool:
    """Whether an offset lies under, and not on, the heading of a closing section."""
    return any(start < offset < end for start, end, _ in closing_texts)


def _heading_verdicts(
    part: Part,
    vocabulary: Vocabulary,
    closing_texts: list[_ClosingText],
    sentences: list[Evidence],
    found: list[Evidence],
) -> Iterator[Evidence]:
    """The headings with their verdicts, now that the text under them has been weighed."""
    reaches = {heading.start: heading.reach for heading in part.headings}
    middle = (part.start + part.end) / 2
    support = {
        item: _support(sentences, item, *reaches[item.start]) for item in found if item.kind != "heading"
    }
    best: dict[int, float] = {}
    for item, weight in support.items():
        best[item.start] = max(best.get(item.start, 0.0), weight)
    decided = {item.start: item.section in vocabulary.closing for item in found if item.kind == "heading"}
    for item in found:
        closing = item.section in vocabulary.closing
        verdict = "counted"
        if not closing and _within(closing_texts, item.start):
            verdict = "plan"
        elif item.kind == "weak-heading":
            needed = _WEAK if closing else ENOUGH
            backed = item.weight + (_WEAK if support[item] >= needed else 0)
            if closing and item.start < middle:
                verdict = "early"
            elif backed < ENOUGH:
                verdict = "unsupported"
            elif item.weight < ENOUGH and (
                decided.get(item.start, closing) != closing or support[item] < best[item.start]
            ):
                verdict = "outweighed"
        yield item._replace(verdict=verdict)


def _support(sentences: list[Evidence], item: Evidence, start: int, end: int) -> float:
    """The weight of the text under a heading for its section."""
    return sum(
        other.weight
        for other in sentences
        if other.section == item.section and other.verdict != "plan" and start <= other.start < end
    )


# --- running text ---------------------------------------------------------------------------------


def _sentences(
    document: Document, part: Part, vocabulary: Vocabulary, wanted: frozenset[str]
) -> Iterator[_Sentence]:
    """The sentences of running text with a cue of one of the sections `wanted`."""
    text, match = document.text, vocabulary.cue_matcher(wanted).match
    headings = {heading.block: heading for heading in part.headings}
    each_sentence = re.compile(ANY_SENTENCE).finditer
    group, short = part.first_block, False
    title = part.title_in(text)
    for index in range(part.first_block, part.end_block):
        block = document.blocks[index]
        heading = headings.get(index)
        titled = part.title and block.start <= part.title[0] < block.end
        if block.kind in ("code", "toc") or titled or text[block.start : block.end].strip() == title:
            continue
        if heading and heading.kind == "line":
            short = False
            continue
        listed = block.end - block.start <= _SHORT
        group = group if listed and short else index
        short = listed
        for sentence in each_sentence(text, heading.end if heading else block.start, block.end):
            hits = match(_normal(sentence.group()))
            if hits:
                yield _Sentence(sentence.start(), sentence.end(), group, hits)


def _claimed_from(
    part: Part, vocabulary: Vocabulary, closing_texts: list[_ClosingText], sentences: list[_Sentence]
) -> dict[int, int]:
    """For each paragraph, the offset from which on its text belongs to closing sections."""
    claimed: dict[int, int] = {}
    for sentence in sentences:
        if _within(closing_texts, sentence.start):
            claimed[sentence.block] = min(claimed.get(sentence.block, sentence.start), sentence.start)
        elif not _is_early(part, sentence.block) and any(
            hit.decisive and hit.section in vocabulary.closing for hit in sentence.hits
        ):
            claimed.setdefault(sentence.block, sentence.start)
    return claimed


def _is_early(part: Part, block: int) -> bool:
    """Whether a block stands in the first third of a report of some length."""
    length = part.end_block - part.first_block
    return length >= _LONG and block - part.first_block < length * _EARLY


def _position_factor(
    part: Part, closing_texts: list[_ClosingText], sentence: _Sentence, section: str
) -> float:
    """What the weight of a cue of a closing section is multiplied by, where the sentence stands."""
    if _is_early(part, sentence.block):
        return 0.5
    owners = {owner for start, end, owner in closing_texts if start <= sentence.start < end}
    if owners and section not in owners:
        return 1.0
    length = part.end_block - part.first_block
    return 1.5 if length >= _LONG and sentence.block - part.first_block >= length * _LATE else 1.0


def _sentence_evidence(
    part: Part,
    vocabulary: Vocabulary,
    closing_texts: list[_ClosingText],
    claimed_from: dict[int, int],
    sentences: list[_Sentence],
    wanted: frozenset[str],
) -> Iterator[Evidence]:
    """Each sentence as evidence for each of the sections `wanted`, with the verdict of its paragraph."""
    items: list[Evidence] = []
    for sentence in sentences:
        start, end, block, hits = sentence
        claimed = start >= claimed_from.get(block, end)
        for section, patterns, weight, _ in hits:
            if section not in wanted:
                continue
            if section in vocabulary.closing:
                weight *= _position_factor(part, closing_texts, sentence, section)
            verdict = "plan" if claimed and section not in vocabulary.closing else "counted"
            items.append(Evidence(section, "sentence", start, end, weight, verdict, patterns, block))
    totals: dict[tuple[str, int], list[Evidence]] = {}
    for item in items:
        if item.verdict == "counted":
            totals.setdefault((item.section, item.block), []).append(item)
    weak = {key for key, group in totals.items() if paragraph_weight(group) < ENOUGH}
    for item in items:
        too_light = item.verdict == "counted" and (item.section, item.block) in weak
        yield item._replace(verdict="alone") if too_light else item


def paragraph_weight(group: list[Evidence]) -> float:
    """The weight of a paragraph's sentences for one section: each pattern once."""
    total = 0.0
    seen: set[str] = set()
    for item in group:
        fresh = [pattern for pattern in item.matched if pattern not in seen]
        total += item.weight * len(fresh) / len(item.matched)
        seen.update(fresh)
    return total
