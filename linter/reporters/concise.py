"""`--output-format concise`: `path:line:column: level rule message`, a line each, for editors and grep."""

from collections.abc import Iterator

from linter.model.finding import FileOutcome, Result
from linter.reporters import View, by_file
from linter.reporters.labels import located
from linter.reporters.terminal_text import visible


def report(result: Result, view: View) -> str:
    """A line for each finding and each error; empty when there are none."""
    error = f"error {visible(view.say(result.error))}\n" if result.error else ""
    return by_file(result, view, _file) + error


def _file(file: FileOutcome, view: View) -> Iterator[str]:
    path = visible(file.path)
    if file.error:
        yield f"{path}: error {visible(view.say(file.error))}"
    for finding in file.findings:
        message = visible(located(finding, view))
        yield f"{path}:{finding.line}:{finding.column}: {finding.level} {finding.rule} {message}"
