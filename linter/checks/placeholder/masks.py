"""The grammar of masks: signs put where a name or a number belongs (××县, 20XX年, 召开会议X次).

A run of two or more signs is a mask unless its neighbours say otherwise: a digit on both
sides (138****1234), a Latin letter (XXL), a Chinese numeral (二〇〇八). A lone sign is one only
before something that is counted, dated or named (X月, ×次, X市), after 第, or in a document
number (X〔2026〕X号).
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from linter.checks.support.compiled import compiled
from linter.model.document import Span
from linter.model.outline import Context
from linter.text.characters import HAN, count, is_han
from linter.text.numerals import AFTER_MASK, BESIDE_ZERO
from linter.text.sentences import OPENING_QUOTES

CROSSES = "×✕✖╳"
LETTERS = "XxＸｘⅩ"
STARS = "*＊∗"
LINES = "_＿﹍"
CIRCLES = "〇○◯"
SHAPES = "□▢△"
SOLIDS = "■●▲◆◇◎"
OTHERS = "某?？#"
SIGNS = CROSSES + LETTERS + STARS + LINES + CIRCLES + SHAPES + SOLIDS + OTHERS

_LONE = frozenset(CROSSES + LETTERS + STARS + LINES + CIRCLES + SHAPES)
_SYMBOLS = frozenset(CROSSES + CIRCLES + SHAPES + SOLIDS)
_INLINE = frozenset(CIRCLES + SHAPES)
_NUMERALS = frozenset(BESIDE_ZERO)
_JOINTS = frozenset(["年", "月", ".", "．", "-", "/", " ", "\u3000", "", "年度", ",", "—"])
_HYPHENS = frozenset("-_.")
_YEAR_ENDS = frozenset("年〕]）")
_AMOUNTS = tuple(AFTER_MASK)
_QUOTES = OPENING_QUOTES + '"'
# A string: `re` compiles and caches it when a text has one of the signs.
_RUN = f"([{re.escape(SIGNS)}])\\1*"
_OPENING = 60
"""Characters behind a title in which a report names its own unit."""
_LETTER_YEAR = r"(?<![0-9A-Za-z])[12][0-9OoＯ]*[OoＯ][0-9OoＯ]*(?=年)"
_DOC_NUMBER = rf"[{HAN}]{{0,5}}[〔\[［（(](?:20|19|[×X*＊])"
_MODEL = r"[-_.](?!(?:19|20)\d\d(?!\d))[0-9A-WYZa-wyz]"

LookalikeTest = Callable[[str, int, int], bool]
"""Tells whether `text[start:end]`, a run of signs, only looks like a mask; called with those three."""


class NeighbourWords(NamedTuple):
    """Words next to a run of signs that decide whether it is a mask."""

    followers: tuple[str, ...]
    """What a mask of one sign may stand in front of: units, and what ends a name."""
    compounds: tuple[str, ...]
    """What makes another word of a follower: ×次数."""
    drawn_after: tuple[str, ...]
    """Verbs behind which one sign is a mark that somebody drew: 打×."""


def lookalike_test(words: Iterable[str], meant_after: Sequence[str], surnames: str) -> LookalikeTest:
    """A test of whether a run of signs only looks like a mask.

    It does when it belongs to one of `words` (X光), follows one of `meant_after`, with a surname or a
    colon between (患者李××, 签字：____), or is a 某某 behind one of `surnames` or in the words that one
    of `meant_after` is quoted with (网民“某某医院……”).
    """
    known = [(word, next(i for i, char in enumerate(word) if char in SIGNS)) for word in words]
    owners = tuple(meant_after)

    def allowed(text: str, start: int, end: int) -> bool:
        if any(text.startswith(word, start - offset) for word, offset in known):
            return True
        if text[start] == "某" and start and text[start - 1] in surnames:
            return True
        quotes = _QUOTES if text[start] == "某" else ""
        before = text[max(0, start - 12) : start].rstrip(" \u3000：:）)" + quotes)
        return before.endswith(owners) or before[:-1].endswith(owners)

    return allowed


def masks(text: str, nearby: NeighbourWords, allowed: LookalikeTest) -> Iterator[Span]:
    """The spans of masks, those of one date or number joined: `X年X月X日` is one.

    `allowed(text, start, end)` tells whether a run only looks like a mask.
    """
    last: Span | None = None
    for start, end in _mask_spans(text, nearby, allowed):
        if last and start - last[1] <= 2 and text[last[1] : start] in _JOINTS:
            last = last[0], end
            continue
        if last:
            yield last
        last = start, end
    if last:
        yield last
    yield from _odd_years(text)


def unnamed_units(
    places: Iterable[str], bodies: Iterable[str], not_bodies: Iterable[str]
) -> Callable[[Context], Iterator[Span]]:
    """A finder of a lone 某 in the unit's own name, in a title or right behind it: 某县…局.

    The name begins with 某 and one of `places`, and ends with one of `bodies` that none of `not_bodies`
    follows. Elsewhere 某县 is a name withheld on purpose.
    """
    place, body, follower = (
        "|".join(map(re.escape, words)) for words in (places, bodies, (*not_bodies, "、"))
    )
    pattern = (
        rf"(?:^|[\t\n\f\r ，,])(某(?:{place}))[{HAN}]{{0,12}}?(?:{body})(?!{follower})[\s\S]"
        if place and body
        else ""
    )

    def find(context: Context) -> Iterator[Span]:
        text = context.document.text
        if not pattern or "某" not in text:
            return
        for part in context.parts:
            low, high = part.title or (part.start, part.start)
            for match in compiled(pattern).finditer(text[low : high + _OPENING]):
                yield low + match.start(1), low + match.start(1) + 1

    return find


def _odd_years(text: str) -> Iterator[Span]:
    """Years with a letter in place of a digit (2O24年), or letters from a bad replacement (〔20PC〕)."""
    if "O" in text or "o" in text or "Ｏ" in text:
        yield from (match.span() for match in re.finditer(_LETTER_YEAR, text))
    start = text.find("20")
    while start >= 0:
        letters, after = text[start + 2 : start + 4], text[start + 4 : start + 5]
        odd = letters.isupper() and letters.isascii() and letters.isalpha() and letters != "XX"
        if odd and after in _YEAR_ENDS:
            yield start, start + 4
        start = text.find("20", start + 2)


def _mask_spans(text: str, nearby: NeighbourWords, allowed: LookalikeTest) -> Iterator[Span]:
    if not count(text, SIGNS):
        return
    for match in re.finditer(_RUN, text):
        start, end = match.span()
        before, after = text[start - 1 : start], text[end : end + 1]
        if _next_to_latin(text[start], before, after):
            continue
        span = _mask_in_run(text, start, end, before, after, nearby)
        if span and not allowed(text, start, end):
            yield span


def _next_to_latin(sign: str, before: str, after: str) -> bool:
    """Whether a sign belongs to a Latin word, a name of code or a formula."""
    if sign in _SYMBOLS:
        return False
    return (before.isascii() and before.isalpha()) or (after.isascii() and after.isalpha())


def _mask_in_run(
    text: str, start: int, end: int, before: str, after: str, nearby: NeighbourWords
) -> Span | None:
    """The span of the mask in a run of one sign, or None."""
    sign, length = text[start], end - start
    if sign in OTHERS:
        return _other_mask(text, start, end, before, nearby)
    if _between_digits(text, start, end, sign):
        return None
    if before.isdigit():
        return _mask_after_digits(text, start, end, after)
    if after.isdigit() and text[end : end + 2] not in ("19", "20"):
        return None
    if sign in CIRCLES and (before in _NUMERALS or after in _NUMERALS) and (before or after):
        return None
    if sign in LETTERS and after in _HYPHENS and _matches(_MODEL, text, end):
        return None
    if length > 1:
        return None if before and before in "●★☆◎" else (start, end)
    return (start, end) if _is_lone_mask(text, start, end, before, after, nearby) else None


def _between_digits(text: str, start: int, end: int, sign: str) -> bool:
    """Whether only blanks and the same sign stand between a run and digits on both sides."""
    if not (text[start - 1 : start] in (" ", sign) or text[end : end + 1] in (" ", sign)):
        return False
    before = text[max(0, start - 24) : start].rstrip(f" {sign}")
    after = text[end : end + 24].lstrip(f" {sign}")
    return before[-1:].isdigit() and after[:1].isdigit()


def _mask_after_digits(text: str, start: int, end: int, after: str) -> Span | None:
    """The mask in a run after digits: the rest of a year or number. None where a number is withheld."""
    digits = start
    while digits and text[digits - 1].isdigit():
        digits -= 1
    known = text[digits:start]
    length = end - start
    if known[:2] in ("20", "19", "２０", "１９") and len(known) + length == 4:
        if after == "" or not (after.isalnum() and after.isascii()):
            return digits, end
        return None
    private = after.isdigit() or len(known) >= 6
    return (start, end) if length >= 4 and not private else None


def _other_mask(text: str, start: int, end: int, before: str, nearby: NeighbourWords) -> Span | None:
    """The mask in a run of 某, or of signs that are masks only before a unit: ??人, ##万元; None for none."""
    if end - start < 2:
        return None
    if text[start] == "某":
        return start, end
    return (start, end) if before.isalnum() and _follows(text, end, nearby) else None


