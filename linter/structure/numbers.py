"""The numbers that open headings and list items: 一、 （一） 1. ① 第一章 甲、 一是.

Numbers are parsed character by character: `re` needs 15 ms to compile one expression with that many
Chinese character classes, more than the rest of a run on one report.
"""

from linter.model.outline import Number
from linter.text.characters import WHITE_SPACE, is_han
from linter.text.measures import NO_ITEM, NO_NUMBER
from linter.text.numerals import CIRCLED_TYPED, COUNTING, DECIMAL, FULL_WIDTH, ONE_TO_TEN, STEMS, value_of

_NUMERAL = frozenset(COUNTING)
_SMALL = frozenset(ONE_TO_TEN)
_DECIMAL = frozenset(DECIMAL + FULL_WIDTH)
_COMMAS = "，,、：:"
_YEARS = ("年", "级", "届", "版")
_RANGES = "～~—–-至到"
_DIVISIONS = ("部分", "章", "节", "篇")
OPENERS = _NUMERAL | _DECIMAL | frozenset(CIRCLED_TYPED + STEMS + "第其（(")
"""The characters that a number begins with: a line that begins with another one has none."""


def label_number(label: str, place: int) -> Number | None:
    """The number in a label that the format generates ("一、"), with an empty span at offset `place`."""
    number = number_at(label, 0, len(label)) or number_at(label + "、", 0, len(label) + 1)
    return number and number._replace(text=label, start=place, end=place)


def number_at(text: str, start: int, end: int) -> Number | None:
    """The number at the start of `text[start:end]`, None where there is none; its span includes the mark
    behind it.
    """
    if start >= end or text[start] not in OPENERS:
        return None
    char = text[start]
    if char == "第":
        return _ordinal(text, start, end)
    if char == "其":
        return _its(text, start, end)
    if char in "（(":
        return _bracketed(text, start, end)
    if char in CIRCLED_TYPED:
        return Number("①", (CIRCLED_TYPED.index(char) + 1,), char, start, start + 1)
    if char in STEMS:
        return _stem(text, start, end)
    if char in _DECIMAL:
        return _arabic(text, start, end)
    return _chinese(text, start, end)


def run_of(chars: frozenset[str], text: str, start: int, end: int, most: int) -> int:
    """Where the longest run of `chars` from `start` ends: at `end` or `most` characters on at the latest."""
    stop = min(end, start + most)
    here = start
    while here < stop and text[here] in chars:
        here += 1
    return here


def _number(style: str, values: tuple[int, ...], text: str, start: int, end: int) -> Number:
    return Number(style, values, text[start:end].strip(WHITE_SPACE), start, end)


def _counted(style: str, numeral: str, text: str, start: int, end: int) -> Number | None:
    """The number of one numeral; None for a numeral without a value."""
    value = value_of(numeral)
    return None if value is None else _number(style, (value,), text, start, end)


def _chinese(text: str, start: int, end: int) -> Number | None:
    """一、 or 一是."""
    after = run_of(_NUMERAL, text, start, end, 5)
    numeral, mark = text[start:after], text[after : min(after + 1, end)]
    if mark and mark in "、．.,，：:":
        return _counted("一、", numeral, text, start, after + 1)
    if mark and mark in WHITE_SPACE and _says_more(text, after + 1, end):
        return _counted("一、", numeral, text, start, after + 1)
    most = 1 if mark == "来" else 2  # 八十来 is about eighty
    listed = mark and mark in "是要来" and len(numeral) <= most and _SMALL.issuperset(numeral)
    if listed and text[after + 1 : after + 2] != "的":
        return _counted(f"一{mark}", numeral, text, start, after + 1)
    return None


def _says_more(text: str, start: int, end: int) -> bool:
    """Whether anything but blanks stands in a span."""
    while start < end and text[start].isspace():
        start += 1
    return start < end


def _stem(text: str, start: int, end: int) -> Number | None:
    """甲、 but not 甲、乙双方."""
    mark, after = text[start + 1 : min(start + 2, end)], text[start + 2 : min(start + 3, end)]
    if not mark or mark not in "、．." or not after or after in STEMS:
        return None
    return _number("甲、", (STEMS.index(text[start]) + 1,), text, start, start + 2)


