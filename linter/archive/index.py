"""An archive: its reports, their passages, and which of these are likely to hold a passage at hand."""

import os
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from types import NoneType, TracebackType
from typing import NamedTuple

from linter.archive import database
from linter.archive.failures import changed, failed, fingerprint_bytes, typed
from linter.archive.fingerprints import LEAST, MOST, fingerprints, packed, unpacked
from linter.archive.passages import Passage, passages
from linter.archive.tables import COMPUTED
from linter.digests import blake2b
from linter.engine.run import Progress
from linter.model.archive import ArchivedFile, Statistics
from linter.model.finding import FileOutcome
from linter.text.year_parts import last_month

_TRIES = 8
"""The likeliest of earlier texts that are looked at word by word."""
_DIGEST = 16
_CHANGES = "changes"
_FILE = "path, period, unit, ruleset, paragraphs, characters"
_COUNTS = (
    "count(*) FROM files",
    "count(*) FROM reports",
    "count(DISTINCT unit) FROM reports WHERE unit != ''",
    "count(DISTINCT period) FROM reports WHERE period != ''",
    "count(*) FROM passages",
    "count(*) FROM texts",
    "count(*) FROM fingerprints",
)
"""Of `Statistics`."""


class Place(NamedTuple):
    """A passage of an archive."""

    file: ArchivedFile
    passage: Passage


