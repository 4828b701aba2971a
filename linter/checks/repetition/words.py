"""The word lists of the check `repetition`, and what its searches give."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from linter.schema.types import WordList


class Words(NamedTuple):
    """The word lists of the check, which tell a slip from what a language doubles."""

    particles: WordList
    openers: WordList
    opened: WordList
    in_pairs: WordList
    free: WordList
    doubled: WordList
    free_verbs: WordList
    leading: WordList
    no_objects: WordList
    of_each: WordList
    heads: WordList
    aspects: WordList
    each_time: WordList
    persons: WordList
    places: WordList
    governments: WordList
    whose: WordList
    as_written: WordList
    bound: WordList


class Repeat(NamedTuple):
    """A span of a text that repeats something."""

    start: int
    end: int
    once: str
    """What it repeats."""
    fixable: bool = True
    """Whether to write it once is to mend it: not where a line ends within."""


Search = Callable[[Words, str], Iterator[Repeat]]
"""Gives the repeats in a text."""
