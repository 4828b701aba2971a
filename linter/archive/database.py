"""The file of an archive: an SQLite database, how it is opened, and what becomes of an old one.

A transaction is whole or not there, whatever happens to the program or the machine. One program writes at a
time, any number reads; who finds it locked waits. The journal is SQLite's rollback journal, for an archive
may lie on a network drive, where a write-ahead log must not be used (sqlite.org/wal.html).
"""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

from linter.archive.fingerprints import VERSION, fingerprints, packed
from linter.model.errors import ConfigError
from linter.text.year_parts import last_month

Progress = Callable[[int, int], None]
"""Called with how much is done, and how much there is."""

FORMAT = 1
"""Of the tables below; `PRAGMA user_version` of the file."""
_APPLICATION = 0x52504C41
"""`RPLA`, by which a file is known as an archive (`PRAGMA application_id`)."""
_MAGIC = b"SQLite format 3\0"
_WAIT = 30.0
"""Seconds to wait for another program that writes."""
_LONGEST = 100 << 20
"""Bytes of a value: no text is longer than a draft may be."""
_CACHE_KB = 64_000
"""What is kept of the file in memory, at most."""
_TABLES = """
CREATE TABLE about (key TEXT PRIMARY KEY, value NOT NULL) WITHOUT ROWID;
CREATE TABLE files (
    id INTEGER PRIMARY KEY,
    path TEXT NOT NULL UNIQUE,
    digest BLOB NOT NULL,           -- of the bytes of the file
    period TEXT NOT NULL,
    unit TEXT NOT NULL,
    ruleset TEXT NOT NULL,
    paragraphs INTEGER NOT NULL,
    characters INTEGER NOT NULL
);
CREATE INDEX files_by_period ON files (period, unit);
CREATE TABLE reports (              -- a file may hold several
    id INTEGER PRIMARY KEY,
    file INTEGER NOT NULL REFERENCES files,
    title TEXT NOT NULL,
    unit TEXT NOT NULL,
    period TEXT NOT NULL,
    line INTEGER NOT NULL,
    end_line INTEGER NOT NULL
);
CREATE INDEX reports_by_file ON reports (file);
CREATE TABLE sections (
    report INTEGER NOT NULL REFERENCES reports,
    section TEXT NOT NULL,
    zh TEXT NOT NULL,
    en TEXT NOT NULL,
    required INTEGER NOT NULL,
    condition TEXT NOT NULL         -- `SectionRow.condition`
);
CREATE INDEX sections_by_report ON sections (report);
CREATE TABLE texts (                -- each once, in however many reports it stands
    id INTEGER PRIMARY KEY,
    digest BLOB NOT NULL UNIQUE,
    text TEXT NOT NULL,
    fingerprints BLOB NOT NULL
);
CREATE TABLE passages (
    id INTEGER PRIMARY KEY,
    file INTEGER NOT NULL REFERENCES files,
    text INTEGER NOT NULL REFERENCES texts,
    line INTEGER NOT NULL,
    end_line INTEGER NOT NULL,
    section TEXT,
    plans INTEGER NOT NULL
);
CREATE INDEX passages_by_file ON passages (file);
CREATE INDEX passages_by_text ON passages (text);
CREATE TABLE fingerprints (
    number INTEGER NOT NULL,
    text INTEGER NOT NULL,
    PRIMARY KEY (number, text)
) WITHOUT ROWID;
-- What was computed of all that is above: deleted when that changes.
CREATE TABLE pairs (                -- `pairs.Pair`, as far as `joined` in `about` says
    first INTEGER NOT NULL,
    second INTEGER NOT NULL,
    share REAL NOT NULL,
    PRIMARY KEY (first, second)
) WITHOUT ROWID;
CREATE TABLE set_phrases (text TEXT NOT NULL, texts INTEGER NOT NULL);
CREATE TABLE ages (                 -- how much of a file stands in files about earlier periods
    file INTEGER PRIMARY KEY,
    share REAL NOT NULL,
    source TEXT NOT NULL            -- the one with most of it
);
"""
COMPUTED = ("pairs", "set_phrases", "ages")
"""The tables that are deleted when the archive changes, with `joined` in `about`."""


def is_archive(path: str) -> bool:
    """Whether a file is a database, which no draft is. A pipe is none: reading it may wait without end."""
    try:
        if not os.path.isfile(path):
            return False
        with open(path, "rb") as file:
            return file.read(len(_MAGIC)) == _MAGIC
    except OSError:
        return False


