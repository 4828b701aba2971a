"""Numbers that are typed twice, have two marks, or have nothing behind them."""

from collections.abc import Iterator

from linter.checks.numbering.items import Item, rank
from linter.checks.numbering.stages import stage_at
from linter.checks.numbering.state import Series
from linter.checks.numbering.writing import is_typed, span
from linter.checks.support.compiled import compiled
from linter.model.document import Document
from linter.model.finding import Match
from linter.model.message import Message
from linter.model.outline import Number, Part
from linter.structure.lines import opening
from linter.structure.numbers import label_number, number_at
from linter.text.characters import WHITE_SPACE
from linter.text.numerals import COUNTING, DECIMAL
from linter.text.sentences import CLAUSE_ENDS, COMMON_STOPS, OPENING_QUOTES

_MARKS = "、.．，,"
_NOTHING = WHITE_SPACE + "*_"
_ENDS = COMMON_STOPS + ";"
"""What ends an item of a list."""
_NUMERALS = tuple(COUNTING + DECIMAL)
_LETTERED = r"[ \t]*(?P<letter>\(?[a-z]{1,4}\))(?P<again>[ \t]+(?P=letter))?(?=[ \t]+[A-Za-z])"
_TWICE = 2
"""So many items of a list have their number twice where one of them is too many."""
_FULL = 2
"""So many items of a sentence have words where one that has none is a slip: ①、② and ③ may be figures."""


def doubled(document: Document, series: Series) -> Iterator[Match]:
    """Numbers written twice: 一、一、, 一是一是; typed behind the number that the format generates; or with
    that of a neighbour behind them, as from an earlier count: 二、三、 above 三、.
    """
    for at, item in enumerate(series.items):
        if not is_typed(item):
            continue
        number = item.number
        behind = _behind(document.text, number, document.blocks[item.block].end)
        neighbours = series.items[max(0, at - 1) : at + 2]
        if behind and behind.values == number.values and behind.text == number.text:
            yield twice(number.start, behind.start + len(behind.text), number.text)
        elif (
            behind
            and item.opens
            and any(one.number.values == behind.values for one in neighbours)
            and not document.text.startswith(_NUMERALS, behind.end)  # 二、三、四号船 are three ships
        ):
            yield _left_over(number, behind)
        elif item.opens and (label := document.blocks[item.block].label):
            yield from _typed_too(document, item, label)
    yield from _doubled_otherwise(document, series)


def _behind(text: str, number: Number, end: int) -> Number | None:
    """The number of the same style right behind a number."""
    other = _next_number(text, number, end)
    return other if other and other.style == number.style else None


def _next_number(text: str, number: Number, end: int) -> Number | None:
    """The number right behind a number, of any style."""
    start = number.end
    while start < end and text[start] in WHITE_SPACE:
        start += 1
    return number_at(text, start, end)


def _doubled_otherwise(document: Document, series: Series) -> Iterator[Match]:
    """Numbers that have the same one behind them in other signs, and so have others of their list: 1. 1、,
    2. 2、. One alone may be the first of the list below it: 1.（1）.
    """
    found = [
        (item, behind)
        for item in series.items
        if item.opens
        and (behind := _next_number(document.text, item.number, document.blocks[item.block].end))
    ]
    same = [
        (item, behind)
        for item, behind in found
        if is_typed(item)
        and behind.values == item.number.values
        and _are_alike(behind.style, item.number.style)
    ]
    if len(same) >= _TWICE:
        for item, behind in same:
            if behind.style != item.number.style or behind.text != item.number.text:
                yield twice(item.number.start, behind.start + len(behind.text), item.number.text)


def doubled_letters(document: Document, part: Part) -> Iterator[Match]:
    """Letters of an English list that stand twice, or behind the same one that the format generates:
    (c) (c) Empty the tank.
    """
    for block in document.blocks[part.first_block : part.end_block]:
        match = compiled(_LETTERED).match(document.text, block.start, block.end)
        if match and (match["again"] or match["letter"] == block.label.strip()):
            yield twice(match.start("letter"), match.end(), match["letter"])


def _are_alike(one: str, other: str) -> bool:
    """Whether two styles count in the same numerals: 1. and 1、, （一） and 一、."""
    return [mark for mark in one if mark.isalnum()] == [mark for mark in other if mark.isalnum()]


