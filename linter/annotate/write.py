"""Inserts comments and tracked changes into the XML trees of a Word file."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, chain, count, pairwise
from typing import NamedTuple

from linter.annotate import changes, old_comments, parts
from linter.annotate.places import ElementRange, MarkerPlaces, insert_markers, takes_markers
from linter.annotate.plan import PlannedComment
from linter.annotate.runs import RUN_CHANGE, TextSlice, split
from linter.annotate.wording import CommentText
from linter.model.annotation import AUTHOR
from linter.model.document import STORIES
from linter.model.message import Message
from linter.readers.word import Traced, w

_ID, _AUTHOR, _DATE = w("id"), w("author"), w("date")
_ELSEWHERE = Message("内容控件、图示或插入的文件", "content control, diagram or inserted file")
"""Where a text stands whose block is none of `STORIES`, or a cell, and yet takes no markers."""

Slices = Mapping[int, list[TextSlice]]
"""The slices of the blocks in which markers stand, by index of the block."""


class Edit(NamedTuple):
    """A replacement of text within one block."""

    block: int
    """Its index."""
    start: int
    end: int
    """Offsets into its text."""
    new: str


class Written(NamedTuple):
    """What has been inserted."""

    comments: parts.CommentsPart
    numbers: tuple[str, ...]
    """The ids of the new comments."""
    changes: int
    left: Counter[Message]
    """How many suggestions were not written as tracked changes, by the reason."""


UNSAFE = Message("可能改变文意，看过批注再改", "may change the meaning: read the comment first")
OVERLAPPING = Message(
    "与另一处修订相接，接受修订后再检查一次", "overlap another change: accept it, then check again"
)
OUT_OF_REACH = Message(
    "在链接、域、内容控件、页眉页脚或别人的修订里，或者跨段，请照批注手工改",
    "stand in a link, field, content control, header or another's change, or reach over a paragraph: "
    "change them by hand",
)


def write(
    traced: Traced,
    planned: Sequence[PlannedComment],
    comment_text: CommentText,
    date: str,
    suggest: bool,
    initials: str,
) -> Written:
    """Insert the comments into the trees of a file; with `suggest`, safe suggestions as tracked changes, too.

    `date` is ISO 8601; `initials` are those of the comments.
    """
    left: Counter[Message] = Counter()
    edits = list(_edits(traced, planned, left)) if suggest else []
    slices = _cut(traced, planned, edits)
    comments = parts.comments(traced.package, initials)
    old_comments.remove(traced, comments)
    numbers = _fresh(traced, comments)
    for copied in [one for one in traced.root.iter(RUN_CHANGE) if one.get(_ID) is None]:
        copied.set(_ID, next(numbers))
    numbered = [(comment, next(numbers)) for comment in planned]
    places = MarkerPlaces(traced)
    ranges = [(_range(comment, slices, places, traced), number) for comment, number in numbered]
    for place, number in reversed(ranges):
        insert_markers(place, number)
    for comment, number in numbered:
        comments.add(number, _lines(comment, slices, traced, comment_text), date)

    def attributes() -> dict[str, str]:
        return {_ID: next(numbers), _AUTHOR: AUTHOR, _DATE: date}

    done = [edit for edit in edits if _fits(edit, slices)]
    for edit in done:
        changes.change(_within(edit, slices), edit.new, attributes)
    left[OUT_OF_REACH] += len(edits) - len(done)
    return Written(comments, tuple(number for _, number in numbered), len(done), +left)


def _edits(traced: Traced, planned: Sequence[PlannedComment], left: Counter[Message]) -> Iterator[Edit]:
    """The safe suggestions within a block; of two that overlap, the first. `left` counts the others."""
    done = (0, 0)
    for comment in planned:
        finding = comment.finding
        if finding is None or finding.suggestion is None:
            continue
        edit = _edit(traced, comment, finding.excerpt, parts.clean(finding.suggestion))
        if not finding.safe:
            left[UNSAFE] += 1
        elif edit is None:
            left[OUT_OF_REACH] += 1
        elif (comment.first, comment.start) < done:
            left[OVERLAPPING] += 1
        else:
            done = (comment.first, comment.end)
            yield edit


def _edit(traced: Traced, comment: PlannedComment, excerpt: str, new: str) -> Edit | None:
    """The replacement of the text that a comment is about; None where no tracked change can be made of it."""
    document = traced.document
    block = document.blocks[comment.first]
    old = document.text[block.start + comment.start : block.start + comment.end]
    plain = old == excerpt and old != new and not {"\n", "\r", "\t"} & {*old, *new}
    if not plain or comment.first != comment.last or not takes_markers(traced, comment.first):
        return None
    return Edit(comment.first, *changes.narrowed(comment.start, old, new))


def _cut(traced: Traced, planned: Sequence[PlannedComment], edits: Sequence[Edit]) -> Slices:
    """The blocks' slices, their runs split at both ends of every comment and change."""
    cuts: dict[int, set[int]] = defaultdict(set)
    for comment in planned:
        cuts[comment.first].add(comment.start)
        cuts[comment.last].add(comment.end)
    for edit in edits:
        cuts[edit.block] |= {edit.start, edit.end}
    slices: dict[int, list[TextSlice]] = {}
    for block in cuts:
        if block not in slices and takes_markers(traced, block):
            slices |= _split_paragraph(traced, _blocks_of_paragraph(traced, block), cuts)
    return slices


