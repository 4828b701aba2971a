"""`reportlint archive`: what a person types, and what comes of it."""

from __future__ import annotations

import csv
import json
import os
import sqlite3
import sys
from io import BytesIO, StringIO
from pathlib import Path

import openpyxl
import pytest

from tests.support.earlier_reports import LAST_YEAR, THIS_YEAR
from tests.support.program import call

OTHER = """白石社区2024年上半年工作总结

一、工作情况
老年食堂三月开张，每天供应午饭一百二十份，菜谱提前一周贴出来。
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two units in 2024, one in 2025, in an archive; the draft of the other for 2025 beside it."""
    for path, text in {
        "2024/青石.txt": LAST_YEAR,
        "2024/白石.txt": OTHER,
        "2025/青石.txt": THIS_YEAR,
        "白石草稿.txt": OTHER.replace("2024", "2025").replace("三月", "五月"),
    }.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    done = call("archive", "add", "2024", "2025", cwd=tmp_path)
    assert done.returncode == 0
    assert "加入 3 个文件，0 个没有变化" in done.stdout
    return tmp_path


# --- adding and removing ------------------------------------------------------------------------


def test_adding_again_reads_only_what_has_changed(folder: Path) -> None:
    (folder / "2024" / "白石.txt").write_text(OTHER + "食堂晚上也开门。\n", "utf-8")
    assert "加入 1 个文件，2 个没有变化" in call("archive", "add", "2024", "2025", cwd=folder).stdout
    assert (
        "3 files added, 0 unchanged"
        in call("archive", "add", "2024", "2025", "--again", "--lang", "en", cwd=folder).stdout
    )


@pytest.mark.parametrize(
    ("paths", "said"),
    [
        pytest.param(["2024"], "", id="below another folder"),
        pytest.param(["2025/今年.txt"], "", id="the file alone"),
        pytest.param(["2025"], "2025/青石.txt", id="its folder"),
        pytest.param(["."], "2025/青石.txt", id="a folder above"),
    ],
)
def test_what_was_renamed_is_told_for_it_is_there_twice(folder: Path, paths: list[str], said: str) -> None:
    (folder / "2025" / "青石.txt").rename(folder / "2025" / "今年.txt")
    done = call("archive", "add", *paths, cwd=folder)
    assert done.returncode == 0
    assert said in done.stderr
    assert bool(said) == ("磁盘上已经没有" in done.stderr)


def test_the_archive_itself_is_no_report(folder: Path) -> None:
    assert "加入 1 个文件，3 个没有变化" in call("archive", "add", ".", cwd=folder).stdout


def test_a_file_that_cannot_be_read_is_named_and_the_others_are_added(folder: Path) -> None:
    (folder / "2025" / "坏.docx").write_bytes(b"PK\x03\x04 broken")
    done = call("archive", "add", "2025", cwd=folder)
    assert done.returncode == 2
    assert "没有收入" in done.stderr
    assert "坏.docx" in done.stderr
    assert "1 个没有变化" in done.stdout


def test_a_mistyped_path_makes_no_archive(tmp_path: Path) -> None:
    (tmp_path / "2024.txt").write_text(OTHER, "utf-8")
    done = call("archive", "add", "2024.txt", "2025", cwd=tmp_path)
    assert done.returncode == 2
    assert "2025：没有这个文件或文件夹" in done.stderr
    assert os.listdir(tmp_path) == ["2024.txt"]


@pytest.mark.parametrize(
    "given",
    [
        pytest.param("2024", id="a folder"),
        pytest.param("./2024/", id="a folder, otherwise"),
    ],
)
def test_removing_takes_out_all_below_a_folder(folder: Path, given: str) -> None:
    assert "移出 2 个文件" in call("archive", "remove", given, cwd=folder).stdout
    files = json.loads(call("archive", "list", "--output-format", "json", cwd=folder).stdout)["files"]
    assert [each["path"] for each in files] == ["2025/青石.txt"]
    assert (folder / "2024" / "青石.txt").exists(), "the files themselves stay"


def test_removing_what_is_gone_from_the_disk_works_by_its_name(folder: Path) -> None:
    (folder / "2024" / "青石.txt").unlink()
    assert "移出 1 个文件" in call("archive", "remove", "2024/青石.txt", cwd=folder).stdout


