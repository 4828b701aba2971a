"""How a Word file looks: what is read from it, and what the rules on it find."""

from __future__ import annotations

from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest

from linter import readers
from linter.annotate.repack import repack
from linter.checks import layout
from linter.engine import judge
from linter.model.document import Document
from linter.model.message import Message
from linter.model.page_layout import PageLayout, Spacing
from linter.model.rules import Rule, Ruleset
from tests.support.layout_drafts import FILES, FOLDER
from tests.support.ooxml import docx, p, pstyle, r, style
from tests.support.words import lists, outline

THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:minorFont>'
    '<a:ea typeface=""/><a:font script="Hans" typeface="等线"/></a:minorFont></a:theme>'
)


def page_layout(body: str, **parts: str) -> PageLayout:
    document = readers.read("d.docx", docx(body, **parts))
    assert document.page_layout is not None
    return document.page_layout()


def fonts(east: str) -> str:
    return f'<w:rFonts w:eastAsia="{east}"/>'


def defaults(run: str) -> str:
    return f"<w:docDefaults><w:rPrDefault><w:rPr>{run}</w:rPr></w:rPrDefault></w:docDefaults>"


FONTS: list[tuple[str, str, str, str, str]] = [
    ("nothing said", r("字"), "", "", ""),
    ("the document's default", r("字"), "", defaults(fonts("宋体")), "宋体"),
    ("the paragraph's style", r("字"), pstyle("b"), style("b", "B", f"<w:rPr>{fonts('仿宋')}</w:rPr>"), "仿宋"),
    ("a style that it is based on", r("字"), pstyle("c"),
     style("b", "B", f"<w:rPr>{fonts('仿宋')}</w:rPr>") + style("c", "C", based_on="b"), "仿宋"),
    ("the run's style", r("字", '<w:rStyle w:val="k"/>'), "",
     style("k", "K", f"<w:rPr>{fonts('楷体')}</w:rPr>", kind="character"), "楷体"),
    ("the run itself", r("字", fonts("黑体")), pstyle("b"), style("b", "B", f"<w:rPr>{fonts('仿宋')}</w:rPr>"), "黑体"),
    ("only Latin said", r("字", '<w:rFonts w:ascii="Arial"/>'), "", defaults(fonts("宋体")), "宋体"),
    ("styles in a circle", r("字"), pstyle("b"), style("b", "B", based_on="c") + style("c", "C", based_on="b"), ""),
]  # fmt: skip


@pytest.mark.parametrize(("run", "properties", "styles", "expected"), [case[1:] for case in FONTS],
                         ids=[case[0] for case in FONTS])  # fmt: skip
def test_the_font_of_chinese_characters(run: str, properties: str, styles: str, expected: str) -> None:
    (paragraph,) = page_layout(p(run, properties), styles=styles).paragraphs
    assert [run.font for run in paragraph.runs] == [expected]


THEMED: list[tuple[str, str, str, str]] = [
    ("the theme's font", '<w:rFonts w:eastAsiaTheme="minorEastAsia"/>', "", "等线"),
    (
        "beats a literal beside it",
        '<w:rFonts w:eastAsia="宋体" w:eastAsiaTheme="minorEastAsia"/>',
        "",
        "等线",
    ),
    ("yields to a later literal", fonts("仿宋"), '<w:rFonts w:eastAsiaTheme="minorEastAsia"/>', "仿宋"),
]


@pytest.mark.parametrize(
    ("run", "default", "expected"), [case[1:] for case in THEMED], ids=[case[0] for case in THEMED]
)
def test_fonts_of_the_theme(run: str, default: str, expected: str) -> None:
    data = docx(p(r("字", run)), styles=defaults(default), theme="")
    document = readers.read("d.docx", repack(data, {"word/theme.xml": THEME.encode()}))
    assert document.page_layout is not None
    assert document.page_layout().paragraphs[0].runs[0].font == expected


