"""Numbers written the way a list asks for (ST_NumberFormat, ECMA-376 part 1, 17.18.59)."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

_DIGITS = "〇一二三四五六七八九"
_CAPITALS = "零壹贰叁肆伍陆柒捌玖"
_CAPITALS_TRADITIONAL = "零壹貳參肆伍陸柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = tuple(
    zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"),
        strict=True,
    )
)
_CIRCLES = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿"
_PARENTHESES = "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"
_FULL_STOPS = "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛"
_CIRCLED_CHARACTERS = "㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉"


def numeral(value: int, style: str) -> str:
    """A number as the format `style` writes it; digits for formats not known here."""
    return _FORMATS.get(style, str)(value)


def chinese(value: int, digits: str = "零" + _DIGITS[1:], units: str = "十百千", one: str = "") -> str:
    """一, 十, 十一, 二十, 一百零一, 一万; `one` is what stands before the ten of ten to nineteen."""
    if not 0 < value < 100_000_000:
        return digits[0] if value == 0 else str(value)
    if value >= 10_000:
        high, low = divmod(value, 10_000)
        gap = digits[0] if 0 < low < 1000 else ""
        return chinese(high, digits, units, one) + "万" + gap + (_below(low, digits, units) if low else "")
    text = _below(value, digits, units)
    return one + text[1:] if 10 <= value < 20 else text


def _below(value: int, digits: str, units: str) -> str:
    """A number under ten thousand; a run of zeros inside it is one 零."""
    text = ""
    gap = False
    for power in (3, 2, 1, 0):
        digit = value // 10**power % 10
        if digit:
            zero = digits[0] if gap and text else ""
            text += zero + digits[digit] + (units[power - 1] if power else "")
        gap = not digit
    return text


def _positional(value: int) -> str:
    """一〇, 二五: digit by digit."""
    return "".join(_DIGITS[int(digit)] for digit in str(value)) if value >= 0 else str(value)


def _letters(value: int) -> str:
    """a … z, aa, bb, …"""
    if not 0 < value <= 780:
        return str(value)
    return chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1)


def _roman(value: int) -> str:
    if not 0 < value < 4000:
        return str(value)
    text = ""
    for worth, sign in _ROMAN:
        count, value = divmod(value, worth)
        text += sign * count
    return text


def _ordinal(value: int) -> str:
    last = "th" if 10 <= value % 100 < 20 else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value}{last}"


def _full_width(value: int) -> str:
    return str(value).translate({ord("0") + digit: ord("０") + digit for digit in range(10)})


def _from(signs: str, value: int) -> str:
    """The nth sign, digits when there are not so many."""
    return signs[value - 1] if 0 < value <= len(signs) else str(value)


def _cycle(signs: str, value: int) -> str:
    return signs[(value - 1) % len(signs)] if value > 0 else str(value)


def _sexagenary(value: int) -> str:
    """甲子, 乙丑, …"""
    return _cycle(_STEMS, value) + _cycle(_BRANCHES, value) if value > 0 else str(value)


_legal = partial(chinese, digits=_CAPITALS, units="拾佰仟", one="壹")
_legal_traditional = partial(chinese, digits=_CAPITALS_TRADITIONAL, units="拾佰仟", one="壹")

_FORMATS: dict[str, Callable[[int], str]] = {
    "chineseCounting": chinese,
    "chineseCountingThousand": chinese,
    "chineseLegalSimplified": _legal,
    "decimalEnclosedCircle": partial(_from, _CIRCLES),
    "decimalEnclosedCircleChinese": partial(_from, _CIRCLES),
    "decimalEnclosedFullstop": partial(_from, _FULL_STOPS),
    "decimalEnclosedParen": partial(_from, _PARENTHESES),
    "decimalFullWidth": _full_width,
    "decimalFullWidth2": _full_width,
    "decimalZero": "{:02d}".format,
    "hex": "{:X}".format,
    "ideographDigital": _positional,
    "ideographEnclosedCircle": partial(_from, _CIRCLED_CHARACTERS),
    "ideographLegalTraditional": _legal_traditional,
    "ideographTraditional": partial(_cycle, _STEMS),
    "ideographZodiac": partial(_cycle, _BRANCHES),
    "ideographZodiacTraditional": _sexagenary,
    "japaneseCounting": chinese,
    "japaneseDigitalTenThousand": _positional,
    "japaneseLegal": _legal_traditional,
    "lowerLetter": _letters,
    "lowerRoman": _roman,
    "none": lambda value: "",
    "numberInDash": "- {} -".format,
    "ordinal": _ordinal,
    "taiwaneseCounting": chinese,
    "taiwaneseCountingThousand": chinese,
    "taiwaneseDigital": _positional,
    "upperLetter": lambda value: _letters(value).upper(),
    "upperRoman": lambda value: _roman(value).upper(),
}
