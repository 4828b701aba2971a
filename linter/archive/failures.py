"""What can be wrong with an archive, in words for the user, and what is read of it held against its types."""

import sqlite3
from typing import Any

from linter.model.errors import ConfigError


def failed(path: str, error: sqlite3.Error) -> ConfigError:
    """The error for the user about an archive that cannot be read or written."""
    name = getattr(error, "sqlite_errorname", "")
    for beginning, zh, en in _FAILURES:
        if name.startswith(beginning):
            return ConfigError(zh.format(path), en.format(path))
    return ConfigError(
        f"存档 {path} 读写失败：{error}", f"the archive {path} cannot be read or written: {error}"
    )


def changed(path: str) -> ConfigError:
    """The error about an archive that is not any more what a result was computed of."""
    return ConfigError(
        f"存档 {path} 刚刚被另一个程序改动，请再运行一次",
        f"the archive {path} was changed by another program meanwhile; run this again",
    )


_DAMAGED = (
    "存档 {} 已损坏，或不是 reportlint 写的。请删除后用 archive add 重建",
    "the archive {} is damaged, or was not written by reportlint; delete it and make it anew by archive add",
)
_FAILURES = (
    (
        "SQLITE_BUSY",
        "存档 {} 正由另一个程序写入，请等它结束后再试",
        "another program is writing to the archive {}; try again when it has ended",
    ),
    ("SQLITE_FULL", "存档 {} 写不进去：磁盘已满", "cannot write the archive {}: no space left on the device"),
    (
        "SQLITE_READONLY",
        "存档 {} 只能读：没有写的权限",
        "the archive {} can only be read: no right to write it",
    ),
    (
        "SQLITE_CANTOPEN",
        "存档 {} 打不开：没有这个文件夹，或没有权限",
        "cannot open the archive {}: there is no such folder, or no right to open it",
    ),
    ("SQLITE_CORRUPT", *_DAMAGED),
    ("SQLITE_NOTADB", *_DAMAGED),
    ("SQLITE_TOOBIG", *_DAMAGED),
)
"""Beginnings of names of SQLite's errors, and what is said of each."""


def typed(row: Any, *types: type) -> tuple[Any, ...]:
    """A row whose values are of these types.

    SQLite keeps a value of any type in any column, and an archive may come from anybody. Raises
    sqlite3.Error: they are not, or there is no row.
    """
    if row is None or tuple(map(type, row)) != types:
        raise damaged()
    return tuple(row)


def fingerprint_bytes(row: Any, *types: type) -> tuple[Any, ...]:
    """A row as `typed` gives it whose last value are fingerprints, eight bytes each."""
    found = typed(row, *types, bytes)
    if len(found[-1]) % 8:
        raise damaged()
    return found


def damaged() -> sqlite3.Error:
    """The error of SQLite about a file that is not as it was written."""
    error = sqlite3.DatabaseError("database disk image is malformed")
    error.sqlite_errorname = "SQLITE_CORRUPT"
    return error


def no_archive(path: str) -> ConfigError:
    """The error about a file that is none."""
    return ConfigError(
        f"{path} 不是 reportlint 的存档，没有改动它",
        f"{path} is no archive of reportlint; it was not changed",
    )
