"""Paragraphs come back from pages of many looks: what was set is what is read."""

from collections.abc import Iterable

import pytest

from linter.readers.support.page_lines import Glyph, Page
from linter.readers.support.page_text import paragraphs
from tests.support.typesetting import Sheet, typeset

OPENING = "上半年，镇里围绕河道整治和街面修缮两件事排了工期，各村按周报进度，遇到问题当天碰头解决。"
MIDDLE = (
    "河道整治方面，全镇清理淤泥4200立方米，加固堤岸3.6公里，拆除沿岸违章搭建17处，并在下游增设水位标尺，"
    "由村干部每日早晚各看一次、记在簿子上，汛期以来没有出现漫堤。"
)
LONG = (
    "街面修缮方面，更换破损路面砖260平方米，补种行道树88棵；对“老街口”路段的积水问题，请来设计单位重新测了标高，"
    "把原来的明沟改成暗管，雨后不再有积水。沿街商户对施工期间的出行不便提了意见，施工队随后把围挡退后了1.2米，"
    "并改在夜里运料，投诉由每周9件降到1件，商户自发送来了锦旗。"
)
SHORT = "以上工作均按期完成。"
FULL = "各村对照清单逐项核对台账并把结果张榜公布接受群众监督意见"
TEXTS = (OPENING, MIDDLE, "一、存在的问题", LONG, SHORT, "二、下一步打算", MIDDLE, OPENING, LONG, SHORT)
ITEMS = ("1.清理淤泥4200立方米，加固堤岸3.6公里，拆除沿岸违章搭建17处，并在下游增设水位标尺，由村干部每日察看。",
         "2.更换破损路面砖260平方米。", "3.补种行道树88棵；对积水路段请来设计单位重新测了标高，把原来的明沟改成暗管。")  # fmt: skip
ENGLISH = (
    "The committee met twice in spring and agreed on the order of the works along the river and the main street.",
    "Residents were told a week ahead; nobody was cut off from water or power for longer than two hours in all.",
)

A4 = Sheet()
SIDE = Sheet(width=842, height=595, right=760, bottom=520)
NARROW = Sheet(left=140, right=460)
SMALL = Sheet(size=10.5, pitch=16, indent=0, space=8)
QUOTED = Sheet(left=128, right=467, indent=0)
HUNG = Sheet(left=80, indent=-1)

UNLIKE = "天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳云腾致雨露结为霜金生丽水玉出昆冈"


def unlike(texts: Iterable[str]) -> list[str]:
    """The texts, each made another one: what several pages say at one height is a header."""
    return [text.replace("，", f"，{UNLIKE[n]}段", 1) for n, text in enumerate(texts)]


LOOKS = {
    "stretched": A4,
    "ragged": A4._replace(stretched=False),
    "marks that hang over the margin": A4._replace(hanging=True),
    "marks that hang, lines ragged": A4._replace(hanging=True, stretched=False),
    "no indent, space between": A4._replace(indent=0, space=14),
    "a wide page in small print": Sheet(size=10.5, pitch=15.75, left=50, right=545),
    "a narrow page": Sheet(width=420, height=595, left=60, right=360, bottom=520, size=12, pitch=20),
    "loose lines": A4._replace(pitch=40),
}


@pytest.mark.parametrize("sheet", LOOKS.values(), ids=LOOKS)
def test_paragraphs_come_back_as_they_were_set(sheet: Sheet) -> None:
    texts = unlike(TEXTS * 3)
    assert [one.text for one in paragraphs(typeset((sheet, texts)))] == texts


MIXED = {
    "a page on its side": ((A4, TEXTS), (SIDE, TEXTS), (A4, TEXTS)),
    "an appendix with other margins": ((A4, TEXTS * 2), (NARROW, TEXTS * 2)),
    "an appendix in small print": ((A4, TEXTS), (SMALL, TEXTS * 3)),
    "quotations": ((A4, TEXTS), (QUOTED, (LONG, MIDDLE)), (A4, TEXTS), (QUOTED, (LONG,)), (A4, TEXTS)),
    "items that hang out": ((A4, TEXTS), (HUNG, ITEMS), (A4, TEXTS)),
    "English words": ((A4._replace(indent=0, space=14, stretched=False), ENGLISH * 6),),
}


