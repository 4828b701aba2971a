"""Ratios that do not follow from the two figures before them: 教师84人，学生1260人，师生比1:18."""

import re
from collections.abc import Iterator

from linter.checks.arithmetic.compare import TINY, Problem, Search
from linter.checks.arithmetic.quantities import Quantity, last_digit, written
from linter.checks.arithmetic.sentences import Sentence, sentence_reader
from linter.checks.arithmetic.words import Words
from linter.checks.support.compiled import compiled
from linter.model.message import Message
from linter.text.characters import has, places
from linter.text.patterns import alternation

_NEAR = 5
"""The most characters that a noun and what parts it from its figure have."""
_ROUGH = 0.2
"""By what share of itself a rounded ratio is off at most: 30 to 45 is not 1:2."""
_NUMBER = r"\d+(?:\.\d+)?"
_RATIO = rf"(?P<one>{_NUMBER})\s?[:：∶]\s?(?P<other>{_NUMBER})(?![\d:：∶])"


def searcher(words: Words) -> Search:
    """A search for ratios of two kinds of people or things that are counted in the same sentence."""
    read = sentence_reader(words)
    ratio = rf"例?(?:是|{alternation(words.reaching)})?\s?{_RATIO}"
    named = [entry.split("、") for entry in words.ratios if entry.count("、") == 2]

    def search(text: str) -> Iterator[Problem]:
        for sentence in read(text, (name for name, *_ in named)):
            for name, *nouns in named:
                for at in places(text, name, sentence.start, sentence.end):
                    claim = compiled(ratio).match(text, at + len(name))
                    lead = text[sentence.start : at]
                    if not claim or has(claim[0], words.about) or has(lead, words.weighted):
                        continue
                    one, other = (_only(sentence, at, noun.split("/")) for noun in nouns)
                    if one and other and "%" not in (one.unit, other.unit):
                        yield from _wrong(one, other, claim, name)

    return search


def _only(told: Sentence, end: int, nouns: list[str]) -> Quantity | None:
    """The one exact figure before an offset that a noun stands right before; None where there are several."""
    found, start = [], told.start
    for quantity in told.within(start, end):
        if has(told.text[max(start, quantity.start - _NEAR) : quantity.start], nouns):
            found.append(quantity)
        start = quantity.end
    return found[0] if len(found) == 1 and found[0].exact and found[0].low > 0 else None


def _wrong(one: Quantity, other: Quantity, claim: re.Match[str], name: str) -> Iterator[Problem]:
    """The problem of a ratio that two figures do not make, rounded or cut off in the number that is not 1."""
    first, second = claim["one"], claim["other"]
    left, right = float(first), float(second)
    if not left or not right:
        return
    place = claim.start("one"), claim.end()
    claimed = claim.string[slice(*place)]
    low, high = other.low / one.high, other.high / one.low
    fits = [_rounds(second, low * left, high * left)] if right != 1 else []
    fits += [_rounds(first, right / high, right / low)] if left != 1 else []
    if any(fits) or left == right == 1:
        return
    if right == 1:
        reckoned = f"{written(one.value / other.value, min(0.1, last_digit(first)))}:1"
    else:
        reckoned = f"1:{written(other.value / one.value, min(0.1, last_digit(second)))}"
    message = Message(
        f"{one.said} 与 {other.said} 之比算得 {reckoned}，{name}写的是 {claimed}，请核对",
        f"{one.said} to {other.said} is {reckoned}, not {claimed}: check the figures",
    )
    yield Problem(*place, message, (one.span, other.span))


def _rounds(number: str, low: float, high: float) -> bool:
    """Whether a number, rounded or cut off at its last digit, can stand for a value within bounds."""
    step = last_digit(number)
    least, greatest = max(step / 2, TINY), max(step, TINY)
    close = abs(float(number) - (low + high) / 2) <= _ROUGH * float(number)
    return close and float(number) - least <= high and low <= float(number) + greatest
