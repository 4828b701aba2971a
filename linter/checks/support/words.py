"""Whether characters that stand side by side belong to different words."""

from linter.model.document import Span
from linter.text.characters import han_around
from linter.text.dictionary import entry, segmented

_AROUND = 4
"""Characters on either side of a span that tell to which words its own belong."""
_USUAL = 10_000
"""A character as frequent as this may be a word of its own beside a longer one: 按|装机."""


def words_touched(text: str, start: int, end: int, reach: int = _AROUND) -> list[Span]:
    """The words of which a span has characters, as offsets: of 布署 in 公布署名 those of 公布|署名.

    So many characters on either side as `reach` are parted into words with it.
    """
    first, last = han_around(text, start, end, reach)
    place, found = first, []
    for word in segmented(text[first:last]):
        stop = place + len(word)
        if start < stop and place < end:
            found.append((place, stop))
        place = stop
    return found


def crosses_words(text: str, start: int, end: int) -> bool:
    """Whether a span is the end of one word and the head of the next: 布署 in 公布|署名, 按装 in 按|装机.

    Not so where a character would be left over that is seldom a word: 工作台|帐.
    """
    found = words_touched(text, start, end)
    is_cut = found[0][0] < start or end < found[-1][1]
    return len(found) == 2 and is_cut and all(_may_stand_alone(text[slice(*word)]) for word in found)


def _may_stand_alone(word: str) -> bool:
    if len(word) > 1:
        return True
    known = entry(word)
    return known is not None and known.frequency >= _USUAL
