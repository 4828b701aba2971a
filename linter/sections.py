"""Whether, and where, a report treats the sections of a vocabulary.

A required section need not be called by its name: headings are slogans, and shortcomings hide in a
closing paragraph. So headings are judged by the words in them and running text by its sentences,
and every piece of evidence is kept, counted or dismissed, for `explain`.

Headings. A heading with one of a section's `headings` words counts (a merged heading counts for
each). Of the headings without such a word, each `weak_headings` word weighs 0.5 (single characters
together), and text under the heading that bears it out adds 0.5: text that weighs 1 for the section,
or 0.5 for a closing one. At 1 the heading counts, for the section that its text speaks for most.

Running text. A sentence weighs 1 for a section when one of its `cues` fits, 0.5 when a `weak_cues`
pattern does, nothing where an `excludes` pattern covers what fitted. Different patterns add up over
a paragraph, or over the short lines of a list, the same pattern counts once; a paragraph or list that
reaches 1 treats the section.

Closing sections (shortcomings, next steps: `closing: true`) claim their text first: what stands
under their headings, and a paragraph from the sentence with their cue on, is no evidence for other
sections ("加强理论学习" among next steps is a plan, not study). In the first third of a report of
some length their cues weigh half: there they mostly speak of others.

Patterns are matched sentence by sentence, so `.*` never runs past a sentence; it is also far
cheaper than a bounded repeat (163 patterns: 2 ms to compile with `.*`, 27 ms with `[^。]{0,20}`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from linter.model import Document, Heading, Part, Presence, Terms
from linter.patterns import Matcher, spans, union, words

ENOUGH = 1.0
"""Weight at which a paragraph treats a section and a heading counts."""
SUPPORT = 0.5
"""What a weak word weighs, and the text that bears it out."""
_EARLY, _LATE = 1 / 3, 2 / 3
_LONG = 8
"""Paragraphs from which on a part is long enough to have a beginning."""

_SHORT = 60
"""Characters up to which a paragraph may be a line of a list."""

_SENTENCE = re.compile(r"[^。！？!?；;\n]+[。！？!?；;]?[”’」』）)]*")
_QUOTED = re.compile(r"《[^》\n]*》")


class Evidence(NamedTuple):
    """One heading or sentence that speaks for a section, counted or dismissed."""

    section: str
    kind: str
    """`heading`, `weak-heading` or `sentence`."""
    start: int
    end: int
    weight: float
    verdict: str
    """`counted`, `unsupported` (a weak heading without text that agrees), `outweighed` (a weak heading
    that speaks for another section), `plan` (stands in the text of a closing section), `early` (a weak
    heading of a closing section in the first half), `alone` (its paragraph does not reach `ENOUGH`)."""
    because: tuple[str, ...]
    """The words or patterns that fitted."""
    block: int
    """Of a sentence in a list of short lines, the list's first one."""


class _Words(NamedTuple):
    """The heading words of one section, compiled."""

    terms: Terms
    strong: re.Pattern[str] | None
    weak: re.Pattern[str] | None
    excludes: Any | None


class _Cue(NamedTuple):
    """Where a pattern of the matcher comes from."""

    section: str
    pattern: str
    weight: float


class Vocabulary(NamedTuple):
    """Sections ready for matching: made once a run."""

    sections: tuple[_Words, ...]
    cues: tuple[_Cue, ...]
    matcher: Matcher
    closing: frozenset[str]


class _Sentence(NamedTuple):
    """A sentence that fits at least one cue."""

    start: int
    end: int
    block: int
    cues: tuple[_Cue, ...]


def vocabulary(sections: Iterable[Terms]) -> Vocabulary:
    """Compile a vocabulary. The patterns were checked when the ruleset was loaded."""
    sections = tuple(sections)
    compiled = tuple(
        _Words(terms, words(terms.headings), words(terms.weak_headings), union(terms.excludes))
        for terms in sections
    )
    cues = tuple(
        _Cue(terms.id, pattern, weight)
        for terms in sections
        for patterns, weight in ((terms.cues, 1.0), (terms.weak_cues, 0.5))
        for pattern in patterns
    )
    closing = frozenset(terms.id for terms in sections if terms.closing)
    return Vocabulary(compiled, cues, Matcher(cue.pattern for cue in cues), closing)


