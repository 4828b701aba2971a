"""Figures that contradict each other.

One rule looks for some `kinds`; each is reported only where the text leaves one reading:

`share`      a rate or share over 100 % that cannot be (合格率105%, 占比120%; 完成率 can); shares of a whole
             that name all its parts and sum to more
`part`       a part (其中…) greater than its total; parts listed with 、 that sum to more; what is done and
             what remains (其余, 剩余) that do not make the total
`direction`  由A增至B where B is no greater, 由A降至B where B is no smaller
`growth`     a growth rate that two given figures do not give (由200增至250，增长20%; 今年320件，
             去年同期280件，同比增长25%); a difference of percentages called % and not 个百分点
`rate`       a rate that its two figures do not give (受理35件，办结33件，办结率98%)

Every figure is taken as exactly as it is written: 1.2万 may be anything from 11,500 to 12,500, and a rate
may be rounded or cut off. Figures with 约, 近, 余, 多, 以上 are not reckoned with.
"""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Annotated, Literal, NamedTuple

from linter.checks import Doc, Find, SectionId
from linter.checks._quantities import Quantity, quantities, written
from linter.model import Draft, Match, Related, Text
from linter.scope import Scope, code, texts, touches

MANUAL_ZH = """
前后对不上的数字。

一条规则查若干种（`kinds`），只在文字没有歧义的地方报：

`share`      不可能超过100%的比率、占比超过了100%（合格率105%、占比120%；完成率可以超过）；列全了各部分的
             占比合计超过100%
`part`       “其中”的一项大于总数；用顿号并列的各项合计大于总数；已完成的与其余的相加不等于总数
`direction`  “由A增至B”而B不比A大，“由A降至B”而B不比A小
`growth`     增幅与给出的两个数不符（由200增至250，增长20%；今年320件，去年同期280件，同比增长25%）；两个
             百分数之差写成了“%”而不是“个百分点”
`rate`       比率与给出的两个数不符（受理35件，办结33件，办结率98%）

每个数按所写的精度计算：“1.2万”可以是11500到12500之间的任何数，比率可以是四舍五入的，也可以是截尾的。带“约、
近、余、多、以上”的数不参与计算。
"""

_TINY = 1e-9
"""For the rounding of floating point."""

Kind = Literal["share", "part", "direction", "growth", "rate"]

_RATES = (
    "合格率", "及格率", "优秀率", "优良率", "出勤率", "到会率", "参会率", "参学率", "参训率", "参与率",
    "知晓率", "满意率", "满意度", "办结率", "整改率", "通过率", "准确率", "正确率", "成功率", "治愈率",
    "签订率", "覆盖率", "覆盖面", "见面率", "回访率", "响应率", "占比", "比重",
)  # fmt: skip


class Options(NamedTuple):
    """What is reckoned."""

    kinds: Annotated[
        tuple[Kind, ...],
        Doc("查哪几种：占比、分项、增减、增幅、比率", "which kinds: share, part, direction, growth, rate"),
    ] = ("share", "part", "direction", "growth", "rate")
    rates: Annotated[tuple[str, ...], Doc("不可能超过100%的比率", "rates that cannot be over 100 %")] = _RATES
    scope: Annotated[Scope, Doc("查找范围", "where to look")] = "document"
    section: Annotated[SectionId, Doc("只看这一部分", "look at this section only")] = SectionId("")


class Fault(NamedTuple):
    """A figure that does not agree, with those that it was held against."""

    start: int
    end: int
    message: Text
    others: tuple[tuple[int, int], ...] = ()


Search = Callable[[str], Iterator[Fault]]


def build(options: Options) -> Find:
    """Reckon what can be reckoned in one draft."""
    searches = [_SEARCHES[kind](options) for kind in options.kinds]

    def find(draft: Draft) -> Iterator[Match]:
        for text in texts(draft, options.scope, options.section):
            for fault in (fault for search in searches for fault in search(text.text)):
                span = text.place(fault.start, fault.end)
                others = [place for other in fault.others if (place := text.place(*other))]
                if span and not touches(span, code(draft)):
                    related = tuple(
                        Related(*other, Text("与此处对照", "held against this")) for other in others
                    )
                    yield Match(*span, fault.message, related=related)

    return find


def _span(one: Quantity) -> tuple[int, int]:
    return one.start, one.end


def _shown(text: str, one: Quantity) -> str:
    return text[one.start : one.end]


# --- share ------------------------------------------------------------------------------------

