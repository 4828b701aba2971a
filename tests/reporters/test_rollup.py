"""The table of many reports, for spreadsheets: a row for each, and no text of a draft that is a formula."""

import csv
import json
import re
from collections.abc import Callable
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from linter import api
from linter.engine.handed_in import with_units
from linter.model.finding import FileOutcome, PartResult, Result
from linter.model.message import Message
from linter.reporters import View, is_earlier, reporter
from linter.reporters.cells import begins_formula
from linter.reporters.page_data import page_data
from tests.support.program import call

REPORT = """{unit}2026年上半年意识形态工作总结

一、加强组织领导
成立以书记为组长的领导小组，班子成员分片包干，每季度专题研究一次，全年任务分解到人、到月。
二、抓好理论学习
组织集中学习十二次，党员干部全部参加，学习记录和心得逐一存档，缺席的人当周补课。
三、管好宣传阵地
{unit}的公众号由专人审核，发布前两人核对，上半年发布信息四十六条，没有一条被退回。
四、存在问题
{problem}
五、下一步打算
下半年再组织两次培训，把审核的办法写成制度，年底前检查一次落实情况。

{unit}
2026年7月3日
"""
PROBLEM = "学习的形式还比较单一，年轻干部参加讨论不够主动，个别支部的记录不完整，需要改进。"
FILES = {
    "青山镇.txt": REPORT.format(unit="青山镇人民政府", problem=PROBLEM),
    "财政局.txt": REPORT.format(unit="白河区财政局", problem="无"),
    "=HYPERLINK(1).txt": "+2026年上半年意识形态工作总结\n\n一、加强组织领导\n成立领导小组。\n",
}
HEADS = ["文件", "标题", "单位", "报告期", "规则集"]


@pytest.fixture(scope="module")
def result() -> Result:
    drafts = [api.draft(text.encode(), name) for name, text in FILES.items()]
    judged = api.check_many(drafts, "ideology-work-report", api.Settings(units=("青山镇", "人事科")))
    unread = FileOutcome("坏.docx", "", Message("坏.docx：打不开", "坏.docx: cannot be opened"))
    return judged._replace(files=(*judged.files, unread))


def rows(result: Result, lang: str = "zh") -> list[dict[str, str]]:
    text = api.report(result, "csv", View(lang))
    assert text.startswith("\ufeff")
    return list(csv.DictReader(StringIO(text.removeprefix("\ufeff"))))


def test_every_report_unreadable_file_and_missing_unit_has_a_row(result: Result) -> None:
    found = [(row["文件"], row["单位"], row["报告期"], row["说明"]) for row in rows(result)]
    assert found == [
        ("青山镇.txt", "青山镇人民政府", "2026年上半年", ""),
        ("财政局.txt", "白河区财政局", "2026年上半年", ""),
        ("'=HYPERLINK(1).txt", "", "2026年上半年", ""),
        ("坏.docx", "", "", "打不开"),
        ("", "人事科", "", "没有交"),
    ]


@pytest.mark.parametrize(
    ("lang", "head", "said"), [("zh", "报告期", "2026年上半年"), ("en", "period", "first half of 2026")]
)
def test_a_period_is_said_in_words_in_every_table(result: Result, lang: str, head: str, said: str) -> None:
    assert rows(result, lang)[0][head] == said
    assert sheets(result, lang)["汇总" if lang == "zh" else "Summary"]["D2"].value == said
    assert page_data(result, View())["files"][0]["parts"][0]["period_words"][lang] == said
    assert json.loads(api.report(result, "json", View(lang)))["files"][0]["parts"][0]["period"] == "2026H1"


def test_a_row_says_of_each_required_section_whether_it_is_there(result: Result) -> None:
    told = [[row[title] for title in ("组织领导", "存在问题", "下一步工作")] for row in rows(result)]
    assert told[0] == ["✓", "✓", "✓"]
    assert told[1][1] in ("空", "短")
    assert told[2] == ["短", "✗", "✗"]
    assert told[3:] == [["未查"] * 3, [""] * 3]


def test_a_row_counts_and_says_with_whom_it_shares_passages(result: Result) -> None:
    first, second, *_, unread, missing = rows(result)
    assert "财政局.txt（" in first["雷同"]
    assert "青山镇.txt（" in second["雷同"]
    assert int(second["错误"]) + int(second["警告"]) > 0
    assert [unread["错误"], missing["警告"]] == ["", ""]