def _bracketed(text: str, start: int, end: int) -> Number | None:
    """（一） or (1), with brackets of either width."""
    inner = start + 1
    after = run_of(_NUMERAL, text, inner, end, 5)
    one = "一"
    if after == inner:
        after = run_of(_DECIMAL, text, inner, end, 2)
        one = "1"
    if after == inner or after >= end or text[after] not in "）)":
        return None
    stop = after + 2 if text[after + 1 : min(after + 2, end)] in tuple("、.．，,") else after + 1
    return _counted(f"{text[start]}{one}{text[after]}", text[inner:after], text, start, stop)


def _arabic(text: str, start: int, end: int) -> Number | None:
    """1.1, 1. or 1、."""
    values, after = _dotted(text, start, end)
    if len(values) > 1:
        behind = text[after : min(after + 1, end)]
        if behind not in NO_NUMBER and behind not in _DECIMAL and behind not in (".", "．"):
            stop = after + 1 if behind == "、" else after
            return _number("1.1", values, text, start, stop)
        if behind in (".", "．") and not text[after + 1 : after + 2].isdigit():
            return _number("1.1", values, text, start, after + 1)
    after = run_of(_DECIMAL, text, start, end, 2)
    mark = text[after : min(after + 1, end)]
    if mark and mark in ".．、，）)" and not _is_value(text, after + 1, end):
        return _number(f"1{mark.replace('．', '.')}", values[:1], text, start, after + 1)
    stop = after
    while stop < end and text[stop] in WHITE_SPACE:
        stop += 1
    if after < stop < end and is_han(text[stop]):
        return _number("1.", values[:1], text, start, stop)
    return None


def _dotted(text: str, start: int, end: int) -> tuple[tuple[int, ...], int]:
    """The values of 1.2.3, at most four of them, and where they end."""
    after = run_of(_DECIMAL, text, start, end, 2)
    values = [int(text[start:after])]
    while len(values) < 4 and after + 1 < end and text[after] in ".．":
        stop = run_of(_DECIMAL, text, after + 1, end, 2)
        if stop == after + 1:
            break
        values.append(int(text[after + 1 : stop]))
        after = stop
    return tuple(values), after


def _is_value(text: str, start: int, end: int) -> bool:
    """Whether what follows 12. or 1, makes a value of it: 12.3万, 1,258; not 1.2024年, 1.8月, 3、2025级,
    1.2020～2021年.
    """
    after = run_of(_DECIMAL, text, start, end, end - start)
    digits, unit = after - start, text[after : after + 1]
    last = run_of(_DECIMAL, text, after + 1, end, 4) if unit and unit in _RANGES else after
    is_year = digits == 4 and (unit in _YEARS or (last - after == 5 and text[last : last + 1] in _YEARS))
    is_long = digits >= 3 and text[start - 1] not in "、）)" and not is_year
    return is_long or (digits > 0 and unit in tuple(NO_ITEM))


def _ordinal(text: str, start: int, end: int) -> Number | None:
    """第一章, 第一部分 or 第一，."""
    after = run_of(_NUMERAL, text, start + 1, end, 5)
    if after == start + 1:
        after = run_of(_DECIMAL, text, start + 1, end, 3)
    if after == start + 1:
        return None
    numeral = text[start + 1 : after]
    for unit in _DIVISIONS:
        if text.startswith(unit, after, end):
            stop = after + len(unit)
            while stop < end and text[stop] in _COMMAS + ".．" + WHITE_SPACE:
                stop += 1
            return _counted(f"第一{unit}", numeral, text, start, stop)
    if text[after : min(after + 1, end)] in tuple(_COMMAS) and _SMALL.issuperset(numeral):
        return _counted("第一，", numeral, text, start, after + 1)
    return None


def _its(text: str, start: int, end: int) -> Number | None:
    """其一，"""
    digit, mark = text[start + 1 : start + 2], text[start + 2 : min(start + 3, end)]
    if digit in _SMALL and mark in tuple(_COMMAS):
        return _counted("其一，", digit, text, start, start + 3)
    return None
