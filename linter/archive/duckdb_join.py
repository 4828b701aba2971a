"""The copies in an archive by DuckDB, on one machine (extra `archive`).

The texts are gone through in shares, in order of their ids. What was found in one is kept before the next is
begun: a run that was interrupted goes on there.
"""

from collections.abc import Iterator
from functools import partial
from typing import Any

import duckdb
import numpy

from linter.archive import kept_pairs
from linter.archive.database import Progress
from linter.archive.index import Archive
from linter.archive.pairs import COMMON, PAIRS, PRINTS, TELLING, Pair, copied, set_phrases
from linter.engine import workers

_MEMORY = "2GB"
"""What DuckDB may take; it writes to the disk what is more."""
_SHARE = 50_000
"""Texts that are gone through at once."""
_TASK = 2_000
"""Candidates that a worker is given at once."""

Candidate = tuple[int, str, int, str]
"""Two texts: id and text of each."""


def find_copies(archive: Archive, threshold: float, jobs: int, tick: Progress) -> None:
    """Find the pairs of texts that share so many of the shorter one's words, and keep them in the archive.

    `jobs` is the number of processes, 0 for as many as there are cores.
    """
    last = archive.sql.execute("SELECT max(id) FROM texts").fetchone()[0] or 0
    done = kept_pairs.done(archive, threshold)
    if done >= last:
        return
    with duckdb.connect() as sql, workers.mapper(jobs or workers.cores()) as parallel_map:
        work = partial(_copied, threshold)
        list(parallel_map(work, [[]] * 2))  # workers are made now: later they would hold what DuckDB does
        _fill(sql, archive)
        if not done:
            rows = sql.execute("SELECT number, texts, text FROM common").fetchall()
            common = ((number, texts, archive.text(text)) for number, texts, text in rows)
            kept_pairs.begin(archive, threshold, set_phrases(common))
        while done < last:
            end = min(done + _SHARE, last)
            tasks = list(_tasks(sql, archive, done, end))
            pairs = [pair for found in parallel_map(work, tasks) for pair in found]
            kept_pairs.keep(archive, pairs, end)
            done = end
            tick(done, last)


def _copied(threshold: float, candidates: list[Candidate]) -> list[Pair]:
    """What a worker does."""
    found = (copied((first, second), one, other, threshold) for first, one, second, other in candidates)
    return [pair for pair in found if pair]


def _tasks(sql: Any, archive: Archive, above: int, up_to: int) -> Iterator[list[Candidate]]:
    """The candidates whose lower id is in these bounds, some at a time, with their texts."""
    lower = PAIRS.replace("GROUP BY", "WHERE a.text > ? AND a.text <= ? GROUP BY")
    found = sql.execute(f"SELECT * FROM ({lower}) ORDER BY ALL", [above, up_to])
    while rows := found.fetchmany(_TASK):
        yield [(first, archive.text(first), second, archive.text(second)) for first, second in rows]


def _fill(sql: Any, archive: Archive) -> None:
    """Read the fingerprints into DuckDB."""
    numbers, texts = _arrays(archive)
    sql.execute(f"SET memory_limit = '{_MEMORY}'")
    sql.register(PRINTS, {"number": numbers, "text": texts})
    sql.execute(COMMON)
    sql.execute(f"CREATE TABLE telling AS {TELLING}")
    sql.unregister(PRINTS)


def _arrays(archive: Archive) -> tuple[Any, Any]:
    """All fingerprints, and the id of the text of each."""
    ids, sizes, kept = [], [], bytearray()
    for text, numbers in archive.sql.execute("SELECT id, fingerprints FROM texts ORDER BY id"):
        ids.append(text)
        sizes.append(len(numbers) // 8)
        kept += numbers
    return numpy.frombuffer(kept, "<i8"), numpy.repeat(numpy.array(ids, "<i8"), sizes)
