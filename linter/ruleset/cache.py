"""Compiled data kept between runs: safe to delete, ignored when stale, never in the way.

An entry is named by a digest of everything it was made from, so it is never out of date, and it
begins with a digest of its own bytes, so one cut short or damaged is ignored. It is written to a
temporary file in the same folder and renamed, so runs at the same time do not disturb each other. No
error of the file system ever leaves this module.
"""

from __future__ import annotations

import marshal
import os
import sys
from hashlib import blake2b
from typing import Any

from linter import __version__

_MAX_ENTRIES = 64
_MAGIC = b"reportlint 1\n"
"""What every entry begins with."""
_DIGEST_SIZE = 16
"""Bytes."""


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
    whole = blake2b(digest_size=_DIGEST_SIZE)
    for part in (__version__.encode(), str(sys.implementation.cache_tag).encode(), *parts):
        whole.update(len(part).to_bytes(8, "big") + part)
    return whole.digest()


def get(key: bytes) -> Any:
    """The value that was put under a key; None when there is none, or it is damaged."""
    try:
        with open(_path(key), "rb") as file:
            data = file.read()
        head = len(_MAGIC) + _DIGEST_SIZE
        payload = data[head:]
        return marshal.loads(payload) if data[:head] == _MAGIC + _seal(key, payload) else None
    except (OSError, ValueError, EOFError, TypeError):
        return None


def put(key: bytes, value: Any) -> None:
    """Keep plain data (what marshal takes) under a key, if that can be done."""
    payload = marshal.dumps(value)
    try:
        path = _path(key)
        os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
        _write(path, _MAGIC + _seal(key, payload) + payload)
        _prune(os.path.dirname(path))
    except OSError:
        pass


def _path(key: bytes) -> str:
    base = folder()
    if base is None:
        raise FileNotFoundError
    return os.path.join(base, key.hex())


def _seal(key: bytes, payload: bytes) -> bytes:
    return blake2b(payload, digest_size=_DIGEST_SIZE, key=key).digest()


def _write(path: str, data: bytes) -> None:
    temporary = f"{path}.{os.getpid()}-{os.urandom(4).hex()}"
    try:
        with open(temporary, "xb") as file:
            file.write(data)
        os.replace(temporary, path)
    except OSError:
        if os.path.exists(temporary):
            os.unlink(temporary)
        raise


def _prune(base: str) -> None:
    """Delete the oldest half when there are too many: nobody asks for entries of earlier versions again."""
    with os.scandir(base) as found:
        entries = sorted((entry.stat().st_mtime, entry.path) for entry in found if entry.is_file())
    for _, path in entries[: len(entries) // 2] if len(entries) > _MAX_ENTRIES else ():
        os.unlink(path)
