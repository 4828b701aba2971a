"""A verdict as the marks in an editor."""

from collections.abc import Iterator, Sequence

from lsprotocol.types import (
    Diagnostic,
    DiagnosticRelatedInformation,
    DiagnosticSeverity,
    Location,
    Range,
)

from linter.model.errors import Problem
from linter.model.finding import Finding
from linter.model.levels import LEVELS
from linter.model.message import Message
from linter.surfaces.editor.judging import OpenFile, Verdict
from linter.surfaces.editor.positions import Text

SOURCE = "reportlint"
LISTED = 1000
"""Findings that are marked in a file: editors become slow with more."""

_SEVERITIES = {
    "error": DiagnosticSeverity.Error,
    "warning": DiagnosticSeverity.Warning,
    "info": DiagnosticSeverity.Information,
}


def diagnostics(found: OpenFile) -> Iterator[Diagnostic]:
    """The marks in a file."""
    uri, file, text, lang, _, verdict = found
    if verdict.error:
        yield _error(text.line_range(1), verdict.error.say(lang))
    for problem in verdict.problems:
        yield _problem(problem, file.path, text, lang)
    for finding in shown(verdict):
        yield _finding(finding, uri, text, lang)
    left = len(verdict.outcome.findings) - LISTED if verdict.outcome else 0
    if left > 0:
        yield _error(text.line_range(1), _left_out(left).say(lang))


def shown(verdict: Verdict) -> Sequence[Finding]:
    """The findings that are marked: all of them, but for a draft that has too many the gravest."""
    findings = verdict.outcome.findings if verdict.outcome else ()
    if len(findings) <= LISTED:
        return findings
    return sorted(findings, key=lambda finding: -LEVELS.index(finding.level))[:LISTED]


def _left_out(count: int) -> Message:
    return Message(
        f"另有 {count} 处问题没有标出，改正已标出的以后再看",
        f"{count} more findings are not marked; they come when those that are have been mended",
    )


def place(finding: Finding, text: Text) -> Range:
    """Where a finding is marked."""
    return text.range(finding.line, finding.column, finding.end_line, finding.end_column)


def _finding(finding: Finding, uri: str, text: Text, lang: str) -> Diagnostic:
    related = [
        DiagnosticRelatedInformation(Location(uri, text.line_range(each.place.line)), each.message.say(lang))
        for each in finding.related
        if each.path is None
    ]
    return Diagnostic(
        range=place(finding, text),
        message=finding.message.say(lang),
        severity=_SEVERITIES[finding.level],
        code=finding.rule,
        source=SOURCE,
        related_information=related or None,
    )


def _problem(problem: Problem, path: str, text: Text, lang: str) -> Diagnostic:
    """A problem from its place to the end of the line; of another file, at the head of this one."""
    words = problem.text.say(lang)
    if problem.path != path:
        return _error(text.line_range(1), f"{problem.path}:{problem.line}:{problem.column}: {words}")
    end = text.line_range(problem.line).end
    return _error(Range(text.position(problem.line, problem.column), end), words)


def _error(place: Range, message: str) -> Diagnostic:
    return Diagnostic(range=place, message=message, severity=DiagnosticSeverity.Error, source=SOURCE)
