"""Word files: what a reader of the paper sees is read, and nothing else."""

from __future__ import annotations

import random
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from linter import readers
from linter.model.document import Document
from linter.model.errors import UnreadableError
from linter.readers import docx as reader
from linter.readers.ooxml.package import open_package, w
from linter.readers.ooxml.paragraphs import StoryWalker, text_of
from linter.readers.ooxml.stories import paragraphs
from linter.readers.ooxml.styles import Styles
from linter.readers.support.list_numerals import numeral
from tests.support.ooxml import (
    CHUNK,
    box,
    choice,
    control,
    docx,
    drawn,
    field,
    level,
    lists,
    numbered,
    p,
    pstyle,
    r,
    style,
    t,
    tbl,
    tc,
    tr,
)
from tests.support.packing import with_backslashes


def read(body: str, inserted: str | bytes = "", **parts: str) -> Document:
    return reader.read("稿.docx", docx(body, inserted=inserted, **parts))


def texts(document: Document) -> list[str]:
    return [document.text[block.start : block.end] for block in document.blocks]


def kinds(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, document.text[block.start : block.end]) for block in document.blocks]


def marks(document: Document, kind: str) -> list[str]:
    return [document.text[mark.start : mark.end] for mark in document.marks if mark.kind == kind]


BEGIN, SEPARATE, END = (f'<w:fldChar w:fldCharType="{kind}"/>' for kind in ("begin", "separate", "end"))
DELETED = '<w:del w:id="1"><w:r><w:delText>删去的</w:delText></w:r></w:del>'
GONE = "<w:rPr><w:del/></w:rPr>"
HIDDEN = "<w:vanish/>"
HIDDEN_STYLES = (
    style("hp", "隐藏段", "<w:rPr><w:vanish/></w:rPr>")
    + style("hp2", "派生段", based_on="hp")
    + style("hr", "隐藏字", "<w:rPr><w:vanish/></w:rPr>", "character")
)

NOT_READ = {
    "deleted run": p(r("留下") + DELETED),
    "moved away": p(r("留下") + f"<w:moveFrom>{r('移走的')}</w:moveFrom>"),
    "deleted row": p("留下") + tbl(tr(tc(p("删去的行")), properties="<w:del/>")),
    "hidden row": p("留下") + tbl(tr(tc(p("隐藏的行")), properties="<w:hidden/>")),
    "deleted cell": p("留下") + tbl(tr(tc(p("删去的格"), "<w:cellDel/>"))),
    "merged cell": p("留下") + tbl(tr(tc(p("看不见"), "<w:vMerge/>"))),
    "hidden run": p(r("留下") + r("隐藏的", HIDDEN)),
    "hidden by character style": p(r("留下") + r("隐藏的", '<w:rStyle w:val="hr"/>')),
    "hidden by paragraph style": p("留下") + p("隐藏的", pstyle("hp")),
    "hidden by an ancestor of the style": p("留下") + p("隐藏的", pstyle("hp2")),
    "text box in hidden run": p(
        r("留下") + box(p("框中")).replace("<w:r>", f"<w:r><w:rPr>{HIDDEN}</w:rPr>", 1)
    ),
    "field code": p(r("留下") + field("REF 书签 \\h", r(""))),
    "field code of a field without result": p(
        r("留下") + r(BEGIN) + r("<w:instrText>XE</w:instrText>") + r('<w:t>"索引"</w:t>') + r(END)
    ),
    "deleted field": p(r("留下") + f"<w:del>{field('REF x', '旧结果')}</w:del>"),
    "ruby": p(
        r(f"<w:ruby><w:rubyPr/><w:rt>{r('liú')}</w:rt><w:rubyBase>{r('留')}</w:rubyBase></w:ruby>") + r("下")
    ),
    "formatting before a change": p(r("留下", "<w:rPrChange><w:rPr><w:t>旧</w:t></w:rPr></w:rPrChange>")),
    "empty paragraphs": p() + p("　 ") + p("留下"),
    "picture": p(
        r("留下") + r('<w:drawing><wp:inline><wp:docPr id="1" descr="替代文字"/></wp:inline></w:drawing>')
    ),
    "soft hyphen and breaks at the edges": p(r("<w:br/>") + r("留下") + r("<w:softHyphen/><w:br/>")),
    "deleted in a formula": p(
        f"{r('留')}<m:oMath><w:del><m:r><m:t>去</m:t></m:r></w:del><m:r><m:t>下</m:t></m:r></m:oMath>"
    ),
    "deleted in a part of a formula": p(
        "<m:oMath><m:f><m:num><m:r><m:t>留下</m:t></m:r></m:num><m:den><w:moveFrom><m:r><m:t>移走</m:t></m:r>"
        "</w:moveFrom></m:den></m:f></m:oMath>"
    ),
    "WordArt without words": p(r("留下") + r(drawn())),
    "entry that the list lacks": p(r("留下") + choice(("甲",), '<w:result w:val="7"/>')),
    "list of no entries": p(r("留下") + choice(())),
    "unknown element": p(r("留下") + "<w:future><w:r><w:t>未知</w:t></w:r></w:future>"),
    "page number of the table of contents hidden in the web": p(r("留下", "<w:webHidden/>")),
}


