"""The word lists of the check `punctuation`, explained in `rulesets/words/LANGUAGE/punctuation.yaml`."""

from typing import NamedTuple

from linter.schema.types import WordList


class Words(NamedTuple):
    """Words next to which a mark is right, or wrong."""

    ordinals: WordList
    next_ordinals: WordList
    words_with_deng: WordList
    numbered: WordList
    numbered_otherwise: WordList
    behind_dash: WordList
