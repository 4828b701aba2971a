"""`--diff-base` in repositories of git: what it finds, what it says, and what it never runs."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from linter.model.errors import ConfigError
from linter.project.base import base
from tests.project.test_walk import _has_strace, hostile
from tests.support.program import ROOT, call, command, environment, needs_git

pytestmark = [needs_git, pytest.mark.process]
posix = pytest.mark.skipif(os.name != "posix", reason="names and programs as POSIX has them")

OLD = "云杉镇工作总结\n\n一、工作情况\n走访××户。\n"
NEW = "办结××件。\n"
Git = Callable[..., str]


@pytest.fixture
def git(tmp_path: Path) -> Git:
    """Runs git in a new repository with a draft and one commit."""
    names = {f"GIT_{role}_{what}": "tester" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}

    def run(*arguments: str) -> str:
        done = subprocess.run(
            ["git", *arguments], cwd=tmp_path, check=True, capture_output=True,
            env=kept | names | {"GIT_CONFIG_GLOBAL": os.devnull},
        )  # fmt: skip
        return done.stdout.decode().strip()

    run("init", "--quiet", "--initial-branch=main")
    (tmp_path / "drafts").mkdir()
    write(tmp_path, "drafts/总结.txt", OLD)
    run("add", ".")
    run("commit", "--quiet", "-m", "one")
    return run


def write(folder: Path, name: str, text: str) -> None:
    (folder / name).write_text(text, "utf-8")


def found(folder: Path, *arguments: str, base: str = "main") -> list[str]:
    """Path and line of each finding."""
    options = ["--output-format", "concise", "--select", "leftover-mask", "--diff-base", base]
    done = call("check", *(arguments or ["."]), *options, cwd=folder)
    assert done.returncode in (0, 1), done.stderr
    return [":".join(line.split(":")[:2]) for line in done.stdout.splitlines()]


# --- what is found --------------------------------------------------------------------------------


def test_an_unchanged_repository_has_nothing_new(tmp_path: Path, git: Git) -> None:
    assert found(tmp_path) == []
    assert call("check", ".", cwd=tmp_path).returncode == 1


def test_changes_are_found_committed_staged_or_neither(tmp_path: Path, git: Git) -> None:
    write(tmp_path, "drafts/总结.txt", OLD + NEW)
    assert found(tmp_path) == ["drafts/总结.txt:5"]
    git("add", ".")
    assert found(tmp_path) == ["drafts/总结.txt:5"]
    git("checkout", "--quiet", "-b", "topic")
    git("commit", "--quiet", "-m", "two")
    assert found(tmp_path) == ["drafts/总结.txt:5"]
    assert found(tmp_path / "drafts", "总结.txt") == ["总结.txt:5"]
    assert found(tmp_path, base="HEAD") == []


def test_what_others_changed_meanwhile_does_not_count(tmp_path: Path, git: Git) -> None:
    git("checkout", "--quiet", "-b", "topic")
    write(tmp_path, "other.txt", NEW)
    git("add", ".")
    git("commit", "--quiet", "-m", "two")
    git("checkout", "--quiet", "main")
    write(tmp_path, "drafts/总结.txt", "云杉镇工作总结\n\n一、工作情况\n走访五十户。\n")
    git("commit", "--quiet", "-am", "three")
    git("checkout", "--quiet", "topic")
    assert found(tmp_path) == ["other.txt:1"]


def test_new_files_are_judged_whole_and_renamed_ones_by_what_changed(tmp_path: Path, git: Git) -> None:
    git("mv", "drafts/总结.txt", "drafts/终稿.txt")
    assert found(tmp_path) == []
    write(tmp_path, "drafts/终稿.txt", OLD + NEW)
    write(tmp_path, "新.md", NEW)
    assert found(tmp_path) == ["drafts/终稿.txt:5", "新.md:1"]


@posix
def test_odd_names_are_compared_as_any_other(tmp_path: Path, git: Git) -> None:
    names = ['a "b".txt', "-c.txt", "d\te.txt", ":f.txt", "g blob 5.txt", "two\nlines.txt", "\nh.txt"]
    for name in names:
        write(tmp_path, name, OLD)
    git("add", ".")
    git("commit", "--quiet", "-m", "two")
    assert found(tmp_path, base="HEAD") == []
    write(tmp_path, "line\nend.txt", NEW)
    write(tmp_path, "two\nlines.txt", OLD + NEW)
    git("mv", 'a "b".txt', "a\nb.txt")
    git("mv", "\nh.txt", "h.txt")
    assert len(found(tmp_path, base="HEAD")) == 2


def test_a_word_file_is_new_or_old_as_a_whole(tmp_path: Path, git: Git) -> None:
    from tests.support.ooxml import docx, p, r, t

    (tmp_path / "a.docx").write_bytes(docx(p(r(t("走访××户。")))))
    git("add", ".")
    git("commit", "--quiet", "-m", "two")
    assert found(tmp_path, base="HEAD") == []
    (tmp_path / "a.docx").write_bytes(docx(p(r(t("走访××户。"))) + p(r(t("好。")))))
    assert found(tmp_path, base="HEAD") == ["a.docx:1"]


def test_standard_input_is_compared_with_the_file_it_is_named_after(tmp_path: Path, git: Git) -> None:
    arguments = ["check", "-", "--stdin-filename", "drafts/总结.txt", "--diff-base", "main"]
    done = call(*arguments, "--output-format", "concise", cwd=tmp_path, stdin=(OLD + NEW).encode())
    assert [line.split(":")[1] for line in done.stdout.splitlines() if "leftover-mask" in line] == ["5"]


def test_a_file_outside_of_the_repository_is_new(tmp_path: Path, git: Git) -> None:
    outside = tmp_path.parent / f"{tmp_path.name}-outside.txt"
    outside.write_text(OLD, "utf-8")
    assert len(found(tmp_path, ".", str(outside))) == 1
    assert len(found(tmp_path, ".", f"../{outside.name}")) == 1


# --- what is said ---------------------------------------------------------------------------------


@pytest.mark.parametrize("ref", ["nosuch", "-c", "--help", "main:drafts", "a b", "\x1b[31m"])
def test_a_name_of_no_commit_is_an_error(tmp_path: Path, git: Git, ref: str) -> None:
    done = call("check", ".", f"--diff-base={ref}", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "fetch-depth: 0" in done.stderr


@posix
def test_a_git_that_never_answers_is_an_error(
    tmp_path: Path, git: Git, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A pipe stands in place of an object, and git waits for somebody to write into it."""
    write(tmp_path, "drafts/总结.txt", OLD + NEW)
    id = git("rev-parse", "HEAD:drafts/总结.txt")
    stored = tmp_path / ".git/objects" / id[:2] / id[2:]
    stored.unlink()
    os.mkfifo(stored)
    monkeypatch.setattr("linter.project.git._SECONDS", 0.5)
    with base("HEAD", str(tmp_path)) as earlier, pytest.raises(ConfigError, match="git fsck"):
        earlier.before(str(tmp_path / "drafts/总结.txt"), b"")


