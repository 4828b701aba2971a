"""The drafts of `examples/`, each against its expected result in `examples/expected/`.

An expected result is written by hand: the exit status, the ruleset chosen, each report with the
state of its sections (and the line of a heading), and each finding as `line:column rule excerpt`.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.support.program import EXAMPLES, call, run

DRAFTS = sorted(path for path in EXAMPLES.iterdir() if path.suffix in {".txt", ".md"})
_LONGEST = 20


@pytest.mark.process
@pytest.mark.parametrize("draft", DRAFTS, ids=lambda path: path.name)
def test_an_example_gets_its_expected_result(draft: Path) -> None:
    expected = yaml.safe_load((EXAMPLES / "expected" / f"{draft.name}.yaml").read_text("utf-8"))
    done = run("check", "--output-format", "json", draft.name, cwd=EXAMPLES)
    assert done.stderr == ""
    (file,) = json.loads(done.stdout)["files"]
    assert {"status": done.returncode, **_reduced(file)} == expected


def _reduced(file: dict[str, Any]) -> dict[str, Any]:
    return {
        "ruleset": file["ruleset"],
        "reports": [_report(part) for part in file["parts"]],
        "findings": [_finding(finding) for finding in file["findings"]],
    }


def _report(part: dict[str, Any]) -> dict[str, Any]:
    states: dict[str, list[str]] = {"heading": [], "body": [], "absent": []}
    for row in part["sections"]:
        line = f" {row['line']}" if row["state"] == "heading" else ""
        states[row["state"]].append(row["section"] + line)
    return {"title": part["title"], "lines": f"{part['line']}-{part['end_line']}", **states}


def _finding(finding: dict[str, Any]) -> str:
    excerpt = finding["excerpt"]
    shown = excerpt if len(excerpt) <= _LONGEST else excerpt[:_LONGEST] + "…"
    return f"{finding['line']}:{finding['column']} {finding['rule']} {shown}"


def test_every_expected_result_has_its_draft() -> None:
    assert [path.stem for path in sorted((EXAMPLES / "expected").iterdir())] == [path.name for path in DRAFTS]


@pytest.mark.process
def test_the_folder_at_once_is_the_files_one_by_one() -> None:
    together = json.loads(run("check", "--output-format", "json", ".", cwd=EXAMPLES).stdout)["files"]
    alone = [
        json.loads(call("check", "--output-format", "json", path.name, cwd=EXAMPLES).stdout)["files"][0]
        for path in DRAFTS
    ]
    assert [_reduced(file) for file in together] == [_reduced(file) for file in alone]
