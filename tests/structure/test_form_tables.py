"""Reports written into a table: what their headings are, and what of other tables stays as it was."""

from collections.abc import Sequence

import pytest

from linter.model.document import Document
from linter.model.outline import Context
from tests.support.drafts import with_sections
from tests.support.tables import FORMATS, Cell, Table, cells, written
from tests.support.words import outline

WORK = "（一）管好档案。上半年整理档案三百卷，补登目录九十条。"
LACK = "一是库房偏小，新卷放不下。二是目录没有上机，查一卷要半小时。"
PLAN = "一是八月底前腾出一间库房。二是年内把目录全部录入，逐条核对。"
LINE = "2026年上半年，青石镇档案室按照安排做好各项工作，现将情况汇报如下。"
ROWS = {"工作情况": WORK, "存在问题": LACK, "下步打算": PLAN}
TITLE = "青石镇档案室上半年工作总结表"


def headings(document: Document) -> list[str]:
    """The headings of all reports, a deeper one behind as many dashes."""
    found = [heading for part in outline(document) for heading in part.headings if heading.kind == "line"]
    return [
        "-" * (heading.level - 1) + document.text[heading.start : heading.end].replace("\n", "")
        for heading in found
    ]


def two(rows: dict[str, str]) -> Table:
    """A table of labels, and text beside each."""
    return [cells(label, text) for label, text in rows.items()]


FIGURES = [cells(name, value) for name, value in (("月份", "卷数"), ("一月", "42"), ("二月", "37"))]
OTHER_TABLES = [
    pytest.param([LINE, FIGURES], id="a table of figures within a report"),
    pytest.param([FIGURES], id="a table of figures alone"),
    pytest.param([LINE * 2, [cells("备注", WORK)]], id="a table that holds the lesser part"),
    pytest.param([[cells("问题", "整改情况"), cells(LACK, PLAN), cells(LACK, PLAN)]], id="text beside text"),
    pytest.param([[cells("序号", "内容"), cells("1", WORK), cells("2", WORK)]], id="numbers beside text"),
    pytest.param(
        [[cells("股室", WORK, LACK, PLAN)] * 2], id="a row for each unit, a column for each section"
    ),
    pytest.param([[cells("单位", *ROWS), *[cells("股室", WORK, LACK, PLAN)] * 2]], id="the same with a head"),
]


@pytest.mark.parametrize("suffix", [*FORMATS, "md"])
@pytest.mark.parametrize("content", OTHER_TABLES)
def test_other_tables_have_no_headings(content: Sequence[str | Table], suffix: str) -> None:
    assert headings(written(suffix, [TITLE, *content])) == []


