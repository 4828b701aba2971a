"""Numbers of headings and list items that do not follow on.

The numbers of a report are sorted into series (`linter.checks.numbering.series`): the headings
一、二、三、, the （一）（二） under each of them, the items 1. 2. 3. of one list, the 一是 二是 三是 of
a paragraph. `defects` says what is looked for in a series:

`order`  a number left out, given twice, or going back; a series that does not begin with its first.
`style`  siblings written in different ways: （一） and (二), 1. and 2、, 一、 and 2.
`level`  （1） right under 一、 in a report that elsewhere uses the levels between (info).
`count`  "主要抓了以下三个方面：" before two or four items (info).

Numbers may begin again under another heading, in another report of the file, after a sentence that
introduces a list ("存在以下问题：") and, for lists of 1. or （1）, after a paragraph without a number.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Annotated, Literal, NamedTuple

from linter.checks.api import Find
from linter.checks.numbering.series import ENUMERATIONS, Item, Series, all_series
from linter.checks.numbering.words import Words
from linter.checks.support.compiled import compiled
from linter.model.document import Document
from linter.model.finding import Match, Related
from linter.model.message import Message
from linter.model.outline import Context, Number
from linter.schema.types import Doc, WordLists
from linter.text.numerals import CIRCLED, CIRCLED_TYPED, COUNTING, ONE_TO_TEN, to_chinese, value_of
from linter.text.patterns import alternation
from linter.text.sentences import COMMON_CLAUSE_ENDS

MANUAL_ZH = """
标题和条目的编号不连贯。

报告里的编号先归成一个个序列：标题的一、二、三、，其下的（一）（二），
同一列表的 1. 2. 3.，一段之内的一是、二是、三是。`defects` 说明查序列的哪些问题：

`order`  缺号、重号、倒序，序列不从第一个开始
`style`  同级写法不一：（一）与(二)，1. 与 2、，一、与 2.
`level`  别处用了中间层级，此处一、之下直接是（1）（提示）
`count`  “主要抓了以下三个方面：”之后是两条或四条（提示）

换了标题、换了报告、出现引出列表的句子（“存在以下问题：”）之后可以重新编号；1. 和（1）的列表，隔了没有编号的
段落也可以。
"""

_FIRM = {"一、", "（一）", "第一部分", "第一篇", "第一章", "第一节"} | ENUMERATIONS
_STRAY = 3
"""A number that is more than this beyond the one before may be no number of the series."""

VALUES = ("due",)


class Options(NamedTuple):
    """The keys of `with:`, and the word lists that the check uses."""

    words: Annotated[Words, WordLists]
    defects: Annotated[
        tuple[Literal["order", "style", "level", "count"], ...],
        Doc(
            "检查哪些问题：顺序、写法、层级、预告的条数",
            "which defects: order, style, level, announced count",
        ),
    ] = ("order", "style", "level", "count")


def build(options: Options) -> Find:
    """Choose the checks of a series by `defects`."""
    known = {"order": _order, "style": _style, "level": _level, "count": _counts(options.words)}
    series_checks = [known[name] for name in options.defects]

    def find(context: Context) -> Iterator[Match]:
        for part in context.parts:
            found = all_series(context.document, part, options.words)
            levels = {(one.parent.family, one.family) for one in found if one.parent}
            for series in found:
                for check in series_checks:
                    yield from check(context.document, series, levels)

    return find


Values = tuple[int, ...]
"""The figures of a number: one, or those of 2.3."""

Levels = set[tuple[str, str]]
"""The families that stand right under each other somewhere in the report, the upper one first."""

_SeriesCheck = Callable[[Document, Series, Levels], Iterator[Match]]
"""Gives a match for each defect in one series of a document."""


# --- order ----------------------------------------------------------------------------------------


def _order(document: Document, series: Series, levels: Levels) -> Iterator[Match]:
    """The items that do not follow on from the one before."""
    if all(item.number.values == (at,) for at, item in enumerate(series.items, 1)):
        return
    items = _without_strays(series.items)
    if not items:
        return
    due = {*_following(items[0].number.values)}
    if _starts_wrong(items):
        first = (*items[0].number.values[:-1], 1)
        yield _misnumbered(document, items, 0, first)
        due.update(_following(first))
    for at in range(1, len(items)):
        values = items[at].number.values
        if values in due:
            due = {*_following(values)}
            continue
        wanted = _next(items[at - 1].number.values)
        yield _misnumbered(document, items, at, wanted)
        due = {*_following(values), *_following(wanted), wanted}


def _without_strays(items: list[Item]) -> list[Item]:
    """The items without numbers that only look like one: a figure far from both its neighbours."""
    kept: list[Item] = []
    for at, item in enumerate(items):
        last = kept[-1].number.values if kept else (0,)
        jump = item.number.values[-1] - last[-1]
        follows = at + 1 < len(items) and items[at + 1].number.values == _next(item.number.values)
        if item.family in _FIRM or jump <= _STRAY or follows:
            kept.append(item)
    return kept


def _starts_wrong(items: list[Item]) -> bool:
    """Whether a series does not begin with its first number."""
    first = items[0]
    if first.number.values[-1] <= 1:
        return False
    second = items[1].number.values if len(items) > 1 else None
    return first.family in _FIRM or second in (first.number.values, _next(first.number.values))


def _next(values: Values) -> Values:
    return (*values[:-1], values[-1] + 1)


def _following(values: Values) -> Iterator[Values]:
    """The numbers that may follow: 2.3 after 2.2, and 3.1 where nothing else counts the chapters."""
    yield _next(values)
    if len(values) > 1:
        yield (*_next(values[:-1]), 1)


def _misnumbered(document: Document, items: list[Item], at: int, wanted: Values) -> Match:
    item = items[at]
    due = written(item.number, wanted)
    here = item.number.text
    if at == 0:
        message = Message(
            f"编号从“{here}”开始，缺少“{due}”", f"The numbering begins with {here}; {due} is missing"
        )
    elif item.number.values == items[at - 1].number.values:
        message = Message(f"编号“{here}”重复，应为“{due}”", f"The number {here} is given twice; {due} is due")
    elif item.number.values > wanted:
        message = Message(
            f"编号不连续：“{here}”之前缺少“{due}”", f"The numbering has a gap: {due} is missing before {here}"
        )
    else:
        message = Message(
            f"编号次序不对：此处应为“{due}”，却是“{here}”",
            f"The numbering goes back: {due} is due here, not {here}",
        )
    start, end = _span(document, item)
    related = _before(document, items, at)
    return Match(start, end, message, {"due": due}, _correction(items, at, wanted, due), related)


def _span(document: Document, item: Item) -> tuple[int, int]:
    """The span of an item's number, or of the words after it when the format generates the number."""
    start, end = item.number.start, item.number.end
    return (start, start + len(item.number.text)) if end > start else (start, document.blocks[item.block].end)