def _blocks_of_paragraph(traced: Traced, block: int) -> range:
    """The blocks that line breaks make of the paragraph of a block: they may share a run."""
    sources, source = traced.sources, traced.sources[block]

    def shares(other: int) -> bool:
        found = sources[other]
        return found is not None and source is not None and found.elements is source.elements

    first = next(one for one in range(block, -1, -1) if one == 0 or not shares(one - 1))
    end = next(one for one in range(block + 1, len(sources) + 1) if one == len(sources) or not shares(one))
    return range(first, end)


def _split_paragraph(
    traced: Traced, blocks: range, cuts: Mapping[int, set[int]]
) -> dict[int, list[TextSlice]]:
    """The slices of each block of one paragraph, whose runs are split together."""
    texts = [source.pieces if (source := traced.sources[block]) else [] for block in blocks]
    starts = [0, *accumulate(sum(len(piece.text) for piece in pieces) for pieces in texts)]
    offsets = {
        start + cut for block, start in zip(blocks, starts, strict=False) for cut in cuts.get(block, ())
    }
    found = split(chain.from_iterable(texts), offsets)
    begins = [one.start for one in found]
    return {
        block: [
            one._replace(start=one.start - start, end=one.end - start)
            for one in found[bisect_left(begins, start) : bisect_left(begins, end)]
        ]
        for block, (start, end) in zip(blocks, pairwise(starts), strict=True)
    }


def _fresh(traced: Traced, comments: parts.CommentsPart) -> Iterator[str]:
    """Ids that nothing in the file has, one after another."""
    used = {*(node.get(_ID) for node in traced.root.iter("*")), *comments.ids()}
    return (str(number) for number in count() if str(number) not in used)


def _range(comment: PlannedComment, slices: Slices, places: MarkerPlaces, traced: Traced) -> ElementRange:
    if comment.first not in slices:
        return places.substitute(comment.first)
    here = slices[comment.first]
    first = next(one for one in here if one.end > comment.start)
    if comment.last == comment.first or not _together(comment, slices, traced):
        end = comment.end if comment.last == comment.first else here[-1].end
        return places.between(first, next(one for one in reversed(here) if one.start < end))
    return places.between(
        first, next(one for one in reversed(slices[comment.last]) if one.start < comment.end)
    )


def _together(comment: PlannedComment, slices: Slices, traced: Traced) -> bool:
    """Whether both ends of a comment lie in the same cell, or both in the open text."""
    first, last = traced.sources[comment.first], traced.sources[comment.last]
    if first is None or last is None or comment.last not in slices:
        return False
    return first.elements[0].getparent() is last.elements[-1].getparent()


def _lines(
    comment: PlannedComment, slices: Slices, traced: Traced, comment_text: CommentText
) -> Sequence[str]:
    if comment.finding is None:
        return comment.lines
    kind = traced.document.blocks[comment.first].kind
    beside = _ELSEWHERE if kind == "cell" else STORIES.get(kind, _ELSEWHERE)
    where = None if comment.first in slices else beside
    return comment_text.finding(comment.finding, where)


def _within(edit: Edit, slices: Slices) -> list[TextSlice]:
    return [one for one in slices[edit.block] if one.start < edit.end and one.end > edit.start]


def _fits(edit: Edit, slices: Slices) -> bool:
    """Whether a change's text is in plain runs, and they hold nothing else."""
    found = _within(edit, slices)
    exact = (found[0].start, found[-1].end) == (edit.start, edit.end)
    return exact and all(map(changes.is_plain, found))
