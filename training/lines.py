"""Single headings and sentences of public texts, each with the section it is about.

They stand in two tables of one folder, fields parted by tabs, the first line with their names:
`headings.tsv` with `doc`, `position` (in its document, from 0 to 1), `heading`, `weak` (the section by the
words of the heading) and `hand` (by a reader; empty where none read it); `sentences.tsv` with `doc`,
`section` (by the heading above it) and `sentence`. A section that the ruleset does not know, such as
`other`, says that the line is about none of its sections; `unknown` and `several` teach nothing.

Such labels are often wrong and the texts mostly of other kinds, so that a line counts less than one of a
labelled report.
"""

import csv
import os
from collections.abc import Iterator

from linter.authoring.learn.samples import Piece
from linter.structure.units import Unit, ngrams

_UNTOLD = ("unknown", "several", "")
_WEAK, _READ, _SENTENCE = 0.4, 1.2, 0.2
"""What a line counts beside one of a labelled report: a heading, one that a reader labelled, a sentence."""


def pieces(folder: str, sections: tuple[str, ...]) -> list[Piece]:
    """The lines of a folder as what weights are fitted to. Raises OSError, KeyError: no such table."""
    return [*_headings(folder, sections), *_sentences(folder, sections)]


def _headings(folder: str, sections: tuple[str, ...]) -> Iterator[Piece]:
    for row in _rows(os.path.join(folder, "headings.tsv")):
        about, weight = (row["hand"], _READ) if row["hand"] else (row["weak"], _WEAK)
        if about not in _UNTOLD:
            yield _piece(row["heading"], "line", float(row["position"]), weight, about, sections)


def _sentences(folder: str, sections: tuple[str, ...]) -> Iterator[Piece]:
    for row in _rows(os.path.join(folder, "sentences.tsv")):
        if row["section"] not in _UNTOLD:
            yield _piece(row["sentence"], "sentence", 0.0, _SENTENCE, row["section"], sections)


def _piece(
    words: str, kind: str, place: float, weight: float, about: str, sections: tuple[str, ...]
) -> Piece:
    unit = Unit(kind, 0, len(words), len(words), place, 0)
    meant = tuple(section == about for section in sections)
    return Piece(frozenset(ngrams(words, unit)), unit.is_heading, weight, meant)


def _rows(path: str) -> Iterator[dict[str, str]]:
    with open(path, encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
