"""The word lists of the check `numbering`, explained in `rulesets/words/LANGUAGE/numbering.yaml`."""

from typing import NamedTuple

from linter.schema.types import WordList


class Words(NamedTuple):
    """The lists of words that tell where a series begins and what its numbers are."""

    announcing: WordList
    annexes: WordList
    announced_units: WordList
    no_caption: WordList
    before_reference: WordList
    cited_documents: WordList
    self_contained: WordList
    row_heads: WordList
    first_words: WordList
    shared_units: WordList
    extracts: WordList
    studies: WordList
    kept_numbers: WordList
    after_cited: WordList
    omissions: WordList
    vacant: WordList
