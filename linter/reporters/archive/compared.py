"""Drafts held against an archive, without the rest of a check."""

from collections.abc import Iterator

from linter.model.finding import FileOutcome, Result
from linter.reporters import View, earlier
from linter.reporters.json import dump, file_value
from linter.reporters.labels import error
from linter.reporters.terminal_text import INDENT, paragraph, unstyled
from linter.reporters.verdict import sentence


def json(result: Result, view: View) -> str:
    """One JSON object: each file with its path, its error and `against`, as a check has them."""
    files = [file_value(file, view.say) for file in result.files]
    told = [{key: each.get(key) for key in ("path", "error", "against")} for each in files]
    return dump({"schema_version": 1, "files": told})


def text(result: Result, view: View) -> str:
    """For people."""
    if not result.files:
        return f"{sentence(result, view)}\n"
    return "".join(f"{line}\n" for file in result.files for line in _lines(file, view))


def _lines(file: FileOutcome, view: View) -> Iterator[str]:
    yield file.path
    said = paragraph(error(file, view), INDENT, "", view) if file.error else earlier.told(file, view.of(file))
    yield from (unstyled(line).rstrip() for line in said)
    yield ""