@pytest.mark.parametrize("body", NOT_READ.values(), ids=NOT_READ)
def test_what_the_paper_does_not_show_is_not_read(body: str) -> None:
    document = read(body, styles=HIDDEN_STYLES)
    assert document.text == "留下"
    assert [mark for mark in document.marks if mark.kind not in ("comment", "hidden")] == []


READ = {
    "runs are one text": (p(r("截") + r("止9月底")), ["截止9月底"]),
    "inserted": (p(r("甲") + f"<w:ins>{r('乙')}</w:ins>"), ["甲乙"]),
    "moved here": (p(f"<w:moveTo>{r('甲')}</w:moveTo>"), ["甲"]),
    "link, tag, direction": (
        p(f"<w:hyperlink>{r('甲')}</w:hyperlink><w:smartTag>{r('乙')}</w:smartTag><w:bdo>{r('丙')}</w:bdo>"),
        ["甲乙丙"],
    ),
    "deleted end joins": (p("甲", GONE) + p("乙") + p("丙"), ["甲乙", "丙"]),
    "deleted paragraph": (p(DELETED, GONE) + p("乙"), ["乙"]),
    "deleted end before a table": (p("甲", GONE) + tbl(tr(tc(p("乙")))), ["甲", "乙"]),
    "not hidden after all": (p(r("甲", '<w:vanish w:val="0"/>'), pstyle("hp")), ["甲"]),
    "hidden twice is shown": (p(r("甲", '<w:rStyle w:val="hr"/>'), pstyle("hp")), ["甲"]),
    "tab, break, hyphen": (
        p(r("甲") + r("<w:tab/>") + r(t("乙") + "<w:br/>" + t("丙")) + r("<w:noBreakHyphen/>")),
        ["甲\t乙丙-"],
    ),
    "spaces that do not count": (p("<w:r><w:t> 甲 </w:t></w:r>") + p(r(" 乙 ")), ["甲", " 乙 "]),
    "line end within a text": (p(r("甲\n乙")), ["甲 乙"]),
    "symbols": (
        p(r('<w:sym w:font="Wingdings" w:char="F0FC"/>') + r('<w:sym w:font="Symbol" w:char="F0B3"/>')),
        ["✓≥"],
    ),
    "formula": (p(f"{r('面积')}<m:oMath><m:r><m:t>S=ab</m:t></m:r></m:oMath>"), ["面积S=ab"]),
    "emoji": (
        p(
            r(
                '<mc:AlternateContent><mc:Choice Requires="w16se"><w:x/></mc:Choice>'
                "<mc:Fallback><w:t>😊</w:t></mc:Fallback></mc:AlternateContent>"
            )
        ),
        ["😊"],
    ),
    "simple field": (p(f'<w:fldSimple w:instr="PAGE">{r("3")}</w:fldSimple>'), ["3"]),
    "complex field": (p(r("见") + field("REF 表 \\h", "表1") + r("。")), ["见表1。"]),
    "field in a code": (
        p(r(BEGIN + "<w:instrText>IF</w:instrText>") + field("PAGE", "1") + r(SEPARATE) + r("页") + r(END)),
        ["页"],
    ),
    "field that never ends": (
        p(r(BEGIN) + r("<w:instrText>PAGE</w:instrText>")) + p("甲"),
        ["甲"],
    ),
    "text box once": (p(r("甲") + box(p("框"))) + p("乙"), ["甲", "框", "乙"]),
    "text box in a text box": (p(r("甲") + box(p(r("外") + box(p("内"))))), ["甲", "外", "内"]),
    "control around blocks, runs, rows and cells": (
        control(p(r("甲") + control(r("乙"))) + tbl(control(tr(control(tc(p("丙"))))))),
        ["甲乙", "丙"],
    ),
    "chosen entry of a list": (
        p(r("办") + choice(("未", "已"), '<w:result w:val="1"/>') + r("结")),
        ["办已结"],
    ),
    "default entry of a list": (p(choice(("未", "已"), '<w:default w:val="1"/>') + r("结")), ["已结"]),
    "first entry of a list": (p(choice(("未", "已"))), ["未"]),
    "entry that stands in the result, too": (p(choice(("未", "已"), result=r("未"))), ["未"]),
    "inserted in a formula": (
        p(f"<m:oMath><w:ins><m:r><m:t>S=ab</m:t></m:r></w:ins></m:oMath>{r('。')}"),
        ["S=ab。"],
    ),
    "WordArt": (p(r(drawn("工作  总结"))) + p("甲"), ["工作 总结", "甲"]),
    "WordArt behind its paragraph": (p(r("甲") + r(drawn("乙", "丙")) + r("丁")), ["甲丁", "乙", "丙"]),
    "WordArt in a text box once": (p(r("甲") + box(p(r(drawn("乙"))))), ["甲", "乙"]),
    "WordArt as a stand-in": (
        p(
            r(
                '<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>'
                f"{p('新')}</w:txbxContent></wps:txbx></w:drawing></mc:Choice>"
                f"<mc:Fallback>{drawn('旧')}</mc:Fallback></mc:AlternateContent>"
            )
        ),
        ["新"],
    ),
    "custom XML": (f"<w:customXml>{p('甲')}</w:customXml>", ["甲"]),
}  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), READ.values(), ids=READ)
def test_what_the_paper_shows_is_read(body: str, expected: list[str]) -> None:
    assert texts(read(body, styles=HIDDEN_STYLES)) == expected


