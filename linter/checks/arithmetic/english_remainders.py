"""What is left of a total in English, which is not what was taken of it.

The yard had 48 boats. Of these, 30 were sold and the remaining 14 are for hire.

Every figure from the total on must be of a part: in a sentence with another figure, or with a number in
words, nothing is reckoned.
"""

import re
from collections.abc import Iterator

from linter.checks.arithmetic.compare import Problem, Search, problem, sum_of
from linter.checks.arithmetic.english_figures import MEASURE, NUMBER, PERCENT, WORD, YEAR, figure, figures
from linter.checks.arithmetic.quantities import last_digit, written
from linter.checks.arithmetic.words import Words
from linter.checks.support.compiled import compiled
from linter.model.message import Message
from linter.text.characters import has
from linter.text.numerals import DECIMAL
from linter.text.patterns import alternation

_REACH = 400
"""Characters between a total and what is left of it, at most."""
_ALONE = rf"(?P<noun> {WORD})(?: (?:{WORD}|{YEAR})){{0,8}}"
"""What follows a total in its own sentence."""
_FROM_PART = rf"(?P<part>{NUMBER})(?: {WORD}){{0,3}}? (?:out )?of (?:the|its|all|our|these) "
_ALL = 100
"""What shares make, in per cent."""
_STEP = r"[^.;!?\n:()]{0,160}?"
_PAUSE = r"(?:[.;] |, | |, and | and |, while | while |, but )"


def searcher(words: Words) -> Search:
    """A search for remainders that, with the parts before them, do not make their total."""
    rest = rf"(?P<rest>{NUMBER})(?P<behind> {WORD})"
    left = rf"\b[Tt]he {alternation(words.remaining_english)} {rest}"
    taken = rf"(?P<taken>{_STEP}){_PAUSE}{left}"
    patterns = (
        rf"(?P<whole>{NUMBER}){_ALONE}\. (?:Of|Among) (?:these|them|those),? {taken}",
        rf"(?P<whole>{NUMBER}){_ALONE}[,;]? of (?:which|whom|these|them) {taken}",
        rf"\b[Oo]f (?:the|its|all|our|these|those) (?P<whole>{NUMBER})(?P<noun>(?: {WORD}){{1,4}}?), {taken}",
        rf"{_FROM_PART}(?P<whole>{NUMBER})(?P<noun> {WORD}){taken}",
    )

    def search(text: str) -> Iterator[Problem]:
        for rest_of in compiled(left).finditer(text) if "he " in text else ():
            start = max(rest_of.start() - _REACH, text.rfind("\n", 0, rest_of.start()) + 1)
            for pattern in patterns:
                for found in compiled(pattern).finditer(text, start, rest_of.end()):
                    if _is_account(found, words):
                        yield from _not_left(found)

    return search


def _is_account(found: re.Match[str], words: Words) -> bool:
    """Whether all figures of what was found are parts of the total, and nothing may be told twice."""
    taken, measured = found["taken"], compiled(MEASURE).findall(found["taken"])
    heads = compiled(rf"(?:\A|, |and |another |further |only )({NUMBER}) ").findall(taken)
    others = has(compiled(MEASURE).sub("", taken), DECIMAL)
    before = _said_before(found)
    verbs = (*words.verbs_english, *words.rest_verbs_english)
    return (
        (measured or "part" in found.re.groupindex)
        and not others
        and len(heads) == len(measured)
        and not has(before, DECIMAL)
        and (found["behind"].strip() in verbs or found["behind"] == found["noun"])
        and not compiled(_rough(words)).search(taken + before)
    )


def _rough(words: Words) -> str:
    """The pattern of words that tell that parts overlap, and of numbers in words."""
    return rf"\b{alternation((*words.partial_english, *words.spelled_english))}\b"


def _said_before(found: re.Match[str]) -> str:
    """What the sentence says before something found."""
    start = max(found.string.rfind(mark, 0, found.start()) for mark in (". ", "\n", "; ")) + 1
    return found.string[start : found.start()]


def _not_left(found: re.Match[str]) -> Iterator[Problem]:
    """The problem of a rest that is not the whole without the parts, whatever was rounded."""
    whole, rest = figures(found, "whole", "rest")
    parts = figures(found, "part") if "part" in found.re.groupindex else []
    taken = compiled(MEASURE).finditer(found.string, *found.span("taken"))
    parts += [figure(found.string, *one.span()) for one in taken]
    left = sum_of([whole], less=parts)
    if left.value >= 0 and not left.fits(rest):
        right = written(left.value, 0.01)
        zh = f"{whole.said} 减去前面的各项余 {right}，文中为 {rest.said}，请核对"
        en = f"{right} of the {whole.said} are left, not {rest.said}: check the figures"
        yield problem(rest, [whole], zh, en)


def shares(words: Words) -> Search:
    """A search for shares of which the last is of the rest, and which do not make 100 %: 55% said yes, 30%
    said no and the remaining 20% had no view.
    """
    rest = rf"(?<!of )\b[Tt]he {alternation(words.remaining_english)} {PERCENT}"

    def search(text: str) -> Iterator[Problem]:
        for found in compiled(rest).finditer(text):
            said = _said_before(found)
            given = [one["percent"] for one in compiled(PERCENT).finditer(said)]
            alone = given and len(given) == len(compiled(MEASURE).findall(said))
            if alone and not compiled(_rough(words)).search(said):
                yield from _not_all(found, given)

    return search


def _not_all(found: re.Match[str], given: list[str]) -> Iterator[Problem]:
    """The problem of a rest in per cent that, with the shares before it, does not make 100."""
    right = _ALL - sum(map(float, given))
    rounded = sum(map(last_digit, (*given, found["percent"])))
    if abs(right - float(found["percent"])) <= rounded or right <= 0:
        return
    message = Message(
        f"前面各项之外余 {written(right, 0.1)}%，文中为 {found['percent']}%，请核对",
        f"{written(right, 0.1)} % are left, not {found['percent']}: check the figures",
    )
    yield Problem(*found.span("percent"), message)
