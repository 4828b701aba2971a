"""Whether the characters of a font are those that it prints.

A font in a PDF may lack the table that says which characters its signs stand for. What is read then is
control codes, what no character has been given to, or rare ideographs at random.
"""

from unicodedata import category

MAX_UNMAPPED = 0.05
"""Share of the signs of a font, its text being whole, that may have no character."""
MIN_COMMON = 0.75
"""Share of common ideographs in a text: about 0.97 in what people write, 0.6 in random ones."""
MIN_HAN = 100
"""So many ideographs tell common texts from random ones."""


def is_legible(text: str, unmapped: int) -> bool:
    """Whether a text is what its font prints; for `unmapped` of its signs the font tells no character."""
    lost = unmapped + sum(map(_is_lost, text))
    return lost <= MAX_UNMAPPED * len(text) and _is_common(
        [char for char in text if "\u4e00" <= char <= "\u9fff"]
    )


def _is_lost(char: str) -> bool:
    return char == "\ufffd" or category(char) in ("Cc", "Cn", "Co")


def _is_common(ideographs: list[str]) -> bool:
    """Whether most are of the first level of GB 2312 or of Big5, which hold the characters of daily use."""
    if len(ideographs) < MIN_HAN:
        return True
    text = "".join(ideographs)
    levels = (_count(text, "gb2312", 0xD7), _count(text, "big5", 0xC6))
    return max(levels) >= MIN_COMMON * len(ideographs)


def _count(text: str, encoding: str, last: int) -> int:
    """How many characters have a code whose first byte is at most `last`."""
    leads = text.encode(encoding, "ignore")[::2]
    return sum(lead <= last for lead in leads)
