"""Copies of drafts with our comments in them: known by their content, and left out of a folder's check."""

from pathlib import Path

import pytest

from linter import api
from linter.project.copies import is_annotated_copy
from linter.project.files import MAX_BYTES
from tests.support.ooxml import docx, p
from tests.support.program import call

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
