"""Growths and decreases that do not follow from the figures next to them."""

from collections.abc import Iterator
from itertools import chain

from linter.checks.arithmetic.compare import (
    Outcome,
    Problem,
    Search,
    as_exact,
    not_this,
    per_cent,
    problem,
    sum_of,
)
from linter.checks.arithmetic.quantities import MONEY, Quantity, written
from linter.checks.arithmetic.steps import BEFORE, changes, from_to, named_years, than_last_year, year_on_year
from linter.checks.arithmetic.words import Words
from linter.text.characters import has
from linter.text.measures import PLACES, POINTS, TIMES

# --- direction ------------------------------------------------------------------------------------


def directions(words: Words) -> Search:
    """A search for increases and decreases whose figures do not rise or fall."""
    steps = from_to(words)

    def search(text: str) -> Iterator[Problem]:
        for old, new, rises, _, _ in steps(text):
            if (rises and old.unit in TIMES) or _is_rank(old, words):
                continue
            if old.step == new.step:
                contrary = new.value <= old.value if rises else new.value >= old.value
            else:
                contrary = new.high < old.low if rises else new.low > old.high
            if contrary:
                zh = f"由 {old.said} 到 {new.said}，并没有{'增加' if rises else '减少'}，请核对"
                en = f"from {old.said} to {new.said} is no {'increase' if rises else 'decrease'}: check both"
                yield problem(new, [old], zh, en)

    return search


def _is_rank(old: Quantity, words: Words) -> bool:
    """Whether a figure is a place in a list, which rises by becoming smaller: 排名由369位上升到235位."""
    return old.unit in PLACES and has(old.lead(BEFORE), words.ranks)


_TIMES = "倍"
_ABOUT = 0.6
"""How much of itself a growth by one whole time may be out by: 增长1倍 is said of 70% and of 160%."""
_NEAR = 40
"""How many characters before its figures tell what has grown."""

# --- growth ---------------------------------------------------------------------------------------


def growths(words: Words) -> Search:
    """A search for growths that do not follow from the two figures beside them."""
    kinds = [find(words) for find in (from_to, year_on_year, than_last_year, named_years)]
    by_how_much = changes(words)

    def search(text: str) -> Iterator[Problem]:
        for old, new, rises, claim, claimed_rise in chain.from_iterable(find(text) for find in kinds):
            if not (claim and claim.exact and old.low > 0) or _is_real(new, claim, words):
                continue
            old, new = as_exact(old, new)
            claim = _in_per_cent(claim)
            if rises != claimed_rise:
                yield from _contrary(old, new, claim, rises)
            elif claim.unit == old.unit != "%":
                yield from _wrong_difference(old, new, claim, rises)
            else:
                yield from _wrong_growth(old, new, claim, rises)
        for new, change, rises, claim, whole in by_how_much(text):
            if not ((whole and _fits_change(whole, change, claim, rises)) or _is_real(new, claim, words)):
                yield from _wrong_by_change(new, change, claim, rises)

    return search


def _in_per_cent(claim: Quantity) -> Quantity:
    """A growth of so many times as a percentage: 增长1.5倍 is 150%. One by whole times is about so much."""
    if claim.unit != _TIMES:
        return claim
    about = _ABOUT if claim.step >= 1 else 1
    return claim._replace(value=claim.value * 100, step=claim.step * 100 * about, unit="%")


def _is_real(new: Quantity, claim: Quantity, words: Words) -> bool:
    """Whether the growth of a sum of money may be without that of prices: 生产总值500亿元."""
    near = new.text[max(0, min(new.start, claim.start) - _NEAR) : max(new.end, claim.end)]
    return claim.unit == "%" and new.unit == MONEY and has(near, words.real_terms)


def _wrong_by_change(new: Quantity, change: Quantity, claim: Quantity, rises: bool) -> Iterator[Problem]:
    """The problem of a growth that a figure and its change do not make: 250件，比去年增加50件，增长20%."""
    old = _before(new, change, rises)
    if not claim.exact or claim.unit != "%" or new.unit in ("%", POINTS):
        return
    if old.low > 0 and not _fits_change(new, change, claim, rises):
        right = f"{written(change.value / old.value * 100, min(claim.step, 0.1))}%"
        zh = f"{new.said}，{'增加' if rises else '减少'} {change.said}，算得"
        en = f"{change.said} {'more' if rises else 'less'}, now {new.said}, makes"
        yield not_this(claim, right, (new, change), zh, en)


