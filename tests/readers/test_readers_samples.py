"""The shared sample documents: what each reader gives, against what was read off line by line.

Our own samples are in test_samples.py.
"""

from __future__ import annotations

import json
from typing import Any

import pytest

from linter.model.document import Block, Document
from linter.readers import read
from linter.readers.support import encoding
from tests.support import shared

SAMPLES = shared.folder("documents")
EXPECTED = SAMPLES / "expected"
ENCODINGS = json.loads((EXPECTED / "txt.json").read_text(encoding="utf-8"))

_KINDS = {"body": "paragraph", "table": "cell", "footnote": "note"}


def sample(*names: str) -> Document:
    """The document in one of the samples."""
    path = SAMPLES.joinpath(*names)
    return read(str(path), path.read_bytes())


def expected(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((EXPECTED / f"{name}.json").read_text(encoding="utf-8"))
    return loaded


def words(document: Document, block: Block) -> str:
    """A block's text without signs, quoted code and the blanks around it."""
    hidden = {
        at for mark in document.marks if mark.kind in ("markup", "code") for at in range(mark.start, mark.end)
    }
    return "".join(document.text[at] for at in range(block.start, block.end) if at not in hidden).strip()


def first_word(document: Document, block: Block) -> int:
    """Where a block's text begins, signs and blanks left out."""
    signs = {at for mark in document.marks for at in range(mark.start, mark.end)}
    return next(
        at for at in range(block.start, block.end) if at not in signs and not document.text[at].isspace()
    )


def rows(name: str, **departures: Any) -> list[tuple[str, str, str, int]]:
    """The blocks that are expected; what stands behind a manual line break is one of its own."""
    return [
        (
            _KINDS.get(block["part"], block["part"]),
            line.replace("\xa0", " "),
            "" if number else block.get("label", ""),
            departures.get(block["text"], block.get("level", 0)),
        )
        for block in expected(name)["blocks"]
        for number, line in enumerate(block["text"].split("\n"))
    ]


def given(document: Document) -> list[tuple[str, str, str, int]]:
    return [(block.kind, words(document, block), block.label, block.level) for block in document.blocks]


@pytest.mark.parametrize(
    ("folder", "name"),
    [
        ("odt", "01_numbering.odt"),
        ("rtf", "03_raw_gbk_bytes.rtf"),
        ("same", "report_utf8.txt"),
        ("same", "report_bom_crlf.txt"),
        ("same", "report_gbk.txt"),
        ("same", "report_utf16le_bom.txt"),
        ("same", "report_hardwrap.txt"),
        ("same", "report_gb2312.html"),
        ("same", "report.odt"),
    ],
)
def test_blocks(folder: str, name: str) -> None:
    document = sample(folder, name)
    assert given(document) == rows(f"{folder}_{name}")


def test_html_leaves_out_what_a_reviser_deleted() -> None:
    """As the other readers do; the expectation keeps it, since a browser shows it struck through."""
    found = given(sample("html", "01_word_export_gb2312.html"))
    wanted = rows("html_01_word_export_gb2312.html")
    assert found == [(kind, text.replace("删除的", ""), label, level) for kind, text, label, level in wanted]


def test_rich_text_keeps_notes_and_headers_for_the_end() -> None:
    document = sample("rtf", "01_gbk.rtf")
    body = [row for row in rows("rtf_01_gbk.rtf") if row[0] in ("paragraph", "cell")]
    assert given(document) == [*body, ("note", "脚注文字", "", 0), ("header", "页眉文字", "", 0)]


def test_rich_text_title_has_no_level() -> None:
    """The expectation gives it the level of a style defined elsewhere; the file sets none."""
    title = "关于2024年第三季度工作情况的报告"
    assert given(sample("same", "report.rtf")) == rows("same_report.rtf", **{title: 0})


def test_markdown_fences_without_a_program_are_text() -> None:
    found = given(sample("same", "report.md"))
    found.remove(("paragraph", "截止代码块内不检查", "", 0))
    assert found == rows("same_report.md")


def test_markdown_lines_are_paragraphs() -> None:
    found = [row[1] for row in given(sample("md", "01_traps.md"))]
    assert "".join(found).replace("围栏内 截止", "").replace("缩进代码 截止", "") == "".join(
        row[1] for row in rows("md_01_traps.md")
    )


@pytest.mark.parametrize(
    "name",
    [
        "same_report_hardwrap.txt",
        "same_report.md",
        "same_report_gb2312.html",
        "html_01_word_export_gb2312.html",
        "md_01_traps.md",
    ],
)
def test_blocks_begin_where_they_stand_in_the_file(name: str) -> None:
    wanted = expected(name)
    document = sample(wanted["file"])
    places = {document.locate(first_word(document, block)) for block in document.blocks}
    assert {tuple(block["first_char"]) for block in wanted["blocks"]} <= places


NOTES = {"truncated": encoding.TRUNCATED, "bad-bytes": encoding.BAD_BYTES, "mixed-encoding": encoding.MIXED}
"""What the samples call the notices."""


@pytest.mark.parametrize("name", [name for name in ENCODINGS if (SAMPLES / "txt" / name).exists()])
def test_encodings(name: str) -> None:
    wanted = ENCODINGS[name]
    assert encoding.decode((SAMPLES / "txt" / name).read_bytes()) == (
        wanted["text"],
        wanted["encoding"],
        tuple(NOTES[warning] for warning in wanted["warnings"]),
    )


@pytest.mark.parametrize("name", ["utf8.txt", "gbk.txt", "hardwrap.txt", "gb2312.html"])
def test_the_finding_is_at_the_same_place_in_every_file(name: str) -> None:
    document = sample("same", f"report_{name}")
    finding = expected(f"same_report_{name}")["finding"]
    assert words(document, document.blocks[finding["block"]]).startswith(finding["quote"])