def test_heads_are_in_the_language_that_is_asked_for(result: Result) -> None:
    assert list(rows(result, "en")[0])[:5] == ["file", "title", "unit", "period", "ruleset"]
    assert list(rows(result)[0])[:5] == HEADS


def test_a_section_that_a_ruleset_does_not_require_is_left_empty() -> None:
    drafts = [api.draft(REPORT.format(unit="甲局", problem=PROBLEM).encode(), "a.txt")]
    drafts.append(api.draft("甲局2026年上半年工作总结\n\n一、工作情况\n走访群众四十户。\n".encode(), "b.txt"))
    first, second = rows(api.check_many(drafts))
    assert (first["组织领导"], second["组织领导"]) == ("✓", "")


def test_no_table_says_that_a_report_has_what_its_kind_does_not_require() -> None:
    ideology = REPORT.format(unit="甲局", problem=PROBLEM)
    work = "甲局2026年上半年工作总结\n\n一、工作情况\n走访群众四十户，修路三条，长十一公里。\n"
    drafts = [api.draft(f"{ideology}\n{work}".encode(), name) for name in ("a.txt", "b.txt")]
    result = api.check_many(drafts)
    assert result.files[0].ruleset == "ideology-work-report+work-report"
    assert [row["组织领导"] for row in rows(result)] == ["✓", ""] * 2
    (line,) = (each for each in api.report(result, "markdown").splitlines() if "| a.txt (2)" in each)
    assert line.count("✓") == 1
    shown = api.report(result, "text", View(summary=True)).splitlines()
    (line,) = (each for each in shown if each.startswith("  a.txt (2)"))
    assert line.count("✓") == 1


@pytest.mark.parametrize("text", ["总结", "5月", "（=1）", "'=1", "a=b", "1-2", ""])
def test_ordinary_text_stays_as_it_is(text: str) -> None:
    assert not begins_formula(text)


@pytest.mark.parametrize(
    "text", ["=1", "+1", "-1", "@sum", "\t=1", "\r=1", " =1", "　＝1", "＋1", "－1", "＠a"]
)
def test_what_a_program_may_take_for_a_formula_is_known(text: str) -> None:
    assert begins_formula(text)


# --- the workbook -----------------------------------------------------------------------------


def sheets(result: Result, lang: str = "zh") -> dict[str, Any]:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.load_workbook(BytesIO(api.report(result, "xlsx", View(lang))))
    return {sheet.title: sheet for sheet in book}


def test_the_workbook_has_three_sheets_with_frozen_heads_and_filters(result: Result) -> None:
    found = sheets(result)
    assert list(found) == ["汇总", "问题", "雷同"]
    assert list(sheets(result, "en")) == ["Summary", "Findings", "Copies"]
    for sheet in found.values():
        assert sheet.freeze_panes == "B2"
        assert sheet.auto_filter.ref == sheet.dimensions
        assert all(sheet.column_dimensions[cell.column_letter].width > 5 for cell in sheet[1])


def test_the_workbook_says_what_the_table_says(result: Result) -> None:
    heads, *lines = ([cell.value for cell in row] for row in sheets(result)["汇总"])
    told = [
        dict(zip(heads, ("" if value is None else str(value) for value in line), strict=True))
        for line in lines
    ]
    said = rows(result)
    said[2]["文件"] = said[2]["文件"].removeprefix("'")
    said[2]["标题"] = said[2]["标题"].removeprefix("'")
    assert told == said


def test_the_sheet_of_findings_has_all_of_them_and_that_of_copies_both_files(result: Result) -> None:
    found = sheets(result)
    assert found["问题"].max_row - 1 == sum(len(file.findings) for file in result.files) > 0
    first, second, passages, characters, *shares = (cell.value for cell in found["雷同"][2])
    assert {first, second} == {"青山镇.txt", "财政局.txt"}
    assert (passages > 0, characters > 0) == (True, True)
    assert all(0 < share <= 1 for share in shares)
    assert found["雷同"]["E2"].number_format == "0%"


