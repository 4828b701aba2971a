"""Brackets left empty, or with a sign for a number: 会议（  ）次, 热线[  ], 简报【N】期, [M]条.

Round ones count only where a clause goes on with a unit, or awaits a name (由（　）主持): they also end
the items of a choice (合格（ ）) and the names of functions. None counts on a line with a tick.
"""

import re
from collections.abc import Iterator

from linter.checks.placeholder.unit_pattern import UNIT
from linter.checks.placeholder.words import Words
from linter.model.document import Span
from linter.text.characters import alphabet, has, is_han, up_to
from linter.text.sentences import COLONS

_BLANK = "[ \u3000]*"
_MIXED = rf"（{_BLANK}\)|\({_BLANK}）"
"""The two marks have different widths: typed in haste, and no blank to tick."""
_EMPTY = rf"（{_BLANK}）|\({_BLANK}\)|[\[［]{_BLANK}[\]］]|〔{_BLANK}〕|【{_BLANK}】"
_LETTERS = "NnMmXx×"
_SIGN = r"[（(\[【〔［](?:[NnMm]|[Xx×]{1,3})[）)\]】〕］]"
_FIRST = tuple(" \u3000）)]］〕】" + _LETTERS)
_TRIGGERS = {left: [left + first for first in _FIRST] for left in "（([［〔【"}
"""How such brackets begin, by the first mark: most texts have one kind of brackets, if any."""
_TICKS = "✓✔√☑"
_REACH = 80
"""Characters on either side that are looked at for other brackets of a choice."""


def blanks(text: str, words: Words) -> Iterator[Span]:
    """The spans of such brackets."""
    if not any(has(text, _TRIGGERS[left]) for left in _TRIGGERS.keys() & alphabet(text)):
        return
    before = (*words.awaiting, *words.parties)
    for match in re.finditer(f"(?P<empty>(?P<mixed>{_MIXED})|{_EMPTY})|{_SIGN}", text):
        start, end = match.span()
        counted = re.compile(UNIT).match(text, end)
        if text.startswith(words.within_brackets, end):
            continue
        named = text.startswith(words.bearers, end)
        mixed = match["mixed"] and is_han(text[start - 1 : start])
        wanted = mixed or counted or (match["empty"] and (named or _is_awaited(text, start, end, before)))
        if wanted and not _is_choice(text, start, end):
            yield start, end


def _is_awaited(text: str, start: int, end: int, awaiting: tuple[str, ...]) -> bool:
    """Whether a clause wants something where an empty bracket stands."""
    if text[start] in "（(":
        return text.endswith((*COLONS, *awaiting), 0, start) and is_han(text[end : end + 1])
    return is_han(text[start - 1 : start]) or text.endswith(COLONS, 0, start)


def _is_choice(text: str, start: int, end: int) -> bool:
    """Whether a bracket waits for a tick: one is ticked, or blanks part its line into options."""
    line = max(text.rfind("\n", 0, start) + 1, start - _REACH)
    around = text[line : up_to(text, "\n", end, end + _REACH)]
    if has(around, _TICKS):
        return True
    options = re.findall(rf"(?:{_EMPTY})[ \u3000\t]+(?=\S)", around)
    return len(options) > 0 and len(re.findall(_EMPTY, around)) > 1