def test_cells_notes_boxes_and_the_body_are_told_apart() -> None:
    nested = tbl(tr(tc(p("内"))))
    document = read(
        p(r("正文") + r('<w:endnoteReference w:id="3"/>') + r('<w:footnoteReference w:id="2"/>'))
        + tbl(
            tr(tc(p("合并"), '<w:vMerge w:val="restart"/>'), tc(p("右") + nested)),
            tr(tc(p(), "<w:vMerge/>"), tc(p("下") + p("二"))),
        )
        + p(box(p("框") + tbl(tr(tc(p("框中表"))))))
        + '<w:sectPr><w:headerReference w:type="default" r:id="rHeader1"/>'
        + '<w:headerReference w:type="first" r:id="rHeader2"/>'
        + '<w:footerReference w:type="default" r:id="rFooter1"/></w:sectPr>',
        footnotes='<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>'
        f'<w:footnote w:id="2">{p("脚注")}</w:footnote><w:footnote w:id="9">{p("无人引用")}</w:footnote>',
        endnotes=f'<w:endnote w:id="3">{p("尾注")}</w:endnote>',
        header1=p("页眉"),
        header2=p("不显示的首页页眉"),
        footer1=p(r("第") + field("PAGE", "1") + r("页")),
    )
    assert kinds(document) == [
        ("paragraph", "正文"),
        ("cell", "合并"),
        ("cell", "右"),
        ("cell", "内"),
        ("cell", "下"),
        ("cell", "二"),
        ("textbox", "框"),
        ("textbox", "框中表"),
        ("note", "脚注"),
        ("note", "尾注"),
        ("header", "页眉"),
        ("footer", "第1页"),
    ]
    assert [document.place(*block[:2]).words.zh for block in document.blocks] == [
        "第 1 段",
        "第 2 段（表格第 1 行第 1 列）",
        "第 3 段（表格第 1 行第 2 列）",
        "第 4 段（表格第 1 行第 1 列）",
        "第 5 段（表格第 2 行第 2 列）",
        "第 6 段（表格第 2 行第 2 列）",
        "第 7 段（文本框）",
        "第 8 段（文本框）",
        "第 9 段（注释）",
        "第 10 段（注释）",
        "第 11 段（页眉）",
        "第 12 段（页脚）",
    ]


def test_a_first_page_header_is_read_where_first_pages_differ() -> None:
    section = '<w:sectPr><w:headerReference w:type="first" r:id="rHeader1"/><w:titlePg/></w:sectPr>'
    assert kinds(read(p("正文") + section, header1=p("首页"))) == [("paragraph", "正文"), ("header", "首页")]


@pytest.mark.parametrize(
    "body",
    [
        p(r(BEGIN) + r("<w:instrText> TOC \\o </w:instrText>")
          + r(SEPARATE) + field("HYPERLINK", "目录一\t1"))
        + p("目录二\t3")
        + p(r(END) + r("正文")),
        p("目录一\t1", pstyle("10")) + p("目录二\t3", pstyle("10")) + p("正文"),
    ],
    ids=["field", "style"],
)  # fmt: skip
def test_a_table_of_contents_is_not_taken_for_the_text(body: str) -> None:
    document = read(body, styles=style("10", "toc 1"))
    assert kinds(document) == [("toc", "目录一\t1"), ("toc", "目录二\t3"), ("paragraph", "正文")]


@pytest.mark.parametrize("name", ["目录 1", "目錄 2", "TOC 3"])
def test_a_table_of_contents_is_known_by_its_styles_whatever_the_language(name: str) -> None:
    assert kinds(read(p("目录一\t1", pstyle("10")), styles=style("10", name))) == [("toc", "目录一\t1")]


@pytest.mark.parametrize("name", ["標題 4", "見出し 4", "标题 4", "Heading 4"])
def test_a_heading_is_known_by_its_style_whatever_the_language(name: str) -> None:
    assert read(p("某节", pstyle("h")), styles=style("h", name)).blocks[0].level == 4