class Archive:
    """An open archive. A context: what was not committed at its end is not there."""

    def __init__(self, path: str = "", new: bool = False, tick: Progress = lambda done, total: None) -> None:
        """The archive in a file, with `new` made where there is none; by default a new one in memory.

        Raises ConfigError, as `database.opened`.
        """
        self.path = path
        self.folder = os.path.dirname(os.path.realpath(path)) if path else ""
        """From which the names of files are told."""
        self.sql = database.opened(path, new, tick) if path else database.in_memory()
        """The connection, for the modules beside this one."""

    def __enter__(self) -> "Archive":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.sql.close()
        if isinstance(error, sqlite3.Error):
            raise failed(self.path, error) from None

    def name(self, path: str) -> str:
        """The name that the file at a path has, or would have, in this archive."""
        if not self.folder:
            return _storable(path)
        real = os.path.realpath(path)
        below = os.path.join(self.folder, "")
        return _storable(real.removeprefix(below).replace(os.sep, "/") if real.startswith(below) else real)

    def digest(self, name: str) -> bytes | None:
        """The digest of the bytes that a file had when it was added; None where it is not there."""
        found = self.sql.execute("SELECT digest FROM files WHERE path = ?", (name,)).fetchone()
        return found[0] if found else None

    def add(self, name: str, file: FileOutcome, digest: bytes = b"") -> None:
        """Add a file that was judged with its text kept, in place of what is there under the name."""
        self.remove(name)
        values = (
            name,
            digest,
            period_of(file),
            unit_of(file),
            file.ruleset,
            file.paragraphs,
            file.characters,
        )
        sql = f"INSERT INTO files ({_FILE.replace('path', 'path, digest')}) VALUES (?, ?, ?, ?, ?, ?, ?)"
        id = self.sql.execute(sql, values).lastrowid
        for part in file.parts:
            about = (id, part.title or "", part.unit, part.period, part.line, part.end_line)
            report = self.sql.execute("INSERT INTO reports VALUES (NULL, ?, ?, ?, ?, ?, ?)", about).lastrowid
            rows = [(report, row.section, *row.title, row.required, row.condition) for row in part.sections]
            self.sql.executemany("INSERT INTO sections VALUES (?, ?, ?, ?, ?, ?)", rows)
        for each in passages(file):
            place = (id, self._text(_storable(each.text)), each.line, each.end_line, each.section, each.plans)
            self.sql.execute("INSERT INTO passages VALUES (NULL, ?, ?, ?, ?, ?, ?)", place)

    def remove(self, name: str) -> bool:
        """Take a file out, if it is there; tells whether it was."""
        self._change()
        found = self.sql.execute("SELECT id FROM files WHERE path = ?", (name,)).fetchone()
        if found is None:
            return False
        texts = self.sql.execute("SELECT DISTINCT text FROM passages WHERE file = ?", found).fetchall()
        of_file = "report IN (SELECT id FROM reports WHERE file = ?)"
        for rows in (f"sections WHERE {of_file}", "reports WHERE file = ?", "passages WHERE file = ?"):
            self.sql.execute(f"DELETE FROM {rows}", found)
        self.sql.execute("DELETE FROM files WHERE id = ?", found)
        for (text,) in texts:
            self._forget(text)
        return True

    @contextmanager
    def unchanged(self, since: int | None = None, write: bool = False) -> Iterator[None]:
        """A context in which nobody changes what the archive holds, so that all that is read fits together.

        With `since`, it is also as it was at this number of `changes`: else raises ConfigError. With `write`,
        what is written in it is kept at its end.
        """
        self.sql.execute("BEGIN IMMEDIATE" if write else "BEGIN")
        try:
            if since is not None and self.changes() != since:
                raise changed(self.path)
            yield
        except BaseException:
            self.sql.rollback()
            raise
        self.commit()

    def changes(self) -> int:
        """How often what the archive holds was changed."""
        found = self.sql.execute(f"SELECT value FROM about WHERE key = '{_CHANGES}'").fetchone()
        return int(typed(found, int)[0]) if found else 0

    def commit(self) -> None:
        """Keep what was added and removed."""
        if self.sql.in_transaction:
            self.sql.execute("COMMIT")

    def files(self) -> list[ArchivedFile]:
        """All files, by unit and period."""
        return list(map(archived, self.sql.execute(f"SELECT {_FILE} FROM files ORDER BY unit, period, path")))

    def before(self, period: str) -> list[ArchivedFile]:
        """The files about the last period before one, as far as the archive knows; none for no period."""
        known = [str(*typed(row, str)) for row in self.sql.execute("SELECT DISTINCT period FROM files")]
        last = max((end for each in known if (end := last_month(each)) < last_month(period)), default="")
        periods = [each for each in known if last and last_month(each) == last]
        sql = f"SELECT {_FILE} FROM files WHERE period = ? ORDER BY path"
        return [archived(row) for each in periods for row in self.sql.execute(sql, (each,))]

    def statistics(self) -> Statistics:
        """How large the archive is."""
        counted: list[int] = [self.sql.execute(f"SELECT {what}").fetchone()[0] for what in _COUNTS]
        return Statistics._make([*counted, os.path.getsize(self.path) if self.path else 0])

    def passages(self, name: str) -> list[Passage]:
        """The passages of a file, in order."""
        sql = """SELECT line, end_line, section, plans, texts.text FROM passages
            JOIN texts ON texts.id = passages.text
            WHERE file = (SELECT id FROM files WHERE path = ?) ORDER BY passages.id"""
        return [_passage(row) for row in self.sql.execute(sql, (name,))]

    def likely(self, text: str) -> Iterator[tuple[int, str]]:
        """The texts that may hold most of one, by id: itself, then those with most of its fingerprints."""
        text = _storable(text)
        if (known := self._known(text)) is not None:
            yield known, text
        sharing: Counter[int] = Counter()
        numbers = fingerprints(text)
        for number in numbers:
            sql = "SELECT text FROM fingerprints WHERE number = ? LIMIT ?"
            sharing.update(id for (id,) in self.sql.execute(sql, (number, MOST)))
        for id in sorted(sharing.keys() - {known}, key=lambda id: (-sharing[id], -id))[:_TRIES]:
            sql = "SELECT text, length(fingerprints) / 8 FROM texts WHERE id = ?"
            other, size = typed(self.sql.execute(sql, (id,)).fetchone(), str, int)
            if sharing[id] >= LEAST * min(len(numbers), size):
                yield id, other

    def places(self, text: int, unit: str = "") -> Iterator[Place]:
        """Where a text stands, the likeliest source first: the latest report, of such the unit's own."""
        sql = f"""SELECT {_FILE}, line, end_line, section, plans, texts.text FROM passages
            JOIN files ON files.id = passages.file JOIN texts ON texts.id = passages.text
            WHERE passages.text = ? ORDER BY last_month(period) DESC, unit != ?, path, passages.id"""
        for row in self.sql.execute(sql, (text, unit)):
            yield Place(archived(row[:6]), _passage(row[6:]))

    def text(self, id: int) -> str:
        """A text by its id."""
        (found,) = typed(self.sql.execute("SELECT text FROM texts WHERE id = ?", (id,)).fetchone(), str)
        return str(found)

    def _change(self) -> None:
        """Begin to change what the archive holds: what was computed of it does not hold any more."""
        if not self.sql.in_transaction:
            self.sql.execute("BEGIN IMMEDIATE")
            for table in COMPUTED:
                self.sql.execute(f"DELETE FROM {table}")
            self.sql.execute("DELETE FROM about WHERE key = 'joined'")
            self.sql.execute("REPLACE INTO about VALUES (?, ?)", (_CHANGES, self.changes() + 1))

    def _known(self, text: str) -> int | None:
        found = self.sql.execute("SELECT id FROM texts WHERE digest = ?", (_digest(text),)).fetchone()
        return found[0] if found else None

    def _text(self, text: str) -> int:
        """The id of a text, which is entered if it is not there."""
        if (found := self._known(text)) is not None:
            return found
        numbers = fingerprints(text)
        values = (_digest(text), text, packed(numbers))
        id = self.sql.execute("INSERT INTO texts VALUES (NULL, ?, ?, ?)", values).lastrowid
        assert id is not None
        database.enter(self.sql, id, numbers)
        return id

    def _forget(self, text: int) -> None:
        """Take out a text that stands in no report any more."""
        if self.sql.execute("SELECT 1 FROM passages WHERE text = ? LIMIT 1", (text,)).fetchone():
            return
        found = self.sql.execute("SELECT fingerprints FROM texts WHERE id = ?", (text,)).fetchone()
        rows = ((number, text) for number in unpacked(*fingerprint_bytes(found)))
        self.sql.executemany("DELETE FROM fingerprints WHERE number = ? AND text = ?", rows)
        self.sql.execute("DELETE FROM texts WHERE id = ?", (text,))


