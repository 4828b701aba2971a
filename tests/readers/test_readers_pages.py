"""Pages put together again: PDF, OFD and the line builder behind both."""

from __future__ import annotations

import pytest

from linter.model.document import Document
from linter.model.errors import UnreadableError
from linter.readers import ofd, pdf
from linter.readers.support import page_text
from linter.readers.support.page_lines import Glyph, Page
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
    assert "第 2 页" in document.notes[-1].zh


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
