"""What the units of an archive have handed in over time: which sections were missing, whose text is old."""

from collections.abc import Iterator
from functools import partial

from linter.archive.against import in_earlier_periods
from linter.archive.failures import typed
from linter.archive.index import Archive
from linter.engine import workers
from linter.engine.run import Progress
from linter.model.archive import ArchivedFile, History, ReportOfUnit
from linter.model.message import Message
from linter.text.year_parts import last_month

_KEPT = 256
"""After so many files what was found is kept: a run that was interrupted goes on there."""
_TASK = 8
"""Files that a worker is given at once."""
_MANY = 64
"""Fewer files are done here: making workers takes longer."""
_REPORTS = """
SELECT reports.id, files.path, reports.title, reports.unit, reports.period, ages.share, ages.source
FROM reports JOIN files ON files.id = reports.file JOIN ages ON ages.file = files.id
ORDER BY reports.unit = '', reports.unit, last_month(reports.period), reports.period, files.path, reports.id
"""


def history(archive: Archive, jobs: int, tick: Progress) -> History:
    """The roll-up of an archive; how much of each file is old is kept in it until it changes.

    `jobs` is the number of processes, 0 for what pays.
    """
    since = archive.changes()
    _find_ages(archive, since, jobs, tick)
    with archive.unchanged(since):
        reports = tuple(_reports(archive))
    periods = sorted({each.period for each in reports} - {""}, key=lambda code: (last_month(code), code))
    units = dict.fromkeys(each.unit for each in reports if each.unit)
    return History(tuple(periods), tuple(units), reports)


def _find_ages(archive: Archive, since: int, jobs: int, tick: Progress) -> None:
    """Find how much of each file stands in files about earlier periods."""
    sql = "SELECT id, path, period, unit FROM files WHERE id NOT IN (SELECT file FROM ages) ORDER BY id"
    rows = (typed(row, int, str, str, str) for row in archive.sql.execute(sql))
    waiting = [(id, ArchivedFile(path, period, unit)) for id, path, period, unit in rows]
    total = archive.sql.execute("SELECT count(*) FROM files").fetchone()[0]
    done = total - len(waiting)
    work = partial(_ages, archive.path, since)
    count = jobs or (workers.cores() if len(waiting) > _MANY else 1)
    with workers.mapper(count) as parallel_map:
        for start in range(0, len(waiting), _KEPT):
            some = waiting[start : start + _KEPT]
            tasks = [some[at : at + _TASK] for at in range(0, len(some), _TASK)]
            found: list[tuple[int, float, str]] = []
            for ages in parallel_map(work, tasks):
                found += ages
                tick(done + start + len(found), total)
            with archive.unchanged(since, write=True):  # another program may have kept some of the same
                archive.sql.executemany("REPLACE INTO ages VALUES (?, ?, ?)", found)


def _ages(path: str, since: int, files: list[tuple[int, ArchivedFile]]) -> list[tuple[int, float, str]]:
    """Of each file, by its id, how much of it is old, and where most of that is."""
    with Archive(path) as archive, archive.unchanged(since):
        return [(id, *_age(archive, file)) for id, file in files]


def _age(archive: Archive, file: ArchivedFile) -> tuple[float, str]:
    share, files = in_earlier_periods(archive, file)
    return share, files[0].path if files else ""


def _reports(archive: Archive) -> Iterator[ReportOfUnit]:
    for row in archive.sql.execute(_REPORTS):
        id, path, title, unit, period, share, source = typed(row, int, str, str, str, str, float, str)
        rows = archive.sql.execute(
            "SELECT zh, en, condition FROM sections WHERE report = ? AND required ORDER BY rowid", (id,)
        )
        typed_rows = (typed(each, str, str, str) for each in rows)
        sections = tuple((Message(zh, en), condition) for zh, en, condition in typed_rows)
        yield ReportOfUnit(path, title, unit, period, sections, share, source)
