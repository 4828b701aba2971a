"""The checklist over the title of each report: which required section is there, how many rules passed."""

from collections import Counter
from collections.abc import Iterator

from lsprotocol.types import CodeLens, Command

from linter.model.finding import FileOutcome, SectionRow
from linter.model.levels import SECTION_NAMES, SECTION_SIGNS
from linter.model.message import Message
from linter.surfaces.editor.judging import OpenFile

GO_TO = "reportlint.goTo"
"""The command that leads to a line: its arguments are the URI of the file and the 0-based line."""


def lenses(found: OpenFile, leads: bool) -> Iterator[CodeLens]:
    """The lenses of a draft, over the first line of each of its reports; `leads`: the editor can be led."""
    outcome = found.verdict.outcome
    if outcome is None:
        return
    for index, part in enumerate(outcome.parts):
        span = found.text.line_range(part.line)
        yield CodeLens(span, Command(_counts(outcome, index).say(found.lang), ""))
        for row in part.sections:
            if row.required:
                yield CodeLens(span, _section(row, found.uri if leads else "", found.lang))


def _section(row: SectionRow, uri: str, lang: str) -> Command:
    """A required section; the one that is there leads to its place, if there is a `uri`."""
    state = f" {SECTION_NAMES[row.condition].say(lang)}" if row.lacking else ""
    title = f"{SECTION_SIGNS[row.condition]} {row.title.say(lang)}{state}"
    if uri and row.line:
        return Command(title, GO_TO, arguments=[uri, row.line - 1])
    return Command(title, "")


def _counts(outcome: FileOutcome, part: int) -> Message:
    """How many rules the report passed, and by which ruleset."""
    states = Counter(row.state for row in outcome.checklist if row.part in (part, None))
    passed, failed = states["passed"], states["failed"]
    if outcome.form_only:
        note = Message("，标题不属于已知文种，只查格式", ", form only: the title names no known kind")
    else:
        note = Message("", "")
    return Message(
        f"{outcome.ruleset}：通过 {passed} 项，不通过 {failed} 项{note.zh}",
        f"{outcome.ruleset}: {passed} passed, {failed} failed{note.en}",
    )
