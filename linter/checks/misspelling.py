"""Usual words in which one character is another that sounds or looks alike: 培讯 for 培训, 建没 for 建设.

Nearly any character can be typed for another, so the lists `behind` and `before` are not of known mistakes.
They hold, for each usual word of two characters, those that make something of it which is no word, and which
were left over side by side nowhere in three million characters of public texts (`training/misspellings.py`).

Characters also meet by chance, in names and where one word ends and the next begins (大会|仪式). A pair
counts only where neither of its characters makes a word with its neighbour; where what stands beside it is
a word of two characters or more, or one of the list `beside`; where its first character is none of
`surnames`, and the pair none of `terms`; in a clause of some length, without quotation marks around it; and
where the word stands elsewhere in the text and the character that would be wrong does not: a paper about a
temple writes 寺 time and again, and 寺务 is no slip in it. The suggestion is the word.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Set
from functools import cache
from typing import Annotated, NamedTuple

from linter.checks.api import Find
from linter.checks.support.matching import Replacement, replacements
from linter.checks.support.pairs import different_pairs
from linter.checks.support.scope import InScope, InSection
from linter.checks.support.words import words_touched
from linter.model.pairs import characters, pairs_in
from linter.schema.types import SectionId, WordList, WordLists
from linter.text.characters import han_around
from linter.text.dictionary import is_word
from linter.text.sentences import quoted

MANUAL_ZH = """
常用词里有一个字错成了同音字、形近字：“培讯”应为“培训”，“建没”应为“建设”。

几乎每个字都可能错成别的字，所以词表 `behind`、`before` 不是已知错字的单子：两个字的常用词，换进去就不成词的
字，都列在里面；这样的两个字，在三百万字的公开文稿里分词以后从没有剩在一起过（`training/misspellings.py`）。

字也会凑巧挨在一起，如在人名里、两个词相接处（大会|仪式）。只有这两个字都不和旁边的字成词，旁边是两个字以上的词
或者词表 `beside` 里的字，头一个字不是词表 `surnames` 里的姓，两个字不是词表 `terms` 里的用语，所在的分句又
不太短、不在引号里，原来的词在别处写对过，错的那个字又是全文仅见（写寺院的文稿处处有“寺”，“寺务”就不是错字），
才算。建议改为原来的词。
"""

_LENGTH = 2
_AROUND = 6
"""Characters on either side of a pair that are parted into words with it."""
_SHORT = 8
"""Characters of the shortest clause that is looked at: a shorter one may be a name or a verse."""
_MOST_KEPT = 100_000
"""Pairs, some 8 MB of them."""


class Words(NamedTuple):
    """The word lists of the check."""

    beside: WordList
    terms: WordList
    surnames: WordList
    behind: WordList
    before: WordList


class Options(NamedTuple):
    """Where to look, and the word lists."""

    words: Annotated[Words, WordLists]
    scope: InScope = "document"
    section: InSection = SectionId("")


def build(options: Options) -> Find:
    """Prepare the search."""
    words = options.words
    behind, before = _by_character(words.behind), _by_character(words.before)
    wrong_behind, wrong_before = _wrong(behind), _wrong(before)
    right: set[int] = set()  # the pairs of the texts before, which have most of those of the next

    def is_wrong(pair: int) -> bool:
        first, second = characters(pair)
        return second in wrong_behind(first) or first in wrong_before(second)

    def search(text: str) -> Iterator[Replacement]:
        there = different_pairs(text)
        new = there - right
        wrong = {pair for pair in new if is_wrong(pair)}
        if len(right) < _MOST_KEPT:
            right.update(new - wrong)
        counts = Counter(text) if wrong else Counter()
        meant = ((pair, _meant(*characters(pair), behind, before)) for pair in wrong)
        found = [
            (text.find("".join(characters(pair))), better)
            for pair, better in meant
            if better and _is_slip(pair, better, there, counts)
        ]
        for at, better in sorted(found):
            if _is_left_over(text, at, words):
                yield Replacement(at, at + _LENGTH, better)

    return lambda context: replacements(context, options.scope, options.section, search)


def _by_character(entries: tuple[str, ...]) -> dict[str, str]:
    """The groups of a list, each after a blank, by the character that they are for."""
    found: dict[str, str] = {}
    for entry in entries:
        found[entry[0]] = found.get(entry[0], "") + entry[1:]
    return found


def _wrong(groups: dict[str, str]) -> Callable[[str], str]:
    """A function that gives what is wrong beside a character: of few is it ever asked."""

    @cache
    def wrong(char: str) -> str:
        return re.sub(" .", "", groups.get(char, ""))

    return wrong


def _meant(first: str, second: str, behind: dict[str, str], before: dict[str, str]) -> str | None:
    """The word that two characters stand for."""
    for group in behind.get(first, "").split():
        if second in group[1:]:
            return first + group[0]
    return next((group[0] + second for group in before[second].split() if first in group[1:]), None)


def _is_slip(pair: int, better: str, there: Set[int], counts: Mapping[str, int]) -> bool:
    """Whether `better` is there, too, and the character of the pair that it lacks stands once.

    `there` are the pairs of the text, `counts` how often it has each character.
    """
    return pairs_in(better)[0] in there and all(
        char in better or counts[char] == 1 for char in characters(pair)
    )


def _is_left_over(text: str, at: int, words: Words) -> bool:
    """Whether the two characters at an offset are left over when the clause is parted into words."""
    end = at + _LENGTH
    first, last = han_around(text, at, end, _AROUND)
    if last - first < _SHORT or text[at] in words.surnames or text[at:end] in words.terms:
        return False
    if text[at - 1 : at].isdecimal():  # a unit and what follows: 18日5时闸前水位
        return False
    if is_word(text[at - 1 : at + 1]) and is_word(text[at + 1 : at + 3]):  # mostly so, and soon told
        return False
    parted = words_touched(text, max(first, at - 1), min(last, end + 1), _AROUND - 1)
    beside = [text[slice(*span)] for span in parted if span not in ((at, at + 1), (at + 1, end))]
    if len(parted) - len(beside) < _LENGTH or quoted(text, at):
        return False
    return all(len(word) > 1 or word in words.beside for word in beside)