_SHARE = re.compile(
    r"占(?P<base>比)?(?P<of>[^，。；：！？、\d\n%]{0,16}?)(?:的)?(?:约|达到?|为|了)?(?P<number>\d+(?:\.\d+)?)[%％](?!以)"
)
_SENTENCE = re.compile(r"[^。；！？\n]+")
_END = re.compile("[。；！？\n]")
_REST = ("其余", "其他", "其它", "剩余", "余下")
_OPPOSITES = (
    ("男", "女"),
    ("满意", "不满意"),
    ("优秀", "合格"),
    ("优秀", "称职"),
    ("城镇", "农村"),
    ("公办", "民办"),
)


def _shares(options: Options) -> Search:
    rates = "|".join(map(re.escape, sorted(options.rates, key=len, reverse=True)))
    over = re.compile(
        rf"(?P<rate>{rates})(?:约|达到?|为|是|上升到|提高到|提升到|提升至|提高至|均|超过){{0,2}}(?P<number>\d{{3,}}(?:\.\d+)?)[%％]"
    )

    def search(text: str) -> Iterator[Fault]:
        if "%" not in text and "％" not in text:
            return
        for match in over.finditer(text) if rates else ():
            if float(match["number"]) > 100:
                yield _impossible(match, match["rate"])
        if "占" in text:
            yield from _sums(text)

    return search


def _impossible(match: re.Match[str], name: str) -> Fault:
    share = f"{match['number']}%"
    zh, en = f"{name}不可能超过100%，文中为{share}", f"{name} cannot be over 100 %, here it is {share}"
    return Fault(match.start("number"), match.end(), Text(zh, en))


def _sums(text: str) -> Iterator[Fault]:
    for sentence in _SENTENCE.finditer(text):
        found = list(_SHARE.finditer(text, *sentence.span())) if "占" in sentence.group() else []
        for match in found:
            if float(match["number"]) > 100 and not match["base"]:
                yield _impossible(match, "占比")
        if len(found) > 1 and _is_whole(text, found):
            total = sum(float(match["number"]) for match in found)
            if total > 100.5 + 0.05 * len(found):
                last = found[-1]
                zh = f"各部分占比合计为{written(total, 0.1)}%，超过了100%"
                message = Text(zh, f"the shares sum to {written(total, 0.1)} %")
                others = tuple((match.start("number"), match.end()) for match in found[:-1])
                yield Fault(last.start("number"), last.end(), message, others)


def _is_whole(text: str, found: list[re.Match[str]]) -> bool:
    """Whether shares are those of one whole, and name all of it."""
    if len({match["of"] for match in found}) > 1:
        return False
    starts = [max(text.rfind(mark, 0, found[0].start()) for mark in "。；！？\n，：、") + 1]
    starts += [match.end() for match in found[:-1]]
    labels = [
        text[start : match.start()].strip("，、：和及 ") for start, match in zip(starts, found, strict=True)
    ]
    if any("其中" in label for label in labels[1:]):
        return False
    return labels[-1].startswith(_REST) or any(
        all(any(label.startswith(word) for label in labels) for word in pair) for pair in _OPPOSITES
    )


# --- part -------------------------------------------------------------------------------------

_ELSEWHERE = re.compile(
    "比|去年|上年|往年|同期|同比|环比|增|减|累计|历年|此外|另|总|共|现有|目前|达到|全市|全县|全院|全国"
)
"""What takes a clause away from the total before 其中."""
_ATTRIBUTES = re.compile(
    "女|男|岁|党员|团员|学历|大专|本科|硕士|博士|研究生|职称|高级|中级|以上|以下|民族|兼|含|包括|同时"
)
"""Words of parts that overlap."""
_STATES = re.compile("已|未|完成|整改|办结|解决|正在|在办|销号")
_CLAUSE = re.compile(r"[^，。；！？\n（）()]+")
_LEFT = re.compile("其余|剩余|剩下|余下")
_DONE = re.compile("已|完成|整改|办结|解决|销号|落实|化解")


def _parts(options: Options) -> Search:
    def search(text: str) -> Iterator[Fault]:
        if "其中" in text:
            for sentence in _SENTENCE.finditer(text):
                at = text.find("其中", *sentence.span())
                if at >= 0:
                    yield from _among(text, sentence.start(), at, sentence.end())
        if _LEFT.search(text):
            for sentence in _SENTENCE.finditer(text):
                yield from _left_over(text, *sentence.span())

    return search


