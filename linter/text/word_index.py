"""Which of many words a text holds, in time that grows with the words and the text, not their product."""

from bisect import bisect_right
from collections.abc import Iterable


class WordIndex:
    """Words to be looked for in any number of texts."""

    def __init__(self, words: Iterable[str]) -> None:
        """None of the words may be empty."""
        self._words = sorted(set(words))
        self._longest = max(map(len, self._words), default=0)
        self._shorter: dict[str, str | None] = {}
        """For each word the longest other one that it begins with."""
        begun: list[str] = []
        for word in self._words:
            while begun and not word.startswith(begun[-1]):
                begun.pop()
            self._shorter[word] = begun[-1] if begun else None
            begun.append(word)

    def within(self, text: str) -> set[str]:
        """The words that a text holds."""
        found: set[str] = set()
        for at in range(len(text)):
            here = text[at : at + self._longest]
            before = bisect_right(self._words, here)
            # Every word that `here` begins with is also one that the last word before it begins with.
            word = self._words[before - 1] if before else None
            while word is not None and word not in found:
                if here.startswith(word):
                    found.add(word)
                word = self._shorter[word]
        return found