LABELS = [
    pytest.param([two(ROWS)], list(ROWS), id="labels beside text"),
    pytest.param(
        [two({"填报单位": "青石镇档案室", "日期": "2026年7月2日", **ROWS})],
        list(ROWS),
        id="fields above the first text are entries",
    ),
    pytest.param(
        [two({"填报单位": "档案室", "备注": WORK})], ["备注"], id="an entry above text beside a label"
    ),
    pytest.param(
        [two({"工作情况": WORK, "存在问题": "无", "下步打算": "", "领导意见": ""})],
        ["工作情况", "存在问题", "下步打算", "领导意见"],
        id="below it they are labels, whatever was filled in",
    ),
    pytest.param(
        [two({f"{number}、{label}": ROWS[label] for number, label in zip("一二三", ROWS, strict=True)})],
        list(ROWS),
        id="numbered labels",
    ),
]
COLUMNS = [
    pytest.param([[cells(*ROWS), cells(*ROWS.values())]], list(ROWS), id="labels at the head of columns"),
    pytest.param(
        [[cells("存在问题", "下步打算"), cells(LACK, PLAN)]], ["存在问题", "下步打算"], id="two columns"
    ),
    pytest.param(
        [[cells("单位", *ROWS), cells("档案室", *ROWS.values())]], list(ROWS), id="columns beside an entry"
    ),
    pytest.param([[cells(*ROWS), cells(WORK, "", PLAN)]], list(ROWS), id="a column with nothing in it"),
    pytest.param(
        [[cells(*ROWS, "备注"), cells(WORK, "暂无", PLAN, "")]],
        [*ROWS, "备注"],
        id="a column with an empty word in it",
    ),
    pytest.param(
        [[cells("存在问题", "下步打算"), cells("", PLAN)]], ["存在问题", "下步打算"], id="one text alone"
    ),
    pytest.param(
        [[cells("存在问题", "下步打算"), cells(LACK, "暂无")]],
        ["存在问题", "下步打算"],
        id="one text, and an empty word",
    ),
    pytest.param(
        [[cells("单位", "存在问题", "工作情况", "下步打算"), cells("档案室", "无", WORK, PLAN)]],
        ["存在问题", "工作情况", "下步打算"],
        id="an empty word before the text",
    ),
    pytest.param(
        [
            [
                cells("填报单位", "档案室"),
                cells("工作情况", WORK),
                cells("存在问题", "下步打算"),
                cells(LACK, PLAN),
                cells("备注", WORK),
            ]
        ],
        ["工作情况", "存在问题", "下步打算", "备注"],
        id="columns amid labels beside text",
    ),
    pytest.param(
        [
            [
                cells("工作情况", "存在问题"),
                cells(WORK, LACK),
                cells("下步打算", "意见建议"),
                cells(PLAN, PLAN),
            ]
        ],
        ["工作情况", "存在问题", "下步打算", "意见建议"],
        id="columns below columns",
    ),
]
LABELS_OF_SEVERAL_LINES = [
    pytest.param(
        [two({"\n".join(label): text for label, text in ROWS.items()})], list(ROWS), id="set upright"
    ),
    pytest.param(
        [two({"工作\n情况": WORK, "存在\n问题": LACK, "下步\n打算": PLAN})], list(ROWS), id="in two lines"
    ),
    pytest.param(
        [[[Cell(f"{label}：\n{text}")] for label, text in ROWS.items()]],
        list(ROWS),
        id="labels and text in one cell",
    ),
    pytest.param(
        [[[Cell(each)] for label, text in ROWS.items() for each in (label, text)]],
        list(ROWS),
        id="labels above text",
    ),
]
MERGED = [
    pytest.param(
        [
            [
                cells("单位", "档案室", "负责人", "卢某"),
                *[[Cell(label), Cell(text, columns=3)] for label, text in ROWS.items()],
            ]
        ],
        list(ROWS),
        id="text across several columns",
    ),
    pytest.param(
        [
            [
                [Cell("工作情况", rows=2), *cells("档案", WORK)],
                cells("保密", WORK),
                [Cell("存在问题"), Cell(LACK, columns=2)],
            ]
        ],
        ["工作情况", "-档案", "-保密", "存在问题"],
        id="a label beside labels",
    ),
]


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize(("content", "expected"), [*LABELS, *COLUMNS, *LABELS_OF_SEVERAL_LINES, *MERGED])
def test_labels_of_a_report_in_a_table_are_its_headings(
    content: Sequence[str | Table], expected: list[str], suffix: str
) -> None:
    assert headings(written(suffix, [TITLE, *content])) == expected


@pytest.mark.parametrize(("content", "expected"), [*LABELS, *COLUMNS])
def test_labels_of_a_markdown_table_are_headings(content: Sequence[str | Table], expected: list[str]) -> None:
    assert headings(written("md", [TITLE, *content])) == expected


@pytest.mark.parametrize("suffix", [*FORMATS, "md"])
def test_what_stands_under_a_label_is_what_stands_beside_it(suffix: str) -> None:
    document = written(suffix, [TITLE, two({"工作情况": WORK, "存在问题": "", "下步打算": PLAN})])
    (part,) = outline(document)
    under = {
        document.text[heading.start : heading.end]: document.words(heading.end, heading.body_end).strip()
        for heading in part.headings
    }
    assert under["工作情况"] == WORK
    assert under["存在问题"] == ""


@pytest.mark.parametrize("suffix", [*FORMATS, "md"])
def test_what_stands_under_the_head_of_a_column_is_its_cell(suffix: str) -> None:
    document = written(
        suffix, [TITLE, [cells("单位", *ROWS), cells("档案室", WORK, "", PLAN)], "填报人：卢某"]
    )
    (part,) = outline(document)
    under = [document.text[heading.body : heading.body_end] for heading in part.headings[:3]]
    assert under == [WORK, "", PLAN]


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize("kind", ["总结", "总结表", "小结表", "汇报表", "报告表", "述职表"])
def test_a_report_in_a_table_is_called_by_the_line_above_it(kind: str, suffix: str) -> None:
    title = f"青石镇档案室上半年工作{kind}"
    rows = [[Cell(each)] for label, text in ROWS.items() for each in (f"主要{label}", text)]
    document = written(suffix, ["附件2", title, rows])
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
    document = written("docx", [TITLE, two({"工作情况": WORK, label: LACK, "下步打算": PLAN})])
    case = with_sections(Context(document, outline(document)), problems="问题")
    assert (case.presences[0]["problems"].state == "heading") == there
