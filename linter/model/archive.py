"""What an archive of reports holds, and what was found out about it."""

from typing import NamedTuple

from linter.model.message import Message


class ArchivedFile(NamedTuple):
    """A file of an archive, or an earlier report that was read for a comparison."""

    path: str
    """As the archive knows it: below the folder of the archive from there, with `/`; else whole."""
    period: str = ""
    """What its reports are about, as `PartResult.period`; empty where they differ or it is not certain."""
    unit: str = ""
    """Who wrote them; empty where that differs or is not certain."""
    ruleset: str = ""
    """Id of the ruleset that judged it: its genre."""
    paragraphs: bool = False
    """Whether its lines are paragraphs, as `FileOutcome.paragraphs`."""
    characters: int = 0
    """How many characters its text has, blanks not counted."""


class Statistics(NamedTuple):
    """How large an archive is."""

    files: int
    reports: int
    units: int
    periods: int
    passages: int
    texts: int
    """How many different ones the passages are."""
    fingerprints: int
    size: int
    """Of the file, in bytes."""


class SetPhrase(NamedTuple):
    """A clause that so many texts have that it tells no copies."""

    text: str
    texts: int
    """How many."""


class CopiedPassage(NamedTuple):
    """One of several passages that are copies of each other."""

    file: ArchivedFile
    line: int
    end_line: int
    """1-based, inclusive."""
    share: float
    """How much of it stands in the first of them, from 0 to 1."""


class Cluster(NamedTuple):
    """Passages of different files that are copies of each other."""

    text: str
    """That of the first."""
    words: int
    """How many words this has."""
    passages: tuple[CopiedPassage, ...]
    """By period, then by path."""
    directed: bool
    """Whether the others come from the first: all periods are known, and it alone is of the earliest."""


class CopiedUnit(NamedTuple):
    """How much one unit has from another, or from its own earlier reports."""

    source: str
    unit: str
    passages: int
    words: int


class Copies(NamedTuple):
    """What in an archive are copies of each other."""

    threshold: float
    """From which share of the shorter passage's words on two are copies."""
    clusters: tuple[Cluster, ...]
    """Those with most copied words first."""
    units: tuple[CopiedUnit, ...]
    """Who has passages from whom, in the clusters that tell; most words first."""
    set_phrases: tuple[SetPhrase, ...]
    """What was left out, the commonest first."""


class ReportOfUnit(NamedTuple):
    """One report of a unit in an archive."""

    path: str
    title: str
    unit: str
    period: str
    """Each empty where it is not known."""
    sections: tuple[tuple[Message, str], ...]
    """The required sections: title, and `SectionRow.condition`."""
    old: float
    """How much of its file stands in files about earlier periods, from 0 to 1."""
    source: str
    """The path of the one that has most of it; empty where none has."""


class History(NamedTuple):
    """What the units of an archive have handed in over time."""

    periods: tuple[str, ...]
    """In order."""
    units: tuple[str, ...]
    reports: tuple[ReportOfUnit, ...]
    """By unit, period and path."""
