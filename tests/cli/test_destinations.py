"""Where reports go: `-o`, `--report`, and names of files that say another format."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from linter.reporters import REPORTERS, is_earlier
from tests.support.program import call, command, environment

DRAFT = "云杉镇工作总结\n\n一、工作情况\n全年走访××户。\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A repository with a draft in a folder, and no configuration."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts" / "总结.txt").write_text(DRAFT, "utf-8")
    return tmp_path


# --- a name and a format ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("form", "name"),
    [
        *((form, f"report{suffix}") for form, each in REPORTERS.items() for suffix in each.suffixes),
        *((form, name) for form in REPORTERS for name in ("report", "report.txt", "report.log")),
        ("text", "2026.结果"),
        ("sarif", "report.SARIF"),
        ("json", "report.sarif.json"),
    ],
)
def test_a_name_that_fits_is_written(folder: Path, form: str, name: str) -> None:
    done = call("check", "drafts", "--output-format", form, "-o", name, cwd=folder)
    assert (done.returncode, done.stdout, done.stderr) == (1, "", "")
    assert is_earlier(form, (folder / name).read_bytes())


@pytest.mark.parametrize(
    ("form", "name", "question"),
    [
        ("text", "x.html", "html"),
        ("text", "x.docx", "换一个文件名"),
        ("concise", "x.tsv", "换一个文件名"),
        ("text", "x.sarif", "sarif"),
        ("text", "x.md", "markdown"),
        ("sarif", "x.xml", "junit checkstyle"),
        ("junit", "x.JSON", "json gitlab sarif rdjson"),
        ("markdown", "x.pdf", "换一个文件名"),
    ],
)
def test_a_name_that_says_another_format_is_asked_about(
    folder: Path, form: str, name: str, question: str
) -> None:
    for arguments in (["--output-format", form, "-o", name], ["--report", f"{form}:{name}"]):
        done = call("check", "drafts", *arguments, cwd=folder)
        assert (done.returncode, done.stdout) == (2, "")
        assert question in done.stderr
        assert "--force" in done.stderr
        assert not (folder / name).exists()
        assert call("check", "drafts", *arguments, "--force", cwd=folder).returncode == 1
        (folder / name).unlink()


# --- several reports --------------------------------------------------------------------------


def test_reports_are_written_beside_what_is_shown(folder: Path) -> None:
    options = ["--report", "sarif:a.sarif", "--report", "junit:b.xml", "--report", "markdown:c.md"]
    done = call("check", "drafts", *options, cwd=folder)
    assert done.returncode == 1
    assert "不通过" in done.stdout
    for form, name in (("sarif", "a.sarif"), ("junit", "b.xml"), ("markdown", "c.md")):
        assert is_earlier(form, (folder / name).read_bytes())


def test_the_colon_of_a_path_belongs_to_it(folder: Path) -> None:
    (folder / "a:b").mkdir()
    assert call("check", "drafts", "--report", "json:a:b/c.json", cwd=folder).returncode == 1
    assert (folder / "a:b" / "c.json").exists()


def test_a_report_in_a_folder_that_is_checked_is_no_draft(folder: Path) -> None:
    for _ in range(2):
        done = call(
            "check", ".", "--report", "markdown:drafts/report.md", "--output-format", "json", cwd=folder
        )
        assert [file["path"] for file in json.loads(done.stdout)["files"]] == ["drafts/总结.txt"]


def test_files_are_written_before_the_output_whose_reader_may_go_away(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(*_: object) -> None:
        raise BrokenPipeError

    monkeypatch.setattr("linter.cli.results.write", gone)
    call("check", "drafts", "--report", "json:a.json", cwd=folder)
    assert is_earlier("json", (folder / "a.json").read_bytes())


@pytest.mark.parametrize("given", ["sarif", "sarif:", "sarif:-", ":a.sarif", "nosuch:a.txt", "sarf:a.sarif"])
def test_what_is_no_format_and_file_is_an_error(folder: Path, given: str) -> None:
    done = call("check", "drafts", "--report", given, cwd=folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert "--report" in done.stderr


@pytest.mark.parametrize("options", [["-o", "-"], ["--output-file=-"], []])
def test_a_dash_is_standard_output(folder: Path, options: list[str]) -> None:
    done = call("check", "drafts", "--output-format", "json", *options, cwd=folder)
    assert is_earlier("json", done.stdout.encode())
    assert not (folder / "-").exists()


@pytest.mark.parametrize("force", [[], ["--force"]])
def test_two_reports_never_go_to_one_file(folder: Path, force: list[str]) -> None:
    for options in (["-o", "a.txt"], ["--report", "concise:a.txt"]):
        done = call("check", "drafts", *options, "--report", "json:./a.txt", *force, cwd=folder)
        assert done.returncode == 2
        assert not (folder / "a.txt").exists()


def test_no_report_of_several_is_written_where_one_would_replace_a_draft(folder: Path) -> None:
    done = call("check", "drafts", "--report", "json:a.json", "--report", "text:drafts/总结.txt", cwd=folder)
    assert done.returncode == 2
    assert not (folder / "a.json").exists()
    assert (folder / "drafts" / "总结.txt").read_text("utf-8") == DRAFT


def test_another_file_is_left_alone_by_every_report(folder: Path) -> None:
    (folder / "a.json").write_text("{}", "utf-8")
    assert call("check", "drafts", "--report", "json:a.json", cwd=folder).returncode == 2
    assert (folder / "a.json").read_text("utf-8") == "{}"


# --- paths in annotations ---------------------------------------------------------------------

ANNOTATIONS = [form for form, each in REPORTERS.items() if each.from_root]


def output(form: str, folder: Path, target: str, **variables: str) -> str:
    text = call("check", target, "--output-format", form, cwd=folder, **variables).stdout
    return text.replace("%E6%80%BB%E7%BB%93", "总结")


@pytest.mark.parametrize("form", ANNOTATIONS)
def test_annotations_name_files_from_the_root_of_the_repository(folder: Path, form: str) -> None:
    below, beside = folder / "drafts", folder / "drafts" / "sub"
    beside.mkdir()
    for start, target in ((folder, "drafts"), (below, "."), (below, str(below)), (beside, "../总结.txt")):
        text = output(form, start, target)
        assert "drafts/总结.txt" in text
        assert str(folder) not in text
        assert "../" not in text


def test_what_a_person_or_an_editor_reads_names_files_as_the_user_did(folder: Path) -> None:
    for form in set(REPORTERS) - set(ANNOTATIONS):
        assert "drafts/总结.txt" not in output(form, folder / "drafts", ".")


def test_the_checkout_of_the_service_is_the_repository(folder: Path) -> None:
    (folder / "drafts" / ".git").mkdir()  # a submodule
    assert "file=总结.txt" in output("github", folder / "drafts", ".")
    assert "file=drafts/总结.txt" in output("github", folder / "drafts", ".", GITHUB_WORKSPACE=str(folder))
    elsewhere = str(folder / "elsewhere")
    assert "file=总结.txt" in output("github", folder / "drafts", ".", GITHUB_WORKSPACE=elsewhere)


@pytest.mark.process
def test_from_outside_the_repository_paths_are_those_of_the_repository_too(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside")
    for named in (str(folder), os.path.relpath(folder, outside)):
        assert "file=drafts/总结.txt" in output("github", outside, named)


def test_copies_are_named_from_the_root_too(folder: Path) -> None:
    text = (
        "针对重点时段和重点人群，采取干部包片联系的办法，走进院落和田间，面对面宣讲政策，收集意见一百余条。\n"
    )
    for name in ("甲", "乙"):
        (folder / "drafts" / f"{name}.txt").write_text(f"{name}镇工作总结\n\n一、工作情况\n{text}", "utf-8")
    told = json.loads(call("check", ".", "--output-format", "rdjson", cwd=folder / "drafts").stdout)
    related = [
        each["location"]["path"] for one in told["diagnostics"] for each in one.get("related_locations", ())
    ]
    assert sorted(related) == ["drafts/乙.txt", "drafts/甲.txt"]


def test_outside_of_a_repository_paths_stay(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(DRAFT, "utf-8")
    assert "file=a.txt" in output("github", tmp_path, ".")


def test_standard_input_keeps_its_name(folder: Path) -> None:
    done = call("check", "-", "--output-format", "github", cwd=folder / "drafts", stdin=DRAFT.encode())
    assert "file=<stdin>" in done.stdout


# --- the summary of a run on GitHub -----------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "after"),
    [("", ""), ("earlier\n", "earlier\n"), ("earlier", "earlier\n"), ("a\r\n| b |", "a\r\n| b |\n")],
)
def test_github_gets_a_summary_added_to_what_is_there(folder: Path, before: str, after: str) -> None:
    page = folder / "page"
    page.write_bytes(before.encode())
    for _ in range(2):
        output("github", folder, "drafts", GITHUB_STEP_SUMMARY=str(page))
    text = page.read_bytes().decode()
    assert text.startswith(f"{after}<!-- reportlint -->\n")
    assert text.count("| 4 | 错误 |") == 2


def test_no_other_format_touches_the_summary(folder: Path) -> None:
    page = folder / "page"
    for form in set(REPORTERS) - {"github"}:
        output(form, folder, "drafts", GITHUB_STEP_SUMMARY=str(page))
    assert not page.exists()
    call("check", "drafts", "--report", "github:a.txt", cwd=folder, GITHUB_STEP_SUMMARY=str(page))
    assert page.exists()


def test_a_summary_that_cannot_be_written_changes_no_verdict(folder: Path) -> None:
    missing = str(folder / "nosuch" / "page")
    done = call("check", "drafts", "--output-format", "github", cwd=folder, GITHUB_STEP_SUMMARY=missing)
    assert done.returncode == 1
    assert "::error file=" in done.stdout
    assert missing in done.stderr


@pytest.mark.parametrize("form", ["markdown", "gitlab", "junit", "checkstyle", "rdjson"])
def test_the_error_of_a_file_does_not_say_its_name_again(folder: Path, form: str) -> None:
    (folder / "drafts" / "空.txt").touch()
    text = output(form, folder / "drafts", "空.txt")
    assert "文件是空的" in text
    assert "空.txt：" not in text


def test_the_error_of_a_file_names_it_from_the_root(folder: Path) -> None:
    (folder / "drafts" / "空.txt").touch()
    text = output("github", folder / "drafts", "空.txt")
    assert text.startswith("::error file=drafts/空.txt::drafts/空.txt：")


# --- who waits for them -----------------------------------------------------------------------


@pytest.mark.process
@pytest.mark.skipif(not hasattr(os, "openpty"), reason="terminals as POSIX has them")
@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("-o", "r.json"), "已写入 r.json\r\n不通过：1 个错误"),
        (("-o", "r.json", "--lang", "en"), "written: r.json\r\nFailed: 1 error"),
        (("-o", "r.json", "--quiet"), ""),
        ((), ""),
    ],
    ids=["written", "in English", "quiet", "on the terminal"],
)
def test_a_person_is_told_what_is_written(folder: Path, options: tuple[str, ...], told: str) -> None:
    ours, theirs = os.openpty()
    asked = command("check", "drafts", "--select", "leftover-mask", "--output-format", "json", *options)
    done = subprocess.run(
        asked, cwd=folder, env=environment(), stdout=subprocess.PIPE, stderr=theirs, check=False
    )
    os.write(theirs, b".")  # a terminal that nothing was written to would be waited for
    os.close(theirs)
    shown = os.read(ours, 4096).decode()
    os.close(ours)
    assert done.returncode == 1
    assert shown.startswith(told) if told else shown == "."