@pytest.mark.parametrize(
    ("given", "left"),
    [
        pytest.param("", 3, id="nothing at all, as of a variable that is not set"),
        pytest.param("20", 3, id="the beginning of a name"),
        pytest.param("..", 0, id="a folder above"),
        pytest.param(".", 0, id="the folder of the archive"),
        pytest.param("2025/.", 2, id="a folder, in other words"),
    ],
)
def test_a_path_stands_for_what_is_below_it(folder: Path, given: str, left: int) -> None:
    done = call("archive", "remove", given, cwd=folder)
    assert done.returncode == (2 if left == 3 else 0)
    assert f"共 {left} 个文件" in call("archive", "list", cwd=folder).stdout


def test_nothing_is_removed_where_a_name_is_unknown(folder: Path) -> None:
    done = call("archive", "remove", "2024", "2023", cwd=folder)
    assert done.returncode == 2
    assert "没有 2023" in done.stderr
    assert "共 3 个文件" in call("archive", "list", cwd=folder).stdout


@pytest.mark.parametrize("command", ["remove", "list", "stats", "check", "join", "history"])
def test_where_there_is_no_archive_it_is_said_how_to_make_one(tmp_path: Path, command: str) -> None:
    (tmp_path / "a.txt").write_text(OTHER, "utf-8")
    paths = ["a.txt"] if command in ("remove", "check") else []
    done = call("archive", command, *paths, cwd=tmp_path)
    assert done.returncode == 2
    assert "archive add" in done.stderr
    assert sorted(os.listdir(tmp_path)) == ["a.txt"], "none is made"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param(("add", "2024", "--archive", ""), "要写存档的文件名", id="no name"),
        pytest.param(("list", "--archive", ""), "要写存档的文件名", id="no name to read from"),
        pytest.param(("add", "2024", "--archive", "没有/a.db"), "没有这个文件夹", id="no such folder"),
        pytest.param(("add", "2024", "--archive", "2024"), "不是 reportlint 的存档", id="a folder"),
        pytest.param(("list", "--archive", "空.db"), "archive add", id="an empty file"),
        pytest.param(("history", "-o", "reportlint-archive.db", "--force"), "是存档", id="into itself"),
        pytest.param(("history", "-o", "./reportlint-archive.db"), "是存档", id="into itself, otherwise"),
        pytest.param(("join", "--threshold", "nan"), "--threshold", id="a share that is no number"),
        pytest.param(("history", "-o", "历次.html"), "html", id="a page in format text"),
        pytest.param(("history", "--output-format", "csv", "-o", "a.xlsx"), "xlsx", id="CSV as workbook"),
    ],
)
def test_what_cannot_be_meant_is_said_and_nothing_is_written(
    folder: Path, arguments: tuple[str, ...], said: str
) -> None:
    (folder / "空.db").write_bytes(b"")
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    done = call("archive", *arguments, cwd=folder)
    assert done.returncode == 2
    assert said in done.stderr
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("output", ["-", "2024", "list.txt", "./list.txt"])
def test_results_of_a_list_go_to_a_file_of_their_own(folder: Path, output: str) -> None:
    (folder / "list.txt").write_text("白石草稿.txt\n", "utf-8")
    before = sorted(folder.iterdir())
    done = call("archive", "check-all", "list.txt", "-o", output, "--force", cwd=folder)
    assert done.returncode == 2
    assert "另写一个文件名" in done.stderr
    assert sorted(folder.iterdir()) == before


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no such files")
@pytest.mark.parametrize(
    "arguments", [("check", "白石草稿.txt", "--against", "pipe"), ("archive", "list", "--archive", "pipe")]
)
def test_a_pipe_is_not_waited_for(folder: Path, arguments: tuple[str, ...]) -> None:
    os.mkfifo(folder / "pipe")
    assert call(*arguments, cwd=folder).returncode == 2


def test_what_was_found_is_told_by_who_may_only_read(folder: Path) -> None:
    told = call("archive", "history", cwd=folder).stdout
    with sqlite3.connect(folder / "reportlint-archive.db") as other:
        other.execute("BEGIN IMMEDIATE")  # nobody else can write
        assert call("archive", "history", cwd=folder).stdout == told
    other.close()


def test_a_name_takes_one_line_of_the_list(folder: Path) -> None:
    (folder / "2024" / "两\n行.txt").write_text(OTHER, "utf-8")
    call("archive", "add", "2024", cwd=folder)
    assert len(call("archive", "list", cwd=folder).stdout.splitlines()) == 5


def test_a_draft_is_no_archive(folder: Path) -> None:
    before = (folder / "白石草稿.txt").read_bytes()
    done = call("archive", "add", "2024", "--archive", "白石草稿.txt", cwd=folder)
    assert done.returncode == 2
    assert "不是 reportlint 的存档" in done.stderr
    assert (folder / "白石草稿.txt").read_bytes() == before


