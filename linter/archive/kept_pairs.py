"""The pairs of copies that were found in an archive, kept in it until it changes."""

import json
from collections.abc import Iterable

from linter.archive.failures import changed, damaged, typed
from linter.archive.index import Archive
from linter.archive.pairs import Pair
from linter.model.archive import SetPhrase

NONE = (0, 0)


def done(archive: Archive, threshold: float) -> tuple[int, int]:
    """Up to which pair of texts, by their ids, the copies at a threshold are known."""
    found = archive.sql.execute("SELECT value FROM about WHERE key = 'joined'").fetchone()
    if not found:
        return NONE
    try:
        known, first, second = json.loads(*typed(found, str))
        return (int(first), int(second)) if known == threshold else NONE
    except (ValueError, TypeError):
        raise damaged() from None


def begin(archive: Archive, since: int, threshold: float, phrases: Iterable[SetPhrase]) -> None:
    """Forget what was found before, and keep the set phrases. `since` as for `Archive.unchanged`."""
    with archive.unchanged(since, write=True):
        archive.sql.execute("DELETE FROM pairs")
        archive.sql.execute("DELETE FROM set_phrases")
        archive.sql.executemany("INSERT INTO set_phrases VALUES (?, ?)", phrases)
        archive.sql.execute("REPLACE INTO about VALUES ('joined', ?)", (json.dumps([threshold, *NONE]),))


def keep(
    archive: Archive, since: int, threshold: float, pairs: Iterable[Pair], last: tuple[int, int]
) -> None:
    """Keep pairs; all up to the last candidate that was looked at are then known.

    `since` as for `Archive.unchanged`. What another program has kept meanwhile at the same threshold is the
    same; raises ConfigError if it was at another one.
    """
    with archive.unchanged(since, write=True):
        archive.sql.executemany("REPLACE INTO pairs VALUES (?, ?, ?)", pairs)
        sql = """UPDATE about SET value = json_set(value, '$[1]', ?, '$[2]', ?)
            WHERE key = 'joined' AND json_extract(value, '$[0]') = ?"""
        if not archive.sql.execute(sql, (*last, threshold)).rowcount:
            raise changed(archive.path)
