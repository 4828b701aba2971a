"""A file to judge, before anything of it is read."""

from collections.abc import Callable
from typing import NamedTuple

from linter.model.document import Document
from linter.model.finding import Suppression


class Draft(NamedTuple):
    """One file to judge. Where several processes work, all of it must be picklable."""

    name: str
    """Its name in the result; the suffix is a hint of the format."""
    content: Callable[[], bytes]
    """Gives its bytes. May raise UnreadableError."""
    suppressions: Callable[[Document], list[Suppression]] | None = None
    """Gives the suppressions in the file next to the draft. May raise UnreadableError."""
    size: int = 0
    """Its size in bytes, 0 if unknown: decides whether worker processes are used."""
