"""An archive: what is in it, what comes back, and that it is never half written."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from linter import api
from linter.archive import database
from linter.archive.index import Archive
from linter.model.errors import ConfigError
from linter.model.finding import FileOutcome
from tests.support.program import environment

SELECTOR = api.choose("work-report")
FERRY = "渡口全年安全发船1260次，运送旅客8.4万人次，没有发生一起责任事故，救生衣配备齐全。"
CREW = "每周三下午组织船员学习操作规程，考试不及格的停航补课，今年有两名船员补了课。"
LAMPS = "候船厅的坏灯在两天内修好，台阶重新铺了防滑砖，老人上下船有人搀扶。"


def judged(path: str, *paragraphs: str, year: int = 2024, unit: str = "云栖渡口") -> FileOutcome:
    body = "\n".join(paragraphs)
    text = f"{unit}{year}年上半年工作总结\n\n一、工作情况\n{body}\n\n二、存在问题\n候船厅的指示牌少，外地旅客常常走错通道。\n"
    return api.check(text.encode(), path, SELECTOR, keep_text=True)


def filled(archive: Archive, *files: FileOutcome) -> Archive:
    for file in files:
        archive.add(file.path, file, b"digest")
    archive.commit()
    return archive


def likely(archive: Archive, text: str) -> list[str]:
    return [found for _, found in archive.likely(text)]


def rows(archive: Archive) -> dict[str, int]:
    tables = ("files", "reports", "sections", "texts", "passages", "fingerprints")
    return {name: archive.sql.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in tables}


# --- what is found ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("文化站排了一出小戏，正月里在三个村演出，看戏的人站满了晒谷场。", id="another subject"),
        pytest.param("渡口。", id="too short to tell"),
        pytest.param("", id="nothing"),
    ],
)
def test_what_is_new_has_no_likely_source(text: str) -> None:
    with Archive() as archive:
        assert likely(filled(archive, judged("a.txt", FERRY, CREW)), text) == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(FERRY, id="word for word"),
        pytest.param(FERRY.replace("1260", "1402"), id="with another figure"),
        pytest.param(f"今年，{FERRY}码头新开了早点铺。", id="within a longer one"),
        pytest.param(FERRY[: len(FERRY) // 2] + "，其他工作也按计划做完。", id="by half"),
    ],
)
def test_the_source_of_a_passage_is_likely(text: str) -> None:
    with Archive() as archive:
        assert likely(filled(archive, judged("a.txt", FERRY, CREW, LAMPS)), text)[0] == FERRY


def test_of_equal_passages_the_latest_report_comes_first() -> None:
    files = [judged(f"{year}.txt", FERRY, year=year) for year in (2022, 2024, 2023)]
    with Archive() as archive:
        ((id, _),) = filled(archive, *files).likely(FERRY)
        assert [place.file.path for place in archive.places(id)] == ["2024.txt", "2023.txt", "2022.txt"]


def test_of_reports_on_one_period_the_unit_s_own_comes_first() -> None:
    files = [judged(f"{unit}.txt", FERRY, unit=unit) for unit in ("甲社区", "乙社区", "丙社区")]
    with Archive() as archive:
        ((id, _),) = filled(archive, *files).likely(FERRY)
        assert next(archive.places(id, "甲社区")).file.path == "甲社区.txt"
        assert next(archive.places(id, "丁社区")).file.path == "丙社区.txt"


def test_passages_come_back_as_they_were() -> None:
    file = judged("a.txt", FERRY, CREW)
    with Archive() as archive:
        found = filled(archive, file).passages("a.txt")
    assert [(each.line, each.section, each.text) for each in found[:2]] == [
        (4, "situation", FERRY),
        (5, "situation", CREW),
    ]


# --- adding and removing ------------------------------------------------------------------------


def test_a_file_is_replaced_by_what_it_has_become() -> None:
    with Archive() as archive:
        filled(archive, judged("a.txt", FERRY, CREW), judged("a.txt", LAMPS))
        assert [each.path for each in archive.files()] == ["a.txt"]
        assert likely(archive, FERRY) == []
        assert likely(archive, LAMPS) == [LAMPS]


def test_what_is_removed_leaves_nothing_behind() -> None:
    with Archive() as archive:
        kept = rows(filled(archive, judged("a.txt", FERRY, CREW)))
        filled(archive, judged("b.txt", FERRY, LAMPS))
        archive.remove("b.txt")
        assert rows(archive) == kept
        archive.remove("a.txt")
        assert set(rows(archive).values()) == {0}
        assert not archive.remove("a.txt")


def test_a_text_that_many_reports_have_is_kept_once() -> None:
    with Archive() as archive:
        filled(archive, *(judged(f"{number}.txt", FERRY) for number in range(20)))
        assert archive.sql.execute("SELECT count(*) FROM texts WHERE text = ?", (FERRY,)).fetchone() == (1,)


def test_names_are_told_from_the_folder_of_the_archive(tmp_path: Path) -> None:
    with Archive(str(tmp_path / "a.db"), new=True) as archive:
        assert archive.name(str(tmp_path / "2024" / "总结.txt")) == "2024/总结.txt"
        outside = tmp_path.parent / "别处.txt"
        assert archive.name(str(outside)) == str(outside.resolve())


def test_a_name_that_is_no_text_is_kept(tmp_path: Path) -> None:
    with Archive(str(tmp_path / "a.db"), new=True) as archive:
        filled(archive, judged(archive.name(str(tmp_path / "\udcff.txt")), FERRY))
        assert [each.path for each in archive.files()] == ["\\udcff.txt"]


# --- its file -----------------------------------------------------------------------------------


def test_a_new_version_of_fingerprints_is_made_from_the_texts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = str(tmp_path / "a.db")
    with Archive(path, new=True) as archive:
        filled(archive, judged("a.txt", FERRY, CREW))
        before = archive.sql.execute("SELECT * FROM fingerprints").fetchall()
    with sqlite3.connect(path) as old:  # as a program of an older version has left it
        old.execute("UPDATE about SET value = 0 WHERE key = 'fingerprints'")
        old.execute("UPDATE fingerprints SET number = number + 1")
    told: list[tuple[int, int]] = []
    with Archive(path, tick=lambda done, total: told.append((done, total))) as archive:
        assert archive.sql.execute("SELECT * FROM fingerprints").fetchall() == before
        assert likely(archive, FERRY)[0] == FERRY
    assert told[-1] == (3, 3)


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        pytest.param(
            "UPDATE about SET value = 99 WHERE key = 'fingerprints'",
            "newer reportlint",
            id="newer fingerprints",
        ),
        pytest.param("PRAGMA user_version = 99", "another version", id="other tables"),
        pytest.param("PRAGMA application_id = 5", "no archive of reportlint", id="another database"),
    ],
)
@pytest.mark.parametrize("new", [False, True])
def test_what_this_program_does_not_know_is_never_read_nor_changed(
    tmp_path: Path, statement: str, said: str, new: bool
) -> None:
    path = tmp_path / "a.db"
    Archive(str(path), new=True).__exit__(None, None, None)
    with sqlite3.connect(path) as other:
        other.execute(statement)
    other.close()
    before = path.read_bytes()
    with pytest.raises(ConfigError, match=said):
        Archive(str(path), new)
    assert path.read_bytes() == before


OF_OTHERS = [
    pytest.param("CREATE TRIGGER t AFTER INSERT ON files BEGIN DELETE FROM files; END", id="a trigger"),
    pytest.param(
        """ALTER TABLE fingerprints RENAME TO other;
        CREATE VIEW fingerprints AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i FROM n)
        SELECT i AS number, 1 AS text FROM n""",
        id="a view that computes without end",
    ),
    pytest.param("DROP TABLE texts", id="a table less"),
    pytest.param("CREATE TABLE more (a)", id="a table more"),
    pytest.param("DELETE FROM about", id="no version"),
    pytest.param("UPDATE about SET value = 'new' WHERE key = 'fingerprints'", id="a version that is a text"),
    pytest.param("UPDATE files SET path = CAST(path AS BLOB)", id="a path that is no text"),
    pytest.param("UPDATE files SET period = x'00'", id="a period that is no text"),
    pytest.param("UPDATE files SET characters = 'many'", id="a number that is a text"),
    pytest.param("UPDATE texts SET text = CAST(text AS BLOB)", id="a text that is none"),
    pytest.param("UPDATE texts SET text = CAST(x'FFFE' AS TEXT)", id="a text that is no UTF-8"),
    pytest.param("UPDATE texts SET text = CAST(zeroblob(150000000) AS TEXT)", id="a text that is huge"),
    pytest.param("UPDATE texts SET fingerprints = 'abc'", id="fingerprints that are a text"),
    pytest.param("UPDATE texts SET fingerprints = x'0102'", id="fingerprints that are cut"),
    pytest.param("UPDATE passages SET line = 'first'", id="a line that is a text"),
    pytest.param("DELETE FROM texts", id="texts that are gone"),
]


@pytest.mark.parametrize("statements", OF_OTHERS)
def test_what_others_have_written_into_an_archive_is_an_error(tmp_path: Path, statements: str) -> None:
    path = str(tmp_path / "a.db")
    with Archive(path, new=True) as archive:
        filled(archive, judged("a.txt", FERRY, CREW))
    with sqlite3.connect(path) as other:
        other.executescript(statements)
    other.close()
    with pytest.raises(ConfigError):
        read_all(path)


def read_all(path: str) -> None:
    with Archive(path) as archive:
        archive.files()
        archive.passages("a.txt")
        likely(archive, FERRY + LAMPS)
        archive.remove("a.txt")


def test_where_another_program_changes_an_archive_results_are_not_mixed(tmp_path: Path) -> None:
    path = str(tmp_path / "a.db")
    with Archive(path, new=True) as one:
        filled(one, judged("a.txt", FERRY))
        since = one.changes()
        with one.unchanged(since, write=True):
            assert [each.path for each in one.files()] == ["a.txt"]
        with Archive(path, new=True) as other:
            filled(other, judged("b.txt", CREW))
        with pytest.raises(ConfigError, match="run this again"), one.unchanged(since, write=True):
            pytest.fail("it was changed")


def test_who_reads_sees_one_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "_WAIT", 0.05)
    path = str(tmp_path / "a.db")
    with Archive(path, new=True) as writing:
        filled(writing, judged("a.txt", FERRY))
    with Archive(path) as reading, reading.unchanged():
        assert len(reading.files()) == 1
        with pytest.raises(ConfigError, match="another program"), Archive(path, new=True) as writing:
            filled(writing, judged("b.txt", CREW))
        assert len(reading.files()) == 1


@pytest.mark.parametrize("new", [False, True])
@pytest.mark.parametrize(
    "content", [b"\xe6\x80\xbb\xe7\xbb\x93", b"SQLite format 3\0 and then nothing of it"]
)
def test_a_file_that_is_no_archive_is_left_alone(tmp_path: Path, content: bytes, new: bool) -> None:
    path = tmp_path / "总结.txt"
    path.write_bytes(content)
    with pytest.raises(ConfigError):
        Archive(str(path), new)
    assert path.read_bytes() == content


def test_readers_see_what_was_committed_while_another_writes(tmp_path: Path) -> None:
    path = str(tmp_path / "a.db")
    with Archive(path, new=True) as writing:
        filled(writing, judged("a.txt", FERRY))
        writing.add("b.txt", judged("b.txt", CREW))
        with Archive(path) as one, Archive(path) as other:
            assert [each.path for each in one.files()] == ["a.txt"]
            assert likely(other, CREW) == []


def test_who_writes_second_is_told_why_it_must_wait(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "_WAIT", 0.05)
    path = str(tmp_path / "a.db")
    with Archive(path, new=True) as one:
        other = Archive(path, new=True)
        one.add("a.txt", judged("a.txt", FERRY))
        with pytest.raises(ConfigError, match="another program is writing"), other:
            other.add("b.txt", judged("b.txt", CREW))


KILLED = """
import os, sys
from linter.archive.index import Archive
from tests.archive.test_index import FERRY, filled, judged
archive = filled(Archive(sys.argv[1], new=True), judged("a.txt", FERRY))
archive.sql.execute("PRAGMA cache_size = 1")  # what is not committed is on the disk all the same
for number in range(200):
    archive.add(f"{number}.txt", judged(f"{number}.txt", f"第{number}号渡船大修，换了发动机和缆绳，{number}天后复航。"))
os.kill(os.getpid(), 9)
"""


@pytest.mark.process
@pytest.mark.skipif(sys.platform == "win32", reason="no such signal")
def test_a_writer_that_is_killed_leaves_what_was_committed(tmp_path: Path) -> None:
    path = str(tmp_path / "a.db")
    done = subprocess.run([sys.executable, "-c", KILLED, path], env=environment(), check=False)
    assert done.returncode == -9
    assert (tmp_path / "a.db-journal").exists(), "it was killed in the middle of its work"
    with Archive(path) as archive:
        assert [each.path for each in archive.files()] == ["a.txt"]
        assert archive.sql.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert likely(archive, FERRY) == [FERRY]
