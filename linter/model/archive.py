"""What an archive of reports holds."""

from typing import NamedTuple


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
