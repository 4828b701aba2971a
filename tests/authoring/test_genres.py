"""Rulesets from several reports of a kind: each report left out in turn is judged by what the others gave.

`tests/samples/genres` holds four or five reports of each of ten kinds, by different hands: one has slogans
for headings, one questions, one none at all. A line `#: NAME` tells what the lines below it are about. Two of
them (audit, grant) were written after the program and are for measuring alone: nothing was fitted to them.
"""

from collections import Counter
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from linter import readers
from linter.authoring import ruletest
from linter.authoring.derive import Derived, derive
from linter.authoring.models import Source
from linter.engine.selection import RulesetSelector, Selection
from linter.model.finding import SectionRow
from linter.ruleset.library import library
from tests.support.runs import check

GENRES = Path(__file__).parent.parent / "samples" / "genres"
NAMES = sorted(path.name for path in GENRES.iterdir())


class Section(NamedTuple):
    """What some lines of a report are about, and which ones."""

    names: tuple[str, ...]
    first: int
    last: int


class Report(NamedTuple):
    """A report without its marks, and what they say."""

    lines: tuple[str, ...]
    sections: tuple[Section, ...]

    def without(self, section: Section) -> str:
        """The text without a section."""
        return "\n".join((*self.lines[: section.first - 1], *self.lines[section.last :]))


def marked(path: Path) -> Report:
    """A sample."""
    lines: list[str] = []
    begun: list[tuple[tuple[str, ...], int]] = []
    for line in path.read_text("utf-8").rstrip().split("\n"):
        if line.startswith("#:"):
            begun.append((tuple(line[2:].strip().split(",")), len(lines) + 1))
        else:
            lines.append(line)
    ends = [*(first - 1 for _, first in begun[1:]), len(lines)]
    found = (Section(names, first, last) for (names, first), last in zip(begun, ends, strict=True))
    return Report(tuple(lines), tuple(section for section in found if section.names != ("-",)))


def reports(genre: str) -> list[Report]:
    return [marked(path) for path in sorted((GENRES / genre).glob("*.txt"))]


def derived(models: list[Report]) -> Derived:
    """The ruleset of some reports."""
    return derive(
        [
            Source(readers.read(f"{number}.txt", "\n".join(one.lines).encode()))
            for number, one in enumerate(models)
        ],
        "own.weights.tsv",
    )


@cache
def of_all(genre: str) -> Derived:
    """The ruleset of all reports of a genre."""
    return derived(reports(genre))


def kept(folder: Path, made: Derived) -> None:
    """Write a ruleset into a folder as `own.yaml`."""
    (folder / "own.yaml").write_text(made.text, "utf-8")
    (folder / "own.weights.tsv").write_text(made.weights, "utf-8")


def rows(folder: Path, texts: list[str]) -> list[list[SectionRow]]:
    """The sections of each text, as the ruleset of the folder sees them."""
    for number, text in enumerate(texts):
        (folder / f"{number:02}.txt").write_text(text, "utf-8")
    selector = RulesetSelector(Selection((str(folder / "own.yaml"),)))
    paths = [str(folder / f"{number:02}.txt") for number in range(len(texts))]
    return [list(file.parts[0].sections) for file in check(paths, selector).files]


def count(genre: str, folder: Path) -> Counter[str]:
    """How many sections are there and are found, are taken out and are named."""
    every = reports(genre)
    frequency = Counter(name for one in every for section in one.sections for name in section.names)
    total: Counter[str] = Counter()
    for number, one in enumerate(every):
        place = folder / str(number)
        place.mkdir()
        kept(place, derived([other for other in every if other is not one]))
        common = [each for each in one.sections if max(frequency[name] for name in each.names) > 1]
        alone = [each for each in common if len(each.names) == 1]
        whole, *reduced = rows(place, ["\n".join(one.lines), *map(one.without, alone)])
        found = {
            each: {row.section for row in whole if row.line and each.first <= row.line <= each.last}
            for each in common
        }
        total += Counter({"there": len(common), "found": sum(map(bool, found.values())), "out": len(alone)})
        for each, now in zip(alone, reduced, strict=True):
            absent = {row.section for row in now if row.state == "absent"}
            total["named"] += bool(found[each] & absent)
    return total


@pytest.mark.slow
def test_a_report_left_out_has_its_sections_found_and_missed(tmp_path: Path) -> None:
    total: Counter[str] = Counter()
    for genre in NAMES:
        (tmp_path / genre).mkdir()
        total += count(genre, tmp_path / genre)
    assert total["there"] > 260
    assert total["found"] / total["there"] >= 0.93
    assert total["named"] / total["out"] >= 0.855


@pytest.mark.parametrize("genre", NAMES)
def test_the_reports_pass_the_ruleset_that_they_gave(genre: str) -> None:
    made = of_all(genre)
    assert made.problems == ()
    assert made.sections >= 5


@pytest.mark.parametrize("genre", NAMES)
def test_every_rule_of_it_is_tested_by_its_examples(genre: str, tmp_path: Path) -> None:
    kept(tmp_path, of_all(genre))
    tested = ruletest.run(str(tmp_path / "own.yaml"), library())
    assert [each.rule.id for each in tested.rules if not each.passed] == []


def test_reports_without_headings_are_learnt_from_as_well(tmp_path: Path) -> None:
    texts = [
        "\n".join(line for line in one.lines if len(line) > 20 or line == one.lines[0])
        for one in reports("library")
    ]
    models = [Report(tuple(text.split("\n")), ()) for text in texts]
    made = derived(models)
    assert made.sections >= 5
    kept(tmp_path, made)
    (found,) = rows(tmp_path, [texts[0]])
    assert sum(row.state == "body" for row in found) >= 5
