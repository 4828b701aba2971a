"""Whether a text has one of the words that a rule needs: where it has none, the rule is not looked at."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence, Set
from itertools import islice, takewhile

from linter.model.pairs import characters, pairs_in
from linter.text.characters import has

_ALIKE = "\U00010000"
"""From this character on, pairs do not tell one from another."""


def fold(text: str) -> str:
    """A text in which the words may be looked for; where it is as it should be, the very same."""
    folded = text.casefold()
    return text if folded == text else folded


def finder(words: Sequence[str]) -> Callable[[str, Set[int]], bool]:
    """A function that tells whether a folded text has one of some words, which `needed_by_all` has given.

    It is also given the pairs of neighbouring characters that the text has, see `linter.model.pairs`: most
    words begin with two that stand nowhere in it side by side.
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
