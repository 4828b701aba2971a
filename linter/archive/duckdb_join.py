"""The copies in an archive by DuckDB, on one machine (extra `archive`).

What was found is kept now and then: a run that was interrupted goes on there.
"""

from collections.abc import Callable
from functools import partial
from typing import Any

import duckdb
import numpy

from linter.archive import kept_pairs
from linter.archive.failures import fingerprint_bytes
from linter.archive.index import Archive
from linter.archive.pairs import COMMON, TABLES, Pair, copied, set_phrases
from linter.engine import workers
from linter.engine.run import Progress

_MEMORY = "2GB"
"""What DuckDB may take; it writes to the disk what is more."""
_KEPT = 20_000
"""So many candidates are looked at before what was found is kept."""
_TASK = 500
"""Candidates that a worker is given at once."""
_MANY = 20_000
"""Fewer texts are compared here: making workers takes longer."""


def find_copies(archive: Archive, threshold: float, again: bool, jobs: int, tick: Progress) -> None:
    """Find the pairs of texts that share so many of the shorter one's words, and keep them in the archive.

    With `again` what was found before does not count. `jobs` is the number of processes, 0 for what pays.
    """
    since = archive.changes()
    last = archive.sql.execute("SELECT max(id) FROM texts").fetchone()[0] or 0
    done = kept_pairs.NONE if again else kept_pairs.done(archive, threshold)
    if done >= (last, 0):
        return
    count = jobs or (workers.cores() if last > _MANY else 1)
    with workers.mapper(count) as parallel_map, duckdb.connect() as sql:
        work = partial(_copies, archive.path, since, threshold)
        list(parallel_map(work, [[], []]))  # workers are made now: later they would hold what DuckDB does
        candidates = _candidates(sql, archive, done, partial(tick, 0, last))
        if done == kept_pairs.NONE:
            rows = sql.execute(COMMON).fetchall()
            common = ((number, texts, archive.text(text)) for number, texts, text in rows)
            kept_pairs.begin(archive, since, threshold, set_phrases(common))
        for number in range(0, len(candidates), _KEPT):
            some = candidates[number : number + _KEPT]
            tasks = [some[at : at + _TASK] for at in range(0, len(some), _TASK)]
            pairs: list[Pair] = []
            for done_here, found in enumerate(parallel_map(work, tasks), 1):
                pairs += found
                tick(number + min(done_here * _TASK, len(some)), len(candidates))
            kept_pairs.keep(archive, since, threshold, pairs, some[-1])
    kept_pairs.keep(archive, since, threshold, (), (last, 0))


def _copies(path: str, since: int, threshold: float, candidates: list[tuple[int, int]]) -> list[Pair]:
    """Those of some candidates that are copies. A worker reads their texts from the archive itself."""
    with Archive(path) as archive, archive.unchanged(since):
        found = (copied(each, archive.text(each[0]), archive.text(each[1]), threshold) for each in candidates)
        return [pair for pair in found if pair]


def _candidates(
    sql: Any, archive: Archive, done: tuple[int, int], alive: Callable[[], object]
) -> list[tuple[int, int]]:
    """The pairs behind one, in order; `alive` is called now and then."""
    numbers, texts = _fingerprints(archive)
    sql.execute(f"SET memory_limit = '{_MEMORY}'")
    sql.register("prints", {"number": numbers, "text": texts})
    for name, query in TABLES.items():
        sql.execute(f"CREATE TABLE {name} AS {query}")
        alive()
    behind = "SELECT first, second FROM candidates WHERE (first, second) > (?, ?) ORDER BY ALL"
    found: list[tuple[int, int]] = sql.execute(behind, done).fetchall()
    return found


def _fingerprints(archive: Archive) -> tuple[Any, Any]:
    """All fingerprints, and the id of the text of each."""
    ids, sizes, kept = [], [], bytearray()
    for row in archive.sql.execute("SELECT id, fingerprints FROM texts ORDER BY id"):
        text, numbers = fingerprint_bytes(row, int)
        ids.append(text)
        sizes.append(len(numbers) // 8)
        kept += numbers
    return numpy.frombuffer(kept, "<i8"), numpy.repeat(numpy.array(ids, "<i8"), sizes)
