"""Figures of English sentences: totals and their parts, shares, rises and falls.

a total of 75 households: 34 in Upper Fen, 28 in Mill End and 19 in Osier Row
36 of 48 participants (80%)
rose from 250 to 200; rose from 200 to 250, an increase of 30%
"""

import re
from collections.abc import Iterator

from linter.checks.arithmetic.compare import TINY, Problem, Search
from linter.checks.arithmetic.quantities import amount, last_digit, written
from linter.checks.arithmetic.words import Words
from linter.checks.support.compiled import compiled
from linter.model.message import Message
from linter.text.characters import has
from linter.text.patterns import alternation

_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_NUMBER = rf"(?<![\w.,-])[$£€]?(?:{_DIGITS})(?![\w%]|[.,:/-]\d| ?(?:%|per\s?cent|million|billion|thousand))"
_MEASURE = rf"(?<![\w.,-])[$£€]?(?:{_DIGITS})(?!\w|[.,:/-]\d)"
"""A number, whatever it measures."""
_SCALE = r" ?(?:%|per\s?cent|million|billion|thousand)"
_MEASURED = rf"{_SCALE}| [a-z]*s(?![\w'’-])"
"""What stands behind a figure and tells what it measures: a scale, or a noun in the plural."""
_PERCENT = r"(?P<percent>\d+(?:\.\d+)?) ?(?:%|per\s?cent)"
_WORD = r"(?:[A-Za-z][\w'’-]*)"
_ITEM = rf"{_NUMBER}(?: (?:[A-Z][\w'’-]* \d+(?![\w,.%]\d)|{_WORD})){{1,7}}?"
"""A figure and what it counts: 34 in Upper Fen. Numbers in it belong to a name: 20 on Ward 3."""
_LIST = rf"(?P<list>{_ITEM}(?:(?:, and|,| and) {_ITEM})+)"
_FIRST = rf"(?:\A|(?<=, )|(?<=and ))(?P<item>{_NUMBER})"
"""The figure at the head of an item."""
_OF_WHICH = "of which"
_AND = r"(?:, and|,| and) (?=[$£€]?\d)"
_NOUNS = r"[a-rt-z]s$"
"""The end of a plural, which tells what something is: were evening talks."""
_END = r"(?=[.;!?](?:\s|$)|\n|$)"
_NEAR = 200
"""How many characters before a figure its sentence is looked at."""


def totals(words: Words) -> Search:
    """A search for totals that are not the sum of the parts listed with them."""
    total = rf"(?P<total>{_NUMBER})"
    of = alternation(words.totals_english)
    in_all = alternation(words.in_all_english)
    before = rf"{of} {total}(?: {_WORD}){{0,8}} ?[:–—] ?{_LIST}{_END}"
    all_of = rf"{total}(?: {_WORD}){{0,4}} {in_all} ?[:–—] ?{_LIST}{_END}"
    opened = rf"{alternation(words.opening_english)} {total}(?: {_WORD}){{0,8}} ?[:–—] ?{_LIST}{_END}"
    behind = rf"{_LIST},? (?:{_WORD} ){{0,2}}?{of} {total}"

    def search(text: str) -> Iterator[Problem]:
        if not has(text, (*words.totals_english, *words.in_all_english, *words.opening_english)):
            return
        for pattern in (before, all_of, opened, behind):
            for found in compiled(pattern).finditer(text):
                if not has(found[0], words.partial_english):
                    yield from _not_the_sum(found)

    return search


def _not_the_sum(found: re.Match[str], at_most: bool = False) -> Iterator[Problem]:
    """The problem of a total that its parts do not make; with `at_most`, that they exceed."""
    at, items = found.start("list"), list(compiled(_FIRST).finditer(found["list"]))
    figures = [item["item"] for item in items]
    added, said = sum(map(amount, figures)), amount(found["total"])
    slack = sum(last_digit(figure) / 2 for figure in (*figures, found["total"]) if "." in figure)
    if abs(added - said) <= slack + TINY or (at_most and added < said):
        return
    message = Message(
        f"各项相加是 {written(added, 0.01)}，总数写的是 {found['total']}，请核对",
        f"the parts sum to {written(added, 0.01)}, the total says {found['total']}: check them",
    )
    others = tuple((at + item.start("item"), at + item.end("item")) for item in items)
    yield Problem(*found.span("total"), message, others)


