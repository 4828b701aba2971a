"""What a check offers and what it is given."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple, Protocol

from linter.model.document import Document
from linter.model.finding import Match
from linter.model.message import Message
from linter.model.outline import Context


class Passage(NamedTuple):
    """A stretch of one file that may have been copied to or from another."""

    start: int
    end: int
    line: int
    end_line: int
    text: str


Find = Callable[[Context], Iterable[Match]]


Gather = Callable[[Context], Sequence[Passage]]


Compare = Callable[[Sequence[tuple[str, Sequence[Passage]]]], Iterable[tuple[str, Match]]]


Unjudged = Callable[[Document], Message | None]


class Check(Protocol):
    """A check module."""

    Options: Any

    def build(self, options: Any) -> Find:
        """Prepare the options; the result judges one draft."""
        ...
