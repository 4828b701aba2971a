"""Classes of characters, and the search for literal words: nothing to compile when the program starts."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

HAN = "\u4e00-\u9fff"
"""Chinese characters, as a range for a character class of a pattern, in `re` and in RE2."""

WIDE = f"\u3000-\u303f{HAN}\uff00-\uffef"
"""Chinese characters, Chinese punctuation and full-width forms, as ranges for a character class."""

RADICALS = "\u2e80-\u2fd5"
"""CJK Radicals Supplement and Kangxi Radicals, as a range: see `linter.text.radicals`."""

LIST_SIGNS = "●◆◇■▪·•"
"""Signs that mark an item of a list, or a heading; those that also stand for a word left out (○, □) are not
among them."""

MASK_LETTERS = "XxＸｘ"
"""Letters that stand for a word or number left out: X镇, ＸＸ人."""

BRACKETS = "（）()【】[]"
"""Brackets that people put around a line or a part of it, of either width."""

BLANKS = " \u3000"
"""The blanks that people type, of either width."""
WHITE_SPACE = BLANKS + "\t"
"""White space within a line: blanks and tabs."""
INDENT_SIGNS = r"\s|&nbsp;|&e[mn]sp;"
"""What indents a paragraph, as a pattern: white space, and in Markdown the names of blanks."""


def is_han(char: str) -> bool:
    """Whether one character is Chinese; an empty string is none."""
    return "\u4e00" <= char <= "\u9fff"


def han_around(text: str, start: int, end: int, reach: int) -> tuple[int, int]:
    """Where the Chinese characters around a span begin and end, as far as `reach` on either side."""
    first, last = start, end
    while first > max(0, start - reach) and is_han(text[first - 1]):
        first -= 1
    while last < min(len(text), end + reach) and is_han(text[last]):
        last += 1
    return first, last


def count_han(text: str) -> int:
    """How many Chinese characters a text has."""
    return sum("\u4e00" <= char <= "\u9fff" for char in text)


def script_of(text: str) -> str:
    """`simplified` or `traditional`, by the characters that only GB 2312 or only Big5 has.

    Empty where there are none, or as many of both: 通知 is written alike, and 喆 is in a name.
    """
    traditional = sum(not _is_in(char, "gb2312") for char in text if is_han(char) and _is_in(char, "big5"))
    simplified = sum(not _is_in(char, "big5") for char in text if is_han(char) and _is_in(char, "gb2312"))
    if traditional == simplified:
        return ""
    return "traditional" if traditional > simplified else "simplified"


def _is_in(char: str, encoding: str) -> bool:
    try:
        char.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def small(text: str) -> str:
    """A text in small letters, as long as before: the few characters that would become two are kept."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(map(_small, text))


def _small(char: str) -> str:
    return char.lower() if len(char.lower()) == 1 else char


def is_whole(text: str, start: int, end: int) -> bool:
    """Whether no Latin word is cut at either end of a span."""
    return not (_joins(text, start) or _joins(text, end))


def _joins(text: str, place: int) -> bool:
    """Whether a Latin word runs on over an offset."""
    pair = text[place - 1 : place + 1] if place else ""
    return len(pair) == 2 and pair.isascii() and pair.isalnum()


def has(text: str, words: Iterable[str]) -> bool:
    """Whether one of the words stands in a text."""
    for word in words:  # noqa: SIM110 - twice as fast as any(), and asked thousands of times
        if word in text:
            return True
    return False


def longest_first(words: Iterable[str]) -> list[str]:
    """Some words, each once, the longest first: where one begins another, the longer is to be tried first."""
    return sorted(set(words), key=lambda word: (-len(word), word))


def word_at(text: str, words: Iterable[str], place: int = 0) -> str:
    """The first of some words that stands at an offset; empty for none."""
    return next((word for word in words if text.startswith(word, place)), "")


def word_before(text: str, words: Iterable[str], place: int | None = None) -> str:
    """The first of some words that stands right before an offset, by default the end; empty for none."""
    return next((word for word in words if text.endswith(word, 0, place)), "")


@lru_cache(maxsize=4)
def alphabet(text: str) -> frozenset[str]:
    """The characters that a text has. Cached, for of one text all the rules of a file ask which it has."""
    return frozenset(text)


def possible(text: str, words: Iterable[str]) -> Iterable[str]:
    """The words all of whose characters a text has: of many words few, told in a tenth of the time that it
    takes to look for each.
    """
    return filter(alphabet(text).issuperset, words)


def count(text: str, words: Iterable[str]) -> int:
    """How many of the words stand in a text."""
    return sum([word in text for word in words])


def up_to(text: str, mark: str, start: int, end: int | None = None) -> int:
    """The offset of the first such mark in `text[start:end]`; the end where there is none."""
    place = text.find(mark, start, end)
    return place if place >= 0 else len(text) if end is None else end


def places(text: str, word: str, start: int = 0, end: int | None = None) -> Iterator[int]:
    """Every offset in `text[start:end]` at which a word begins, ascending; occurrences may overlap."""
    stop = len(text) if end is None else end
    place = text.find(word, start, stop)
    while place >= 0:
        yield place
        place = text.find(word, place + 1, stop)
