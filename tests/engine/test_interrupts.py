"""Ctrl-C at any moment: the run ends with 130, and nothing of it is left."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests import interrupts
from tests.support.program import environment

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals as POSIX has them")


@pytest.mark.process
@pytest.mark.slow
def test_ctrl_c_ends_the_run_at_any_moment(tmp_path: Path) -> None:
    outcomes = interrupts.trials(60, 7, tmp_path)
    assert set(outcomes) <= set(interrupts.RIGHT)
    assert outcomes["130"] > 30


LOST = """
import os, signal, sys, time
from linter.cli import main as program
from linter.__main__ import main

def lose():
    try:
        os.kill(os.getpid(), signal.SIGINT)
        time.sleep(1)
    except BaseException:
        pass
    {after}

program.main = lose
main()
"""
"""The program, with a place in it that loses every exception."""


@pytest.mark.process
@pytest.mark.parametrize(
    "after",
    [
        "time.sleep(60)",
        "sys.exit(0)",
        "raise RuntimeError",
        "os.kill(os.getpid(), signal.SIGINT); time.sleep(60)",
    ],
)
def test_an_interrupt_that_is_lost_ends_the_run_all_the_same(after: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOST.format(after=after)],
        check=False,
        capture_output=True,
        env=environment(),
        timeout=30,
    )
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")


DROPPED = LOST.replace("os.kill(os.getpid(), signal.SIGINT)\n        time.sleep(1)", "drop()").replace(
    "def lose",
    """
class Dropped:
    def __del__(self):
        os.kill(os.getpid(), signal.SIGINT)
        time.sleep(0.1)

def drop():
    Dropped()

def lose""",
)
"""The program, with a Ctrl-C in a place where Python tells of exceptions and goes on."""


@pytest.mark.process
def test_an_interrupt_that_python_drops_leaves_no_traceback() -> None:
    done = subprocess.run(
        [sys.executable, "-c", DROPPED.format(after="sys.exit(0)")],
        check=False,
        capture_output=True,
        env=environment(),
        timeout=30,
    )
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")


@pytest.mark.process
def test_where_ctrl_c_is_switched_off_it_stays_so() -> None:
    """As `nohup` does it."""
    script = LOST.replace("time.sleep(1)", "print('on')").format(after="sys.exit(7)")
    done = subprocess.run(
        [sys.executable, "-c", script],
        check=False,
        capture_output=True,
        env=environment(),
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_IGN),
    )
    assert (done.returncode, done.stdout) == (7, b"on\n")