def _is_lone_mask(text: str, start: int, end: int, before: str, after: str, nearby: NeighbourWords) -> bool:
    """Whether one sign alone is a mask."""
    sign = text[start]
    if sign not in _LONE or (before and before in "+-./／=＝<>×÷√"):
        return False
    if text.endswith(nearby.drawn_after, 0, start):
        return False
    if before == "第":
        return True
    if sign in _INLINE and not is_han(before):
        return False
    if before == " " and start > 1 and text[start - 2].isascii():
        return False
    if _matches(_DOC_NUMBER, text, end):
        return True
    if after in ".．" and text[end + 1 : end + 2] == sign:
        end += 2
        while text[end : end + 1] == sign:
            end += 1
    return _follows(text, end, nearby)


def _follows(text: str, start: int, nearby: NeighbourWords) -> bool:
    """Whether a follower stands at `start`, perhaps behind 余, 万 or the like: X余万元, but not ×次数."""
    last = start
    while text.startswith(_AMOUNTS, last):
        last += 1
    return any(
        text.startswith(word, place) and not text.startswith(nearby.compounds, place + len(word))
        for place in range(start, last + 1)
        if text.startswith(nearby.followers, place)
        for word in nearby.followers
    )


def _matches(pattern: str, text: str, start: int) -> bool:
    """Whether a pattern matches at `start`; `re` compiles and caches it on first use, which is rare."""
    return re.compile(pattern).match(text, start) is not None
