"""Rich text: code pages, escapes, hidden and deleted words, tables, notes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.model.document import Document
from linter.model.errors import UnreadableError
from linter.readers import rtf


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
    assert "修订" in document(r"甲{\revised 乙}").notes[0].zh


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
