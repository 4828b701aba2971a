"""Averages that do not follow from the figures beside them.

These are a total and a count (440名村民增收264万元，人均增收8000元), or the figures of so many days:
1日至3日分别接待120人、135人、105人，日均接待142人.

Nothing is said of an average that has little to do with the two figures: one that is wrong is near the right
one, or wrong by a power of ten.
"""

from collections.abc import Iterator, Sequence

from linter.checks.arithmetic.compare import Outcome, Problem, Search, are_beside, is_near, not_this, sum_of
from linter.checks.arithmetic.quantities import Quantity
from linter.checks.arithmetic.sentences import Sentence, sentence_reader
from linter.checks.arithmetic.words import Words
from linter.checks.support.compiled import compiled
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
            for match in compiled(average).finditer(text, one.start, one.end):
                claim, before = one.at(match.end()), one.within(one.start, match.start())
                lead = text[one.start : match.start()]
                if claim and _is_reckoned(lead, claim, words):
                    units = per[match["per"]].split("/") if match["per"] else [match["unit"]]
                    is_mean = not (match["per"] or match["unit"])
                    days = max(len(before), _LISTED) if is_mean else _period(lead, units)
                    if len(before) == days and _are_listed(one, (*before, claim), words):
                        yield from _wrong(before, days, claim)
                    elif not is_mean:
                        yield from _total_by_count(one, before, units, match["what"], days, claim)

    return search


def _is_reckoned(lead: str, claim: Quantity, words: Words) -> bool:
    """Whether an average may be reckoned from the figures that are told before it."""
    if not claim.exact or claim.unit in ("", *RELATIVE):
        return False
    clause = lead[max(lead.rfind(mark) for mark in COMMON_CLAUSE_ENDS) + 1 :]
    return not has(lead, (*words.weighted, *words.among)) and not has(clause, (*words.elsewhere, *words.than))


def _total_by_count(
    told: Sentence, before: list[Quantity], units: list[str], what: str, days: int | None, claim: Quantity
) -> Iterator[Problem]:
    """The problem of an average behind the one total and the one count of a sentence."""
    totals = [one for one in before if one.unit == claim.unit]
    counts = [one for one in before if one.unit in units]
    if len(totals) != 1 or not totals[0].exact or len(counts) + bool(days) != 1 or claim.unit in units:
        return
    at = totals[0].start
    label = told.text[max((one.end for one in before if one.end <= at), default=told.start) : at]
    if counts:
        (counted,) = counts
        noun = what[:_NOUN]
        beside = told.before(counted) + told.text[counted.end : counted.end + _NOUN + 2]
        what = what[_NOUN:] if noun and noun in beside and noun not in label else what
        if not counted.exact or counted.scale != 1 or not counted.value:
            return
    if set(what[-_NOUN:]) <= set(label):
        yield from _wrong(totals, days or counts[0].value, claim, counts)


def _are_listed(told: Sentence, figures: Sequence[Quantity], words: Words) -> bool:
    """Whether figures before an average, the last of these, are opened by 分别 and parted by marks only."""
    *before, claim = figures
    listed = has(told.before(before[0]), words.respectively) and are_beside(before)
    return listed and all(one.unit == claim.unit and one.exact for one in before)


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
    totals: Sequence[Quantity], count: float, claim: Quantity, counts: Sequence[Quantity] = ()
) -> Iterator[Problem]:
    _, low, high = sum_of(totals)
    mean = Outcome((low + high) / 2 / count, low / count * (1 - _CLOSE), high / count * (1 + _CLOSE))
    if not mean.rounds_to(claim) and is_near(claim.value, mean.value):
        zh, en = "按总数和个数算得平均为", "the total by the count makes"
        yield not_this(claim, claim.restated(mean.value), (*totals, *counts), zh, en)
