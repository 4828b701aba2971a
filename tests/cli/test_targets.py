"""What is checked: files that the configuration excludes, lists of files and settings, suppressions added."""

from __future__ import annotations

import json
import os
import re
import subprocess
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from linter.project import copies
from linter.project.sidecar import entries
from tests.support.program import call, command, environment

pytestmark = pytest.mark.process

MASKED = "青坪乡工作总结\n\n一、会议\n全年开会××次，修路三公里。\n二、其他\n另投入××万元。\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    for name in ("drafts/新稿.txt", "archive/旧稿.txt", "archive/2019/旧稿.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(MASKED, "utf-8")
    (tmp_path / "reportlint.toml").write_text('ruleset = "report-form"\nexclude = "archive/"\n', "utf-8")
    return tmp_path


def check(folder: Path, *arguments: str) -> CompletedProcess[str]:
    return call("check", *arguments, "--output-format", "concise", "--select", "leftover-mask", cwd=folder)


# --- exclude --------------------------------------------------------------------------------------


@pytest.mark.parametrize("paths", [["archive/旧稿.txt"], ["archive/2019/旧稿.txt"], ["./archive/旧稿.txt"]])
@pytest.mark.parametrize("option", [[], ["--force-exclude"]])
def test_a_file_that_is_named_is_excluded_and_said_so(
    folder: Path, paths: list[str], option: list[str]
) -> None:
    done = check(folder, *paths, *option)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == (
        f"{paths[0]}：{folder}/reportlint.toml 的 exclude 把它排除在外，没有检查；要检查请加 --no-force-exclude\n"
    )
    assert check(folder, *paths, "-q").stderr == ""


def test_beside_others_it_is_left_out(folder: Path) -> None:
    done = check(folder, "archive/旧稿.txt", "drafts/新稿.txt")
    assert (done.returncode, {line.split(":")[0] for line in done.stdout.splitlines()}) == (
        1,
        {"drafts/新稿.txt"},
    )


@pytest.mark.parametrize(
    ("arguments", "status"),
    [(["--no-force-exclude"], 1), (["--isolated", "--ruleset", "report-form"], 1), ([], 0)],
)
def test_who_wants_it_checked_says_so(folder: Path, arguments: list[str], status: int) -> None:
    assert check(folder, "archive/旧稿.txt", *arguments).returncode == status


def test_in_folders_excluded_files_are_left_out_whatever_is_said(folder: Path) -> None:
    assert "archive" not in check(folder, ".", "--no-force-exclude").stdout


def test_a_file_that_is_not_there_is_an_error_though_its_folder_is_excluded(folder: Path) -> None:
    assert check(folder, "drafts/没有.txt").returncode == 2


@pytest.mark.parametrize("fix", [False, True])
def test_standard_input_of_an_excluded_name_is_given_back_as_it_is(folder: Path, fix: bool) -> None:
    text = "截止目前,投入××万元。\r\n".encode("gb18030")
    arguments = ["check", "-", "--stdin-filename", "archive/a.txt", "--output-format", "concise"]
    done = subprocess.run(
        command(*arguments, *(["--fix"] if fix else [])),
        cwd=folder,
        input=text,
        capture_output=True,
        env=environment(),
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, text if fix else b"")
    assert f"archive/a.txt：{folder}/reportlint.toml 的 exclude 把它排除在外".encode() in done.stderr


def test_suppressions_whose_draft_is_gone_are_told_of(folder: Path) -> None:
    beside = folder / "drafts" / "新稿.txt.reportlint.yml"
    beside.write_text("- rule: leftover-mask\n", "utf-8")
    assert check(folder, ".").stderr == ""
    (folder / "drafts" / "新稿.txt").rename(folder / "drafts" / "终稿.txt")
    said = "drafts/新稿.txt.reportlint.yml：旁边没有草稿 新稿.txt，这些抑制不起作用"
    assert check(folder, ".").stderr.startswith(said)
    assert check(folder, ".", "-q").stderr == ""
    assert check(folder, "drafts/终稿.txt").stderr == ""
    beside.rename(folder / "drafts" / "终稿.txt.reportlint.yml")
    assert (check(folder, ".").returncode, check(folder, ".").stderr) == (0, "")


