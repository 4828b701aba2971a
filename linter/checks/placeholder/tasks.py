"""Boxes of tasks that are still open: `- [ ] 补充数据`, ☐ 核实人数.

A box before a word by which something is ordered to be done is a task, and so is one at the end of its line,
or alone in a cell, where most others are ticked. Other boxes are also choices, several on a line (□是 □否) or
below a question, and lists for others to go through, in sentences and with no box ticked (English ones need a
ticked one next to them). □ is a bullet as well, unless others are ticked. A handbook or a checklist, told by
its title, has boxes to be ticked by others, and a board, told by two headings that are columns of
one (正在做, 做完了), open ones of what is still being done.
"""

import re
from collections.abc import Callable, Iterable, Iterator

from linter.checks.placeholder.words import Words
from linter.model.document import Document, Span
from linter.text.characters import count_han, has
from linter.text.numerals import DECIMAL, ONE_TO_TEN
from linter.text.sentences import ANY_STOPS

_TRIGGERS = ("[ ]", "[]", "[\u3000]", "☐", "□", "▢", "⬜")
_OPEN = (
    r"^[ \t\u3000]*(?P<box>(?:[-*+]|\d+[.)、])[ \t]*\[[ \u3000]?\]|[☐⬜□▢☑☒])"
    r"[ \t\u3000]*(?P<task>\S[^\n]*)\n?"
)
_TICKED = r"^[ \t\u3000]*(?:[-*+][ \t]*)?(?:\[[xX√✓]\]|[☑☒✅√])"
_BOXES = "[□▢☐⬜☑☒]|\\[[ xX√]?\\]"
_TICKS = "☑☒✅✔✓√"
_OPEN_SIGNS = "□▢☐⬜"
_ANY_SIGN = f"[{_OPEN_SIGNS}{_TICKS}]"
_BEHIND = (
    rf"^[ \t\u3000|]*(?P<entry>(?![ \t\u3000|]|{_ANY_SIGN})[^\n]*?[ \t\u3000|：:](?P<sign>{_ANY_SIGN}))"
    r"(?=[ \t\u3000]*(?:[|\t]|$))[^\n]*"
)
"""A line with a box or a tick at its end, or alone in a cell: 问保健医　□, | 联系印厂 | ⬜ | 周五前 |."""
_LEAST_TICKED, _TICKED_TO_OPEN = 3, 2
"""So many ticks, and so many for each open box, tell that a form was filled in."""
_BULLETS = "□▢"
_DONE = "☑☒"
_ASKING = "？?：:）)"
_AROUND_NAMES = f" \t\u3000#*、.．：:（）()[]{DECIMAL}{ONE_TO_TEN}"
"""Signs and numbers around the words of a heading."""
_AFTERTHOUGHT = r"[（(][^（）()]*$"
"""What a title says in brackets at its end, the last of which is stripped: 开航前检查清单（每日）."""
_LONGER = 4
"""Characters by which a heading may be longer than the column that it is: 正在做的事."""
_REACH = 20
"""Characters before a line in which blank lines may stand."""
_SHORTEST = 4
"""Characters of the shortest task; what is shorter is an option."""


def tasks(words: Words) -> Callable[[str], Iterator[Span]]:
    """A finder of open tasks."""

    def find(text: str) -> Iterator[Span]:
        if not has(text, _TRIGGERS):
            return
        yield from _behind_entries(text)
        if _is_list_or_board(text, words):
            return
        ticked = re.search(_TICKED, text, re.MULTILINE) is not None
        last, asked = -1, False
        for match in re.finditer(_OPEN, text, re.MULTILINE):
            asked = asked if match.start() == last else _is_asked(text, match.start())
            last = match.end()
            task = match["task"].rstrip()
            if match["box"] in _DONE or len(task) < _SHORTEST or re.search(_BOXES, task):
                continue
            if task.startswith(words.orders) or _is_noted(match["box"], task, ticked, asked):
                yield match.start("box"), match.start("task") + len(task)

    return find


def _behind_entries(text: str) -> Iterator[Span]:
    """The few open boxes behind an entry, or alone in a cell, in a text where most others are ticked.

    A line with several boxes is a choice.
    """
    alone = (m for m in re.finditer(_BEHIND, text, re.MULTILINE) if len(re.findall(_ANY_SIGN, m[0])) == 1)
    yield from _left_open((match["sign"], match.span("entry")) for match in alone)


def open_cells(document: Document) -> Iterator[Span]:
    """The same of tables whose cells stand on lines of their own, as those of Word do."""
    blocks, text = document.blocks, document.text
    words = [text[block.start : block.end].strip() if block.kind == "cell" else "" for block in blocks]
    signs = [word if word and word in _TICKS + _OPEN_SIGNS else "" for word in words]
    alone = (
        at
        for at in range(1, len(signs))
        if signs[at] and words[at - 1] and not (signs[at - 1] or "".join(signs[at + 1 : at + 2]))
        if text[blocks[at].start - 1] == "\n"
    )
    yield from _left_open((signs[at], (blocks[at - 1].start, blocks[at].end)) for at in alone)


def _left_open(entries: Iterable[tuple[str, Span]]) -> Iterator[Span]:
    """The open ones of some entries with their signs, where most others are ticked."""
    found = list(entries)
    left = [span for sign, span in found if sign in _OPEN_SIGNS]
    if len(found) - len(left) >= max(_LEAST_TICKED, _TICKED_TO_OPEN * len(left)):
        yield from left


def _is_list_or_board(text: str, words: Words) -> bool:
    """Whether a text is a list for others to go through, or a board of what is being done."""
    lines = [line.strip(_AROUND_NAMES).lower() for line in text.split("\n")]
    title = next((line for line in lines if line), "")
    if title.endswith(words.checklists) or re.sub(_AFTERTHOUGHT, "", title).endswith(words.checklists):
        return True
    columns = {_column(line, words.columns) for line in lines}
    return len(columns - {""}) > 1


def _column(line: str, columns: tuple[str, ...]) -> str:
    """The column of a board that a line names; empty if it names none."""
    return next((each for each in columns if line.startswith(each) and len(line) <= len(each) + _LONGER), "")


def _is_asked(text: str, start: int) -> bool:
    """Whether the line before the one that begins at an offset asks for a choice."""
    before = text[max(0, start - _REACH) : start].rstrip()
    return bool(before) and before[-1] in _ASKING


def _is_noted(box: str, task: str, ticked: bool, asked: bool) -> bool:
    """Whether a box is a task of the writer's, though nothing is ordered to be done."""
    if "[" in box:
        return ticked or (task[-1] not in ANY_STOPS and count_han(task) > 0)
    return not asked and (ticked or (box not in _BULLETS and task[-1] not in ANY_STOPS))
