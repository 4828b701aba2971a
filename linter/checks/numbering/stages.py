"""The numbers of stages and steps: 第一阶段：, 第二步，.

They count like the items of a list. The outline does not know them: a stage is no section of a report.
"""

from linter.checks.support.compiled import compiled
from linter.model.document import Block
from linter.model.outline import Number
from linter.text.numerals import COUNTING, DECIMAL, value_of

_LEAD = 8
"""Characters of indent and of Markdown's signs before a number."""
_STAGE = (
    rf"[#*\s]{{0,{_LEAD}}}(?P<number>第(?P<value>[{COUNTING}{DECIMAL}]{{1,3}})(?P<unit>阶段|步))"
    r"(?=[：:，,（(\s*]|$)"
)


def stage_at(text: str, block: Block) -> Number | None:
    """The number of the stage or step that a block begins with."""
    if "第" not in text[block.start : block.start + _LEAD]:
        return None
    match = compiled(_STAGE).match(text, block.start, block.end)
    value = value_of(match["value"]) if match else None
    if match is None or value is None:
        return None
    return Number(f"第一{match['unit']}", (value,), match["number"], *match.span("number"))
