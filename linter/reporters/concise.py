"""`--output-format concise`: `path:line:column: level rule message`, a line each, for editors and grep."""

import re
from collections.abc import Iterator

from linter.model.finding import FileOutcome, Result
from linter.model.levels import LEVELS
from linter.reporters import View, by_file
from linter.reporters.labels import error, located


def report(result: Result, view: View) -> Iterator[str]:
    """A line for each finding and each error; nothing when there are none."""
    return by_file(result, view, _file, [f"error {view.say(result.error)}"] if result.error else ())


def is_report(text: str) -> bool:
    """Whether each line is one that `report` gives."""
    line = re.compile(rf".+:\d+:\d+: (?:{'|'.join(LEVELS)}) \S+ .*|(?:.+: )?error .+")
    return all(map(line.fullmatch, text.splitlines()))


def _file(file: FileOutcome, view: View) -> Iterator[str]:
    if file.error:
        yield f"{file.path}: error {error(file, view)}"
    for finding in file.findings:
        place = f"{file.path}:{finding.line}:{finding.column}"
        yield f"{place}: {finding.level} {finding.rule} {located(finding, view)}"
