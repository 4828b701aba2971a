"""Work on untrusted files in a process of its own, whose crash or use of time and memory harms no other.

The worker is this Python, started once more as `python -m module`. Where it does not start (in
WebAssembly, in a program frozen into one file, in a host that is no Python) the work is done in this
process. Its limits are then not there: a hostile file can hang the program or take all its memory. The
outcome tells so, for the reader to tell the user.
"""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from typing import NamedTuple

import linter
from linter.model.message import Message

CPU_TIME = 60
"""Seconds of computing that the work may take: a busy machine costs it nothing."""
WALL_TIME = 900
"""Seconds after which a worker is stopped that waits without computing, or cannot count its time."""
MEMORY = 1 << 30
"""Bytes of address space, where the system can limit it (Linux)."""

PASSWORD, DAMAGED, FAILED = 10, 11, 12
"""Why there is no output, and exit statuses of the worker: needs a password; not whole; anything else,
crashes and limits included."""

UNBOUNDED = Message(
    "本程序在这里无法另起进程，读取这个文件时没有限制时间和内存；来历不明的文件请用 pip 安装的版本检查",
    "this program cannot start a process here, so the file was read without a limit of time or memory; "
    "check files of unknown origin with the version that pip installs",
)
"""The notice about a file that was not read in a worker."""

_READY = b"reportlint worker\n"
"""What a worker writes first: without it, it has not started."""

Work = Callable[[bytes], bytes]


class Done(NamedTuple):
    """What came of some work."""

    status: int
    """0, or one of PASSWORD, DAMAGED, FAILED: then there is no output."""
    output: bytes = b""
    notes: tuple[Message, ...] = ()
    """What the user should know of how it was done."""


class Refused(Exception):
    """Raised by work that knows why it cannot be done: `status` is PASSWORD or DAMAGED."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


def run(module: str, work: Work, data: bytes) -> Done:
    """Do some work on `data`; `work` is what `module` does when it is run as a program, by `serve`."""
    done = _in_worker(module, data) if has_workers() else None
    return _in_this_process(work, data) if done is None else done


def has_workers() -> bool:
    """Whether this program may be started once more, as `python -m module`."""
    return not _is_in_browser() and bool(sys.executable) and not hasattr(sys, "frozen")


def _is_in_browser() -> bool:
    return sys.platform in ("emscripten", "wasi")


def serve(work: Work) -> None:
    """What the worker process does: limit itself, work on standard input, write to standard output.

    Ctrl-C ends it at once, also where the process that started it leaves Ctrl-C to others.
    """
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    _limit()
    sys.stdout.buffer.write(_READY)
    sys.stdout.buffer.flush()
    try:
        output = work(sys.stdin.buffer.read())
    except Refused as refusal:
        sys.exit(refusal.status)
    sys.stdout.buffer.write(output)


def _in_worker(module: str, data: bytes) -> Done | None:
    """What a worker made of it; None where none started."""
    command = [sys.executable, "-P", "-m", module]  # -P: never import from the folder we stand in
    try:
        done = subprocess.run(
            command,
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": _import_path()},
            timeout=WALL_TIME,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return Done(FAILED)
    except OSError:
        return None
    if not done.stdout.startswith(_READY):
        return None
    if done.returncode:
        return Done(done.returncode if done.returncode in (PASSWORD, DAMAGED) else FAILED)
    return Done(0, done.stdout[len(_READY) :])


def _import_path() -> str:
    """The folders and archives that this process imports from, except the one it stands in."""
    root = os.path.dirname(os.path.dirname(os.path.abspath(linter.__file__)))
    paths = (path for path in sys.path if path and os.path.abspath(path) != os.getcwd())
    return os.pathsep.join(dict.fromkeys((root, *paths)))


def _in_this_process(work: Work, data: bytes) -> Done:
    notes = () if _is_in_browser() else (UNBOUNDED,)
    try:
        return Done(0, work(data), notes)
    except Refused as refusal:
        return Done(refusal.status)
    except Exception:  # as of a worker that ends with a traceback
        return Done(FAILED)


def _limit() -> None:
    """Limit this process in memory and computing time, as far as the system can."""
    try:
        import resource
    except ImportError:  # Windows
        threading.Thread(target=_end_in_time, daemon=True).start()
        return
    for kind, limit in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CPU, CPU_TIME)):
        try:
            resource.setrlimit(kind, (limit, resource.getrlimit(kind)[1]))
        except (OSError, ValueError):
            continue


def _end_in_time() -> None:
    """End this process when it has computed for as long as it may."""
    while time.process_time() < CPU_TIME:
        time.sleep(0.5)
    os._exit(FAILED)