@pytest.mark.parametrize("name", ["占位符文本", "版面配置區文字"])
def test_a_prompt_is_known_by_its_style_whatever_the_language(name: str) -> None:
    document = read(p(r("占位", '<w:rStyle w:val="ph"/>')), styles=style("ph", name, kind="character"))
    assert marks(document, "prompt") == ["占位"]


LEVELS = {
    "style by name": (pstyle("2"), 1),
    "style by localised name": (pstyle("bt3"), 3),
    "name with alias": (pstyle("al"), 2),
    "outline level of a style": (pstyle("gw"), 2),
    "inherited from an ancestor": (pstyle("gw2"), 2),
    "outline level beats the name": (pstyle("odd"), 4),
    "own outline level beats the style": (pstyle("2") + '<w:outlineLvl w:val="2"/>', 3),
    "level 9 is body text": (pstyle("2") + '<w:outlineLvl w:val="9"/>', 0),
    "a name that only holds the word": (pstyle("wd"), 0),
    "no such style": (pstyle("nil"), 0),
    "a circle of styles": (pstyle("c1"), 0),
    "no style": ("", 0),
}
LEVEL_STYLES = "".join(
    (
        style("2", "heading 1"),
        style("bt3", "标题 3"),
        style("al", "Heading 2,H2"),
        style("gw", "公文二级", '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>'),
        style("gw2", "公文二级乙", based_on="gw"),
        style("odd", "heading 1", '<w:pPr><w:outlineLvl w:val="3"/></w:pPr>'),
        style("wd", "标题样式"),
        style("c1", "甲", based_on="c2"),
        style("c2", "乙", based_on="c1"),
    )
)


@pytest.mark.parametrize(("properties", "expected"), LEVELS.values(), ids=LEVELS)
def test_heading_levels(properties: str, expected: int) -> None:
    document = read(p("某节", properties), styles=LEVEL_STYLES)
    assert document.blocks[0].level == expected


OFFICIAL = (
    level(0, "chineseCountingThousand", "%1、")
    + level(1, "chineseCounting", "（%2）")
    + level(2, "decimal", "%3.")
)
LEGAL = level(0, "chineseCounting", "第%1章") + level(1, "decimal", "%1.%2", "<w:isLgl/>")
RESTART = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{}"/></w:lvlOverride>'
NUMBERING = lists(
    {0: OFFICIAL, 1: LEGAL, 2: level(0, "bullet", "\uf0b7"), 3: level(0, "decimal", "%1.", start=3),
     4: level(0, "decimal", "%1") + level(1, "decimal", "%1.%2", '<w:lvlRestart w:val="0"/>'),
     5: level(0, "decimal", "%1)", "<w:rPr><w:vanish/></w:rPr>")},
    {1: (0, ""), 2: (0, ""), 3: (0, RESTART.format(1)), 4: (1, ""), 5: (2, ""), 6: (3, ""), 7: (4, ""),
     8: (0, f'<w:lvlOverride w:ilvl="0">{level(0, "upperLetter", "%1．")}</w:lvlOverride>'), 9: (5, "")},
)  # fmt: skip
N = numbered

LABELS: dict[str, tuple[list[str], list[str]]] = {
    "levels restart under a new one above": (
        [N(1), N(1, 1), N(1, 1), N(1, 2), N(1), N(1, 1), N(1, 2)],
        ["一、", "（一）", "（二）", "1.", "二、", "（一）", "1."],
    ),
    "over ten": ([N(1)] * 12, [*(f"{n}、" for n in "一二三四五六七八九十"), "十一、", "十二、"]),
    "text between does not matter": ([N(1), "", N(1)], ["一、", "", "二、"]),
    "lists of one definition go on": ([N(1), N(2), N(1)], ["一、", "二、", "三、"]),
    "start override begins anew, once": ([N(1), N(3), N(3), N(1)], ["一、", "一、", "二、", "三、"]),
    "level override": ([N(8), N(8)], ["A．", "B．"]),
    "start": ([N(6), N(6)], ["3.", "4."]),
    "legal": ([N(4), N(4, 1)], ["第一章", "1.1"]),
    "a level without the one above": ([N(4, 1)], ["1.1"]),
    "never restarts": ([N(7), N(7, 1), N(7), N(7, 1)], ["1", "1.1", "2", "2.2"]),
    "bullet": ([N(5)], ["•"]),
    "hidden number": ([N(9)], [""]),
    "numbering taken away": ([N(1), N(0), N(1)], ["一、", "", "二、"]),
    "unknown list": ([N(77)], [""]),
    "by style": ([pstyle("h1"), pstyle("h2"), pstyle("h2x"), pstyle("h1") + N(0), pstyle("h1")],
                 ["一、", "（一）", "（二）", "", "二、"]),
}  # fmt: skip
NUMBERED_STYLES = (
    style("h1", "heading 1", f"<w:pPr>{N(1)}</w:pPr>")
    + style("h2", "heading 2", f"<w:pPr>{N(1, 1)}</w:pPr>")
    + style("h2x", "派生", based_on="h2")
)


