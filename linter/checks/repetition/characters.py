"""Characters typed twice: 加强强, 落落实, 工作的的.

Chinese doubles characters in earnest, too: in words (刚刚, 一步步), for "each" (件件), in names, and where a
word ends with what the next begins with (工作|作风). So the clause is parted into its most likely words, and
a double is an error only where one of its characters is left over, beside a word that has the other.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from linter.checks.repetition.words import Repeat, Words
from linter.text.characters import han_around, is_han
from linter.text.dictionary import entry, is_word, kind, segmented
from linter.text.doubled import doubles
from linter.text.measures import RECKONED
from linter.text.numerals import DOUBLED
from linter.text.sentences import CLOSING_QUOTES

_REACH = 10
"""How many characters on either side of a double are parted into words with it."""
_FREE = 30_000
"""A character as frequent as this is a word of its own so often that it may stand beside any: 能|能够."""
_BESIDE = ("v", "vn", "vd", "a", "ad", "an", "d", "n", "c", "p", "i", "l", "b", "nrfg")
"""The kinds of word beside which a character left over is an error. Not so names, times and measure words:
方圆|圆."""
_DETERMINERS = frozenset(DOUBLED + "各每该本此这那首末")
"""Numerals, and what points at one or each of several; a noun or a measure word follows."""
_MADE = "化"
"""Makes a verb of a word: 规范化."""
_NAME = "nr"
"""The kind of character that is mostly a surname: 甘."""
_TAKE_NOUN = ("v", "p")
"""The kinds of character that may have a noun behind them: 发|发票, 按|按揭合同."""
_NOUN = "n"
"""The kind of the nouns that are nothing else: what is a verb as well is no thing, 发|发展."""
_FUNCTION = tuple("pcudry")
"""The kinds of character that make no word with their neighbour: prepositions, conjunctions, particles,
adverbs, pronouns."""


class _Double(NamedTuple):
    """A character that stands twice, and the words around the place between the two."""

    start: int
    end: int
    char: str
    before: list[str]
    """The words from the beginning of the clause, or some characters before, to that place."""
    behind: list[str]


def particles(words: Words, text: str) -> Iterator[Repeat]:
    """Particles that stand twice."""
    for double in _doubles(text, frozenset(words.particles).__contains__):
        left_over = _is_particle_left_over(double, words.openers, words.in_pairs)
        if left_over and not _opens_word(double, words.opened):
            yield Repeat(double.start, double.end, double.char)


def _is_particle_left_over(double: _Double, openers: tuple[str, ...], in_pairs: tuple[str, ...]) -> bool:
    """工作|的|的, 对于|于, 以及|及; not 但是|是.

    Where a clause begins only one of `openers`, 由|由|总务处, or another one before a noun with which it
    makes no word: 对|对|早稻育秧, not 在在都是, 对对账单, nor 对对新人, who come in pairs.
    """
    last, first = double.before[-1], double.behind[0]
    within = len(double.before) > 1 or double.char in openers or _governs(double, in_pairs)
    joins = kind(last) == "p" or kind(last) == kind(first) == "c"
    return first == double.char and (joins if last != first else within)


def _opens_word(double: _Double, opened: tuple[str, ...]) -> bool:
    """Whether the second particle opens a word that the dictionary lacks, or parts wrongly: 为了|了却,
    还在|在建|工地; not 在在管理, where what is left of the longer word would be none.
    """
    behind = "".join(double.behind)
    for word in opened:
        if behind.startswith(word):
            second, rest = double.behind[1], segmented(behind[len(word) :])
            if len(second) < len(word) or not rest or len(rest[0]) > 1:
                return True
    return False


def _governs(double: _Double, in_pairs: tuple[str, ...]) -> bool:
    """Whether a preposition that stands twice at the head of a clause has a noun and more behind it."""
    noun = double.behind[1] if len(double.behind) > 2 else ""
    made = any(is_word(double.char + noun[:size]) for size in range(1, len(noun) + 1))
    named = len(noun) > 1 and kind(noun)[:1] == "n" and noun not in in_pairs
    return kind(double.char) == "p" and named and not made


def characters(words: Words, text: str) -> Iterator[Repeat]:
    """Characters, no particles, that stand twice where one is left over."""
    passed = frozenset((*words.particles, *words.free, *DOUBLED))
    verbs, bound = frozenset(words.free_verbs), frozenset(words.bound)

    def is_wanted(char: str) -> bool:
        return char not in passed and (char in bound or _frequency(char) < _FREE)

    for double in _doubles(text, is_wanted):
        if double.char in RECKONED and text.startswith(words.of_each, double.end):
            continue
        if text.startswith(words.heads, double.end) or _is_done(text, double, words.aspects):
            continue
        if _joins_two(text, double):
            yield Repeat(double.start, double.end, double.char * 2)
            continue
        if _is_given_name(double, words.persons):
            continue
        free = double.char in verbs and not _is_no_object(double, words.no_objects)
        behind = not free and _left_over_behind(double, double.char in bound)
        if double.end - double.start == 2 and (behind or _left_over_before(double) or _splits(double)):
            yield Repeat(double.start, double.end, double.char)


def _is_done(text: str, double: _Double, aspects: tuple[str, ...]) -> bool:
    """Whether a noun is followed by a verb that is its last character: 笔记|记了两本; not 推进|进了."""
    return kind(double.before[-1]) == _NOUN and text.startswith(aspects, double.end)


def _is_no_object(double: _Double, nouns: tuple[str, ...]) -> bool:
    """Whether the noun behind a double is nothing that one can do something to: 检查查力度."""
    return "".join(double.behind[1:3]).startswith(nouns)


def _is_given_name(double: _Double, persons: tuple[str, ...]) -> bool:
    """Whether a word of which the last character is doubled is somebody's name: 志愿者|甘露|露."""
    last, prior = double.before[-1], "".join(double.before[-2:-1])
    return prior.endswith(persons) and len(last) == 2 and kind(last[0]) == _NAME


