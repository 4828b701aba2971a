"""Boxes of tasks that are still open: `- [ ] 补充数据`, ☐ 核实人数.

A line with several boxes is a choice (□是 □否). Boxes of which none is ticked also make a list for others
to go through: they count before a word by which something is ordered to be done, and, but for □, which
is a bullet as well, where the task is no sentence.
"""

import re
from collections.abc import Callable, Iterator

from linter.model.document import Span
from linter.text.sentences import ANY_STOPS

_OPEN = r"^[ \t\u3000]*(?P<box>(?:[-*+]|\d+[.)、])[ \t]*\[[ \u3000]?\]|☐|□|▢)[ \t\u3000]*(?P<task>\S[^\n]*)"
_TICKED = r"^[ \t\u3000]*(?:[-*+][ \t]*)?(?:\[[xX√✓]\]|[☑☒✅√])"
_BOXES = "[□▢☐☑☒]|\\[[ xX√]?\\]"
_SHORTEST = 4
"""Characters of the shortest task; what is shorter is an option."""


def tasks(orders: tuple[str, ...]) -> Callable[[str], Iterator[Span]]:
    """A finder of open tasks; `orders` are words by which something is to be done."""

    def find(text: str) -> Iterator[Span]:
        if not any(box in text for box in ("[ ]", "[]", "[\u3000]", "☐", "□", "▢")):
            return
        ticked = re.search(_TICKED, text, re.MULTILINE) is not None
        for match in re.finditer(_OPEN, text, re.MULTILINE):
            task = match["task"].rstrip()
            if len(task) < _SHORTEST or re.search(_BOXES, task):
                continue
            note = match["box"] not in "□▢" and task[-1] not in ANY_STOPS
            if ticked or note or task.startswith(orders):
                yield match.start("box"), match.start("task") + len(task)

    return find
