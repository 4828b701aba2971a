"""What each of several reports lacks: reports × required sections, for any painter."""

from collections.abc import Iterator
from typing import NamedTuple

from linter.model.finding import FileOutcome, PartResult, Result
from linter.model.message import Message
from linter.reporters import View

TITLE = Message("各份报告缺什么", "What each report lacks")
CELLS = {
    "ok": Message("✓", "✓"),
    "thin": Message("短", "short"),
    "empty": Message("空", "empty"),
    "absent": Message("✗", "✗"),
}
"""What a table says of a section."""


class Matrix(NamedTuple):
    """The reports of several files that one ruleset judged."""

    ruleset: str
    columns: dict[str, str]
    """Title of each required section, by id."""
    lacking: list[tuple[str, dict[str, str]]]
    """Each report that lacks something, by its label, and what: the condition of sections by id."""
    whole: int
    """How many reports lack nothing."""

    @property
    def rest(self) -> Message:
        """The reports that lack nothing, in words."""
        if self.lacking:
            return Message(f"其余 {self.whole} 份齐全", f"the other {self.whole}: complete")
        return Message(f"{self.whole} 份都齐全", f"all {self.whole}: complete")


def matrices(result: Result, view: View) -> Iterator[Matrix]:
    """One for each ruleset that judged several files and requires sections."""
    rulesets: dict[str, list[FileOutcome]] = {}
    for file in result.files:
        if file.parts:
            rulesets.setdefault(file.ruleset, []).append(file)
    for ruleset, files in rulesets.items():
        columns = _required(files, view)
        if len(files) > 1 and columns:
            reports = [
                (_label(file, index), _lacks(part)) for file in files for index, part in enumerate(file.parts)
            ]
            lacking = [(label, lacks) for label, lacks in reports if lacks]
            yield Matrix(ruleset, columns, lacking, len(reports) - len(lacking))


def _required(files: list[FileOutcome], view: View) -> dict[str, str]:
    rows = (row for file in files for part in file.parts for row in part.sections)
    return {row.section: view.say(row.title) for row in rows if row.required}


def _label(file: FileOutcome, index: int) -> str:
    return file.path + (f" ({index + 1})" if len(file.parts) > 1 else "")


def _lacks(part: PartResult) -> dict[str, str]:
    """What is wrong with each required section that is not there as it should be, by id."""
    return {row.section: row.condition for row in part.sections if row.lacking}
