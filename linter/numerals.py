"""Chinese numerals, and the numbers that open headings and list items."""

from __future__ import annotations

import re

from linter.model import Number

_DIGITS = {char: value for value, char in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2, "○": 0}
_HANS = "〇一二三四五六七八九"
_UNITS = {"十": 10, "百": 100, "千": 1000}

_HAN = "[一二三四五六七八九十百零〇]{1,5}"
_NUMBER = re.compile(
    rf"第(?:(?P<ordinal>{_HAN}|\d{{1,3}})(?P<unit>部分|章|节|篇))[、，,：:．.\s\u3000]*"
    rf"|(?P<han>{_HAN})(?P<dot>[、．.,，：:]|[\s\u3000](?=\S))"
    rf"|(?P<open>[（(])(?:(?P<inner>{_HAN})|(?P<digits>\d{{1,2}}))(?P<close>[）)])[、.．，,]?"
    r"|(?P<decimal>\d{1,2}(?:[.．]\d{1,2}){1,3})(?![\d.．年月日号时分秒个名项次人万亿元台张份件起例倍%％°～~—-])[、.．]?"
    r"|(?P<arabic>\d{1,2})(?P<mark>[.．、，）)](?!\d{3}(?!\d年)|\d+[万亿%％倍度米])|[\s\u3000]+(?=[\u4e00-\u9fff]))"
    r"|(?P<circled>[①-⑳])"
    r"|(?P<item>[一二三四五六七八九十]{1,2})(?P<is>是|要|来)(?!的|有)"
    r"|第(?P<nth>[一二三四五六七八九十]{1,2})(?P<comma>[，,、：:])"
    r"|其(?P<its>[一二三四五六七八九])(?P<itsmark>[，,、：:])"
)

_OPENERS = frozenset("第其一二三四五六七八九十百零〇（(0123456789①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")
"""What a number begins with: most lines begin otherwise, and are done with at once."""


def value_of(numeral: str) -> int:
    """The value of a Chinese or Arabic numeral up to the thousands: 十二 → 12, 二〇 → 20, 8 → 8."""
    if numeral.isascii() and numeral.isdigit():
        return int(numeral)
    if not any(char in _UNITS for char in numeral):
        return int("".join(str(_DIGITS[char]) for char in numeral))
    total = digit = 0
    for char in numeral:
        if char in _UNITS:
            total += (digit or 1) * _UNITS[char]
            digit = 0
        else:
            digit = _DIGITS[char]
    return total + digit


def han(value: int) -> str:
    """A number from 1 to 199 in Chinese numerals: 12 → 十二, 103 → 一百零三."""
    hundreds, rest = divmod(value, 100)
    tens, ones = divmod(rest, 10)
    ten = "" if tens == 0 else "十" if tens == 1 and not hundreds else _HANS[tens] + "十"
    zero = "零" if hundreds and ones and not tens else ""
    return "一百" * hundreds + ten + zero + (_HANS[ones] if ones else "")


def number_at(text: str, start: int, end: int) -> Number | None:
    """The number that opens `text[start:end]`, or None. Its span holds the mark behind it too."""
    if start >= end or text[start] not in _OPENERS:
        return None
    match = _NUMBER.match(text, start, end)
    if match is None:
        return None
    style, values = _describe(match)
    return Number(style, values, match.group().strip(" \u3000"), start, match.end())


def label_number(label: str, place: int) -> Number | None:
    """The number in a label that the format generates ("一、"), standing at offset `place`."""
    number = number_at(label, 0, len(label)) or number_at(label + "、", 0, len(label) + 1)
    return number and number._replace(text=label, start=place, end=place)


def _describe(match: re.Match[str]) -> tuple[str, tuple[int, ...]]:
    """The style of a number and its values."""
    groups = match.groupdict()
    if groups["ordinal"]:
        return f"第一{groups['unit']}", (value_of(groups["ordinal"]),)
    if groups["han"]:
        return "一、", (value_of(groups["han"]),)
    if groups["open"]:
        brackets = groups["open"] + "{}" + groups["close"]
        if groups["inner"]:
            return brackets.format("一"), (value_of(groups["inner"]),)
        return brackets.format("1"), (int(groups["digits"]),)
    if groups["decimal"]:
        return "1.1", tuple(int(value) for value in re.split("[.．]", groups["decimal"]))
    if groups["arabic"]:
        mark = groups["mark"].strip(" \u3000").replace("．", ".")
        return f"1{mark or '.'}", (int(groups["arabic"]),)
    if groups["circled"]:
        return "①", (ord(groups["circled"]) - ord("①") + 1,)
    if groups["item"]:
        return f"一{groups['is']}", (value_of(groups["item"]),)
    if groups["nth"]:
        return "第一，", (value_of(groups["nth"]),)
    return "其一，", (value_of(groups["its"]),)
