"""A number of things, and another number of them listed behind it: 以下5个村开通公交：… with six names."""

import re
from collections.abc import Iterator

from linter.checks.arithmetic.compare import Problem, Search
from linter.checks.arithmetic.words import Words
from linter.checks.support.compiled import compiled
from linter.model.message import Message
from linter.text.characters import HAN, has, places
from linter.text.measures import RECKONED
from linter.text.numerals import DECIMAL, ONE_TO_TEN, TWO, value_of
from linter.text.patterns import alternation
from linter.text.sentences import COLONS, FULL_STOPS, STOPS

_IN_BRACKETS = r"[（(][^（()）]*[）)]|(?<=《)[^《》]*(?=》)|(?<=“)[^“”]*(?=”)"
_NAMES = rf"[^{STOPS};，,：:\n]*、[^{STOPS};，,：:\n]+(?=[{FULL_STOPS}\n]|\Z)"
"""Names, parted by 、, up to the end of a sentence."""
_ENUMERATED = ("一是", "一要", "一、")
"""What opens a list of statements: what stands between their 、 is no name."""
_REACH = 30
"""How many characters before a list its number is looked for."""
_COUNTS = frozenset(DECIMAL + ONE_TO_TEN + TWO)
_RATED = 4
"""The most characters between 每 and a count that is no total: 每组2人."""
_LONGEST = 16
"""Characters of the longest name in a list."""


def searcher(words: Words) -> Search:
    """A search for lists of names that are more, or fewer, than is said before them."""
    units = alternation(["种", "类", *(unit for unit in RECKONED if len(unit) == 1)])
    number = (
        rf"(?<![第{DECIMAL}.{ONE_TO_TEN}])(?P<number>[{DECIMAL}]{{1,2}}|[{ONE_TO_TEN}{TWO}]{{1,3}}){units}"
        rf"(?![及和或]?{alternation(words.about_behind)})"  # 60岁及以上 is a bound, and counts nothing
    )
    said = rf"[^{STOPS}，：:{DECIMAL}\n]{{0,16}}?"
    announced = rf"{alternation(words.following)}的?{number}{said}$"
    named = rf"{number}{said}[，,]?{alternation(words.named)}$"
    alike = rf"{number}(?P<noun>[{HAN}]{{1,8}}?)(?:是|为|有)?$"

    def search(text: str) -> Iterator[Problem]:
        if "、" not in text:
            return
        behind = {at + len(word) for word in (*COLONS, *words.named) for at in places(text, word)}
        for at in sorted(behind):
            names = compiled(_NAMES).match(text, at)
            head = text[max(0, at - _REACH) : at].rstrip("：:")
            if (
                not names
                or names[0].startswith(_ENUMERATED)
                or at + 1 in behind
                or not _COUNTS.intersection(head)
            ):
                continue
            whole = compiled(announced).search(head) or compiled(named).search(head)
            count = whole or compiled(alike).search(head)
            if count and (whole or _are_called(count["noun"], _names(names))):
                place = max(0, at - _REACH) + count.start("number")
                yield from _miscounted(text, place, count["number"], names, words, whole is not None)

    return search


def _names(found: re.Match[str]) -> list[str]:
    """The names of a list, without what stands in brackets behind them."""
    return compiled(_IN_BRACKETS).sub("", found[0]).split("、")


def _are_called(noun: str, names: list[str]) -> bool:
    """Whether all names end in what is counted: 4个乡镇：青石镇、柳河乡."""
    return all(name.endswith(tuple(noun[-2:])) for name in names)


def _miscounted(
    text: str, place: int, number: str, found: re.Match[str], words: Words, whole: bool
) -> Iterator[Problem]:
    """The problem of a list whose names are not as many as is said; of one that may not be `whole`, more.

    和 and 及 may join the last name to the others, or stand within it: they surely join what ends alike.
    """
    said, names = value_of(number), _names(found)
    if said in (None, 1) or has(found[0], words.suchlike) or max(map(len, names)) > _LONGEST:
        return
    last = compiled(alternation(words.list_joining)).split(names[-1])
    most = least = len(names) + len(last) - 1
    if len({name[-1:] for name in (*names[:-1], *last)}) > 1:
        least = len(names)
    rated = has(text[max(0, place - _RATED) : place], words.per)
    if rated or said is None or least <= said <= most or (said > most and not whole):
        return
    message = Message(
        f"前面说的是{number}个，列出的是{most}个，请核对",
        f"{said} are announced, {most} are listed: check both",
    )
    yield Problem(place, place + len(number), message, (found.span(),))
