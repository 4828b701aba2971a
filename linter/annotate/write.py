"""Comments and changes put into the trees of a Word file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import count
from typing import NamedTuple

from linter.annotate import changes, earlier, parts
from linter.annotate.places import WHERE, Places, Range, mark, stands
from linter.annotate.plan import Note
from linter.annotate.runs import Slice, split
from linter.annotate.wording import Words
from linter.model.message import Message
from linter.readers.word import Traced, w

_ID, _AUTHOR, _DATE = w("id"), w("author"), w("date")
_ELSEWHERE = Message("内容控件或图示", "content control or diagram")
"""Where a text stands whose block is none of `WHERE` and yet takes no markers."""

Slices = Mapping[int, list[Slice]]
"""The slices of the blocks in which markers stand."""


class Edit(NamedTuple):
    """A change of some text of a block."""

    block: int
    start: int
    end: int
    new: str


class Written(NamedTuple):
    """What has been put into the trees."""

    comments: parts.Comments
    changes: int


def write(traced: Traced, notes: Sequence[Note], words: Words, date: str, suggest: bool) -> Written:
    """Put the comments, and the changes if wanted, into the tree of the main part."""
    edits = list(_edits(traced, notes)) if suggest else []
    slices = _cut(traced, notes, edits)
    comments = parts.comments(traced.package)
    earlier.remove(traced, comments)
    numbers = _fresh(traced, comments)
    numbered = [(note, next(numbers)) for note in notes]
    places = Places(traced)
    ranges = [(_range(note, slices, places, traced), number) for note, number in numbered]
    for place, number in reversed(ranges):
        mark(place, number)
    for note, number in numbered:
        comments.add(number, _lines(note, slices, traced, words), date)

    def attributes() -> dict[str, str]:
        return {_ID: next(numbers), _AUTHOR: parts.AUTHOR, _DATE: date}

    done = [edit for edit in edits if _fits(edit, slices)]
    for edit in done:
        changes.change(_within(edit, slices), edit.new, attributes)
    return Written(comments, len(done))


def _edits(traced: Traced, notes: Sequence[Note]) -> Iterator[Edit]:
    """The safe suggestions within a block; of two that overlap, the first."""
    document = traced.document
    done = (0, 0)
    for note in notes:
        finding = note.finding
        if finding is None or finding.suggestion is None or not finding.safe or note.first != note.last:
            continue
        block = document.blocks[note.first]
        old = document.text[block.start + note.start : block.start + note.end]
        new = parts.clean(finding.suggestion)
        plain = old == finding.excerpt and old != new and not {"\n", "\r", "\t"} & {*old, *new}
        if plain and stands(traced, note.first) and (note.first, note.start) >= done:
            done = (note.first, note.end)
            yield Edit(note.first, *changes.narrowed(note.start, old, new))


def _cut(traced: Traced, notes: Sequence[Note], edits: Sequence[Edit]) -> Slices:
    """The blocks' slices, their runs split at both ends of every comment and change."""
    cuts: dict[int, set[int]] = defaultdict(set)
    for note in notes:
        cuts[note.first].add(note.start)
        cuts[note.last].add(note.end)
    for edit in edits:
        cuts[edit.block] |= {edit.start, edit.end}
    return {
        block: split(source.pieces, offsets)
        for block, offsets in cuts.items()
        if (source := traced.sources[block]) and stands(traced, block)
    }


def _fresh(traced: Traced, comments: parts.Comments) -> Iterator[str]:
    """Ids that nothing in the file has."""
    used = {*traced.root.xpath("//@w:id", namespaces={"w": _ID[1:].partition("}")[0]}), *comments.numbers()}
    return (str(number) for number in count() if str(number) not in used)


def _range(note: Note, slices: Slices, places: Places, traced: Traced) -> Range:
    if note.first not in slices:
        return places.instead(note.first)
    here = slices[note.first]
    first = next(one for one in here if one.end > note.start)
    if note.last == note.first or not _together(note, slices, traced):
        end = note.end if note.last == note.first else here[-1].end
        return places.of(first, next(one for one in reversed(here) if one.start < end))
    return places.of(first, next(one for one in reversed(slices[note.last]) if one.start < note.end))


def _together(note: Note, slices: Slices, traced: Traced) -> bool:
    """Whether both ends of a comment lie in the same cell, or both in the open text."""
    first, last = traced.sources[note.first], traced.sources[note.last]
    if first is None or last is None or note.last not in slices:
        return False
    return first.elements[0].getparent() is last.elements[-1].getparent()


def _lines(note: Note, slices: Slices, traced: Traced, words: Words) -> Sequence[str]:
    if note.finding is None:
        return note.lines
    kind = traced.document.blocks[note.first].kind
    where = None if note.first in slices else WHERE.get(kind, _ELSEWHERE)
    return words.finding(note.finding, where)


def _within(edit: Edit, slices: Slices) -> list[Slice]:
    return [one for one in slices[edit.block] if one.start < edit.end and one.end > edit.start]


def _fits(edit: Edit, slices: Slices) -> bool:
    """Whether a change's text is in plain runs, and they hold nothing else."""
    found = _within(edit, slices)
    exact = (found[0].start, found[-1].end) == (edit.start, edit.end)
    return exact and all(map(changes.is_plain, found))
