"""What each of several reports lacks: reports × required sections, for any painter."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from linter.model.finding import FileOutcome, PartResult, Result, SectionRow
from linter.model.message import Message
from linter.reporters import View

TITLE = Message("各份报告缺什么", "What each report lacks")
COMPLETE = Message("齐全", "complete")
CELLS = {
    "ok": Message("✓", "✓"),
    "thin": Message("短", "short"),
    "empty": Message("空", "empty"),
    "absent": Message("✗", "✗"),
    "unsure": Message("?", "?"),
    "unjudged": Message("未查", "not checked"),
    "": Message("", ""),
}
"""What a table says of a section; `unjudged` where nobody looked for it, empty where it is not required."""
_MOST = 40
"""Up to how many reports each stands in a table on its own; of more those that lack something."""


class Matrix(NamedTuple):
    """The reports of several files that one ruleset judged."""

    ruleset: str
    columns: dict[str, str]
    """Title of each required section, by id."""
    reports: list[tuple[str, dict[str, str]]]
    """Each report by its label, and the condition of the sections that it is required to have, by id."""

    @property
    def lacking(self) -> list[tuple[str, dict[str, str]]]:
        """The reports that lack something."""
        return [each for each in self.reports if set(each[1].values()) - {"ok"}]

    @property
    def whole(self) -> int:
        """How many reports lack nothing."""
        return len(self.reports) - len(self.lacking)

    @property
    def rows(self) -> list[tuple[str, dict[str, str]]]:
        """The reports that a table shows: all of them, unless they are too many to be looked through."""
        return self.reports if len(self.reports) <= _MOST else self.lacking

    @property
    def rest(self) -> Message:
        """The reports that lack nothing, in words."""
        if self.lacking:
            return Message(f"其余 {self.whole} 份齐全", f"the other {self.whole}: complete")
        return (
            Message(f"{self.whole} 份都齐全", f"all {self.whole}: complete") if self.whole > 1 else COMPLETE
        )


def matrices(result: Result, view: View) -> Iterator[Matrix]:
    """One for each ruleset that requires sections and judged several files; where no file is shown by itself
    (`View.summary`), one file, too.
    """
    rulesets: dict[str, list[FileOutcome]] = {}
    for file in result.files:
        if file.parts:
            rulesets.setdefault(file.ruleset, []).append(file)
    for ruleset, files in rulesets.items():
        columns = required(files, view)
        if columns and (view.summary or len(files) > 1):
            reports = [
                (_label(file, index), _conditions(part))
                for file in files
                for index, part in enumerate(file.parts)
            ]
            yield Matrix(ruleset, columns, reports)


def required(files: Iterable[FileOutcome], view: View) -> dict[str, str]:
    """The title of each section that some of the files are required to have, by id."""
    rows = (row for file in files for part in file.parts for row in part.sections)
    return {row.section: view.say(row.title) for row in rows if row.required}


def _label(file: FileOutcome, index: int) -> str:
    return file.path + (f" ({index + 1})" if len(file.parts) > 1 else "")


def _conditions(part: PartResult) -> dict[str, str]:
    return {row.section: condition(row) for row in part.sections if row.required}


def condition(row: SectionRow) -> str:
    """The condition of a required section, a key of `CELLS`."""
    return row.condition if row.lacking else "ok"
