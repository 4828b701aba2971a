"""Totals and shares of English sentences that their parts do not make.

a total of 75 households: 34 in Upper Fen, 28 in Mill End and 19 in Osier Row
73 loans: 38 to schools, 24 to clubs and 15 to families
36 of 48 participants (80%)
"""

import re
from collections.abc import Iterator
from string import ascii_lowercase

from linter.checks.arithmetic.compare import Problem, Search, is_near, not_the_sum, not_this, problem, sum_of
from linter.checks.arithmetic.english_figures import (
    END,
    NUMBER,
    PERCENT,
    SCALE,
    WORD,
    YEAR,
    figure,
    figures,
    not_the_rate,
)
from linter.checks.arithmetic.quantities import Quantity, written
from linter.checks.arithmetic.words import Words
from linter.checks.support.compiled import compiled
from linter.text.characters import has
from linter.text.patterns import alternation

_ITEM = rf"{NUMBER}(?: (?:[A-Z][\w'’-]* \d+(?![\w,.%]\d)|{WORD})){{1,7}}?"
"""A figure and what it counts: 34 in Upper Fen. Numbers in it belong to a name: 20 on Ward 3."""
_LIST = rf"(?P<list>{_ITEM}(?:(?:, and|,| and) {_ITEM})+)"
_FIRST = rf"(?:\A|(?<=, )|(?<=and ))(?P<item>{NUMBER})"
"""The figure at the head of an item."""
_LEAST, _MOST = 0.8, 2
"""How much of a total its parts come to that no word calls all: with less some may be left out."""
_REACH = 300
"""Characters before and behind the head of a list, at most."""
_OF_WHICH = "of which"
_AND = r"(?:, and|,| and) (?=[$£€]?\d)"
_NOUNS = r"[a-rt-z]s$"
"""The end of a plural, which tells what something is: were evening talks."""


def totals(words: Words) -> Search:
    """A search for totals that are not the sum of the parts listed with them."""
    total = rf"(?P<total>{NUMBER})"
    of = alternation(words.totals_english)
    in_all = alternation(words.in_all_english)
    before = rf"{of} {total}(?: {WORD}){{0,8}} ?[:–—] ?{_LIST}{END}"
    all_of = rf"{total}(?: {WORD}){{0,4}} {in_all} ?[:–—] ?{_LIST}{END}"
    opened = rf"{alternation(words.opening_english)} {total}(?: {WORD}){{0,8}} ?[:–—] ?{_LIST}{END}"
    behind = rf"{_LIST},? (?:{WORD} ){{0,2}}?{of} {total}"

    def search(text: str) -> Iterator[Problem]:
        if not has(text, (*words.totals_english, *words.in_all_english, *words.opening_english)):
            return
        for pattern in (before, all_of, opened, behind):
            for found in compiled(pattern).finditer(text):
                if not has(found[0], words.partial_english):
                    yield from _not_the_sum(found)

    return search


def lists(words: Words) -> Search:
    """A search for figures that the parts behind a colon or in brackets do not make: 73 loans: 38 to
    schools, 24 to clubs and 15 to families; 58 staff (31 full-time, 30 part-time).

    No word says that these are all: so they must be told apart by where or how they are, or be kinds that
    make a whole, and the sum must be near the total.
    """
    total = rf"(?P<total>{NUMBER})(?P<noun> [a-z][\w'’-]*(?: {WORD}){{0,6}})"
    patterns = (rf"{total} ?[:–—] ?{_LIST}{END}", rf"{total} \({_LIST}\)")
    at_most = rf"{total},? {alternation(words.including_english)} {_LIST}{END}"
    opened = rf"(?<=[a-z])(?: ?[:–—] ?| \(|,? {alternation(words.including_english)} )[$£€]?\d"
    rough = rf"\b(?:{alternation(words.partial_english)}|of (?:the|its|our|all|these|those)) $"

    def search(text: str) -> Iterator[Problem]:
        for listed in compiled(opened).finditer(text) if has(text, ascii_lowercase) else ():
            start = max(text.rfind("\n", 0, listed.start()) + 1, listed.start() - _REACH)
            for pattern in (*patterns, at_most):
                around = compiled(pattern).finditer(text, start, listed.end() + _REACH)
                found = next((one for one in around if one.start() < listed.start() < one.end()), None)
                if not found:
                    continue
                exact = not compiled(rough).search(text, max(0, found.start() - 12), found.start())
                if exact and _are_parts(found, words):
                    yield from _not_the_sum(found, at_most=pattern is at_most)

    return search


