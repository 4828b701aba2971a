"""What Word says of a paragraph's characters besides the characters: prompts, highlights, broken fields."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from itertools import groupby

from linter.model.document import Block, Mark
from linter.readers.ooxml.paragraphs import Piece, text_of
from linter.readers.support import office_words

_REFERENCES = ("REF", "PAGEREF", "NOTEREF")


def marks_of(text: str, pieces: list[Piece], offset: int) -> Iterator[Mark]:
    """The marks of one paragraph, which begins at `offset` in the document."""
    if any(piece.prompt for piece in pieces):
        yield from _marks_of_runs(pieces, offset, "prompt", lambda piece: piece.prompt)
    elif any(trigger in text for trigger in office_words.PROMPT_TRIGGERS):
        for found in re.finditer(office_words.PROMPTS, text):
            yield Mark(offset + found.start(), offset + found.end(), "prompt")
    if any(piece.highlight for piece in pieces):
        yield from _marks_of_runs(pieces, offset, "highlight", lambda piece: piece.highlight)
    if any(piece.field is not None for piece in pieces):
        yield from _broken(pieces, offset)


def _broken(pieces: list[Piece], offset: int) -> Iterator[Mark]:
    """A mark for each field whose result is an error message."""
    for _, group in groupby((piece for piece in pieces if piece.text), lambda piece: id(piece.field)):
        members = list(group)
        field, text = members[0].field, text_of(members)
        if field is not None and _is_broken(text, field.code().upper()):
            yield Mark(offset, offset + len(text), "broken-reference")
        offset += len(text)


def _is_broken(result: str, code: str) -> bool:
    """Whether a field's result is an error message; `code` is the field's instruction, in capitals."""
    is_reference = code.startswith(_REFERENCES)
    return result.startswith(office_words.REFERENCE_ERRORS if is_reference else office_words.FIELD_ERRORS)


def _marks_of_runs(
    pieces: list[Piece], offset: int, kind: str, key: Callable[[Piece], bool]
) -> Iterator[Mark]:
    """A mark for each run of neighbouring pieces for which `key` holds."""
    for said, group in groupby((piece for piece in pieces if piece.text), key):
        end = offset + len(text_of(group))
        if said:
            yield Mark(offset, end, kind)
        offset = end


def fitted(mark: Mark, blocks: list[Block], starts: tuple[int, ...]) -> Mark:
    """The mark without a line end at its end; an empty one is made to cover its paragraph."""
    last = blocks[max(bisect_right(starts, mark.end) - 1, 0)]
    if mark.end == last.start > mark.start:
        last = blocks[bisect_right(starts, mark.end - 1) - 1]
    end = min(mark.end, last.end)
    return mark._replace(end=end) if mark.start < end else mark._replace(start=last.start, end=last.end)
