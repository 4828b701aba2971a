"""One report in every format: the same parts, sections, checklist and findings."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from linter.engine.selection import RulesetSelector, Selection
from linter.model.finding import FileOutcome
from tests.samples.make import FILES, WORKER
from tests.support.runs import check

REFERENCE = "utf8.txt"
OWN = "residue-unsettled"
"""The rule on comments and tracked changes, which a plain text cannot have."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("same")


def judged(folder: Path, name: str) -> FileOutcome:
    """The result of one file; judged alone, for it is a copy of the others."""
    path = folder / name
    path.write_bytes(FILES[name]())
    (file,) = check([str(path)], RulesetSelector(Selection(("work-report",)))).files
    assert file.error is None
    return file


def told(file: FileOutcome, without: str = OWN) -> dict[str, Any]:
    """What a result says, whatever the format's idea of a place."""
    return {
        "titles": [part.title for part in file.parts],
        "sections": [[(row.section, row.state) for row in part.sections] for part in file.parts],
        "checklist": sorted(rows(file, without)),
        "findings": sorted(found(file, without)),
    }


def rows(file: FileOutcome, without: str) -> Iterator[tuple[str, int, str]]:
    for row in file.checklist:
        if row.rule != without:
            yield row.rule, row.part or 0, row.state


def found(file: FileOutcome, without: str) -> Iterator[tuple[str, str, str]]:
    for finding in file.findings:
        if finding.rule != without:
            yield finding.rule, finding.excerpt, finding.section or ""


def test_the_plain_text_has_these_findings(folder: Path) -> None:
    assert told(judged(folder, REFERENCE), "")["findings"] == [
        ("leftover-mask", "××", "situation"),
        ("period-impossible-date", "2024年9月31日", ""),
        ("until-now", "截止9月", "situation"),
    ]


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(name, marks=pytest.mark.process) if name in WORKER else name
        for name in FILES
        if name != REFERENCE
    ],
)
def test_every_format_gives_what_the_plain_text_gives(folder: Path, name: str) -> None:
    assert told(judged(folder, name)) == told(judged(folder, REFERENCE))