def _are_parts(found: re.Match[str], words: Words) -> bool:
    """Whether the items of a list are surely parts of the total before it, none of them twice."""
    labels = [item.partition(" ")[2] for item in compiled(_AND).split(found["list"])]
    items, (said,) = _items(found), figures(found, "total")
    near = said.value * _LEAST < sum_of(items).value < said.value * _MOST
    less = all(item.value < said.value for item in items)
    firsts = [label.split()[0] for label in labels]
    placed = all(first in words.placing_english for first in firsts)
    said_of = " ".join((found["noun"], *(label.removeprefix("about ") for label in labels)))
    rough = alternation((*words.partial_english, *words.spelled_english))
    return (
        len(labels) == len(items)
        and near
        and less
        and (placed or any(firsts == kinds.split(", ") for kinds in words.kinds_english))
        and not compiled(rf"\b{rough}\b").search(said_of)
        and not compiled(YEAR).fullmatch(found["total"])
    )


def _items(found: re.Match[str]) -> list[Quantity]:
    """The figures of a list."""
    at = found.start("list")
    items = (item.span("item") for item in compiled(_FIRST).finditer(found["list"]))
    return [figure(found.string, at + start, at + end) for start, end in items]


def _not_the_sum(found: re.Match[str], at_most: bool = False) -> Iterator[Problem]:
    """The problem of a total that its parts do not make; with `at_most`, that they exceed."""
    items, (total,) = _items(found), figures(found, "total")
    if not at_most or sum_of(items).value >= total.value:
        yield from not_the_sum(total, items, "各项相加是", "the parts sum to", "总数")


def parts(words: Words) -> Search:
    """A search for parts greater than their whole: of the 48 trainees, 52 passed; 60 events, of which 21 were
    story hours and 46 were talks. What is told of them in other words than nouns may be true of one and all.
    """
    of = (
        rf"\b[Oo]f (?:the|its|all|our|these) (?P<whole>{NUMBER})(?: {WORD}){{1,4}}, (?P<part>{NUMBER})"
        rf" (?={alternation(words.verbs_english)}\b)"
    )
    listed = rf"(?P<total>{NUMBER})(?: {WORD}){{1,3}},? {_OF_WHICH} {_LIST}{END}"

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
            part, whole = figures(found, "part", "whole")
            if part.value > whole.value:
                zh = f"{part.said} 大于总数 {whole.said}，请核对"
                en = f"{part.said} is more than the {whole.said} that it is of: check both"
                yield problem(part, [whole], zh, en)

    return search


def rates(words: Words) -> Search:
    """A search for percentages that the two figures before them do not make: 36 of 48 participants (80%); of
    150 tenants, 105 replied (80%).
    """
    whole = rf"(?:the |its |all |our )?(?P<whole>{NUMBER})"
    part = rf"(?P<part>{NUMBER})"
    patterns = (
        rf"{part}(?: out)? of {whole}(?: {WORD}){{0,3}} \({PERCENT}\)",
        rf"{part}(?: out)? of {whole}(?: {WORD}){{0,4}}?,? {alternation(words.same_english)} {PERCENT}",
        rf"\b[Oo]f {whole}(?: {WORD}){{1,4}}, {part}(?: {WORD}){{1,5}} \({PERCENT}\)",
    )

    def search(text: str) -> Iterator[Problem]:
        if "f " not in text:
            return
        for pattern in patterns:
            for found in compiled(pattern).finditer(text):
                some, all_of = figures(found, "part", "whole")
                if 0 < some.value <= all_of.value:
                    yield from not_the_rate(found, some.value / all_of.value * 100, some, all_of)

    return search


def products(words: Words) -> Search:
    """A search for totals that are not the count by the price: 80 lamps at $15 each, a total of $1,250."""
    priced = rf"(?P<count>{NUMBER})(?: {WORD}){{1,4}}? (?:at|for) (?P<price>[$£€]\d[\d,]*(?:\.\d+)?)"
    total = rf"(?P<total>[$£€]\d[\d,]*(?:\.\d+)?)(?!\w|{SCALE})"
    each, of = alternation(words.each_english), alternation(words.totals_english)
    account = rf"{priced} {each}[,:;]? (?:{WORD} ){{0,2}}?{of} {total}"

    def search(text: str) -> Iterator[Problem]:
        for found in compiled(account).finditer(text) if has(text, "$£€") else ():
            count, price, said = figures(found, "count", "price", "total")
            right = count.value * price.value
            if abs(said.value - right) >= 1 and is_near(said.value, right):
                zh, en = f"{count.said} 乘 {price.said} 是", f"{count.said} times {price.said} is"
                yield not_this(said, written(right, 0.01), (count, price), zh, en)

    return search
