"""Rates that do not follow from the two figures before them: 受理35件，办结33件，办结率98%."""

from collections.abc import Iterator

from linter.checks.arithmetic.compare import (
    AT_MOST,
    OPENING_MARKS,
    Problem,
    Search,
    clause_before,
    comparable,
    not_the_share,
)
from linter.checks.arithmetic.quantities import Quantity
from linter.checks.arithmetic.sentences import Sentence, sentence_reader
from linter.checks.arithmetic.words import Words
from linter.text.characters import HAN, has
from linter.text.measures import PERCENT_SIGNS, POINTS
from linter.text.patterns import alternation
from linter.text.sentences import COMMON_CLAUSE_ENDS, COMMON_STOPS


def rates(words: Words) -> Search:
    """A search for rates that do not follow from the two figures before them."""
    read = sentence_reader(words)
    names = tuple(f"{verb}率" for verb in words.deeds)
    did = (
        rf"[^\d{COMMON_STOPS}]{{0,4}}[、{OPENING_MARKS}]{alternation(words.already)}?"
        rf"[^\d{COMMON_CLAUSE_ENDS}]{{0,8}}?(?P<word>[{HAN}]{{2}})了?{alternation(words.sheets)}?"
    )
    of = (
        rf"[{OPENING_MARKS}](?:{alternation(words.overall)}|{alternation(words.deeds)})?(?P<word>[{HAN}]{{2}})率"
        rf"(?:是|{alternation(words.reaching)}){{0,{AT_MOST}}}"
    )

    def search(text: str) -> Iterator[Problem]:
        for one in read(text, names):
            for (total, done, rate), (deed, name) in one.joined(did, of):
                if not _is_first(one, total) or not _is_rate(total, done, rate):
                    continue
                newly = has(clause_before(total, one.start, OPENING_MARKS), words.newly)
                if not newly and _is_same(deed["word"], name["word"], words):
                    yield from _wrong_rate(total, done, rate)

    return search


def _is_same(deed: str, name: str, words: Words) -> bool:
    """Whether a verb is what a rate is named for, or another word for it: 收回, 回收率."""
    return deed == name or any({deed, name} <= set(alike.split("、")) for alike in words.same_deeds)


def shares(words: Words) -> Search:
    """A search for shares that do not follow from their two figures: 党员35名，占职工总数70名的60%; or of the
    total right before them: 补植600亩，其中松林450亩，占65%.
    """
    read = sentence_reader(words)
    of_it = (
        rf"[{OPENING_MARKS}]{alternation(words.share_verbs)}(?:比|其|{alternation(words.in_all)}的?)?"
        rf"{alternation(words.reaching)}?"
    )
    among = rf"，{alternation(words.among)}.*"
    between = rf"[{OPENING_MARKS}]?{alternation(words.share_verbs)}[^{COMMON_CLAUSE_ENDS}\d、]{{0,12}}"

    def search(text: str) -> Iterator[Problem]:
        for one in read(text, words.share_verbs):
            if not has(one.said, PERCENT_SIGNS):
                continue
            for (part, whole, share), _ in one.joined(between, "的"):
                if _is_rate(whole, part, share):
                    yield from _wrong_rate(whole, part, share)
            for (total, part, share), _ in one.joined(among, of_it):
                if _is_first(one, total) and _is_rate(total, part, share):
                    yield from _wrong_rate(total, part, share)

    return search


def _is_first(told: Sentence, total: Quantity) -> bool:
    """Whether a figure is the first of its unit: else it may be of another one itself."""
    return all(one.unit != total.unit for one in told.figures if one.start < total.start)


def _is_rate(total: Quantity, done: Quantity, rate: Quantity) -> bool:
    """Whether the third figure, by its unit and theirs, may be the rate that the two others make."""
    return (
        comparable(total, done)
        and total.unit not in ("%", POINTS)
        and rate.unit == "%"
        and rate.exact
        and 0 < done.value <= total.value
    )


def _wrong_rate(total: Quantity, done: Quantity, rate: Quantity) -> Iterator[Problem]:
    one, other = total.said, done.said
    yield from not_the_share(total, done, rate, f"{one}中的 {other}", f"{other} of {one}")
