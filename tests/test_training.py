"""The labelled reports of `training/`: every label points at lines of its text."""

import json
from pathlib import Path

import pytest

FOLDER = Path(__file__).resolve().parents[1] / "training"
SECTIONS = {"leadership", "study", "opinion", "shortcomings", "next_steps"}
LABELS = sorted((FOLDER / "labels").glob("*.json"))


@pytest.mark.parametrize("path", LABELS, ids=lambda path: path.stem)
def test_labels_point_at_lines_of_their_text(path: Path) -> None:
    lines = (FOLDER / "texts" / f"{path.stem}.txt").read_text("utf-8").rstrip("\n").split("\n")
    for report in json.loads(path.read_text("utf-8"))["reports"]:
        first, last = report["first_line"], report["last_line"]
        assert 1 <= first <= last <= len(lines)
        assert set(report["sections"]) == SECTIONS
        for label in report["sections"].values():
            assert label["state"] in ("heading", "body", "absent")
            assert bool(label["lines"]) == (label["state"] != "absent")
            assert all(first <= line <= last and lines[line - 1].strip() for line in label["lines"])


def test_every_text_has_labels_and_a_writer() -> None:
    rows = (FOLDER / "WRITERS.tsv").read_text("utf-8").splitlines()[1:]
    ids = [row.split("\t")[0] for row in rows]
    assert ids == [path.stem for path in LABELS]
    assert ids == sorted(path.stem for path in (FOLDER / "texts").glob("*.txt"))
