"""`--output-format github`: workflow commands, which GitHub shows as annotations on the line.

Escapes are those of the runner's own toolkit (`actions/toolkit`, packages/core/src/command.ts).
"""

from collections.abc import Iterator

from linter.model.finding import FileOutcome, Finding, Result
from linter.reporters import View, by_file
from linter.reporters.labels import located

_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def report(result: Result, view: View) -> Iterator[str]:
    """A command for each finding and each error; nothing when there are none."""
    error = [_command("error", {}, view.say(result.error))] if result.error else ()
    return by_file(result, view, _file, error)


def is_report(text: str) -> bool:
    """Whether each line is one that `report` gives."""
    starts = tuple(f"::{name}{behind}" for name in _COMMANDS.values() for behind in (" ", "::"))
    return all(line.startswith(starts) for line in text.splitlines())


def _file(file: FileOutcome, view: View) -> Iterator[str]:
    if file.error:
        yield _command("error", {"file": file.path}, view.say(file.error))
    for finding in file.findings:
        place = {"file": file.path, **_place(finding), "title": finding.rule}
        yield _command(_COMMANDS[finding.level], place, located(finding, view))


def _place(finding: Finding) -> dict[str, object]:
    """GitHub takes columns only where a span stays on one line."""
    if finding.line != finding.end_line:
        return {"line": finding.line, "endLine": finding.end_line}
    return {"line": finding.line, "col": finding.column, "endColumn": finding.end_column}


def _command(name: str, properties: dict[str, object], message: str) -> str:
    listed = ",".join(f"{key}={str(value).translate(_PROPERTY)}" for key, value in properties.items())
    return f"::{name}{' ' * bool(listed)}{listed}::{message.translate(_DATA)}"
