"""Real reports and measured files: what holds for our own drafts holds for them."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest

from linter import readers
from linter.authoring.derive import derive
from linter.authoring.models import Source
from linter.checks.numbering.series import all_series
from linter.engine.fixes import fix_text
from linter.engine.run import judge_draft
from linter.engine.selection import RulesetSelector, Selection
from linter.model.draft import Draft
from linter.model.finding import FileOutcome
from tests.support import shared
from tests.support.drafts import draft
from tests.support.words import outline, words

pytestmark = pytest.mark.slow

CORPUS = shared.folder("corpus")
SAMPLES = shared.folder("documents")


RULES = RulesetSelector(Selection())


@cache
def judged(path: str, content: bytes) -> FileOutcome:
    """What a text gets: once, for it is asked about with either kind of fixes, and about what they leave."""
    return judge_draft(RULES, Draft(path, lambda: content)).outcome


@pytest.mark.parametrize("unsafe", [False, True])
def test_fixed_once_it_stays_as_it_is(unsafe: bool) -> None:
    """Only lines with a suggestion change."""
    changed = 0
    for path in sorted(CORPUS.glob("*/texts/*.txt")):
        before = path.read_bytes()
        once = fix_text(path.name, before, judged, unsafe)
        assert fix_text(path.name, once.after, judged, unsafe).edits == 0
        old, new = before.split(b"\n"), once.after.split(b"\n")
        different = sum(one != other for one, other in zip(old, new, strict=True))
        assert different <= once.edits
        changed += once.edits
    assert changed > 0


@pytest.mark.parametrize("name", ["201", "205", "217", "229", "233", "245", "253"])
def test_clean_reports_pass_their_derived_rulesets(name: str) -> None:
    document = readers.read(
        str(CORPUS / "dev" / "texts" / f"{name}.txt"),
        Path(CORPUS / "dev" / "texts" / f"{name}.txt").read_bytes(),
    )
    parts = outline(document)
    for number in range(1, len(parts) + 1):
        assert derive([Source(document, number)]).problems == ()


def test_every_number_has_its_place() -> None:
    for path in sorted(CORPUS.glob("*/texts/*.txt")):
        case = draft(path.read_text("utf-8"))
        for part in case.parts:
            series = all_series(case.document, part, words("numbering"))
            items = [item for one in series for item in one.items]
            assert len(set(items)) == len(items), path.name
            assert all(part.start <= item.number.start < part.end for item in items), path.name


@pytest.mark.parametrize("name", ["04_gbt9704_good", "05_gbt9704_bad"])
def test_word_files_look_as_they_were_measured(name: str) -> None:
    document = readers.read(
        str(SAMPLES / f"docx/{name}.docx"), Path(SAMPLES / f"docx/{name}.docx").read_bytes()
    )
    expected = json.loads((SAMPLES / f"expected/docx_{name}.docx.json").read_text("utf-8"))
    assert document.page_layout is not None
    found = document.page_layout()
    (page,), (section,) = found.pages, expected["sections"]
    sides = [section["margin_mm"][side] for side in ("top", "bottom", "left", "right")]
    assert page == pytest.approx((*section["page_mm"], *sides), abs=0.1)
    seen = [
        (number, stretch.font, stretch.size, paragraph.indent, *paragraph.spacing[:2], paragraph.align)
        for number, paragraph in enumerate(found.paragraphs)
        for stretch in paragraph.runs
    ]
    wanted = [
        (run["block"], run["eastAsia"], run["pt"], run["first_line_chars"], *run["line"], run["jc"])
        for run in expected["runs"]
    ]
    assert list(dict.fromkeys(seen)) == list(dict.fromkeys(wanted))
