"""Work on an untrusted file in a process of its own, whose crash or use of time and memory harms no other.

The worker is this Python, started once more as `python -m module`. Where it does not start (see
`confined.can_start`) the work is done in this process. Its limits are then not there: a hostile file can
hang the program or take all its memory. The outcome tells so, for the reader to tell the user. A process
that is confined itself (`engine/stranger_worker.py`) does the work, too: it needs no other.
"""

import signal
import subprocess
import sys
from collections.abc import Callable
from importlib import import_module
from typing import NamedTuple

from linter import confined
from linter.model.message import Message

LIMITS = confined.Limits()

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


def run(module: str, data: bytes) -> Done:
    """What `work` of a module makes of `data`; run as a program, the module does the same by `serve`."""
    if confined.is_confined():
        return _in_this_process(module, data, ())
    done = _in_worker(module, data) if confined.can_start() else None
    if done is None:
        return _in_this_process(module, data, () if confined.is_in_browser() else (UNBOUNDED,))
    return done


def serve(work: Callable[[bytes], bytes]) -> None:
    """What the worker process does: limit itself, work on standard input, write to standard output.

    Ctrl-C ends it at once, also where the process that started it leaves Ctrl-C to others.
    """
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    confined.confine(LIMITS)
    sys.stdout.buffer.write(_READY)
    sys.stdout.buffer.flush()
    try:
        output = work(sys.stdin.buffer.read())
    except Refused as refusal:
        sys.exit(refusal.status)
    sys.stdout.buffer.write(output)


def _in_worker(module: str, data: bytes) -> Done | None:
    """What a worker made of it; None where none started."""
    try:
        process = confined.start(module)
    except OSError:
        return None
    with process:
        try:
            output, _ = process.communicate(data, LIMITS.wall)
        except subprocess.TimeoutExpired:
            return Done(FAILED)
        finally:
            process.kill()
    if not output.startswith(_READY):
        return None
    if process.returncode:
        return Done(process.returncode if process.returncode in (PASSWORD, DAMAGED) else FAILED)
    return Done(0, output[len(_READY) :])


def _in_this_process(module: str, data: bytes, notes: tuple[Message, ...]) -> Done:
    try:
        return Done(0, import_module(module).work(data), notes)
    except Refused as refusal:
        return Done(refusal.status)
    except Exception:  # as of a worker that ends with a traceback
        return Done(FAILED)