def test_states_are_coloured(result: Result) -> None:
    sheet = sheets(result)["汇总"]
    grounds = {cell.value: cell.fill.fgColor.rgb for row in sheet["F2:J5"] for cell in row}
    assert grounds["✓"] != grounds["✗"] != grounds["短"] != grounds["未查"]


def test_no_cell_of_the_workbook_is_a_formula_or_a_link(result: Result) -> None:
    texts = ("=1+1", "'=cmd|' /C calc'!A0", "http://example.org/", "mailto:a@b", "{=1}", "-1")
    parts = tuple(PartResult(text, 1, 1, (), text) for text in texts)
    hostile = Result((FileOutcome("=a.txt", "work-report", parts=parts),))
    sheet = sheets(with_units(hostile, ["@甲"]))["汇总"]
    assert [cell.value for cell in sheet["B"][1:]] == [*texts, None]
    for row in sheet.iter_rows():
        for cell in row:
            assert cell.data_type in ("s", "n")
            assert cell.hyperlink is None
    assert sheet["B2"].quotePrefix
    assert not sheet["B4"].quotePrefix


def test_the_same_result_gives_the_same_workbook(result: Result) -> None:
    pytest.importorskip("xlsxwriter")
    assert api.report(result, "xlsx") == api.report(result, "xlsx")


def locked(data: bytes) -> bytes:
    """A zip file whose entries are said to need a password."""
    return re.sub(rb"(?s)(PK\x01\x02.{4}).", lambda found: found[1] + b"\1", data)


def garbled(data: bytes) -> bytes:
    """A zip file whose entries cannot be unpacked."""
    found = bytearray(data)
    for entry in ZipFile(BytesIO(data)).infolist():
        start = entry.header_offset + 30 + len(entry.filename)
        found[start : start + entry.compress_size] = b"\xff" * entry.compress_size
    return bytes(found)


@pytest.mark.parametrize("spoil", [locked, garbled, lambda data: data[:-30], lambda _: b"PK\x03\x04"])
def test_a_workbook_that_cannot_be_unpacked_is_no_earlier_report(
    result: Result, spoil: Callable[[bytes], bytes]
) -> None:
    pytest.importorskip("xlsxwriter")
    data = api.report(result, "xlsx")
    assert is_earlier("xlsx", data)
    assert not is_earlier("xlsx", spoil(data))


def test_a_text_longer_than_a_cell_is_cut() -> None:
    long = Result((FileOutcome("a.txt", "x", parts=(PartResult("总" * 40_000, 1, 1, ()),)),))
    assert len(sheets(long)["汇总"]["B2"].value) == 32_767


# --- the command line -------------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in list(FILES.items())[:2]:
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


@pytest.mark.parametrize(
    "options", [("--output-format", "xlsx"), ("--output-format", "xlsx", "--report", "csv:a.csv")]
)
def test_a_workbook_needs_a_file(folder: Path, options: tuple[str, ...]) -> None:
    done = call("check", ".", *options, cwd=folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert "请加 -o 文件名.xlsx" in done.stderr
    assert not (folder / "a.csv").exists()


def test_a_workbook_that_somebody_has_saved_is_left_alone(folder: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    command = "check", ".", "--output-format", "xlsx", "-o", "总表.xlsx"
    assert [call(*command, cwd=folder).returncode for _ in range(2)] == [1, 1]
    book = openpyxl.load_workbook(folder / "总表.xlsx")
    book.active["Z1"] = "张主任已核"
    book.save(folder / "总表.xlsx")
    saved = (folder / "总表.xlsx").read_bytes()
    done = call(*command, cwd=folder)
    assert (done.returncode, "没有改动" in done.stderr) == (2, True)
    assert (folder / "总表.xlsx").read_bytes() == saved


def test_a_csv_in_a_file_is_what_goes_to_the_output(folder: Path) -> None:
    shown = call("check", ".", "--output-format", "csv", cwd=folder).stdout
    call("check", ".", "--output-format", "csv", "-o", "a.csv", cwd=folder)
    assert (folder / "a.csv").read_text("utf-8") == shown
    assert shown.startswith("\ufeff文件,标题")


def test_without_the_extra_the_user_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "xlsxwriter", None)
    with pytest.raises(api.ConfigError, match=r"pip install 'reportlint\[xlsx\]'"):
        reporter("xlsx")
