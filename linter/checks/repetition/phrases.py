"""Words and clauses written twice in a row: 进一步进一步, the the."""

import re
from collections.abc import Iterator
from itertools import pairwise
from string import ascii_letters

from linter.checks.repetition.words import Repeat, Words
from linter.checks.support.compiled import compiled
from linter.text.characters import HAN, alphabet, has, is_han, places, up_to
from linter.text.dictionary import is_word, kind, segmented
from linter.text.doubled import doubles
from linter.text.numerals import DOUBLED
from linter.text.sentences import (
    CLAUSE_ENDS,
    COMMON_CLAUSE_ENDS,
    QUOTE_PAIRS,
    REACH,
    enclosed,
    paragraph_start,
)

_LENGTHS = range(2, 11)
"""How many characters a word or phrase has that is looked for."""
_FUNCTION_WORDS = (
    "the|an|and|or|of|to|for|from|with|by|at|as|into|our|your|their|its|these|those|this|we|they|are|was|were|"
    "be|been|have|will|shall|should|would|could|must|only|also|than|if|when|because|while|until|during|about|"
    "after|before|between|through|under|within|without|some|every|each|both|but|which"
)
"""Words of English that never stand twice in a row. Not in, is, that, had, a: what it is is clear."""
_LATIN = rf"(?i)(?<![A-Za-z0-9_'’-])({_FUNCTION_WORDS})[^\S\n]+\1(?![A-Za-z0-9_'’-])"
_LATIN_BROKEN = (
    rf"(?<=[a-z,] )({_FUNCTION_WORDS})[^\S\n]*\n[^\S\n]*(?:> ?)?\1(?=[^\S\n]+[A-Za-z])(?![^\n]*[^\S\n]{{3}})"
)
"""The same where a line of running text ends between the two: … upgrading the / the current version."""
_NAME_OPENS = " The"
"""Ends two words of which the second belongs to a name: the The Lanterns."""
_CLAUSE = (
    rf"(?:^|(?<=[{CLAUSE_ENDS}]))([^{CLAUSE_ENDS}\s“”《》（）]{{4,60}})"
    rf"[{COMMON_CLAUSE_ENDS}、]\1(?=[{CLAUSE_ENDS}\n]|$)"
)
_UNIT_CELL = r"（[^（）]{1,4}）"
"""The unit of a column: （万人）, （%）."""
_LONG = 4
"""The shortest clause that is looked for, and the shortest phrase that need not be a word, in characters."""
_VERSE = 7
"""Characters of a line of a nursery rhyme."""
_VERSE_REACH = 24
"""Characters on either side within which the lines before and behind it stand."""
_DONE = "了"
"""Ends a verb of one character that is no slip unless the clause goes on: 有了有了改善, not 来了来了！"""
_REACH = 8
"""How many characters behind a word are parted into words with it."""
_NOUNS = ("n", "nt", "nz", "vn")
"""Nouns in the narrow sense: the dictionary takes many a phrase for the name of a person."""
_OF = "uj"
"""The kind of 的."""
_PREFIX = 2
"""How many characters before a word may make a longer one with it."""
_SAID = ("m", "q", "mq", "o", "y", "e", "t", "zg")
"""Kinds of word that are doubled in earnest: numbers, measures, sounds, exclamations, times."""
_INTERROGATIVES = "哪谁啥怎何几"
"""Characters of questions, which come in pairs: 去哪里去哪里."""
_ADVERBS = ("d", "ad", "z")
"""Kinds of word that tell how something is done: 认真, 切实."""
_DEEDS = ("v", "a")
"""How the kinds of what may follow them begin."""
_NAMING = ("n", "vn", "an", "b", "j", "s", "l", "nz", "ns", "nt", "nr", "f")
"""Kinds of word that make a longer name together: 年度|年度|报告."""


def doubled_words(words: Words, text: str) -> Iterator[Repeat]:
    """Words and phrases of two to ten characters that stand twice."""
    allowed = frozenset(words.doubled)
    for start, end, once, _ in _doubled(text):
        if _is_table_head(text, start, end):
            continue
        usual = once in allowed or len(set(once)) == 1 or once[0] in DOUBLED or _goes_on(once)
        if usual or _is_mentioned(text, start, end) or _is_sung(text, start, once):
            continue
        if _leads_on(text, end, once, words.leading) or _is_slip(text, start, end, once):
            yield Repeat(start, end, once)


def _doubled(text: str) -> Iterator[Repeat]:
    """What of Chinese characters stands twice or more often in a row; of what begins at one place the
    shortest.
    """
    searches = {length: doubles(text, length) for length in _LENGTHS}
    found = {length: search(0) for length, search in searches.items()}
    while starts := [(start, length) for length, start in found.items() if start >= 0]:
        start, length = min(starts)
        once, place = text[start : start + length], start + 1
        if all(map(is_han, once)):
            place = start + 2 * length
            while text.startswith(once, place):
                place += length
            yield Repeat(start, place, once)
        else:  # a run of signs (____) need not be compared from each of them on
            while place < len(text) and not is_han(text[place]):
                place += 1
        found.update((length, searches[length](place)) for start, length in starts if start < place)


def _is_table_head(text: str, start: int, end: int) -> bool:
    """Whether a line is the head of a table whose cells ran together: 个数（个）总量平均每镇总量平均每镇."""
    line = text[paragraph_start(text, start) : up_to(text, "\n", end, end + REACH)]
    return len(compiled(_UNIT_CELL).findall(line)) > 1 and not any(
        mark in line for mark in COMMON_CLAUSE_ENDS
    )


