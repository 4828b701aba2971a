"""Boxes of tasks that are still open: `- [ ] 补充数据`, ☐ 核实人数.

A box before a word by which something is ordered to be done is a task. Other boxes are also choices,
several on a line (□是 □否) or below a question, and lists for others to go through, in sentences and
with no box ticked (English ones need a ticked one next to them). □ is a bullet as well, unless others
are ticked.
"""

import re
from collections.abc import Callable, Iterator

from linter.model.document import Span
from linter.text.characters import count_han, has
from linter.text.sentences import ANY_STOPS

_TRIGGERS = ("[ ]", "[]", "[\u3000]", "☐", "□", "▢")
_OPEN = (
    r"^[ \t\u3000]*(?P<box>(?:[-*+]|\d+[.)、])[ \t]*\[[ \u3000]?\]|[☐□▢☑☒])[ \t\u3000]*(?P<task>\S[^\n]*)\n?"
)
_TICKED = r"^[ \t\u3000]*(?:[-*+][ \t]*)?(?:\[[xX√✓]\]|[☑☒✅√])"
_BOXES = "[□▢☐☑☒]|\\[[ xX√]?\\]"
_BULLETS = "□▢"
_DONE = "☑☒"
_ASKING = "？?：:）)"
_REACH = 20
"""Characters before a line in which blank lines may stand."""
_SHORTEST = 4
"""Characters of the shortest task; what is shorter is an option."""


def tasks(orders: tuple[str, ...]) -> Callable[[str], Iterator[Span]]:
    """A finder of open tasks; `orders` are words by which something is to be done."""

    def find(text: str) -> Iterator[Span]:
        if not has(text, _TRIGGERS):
            return
        ticked = re.search(_TICKED, text, re.MULTILINE) is not None
        last, asked = -1, False
        for match in re.finditer(_OPEN, text, re.MULTILINE):
            asked = asked if match.start() == last else _is_asked(text, match.start())
            last = match.end()
            task = match["task"].rstrip()
            if match["box"] in _DONE or len(task) < _SHORTEST or re.search(_BOXES, task):
                continue
            if task.startswith(orders) or _is_noted(match["box"], task, ticked, asked):
                yield match.start("box"), match.start("task") + len(task)

    return find


def _is_asked(text: str, start: int) -> bool:
    """Whether the line before the one that begins at an offset asks for a choice."""
    before = text[max(0, start - _REACH) : start].rstrip()
    return bool(before) and before[-1] in _ASKING


def _is_noted(box: str, task: str, ticked: bool, asked: bool) -> bool:
    """Whether a box is a task of the writer's, though nothing is ordered to be done."""
    if "[" in box:
        return ticked or (task[-1] not in ANY_STOPS and count_han(task) > 0)
    return not asked and (ticked or (box not in _BULLETS and task[-1] not in ANY_STOPS))
