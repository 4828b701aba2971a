"""The labelled reports and lines of `training/`: every label points at lines of its text."""

import importlib.util
import json
from pathlib import Path

import pytest

from linter import api
from linter.ruleset.library import load
from tests.support.drafts import draft
from training import notes
from training.swapped import Named, exchanged

TRAINING = Path(__file__).resolve().parents[1] / "training"
FOLDERS = {TRAINING: "ideology-work-report"} | {
    path.parent: path.parent.name for path in sorted(TRAINING.glob("*/WRITERS.tsv"))
}
"""The folders of labelled texts, each with the ruleset whose sections they show."""
SECTIONS = {folder: {each.id for each in load(ruleset).sections} for folder, ruleset in FOLDERS.items()}
LABELS = [path for folder in FOLDERS for path in sorted((folder / "labels").glob("*.json"))]
APART = {path: path.name for path in sorted((TRAINING / "apart").iterdir())}
"""Folders of labelled texts to which nothing is fitted, each with its ruleset."""
LINES = [path for folder in FOLDERS for path in sorted((folder / "lines").glob("*.tsv"))]


def name(path: Path) -> str:
    """The name of a file, with its folder."""
    return path.relative_to(TRAINING).with_suffix("").as_posix()


def test_of_texts_apart_the_sections_are_judged_right() -> None:
    right, missed, invented, judged = 0, 0, 0, 0
    for folder, ruleset in APART.items():
        chosen = api.choose(ruleset)
        for path in sorted((folder / "labels").glob("*.json")):
            outcome = api.check((folder / "texts" / f"{path.stem}.txt").read_bytes(), "a.txt", chosen)
            said = {row.section: row.state for part in outcome.parts for row in part.sections}
            for section, label in json.loads(path.read_text("utf-8"))["reports"][0]["sections"].items():
                if not label.get("ambiguous"):
                    judged += 1
                    right += (said[section], label["state"]) in SAME
                    missed += said[section] == "absent" != label["state"]
                    invented += said[section] != "absent" == label["state"]
    assert judged == 639
    assert right >= 0.85 * judged
    assert missed <= 52
    assert invented <= 14


SAME = {
    *((state, state) for state in ("heading", "body", "absent")),
    ("thin", "heading"),
    ("empty", "heading"),
}
"""What the program says of a section and what the label says, where they agree."""


@pytest.mark.parametrize("path", LABELS, ids=name)
def test_labels_point_at_lines_of_their_text(path: Path) -> None:
    folder = path.parents[1]
    lines = (folder / "texts" / f"{path.stem}.txt").read_text("utf-8").rstrip("\n").split("\n")
    for report in json.loads(path.read_text("utf-8"))["reports"]:
        first, last = report["first_line"], report["last_line"]
        assert 1 <= first <= last <= len(lines)
        assert report["sections"].keys() <= SECTIONS[folder]
        for label in report["sections"].values():
            assert label["state"] in ("heading", "body", "absent")
            assert bool(label["lines"]) == (label["state"] != "absent")
            assert all(first <= line <= last and lines[line - 1].strip() for line in label["lines"])


@pytest.mark.parametrize("folder", FOLDERS, ids=FOLDERS.get)
def test_all_labels_tell_of_the_same_sections(folder: Path) -> None:
    read = (json.loads(path.read_text("utf-8")) for path in LABELS if path.parents[1] == folder)
    assert len({frozenset(report["sections"]) for each in read for report in each["reports"]}) == 1


@pytest.mark.parametrize("folder", FOLDERS, ids=FOLDERS.get)
def test_every_text_has_labels_and_a_writer(folder: Path) -> None:
    rows = (folder / "WRITERS.tsv").read_text("utf-8").splitlines()[1:]
    ids = [row.split("\t")[0] for row in rows]
    assert ids == [path.stem for path in LABELS if path.parents[1] == folder]
    assert ids == sorted(
        (path.stem for path in (folder / "texts").glob("*.txt")), key=lambda stem: f"{stem}.json"
    )


@pytest.mark.parametrize("path", LINES, ids=name)
def test_lines_are_about_sections_or_none_and_none_is_there_twice(path: Path) -> None:
    head, *rows = [row.split("\t") for row in path.read_text("utf-8").splitlines()]
    assert head == ["kind", "sections", "place", "text"]
    for kind, about, place, text in rows:
        assert kind in ("heading", "sentence")
        assert about == "-" or set(about.split(",")) <= SECTIONS[path.parents[1]]
        assert place in list("0123456789")
        assert text == text.strip()
    texts = [row[-1] for row in rows]
    assert len(set(texts)) == len(texts)


@pytest.mark.parametrize("pair", [(0, 1), (0, 2), (2, 0)])
def test_texts_that_change_places_leave_all_else_where_it_was(pair: tuple[int, int]) -> None:
    lines = [
        "青石渡口上半年工作总结",
        "一、船只保养",
        "三条渡船都已上漆。",
        "缆绳全部更换。",
        "二、值班情况",
        "每天两人轮班。",
        "三、下步打算",
        "明年在北岸修一座候船亭。",
    ]
    case = draft("\n".join(lines))
    headings = case.parts[0].headings
    one, other = (headings[number] for number in pair)
    found = exchanged(case.document, Named("boats", one, other)).text.split("\n")
    texts = [lines[2:4], lines[5:6], lines[7:8]]
    texts[pair[0]], texts[pair[1]] = texts[pair[1]], texts[pair[0]]
    assert found == [*lines[:2], *texts[0], lines[4], *texts[1], lines[6], *texts[2]]


@pytest.mark.parametrize("path", sorted((TRAINING / "notes").rglob("*.tsv")), ids=lambda path: path.stem)
def test_lines_have_one_note_or_none_and_none_is_there_twice(path: Path) -> None:
    rows = [row.split("\t") for row in path.read_text("utf-8").splitlines()]
    for kind, line in rows:
        assert kind in ("note", "none")
        note = line.partition("⟦")[2].partition("⟧")[0]
        assert [line.count("⟦"), line.count("⟧"), bool(note)] == (
            [1, 1, True] if kind == "note" else [0, 0, False]
        )
        assert line == line.strip()
    assert len({line for _, line in rows}) == len(rows)


@pytest.mark.slow
@pytest.mark.skipif(
    importlib.util.find_spec("sklearn") is None, reason="fits with scikit-learn, and there is none"
)
def test_the_lines_give_the_weights_of_notes_that_are_shipped() -> None:
    assert notes.written(notes.everything()) == notes.FILE.read_text("utf-8")
