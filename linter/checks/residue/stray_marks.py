"""Marks that a site scattered behind 的, so that its copy of a text is not recognised: 重点部位的.巡查."""

from collections.abc import Iterator

from linter.model.finding import Match
from linter.model.outline import Context
from linter.text.characters import is_han, places

_BEHIND = "的"
_QUOTES = "`'´"
_DOT = "."


def stray_marks(context: Context) -> Iterator[Match]:
    """The half-width marks between 的 and a word, where no writer sets one. They are left alone in a
    paragraph that quotes with them, and dots in a text that ends its sentences with dots.
    """
    text = context.document.text
    signs = [mark for mark in _QUOTES + _DOT if _BEHIND + mark in text]
    for place in sorted(place for sign in signs for place in _stray(context, sign)):
        yield Match(place, place + 1, suggestion="")


def _stray(context: Context, sign: str) -> Iterator[int]:
    """The offsets at which one sign stands behind 的 and is no half of a pair, nor a full stop."""
    text = context.document.text
    if sign == _DOT:
        dots = [place for place in places(text, sign) if is_han(text[place - 1 : place])]
        stops = (place for place in dots if text[place + 1 : place + 2] in ("", "\n"))
        if all(text[place - 1] == _BEHIND for place in dots) and not any(stops):
            yield from (place for place in dots if is_han(text[place + 1 : place + 2]))
        return
    for block in context.document.blocks:
        found = list(places(text, sign, block.start, block.end))
        if all(text[place - 1 : place] == _BEHIND for place in found):
            yield from (place for place in found if is_han(text[place + 1 : place + 2]))
