"""A total that is not so many times what each is: 慰问老党员15人，每人300元，共3600元.

The sentence tells first how many there are, then how much each is, then the total. A total that has little to
do with the two is of something else: one that is wrong is near the right one, or wrong by a power of ten.
"""

from collections.abc import Iterator

from linter.checks.arithmetic.compare import TINY, Problem, Search, is_near, shown, span, unit_of
from linter.checks.arithmetic.quantities import Quantity, written
from linter.checks.arithmetic.sentences import sentence_reader
from linter.checks.arithmetic.words import Words
from linter.checks.support.compiled import compiled
from linter.model.message import Message
from linter.text.characters import HAN, has
from linter.text.measures import MEASURED, RECKONED, RELATIVE
from linter.text.patterns import alternation

_PEOPLE = frozenset(("人", "名", "位", "人次"))
"""Units of people, who may be counted by one and told of by another: 15名，每人300元."""
_FEWEST = 3
"""Figures of an account: how many, how much each, and the total."""


def searcher(words: Words) -> Search:
    """A search for totals that are not the count by what each is."""
    read = sentence_reader(words)
    every = rf"{alternation(words.per)}(?P<unit>{alternation(RECKONED)})[{HAN}]{{0,6}}"
    each = (
        rf"[{HAN}]{{0,6}}?[，,（(][{HAN}]{{0,4}}?(?:{every}|{alternation(words.unit_prices)})"
        rf"(?:是|{alternation(words.reaching)})?"
    )
    total = (
        rf"(?:[/／][{HAN}])?[{HAN}]{{0,2}}[）)]?(?:[（(][{HAN}]{{1,8}}[）)])?[，,][{HAN}]{{0,6}}?"
        rf"(?P<sum>{alternation((*words.sums, *words.totals_of_products))})[{HAN}]{{0,4}}"
    )

    def search(text: str) -> Iterator[Problem]:
        for one in read(text, (*words.per, *words.unit_prices)):
            if len(one.figures) < _FEWEST:
                continue
            count, price, whole = one.figures[:_FEWEST]
            rated = compiled(each).fullmatch(text, count.end, price.start)
            summed = compiled(total).fullmatch(text, price.end, whole.start)
            if not rated or not summed or has(text[whole.end : one.end], words.left):
                continue
            if has(summed[0].replace(summed["sum"], ""), (*words.elsewhere, *words.other_amounts)):
                continue
            if not rated["unit"] or _are_alike(rated["unit"], count.unit):
                yield from _wrong(text, count, price, whole)

    return search


def _are_alike(one: str, other: str) -> bool:
    """Whether two units count the same."""
    return one == other or {one, other} <= _PEOPLE


def _wrong(text: str, count: Quantity, price: Quantity, whole: Quantity) -> Iterator[Problem]:
    """The problem of a total that is not the product of two figures, whatever was rounded."""
    exact = all(one.exact for one in (count, price, whole))
    measured = (
        count.unit in RELATIVE or price.unit in ("", *RELATIVE) or not _are_alike(price.unit, whole.unit)
    )
    if not exact or measured or (count.unit in MEASURED and count.step != count.scale):
        return
    low, high = count.low * price.low, count.high * price.high
    if price.scale == 1 and count.scale == 1 and price.step == 1:  # 每盏15元 is no rounded price
        low, high = count.low * price.value, count.high * price.value
    right = count.value * price.value
    if whole.value - whole.step - TINY <= high and low <= whole.value + whole.step + TINY:
        return
    if not is_near(whole.value, right):
        return
    said = f"{written(right / whole.scale, 0.01)}{unit_of(text, whole)}"
    one, each = shown(text, count), shown(text, price)
    message = Message(
        f"{one} 乘 {each} 是 {said}，文中为 {shown(text, whole)}，请核对",
        f"{one} times {each} is {said}, not {shown(text, whole)}: check the figures",
    )
    yield Problem(*span(whole), message, (span(count), span(price)))
