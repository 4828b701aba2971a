"""Growths, decreases and rates that the figures beside them do not give."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from linter.checks.arithmetic.compare import Problem, agrees, comparable, shown, span
from linter.checks.arithmetic.quantities import Quantity, quantities, written
from linter.checks.support.compiled import compiled
from linter.model.message import Message
from linter.text.characters import HAN, has
from linter.text.measures import TIMES
from linter.text.sentences import COMMON_CLAUSE_ENDS, COMMON_STOPS, sentences_with

_UP = "增加|增长|提高|提升|上升|扩大|增|升|涨"
_DOWN = "减少|下降|降低|缩短|压缩|压减|缩减|降|减|缩"
_TRIGGERS = tuple(verb + to for verb in "加长高升大涨降少低短缩减增" for to in "到至")
_VERB = f"(?:(?P<up>{_UP})|(?P<down>{_DOWN}))"
_FROM = rf"[由从](?:[^{COMMON_CLAUSE_ENDS}\d每]|\d{{4}}年|\d{{1,2}}月){{0,16}}$"
_FROM_REACH = 1 + 16 * 5
"""The most characters that `_FROM` matches."""
_TO = (
    rf"[^{COMMON_CLAUSE_ENDS}\d每]{{0,8}}?{_VERB}(?:到|至)"
    r"(?:了|现在的?|目前的?|如今的?|今年的?|本期的?|\d{4}年的?)?"
)
_CLAIM = (
    r"(?:[，,（(](?:同比|环比|净|共|比去年|比上年|较去年|较上年|同期)*)?"
    rf"{_VERB}(?:幅|率|速)?(?:了|约|达到?|为)*"
)
_LAST_YEAR = (
    rf"[^{COMMON_STOPS}\d]{{0,4}}[，,（(](?:而|比|较)?(?:去年同期|上年同期|去年|上年|同期)"
    rf"(?:的|为|是|仅为|只有|共)?[^{COMMON_CLAUSE_ENDS}\d]{{0,6}}"
)


class _Step(NamedTuple):
    """From one figure to another, and what is claimed of it."""

    old: Quantity
    new: Quantity
    rises: bool
    claim: Quantity | None
    claimed_rise: bool


def _steps(text: str) -> Iterator[_Step]:
    """Every 由A增至B, with the growth claimed behind it."""
    for start, end in sentences_with(text, _TRIGGERS):
        if not has(text[start:end], "由从"):
            continue
        found = list(quantities(text, start, end))
        for at, (old, new) in enumerate(pairwise(found)):
            way = compiled(_TO).fullmatch(text, old.end, new.start)
            if way and compiled(_FROM).search(text[max(start, old.start - _FROM_REACH) : old.start]):
                old = _completed(old, new)
                if comparable(old, new):
                    yield _Step(old, new, bool(way["up"]), *_claimed(text, found, at + 2))


def _completed(old: Quantity, new: Quantity) -> Quantity:
    """The first of two figures with the unit that only the second has: 由1.2增至1.5万元."""
    if old.unit or old.scale != 1:
        return old
    old = old._replace(value=old.value * new.scale, low=old.low * new.scale, high=old.high * new.scale)
    return old._replace(unit=new.unit, step=old.step * new.scale)


def _claimed(text: str, found: list[Quantity], at: int) -> tuple[Quantity | None, bool]:
    """The growth claimed right behind two figures; None when there is none."""
    if at < len(found):
        match = compiled(_CLAIM).fullmatch(text, found[at - 1].end, found[at].start)
        if match:
            return found[at], bool(match["up"])
    return None, True


def directions(text: str) -> Iterator[Problem]:
    """Increases that are none, and decreases."""
    for old, new, rises, _, _ in _steps(text):
        if rises and old.unit in TIMES:
            continue
        contrary = new.high < old.low if rises else new.low > old.high
        if contrary or (old.value == new.value and old.step == new.step):
            before, after = shown(text, old), shown(text, new)
            zh = f"由 {before} 到 {after}，并没有{'增加' if rises else '减少'}"
            en = f"from {before} to {after} is no {'increase' if rises else 'decrease'}"
            yield Problem(*span(new), Message(zh, en), (span(old),))


def growths(text: str) -> Iterator[Problem]:
    """Growths that the two figures before them do not give."""
    if "%" not in text and "％" not in text and "百分点" not in text:
        return
    for old, new, rises, claim, claimed_rise in (*_steps(text), *_year_on_year(text)):
        if claim and claim.exact and rises == claimed_rise and old.low > 0:
            yield from _wrong_growth(text, old, new, claim, 1 if claimed_rise else -1)


def _year_on_year(text: str) -> Iterator[_Step]:
    """今年A，去年同期B，增长C: the first figure is the new one."""
    for start, end in sentences_with(text, ("去年", "上年", "同期")):
        if not has(text[start:end], "%％"):
            continue
        found = list(quantities(text, start, end))
        for at, (new, old) in enumerate(pairwise(found)):
            if comparable(new, old) and compiled(_LAST_YEAR).fullmatch(text, new.end, old.start):
                claim, rise = _claimed(text, found, at + 2)
                yield _Step(old, new, rise, claim, rise)


def _wrong_growth(text: str, old: Quantity, new: Quantity, claim: Quantity, sign: int) -> Iterator[Problem]:
    """The claim of a growth that two figures do not give."""
    if claim.unit not in ("%", "个百分点"):
        return
    points = _ordered(sign * (new.low - old.high), sign * (new.high - old.low))
    rates = _ordered(sign * (new.low / old.high - 1) * 100, sign * (new.high / old.low - 1) * 100)
    percents = old.unit == "%"
    if claim.unit == "个百分点":
        if not percents or agrees(claim, points):
            return
        right = f"{written(sign * (new.value - old.value), claim.step)}个百分点"
    elif agrees(claim, rates):
        return
    elif percents and agrees(claim, points):
        zh = f"两个百分数之差应写作“{written(claim.value, claim.step)}个百分点”；“%”表示相对增幅"
        en = "the difference of two percentages is in 个百分点; % is a relative growth"
        yield Problem(*span(claim), Message(zh, en), (span(old), span(new)))
        return
    else:
        right = f"{written(sign * (new.value / old.value - 1) * 100, min(claim.step, 0.1))}%"
    before, after, said = shown(text, old), shown(text, new), shown(text, claim)
    zh = f"由 {before} 到 {after}，算得 {right}，文中为 {said}"
    en = f"from {before} to {after} makes {right}, not {said}"
    yield Problem(*span(claim), Message(zh, en), (span(old), span(new)))


def _ordered(one: float, other: float) -> tuple[float, float]:
    return (one, other) if one <= other else (other, one)


# --- rate -------------------------------------------------------------------------------------

_DEEDS = (
    *("办结", "完成", "整改", "解决", "化解", "销号", "回复"),
    *("答复", "合格", "通过", "签订", "救治", "治愈"),
)
_RATES = tuple(f"{verb}率" for verb in _DEEDS)
_DID = (
    rf"[^\d{COMMON_STOPS}]{{0,4}}[，,、（(](?:已|现已|目前已|全部)?"
    rf"[^\d{COMMON_CLAUSE_ENDS}]{{0,8}}?(?P<word>[{HAN}]{{2}})了?"
)
_RATE_OF = rf"[，,（(](?:总|总体|综合)?(?P<word>[{HAN}]{{2}})率(?:为|达到?|约|是)*"


def rates(text: str) -> Iterator[Problem]:
    """Rates that the two figures before them do not give."""
    for start, end in sentences_with(text, _RATES) if "率" in text else ():
        found = list(quantities(text, start, end))
        units: set[str] = set()
        for total, done, rate in zip(found, found[1:], found[2:], strict=False):
            if total.unit not in units and _is_rate_of(text, total, done, rate):
                yield from _wrong_rate(text, total, done, rate)
            units.add(total.unit)


def _is_rate_of(text: str, total: Quantity, done: Quantity, rate: Quantity) -> bool:
    """Whether the third figure is the rate that the two others make, by the words between them."""
    did = compiled(_DID).fullmatch(text, total.end, done.start)
    of = compiled(_RATE_OF).fullmatch(text, done.end, rate.start)
    return bool(
        did
        and of
        and did["word"] == of["word"]
        and comparable(total, done)
        and total.unit not in ("%", "个百分点")
        and rate.unit == "%"
        and rate.exact
        and 0 < done.value <= total.value
    )


def _wrong_rate(text: str, total: Quantity, done: Quantity, rate: Quantity) -> Iterator[Problem]:
    if agrees(rate, (done.low / total.high * 100, done.high / total.low * 100)):
        return
    right = f"{written(done.value / total.value * 100, min(rate.step, 0.1))}%"
    one, other, said = shown(text, total), shown(text, done), shown(text, rate)
    zh, en = f"{one}中的 {other}，算得 {right}，文中为 {said}", f"{other} of {one} makes {right}, not {said}"
    yield Problem(*span(rate), Message(zh, en), (span(total), span(done)))
