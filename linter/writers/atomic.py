"""Files written whole or not at all."""

import os
import stat
from contextlib import suppress
from errno import EACCES


def replace(path: str, data: bytes) -> None:
    """Replace the content of a file, or make a new one, in one step: at any time it is the old or the new.

    The data is written to another file in the same folder, flushed to the disk, and renamed. Symbolic
    links are followed; the mode and, where permitted, the owner stay. What is no regular file (a device,
    a pipe) is written to directly. Raises OSError: for one, where the file is read-only.
    """
    real = os.path.realpath(path)
    try:
        found = os.stat(real)
    except FileNotFoundError:
        found = None
    if found and not stat.S_ISREG(found.st_mode):
        with open(real, "wb") as device:
            device.write(data)
        return
    if found and not (found.st_mode & 0o222 and os.access(real, os.W_OK)):
        raise PermissionError(EACCES, os.strerror(EACCES), path)
    temporary = os.path.join(os.path.dirname(real), f".reportlint-{os.getpid()}-{os.urandom(4).hex()}")
    try:
        _write(temporary, data, found)
        os.replace(temporary, real)
    except BaseException:
        if os.path.exists(temporary):
            os.unlink(temporary)
        raise


def _write(path: str, data: bytes, like: os.stat_result | None) -> None:
    with open(path, "xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    if like:
        os.chmod(path, stat.S_IMODE(like.st_mode))
        if hasattr(os, "chown") and (like.st_uid, like.st_gid) != (os.getuid(), os.getgid()):
            with suppress(PermissionError):
                os.chown(path, like.st_uid, like.st_gid)
