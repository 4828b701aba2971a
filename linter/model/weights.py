"""The weights by which the sections of a report are told: what `reportlint learn` fits, and `init` derives.

Their file is plain text, one n-gram a line, ordered, so that a change of weights is a readable difference:

    sections    leadership study opinion
    naming      组织    41 -7 -12
    treating    牵头    18 0 -3
    verdict     leadership body    -1.25 0.31 …
    text        leadership -0.41 0.28 …
    place       leadership 0.083 5.00

Fields are parted by tabs, numbers by blanks. Numbers of `naming` and `treating` are whole, in units of 1/32
of log-odds, one a section; the n-gram `@bias` is added to every heading or sentence. A `verdict` has the
bias and the weights of the features of a report for one state of one section (`linter.structure.fitted`), a
`text` those of the features of a text under a heading (`linter.structure.under_headings`).

From a few reports no verdicts can be fitted. Their file has a `place` for each section instead: where among
the chapters of a report it stands, and what a whole report's distance from there costs; chapters
and sections are then matched (`linter.structure.nearest`).
"""

from collections.abc import Mapping
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple

from linter.model.pairs import pairs_in

STATES = ("absent", "body", "heading")
"""The states of a section, in the order of the rows of `SectionWeights.verdicts`."""
SCALE = 32
"""Whole numbers of a file are so many parts of one unit of log-odds."""
BIAS = "@bias"
"""The n-gram that every heading and every sentence has."""

Row = str
"""A number for each section, in the order of `SectionWeights.sections`, as it stands in the file; rows of
several files, which are added up, are parted by `;`. Of thousands a report needs some hundreds, so that
numbers are made of them when they are needed."""


class Rows(dict[str, Row]):
    """Rows by n-gram."""

    @cached_property
    def of_pairs(self) -> dict[int, Row]:
        """The rows of n-grams of two characters, by their numbers in `pairs_in`."""
        grams = [gram for gram in self if len(gram) == 2]
        return dict(zip(pairs_in("".join(grams))[::2], map(self.__getitem__, grams), strict=True))


class SectionWeights(NamedTuple):
    """The weights for the sections of a vocabulary."""

    sections: tuple[str, ...]
    """Their ids."""
    naming: Rows
    """By n-gram of a heading: what it adds to the log-odds that the heading names each section."""
    treating: Rows
    """By n-gram of a sentence: what it adds to the log-odds that the sentence treats each section."""
    verdicts: Mapping[str, tuple[tuple[float, ...], ...]]
    """By section: for each of `STATES` the bias and the weights of the features of a report."""
    places: Mapping[str, tuple[float, float]] = MappingProxyType({})
    """By section, where there are no verdicts: its place, from 0 to 1, and what the distance of a whole
    report from it takes off the log-odds of a chapter."""
    texts: Mapping[str, tuple[float, ...]] = MappingProxyType({})
    """By section: the bias and the weights of the features of a text under its heading."""
