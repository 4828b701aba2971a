"""What of a draft stands in earlier reports."""

from typing import NamedTuple

from linter.model.message import Message


class Change(NamedTuple):
    """What stands in a passage in place of what an earlier one says; one of both may be empty."""

    before: str
    after: str


class EarlierPlace(NamedTuple):
    """A passage of a draft, and the one in earlier reports that is the most like it."""

    line: int
    end_line: int
    """Its first and last line, 1-based, in the draft."""
    path: str
    earlier_line: int
    """Where the earlier one begins."""
    earlier_paragraphs: bool
    """Whether the lines of the earlier report are paragraphs, as `FileOutcome.paragraphs`."""
    share: float
    """How much of the draft's passage stands word for word in the earlier one, from 0 to 1."""
    changes: tuple[Change, ...] = ()
    """What is different, in order."""
    figures: tuple[str, ...] = ()
    """Figures that are the same in both, with the words before them, where the periods are different."""
    plan_again: bool = False
    """Whether both say what is to be done next: it was a plan before, and is one again."""


class EarlierFile(NamedTuple):
    """An earlier report, and how much of a draft stands in it."""

    path: str
    period: str
    """What it is about, as `PartResult.period`; empty where that is not certain."""
    share: float
    """From 0 to 1."""


class EarlierSection(NamedTuple):
    """A section of a draft, and how much of it stands in earlier reports."""

    section: str
    title: Message
    share: float
    """From 0 to 1."""


class EarlierStep(NamedTuple):
    """Something that the report before a draft said would be done."""

    path: str
    earlier_line: int
    text: str
    line: int | None
    """Where the draft speaks of it, its own plans left out; None where it does not."""


class Against(NamedTuple):
    """A draft held against earlier reports."""

    share: float = 0.0
    """How much of its running text stands in earlier reports, from 0 to 1."""
    sections: tuple[EarlierSection, ...] = ()
    """Those that have running text, in the order of the ruleset."""
    nearest: tuple[EarlierPlace, ...] = ()
    """For each passage that mostly stands in an earlier report, the nearest one there; in order."""
    files: tuple[EarlierFile, ...] = ()
    """The reports that these stand in; the one with most of the draft comes first."""
    steps: tuple[EarlierStep, ...] = ()
    """What the report before it said would be done; none where it is not clear which one that is."""