def _joins_two(text: str, double: _Double) -> bool:
    """学习|习|习近平: a character too many between two words that meet in it."""
    words = (text[double.end - 1 : double.end + size] for size in (1, 2))
    return double.end - double.start == 3 and len(double.before[-1]) > 1 and any(map(is_word, words))


def _left_over_behind(double: _Double, bound: bool) -> bool:
    """加强|强|组织: the word before has the character, and what follows is no part of a word with it.

    Before a single character nobody can tell, unless it is `bound`: 贯彻|彻|新|理念. Nor does it begin a
    word that is about as usual as what follows: 数字|字面|值, not 检查|查问|题.
    """
    last, first, after = double.before[-1], double.behind[0], double.behind[1:2]
    if after and 2 * _frequency(first + after[0][:1]) > _frequency(after[0]):
        return False
    if bound and last == first:
        return len(double.before) > 1  # 同志|们|们
    beside = bound or (kind(last) in _BESIDE and _stands_apart(after))
    return len(first) == 1 < len(last) and beside


def _left_over_before(double: _Double) -> bool:
    """贯彻|落|落实: the word behind has the character, and what precedes is no part of a word with it.

    Where nothing else stands in the clause it is said in earnest: 治治病. So it is where the character is
    what is counted or pointed at: 各司|司长, 一任|任期.
    """
    last, first, prior = double.before[-1], double.behind[0], double.before[-2:-1]
    alone = not prior and not double.behind[1:]
    if (prior and prior[0][-1] in _DETERMINERS) or _has_object(last, first):
        return False
    return len(last) == 1 < len(first) and not alone and kind(first) in _BESIDE and _stands_apart(prior)


def _has_object(char: str, word: str) -> bool:
    """Whether a word is a thing, with which a character does something: 发|发票, 按|按揭; not 加|加强."""
    return kind(char).startswith(_TAKE_NOUN) and kind(word) == _NOUN


def _stands_apart(neighbour: list[str]) -> bool:
    """Whether this word, if there is one, makes no unknown word with the character beside it."""
    return not neighbour or len(neighbour[0]) > 1 or kind(neighbour[0])[:1] in _FUNCTION


def _splits(double: _Double) -> bool:
    """意识|识|形态, 习|近|近|平, 规范|范化: without one of the two a longer word reaches over the place."""
    last, first = double.before[-1], double.behind[0]
    if min(len(last), len(first)) > 1:
        return first == double.char + _MADE and _frequency(last + _MADE) > _frequency(first)
    left, right = "".join(double.before[-2:]), "".join(double.behind[:2])[1:]
    joined, place, longest = left + right, len(left), max(2, len(last), len(first))
    ends = range(place + 1, len(joined) + 1)
    return any(is_word(joined[start:end]) for start in range(place) for end in ends if end - start > longest)


def _frequency(word: str) -> int:
    known = entry(word)
    return known.frequency if known else 0


def _doubles(text: str, is_wanted: Callable[[str], bool]) -> Iterator[_Double]:
    """The wanted characters that stand twice, or more often, with a word's end between the first two."""
    search, end = doubles(text, 1), 0
    while (start := search(end)) >= 0:
        char, end = text[start], start + 2
        while text.startswith(char, end):
            end += 1
        if (
            is_han(char)
            and is_wanted(char)
            and not (_is_in_pairs(text, start) or _is_in_pairs(text, start - 2) or _is_ending(text, start))
        ):
            parted = _parted(text, start + 1)
            if parted:
                yield _Double(start, end, char, *parted)


def _is_twin(text: str, place: int) -> bool:
    """Whether another doubled character begins at a place: 扎扎|实实."""
    return place >= 0 and is_han(text[place : place + 1]) and text[place] == text[place + 1 : place + 2]


def _is_in_pairs(text: str, start: int) -> bool:
    """Whether four characters are a word in pairs: 扎扎实实 of 扎实, 形形色色; not 习习近近."""
    pairs = text[start : start + 4]
    return _is_twin(text, start) and _is_twin(text, start + 2) and (is_word(pairs[::2]) or is_word(pairs))


def _is_ending(text: str, place: int) -> bool:
    """Whether a character ends a word that is quoted, or no Chinese one: “川”字."""
    before = text[place - 1 : place]
    return (before.isascii() and before.isalnum()) or before in tuple(CLOSING_QUOTES + "》")


def _parted(text: str, place: int) -> tuple[list[str], list[str]] | None:
    """The words before and behind a place in a clause; None if it lies within a word."""
    begin, end = han_around(text, place, place, _REACH)
    words = segmented(text[begin:end])
    for index, word in enumerate(words):
        if begin == place:
            return words[:index], words[index:]
        begin += len(word)
    return None
