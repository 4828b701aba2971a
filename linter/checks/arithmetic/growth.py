"""Growths and decreases that do not follow from the figures next to them."""

from collections.abc import Iterator
from itertools import chain

from linter.checks.arithmetic.compare import Problem, Search, agrees, as_exact, shown, span, unit_of
from linter.checks.arithmetic.quantities import Quantity, written
from linter.checks.arithmetic.steps import (
    BEFORE,
    differences,
    named_years,
    step_finder,
    steps,
    than_last_year,
    year_on_year,
)
from linter.checks.arithmetic.words import Words
from linter.model.message import Message
from linter.text.characters import has
from linter.text.measures import PLACES, POINTS, TIMES

# --- direction ------------------------------------------------------------------------------------


def directions(words: Words) -> Search:
    """A search for increases and decreases whose figures do not rise or fall."""
    finder = step_finder(words)

    def search(text: str) -> Iterator[Problem]:
        for old, new, rises, _, _ in steps(text, finder):
            if (rises and old.unit in TIMES) or _is_rank(text, old, words):
                continue
            if old.step == new.step:
                contrary = new.value < old.value if rises else new.value > old.value
            else:
                contrary = new.high < old.low if rises else new.low > old.high
            if contrary or (old.value == new.value and old.step == new.step):
                before, after = shown(text, old), shown(text, new)
                zh = f"由 {before} 到 {after}，并没有{'增加' if rises else '减少'}，请核对"
                en = f"from {before} to {after} is no {'increase' if rises else 'decrease'}: check both"
                yield Problem(*span(new), Message(zh, en), (span(old),))

    return search


def _is_rank(text: str, old: Quantity, words: Words) -> bool:
    """Whether a figure is a place in a list, which rises by becoming smaller: 排名由369位上升到235位."""
    return old.unit in PLACES and has(text[max(0, old.start - BEFORE) : old.start], words.ranks)


_TIMES = "倍"
_ABOUT = 0.6
"""How much of itself a growth by one whole time may be out by: 增长1倍 is said of 70% and of 160%."""
_NEAR = 40
"""How many characters before its figures tell what has grown."""

# --- growth ---------------------------------------------------------------------------------------


def growths(words: Words) -> Search:
    """A search for growths that do not follow from the two figures beside them."""
    finder = step_finder(words)

    def search(text: str) -> Iterator[Problem]:
        changes = chain(
            steps(text, finder),
            year_on_year(text, finder),
            than_last_year(text, finder),
            named_years(text, finder),
        )
        for old, new, rises, claim, claimed_rise in changes:
            if not (claim and claim.exact and old.low > 0) or _is_real(text, new, claim, words):
                continue
            old, new = as_exact(old, new)
            claim = _in_per_cent(claim)
            if rises != claimed_rise:
                yield from _contrary(text, old, new, claim, rises)
            elif claim.unit == old.unit != "%":
                yield from _wrong_difference(text, old, new, claim, 1 if claimed_rise else -1)
            else:
                yield from _wrong_growth(text, old, new, claim, 1 if claimed_rise else -1)
        for new, change, rises, claim, whole in differences(text, finder):
            sign = 1 if rises else -1
            if whole and _fits_change(whole, change, claim, sign):
                continue
            if not _is_real(text, new, claim, words):
                yield from _wrong_by_change(text, new, change, claim, sign)

    return search


def _in_per_cent(claim: Quantity) -> Quantity:
    """A growth of so many times as a percentage: 增长1.5倍 is 150%. One by whole times is about so much."""
    if claim.unit != _TIMES:
        return claim
    about = _ABOUT if claim.step >= 1 else 1
    return claim._replace(value=claim.value * 100, step=claim.step * 100 * about, unit="%")


def _is_real(text: str, new: Quantity, claim: Quantity, words: Words) -> bool:
    """Whether the growth of a sum of money may be without that of prices: 生产总值500亿元."""
    near = text[max(0, min(new.start, claim.start) - _NEAR) : max(new.end, claim.end)]
    return claim.unit == "%" and new.unit == "元" and has(near, words.real_terms)


def _wrong_by_change(
    text: str, new: Quantity, change: Quantity, claim: Quantity, sign: int
) -> Iterator[Problem]:
    """The problem of a growth that a figure and its change do not make: 250件，比去年增加50件，增长20%."""
    if not claim.exact or claim.unit != "%" or new.unit in ("%", POINTS):
        return
    if _least(new, change, sign) <= 0 or _fits_change(new, change, claim, sign):
        return
    right = f"{written(change.value / (new.value - sign * change.value) * 100, min(claim.step, 0.1))}%"
    now, by, claimed = shown(text, new), shown(text, change), shown(text, claim)
    message = Message(
        f"{now}，{'增加' if sign > 0 else '减少'} {by}，算得 {right}，文中为 {claimed}，请核对",
        f"{by} {'more' if sign > 0 else 'less'}, now {now}, makes {right}, not {claimed}: check the figures",
    )
    yield Problem(*span(claim), message, (span(new), span(change)))


