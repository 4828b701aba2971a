"""The words of which every match of a pattern has one: told from the pattern alone.

Whether they stand in a text is told in a hundredth of the time that it takes to compile the pattern and to
search the text. They are in the form of `str.casefold`, in which the text must be, too: with `(?i)` a
pattern matches letters of either case. RE2 tells such words for itself when it filters many patterns.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from linter.text.characters import has

_TOKEN = (
    r"(?P<group>\((?:\?P?<\w+>|\?[a-zA-Z-]*:)?(?!\?))|(?P<sign>[)|])"
    r"|(?P<maybe>\?\??)|(?P<often>(?:\*|\{0+(?:,\d*)?\})\??)|(?P<more>\+\??)|\{(?P<count>\d+)(?:,\d*)?\}\??"
    r"|(?P<digit>\\d)|\[(?P<few>(?:[^]^\\[]|\\d)+)\]|(?P<other>\(\?[a-zA-Z-]*\)|[.^$]"
    r"|\\(?:[pPx]\{[^}]*\}|[pP].|x[0-9a-fA-F]{2}|[0-7]{1,3}|\w)|\[\^?\]?(?:\\.|\[:\^?\w+:\]|[^\]\\])*\])"
    r"|\\?(?P<char>.)"
)
"""A piece of a pattern: the start of a group; its end or another branch; how often the piece before stands;
a digit; a class, as far as it is simple; what is no certain character; a character."""

_MOST = 64
"""Words that are told apart: where there were more, a part of them does as well."""
_LONG = 16
"""Characters of a word that is long enough."""
_OFTEN = 8
"""Repetitions that are enough."""
_TOO_MANY = 4000
"""Words that are not worth looking for: comparing them with each other takes the square of their number."""
_DEEP = 100
"""Groups of a pattern that are looked into."""

Words = frozenset[str]
_NONE: Words = frozenset()
_NOTHING: Words = frozenset([""])
_DIGITS: Words = frozenset("0123456789")

_TIMES = frozenset(["maybe", "often", "more", "count"])
"""Tokens that say how often the piece before them stands."""


class _Piece(NamedTuple):
    """What a part of a pattern matches."""

    all: Words = _NONE
    """Everything that it matches; none where that is not told."""
    needed: Words = _NONE
    """Words of which a match has one; none where that is not told."""


@lru_cache(1 << 12)
def needed(pattern: str) -> Words:
    """Words of which every match of a pattern of RE2 has one, as long as can be; none where the pattern does
    not tell.
    """
    if "\\Q" in pattern or pattern.count("(") > _DEEP:  # within a quotation no sign means anything
        return _NONE
    found = _group(re.finditer(_TOKEN, pattern, re.DOTALL)).needed
    return frozenset([word.casefold() for word in found]) if len(found) <= _TOO_MANY else _NONE


@lru_cache(1 << 10)
def needed_by_all(patterns: tuple[str, ...]) -> tuple[str, ...]:
    """Words without which none of some patterns matches, single characters first, then sorted; none where one
    of them does not tell. A word that has another one within is left out: a text that has it has that one.
    """
    found: set[str] = set()
    for pattern in patterns:
        words = needed(pattern)
        found.update(words)
        if not words or len(found) > _TOO_MANY:
            return ()
    kept: list[str] = []
    for word in sorted(found, key=len):
        if not has(word, kept):
            kept.append(word)
    return tuple(sorted(kept, key=lambda word: (len(word) > 1, word)))


def _group(tokens: Iterator[re.Match[str]]) -> _Piece:
    """Reads up to the end of a group, or of the pattern."""
    branches: list[list[_Piece]] = [[]]
    for token in tokens:
        pieces, written = branches[-1], token[0]
        last = pieces.pop() if token.lastgroup in _TIMES and pieces else _Piece()
        match token.lastgroup:
            case "char":
                pieces.append(_of_words(frozenset(written[-1])))
            case "digit":
                pieces.append(_of_words(_DIGITS))
            case "few" as kind:
                pieces.append(_of_words(_class(token[kind])))
            case "group":
                pieces.append(_group(tokens))
            case "maybe" if last.all:
                pieces.append(_Piece(last.all | _NOTHING))
            case "more":
                pieces += [last, _Piece()]
            case "count":
                least = int(token["count"])
                is_told = written.startswith(f"{{{least}}}") and least <= _OFTEN
                pieces += [last] * min(least, _OFTEN)
                pieces += [] if is_told else [_Piece()]
            case "sign" if written == "|":
                branches.append([])
            case "sign":
                break
            case _:
                pieces.append(_Piece())
    found = [_branch(pieces) for pieces in branches]
    return _Piece(_joined([each.all for each in found]), _joined([each.needed for each in found]))


def _class(written: str) -> Words:
    """The characters of a class; none where there are many."""
    ranges = re.findall(r"(.)-(.)|(.)", written.replace("\\d", "0-9"), re.DOTALL)
    if sum(ord(last) - ord(first) if last else 1 for first, last, _ in ranges) > _MOST:
        return _NONE
    spans = [range(ord(first or one), ord(last or one) + 1) for first, last, one in ranges]
    return frozenset(chr(code) for span in spans for code in span)


def _branch(pieces: Iterable[_Piece]) -> _Piece:
    """Several pieces, one behind the other."""
    best, run, is_all = _NONE, _NOTHING, True
    for piece in pieces:
        if 0 < len(run) * len(piece.all) <= _MOST and max(map(len, run)) < _LONG:
            run = frozenset(map("".join, product(run, piece.all)))
            continue
        best = max(best, _of_words(run).needed, piece.needed, key=_length)
        run, is_all = piece.all or _NOTHING, False
    return _Piece(run if is_all else _NONE, max(best, _of_words(run).needed, key=_length))


def _of_words(words: Words) -> _Piece:
    return _Piece(words, _NONE if "" in words else words)


def _length(words: Words) -> tuple[int, int]:
    return min(map(len, words), default=0), -len(words)


def _joined(each: list[Words]) -> Words:
    """The words of things of which one is there; none where one of them has none."""
    return _NONE.union(*each) if all(each) else _NONE
