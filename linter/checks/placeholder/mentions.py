"""Leftovers that are only mentioned: 公文中不得出现“××”“XX”等字样 is about masks and has none."""

from collections.abc import Callable, Iterable

from linter.checks.support.compiled import compiled
from linter.text.sentences import FULL_STOPS, QUOTE_PAIRS, ROUND_PAIRS

_LIST_MARKS = ("、", "/", "／")
_STOP = rf"[{FULL_STOPS}](?![”’」\"])|\n"
_REACH = 30
"""Characters behind a leftover within which the quotation or parenthesis around it ends."""


def mentions(about: Iterable[str], conjunctions: Iterable[str]) -> Callable[[str, int, int], bool]:
    """A test of whether the leftover `text[start:end]` is only mentioned; called with those three.

    It is where it stands in quotes, in round brackets or in a list (next to one of the `conjunctions` or
    to a list's mark) and its sentence has one of the words `about` such signs.
    """
    topics = tuple(about)
    joints = (*_LIST_MARKS, *conjunctions)

    def is_set_off(text: str, start: int, end: int) -> bool:
        if text.endswith(joints, 0, start) or text.startswith(joints, end):
            return True
        line = text.rfind("\n", 0, start) + 1
        return any(_is_within(text, line, start, end, *pair) for pair in QUOTE_PAIRS + ROUND_PAIRS)

    def is_mentioned(text: str, start: int, end: int) -> bool:
        if not topics or not is_set_off(text, start, end):
            return False
        stop = compiled(_STOP)
        first = text.rfind("\n", 0, start) + 1
        for mark in stop.finditer(text, first, start):
            first = mark.end()
        last = stop.search(text, end)
        sentence = text[first : last.start() if last else len(text)]
        return any(word in sentence for word in topics)

    return is_mentioned


def _is_within(text: str, line: int, start: int, end: int, left: str, right: str) -> bool:
    """Whether a span stands between two signs on its line, which begins at `line`."""
    opening = text.rfind(left, line, start)
    if opening < 0 or text.rfind(right, opening + 1, start) >= 0:
        return False
    return 0 <= text.find(right, end) < end + _REACH
