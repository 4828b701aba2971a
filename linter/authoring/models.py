"""The reports taken as a model: their chapters, and the shipped sections that these stand for."""

from collections.abc import Sequence
from typing import NamedTuple

from linter.engine.selection import RulesetSelector
from linter.model.document import Document
from linter.model.errors import ConfigError
from linter.model.outline import Heading, Part
from linter.structure.chapters import Chapter, chapters, topmost
from linter.structure.evidence import Evidence, weigh
from linter.structure.section_terms import Vocabulary

MOST = 60
"""Headings of the topmost level beyond which a text is no report to learn from."""


class Source(NamedTuple):
    """A report to learn from."""

    document: Document
    number: int = 1
    """Which one of the document, from 1."""


class Model(NamedTuple):
    """One of the reports taken as a model."""

    source: Source
    part: Part
    chapters: tuple[Chapter, ...]
    """What can be a section: none of what stands below a heading for shortcomings or plans, which is this
    year's matter."""
    above: tuple[Chapter, ...]
    """The topmost headings that stand above others of the chapters, without text of their own."""
    claimed: dict[int, tuple[str, ...]]
    """By the start of a topmost heading: the shipped sections that it stands for."""


def model(source: Source, selector: RulesetSelector, known: Vocabulary) -> Model:
    """A report taken apart; `known` are the sections of the shipped ruleset.

    Raises ConfigError: there is no such report, or it has far too many headings.
    """
    document = source.document
    part = _chosen(source, selector.outlined(document)[0])
    heads = topmost(part)
    if len(heads) > MOST:
        raise ConfigError(
            f"{document.path}：有 {len(heads)} 个标题，不像一份报告；请换一份作范例",
            f"{document.path}: it has {len(heads)} headings and does not look like a report; choose another",
        )
    claimed = _claimed(document, part, known, heads)
    closing = [head for head in heads if known.closing.intersection(claimed[head.start])]
    own = [each for each in chapters(document, part) if not _stands_below(each.start, closing)]
    headed = {each.start for each in own}
    above = tuple(
        Chapter(head.start, head.end, head.body, head.body_end, 0.0, head)
        for head in heads
        if head.start not in headed and any(_stands_below(other.start, [head]) for other in heads)
    )
    return Model(source, part, tuple(own), above, claimed)


def _stands_below(start: int, heads: Sequence[Heading]) -> bool:
    return any(head.start < start < head.body_end for head in heads)


def _chosen(source: Source, parts: Sequence[Part]) -> Part:
    path, number = source.document.path, source.number
    if 1 <= number <= len(parts):
        return parts[number - 1]
    raise ConfigError(
        f"{path}：没有第 {number} 份报告，共 {len(parts)} 份",
        f"{path}: there is no report {number}; it holds {len(parts)}",
    )


def _claimed(
    document: Document, part: Part, known: Vocabulary, heads: Sequence[Heading]
) -> dict[int, tuple[str, ...]]:
    """The shipped sections that each heading, by its place, stands for.

    Those that it counts for; where several count for the same, none of them stands for it, unless one
    lies above the others.
    """
    levels = {head.start: head.level for head in heads}
    counted: dict[int, list[Evidence]] = {start: [] for start in levels}
    for item in weigh(document, part, known):
        if item.kind != "sentence" and item.verdict == "counted" and item.start in counted:
            counted[item.start].append(item)
    claims: dict[str, list[int]] = {}
    for start, items in counted.items():
        strong = [item.section for item in items if item.kind == "heading"]
        weak = sorted(items, key=lambda item: -item.weight)[:1]
        for section in strong or [item.section for item in weak]:
            claims.setdefault(section, []).append(start)
    claimed: dict[int, tuple[str, ...]] = dict.fromkeys(levels, ())
    for section, starts in claims.items():
        highest = min(levels[start] for start in starts)
        uppermost = [start for start in starts if levels[start] == highest]
        if len(uppermost) == 1:
            claimed[uppermost[0]] += (section,)
    return claimed
