"""One thing is more than another, and not by so many: 来信32件，来访28件，来信比来访多15件."""

from collections.abc import Iterator

from linter.checks.arithmetic.compare import Problem, Search, comparable, not_this, sum_of
from linter.checks.arithmetic.quantities import Quantity
from linter.checks.arithmetic.sentences import Sentence, sentence_reader
from linter.checks.arithmetic.words import Words
from linter.checks.support.compiled import compiled
from linter.text.characters import HAN
from linter.text.patterns import alternation

_THAN = "比"
_FEWEST = 3
"""Figures of such a sentence: the two that are compared, and the difference."""


def searcher(words: Words) -> Search:
    """A search for differences that two figures of the same sentence do not make."""
    read = sentence_reader(words)
    verb = (
        rf"(?:(?P<up>{alternation((*words.more, *words.rises))})|{alternation((*words.fewer, *words.falls))})"
    )
    pattern = rf"[，；、](?P<one>[{HAN}]{{1,8}}){_THAN}(?P<other>[{HAN}]{{1,8}}?){verb}了?(?=\d)"

    def search(text: str) -> Iterator[Problem]:
        for told in read(text, (_THAN,)):
            if len(told.figures) < _FEWEST:
                continue
            for found in compiled(pattern).finditer(text, told.start, told.end):
                claim = told.at(found.end())
                one = _figure_of(told, found["one"], found.start(), words)
                other = _figure_of(told, found["other"], found.start(), words)
                if claim and one and other and comparable(one, other) and comparable(one, claim):
                    yield from _wrong(one, other, claim, bool(found["up"]))

    return search


def _figure_of(told: Sentence, name: str, end: int, words: Words) -> Quantity | None:
    """The one figure before an offset that is of what is so called; None where there is none, or several."""
    named = rf"{name}(?:有|共|{alternation(words.was)})?$"
    figures = [
        one
        for one in told.within(told.start, end)
        if compiled(named).search(told.text[max(told.start, one.start - 24) : one.start])
    ]
    return figures[0] if len(figures) == 1 else None


def _wrong(one: Quantity, other: Quantity, claim: Quantity, is_more: bool) -> Iterator[Problem]:
    """The problem of a difference that two figures do not make, whatever was rounded."""
    more, fewer = (one, other) if is_more else (other, one)
    difference = sum_of([more], less=[fewer])
    if not difference.fits(claim):
        right, first, second = claim.restated(difference.value), one.said, other.said
        yield not_this(claim, right, (one, other), f"{first} 与 {second} 相差", f"{first} and {second} make")