@pytest.mark.parametrize(("items", "expected"), LABELS.values(), ids=LABELS)
def test_automatic_numbers_stand_beside_the_text(items: list[str], expected: list[str]) -> None:
    document = read("".join(p("某项", one) for one in items), numbering=NUMBERING, styles=NUMBERED_STYLES)
    assert [block.label for block in document.blocks] == expected
    assert set(texts(document)) == {"某项"}


def test_what_is_not_there_is_not_counted() -> None:
    body = (
        p("甲", N(1))
        + p(DELETED, N(1) + GONE)
        + p(r("隐", HIDDEN), N(1) + f"<w:rPr>{HIDDEN}</w:rPr>")
        + p("乙", N(1))
    )
    assert [block.label for block in read(body, numbering=NUMBERING).blocks] == ["一、", "二、"]


def test_a_level_tied_to_a_style_and_a_borrowed_definition() -> None:
    tied = level(0, "decimal", "%1.") + level(1, "decimal", "%1.%2", '<w:pStyle w:val="s"/>')
    numbering = lists({0: tied, 1: '<w:numStyleLink w:val="ls"/>'}, {1: (0, ""), 2: (1, "")})
    styles = style("s", "二级", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>') + style(
        "ls", "列表样式", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>', "numbering"
    )
    document = read(p("甲", N(2)) + p("乙", pstyle("s")), numbering=numbering, styles=styles)
    assert [block.label for block in document.blocks] == ["1.", "1.1"]


@pytest.mark.parametrize(
    ("form", "expected"),
    {
        "chineseCountingThousand": "一 十 十一 二十 一百零一 一千 一万零二十",
        "chineseLegalSimplified": "壹 壹拾 壹拾壹 贰拾 壹佰零壹 壹仟 壹万零贰拾",
        "ideographTraditional": "甲 癸 甲 癸 甲 癸 癸",
        "ideographZodiac": "子 酉 戌 未 辰 卯 亥",
        "ideographZodiacTraditional": "甲子 癸酉 甲戌 癸未 甲辰 癸卯 癸亥",
        "ordinal": "1st 10th 11th 20th 101st 1000th 10020th",
        "ideographDigital": "一 一〇 一一 二〇 一〇一 一〇〇〇 一〇〇二〇",
        "decimalEnclosedCircleChinese": "① ⑩ ⑪ ⑳ 101 1000 10020",
        "decimalEnclosedParen": "⑴ ⑽ ⑾ ⒇ 101 1000 10020",
        "decimalFullWidth": "１ １０ １１ ２０ １０１ １０００ １００２０",
        "decimalZero": "01 10 11 20 101 1000 10020",
        "upperRoman": "I X XI XX CI M 10020",
        "lowerLetter": "a j k t wwww 1000 10020",
        "unheardOf": "1 10 11 20 101 1000 10020",
    }.items(),
)
def test_number_formats(form: str, expected: str) -> None:
    assert " ".join(numeral(value, form) for value in (1, 10, 11, 20, 101, 1000, 10020)) == expected


YELLOW = '<w:highlight w:val="yellow"/>'


@pytest.mark.parametrize(
    ("body", "kind", "expected"),
    [
        (p(r("甲", '<w:highlight w:val="none"/>')), "highlight", []),
        (p(r("见") + field("REF x", "表1")), "broken-reference", []),
        (p("错误!这样写是正文"), "broken-reference", []),
        (p(field("HYPERLINK \\l _Toc1", "错误：排查与整改")), "broken-reference", []),
        (p(field("REF x", "错误：找不到引用源")), "broken-reference", ["错误：找不到引用源"]),
        (p(control(r("已填写"))), "prompt", []),
        (p("请选择一项重点任务"), "prompt", []),
        (p("点击量达到3万次，输入文字无误"), "prompt", []),
        (p(r("共") + r("12", YELLOW) + r("项", YELLOW)), "highlight", ["12项"]),
        (p(r("见") + field("REF x", r("错误!") + r("未找到引用源。")) + r("附")), "broken-reference",
         ["错误!未找到引用源。"]),
        (p(f'<w:fldSimple w:instr="REF x">{r("Error! Reference source not found.")}</w:fldSimple>'),
         "broken-reference", ["Error! Reference source not found."]),
        (p(r("姓名：") + control(r("点击此处输入姓名。"), prompt=True)), "prompt", ["点击此处输入姓名。"]),
        (control(p("请填写"), prompt=True), "prompt", ["请填写"]),
        (p(r("占位", '<w:rStyle w:val="ph"/>')), "prompt", ["占位"]),
        (p("标题：单击此处输入标题，下同"), "prompt", ["单击此处输入标题"]),
        (p("落款[键入文字]"), "prompt", ["[键入文字]"]),
        (p(r(BEGIN) + r("<w:instrText>MACROBUTTON NoMacro 点此填写</w:instrText>")
           + r(END)), "prompt", ["点此填写"]),
    ],
)  # fmt: skip
def test_what_the_format_says_about_a_text(body: str, kind: str, expected: list[str]) -> None:
    document = read(body, styles=style("ph", "Placeholder Text", kind="character"))
    assert marks(document, kind) == expected


