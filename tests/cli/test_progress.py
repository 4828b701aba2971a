"""Progress: what a person sees of a run that takes a while, and what nobody sees of a short one."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from io import StringIO
from pathlib import Path
from types import SimpleNamespace

import pytest

from linter.cli import progress
from linter.model.message import Message
from tests.support.program import environment

posix = pytest.mark.skipif(os.name != "posix", reason="terminals as POSIX has them")
CHECKING = Message("正在检查", "Checking")


class Clock:
    """Seconds that pass when a test says so."""

    def __init__(self) -> None:
        self.now = 0.0

    def monotonic(self) -> float:
        return self.now


class Terminal(StringIO):
    """A terminal, and what it was sent."""

    def isatty(self) -> bool:
        return True

    @property
    def shown(self) -> list[str]:
        """The numbers that it showed, and `erased`."""
        return re.findall(r"\d+/\d+", self.getvalue())


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    found = Clock()
    monkeypatch.setattr(progress, "time", found)
    return found


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    found = Terminal()
    monkeypatch.setattr(progress, "sys", SimpleNamespace(stderr=found))
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "80")
    return found


def test_a_short_run_shows_nothing(clock: Clock, terminal: Terminal) -> None:
    with progress.progress("en", CHECKING) as tick:
        tick(1, 2)
        tick(2, 2)
    assert terminal.getvalue() == ""


def test_it_is_shown_after_a_while_and_not_too_often(clock: Clock, terminal: Terminal) -> None:
    with progress.progress("zh", CHECKING) as tick:
        tick(1, 9)
        assert terminal.getvalue() == ""
        clock.now += progress._DELAY
        tick(2, 9)
        before = terminal.getvalue()
        tick(3, 9)  # too soon after the last
        assert terminal.getvalue() == before
        clock.now += progress._INTERVAL
        tick(4, 9)
    assert "正在检查" in before
    assert terminal.shown[1] == "2/9"
    assert "3/9" not in terminal.shown
    assert terminal.shown[-1] == "4/9"


def test_before_anything_is_done_it_is_shown_at_once(clock: Clock, terminal: Terminal) -> None:
    with progress.progress("zh", CHECKING) as tick:
        tick(0, 1)
        assert terminal.shown[-1] == "0/1"


def test_it_is_erased_and_the_cursor_is_back_when_it_is_interrupted(clock: Clock, terminal: Terminal) -> None:
    def interrupted() -> None:
        with progress.progress("zh", CHECKING) as tick:
            clock.now += progress._DELAY
            tick(2, 9)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert terminal.getvalue().endswith("\x1b[?25h\r\x1b[1A\x1b[2K")


AT_ONCE = (
    f"import {progress.__name__} as progress; progress._DELAY = progress._INTERVAL = 0\n"
    "from linter.__main__ import main; main()"
)
"""The program without patience."""


def on_a_terminal(folder: Path, *arguments: str) -> str:
    """What a terminal gets on standard error."""
    import pty  # not there on Windows

    master, slave = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-c", AT_ONCE, *arguments],
        cwd=folder,
        env=environment() | {"TERM": "xterm"},
        stdout=subprocess.DEVNULL,
        stderr=slave,
    )
    os.close(slave)
    shown = b""
    while chunk := _read(master):
        shown += chunk
    process.wait()
    os.close(master)
    return shown.decode()


def _read(master: int) -> bytes:
    try:
        return os.read(master, 4096)
    except OSError:  # Linux, when the other end is closed
        return b""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for number in range(12):
        (tmp_path / f"{number}.txt").write_text("青石社区2024年上半年工作总结\n", "utf-8")
    return tmp_path


@pytest.mark.process
@posix
@pytest.mark.parametrize(
    ("arguments", "doing"),
    [
        pytest.param(("check", ".", "--jobs", "1"), "正在检查", id="check"),
        pytest.param(("archive", "add", ".", "--archive", "a.db"), "读入", id="archive add"),
    ],
)
def test_a_terminal_shows_what_is_done_and_how_far(
    folder: Path, arguments: tuple[str, ...], doing: str
) -> None:
    shown = on_a_terminal(folder, *arguments)
    assert doing in shown
    assert "12/12" in shown
    assert shown.endswith("\x1b[2K")


@pytest.mark.process
@posix
def test_one_large_draft_is_waited_for_with_a_sign(folder: Path) -> None:
    (folder / "large.txt").write_text("泵房的值班日志按月装订成册。\n" * 26_000, "utf-8")
    assert "0/1" in on_a_terminal(folder, "check", "large.txt", "--select", "until-now")


@pytest.mark.process
@posix
def test_quiet_shows_no_progress(folder: Path) -> None:
    assert on_a_terminal(folder, "check", ".", "--jobs", "1", "--quiet") == ""
