"""Rich text: code pages, escapes, hidden and deleted words, tables, notes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.model.document import Document
from linter.model.errors import UnreadableError
from linter.readers import rtf
from linter.readers.support.assemble import CUT_OFF


def document(body: str | bytes, head: bytes = rb"\ansicpg936\uc1") -> Document:
    data = body if isinstance(body, bytes) else body.encode("gbk")
    return rtf.read("稿.rtf", rb"{\rtf1\ansi" + head + rb"\pard " + data + b"}")


def texts(read: Document) -> list[str]:
    return [read.text[block.start : block.end] for block in read.blocks]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (r"\'b9\'a4\'d7\'f7\par", ["工作"]),
        ("工作", ["工作"]),
        ("一\r\n二\\par\n三", ["一二", "三"]),
        (r"\u24037?\u20316\'3f", ["工作"]),
        (r"\u-25000?", ["鹘"]),
        (r"\uc2\u24037\'b9\'a4\uc0\u20316", ["工作"]),
        (r"{\uc0\u24037}\u20316?", ["工作"]),
        (r"\u55362?\u57271?号", ["𠮷号"]),
        (r"\u55362?号", ["\ufffd号"]),
        (r"\'81\'5c\'93\'55", ["乗揢"]),
        (r"a\{b\}\\c\~d\_e\-f", ["a{b}\\c d-ef"]),
        (r"甲\tab 乙\line 丙\emdash", ["甲\t乙丙—"]),
        (r"上页。\page 下页。\column 下栏。", ["上页。", "下页。", "下栏。"]),
        (r"标题\par{\page }正文。\par", ["标题", "正文。"]),
        (r"{\page}\page 一、工作\page\par", ["一、工作"]),
        (r"甲{\mvf\mvauth1\mvdate1 乙}丙\par 丁{\mvt\mvauth1\mvdate1 乙}", ["甲丙", "丁乙"]),
        (r"\mvf 乙\mvf0 丙", ["丙"]),
        (r"甲\mvf 乙\plain 丙{\*\mvfmf a}{\*\mvtof a}", ["甲丙"]),
        ("甲\\\n乙", ["甲", "乙"]),
        (r"甲{\v 隐}乙{\deleted 删}丙\v 隐\v0 丁\v 隐\plain 戊", ["甲乙丙丁戊"]),
        (r"甲{\*\unknown 不要}{\info{\title 不要}}{\pict 00ff}乙", ["甲乙"]),
        (r"甲{\field{\*\fldinst PAGE}{\fldrslt 12}}乙", ["甲12乙"]),
        (r"甲\bin4 \par乙", ["甲乙"]),
        (r"{\upr{旧}{\*\ud{新}}}", ["新"]),
        (r"{\shp{\*\shpinst{\sp{\sn a}{\sv b}}{\shptxt 框内\par}}}正文\par", ["正文", "框内"]),
        (r"甲}}}乙", ["甲乙"]),
        (r"甲{{{乙", ["甲乙"]),
    ],
)
def test_words(body: str, expected: list[str]) -> None:
    assert texts(document(body)) == expected


def test_the_code_page_follows_the_font() -> None:
    fonts = rb"\ansicpg1252{\fonttbl{\f0\fcharset0 Arial;}{\f1\fnil\fcharset134{\*\panose 02} \'cb\'ce;}}"
    assert texts(document(rb"\f0 caf\'e9 {\f1 \'b9\'a4}\'e9", fonts)) == ["café 工é"]


def test_a_code_page_nobody_knows() -> None:
    assert texts(document(r"\'b9\'a4", rb"\ansicpg93")) == ["工"]


MAC = rb"""\ansicpg1252\cocoartf2639
{\fonttbl\f0\fnil\fcharset134 PingFangSC-Regular;\f1\fswiss\fcharset0 Helvetica;}
"""


@pytest.mark.parametrize(
    ("head", "body", "expected"),
    [
        pytest.param(MAC, rb"\f0 \'b9\'a4\f1\b 2024\f0\b0 \'c4\'ea\par", ["工2024年"], id="TextEdit"),
        pytest.param(MAC, b"\\f0 \\'b9\\'a4\\\n\\'d7\\'f7\\\n", ["工", "作"], id="its paragraphs"),
        pytest.param(MAC, rb"\f1 \'95\tab \f0\'b9\'a4\par", ["•\t工"], id="a Western bullet"),
        pytest.param(MAC, rb"\f1 caf\'e9\'97\'93x\'94\par", ["café—“x”"], id="Western signs"),
        pytest.param(
            MAC, b"\\f0 " + "乗揬".encode("gbk") + b"\\par", ["乗揬"], id="a second byte like a sign"
        ),
        pytest.param(
            rb"\ansicpg936{\fonttbl{\f0\fcharset0 A;}{\f1\fcharset134 B;}}",
            rb"\f0 \'95 a\par\f0\'95x \f1\'b9\'a4\par",
            ["• a", "•x 工"],
            id="a Western font in a Chinese file",
        ),
        pytest.param(
            rb"\ansicpg936{\fonttbl{\f0\fcharset0 A;}}",
            rb"\f0\'b9\'a4 IT\'b2\'bf\par",
            ["工 IT部"],
            id="Chinese words in a Western font",
        ),
        pytest.param(
            rb"\ansicpg1252{\fonttbl{\f0\fcharset0 A;}}",
            rb"\f0\'b9\'a4\'d7\'f7\par \'e9t\'e9, cr\'e9\'e9e\par",
            ["工作", "été, créée"],
            id="Chinese words in a Western file",
        ),
        pytest.param(b"", rb"\'b9\'a4\'d7\'f7\par caf\'e9 x\par", ["工作", "café x"], id="nothing stated"),
        pytest.param(
            rb"{\fonttbl\f0\fcharset134 A;\f1\fcharset0 B;}",
            rb"\f0\'b9\'a4\f1\'95\par",
            ["工•"],
            id="no code page of the file",
        ),
        pytest.param(
            rb"\mac\ansicpg10000{\fonttbl\f0\fcharset77 A;\f1\fcharset80 B;}",
            rb"\f0 caf\'8e\f1\'b9\'a4\par",
            ["café工"],
            id="classic Mac OS",
        ),
        pytest.param(
            rb"\ansicpg1252\deff1{\fonttbl{\f0\fcharset0 A;}{\f1\fcharset134 B;}}",
            rb"\'b9\'a4\f0\'e9\plain\'d7\'f7\par",
            ["工é作"],
            id="the default font",
        ),
        pytest.param(rb"\ansicpg1252{\fonttbl{\f0\fnil\cpg936 A;}}", rb"\f0\'b9\'a4\par", ["工"], id="\\cpg"),
        pytest.param(b"", "工作总结\\par".encode(), ["工作总结"], id="UTF-8"),
        pytest.param(rb"\ansicpg936", "工作总结\\par".encode(), ["工作总结"], id="UTF-8 in a Chinese file"),
        pytest.param(rb"\ansicpg936", "学习\\par".encode("gbk"), ["学习"], id="GBK that could be UTF-8"),
        pytest.param(rb"\ansicpg1252", b"caf\xe9\\par x\\par", ["café", "x"], id="a raw Western byte"),
    ],
)
def test_the_code_page_of_words(head: bytes, body: bytes, expected: list[str]) -> None:
    assert texts(document(body, head)) == expected


def test_a_file_without_its_end_is_said_to_be_cut_off() -> None:
    whole = rb"{\rtf1\ansi {\b \'b9\'a4}\'d7\'f7\par \'b9\'a4}"
    assert rtf.read("稿.rtf", whole).notes == ()
    for length in (len(whole) - 1, len(whole) - 5, 30):
        assert rtf.read("稿.rtf", whole[:length]).notes == (CUT_OFF,)


def test_labels_and_levels() -> None:
    read = document(
        r"{\listtext\pard\plain 一、\tab}\pard\outlinelevel0 做法\par\pard 正文\par\outlinelevel9 又\par"
    )
    assert [(b.label, b.level) for b in read.blocks] == [("一、", 1), ("", 0), ("", 0)]
    assert texts(read) == ["做法", "正文", "又"]


def test_cells() -> None:
    read = document(r"前\par\trowd\pard\intbl 甲\par 乙\cell 丙\cell\row\pard 后\par")
    assert [(b.kind, read.text[b.start : b.end]) for b in read.blocks] == [
        ("paragraph", "前"),
        ("cell", "甲"),
        ("cell", "乙"),
        ("cell", "丙"),
        ("paragraph", "后"),
    ]


def test_notes_and_headers_come_after_the_body() -> None:
    read = document(r"{\header 眉\par}{\headerf 眉\par}正{\footnote\pard 注}文\par{\footer 脚}")
    assert [b.kind for b in read.blocks] == ["paragraph", "note", "header", "footer"]
    assert texts(read) == ["正文", "注", "眉", "脚"]


def test_marks() -> None:
    read = document(
        r"\u55362?\u57271?{\highlight7 亮}，{\*\atrfstart 1}{\*\atnid a}话{\*\annotation 改一下}，"
        r"{\field{\*\fldinst REF x}{\fldrslt 错误!未找到引用源。}}"
    )
    assert [(m.kind, read.text[m.start : m.end], m.content) for m in read.marks] == [
        ("highlight", "亮", ""),
        ("comment", "话", "改一下"),
        ("broken-reference", "错误!未找到引用源。", ""),
    ]


@pytest.mark.parametrize("result", ["错误:未找到引用源", "錯誤! 找不到參照來源。", "Error! No bookmark."])
def test_a_reference_that_could_not_be_worked_out_is_marked_in_any_language(result: str) -> None:
    read = document(rf"{{\field{{\*\fldinst REF x}}{{\fldrslt {result}}}}}")
    assert [(m.kind, read.text[m.start : m.end]) for m in read.marks] == [("broken-reference", result)]


def test_revisions_are_noted() -> None:
    assert document("甲").notes == ()
    for revised in (r"{\revised 乙}", r"{\mvf 乙}", r"{\mvt 乙}"):
        assert "修订" in document(rf"甲{revised}").notes[0].zh


def test_a_text_without_words() -> None:
    with pytest.raises(UnreadableError, match="no text"):
        document(r"\par\par")


@given(
    st.lists(
        st.sampled_from(
            [b"{", b"}", b"\\", b"\\par ", b"\\u", b"55362", b"'b9", b"\xd6", b"\\footnote", b"x"]
        )
    )
)
def test_damage_is_read_past(pieces: list[bytes]) -> None:
    assert document("甲\\par".encode("gbk") + b"".join(pieces)).text.startswith("甲")
