"""Compiled data kept between runs: safe to delete, ignored when stale, never in the way.

An entry is named by a digest of everything it was made from, so it is never out of date, and it
begins with a digest of its own bytes, so one cut short or damaged is ignored. It is written to a
temporary file in the same folder and renamed, so runs at the same time do not disturb each other. No
error of the file system ever leaves this module.

Entries are read, written and deleted only in a folder of our own inside the cache folder, only under
names of our own, and only while nobody else can have made them: folder and entry must belong to this
user, be closed to all others, and be no links. Windows has no such owner and mode; there the access list
of the folder (by default the user's own `AppData/Local`) has to do. Whoever may write as this user can
forge an entry; what is in it is checked by the one who asked for it all the same.
"""

import os
import re
import stat
import sys
from collections.abc import Sequence
from contextlib import suppress

from linter import __version__
from linter.digests import blake2b

_FOLDER = "reportlint-compiled"
"""The folder of our own, in the cache folder that the user names."""
_ENTRY = r"reportlint-[0-9a-f]{32}(?:\.[0-9]+-[0-9a-f]{8})?"
"""Names of our own: of an entry, or of one that is being written."""
_MAX_ENTRIES = 64
_MAX_SIZE = 16 << 20
"""Bytes of an entry that is read."""
_MAGIC = b"reportlint 2\n"
"""What every entry begins with."""
_DIGEST_SIZE = 16
"""Bytes."""
_FLAGS = sum(getattr(os, name, 0) for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC", "O_BINARY"))
"""For every file opened here: no link is followed, no pipe waited for."""


def folder() -> str | None:
    """The user's cache folder for this program; None when there is no saying."""
    if own := os.environ.get("REPORTLINT_CACHE_DIR"):
        return own
    home = os.path.expanduser("~")
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA", "")
    elif sys.platform == "darwin":
        base = os.path.join(home, "Library", "Caches")
    else:
        base = os.environ.get("XDG_CACHE_HOME", "") or os.path.join(home, ".cache")
    return os.path.join(base, "reportlint") if os.path.isabs(base) else None


def digest(*parts: bytes) -> bytes:
    """A digest (16 bytes) of the parts, this program's version and this Python's."""
    return release_digest(str(sys.implementation.cache_tag).encode(), *parts)


def release_digest(*parts: bytes) -> bytes:
    """A digest (16 bytes) of the parts and this program's version, the same on every Python."""
    whole = blake2b(digest_size=_DIGEST_SIZE)
    for part in (__version__.encode(), *parts):
        whole.update(len(part).to_bytes(8, "big") + part)
    return whole.digest()


def get(key: bytes) -> list[bytes] | None:
    """The records that were put under a key; None when there are none, or they are not to be trusted."""
    try:
        return unpacked(key, _read(key))
    except OSError:
        return None


def put(key: bytes, records: Sequence[bytes]) -> None:
    """Keep some records under a key, if that can be done."""
    try:
        base = _own_folder(make=True)
        _write(os.path.join(base, _name(key)), packed(key, records))
        _prune(base)
    except OSError:
        pass


def packed(key: bytes, records: Sequence[bytes]) -> bytes:
    """Some records as an entry: sealed, so that one that was cut short or damaged is told."""
    payload = b" ".join(str(len(each)).encode() for each in records) + b"\n" + b"".join(records)
    return _MAGIC + _seal(key, payload) + payload


def unpacked(key: bytes, data: bytes) -> list[bytes] | None:
    """The records of an entry; None where it is none, of another key, or damaged."""
    head = len(_MAGIC) + _DIGEST_SIZE
    payload = memoryview(data)[head:]  # not copied: it may have a megabyte
    try:
        return _records(data, head) if data[:head] == _MAGIC + _seal(key, payload) else None
    except ValueError:
        return None


def _records(data: bytes, start: int) -> list[bytes]:
    at = data.index(b"\n", start) + 1
    records = []
    for size in map(int, data[start : at - 1].split()):
        records.append(data[at : at + size])
        at += size
    return records


def _name(key: bytes) -> str:
    return f"reportlint-{key.hex()}"


def _own_folder(make: bool = False) -> str:
    """The folder of our own. Raises OSError when it is not there, or others have a hand in it."""
    base = folder()
    if base is None:
        raise FileNotFoundError
    path = os.path.join(base, _FOLDER)
    if make and not os.path.lexists(path):
        os.makedirs(base, mode=0o700, exist_ok=True)
        with suppress(FileExistsError):  # made by a run at the same time
            os.mkdir(path, mode=0o700)
    found = os.lstat(path)
    if not (stat.S_ISDIR(found.st_mode) and _private(found)):
        raise PermissionError
    return path


def _private(found: os.stat_result) -> bool:
    """Whether this user owns what was found, and nobody else can read or write it."""
    if not hasattr(os, "geteuid"):
        return True
    return found.st_uid == os.geteuid() and not found.st_mode & (stat.S_IRWXG | stat.S_IRWXO)


def _read(key: bytes) -> bytes:
    path = os.path.join(_own_folder(), _name(key))
    if os.path.islink(path):  # where O_NOFOLLOW is not known
        raise PermissionError
    with open(os.open(path, os.O_RDONLY | _FLAGS), "rb") as file:
        found = os.fstat(file.fileno())
        if not (stat.S_ISREG(found.st_mode) and _private(found) and found.st_size <= _MAX_SIZE):
            raise PermissionError
        return file.read(_MAX_SIZE)


def _seal(key: bytes, payload: bytes | memoryview) -> bytes:
    return blake2b(payload, digest_size=_DIGEST_SIZE, key=key).digest()


def _write(path: str, data: bytes) -> None:
    temporary = f"{path}.{os.getpid()}-{os.urandom(4).hex()}"
    try:
        with open(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _FLAGS, 0o600), "wb") as file:
            file.write(data)
        os.replace(temporary, path)
    except OSError:
        if os.path.exists(temporary):
            os.unlink(temporary)
        raise


def clean() -> tuple[str, int]:
    """Delete every entry. Gives the folder of our own (empty: there is none), and how many were deleted."""
    try:
        base = _own_folder()
        return base, sum(map(_delete, (entry.path for entry in _ours(base))))
    except OSError:
        return "", 0


def _ours(base: str) -> list[os.DirEntry[str]]:
    with os.scandir(base) as found:
        return [entry for entry in found if re.fullmatch(_ENTRY, entry.name)]


def _delete(path: str) -> bool:
    try:
        os.unlink(path)
    except OSError:  # deleted by a run at the same time
        return False
    return True


def _prune(base: str) -> None:
    """Delete the older half of our entries when there are too many: nobody asks for those of old versions."""
    ours = _ours(base)
    if len(ours) <= _MAX_ENTRIES:
        return
    entries = []
    for entry in ours:
        with suppress(OSError):  # deleted by a run at the same time
            entries.append((entry.stat(follow_symlinks=False).st_mtime, entry.path))
    for _, path in sorted(entries)[: len(entries) // 2]:
        _delete(path)
