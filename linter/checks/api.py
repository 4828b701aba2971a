"""The types of what a check module offers; `linter.checks` explains each."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from linter.model.document import Document, Place
from linter.model.finding import Match
from linter.model.message import Message
from linter.model.outline import Context


class Passage(NamedTuple):
    """A paragraph or sentence of one file, to be compared with those of other files."""

    start: int
    end: int
    """Offsets into the text of its document."""
    place: Place
    text: str
    """What is compared."""
    written: tuple[int, ...] = ()
    """When its file was written: year, month, day, as far as it says."""
    is_short: bool = False
    """Whether it is no copy by itself, only with those beside it."""


Find = Callable[[Context], Iterable[Match]]
"""What `build` returns: gives the matches in one document."""

Gather = Callable[[Context], Sequence[Passage]]
"""What `gather` returns: gives the passages of one document to compare with other files."""

Compare = Callable[[Sequence[tuple[str, Sequence[Passage]]]], Iterable[tuple[str, Match]]]
"""What `compare` returns: from each file's path and passages, gives matches with the path of their file."""

Unjudged = Callable[[Document], Message | None]
"""The function `unjudged`: why a document cannot be judged; None when it can."""
