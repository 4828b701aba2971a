"""`--output-format gitlab`: a Code Quality report of GitLab, a subset of Code Climate's format."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from linter.digests import blake2b
from linter.model.finding import FileOutcome, Result
from linter.reporters import View
from linter.reporters.json import dump, parsed
from linter.reporters.labels import error, located

_SEVERITIES = {"error": "major", "warning": "minor", "info": "info"}
_ENGINE = "reportlint"
_UNREAD = "unreadable"
"""What the error of a file is called, as other entries are called by their rule."""


def report(result: Result, view: View) -> Iterable[str]:
    """One JSON array on one line."""
    seen: Counter[str] = Counter()
    return [dump([entry for file in result.files for entry in _file(file, seen, view)])]


def is_report(text: str) -> bool:
    """Whether a text is an array of entries of this tool; one without entries says nothing of anybody."""
    value = parsed(text)
    return isinstance(value, list) and all(
        isinstance(entry, dict) and entry.get("engine_name") == _ENGINE for entry in value
    )


def _file(file: FileOutcome, seen: Counter[str], view: View) -> Iterator[dict[str, Any]]:
    view = view.of(file)
    if file.error:
        mark = _unique(f"{_UNREAD}|{file.path}", seen)
        yield _entry(_UNREAD, error(file, view), "critical", mark, file.path, (1, 1))
    for finding in file.findings:
        mark = _unique(f"{finding.fingerprint}|{file.path}", seen)
        lines = finding.line, finding.end_line
        severity = _SEVERITIES[finding.level]
        yield _entry(finding.rule, located(finding, view), severity, mark, file.path, lines)


def _unique(name: str, seen: Counter[str]) -> str:
    """A fingerprint that no other entry has: of entries with the same one GitLab shows one alone."""
    seen[name] += 1
    said = f"{name}|{seen[name]}".encode("utf-8", "surrogateescape")
    return blake2b(said, digest_size=16).hexdigest()


def _entry(
    rule: str, message: str, severity: str, fingerprint: str, path: str, lines: tuple[int, int]
) -> dict[str, Any]:
    return {
        "type": "issue",
        "engine_name": _ENGINE,
        "check_name": rule,
        "description": message,
        "categories": ["Style"],
        "severity": severity,
        "fingerprint": fingerprint,
        "location": {"path": path, "lines": {"begin": lines[0], "end": lines[1]}},
    }
