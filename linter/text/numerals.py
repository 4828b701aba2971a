"""Numerals: every set of them that the program knows, and the way from a numeral to its value and back.

The sets are strings: usable as they are for `in`, within brackets as a class of a pattern, and for
`frozenset`. Those whose docstring speaks of values have the numeral for n at index n (or n - 1).
"""

from functools import lru_cache

DECIMAL = "0123456789"
"""Half-width Arabic digits; the index is the value."""
FULL_WIDTH = "０１２３４５６７８９"
"""Full-width Arabic digits; the index is the value."""

DIGITS = "〇一二三四五六七八九"
"""Chinese digits with the zero of years (二〇二四); the index is the value."""
ONE_TO_NINE = DIGITS[1:]
"""Chinese digits without a zero; the index plus one is the value."""
TWO = "两"
"""Two of a thing that is counted."""
ONE_TO_TEN = ONE_TO_NINE + "十"
"""What the numbers of headings and list items up to 99 are written with: 三, 十二, 二十一."""
ZEROS = "〇零○"
"""Zero in Chinese numerals: 〇 in years, 零 between units, and the circle typed for 〇."""
YEAR_DIGITS = ZEROS + ONE_TO_NINE
"""What a year is written with, digit by digit: 二〇二四, 二零二四."""
COUNTING = ONE_TO_TEN + "百零〇"
"""What a count up to 999 is written with; without ○, which before a numeral is more often a list sign."""
BESIDE_ZERO = ONE_TO_TEN + "百千" + ZEROS + "◯"
"""Beside one of these a circle is a zero, no mask: 二○○八, 一百○三. Both circles that are typed for 〇."""
LARGE = ONE_TO_TEN + "百千万亿"
"""Chinese numerals with all units, without a zero."""
TWENTIES = "廿卅卌"
"""Twenty, thirty and forty in one character each: 廿余次."""
CAPITALS = "零壹贰叁肆伍陆柒捌玖"
"""Legal numerals, simplified, as on cheques; the index is the value."""
CAPITALS_TRADITIONAL = "零壹貳參肆伍陸柒捌玖"
"""Legal numerals, traditional; the index is the value."""
CAPITAL_UNITS = "拾佰仟"
"""Ten, hundred, thousand among legal numerals."""
_LEGAL = CAPITALS + CAPITALS_TRADITIONAL + CAPITAL_UNITS + TWENTIES
COUNTED = DECIMAL + FULL_WIDTH + LARGE + _LEGAL + "两余多"
"""What may end a number before the character that 次 makes a unit with: 12人次, 三百余架次."""
AMOUNTS = DECIMAL + FULL_WIDTH + LARGE + _LEGAL + ZEROS + "两几数多余半"
"""What may end a number, or stand in place of one, before a measure word: 12, 一百, 几, 数, 半."""
DOUBLED = LARGE + "零〇两几半"
"""Numerals that may open words written twice for a number: 一步一步, 半天半天, 两个两个."""

UNITS = "十百千"
"""Ten, hundred, thousand."""
AFTER_MASK = "余多几" + UNITS + "万亿"
"""What may stand between a mask and what it counts: X余万元, X百人."""

CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿"
"""Numbers in circles, 1 to 50; the index plus one is the value. Word numbers lists with all of them."""
CIRCLED_TYPED = CIRCLED[:20]
"""Those that people type, 1 to 20: one block of Unicode, which every font has."""

STEMS = "甲乙丙丁戊己庚辛壬癸"
"""The ten stems, which number chapters and parties of a contract; the index plus one is the value."""
BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
"""The twelve branches, which with a stem before them count years; the index plus one is the value."""

LETTERS = "abcdefghijklmnopqrstuvwxyz"
"""The letters that count items in English: (a), (b); the index plus one is the value."""

_VALUES = {char: value for value, char in enumerate(DIGITS)} | {"零": 0, "两": 2, "○": 0}
_WORTH = {unit: 10 ** (power + 1) for power, unit in enumerate(UNITS)}
_LEGAL_VALUES = {
    **{char: value for value, char in enumerate(CAPITALS)},
    **{char: value for value, char in enumerate(CAPITALS_TRADITIONAL)},
    **_VALUES,
    **{char: value for value, char in enumerate(DECIMAL)},
}
_LEGAL_WORTH = {unit: 10 ** (power + 1) for power, unit in enumerate(CAPITAL_UNITS)} | _WORTH
_LONGEST = 15
"""Characters of the longest numeral that is read; a longer one is no count, but a serial number."""


@lru_cache(maxsize=256)
def value_of(numeral: str) -> int | None:
    """The value of a Chinese or Arabic numeral: 十二 → 12, 二〇 → 20, 8 → 8, ８ → 8.

    None for what is no such numeral: nothing at all, mixed digits (10四, 3十), 万 and above, more than
    15 characters, any other character. Never raises.
    """
    if not 0 < len(numeral) <= _LONGEST:
        return None
    if numeral.isdecimal():
        return int(numeral)
    if not all(char in _VALUES or char in _WORTH for char in numeral):
        return None
    if not any(char in _WORTH for char in numeral):
        return int("".join(str(_VALUES[char]) for char in numeral))
    total = digit = 0
    for char in numeral:
        if char in _WORTH:
            total += (digit or 1) * _WORTH[char]
            digit = 0
        else:
            digit = _VALUES[char]
    return total + digit


def legal_value(numeral: str) -> int | None:
    """What a sum of money in legal numerals is worth, in cents (分): 叁拾陆万伍仟元整 → 36500000.

    None for what is none, or has no 元. Common numerals among the legal ones count as what they mean, and
    what follows 万 without a unit is no thousand.
    """
    whole, unit, rest = numeral.replace("圆", "元").partition("元")
    if not unit or not whole or len(numeral) > 2 * _LONGEST:
        return None
    cents = 0
    for value, char, worth in ((rest[:2], "角", 10), (rest[-2:], "分", 1)):
        if value[1:] == char:
            cents += _LEGAL_VALUES.get(value[0], 0) * worth
    total = section = digit = 0
    for char in whole:
        if char in _LEGAL_VALUES:
            digit = _LEGAL_VALUES[char]
        elif char in _LEGAL_WORTH:
            section += (digit or 1) * _LEGAL_WORTH[char]
            digit = 0
        elif char in "万萬":
            total, section, digit = total + (section + digit) * 10_000, 0, 0
        elif char in "亿億":
            total, section, digit = (total + section + digit) * 100_000_000, 0, 0
        else:
            return None
    return (total + section + digit) * 100 + cents


def to_chinese(value: int, digits: str = "零" + ONE_TO_NINE, units: str = UNITS, one: str = "") -> str:
    """A number in Chinese numerals: 一, 十, 十一, 二十, 一百零一, 一万; 零 for 0.

    `digits` (zero to nine), `units` (ten, hundred, thousand) and `one` (what stands before the ten of
    ten to nineteen) make other numerals of it, such as the legal ones. Arabic digits for negative
    numbers and from a hundred million on.
    """
    if not 0 < value < 100_000_000:
        return digits[0] if value == 0 else str(value)
    if value >= 10_000:
        high, low = divmod(value, 10_000)
        gap = digits[0] if 0 < low < 1000 else ""
        below = _below(low, digits, units) if low else ""
        return to_chinese(high, digits, units, one) + "万" + gap + below
    text = _below(value, digits, units)
    return one + text[1:] if 10 <= value < 20 else text


def to_full_width(value: int) -> str:
    """A number in full-width Arabic digits: １２. It is not negative."""
    return "".join(FULL_WIDTH[int(digit)] for digit in str(value))


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
