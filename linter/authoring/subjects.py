"""What a report's sections are about: its headings, as sections of a ruleset.

The sections are the topmost headings, and those right below one that holds much of the report. A
heading that counts for a section of the shipped ruleset is that section; any other makes a section of
its own, known by the words that tell it from the others. What stands below a heading for shortcomings
or plans is this year's matter and makes none.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from linter.model.document import Document
from linter.model.errors import ConfigError
from linter.model.outline import Heading, Part
from linter.structure.evidence import Evidence, weigh
from linter.structure.section_terms import Vocabulary
from linter.structure.subject_words import Words, distinctive_words
from linter.text.characters import count_han
from linter.text.measures import FIGURES

MOST = 60
"""Headings of the topmost level beyond which a text is no report to learn from."""
_MUCH = 0.4
"""Share of the report from which on a heading's sub-headings are sections of their own."""
LONGEST = 40
"""Characters of a heading or title that are quoted."""
FIGURE = rf"\d ?[{FIGURES}]"
"""A figure that says something: a number before a measure word, not a year or a date."""


class Subject(NamedTuple):
    """A section of the ruleset, and the heading it comes from."""

    section: str
    words: str
    """Of the heading."""
    line: int
    known: str = ""
    """Title of the section in the shipped ruleset; empty for one of its own."""
    headings: tuple[str, ...] = ()
    """Words by which one of its own is known."""
    example: str = ""
    """A heading by which it is known for certain."""
    chars: int = 0
    """Han characters under the heading; 0 where it is shared with another subject."""
    figures: int = 0
    below: bool = False
    """Whether its heading stands below another of the sections."""


def subjects(document: Document, part: Part, known: Vocabulary, words: Words) -> list[Subject]:
    """The sections of a report, in order; `known` are those of the shipped ruleset.

    Raises ConfigError: no headings, or far too many.
    """
    heads = _heads(part)
    if len(heads) > MOST:
        raise ConfigError(
            f"{document.path}：有 {len(heads)} 个标题，不像一份报告；请换一份作范例",
            f"{document.path}: it has {len(heads)} headings and does not look like a report; choose another",
        )
    claimed = _claimed(document, part, known, heads)
    closing = [head for head in heads if known.closing.intersection(claimed[head.start])]
    top = min((head.level for head in heads), default=0)
    made: list[Subject] = []
    for head in heads:
        if not any(other.start < head.start < other.body_end for other in closing):
            found = _shipped(document, head, known, claimed[head.start])
            found = found or _own(document, part, head, heads, known, words, made)
            made += (subject._replace(below=head.level > top) for subject in found)
    if not made:
        raise ConfigError(
            f"{document.path}：没有找到标题，看不出报告分哪几部分；请先给各部分加上“一、”“二、”这样的标题",
            f"{document.path}: no headings were found, so the sections are unknown; "
            "give each part of it a heading such as 一、",
        )
    return made


def _shipped(document: Document, head: Heading, known: Vocabulary, sections: Sequence[str]) -> list[Subject]:
    """The shipped sections that a heading stands for."""
    plain = _subject(document, head)
    titles = {terms.id: terms.title.zh for terms in known.sections}
    return [
        plain._replace(
            section=section,
            known=titles[section],
            example=known.wording(section),
            chars=plain.chars if len(sections) == 1 else 0,
        )
        for section in sections
    ]


def _own(
    document: Document,
    part: Part,
    head: Heading,
    heads: Sequence[Heading],
    known: Vocabulary,
    words: Words,
    before: Sequence[Subject],
) -> list[Subject]:
    """The section that a heading makes; none where nothing tells it from one before it."""
    text = document.text
    others = [text[other.start : other.end] for other in heads if other is not head]
    title = text[slice(*part.title)] if part.title else ""
    own = distinctive_words(text[head.start : head.end], [title, *others], words)
    if not own or any(own == other.headings for other in before):
        return []
    taken = {terms.id for terms in known.sections}
    section = f"section-{len(before) + 1}"
    section = f"own-{section}" if section in taken else section
    return [_subject(document, head)._replace(section=section, headings=own, example=own[0])]


def _heads(part: Part) -> list[Heading]:
    """The topmost headings; and those right below one that holds much of the report."""
    found = [heading for heading in part.headings if heading.kind != "item"]
    top = min((heading.level for heading in found), default=0)
    much = _MUCH * (part.end - part.start)
    large = [each for each in found if each.level == top and each.body_end - each.end > much]
    return [
        heading
        for heading in found
        if heading.level == top
        or (heading.level == top + 1 and any(each.start < heading.start < each.body_end for each in large))
    ]


def _claimed(
    document: Document, part: Part, known: Vocabulary, heads: Sequence[Heading]
) -> dict[int, list[str]]:
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
    claimed: dict[int, list[str]] = {start: [] for start in levels}
    for section, starts in claims.items():
        highest = min(levels[start] for start in starts)
        uppermost = [start for start in starts if levels[start] == highest]
        if len(uppermost) == 1:
            claimed[uppermost[0]].append(section)
    return claimed


def _subject(document: Document, head: Heading) -> Subject:
    text = document.text[head.end : head.body_end]
    chars = count_han(text)
    figures = len(re.findall(FIGURE, text))
    line = document.locate(head.start)[0]
    words = one_line(document.text[head.start : head.end])
    return Subject("", words, line, chars=chars, figures=figures)


def one_line(text: str) -> str:
    """Words of the report as one line that a YAML comment, a message and a terminal can hold."""
    shown = "".join(char if char.isprintable() and char not in "{}" else " " for char in text)
    return " ".join(shown.split())[:LONGEST]