def _before(new: Quantity, change: Quantity, rises: bool) -> Outcome:
    """What a figure was before its change. The least of the one goes with the most of the other."""
    sign = 1 if rises else -1
    ends = new.low - sign * change.high, new.high - sign * change.low
    return Outcome(new.value - sign * change.value, min(ends), max(ends))


def _fits_change(new: Quantity, change: Quantity, claim: Quantity, rises: bool) -> bool:
    """Whether a figure and its change make the growth that is claimed."""
    old = _before(new, change, rises)
    return old.low > 0 and per_cent(change, old).rounds_to(claim)


def _contrary(old: Quantity, new: Quantity, claim: Quantity, rises: bool) -> Iterator[Problem]:
    """The problem of a decrease that is called an increase, or the contrary: 由312起降至268起，上升14.1%.

    Its size must be that of the change: else it may be the growth of something else.
    """
    sizes = {old.unit: _difference, POINTS: _difference, "%": _rate}
    if claim.unit in sizes and sizes[claim.unit](old, new, rises).rounds_to(claim):
        said = ("下降", "上升") if rises else ("上升", "下降")
        to, other = ("an increase", "a decrease") if rises else ("a decrease", "an increase")
        yield problem(
            claim,
            (old, new),
            f"由 {old.said} 到 {new.said} 是{said[1]}，后面却写成{said[0]} {claim.said}，请核对",
            f"from {old.said} to {new.said} is {to}, but {claim.said} is said to be {other}: check the word",
        )


def _wrong_difference(old: Quantity, new: Quantity, claim: Quantity, rises: bool) -> Iterator[Problem]:
    """The problem of a change that is not the difference of its figures: 由200件增至250件，增加60件."""
    change = _difference(old, new, rises)
    if not change.fits(claim):
        yield _not_made(old, new, claim, claim.restated(change.value))


def _wrong_growth(old: Quantity, new: Quantity, claim: Quantity, rises: bool) -> Iterator[Problem]:
    """The problem of a growth that does not follow from two figures."""
    in_points = claim.unit == POINTS
    if claim.unit not in ("%", POINTS) or (in_points and old.unit != "%"):
        return
    points, rate = _difference(old, new, rises), _rate(old, new, rises)
    made = points if in_points else rate
    fits = made.rounds_to(claim)
    only_points = points.rounds_to(claim) and not fits
    if claim.unit == old.unit and (only_points or _is_in_points(claim, points, rate)):
        number = written(claim.value, claim.step)
        zh = f"两个百分数之差应写作“{number}{POINTS}”；“%”表示相对增幅"
        yield problem(
            claim, (old, new), zh, f"the difference of two percentages is in {POINTS}; % is a relative growth"
        )
    elif not fits:
        step, unit = (claim.step, POINTS) if in_points else (min(claim.step, 0.1), "%")
        yield _not_made(old, new, claim, written(made.value, step) + unit)


def _is_in_points(claim: Quantity, points: Outcome, rate: Outcome) -> bool:
    """Whether what is called a growth is exactly the difference of two percentages: 由86%升至91%，提高5%."""
    exactly, nearly = abs(points.value - claim.value), abs(rate.value - claim.value)
    return exactly < claim.step / 2 <= nearly


def _not_made(old: Quantity, new: Quantity, claim: Quantity, right: str) -> Problem:
    zh, en = f"由 {old.said} 到 {new.said}，算得", f"from {old.said} to {new.said} makes"
    return not_this(claim, right, (old, new), zh, en)


def _difference(old: Quantity, new: Quantity, rises: bool) -> Outcome:
    """By how much one figure changed to another."""
    return sum_of([new], less=[old]) if rises else sum_of([old], less=[new])


def _rate(old: Quantity, new: Quantity, rises: bool) -> Outcome:
    """The same in per cent of the first."""
    ratios = new.value / old.value, new.low / old.high, new.high / old.low
    value, *bounds = ((ratio - 1) * 100 if rises else (1 - ratio) * 100 for ratio in ratios)
    return Outcome(value, min(bounds), max(bounds))
