"""Sums of money in legal numerals: 365000元（大写：叁拾陆万元整）; 叁佰元、伍佰元，合计陆佰元.

The figure and the numerals of one sum stand side by side, with nothing but brackets, marks and words such as
大写 and 人民币 between them. Sums that are added up stand in one sentence with their total.
"""

import re
from collections.abc import Iterator

from linter.checks.arithmetic.compare import Problem, Search
from linter.checks.arithmetic.quantities import written
from linter.checks.arithmetic.words import Words
from linter.checks.support.compiled import compiled
from linter.model.message import Message
from linter.text.characters import HAN, has
from linter.text.measures import SCALES
from linter.text.numerals import (
    CAPITAL_UNITS,
    CAPITALS,
    CAPITALS_TRADITIONAL,
    DECIMAL,
    LARGE,
    UNITS,
    legal_value,
)
from linter.text.patterns import alternation
from linter.text.sentences import CLAUSE_ENDS, COLONS, FULL_STOPS

_DIGITS = CAPITALS + CAPITALS_TRADITIONAL[1:]
_NUMERALS = _DIGITS + CAPITAL_UNITS + LARGE + "萬億"
_MONEY = rf"[{_DIGITS}][{_NUMERALS}]{{0,24}}[元圆](?:[{_DIGITS}]角)?(?:[{_DIGITS}]分)?"
_WRITTEN = rf"(?P<written>{_MONEY})[整正]?"
_PART = rf"(?P<written>{_MONEY})[整正]?(?=[，、；]|[{HAN}]{{0,2}}[，、；])"
"""What is added up ends its clause: 捐款叁佰元，."""
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
        if not _has_any(text):
            return
        for pattern in patterns:
            for match in compiled(pattern).finditer(text):
                again = has(match["between"], (*words.in_words, *_OPENERS))
                if again and (problem := _different(match)):
                    yield problem

    return search


def sums(words: Words) -> Search:
    """A search for totals in legal numerals that are not the sum of those before them in their sentence."""
    summed = rf"(?P<sum>{alternation(words.sums)}){alternation(words.in_words)}?[：:]?"
    total = rf"[，；、][{HAN}]{{0,4}}?{summed}{_WRITTEN}(?=[{CLAUSE_ENDS}）（)(\n]|\Z)"

    def search(text: str) -> Iterator[Problem]:
        if not _has_any(text):
            return
        for match in compiled(total).finditer(text):
            start = max(text.rfind(mark, 0, match.start()) for mark in (*FULL_STOPS, "\n", *COLONS)) + 1
            parts = list(compiled(_PART).finditer(text, start, match.start() + 1))
            said = text[start : match.start("written")]
            other = (*words.apiece, *words.elsewhere, *words.among, *DECIMAL)
            all_of = len(parts) == len(compiled(_MONEY).findall(said))
            if len(parts) > 1 and all_of and not has(said.replace(match["sum"], ""), other):
                yield from _not_their_sum(match, parts)

    return search


def _has_any(text: str) -> bool:
    """Whether a text may have a sum of money in legal numerals."""
    return has(text, tuple(_DIGITS[1:])) and has(text, ("元", "圆"))


def _not_their_sum(total: re.Match[str], parts: list[re.Match[str]]) -> Iterator[Problem]:
    """The problem of a total that is not the sum of some parts, all in legal numerals."""
    cents, values = legal_value(total["written"]), [legal_value(part["written"]) for part in parts]
    added = sum(value or 0 for value in values)
    if cents is None or None in values or added == cents:
        return
    message = Message(
        f"前面各项相加是 {written(added / 100, 0.01)} 元，合计写的是 {total['written']}，请核对",
        f"the parts sum to {written(added / 100, 0.01)} 元, the total says {total['written']}: check them",
    )
    yield Problem(*total.span("written"), message, tuple(part.span("written") for part in parts))


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
