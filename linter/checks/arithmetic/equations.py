"""Equations that are none: 120+85+40=255, 80盏×15元＝1250元, 120÷150＝75%.

Every number is as exact as it is written. Slogans are left alone: what stands in quotation marks, has single
digits only (1+1=3), or comes to nought (100-1=0).
"""

import re
from collections.abc import Iterator
from math import prod

from linter.checks.arithmetic.compare import TINY, Problem, Search
from linter.checks.arithmetic.quantities import last_digit, written
from linter.checks.arithmetic.words import Words
from linter.checks.support.compiled import compiled
from linter.model.message import Message
from linter.text.characters import HAN, has
from linter.text.measures import SCALES
from linter.text.patterns import alternation
from linter.text.sentences import ENDING_QUOTES

_EQUALS = ("=", "＝")
_PLUS, _TIMES, _BY = "+＋", "×✕", "÷"
_LARGE = alternation([scale for scale in SCALES if scale.endswith(("万", "亿"))])
_NUMBER = r"\d[\d,]*(?:\.\d+)?"
_READ = rf"({_NUMBER})({_LARGE})?([%％])?"
_TERM = rf"{_NUMBER}(?:{_LARGE})?(?:[%％]|[{HAN}]{{1,8}})?"
_BLANK = r"[ \u3000]?"
_SUM = rf"(?:{_BLANK}[{_PLUS}]{_BLANK}[{HAN}]{{0,8}}{_TERM}){{1,12}}"
"""What follows the first number of a sum; each may be named: 农村80名+机关40名."""
_PRODUCT = rf"{_BLANK}[{_TIMES}{_BY}]{_BLANK}{_TERM}"
_SIGNS = rf"A-Za-z{_PLUS}{_TIMES}{_BY}*/^"
"""Beside an equation these make a longer one of it."""
_GOES_ON = rf"[{_PLUS}{_TIMES}{_BY}^=＝][ \u3000]"
"""Before an equation, blanks between, it makes a longer one of it, too: 3 × 60 + 9 × 40 = 540."""
_EQUATION = (
    rf"(?<![\d.,)）{_SIGNS}-])(?<!{_GOES_ON})(?P<left>{_TERM}(?:{_SUM}|{_PRODUCT})){_BLANK}[=＝]{_BLANK}"
    rf"(?P<right>{_NUMBER}(?:{_LARGE})?[%％]?)(?![\d.,]*\d|[{_SIGNS}=＝-])"
)


def searcher(words: Words) -> Search:
    """A search for sums, products and quotients that are not what stands behind their equals sign."""
    quotes = (*ENDING_QUOTES, '"')

    def search(text: str) -> Iterator[Problem]:
        if has(text, _EQUALS):
            for found in compiled(_EQUATION).finditer(text):
                quoted = has(text[found.end() : found.end() + 2], quotes)
                if not quoted and not has(text[found.end() : found.end() + 4], words.about_behind):
                    yield from _wrong(found)

    return search


def _wrong(found: re.Match[str]) -> Iterator[Problem]:
    """The problem of an equation whose sides differ by more than was rounded."""
    terms = compiled(_READ).findall(found["left"])
    (said,) = compiled(_READ).findall(found["right"])
    if all(len(number) == 1 for number, *_ in terms) or _bounds(*said)[1] <= 0:
        return
    low, high = _reckoned(found["left"], [_bounds(*term) for term in terms])
    number, scale, percent = said
    least, most = _bounds(number, scale, percent, rounded=not has(found["left"], _PLUS))
    if least - TINY <= high and low <= most + TINY:
        return
    right = f"{written((low + high) / 2 / _worth(scale, percent), 0.01)}{scale}{percent}"
    message = Message(
        f"{found['left']} 算得 {right}，文中为 {found['right']}，请核对",
        f"{found['left']} makes {right}, not {found['right']}: check the figures",
    )
    yield Problem(*found.span("right"), message, (found.span("left"),))


def _reckoned(left: str, bounds: list[tuple[float, float]]) -> tuple[float, float]:
    """The least and the greatest that the left side comes to, of the bounds of its numbers."""
    lows, highs = zip(*bounds, strict=True)
    if has(left, _PLUS):
        return sum(lows), sum(highs)
    if _BY in left:
        return lows[0] / max(highs[1], TINY), highs[0] / max(lows[1], TINY)
    return prod(lows), prod(highs)


def _bounds(number: str, scale: str, percent: str, rounded: bool = False) -> tuple[float, float]:
    """Between what a number stands as it is written; one that is `rounded` may be cut off, too."""
    worth, step = _worth(scale, percent), last_digit(number)
    value = float(number.replace(",", ""))
    slack = step / 2 if rounded or scale or percent or "." in number else 0
    return (value - slack) * worth, (value + (step if rounded else slack)) * worth


def _worth(scale: str, percent: str) -> float:
    """What a number is multiplied by."""
    return SCALES[scale] / (100 if percent else 1)
