"""Output that cannot be written: a reader that went away, as each system says it, a reporter that fails."""

from __future__ import annotations

import os
from errno import EINVAL, ENOSPC, EPIPE
from json import loads
from pathlib import Path
from typing import Any

import pytest

from linter.cli import output
from linter.model.finding import FileOutcome
from linter.reporters import json
from tests.support.program import call


@pytest.mark.parametrize(
    ("system", "number", "gone"),
    [
        ("nt", ENOSPC, False),
        ("posix", EINVAL, False),
        ("nt", EINVAL, True),
        ("nt", EPIPE, True),
        ("posix", EPIPE, True),
    ],
)
def test_a_reader_that_went_away(system: str, number: int, gone: bool) -> None:
    assert output.is_closed_pipe(OSError(number, ""), system) is gone


# --- a reporter that fails ----------------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two drafts, in which the JSON of the second cannot be made."""
    (tmp_path / ".git").mkdir()
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("全年投入××万元。", "utf-8")
    return tmp_path


@pytest.fixture(autouse=True)
def _broken(monkeypatch: pytest.MonkeyPatch) -> None:
    real = json.file_value

    def fails(file: FileOutcome, say: Any) -> Any:
        if file.path.endswith("b.txt"):
            raise KeyError("boom")
        return real(file, say)

    monkeypatch.setattr(json, "file_value", fails)


@pytest.mark.parametrize("before", [None, '{"tool": {"name": "reportlint"}}'])
@pytest.mark.parametrize("option", [["--output-format", "json", "-o"], ["--report"]])
def test_a_report_in_a_file_is_there_whole_or_not_at_all(
    folder: Path, option: list[str], before: str | None
) -> None:
    path = folder / "out.json"
    if before:
        path.write_text(before, "utf-8")
    given = "json:out.json" if option == ["--report"] else "out.json"
    done = call("check", ".", *option, given, cwd=folder)
    assert done.returncode == 3
    assert "out.json：写 json 格式的报告出错" in done.stderr
    assert "这份报告没有写入" in done.stderr
    assert sorted(each.name for each in folder.glob("*.json")) == (["out.json"] if before else [])
    assert not before or path.read_text("utf-8") == before
    assert not list(folder.glob(".reportlint-*"))


def test_a_report_that_fails_costs_none_of_the_others(folder: Path) -> None:
    reports = ("--report", "json:out.json", "--report", "junit:out.xml")
    done = call("check", ".", *reports, "--output-format", "concise", cwd=folder)
    assert done.returncode == 3
    assert done.stdout.count("leftover-mask") == 2
    assert (folder / "out.xml").read_text("utf-8").endswith("</testsuites>\n")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full")
def test_of_several_failures_the_gravest_is_the_status_and_all_are_told(folder: Path) -> None:
    reports = ("--report", "json:out.json", "--report", "junit:/dev/full")
    done = call("check", ".", *reports, "--output-format", "concise", "--lang", "en", cwd=folder)
    assert done.returncode == 3
    assert "cannot write /dev/full: No space left on device\n" in done.stderr
    assert "out.json: writing the report in json failed (KeyError, linter.reporters.json:" in done.stderr
    assert done.stdout.count("leftover-mask") == 2


def test_who_reads_half_an_output_is_told_so(folder: Path) -> None:
    done = call("check", ".", "--output-format", "json", "--lang", "en", cwd=folder)
    assert done.returncode == 3
    assert "; what stands on standard output is incomplete." in done.stderr
    assert "is missing in it" in loads(done.stdout)["error"]
    assert "Traceback" not in done.stderr
