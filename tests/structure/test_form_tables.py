"""Reports written into a table: what their headings are, and what of other tables stays as it was."""

import pytest

from linter.model.document import Document
from linter.model.outline import Context
from linter.readers import docx
from tests.support import ooxml
from tests.support.drafts import with_sections
from tests.support.ooxml import p, tbl, tc, tr
from tests.support.words import outline

WORK = "（一）管好档案。上半年整理档案三百卷，补登目录九十条。"
LACK = "一是库房偏小，新卷放不下。二是目录没有上机，查一卷要半小时。"
PLAN = "一是八月底前腾出一间库房。二是年内把目录全部录入，逐条核对。"
LINE = "2026年上半年，青石镇档案室按照安排做好各项工作，现将情况汇报如下。"
ROWS = {"工作情况": WORK, "存在问题": LACK, "下步打算": PLAN}
WIDE = '<w:gridSpan w:val="{}"/>'


def cell(text: str, columns: int = 1, down: str = "") -> str:
    """A cell; its lines are paragraphs."""
    return tc("".join(map(p, text.split("\n"))), WIDE.format(columns) + down)


def read(*content: str) -> Document:
    return docx.read("表.docx", ooxml.docx("".join([p("青石镇档案室上半年工作总结表"), *content])))


def headings(document: Document) -> list[str]:
    """The headings of all reports, a deeper one behind as many dashes."""
    found = [heading for part in outline(document) for heading in part.headings if heading.kind == "line"]
    return [
        "-" * (heading.level - 1) + document.text[heading.start : heading.end].replace("\n", "")
        for heading in found
    ]


def two(rows: dict[str, str]) -> str:
    """A table of labels, and text beside each."""
    return tbl(*[tr(cell(label), cell(text)) for label, text in rows.items()])


FIGURES = tbl(
    *[tr(cell(name), cell(value)) for name, value in (("月份", "卷数"), ("一月", "42"), ("二月", "37"))]
)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param([p(LINE), FIGURES], id="a table of figures within a report"),
        pytest.param([FIGURES], id="a table of figures alone"),
        pytest.param(
            [p(LINE * 2), tbl(tr(cell("备注"), cell(WORK)))], id="a table that holds the lesser part"
        ),
        pytest.param(
            [tbl(tr(cell("问题"), cell("整改情况")), *[tr(cell(LACK), cell(PLAN)) for _ in range(2)])],
            id="text beside text",
        ),
        pytest.param(
            [tbl(tr(*map(cell, ("序号", "内容"))), *[tr(cell(str(n)), cell(WORK)) for n in (1, 2)])],
            id="numbers beside text",
        ),
        pytest.param(
            [tbl(*[tr(cell("股室"), cell(WORK), cell(LACK), cell(PLAN)) for _ in range(2)])],
            id="a row for each unit, a column for each section",
        ),
    ],
)
def test_other_tables_have_no_headings(content: list[str]) -> None:
    assert headings(read(*content)) == []


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        pytest.param([two(ROWS)], list(ROWS), id="labels beside text"),
        pytest.param(
            [two({"填报单位": "青石镇档案室", "日期": "2026年7月2日", **ROWS})],
            list(ROWS),
            id="fields above the first text are entries",
        ),
        pytest.param(
            [two({"工作情况": WORK, "存在问题": "无", "下步打算": "", "领导意见": ""})],
            ["工作情况", "存在问题", "下步打算", "领导意见"],
            id="below it they are labels, whatever was filled in",
        ),
        pytest.param(
            [two({"\n".join(label): text for label, text in ROWS.items()})], list(ROWS), id="set upright"
        ),
        pytest.param(
            [two({"工作\n情况": WORK, "存在\n问题": LACK, "下步\n打算": PLAN})], list(ROWS), id="in two lines"
        ),
        pytest.param(
            [two({f"{number}、{label}": ROWS[label] for number, label in zip("一二三", ROWS, strict=True)})],
            list(ROWS),
            id="numbered labels",
        ),
        pytest.param(
            [
                tbl(
                    tr(*map(cell, ("单位", "档案室", "负责人", "卢某"))),
                    *[tr(cell(label), cell(text, 3)) for label, text in ROWS.items()],
                )
            ],
            list(ROWS),
            id="text across several columns",
        ),
        pytest.param(
            [
                tbl(
                    tr(cell("工作情况", 1, '<w:vMerge w:val="restart"/>'), cell("档案"), cell(WORK)),
                    tr(cell("", 1, "<w:vMerge/>"), cell("保密"), cell(WORK)),
                    tr(cell("存在问题"), cell(LACK, 2)),
                )
            ],
            ["工作情况", "-档案", "-保密", "存在问题"],
            id="a label beside labels",
        ),
        pytest.param(
            [tbl(*[row for label, text in ROWS.items() for row in (tr(cell(label)), tr(cell(text)))])],
            list(ROWS),
            id="labels above text",
        ),
        pytest.param(
            [tbl(*[tr(cell(f"{label}：\n{text}")) for label, text in ROWS.items()])],
            list(ROWS),
            id="labels and text in one cell",
        ),
    ],
)
def test_labels_of_a_report_in_a_table_are_its_headings(content: list[str], expected: list[str]) -> None:
    assert headings(read(*content)) == expected


def test_what_stands_under_a_label_is_what_stands_beside_it() -> None:
    document = read(two({"工作情况": WORK, "存在问题": "", "下步打算": PLAN}))
    (part,) = outline(document)
    under = [document.text[heading.end : heading.body_end].strip() for heading in part.headings[:1]]
    empty = [heading for heading in part.headings if document.text[heading.start : heading.end] == "存在问题"]
    assert under == [WORK]
    assert document.text[empty[0].end : empty[0].body_end].strip() == ""


@pytest.mark.parametrize("kind", ["总结", "总结表", "小结表", "汇报表", "报告表", "述职表"])
def test_a_report_in_a_table_is_called_by_the_line_above_it(kind: str) -> None:
    title = f"青石镇档案室上半年工作{kind}"
    rows = [row for label, text in ROWS.items() for row in (tr(cell(f"主要{label}")), tr(cell(text)))]
    document = docx.read("表.docx", ooxml.docx(p("附件2") + p(title) + tbl(*rows)))
    (part,) = outline(document)
    assert part.title is not None
    assert document.text[slice(*part.title)] == title
    assert headings(document) == [f"主要{label}" for label in ROWS]


@pytest.mark.parametrize(
    ("label", "there"),
    [
        ("存在问题", True),
        ("存　在　问　题", True),
        ("存 在 问 题", True),
        ("存在\n问题", True),
        ("存\n在\n问\n题", True),
        ("存在的\n主要问题", True),
        ("存在 不足", False),
        ("逐户询问 题库更新", False),
    ],
)
def test_a_label_is_read_without_the_blanks_that_spread_it_out(label: str, there: bool) -> None:
    document = read(two({"工作情况": WORK, label: LACK, "下步打算": PLAN}))
    case = with_sections(Context(document, outline(document)), problems="问题")
    assert (case.presences[0]["problems"].state == "heading") == there
