"""What the chapters of the reports taken as a model are about, as sections of a ruleset.

A group of like chapters (`linter.authoring.groups`) whose headings count for a section of the shipped ruleset
is that section; any other makes a section of its own, known by the words that tell its headings from the
others. A section that most of the reports have is required, the others may be there.
"""

import os
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from linter.authoring.models import Model
from linter.model.errors import ConfigError
from linter.model.message import Message
from linter.structure.chapters import Chapter
from linter.structure.section_terms import Vocabulary
from linter.structure.subject_words import ENGLISH_NUMBER, Words, distinctive_words
from linter.text.characters import count_han
from linter.text.measures import FIGURES

LONGEST = 40
"""Characters of a heading or title that are quoted."""
FIGURE = rf"\d ?[{FIGURES}]"
"""A figure that says something: a number before a measure word, not a year or a date."""

Member = tuple[int, Chapter]
"""A chapter with the number of its report among the models, from 0."""


class Subject(NamedTuple):
    """A section of the ruleset, and the chapters that it comes from."""

    section: str
    words: str
    """Of the heading that stands for all of its headings."""
    place: Message
    """Where that stands: line 5."""
    members: tuple[Member, ...]
    known: str = ""
    """Title of the section in the shipped ruleset; empty for one of its own."""
    headings: tuple[str, ...] = ()
    """Words by which one of its own is known."""
    example: str = ""
    """A heading by which it is known for certain."""
    chars: int = 0
    """Chinese characters of its shortest text, words where it is English; 0 where that is shared with another
    subject."""
    figures: int = 0
    """Figures of the text that has the fewest."""
    below: bool = False
    """Whether its headings stand below another of the sections."""
    required: bool = True
    """Whether most of the reports have it."""


class Learnt(NamedTuple):
    """What the sections are made from."""

    models: Sequence[Model]
    groups: Sequence[tuple[Member, ...]]
    known: Vocabulary
    """The sections of the shipped ruleset."""
    words: Words


def subjects(learnt: Learnt) -> list[Subject]:
    """The sections of some reports, in the order of the groups.

    Raises ConfigError: no headings.
    """
    claims = _claims(learnt)
    made: list[Subject] = []
    for number, group in enumerate(learnt.groups):
        if _is_headed(group) or len(group) > 1:
            made += _shipped(learnt, group, claims[number]) or _own(learnt, group, made)
    if not made:
        path = learnt.models[0].source.document.path
        raise ConfigError(
            f"{path}：没有找到标题，看不出报告分哪几部分；请先给各部分加上“一、”“二、”这样的标题",
            f"{path}: no headings were found, so the sections are unknown; "
            "give each part of it a heading such as 一、",
        )
    return made


def _is_headed(group: Iterable[Member]) -> bool:
    return any(chapter.heading for _, chapter in group)


def _claims(learnt: Learnt) -> dict[int, list[str]]:
    """By the number of a group the shipped sections that half of its headings stand for, each given once."""
    counts: list[tuple[int, int, str]] = []
    for number, group in enumerate(learnt.groups):
        named = (learnt.models[one].claimed.get(chapter.start, ()) for one, chapter in group)
        told = Counter(section for sections in named for section in sections)
        half = sum(chapter.heading is not None for _, chapter in group) / 2
        counts += [(-count, number, section) for section, count in told.items() if count >= half]
    claims: dict[int, list[str]] = {number: [] for number in range(len(learnt.groups))}
    taken: set[str] = set()
    for _, number, section in sorted(counts, key=lambda item: item[:2]):
        if section not in taken:
            claims[number].append(section)
            taken.add(section)
    return claims


def _shipped(learnt: Learnt, group: tuple[Member, ...], sections: Sequence[str]) -> list[Subject]:
    """The shipped sections that a group stands for."""
    plain = _subject(learnt.models, group)
    titles = {terms.id: terms.title.zh for terms in learnt.known.sections}
    return [
        plain._replace(
            section=section,
            known=titles[section],
            example=learnt.known.wording(section),
            chars=plain.chars if len(sections) == 1 else 0,
        )
        for section in sections
    ]


def _own(learnt: Learnt, group: tuple[Member, ...], before: Sequence[Subject]) -> list[Subject]:
    """The section that a group makes; none where nothing tells it from one before it."""
    own = _words(learnt, group)
    if not own or any(own == other.headings for other in before):
        return []
    taken = {terms.id for terms in learnt.known.sections}
    section = f"section-{len(before) + 1}"
    section = f"own-{section}" if section in taken else section
    return [_subject(learnt.models, group)._replace(section=section, headings=own, example=own[0])]


def _words(learnt: Learnt, group: tuple[Member, ...]) -> tuple[str, ...]:
    """The words that tell a group's typical heading from others, and those that several headings have."""
    others = [_wording(learnt.models, member) for each in learnt.groups if each != group for member in each]
    titles = [one.source.document.text[slice(*(one.part.title or (0, 0)))] for one in learnt.models]
    elsewhere = [*filter(None, titles), *others]
    found = {
        member: distinctive_words(_wording(learnt.models, member), elsewhere, learnt.words)
        for member in group
    }
    counts = Counter(word for words in found.values() for word in words)
    shared = (word for word, count in counts.items() if count > 1)
    return tuple(dict.fromkeys([*found[_typical(learnt.models, group)], *shared]))


def _typical(models: Sequence[Model], group: Sequence[Member]) -> Member:
    """The chapter whose heading has most characters in common with the others of its group."""
    headed = [member for member in group if member[1].heading] or list(group)
    wordings = [set(_wording(models, member)) for member in headed]
    shared = [sum(len(one & other) for other in wordings) / (len(one) or 1) for one in wordings]
    return headed[max(range(len(headed)), key=lambda index: shared[index])]


def _wording(models: Sequence[Model], member: Member) -> str:
    number, chapter = member
    return models[number].source.document.text[chapter.start : chapter.end]


def _subject(models: Sequence[Model], group: tuple[Member, ...]) -> Subject:
    """The section of a group, not yet named."""
    texts = [models[number].source.document.text[each.body : _end(each)] for number, each in group]
    first = _typical(models, group)
    return Subject(
        "",
        _name(one_line(_wording(models, first))),
        _place(models, first),
        group,
        chars=min(count_han(text) or len(text.split()) for text in texts),
        figures=min(len(re.findall(FIGURE, text)) for text in texts),
        below=all(_stands_below(models[number], each) for number, each in group),
        required=2 * len(group) > len(models),
    )


def _name(heading: str) -> str:
    """What a section is called: its heading without the number of an English one, or the value of a label."""
    name = re.sub(ENGLISH_NUMBER, "", heading)
    return re.split("[：:]", name)[0].strip() or heading


def _end(chapter: Chapter) -> int:
    return chapter.heading.body_end if chapter.heading else chapter.body_end


def _stands_below(one: Model, chapter: Chapter) -> bool:
    top = min((head.level for head in one.part.headings if head.kind != "item"), default=0)
    return chapter.heading is not None and chapter.heading.level > top


def _place(models: Sequence[Model], member: Member) -> Message:
    number, chapter = member
    document = models[number].source.document
    line = document.locate(chapter.start)[0]
    if len(models) == 1:
        return Message(f"第 {line} 行", f"line {line}")
    name = one_line(os.path.basename(document.path))
    return Message(f"{name} 第 {line} 行", f"{name}, line {line}")


def one_line(text: str) -> str:
    """Words of the report as one line that a YAML comment, a message and a terminal can hold."""
    shown = "".join(char if char.isprintable() and char not in "{}" else " " for char in text)
    return " ".join(shown.split())[:LONGEST]
