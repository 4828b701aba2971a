"""One process at a time: for files that are read, changed and written back."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from errno import EAGAIN, EEXIST, ENOLCK, ENOTSUP

from linter.model.errors import WriteError
from linter.model.message import Message
from linter.writers.atomic import FOLDER, explained

_PATIENCE = 60.0
"""Seconds to wait for the other process."""
_PAUSE = 0.05


@contextmanager
def locked(path: str, patience: float = _PATIENCE) -> Iterator[None]:
    """A context in which no other process that asks for this lock writes the file at a path.

    The lock is a file beside it, `PATH.lock`. One that a killed process left is taken over, where the system
    can tell. Raises OSError; WriteError: another process had the lock all the time, or a file of that name
    holds something, so that it is none of ours to delete.
    """
    name = f"{os.path.realpath(path)}.lock"
    end = time.monotonic() + patience
    while (handle := _take(name)) is None:
        if time.monotonic() > end:
            raise WriteError(EAGAIN, path, _taken(name))
        time.sleep(_PAUSE)
    try:
        yield
    finally:
        _give_back(name, handle)


def _take(name: str) -> int | None:
    """Make the file of a lock, or take it over from a process that is gone; None: another process has it."""
    flags = os.O_RDWR | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOFOLLOW", 0)
    try:
        with explained(name, FOLDER):
            handle, is_made = os.open(name, flags | os.O_CREAT | os.O_EXCL, 0o600), True
    except FileExistsError:
        try:
            handle, is_made = os.open(name, flags), False
        except FileNotFoundError:  # just given back
            return None
        if os.fstat(handle).st_size:
            os.close(handle)
            raise WriteError(EEXIST, name, _foreign(name)) from None
    if _is_ours(handle, name, is_made):
        return handle
    os.close(handle)
    return None


def _is_ours(handle: int, name: str, is_made: bool) -> bool:
    """Whether no other process has the lock: the system says so, or else whoever made the file has it."""
    try:
        from fcntl import LOCK_EX, LOCK_NB, flock
    except ImportError:
        return is_made
    try:
        flock(handle, LOCK_EX | LOCK_NB)
        return os.path.samestat(os.fstat(handle), os.stat(name))
    except OSError as error:  # a disk in the network may know no locks
        return is_made and error.errno in (ENOLCK, ENOTSUP)


def _give_back(name: str, handle: int) -> None:
    """Delete the file and then close it; the other way round where open files cannot be deleted."""
    if os.name == "posix":
        with suppress(OSError):
            os.unlink(name)
        os.close(handle)
        return
    os.close(handle)
    with suppress(OSError):
        os.unlink(name)


def _foreign(name: str) -> Message:
    return Message(
        f"{name} 已有内容，不是 reportlint 的锁文件，不会动它。请换一个文件名",
        f"{name} holds something and is no lock of reportlint, so it is left alone; choose another name",
    )


def _taken(name: str) -> Message:
    return Message(
        f"另一个 reportlint 正在写它，等了很久也没有写完；如果没有别的进程在运行，请删去 {name}",
        f"another reportlint is writing it, and did not finish; if none is running, delete {name}",
    )
