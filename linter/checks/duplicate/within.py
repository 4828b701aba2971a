"""Copies within one file: a finding stands on the later place and names every earlier one."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise
from typing import Any

from linter.checks.duplicate.copytest import CopyTest, is_short
from linter.checks.duplicate.passages import Unit
from linter.checks.duplicate.wording import how_similar, percent
from linter.model.document import Block, Document
from linter.model.finding import Match, Related, Value
from linter.model.outline import Context
from linter.structure.lines import opening
from linter.structure.numbers import number_at
from linter.text.characters import count_han
from linter.text.patterns import holds
from linter.text.sentences import COLONS
from linter.text.similarity import CandidateIndex, Words, length, prose, shared, size_of, wording, words

_PLACES = 16
"""The most earlier places that a passage is compared with: among n copies there are n² pairs."""

_ALIKE = 0.4
"""The least share of words that two neighbours of parallel steps have in common."""
_ALIKE_RUN = 3
_LONGEST_LIST = 30
"""Items of a list that are looked through."""
_LONGEST_LINE = 60
_BULLETS = ("- ", "* ", "+ ", "• ", "· ", "● ")
_SHORTEST_ITEM, _SHORTEST_PARAGRAPH = 10, 30
"""What an item has that is not repeated on purpose, and a paragraph that is compared as such (`length`)."""
_CASES = 3
"""Under so many headings a short paragraph is a refrain."""

_Earlier = list[tuple[Unit, float]]
"""Earlier units, each with the share of words that it has in common with a later one."""


def copied_paragraphs(context: Context, units: list[Unit], test: CopyTest) -> Iterator[Match]:
    """The paragraphs that copy earlier ones."""
    clauses = [unit.clauses for unit in units]
    counts = Counter(chain.from_iterable(map(set, clauses)))
    if max(counts.values(), default=0) < 2:
        return
    index = CandidateIndex()
    copies: list[tuple[Unit, _Earlier]] = []
    for unit, own in zip(units, clauses, strict=True):
        # Only those that stand in several units lead from one to another, and most stand in one.
        leading, size = [clause for clause in own if counts[clause] > 1], size_of(own)
        likely = sorted(index.likely(leading, size)[:_PLACES])
        index.add(leading, size)
        scores = ((units[other], _share(context.document, units[other], unit, test)) for other in likely)
        earlier = [(other, score) for other, score in scores if score]
        if earlier := [
            pair
            for pair in earlier
            if not (_is_step(context.document, pair[0], unit) or _is_agenda(context.document, pair[0], unit))
        ]:
            copies.append((unit, earlier))
    refrains = _refrains(context, copies)
    for unit, earlier in copies:
        if unit.start not in refrains:
            yield _repeat(context.document, unit, earlier)


def without_versions(document: Document, units: list[Unit], versions: Any | None) -> list[Unit]:
    """The units that are no version of an amended article: neither their paragraph nor the line above it,
    where it ends in a colon, holds one of the patterns `versions`.
    """
    if versions is None or not holds(versions, document.text):
        return units
    return [unit for unit in units if not holds(versions, _with_label(document, unit))]


def _with_label(document: Document, unit: Unit) -> str:
    """The paragraph of a unit, and the label above it."""
    start, end = unit.block[:2]
    at = _index(document, unit._replace(start=start))
    above = document.blocks[at - 1] if at else None
    label = document.text[above.start : above.end].rstrip() if above else ""
    return (label + "\n" if label.endswith(COLONS) else "") + document.text[start:end]


def _share(document: Document, one: Unit, other: Unit, test: CopyTest) -> float:
    """The share of words that two units of a document have in common; 0 where they are no copies."""
    are_neighbours = _index(document, one) + 1 == _index(document, other)
    return test.share(one, other, _in_one_list(document, one, other), are_neighbours)


def _is_step(document: Document, one: Unit, other: Unit) -> bool:
    """Whether two short items are the same step of two procedures: they have the same number, and the steps
    beside them are alike, but not the same.
    """
    if not one.item or one.item != other.item or not is_short(one):
        return False
    places = [_index(document, unit) for unit in (one, other)]
    return any(_are_alike(*(_words(document, at + step) for at in places)) for step in (-1, 1))


def _index(document: Document, unit: Unit) -> int:
    """The index of the block of a paragraph."""
    return bisect_left(document.blocks, unit.start, key=lambda block: block.start)


def _is_agenda(document: Document, one: Unit, other: Unit) -> bool:
    """Whether an item of a list is the heading of what is told of it below: they have one number and the same
    words, the next number stands right below the first, and a paragraph below the second.
    """
    same = one.item == other.item != "" and one.text.strip() == other.text.strip()
    if not same or len(one.text) > _LONGEST_LINE:
        return False
    at, place = _index(document, one), _index(document, other)
    listed = _has_number(document, at + 1) or _has_number(document, at - 1)
    return listed and place + 1 < len(document.blocks) and not _has_number(document, place + 1)


def _has_number(document: Document, index: int) -> bool:
    """Whether a block begins with a number."""
    if not 0 <= index < len(document.blocks):
        return False
    return opening(document.text, document.blocks[index])[0] is not None


def _in_one_list(document: Document, one: Unit, other: Unit) -> bool:
    """Whether two items stand in one list: all paragraphs between them have the same sign."""
    if not one.is_bullet or one.item != other.item:
        return False
    first, last = _index(document, one), _index(document, other)
    between = document.blocks[first + 1 : min(last, first + _LONGEST_LIST)]
    return last - first <= _LONGEST_LIST and all(
        document.text.startswith(one.item, block.start) for block in between
    )


def _are_alike(one: Words, other: Words) -> bool:
    shorter, longer = sorted((one, other), key=len)
    return shorter != longer and shared(shorter, longer, _ALIKE_RUN) >= _ALIKE * len(shorter) > 0


def _words(document: Document, index: int) -> Words:
    """The words of a block; none where there is none."""
    if not 0 <= index < len(document.blocks):
        return []
    block = document.blocks[index]
    return words(prose(document.text[block.start : block.end]))


def _refrains(context: Context, copies: list[tuple[Unit, _Earlier]]) -> set[int]:
    """Where short paragraphs begin that stand under several headings each: they are meant for every case."""
    headings = [heading.start for part in context.parts for heading in part.headings]
    first_of: dict[int, int] = {}
    cases: dict[int, set[int]] = {}
    for unit, earlier in copies:
        nearest = earlier[0][0].start
        first = first_of[unit.start] = first_of.get(nearest, nearest)
        places = (first, unit.start) if is_short(unit) else ()
        cases.setdefault(first, set()).update(bisect_right(headings, place) for place in places)
    return {place for place, first in first_of.items() if len(cases[first]) >= _CASES}


def repeated_sentences(
    document: Document, units: list[Unit], test: CopyTest, in_paragraph: bool
) -> Iterator[Match]:
    """Sentences that stood before, word for word: in the same paragraph, or in another one that is not a
    copy as a whole."""
    seen: dict[str, list[Unit]] = {}
    for unit in (_without_ordinal(unit, test.least) for unit in units) if in_paragraph else units:
        before = seen.setdefault(wording(unit.text), [])
        earlier = [
            (one, 1.0)
            for one in before
            if (one.block == unit.block) == in_paragraph
            and test.share(one, unit)
            and (in_paragraph or not test.share(_paragraph(document, one), _paragraph(document, unit)))
        ]
        if len(before) < _PLACES:
            before.append(unit)
        if earlier:
            yield _repeat(document, unit, earlier)


def _without_ordinal(unit: Unit, least: int) -> Unit:
    """A sentence without what counts it in its paragraph: 抓三件事：一是……；三是……, if it is long enough."""
    text = unit.text
    announced = next((at + 1 for at, char in enumerate(text) if char in COLONS), 0)
    ordinal = number_at(text, announced, len(text)) or number_at(text, 0, len(text))
    rest = text[ordinal.end :] if ordinal else ""
    if length(rest) < least or not unit.raw.endswith(rest):
        return unit
    return unit._replace(start=unit.end - len(rest), raw=rest, text=rest)


def doubled_lines(context: Context, least: int) -> Iterator[Match]:
    """Titles, headings and items of a list that stand twice in a row. Other lines are left alone: lists name
    a unit twice, forms and verses repeat theirs. An item is of some length, and none that is a paragraph.
    """
    document = context.document
    spans = [part.title for part in context.parts if part.title]
    spans += [(heading.start, heading.end) for part in context.parts for heading in part.headings]
    named = {document.text[start:end].strip() for start, end in spans}
    for one, other in pairwise(document.blocks):
        words = document.text[one.start : one.end].strip()
        same = words == document.text[other.start : other.end].strip()
        if not (same and one.kind == other.kind == "paragraph"):
            continue
        is_title = words in named and words.isalnum() and len(words) <= _LONGEST_LINE
        if (is_title and count_han(words) >= least) or _is_item(words):
            yield _repeat(document, other, [(one, 1.0)])


def _is_item(words: str) -> bool:
    """Whether a line is an item of a list that says something, and is shorter than compared paragraphs."""
    return words[:2] in _BULLETS and _SHORTEST_ITEM <= length(words[2:]) < _SHORTEST_PARAGRAPH


def _paragraph(document: Document, sentence: Unit) -> Unit:
    """The paragraph of a sentence."""
    start, end = sentence.block[:2]
    raw = document.text[start:end]
    return sentence._replace(start=start, end=end, item="", raw=raw, text=prose(raw))


def _repeat(document: Document, unit: Unit | Block, earlier: Sequence[tuple[Unit | Block, float]]) -> Match:
    """A match on the later place that names the earlier ones."""
    related = tuple(Related(one.start, one.end, how_similar(score)) for one, score in earlier)
    nearest, score = max(earlier, key=lambda pair: pair[1])
    place = document.place(nearest.start, nearest.end)
    values: dict[str, Value] = {"line": place.line, "place": place.words, "percent": percent(score)}
    return Match(unit.start, unit.end, values=values, related=related)
