"""Marks that enclose: pairs within pairs of the same kind, and marks without their other half."""

import re
from collections import Counter
from collections.abc import Callable, Iterator

from linter.checks.api import Find
from linter.checks.support.compiled import compiled
from linter.checks.support.rewrites import Edit
from linter.model.document import Span
from linter.model.finding import Match
from linter.model.outline import Context
from linter.text.characters import INDENT_SIGNS, is_han
from linter.text.numerals import CIRCLED_TYPED, ONE_TO_TEN
from linter.text.sentences import CLAUSE_ENDS, FULL_STOPS

_PAIRS = (("“", "”"), ("《", "》"), ("（", "）"), ("(", ")"))
_CLOSES = {"“": "”", "《": "》", "（": "）", "(": "）"}
_CLOSING = {")": "）"}
_ENCLOSING = "[“”《》（）()]"
_LEFT_OPEN = r"[（(][^（(）)\n]*$|“[^“”\n]*$|《[^《》\n]*$"
_NUMBERED = rf"[0-9a-zA-Z{ONE_TO_TEN}{CIRCLED_TYPED}]$"
"""Before the closing bracket of a list's number."""
_SIGN = r"[:;=]-$|[-=－—]$"
"""Before a mark that makes a smiley or an arrow with it: ;-) and -》."""
_CUT = ("…", "...")
"""What stands where a page cut a line off, with the other half of its marks."""
_OPENS_AGAIN = rf"(?:{INDENT_SIGNS}|<p>)*“"
"""A quotation that goes on in the next paragraph, behind its indent."""
_VERSE = rf"^(?:{INDENT_SIGNS})*“[^“”\n]{{1,24}}(?:\n[^“”\n]{{0,24}}){{0,20}}\n[^“”\n]{{1,24}}”$"
"""Lines of a verse, of which the first opens the quotation and the last closes it."""
_ENDED = tuple(FULL_STOPS)
"""What ends the last line of a sentence."""
_BESIDE = 12
"""Characters of the words beside a mark that are shown with it, at most: one bracket of many is soon lost."""
_WORDS = f"[^{CLAUSE_ENDS}“”《》（）()\\s]{{0,{_BESIDE}}}"


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
    """Marks without their other half; full and half width go together.

    The other half may stand on the next line of a sentence broken by hand, or on the last line of a verse.
    """
    closed = all(text.count(opening) == text.count(closing) for opening, closing in _PAIRS)
    if closed and not compiled(_LEFT_OPEN, re.MULTILINE).search(text):
        return
    verses = compiled(_VERSE, re.MULTILINE).finditer(text) if "“" in text else ()
    in_verse = frozenset(
        place for verse in verses for place in (text.index("“", verse.start()), verse.end() - 1)
    )
    left: list[int] = []
    start = 0
    for line in text.split("\n"):
        for place in sorted({*_unpaired_in(text, start, start + len(line))} - in_verse):
            if text[place] in "()" and not any(map(is_han, line)):
                break  # English is not looked at
            if left and left[-1] < start and _is_pair(text[left[-1]], text[place]):
                left.pop()
            else:
                left.append(place)
        start += len(line) + 1
        if line.endswith(_ENDED):
            yield from (Edit(place, place + 1, "") for place in left)
            left = []
    yield from (Edit(place, place + 1, "") for place in left)


def _is_pair(opening: str, closing: str) -> bool:
    """Whether two marks are the halves of a pair."""
    return _CLOSES.get(opening) == _CLOSING.get(closing, closing)


def _unpaired_in(text: str, start: int, end: int) -> Iterator[int]:
    """The offsets of the marks that have no other half in a paragraph."""
    opened: list[tuple[str, int]] = []
    due: Counter[str] = Counter()
    cut = max(text.rfind(sign, start, end) for sign in _CUT)
    for match in compiled(_ENCLOSING).finditer(text, start, end):
        mark, at = match.group(), match.start()
        if mark in "()》" and compiled(_SIGN).search(text, max(start, at - 2), at):
            continue
        if mark in _CLOSES:
            opened.append((_CLOSES[mark], at))
            due[_CLOSES[mark]] += 1
        elif due[_CLOSING.get(mark, mark)]:
            while (last := opened.pop())[0] != _CLOSING.get(mark, mark):
                due[last[0]] -= 1
                yield last[1]
            due[last[0]] -= 1
        elif not (mark in "）)" and compiled(_NUMBERED).search(text, max(start, at - 2), at)):
            yield at
    for mark, at in opened:
        goes_on = mark == "”" and compiled(_OPENS_AGAIN).match(text, end)
        if not goes_on and at > cut:
            yield at  # a quotation may go on in the next paragraph, which opens it again


def with_words(find: Find) -> Find:
    """A `Find` for marks that yields each with the words that it encloses, as far as the clause goes."""

    def shown(context: Context) -> Iterator[Match]:
        text = context.document.text
        for match in find(context):
            sign = text[match.start : match.end]
            start, end = match.start, match.end
            if sign in _CLOSES or sign == "(":
                words = compiled(_WORDS).match(text, end)
                end = words.end() if words else end
            else:
                before = compiled(f"{_WORDS}$").search(text[max(0, start - _BESIDE) : start])
                start -= len(before[0]) if before else 0
            yield match._replace(start=start, end=end, values={"sign": sign})

    return shown


SCANS: dict[str, Callable[[str], Iterator[Edit]]] = {
    "nested-quotes": nested("“", "”", ("‘", "’")),
    "nested-titles": nested("《", "》", ("〈", "〉")),
    "nested-brackets": nested("（", "）", ("", "")),
    "unpaired": unpaired,
}
"""The search for each kind."""
