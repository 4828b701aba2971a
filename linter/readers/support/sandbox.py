"""Work on untrusted files in a process of its own, whose crash or use of time and memory harms no other.

Where there are no processes (WebAssembly), or none that could load this package (a program frozen into
one file), the work is done in this process. Its limits of time and memory need a process and are then
not there: a hostile file can hang the program or take all its memory.
"""

import os
import signal
import subprocess
import sys
from collections.abc import Callable

import linter

TIMEOUT = 60
"""Seconds."""
MEMORY = 1 << 30
"""Bytes of address space, where the system can limit it."""

PASSWORD, DAMAGED, FAILED = 10, 11, 12
"""Why there is no output, and exit statuses of the worker: needs a password; not whole; anything else,
crashes and limits included."""

Work = Callable[[bytes], bytes]


class Refused(Exception):
    """Raised by work that knows why it cannot be done: `status` is PASSWORD or DAMAGED."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


def run(module: str, work: Work, data: bytes) -> tuple[int, bytes]:
    """The status and the output of some work on `data`: 0, or one of PASSWORD, DAMAGED, FAILED.

    Where the status is not 0 the output means nothing.

    `work` is what `module` does when it is run as a program, by `serve`.
    """
    return _in_worker(module, data) if has_workers() else _in_this_process(work, data)


def has_workers() -> bool:
    """Whether this program can be started once more, as `python -m module`."""
    return sys.platform not in ("emscripten", "wasi") and bool(sys.executable) and not hasattr(sys, "frozen")


def serve(work: Work) -> None:
    """What the worker process does: limit itself, work on standard input, write to standard output.

    Ctrl-C ends it at once, also where the process that started it leaves Ctrl-C to others.
    """
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    _limit()
    try:
        output = work(sys.stdin.buffer.read())
    except Refused as refusal:
        sys.exit(refusal.status)
    sys.stdout.buffer.write(output)


def _in_worker(module: str, data: bytes) -> tuple[int, bytes]:
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


def _in_this_process(work: Work, data: bytes) -> tuple[int, bytes]:
    try:
        return 0, work(data)
    except Refused as refusal:
        return refusal.status, b""
    except Exception:  # as of a worker that ends with a traceback
        return FAILED, b""


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