INDENTS: list[tuple[str, str, float]] = [
    ("none", "", 0),
    ("characters", '<w:ind w:firstLineChars="200"/>', 2),
    ("a length", '<w:ind w:firstLine="640"/>', 2),
    ("characters beat a length", '<w:ind w:firstLineChars="200" w:firstLine="480"/>', 2),
    ("hanging", '<w:ind w:hanging="320"/>', -1),
    ("all lines", '<w:ind w:left="640"/>', 2),
    ("all lines, in characters", '<w:ind w:leftChars="200" w:left="420"/>', 2),
    ("all lines, and the first further", '<w:ind w:left="320" w:firstLine="320"/>', 2),
    ("all lines but the first", '<w:ind w:left="960" w:hanging="960"/>', 0),
    ("all lines, the first less", '<w:ind w:leftChars="400" w:hangingChars="200"/>', 2),
    ("all lines, as the start", '<w:ind w:start="640"/>', 2),
    ("nonsense", '<w:ind w:firstLine="x"/>', 0),
]


@pytest.mark.parametrize(
    ("properties", "expected"), [case[1:] for case in INDENTS], ids=[case[0] for case in INDENTS]
)
def test_the_indent_in_characters(properties: str, expected: float) -> None:
    (paragraph,) = page_layout(p(r("字", '<w:sz w:val="32"/>'), properties)).paragraphs
    assert paragraph.indent == expected


def test_the_size_of_most_characters_counts_for_an_indent() -> None:
    small, large = r("一", '<w:sz w:val="24"/>'), r("是加强值班", '<w:sz w:val="32"/>')
    (paragraph,) = page_layout(p(small + large, '<w:ind w:firstLine="640"/>')).paragraphs
    assert paragraph.indent == 2


def test_an_indent_that_a_list_decides_is_not_known() -> None:
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    own = '<w:ind w:firstLineChars="200"/>'
    found = page_layout(p("甲", listed) + p("乙", listed + own)).paragraphs
    assert [paragraph.indent for paragraph in found] == [None, 2]


GRID = '<w:sectPr><w:docGrid w:type="lines" w:linePitch="579"/></w:sectPr>'
LINES: list[tuple[str, str, str, Spacing]] = [
    ("nothing said", "", "", Spacing("auto", 1)),
    ("exact", '<w:spacing w:line="560" w:lineRule="exact"/>', GRID, Spacing("exact", 28)),
    ("a multiple", '<w:spacing w:line="360" w:lineRule="auto"/>', "", Spacing("auto", 1.5)),
    ("the page's grid", "", GRID, Spacing("auto", 1, 28.95)),
    ("off the grid", '<w:snapToGrid w:val="0"/>', GRID, Spacing("auto", 1)),
]


@pytest.mark.parametrize(
    ("properties", "page", "expected"), [case[1:] for case in LINES], ids=[case[0] for case in LINES]
)
def test_the_distance_of_lines(properties: str, page: str, expected: Spacing) -> None:
    (paragraph,) = page_layout(p("字", properties) + page).paragraphs
    assert paragraph.spacing == expected


def test_pages_and_their_numbers() -> None:
    page = (
        '<w:sectPr><w:footerReference w:type="default" r:id="rFooter1"/><w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1440" w:bottom="1440" w:left="1000" w:right="1440" w:gutter="440"/></w:sectPr>'
    )
    found = page_layout(
        p("字") + page, footer1=p('<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>')
    )
    assert found.numbered
    assert [round(mm, 1) for mm in found.pages[0]] == [210.0, 297.0, 25.4, 25.4, 25.4, 25.4]
    assert not page_layout(p("字") + page, footer1=p("第一页")).numbered


def test_formats_without_looks_are_not_judged() -> None:
    rule = Rule("paper", "layout", "warning", Message("纸", "paper"), {"of": "page", "paper": (210.0, 297.0)})
    result = judged(readers.read("d.txt", "工作总结\n完成任务。".encode()), rule)
    assert [row.state for row in result.checklist] == ["not-applicable"]
    assert "排版无法判断" in result.notes[0].zh