@pytest.mark.parametrize("runs", MIXED.values(), ids=MIXED)
def test_each_page_and_block_has_margins_of_its_own(runs: tuple[tuple[Sheet, tuple[str, ...]], ...]) -> None:
    set_runs = [
        (sheet, [f"{text[:-1]}{UNLIKE[-n]}{text[-1]}" for text in unlike(texts)])
        for n, (sheet, texts) in enumerate(runs)
    ]
    assert [one.text for one in paragraphs(typeset(*set_runs))] == [
        text for _, texts in set_runs for text in texts
    ]


APART = {
    "names of one length": [f"青槐镇{name}村民委员会卫生先进单位" for name in "东西南北上下前后里外"],
    "addresses": [f"{name}服务点：青槐镇{name}路{n}号，电话0000-{n}0000" for n, name in enumerate("东西南北中", 11)],
    "lines of a table of contents": [f"{name}{'…' * 20}{n}" for n, name in enumerate(("总体情况", "主要做法", "存在问题", "工作打算"), 1)],
    "headings of one length": [f"（{n}）压实各村巡查和处置责任" for n in "一二三四五"],
    "chapters": ["第一章　总则部分", "第二章　巡查部分", "第三章　处置部分"],
}  # fmt: skip


@pytest.mark.parametrize("indent", [0, 2])
@pytest.mark.parametrize("lines", APART.values(), ids=APART)
def test_lines_of_one_length_are_not_run_together(lines: list[str], indent: int) -> None:
    sheet = A4._replace(indent=indent)
    assert [one.text for one in paragraphs(typeset((sheet, lines)))] == lines
    among = [*TEXTS, *lines, *unlike(TEXTS)]
    runs = ((A4, TEXTS), (sheet, lines), (A4, unlike(TEXTS)))
    assert [one.text for one in paragraphs(typeset(*runs))] == among


def test_a_signature_is_not_joined_to_what_stands_before_or_behind() -> None:
    signed = Sheet(left=403, indent=0, stretched=False)
    runs = ((A4, (*TEXTS, LONG[:27])), (signed, ("青槐镇人民政府",)), (A4, unlike(TEXTS)))
    read = [one.text for one in paragraphs(typeset(*runs))]
    assert read == [*TEXTS, LONG[:27], "青槐镇人民政府", *unlike(TEXTS)]


def test_what_is_printed_twice_is_read_once() -> None:
    pages = typeset((A4, ("关于关于的说明说明，天天向上。",)))
    again = [glyph._replace(x0=glyph.x0 + 0.4, x1=glyph.x1 + 0.4) for glyph in pages[0].glyphs]
    doubled = [pages[0]._replace(glyphs=[*pages[0].glyphs, *again])]
    assert [one.text for one in paragraphs(doubled)] == ["关于关于的说明说明，天天向上。"]


def test_a_second_font_printed_into_gaps_stands_where_it_was_printed() -> None:
    pages = typeset((A4, ("在“老街口”路段补种12棵树。",)))
    first = [glyph for glyph in pages[0].glyphs if glyph.text not in "“”12"]
    second = [glyph for glyph in pages[0].glyphs if glyph.text in "“”12"]
    assert paragraphs([pages[0]._replace(glyphs=first + second)]) == paragraphs(pages)


def test_a_footnote_does_not_part_a_paragraph() -> None:
    texts = unlike(TEXTS * 3)
    pages = typeset((A4, texts))
    notes = [f"{n}{place}上一年的口径。" for n, place in zip(range(1, 9), "沿河街面堤岸村口", strict=True)][
        : len(pages)
    ]
    noted = []
    for page, text in zip(pages, notes, strict=True):
        note = typeset((Sheet(size=9, pitch=12, indent=0, top=760, bottom=800), (text,)))[0]
        noted.append(page._replace(glyphs=[*page.glyphs, *note.glyphs]))
    found = paragraphs(noted)
    assert [one.text for one in found if one.kind == "paragraph"] == texts
    assert [one.text for one in found if one.kind == "note"] == notes


