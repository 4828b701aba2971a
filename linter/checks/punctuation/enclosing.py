"""Marks that enclose: pairs within pairs of the same kind, and marks without their other half."""

import re
from collections import Counter
from collections.abc import Callable, Iterator

from linter.checks.support.compiled import compiled
from linter.checks.support.rewrites import Edit
from linter.model.document import Span
from linter.text.numerals import CIRCLED_TYPED, ONE_TO_TEN

_PAIRS = (("“", "”"), ("《", "》"), ("（", "）"), ("(", ")"))
_CLOSES = {"“": "”", "《": "》", "（": "）", "(": "）"}
_CLOSING = {")": "）"}
_ENCLOSING = "[“”《》（）()]"
_LEFT_OPEN = r"[（(][^（(）)\n]*$|“[^“”\n]*$|《[^《》\n]*$"
_LIST_NUMBER = rf"[0-9a-zA-Z{ONE_TO_TEN}{CIRCLED_TYPED}]$"


def nested(opening: str, closing: str, inner: tuple[str, str]) -> Callable[[str], Iterator[Edit]]:
    """A search for a pair of marks within a pair of the same; `inner` are the marks for the inner pair.

    Where a mark of the paragraph has no other half nobody knows which one is inside, and nothing is found.
    """
    within = f"{opening}[^{closing}\n]*{opening}[^\n]*"

    def scan(text: str) -> Iterator[Edit]:
        for line in compiled(within).finditer(text) if text.count(opening) > 1 else ():
            begin = text.rfind("\n", 0, line.start()) + 1
            for start, end in _inner_pairs(text, begin, line.end(), opening, closing):
                better = inner[0] + text[start + 1 : end - 1] + inner[1]
                yield Edit(start, end, better if inner[0] else "")

    return scan


def _inner_pairs(text: str, begin: int, stop: int, opening: str, closing: str) -> list[Span]:
    """The pairs right within another pair of a paragraph; none if a mark has no other half."""
    opened: list[int] = []
    found = []
    for match in compiled(f"[{opening}{closing}]").finditer(text, begin, stop):
        if match.group() == opening:
            opened.append(match.start())
        elif not opened:
            return []
        else:
            start = opened.pop()
            if len(opened) == 1:
                found.append((start, match.end()))
    return [] if opened else found


def unpaired(text: str) -> Iterator[Edit]:
    """Marks without their other half in the paragraph; full and half width go together."""
    closed = all(text.count(opening) == text.count(closing) for opening, closing in _PAIRS)
    if closed and not compiled(_LEFT_OPEN, re.MULTILINE).search(text):
        return
    start = 0
    for line in text.split("\n"):
        yield from _unpaired_in(text, start, start + len(line))
        start += len(line) + 1


def _unpaired_in(text: str, start: int, end: int) -> Iterator[Edit]:
    """The marks of one paragraph that have no other half."""
    opened: list[tuple[str, int]] = []
    due: Counter[str] = Counter()
    for match in compiled(_ENCLOSING).finditer(text, start, end):
        mark, at = match.group(), match.start()
        if mark in _CLOSES:
            opened.append((_CLOSES[mark], at))
            due[_CLOSES[mark]] += 1
        elif due[_CLOSING.get(mark, mark)]:
            while (last := opened.pop())[0] != _CLOSING.get(mark, mark):
                due[last[0]] -= 1
                yield Edit(last[1], last[1] + 1, "")
            due[last[0]] -= 1
        elif not (mark in "）)" and compiled(_LIST_NUMBER).search(text, max(start, at - 2), at)):
            yield Edit(at, at + 1, "")
    for mark, at in opened:
        if not (mark == "”" and text[end + 1 : end + 8].lstrip(" \u3000").startswith("“")):
            yield Edit(at, at + 1, "")  # a quotation may go on in the next paragraph, which opens it again


SCANS: dict[str, Callable[[str], Iterator[Edit]]] = {
    "nested-quotes": nested("“", "”", ("‘", "’")),
    "nested-titles": nested("《", "》", ("〈", "〉")),
    "nested-brackets": nested("（", "）", ("", "")),
    "unpaired": unpaired,
}
"""The search for each kind."""
