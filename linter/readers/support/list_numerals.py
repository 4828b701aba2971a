"""Numbers written the way a list asks for (ST_NumberFormat, ECMA-376 part 1, 17.18.59)."""

from collections.abc import Callable
from functools import partial

from linter.text.numerals import (
    BRANCHES,
    CAPITAL_UNITS,
    CAPITALS,
    CAPITALS_TRADITIONAL,
    CIRCLED,
    DIGITS,
    FULL_WIDTH,
    STEMS,
    to_chinese,
)

_ROMAN = tuple(
    zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"),
        strict=True,
    )
)
_PARENTHESES = "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"
_FULL_STOPS = "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛"
_CIRCLED_CHARACTERS = "㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉"


def numeral(value: int, style: str) -> str:
    """A number as the format `style` writes it; digits for formats not known here."""
    return _FORMATS.get(style, str)(value)


def _positional(value: int) -> str:
    """一〇, 二五: digit by digit."""
    return "".join(DIGITS[int(digit)] for digit in str(value)) if value >= 0 else str(value)


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
    return str(value).translate({ord("0") + digit: wide for digit, wide in enumerate(FULL_WIDTH)})


def _from(signs: str, value: int) -> str:
    """The nth sign, digits when there are not so many."""
    return signs[value - 1] if 0 < value <= len(signs) else str(value)


def _cycle(signs: str, value: int) -> str:
    return signs[(value - 1) % len(signs)] if value > 0 else str(value)


def _sexagenary(value: int) -> str:
    """甲子, 乙丑, …"""
    return _cycle(STEMS, value) + _cycle(BRANCHES, value) if value > 0 else str(value)


_legal = partial(to_chinese, digits=CAPITALS, units=CAPITAL_UNITS, one="壹")
_legal_traditional = partial(to_chinese, digits=CAPITALS_TRADITIONAL, units=CAPITAL_UNITS, one="壹")

_FORMATS: dict[str, Callable[[int], str]] = {
    "chineseCounting": to_chinese,
    "chineseCountingThousand": to_chinese,
    "chineseLegalSimplified": _legal,
    "decimalEnclosedCircle": partial(_from, CIRCLED),
    "decimalEnclosedCircleChinese": partial(_from, CIRCLED),
    "decimalEnclosedFullstop": partial(_from, _FULL_STOPS),
    "decimalEnclosedParen": partial(_from, _PARENTHESES),
    "decimalFullWidth": _full_width,
    "decimalFullWidth2": _full_width,
    "decimalZero": "{:02d}".format,
    "hex": "{:X}".format,
    "ideographDigital": _positional,
    "ideographEnclosedCircle": partial(_from, _CIRCLED_CHARACTERS),
    "ideographLegalTraditional": _legal_traditional,
    "ideographTraditional": partial(_cycle, STEMS),
    "ideographZodiac": partial(_cycle, BRANCHES),
    "ideographZodiacTraditional": _sexagenary,
    "japaneseCounting": to_chinese,
    "japaneseDigitalTenThousand": _positional,
    "japaneseLegal": _legal_traditional,
    "lowerLetter": _letters,
    "lowerRoman": _roman,
    "none": lambda value: "",
    "numberInDash": "- {} -".format,
    "ordinal": _ordinal,
    "taiwaneseCounting": to_chinese,
    "taiwaneseCountingThousand": to_chinese,
    "taiwaneseDigital": _positional,
    "upperLetter": lambda value: _letters(value).upper(),
    "upperRoman": lambda value: _roman(value).upper(),
}
