"""The grammar of masks: signs put where a name or a number belongs (××县, 20XX年, 召开会议X次).

A run of two or more signs is a mask unless what stands beside it says otherwise: a digit on both
sides (138****1234), a Latin letter (XXL), a Chinese numeral (二〇〇八). A lone sign is one only
before something that is counted, dated or named (X月, ×次, X市), after 第, or in a document
number (X〔2026〕X号).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

CROSSES = "×✕✖╳"
LETTERS = "XxＸｘⅩ"
STARS = "*＊∗"
LINES = "_＿﹍"
CIRCLES = "〇○◯"
SHAPES = "□▢△"
SOLIDS = "■●▲◆◇◎"
OTHERS = "某?？#"
SIGNS = CROSSES + LETTERS + STARS + LINES + CIRCLES + SHAPES + SOLIDS + OTHERS

_RUN = re.compile(f"([{re.escape(SIGNS)}])\\1*")
_LETTER_YEAR = re.compile(r"(?<![0-9A-Za-z])[12][0-9OoＯ]*[OoＯ][0-9OoＯ]*(?=年)")
_BAD_YEAR = re.compile(r"20(?!XX)[A-Z]{2}(?=[〕\]）年])")
_FULL_YEAR = re.compile(r"(?:19|20)\d\d年?")
_NUMERALS = frozenset("一二三四五六七八九十百千零〇○◯")
_YEAR_ENDS = frozenset("年〕]］）)-—－～~至/.．")
_JOINTS = frozenset(["年", "月", ".", "．", "-", "/", " ", "\u3000", "", "年度", ",", "—"])
_DOC_NUMBER = re.compile(r"[\u4e00-\u9fff]{0,5}[〔\[［（(](?:20|19|[×X*＊])")
_LONE = frozenset(CROSSES + LETTERS + STARS + LINES + CIRCLES + SHAPES)
_SYMBOLS = frozenset(CROSSES + CIRCLES + SHAPES + SOLIDS)
_NEEDS_NAME = frozenset(CIRCLES + SHAPES)

Span = tuple[int, int]
Lone = Callable[[str, int], bool]
Allowed = Callable[[str, int, int], bool]


def masks(text: str, lone: Lone, allowed: Allowed) -> Iterator[Span]:
    """The spans of masks, those of one date or number joined: `X年X月X日` is one.

    `lone(text, end)` says whether what stands at `end` may follow a mask of one sign;
    `allowed(text, start, end)` whether a run is a known look-alike.
    """
    last: Span | None = None
    for start, end in _found(text, lone, allowed):
        if last and start - last[1] <= 2 and text[last[1] : start] in _JOINTS:
            last = last[0], end
            continue
        if last:
            yield last
        last = start, end
    if last:
        yield last


def _found(text: str, lone: Lone, allowed: Allowed) -> Iterator[Span]:
    for match in _RUN.finditer(text):
        start, end = match.span()
        before, after = text[start - 1 : start], text[end : end + 1]
        if _beside_latin(text[start], before, after):
            continue
        span = _judge(text, start, end, before, after, lone)
        if span and not allowed(text, start, end):
            yield span


def letter_years(text: str) -> Iterator[Span]:
    """Years with a letter in place of a digit (2O24年), or letters from a bad replacement (〔20PC〕)."""
    if "O" in text or "o" in text or "Ｏ" in text:
        yield from (match.span() for match in _LETTER_YEAR.finditer(text))
    yield from (match.span() for match in _BAD_YEAR.finditer(text))


def _beside_latin(sign: str, before: str, after: str) -> bool:
    """Whether a sign belongs to a Latin word, a name of code or a formula."""
    if sign in _SYMBOLS:
        return False
    return (before.isascii() and before.isalpha()) or (after.isascii() and after.isalpha())


def _judge(
    text: str, start: int, end: int, before: str, after: str, lone: Lone
) -> Span | None:
    """The span of the mask in a run of one sign, or None."""
    sign, length = text[start], end - start
    if sign in OTHERS:
        return _other(text, start, end, before, lone)
    if before.isdigit():
        return _after_digit(text, start, end, after)
    if after.isdigit() and not _FULL_YEAR.match(text, end):
        return None
    if sign in CIRCLES and (before in _NUMERALS or after in _NUMERALS) and (before or after):
        return None
    if length > 1:
        return None if before and before in "●★☆◎" else (start, end)
    return (start, end) if _lone(text, start, end, before, after, lone) else None


def _after_digit(text: str, start: int, end: int, after: str) -> Span | None:
    """A run behind digits: the rest of a year, or of a number that is not just kept private."""
    digits = start
    while digits and text[digits - 1].isdigit():
        digits -= 1
    known = text[digits:start]
    length = end - start
    if known[:2] in ("20", "19", "２０", "１９") and len(known) + length == 4:
        if after == "" or not (after.isalnum() and after.isascii()):
            return digits, end
        return None
    private = after.isdigit() or after in LETTERS or start - digits >= 6
    return (start, end) if length >= 4 and not private else None


def _other(text: str, start: int, end: int, before: str, lone: Lone) -> Span | None:
    """某某, and signs that are masks only before a unit: ??人, ##万元."""
    if end - start < 2:
        return None
    if text[start] == "某":
        return start, end
    return (start, end) if before.isalnum() and lone(text, end) else None


def _lone(text: str, start: int, end: int, before: str, after: str, lone: Lone) -> bool:
    """Whether one sign alone is a mask."""
    sign = text[start]
    if sign not in _LONE or (before and before in "+-./／=＝<>×÷打画划√"):
        return False
    if before == "第":
        return True
    if sign in _NEEDS_NAME and not ("\u4e00" <= before <= "\u9fff"):
        return False
    if before == " " and start > 1 and text[start - 2].isascii():
        return False
    if _DOC_NUMBER.match(text, end):
        return True
    if after in ".．" and text[end + 1 : end + 2] == sign:
        end += 2
        while text[end : end + 1] == sign:
            end += 1
    return lone(text, end)
