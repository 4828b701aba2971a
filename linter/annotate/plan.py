"""From findings to comments: the text that each is about, and which are left out when there are too many."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from linter.annotate.wording import CommentText
from linter.model.document import Block, Document
from linter.model.errors import UnreadableError
from linter.model.finding import FileOutcome, Finding
from linter.model.levels import LEVELS

MAX_COMMENTS = 1000
"""Word refuses a file with more than 32,767 and is slow long before; nobody reads so many."""


class PlannedComment(NamedTuple):
    """One comment and the text it is about."""

    first: int
    """Index of the block in which the text begins."""
    start: int
    """Offset into the text of that block."""
    last: int
    """Index of the block in which the text ends."""
    end: int
    """Offset into the text of that block."""
    finding: Finding | None = None
    lines: tuple[str, ...] = ()
    """Its paragraphs, where it is not about a finding."""


def plan(document: Document, file: FileOutcome, comment_text: CommentText) -> list[PlannedComment]:
    """The comments on a file, by place; the checklist stands at the title of each report.

    Of more than `MAX_COMMENTS` the gravest are kept, and the last comment says how many are not. Raises
    UnreadableError: there is no text to comment on, the file holds directives alone.
    """
    blocks = document.blocks
    if not blocks:
        raise UnreadableError(
            f"{file.path}：除了抑制问题的注释没有别的文字，没有可加批注的地方。请核对是否选错了文件",
            f"{file.path}: holds nothing but directives, so there is no text to comment on; "
            "see whether it is the right file",
        )
    lines = [document.locate(block.start)[0] for block in blocks]
    titles = [blocks[max(bisect_right(lines, part.line) - 1, 0)] for part in file.parts]
    checklists = [
        _comment(blocks, title.start, title.end, lines=comment_text.checklist(file, index))
        for index, title in enumerate(titles)
    ]
    about = checklists + [
        _comment(blocks, start, end, lines=comment_text.passage(place, file.paragraphs))
        for place in (file.against.nearest if file.against else ())
        for start, end in [_extent(blocks, lines, place.line, place.end_line)]
    ]
    room = max(MAX_COMMENTS - len(about), 0)
    grave = sorted(file.findings, key=lambda finding: LEVELS.index(finding.level), reverse=True)
    planned = about + [_comment(blocks, one.start, one.end, one) for one in grave[:room]]
    planned.sort(key=lambda comment: (comment.first, comment.start))
    if len(grave) > room:
        end = blocks[-1].end
        planned.append(_comment(blocks, end, end, lines=comment_text.closing(len(grave) - room)))
    return planned


def _extent(blocks: Sequence[Block], lines: Sequence[int], line: int, end_line: int) -> tuple[int, int]:
    """Where the text between two lines begins and ends; `lines` are those on which the blocks begin."""
    first, last = (max(bisect_right(lines, each) - 1, 0) for each in (line, end_line))
    return blocks[first].start, blocks[last].end


def _comment(
    blocks: Sequence[Block], start: int, end: int, finding: Finding | None = None, lines: Iterable[str] = ()
) -> PlannedComment:
    """A comment on a span of the document; one on an empty span is about the character beside it."""
    first = _block_at(blocks, start)
    if start >= blocks[first].end and first + 1 < len(blocks) and end > blocks[first].end:
        first += 1
    last = max(_block_at(blocks, max(start, end - 1)), first)
    length = blocks[first].end - blocks[first].start
    here = min(max(start - blocks[first].start, 0), length - 1)
    there = min(
        max(end - blocks[last].start, 1 if last > first else here + 1), blocks[last].end - blocks[last].start
    )
    return PlannedComment(first, here, last, there, finding, tuple(lines))


def _block_at(blocks: Sequence[Block], offset: int) -> int:
    return max(bisect_right(blocks, offset, key=lambda block: block.start) - 1, 0)
