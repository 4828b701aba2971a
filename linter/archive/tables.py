"""The tables of an archive, and by what its file is known."""

import sqlite3

from linter.archive.fingerprints import VERSION

FORMAT = 1
"""Of the tables; `PRAGMA user_version` of the file."""
APPLICATION = 0x52504C41
"""`RPLA`, by which a file is known as an archive (`PRAGMA application_id`)."""
_TABLES = """
CREATE TABLE about (key TEXT PRIMARY KEY, value NOT NULL) WITHOUT ROWID;
CREATE TABLE files (
    id INTEGER PRIMARY KEY,
    path TEXT NOT NULL UNIQUE,
    digest BLOB NOT NULL,           -- of the bytes of the file
    period TEXT NOT NULL,
    unit TEXT NOT NULL,
    ruleset TEXT NOT NULL,
    paragraphs INTEGER NOT NULL,
    characters INTEGER NOT NULL
);
CREATE INDEX files_by_period ON files (period, unit);
CREATE TABLE reports (              -- a file may hold several
    id INTEGER PRIMARY KEY,
    file INTEGER NOT NULL REFERENCES files,
    title TEXT NOT NULL,
    unit TEXT NOT NULL,
    period TEXT NOT NULL,
    line INTEGER NOT NULL,
    end_line INTEGER NOT NULL
);
CREATE INDEX reports_by_file ON reports (file);
CREATE TABLE sections (
    report INTEGER NOT NULL REFERENCES reports,
    section TEXT NOT NULL,
    zh TEXT NOT NULL,
    en TEXT NOT NULL,
    required INTEGER NOT NULL,
    condition TEXT NOT NULL         -- `SectionRow.condition`
);
CREATE INDEX sections_by_report ON sections (report);
CREATE TABLE texts (                -- each once, in however many reports it stands
    id INTEGER PRIMARY KEY,
    digest BLOB NOT NULL UNIQUE,
    text TEXT NOT NULL,
    fingerprints BLOB NOT NULL
);
CREATE TABLE passages (
    id INTEGER PRIMARY KEY,
    file INTEGER NOT NULL REFERENCES files,
    text INTEGER NOT NULL REFERENCES texts,
    line INTEGER NOT NULL,
    end_line INTEGER NOT NULL,
    section TEXT,
    plans INTEGER NOT NULL
);
CREATE INDEX passages_by_file ON passages (file);
CREATE INDEX passages_by_text ON passages (text);
CREATE TABLE fingerprints (
    number INTEGER NOT NULL,
    text INTEGER NOT NULL,
    PRIMARY KEY (number, text)
) WITHOUT ROWID;
-- What was computed of all that is above: deleted when that changes.
CREATE TABLE pairs (                -- `pairs.Pair`, as far as `joined` in `about` says
    first INTEGER NOT NULL,
    second INTEGER NOT NULL,
    share REAL NOT NULL,
    PRIMARY KEY (first, second)
) WITHOUT ROWID;
CREATE TABLE set_phrases (text TEXT NOT NULL, texts INTEGER NOT NULL);
CREATE TABLE ages (                 -- how much of a file stands in files about earlier periods
    file INTEGER PRIMARY KEY,
    share REAL NOT NULL,
    source TEXT NOT NULL            -- the one with most of it
);
"""
COMPUTED = ("pairs", "set_phrases", "ages")
"""The tables that are deleted when the archive changes, with `joined` in `about`."""


def create(connection: sqlite3.Connection) -> None:
    """Make the tables in an empty database."""
    for statement in filter(str.strip, _TABLES.split(";\n")):
        connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {APPLICATION}")
    connection.execute(f"PRAGMA user_version = {FORMAT}")
    connection.execute("INSERT INTO about VALUES ('fingerprints', ?)", (VERSION,))
