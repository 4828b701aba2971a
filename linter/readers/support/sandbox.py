"""Work on files from strangers in a process of its own: what hangs, crashes or eats memory dies alone."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable

import linter

TIMEOUT = 60
"""Seconds."""
MEMORY = 1 << 30
"""Bytes of address space, where the system can limit it."""

PASSWORD, DAMAGED, FAILED = 10, 11, 12
"""Exit statuses of the worker: needs a password; not whole; anything else, crashes and limits included."""


def run(module: str, data: bytes) -> tuple[int, bytes]:
    """The exit status and output of `python -m module` with `data` on its standard input."""
    root = os.path.dirname(os.path.dirname(os.path.abspath(linter.__file__)))
    paths = os.pathsep.join(filter(None, (root, os.environ.get("PYTHONPATH"))))
    command = [sys.executable, "-P", "-m", module]  # -P: never import from the folder we stand in
    try:
        done = subprocess.run(
            command,
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": paths},
            timeout=TIMEOUT,
            check=False,
        )
    except (subprocess.TimeoutExpired, OSError):
        return FAILED, b""
    known = done.returncode in (0, PASSWORD, DAMAGED)
    return (done.returncode if known else FAILED), done.stdout


def serve(work: Callable[[bytes], bytes]) -> None:
    """The worker's side: limit ourselves, work on standard input, write the result to standard output."""
    _limit()
    sys.stdout.buffer.write(work(sys.stdin.buffer.read()))


def _limit() -> None:
    try:
        import resource
    except ImportError:  # Windows; the timeout has to do
        return
    for kind, limit in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CPU, TIMEOUT)):
        try:
            resource.setrlimit(kind, (limit, resource.getrlimit(kind)[1]))
        except (OSError, ValueError):
            continue