def _among(text: str, start: int, at: int, end: int) -> Iterator[Fault]:
    """The parts behind 其中, held against what stands before it."""
    before = [one for one in quantities(text, start, at) if not _in_brackets(text, one, at)]
    if not before or at - before[-1].end > 12:
        return
    total = before[-1]
    same = [one for one in before if one.unit == total.unit]
    if total.unit in ("%", "个百分点", "倍", "岁", "‰") or not all(one.exact for one in same):
        return
    ceiling = sum(one.high for one in same)
    parts = list(_own_parts(text, at + 2, end, total.unit))
    greater = [part for part in parts if part.low > ceiling]
    for part in greater:
        yield _fault(
            text,
            part,
            same,
            "“其中”的 {one} 大于总数 {total}",
            "the part {one} is more than its total {total}",
        )
    if not greater and _is_list(text, parts) and sum(part.low for part in parts) > ceiling:
        added = f"{written(sum(part.value for part in parts) / total.scale, 0.01)}{text[parts[-1].end - 1]}"
        zh = f"“其中”各项合计 {added}，大于总数 {{total}}"
        yield _fault(text, parts[-1], same, zh, f"the parts sum to {added}, more than their total {{total}}")


def _in_brackets(text: str, one: Quantity, end: int) -> bool:
    """Whether a quantity stands in brackets that are closed before `end`."""
    return bool(re.search(r"[（(][^）)]*$", text[max(0, one.start - 40) : one.start])) and bool(
        re.search("[）)]", text[one.end : end])
    )


def _own_parts(text: str, start: int, end: int, unit: str) -> Iterator[Quantity]:
    """The quantities of a unit behind 其中, up to a clause that speaks of something else."""
    for clause in _CLAUSE.finditer(text, start, end):
        if _ELSEWHERE.search(clause.group()) or "其中" in clause.group():
            return
        found = [one for one in quantities(text, *clause.span()) if one.unit == unit]
        if any(not one.exact for one in found):
            return
        yield from found


def _is_list(text: str, parts: list[Quantity]) -> bool:
    """Whether parts stand side by side, parted by 、, as kinds that do not overlap."""
    if len(parts) < 2:
        return False
    between = [text[one.end : other.start] for one, other in pairwise(parts)]
    opening = max(text.rfind(mark, 0, parts[0].start) for mark in "，：；。其") + 1
    labels = [text[opening : parts[0].start], *between]
    states = [bool(_STATES.search(label)) for label in labels]
    return (
        all(gap.startswith(("、", "和", "及")) and "，" not in gap for gap in between)
        and not any(_ATTRIBUTES.search(label) for label in labels)
        and (all(states) or not any(states))
    )


def _left_over(text: str, start: int, end: int) -> Iterator[Fault]:
    """Total, done and the rest: exactly three figures of one unit."""
    left = _LEFT.search(text, start, end)
    found = list(quantities(text, start, end)) if left else []
    if not left or len(found) != 3 or len({one.unit for one in found}) != 1:
        return
    total, done, rest = found
    fits = total.start < done.start < left.start() < rest.start and rest.start - left.end() <= 10
    if not fits or not all(one.exact for one in found) or not _DONE.search(text, total.end, done.start):
        return
    if total.unit in ("%", "个百分点") or _ELSEWHERE.search(text, total.end, end):
        return
    if done.low + rest.low > total.high or done.high + rest.high < total.low:
        zh, en = (
            "与其余的 {one} 相加不等于总数 {total}",
            "what is done and the rest, {one}, do not make {total}",
        )
        yield _fault(text, rest, [total, done], "已完成的" + zh, en)


def _fault(text: str, one: Quantity, others: list[Quantity], zh: str, en: str) -> Fault:
    """A fault whose message names the figure and its total."""
    names = {
        "one": _shown(text, one),
        "total": "、".join(_shown(text, other) for other in others[:1] or others),
    }
    if len(others) > 1 and "其中" in zh:
        names["total"] = "、".join(_shown(text, other) for other in others)
    return Fault(*_span(one), Text(zh.format(**names), en.format(**names)), tuple(map(_span, others)))


# --- direction and growth ---------------------------------------------------------------------

