"""Single headings and sentences, each with the sections that it is about: the tables in `FOLDER/lines/`.

A line is quickly written and teaches what words a section is told by, and by which it seems to be told: a
plan that was fulfilled, the pupils who learn, the problems of others. What makes a report have a section
only whole reports teach. A table (`*.tsv`, one for each writer, who wrote none of the reports) begins with
the names of its columns: `kind` (`heading` or `sentence`), `sections` (several parted by commas, `-` for
none), `place` (where in a report it would stand, 0 to 9) and `text`. Sections that are not learnt count as
none.
"""

import os
import re
from collections.abc import Iterator, Sequence

from linter.authoring.learn.samples import Piece
from linter.model.errors import ConfigError
from linter.project.files import load
from linter.structure.units import TENTHS, Unit, ngrams

_COLUMNS = ["kind", "sections", "place", "text"]
_KINDS = {"heading": "line", "sentence": "sentence"}
_NONE = "-"


def lines(folder: str, sections: Sequence[str]) -> list[Piece]:
    """The lines of a folder; none where it has no tables.

    Raises UnreadableError, and ConfigError, which tells the wrong line.
    """
    inner = os.path.join(folder, "lines")
    names = sorted(os.listdir(inner)) if os.path.isdir(inner) else []
    paths = [os.path.join(inner, name) for name in names if name.endswith(".tsv")]
    return [piece for path in paths for piece in _table(path, sections)]


def line(kind: str, place: float, words: str, about: Sequence[str], sections: Sequence[str]) -> Piece:
    """A heading (`line`) or `sentence` that is about some sections; `place` runs from 0 to 1."""
    unit = Unit(kind, 0, len(words), len(words), len(words), place, 0)
    meant = tuple(section in about for section in sections)
    return Piece(frozenset(ngrams(words, unit)), unit.is_heading, 1.0, meant)


def _table(path: str, sections: Sequence[str]) -> Iterator[Piece]:
    head, *rows = load(path).decode("utf-8", "replace").splitlines() or [""]
    if head.split("\t") != _COLUMNS:
        raise _wrong(path, 1)
    for number, row in enumerate(rows, 2):
        fields = row.split("\t")
        if len(fields) != len(_COLUMNS):
            raise _wrong(path, number)
        kind, about, place, words = fields
        named = [] if about == _NONE else about.split(",")
        if kind not in _KINDS or not re.fullmatch("[0-9]", place):
            raise _wrong(path, number)
        yield line(_KINDS[kind], (int(place) + 0.5) / TENTHS, words, named, sections)


def _wrong(path: str, number: int) -> ConfigError:
    columns = "<制表符>".join(("heading 或 sentence", "部分", "位置 0–9", "文字"))
    return ConfigError(
        f"{path}:{number}：要写成“{columns}”，首行为 {' '.join(_COLUMNS)}",
        f"{path}:{number}: expected heading or sentence, its sections, a place from 0 to 9 and the text, "
        f"parted by tabs, below a first line {' '.join(_COLUMNS)}",
    )
