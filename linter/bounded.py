"""Files read within bounds: regular ones only, up to a size. The one door for what the user's disk gives.

A pipe, a device or a socket is refused before it is opened, for opening it may wait without end; a
file that is too large is refused unread. Its twin for writing is `linter.writers.atomic`.
"""

import os
import re
import stat
from errno import EFBIG, EINVAL, EISDIR
from typing import BinaryIO

from linter.model.errors import BoundsError
from linter.model.message import Message

_OWN_PIPE = r"/dev/(?:stdin|fd/[0-9]+)|/proc/self/fd/[0-9]+"
"""Names of what this process was given open, as by `reportlint check <(command)`."""
_CHUNK = 1 << 20


def read(path: str, limit: int, pipe: bool = False) -> bytes:
    """The bytes of a regular file, at most `limit` of them.

    With `pipe`, a pipe that this process was given open (`/dev/stdin`, `/dev/fd/63`) is read too: to its
    end, however long that takes, but no more than `limit`. Raises BoundsError: the file is larger, or
    not a regular one; other kinds of OSError; ValueError: no path has such characters.
    """
    handle, size = _open(path, limit, pipe)
    try:
        return _all(handle, path, limit, min(max(size + 1, 1 << 13), _CHUNK))
    finally:
        os.close(handle)


def opened(path: str, limit: int) -> BinaryIO:
    """A regular file of at most `limit` bytes, open for reading parts of it. Raises as `read`."""
    return os.fdopen(_open(path, limit, pipe=False)[0], "rb")


def _open(path: str, limit: int, pipe: bool) -> tuple[int, int]:
    """The handle of a file that may be read, and its size. Raises as `read`."""
    _check(os.stat(path), path, limit, pipe)
    flags = os.O_RDONLY | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
    if not pipe or not re.fullmatch(_OWN_PIPE, path):
        # What has become a pipe since it was looked at does not make the program wait.
        flags |= getattr(os, "O_NONBLOCK", 0)
    handle = os.open(path, flags)
    try:
        found = os.fstat(handle)
        _check(found, path, limit, pipe)
    except OSError:
        os.close(handle)
        raise
    return handle, found.st_size


def _check(found: os.stat_result, path: str, limit: int, pipe: bool) -> None:
    if stat.S_ISDIR(found.st_mode):
        os.scandir(path).close()  # that it may not be entered matters more than that it is a folder
        raise IsADirectoryError(EISDIR, os.strerror(EISDIR), path)
    if stat.S_ISREG(found.st_mode):
        if found.st_size > limit:
            raise _too_large(path, limit)
    elif not (pipe and stat.S_ISFIFO(found.st_mode) and re.fullmatch(_OWN_PIPE, path)):
        zh, en = (
            "不是普通文件（是管道、设备之类），不予读取。请另存为普通文件再检查",
            "not a regular file but a pipe, a device or the like; save its content as a file",
        )
        raise BoundsError(EINVAL, path, Message(zh, en))


def _all(handle: int, path: str, limit: int, chunk: int) -> bytes:
    """All bytes of an open file, which may have grown since it was looked at."""
    chunks = []
    left = limit + 1
    while left and (data := os.read(handle, min(chunk, left))):
        chunks.append(data)
        left -= len(data)
    if not left:
        raise _too_large(path, limit)
    return b"".join(chunks)


def _too_large(path: str, limit: int) -> BoundsError:
    size = f"{limit >> 20} MB" if limit >> 20 else f"{limit >> 10} KB"
    return BoundsError(EFBIG, path, Message(f"文件超过 {size}", f"the file is larger than {size}"))
