"""The text of a draft as a reader sees it."""

from __future__ import annotations

import pytest

from linter import api
from linter.model.finding import TextBlock
from tests.support.ooxml import docx, level, lists, numbered, p, r, t, tbl, tc, tr


def blocks(data: str | bytes, name: str = "甲.txt") -> tuple[TextBlock, ...]:
    content = data.encode() if isinstance(data, str) else data
    return api.check(content, name, "work-report", keep_text=True).text


REPORT = """青石镇2025年工作总结

县政府：

2025年，青石镇办了三件事。现将情况总结如下：

一、主要工作
（一）修路。修了三条村道，长十一公里，群众出行方便。
（二）办学
新建教室六间，孩子不用再走远路。

二、存在的问题
人手不够，缺少懂技术的干部，有的项目进度慢。

青石镇人民政府
2025年12月30日
"""


def test_headings_of_plain_text_have_levels() -> None:
    levels = {block.text: block.level for block in blocks(REPORT) if block.level}
    assert levels == {"一、主要工作": 1, "（二）办学": 2, "二、存在的问题": 1}


def test_a_heading_that_opens_a_paragraph_is_told_by_its_length() -> None:
    (block,) = [each for each in blocks(REPORT) if each.lead]
    assert block.text[: block.lead] == "（一）修路"


def test_the_frame_of_a_report_is_told() -> None:
    kinds = {block.text: block.kind for block in blocks(REPORT) if block.kind != "paragraph"}
    assert kinds == {
        "青石镇2025年工作总结": "title",
        "县政府：": "head",
        "青石镇人民政府": "signature",
        "2025年12月30日": "signature",
    }


def test_lines_are_those_of_the_file() -> None:
    assert [(block.line, block.end_line) for block in blocks("甲\n\n乙丙\n")] == [(1, 1), (3, 3)]


def test_signs_of_markup_are_told() -> None:
    heading, text = blocks("## 一、主要工作\n办了**三件**事。\n", "甲.md")
    assert [heading.text[a - heading.start : b - heading.start] for a, b in heading.signs] == ["## "]
    assert [text.text[a - text.start : b - text.start] for a, b in text.signs] == ["**", "**"]


P, EMPTY = p(r(t("村道"))), p("")


@pytest.fixture
def word() -> bytes:
    table = tbl(
        tr(tc(p(r(t("项目"))) + p(r(t("单位")))), tc(p(r(t("数量"))))),
        tr(tc(p(r(t("村道")))), tc(p(r(t("三条"))))),
    )
    numbering = lists({0: level(0, "chineseCounting", "%1、")}, {1: (0, "")})
    return docx(p(r(t("主要工作")), numbered(1)) + table, numbering=numbering)


def test_a_number_of_the_format_is_its_label(word: bytes) -> None:
    assert [(block.label, block.text) for block in blocks(word, "甲.docx") if block.label] == [
        ("一、", "主要工作")
    ]


def test_a_cell_is_told_by_its_place_in_its_table(word: bytes) -> None:
    cells = [block for block in blocks(word, "甲.docx") if block.kind == "cell"]
    assert [block.cell for block in cells] == [
        (0, 0, 0, 1, 1),
        (0, 0, 0, 1, 1),
        (0, 0, 1, 1, 1),
        (0, 1, 0, 1, 1),
        (0, 1, 1, 1, 1),
    ]


DOWN, BELOW = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param(
            [tr(tc(P, '<w:gridSpan w:val="2"/>'), tc(P)), tr(tc(P), tc(P), tc(P))],
            [(0, 0, 2, 1), (0, 2, 1, 1), (1, 0, 1, 1), (1, 1, 1, 1), (1, 2, 1, 1)],
            id="over two columns",
        ),
        pytest.param(
            [tr(tc(P, DOWN), tc(P)), tr(tc(P, BELOW), tc(EMPTY)), tr(tc(P, BELOW), tc(P)), tr(tc(P), tc(P))],
            [(0, 0, 1, 3), (0, 1, 1, 1), (2, 1, 1, 1), (3, 0, 1, 1), (3, 1, 1, 1)],
            id="over three rows, one without another word",
        ),
        pytest.param(
            [tr(tc(P), tc(P, '<w:hMerge w:val="restart"/>'), tc(P, "<w:hMerge/>"), tc(P))],
            [(0, 0, 1, 1), (0, 1, 2, 1), (0, 3, 1, 1)],
            id="merged as Word did once",
        ),
        pytest.param(
            [tr(tc(P), properties='<w:gridBefore w:val="1"/>')], [(0, 1, 1, 1)], id="a row that begins later"
        ),
        pytest.param(
            [tr(tc(P, '<w:gridSpan w:val="999999999999"/>'), tc(P)), tr(tc(P), tc(P), tc(P, BELOW))],
            [(0, 0, 1, 1), (0, 1, 1, 1), (1, 0, 1, 1), (1, 1, 1, 1)],
            id="no number that Word writes, and nothing to go on with",
        ),
    ],
)
def test_merged_cells_take_their_columns_and_rows(rows: list[str], expected: list[tuple[int, ...]]) -> None:
    told = [block.cell[1:] for block in blocks(docx(tbl(*rows)), "甲.docx") if block.kind == "cell"]
    assert told == expected


def test_a_table_within_a_table_is_one_by_itself() -> None:
    data = docx(tbl(tr(tc(P + tbl(tr(tc(P), tc(P))) + P), tc(P))))
    told = [block.cell for block in blocks(data, "甲.docx") if block.kind == "cell"]
    assert [cell[:3] for cell in told] == [(0, 0, 0), (1, 0, 0), (1, 0, 1), (0, 0, 0), (0, 0, 1)]