def _fits_change(new: Quantity, change: Quantity, claim: Quantity, sign: int) -> bool:
    """Whether a figure and its change make the growth that is claimed."""
    least, most = _least(new, change, sign), max(new.high - sign * change.low, new.low - sign * change.high)
    return least > 0 and agrees(claim, (change.low / most * 100, change.high / least * 100))


def _least(new: Quantity, change: Quantity, sign: int) -> float:
    """The least that a figure can have been before its change."""
    return min(new.low - sign * change.high, new.high - sign * change.low)


def _contrary(text: str, old: Quantity, new: Quantity, claim: Quantity, rises: bool) -> Iterator[Problem]:
    """The problem of a decrease that is called an increase, or the contrary: 由312起降至268起，上升14.1%.

    Its size must be that of the change: else it may be the growth of something else.
    """
    sizes = {old.unit: _differences, POINTS: _differences, "%": _rates}
    if claim.unit not in sizes or not agrees(claim, sizes[claim.unit](old, new, 1 if rises else -1)):
        return
    before, after, said = shown(text, old), shown(text, new), ("下降", "上升") if rises else ("上升", "下降")
    message = Message(
        f"由 {before} 到 {after} 是{said[1]}，后面却写成{said[0]} {shown(text, claim)}，请核对",
        f"from {before} to {after} is {'an increase' if rises else 'a decrease'}, "
        f"but {shown(text, claim)} is said to be {'a decrease' if rises else 'an increase'}: check the word",
    )
    yield Problem(*span(claim), message, (span(old), span(new)))


def _wrong_difference(
    text: str, old: Quantity, new: Quantity, claim: Quantity, sign: int
) -> Iterator[Problem]:
    """The problem of a change that is not the difference of its figures: 由200件增至250件，增加60件."""
    low, high = _differences(old, new, sign)
    if claim.low <= high and low <= claim.high:
        return
    right = f"{written(sign * (new.value - old.value) / claim.scale, 0.01)}{unit_of(text, claim)}"
    yield Problem(*span(claim), _not_this(text, old, new, claim, right), (span(old), span(new)))


def _wrong_growth(text: str, old: Quantity, new: Quantity, claim: Quantity, sign: int) -> Iterator[Problem]:
    """The problem of a growth that does not follow from two figures.

    `sign` is 1 for an increase, -1 for a decrease.
    """
    if claim.unit not in ("%", POINTS) or (claim.unit == POINTS and old.unit != "%"):
        return
    points, rates = _differences(old, new, sign), _rates(old, new, sign)
    if _is_in_points(old, new, claim, sign):
        yield Problem(*span(claim), _in_points(claim), (span(old), span(new)))
        return
    if agrees(claim, points if claim.unit == POINTS else rates):
        return
    if claim.unit == "%" == old.unit and agrees(claim, points):
        message = _in_points(claim)
    else:
        message = _reckoned(text, old, new, claim, sign)
    yield Problem(*span(claim), message, (span(old), span(new)))


def _is_in_points(old: Quantity, new: Quantity, claim: Quantity, sign: int) -> bool:
    """Whether what is called a growth is exactly the difference of two percentages: 由86%升至91%，提高5%."""
    if claim.unit != "%" or old.unit != "%" or new.unit != "%":
        return False
    rate = sign * (new.value / old.value - 1) * 100
    difference = sign * (new.value - old.value)
    return abs(difference - claim.value) < claim.step / 2 and abs(rate - claim.value) >= claim.step / 2


def _in_points(claim: Quantity) -> Message:
    """A difference of percentages is called %."""
    return Message(
        f"两个百分数之差应写作“{written(claim.value, claim.step)}{POINTS}”；“%”表示相对增幅",
        f"the difference of two percentages is in {POINTS}; % is a relative growth",
    )


def _reckoned(text: str, old: Quantity, new: Quantity, claim: Quantity, sign: int) -> Message:
    """The growth that two figures make is another one than is claimed."""
    if claim.unit == POINTS:
        right = f"{written(sign * (new.value - old.value), claim.step)}{POINTS}"
    else:
        right = f"{written(sign * (new.value / old.value - 1) * 100, min(claim.step, 0.1))}%"
    return _not_this(text, old, new, claim, right)


def _not_this(text: str, old: Quantity, new: Quantity, claim: Quantity, right: str) -> Message:
    before, after, claimed = shown(text, old), shown(text, new), shown(text, claim)
    return Message(
        f"由 {before} 到 {after}，算得 {right}，文中为 {claimed}，请核对",
        f"from {before} to {after} makes {right}, not {claimed}: check the figures",
    )


def _differences(old: Quantity, new: Quantity, sign: int) -> tuple[float, float]:
    """The least and the greatest change that two figures can make, a decrease where `sign` is -1."""
    return _ordered(sign * (new.low - old.high), sign * (new.high - old.low))


def _rates(old: Quantity, new: Quantity, sign: int) -> tuple[float, float]:
    """The same in per cent."""
    return _ordered(sign * (new.low / old.high - 1) * 100, sign * (new.high / old.low - 1) * 100)


def _ordered(one: float, other: float) -> tuple[float, float]:
    return (one, other) if one <= other else (other, one)
