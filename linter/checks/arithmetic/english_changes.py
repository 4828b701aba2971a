"""Rises and falls of English sentences whose figures contradict them.

rose from 250 to 200
rose from 200 to 250, an increase of 30%; fell from 90 in May to 72, a drop of 20
"""

import re
from collections.abc import Iterator

from linter.checks.arithmetic.compare import TINY, Problem, Search, not_this, problem
from linter.checks.arithmetic.english_figures import (
    MEASURE,
    PERCENT,
    SCALE,
    WORD,
    YEAR,
    figures,
    not_the_rate,
)
from linter.checks.arithmetic.quantities import Quantity, written
from linter.checks.arithmetic.words import Words
from linter.checks.support.compiled import compiled
from linter.text.characters import has
from linter.text.patterns import alternation

_MEASURED = rf"{SCALE}| [a-z]*s(?![\w'’-])"
"""What stands behind a figure and tells what it measures: a scale, or a noun in the plural."""
_NEAR = 200
"""How many characters before a figure its sentence is looked at."""
_POINTS = r"(?: percentage)? points?"
"""The unit of the difference of two percentages."""


def directions(words: Words) -> Search:
    """A search for rises and falls whose figures go the other way: rose from 250 to 200."""
    change = _change(words)

    def search(text: str) -> Iterator[Problem]:
        for found, old, new in _changes(text, change, words):
            if (new.value <= old.value) if found["up"] else (new.value >= old.value):
                way, zh = ("rise", "增加") if found["up"] else ("fall", "减少")
                yield problem(
                    new,
                    [old],
                    f"从 {old.said} 到 {new.said}，并没有{zh}，请核对",
                    f"from {old.said} to {new.said} is no {way}: check both",
                )

    return search


def growths(words: Words) -> Search:
    """A search for growths that two figures do not make: from 200 to 250, an increase of 30%."""
    change, kinds = _change(words), alternation(words.growths_english)
    when = rf"(?: (?:{WORD}|{YEAR})){{0,5}}?"
    behind = rf"{change}{when}[,;:–—]? ?\(?{kinds} {PERCENT}"
    before = rf"{change}{when}[,;:–—]? ?\(?an? {PERCENT} {alternation(words.growth_nouns_english)}"
    at_once = _change(words, rf"(?:by )?{PERCENT},? (?:{WORD} ){{0,3}}?")

    def search(text: str) -> Iterator[Problem]:
        for pattern in (behind, before, at_once):
            for found, old, new in _changes(text, pattern, words):
                if old.value and (new.value > old.value) == bool(found["up"]):
                    yield from not_the_rate(found, abs(new.value / old.value - 1) * 100, old, new)

    return search


def differences(words: Words) -> Search:
    """A search for changes that two figures do not make: from 90 to 72, a drop of 20; from 80% to 85%, a rise
    of 4 points.
    """
    when = rf"(?: (?:{WORD}|{YEAR})){{0,5}}?"
    by = [kind for kind in words.growths_english if kind.endswith((" of", " by"))]
    change = rf"{_change(words)}{when}[,;:–—]? ?\(?{alternation(by)} (?P<by>{MEASURE})"
    at_once = _change(words, rf"by (?P<by>{MEASURE})(?P<what> [a-z]+)?,? (?:{WORD} ){{0,3}}?")
    ended = rf"[.,;:)–—\n]|\Z| {alternation(words.behind_change_english)}\b"

    def search(text: str) -> Iterator[Problem]:
        for pattern, is_alike in ((change, _ends_alike), (at_once, _is_of_one)):
            for found, old, new in _changes(text, pattern, words):
                if (new.value > old.value) == bool(found["up"]) and is_alike(found, ended):
                    yield from _not_the_difference(found, old, new)

    return search