def presences(document: Document, part: Part, known: Vocabulary) -> dict[str, Presence]:
    """Each section's presence in a part, in the vocabulary's order."""
    found = evidence(document, part, known)
    return {
        each.terms.id: _presence(document, part, each.terms, [e for e in found if e.section == each.terms.id])
        for each in known.sections
    }


def evidence(document: Document, part: Part, known: Vocabulary) -> list[Evidence]:
    """Every heading and sentence of a part that speaks for a section, in reading order."""
    if not known.sections:
        return []
    headings = list(_heading_evidence(document.text, part, known))
    owned = _owned(part, known, headings)
    sentences = list(_sentences(document, part, known))
    claimed = _claims(part, known, owned, sentences)
    weighed = list(_sentence_evidence(document, part, known, owned, claimed, sentences))
    settled = _settle(part, known, owned, weighed, headings)
    return sorted([*settled, *weighed], key=lambda item: item.start)


# --- headings -------------------------------------------------------------------------------------


def _heading_evidence(text: str, part: Part, known: Vocabulary) -> Iterator[Evidence]:
    """Headings with a word of a section."""
    for heading in part.headings:
        wording = text[heading.start : heading.end]
        if "《" in wording:
            wording = _QUOTED.sub(lambda quoted: "　" * len(quoted.group()), wording)
        for section in known.sections:
            for kind, pattern in (("heading", section.strong), ("weak-heading", section.weak)):
                hits = _hits(pattern, section.excludes, wording)
                if hits:
                    weight = ENOUGH if kind == "heading" else _weak_weight(hits)
                    yield Evidence(
                        section.terms.id,
                        kind,
                        heading.start,
                        heading.end,
                        weight,
                        "counted",
                        hits,
                        heading.block,
                    )
                    break


def _weak_weight(hits: tuple[str, ...]) -> float:
    """0.5 for each different word; single characters count as one word together, being so common."""
    longer = {hit for hit in hits if len(hit) > 1}
    return SUPPORT * max(1, len(longer))


def _hits(pattern: re.Pattern[str] | None, excludes: Any | None, wording: str) -> tuple[str, ...]:
    """The words that occur outside what is excluded."""
    if pattern is None or not pattern.search(wording):
        return ()
    out = list(spans(excludes, wording))
    return tuple(
        hit.group()
        for hit in pattern.finditer(wording)
        if not any(start < hit.end() and hit.start() < end for start, end in out)
    )


def _owned(part: Part, known: Vocabulary, found: list[Evidence]) -> list[tuple[int, int, str]]:
    """(start, end, section) of the text under the headings of closing sections."""
    by_start = {heading.start: heading for heading in part.headings}
    whole = max(1, part.end - part.start)
    owned = []
    for item in found:
        if item.kind == "heading" and item.section in known.closing:
            end = by_start[item.start].body_end
            if end - item.start < 0.6 * whole or item.start > part.start + 0.4 * whole:
                owned.append((item.start, end, item.section))
    return owned


def _settle(
    part: Part,
    known: Vocabulary,
    owned: list[tuple[int, int, str]],
    weighed: list[Evidence],
    found: list[Evidence],
) -> Iterator[Evidence]:
    """The headings with their verdicts, now that the text under them has been weighed."""
    ends = {heading.start: heading.body_end for heading in part.headings}
    middle = (part.start + part.end) / 2
    support = {item: _support(weighed, item, ends[item.start]) for item in found}
    best: dict[int, float] = {}
    decided = {item.start for item in found if item.kind == "heading"}
    for item in found:
        best[item.start] = max(best.get(item.start, 0.0), support[item])
    for item in found:
        closing = item.section in known.closing
        verdict = "counted"
        if not closing and any(start < item.start < end for start, end, _ in owned):
            verdict = "plan"
        elif item.kind == "weak-heading":
            needed = SUPPORT if closing else ENOUGH
            backed = item.weight + (SUPPORT if support[item] >= needed else 0)
            if closing and item.start < middle:
                verdict = "early"
            elif backed < ENOUGH:
                verdict = "unsupported"
            elif item.weight < ENOUGH and (item.start in decided or support[item] < best[item.start]):
                verdict = "outweighed"
        yield item._replace(verdict=verdict)


