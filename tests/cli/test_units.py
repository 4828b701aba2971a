"""Who has not handed in, as the user is told: in every format that is about the files as a whole."""

import csv
import json
from io import StringIO
from pathlib import Path

import pytest

from tests.support.program import call

REPORT = "{unit}2026年上半年工作总结\n\n一、工作情况\n走访群众四十户，办结实事十二件。\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Reports of three of four units: one by its file, one by its title, two of one unit; and one of none."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "reportlint.toml").write_text(
        'units = ["党政办", "财政所", "组织科|组织部", "人事科"]\n', "utf-8"
    )
    drafts = tmp_path / "drafts"
    drafts.mkdir()
    for name, unit in {"01党政办": "", "a": "财政所", "b": "组织部", "组织科": "", "食堂": ""}.items():
        (drafts / f"{name}.txt").write_text(REPORT.format(unit=unit), "utf-8")
    return tmp_path


TEXT = """\
没有交的单位（1/4）
  人事科

组织科交了 2 份
  drafts/b.txt、drafts/组织科.txt

对不上单位的文件（请核对文件名，或在 units 里写上别名）
  drafts/食堂.txt
"""


def told(folder: Path, *arguments: str) -> str:
    return call("check", "drafts", *arguments, cwd=folder).stdout.replace("\\", "/")


def test_the_report_names_who_is_missing_who_came_twice_and_who_is_on_no_list(folder: Path) -> None:
    assert TEXT in told(folder)
    assert TEXT in told(folder, "--summary")
    assert "1 个单位没有交" in told(folder, "-q").splitlines()[-1]
    english = told(folder, "--summary", "--lang", "en")
    assert "Units that have not handed in (1/4)\n  人事科\n" in english
    assert "组织科: 2 files\n" in english
    assert "1 unit missing" in english


def test_json_and_markdown_name_them_as_well(folder: Path) -> None:
    summary = json.loads(told(folder, "--output-format", "json"))["summary"]
    assert summary["missing_units"] == ["人事科"]
    assert summary["repeated_units"] == {"组织科": ["drafts/b.txt", "drafts/组织科.txt"]}
    assert summary["unlisted"] == ["drafts/食堂.txt"]
    markdown = told(folder, "--output-format", "markdown")
    assert "**没有交的单位（1/4）** 人事科\n" in markdown
    assert "**组织科交了 2 份** drafts/b.txt、drafts/组织科.txt\n" in markdown


def test_a_missing_unit_has_a_row_in_the_table(folder: Path) -> None:
    rows = list(csv.DictReader(StringIO(told(folder, "--output-format", "csv"))))
    assert [row["单位"] for row in rows if row["说明"] == "没有交"] == ["人事科"]


def test_a_missing_unit_does_not_change_the_status(folder: Path) -> None:
    def status(*arguments: str) -> int:
        return call("check", "drafts", *arguments, cwd=folder).returncode

    listed = status("--fail-on", "info"), status("--fail-on", "never"), status()
    (folder / "reportlint.toml").write_text("", "utf-8")
    assert (status("--fail-on", "info"), status("--fail-on", "never"), status()) == listed


@pytest.mark.parametrize("arguments", [["drafts/a.txt"], ["drafts/a.txt", "drafts/b.txt"], ["-"]])
def test_who_checks_single_files_is_not_told_who_is_missing(folder: Path, arguments: list[str]) -> None:
    assert "没有交" not in call("check", *arguments, cwd=folder, stdin=REPORT.encode()).stdout


def test_without_a_list_nobody_is_missing(folder: Path) -> None:
    assert "没有交" not in told(folder, "--isolated")
    assert "missing_units" not in told(folder, "--isolated", "--output-format", "json")


def test_a_part_tells_its_unit_and_period_last_and_only_where_they_are_known(folder: Path) -> None:
    files = json.loads(told(folder, "--output-format", "json"))["files"]
    parts = {file["path"]: file["parts"][0] for file in files}
    assert list(parts["drafts/a.txt"])[-2:] == ["unit", "period"]
    assert [parts["drafts/a.txt"][key] for key in ("unit", "period")] == ["财政所", "2026H1"]
    assert "unit" not in parts["drafts/食堂.txt"]