def test_what_is_excluded_is_not_opened(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(copies, "is_report_file", lambda path, most: bool(opened.append(path)))
    assert check(folder, ".").returncode == 1
    assert opened == ["drafts/新稿.txt"]


# --- lists ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("paths", "listed"),
    [
        ([], ["drafts/新稿.txt"]),
        (["archive"], []),
        (["archive/旧稿.txt", "drafts"], ["drafts/新稿.txt"]),
        (["archive/旧稿.txt", "--no-force-exclude"], ["archive/旧稿.txt"]),
    ],
)
def test_the_files_to_check_are_listed(folder: Path, paths: list[str], listed: list[str]) -> None:
    done = call("check", *paths, "--show-files", cwd=folder)
    assert (done.returncode, done.stdout.splitlines()) == (0, listed)


def test_the_settings_in_force_are_shown(folder: Path) -> None:
    (folder / "drafts" / "reportlint.toml").write_text(
        'ignore = "residue"\n[[rules]]\nrule = "leftover-*"\nlevel = "info"\n', "utf-8"
    )
    said = call("check", "drafts", "--show-settings", cwd=folder).stdout.splitlines()
    assert said[:4] == [
        "drafts/新稿.txt",
        f"配置：{folder}/drafts/reportlint.toml",
        "  ignore = [residue]",
        "  [[rules]] leftover-*: info",
    ]
    assert "规则集：work-report" in said
    levels = dict(line.split(None, 1) for line in said if line.startswith(("  l", "  r")))
    assert levels["leftover-mask"] == "提示    placeholder  （配置所改，原为错误）"
    assert levels["residue-web"] == "不用"


def test_options_given_to_a_rule_are_shown_with_what_they_were(folder: Path) -> None:
    (folder / "drafts" / "reportlint.toml").write_text(
        '[[rules]]\nrule = "shortcomings-present"\nwith = {min_chars = 7}\n', "utf-8"
    )
    said = call("check", "drafts", "--show-settings", cwd=folder).stdout
    assert re.search(
        r"\n  shortcomings-present +错误 +section  min_chars: 7  （配置所改，原为min_chars: \d+）\n", said
    )


def test_settings_are_shown_where_there_is_no_file(folder: Path) -> None:
    done = call("check", "archive", "--show-settings", "--lang", "en", cwd=folder)
    assert done.stdout.startswith(f"configuration: {folder}/reportlint.toml\n  ruleset = [report-form]\n")


# --- suppressions ---------------------------------------------------------------------------------

ADD = ("check", "drafts", "--select", "leftover-mask", "--add-suppressions")


def test_what_is_found_is_suppressed_and_nothing_else(folder: Path) -> None:
    draft = folder / "drafts" / "新稿.txt"
    done = call(*ADD, cwd=folder)
    assert done.returncode == 0
    assert done.stdout.startswith(
        "已把现有的 2 处问题记入 1 个草稿旁的抑制文件（草稿名加 .reportlint.yml）。以后检查不再提示这些"
    )
    assert done.stdout.count("\n") == 1
    assert draft.read_text("utf-8") == MASKED
    assert check(folder, "drafts").returncode == 0
    draft.write_text(MASKED.replace("其他", "新增") + "又投入××万元，用于渠道。\n", "utf-8")
    assert check(folder, "drafts").stdout.startswith("drafts/新稿.txt:7:")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_where_there_is_nothing_to_suppress_it_says_so(folder: Path, lang: str) -> None:
    (folder / "drafts" / "新稿.txt").write_text("青石镇工作总结\n", "utf-8")
    done = call(*ADD, "--lang", lang, cwd=folder)
    said = {
        "zh": "没有可抑制的问题，什么也没有写\n",
        "en": "There was nothing that could be suppressed; nothing was written\n",
    }
    assert (done.returncode, done.stdout) == (0, said[lang])
    assert not list((folder / "drafts").glob("*.reportlint.yml"))


def test_where_a_program_reads_the_report_the_sentence_is_on_standard_error(folder: Path) -> None:
    done = call(*ADD, "--output-format", "json", cwd=folder)
    assert json.loads(done.stdout)["summary"]["errors"] == 0
    assert done.stderr.startswith("已把现有的 2 处问题记入")


