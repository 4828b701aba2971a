"""Files are read within bounds: regular ones only, up to a size."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from linter import bounded
from linter.engine import baseline_file
from linter.model.errors import BoundsError, ConfigError, ReportlintError, RulesetError, UnreadableError
from linter.project import config, files, sidecar
from linter.ruleset.library import library
from linter.ruleset.library import load as load_ruleset
from tests.support.program import command, environment

posix = pytest.mark.skipif(os.name != "posix", reason="pipes and devices have no such names elsewhere")


def pipe(path: Path) -> None:
    os.mkfifo(path)


def endless(path: Path) -> None:
    path.symlink_to("/dev/zero")


def huge(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(20 << 30)  # takes no room on the disk


LOADERS: dict[str, tuple[Callable[[str], object], str, type[ReportlintError]]] = {
    "draft": (files.load, "", UnreadableError),
    "sidecar": (
        lambda path: sidecar.load(path.removesuffix(files.SUPPRESSIONS)),
        files.SUPPRESSIONS,
        UnreadableError,
    ),
    "configuration": (config.load, ".toml", ConfigError),
    "baseline": (baseline_file.load, ".json", ConfigError),
    "ruleset": (load_ruleset, ".yaml", RulesetError),
}


@posix
@pytest.mark.parametrize("make", [pipe, endless, huge])
@pytest.mark.parametrize("kind", LOADERS)
def test_what_would_not_end_is_an_error_at_once(
    tmp_path: Path, kind: str, make: Callable[[Path], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is refused unopened: opening a pipe waits, reading a device never ends."""
    load, suffix, error = LOADERS[kind]
    library()  # it is compiled once
    path = tmp_path / f"a{suffix}"
    make(path)
    opened: list[object] = []
    real = os.open
    monkeypatch.setattr(
        os, "open", lambda name, *rest, **more: opened.append(name) or real(name, *rest, **more)
    )
    with pytest.raises(error) as raised:
        load(str(path))
    assert str(path) not in opened
    said = ("文件超过", "larger than") if make is huge else ("不是普通文件", "not a regular file")
    for text, words in zip(raised.value.text, said, strict=True):
        assert str(path) in text
        assert words in text


def test_a_file_may_be_as_large_as_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"x" * 2048)
    assert bounded.read(str(path), 2048) == b"x" * 2048
    with pytest.raises(BoundsError, match="larger than 1 KB"):
        bounded.read(str(path), 2047)


@pytest.mark.skipif(not os.path.exists("/proc/version"), reason="a system without /proc")
def test_a_file_that_does_not_tell_its_size_is_read_up_to_the_limit() -> None:
    whole = bounded.read("/proc/version", 1 << 16)
    assert len(whole) > 8
    with pytest.raises(BoundsError):
        bounded.read("/proc/version", len(whole) - 1)


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(IsADirectoryError):
        bounded.read(str(tmp_path), 1)


@posix
def test_only_a_pipe_that_was_given_open_is_read(tmp_path: Path) -> None:
    reading, writing = os.pipe()
    os.write(writing, b"draft")
    os.close(writing)
    try:
        with pytest.raises(BoundsError):
            bounded.read(f"/dev/fd/{reading}", 10)
        assert bounded.read(f"/dev/fd/{reading}", 10, pipe=True) == b"draft"
    finally:
        os.close(reading)
    os.mkfifo(tmp_path / "named")
    with pytest.raises(BoundsError):
        bounded.read(str(tmp_path / "named"), 10, pipe=True)


@pytest.mark.process
@posix
@pytest.mark.parametrize(
    "script", ["{} <(cat draft.txt)", "{} /dev/stdin < <(cat draft.txt)", "cat draft.txt | {} -"]
)
def test_a_draft_may_come_through_a_pipe(tmp_path: Path, script: str) -> None:
    (tmp_path / "draft.txt").write_text("护理工作总结\n全年召开会议XX次。\n", "utf-8")
    check = " ".join(command("check", "--isolated", "--select", "leftover-mask"))
    done = subprocess.run(
        ["bash", "-c", script.format(check)],
        cwd=tmp_path,
        env=environment(),
        capture_output=True,
        check=False,
    )
    assert (done.returncode, "[leftover-mask]" in done.stdout.decode()) == (1, True), done.stderr.decode()


@pytest.mark.process
@posix
def test_a_stream_without_end_is_an_error(tmp_path: Path) -> None:
    with open("/dev/zero", "rb") as endless:
        done = subprocess.run(
            command("check", "-"),
            stdin=endless,
            cwd=tmp_path,
            env=environment(),
            capture_output=True,
            check=False,
        )
    assert (done.returncode, "100 MB" in done.stderr.decode()) == (2, True)


# --- parsers that give up -------------------------------------------------------------------------

ENTRY = '{"version": 1, "files": {"a": [{"rule": "x", "fingerprint": "y", "times": 1, %s}]}}'
BROKEN = {
    "an empty key": (baseline_file.load, ENTRY % '"": 1', "未知的键“”"),
    "a baseline with a long integer": (baseline_file.load, ENTRY % f'"text": {"9" * 5000}', "整数太长"),
    "a deep baseline": (baseline_file.load, "[" * 100_000, "嵌套太深"),
    "a deep configuration": (config.load, "exclude = " + "[" * 3000, "嵌套太深"),
    "a configuration with a long integer": (
        config.load, f'lang = "zh"\nselect = {"9" * 5000}', ":2:10：数字太长",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", BROKEN)
def test_a_parser_that_gives_up_is_an_error_of_the_file(tmp_path: Path, name: str) -> None:
    load, text, words = BROKEN[name]
    path = tmp_path / "file"
    path.write_text(text, "utf-8")
    with pytest.raises(ConfigError) as raised:
        load(str(path))
    assert str(path) in raised.value.text.zh
    assert words in raised.value.text.zh


@pytest.mark.process
@posix
@pytest.mark.parametrize("arguments", [[], ["."], ["a.txt"], [".", "--isolated"]])
def test_a_deleted_working_directory_is_an_error(tmp_path: Path, arguments: list[str]) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    script = f'rmdir "$PWD"; exec {" ".join(command("check", *arguments))}'
    done = subprocess.run(["sh", "-c", script], cwd=gone, env=environment(), capture_output=True, check=False)
    assert done.returncode == 2, done.stderr.decode()
