"""A sum of money that is another one in legal numerals: 365000元（大写：叁拾陆万元整）.

The two stand side by side, with nothing but brackets, marks and words such as 大写 and 人民币 between them.
"""

import re
from collections.abc import Iterator

from linter.checks.arithmetic.compare import Problem, Search
from linter.checks.arithmetic.words import Words
from linter.checks.support.compiled import compiled
from linter.model.message import Message
from linter.text.characters import has
from linter.text.measures import SCALES
from linter.text.numerals import CAPITAL_UNITS, CAPITALS, CAPITALS_TRADITIONAL, LARGE, UNITS, legal_value
from linter.text.patterns import alternation

_DIGITS = CAPITALS + CAPITALS_TRADITIONAL[1:]
_NUMERALS = _DIGITS + CAPITAL_UNITS + LARGE + "萬億"
_WRITTEN = rf"(?P<written>[{_DIGITS}][{_NUMERALS}]{{0,24}}[元圆](?:[{_DIGITS}]角)?(?:[{_DIGITS}]分)?)[整正]?"
_FIGURE = rf"(?P<figure>\d[\d,，]*(?:\.\d+)?)[ \u3000]?(?P<scale>[{UNITS}]?万|亿)?"
_BETWEEN = "[（）()，,、：: \u3000￥¥]"
_OPENERS = "（(￥¥"
"""Marks that say the sum before them again."""
_MOST = 6
"""How many words and marks may stand between the two."""


def searcher(words: Words) -> Search:
    """A search for sums that are said twice, in figures and in legal numerals, and differ."""
    between = rf"(?P<between>(?:{_BETWEEN}|{alternation(words.in_words)}){{1,{_MOST}}})"
    patterns = (rf"{_FIGURE}元?整?{between}{_WRITTEN}", rf"{_WRITTEN}{between}{_FIGURE}")

    def search(text: str) -> Iterator[Problem]:
        if not has(text, tuple(_DIGITS[1:])) or not has(text, ("元", "圆")):
            return
        for pattern in patterns:
            for match in compiled(pattern).finditer(text):
                again = has(match["between"], (*words.in_words, *_OPENERS))
                if again and (problem := _different(match)):
                    yield problem

    return search


def _different(match: re.Match[str]) -> Problem | None:
    """The problem of a sum whose figures and legal numerals differ; None where they agree."""
    from fractions import Fraction  # few reports need it, and all would wait for it

    cents = legal_value(match["written"])
    figure = re.sub("[,，]", "", match["figure"])
    scale = int(SCALES[match["scale"] or ""]) * 100
    rounded = Fraction(scale, 2 * 10 ** len(figure.partition(".")[2])) if match["scale"] else 0
    if cents is None or abs(Fraction(figure) * scale - cents) <= rounded:
        return None
    number = match.string[match.start("figure") : match.end("scale" if match["scale"] else "figure")]
    message = Message(
        f"大写的 {match['written']} 与小写的 {number} 不是同一个数，请核对",
        f"{match['written']} in legal numerals is not {number}: check both",
    )
    end = match.end("scale" if match["scale"] else "figure")
    return Problem(*match.span("written"), message, ((match.start("figure"), end),))
