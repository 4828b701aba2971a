"""`-o`: what it replaces, and what it leaves alone until it is told to."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from linter import api
from linter.model.finding import Result
from linter.reporters import REPORTERS, View, is_earlier
from tests.support.outcomes import EMPTY, GOOD, REPORT
from tests.support.program import call

posix = pytest.mark.skipif(os.name != "posix", reason="links and devices as POSIX has them")

DRAFT = "云杉镇工作总结\n\n一、工作情况\n全年走访××户。\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a draft, and no configuration."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "draft.md").write_text(DRAFT, "utf-8")
    return tmp_path


def written(folder: Path, *arguments: str, form: str = "text", output: str = "report.txt") -> int:
    done = call("check", ".", "--output-format", form, "-o", output, *arguments, cwd=folder)
    assert (done.returncode == 2) == bool(done.stderr) or f"：{output}（要检查" in done.stderr  # told by -v
    return done.returncode


# --- replaced, as before ----------------------------------------------------------------------


@pytest.mark.parametrize("form", REPORTERS)
@pytest.mark.parametrize(
    "options", [[], ["--lang", "en"], ["-q", "--fail-on", "never"], ["--statistics", "-v"]]
)
def test_an_earlier_report_is_replaced(folder: Path, form: str, options: list[str]) -> None:
    written(folder, *options, form=form)
    first = (folder / "report.txt").read_bytes()
    (folder / "draft.md").write_text(DRAFT + "\n全年走访××户，办结××件。\n", "utf-8")
    assert written(folder, *options, form=form) in (0, 1)
    assert (folder / "report.txt").read_bytes() != first


@pytest.mark.parametrize("form", REPORTERS)
def test_a_report_without_findings_or_files_is_replaced(tmp_path: Path, form: str) -> None:
    (tmp_path / ".git").mkdir()
    assert [written(tmp_path, form=form) for _ in range(3)] == [0, 0, 0]


def test_an_empty_file_is_replaced(folder: Path) -> None:
    (folder / "report.txt").touch()
    assert written(folder) == 1
    assert (folder / "report.txt").stat().st_size


@posix
def test_a_device_is_written_to(folder: Path) -> None:
    assert written(folder, output=os.devnull) == 1


@posix
def test_a_link_to_an_earlier_report_stays_one(folder: Path) -> None:
    written(folder)
    (folder / "latest.txt").symlink_to("report.txt")
    assert written(folder, "--lang", "en", output="latest.txt") == 1
    assert (folder / "latest.txt").is_symlink()
    assert "Failed" in (folder / "report.txt").read_text("utf-8")


def test_json_of_another_layout_and_version_is_a_report() -> None:
    other = {"files": [], "tool": {"version": "9", "name": "reportlint"}}
    assert is_earlier("json", json.dumps(other, indent=2).encode())


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("width", [40, 57, 80, 120])
@pytest.mark.parametrize("files", [(), (GOOD,), (REPORT,), (EMPTY,), (REPORT, EMPTY, GOOD)], ids=len)
@pytest.mark.parametrize("form", REPORTERS)
def test_every_format_knows_its_own(form: str, files: tuple[object, ...], width: int, lang: str) -> None:
    for level in ("error", "never"):
        made = api.report(Result(files), form, View(lang, width, fail_on=level))  # type: ignore[arg-type]
        assert is_earlier(form, made if isinstance(made, bytes) else made.encode())


# --- left alone -------------------------------------------------------------------------------

OTHERS = [
    ("text", DRAFT),
    ("text", "会议纪要\n通过：三项决议（共三项）\n"),
    ("text", "通过：没有发现问题（共 1 个文件、1 份报告）\n后来写的一段。\n"),
    ("text", "\n"),
    ("concise", "main.c:3:1: error: expected ';'\n"),
    ("concise", "draft.md:3:1: error leftover-mask 有占位符\n我的备注\n"),
    ("github", "::set-output name=a::b\n"),
    ("github", "echo\n::error::a\n"),
    ("json", '{"tool": {"name": "another"}}'),
    ("json", '{"name": "reportlint"}'),
    ("json", '["reportlint"]'),
    ("json", "[" * 100_000),
    ("json", '{"tool": {"name": "reportlint"}} and more'),
    ("json", '{"runs": [{"tool": {"driver": {"name": "reportlint"}}}]}'),
    ("sarif", '{"tool": {"name": "reportlint"}}'),
    ("sarif", '{"runs": []}'),
    ("csv", "文件,标题\n"),
    ("csv", "姓名,电话\n"),
    ("xlsx", "文件,标题,单位,报告期,规则集\n"),
    (
        "sarif",
        '{"runs": [{"tool": {"driver": {"name": "reportlint"}}}, {"tool": {"driver": {"name": "b"}}}]}',
    ),
]


@pytest.mark.parametrize(("form", "content"), OTHERS)
def test_another_file_is_left_alone(folder: Path, form: str, content: str) -> None:
    (folder / "report").write_text(content, "utf-8")
    assert written(folder, form=form, output="report") == 2
    assert (folder / "report").read_text("utf-8") == content
    assert written(folder, "--force", form=form, output="report") == 1
    assert (folder / "report").read_bytes() != content.encode()


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", "总结".encode("gb18030"), bytes(100)])
def test_a_file_that_is_no_text_is_left_alone(folder: Path, content: bytes) -> None:
    (folder / "report").write_bytes(content)
    assert written(folder, output="report") == 2
    assert (folder / "report").read_bytes() == content


def test_what_cannot_be_looked_at_is_left_to_the_writing(folder: Path) -> None:
    done = call("check", ".", "-o", "draft.md/report.txt", cwd=folder)
    assert (done.returncode, "--force" in done.stderr) == (2, False)
    assert "不是文件夹" in done.stderr


def test_it_is_said_before_anything_is_done(folder: Path) -> None:
    (folder / "draft.md").write_text("工作总结\n截止9月，好。\n", "utf-8")
    (folder / "report").write_text("别的文件", "utf-8")
    done = call("check", ".", "--fix", "--unsafe-fixes", "-o", "report", cwd=folder)
    assert done.returncode == 2
    assert "--force" in done.stderr
    assert "截止9月" in (folder / "draft.md").read_text("utf-8")


def test_a_draft_is_never_replaced(folder: Path) -> None:
    assert written(folder, "--force", output="draft.md") == 2
    written(folder)
    for force in ([], ["--force"]):
        done = call("check", "report.txt", "-o", "report.txt", *force, cwd=folder)
        assert (done.returncode, "是被检查的草稿，报告请另写一个文件名" in done.stderr) == (2, True)
    assert (folder / "draft.md").read_text("utf-8") == DRAFT


@posix
@pytest.mark.parametrize("force", [[], ["--force"]])
def test_a_link_to_nothing_makes_no_file_elsewhere(folder: Path, force: list[str]) -> None:
    (folder / "report.txt").symlink_to("sub.txt")
    assert written(folder, *force) == 2
    assert not (folder / "sub.txt").exists()
    assert call("check", ".", "--write-baseline", "report.txt", cwd=folder).returncode == 2
    assert not (folder / "sub.txt").exists()
