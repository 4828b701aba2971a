"""Whether characters that stand side by side belong to different words."""

from linter.text.characters import is_han
from linter.text.dictionary import entry, segmented

_AROUND = 4
"""Characters on either side of a span that are parted into words with it."""
_USUAL = 10_000
"""A character as frequent as this may be a word of its own beside a longer one: 按|装机."""


def crosses_words(text: str, start: int, end: int) -> bool:
    """Whether a span is the end of one word and the head of the next: 布署 in 公布|署名, 按装 in 按|装机.

    Not so where a character would be left over that is seldom a word: 工作台|帐.
    """
    first, last = start, end
    while first > max(0, start - _AROUND) and is_han(text[first - 1]):
        first -= 1
    while last < min(len(text), end + _AROUND) and is_han(text[last]):
        last += 1
    place, within, reaching = first, [], 0
    for word in segmented(text[first:last]):
        stop = place + len(word)
        if start < stop and place < end:
            within.append(word)
            reaching += place < start or end < stop
        place = stop
    return len(within) == 2 and reaching > 0 and all(len(word) > 1 or _is_usual(word) for word in within)


def _is_usual(char: str) -> bool:
    known = entry(char)
    return known is not None and known.frequency >= _USUAL