def _support(weighed: list[Evidence], item: Evidence, end: int) -> float:
    """What the text under a heading weighs for its section."""
    return sum(
        other.weight
        for other in weighed
        if other.section == item.section and other.verdict != "plan" and item.start <= other.start < end
    )


# --- running text ---------------------------------------------------------------------------------


def _sentences(document: Document, part: Part, known: Vocabulary) -> Iterator[_Sentence]:
    """The sentences of running text that fit a cue."""
    text, match = document.text, known.matcher.match
    headings = {heading.block: heading for heading in part.headings}
    group, short = part.first_block, False
    for index in range(part.first_block, part.end_block):
        block = document.blocks[index]
        heading = headings.get(index)
        if block.kind == "code" or (part.title and block.start <= part.title[0] < block.end):
            continue
        if heading and heading.kind == "line":
            short = False
            continue
        listed = block.end - block.start <= _SHORT
        group = group if listed and short else index
        short = listed
        start = heading.end if heading else block.start
        for sentence in _SENTENCE.finditer(text, start, block.end):
            fitting = match(sentence.group())
            if fitting:
                cues = tuple(known.cues[number] for number in fitting)
                yield _Sentence(sentence.start(), sentence.end(), group, cues)


def _claims(
    part: Part, known: Vocabulary, owned: list[tuple[int, int, str]], sentences: list[_Sentence]
) -> dict[int, int]:
    """For each block, the offset from which on its text belongs to closing sections."""
    claimed: dict[int, int] = {}
    for sentence in sentences:
        inside = any(start <= sentence.start < end for start, end, _ in owned)
        decisive = any(cue.section in known.closing and cue.weight >= ENOUGH for cue in sentence.cues)
        if inside:
            claimed[sentence.block] = min(claimed.get(sentence.block, sentence.start), sentence.start)
        elif decisive and not _is_early(part, sentence.block):
            claimed.setdefault(sentence.block, sentence.start)
    return claimed


def _is_early(part: Part, block: int) -> bool:
    """Whether a block stands in the first third of a report of some length."""
    length = part.end_block - part.first_block
    return length >= _LONG and block - part.first_block < length * _EARLY


def _emphasis(part: Part, sentence: _Sentence, section: str, owned: list[tuple[int, int, str]]) -> float:
    """What a cue of a closing section is worth where it stands."""
    if _is_early(part, sentence.block):
        return 0.5
    owners = {owner for start, end, owner in owned if start <= sentence.start < end}
    if owners and section not in owners:
        return 1.0
    length = part.end_block - part.first_block
    return 1.5 if length >= _LONG and sentence.block - part.first_block >= length * _LATE else 1.0


def _sentence_evidence(
    document: Document,
    part: Part,
    known: Vocabulary,
    owned: list[tuple[int, int, str]],
    claimed: dict[int, int],
    sentences: list[_Sentence],
) -> Iterator[Evidence]:
    """What each sentence weighs for each section, with the verdict of its paragraph."""
    excludes = {section.terms.id: section.excludes for section in known.sections}
    items: list[Evidence] = []
    for sentence in sentences:
        wording = document.text[sentence.start : sentence.end]
        by_section: dict[str, list[_Cue]] = {}
        for cue in sentence.cues:
            by_section.setdefault(cue.section, []).append(cue)
        for section, cues in by_section.items():
            kept = _outside(cues, excludes[section], wording)
            if kept:
                items.append(_weigh(part, known, owned, claimed, sentence, section, kept))
    yield from _with_verdicts(items)


