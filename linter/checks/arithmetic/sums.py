"""A total that stands behind its parts: 一季度120件、二季度130件，合计250件."""

from collections.abc import Iterator

from linter.checks.arithmetic.compare import OPENING_MARKS, Problem, Search, not_the_sum
from linter.checks.arithmetic.kinds import are_kinds
from linter.checks.arithmetic.quantities import Quantity, Reader, reader
from linter.checks.arithmetic.words import Words
from linter.checks.support.compiled import compiled
from linter.model.document import Span
from linter.model.message import Message
from linter.text.characters import has
from linter.text.measures import RELATIVE
from linter.text.patterns import alternation
from linter.text.sentences import sentences_with

_SUM = Message("前面各项相加是", "the parts sum to")
_NEAR = 2
"""The most characters between 合计 and its figure."""


def searcher(words: Words) -> Search:
    """A search for sums that are not those of the parts before them."""
    read = reader(words)
    opening = rf"(?<=[{OPENING_MARKS}]){alternation(words.sums)}"

    def search(text: str) -> Iterator[Problem]:
        for start, end in sentences_with(text, words.sums):
            total = compiled(opening).search(text, start + 1, end)
            if total and not has(text[start : total.start()], (*words.among, *words.elsewhere)):
                yield from _summed(text, start, total.span(), end, words, read)

    return search


def _summed(text: str, start: int, word: Span, end: int, words: Words, read: Reader) -> Iterator[Problem]:
    """The problem of the figure behind 合计, the `word` of a sentence from `start` to `end`."""
    at, behind = word
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
