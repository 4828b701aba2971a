"""The passages of a judged file: its paragraphs of running text, each with its section."""

from typing import NamedTuple

from linter.checks.duplicate.passages import TEXT_ENDS, is_running
from linter.model.finding import FileOutcome, SectionRow, TextBlock
from linter.text.sentences import CLAUSE_ENDS
from linter.text.similarity import length, prose

_LEAST = 12
"""A shorter paragraph, in Chinese characters, is a set phrase or a label."""

_BEHIND_HEADING = CLAUSE_ENDS + " \u3000"
"""What parts a heading from the text that it opens; it belongs to the heading."""


class Passage(NamedTuple):
    """A paragraph of running text."""

    line: int
    end_line: int
    """1-based, inclusive."""
    section: str | None
    """The id of the section that it lies in, of several the shortest."""
    plans: bool
    """Whether this section says what is to be done next."""
    text: str


def passages(file: FileOutcome) -> list[Passage]:
    """The passages of a file that was judged with its text kept, in order."""
    rows = [row for part in file.parts for row in part.sections if row.line is not None]
    return [_passage(block, text, rows) for block in file.text if _is_passage(block, text := _read(block))]


def _passage(block: TextBlock, text: str, rows: list[SectionRow]) -> Passage:
    around = [row for row in rows if _extent(row)[0] <= block.line <= _extent(row)[1]]
    row = min(around, key=lambda row: _extent(row)[1] - _extent(row)[0], default=None)
    if row is None:
        return Passage(block.line, block.end_line, None, False, text)
    return Passage(block.line, block.end_line, row.section, row.plans, text)


def _extent(row: SectionRow) -> tuple[int, int]:
    first = row.line or 0
    return first, row.end_line or first


def _is_passage(block: TextBlock, text: str) -> bool:
    said = prose(text)
    is_text = not block.level or text.endswith(TEXT_ENDS)
    return block.kind == "paragraph" and is_text and is_running(said) and length(said) >= _LEAST


def _read(block: TextBlock) -> str:
    """A paragraph as its reader takes it: without signs of markup and without the heading it opens with."""
    kept, at = [], block.start + block.lead
    for start, end in block.signs:
        kept.append(block.text[at - block.start : max(start, at) - block.start])
        at = max(at, end)
    text = "".join([*kept, block.text[at - block.start :]]).strip()
    return text.lstrip(_BEHIND_HEADING) if block.lead else text