def comment(number: int, text: str, author: str = "科长", paragraph: str = "") -> str:
    content = f'<w:p w14:paraId="{paragraph}">{r(text)}</w:p>'
    return f'<w:comment w:id="{number}" w:author="{author}">{content}</w:comment>'


def commented(number: int, runs: str) -> str:
    reference = r(f'<w:commentReference w:id="{number}"/>')
    return f'<w:commentRangeStart w:id="{number}"/>{runs}<w:commentRangeEnd w:id="{number}"/>{reference}'


def test_open_comments_are_seen_where_they_stand() -> None:
    document = read(
        p(r("完成") + commented(1, r("12项")) + r("。"))
        + p(commented(2, r("已办结")) + commented(3, r("答复")) + commented(4, r("自己的")))
        + p(r("整段") + r('<w:commentReference w:id="5"/>'))
        + '<w:commentRangeStart w:id="6"/>'
        + p("跨段一")
        + p("跨段二")
        + '<w:commentRangeEnd w:id="6"/>'
        + p(commented(6, "")),
        comments=comment(1, "请核实") + comment(2, "旧", paragraph="A2") + comment(3, "好的", paragraph="A3")
        + comment(4, "缺标题", author="reportlint") + comment(5, "这段太长") + comment(6, "合并"),
        commentsExtended='<w15:commentEx w15:paraId="A2" w15:done="1"/>'
        '<w15:commentEx w15:paraId="A3" w15:paraIdParent="A1" w15:done="0"/>',
    )  # fmt: skip
    found = [(document.text[mark.start : mark.end], mark.content) for mark in document.marks]
    assert found == [("12项", "请核实"), ("整段", "这段太长"), ("跨段一\n跨段二", "合并")]


def test_texts_of_diagrams_are_read() -> None:
    drawing = '<w:drawing><a:graphicData><dgm:relIds r:dm="rDiagramData"/></a:graphicData></w:drawing>'
    points = "<dgm:pt><dgm:t><a:p><a:r><a:t>领导</a:t></a:r><a:r><a:t>小组</a:t></a:r></a:p></dgm:t></dgm:pt>"
    assert kinds(read(p(r("图") + r(drawing)) + p("后"), diagramData=points)) == [
        ("paragraph", "图"),
        ("textbox", "领导小组"),
        ("paragraph", "后"),
    ]


def test_tracked_changes_and_inserted_files_are_said() -> None:
    assert read(p("甲")).notes == ()
    assert "修订" in read(p(r("甲") + DELETED)).notes[0].zh
    assert "插入的外部文件" in read(p("甲") + '<w:altChunk r:id="x"/>').notes[0].zh


PAGE = "<html><body><h1>一、工作</h1><p>讲座。</p><table><tr><td>甲</td></tr></table></body></html>"
MHT = (
    'MIME-Version: 1.0\nContent-Type: multipart/related; type="text/html"; boundary="b"\n\n--b\n'
    'Content-Type: text/html; charset="utf-8"\nContent-Transfer-Encoding: quoted-printable\n\n'
    f"{PAGE.replace('=', '=3D')}\n\n--b--\n"
)


@pytest.mark.parametrize("page", [PAGE, PAGE.encode("utf-16"), MHT], ids=["page", "UTF-16", "saved page"])
def test_a_page_that_is_inserted_is_read_at_its_place(page: str | bytes) -> None:
    """As programs insert it that make Word files out of web pages."""
    document = read(p("前") + CHUNK + tbl(tr(tc(p("乙")))), inserted=page)
    assert [
        (b.kind, b.level, b.cell, text) for b, text in zip(document.blocks, texts(document), strict=True)
    ] == [
        ("paragraph", 0, (), "前"),
        ("paragraph", 1, (), "一、工作"),
        ("paragraph", 0, (), "讲座。"),
        ("cell", 0, (0, 0, 0, 1, 1), "甲"),
        ("cell", 0, (1, 0, 0, 1, 1), "乙"),
    ]
    assert document.notes == ()


def test_a_rich_text_that_is_inserted_is_read() -> None:
    document = read(CHUNK, inserted=r"{\rtf1\ansi\uc0 \u30002 {\highlight7 \u20057 }}")
    assert document.text == "甲乙"
    assert marks(document, "highlight") == ["乙"]


