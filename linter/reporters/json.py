"""`--output-format json`: the contract that other programs rely on.

Lines and columns are 1-based and count code points; ends are exclusive in columns, inclusive in
lines. Keys outside the contract stand last in their object, and only where they say something: so
`error` of the whole, where files could not be compared with each other by every rule.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import Any

from linter import __version__
from linter.model.against import Against, EarlierPlace
from linter.model.document import Place
from linter.model.finding import CheckRow, FileOutcome, Finding, PartResult, RelatedPlace, Result, SectionRow
from linter.model.message import Message
from linter.reporters import View
from linter.text.visible import escaped

SCHEMA_VERSION = 1
_INCOMPLETE = Message(
    "reportlint 自身出错，这份报告没有写完：后面的问题和文件不在其中",
    "reportlint failed in making this report: what follows of findings and files is missing in it",
)
_TOGETHER = 500
"""Rows of a list that are written at once."""

Say = Callable[[Message], Any]
"""What stands in the JSON for a message: the sentence in one language, say."""


def report(result: Result, view: View) -> Iterator[str]:
    """One JSON object on one line, a piece for each file; valid even where the program fails in making it:
    then it ends with what was made, and `error` says so, before the exception goes on.
    """
    value: dict[str, Any] = {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "reportlint", "version": __version__},
        "files": [],
        "summary": summary(result),
    }
    if result.error:
        value["error"] = view.say(result.error)
    start, end = dump(value).split('"files": []', 1)
    yield f'{start}"files": ['
    try:
        for at, file in enumerate(result.files):
            pieces = _file(file, view.say)
            first = next(pieces)  # nothing is written of a file that cannot even begin
            yield ", " * bool(at)
            yield first
            yield from pieces
    except Exception:
        yield "]" + dump(value | {"error": view.say(_INCOMPLETE)}).split('"files": []', 1)[1]
        raise
    yield f"]{end}"


def _file(file: FileOutcome, say: Say) -> Iterator[str]:
    """`file_value` as JSON. Its lists are made by and by: a file of thousands of reports has long ones."""
    text = dump(file_value(file._replace(parts=(), checklist=(), findings=()), say)).rstrip()
    lists: dict[str, tuple[Callable[[Any], Any], Sequence[Any]]] = {
        "parts": (lambda part: _part(part, say), file.parts),
        "checklist": (_check, file.checklist),
        "findings": (lambda finding: _finding(finding, say), file.findings),
    }
    for key, (value, rows) in lists.items():
        start, text = text.split(f'"{key}": []', 1)
        yield f'{start}"{key}": ['
        try:
            for at in range(0, len(rows), _TOGETHER):
                some = dump([value(row) for row in rows[at : at + _TOGETHER]])
                yield ", " * bool(at) + some[1:-2]  # the brackets, and the end of the line
        except Exception:
            yield "]" + text  # its other lists are empty
            raise
        yield "]"
    yield text


def is_report(text: str) -> bool:
    """Whether a text is a report in this format, by the name of the tool, whatever its layout."""
    match parsed(text):
        case {"tool": {"name": "reportlint"}}:
            return True
    return False


def parsed(text: str) -> Any:
    """The value of a text in JSON; None if it is none."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def summary(result: Result) -> dict[str, Any]:
    """The counts; the paths of the files whose sections were not judged; who has not handed in a report, who
    several, and the files of nobody who is to. A list that is empty is left out.
    """
    told = {
        "unreadable": [file.path for file in result.files if file.unreadable],
        "form_only": [file.path for file in result.files if file.form_only],
        "missing_units": result.missing_units,
        "repeated_units": result.repeated_units,
        "unlisted": result.unlisted,
    }
    return {
        "files": len(result.files),
        "errors": result.count("error"),
        "warnings": result.count("warning"),
        "info": result.count("info"),
    } | {key: names for key, names in told.items() if names}


