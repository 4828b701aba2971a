"""The pairs of copies that were found in an archive, kept in it until it changes."""

import json
from collections.abc import Iterable

from linter.archive.index import Archive
from linter.archive.pairs import Pair
from linter.model.archive import SetPhrase


def done(archive: Archive, threshold: float) -> int:
    """Up to which text, by id, the pairs at a threshold are known; 0 for none."""
    found = archive.sql.execute("SELECT value FROM about WHERE key = 'joined'").fetchone()
    known, last = json.loads(found[0]) if found else (threshold, 0)
    return int(last) if known == threshold else 0


def forget(archive: Archive) -> None:
    """Forget what was found before."""
    archive.sql.execute("DELETE FROM about WHERE key = 'joined'")


def begin(archive: Archive, threshold: float, phrases: Iterable[SetPhrase]) -> None:
    """Forget what was found before, and keep the set phrases."""
    archive.sql.execute("BEGIN IMMEDIATE")
    archive.sql.execute("DELETE FROM pairs")
    archive.sql.execute("DELETE FROM set_phrases")
    archive.sql.executemany("INSERT INTO set_phrases VALUES (?, ?)", phrases)
    archive.sql.execute("REPLACE INTO about VALUES ('joined', ?)", (json.dumps([threshold, 0]),))
    archive.sql.execute("COMMIT")


def keep(archive: Archive, pairs: Iterable[Pair], last: int) -> None:
    """Keep pairs; all whose lower id is at most `last` are then known."""
    archive.sql.execute("BEGIN IMMEDIATE")
    archive.sql.executemany("INSERT INTO pairs VALUES (?, ?, ?)", pairs)
    archive.sql.execute("UPDATE about SET value = json_set(value, '$[1]', ?) WHERE key = 'joined'", (last,))
    archive.sql.execute("COMMIT")