def digest_of(data: bytes) -> bytes:
    """By which a file is known to be the same as it was."""
    return blake2b(data, digest_size=_DIGEST).digest()


def _digest(text: str) -> bytes:
    return digest_of(text.encode())


def _storable(text: str) -> str:
    """A text in characters that UTF-8 has: names of files may hold others."""
    return text.encode("utf-8", "backslashreplace").decode()


def period_of(file: FileOutcome) -> str:
    """The period of a file whose reports are all about the same one; else empty."""
    return _only(part.period for part in file.parts)


def unit_of(file: FileOutcome) -> str:
    """The unit that wrote all the reports of a file; else empty."""
    return _only(part.unit for part in file.parts)


def _only(values: Iterable[str]) -> str:
    """The value that all are; empty where they differ."""
    different = set(values)
    return different.pop() if len(different) == 1 else ""


def archived(row: tuple[str, str, str, str, int, int]) -> ArchivedFile:
    """A file, of the columns `_FILE`."""
    path, period, unit, ruleset, paragraphs, characters = typed(row, str, str, str, str, int, int)
    return ArchivedFile(path, period, unit, ruleset, bool(paragraphs), characters)


def _passage(row: tuple[int, int, str | None, int, str]) -> Passage:
    section = row[2]
    line, end_line, _, plans, text = typed(row, int, int, NoneType if section is None else str, int, str)
    return Passage(line, end_line, section, bool(plans), text)
