"""A file to judge, before anything of it is read."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from linter.model.document import Document
from linter.model.finding import Suppression


class Draft(NamedTuple):
    """One file to judge. Where several processes work, all of it must be picklable."""

    name: str
    """What it is called in the result; its ending helps to tell the format."""
    content: Callable[[], bytes]
    """Gives its bytes. May raise UnreadableError."""
    suppressions: Callable[[Document], list[Suppression]] | None = None
    """Gives what is declared beside the draft to be no finding. May raise UnreadableError."""
    size: int = 0
    """Bytes, as far as known: whether worker processes pay is decided by it."""