def test_a_file_that_is_inserted_twice_is_read_once_and_this_is_said() -> None:
    document = read(CHUNK + p("甲") + CHUNK, inserted="<p>乙</p>")
    assert texts(document) == ["乙", "甲"]
    assert "插入的外部文件" in document.notes[0].zh


def test_a_file_with_nothing_but_an_inserted_file_that_is_not_read_says_so() -> None:
    with pytest.raises(UnreadableError, match="files inserted into it"):
        read(CHUNK, inserted=docx(p("甲")))


def test_a_watermark_belongs_to_its_header() -> None:
    section = '<w:sectPr><w:headerReference w:type="default" r:id="rHeader1"/></w:sectPr>'
    assert kinds(read(p("正文") + section, header1=p(r(drawn("内部资料"))))) == [
        ("paragraph", "正文"),
        ("header", "内部资料"),
    ]


def test_lines_are_blocks_and_anchors_find_the_paragraph_again() -> None:
    data = docx(p() + p("甲", GONE) + p(r(t("乙") + "<w:br/>") + r("丙")) + p(r("丁") + box(p("戊"))))
    document = reader.read("稿.docx", data)
    assert texts(document) == ["甲乙丙", "丁", "戊"]
    assert [block.anchor for block in document.blocks] == [
        "word/document.xml#2+3",
        "word/document.xml#4",
        "word/document.xml#5",
    ]
    assert document.locate(document.text.index("丙")) == (1, 3)
    assert document.locate(document.text.index("戊")) == (3, 1)
    elements = list(open_package("稿.docx", data).xml("word/document.xml").iter(w("p")))
    assert "".join(elements[4 - 1].itertext())[0] == "丁"


def test_pieces_lead_back_to_the_runs() -> None:
    data = docx(p(r("截") + DELETED + r("止9") + field("DATE", "月") + r("<w:tab/>") + r("底")))
    root = open_package("稿.docx", data).xml("word/document.xml")
    [paragraph] = paragraphs(root[0], "paragraph", StoryWalker(Styles(None), root))
    assert text_of(paragraph.pieces) == reader.read("稿.docx", data).text == "截止9月\t底"
    shown = [
        (piece.text, piece.element.tag, piece.field and piece.field.code()) for piece in paragraph.pieces
    ]
    assert [piece for piece in shown if piece[0]] == [
        ("截", w("t"), None),
        ("止9", w("t"), None),
        ("月", w("t"), "DATE"),
        ("\t", w("tab"), None),
        ("底", w("t"), None),
    ]


def test_a_trace_gives_the_pieces_of_each_block() -> None:
    data = docx(p() + p(r("甲") + r("<w:br/>")) + tbl(tr(tc(p(r("乙") + r("<w:tab/>") + r("丙"))))))
    document, sources, *_ = reader.trace("稿.docx", data)
    assert texts(document) == [text_of(source.pieces) for source in sources if source] == ["甲", "乙\t丙"]


def damage(data: bytes, name: str) -> bytes:
    """The file with the packed bytes of one part spoilt."""
    entry = ZipFile(BytesIO(data)).getinfo(name)
    start = entry.header_offset + 30 + len(entry.filename.encode())
    return data[:start] + b"\xff" * entry.compress_size + data[start + entry.compress_size :]


def rezipped(name: str, content: bytes) -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as file:
        file.writestr("[Content_Types].xml", "<Types/>")
        file.writestr(name, content)
    return buffer.getvalue()


def test_a_spoilt_picture_does_not_matter() -> None:
    data = docx(p("甲"), {"word/media/image1.png": b"picture" * 50})
    assert reader.read("稿.docx", damage(data, "word/media/image1.png")).text == "甲"


def test_relations_to_the_outside_are_not_followed() -> None:
    relation = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="x" Type="a/styles" TargetMode="External" Target="http://127.0.0.1:9/styles.xml"/>'
        "</Relationships>"
    )
    buffer = BytesIO(docx(p("甲")))
    with ZipFile(buffer) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    parts["word/_rels/document.xml.rels"] = relation.encode()
    target = BytesIO()
    with ZipFile(target, "w") as file:
        for name, content in parts.items():
            file.writestr(name, content)
    assert reader.read("稿.docx", target.getvalue()).text == "甲"


@pytest.mark.parametrize("names", [(), ("word/document.xml",), ("_rels/.rels", "word/styles.xml")])
def test_names_with_backslashes_are_those_of_folders(names: tuple[str, ...]) -> None:
    """As Evernote writes them."""
    data = docx(p("标题", pstyle("a")), styles=style("a", "heading 2"))
    document = readers.read("稿.docx", with_backslashes(data, *names))
    assert [(block.level, text) for block, text in zip(document.blocks, texts(document), strict=True)] == [
        (2, "标题")
    ]


