"""The pieces of a report that are weighed to tell its sections: headings and sentences, as n-grams.

A heading is written by its author to say what follows; a sentence says it by the way. Each is weighed by
the characters in a row that it has (n-grams), which need no dictionary and no list of words, and by where
in the report it stands. The weights are fitted to labelled reports: see `linter.structure.fitted`.
"""

import re
from operator import add
from typing import NamedTuple

from linter.model.document import Document
from linter.model.outline import Part
from linter.text.characters import HAN
from linter.text.sentences import STOPS

LONGEST_HEADING = 24
"""Of a longer heading only the last characters are weighed: what it is about stands at its end."""
TENTHS = 10
LATE = 0.6
"""From where on a report comes to its end."""

_SENTENCE = re.compile(rf"[^{STOPS}\n]+[{STOPS}]?")
_OTHERS = re.compile(f"[^{HAN}A-Za-z]+")
_SHORTEST = 4
"""Characters of a sentence, at least."""


class Unit(NamedTuple):
    """One heading or sentence of a report."""

    kind: str
    """That of a heading (`line`, `run-in`, `item`), or `sentence`."""
    start: int
    end: int
    """Offsets into the text: of a heading its words."""
    body: int
    body_end: int
    """Span of the text under a heading; empty, at `end`, for a sentence."""
    place: float
    """Where in the report it stands: 0 at the beginning, 1 at the end."""
    block: int
    """Index into `Document.blocks`."""

    @property
    def is_heading(self) -> bool:
        """Whether it is a heading."""
        return self.kind != "sentence"


def units(document: Document, part: Part) -> list[Unit]:
    """The headings and sentences of a report behind its title, in reading order."""
    length = max(1, part.end - part.start)
    found = [
        Unit(
            each.kind,
            each.start,
            each.end,
            each.body,
            each.body_end,
            (each.start - part.start) / length,
            each.block,
        )
        for each in part.headings
    ]
    lines = {heading.block for heading in part.headings if heading.kind == "line"}
    behind = part.text_start
    for index in range(part.first_block, part.end_block):
        block = document.blocks[index]
        if block.end <= behind or index in lines or block.kind == "toc":
            continue
        for match in _SENTENCE.finditer(document.text, block.start, block.end):
            if match.end() - match.start() >= _SHORTEST:
                place = (match.start() - part.start) / length
                found.append(Unit("sentence", *match.span(), match.end(), match.end(), place, index))
    return sorted(found, key=lambda unit: (unit.start, not unit.is_heading))


def ngrams(text: str, unit: Unit) -> set[str]:
    """The n-grams of a unit of a text, and its kind: `@line`; of a heading also its place: `@place 7`,
    `@late line`.

    What a sentence says counts wherever it stands: moved under another heading it is still the same.
    """
    words = text[unit.start : unit.end]
    if not unit.is_heading:
        return _of_sentence(words, f"@{unit.kind}")
    found = _of_heading(words) | {f"@{unit.kind}", f"@place {min(TENTHS - 1, int(unit.place * TENTHS))}"}
    return found | {f"@late {unit.kind}"} if unit.place > LATE else found


def _of_heading(words: str) -> set[str]:
    """One to three characters in a row, `^` and `$` standing for the ends of the heading."""
    letters = f"^{_OTHERS.sub('', words)[-LONGEST_HEADING:]}$"
    pairs = list(map(add, letters, letters[1:]))
    return {*letters[1:-1], *pairs, *map(add, pairs, letters[2:])}


def _of_sentence(words: str, kind: str) -> set[str]:
    """The kind, and two characters in a row, none across a mark: longer ones say little more, and are thrice
    as many.
    """
    return {kind}.union(*[map(add, run, run[1:]) for run in _OTHERS.split(words)])
