"""`--output-format markdown`: a comment on a pull request. What each report lacks, then the findings.

GitHub takes comments of up to 65,536 characters: what does not fit is counted. Nothing that comes from a
file is markup here, calls a person (`@name`) or points to an issue
(`#1`, `GH-1`; GitLab: `!1`).
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate

from linter.model.finding import FileOutcome, Finding, Result
from linter.model.levels import LEVEL_NAMES
from linter.model.message import Message
from linter.reporters import View, earlier, handed_in, matrix, verdict
from linter.reporters.labels import error, located
from linter.text.visible import visible

_MARK = "<!-- reportlint -->"
"""The first line: by it a workflow finds its own earlier comment."""
_MOST = 60_000
"""Characters of the report; what comes behind them is short."""
_MARKUP = re.compile(r"[\\`*_{}\[\]<>#|~@&:$]|(?i:(?<=www)\.|(?<=gh)-(?=[0-9]))|!(?=[0-9])")
_CALLS = {"@": "@&#8203;", "#": "#&#8203;", "!": "!&#8203;", "-": "&#8203;-"} | {
    "<": "&lt;",
    ">": "&gt;",
    "&": "&amp;",
    ":": "&#58;",
    ".": "&#46;",
}
"""What a backslash does not stop: calls of persons and issues, tags, and addresses that become links."""


def report(result: Result, view: View) -> Iterable[str]:
    """A heading with the verdict, the tables, and what has no place in them."""
    lines = [_MARK, f"### reportlint · {_escaped(verdict.sentence(result, view))}", ""]
    for found in matrix.matrices(result, view):
        lines += [*_matrix(found, view), ""]
    for title, names in handed_in.told(result):
        lines += [f"**{_escaped(view.say(title))}** {_escaped(view.listed(names))}", ""]
    for file in result.files:
        if file.against and file.against.nearest:
            lines += [_escaped(view.say(earlier.sentence(file.against).about(file.path))), ""]
    if result.error:
        lines += [f"**{_escaped(view.say(result.error))}**", ""]
    lines += [line for note in result.notes for line in (_escaped(view.say(note)), "")]
    lines += [line for file in result.files for line in _file(file, view)]
    return ["\n".join(_fitting(lines, view)).rstrip() + "\n"]


def is_report(text: str) -> bool:
    """Whether a text begins as a report does."""
    return text.startswith(f"{_MARK}\n### reportlint ")


def _fitting(lines: list[str], view: View) -> list[str]:
    """The lines as long as there is room, then that there are more."""
    ends = list(accumulate(len(line) + 1 for line in lines))
    fitting = bisect_right(ends, _MOST)
    return lines if fitting == len(lines) else [*lines[:fitting], "", view.say(_LEFT_OUT)]


_LEFT_OUT = Message("后面的放不下了，请看完整的报告", "There is no room for the rest; see the whole report")


def _matrix(found: matrix.Matrix, view: View) -> Iterator[str]:
    yield f"**{view.say(matrix.TITLE)}** {_escaped(found.ruleset)}"
    yield ""
    if found.lacking:
        yield _row(["", *found.columns.values()])
        yield "|---" + "|:-:" * len(found.columns) + "|"
        for label, conditions in found.lacking:
            cells = (view.say(matrix.CELLS[conditions.get(section, "")]) for section in found.columns)
            yield _row([label, *cells])
        yield ""
    if found.whole:
        yield view.say(found.rest)


def _file(file: FileOutcome, view: View) -> Iterator[str]:
    """The table of a file; nothing where there is nothing to say."""
    if not (file.error or file.findings):
        return
    view = view.of(file)
    yield f"**{_escaped(file.path)}**"
    yield ""
    if file.error:
        yield _escaped(error(file, view))
        yield ""
    if file.findings:
        unit = Message("段", "paragraph") if file.paragraphs else Message("行", "line")
        titles = unit, Message("级别", "level"), Message("问题", "finding"), Message("规则", "rule")
        yield _row(map(view.say, titles))
        yield "|--:|---|---|---|"
        yield from (_finding(finding, view) for finding in file.findings)
        yield ""


def _finding(finding: Finding, view: View) -> str:
    cells = f"{finding.line}", view.say(LEVEL_NAMES[finding.level]), located(finding, view), finding.rule
    return _row(cells)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(map(_escaped, cells))} |"


def _escaped(text: str) -> str:
    """A text in one line, none of it markup."""
    return _MARKUP.sub(lambda sign: _CALLS.get(sign[0]) or f"\\{sign[0]}", visible(text))