def in_memory() -> sqlite3.Connection:
    """An archive that is gone with its connection."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    _prepare(connection)
    _create(connection)
    return connection


def require_archive(path: str) -> None:
    """Raises ConfigError if there is no archive at a path; an empty file is left where the disk was full."""
    if not os.path.exists(path) or (os.path.isfile(path) and not os.path.getsize(path)):
        raise ConfigError(
            f"没有存档 {path}，请先运行：reportlint archive add 文件夹 --archive {path}",
            f"no archive {path}; make it first: reportlint archive add FOLDER --archive {path}",
        )


def opened(path: str, new: bool, tick: Progress = lambda done, total: None) -> sqlite3.Connection:
    """The archive in a file; with `new`, one is made where there is none.

    One whose fingerprints are of an older version gets new ones, with `tick` called now and then. Raises
    ConfigError: it is none, it is newer than this program, or it cannot be opened.
    """
    is_empty_file = os.path.isfile(path) and not os.path.getsize(path)
    if os.path.exists(path) and not is_empty_file and not is_archive(path):
        raise _no_archive(path)
    try:
        return _opened(path, new, tick)
    except sqlite3.Error as error:
        raise failed(path, error) from None


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


def _opened(path: str, new: bool, tick: Progress) -> sqlite3.Connection:
    mode = "rwc" if new else "rw"  # a reader, too, puts back what a writer that crashed had begun
    address = f"{Path(path).absolute().as_uri()}?mode={mode}"
    connection = sqlite3.connect(address, timeout=_WAIT, isolation_level=None, uri=True)
    try:
        if new:
            connection.execute("BEGIN IMMEDIATE")  # of two that make it at once, one finds it made
            if not connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]:
                _create(connection)
            connection.execute("COMMIT")
        _prepare(connection)
        _require_known(connection, path)
        _require_own_tables(connection)
        return _current(connection, path, tick)
    except BaseException:
        connection.close()
        raise


def _prepare(connection: sqlite3.Connection) -> None:
    connection.execute(f"PRAGMA cache_size = -{_CACHE_KB}")
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST)
    connection.create_function("last_month", 1, last_month, deterministic=True)


def _create(connection: sqlite3.Connection) -> None:
    for statement in filter(str.strip, _TABLES.split(";\n")):
        connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {_APPLICATION}")
    connection.execute(f"PRAGMA user_version = {FORMAT}")
    connection.execute("INSERT INTO about VALUES ('fingerprints', ?)", (VERSION,))


def _require_known(connection: sqlite3.Connection, path: str) -> None:
    """Raises ConfigError for a database that is no archive, or has tables that this program does not know."""
    if connection.execute("PRAGMA application_id").fetchone()[0] != _APPLICATION:
        raise _no_archive(path)
    if connection.execute("PRAGMA user_version").fetchone()[0] != FORMAT:
        raise ConfigError(
            f"存档 {path} 由另一版本的 reportlint 建立，本版本读不了：请升级，或删除后用 archive add 重建",
            f"the archive {path} was made by another version of reportlint, which this one cannot read: "
            "upgrade, or delete it and make it anew by archive add",
        )


def _require_own_tables(connection: sqlite3.Connection) -> None:
    """Raises sqlite3.Error for other tables than ours: a view may compute without end, a trigger delete."""
    own = "SELECT sql FROM sqlite_schema WHERE name NOT GLOB 'sqlite_*' ORDER BY name"
    with closing(in_memory()) as new:
        if connection.execute(own).fetchall() != new.execute(own).fetchall():
            raise damaged()


def _current(connection: sqlite3.Connection, path: str, tick: Progress) -> sqlite3.Connection:
    """The archive, its fingerprints of this version."""
    found = connection.execute("SELECT value FROM about WHERE key = 'fingerprints'").fetchone()
    (version,) = typed(found, int)
    if version == VERSION:
        return connection
    if version > VERSION:
        raise ConfigError(
            f"存档 {path} 由更新版本的 reportlint 建立，请先升级",
            f"the archive {path} was made by a newer reportlint; upgrade first",
        )
    with closing(sqlite3.connect(path, timeout=_WAIT, isolation_level=None)) as writing:
        _remake(writing, tick)
    return connection


def _remake(connection: sqlite3.Connection, tick: Progress) -> None:
    """Make the fingerprints anew, from the texts that are kept: all of them or none."""
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("DELETE FROM fingerprints")
    total = connection.execute("SELECT count(*) FROM texts").fetchone()[0]
    for done, (id, text) in enumerate(connection.execute("SELECT id, text FROM texts").fetchall(), 1):
        numbers = fingerprints(text)
        connection.execute("UPDATE texts SET fingerprints = ? WHERE id = ?", (packed(numbers), id))
        enter(connection, id, numbers)
        tick(done, total)
    connection.execute("UPDATE about SET value = ? WHERE key = 'fingerprints'", (VERSION,))
    connection.execute("COMMIT")


def enter(connection: sqlite3.Connection, text: int, numbers: tuple[int, ...]) -> None:
    """Enter the fingerprints of a text."""
    connection.executemany("INSERT INTO fingerprints VALUES (?, ?)", ((each, text) for each in numbers))


def _no_archive(path: str) -> ConfigError:
    return ConfigError(
        f"{path} 不是 reportlint 的存档，没有改动它",
        f"{path} is no archive of reportlint; it was not changed",
    )
