"""What one visitor, and all together, may take."""

from typing import NamedTuple


class Bounds(NamedTuple):
    """Sizes in bytes, times in seconds."""

    files: int = 500
    """Drafts in a batch."""
    file: int = 20 << 20
    """A draft."""
    batch: int = 100 << 20
    """The drafts and rule files of a batch."""
    units: int = 20_000
    """Characters of the names of those who are to hand in a report."""
    answer: int = 60 << 20
    """What the drafts of a batch come to when they are judged: their texts and what is said of them."""
    memory: int = 300 << 20
    """What all batches at once hold, of either kind; as objects of Python, answers take a few times that."""
    at_once: int = 64
    """Batches that are worked on; more wait in line."""
    connections: int = 1000
    head: float = 10
    """Until a connection has said what it wants."""
    silence: float = 20
    """That somebody may pause who sends or reads."""
    upload: float = 300
    """Until all of a batch has come."""
