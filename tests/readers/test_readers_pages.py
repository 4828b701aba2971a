"""Pages put together again: PDF, OFD and the line builder behind both."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile, ZipInfo

import pytest

from linter.model.document import Document
from linter.model.errors import UnreadableError
from linter.readers import ofd, pdf, read
from linter.readers.support import page_text
from linter.readers.support.legible import is_legible
from linter.readers.support.page_lines import Glyph, Page
from linter.readers.support.page_signs import Sheet, Sign, read_sheets
from linter.readers.support.page_text import PageParagraph
from tests.support.fixed_pages import (
    HEIGHT,
    LEFT,
    PITCH,
    SIZE,
    TOP,
    WIDTH,
    Placed,
    build_ofd,
    build_pdf,
    said,
)


def glyphs(lines: list[Placed]) -> list[Glyph]:
    found = []
    for column, row, text, *size in lines:
        x, y, em = LEFT + column * SIZE, TOP + row * PITCH, (size[0] if size else 1) * SIZE
        for character in text:
            width = em / 2 if character.isascii() else em
            found.append(Glyph(character, x, x + width, y, em))
            x += width
    return found


def rebuilt(*sheets: list[Placed]) -> list[PageParagraph]:
    return page_text.paragraphs([Page(WIDTH, HEIGHT, glyphs(lines)) for lines in sheets])


def texts(*sheets: list[Placed]) -> list[str]:
    return [paragraph.text for paragraph in rebuilt(*sheets)]


FULL = "各部门要压实责任抓好各项任务"  # a line of fourteen characters, the width of the text below
DONE = FULL[:13] + "。"
ODD = "围绕目标任务细化了各项措施呢"
CASES: dict[str, tuple[list[Placed], list[str]]] = {
    "indented paragraphs": (
        [(2, 0, FULL[:12]), (0, 1, FULL), (0, 2, "到位。"), (2, 3, ODD[:12]), (0, 4, "落实。")],
        [FULL[:12] + FULL + "到位。", ODD[:12] + "落实。"],
    ),
    "a last line that fills the width": (
        [(2, 0, FULL[:12]), (0, 1, FULL), (2, 2, ODD[:12]), (0, 3, "落实。")],
        [FULL[:12] + FULL, ODD[:12] + "落实。"],
    ),
    "headings of one line": (
        [(2, 0, "一、总体情况"), (2, 1, "（一）组织领导"), (2, 2, FULL[:12]), (0, 3, FULL), (0, 4, "好。")],
        ["一、总体情况", "（一）组织领导", FULL[:12] + FULL + "好。"],
    ),
    "no indent: the first word would have fitted": (
        [(0, 0, FULL), (0, 1, "到位。"), (0, 2, ODD), (0, 3, "落实。")],
        [FULL + "到位。", ODD + "落实。"],
    ),
    "a number too long for the line before": (
        [(2, 0, FULL[:12]), (0, 1, FULL[:12]), (0, 2, "102.5%，增长。"), (0, 3, FULL)],
        [FULL[:12] + FULL[:12] + "102.5%，增长。", FULL],
    ),
    "blank line between": ([(0, 0, FULL), (0, 1, DONE), (0, 3, ODD), (0, 4, DONE)], [FULL + DONE, ODD + DONE]),
    "title of two lines": (
        [(3, 0, "关于上半年重", 1.4), (4, 1.5, "点工作的报告", 1.0), (2, 3, FULL[:12]), (0, 4, DONE)],
        ["关于上半年重", "点工作的报告", FULL[:12] + DONE],
    ),
    "centred title of two lines": (
        [(2.8, 0, "关于全年工作", 1.4), (4.2, 1.5, "的报告哈", 1.4), (2, 3.5, FULL[:12]), (0, 4.5, FULL),
         (0, 5.5, FULL), (0, 6.5, FULL), (0, 7.5, "完。")],
        ["关于全年工作的报告哈", FULL[:12] + FULL * 3 + "完。"],
    ),
    "signature at the right": (
        [(2, 0, FULL[:12]), (0, 1, DONE), (8, 2, "某某单位"), (7, 3, "2024年9月")],
        [FULL[:12] + DONE, "某某单位", "2024年9月"],
    ),
    "table, row by row": (
        [(0, 0, "项目"), (8, 0, "金额"), (0, 1, "甲"), (8, 1, "300"), (0, 2, "乙"), (8, 2, "28")],
        ["项目", "金额", "甲", "300", "乙", "28"],
    ),
    "wide gap within a heading": ([(0, 0, "第一章"), (4, 0, "总则")], ["第一章总则"]),
    "hanging item": (
        [(0, 0, "1." + FULL[:13]), (1, 1, FULL[:13]), (1, 2, "到位。"), (0, 3, "2." + ODD[:13])],
        ["1." + FULL[:13] + FULL[:13] + "到位。", "2." + ODD[:13]],
    ),
    "Latin words": ([(0, 0, "please use the new form and"), (0, 1, "no other one than the newest"), (0, 2, "form.")],
        ["please use the new form and no other one than the newest form."],),
    "raised figure": ([(0, 0, "面积50m"), (3.5, -0.2, "2", 0.6), (3.8, 0, "以内")], ["面积50m2以内"]),
}  # fmt: skip


@pytest.mark.parametrize(("lines", "expected"), CASES.values(), ids=CASES)
def test_paragraphs(lines: list[Placed], expected: list[str]) -> None:
    assert texts(lines) == expected


def columns(order: str) -> list[Placed]:
    """Two columns, written one after the other or across both."""
    rows = 8
    left: list[Placed] = [(0, row, FULL if row != 3 else DONE) for row in range(rows)]
    right: list[Placed] = [(16, row, ODD if row < rows - 1 else DONE) for row in range(rows)]
    if order == "columns":
        return left + right
    return [line for pair in zip(left, right, strict=True) for line in pair]


@pytest.mark.parametrize("order", ["columns", "across"])
def test_columns_are_read_one_after_the_other(order: str) -> None:
    title: list[Placed] = [(4, -2, "横跨两栏的标题横跨两栏的标题横跨两栏")]
    assert texts(title + columns(order)) == [title[0][2], FULL * 3 + DONE + FULL * 4 + ODD * 7 + DONE]


def test_a_paragraph_goes_on_over_the_page() -> None:
    first: list[Placed] = [(2, 0, FULL[:12]), (0, 1, FULL)]
    second: list[Placed] = [(0, 0, "到位。"), (2, 1, ODD[:12])]
    assert rebuilt(first, second) == [
        PageParagraph("paragraph", FULL[:12] + FULL + "到位。", 1),
        PageParagraph("paragraph", ODD[:12], 2),
    ]


def test_headers_and_page_numbers_are_no_paragraphs() -> None:
    sheets = [
        [(0.0, -3.0, "内部资料"), (0.0, 0.0, "正文甲乙丙"[: 4 + n]), (6.0, 23.5, f"— {n} —")]
        for n in range(2)
    ]
    assert [(one.kind, one.text) for one in rebuilt(*sheets)] == [
        ("paragraph", "正文甲乙"),
        ("paragraph", "正文甲乙丙"),
        ("header", "内部资料"),
        ("footer", "— 0 —"),
        ("header", "内部资料"),
        ("footer", "— 1 —"),
    ]


def test_a_title_at_the_top_is_no_header() -> None:
    assert rebuilt([(0, -3, "某局工作总结"), (0, 0, "正文")])[0] == PageParagraph(
        "paragraph", "某局工作总结", 1
    )


def read_pdf(*sheets: list[Placed]) -> Document:
    return pdf.read("报告.pdf", build_pdf(*sheets))


@pytest.mark.process
def test_pdf() -> None:
    document = read_pdf([(2, 0, FULL[:12]), (0, 1, FULL)], [], [(0, 0, "到位。"), (2, 1, "截止9月底")])
    assert document.text == f"{FULL[:12]}{FULL}到位。\n截止9月底"
    assert [block.anchor for block in document.blocks] == ["p1", "p3"]
    assert document.locate(document.text.index("9月")) == (2, 3)
    assert not any("第 2 页" in note.zh for note in document.notes)  # blank, no scan


@pytest.mark.process
@pytest.mark.parametrize(
    ("turn", "rotate"),
    [
        ("1 0 0 1 0 0", 90),
        ("0 1 -1 0 842 0", 90),
        ("0 -1 1 0 0 595", 270),
        ("-1 0 0 -1 595 842", 180),
    ],
)
def test_pages_lying_on_their_side(turn: str, rotate: int) -> None:
    lines: list[Placed] = [(2, 0, FULL[:12]), (0, 1, FULL), (0, 2, "到位。"), (2, 3, ODD[:12])]
    document = pdf.read("横页.pdf", build_pdf(lines, turn=turn, rotate=rotate, embedded=True))
    assert document.text == f"{FULL[:12]}{FULL}到位。\n{ODD[:12]}"


@pytest.mark.process
def test_slanted_text_is_a_stamp() -> None:
    with pytest.raises(UnreadableError):
        pdf.read("水印.pdf", build_pdf([(0, 0, "样稿")], turn="0.7 0.7 -0.7 0.7 100 -300"))


@pytest.mark.process
def test_radicals_that_fonts_give_for_ideographs_are_mapped() -> None:
    assert read_pdf([(0, 0, "⼀、⼯作总结")]).text == "一、工作总结"


@pytest.mark.process
def test_characters_outside_the_basic_plane() -> None:
    assert read_pdf([(0, 0, "关于𠮷祥村的报告"), (0, 1, "甲𠮷𠮷乙")]).text == "关于𠮷祥村的报告\n甲𠮷𠮷乙"


UNMAPPED: list[Placed] = [(0, row, "各村对照清单逐项核对台账") for row in range(4)]


@pytest.mark.process
def test_a_pdf_whose_font_tells_no_characters_is_not_judged() -> None:
    with pytest.raises(UnreadableError, match="乱码") as caught:
        pdf.read("乱码.pdf", build_pdf(UNMAPPED, embedded=True, mapped=False))
    assert "Word" in caught.value.text.zh


@pytest.mark.process
@pytest.mark.parametrize("lines", [[], [(0, 0, "第2页")]], ids=["alone", "with a page number"])
def test_a_scan_beside_pages_with_text_is_named(lines: list[Placed]) -> None:
    document = pdf.read("混合.pdf", build_pdf([(0, 0, FULL)], lines, pictures=frozenset({1})))
    assert "第 2 页是图片" in document.notes[-1].zh


@pytest.mark.process
def test_a_picture_behind_a_text_is_no_scan() -> None:
    lines: list[Placed] = [(0, row, FULL) for row in range(4)]
    document = pdf.read("底图.pdf", build_pdf(lines, pictures=frozenset({0})))
    assert not any("图片" in note.zh for note in document.notes)


def signs(text: str, font: str, unmapped: bool = False) -> list[Sign]:
    return [Sign(0, glyph, font, unmapped) for glyph in glyphs([(0, 0, text)])]


def test_text_in_a_bad_font_is_left_out_and_its_page_named() -> None:
    sheets = [Sheet(WIDTH, HEIGHT, signs(FULL, "good") + signs("x" * 9, "bad", unmapped=True)),
              Sheet(WIDTH, HEIGHT, signs(FULL, "good"))]  # fmt: skip
    reading = read_sheets(sheets)
    assert [len(page.glyphs) for page in reading.pages] == [len(FULL)] * 2
    assert (reading.garbled, reading.is_garbled) == ([1], False)


COMMON = "各村对照清单逐项核对台账，并把结果张榜公布，接受群众监督；有意见的，三天之内当面答复。"
LEGIBLE = {
    "a report": (COMMON * 9, 0),
    "in traditional characters": ("各村對照清單逐項核對臺賬，並把結果張榜公佈，接受群眾監督；有意見的，三天之內當面答覆。" * 9, 0),
    "English": ("The committee met twice in spring and agreed on the order of the works.", 0),
    "figures": ("1 204 3.6 17 260 88 (±5%) ≥ 12 × 3 μm ①②③", 0),
    "another script": ("བོད་ཡིག་གི་སྙན་ཞུ། ئۇيغۇرچە دوكلات ᠮᠣᠩᠭᠣᠯ", 0),
    "names of places": ("酃县、邛崃、郫都、涿州、亳州、婺源、盱眙、歙县、黟县、枞阳各报一份，其余各县另行通知办理。", 0),
    "few unmapped signs": (COMMON, 1),
}  # fmt: skip
GARBLED = {
    "no characters at all": ("\x01\x02\x03\x04\x05" * 9, 0),
    "unmapped": ("!\"#$%&'()*+,-./0123456789:;<=>?", 8),
    "private use": ("\ue001\ue002\ue003" * 9, 0),
    "foreign scripts": ("\u0590ʫօ\u20d0ᦑᓢגᛂ" * 4, 0),
    "ideographs at random": ("弹丹裋簽耭脶嗆搌雕呾浃剪籍痂秧鴣鷹夯羴軃蟮秧圾穮" * 6, 0),
}


@pytest.mark.parametrize(("text", "unmapped"), LEGIBLE.values(), ids=LEGIBLE)
def test_what_people_write_is_legible(text: str, unmapped: int) -> None:
    assert is_legible(text, unmapped)


@pytest.mark.parametrize(("text", "unmapped"), GARBLED.values(), ids=GARBLED)
def test_what_a_font_without_a_table_gives_is_not(text: str, unmapped: int) -> None:
    assert not is_legible(text, unmapped)


ABC = build_pdf([(0, 0, "甲")])


@pytest.mark.process
@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (build_pdf([]), "扫描"),
        (b"%PDF-1.4 nothing", "损坏"),
        (b"%PDF-1.4\n" + b"\xff" * 3000, "损坏"),
        (ABC[: len(ABC) // 8], "损坏"),
    ],
)
def test_what_pdfium_cannot_read_is_one_sentence(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableError, match="PDF") as caught:
        pdf.read("报告.pdf", data)
    assert reason in caught.value.text.zh


GROUP = (
    '<o:Res {ns}><o:CompositeGraphicUnits><o:CompositeGraphicUnit ID="20"><o:Content>%s</o:Content>'
    "</o:CompositeGraphicUnit></o:CompositeGraphicUnits></o:Res>"
)


def grouped(shown: str, group: str) -> bytes:
    """An OFD whose page shows a group of objects that stands among the resources."""
    root = (
        "<o:Document {ns}><o:CommonData><o:PageArea><o:PhysicalBox>0 0 210 297</o:PhysicalBox></o:PageArea>"
        "<o:DocumentRes>Res.xml</o:DocumentRes></o:CommonData>"
        '<o:Pages><o:Page ID="1" BaseLoc="Pages/P.xml"/></o:Pages></o:Document>'
    )
    return build_ofd(shown, **{"Doc_0/Document__xml": root, "Doc_0/Res__xml": GROUP % group})


COMPOSITE = '<o:CompositeObject ID="3" Boundary="0 0 210 297" ResourceID="20" %s/>'
GROUPS = {
    "shown once": (COMPOSITE % "", said("甲") + said("乙", y=90), "甲\n乙"),
    "moved and made smaller": (said("甲") + COMPOSITE % 'CTM="0.5 0 0 0.5 0 100"', said("乙"), "甲\n乙"),
    "hidden": (said("甲") + COMPOSITE % 'Visible="false"', said("乙"), "甲"),
    "in itself": (said("甲") + COMPOSITE % "", COMPOSITE % "", "甲"),
    "of no known group": (said("甲") + COMPOSITE.replace("20", "21") % "", said("乙"), "甲"),
}


@pytest.mark.parametrize(("shown", "group", "expected"), GROUPS.values(), ids=GROUPS)
def test_groups_of_objects_in_an_ofd(shown: str, group: str, expected: str) -> None:
    assert ofd.read("公文.ofd", grouped(shown, group)).text == expected


LINES = f"{said('各村对照清单逐项核对台账，')}{said('结果张榜公布。', y=67)}"


@pytest.mark.parametrize("matrix", ["0 1 -1 0 120 0", "0 -1 1 0 0 120", "-1 0 0 -1 150 10"])
def test_an_ofd_page_lying_on_its_side(matrix: str) -> None:
    turned = COMPOSITE % f'CTM="{matrix}"'
    assert ofd.read("公文.ofd", grouped(turned, LINES)).text == ofd.read("公文.ofd", build_ofd(LINES)).text


OVERPRINTED = {
    "bold": (said("关于关于") + said("关于关于", x=28.1), "关于关于"),
    "shadow": (said("关于关于") + said("关于关于", x=28.2, y=60.2), "关于关于"),
    "the same words below": (said("甲") + said("甲", y=90), "甲\n甲"),
    "the same words beside": (said("甲乙甲乙"), "甲乙甲乙"),
}


@pytest.mark.parametrize(("content", "expected"), OVERPRINTED.values(), ids=OVERPRINTED)
def test_what_an_ofd_prints_twice_on_one_spot_is_read_once(content: str, expected: str) -> None:
    assert ofd.read("公文.ofd", build_ofd(content)).text == expected


@pytest.mark.parametrize("name", ["DOC_0/pages/p.XML", "Doc_0\\Pages\\P.xml"])
def test_parts_of_an_ofd_are_found_however_they_are_written(name: str) -> None:
    buffer = BytesIO()
    with ZipFile(BytesIO(build_ofd(said("甲")))) as given, ZipFile(buffer, "w") as file:
        for each in given.namelist():
            file.writestr(ZipInfo(name if each == "Doc_0/Pages/P.xml" else each.upper()), given.read(each))
    assert read("公文.ofd", buffer.getvalue()).text == "甲"


def test_an_ofd_is_read_without_a_template_that_is_missing() -> None:
    assert ofd.read("公文.ofd", build_ofd('<o:Template TemplateID="9"/>' + said("甲"))).text == "甲"


def test_a_page_missing_in_an_ofd_is_named() -> None:
    root = (
        "<o:Document {ns}><o:CommonData/><o:Pages>"
        '<o:Page ID="1" BaseLoc="Pages/P.xml"/><o:Page ID="2" BaseLoc="Pages/Q.xml"/></o:Pages></o:Document>'
    )
    document = ofd.read("公文.ofd", build_ofd(said("甲"), **{"Doc_0/Document__xml": root}))
    assert "第 2 页的内容在文件里缺失" in document.notes[-1].zh


PICTURE = '<o:ImageObject ID="8" Boundary="0 0 210 297" ResourceID="4"/>'


def test_a_scan_in_an_ofd_beside_pages_with_text_is_named() -> None:
    root = (
        "<o:Document {ns}><o:CommonData/><o:Pages>"
        '<o:Page ID="1" BaseLoc="Pages/P.xml"/><o:Page ID="2" BaseLoc="Pages/Q.xml"/>'
        '<o:Page ID="3" BaseLoc="Pages/R.xml"/></o:Pages></o:Document>'
    )
    page = "<o:Page {ns}><o:Content><o:Layer>%s</o:Layer></o:Content></o:Page>"
    parts = {"Doc_0/Document__xml": root, "Doc_0/Pages/Q__xml": page % (PICTURE + said("第2页")),
             "Doc_0/Pages/R__xml": page % ""}  # fmt: skip
    document = ofd.read("公文.ofd", build_ofd(said("甲"), **parts))
    assert "第 2 页是图片" in document.notes[-1].zh


OFD_TEXTS = {
    "invisible text": (said("甲") + said("乙", y=70, more='Visible="false"'), "甲"),
    "slanted text": (said("甲") + said("水印", y=90, more='CTM="0.7 0.7 -0.7 0.7 0 0"'), "甲"),
    "steps": (said("完成15项", deltas="g 2 5 5 5"), "完成15项"),
    "steps that never end": (said("甲乙", deltas="g 999999999 5"), "甲乙"),
    "nonsense for numbers": (said("甲乙", deltas="a g x"), "甲乙"),
    "scaled": (said("甲乙", more='CTM="2 0 0 2 0 0"'), "甲乙"),
    "page block": (f"<o:PageBlock>{said('甲')}</o:PageBlock>", "甲"),
    "template": ('<o:Template TemplateID="9"/>' + said("甲"), "版头\n甲"),
}


@pytest.mark.parametrize(("content", "expected"), OFD_TEXTS.values(), ids=OFD_TEXTS)
def test_ofd(content: str, expected: str) -> None:
    template = f"<o:Page {{ns}}>{said('版头', y=40)}</o:Page>"
    assert ofd.read("公文.ofd", build_ofd(content, **{"Doc_0/Tpls/T__xml": template})).text == expected


@pytest.mark.parametrize(
    "data",
    [
        build_ofd(""),
        build_ofd("<o:broken>"),
        build_ofd(said("甲"), Encryptions__xml="<a/>"),
        build_ofd(said("甲"), OFD__xml="<o:OFD {ns}/>"),
        build_ofd(said("甲"), **{"Doc_0/Document__xml": '<!DOCTYPE x [<!ENTITY e "e">]><x>&e;</x>'}),
        b"PK\3\4",
    ],
    ids=["no text", "not XML", "encrypted", "no document", "document type", "no zip"],
)
def test_ofd_that_cannot_be_read(data: bytes) -> None:
    with pytest.raises(UnreadableError):
        ofd.read("公文.ofd", data)
