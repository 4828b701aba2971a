"""`--output-format sarif`: SARIF 2.1.0 (OASIS), for code-scanning services and viewers."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any
from urllib.parse import quote

from linter import __version__
from linter.model.finding import Finding, RelatedPlace, Result
from linter.model.message import Message
from linter.reporters import View
from linter.reporters.json import dump, parsed
from linter.reporters.labels import located
from linter.reporters.sarif_rules import LEVELS, descriptors

_HOME = "https://pypi.org/project/reportlint/"
"""Where the package will be: validators ask for it. No finding links there before it is."""
_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def report(result: Result, view: View) -> Iterable[str]:
    """One JSON object on one line."""
    rules = descriptors(result, view)
    order = {rule: index for index, rule in enumerate(rules)}
    errors = [_notification(file.error, file.path, view) for file in result.files if file.error]
    errors += [_notification(result.error, None, view)] if result.error else []
    run = {
        "tool": {
            "driver": {
                "name": "reportlint",
                "fullName": f"reportlint {__version__}",
                "version": __version__,
                "semanticVersion": __version__,
                "informationUri": _HOME,
                "language": "en-US" if view.lang == "en" else "zh-CN",
                "rules": [*rules.values()],
            }
        },
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": not errors, "toolExecutionNotifications": errors}],
        "results": [
            _result(file.path, finding, order[finding.rule], view.of(file))
            for file in result.files
            for finding in file.findings
        ],
    }
    return [dump({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})]


def is_report(text: str) -> bool:
    """Whether a text is SARIF of this tool alone, by the name of its driver."""
    match parsed(text):
        case {"runs": [*runs]}:
            return bool(runs) and all(map(_is_ours, runs))
    return False


def _is_ours(run: Any) -> bool:
    match run:
        case {"tool": {"driver": {"name": "reportlint"}}}:
            return True
    return False


def _notification(error: Message, path: str | None, view: View) -> dict[str, Any]:
    """What kept the run from judging a file, or from comparing the files where there is no path."""
    value: dict[str, Any] = {"level": "error", "message": {"text": view.say(error)}}
    if path is not None:
        value["locations"] = [{"physicalLocation": {"artifactLocation": _artifact(path)}}]
    return value


def _result(path: str, finding: Finding, rule_index: int, view: View) -> dict[str, Any]:
    region = {
        "startLine": finding.line,
        "startColumn": finding.column,
        "endLine": finding.end_line,
        "endColumn": finding.end_column,
    }
    place = {"artifactLocation": _artifact(path), "region": {**region, "snippet": {"text": finding.excerpt}}}
    value: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": rule_index,
        "level": LEVELS[finding.level],
        "message": {"text": located(finding, view)},
        "locations": [{"physicalLocation": place}],
        "partialFingerprints": {"reportlint/v1": finding.fingerprint},
    }
    if finding.related:
        value["relatedLocations"] = [_related(path, related, view) for related in finding.related]
    if finding.suggestion is not None:
        replacement = {"deletedRegion": region, "insertedContent": {"text": finding.suggestion}}
        change = {"artifactLocation": _artifact(path), "replacements": [replacement]}
        value["fixes"] = [{"artifactChanges": [change]}]
    return value


def _related(path: str, related: RelatedPlace, view: View) -> dict[str, Any]:
    region = {"startLine": related.place.line, "endLine": related.place.end_line}
    place = {"artifactLocation": _artifact(related.path or path), "region": region}
    return {"physicalLocation": place, "message": {"text": view.say(related.message)}}


def _artifact(path: str) -> dict[str, str]:
    place = Path(path)
    return {
        "uri": place.as_uri() if place.is_absolute() else quote(place.as_posix(), errors="surrogateescape")
    }