def _before(document: Document, items: list[Item], at: int) -> tuple[Related, ...]:
    if at == 0:
        return ()
    start, end = _span(document, items[at - 1])
    return (Related(start, end, Message("前一个编号", "the number before")),)


def _correction(items: list[Item], at: int, wanted: Values, due: str) -> str | None:
    """The number that is due, where the numbers after it prove that only this one is wrong."""
    if items[at].number.start == items[at].number.end:
        return None
    if at + 1 < len(items):
        return due if items[at + 1].number.values == _next(wanted) else None
    return due if at and items[at].number.values == items[at - 1].number.values else None


# --- style ----------------------------------------------------------------------------------------


def _style(document: Document, series: Series, levels: Levels) -> Iterator[Match]:
    """The items written otherwise than most of their siblings."""
    if series.items[0].family in ENUMERATIONS:
        return
    styles = [item.number.style for item in series.items]
    if len(set(styles)) < 2:
        return
    usual = Counter(styles).most_common(1)[0][0]
    for item in series.items:
        if item.number.style != usual:
            start, end = _span(document, item)
            message = Message(
                f"同级编号写法不一：多数写作“{usual}”，此处为“{item.number.text}”",
                f"Siblings are numbered in different ways: mostly {usual}, here {item.number.text}",
            )
            yield Match(start, end, message)


# --- level ----------------------------------------------------------------------------------------

_LEVELS = ("一、", "（一）", "1.", "（1）", "①")
_LOOSE_STYLES = {"1）", "1)"}


def _level(document: Document, series: Series, levels: Levels) -> Iterator[Match]:
    """A series two levels or more too deep, in a report that uses the levels between elsewhere."""
    first, above = series.items[0], series.parent
    if above is None or not first.opens or first.number.style in _LOOSE_STYLES:
        return
    top, depth = _depth(above.family), _depth(first.family)
    between = _LEVELS[top + 1 : depth]
    if 0 <= top < depth - 2 and any((above.family, one) in levels for one in between):
        start, end = _span(document, first)
        message = Message(
            f"层级跳越：“{above.number.text}”之下直接用了“{first.number.text}”",
            f"Levels are skipped: {first.number.text} stands right under {above.number.text}",
        )
        yield Match(start, end, message, level="info")


def _depth(family: str) -> int:
    return _LEVELS.index(family) if family in _LEVELS else -1


# --- announced count ------------------------------------------------------------------------------


def _announced(words: Words) -> str:
    """The pattern of an announced count at the end of a text, which is group 1 or 2."""
    return (
        rf"(?:(?<![{ONE_TO_TEN}])([两{ONE_TO_TEN[1:]}])"
        rf"|{alternation(words.announcing)}[^{COMMON_CLAUSE_ENDS},：]{{0,4}}?(\d{{1,2}}))"
        rf"{alternation(words.announced_units)}[^{COMMON_CLAUSE_ENDS},;：:]{{0,10}}[：:]$"
    )


def _counts(words: Words) -> _SeriesCheck:
    """What finds a sentence that announces another number of items than the series right behind it has."""
    announced = _announced(words)

    def check(document: Document, series: Series, levels: Levels) -> Iterator[Match]:
        items, place = series.items, series.items[0].number.start
        start = max(place - 40, document.blocks[max(0, items[0].block - items[0].opens)].start)
        before = document.text[start:place].rstrip()
        if len(items) < 2 or not before.endswith(("：", ":")):
            return
        match = compiled(announced).search(before)
        if match is None or any(_order(document, series, levels)):
            return
        numeral = match[1] or match[2]
        count = value_of(numeral)
        if count is not None and count != len(items):
            message = Message(
                f"前称{numeral}项，实列{len(items)}项",
                f"{count} items are announced, {len(items)} follow",
            )
            yield Match(start + match.start(), start + match.end(), message, level="info")

    return check


# --- writing numbers ------------------------------------------------------------------------------

_NUMERAL = rf"\d+(?=\D*$)|[{COUNTING}]+|[{CIRCLED_TYPED}]"


def written(number: Number, values: Values) -> str:
    """A number with other values in its own style: （二） and 3 make （三）."""
    value = values[-1]
    match = re.search(_NUMERAL, number.text)
    if match is None:
        return number.text
    old = match.group()
    if old in CIRCLED_TYPED and value <= len(CIRCLED):
        new = CIRCLED[value - 1]
    else:
        new = str(value) if old.isascii() else to_chinese(value)
    return number.text[: match.start()] + new + number.text[match.end() :]