def test_equal_faults_are_reported_once_and_counted() -> None:
    rule = Rule(
        "size",
        "layout",
        "info",
        Message("{actual}×{count}", "{actual}×{count}"),
        {"of": "body", "size": 16.0},
    )
    body = "".join(p(r(f"第{number}件事办完了。", '<w:sz w:val="24"/>')) for number in "甲乙丙")
    (finding,) = judged(readers.read("d.docx", docx(p("关于工作情况的报告") + body)), rule).findings
    assert finding.message.zh == "小四（12 pt）×3"
    assert finding.line == 2


ORDINARY = "各科室要按时报送材料。"
SILENT: list[tuple[str, list[str]]] = [
    ("the imprint", ["抄送：市档案馆、各直属单位。", "某局办公室　　2025年3月5日印发"]),
    (
        "its copies, on two lines",
        ["抄送：市档案馆，市图书馆，", "市文化馆。", "某局办公室 2025年3月5日 印发"],
    ),
    ("a date in Chinese numerals", ["某局办公室二〇二五年三月五日印发"]),
    ("how many were printed", ["（共印50份）"]),
    ("copies to organs", ["抄送机关：市档案馆。"]),
    ("blanks within the word", ["抄　送：市档案馆。"]),
    ("an annex and its title", ["附件1", "档案整理工作进度表"]),
    ("an annex without a number", ["附件", "档案整理工作进度表"]),
    ("an annex with a number in two parts", ["附件 2-1", "移交清单"]),
    ("a table as an annex", ["附表二：", "移交清单"]),
    ("people who were there", ["出席：甲科长、乙科长。"]),
    ("a line without Chinese characters", ["2025-03-05"]),
    ("people in longer words", ["列席人员：丙主任。", "请假：丁主任。", "主 持 人：戊局长。"]),
]
JUDGED: list[tuple[str, list[str]]] = [
    ("the list of annexes", ["附件：1.工作进度表"]),
    ("copies in running text", ["抄送市档案馆的材料要注明日期。"]),
    ("printed in running text", ["方案于3月5日印发各科室执行。"]),
    ("the text of an annex", ["附件1", "移交清单", ORDINARY]),
    ("what follows the imprint", ["抄送：市档案馆。", "某局2025年3月5日印发", ORDINARY]),
    ("an annex behind the imprint", ["抄送：市档案馆。", "附件1", "移交清单", ORDINARY]),
    ("a sentence under the mark of an annex", ["附件2", ORDINARY]),
    ("a sentence on the line of its heading", [f"（一）抓整理。{ORDINARY}"]),
    ("people in running text", ["出席会议的有各科室负责人。"]),
    ("a sentence that ends with a figure", ["全年整理档案1200"]),
]


def body_findings(lines: list[str]) -> int:
    """How many paragraphs a rule on the size of text finds too small."""
    rule = Rule("size", "layout", "info", Message("{count}", ""), {"of": "body", "size": 16.0})
    title = p(r("关于档案整理工作的通知", '<w:sz w:val="44"/>'), '<w:jc w:val="center"/>')
    body = p(r(ORDINARY, '<w:sz w:val="32"/>')) * 3
    small = "".join(p(r(line, '<w:sz w:val="24"/>')) for line in lines)
    findings = judged(readers.read("d.docx", docx(title + body + small)), rule).findings
    return sum(int(finding.message.zh) for finding in findings)


@pytest.mark.parametrize("lines", [case[1] for case in SILENT], ids=[case[0] for case in SILENT])
def test_what_the_standard_sets_otherwise_is_not_judged_as_text(lines: list[str]) -> None:
    assert body_findings(lines) == 0


def test_a_heading_on_the_line_of_its_text_is_not_judged_as_text() -> None:
    rule = Rule("size", "layout", "info", Message("{count}", ""), {"of": "body", "size": 16.0})
    text = r(ORDINARY, '<w:sz w:val="32"/>')
    heading = r("（一）抓整理。", '<w:sz w:val="24"/>')
    body = p(heading + text) + p(text) * 3
    assert judged(readers.read("d.docx", docx(p("关于档案整理工作的通知") + body)), rule).findings == ()


