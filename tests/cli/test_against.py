"""`--against`: the earlier reports that a run is told of, and what each output says of them."""

from __future__ import annotations

import json
import os
import zipfile
from pathlib import Path

import pytest

from tests.support.earlier_reports import LAST_YEAR, THIS_YEAR
from tests.support.program import call

OTHER = "白石社区2025年上半年工作总结\n\n一、工作情况\n老年食堂三月开张，每天供应午饭一百二十份，菜谱提前一周贴出来。\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "2024").mkdir()
    (tmp_path / "2024" / "总结.txt").write_text(LAST_YEAR, "utf-8")
    (tmp_path / "今年.txt").write_text(THIS_YEAR, "utf-8")
    (tmp_path / "新写.txt").write_text(OTHER, "utf-8")
    return tmp_path


def test_it_changes_neither_the_findings_nor_the_exit_status(folder: Path) -> None:
    plain = call("check", "今年.txt", "--output-format", "json", cwd=folder)
    told = call("check", "今年.txt", "--against", "2024", "--output-format", "json", cwd=folder)
    (file,), (beside,) = (json.loads(each.stdout)["files"] for each in (plain, told))
    assert beside.pop("against")["share"] > 0.9
    assert beside == file
    assert told.returncode == plain.returncode


def test_the_json_has_the_keys_of_the_contract(folder: Path) -> None:
    done = call("check", "今年.txt", "--against", "2024/总结.txt", "--output-format", "json", cwd=folder)
    against = json.loads(done.stdout)["files"][0]["against"]
    assert [*against][:3] == ["share", "sections", "nearest"]
    assert {"section": "next_steps", "title": "下一步工作", "share": 1.0} in against["sections"]
    first = against["nearest"][0]
    assert [*first][:4] == ["line", "path", "earlier_line", "share"]
    assert (first["line"], first["path"], first["earlier_line"]) == (4, "2024/总结.txt", 4)
    assert first["changes"] == [{"before": "96", "after": "104"}]


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        (
            "zh",
            [
                "见于 2024/总结.txt（2024年上半年）",
                "入户走访1830户（第 4 行）",
                "上次的打算，这次又写成打算，请说明进展：第 11 行",
                "96→104",
            ],
        ),
        (
            "en",
            [
                "stands in 2024/总结.txt (the first half of 2024)",
                "入户走访1830户 (line 4)",
                "Planned before and planned again; say how far it got: line 11",
                "96→104",
            ],
        ),
    ],
)
def test_people_read_what_is_old_and_what_to_look_at(folder: Path, lang: str, said: list[str]) -> None:
    shown = " ".join(
        call("check", "今年.txt", "--against", "2024", "--lang", lang, cwd=folder).stdout.split()
    )
    for words in said:
        assert "".join(words.split()) in "".join(shown.split())


def test_what_is_new_is_said_to_be_new(folder: Path) -> None:
    shown = call("check", "新写.txt", "--against", "2024", cwd=folder).stdout
    assert "没有成段来自以前材料的文字" in shown
    assert "上次的打算，这次没有提到：“十月底前给地下车库换上声控灯，坏灯两天内修好”" in "".join(
        shown.split()
    )


def test_of_many_drafts_those_that_are_old_are_named_first(folder: Path) -> None:
    shown = call("check", "今年.txt", "新写.txt", "--against", "2024", "--summary", cwd=folder).stdout
    told = shown[shown.index("文字多半来自以前的材料") :]
    assert "今年.txt ← 2024/总结.txt" in told
    assert "新写.txt" not in told


def test_a_file_that_both_lead_to_belongs_to_the_path_nearer_to_it(folder: Path) -> None:
    done = call("check", ".", "--against", "2024", "--output-format", "json", cwd=folder)
    files = {file["path"]: file["against"]["share"] for file in json.loads(done.stdout)["files"]}
    assert {os.path.basename(path) for path in files} == {"今年.txt", "新写.txt"}
    assert max(files.values()) > 0.9
    done = call("check", "2024", "--against", ".", "--output-format", "json", cwd=folder)
    (file,) = json.loads(done.stdout)["files"]
    assert file["path"] == "2024/总结.txt"
    assert {os.path.basename(each["path"]) for each in file["against"]["nearest"]} == {"今年.txt"}


@pytest.mark.parametrize("command", ["check", "annotate"])
def test_a_path_that_leads_to_nothing_is_an_error(folder: Path, command: str) -> None:
    done = call(command, "今年.txt", "--against", "2042", "--against", "2024", cwd=folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert "没有 2042 这个文件或文件夹" in done.stderr


def test_drafts_that_are_checked_are_no_earlier_reports(folder: Path) -> None:
    done = call("check", "今年.txt", "--against", "今年.txt", cwd=folder)
    assert done.returncode == 2
    assert "没有可以对照的材料" in done.stderr
    found = json.loads(
        call("check", "今年.txt", "--against", ".", "--output-format", "json", cwd=folder).stdout
    )
    assert {each["path"] for each in found["files"][0]["against"]["nearest"]} == {"2024/总结.txt"}


def test_where_no_earlier_report_can_be_read_it_is_said_why(folder: Path) -> None:
    (folder / "坏的.docx").write_bytes(b"PK\x03\x04 broken")
    done = call("check", "今年.txt", "--against", "坏的.docx", cwd=folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert "没有拿 坏的.docx 对照：文件" in done.stderr


def test_a_file_that_cannot_be_read_is_named_and_the_others_are_compared(folder: Path) -> None:
    (folder / "2024" / "坏的.docx").write_bytes(b"PK\x03\x04 broken")
    done = call("check", "今年.txt", "--against", "2024", "--output-format", "json", cwd=folder)
    assert json.loads(done.stdout)["files"][0]["against"]["share"] > 0.9
    assert "没有拿 2024/坏的.docx 对照：" in call("check", "今年.txt", "--against", "2024", cwd=folder).stdout


@pytest.mark.parametrize("form", ["markdown", "csv", "html"])
def test_the_share_stands_in_every_report_that_people_read(folder: Path, form: str) -> None:
    shown = call(
        "check", "今年.txt", "--against", "2024", "--output-format", form, "-o", "out", cwd=folder
    ).stdout
    assert shown == ""
    assert "2024年上半年" in (folder / "out").read_text("utf-8-sig")


def test_a_word_copy_has_a_comment_on_each_old_passage(folder: Path) -> None:
    assert call("annotate", "今年.txt", "--against", "2024", "-o", "批注.docx", cwd=folder).returncode == 0
    comments = zipfile.ZipFile(folder / "批注.docx").read("word/comments.xml").decode()
    assert comments.count("← 2024/总结.txt") == 4
    assert "96→104" in comments
