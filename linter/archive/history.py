"""What the units of an archive have handed in over time: which sections were missing, whose text is old."""

from collections.abc import Iterator

from linter.archive.against import nearest_files
from linter.archive.database import Progress
from linter.archive.index import Archive
from linter.model.archive import ArchivedFile, History, ReportOfUnit
from linter.model.message import Message

_COMMIT = 20
"""After so many files what was found is kept: a run that was interrupted goes on there."""
_REPORTS = """
SELECT reports.id, files.path, reports.title, reports.unit, reports.period, ages.share, ages.source
FROM reports JOIN files ON files.id = reports.file JOIN ages ON ages.file = files.id
ORDER BY reports.unit = '', reports.unit, reports.period, files.path, reports.id
"""


def history(archive: Archive, tick: Progress) -> History:
    """The roll-up of an archive; how much of each file is old is kept in it until it changes."""
    _find_ages(archive, tick)
    reports = tuple(_reports(archive))
    periods = sorted({each.period for each in reports} - {""})
    units = dict.fromkeys(each.unit for each in reports if each.unit)
    return History(tuple(periods), tuple(units), reports)


def _find_ages(archive: Archive, tick: Progress) -> None:
    """Find how much of each file stands in files about earlier periods."""
    sql = "SELECT id, path, period FROM files WHERE id NOT IN (SELECT file FROM ages) ORDER BY period, path"
    waiting = archive.sql.execute(sql).fetchall()
    total = archive.sql.execute("SELECT count(*) FROM files").fetchone()[0]
    found = []
    for number, (id, path, period) in enumerate(waiting, 1):
        share, source = _age(archive, path, period)
        found.append((id, share, source))
        if len(found) == _COMMIT or number == len(waiting):
            archive.sql.execute("BEGIN IMMEDIATE")
            archive.sql.executemany("INSERT INTO ages VALUES (?, ?, ?)", found)
            archive.sql.execute("COMMIT")
            found = []
        tick(total - len(waiting) + number, total)


def _age(archive: Archive, path: str, period: str) -> tuple[float, str]:
    """How much of a file stands in files about earlier periods, and the one with most of it."""

    def is_earlier(file: ArchivedFile) -> bool:
        return "" < file.period < period

    share, files = nearest_files(archive, path, is_earlier)
    return share, files[0].path if files else ""


def _reports(archive: Archive) -> Iterator[ReportOfUnit]:
    for id, path, title, unit, period, share, source in archive.sql.execute(_REPORTS):
        rows = archive.sql.execute(
            "SELECT zh, en, condition FROM sections WHERE report = ? AND required ORDER BY rowid", (id,)
        )
        sections = tuple((Message(zh, en), condition) for zh, en, condition in rows)
        yield ReportOfUnit(path, title, unit, period, sections, share, source)