def _left_over(number: Number, behind: Number) -> Match:
    message = Message(
        f"编号“{number.text}”后面还有编号“{behind.text}”，请删去一个",
        f"Behind the number {number.text} stands {behind.text}; delete one",
    )
    return Match(number.start, behind.start + len(behind.text), message)


def twice(start: int, end: int, number: str) -> Match:
    """The match for a number that `text[start:end]` has twice."""
    message = Message(
        f"编号“{number}”写了两遍，请删去一个", f"The number {number} is written twice; delete one"
    )
    return Match(start, end, message, suggestion=number)


def _typed_too(document: Document, item: Item, label: str) -> Iterator[Match]:
    """A typed number in a paragraph that the format numbers in the same style."""
    generated, number = label_number(label, item.number.start), item.number
    same = generated and _are_alike(generated.style, number.style) and generated.values == number.values
    if generated and (generated.style == number.style or (same and number.values > (1,))):
        start, end = span(document, item)
        typed = item.number.text
        message = Message(
            f"自动编号“{label}”之外又手打了“{typed}”，打印出来是两个编号，请删去手打的",
            f"{typed} is typed behind the automatic number {label}, so that both are printed; delete it",
        )
        yield Match(start, end, message)


def marked(document: Document, series: Series) -> Iterator[Match]:
    """Numbers with two marks: 1、."""
    for item in series.items:
        number, text = item.number, document.text
        end = number.start + len(number.text)
        if is_typed(item) and number.text[-1] in _MARKS and text[end : end + 1] in tuple(_MARKS):
            here = text[number.start : end + 1]
            message = Message(
                f"编号“{here}”后面有两个标点，请写作“{number.text}”",
                f"{here} has two marks behind the number; write {number.text}",
            )
            yield Match(number.start, end + 1, message, suggestion=number.text)


def empty(document: Document, series: Series) -> Iterator[Match]:
    """Items without words between items that have some."""
    starts = [*(item.number.start for item in series.items[1:]), len(document.text)]
    hollow = [
        _is_bare_line(document, item) or _is_bare_clause(document, item, start)
        for item, start in zip(series.items, starts, strict=True)
    ]
    full = len(hollow) - sum(hollow)
    if full < sum(hollow) or _is_quoted(document, series):
        return
    for item, is_hollow in zip(series.items, hollow, strict=True):
        in_line = not _is_bare_line(document, item)
        if is_hollow and (full >= _FULL if in_line else _ends_behind(document, item)):
            start, end = span(document, item)
            here = item.number.text
            message = Message(
                f"编号“{here}”后面没有内容，请补上内容或删去编号",
                f"Nothing stands behind {here}; fill it in or delete the number",
            )
            yield Match(start, end, message)


def _is_quoted(document: Document, series: Series) -> bool:
    """Whether numbers are what the text speaks of: 不要写成“一是；二是”."""
    return any(document.text[max(0, item.number.start - 1)] in OPENING_QUOTES for item in series.items)


def _is_bare_line(document: Document, item: Item) -> bool:
    """Whether a number is all that its paragraph says, but for a mark."""
    behind = document.text[item.number.end : document.blocks[item.block].end]
    return item.opens and is_typed(item) and not behind.strip(_NOTHING + _ENDS)


def _is_bare_clause(document: Document, item: Item, following: int) -> bool:
    """Whether the clause of a number ends behind it, before the next number or the end of the sentence:
    一是…；二是；三是…. `following` is where the next number begins.
    """
    text, stop = document.text, document.blocks[item.block].end
    if not is_typed(item):
        return False
    if following < stop:
        return not text[item.number.end : following].strip(_NOTHING + CLAUSE_ENDS)
    return text.startswith(tuple(_ENDS), item.number.end)


def _ends_behind(document: Document, item: Item) -> bool:
    """Whether the next paragraph is another item of the same rank or a higher one, or there is none."""
    if item.block + 1 >= len(document.blocks):
        return True
    block = document.blocks[item.block + 1]
    number = opening(document.text, block)[0] or stage_at(document.text, block)
    return number is not None and rank(number.style) <= rank(item.number.style)
