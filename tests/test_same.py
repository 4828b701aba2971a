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
FILES = sorted(path.name for path in SAME.glob("*") if path.name != REFERENCE)


def judged(name: str) -> dict[str, Any]:
    done = run("check", name, "--isolated", "--ruleset", "work-report", "--output-format", "json", cwd=SAME)
    (file,) = json.loads(done.stdout)["files"]
    assert file["error"] is None
    return {
        "titles": [part["title"] for part in file["parts"]],
        "sections": [[(row["section"], row["state"]) for row in part["sections"]] for part in file["parts"]],
        "checklist": sorted((row["rule"], row["part"] or 0, row["state"]) for row in file["checklist"]),
        "findings": sorted(found(file)),
    }


def found(file: dict[str, Any]) -> Iterator[tuple[str, str, str | None]]:
    for finding in file["findings"]:
        yield finding["rule"], finding["excerpt"], finding["section"]


@pytest.mark.skipif(not FILES, reason="the sample documents are not here")
def test_the_reference_has_something_to_find() -> None:
    assert [("until-now", "截止9月底") for rule, *_ in judged(REFERENCE)["findings"] if rule == "until-now"]


@pytest.mark.parametrize("name", FILES)
def test_every_format_gives_the_same(name: str) -> None:
    assert judged(name) == judged(REFERENCE)