def parts(words: Words) -> Search:
    """A search for parts greater than their whole: of the 48 trainees, 52 passed; 60 events, of which 21 were
    story hours and 46 were talks. What is told of them in other words than nouns may be true of one and all.
    """
    of = (
        rf"\b[Oo]f (?:the|its|all|our|these) (?P<whole>{_NUMBER})(?: {_WORD}){{1,4}}, (?P<part>{_NUMBER})"
        rf" (?={alternation(words.verbs_english)}\b)"
    )
    listed = rf"(?P<total>{_NUMBER})(?: {_WORD}){{1,3}},? {_OF_WHICH} {_LIST}{_END}"

    def search(text: str) -> Iterator[Problem]:
        for found in compiled(listed).finditer(text) if _OF_WHICH in text else ():
            items = compiled(_AND).split(found["list"])
            if all(compiled(_NOUNS).search(item) for item in items) and not has(
                found["list"], words.partial_english
            ):
                yield from _not_the_sum(found, at_most=True)
        if "f " not in text:
            return
        for found in compiled(of).finditer(text):
            if amount(found["part"]) > amount(found["whole"]):
                message = Message(
                    f"{found['part']} 大于总数 {found['whole']}，请核对",
                    f"{found['part']} is more than the {found['whole']} that it is of: check both",
                )
                yield Problem(*found.span("part"), message, (found.span("whole"),))

    return search


def rates(words: Words) -> Search:
    """A search for percentages that the two figures before them do not make: 36 of 48 participants (80%)."""
    share = (
        rf"(?P<part>{_NUMBER})(?: out)? of (?:the |its |all |our )?(?P<whole>{_NUMBER})"
        rf"(?: {_WORD}){{0,3}} \({_PERCENT}\)"
    )

    def search(text: str) -> Iterator[Problem]:
        if " of " not in text:
            return
        for found in compiled(share).finditer(text):
            part, whole = amount(found["part"]), amount(found["whole"])
            if 0 < part <= whole:
                yield from _not_the_rate(found, part / whole * 100, ("part", "whole"))

    return search


def directions(words: Words) -> Search:
    """A search for rises and falls whose figures go the other way: rose from 250 to 200."""
    change = _change(words)

    def search(text: str) -> Iterator[Problem]:
        for found, old, new in _changes(text, change, words):
            if (new <= old) if found["up"] else (new >= old):
                rises = bool(found["up"])
                message = Message(
                    f"从 {found['old']} 到 {found['new']}，并没有{'增加' if rises else '减少'}，请核对",
                    f"from {found['old']} to {found['new']} is no {'rise' if rises else 'fall'}: check both",
                )
                yield Problem(*found.span("new"), message, (found.span("old"),))

    return search


def growths(words: Words) -> Search:
    """A search for growths that two figures do not make: from 200 to 250, an increase of 30%."""
    change = rf"{_change(words)}(?: {_WORD}){{0,3}}[,;]? \(?{alternation(words.growths_english)} {_PERCENT}"

    def search(text: str) -> Iterator[Problem]:
        for found, old, new in _changes(text, change, words):
            if old and (new > old) == bool(found["up"]):
                yield from _not_the_rate(found, abs(new / old - 1) * 100, ("old", "new"))

    return search


def _change(words: Words) -> str:
    verbs = rf"\b(?:(?P<up>{alternation(words.rises_english)})|{alternation(words.falls_english)})"
    old = rf"(?P<old>{_MEASURE})(?P<unit>{_SCALE}| [a-z]+)?"
    return rf"{verbs} from {old} to (?P<new>{_MEASURE})(?P<same>(?P=unit))?"


def _changes(text: str, pattern: str, words: Words) -> Iterator[tuple[re.Match[str], float, float]]:
    """The changes of figures, no places in a list, which rise by becoming smaller, and no dates."""
    if " from " not in text:
        return
    for found in compiled(pattern).finditer(text):
        near = text[max(0, found.start() - _NEAR) : found.start()].rpartition("\n")[2].rpartition(". ")[2]
        behind = text[found.end() : found.end() + _NEAR].partition(".")[0]
        if not has((near + behind).lower(), words.ranks_english) and _are_alike(found, text):
            yield found, amount(found["old"]), amount(found["new"])


def _are_alike(change: re.Match[str], text: str) -> bool:
    """Whether both figures of a change measure the same: 4.2 hours and 5.1 hours, 40 tickets and 38, 3 and 5
    hours; not 900 thousand and 1.2 million, 5 days and 2 weeks.
    """
    if change["same"]:
        return True
    if change["unit"] and compiled(_SCALE).match(change["unit"]):
        return False
    other = _MEASURED if change["unit"] else _SCALE
    return compiled(other).match(text, change.end("new")) is None


def _not_the_rate(found: re.Match[str], right: float, figures: tuple[str, str]) -> Iterator[Problem]:
    """The problem of a percentage that is not the right one, rounded or cut off at its last digit."""
    step = last_digit(found["percent"])
    if float(found["percent"]) - step / 2 <= right + TINY and right < float(found["percent"]) + step:
        return
    reckoned = f"{written(right, min(step, 0.1))}%"
    one, other = (found[name] for name in figures)
    message = Message(
        f"由 {one} 与 {other} 算得 {reckoned}，文中为 {found['percent']}%，请核对",
        f"{one} and {other} make {reckoned}, not {found['percent']}%: check the figures",
    )
    yield Problem(*found.span("percent"), message, tuple(found.span(name) for name in figures))