def test_histories_that_never_met_are_an_error(tmp_path: Path, git: Git) -> None:
    git("checkout", "--quiet", "--orphan", "other")
    git("commit", "--quiet", "-m", "another beginning")
    assert "没有共同的历史" in call("check", ".", "--diff-base", "main", cwd=tmp_path).stderr


def test_outside_of_a_repository_it_is_an_error(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", OLD)
    done = call("check", "a.txt", "--diff-base", "main", cwd=tmp_path)
    assert (done.returncode, "git 仓库" in done.stderr) == (2, True)


def test_without_git_it_is_an_error(tmp_path: Path, git: Git) -> None:
    done = call("check", ".", "--diff-base", "main", cwd=tmp_path, PATH="")
    assert (done.returncode, "安装 git" in done.stderr) == (2, True)


@pytest.mark.parametrize("option", [["--fix"], ["--diff"], ["--write-baseline", "b.json"]])
def test_it_goes_with_nothing_that_writes(tmp_path: Path, git: Git, option: list[str]) -> None:
    done = call("check", ".", "--diff-base", "main", *option, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")


def test_a_passing_run_is_no_clean_bill(tmp_path: Path, git: Git) -> None:
    done = call("check", ".", "-q", "--select", "leftover-mask", "--diff-base", "main", cwd=tmp_path)
    assert done.returncode == 0
    assert "没有改动的段落里另有 1 处" in done.stdout


# --- what is never run ----------------------------------------------------------------------------


def _trap(folder: Path, script: Path) -> None:
    """Further ways by which a repository makes git run a program, on top of those of `hostile`."""
    for key, value in {
        "diff.external": script,
        "diff.evil.command": script,
        "diff.evil.textconv": script,
        "core.askPass": script,
        "core.gitProxy": script,
        "core.alternateRefsCommand": script,
        "credential.helper": f"!{script}",
        "gpg.program": script,
        "log.showSignature": "true",
        "uploadpack.packObjectsHook": script,
        "core.repositoryFormatVersion": "1",
        "extensions.partialClone": "origin",
        "remote.origin.url": f"ext::{script} %S",
        "remote.origin.promisor": "true",
        "remote.origin.uploadpack": script,
        "alias.cat-file": f"!{script}",
        "alias.merge-base": f"!{script}",
    }.items():
        subprocess.run(["git", "config", "--file", folder / ".git/config", key, str(value)], check=True)


@posix
def test_a_hostile_repository_runs_nothing(tmp_path: Path) -> None:
    """Only git itself is started, though every setting is a trap and an object is to be fetched."""
    folder, marker, trace = tmp_path / "evil", tmp_path / "ran", tmp_path / "trace"
    hostile(folder, marker)
    script = tmp_path / "script-at-once"
    script.write_text(f"#!/bin/sh\ntouch '{marker}'\nexit 1\n", "utf-8")
    script.chmod(0o755)
    clean = ["git", "-c", "user.name=a", "-c", "user.email=a", "-c", "core.hooksPath=/dev/null",
             "-c", "core.fsmonitor=false", "-c", "filter.evil.clean=cat", "-c", "filter.evil.process="]  # fmt: skip
    write(folder, "a.txt", OLD)
    write(folder, "gone.txt", OLD)
    subprocess.run([*clean, "add", "a.txt", "gone.txt"], cwd=folder, check=True, capture_output=True)
    subprocess.run([*clean, "commit", "--quiet", "-m", "one"], cwd=folder, check=True, capture_output=True)
    lost = subprocess.run([*clean, "rev-parse", "HEAD:a.txt"], cwd=folder, check=True, capture_output=True)
    id = lost.stdout.decode().strip()
    (folder / ".git/objects" / id[:2] / id[2:]).unlink()
    _trap(folder, script)
    write(folder, "a.txt", OLD + NEW)
    (folder / "git").symlink_to(script)
    marker.unlink(missing_ok=True)
    subprocess.run(["git", "-c", "protocol.ext.allow=always", "cat-file", "-p", "HEAD:a.txt"],
                   cwd=folder, check=False, capture_output=True)  # fmt: skip
    assert marker.exists(), "the trap does not work"
    marker.unlink()

    watched = ["strace", "-f", "-qq", "-e", "trace=execve", "-o", str(trace)] if _has_strace(tmp_path) else []
    path = os.pathsep.join([".", "", os.environ["PATH"]])
    done = subprocess.run(
        [*watched, *command("check", ".", "--output-format", "concise", "--diff-base", "HEAD")],
        cwd=folder, env=environment(PATH=path, PYTHONPATH=str(ROOT)), capture_output=True, check=False,
    )  # fmt: skip
    assert not marker.exists(), "the repository has run a program"
    assert done.returncode in (0, 1, 2), done.stderr.decode()
    assert b"Traceback" not in done.stderr
    if watched:
        ran = [line for line in trace.read_text().splitlines() if "execve(" in line and "= 0" in line]
        assert all("/git" in line or "python" in line for line in ran)
        assert not any(str(tmp_path) in line.split("[")[0] for line in ran)
