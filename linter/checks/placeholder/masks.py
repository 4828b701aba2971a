"""The masks of a text: signs put where a name or a number belongs (××县, 20XX年, 召开会议X次).

Each run of signs is looked at by itself (`linter.checks.placeholder.runs`), then in the light of the others.
Where several runs of x are masks, all that stand beside a Chinese character are: who masks xx市 so masks
xx路, too. So it is with a lone sign: X次 and X镇 make X员 one. The masks of one date are joined.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import lru_cache

from linter.checks.placeholder.runs import (
    BEFORE_WORDS,
    CROSSES,
    LETTERS,
    LINES,
    ORNAMENTS,
    SIGNS,
    STARS,
    NeighbourWords,
    is_awaited,
    mask_in_run,
    next_to_latin,
)
from linter.checks.placeholder.words import Words
from linter.checks.support.compiled import compiled
from linter.model.document import Span
from linter.text.characters import HAN, alphabet, has, is_han, places
from linter.text.patterns import alternation
from linter.text.sentences import CLAUSE_ENDS

_JOINTS = frozenset(["年", "月", ".", "．", "-", "/", " ", "\u3000", "", "年度", ",", "—"])
_EASY_RUNS = ("xx", "ｘｘ")
_EASY_RUN = "[xX]{2,}|ｘ{2,}"
_DECIMAL = (
    r"(?<![A-Za-z0-9.])(?:[xX]{1,4}\.[xX]{1,3}|\*{1,4}\.\*{1,3}|×{1,4}\.×{1,3})"
    rf"(?=[ \u3000]?[%％‰{HAN}])"
)
"""A masked number with decimals, before what it counts: x.xx万亩."""
_DECIMALS = ("x.x", "X.X", "*.*", "×.×")
_HABIT = 2
"""So many masks of one kind show that they are what this text masks with."""
_HABITUAL = frozenset(CROSSES + LETTERS + STARS + LINES)
"""Signs that stand for any word where a text masks with them alone."""
_ENDS = frozenset(CLAUSE_ENDS)
_VARIABLES = "XxＸ"
_DEFINED = r"[（(]\s?[XxＸ]\s?为|其中[，,]?[XxＸ]为|[XxＸ](?:表示|代表|是指)|第Y"
"""What defines a letter that stands for a number: （X为工龄）."""

LookalikeTest = Callable[[str, int, int], bool]
"""Called with `text, start, end`: whether the run of signs at that span only looks like a mask."""


def masks(text: str, nearby: NeighbourWords, allowed: LookalikeTest) -> Iterator[Span]:
    """The spans of masks, those of one date or number joined: `X年X月X日` is one."""
    if alphabet(text).isdisjoint(SIGNS):
        return
    last: Span | None = None
    for start, end in _mask_spans(text, nearby, allowed):
        if end - start == 1 and text[start] in _VARIABLES and _is_defined(text):
            continue
        if last and start - last[1] <= 2 and text[last[1] : start] in _JOINTS:
            last = last[0], end
            continue
        if last:
            yield _with_day(text, *last)
        last = start, end
    if last:
        yield _with_day(text, *last)


@lru_cache(maxsize=4)
def _is_defined(text: str) -> bool:
    """Whether a letter stands for a number in a text, which says for which."""
    return re.search(_DEFINED, text) is not None


def _with_day(text: str, start: int, end: int) -> Span:
    """The span of a mask, and the 日 that ends it where it is a date: X月X日."""
    return (start, end + 1) if text[end : end + 1] == "日" and "月" in text[start:end] else (start, end)


def _mask_spans(text: str, nearby: NeighbourWords, allowed: LookalikeTest) -> Iterator[Span]:
    masks_easily = _masks_easily(text, nearby)
    found: list[tuple[Span, Span | None]] = []
    lone: Counter[str] = Counter()
    decimals = _in_decimals(text, nearby.words)
    for start, end in _runs(text):
        before, after = text[start - 1 : start], text[end : end + 1]
        if start in decimals:
            found.append(((start, end), (start, end)))
        elif not next_to_latin(text[start], before, after):
            span = mask_in_run(text, start, end, before, after, nearby, masks_easily)
            found.append(((start, end), span))
            lone[text[start]] += bool(span) and end - start == 1
    for (start, end), span in found:
        if span is None and end - start == 1 and lone[text[start]] >= _HABIT:
            span = (start, end) if _stands_for_a_word(text, start, end, nearby) else None
        if span and not allowed(text, start, end):
            yield span


def _in_decimals(text: str, words: Words) -> set[int]:
    """Where the runs begin that make masked numbers with decimals; a version is none: x.x版."""
    if not has(text, _DECIMALS):
        return set()
    found = re.finditer(rf"{_DECIMAL}(?![ \u3000]?{alternation(words.after_version)})", text)
    return {at for match in found for at in (match.start(), match.start() + match[0].index(".") + 1)}


def _runs(text: str) -> Iterator[Span]:
    """The runs of one sign."""
    end = 0
    for start in sorted(at for sign in alphabet(text).intersection(SIGNS) for at in places(text, sign)):
        if start >= end:
            end = start + 1
            while text.startswith(text[start], end):
                end += 1
            yield start, end


def _masks_easily(text: str, nearby: NeighbourWords) -> bool:
    """Whether this text masks with runs of x."""
    runs = compiled(_EASY_RUN).finditer(text) if has(text, _EASY_RUNS) else ()
    return (
        sum(
            is_awaited(text, run.start(), run.end(), text[run.start() - 1 : run.start()], nearby)
            for run in runs
        )
        >= _HABIT
    )


def _stands_for_a_word(text: str, start: int, end: int, nearby: NeighbourWords) -> bool:
    """Whether a sign by itself stands where a word would, in a text that masks with it: X员, 推动*工作."""
    sign, before, after = text[start], text[start - 1 : start], text[end : end + 1]
    if sign not in _HABITUAL or text.endswith(nearby.words.drawn_after, 0, start):
        return False
    if is_han(before):
        return is_han(after) or (sign not in STARS and after in _ENDS)
    begins = before in ("", "\n") and sign not in ORNAMENTS
    return is_han(after) and (begins or before in BEFORE_WORDS)
