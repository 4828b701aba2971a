"""What the units of an archive have handed in over time: which sections were missing, whose text is old."""

from collections.abc import Iterator
from functools import partial

from linter.archive.against import nearest_files
from linter.archive.database import Progress
from linter.archive.index import Archive, reading
from linter.engine import workers
from linter.model.archive import ArchivedFile, History, ReportOfUnit
from linter.model.message import Message

_KEPT = 256
"""After so many files what was found is kept: a run that was interrupted goes on there."""
_TASK = 8
"""Files that a worker is given at once."""
_MANY = 64
"""Fewer files are done here: making workers takes longer."""
_REPORTS = """
SELECT reports.id, files.path, reports.title, reports.unit, reports.period, ages.share, ages.source
FROM reports JOIN files ON files.id = reports.file JOIN ages ON ages.file = files.id
ORDER BY reports.unit = '', reports.unit, reports.period, files.path, reports.id
"""


def history(archive: Archive, jobs: int, tick: Progress) -> History:
    """The roll-up of an archive; how much of each file is old is kept in it until it changes.

    `jobs` is the number of processes, 0 for what pays.
    """
    _find_ages(archive, jobs, tick)
    reports = tuple(_reports(archive))
    periods = sorted({each.period for each in reports} - {""})
    units = dict.fromkeys(each.unit for each in reports if each.unit)
    return History(tuple(periods), tuple(units), reports)


def _find_ages(archive: Archive, jobs: int, tick: Progress) -> None:
    """Find how much of each file stands in files about earlier periods."""
    sql = "SELECT id, path, period FROM files WHERE id NOT IN (SELECT file FROM ages) ORDER BY period, path"
    waiting = archive.sql.execute(sql).fetchall()
    total = archive.sql.execute("SELECT count(*) FROM files").fetchone()[0]
    done = total - len(waiting)
    count = jobs or (workers.cores() if len(waiting) > _MANY else 1)
    with workers.mapper(count) as parallel_map:
        for start in range(0, len(waiting), _KEPT):
            some = waiting[start : start + _KEPT]
            tasks = [some[at : at + _TASK] for at in range(0, len(some), _TASK)]
            found = [age for ages in parallel_map(partial(_ages, archive.path), tasks) for age in ages]
            archive.sql.execute("BEGIN IMMEDIATE")
            archive.sql.executemany("INSERT INTO ages VALUES (?, ?, ?)", found)
            archive.sql.execute("COMMIT")
            tick(done + start + len(some), total)


def _ages(path: str, files: list[tuple[int, str, str]]) -> list[tuple[int, float, str]]:
    """Of each file (id, name, period) its id, how much of it is old, and where most of that is."""
    return [(id, *_age(reading(path), name, period)) for id, name, period in files]


def _age(archive: Archive, name: str, period: str) -> tuple[float, str]:
    def is_earlier(file: ArchivedFile) -> bool:
        return "" < file.period < period

    share, files = nearest_files(archive, name, is_earlier)
    return share, files[0].path if files else ""


def _reports(archive: Archive) -> Iterator[ReportOfUnit]:
    for id, path, title, unit, period, share, source in archive.sql.execute(_REPORTS):
        rows = archive.sql.execute(
            "SELECT zh, en, condition FROM sections WHERE report = ? AND required ORDER BY rowid", (id,)
        )
        sections = tuple((Message(zh, en), condition) for zh, en, condition in rows)
        yield ReportOfUnit(path, title, unit, period, sections, share, source)