_UP = "增加|增长|提高|提升|上升|扩大|增|升|涨"
_DOWN = "减少|下降|降低|缩短|压缩|压减|缩减|降|减|缩"
_VERB = f"(?:(?P<up>{_UP})|(?P<down>{_DOWN}))"
_TRIGGER = re.compile(f"(?:{_UP}|{_DOWN})(?:了|约|达到?|到|至|为|成)?[^，。；\\n]{{0,8}}\\d")
_FROM = re.compile(r"[由从](?:[^，。；\d]|\d{4}年|\d{1,2}月){0,16}$")
_TO = re.compile(rf"[^，。；\d]{{0,8}}?{_VERB}(?:到|至|为|成)(?:[^，。；\d]|\d{{4}}年){{0,8}}")
_CLAIM = re.compile(
    rf"(?:[，,（(](?:同比|环比|净|共|比去年|比上年|较去年|较上年|同期)*)?{_VERB}(?:幅|率|速)?(?:了|约|达到?|为)*"
)
_LAST_YEAR = re.compile(
    r"[^。；\d]{0,4}[，,（(](?:而|比|较)?(?:去年同期|上年同期|去年|上年|同期)(?:的|为|是|仅为|只有|共)?[^，。；\d]{0,6}"
)
_TIMES = frozenset(("天", "小时", "分钟", "工作日", "个月", "个工作日"))


class _Step(NamedTuple):
    """From one figure to another, and what is claimed of it."""

    old: Quantity
    new: Quantity
    rises: bool
    claim: Quantity | None
    claimed_rise: bool


def _steps(text: str) -> Iterator[_Step]:
    """Every 由A增至B, with the growth claimed behind it."""
    for start, end in _sentences(text, _TRIGGER):
        found = list(quantities(text, start, end))
        for at, (old, new) in enumerate(pairwise(found)):
            way = _TO.fullmatch(text, old.end, new.start)
            if way and _FROM.search(text[start : old.start]):
                old = _completed(old, new)
                if _comparable(old, new):
                    yield _Step(old, new, bool(way["up"]), *_claimed(text, found, at + 2))


