"""The word lists of the check `author`."""

from typing import NamedTuple

from linter.schema.types import WordList


class Words(NamedTuple):
    """The word lists of the check."""

    places: WordList
    towns: WordList
    bodies: WordList
    no_places: WordList
    not_subjects: WordList
    determiners: WordList
    organs: WordList
    examples: WordList
    together: WordList
    kinds: WordList
    our_deeds: WordList
    residents: WordList
    voices: WordList
    intentions: WordList
    shortcomings: WordList
    contrasts: WordList
