"""What authors write to themselves or to colleagues: （？再问下签到的）, 这段等老王的材料来了再写.

Nobody can list the words of such notes. They are told by their language: they are spoken, in a text that is
not. A line is parted into pieces: what brackets hold, and sentences, also behind signs such as // and →. The
characters of a piece, alone and in pairs, and how it stands in its line have weights, fitted to lines of
several writers by `training/notes.py`; added up they are the log-odds that the piece is a note. In a text
that is spoken throughout, such as a diary, a piece must stand out as far from its other sentences.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from itertools import repeat
from operator import add
from typing import NamedTuple

from linter.checks.support.compiled import compiled
from linter.model.document import Span
from linter.schema.types import WordList
from linter.text.characters import is_han, up_to
from linter.text.numerals import DECIMAL, FULL_WIDTH
from linter.text.sentences import (
    ANY_STOPS,
    COLONS,
    FULL_STOPS,
    QUOTE_PAIRS,
    REACH,
    ROUND_PAIRS,
    paragraph_start,
)

SCALE = 32
"""Whole numbers of the word list are so many parts of one unit of log-odds."""
BIAS, USUAL = "@bias", "@usual"
"""Rows of the word list that are no characters: what every piece has, and the median of office texts."""
BLANK, LINE_END = "␣", "¶"
"""How the word list writes a blank and the end of a line."""

LONGEST = 40
"""Characters of the longest piece that may be a note; a sentence that is longer belongs to the report."""
_SHORT = 8
"""Characters of a sentence that says nothing of how a text is written, at most."""
_BEFORE_READING = 15
"""So many usual sentences are thought to stand beside those of a text: few say little of its language."""
_LEAST_HAN = 2
_SHOUTED = 15
"""Characters of a sentence with an exclamation mark that is a speaker's, at least; of the 1,217 notes in
running text that the weights were fitted to 25 are so long and end so."""
_ASKS = ("问：", "问:", "Q：", "Q:")
"""What begins a question of readers, which an answer follows."""
_NARRATED = r"[说讲]，.*[他她]"
"""What a report tells of somebody who spoke: 船工说，旧桨她晚上就换. Of the notes that the weights were
fitted to none is so."""
_FINISHED = r"[^\d吧\n]{25,}。"
"""A sentence so long that ends as those of a report do, and doubts no figure: of the 1,274 notes found in the
lines of all writers 2 are so."""
_COLON = "".join(COLONS)
_ASKED = rf"[{_COLON}](?:[^{_COLON}{FULL_STOPS}?\n]{{1,20}}[？?]){{2,}}"
"""Questions that a report quotes without marks: 每班要问三句：票验了没有？人数对不对？. No note is so."""
_TELLING = 20
"""The weight of a character without which no piece is a note. Most pieces have none and are passed over; of
the notes that are found without this bar, 995 in 1,000 have one."""

_QUESTIONS = ("？", "?")
_BRACKETS = (*ROUND_PAIRS, ("【", "】"), ("[", "]"), ("［", "］"), ("〔", "〕"), ("{", "}"))
_MARKS = ("==", r"\*\*")
_SETTINGS = {
    **{left: "@round" if (left, right) in ROUND_PAIRS else "@square" for left, right in _BRACKETS},
    **dict.fromkeys("=*", "@mark"),
}
_RUNNING = ("@line", "@head", "@tail", "@mid")
_LENGTHS = (6, 12, 20, 35)
_SIGNS = "→←★※\x01"
_JOINED_SIGNS = {"——": "\x01" * 2, "//": "\x01" * 2, "--": "\x01" * 2}
"""Signs of two characters before a remark, and one that no text has, so that a pattern need not look back."""
_ENDS = ANY_STOPS
_OPENING = "".join(f"\\{left}" for left in _SETTINGS)
_PIECE = "|".join(
    [
        *(rf"\{left}[^{left}{right}\n]*\{right}" for left, right in _BRACKETS),
        *(rf"{mark}(?![0-9\s])[^{mark[:2]}\n]+{mark}" for mark in _MARKS),  # no masked number: 138****1234
        rf"[{_SIGNS}{_ENDS}]{{0,8}}[^{_SIGNS}{_ENDS}{_OPENING}\n]+[{_ENDS}]*",
    ]
)
_QUOTED = "|".join(rf"{left}[^{left}{right}\n]*{right}" for left, right in QUOTE_PAIRS[:3])


class Words(NamedTuple):
    """What the language of a note is told by."""

    weights: WordList


class Piece(NamedTuple):
    """A part of a line."""

    start: int
    end: int
    """Offsets into the text."""
    setting: str
    """How it stands in its line: in brackets (`@round`, `@square`), between signs (`@mark`), as the whole of
    the line, at its head, at its tail, or in the middle (`@line`, `@head`, `@tail`, `@mid`)."""


class Weights(NamedTuple):
    """What adds up to the log-odds of a piece, in 1/32."""

    of: Mapping[str, int]
    """By character, pair, setting and length."""
    telling: frozenset[str]
    """Characters of which a note has one."""


def weights(words: Words) -> Weights:
    """The weights in a word list; what has not the form of a row, such as a word, has none."""
    found: dict[str, int] = {}
    for row in filter(compiled("-?[0-9]{1,6} ").match, words.weights):
        weight, _, grams = row.partition(" ")
        shown = grams.replace(" ", "\t").replace(BLANK, " ").replace(LINE_END, "\n")
        found.update(dict.fromkeys(shown.split("\t"), int(weight)))
    return Weights(
        found, frozenset(gram for gram, weight in found.items() if len(gram) == 1 and weight >= _TELLING)
    )


def note_finder(words: Words, least: float, above: float) -> Callable[[str], Iterator[Span]]:
    """A finder of notes, by the spans of their pieces; pieces that touch are one note.

    A note has log-odds of `least` or more, and `above` more than is usual in its text.
    """
    fitted = cache(lambda: weights(words))  # of use for a text alone

    def find(text: str) -> Iterator[Span]:
        own = unquoted(text)
        likely = list(_likely(own, fitted(), least))
        if likely:
            bar = usual(own, fitted()) + above
            yield from _joined(piece for piece, odds in likely if odds >= bar)

    return find


def _likely(own: str, fitted: Weights, least: float) -> Iterator[tuple[Piece, float]]:
    """The pieces with log-odds of `least` or more, and these; none that a report itself says."""
    is_dull = fitted.telling.isdisjoint
    for match in _parted(own):
        words = match[0]
        if len(words) <= LONGEST and not is_dull(words):
            piece = _piece(match)
            odds = log_odds(own, piece, fitted)
            if odds >= least and is_chinese(own, piece) and not _is_report(own, match, piece):
                yield piece, odds


def _is_report(own: str, match: re.Match[str], piece: Piece) -> bool:
    """Whether words tell the readers something: what somebody said or asks each time, what leads to more, or
    what ends as speeches and long sentences do; what people shout at themselves is shorter (核数！).
    """
    words = match[0].rstrip()
    if piece.setting not in _RUNNING or words.endswith(COLONS):
        return words.endswith(COLONS)
    if (
        words.lstrip().startswith(_ASKS)
        or compiled(_NARRATED).search(words)
        or compiled(_FINISHED).fullmatch(words)
    ):
        return True
    is_shouted = len(words) >= _SHOUTED and words.endswith("！")
    return is_shouted or (words.endswith(_QUESTIONS) and _is_asked(own, match.start() + len(words) - 1))


def _is_asked(own: str, place: int) -> bool:
    """Whether a question is one of several behind a colon."""
    first = paragraph_start(own, place)
    line = own[first : up_to(own, "\n", place, min(len(own), place + REACH))]
    asked = (match.span() for match in compiled(_ASKED).finditer(line))
    return any(start <= place - first < end for start, end in asked)


def _joined(found: Iterable[Piece]) -> Iterator[Span]:
    start, end = -1, -1
    for piece in found:
        if piece.start != end:
            if end >= 0:
                yield start, end
            start = piece.start
        end = piece.end
    if end >= 0:
        yield start, end


def is_chinese(text: str, piece: Piece) -> bool:
    """Whether a piece has Chinese words: the weights know no others."""
    return sum(map(is_han, text[piece.start : piece.end])) >= _LEAST_HAN


def usual(own: str, fitted: Weights) -> float:
    """The log-odds of an ordinary sentence of a text."""
    odds = sorted(log_odds(own, piece, fitted) for piece in pieces(own) if is_sentence(piece))
    expected = fitted.of.get(USUAL, 0) / SCALE
    middle = odds[len(odds) // 2] if odds else expected
    return (middle * len(odds) + expected * _BEFORE_READING) / (len(odds) + _BEFORE_READING)


def is_sentence(piece: Piece) -> bool:
    """Whether a piece says how its text is written: brackets and short lines do not."""
    return piece.setting in _RUNNING and piece.end - piece.start > _SHORT


def unquoted(text: str) -> str:
    """A text of the same length without what is quoted: what somebody said is spoken."""
    return compiled(_QUOTED).sub(lambda match: "”" * len(match[0]), text)


def pieces(text: str) -> Iterator[Piece]:
    """The pieces of a text, in reading order."""
    return (piece for piece in map(_piece, _parted(text)) if piece.end - piece.start >= _LEAST_HAN)


def _parted(text: str) -> Iterator[re.Match[str]]:
    for sign, single in _JOINED_SIGNS.items():
        text = text.replace(sign, single)
    return compiled(_PIECE).finditer(text)


def _piece(match: re.Match[str]) -> Piece:
    """The piece that was matched, without the blanks around it."""
    words, start, end = match[0], match.start(), match.end()
    setting = _SETTINGS.get(words[0]) or _setting(match.string, start, end)
    return Piece(start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip()), setting)


def _setting(text: str, start: int, end: int) -> str:
    """How running text stands in its line."""
    is_first = start == 0 or text[start - 1] == "\n"
    if end == len(text) or text[end] == "\n":
        return "@line" if is_first else "@tail"
    return "@head" if is_first else "@mid"


def log_odds(own: str, piece: Piece, fitted: Weights) -> float:
    """The log-odds that a piece is a note."""
    of = fitted.of
    return (of.get(BIAS, 0) + sum(map(of.get, grams(own, piece), repeat(0)))) / SCALE


def grams(own: str, piece: Piece) -> set[str]:
    """What a piece is weighed by: its characters, the pairs of them with those before and behind it, how it
    stands, and its length. All digits are one, and letters are one.
    """
    start, end, setting = piece
    around = (own[start - 1 : start] or "\n") + own[start:end] + (own[end : end + 1] or "\n")
    letters = around.translate(_PLAIN)
    length = sum([end - start >= bound for bound in _LENGTHS])
    return {*letters[1:-1], *map(add, letters, letters[1:]), setting, f"@length{length}"}


_HALF_WIDTH = range(0x21, 0x7F)
_WIDER = 0xFEE0
"""How far behind a half-width character its full-width form stands in Unicode."""
_PLAIN: dict[int, str] = {
    **{code + _WIDER: chr(code) for code in _HALF_WIDTH},
    **dict.fromkeys((ord(digit) for digit in DECIMAL + FULL_WIDTH), "0"),
    **dict.fromkeys((code + far for code in _HALF_WIDTH if chr(code).isalpha() for far in (0, _WIDER)), "a"),
    **dict(zip(map(ord, "【〔】〕\u3000"), "[[]] ", strict=True)),
}
