"""The program as its users run it: a process of its own, or as good as one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from contextlib import chdir
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from linter.cli.main import main

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"

needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="compares with git, and there is none")


_CHANGING = {
    "CI_PROJECT_DIR",
    "COLUMNS",
    "FORCE_COLOR",
    "GITHUB_STEP_SUMMARY",
    "GITHUB_WORKSPACE",
    "NO_COLOR",
    "PYTHONDONTWRITEBYTECODE",
    "PYTHONUNBUFFERED",
    "REPORTLINT_LANG",
}


def command(*arguments: str | Path) -> list[str]:
    """The command line of `reportlint ARGUMENTS…`, whatever the working directory."""
    return [sys.executable, "-m", "linter", *map(str, arguments)]


def environment(**variables: str) -> dict[str, str]:
    """The environment, with this checkout on the path and nothing that changes the output."""
    kept = {name: value for name, value in os.environ.items() if name not in _CHANGING}
    return kept | {"PYTHONPATH": str(ROOT)} | variables


def run(
    *arguments: str | Path, cwd: Path = ROOT, stdin: bytes | None = None, **variables: str
) -> subprocess.CompletedProcess[str]:
    """`reportlint ARGUMENTS…`, ended; its output is decoded as UTF-8."""
    done = subprocess.run(
        command(*arguments),
        check=False,
        cwd=cwd,
        input=stdin,
        capture_output=True,
        env=environment(**variables),
    )
    return subprocess.CompletedProcess(
        done.args, done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
    )


def call(
    *arguments: str | Path, cwd: Path = ROOT, stdin: bytes = b"", **variables: str
) -> subprocess.CompletedProcess[str]:
    """What `run` gives, without a process: starting one takes longer than most of what is tried.

    For tests of what the program says and writes; `run` is for those of how it starts, ends and is stopped.
    """
    streams = {"stdin": BytesIO(stdin), "stdout": BytesIO(), "stderr": BytesIO()}
    with pytest.MonkeyPatch.context() as patch, chdir(cwd):
        for name in _CHANGING:
            patch.delenv(name, raising=False)
        for name, value in variables.items():
            patch.setenv(name, value)
        patch.setattr(sys, "argv", ["reportlint", *map(str, arguments)])
        for name, stream in streams.items():
            patch.setattr(sys, name, TextIOWrapper(stream, "utf-8", newline="", write_through=True))
        with pytest.raises(SystemExit) as ended:
            main()
        for name in ("stdout", "stderr"):
            getattr(sys, name).detach()
    output, errors = (streams[name].getvalue().decode("utf-8") for name in ("stdout", "stderr"))
    return subprocess.CompletedProcess(sys.argv, ended.value.code or 0, output, errors)
