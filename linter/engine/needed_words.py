"""Whether a text has one of the words that a rule needs: where it has none, the rule is not looked at."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from itertools import islice, takewhile

from linter.checks.support.pairs import different_pairs
from linter.model.pairs import characters, pairs_in
from linter.text.characters import has

_ALIKE = "\U00010000"
"""From this character on, pairs do not tell one from another."""


Finder = Callable[[str, Set[int]], bool]
"""Tells whether a folded text has one of some words; it is also given the text's pairs of neighbours."""


def without_words(text: str, finders: Mapping[str, Finder]) -> frozenset[str]:
    """The ids of the rules of whose words a text has none; `finders` are those of the rules that need any."""
    if not finders:
        return frozenset()
    folded = text.casefold()
    folded = text if folded == text else folded  # the pairs of the very text are kept
    pairs = different_pairs(folded)
    return frozenset(id for id, has_one in finders.items() if not has_one(folded, pairs))


def finder(words: Sequence[str]) -> Finder:
    """A finder of some words, which `needed_by_all` has given.

    Most words begin with two characters that stand nowhere in a text side by side (`linter.model.pairs`).
    """
    single = list(takewhile(_is_character, words))
    longer = words[len(single) :]
    beginnings = "".join([word[:2] for word in longer])
    if max(beginnings, default="") >= _ALIKE:
        return lambda text, pairs: has(text, words)
    heads = frozenset(pairs_in(beginnings)[::2])

    def has_one(text: str, pairs: Set[int]) -> bool:
        return has(text, single) or any(
            has(text, _beginning_with("".join(characters(head)), longer)) for head in heads & pairs
        )

    return has_one


def _beginning_with(head: str, words: Sequence[str]) -> Iterator[str]:
    """Those of some sorted words that begin with two characters."""
    place = bisect_left(words, head)
    return takewhile(lambda word: word.startswith(head), islice(words, place, None))


def _is_character(word: str) -> bool:
    return len(word) == 1
