"""Our own work, known by its content and left out of a folder's check: copies with our comments, pages."""

import json
import subprocess
from pathlib import Path

import pytest

from linter import api
from linter.model.finding import Result
from linter.project.copies import is_annotated_copy, is_report_file
from linter.project.files import MAX_BYTES, expand
from linter.reporters import REPORTERS, View
from linter.reporters.html import page
from tests.support.ooxml import docx, p
from tests.support.outcomes import EMPTY, GOOD, REPORT
from tests.support.program import call, command, environment

TEXT = "2024年上半年工作总结\n一、工作情况\n截止目前，完成12项。"
DRAFT = docx("".join(map(p, TEXT.split("\n"))))
COPY = api.annotate(DRAFT, "总结.docx").data


def with_comments(*comments: tuple[str, str]) -> bytes:
    """A Word file with comments of some authors and initials."""
    xml = (
        f'<w:comment w:id="{number}" w:author="{author}" w:initials="{initials}">{p("请补数字")}</w:comment>'
        for number, (author, initials) in enumerate(comments)
    )
    return docx(p(TEXT), comments="".join(xml))


COPIES = {
    "of a Word file": COPY,
    "of a text": api.annotate(TEXT.encode(), "总结.txt").data,
    "of a copy": api.annotate(COPY, "批注稿.docx").data,
    "in English": api.annotate(DRAFT, "d.docx", lang="en").data,
    "with tracked changes": api.annotate(DRAFT, "d.docx", suggest=True).data,
    "among others' comments": with_comments(("季青岚", "季"), ("reportlint", "RLC")),
    "behind others' comments": with_comments(*[("季青岚", "季")] * 2000, ("reportlint", "RLC")),
}
DRAFTS = {
    "no comments": DRAFT,
    "comments of somebody else": with_comments(("季青岚", "RLC"), ("尹松年", "RL")),
    "comments about us": docx(p(TEXT), comments=p('author="reportlint" initials="RLC"')),
    "answered in place": api.annotate(DRAFT, "d.docx", in_place=True).data,
    "a copy answered in place": api.annotate(COPY, "d.docx", in_place=True).data,
    "no archive": TEXT.encode(),
    "cut off": COPY[: len(COPY) // 2],
    "empty": b"",
}


@pytest.mark.parametrize("data", COPIES.values(), ids=COPIES)
def test_a_copy_is_known_whatever_its_name(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "送审稿.docx"
    path.write_bytes(data)
    assert is_annotated_copy(str(path), MAX_BYTES)
    assert not is_annotated_copy(str(path), len(data) - 1)


@pytest.mark.parametrize("data", DRAFTS.values(), ids=DRAFTS)
def test_any_other_file_is_a_draft(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "送审稿.docx"
    path.write_bytes(data)
    assert not is_annotated_copy(str(path), MAX_BYTES)


def test_a_check_of_a_folder_leaves_a_copy_out_and_says_so_when_asked(tmp_path: Path) -> None:
    (tmp_path / "总结.docx").write_bytes(DRAFT)
    call("annotate", tmp_path / "总结.docx", "-o", tmp_path / "送局长.docx")
    arguments = ("check", tmp_path, "--isolated", "--exit-zero", "--output-format", "concise")
    silent, told = call(*arguments), call(*arguments, "--verbose")
    assert "总结.docx" in silent.stdout
    assert "送局长.docx" not in silent.stdout + silent.stderr
    assert "送局长.docx" in told.stderr
    assert told.stdout == silent.stdout


def test_a_copy_that_is_named_is_checked(tmp_path: Path) -> None:
    path = tmp_path / "送局长.docx"
    path.write_bytes(COPY)
    done = call("check", path, "--isolated", "--exit-zero", "--output-format", "concise", "--verbose")
    assert "送局长.docx" in done.stdout
    assert done.stderr == ""


# --- earlier reports ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "text", "ours"),
    [
        ("a.html", page(None, "zh"), True),
        ("结果.HTM", page("{}", "en"), True),
        ("a.html", "<!doctype html>\n<html lang='zh-CN'>\n<title>工作总结</title>", False),
        ("a.html", "", False),
        ("a.txt", page(None, "zh"), True),
        ("结果.txt", f"{'一' * 9000}\n不通过：2 个错误（共 1 个文件、1 份报告）\n", True),
        ("out.TEXT", "a.txt\n\nPassed: nothing found (1 file, 1\nreport)\n", True),
        ("结果.md", "<!-- reportlint -->\n### reportlint · 通过：1 个警告\n", True),
        ("a.txt", "检查情况\n通过：没有发现问题的有三家（共 1 个文件）。\n", False),
        ("a.md", "# 工作总结\n不通过：2 个错误（共 1 个文件、1 份报告）\n", False),
        ("a.txt", "", False),
        ("a.docx", "通过：没有发现问题（共 1 个文件、1 份报告）", False),
    ],
)
def test_a_report_is_known_by_its_beginning_or_its_end(
    tmp_path: Path, name: str, text: str, ours: bool
) -> None:
    path = tmp_path / name
    path.write_text(text, "utf-8")
    assert is_report_file(str(path), MAX_BYTES) is ours


LONG = Result((REPORT,) * 60)


@pytest.mark.parametrize(
    "result", [Result((REPORT,)), LONG, Result((EMPTY, GOOD))], ids=["one", "many", "error"]
)
@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("form", [form for form, about in REPORTERS.items() if not about.binary])
def test_a_report_in_any_format_is_known_in_a_plain_file(
    tmp_path: Path, form: str, lang: str, result: Result
) -> None:
    path = tmp_path / "结果.txt"
    path.write_bytes(str(api.report(result, form, View(lang))).encode())
    assert is_report_file(str(path), MAX_BYTES)


DRAFT_TEXTS = [
    "工作总结\n一、工作情况：3:1: error 一栏填错。\n",
    "a.txt:3:1: error leftover-mask 有占位符\n以上问题请各科室改正。\n",
    "：：本周安排\n",
    "::error::a\n各科室：\n",
    "{单位}2025年工作总结\n本工作用 reportlint 检查过。\n",
    "[通知] 关于做好总结的通知\n",
    "<单位>工作总结\n",
    "\ufeff工作总结\n一、工作情况\n",
    '{"tool": {"name": "另一个"}}',
    "error\n",
    "  \n",
]


@pytest.mark.parametrize("text", DRAFT_TEXTS)
def test_a_text_that_begins_like_a_report_is_a_draft(tmp_path: Path, text: str) -> None:
    path = tmp_path / "总结.txt"
    path.write_text(text + "全镇走访120户。\n" * (400 if text.startswith("a.txt") else 0), "utf-8")
    assert not is_report_file(str(path), MAX_BYTES)


@pytest.mark.process
@pytest.mark.parametrize("stream", ["stdout", "stderr"])
def test_the_file_into_which_the_output_goes_is_no_draft(tmp_path: Path, stream: str) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "总结.txt").write_text(TEXT, "utf-8")
    with open(tmp_path / "结果.txt", "wb") as file:
        streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, stream: file}
        done = subprocess.run(
            command("check", ".", "--output-format", "json"),
            cwd=tmp_path,
            env=environment(),
            check=False,
            **streams,
        )
    said = (tmp_path / "结果.txt").read_bytes() if stream == "stdout" else done.stdout
    assert [file["path"] for file in json.loads(said)["files"]] == ["总结.txt"]


def test_a_page_that_is_not_there_is_none(tmp_path: Path) -> None:
    assert not is_report_file(str(tmp_path / "a.html"), MAX_BYTES)


def test_a_folder_leaves_out_pages_until_one_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(page(None, "zh"), "utf-8")
    (tmp_path / "b.txt").write_text("总结\n", "utf-8")
    assert [Path(each).name for each in expand([str(tmp_path)], lambda path: False)] == ["b.txt"]
    assert len(list(expand([str(tmp_path / "a.html")], lambda path: False))) == 1
