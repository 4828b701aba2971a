"""This Python started once more, for work on untrusted files, and what such a process is limited to.

Used for one file (`readers/support/sandbox.py`) and for one after the other (`engine/strangers.py`).
"""

import os
import sys
from typing import TYPE_CHECKING, Any, NamedTuple

import linter

if TYPE_CHECKING:
    from subprocess import Popen


class Limits(NamedTuple):
    """What the work on one file may use."""

    cpu: int = 60
    """Seconds of computing: a busy machine costs it nothing."""
    wall: int = 900
    """Seconds after which a process is stopped that waits without computing, or cannot count its time."""
    memory: int = 1 << 30
    """Bytes of address space, where the system can limit it (Linux)."""


OVER_TIME = 13
"""The exit status of a process that ended itself, for it had computed for as long as it may."""


def can_start() -> bool:
    """Whether this program may be started once more, as `python -m module`.

    Not in WebAssembly, in a program frozen into one file, in a host that is no Python.
    """
    return not is_in_browser() and bool(sys.executable) and not hasattr(sys, "frozen")


def is_in_browser() -> bool:
    """Whether this is WebAssembly, which has no processes and bounds of its own."""
    return sys.platform in ("emscripten", "wasi")


def start(module: str, **options: Any) -> "Popen[bytes]":
    """`python -m module` with pipes to its input and from its output. Raises OSError.

    It imports from where this process does, and never from the folder that either stands in. `options`
    are further ones of Popen.
    """
    import subprocess

    return subprocess.Popen(
        [sys.executable, "-P", "-m", module],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": _import_path()},
        **options,
    )


def _import_path() -> str:
    """The folders and archives that this process imports from, except the one it stands in."""
    root = os.path.dirname(os.path.dirname(os.path.abspath(linter.__file__)))
    paths = (path for path in sys.path if path and os.path.abspath(path) != os.getcwd())
    return os.pathsep.join(dict.fromkeys((root, *paths)))


class _Here:
    """What this process is."""

    confined = False


def is_confined() -> bool:
    """Whether `confine` was called in this process: what it does needs no further process around it."""
    return _Here.confined


def confine(limits: Limits) -> None:
    """Limit this process for good, as far as the system can, in computing time, memory and files written.

    It ends, by a signal or with the status OVER_TIME, when it has computed for as long as it may. It
    gets a MemoryError, or dies, when it wants too much memory, and an OSError when it writes to a file.
    """
    _Here.confined = True
    sys.dont_write_bytecode = True
    try:
        import resource
    except ImportError:  # Windows
        from threading import Thread

        Thread(target=_end_in_time, args=(limits.cpu,), daemon=True).start()
        return
    for kind, limit in (
        (resource.RLIMIT_AS, limits.memory),
        (resource.RLIMIT_CPU, limits.cpu),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        try:
            resource.setrlimit(kind, (limit, resource.getrlimit(kind)[1]))
        except (OSError, ValueError):
            continue


def _end_in_time(seconds: float) -> None:
    """End this process when it has computed for so long."""
    import time

    while time.process_time() < seconds:
        time.sleep(0.5)
    os._exit(OVER_TIME)