def dump(value: Any) -> str:
    """JSON that is valid UTF-8 and holds nothing raw that a terminal obeys.

    A stray byte of a file name becomes an escaped lone surrogate.
    """
    text = escaped(json.dumps(value, ensure_ascii=False))
    return text.encode("utf-8", "backslashreplace").decode() + "\n"


def file_value(file: FileOutcome, say: Say) -> dict[str, Any]:
    """What the contract says of a file."""
    value: dict[str, Any] = {
        "path": file.path,
        "ruleset": file.ruleset,
        "error": say(file.error) if file.error else None,
        "parts": [_part(part, say) for part in file.parts],
        "checklist": [_check(row) for row in file.checklist],
        "findings": [_finding(finding, say) for finding in file.findings],
    }
    if file.notes:
        value["notes"] = [say(note) for note in file.notes]
    if file.encoding:
        value["encoding"] = file.encoding
    if file.against:
        value["against"] = _against(file.against, say)
    return value


def _against(found: Against, say: Say) -> dict[str, Any]:
    value: dict[str, Any] = {
        "share": found.share,
        "sections": [
            {"section": each.section, "share": each.share, "title": say(each.title)}
            for each in found.sections
        ],
        "nearest": [_nearest(each) for each in found.nearest],
    }
    beside = {
        "files": [each._asdict() for each in found.files],
        "steps": [each._asdict() for each in found.steps],
    }
    return value | {key: told for key, told in beside.items() if told}


def _nearest(place: EarlierPlace) -> dict[str, Any]:
    """What the contract says of a passage comes first."""
    told = place._asdict()
    del told["earlier_paragraphs"]  # for words
    value = {key: told.pop(key) for key in ("line", "path", "earlier_line", "share")}
    told["changes"] = [change._asdict() for change in place.changes]
    return value | {key: each for key, each in told.items() if each}


def _part(part: PartResult, say: Say) -> dict[str, Any]:
    value: dict[str, Any] = {
        "title": part.title,
        "line": part.line,
        "end_line": part.end_line,
        "sections": [_section(row, say) for row in part.sections],
    }
    known = {"unit": part.unit, "period": part.period}
    return value | {key: text for key, text in known.items() if text}


def _section(row: SectionRow, say: Say) -> dict[str, Any]:
    value = {**row._asdict(), "title": say(row.title)}
    del value["plans"]  # of interest within the program only
    if not row.unsure:
        del value["unsure"]
    return value


@lru_cache(maxsize=1 << 10)
def _check(row: CheckRow) -> dict[str, Any]:
    """Most rows are the same in most files. The value is shared: do not change it."""
    return row._asdict()


def _finding(finding: Finding, say: Say) -> dict[str, Any]:
    value: dict[str, Any] = {
        "rule": finding.rule,
        "check": finding.check,
        "level": finding.level,
        "message": say(finding.message),
        "line": finding.line,
        "column": finding.column,
        "end_line": finding.end_line,
        "end_column": finding.end_column,
        "excerpt": finding.excerpt,
        "part": finding.part,
        "section": finding.section,
        "suggestion": finding.suggestion,
        "related": [_related(related, say) for related in finding.related],
        "fingerprint": finding.fingerprint,
    }
    if finding.anchor:
        value["anchor"] = finding.anchor
    return value | _whereabouts(finding)


def _related(related: RelatedPlace, say: Say) -> dict[str, Any]:
    place = related.place
    value: dict[str, Any] = {
        "path": related.path,
        "line": place.line,
        "end_line": place.end_line,
        "message": say(related.message),
    }
    return value | _whereabouts(place)


def _whereabouts(place: Finding | Place) -> dict[str, Any]:
    """How a person finds a place in a format without lines: its page, its paragraph's first words, what that
    stands in, and the row and column in a table, from 1."""
    told = {"page": place.page, "opening": place.opening, "story": place.story, "cell": place.cell}
    return {key: value for key, value in told.items() if value}
