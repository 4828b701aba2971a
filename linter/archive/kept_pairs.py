"""The pairs of copies that were found in an archive, kept in it until it changes."""

import json
from collections.abc import Iterable

from linter.archive.index import Archive
from linter.archive.pairs import Pair
from linter.model.archive import SetPhrase

NONE = (0, 0)


def done(archive: Archive, threshold: float) -> tuple[int, int]:
    """Up to which pair of texts, by their ids, the copies at a threshold are known."""
    found = archive.sql.execute("SELECT value FROM about WHERE key = 'joined'").fetchone()
    known, first, second = json.loads(found[0]) if found else (threshold, *NONE)
    return (first, second) if known == threshold else NONE


def begin(archive: Archive, threshold: float, phrases: Iterable[SetPhrase]) -> None:
    """Forget what was found before, and keep the set phrases."""
    archive.sql.execute("BEGIN IMMEDIATE")
    archive.sql.execute("DELETE FROM pairs")
    archive.sql.execute("DELETE FROM set_phrases")
    archive.sql.executemany("INSERT INTO set_phrases VALUES (?, ?)", phrases)
    archive.sql.execute("REPLACE INTO about VALUES ('joined', ?)", (json.dumps([threshold, *NONE]),))
    archive.sql.execute("COMMIT")


def keep(archive: Archive, pairs: Iterable[Pair], last: tuple[int, int]) -> None:
    """Keep pairs; all up to the last candidate that was looked at are then known."""
    archive.sql.execute("BEGIN IMMEDIATE")
    archive.sql.executemany("INSERT INTO pairs VALUES (?, ?, ?)", pairs)
    sql = "UPDATE about SET value = json_set(value, '$[1]', ?, '$[2]', ?) WHERE key = 'joined'"
    archive.sql.execute(sql, last)
    archive.sql.execute("COMMIT")
