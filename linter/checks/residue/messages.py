"""Messages of a chat amid a report: 小林 16:42, and on the next line what he wrote."""

from collections.abc import Iterator, Sequence

from linter.checks.api import Find
from linter.checks.support.compiled import compiled
from linter.model.finding import Match
from linter.model.outline import Context
from linter.structure.lines import opening
from linter.text.characters import has
from linter.text.patterns import holds, union
from linter.text.sentences import COLONS, COMMON_STOPS

_LONGEST_HEAD, _LONGEST_MESSAGE = 40, 60
"""Characters of the longest line that says who writes and when, and of the longest message."""
_MOST = 4
"""More of them are a record, which somebody put there on purpose."""
_TIMED = r"\d[:：]\d\d$"
"""The end of a line that says when: with lines that no person heads it is a programme."""
_LINES = 2
"""Lines of a message. Where half of a text is made of them it is a programme, or a chat."""


def messages(heads: Sequence[str]) -> Find:
    """A `Find` that yields each message with the line above it, which matches one of `heads`.

    A programme or a list of who came when is none: there one such line follows the other, or a label or a
    whole sentence stands below. Nor is a record of a chat, which is announced or long.
    """
    head = union(heads)

    def find(context: Context) -> Iterator[Match]:
        text, blocks = context.document.text, context.document.blocks
        lines = [text[block.start : block.end] for block in blocks]
        heading = [
            len(line) <= _LONGEST_HEAD and has(line, COLONS) and holds(head, line.strip()) for line in lines
        ]
        found = [
            at
            for at in range(1, len(lines) - 1)
            if heading[at] and not heading[at + 1] and _is_said(lines[at + 1].strip())
        ]
        timed = sum(compiled(_TIMED).search(line.rstrip()) is not None for line in lines)
        is_programme = sum(heading) > len(found) or timed != len(found)
        if is_programme or len(found) > _MOST or 2 * _LINES * len(found) > len(lines):
            return
        for at in found:
            numbered = opening(text, blocks[at + 1])[0] is not None
            if not (numbered or lines[at - 1].rstrip().endswith(COLONS)):
                yield Match(blocks[at].start, blocks[at + 1].end)

    return find


def _is_said(line: str) -> bool:
    """Whether a line is what people type into a chat: short, without a full stop, no label with its value."""
    return len(line) <= _LONGEST_MESSAGE and not line.endswith(tuple(COMMON_STOPS)) and not has(line, COLONS)
