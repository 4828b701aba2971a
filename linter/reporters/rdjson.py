"""`--output-format rdjson`: the diagnostic format of reviewdog, which comments on reviews.

Its columns count bytes of UTF-8. Where the line is not known from its beginning (long paragraphs, lines
whose indentation is no text) the columns are left out, and with them the suggestion, which needs them.
"""

from collections.abc import Iterable
from typing import Any

from linter.model.finding import FileOutcome, Finding, RelatedPlace, Result
from linter.reporters import View
from linter.reporters.json import dump, parsed
from linter.reporters.labels import error, located

_SEVERITIES = {"error": "ERROR", "warning": "WARNING", "info": "INFO"}
_SOURCE = {"name": "reportlint"}


def report(result: Result, view: View) -> Iterable[str]:
    """One `DiagnosticResult` as JSON on one line."""
    found = [each for file in result.files for each in _file(file, view.of(file))]
    if result.error:
        found.append({"message": view.say(result.error), "location": {"path": ""}, "severity": "ERROR"})
    return [dump({"source": _SOURCE, "diagnostics": found})]


def is_report(text: str) -> bool:
    """Whether a text is a result of this tool, by the name of its source."""
    match parsed(text):
        case {"source": {"name": "reportlint"}, "diagnostics": [*_]}:
            return True
    return False


def _file(file: FileOutcome, view: View) -> list[dict[str, Any]]:
    place = {"location": {"path": file.path}, "severity": "ERROR"}
    errors = [{"message": error(file, view), **place}] if file.error else []
    return [*errors, *(_diagnostic(file.path, finding, view) for finding in file.findings)]


def _diagnostic(path: str, finding: Finding, view: View) -> dict[str, Any]:
    columns = _columns(finding)
    value: dict[str, Any] = {
        "message": located(finding, view),
        "location": {"path": path, "range": _range(finding, columns)},
        "severity": _SEVERITIES[finding.level],
        "code": {"value": finding.rule},
    }
    if finding.suggestion is not None and columns:
        value["suggestions"] = [{"range": _range(finding, columns), "text": finding.suggestion}]
    if finding.related:
        value["related_locations"] = [_related(path, related, view) for related in finding.related]
    return value


def _columns(finding: Finding) -> tuple[int, int] | None:
    """The columns of the start and the end in bytes, from 1; None where they cannot be told."""
    whole_line = finding.column - 1 == finding.context_column
    one_line = finding.line == finding.end_line
    if not (whole_line and one_line and finding.end_column - finding.column == len(finding.excerpt)):
        return None
    start = 1 + _bytes(finding.context[: finding.context_column])
    return start, start + _bytes(finding.excerpt)


def _bytes(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))


def _range(finding: Finding, columns: tuple[int, int] | None) -> dict[str, Any]:
    start, end = {"line": finding.line}, {"line": finding.end_line}
    if columns:
        start["column"], end["column"] = columns
    return {"start": start, "end": end}


def _related(path: str, related: RelatedPlace, view: View) -> dict[str, Any]:
    place = {"start": {"line": related.place.line}, "end": {"line": related.place.end_line}}
    return {"message": view.say(related.message), "location": {"path": related.path or path, "range": place}}
