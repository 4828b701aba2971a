"""Averages that do not follow from the figures beside them.

These are a total and a count (440名村民增收264万元，人均增收8000元), or the figures of so many days:
1日至3日分别接待120人、135人、105人，日均接待142人.

Nothing is said of an average that has little to do with the two figures: one that is wrong is near the right
one, or wrong by a power of ten.
"""

from collections.abc import Iterator

from linter.checks.arithmetic.compare import (
    Problem,
    Search,
    agrees,
    are_beside,
    is_near,
    shown,
    span,
    unit_of,
)
from linter.checks.arithmetic.quantities import Quantity, written
from linter.checks.arithmetic.sentences import sentence_reader
from linter.checks.arithmetic.words import Words
from linter.checks.support.compiled import compiled
from linter.model.message import Message
from linter.text.characters import HAN, has
from linter.text.measures import MEASURED, RECKONED, RELATIVE
from linter.text.numerals import DECIMAL, ONE_TO_TEN, TWO, value_of
from linter.text.patterns import alternation
from linter.text.sentences import COMMON_CLAUSE_ENDS

_CLOSE = 0.03
"""By what share of itself an average may be off: people round 5,987 to 6,000 and do not say so."""
_DASH = "至到—－–~～-"
_PLAIN = "平均"
_EVERY = "平均每"
_LISTED = 3
"""Figures of a list whose mean may be told without saying of what it is."""
_NOUN = 2
"""How many characters tell what is counted, and what is measured."""


def searcher(words: Words) -> Search:
    """A search for averages that are not the total by the count."""
    read = sentence_reader(words)
    per = {name: units for name, _, units in (entry.partition("、") for entry in words.averages)}
    names = (*per, _PLAIN)
    counted = [unit for unit in RECKONED if unit not in MEASURED and unit not in RELATIVE]
    average = (
        rf"(?:(?P<per>{alternation(per)})|{_EVERY}(?P<unit>{alternation(counted)})|{_PLAIN}(?!每))"
        rf"(?P<what>[{HAN}]{{0,8}}?)(?:是|有|{alternation(words.reaching)})?\s?(?=\d)"
    )

    def search(text: str) -> Iterator[Problem]:
        for one in read(text, names):
            for match in compiled(average).finditer(one.said):
                at, lead = one.start + match.start(), one.said[: match.start()]
                before, behind = one.within(one.start, at), one.within(at, one.end)
                claim = behind[0] if behind else None
                follows = claim and claim.start == one.start + match.end()
                if claim and follows and _is_reckoned(lead, claim, words):
                    units = per[match["per"]].split("/") if match["per"] else [match["unit"]]
                    is_mean = not (match["per"] or match["unit"])
                    days = max(len(before), _LISTED) if is_mean else _period(lead, units)
                    if listed := _listed(text, one.start, before, claim.unit, days, words):
                        yield from _wrong(text, listed, days or 1, claim)
                    elif not is_mean:
                        yield from _total_by_count(text, one.start, before, units, match["what"], days, claim)

    return search


def _is_reckoned(lead: str, claim: Quantity, words: Words) -> bool:
    """Whether an average may be reckoned from the figures that are told before it."""
    if not claim.exact or claim.unit in ("", *RELATIVE):
        return False
    clause = lead[max(lead.rfind(mark) for mark in COMMON_CLAUSE_ENDS) + 1 :]
    return not has(lead, (*words.weighted, *words.among)) and not has(clause, (*words.elsewhere, *words.than))


def _total_by_count(
    text: str,
    start: int,
    before: list[Quantity],
    units: list[str],
    what: str,
    days: int | None,
    claim: Quantity,
) -> Iterator[Problem]:
    """The problem of an average behind the one total and the one count of a sentence."""
    totals = [one for one in before if one.unit == claim.unit]
    counts = [one for one in before if one.unit in units]
    if len(totals) != 1 or not totals[0].exact or len(counts) + bool(days) != 1 or claim.unit in units:
        return
    label = text[
        max(start, *(one.end for one in before if one.end <= totals[0].start), start) : totals[0].start
    ]
    if counts:
        noun = what[:_NOUN]
        beside = text[start : counts[0].start] + text[counts[0].end : counts[0].end + _NOUN + 2]
        what = what[_NOUN:] if noun and noun in beside and noun not in label else what
        if not counts[0].exact or counts[0].scale != 1 or not counts[0].value:
            return
    if set(what[-_NOUN:]) <= set(label):
        yield from _wrong(text, totals, days or counts[0].value, claim, counts)


def _listed(
    text: str, start: int, before: list[Quantity], unit: str, days: int | None, words: Words
) -> list[Quantity]:
    """The figures of so many days, which 分别 opens and only marks part; none where there are others."""
    opened = has(text[start : before[0].start if before else start], words.respectively)
    fit = opened and are_beside(text, before) and all(one.unit == unit and one.exact for one in before)
    return before if fit and len(before) == days else []


def _period(lead: str, units: list[str]) -> int | None:
    """How many days or months a text tells of, when it is these that an average is for; None for others."""
    if units not in (["天"], ["个月"]):
        return None
    sign = "[日号]" if units == ["天"] else "月份?"
    day = rf"(?P<first>\d{{1,2}}){sign}?[{_DASH}](?P<last>\d{{1,2}}){sign}"
    ranges = list(compiled(day).finditer(lead))
    numeral = rf"(?<![第{DECIMAL}.{ONE_TO_TEN}])([{ONE_TO_TEN}{TWO}]{{1,3}}){units[0]}"
    named = [value_of(number) for number in compiled(numeral).findall(lead)]
    lengths = [int(one["last"]) - int(one["first"]) + 1 for one in ranges] + [one for one in named if one]
    return lengths[0] if len(lengths) == 1 and lengths[0] > 1 else None


def _wrong(
    text: str, totals: list[Quantity], count: float, claim: Quantity, counts: list[Quantity] | None = None
) -> Iterator[Problem]:
    low, high = sum(one.low for one in totals) / count, sum(one.high for one in totals) / count
    if agrees(claim, (low * (1 - _CLOSE), high * (1 + _CLOSE))) or not is_near(claim.value, (low + high) / 2):
        return
    right = f"{written((low + high) / 2 / claim.scale, 0.01)}{unit_of(text, claim)}"
    message = Message(
        f"按总数和个数算得平均为 {right}，文中为 {shown(text, claim)}，请核对",
        f"the total by the count makes {right}, not {shown(text, claim)}: check the figures",
    )
    yield Problem(*span(claim), message, tuple(map(span, (*totals, *(counts or ())))))