def test_two_entries_that_differ_by_the_slash_alone_are_refused() -> None:
    data = with_backslashes(docx(p("甲"), {"word/a.xml": "<a/>", "word/b.xml": "<b/>"}), "word/b.xml")
    with pytest.raises(UnreadableError):
        readers.read("稿.docx", data.replace(b"word\\b.xml", b"word\\a.xml"))


ENTITY = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><document>&e;</document>'
UNREADABLE = {
    "cut short": docx(p("甲"))[:-60],
    "nothing": b"PK\3\4",
    "part spoilt": damage(docx(p("甲")), "word/document.xml"),
    "styles spoilt": damage(docx(p("甲"), styles=style("a", "b")), "word/styles.xml"),
    "not XML": rezipped("word/document.xml", b"<w:document"),
    "not Word's": rezipped("word/document.xml", b"<a/>"),
    "no main part": rezipped("word/other.xml", b"<a/>"),
    "document type": rezipped("word/document.xml", ENTITY),
    "bomb": rezipped("word/document.xml", b"<a>" + b" " * (5 << 20) + b"</a>"),
    "too many tags": rezipped("word/document.xml", b"<a>" + b"<b/>" * 1_000_001 + b"</a>"),
    "too many paragraphs": docx("<w:p/>" * 100_001),
    "too deep": docx("<w:tbl><w:tr><w:tc>" * 400 + "</w:tc></w:tr></w:tbl>" * 400),
    "no text": docx(p() + p(" ")),
}


@pytest.mark.parametrize("data", UNREADABLE.values(), ids=UNREADABLE)
def test_what_cannot_be_read_is_one_sentence(data: bytes) -> None:
    with pytest.raises(UnreadableError) as caught:
        reader.read("稿.docx", data)
    assert caught.value.text.zh.startswith("稿.docx：")
    assert "\n" not in caught.value.text.zh


def test_mutated_files_are_read_or_refused() -> None:
    """Bytes of the file and of the main part's XML, changed at random: never another error."""
    whole = docx(
        p("甲", N(1)) + p(field("REF x", "表")) + tbl(tr(tc(p("乙")))) + p(box(p("丙")))
        + p(commented(1, r("丁"))),
        numbering=NUMBERING, styles=NUMBERED_STYLES, comments=comment(1, "戊"),
    )  # fmt: skip
    main = ZipFile(BytesIO(whole)).read("word/document.xml")
    chance = random.Random(20240930)
    for turn in range(200):
        source = bytearray(main if turn % 2 else whole)
        for _ in range(chance.randint(1, 4)):
            source[chance.randrange(len(source))] = chance.randrange(256)
        data = rezipped("word/document.xml", bytes(source)) if turn % 2 else bytes(source)
        try:
            assert isinstance(reader.read("稿.docx", data), Document)
        except UnreadableError:
            continue


def hidden(document: Document) -> list[tuple[int, str, str]]:
    """The stretches of hidden text: the paragraph of each, what stands before it there, and the text."""
    found = []
    for mark in (mark for mark in document.marks if mark.kind == "hidden"):
        block = document.block_at(mark.start)
        assert block is not None
        before = document.text[block.start : mark.start]
        found.append((document.blocks.index(block), before, mark.content))
    return found


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (p(r("甲") + r(" ", HIDDEN)) + p(r("乙")), []),
        (p("甲") + p(r("乙") + r("藏", HIDDEN) + r("丙")), [(1, "乙", "藏")]),
        (p("甲") + p(r("乙") + r("藏", HIDDEN) + r("着", HIDDEN) + r("丙")), [(1, "乙", "藏着")]),
        (p("甲") + p(r("藏", HIDDEN)) + p("乙"), [(1, "", "藏")]),
        (p("甲") + p(r("藏", HIDDEN)), [(0, "甲", "藏")]),
        (p("甲") + tbl(tr(tc(p("乙")), tc(p(r("丙") + r("藏", HIDDEN))))), [(2, "丙", "藏")]),
        (p(r("甲") + r("藏", HIDDEN)) + p(r("藏", HIDDEN) + r("乙")), [(0, "甲", "藏"), (1, "", "藏")]),
    ],
)
def test_hidden_text_has_its_place(body: str, expected: list[tuple[int, str, str]]) -> None:
    assert hidden(read(body)) == expected


def test_changes_and_hidden_text_are_counted() -> None:
    changed = p(DELETED + f"<w:ins w:id='2'>{r('丙')}</w:ins>" + r("丁", HIDDEN))
    document = read(p(r("甲")) + p(r("乙", HIDDEN)) + changed)
    assert (document.changes, hidden(document)) == (2, [(1, "", "乙"), (1, "丙", "丁")])
    plain = read(p(r("甲") + r(" ", HIDDEN) + field("PAGE", "1")))
    assert (plain.changes, hidden(plain)) == (0, [])
