"""`--watch`: what makes a check run again, and what does not."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from linter.cli.watched_settings import WatchedSettings
from tests.support.program import call, command, environment

DRAFT = "云杉镇工作总结\n\n一、工作情况\n走访××户。\n"
Change = Callable[[Path], Any]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two drafts, and no configuration."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "sub").mkdir()
    for name in ("a.txt", "sub/b.txt"):
        (tmp_path / name).write_text(DRAFT, "utf-8")
    return tmp_path


def runs(
    monkeypatch: pytest.MonkeyPatch, folder: Path, changed: list[str], *arguments: str
) -> tuple[int, subprocess.CompletedProcess[str]]:
    """How often a check runs while one path after the other changes, until Ctrl-C; and what it says."""

    def watch(*folders: str, **options: Any) -> Iterator[set[tuple[int, str]]]:
        assert all(map(os.path.isdir, folders))
        yield set()
        for path in changed:
            yield {(1, str(folder / path))}
            yield set()
        raise KeyboardInterrupt

    monkeypatch.setitem(sys.modules, "watchfiles", SimpleNamespace(watch=watch))
    done = call("check", *arguments, "--watch", "--select", "leftover-mask", cwd=folder)
    assert done.returncode == 130, done.stderr
    return f"\n{done.stdout}".count("\n不通过："), done


@pytest.mark.parametrize(
    ("changed", "arguments"),
    [
        (".git/index", []),
        ("a.py", []),
        ("~$a.docx", []),
        (".reportlint-12-ab", []),
        ("sub/b.txt", ["a.txt"]),
        ("out.json", ["--report", "json:out.json"]),
        ("out.txt", ["-o", "out.txt"]),
    ],
)
def test_what_concerns_no_draft_starts_no_run(
    monkeypatch: pytest.MonkeyPatch, folder: Path, changed: str, arguments: list[str]
) -> None:
    count, done = runs(monkeypatch, folder, [changed], *arguments)
    assert count == (0 if "-o" in arguments else 1)
    assert "有改动" not in done.stderr


@pytest.mark.parametrize(
    ("changed", "arguments"),
    [
        ("a.txt", []),
        ("sub/b.txt", []),
        ("sub/new.DOCX", []),
        ("reportlint.toml", []),
        ("sub/b.txt.reportlint.yml", []),
        ("a.txt", ["a.txt"]),
        ("a.txt.reportlint.yml", ["a.txt"]),
        ("sub/b.txt", ["a.txt", "sub"]),
    ],
)
def test_a_draft_and_what_it_is_judged_by_start_one(
    monkeypatch: pytest.MonkeyPatch, folder: Path, changed: str, arguments: list[str]
) -> None:
    count, done = runs(monkeypatch, folder, [changed], *arguments)
    assert count == 2
    assert f"{Path(changed).name} 有改动" in done.stderr


RULES = "id: own\ntitle: {zh: 自定, en: Own}\nextends: [report-form]\n"


def test_settings_above_the_watched_folder_are_seen_to_change(folder: Path) -> None:
    own, rules = folder / "reportlint.toml", folder / "rules" / "own.yaml"
    rules.parent.mkdir()
    rules.write_text(RULES, "utf-8")
    settings = WatchedSettings([str(folder / "sub")])
    assert settings.changed() == set()
    rules.write_text(f"# 说明\n{RULES}", "utf-8")
    assert settings.changed() == set()
    own.write_text('rulesets = "rules/*.yaml"\n', "utf-8")
    assert settings.changed() == {str(own)}
    rules.write_text(RULES, "utf-8")
    assert settings.changed() == {str(rules)}
    own.write_text("rulesets = [\n", "utf-8")
    assert settings.changed() == {str(own)}
    own.unlink()
    assert settings.changed() == {str(own)}
    assert settings.changed() == set()


def test_what_the_watch_sees_by_itself_is_not_looked_at_twice(folder: Path) -> None:
    settings = WatchedSettings([str(folder)])
    (folder / "reportlint.toml").write_text('lang = "en"\n', "utf-8")
    assert settings.changed() == set()


def test_an_error_does_not_end_the_watch(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    (folder / "reportlint.toml").write_text("nosuch = 1\n", "utf-8")
    count, done = runs(monkeypatch, folder, ["a.txt", "a.txt"])
    assert count == 0
    assert done.stderr.count("nosuch") == 3


@pytest.mark.parametrize("option", [["--fix"], ["--write-baseline", "b.json"], ["-"], ["nosuch.txt"]])
def test_what_cannot_be_watched_is_an_error(folder: Path, option: list[str]) -> None:
    done = call("check", *option, "--watch", cwd=folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    done = call("check", ".", "--watch", cwd=folder)
    assert (done.returncode, "reportlint[watch]" in done.stderr) == (2, True)


@pytest.mark.slow
@pytest.mark.process
def test_a_configuration_above_the_watched_folder_is_used_when_it_comes(folder: Path) -> None:
    pytest.importorskip("watchfiles")
    path = os.pathsep.join(each for each in sys.path if each)
    with subprocess.Popen(
        command("check", "sub", "--watch", "--select", "leftover-mask", "--output-format", "concise"),
        cwd=folder, env=environment(PYTHONPATH=path), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
    ) as process:  # fmt: skip
        assert process.stdout
        try:
            assert b": error " in process.stdout.readline()
            changed = '[[rules]]\nrule = "leftover-mask"\nlevel = "info"\n'
            (folder / "reportlint.toml").write_text(changed, "utf-8")
            assert b": info " in process.stdout.readline()
        finally:
            process.kill()


@pytest.mark.slow
@pytest.mark.process
@pytest.mark.skipif(os.name != "posix", reason="signals as POSIX has them")
def test_a_saved_draft_is_checked_again_and_ctrl_c_ends_it(folder: Path) -> None:
    pytest.importorskip("watchfiles")
    path = os.pathsep.join(each for each in sys.path if each)
    with subprocess.Popen(
        command("check", "a.txt", "--watch", "--select", "leftover-mask", "--output-format", "concise"),
        cwd=folder, env=environment(PYTHONPATH=path), stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as process:  # fmt: skip
        assert process.stdout
        assert process.stderr
        assert process.stdout.readline().startswith(b"a.txt:4:")
        time.sleep(0.5)
        (folder / "new").write_text("好。\n" + DRAFT, "utf-8")
        (folder / "new").replace(folder / "a.txt")
        assert process.stdout.readline().startswith(b"a.txt:5:")
        process.send_signal(signal.SIGINT)
        assert process.wait(10) == 130
