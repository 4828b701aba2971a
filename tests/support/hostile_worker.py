"""A worker for strangers' files in which some files do as a hostile one would: those that begin with `!`."""

from __future__ import annotations

import os
import signal
import socket
import sys
import sysconfig
import time

import linter
from linter import confined, readers
from linter.engine import stranger_worker
from linter.model.document import Document
from tests.support.program import ROOT

OWN = tuple(
    os.path.realpath(path) for path in (ROOT / "linter", ROOT / "rulesets", *sysconfig.get_paths().values())
)
"""Folders of the program and of Python; the path of a module in a zip file begins with that of the file."""
HARMLESS = (
    *("object.", "import", "compile", "exec", "marshal.", "sys.", "ctypes.", "os.listdir", "os.scandir"),
    *("builtins.id", "function.__new__", "pickle.find_class", "resource.setrlimit"),
)
"""Events of a process that touches no file and no network, and starts nothing."""
_read = readers._read


def read(form: str, name: str, data: bytes) -> Document:
    """Read a file, or do what its first line says, which it may do in no process but its own."""
    if data.startswith(b"!"):
        assert confined.is_confined()
        act(data.split()[0].decode())
    return _read(form, name, data)


def act(deed: str) -> None:
    """Do harm."""
    match deed:
        case "!memory":
            taken = []
            while True:
                taken.append(bytes(1 << 24))
        case "!compute":
            while True:
                pass
        case "!sleep":
            time.sleep(1000)
        case "!kill":
            os.kill(os.getpid(), signal.SIGKILL)
        case "!killworker":
            os.kill(os.getppid(), signal.SIGKILL)
            time.sleep(1000)
        case "!abort":
            os.abort()
        case "!leave":
            os._exit(0)
        case "!answer":
            os.write(1, b"\0" * 7 + b"\1e")
        case "!remember":
            sys.modules["remembered"] = sys
        case "!open":
            open("/etc/hostname").close()
        case "!write":
            open(os.path.join(os.path.dirname(linter.__file__), "written"), "wb").close()
        case "!socket":
            socket.socket().close()
        case "!start":
            os.system("true")


def watch(event: str, args: tuple[object, ...]) -> None:
    """End the process of a file that opens a file not of the program's own, or does other things."""
    if not confined.is_confined() or event.startswith(HARMLESS):
        return
    if event == "open":
        path, _, flags = args
        reads = not isinstance(flags, int) or not flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
        if isinstance(path, int) or (reads and os.path.realpath(os.fsdecode(path)).startswith(OWN)):
            return
    os._exit(99)


if __name__ == "__main__":
    readers._read = read
    if os.environ.get("TEST_WATCHED"):
        sys.addaudithook(watch)
    if os.environ.get("TEST_NO_COPIES"):
        stranger_worker.forks = lambda: False
    if most := os.environ.get("TEST_MAX_ANSWER"):
        stranger_worker.MAX_ANSWER = int(most)
    stranger_worker.serve()
