"""`reportlint annotate` as its users meet it: where it writes, what it says, what it leaves alone."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest

from linter.readers import read
from tests.support.ooxml import docx, p
from tests.support.program import EXAMPLES, call

DRAFT = docx(p("2024年上半年工作总结") + p("一、工作情况") + p("截止目前，完成12项。"))


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """A Word file in a folder that no configuration reaches."""
    (tmp_path / ".git").mkdir()
    path = tmp_path / "总结.docx"
    path.write_bytes(DRAFT)
    return path


def comments(path: Path) -> str:
    return ZipFile(path).read("word/comments.xml").decode()


def test_the_answer_is_written_where_it_is_wanted(draft: Path) -> None:
    output = draft.with_name("reviewed.docx")
    done = call("annotate", draft, "-o", output)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(f"已写入 {output}：批注 ")
    assert "until-now" in comments(output)
    assert draft.read_bytes() == DRAFT


def test_without_a_name_it_stands_beside_the_draft(draft: Path) -> None:
    call("annotate", draft)
    call("annotate", draft, "--lang", "en")
    names = sorted(path.name for path in draft.parent.iterdir() if path.is_file())
    assert names == ["总结-reviewed.docx", "总结-批注.docx", "总结.docx"]
    assert "Rule: until-now" in comments(draft.with_name("总结-reviewed.docx"))


def test_in_place_only_when_asked(draft: Path) -> None:
    assert call("annotate", draft, "--in-place").returncode == 0
    assert read(str(draft), draft.read_bytes()).text == read("d.docx", DRAFT).text
    assert [path.name for path in draft.parent.iterdir() if path.is_file()] == ["总结.docx"]


def test_from_a_text_a_word_file_is_made_and_this_is_said(tmp_path: Path) -> None:
    done = call("annotate", EXAMPLES / "missing.txt", "-o", tmp_path / "a.docx", "--lang", "en")
    assert "made from its text" in done.stdout
    assert "missing" in comments(tmp_path / "a.docx")


REFUSED = [
    ("a file that is there", ["-o", "there.docx"], "已存在"),
    ("the draft itself", ["-o", "总结.docx", "--force"], "已存在"),
    ("both ways at once", ["-o", "a.docx", "--in-place"], "只能选一个"),
    ("a suffix that Word refuses", ["-o", "a.docm"], "扩展名应为 .docx"),
    ("a folder that is not there", ["-o", "no/a.docx"], "无法写入"),
    ("a rule that is not there", ["--ignore", "no-such"], "no-such"),
]


@pytest.mark.parametrize(
    ("arguments", "reason"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED]
)
def test_it_refuses(draft: Path, arguments: list[str], reason: str) -> None:
    there = draft.with_name("there.docx")
    there.write_bytes(b"there")
    done = call("annotate", draft.name, *arguments, cwd=draft.parent)
    assert (done.returncode, done.stdout) == (2, "")
    assert reason in done.stderr
    assert "Traceback" not in done.stderr
    assert there.read_bytes() == b"there"
    assert draft.read_bytes() == DRAFT


def test_in_place_needs_a_word_file(tmp_path: Path) -> None:
    text = tmp_path / "总结.txt"
    text.write_text("工作总结\n截止目前", "utf-8")
    assert call("annotate", text, "--in-place").returncode == 2
    assert text.read_text("utf-8") == "工作总结\n截止目前"


def test_force_replaces_the_output(draft: Path) -> None:
    there = draft.with_name("there.docx")
    there.write_bytes(b"there")
    assert call("annotate", draft, "--output-file", there, "--force").returncode == 0
    assert "until-now" in comments(there)


def test_what_cannot_be_read_is_said(tmp_path: Path) -> None:
    broken = tmp_path / "a.docx"
    broken.write_bytes(DRAFT[:200])
    done = call("annotate", broken)
    assert (done.returncode, done.stdout) == (2, "")
    assert "损坏" in done.stderr
