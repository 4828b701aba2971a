"""The sentences of a text that have figures to be held against each other, parted once for all the rules."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache, cached_property, lru_cache
from itertools import pairwise

from linter.checks.arithmetic.quantities import Quantity, Reader, reader
from linter.checks.arithmetic.words import Words
from linter.checks.support.compiled import compiled
from linter.text.characters import has, possible
from linter.text.sentences import FULL_STOPS, REACH

_WHOLE = rf"[^{FULL_STOPS}\n]{{1,{REACH}}}\d{{0,20}}"
"""What is longer is cut, behind a number."""
_STATEMENT = r"[^；]+"
_COMPARED = r"\d\D+\d|[%％]"
"""What has a figure to be held against another, or against the whole."""


class Sentence:
    """What stands between two marks of `STOPS`. All offsets are those of the text."""

    def __init__(self, text: str, start: int, end: int, read: Reader) -> None:
        self.text, self.start, self.end = text, start, end
        """Without the final mark."""
        self.said = text[start:end]
        self._read = read

    @cached_property
    def figures(self) -> list[Quantity]:
        """Those of the sentence, in order. Read when first asked for: it is of few sentences."""
        return list(self._read(self.text, self.start, self.end))

    def before(self, one: Quantity) -> str:
        """What the sentence says before a quantity."""
        return self.text[self.start : one.start]

    def behind(self, one: Quantity) -> str:
        """What it says behind one."""
        return self.text[one.end : self.end]

    def at(self, place: int) -> Quantity | None:
        """The figure that begins at an offset."""
        return next((one for one in self.figures if one.start == place), None)

    def next(self, one: Quantity) -> Quantity | None:
        """The figure that follows one."""
        return next((other for other in self.figures if other.start >= one.end), None)

    def joined(self, *patterns: str) -> Iterator[tuple[list[Quantity], list[re.Match[str]]]]:
        """Figures that follow each other, where each pattern matches all that stands between two of them."""
        for at in range(len(self.figures) - len(patterns)):
            figures, found = self.figures[at : at + len(patterns) + 1], []
            for pattern, (one, other) in zip(patterns, pairwise(figures), strict=True):
                match = compiled(pattern).fullmatch(self.text, one.end, other.start)
                if not match:
                    break
                found.append(match)
            else:
                yield figures, found

    def within(self, start: int, end: int) -> list[Quantity]:
        """The figures in a part of the sentence."""
        return [one for one in self.figures if start <= one.start and one.end <= end]


SentenceReader = Callable[[str, Iterable[str]], list[Sentence]]
"""Gives the sentences of a text that have one of the words, in order. They have figures that can be compared,
or a semicolon joins them to one that has.
"""


@cache
def sentence_reader(words: Words) -> SentenceReader:
    """What finds sentences; it parts a text once for all rules with these words."""
    read = reader(words)

    @lru_cache(maxsize=4)
    def sentences(text: str) -> list[Sentence]:
        return [
            Sentence(text, *statement.span(), read)
            for whole in compiled(_WHOLE).finditer(text)
            if compiled(_COMPARED).search(whole[0])
            for statement in compiled(_STATEMENT).finditer(text, *whole.span())
        ]

    def sentences_with(text: str, some: Iterable[str]) -> list[Sentence]:
        words_there = tuple(possible(text, some))
        return [one for one in sentences(text) if has(one.said, words_there)] if words_there else []

    return sentences_with
