"""Labels that a form, a mail or a chat put before the parts of a text: 标题：, 主题：, 正文：."""

from collections.abc import Iterator, Sequence

from linter.checks.api import Find
from linter.checks.support.compiled import compiled
from linter.model.finding import Match
from linter.model.outline import Context
from linter.text.characters import HAN, WHITE_SPACE
from linter.text.patterns import spans, union

_LONGEST = 12
"""Characters of the longest label, with the blanks before it."""
_LABEL = rf"[{WHITE_SPACE}]*[{HAN}]{{2,6}}[：:]"
"""Below the first line it shows the cover of a paper or a form: 题目：…, 学生：…."""
_BARE = rf"{_LABEL}[{WHITE_SPACE}]*"
_SEVERAL = 3
"""So many labels alone on their lines are a text about the parts of a text."""


def labels(first: Sequence[str], alone: Sequence[str], beside: Sequence[str]) -> Find:
    """A `Find` that yields the labels of a frame: `first` at the head of a file; `alone`, which have a line
    to themselves; `beside`, which have words behind them and count where one of `alone` stands as well.
    """
    at_head, on_line, with_words = union(first), union(alone), union(beside)

    def find(context: Context) -> Iterator[Match]:
        text = context.document.text
        blocks = [block for block in context.document.blocks if block.kind == "paragraph"]
        short = [block for block in blocks if block.end - block.start <= _LONGEST]
        lone = [span for block in short for span in spans(on_line, text[block.start : block.end])]
        bare = sum(compiled(_BARE).fullmatch(text, block.start, block.end) is not None for block in short)
        framed = bool(lone) and bare < _SEVERAL
        cover = len(blocks) > 1 and compiled(_LABEL).match(text, blocks[1].start, blocks[1].end) is not None
        for at, block in enumerate(blocks):
            head = text[block.start : min(block.end, block.start + _LONGEST)]
            found = [*spans(on_line, head)] if framed and block.end - block.start <= _LONGEST else []
            found = found or ([*spans(with_words, head)] if framed else [])
            found = found or ([*spans(at_head, head)] if at == 0 and not cover else [])
            yield from (Match(block.start + start, block.start + end) for start, end in found)

    return find