def _ends_alike(change: re.Match[str], ended: str) -> bool:
    """Whether what a change is by has the unit of its figures behind it, or none: an increase of 7 points."""
    unit = _POINTS if _is_share(change) else re.escape(change["unit"] or "")
    said = compiled(rf"(?:{unit})?(?={ended})").match(change.string, change.end("by"))
    return said is not None and (said[0] != "" or not (_is_share(change) or _is_scaled(change)))


def _is_of_one(change: re.Match[str], _: str) -> bool:
    """The same where it stands before them: rose by 15 jars, from 40 to 55."""
    scaled = _is_share(change) or _is_scaled(change) or compiled(SCALE).match(change.string, change.end("by"))
    return not scaled and (not change["what"] or change["unit"] in (None, change["what"]))


def _is_share(change: re.Match[str]) -> bool:
    """Whether the first figure of a change is a percentage."""
    return (change["unit"] or "").strip() in ("%", "per cent", "percent")


def _is_scaled(change: re.Match[str]) -> bool:
    """Whether the first figure of a change is in millions or the like."""
    return (change["unit"] or "").strip() in ("million", "billion", "thousand")


def _not_the_difference(found: re.Match[str], old: Quantity, new: Quantity) -> Iterator[Problem]:
    """The problem of a difference that is not the right one, whatever was rounded."""
    (by,) = figures(found, "by")
    right, numbers = abs(new.value - old.value), (old, new, by)
    rough = _is_scaled(found) or any(one.step < 1 for one in numbers)
    if abs(right - by.value) > (sum(one.step / 2 for one in numbers) if rough else 0) + TINY:
        zh, en = f"从 {old.said} 到 {new.said} 相差", f"from {old.said} to {new.said} is"
        yield not_this(by, written(right, 0.01), (old, new), zh, en)


def _change(words: Words, lead: str = "") -> str:
    """The pattern of a change: rose from 90 tickets in May to 72; `lead` stands behind the verb."""
    verbs = rf"\b(?:(?P<up>{alternation(words.rises_english)})|{alternation(words.falls_english)})"
    when = rf" {alternation(words.when_english)}\b"
    old = rf"(?P<old>{MEASURE})(?P<unit>{SCALE}|(?!{when}) [a-z]+)?(?:{when}(?: (?:{WORD}|{YEAR})){{0,4}}?)?"
    return rf"{verbs} {lead}from {old} to (?P<new>{MEASURE})(?P<same>(?P=unit))?"


def _changes(text: str, pattern: str, words: Words) -> Iterator[tuple[re.Match[str], Quantity, Quantity]]:
    """The changes of figures, no places in a list, which rise by becoming smaller, and no dates."""
    if " from " not in text:
        return
    for found in compiled(pattern).finditer(text):
        near = text[max(0, found.start() - _NEAR) : found.start()].rpartition("\n")[2].rpartition(". ")[2]
        behind = text[found.end() : found.end() + _NEAR].partition(".")[0]
        ranked = has((near + behind).lower(), words.ranks_english)
        if not ranked and not _is_dated(found, words) and _are_alike(found):
            old, new = figures(found, "old", "new")
            yield found, old, new


def _is_dated(change: re.Match[str], words: Words) -> bool:
    """Whether the figures are years, or days of a month: from 3 to 5 March, from April 3 to May 5."""
    if all(compiled(YEAR).fullmatch(change[name]) for name in ("old", "new")):
        return True
    return any(
        change.string.endswith(words.months_english, 0, change.start(name) - 1)
        or change.string.startswith(words.months_english, change.end(name) + 1)
        for name in ("old", "new")
    )


def _are_alike(change: re.Match[str]) -> bool:
    """Whether both figures of a change measure the same: 4.2 hours and 5.1 hours, 40 tickets and 38, 3 and 5
    hours; not 900 thousand and 1.2 million, 5 days and 2 weeks.
    """
    if change["same"]:
        return True
    if change["unit"] and compiled(SCALE).match(change["unit"]):
        return False
    other = _MEASURED if change["unit"] else SCALE
    return compiled(other).match(change.string, change.end("new")) is None
