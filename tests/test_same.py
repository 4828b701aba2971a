"""One report in every format: the same parts, sections and findings, through the command."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.program import run

SAME = next(
    (path for parent in Path(__file__).parents if (path := parent / "shared/documents/same").is_dir()),
    Path("absent"),
)
REFERENCE = "report_utf8.txt"
LACKS = {"report.ofd": "period-impossible-date"}
"""The rule that has nothing to find in a file: this one was made without the table and the date."""
FILES = sorted(path.name for path in SAME.glob("*") if path.name != REFERENCE)


def judged(name: str, without: str | None = None) -> dict[str, Any]:
    done = run("check", name, "--isolated", "--ruleset", "work-report", "--output-format", "json", cwd=SAME)
    (file,) = json.loads(done.stdout)["files"]
    assert file["error"] is None
    return {
        "titles": [part["title"] for part in file["parts"]],
        "sections": [[(row["section"], row["state"]) for row in part["sections"]] for part in file["parts"]],
        "checklist": sorted(rows(file, without)),
        "findings": sorted(found(file, without)),
    }


def rows(file: dict[str, Any], without: str | None) -> Iterator[tuple[str, int, str]]:
    for row in file["checklist"]:
        if row["rule"] != without:
            yield row["rule"], row["part"] or 0, row["state"]


def found(file: dict[str, Any], without: str | None) -> Iterator[tuple[str, str, str]]:
    for finding in file["findings"]:
        if finding["rule"] != without:
            yield finding["rule"], finding["excerpt"], finding["section"] or ""


@pytest.mark.skipif(not FILES, reason="the sample documents are not here")
def test_the_reference_has_something_to_find() -> None:
    found = [(rule, excerpt) for rule, excerpt, _ in judged(REFERENCE)["findings"]]
    assert ("until-now", "截止9月") in found
    assert ("period-impossible-date", "2024年9月31日") in found


@pytest.mark.parametrize("name", FILES)
def test_every_format_gives_the_same(name: str) -> None:
    lacking = LACKS.get(name)
    assert judged(name, lacking) == judged(REFERENCE, lacking)
