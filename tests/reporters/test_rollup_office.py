"""The workbook as LibreOffice reads it: every cell comes through as text, and none is calculated."""

import csv
import shutil
import subprocess
from pathlib import Path

import pytest

from linter import api
from linter.model.finding import FileOutcome, PartResult, Result

CALC = shutil.which("localc") or shutil.which("scalc")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.process,
    pytest.mark.skipif(CALC is None, reason="LibreOffice Calc is not installed"),
]


def test_libreoffice_shows_what_was_written(tmp_path: Path) -> None:
    titles = ("=1+1", "+1", "-1", "@SUM(1)", "关于防汛工作的报告")
    parts = tuple(PartResult(title, 1, 1, (), "青山镇", "2026H1") for title in titles)
    book = tmp_path / "a.xlsx"
    book.write_bytes(api.report(Result((FileOutcome("=a.txt", "work-report", parts=parts),)), "xlsx"))
    command = [
        CALC or "", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless",
        "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76", "--outdir", tmp_path, book,
    ]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    with (tmp_path / "a.csv").open(encoding="utf-8", newline="") as file:
        heads, *rows = csv.reader(file)
    assert heads[:4] == ["文件", "标题", "单位", "报告期"]
    assert [row[1] for row in rows] == list(titles)
    assert {row[0] for row in rows} == {"=a.txt"}
