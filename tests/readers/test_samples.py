"""The report of tests/samples as each reader gives it: paragraph by paragraph, with numbers and levels."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from linter.model.document import Document
from linter.readers import READERS, read
from tests.samples.make import (
    COMMENT,
    COMMENTED,
    DELETED,
    FILES,
    INSERTED,
    NOTE,
    NOTED,
    REPORT,
    Line,
    Table,
    lines,
    marked_level,
)

Row = tuple[str, str, str, int]
"""Kind, text, label and level of a block."""

OFFICE = (
    "report.docx",
    pytest.param("report.doc", marks=pytest.mark.process),
    "report.odt",
    "report.rtf",
)
TEXTS = ("utf8.txt", "bom-crlf.txt", "gbk.txt", "utf16.txt", "wrapped.txt")
MARKED = ("report.md", "report.html")
ENCODINGS = {
    "utf8.txt": "utf-8",
    "bom-crlf.txt": "utf-8-bom",
    "gbk.txt": "gb18030",
    "utf16.txt": "utf-16-le-bom",
    "wrapped.txt": "utf-8",
    "report.md": "utf-8",
    "report.html": "gb18030",
}


def document(name: str) -> Document:
    return read(name, FILES[name]())


def blocks(found: Document) -> list[Row]:
    return [
        (block.kind, found.text[block.start : block.end].lstrip("\u3000# "), block.label, block.level)
        for block in found.blocks
    ]


def cells(table: Table) -> Iterator[str]:
    for row in table.rows:
        yield from row


def as_office() -> Iterator[Row]:
    """Numbers beside the text, levels as set, the footnote at the end."""
    for item in REPORT:
        if isinstance(item, Table):
            yield from (("cell", cell, "", 0) for cell in cells(item))
        else:
            yield "paragraph", item.text, item.label, item.level
    yield "note", NOTE, "", 0


def as_marked() -> Iterator[Row]:
    """Numbers in the text, levels by the signs or tags."""
    for item in (*REPORT, Line("注：" + NOTE)):
        if isinstance(item, Table):
            yield from (("cell", cell, "", 0) for cell in cells(item))
        else:
            yield "paragraph", item.label + item.text, "", marked_level(item)


def as_printed(note: str) -> Iterator[Row]:
    """Numbers in the text, cells as paragraphs, no levels; the note as it stands on the page."""
    for item in (*REPORT, Line(note)):
        texts = cells(item) if isinstance(item, Table) else (item.label + item.text,)
        yield from (("paragraph", text, "", 0) for text in texts)


@pytest.mark.parametrize("name", OFFICE)
def test_office_files_are_read_right(name: str) -> None:
    wanted = list(as_office())
    if name == "report.rtf":  # LibreOffice writes no outline levels there
        wanted = [(*row[:3], 0) for row in wanted]
    assert blocks(document(name)) == wanted


@pytest.mark.parametrize("name", OFFICE)
def test_a_comment_marks_its_words(name: str) -> None:
    found = document(name)
    assert [(found.text[mark.start : mark.end], mark.kind, mark.content) for mark in found.marks] == [
        (COMMENTED, "comment", COMMENT)
    ]


@pytest.mark.parametrize("name", OFFICE)
def test_a_tracked_change_is_read_as_accepted_and_said(name: str) -> None:
    found = document(name)
    assert INSERTED + "少儿阅览室" in found.text
    assert DELETED not in found.text
    assert any("修订" in note.zh for note in found.notes)


@pytest.mark.parametrize("name", TEXTS)
def test_plain_texts_are_read_line_by_line(name: str) -> None:
    assert blocks(document(name)) == [("paragraph", line, "", 0) for line in lines()]


@pytest.mark.parametrize("name", MARKED)
def test_markdown_and_html_keep_levels_and_cells(name: str) -> None:
    assert blocks(document(name)) == list(as_marked())


@pytest.mark.parametrize(("name", "encoding"), ENCODINGS.items())
def test_the_encoding_is_found_out(name: str, encoding: str) -> None:
    assert document(name).encoding == encoding


def test_an_ofd_is_put_together_again() -> None:
    assert blocks(document("report.ofd")) == list(as_printed("注：" + NOTE))


@pytest.mark.process
def test_a_pdf_of_an_office_program_is_put_together_again() -> None:
    found = document("report.pdf")
    wanted = [
        (kind, text.replace(NOTED, NOTED + "1"), label, level)
        for kind, text, label, level in as_printed("1" + NOTE)
    ]
    assert blocks(found) == wanted
    assert {block.anchor for block in found.blocks} == {"p1"}


def test_lines_are_those_of_the_file() -> None:
    found, wrapped = document("utf8.txt"), document("wrapped.txt")
    at = found.text.index("2024年9月31日")
    assert found.locate(at) == (16, 1)
    text = FILES["wrapped.txt"]().decode()
    line = 1 + text[: text.index("2024年9月31日")].count("\n")
    assert wrapped.locate(wrapped.text.index("2024年9月31日")) == (line, 1)
    assert line > 16


@pytest.mark.parametrize("name", ["report.docx", "report.odt", "report.rtf", *MARKED, *TEXTS])
def test_findings_are_located_as_the_table_of_formats_says(name: str) -> None:
    found = document(name)
    assert found.place(0, 1).paragraphs == (READERS[found.format].place.en != "line")
