"""The file of an archive: an SQLite database, how it is opened, and what becomes of an old one.

A transaction is whole or not there, whatever happens to the program or the machine. One program writes at a
time, any number reads; who finds it locked waits. The journal is SQLite's rollback journal, for an archive
may lie on a network drive, where a write-ahead log must not be used (sqlite.org/wal.html).
"""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from linter.archive.failures import damaged, failed, no_archive, typed
from linter.archive.fingerprints import VERSION, fingerprints, packed
from linter.archive.tables import APPLICATION, FORMAT, create
from linter.engine.run import Progress
from linter.model.errors import ConfigError
from linter.text.year_parts import last_month

_MAGIC = b"SQLite format 3\0"
_WAIT = 30.0
"""Seconds to wait for another program that writes."""
_LONGEST = 100 << 20
"""Bytes of a value: no text is longer than a draft may be."""
_CACHE_KB = 64_000
"""What is kept of the file in memory, at most."""


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
    create(connection)
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
        raise no_archive(path)
    try:
        return _opened(path, new, tick)
    except sqlite3.Error as error:
        raise failed(path, error) from None


def _opened(path: str, new: bool, tick: Progress) -> sqlite3.Connection:
    mode = "rwc" if new else "rw"  # a reader, too, puts back what a writer that crashed had begun
    address = f"{Path(path).absolute().as_uri()}?mode={mode}"
    connection = sqlite3.connect(address, timeout=_WAIT, isolation_level=None, uri=True)
    try:
        if new:
            connection.execute("BEGIN IMMEDIATE")  # of two that make it at once, one finds it made
            if not connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]:
                create(connection)
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


def _require_known(connection: sqlite3.Connection, path: str) -> None:
    """Raises ConfigError for a database that is no archive, or has tables that this program does not know."""
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION:
        raise no_archive(path)
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
