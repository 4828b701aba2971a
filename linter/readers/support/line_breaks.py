"""Manual line breaks (Shift+Enter, `<br>`): which of them part paragraphs, and which broke one.

Drafts copied from web pages, mails and PDFs have them in place of paragraph marks. A break parts two
paragraphs unless the line before it was broken for want of room: it is as long as a line of a page, as
long as any other of its paragraph, and no sentence ends there. A title is broken where it looks well.
"""

from collections.abc import Sequence
from itertools import pairwise

from linter.readers.support.lines import MAX_WRAP_WIDTH, MIN_WRAP_WIDTH, SLACK, display_width, may_continue
from linter.text.sentences import is_finished

_TITLE_LINES = 3
_TITLE_WIDTH = 60
"""Lines of a title, and display columns of one of them, at most."""
_COLONS = "：:"
"""A phrase that announces what follows ends in one: it is as complete as a sentence."""
_OPENING_PARAGRAPHS = 3
"""The title is one of the first paragraphs of a document."""


def may_be_title(level: int, index: int) -> bool:
    """Whether a paragraph may be a title or heading: the format says so, or it is one of the first."""
    return level > 0 or index < _OPENING_PARAGRAPHS


def continued_lines(lines: Sequence[str], title: bool) -> frozenset[int]:
    """The indices of the lines that continue the line before; the others are paragraphs of their own.

    `lines` are what the breaks leave of one paragraph; `title` is whether it may be a title.
    """
    if len(lines) < 2:
        return frozenset()
    lines = [line.rstrip() for line in lines]
    if title and _is_title(lines):
        return frozenset(range(1, len(lines)))
    widths = [display_width(line) for line in lines]
    full = max(MIN_WRAP_WIDTH, max(widths) - SLACK)
    return frozenset(
        index
        for index, (before, line) in enumerate(pairwise(lines), 1)
        if full <= widths[index - 1] <= MAX_WRAP_WIDTH
        and may_continue(before, line)
        and not is_finished(before, _COLONS)
    )


def _is_title(lines: Sequence[str]) -> bool:
    """Whether some lines make one title: few, short, none of them a sentence, a numbered item or a date."""
    return (
        len(lines) <= _TITLE_LINES
        and max(map(display_width, lines)) <= _TITLE_WIDTH
        and all(may_continue(before, line) for before, line in pairwise(lines))
        and not any(is_finished(line, _COLONS) or _ends_in_date(line) for line in lines)
    )


def _ends_in_date(line: str) -> bool:
    return "年" in line and line.rstrip("）)").endswith("日")