def test_an_appendix_in_small_print_is_no_footnote() -> None:
    small = [f"{day}月{day}日清理淤泥，{text}" for day, text in enumerate(unlike([LONG, MIDDLE] * 6), 1)]
    found = paragraphs(typeset((A4, TEXTS * 3), (SMALL, [*small, "9天内完成收尾。", "3人留守。"])))
    assert [one.text for one in found if one.kind == "note"] == []
    assert [one.text for one in found][-2:] == ["9天内完成收尾。", "3人留守。"]


Row = tuple[tuple[str, ...], ...]
"""The lines of each cell."""
TABLE: tuple[Row, ...] = (
    (("序号",), ("工作内容",), ("责任单位",)),
    (
        ("1",),
        ("清理河道淤泥，加固下游堤岸，", "拆除沿岸违章搭建，并在下游增", "设水位标尺。"),
        ("河道管理所、水", "利工作站"),
    ),
    (("2",), ("更换路面砖，补种行道树，积水", "路段改为暗管。"), ("城建办公室",)),
    (("3",), ("逐户走访。",), ("各村民委员会",)),
)
PLACES = (80.0, 130.0, 310.0)


def printed(rows: tuple[Row, ...], centred: bool, padding: float) -> list[Glyph]:
    """A table, cells at the top or in the middle of their rows, with some space between rows."""
    sheet, y, found = A4._replace(size=12.0, indent=0, stretched=False), 150.0, []
    for row in rows:
        tallest = max(map(len, row))
        for x, cell in zip(PLACES, row, strict=True):
            top = y + (tallest - len(cell)) * 8 * centred
            for number, line in enumerate(cell):
                place = sheet._replace(left=x, right=595, top=top + 16 * number, bottom=800)
                found += typeset((place, (line,)))[0].glyphs
        y += 16 * tallest + padding
    return found


@pytest.mark.parametrize("centred", [False, True], ids=["top", "middle"])
@pytest.mark.parametrize("padding", [0.0, 8.0])
def test_the_lines_of_a_cell_are_put_together(centred: bool, padding: float) -> None:
    if centred and not padding:
        pytest.skip("without lines or space between them the rows cannot be told")
    page = Page(595, 842, printed(TABLE, centred, padding))
    cells = ["".join(cell) for row in TABLE for cell in row]
    assert [one.text for one in paragraphs([page])] == cells


def test_what_stands_below_a_table_is_no_cell() -> None:
    below = typeset((A4._replace(size=12, pitch=16, indent=0, top=290), ("三、下一步打算", LONG, SHORT)))[
        0
    ].glyphs
    page = Page(595, 842, [*printed(TABLE, False, 8), *below])
    assert [one.text for one in paragraphs([page])][-3:] == ["三、下一步打算", LONG, SHORT]


@pytest.mark.parametrize(
    ("indent", "lines"),
    [
        (2.5, [("1.", "清理淤泥。"), ("2.", "加固堤岸。"), ("3.", "补种树木。")]),
        (3.8, [("时间：", "九月。"), ("地点：", "河口。"), ("对象：", "各村。")]),
    ],
    ids=["numbers", "labels"],
)
def test_numbers_and_labels_before_aligned_words_are_no_cells(
    indent: float, lines: list[tuple[str, str]]
) -> None:
    sheet = A4._replace(indent=0, stretched=False)
    found: list[Glyph] = []
    for number, (label, words) in enumerate(lines):
        top = 150 + 28.0 * number
        found += typeset((sheet._replace(top=top), (label,)))[0].glyphs
        found += typeset((sheet._replace(top=top, left=80 + 16 * indent), (words,)))[0].glyphs
    assert [one.text for one in paragraphs([Page(595, 842, found)])] == [a + b for a, b in lines]
