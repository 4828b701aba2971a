"""A total that is not so many times what each is: 慰问老党员15人，每人300元，共3600元.

What each is may be for a time, whose length follows: 5人，每人每天300元，按4天计算，共6000元. The sentence
tells first how many there are, then how much each is, then the total. A total that has little to do with the
two is of something else: one that is wrong is near the right one, or wrong by a power of ten.
"""

from collections.abc import Iterator
from itertools import chain
from math import prod

from linter.checks.arithmetic.compare import TINY, Problem, Search, is_near, not_this
from linter.checks.arithmetic.quantities import Quantity
from linter.checks.arithmetic.sentences import sentence_reader
from linter.checks.arithmetic.words import Words
from linter.text.characters import HAN, has
from linter.text.measures import MEASURED, RECKONED, RELATIVE
from linter.text.patterns import alternation

_PEOPLE = frozenset(("人", "名", "位", "人次"))
"""Units of people, who may be counted by one and told of by another: 15名，每人300元."""


def searcher(words: Words) -> Search:
    """A search for totals that are not the count by what each is."""
    read = sentence_reader(words)
    unit = alternation(RECKONED)
    every = (
        rf"{alternation(words.per)}(?P<unit>{unit})(?:{alternation(words.per)}(?P<time>{unit}))?"
        rf"(?:(?!{alternation(words.per)})[{HAN}]){{0,6}}"
    )
    during = rf"[，,][{HAN}]{{0,2}}"
    each = (
        rf"[{HAN}]{{0,6}}?[，,（(][{HAN}]{{0,4}}?(?:{every}|{alternation(words.unit_prices)})"
        rf"(?:是|{alternation(words.reaching)})?"
    )
    total = (
        rf"{alternation(words.reckoned)}?(?:[/／][{HAN}])?[{HAN}]{{0,2}}[）)]?(?:[（(][{HAN}]{{1,8}}[）)])?[，,][{HAN}]{{0,6}}?"
        rf"(?P<sum>{alternation((*words.sums, *words.totals_of_products))})[{HAN}]{{0,4}}"
    )

    def search(text: str) -> Iterator[Problem]:
        for one in read(text, (*words.per, *words.unit_prices)):
            accounts = chain(one.joined(each, total), one.joined(each, during, total))
            for (count, price, *times, whole), (rated, *_, summed) in accounts:
                timed = [time.unit for time in times] == [unit for unit in (rated["time"],) if unit]
                alike = not rated["unit"] or _are_alike(rated["unit"], count.unit)
                reckoned = (
                    timed and alike and count is one.figures[0] and not has(one.behind(whole), words.left)
                )
                lead = summed[0].replace(summed["sum"], "")
                if reckoned and not has(lead, (*words.elsewhere, *words.other_amounts)):
                    yield from _wrong([count, *times], price, whole)

    return search


def _are_alike(one: str, other: str) -> bool:
    """Whether two units count the same."""
    return one == other or {one, other} <= _PEOPLE


def _wrong(counts: list[Quantity], price: Quantity, whole: Quantity) -> Iterator[Problem]:
    """The problem of a total that is not the product of the figures before it, whatever was rounded."""
    exact = all(one.exact for one in (*counts, price, whole))
    measured = price.unit in ("", *RELATIVE) or not _are_alike(price.unit, whole.unit)
    rounded = any(one.unit in MEASURED and one.step != one.scale for one in counts)
    if not exact or measured or rounded or counts[0].unit in RELATIVE:
        return
    low, high = prod(one.low for one in counts), prod(one.high for one in counts)
    plain = price.scale == 1 and counts[0].scale == 1 and price.step == 1  # 每盏15元 is no rounded price
    low, high = low * (price.value if plain else price.low), high * (price.value if plain else price.high)
    factors = (*counts, price)
    right = prod(one.value for one in factors)
    fits = whole.value - whole.step - TINY <= high and low <= whole.value + whole.step + TINY
    if not fits and is_near(whole.value, right):
        zh, en = (by.join(one.said for one in factors) for by in (" 乘 ", " times "))
        yield not_this(whole, whole.restated(right), factors, f"{zh} 是", f"{en} is")