@pytest.mark.skipif(os.name != "posix", reason="links")
def test_what_could_not_be_suppressed_is_reported(folder: Path) -> None:
    (folder / "drafts" / "新稿.txt.reportlint.yml").symlink_to("../nothing.yml")
    done = call(*ADD, cwd=folder)
    assert done.returncode == 2
    assert "[leftover-mask]" in done.stdout
    assert "问题没有记入抑制文件，什么也没有写" in done.stdout


def test_a_file_of_suppressions_keeps_what_it_has(folder: Path) -> None:
    path = folder / "drafts" / "新稿.txt.reportlint.yml"
    before = "# 经办人同意\n- rule: leftover-mask\n  text: 开会××次"
    path.write_text(before, "utf-8")
    assert "已把现有的 1 处问题记入" in call(*ADD, "--reason", "旧稿: 不再改", cwd=folder).stdout
    written = path.read_bytes()
    assert written.startswith(f"{before}\n".encode())
    assert [each.reason for each in entries(written, "x")] == ["", "旧稿: 不再改"]
    assert call(*ADD, cwd=folder).returncode == 0
    assert path.read_bytes() == written


OLD = "- rule: leftover-mask\n  text: 无此文字\n"


@pytest.mark.parametrize(
    ("before", "start", "end"),
    [
        ("---\n", "---\n- rule: ", "\n"),
        (f"{OLD}...\n", f"{OLD}- rule: ", "\n...\n"),
        (f"{OLD}...", f"{OLD}- rule: ", "\n..."),
        (f"  {OLD.replace('  ', '    ')}", f"  {OLD.replace('  ', '    ')}  - rule: ", "\n"),
        (OLD.replace("\n", "\r\n"), f"{OLD}- rule: ".replace("\n", "\r\n"), "\r\n"),
        (f"\ufeff{OLD}# 末尾", f"\ufeff{OLD}# 末尾\n- rule: ", "\n"),
    ],
)
def test_entries_are_added_in_the_form_of_the_file(folder: Path, before: str, start: str, end: str) -> None:
    path = folder / "drafts" / "新稿.txt.reportlint.yml"
    path.write_bytes(before.encode())
    assert call(*ADD, cwd=folder).returncode == 0
    written = path.read_bytes().decode()
    assert (written[: len(start)], written[-len(end) :]) == (start, end)
    assert "\r\n" not in end or written.count("\n") == written.count("\r\n")
    assert len(entries(written.encode(), "x")) == 2 + before.count("rule")


@pytest.mark.parametrize("before", ["- [", "{}", "[]", "[] # 无\n", "[{rule: leftover-mask, text: 无}]\n"])
def test_what_could_not_be_read_is_not_written(folder: Path, before: str) -> None:
    path = folder / "drafts" / "新稿.txt.reportlint.yml"
    path.write_text(before, "utf-8")
    done = call(*ADD, cwd=folder)
    assert path.read_text("utf-8") == before
    assert done.returncode == 2
    assert "方括号" in done.stderr or not before.startswith("[")


@pytest.mark.skipif(os.name != "posix", reason="links")
@pytest.mark.parametrize("target", ["../elsewhere.yml", "../nothing.yml"])
def test_suppressions_are_written_to_no_link_out_of_the_tree(folder: Path, target: str) -> None:
    (folder / "elsewhere.yml").write_text("# mine\n", "utf-8")
    (folder / "drafts" / "新稿.txt.reportlint.yml").symlink_to(target)
    done = call(*ADD, cwd=folder)
    assert (done.returncode, (folder / "elsewhere.yml").read_text("utf-8")) == (2, "# mine\n")
    assert not (folder / "nothing.yml").exists()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--reason", "x"], "--reason 要与 --add-suppressions 一起用"),
        (["--diff", "--add-suppressions"], "--diff 只作显示，不能与 --add-suppressions 一起用"),
    ],
)
def test_usage(folder: Path, arguments: list[str], message: str) -> None:
    done = call("check", "drafts", *arguments, cwd=folder)
    assert (done.returncode, message in done.stderr) == (2, True)