def _goes_on(once: str) -> bool:
    """Whether a doubled phrase tells that something was going on: 聊着聊着."""
    return len(once) == len("聊着") and once.endswith("着")


def _is_sung(text: str, start: int, once: str) -> bool:
    """Whether a doubled word opens a line of verse: 小船小船快快跑，小鱼小鱼水里游. Such a line has seven
    characters, four and three, and so has the one before or behind it.
    """
    runs = compiled(f"[{HAN}]+").finditer(text, max(0, start - _VERSE_REACH), start + _VERSE_REACH)
    lines = [match.span() for match in runs]
    at = next((index for index, (first, _) in enumerate(lines) if first == start), None)
    if at is None or len(once) != 2:
        return False
    sizes = [end - first for first, end in lines]
    return sizes[at] == _VERSE and _VERSE in (*sizes[max(0, at - 1) : at], *sizes[at + 1 : at + 2])


def _is_mentioned(text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]` lies within 《》, or is all that stands in quotation marks."""
    if any(text[start - 1 : start] == left and text[end : end + 1] == right for left, right in QUOTE_PAIRS):
        return True
    return enclosed(text, start, "《", "》") and "》" in text[end : end + 60]


def _leads_on(text: str, end: int, once: str, leading: tuple[str, ...]) -> bool:
    """Whether a phrase leads to what follows, so that nobody says it twice: 将于将于9月."""
    return once in leading and text[end : end + 1].isalnum()


def _is_slip(text: str, start: int, end: int, once: str) -> bool:
    """Whether a phrase that stands twice is made of whole words, of a kind that is not doubled in earnest.

    It is none where

    - the second is part of a longer word (大学|大学生), or the first ends one name and the second begins the
      next (上一|年度|年度|报告, 党组织|组织力);
    - the second goes on where a word of three characters ends: 面对面|对船工;
    - a letter stands for an owner: X的基金的基金份额;
    - a short phrase is all that is said: 切记切记，.
    """
    behind = end
    while behind < min(len(text), end + _REACH) and is_han(text[behind]):
        behind += 1
    parted = segmented(text[end - len(once) : behind])
    parted = _without_phrase(parted, once)
    short = len(once) < _LONG
    inside = _first_words(parted, len(once)) or ([] if short else segmented(once))
    if len(once) == _LENGTHS[0] and is_word(once + once[0]):
        return False
    if not inside or (short and all(len(word) == 1 for word in inside) and not once.endswith(_DONE)):
        return False
    kinds, following = [kind(word) for word in inside], parted[len(inside) : len(inside) + 1]
    said = [each in _SAID for each in kinds]
    if (any(said) if short else all(said)) or has(once, _INTERROGATIVES):
        return False
    preceded = is_han(text[start - 1 : start])
    if kinds[0] == _OF and not preceded:
        return False
    if short and preceded and following and len(inside) == 1 and kinds[0] in _NAMING:
        return bool(kind(following[0])) and kind(following[0]) not in _NAMING
    if following and kind(following[0]) in _NAMING and _ends_longer_word(text, start, start + len(once)):
        return False
    if once.endswith(_DONE):
        return preceded and bool(following)
    return bool(preceded or following or not short)


def _without_phrase(parted: list[str], once: str) -> list[str]:
    """The words, where an adverb and its verb are one in the dictionary as two: 认真|落实, not 大学|生."""
    first, adverb = parted[0] if parted else "", kind(once)
    rest = first[len(once) :]
    if rest and first.startswith(once) and adverb in _ADVERBS and kind(rest)[:1] in _DEEDS:
        return [once, rest, *parted[1:]]
    return parted


def _ends_longer_word(text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]` is the end of a longer name: 组织 in 党组织."""
    return any(kind(text[first:end]) in _NOUNS for first in range(max(0, start - _PREFIX), start))


def _first_words(parted: list[str], length: int) -> list[str]:
    """The first words that together have a length; none where a word reaches over it."""
    total = 0
    for count, word in enumerate(parted, 1):
        total += len(word)
        if total >= length:
            return parted[:count] if total == length else []
    return []


def clauses(words: Words, text: str) -> Iterator[Repeat]:
    """Clauses of four characters or more that stand twice, or repeat the end of the clause before."""
    parted = text
    for mark in CLAUSE_ENDS:
        parted = parted.replace(mark, "\n")
    pairs = [(one, other) for one, other in pairwise(parted.split("\n")) if len(other) >= _LONG]
    if any(one == other for one, other in pairs):
        for match in compiled(_CLAUSE, re.MULTILINE).finditer(text):
            if not match[1][0].isdigit():  # two equal figures of a list: 分别增长6%、5.2%、5.2%
                yield Repeat(*match.span(), match[1])
    for other in dict.fromkeys(other for one, other in pairs if one != other and one.endswith(other)):
        twice = f"{other}，{other}"
        for at in places(text, twice):
            whole = text[at - 1 : at] not in CLAUSE_ENDS + "\n"
            ended = text[at + len(twice) : at + len(twice) + 1] in tuple(COMMON_CLAUSE_ENDS)
            if whole and ended and all(map(is_han, other)):
                yield Repeat(at, at + len(twice), other)


def latin_words(words: Words, text: str) -> Iterator[Repeat]:
    """English function words that stand twice: the the."""
    if alphabet(text).isdisjoint(ascii_letters) or not compiled("[A-Za-z]{2}").search(text):
        return  # told 50 times as fast, and so it is with most reports
    for match in compiled(_LATIN).finditer(text):
        if not match[0].endswith(_NAME_OPENS):
            yield Repeat(*match.span(), match[1])
    for match in compiled(_LATIN_BROKEN).finditer(text):
        yield Repeat(*match.span(), match[1], fixable=False)
