"""What weights are fitted to: the headings and sentences of labelled reports, with what each is."""

from collections import Counter
from typing import NamedTuple

from linter.authoring.learn.labelled import Labelled
from linter.structure.units import Unit, ngrams, units

_FEW = 40
"""Sentences of a report that count in full; those of longer reports count less, so that none outweighs."""
_MANY = 12
"""Sentences of a paragraph above which its label does not say which of them treat the section."""


class Piece(NamedTuple):
    """A heading or sentence."""

    grams: frozenset[str]
    is_heading: bool
    weight: float
    """How much it counts."""
    meant: tuple[bool | None, ...]
    """For each section: whether it names or treats it; None where that is not known."""


class Sample(NamedTuple):
    """A report as it is fitted to."""

    report: Labelled
    pieces: list[Piece]
    said: dict[str, str]
    """The state of each section by the word lists of the ruleset."""
    states: tuple[str | None, ...]
    """The state of each section by the label; None where it is not known."""


def sample(report: Labelled, sections: tuple[str, ...], said: dict[str, str]) -> Sample:
    """The sample of a report."""
    found = units(report.document, report.part)
    meant = zip(*(_meant(report, found, section) for section in sections), strict=True)
    sentences = sum(not unit.is_heading for unit in found)
    share = (_FEW / max(_FEW, sentences)) ** 0.5
    pieces = [
        Piece(
            frozenset(ngrams(report.document.text, unit)),
            unit.is_heading,
            1.0 if unit.is_heading else share,
            known,
        )
        for unit, known in zip(found, meant, strict=True)
    ]
    labels = report.labels
    states = tuple(labels[section].state if section in labels else None for section in sections)
    return Sample(report, pieces, said, states)


def _meant(report: Labelled, found: list[Unit], section: str) -> list[bool | None]:
    """For each unit whether it is about a section: a heading by its line, a sentence also by its heading."""
    label = report.labels.get(section)
    if label is None:
        return [None] * len(found)
    sentences = Counter(unit.block for unit in found if not unit.is_heading)
    known: list[bool | None] = []
    covered = 0
    for unit in found:
        on_line = report.document.locate(unit.start)[0] in label.lines
        if unit.is_heading:
            names = on_line and label.state == "heading"
            covered = max(covered, unit.body_end) if names else covered
            known.append(names)
        elif unit.start < covered:
            known.append(True)
        else:
            known.append(None if on_line and sentences[unit.block] > _MANY else on_line)
    return known
