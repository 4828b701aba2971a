"""Half-width marks in Chinese text: the commas, colons and brackets of the wrong input mode."""

import re
from collections import Counter
from collections.abc import Callable, Iterator

from linter.checks.support.compiled import compiled
from linter.checks.support.rewrites import Edit
from linter.text.characters import HAN, has, is_han
from linter.text.numerals import ONE_TO_TEN
from linter.text.sentences import paragraph_start

_FULL = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", ".": "。", "(": "（", ")": "）"}
_HALF = r"([,;:?!.])[^\S\n]*"
_ROUND = rf"(?<!\])\((?=[^()\n]{{0,60}}[{HAN}])([^()\n]{{1,60}})\)"
_CLOSED = "”’）》】〕〉"
_CLAUSE = rf"[{HAN}{_CLOSED}]{{6}}$"
"""Before a dot that a sentence ends with, amid a line; a name or number is shorter: 阿依.古丽, 甲.渡口."""
_LIST_LEAD = rf"[\s>#*_-]*(?:[{ONE_TO_TEN}]+|[（(][{ONE_TO_TEN}]+[）)])$"


def half_width(rare: float) -> Callable[[str], Iterator[Edit]]:
    """A search for the half-width marks that belong to Chinese text, in order.

    Where `rare` is less than 1 only slips are found: marks of a sentence between Chinese, in a text of which
    no larger share of the marks is half-width, nor of the same mark where there are several. Who types all
    the semicolons of a text so does it on purpose.
    """

    def edits(text: str) -> Iterator[Edit]:
        found = [*_marks(text)] if has(text, ",;:?!.") else []
        if rare < 1:
            yield from _slips(text, found, rare)
            return
        if "(" in text:
            for match in compiled(_ROUND).finditer(text):
                found += [
                    Edit(match.start(), match.start() + 1, "（"),
                    Edit(match.end() - 1, match.end(), "）"),
                ]
        yield from sorted(found)

    return edits


def _slips(text: str, found: list[Edit], rare: float) -> list[Edit]:
    """Those of the marks that are slips: none where there are too many."""
    half = Counter(text[edit.start] for edit in found)
    full = {mark: text.count(wide) for mark, wide in _FULL.items()}
    if len(found) > rare * (len(found) + sum(full.values())):
        return []
    slips = {mark for mark, count in half.items() if count == 1 or count <= rare * (count + full[mark])}
    return [edit for edit in found if text[edit.start] in slips and _is_slip(text, edit)]


def _is_slip(text: str, edit: Edit) -> bool:
    """Whether a mark joins or ends sentences: not that of a label, nor those of a reference ([3] …)."""
    start, end, _ = edit
    among_han = is_han(text[start - 1]) and (is_han(text[end : end + 1]) or text[end : end + 1] in ("", "\n"))
    blank = end > start + 1
    inside = text[start] == "." and is_han(text[end : end + 1])  # of a name: 阿依.古丽, 青砚.中国
    slips = text[start] in ",;." and among_han and not blank and not inside
    return slips and text[paragraph_start(text, start)] != "["


def _marks(text: str) -> Iterator[Edit]:
    for match in compiled(_HALF).finditer(text):
        mark = match[1]
        before, behind = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
        chinese = _is_chinese(before) or (is_han(behind) and before.isascii() and before.isalnum())
        if mark == ".":
            chinese = _ends_sentence(text, match, before, behind)
        elif mark == ":" and before.isdigit():
            chinese = False
        if chinese and behind not in ("/", ",", ";", ":", "?", "!", "."):
            yield Edit(match.start(1), match.end(), _FULL[mark])


def _is_chinese(char: str) -> bool:
    """Whether a character is Chinese, or a mark that closes Chinese text."""
    return is_han(char) or (char != "" and char in _CLOSED)


def _ends_sentence(text: str, match: re.Match[str], before: str, behind: str) -> bool:
    """Whether a dot stands for a full stop: behind Chinese, at the end or before it, no number or name."""
    lead = text[paragraph_start(text, match.start()) : match.start()]
    if not _is_chinese(before) or compiled(_LIST_LEAD).match(lead):
        return False
    return behind in ("", "\n") or (is_han(behind) and compiled(_CLAUSE).search(lead) is not None)