# --- what it holds ------------------------------------------------------------------------------


def test_the_list_has_unit_period_and_path(folder: Path) -> None:
    assert call("archive", "list", cwd=folder).stdout.splitlines() == [
        "白石社区  2024年上半年  2024/白石.txt",
        "青石社区  2024年上半年  2024/青石.txt",
        "青石社区  2025年上半年  2025/青石.txt",
        "共 3 个文件",
    ]


def test_the_figures_of_an_archive(folder: Path) -> None:
    told = json.loads(call("archive", "stats", "--output-format", "json", cwd=folder).stdout)
    assert {key: told[key] for key in ("files", "reports", "units", "periods", "passages", "texts")} == {
        "files": 3,
        "reports": 3,
        "units": 2,
        "periods": 2,
        "passages": 9,
        "texts": 6,
    }
    assert "报告期" in call("archive", "stats", cwd=folder).stdout


# --- a draft against it -------------------------------------------------------------------------


def test_a_draft_that_is_in_the_archive_is_not_held_against_itself(folder: Path) -> None:
    done = call("archive", "check", "2025/青石.txt", "--output-format", "json", cwd=folder)
    (file,) = json.loads(done.stdout)["files"]
    assert done.returncode == 0
    assert {each["path"] for each in file["against"]["nearest"]} == {"2024/青石.txt"}
    assert file["against"]["share"] > 0.9


def test_the_archive_and_the_folder_tell_the_same(folder: Path) -> None:
    by_archive = call("archive", "check", "白石草稿.txt", "--output-format", "json", cwd=folder)
    by_folder = call("check", "白石草稿.txt", "--against", "2024", "--output-format", "json", cwd=folder)
    by_option = call(
        "check", "白石草稿.txt", "--against", "reportlint-archive.db", "--output-format", "json", cwd=folder
    )
    told = [json.loads(each.stdout)["files"][0]["against"] for each in (by_archive, by_folder, by_option)]
    assert told[0]["nearest"][0]["changes"] == [{"before": "三", "after": "五"}]
    assert told[0] == told[1] == told[2]


def test_archives_and_folders_go_together(folder: Path) -> None:
    (folder / "旧").mkdir()
    (folder / "旧" / "黑石.txt").write_text(OTHER.replace("白石", "黑石").replace("2024", "2023"), "utf-8")
    arguments = ("check", "白石草稿.txt", "--against", "reportlint-archive.db", "--against", "旧")
    done = call(*arguments, "--output-format", "json", cwd=folder)
    nearest = json.loads(done.stdout)["files"][0]["against"]["nearest"]
    assert [each["path"] for each in nearest] == ["2024/白石.txt"], "of equal ones the later report"


def test_a_draft_that_cannot_be_read_is_an_error(folder: Path) -> None:
    done = call("archive", "check", "没有.txt", cwd=folder)
    assert done.returncode == 2
    assert "没有这个文件" in done.stdout


def test_a_folder_without_drafts_is_said_to_be_one(folder: Path) -> None:
    (folder / "空").mkdir()
    assert "没有可检查的文件" in call("archive", "check", "空", cwd=folder).stdout


def test_comments_in_word_tell_of_an_archive(folder: Path) -> None:
    done = call("annotate", "白石草稿.txt", "--against", "reportlint-archive.db", cwd=folder)
    assert done.returncode == 0
    assert (folder / "白石草稿-批注.docx").exists()


# --- over time ----------------------------------------------------------------------------------


def test_history_tells_who_is_missing_what_lacks_and_whose_text_is_old(folder: Path) -> None:
    assert call("archive", "history", cwd=folder).stdout.splitlines() == [
        "2025年上半年  1/2 个单位交了",
        "  没交：白石社区",
        "  多半是旧文：青石社区 97% ← 2024/青石.txt",
        "",
        "2024年上半年  2/2 个单位交了",
        "  缺部分：白石社区（存在问题、下一步工作）",
        "",
    ]


def test_history_as_json(folder: Path) -> None:
    told = json.loads(call("archive", "history", "--output-format", "json", cwd=folder).stdout)
    assert told["periods"] == ["2024H1", "2025H1"]
    assert told["missing_units"] == {"2024H1": [], "2025H1": ["白石社区"]}
    old = {each["path"]: (each["old"], each["source"]) for each in told["reports"]}
    assert old["2024/青石.txt"] == (0.0, "")
    assert old["2025/青石.txt"] == (0.97, "2024/青石.txt")


