"""The benchmark that counts what is said of texts on which to be silent."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[1]
CLEAN = "关于调整图书室开放时间的通知\n各村（社区）：\n图书室自7月1日起每周开放六天，请转告村民。\n桥头镇文化站\n2024年6月20日\n"
LEFT = "桥头镇上半年工作总结\n一、工作情况\n全镇修缮水渠××公里，惠及农户三百户。\n二、下一步打算\n年底前完成剩余水渠的清淤。\n"


def benchmark() -> ModuleType:
    """The script as a module."""
    path = ROOT / "benchmarks" / "silence.py"
    spec = importlib.util.spec_from_file_location("silence", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def said(
    *arguments: object, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> list[str]:
    """The lines that the script prints."""
    monkeypatch.setattr(sys, "argv", ["silence.py", *map(str, arguments)])
    benchmark().main()
    return capsys.readouterr().out.splitlines()


def test_findings_are_counted_marked_and_compared(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    texts, sheet = tmp_path / "texts", tmp_path / "sheet.tsv"
    texts.mkdir()
    (texts / "通知.txt").write_text(CLEAN, encoding="utf-8")
    (texts / "总结.txt").write_text(LEFT, encoding="utf-8")

    def run(*arguments: object) -> list[str]:
        return said(*arguments, monkeypatch=monkeypatch, capsys=capsys)

    lines = run(texts, "--sheet", sheet, "--show", "leftover-mask")
    assert lines[0] == "     1  leftover-mask"
    assert lines[1].startswith("总结.txt:3 leftover-mask “××”")
    assert lines[-1].startswith("1 findings in ")

    marked = sheet.read_text("utf-8").rstrip("\n") + "1\n通知.txt\t4\tresidue-web\t桥头镇文化站\t\t0\n"
    sheet.write_text(marked, encoding="utf-8")
    assert run("--marked", sheet)[-1] == "     1 of      2 right in all"
    kept = run(texts, "--against", sheet)[-2]
    assert kept == "right, still found: 1 of 1; wrong, still said: 0 of 1; new: 0"
