"""Dates left blank: 年  月  日, 2024年  月  日. A date to be written by hand, behind a signature, is none."""

import re
from collections.abc import Iterator

from linter.model.document import Span
from linter.text.characters import BLANKS, has
from linter.text.sentences import paragraph_start

_DATE = f"年[{BLANKS}]+月|月[{BLANKS}]+日"
_TRIGGERS = tuple(word + blank for word in "年月" for blank in BLANKS)
_TAIL = rf"[{BLANKS}\d]*日"


def blank_dates(text: str, compounds: tuple[str, ...], signed: tuple[str, ...]) -> Iterator[Span]:
    """The spans of such dates. None before one of `compounds` (月均), or behind one of the words `signed` in
    their paragraph (（盖章）年 月 日).
    """
    if not has(text, BLANKS) or not has(text, _TRIGGERS):
        return
    last = 0
    for match in re.finditer(_DATE, text):
        start, end = match.span()
        if start < last or text.startswith(compounds, end):
            continue
        while start and (text[start - 1] in BLANKS or text[start - 1].isdigit()):
            start -= 1
        if has(text[paragraph_start(text, start) : start], signed):
            continue
        tail = re.compile(_TAIL).match(text, end)
        last = tail.end() if tail else end
        yield start, last
