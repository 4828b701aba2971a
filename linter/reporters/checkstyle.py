"""`--output-format checkstyle`: the XML of Checkstyle, which many tools of CI read."""

from collections.abc import Iterator

from linter import __version__
from linter.model.finding import FileOutcome, Result
from linter.reporters import View
from linter.reporters.labels import error, located
from linter.reporters.xml_text import DECLARATION, tag

_TOOL = "<!-- reportlint"
"""How the second line begins: the format itself does not name the tool."""


def report(result: Result, view: View) -> Iterator[str]:
    """One XML document; files of which nothing is said are in it without entries."""
    return (f"{line}\n" for line in _lines(result, view))


def is_report(text: str) -> bool:
    """Whether a text begins as a report does."""
    return text.startswith(f"{DECLARATION}\n{_TOOL} ")


def _lines(result: Result, view: View) -> Iterator[str]:
    yield from (DECLARATION, f"{_TOOL} {__version__} -->", f"<{tag('checkstyle', {'version': '10.0'})}>")
    for file in result.files:
        yield from (f"<{tag('file', {'name': file.path})}>", *_entries(file, view), "</file>")
    if result.error:
        entry = _error(1, None, "error", view.say(result.error), "comparison")
        yield from ('<file name="">', entry, "</file>")
    yield "</checkstyle>"


def _entries(file: FileOutcome, view: View) -> Iterator[str]:
    view = view.of(file)
    if file.error:
        yield _error(1, None, "error", error(file, view), "unreadable")
    for finding in file.findings:
        message = located(finding, view)
        yield _error(finding.line, finding.column, finding.level, message, finding.rule)


def _error(line: int, column: int | None, severity: str, message: str, rule: str) -> str:
    source = f"reportlint.{rule}"
    attributes = {"line": line, "column": column, "severity": severity, "message": message, "source": source}
    return f"<{tag('error', attributes)}/>"
