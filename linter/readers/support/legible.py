"""Whether the characters of a font are those that it prints.

A font in a PDF may lack the table that says which characters its signs stand for. What is read then is
control codes, what no character has been given to, or rare ideographs at random.
"""

from unicodedata import category

from linter.readers.support.common_characters import FIRST_LEVEL, count_coded
from linter.text.characters import count_han

MAX_UNMAPPED = 0.05
"""Share of the signs of a font, its text being whole, that may have no character."""
MIN_COMMON = 0.75
"""Share of common ideographs in a text: about 0.97 in what people write, 0.6 in random ones."""
MIN_HAN = 100
"""So many ideographs tell common texts from random ones."""


def is_legible(text: str, unmapped: int) -> bool:
    """Whether a text is what its font prints; for `unmapped` of its signs the font tells no character."""
    lost = unmapped + sum(map(_is_lost, text))
    return lost <= MAX_UNMAPPED * len(text) and _is_common(text)


def _is_lost(char: str) -> bool:
    return char == "\ufffd" or category(char) in ("Cc", "Cn", "Co")


def _is_common(text: str) -> bool:
    """Whether most ideographs are of the first level of GB 2312 or of Big5, or are too few to tell."""
    number = count_han(text)
    if number < MIN_HAN:
        return True
    return max(count_coded(text, *level) for level in FIRST_LEVEL.items()) >= MIN_COMMON * number
