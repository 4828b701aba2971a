"""Single headings and sentences of public texts, each with the section it is about.

They stand in two tables of one folder, fields parted by tabs, the first line with their names:
`headings.tsv` with `position` (in its document, from 0 to 1), `heading`, `weak` (the section by the words of
the heading) and `hand` (by a reader; empty where none read it); `sentences.tsv` with `section` (by the
heading above it) and `sentence`. A section that the ruleset does not know, such as `other`, says that the
line is about none of its sections; `unknown` and `several` teach nothing.

Such labels are often wrong and the texts mostly of other kinds, so that a line counts less than one of a
labelled report.
"""

import csv
import os
from collections.abc import Iterator

from linter.authoring.learn.lines import line
from linter.authoring.learn.samples import Piece

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
            heading = line("line", float(row["position"]), row["heading"], [about], sections)
            yield heading._replace(weight=weight)


def _sentences(folder: str, sections: tuple[str, ...]) -> Iterator[Piece]:
    for row in _rows(os.path.join(folder, "sentences.tsv")):
        if row["section"] not in _UNTOLD:
            sentence = line("sentence", 0.0, row["sentence"], [row["section"]], sections)
            yield sentence._replace(weight=_SENTENCE)


def _rows(path: str) -> Iterator[dict[str, str]]:
    with open(path, encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
