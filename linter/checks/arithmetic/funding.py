"""What a request pays itself and asks for, more than is needed: 共需60万元, 自筹20万元，恳请解决45万元.

It may be less: others may pay the rest. Nothing is said where more than one sum is needed.
"""

from collections.abc import Iterator

from linter.checks.arithmetic.compare import Problem, Search, clause_before, exceed, problem, sum_of
from linter.checks.arithmetic.quantities import MONEY, Quantity, Reader, reader
from linter.checks.arithmetic.sentences import Sentence, sentence_reader
from linter.checks.arithmetic.words import Words
from linter.checks.support.compiled import compiled
from linter.text.characters import HAN, has
from linter.text.patterns import alternation
from linter.text.sentences import sentence

_REACH = 800
"""How many characters before the request the sum that is needed may stand."""


def searcher(words: Words) -> Search:
    """A search for requests of more than is needed beside what is paid."""
    read, figures = sentence_reader(words), reader(words)
    needed = rf"{alternation(words.needed)}[{HAN}]{{0,4}}?(?=\d)"

    def search(text: str) -> Iterator[Problem]:
        for one in read(text, words.own_share):
            shares = _shares(one, words)
            if shares:
                total = _needed(text, shares[0].start, needed, words, figures)
                if total and exceed(shares, total):
                    yield _too_much(total, shares)

    return search


def _shares(one: Sentence, words: Words) -> list[Quantity]:
    """What is paid and what is asked for, which are the last two sums of a sentence; else none."""
    paid, asked = one.figures[-2:] if len(one.figures) > 1 else (None, None)
    if not paid or not asked or not (paid.exact and asked.exact and paid.unit == asked.unit == MONEY):
        return []
    own, request = (clause_before(each, start) for start, each in ((one.start, paid), (paid.end, asked)))
    each = has(own + request, (*words.apiece, *words.elsewhere))
    return [paid, asked] if has(own, words.own_share) and has(request, words.asked) and not each else []


def _needed(text: str, end: int, needed: str, words: Words, read: Reader) -> Quantity | None:
    """The only sum before an offset that is said to be needed in all; None for none, or for several."""
    sums: list[Quantity] = []
    for found in compiled(needed).finditer(text, max(0, end - _REACH), end):
        first, last = sentence(text, found.start())
        sums += [one for one in read(text, found.end(), min(last, end)) if one.start == found.end()]
        if has(text[first : found.start()], words.apiece):
            return None
    return sums[0] if len(sums) == 1 and sums[0].exact and sums[0].unit == MONEY else None


def _too_much(total: Quantity, shares: list[Quantity]) -> Problem:
    paid, asked = shares
    added = total.restated(sum_of(shares).value)
    return problem(
        asked,
        (total, paid),
        f"自筹的与申请的合计 {added}，多于所需的 {total.said}，请核对",
        f"what is paid and what is asked for sum to {added}, more than the {total.said} needed",
    )