@pytest.mark.parametrize("line", ["机密★1年", "特急", "签发人：某某", "青禾县档案馆文件", "000012"])
def test_what_stands_above_the_title_is_not_judged_as_text(line: str) -> None:
    rule = Rule("size", "layout", "info", Message("{count}", ""), {"of": "body", "size": 16.0})
    title = p(r("关于档案整理工作的通知", '<w:sz w:val="44"/>'), '<w:jc w:val="center"/>')
    small, body = p(r(line, '<w:sz w:val="24"/>')), p(r(ORDINARY, '<w:sz w:val="32"/>')) * 3
    assert judged(readers.read("d.docx", docx(small + title + body)), rule).findings == ()


def test_a_typed_table_of_contents_is_not_judged_as_text() -> None:
    rule = Rule("size", "layout", "info", Message("{count}", ""), {"of": "body", "size": 16.0})
    entries = ["目录", "一、总体情况\t1", "二、主要做法……………3", "三、下一步打算......（12）"]
    small = "".join(p(r(line, '<w:sz w:val="24"/>')) for line in entries)
    body = "".join(
        p(r(line, '<w:sz w:val="32"/>'))
        for heading in ("一、总体情况", "二、主要做法", "三、下一步打算")
        for line in (heading, ORDINARY)
    )
    document = readers.read("d.docx", docx(p("档案整理工作总结") + small + body))
    assert judged(document, rule).findings == ()


@pytest.mark.parametrize("lines", [case[1] for case in JUDGED], ids=[case[0] for case in JUDGED])
def test_text_that_looks_a_little_like_it_is_judged(lines: list[str]) -> None:
    assert body_findings(lines) == 1


@pytest.mark.parametrize(
    ("twips", "said"), [("480", "1.7"), ("560", ""), ("0", "0"), ("700", "2.5"), ("-280", "-1")]
)
def test_an_indent_is_said_in_a_round_number(twips: str, said: str) -> None:
    rule = Rule(
        "indent",
        "layout",
        "info",
        Message("{actual}", ""),
        {"of": "body", "indent": 2.0, "tolerance": 0.25},
    )
    body = p(r(ORDINARY, '<w:sz w:val="28"/>'), f'<w:ind w:firstLine="{twips}"/>')
    findings = judged(readers.read("d.docx", docx(p("关于工作情况的报告") + body)), rule).findings
    assert "".join(finding.message.zh for finding in findings) == said


def judged(document: Document, rule: Rule) -> Any:
    prepared = judge.prepare(
        Ruleset("example", Message("", ""), rules=(rule._replace(words=lists()),), words=lists())
    )
    return judge.judge(document, outline(document), prepared).outcome


@pytest.mark.parametrize("name", FILES)
def test_the_drafts_of_the_ruleset_are_up_to_date(name: str) -> None:
    assert contents((FOLDER / name).read_bytes()) == contents(FILES[name]())


def contents(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as file:
        return {name: file.read(name) for name in file.namelist()}


NO_WORDS = layout.Words(*[()] * len(layout.Words._fields))


@pytest.mark.parametrize(
    ("options", "keys"),
    [
        ({"paper": (210.0, 297.0), "line": (28.0, 29.0)}, []),
        ({"line": (28.0,)}, []),
        ({"paper": (210.0,)}, ["paper"]),
        ({"paper": (297.0, 210.0)}, ["paper"]),
        ({"line": (29.0, 28.0)}, ["line"]),
        ({"line": (27.0, 28.0, 29.0)}, ["line"]),
    ],
)
def test_sides_of_the_paper_and_distances_of_lines_come_the_smaller_first(
    options: dict[str, Any], keys: list[str]
) -> None:
    assert [key for key, _ in layout.validate(layout.Options(words=NO_WORDS, of="page", **options))] == keys
