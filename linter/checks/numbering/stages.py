"""The numbers of stages and steps, and letters in brackets: 第一阶段：, 第二步，, (b).

They count like the items of a list. The outline does not know them: a stage is no section of a report.
"""

from linter.checks.support.compiled import compiled
from linter.model.document import Block
from linter.model.outline import Number
from linter.text.characters import has
from linter.text.numerals import COUNTING, DECIMAL, LETTERS, value_of

_LEAD = 8
"""Characters of indent and of Markdown's signs before a number."""
_STAGE = (
    rf"[#*\s]{{0,{_LEAD}}}(?P<number>第(?P<value>[{COUNTING}{DECIMAL}]{{1,3}})(?P<unit>阶段|步))"
    r"(?=[：:，,（(\s*]|$)"
)

_LETTER = r"[#*\s]{0,8}(?P<number>[(（](?P<letter>[a-z])[)）])(?![,，]?[ ]?(?:and|or|to|[-–—、])?[ ]?[(（])"
ROMAN = "ivx"
"""Letters that are Roman numerals more often than the ninth letter and so on."""


def stage_at(text: str, block: Block) -> Number | None:
    """The number of the stage or step that a block begins with, or its letter."""
    lead = text[block.start : block.start + _LEAD]
    if "第" not in lead:
        return _letter_at(text, block) if has(lead, ("(", "（")) else None
    match = compiled(_STAGE).match(text, block.start, block.end)
    value = value_of(match["value"]) if match else None
    if match is None or value is None:
        return None
    return Number(f"第一{match['unit']}", (value,), match["number"], *match.span("number"))


def _letter_at(text: str, block: Block) -> Number | None:
    match = compiled(_LETTER).match(text, block.start, block.end)
    if match is None:
        return None
    return Number("(a)", (LETTERS.index(match["letter"]) + 1,), match["number"], *match.span("number"))