def _sentences(text: str, trigger: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """The sentences in which a trigger stands."""
    end = 0
    for match in trigger.finditer(text):
        if match.start() >= end:
            start = max(text.rfind(mark, 0, match.start()) for mark in "。；！？\n") + 1
            stop = _END.search(text, match.end())
            end = stop.start() if stop else len(text)
            yield start, end


def _completed(old: Quantity, new: Quantity) -> Quantity:
    """The first of two figures with the unit that only the second has: 由1.2增至1.5万元."""
    if old.unit or old.scale != 1:
        return old
    old = old._replace(value=old.value * new.scale, low=old.low * new.scale, high=old.high * new.scale)
    return old._replace(unit=new.unit, step=old.step * new.scale)


def _comparable(one: Quantity, other: Quantity) -> bool:
    return one.unit == other.unit != "" and one.exact and other.exact


def _claimed(text: str, found: list[Quantity], at: int) -> tuple[Quantity | None, bool]:
    """The growth claimed right behind two figures; None when there is none."""
    if at < len(found):
        match = _CLAIM.fullmatch(text, found[at - 1].end, found[at].start)
        if match:
            return found[at], bool(match["up"])
    return None, True


def _direction(options: Options) -> Search:
    def search(text: str) -> Iterator[Fault]:
        for old, new, rises, _, _ in _steps(text):
            if rises and old.unit in _TIMES:
                continue
            contrary = new.high < old.low if rises else new.low > old.high
            if contrary or (old.value == new.value and old.step == new.step):
                before, after = _shown(text, old), _shown(text, new)
                zh = f"由 {before} 到 {after}，并没有{'增加' if rises else '减少'}"
                en = f"from {before} to {after} is no {'increase' if rises else 'decrease'}"
                yield Fault(*_span(new), Text(zh, en), (_span(old),))

    return search


def _growth(options: Options) -> Search:
    def search(text: str) -> Iterator[Fault]:
        for old, new, rises, claim, claimed_rise in (*_steps(text), *_year_on_year(text)):
            if claim and claim.exact and rises == claimed_rise and old.low > 0:
                fault = _wrong_growth(text, old, new, claim, 1 if claimed_rise else -1)
                if fault:
                    yield fault

    return search


def _year_on_year(text: str) -> Iterator[_Step]:
    """今年A，去年同期B，增长C: the first figure is the new one."""
    if "年" not in text and "同期" not in text:
        return
    for start, end in _sentences(text, _TRIGGER):
        found = list(quantities(text, start, end))
        for at, (new, old) in enumerate(pairwise(found)):
            if _comparable(new, old) and _LAST_YEAR.fullmatch(text, new.end, old.start):
                claim, rise = _claimed(text, found, at + 2)
                yield _Step(old, new, rise, claim, rise)


def _wrong_growth(text: str, old: Quantity, new: Quantity, claim: Quantity, sign: int) -> Fault | None:
    """The claim of a growth that two figures do not give."""
    if claim.unit not in ("%", "个百分点"):
        return None
    points = _ordered(sign * (new.low - old.high), sign * (new.high - old.low))
    rates = _ordered(sign * (new.low / old.high - 1) * 100, sign * (new.high / old.low - 1) * 100)
    percents = old.unit == "%"
    if claim.unit == "个百分点":
        if not percents or _agrees(claim, points):
            return None
        right = f"{written(sign * (new.value - old.value), claim.step)}个百分点"
    elif _agrees(claim, rates):
        return None
    elif percents and _agrees(claim, points):
        zh = f"两个百分数之差应写作“{written(claim.value, claim.step)}个百分点”；“%”表示相对增幅"
        en = "the difference of two percentages is in 个百分点; % is a relative growth"
        return Fault(*_span(claim), Text(zh, en), (_span(old), _span(new)))
    else:
        right = f"{written(sign * (new.value / old.value - 1) * 100, min(claim.step, 0.1))}%"
    before, after, said = _shown(text, old), _shown(text, new), _shown(text, claim)
    zh = f"由 {before} 到 {after}，算得 {right}，文中为 {said}"
    return Fault(
        *_span(claim),
        Text(zh, f"from {before} to {after} makes {right}, not {said}"),
        (_span(old), _span(new)),
    )


def _ordered(one: float, other: float) -> tuple[float, float]:
    return (one, other) if one <= other else (other, one)


def _agrees(claim: Quantity, bounds: tuple[float, float]) -> bool:
    """Whether a figure that was rounded or cut off at its last digit may have lain within bounds."""
    least, greatest = claim.value - claim.step / 2, claim.value + claim.step
    return least - _TINY <= bounds[1] and bounds[0] <= greatest + _TINY


# --- rate -------------------------------------------------------------------------------------

_RATE = re.compile("(?:办结|完成|整改|解决|化解|销号|回复|答复|合格|通过|签订|救治|治愈)率")
_DID = re.compile(
    r"[^\d。；]{0,4}[，,、（(](?:已|现已|目前已|全部)?[^\d，。；]{0,8}?(?P<word>[\u4e00-\u9fff]{2})了?"
)
_RATE_OF = re.compile(r"[，,（(](?:总|总体|综合)?(?P<word>[\u4e00-\u9fff]{2})率(?:为|达到?|约|是)*")


def _rate(options: Options) -> Search:
    def search(text: str) -> Iterator[Fault]:
        for start, end in _sentences(text, _RATE) if "率" in text else ():
            found = list(quantities(text, start, end))
            for at in range(len(found) - 2):
                total, done, rate = found[at : at + 3]
                alone = not any(one.unit == total.unit for one in found[:at])
                if alone and _is_rate_of(text, total, done, rate):
                    yield from _wrong_rate(text, total, done, rate)

    return search


def _is_rate_of(text: str, total: Quantity, done: Quantity, rate: Quantity) -> bool:
    """Whether the third figure is the rate that the two others make, by the words between them."""
    did = _DID.fullmatch(text, total.end, done.start)
    of = _RATE_OF.fullmatch(text, done.end, rate.start)
    return bool(
        did
        and of
        and did["word"] == of["word"]
        and _comparable(total, done)
        and total.unit not in ("%", "个百分点")
        and rate.unit == "%"
        and rate.exact
        and 0 < done.value <= total.value
    )


def _wrong_rate(text: str, total: Quantity, done: Quantity, rate: Quantity) -> Iterator[Fault]:
    if _agrees(rate, (done.low / total.high * 100, done.high / total.low * 100)):
        return
    right = f"{written(done.value / total.value * 100, min(rate.step, 0.1))}%"
    one, other, said = _shown(text, total), _shown(text, done), _shown(text, rate)
    zh, en = f"{one}中的 {other}，算得 {right}，文中为 {said}", f"{other} of {one} makes {right}, not {said}"
    yield Fault(*_span(rate), Text(zh, en), (_span(total), _span(done)))


_SEARCHES: dict[str, Callable[[Options], Search]] = {
    "share": _shares,
    "part": _parts,
    "direction": _direction,
    "growth": _growth,
    "rate": _rate,
}
