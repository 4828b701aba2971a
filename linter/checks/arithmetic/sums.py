"""A total that stands behind its parts: 一季度120件、二季度130件，合计250件."""

from collections.abc import Iterator

from linter.checks.arithmetic.compare import OPENING_MARKS, Problem, Search, not_the_sum
from linter.checks.arithmetic.kinds import are_kinds
from linter.checks.arithmetic.quantities import Quantity, Reader, reader
from linter.checks.arithmetic.words import Words
from linter.model.message import Message
from linter.text.characters import has
from linter.text.measures import RELATIVE
from linter.text.sentences import sentences_with

_SUM = Message("前面各项相加是", "the parts sum to")
_NEAR = 2
"""The most characters between 合计 and its figure."""


def searcher(words: Words) -> Search:
    """A search for sums that are not those of the parts before them."""
    read = reader(words)

    def search(text: str) -> Iterator[Problem]:
        for start, end in sentences_with(text, words.sums):
            opening = [(at, len(word)) for word in words.sums for at in _opening(text, word, start, end)]
            at, length = max(opening, default=(start, 0), key=lambda one: (-one[0], one[1]))
            if length and not has(text[start:at], (*words.among, *words.elsewhere)):
                yield from _summed(text, start, at, at + length, end, words, read)

    return search


def _opening(text: str, word: str, start: int, end: int) -> Iterator[int]:
    """Where a word opens a clause within a sentence."""
    at = text.find(word, start + 1, end)
    while at >= 0:
        if text[at - 1] in OPENING_MARKS:
            yield at
        at = text.find(word, at + 1, end)


def _summed(
    text: str, start: int, at: int, behind: int, end: int, words: Words, read: Reader
) -> Iterator[Problem]:
    """The problem of the figure behind 合计, which stands from `at` to `behind` in a sentence."""
    total = next(read(text, behind, end), None)
    if total is None or total.start - behind > _NEAR or total.unit in RELATIVE or not total.exact:
        return
    parts = list(read(text, start, at))
    alike = all(one.unit == total.unit and one.exact for one in parts)
    if not parts or not alike or not are_kinds(text, parts, _label_start(text, start, parts[0]), words):
        return
    if problem := not_the_sum(text, total, parts, text[total.end - 1], _SUM):
        yield problem


def _label_start(text: str, start: int, first: Quantity) -> int:
    """Where the label of the first part begins: behind the last mark before it."""
    return max(start, *(text.rfind(mark, start, first.start) + 1 for mark in "，,：:"))