def test_what_two_reports_of_a_unit_lack_is_told_once(folder: Path) -> None:
    (folder / "2024" / "白石又一份.txt").write_text(OTHER, "utf-8")
    call("archive", "add", "2024", cwd=folder)
    page = call("archive", "history", "--output-format", "html", cwd=folder).stdout
    assert '<td class="warning">缺 存在问题、下一步工作</td>' in page


def test_history_as_a_table(folder: Path) -> None:
    text = call("archive", "history", "--output-format", "csv", cwd=folder).stdout
    rows = list(csv.reader(StringIO(text.removeprefix("\ufeff"))))
    assert rows[0] == [
        "报告期",
        "单位",
        "文件",
        "标题",
        "旧文",
        "多半来自",
        "工作情况",
        "存在问题",
        "下一步工作",
    ]
    assert rows[1][:3] == ["2024年上半年", "白石社区", "2024/白石.txt"]
    assert rows[1][6:] == ["✓", "✗", "✗"]


def test_history_as_a_workbook(folder: Path) -> None:
    assert call("archive", "history", "--output-format", "xlsx", cwd=folder).returncode == 2, (
        "it needs a file"
    )
    done = call("archive", "history", "--output-format", "xlsx", "-o", "历次.xlsx", cwd=folder)
    assert done.returncode == 0
    book = openpyxl.load_workbook(BytesIO((folder / "历次.xlsx").read_bytes()))
    assert [[cell.value for cell in row] for row in book["各期"]] == [
        ["单位", "2024年上半年", "2025年上半年"],
        ["白石社区", "缺 存在问题、下一步工作", "没交"],
        ["青石社区", "齐全", "旧文 97%"],
    ]
    assert book["各份报告"].max_row == 4


def test_history_as_a_page_holds_what_reports_say_as_text(folder: Path) -> None:
    text = OTHER.replace("白石社区", "<b>石&社区", 1)
    (folder / "2025" / "坏名.txt").write_text(text, "utf-8")
    call("archive", "add", "2025", cwd=folder)
    page = call("archive", "history", "--output-format", "html", cwd=folder).stdout
    assert "<b>石" not in page
    assert "default-src 'none'" in page
    assert "<script" not in page
    assert '<td class="absent">没交</td>' in page


def test_a_file_is_not_overwritten_unasked(folder: Path) -> None:
    (folder / "历次.html").write_text("mine", "utf-8")
    arguments = ("archive", "history", "--output-format", "html", "-o", "历次.html")
    assert call(*arguments, cwd=folder).returncode == 2
    assert (folder / "历次.html").read_text("utf-8") == "mine"
    assert call(*arguments, "--force", cwd=folder).returncode == 0


# --- copies -------------------------------------------------------------------------------------


@pytest.mark.parametrize(("engine", "module"), [("duckdb", "duckdb"), ("spark", "pyspark")])
def test_where_an_engine_is_not_installed_it_is_said_how_to(
    folder: Path, monkeypatch: pytest.MonkeyPatch, engine: str, module: str
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    done = call("archive", "join", "--engine", engine, cwd=folder)
    assert done.returncode == 2
    assert f"pip install 'reportlint[{'archive' if engine == 'duckdb' else 'spark'}]'" in done.stderr


def test_the_copies_in_an_archive(folder: Path) -> None:
    pytest.importorskip("duckdb", reason="needs the extra `archive`")
    done = call("archive", "join", cwd=folder)
    assert done.returncode == 0
    assert "青石社区 沿用自己以前的材料：4 段" in done.stdout
    assert "2 个文件有这一段（31 字），最早的是第一个" in done.stdout
    told = json.loads(call("archive", "join", "--output-format", "json", cwd=folder).stdout)
    first = told["clusters"][0]
    assert first["source"] == "2024/青石.txt"
    assert [(each["path"], each["line"], each["share"]) for each in first["passages"]] == [
        ("2024/青石.txt", 4, 1.0),
        ("2025/青石.txt", 4, 0.906),
    ]


def test_english_is_plain(folder: Path) -> None:
    pytest.importorskip("duckdb", reason="needs the extra `archive`")
    assert (
        "from its own earlier reports: 4 passages"
        in call("archive", "join", "--lang", "en", cwd=folder).stdout
    )
    told = call("archive", "history", "--lang", "en", cwd=folder).stdout
    assert "1 of 2 units handed in" in told
    assert "sections missing: 白石社区" in told
    assert "1 file removed" in call("archive", "remove", "2025", "--lang", "en", cwd=folder).stdout
