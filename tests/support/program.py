"""The program as its users run it: a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"


_CHANGING = {
    "COLUMNS",
    "FORCE_COLOR",
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
