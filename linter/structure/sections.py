"""Whether, and where, a report has the sections of a vocabulary.

A required section need not be called by its name: headings are slogans, and shortcomings stand in a
closing paragraph. `linter.structure.evidence` finds what counts; here it becomes one state a section.
"""

from collections.abc import Sequence

from linter.model.document import Document, Span
from linter.model.outline import Heading, Part, Presence
from linter.model.rules import SectionTerms
from linter.model.weights import SectionWeights
from linter.structure.evidence import Evidence, paragraph_weight, weigh
from linter.structure.section_terms import Vocabulary
from linter.structure.substance import text_under
from linter.text.characters import up_to


def presences(
    document: Document, part: Part, vocabulary: Vocabulary, weights: Sequence[SectionWeights] = ()
) -> dict[str, Presence]:
    """The presence of each section in a part, by section id, in the order of the vocabulary.

    Each of the `weights` judges the sections that it has; of two that have one the later.
    """
    found: dict[str, list[Evidence]] = {terms.id: [] for terms in vocabulary.sections}
    for item in weigh(document, part, vocabulary, thorough=False):
        found[item.section].append(item)
    by_words = {
        terms.id: _presence(document, part, terms, found[terms.id])._replace(placed=terms.placed)
        for terms in vocabulary.sections
    }
    judged = dict(by_words)
    for each in weights:
        by_weights = _by_weights(document, part, by_words, vocabulary, each)
        judged |= {section: by_weights[section] for section in each.sections if section in by_weights}
    return judged


def _by_weights(
    document: Document,
    part: Part,
    by_words: dict[str, Presence],
    vocabulary: Vocabulary,
    weights: SectionWeights,
) -> dict[str, Presence]:
    """The sections by some weights. The two ways to judge by them are loaded when a ruleset needs them."""
    if weights.places:
        from linter.structure.nearest import by_chapters

        return by_chapters(document, part, by_words, weights)
    from linter.structure.weighed import weighed

    return weighed(document, part, by_words, vocabulary, weights)


def _presence(document: Document, part: Part, terms: SectionTerms, found: list[Evidence]) -> Presence:
    """The state of one section, from its evidence."""
    counted = [item for item in found if item.verdict == "counted"]
    headings = [item for item in counted if item.kind != "sentence"]
    if headings:
        return _by_heading(document, part, terms, headings)
    return _by_text(document, terms, counted) if counted else Presence(terms.id, "absent", near=_near(found))


def _by_heading(document: Document, part: Part, terms: SectionTerms, found: list[Evidence]) -> Presence:
    """The presence of a section that has headings: the best one first."""
    by_start = {heading.start: heading for heading in part.headings}
    strong = {item.start for item in found if item.kind == "heading"}

    def order(heading: Heading) -> tuple[bool, int, bool, int]:
        return heading.kind == "item", heading.level, heading.start not in strong, heading.start

    chosen = [by_start[item.start] for item in found]
    first = min(chosen, key=order)
    ordered = [first, *(heading for heading in chosen if heading is not first)]
    spans = tuple((heading.start, heading.end) for heading in ordered)
    return Presence(terms.id, "heading", spans, tuple(text_under(document, heading) for heading in ordered))


def _by_text(document: Document, terms: SectionTerms, found: list[Evidence]) -> Presence:
    """The presence of a section that running text treats: the paragraph of most weight first.

    Of equal ones the last goes first for a closing section, the first for others.
    """
    groups: dict[int, list[Evidence]] = {}
    for item in found:
        groups.setdefault(item.block, []).append(item)
    weights = {block: paragraph_weight(group) for block, group in groups.items()}
    best = max(groups, key=lambda block: (weights[block], block if terms.closing else -block))
    ordered = [best, *(block for block in sorted(groups) if block != best)]
    sentences = tuple((item.start, item.end) for block in ordered for item in groups[block])
    return Presence(
        terms.id, "body", sentences, tuple(_paragraph(document, groups[block]) for block in ordered)
    )


def _paragraph(document: Document, group: list[Evidence]) -> Span:
    """The paragraph, or the lines of the list, that a group of sentences stands in."""
    return document.blocks[group[0].block].start, up_to(document.text, "\n", group[-1].end)


def _near(found: list[Evidence]) -> tuple[Span, ...]:
    """The spans of dismissed evidence that nearly counted: headings first, then by weight, at most three."""
    misses = [item for item in found if item.verdict in ("unsupported", "alone")]
    misses.sort(key=lambda item: (item.kind == "sentence", -item.weight))
    return tuple((item.start, item.end) for item in misses[:3])
