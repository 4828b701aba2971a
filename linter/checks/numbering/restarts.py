"""Where a number 1 rightly begins a series again.

It does

- in a table of contents, and where the series before lacks its first;
- behind a sentence that introduces a list (存在以下问题：), and indented under an item;
- behind the mark of an annex (附件2);
- below a label without a number: ● 党建方面, 一月份, the name of a unit;
- in a style of list items, below anything else without a number: a paragraph, a picture, a table.
"""

import re
from enum import Enum, auto

from linter.checks.numbering.items import LISTS, Item, rank
from linter.checks.numbering.state import Series, State
from linter.checks.numbering.writing import written
from linter.structure.lines import opening
from linter.text.characters import has
from linter.text.numerals import DECIMAL, ONE_TO_TEN
from linter.text.sentences import LINE_ENDS

_BARE = 40
"""A shorter line, in characters, without a mark at its end is an item without text."""
_LABEL = 24
"""A longer line, in characters, is no label."""
_INDENT = 2
_HEADINGS = 10
"""So far beyond the last one a heading may be that stuck to the paragraph before it."""
_ANNEX_NUMBER = rf"[ \u3000]*[{DECIMAL}{ONE_TO_TEN}]{{0,3}}[：:]?"


class Restart(Enum):
    """How a series begins again."""

    AFRESH = auto()
    """The series before is over."""
    NESTED = auto()
    """It stands under the last item of the series before, which may go on."""


def restart(state: State, series: Series, item: Item, next_same: Item | None) -> Restart | None:
    """How a number 1 begins its series again; None where it is a slip. `next_same` is the next number of
    its family.
    """
    last, above = series.items[-1], item.block - 1
    if state.entry(item) in series.firsts or series.items[0].value > 1:
        return Restart.AFRESH
    if _indent(state, item.block) >= _indent(state, last.block) + _INDENT:
        return Restart.NESTED
    if _introduces(state, above):
        return Restart.NESTED
    if series.parent and _ends_in_heading(state, series.parent, last):
        return Restart.AFRESH
    if any(_heads_annex(state, block) for block in range(last.block + 1, above + 1)):
        return Restart.AFRESH
    if above <= last.block or opening(state.text, state.blocks[above])[0] is not None:
        return None
    if _is_label(state, above):
        return Restart.AFRESH
    is_list = rank(item.family) >= LISTS and last.value > 1
    return Restart.AFRESH if is_list and not _goes_on(state, last, next_same) else None


def _indent(state: State, block: int) -> int:
    line = state.line(block)
    return len(line) - len(line.lstrip(" \t"))


def _introduces(state: State, block: int) -> bool:
    """Whether a line leads to a list: "存在以下问题：", "具体安排如下。", "有哪些做法？"."""
    tail = state.line(block).rstrip()[-24:]
    return tail.endswith(("：", ":", "？", "?")) or has(tail, state.words.announcing)


def _ends_in_heading(state: State, parent: Item, last: Item) -> bool:
    """Whether a later number of the series around stands in the paragraph of an item: 3.防火二、原则."""
    end = state.blocks[last.block].end
    later = range(parent.value + 1, parent.value + _HEADINGS)
    return any(
        state.text.find(written(parent.number, (value,)), last.number.end, end) >= 0 for value in later
    )


def _heads_annex(state: State, block: int) -> bool:
    """Whether a line is the mark of an annex and nothing else: 附件2, 附表三：."""
    line = state.line(block).strip()
    marks = (mark for mark in state.words.annexes if line.startswith(mark))
    return any(re.fullmatch(_ANNEX_NUMBER, line.removeprefix(mark)) for mark in marks)


def _is_label(state: State, block: int) -> bool:
    """Whether a line names what follows: short, without a mark at its end."""
    line = state.line(block).strip()
    return 0 < len(line) <= _LABEL and line[-1] not in LINE_ENDS


def _goes_on(state: State, last: Item, next_same: Item | None) -> bool:
    """Whether the series before goes on behind a number 1, which is a slip then.

    The next number tells; where there is none, headings without text go on.
    """
    if next_same is not None:
        return next_same.value == last.value + 2
    line = state.line(last.block).strip()
    return len(line) < _BARE and line[-1] not in LINE_ENDS
