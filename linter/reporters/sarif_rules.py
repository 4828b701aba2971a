"""The rules of a SARIF report: what each finds, why, and how grave it is, as viewers and services show it."""

from typing import Any

from linter.model.finding import Result
from linter.model.rules import Rule
from linter.reporters import View
from linter.reporters.rule_help import page, reason, summary, unlisted

LEVELS = {"error": "error", "warning": "warning", "info": "note"}
"""What SARIF calls the levels."""
_SEVERITIES = {"error": "error", "warning": "warning", "info": "recommendation"}
"""What GitHub calls them, in the property `problem.severity`."""


def descriptors(result: Result, view: View) -> dict[str, dict[str, Any]]:
    """A `reportingDescriptor` for each rule that has findings, by id."""
    first = {finding.rule: finding for file in reversed(result.files) for finding in reversed(file.findings)}
    return {id: _descriptor(result.rules.get(id) or unlisted(first[id]), view) for id in sorted(first)}


def _descriptor(rule: Rule, view: View) -> dict[str, Any]:
    return {
        "id": rule.id,
        "name": "".join(word.capitalize() for word in rule.id.replace("_", "-").split("-")),
        "shortDescription": {"text": summary(rule, view)},
        "fullDescription": {"text": reason(rule, view)},
        "help": {"text": page(rule, view), "markdown": page(rule, view, markdown=True)},
        "defaultConfiguration": {"level": LEVELS[rule.level]},
        "properties": {
            "tags": list(dict.fromkeys((rule.check, *rule.tags))),
            "problem.severity": _SEVERITIES[rule.level],
        },
    }
