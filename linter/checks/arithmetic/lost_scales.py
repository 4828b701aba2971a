"""A total that lost its 万: 渠道3200万元，泵站700万元，合计支出3900元.

Its digits are the sum of the figures in 万元 right before it, perhaps in the lines above: no other sum of
money is that by chance.
"""

from collections.abc import Iterator
from math import isclose

from linter.checks.arithmetic.compare import Problem, Search
from linter.checks.arithmetic.quantities import amount
from linter.checks.arithmetic.words import Words
from linter.checks.support.compiled import compiled
from linter.model.message import Message
from linter.text.characters import HAN, has, possible
from linter.text.patterns import alternation

_NUMBER = r"\d+(?:,\d{3})*(?:\.\d+)?"
_SCALED = rf"({_NUMBER})万+元"
_REACH = 160
"""How many characters before a total its parts are looked for."""
_PRICE = 4
"""How many characters before a total may tell that it is a price: 每车合计3元."""
_MOST = 6
"""How many parts are added up."""


def searcher(words: Words) -> Search:
    """A search for totals in 元 whose digits are the sum of the figures in 万元 before them."""
    total = rf"{alternation(words.sums)}[{HAN}]{{0,4}}?({_NUMBER})元(?![/／])"

    def search(text: str) -> Iterator[Problem]:
        if not has(text, "万元") or not has(text, tuple(possible(text, words.sums))):
            return
        for match in compiled(total).finditer(text):
            if has(text[max(0, match.start() - _PRICE) : match.start(1)], words.per):
                continue
            first = max(0, match.start() - _REACH)
            parts = list(compiled(_SCALED).finditer(text, first, match.start()))[-_MOST:]
            added = 0.0
            for count, part in enumerate(reversed(parts), 1):
                added += amount(part[1])
                if count > 1 and isclose(added, amount(match[1])):
                    yield _lost(match.span(1), match[1], [one.span() for one in parts[-count:]])
                    break

    return search


def _lost(span: tuple[int, int], number: str, parts: list[tuple[int, int]]) -> Problem:
    start, end = span
    message = Message(
        f"前面各项相加是 {number}万元，这里写成了 {number}元，像是漏了“万”，请核对",
        f"the parts sum to {number}万元, the total says {number}元: 万 seems to be lost, check it",
    )
    return Problem(start, end + 1, message, tuple(parts))
