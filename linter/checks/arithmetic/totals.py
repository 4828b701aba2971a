"""Parts that do not fit their total."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from linter.checks.arithmetic.compare import Problem, shown, span
from linter.checks.arithmetic.quantities import Quantity, quantities, written
from linter.checks.support.compiled import compiled
from linter.model.message import Message
from linter.text.characters import has
from linter.text.measures import RELATIVE
from linter.text.sentences import COMMON_CLAUSE_ENDS, STOPS, sentences_with

_ELSEWHERE = (
    *("比", "去年", "上年", "往年", "同期", "环比", "增", "减", "累计", "历年", "此外", "另", "总", "共"),
    *("现有", "目前", "达到", "全市", "全县", "全院", "全国"),
)
"""What takes a clause away from the total before 其中."""
_ATTRIBUTES = (
    *("女", "男", "岁", "党员", "团员", "学历", "大专", "本科", "硕士", "博士", "研究生", "职称"),
    *("高级", "中级", "以上", "以下", "民族", "兼", "含", "包括", "同时"),
)
"""Words of parts that overlap."""
_STATES = ("已", "未", "完成", "整改", "办结", "解决", "正在", "在办", "销号")
_LEFT = ("其余", "剩余", "剩下", "余下")
_DONE = ("已", "完成", "整改", "办结", "解决", "销号", "落实", "化解")
_CLAUSE = rf"[^{STOPS}，\n（）()]+"


def search(text: str) -> Iterator[Problem]:
    """Parts that do not fit their total."""
    for start, end in sentences_with(text, ("其中",)):
        yield from _among(text, start, text.find("其中", start, end), end)
    for start, end in sentences_with(text, _LEFT):
        yield from _left_over(text, start, end)


def _among(text: str, start: int, at: int, end: int) -> Iterator[Problem]:
    """The parts behind 其中, held against what stands before it."""
    before = [one for one in quantities(text, start, at) if not _in_brackets(text, one, at)]
    if not before or at - before[-1].end > 12:
        return
    total = before[-1]
    same = [one for one in before if one.unit == total.unit]
    if total.unit in RELATIVE or not all(one.exact for one in same):
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
    before = text[max(0, one.start - 40) : one.start]
    opened = max(before.rfind(mark) for mark in "（(") > max(before.rfind(mark) for mark in "）)")
    return opened and has(text[one.end : end], "）)")


def _own_parts(text: str, start: int, end: int, unit: str) -> Iterator[Quantity]:
    """The quantities of a unit behind 其中, up to a clause that speaks of something else."""
    for clause in compiled(_CLAUSE).finditer(text, start, end):
        if has(clause.group(), _ELSEWHERE) or "其中" in clause.group():
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
    opening = max(text.rfind(mark, 0, parts[0].start) for mark in COMMON_CLAUSE_ENDS + "：其") + 1
    labels = [text[opening : parts[0].start], *between]
    states = [has(label, _STATES) for label in labels]
    return (
        all(gap.startswith(("、", "和", "及")) and "，" not in gap for gap in between)
        and not any(has(label, _ATTRIBUTES) for label in labels)
        and (all(states) or not any(states))
    )


def _left_over(text: str, start: int, end: int) -> Iterator[Problem]:
    """Total, done and the rest: exactly three figures of one unit."""
    found = list(quantities(text, start, end))
    if len(found) != 3 or len({one.unit for one in found}) != 1 or not all(one.exact for one in found):
        return
    total, done, rest = found
    if total.unit in RELATIVE or not _is_account(text, total, done, rest, end):
        return
    if done.low + rest.low > total.high or done.high + rest.high < total.low:
        zh = "已完成的与其余的 {one} 相加不等于总数 {total}"
        en = "what is done and the rest, {one}, do not make {total}"
        yield _fault(text, rest, [total, done], zh, en)


def _is_account(text: str, total: Quantity, done: Quantity, rest: Quantity, end: int) -> bool:
    """Whether the words between three figures make them a total, what is done, and what is left."""
    left = max(text.find(word, done.end, rest.start) for word in _LEFT)
    near = left >= 0 and rest.start - left <= 12
    return near and has(text[total.end : done.start], _DONE) and not has(text[total.end : end], _ELSEWHERE)


def _fault(text: str, one: Quantity, others: list[Quantity], zh: str, en: str) -> Problem:
    """A fault whose message names the figure and its total."""
    summed = others if "其中" in zh else others[:1]
    names = {"one": shown(text, one), "total": "、".join(shown(text, other) for other in summed)}
    return Problem(*span(one), Message(zh.format(**names), en.format(**names)), tuple(map(span, others)))