def _outside(cues: list[_Cue], excludes: Any | None, wording: str) -> list[_Cue]:
    """The cues that still fit when what is excluded is taken out of a sentence."""
    if excludes is None or not excludes.search(wording):
        return cues
    for start, end in list(spans(excludes, wording)):
        wording = wording[:start] + "　" * (end - start) + wording[end:]
    fitting = set(Matcher(cue.pattern for cue in cues).match(wording))
    return [cue for number, cue in enumerate(cues) if number in fitting]


def _weigh(
    part: Part,
    known: Vocabulary,
    owned: list[tuple[int, int, str]],
    claimed: dict[int, int],
    sentence: _Sentence,
    section: str,
    cues: list[_Cue],
) -> Evidence:
    """A sentence's evidence for a section."""
    weight = sum(cue.weight for cue in cues)
    verdict = "counted"
    if section in known.closing:
        weight *= _emphasis(part, sentence, section, owned)
    elif sentence.start >= claimed.get(sentence.block, sentence.end):
        verdict = "plan"
    because = tuple(cue.pattern for cue in cues)
    return Evidence(
        section, "sentence", sentence.start, sentence.end, weight, verdict, because, sentence.block
    )


def _with_verdicts(items: list[Evidence]) -> Iterator[Evidence]:
    """Sentences, those dismissed whose paragraph does not reach `ENOUGH` by different patterns."""
    groups: dict[tuple[str, int], list[Evidence]] = {}
    for item in items:
        if item.verdict == "counted":
            groups.setdefault((item.section, item.block), []).append(item)
    for item in items:
        group = groups.get((item.section, item.block), [])
        if item.verdict == "counted" and _group_weight(group) < ENOUGH:
            yield item._replace(verdict="alone")
        else:
            yield item


def _group_weight(group: list[Evidence]) -> float:
    """The weight of a paragraph: each pattern once."""
    total = 0.0
    seen: set[str] = set()
    for item in group:
        fresh = [pattern for pattern in item.because if pattern not in seen]
        total += item.weight * len(fresh) / len(item.because)
        seen.update(fresh)
    return total


# --- the answer -----------------------------------------------------------------------------------


def _presence(document: Document, part: Part, terms: Terms, found: list[Evidence]) -> Presence:
    """The state of one section, from its evidence."""
    headings = [item for item in found if item.kind != "sentence" and item.verdict == "counted"]
    if headings:
        by_start = {heading.start: heading for heading in part.headings}
        chosen = [by_start[item.start] for item in headings]
        strong = {item.start for item in headings if item.kind == "heading"}
        first = min(
            chosen,
            key=lambda heading: (
                heading.kind == "item",
                heading.start not in strong,
                heading.level,
                heading.start,
            ),
        )
        ordered = [first, *(heading for heading in chosen if heading is not first)]
        return Presence(
            terms.id,
            "heading",
            tuple((heading.start, heading.end) for heading in ordered),
            tuple(_body(document, heading) for heading in ordered),
        )
    groups: dict[int, list[Evidence]] = {}
    for item in found:
        if item.kind == "sentence" and item.verdict == "counted":
            groups.setdefault(item.block, []).append(item)
    if not groups:
        return Presence(terms.id, "absent", near=_near(found))
    best = max(groups, key=lambda block: (_group_weight(groups[block]), block if terms.closing else -block))
    ordered_blocks = [best, *(block for block in sorted(groups) if block != best)]
    sentences = tuple((item.start, item.end) for block in ordered_blocks for item in groups[block])
    blocks = tuple((document.blocks[block].start, document.blocks[block].end) for block in ordered_blocks)
    return Presence(terms.id, "body", sentences, blocks)


def _near(found: list[Evidence]) -> tuple[tuple[int, int], ...]:
    """The dismissed evidence of an absent section that comes nearest: headings first, then by weight."""
    misses = [item for item in found if item.verdict in ("unsupported", "alone")]
    misses.sort(key=lambda item: (item.kind == "sentence", -item.weight))
    return tuple((item.start, item.end) for item in misses[:3])


def _body(document: Document, heading: Heading) -> tuple[int, int]:
    """The text under a heading."""
    block = document.blocks[heading.block]
    return (block.end if heading.kind == "line" else heading.end), max(heading.body_end, block.end)
