"""Plain text: lines, blocks, hard-wrapped paragraphs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.model.document import Block, Document, LineMap
from linter.readers import read
from linter.readers.support.lines import continuation_lines, joint, unwrap
from linter.readers.text import has_markdown


def text(source: str) -> Document:
    return read("稿.txt", source.encode())


def texts(document: Document) -> list[str]:
    return [document.text[block.start : block.end] for block in document.blocks]


def test_a_line_is_a_block_with_its_indent() -> None:
    document = text("标题\n\n　　第一段。 \n> 第二段。\n \n")
    assert texts(document) == ["标题", "　　第一段。 ", "> 第二段。"]
    assert [document.locate(block.start) for block in document.blocks] == [(1, 1), (3, 1), (4, 1)]
    assert (document.format, document.encoding, document.notes, document.marks) == ("text", "utf-8", (), ())


def test_only_three_characters_end_a_line() -> None:
    document = text("一\r二\r\n三\n四\v五\f六\u2028七\x85八")
    assert texts(document) == ["一", "二", "三", "四\v五\f六\u2028七\x85八"]
    assert document.locate(len(document.text) - 1) == (4, 9)


def test_a_doubtful_encoding_is_noted() -> None:
    document = read("稿.txt", "第一行。\n".encode() + "第二行。\n".encode("gbk"))
    assert document.encoding == "utf-8+gb18030"
    assert "两种编码" in document.notes[0].zh


WRAPPED = """\
关于开展冬季防火检查情况的报告
　　十一月以来，我局组织三个检查组，对全区二十四家重点
单位逐一开展了防火检查，发现隐患四十一处，现场整改三十
六处，其余五处已下发整改通知书并明确时限。
　　一、主要做法
　　检查组坚持边查边改，对能够当场整改的隐患当场督促整
改到位，对一时难以整改的逐项登记造册、跟踪落实。
　　二、下一步打算
　　继续紧盯商场、学校、医院等人员密集场所，每周通报一
次检查情况。
"""


def test_wrapped_lines_are_one_paragraph_and_keep_their_places() -> None:
    document = text(WRAPPED)
    assert len(document.blocks) == 6
    assert "重点单位逐一" in document.text
    assert "三十六处" in document.text
    for words, place in [
        ("单位逐一", (3, 1)),
        ("六处，其余", (4, 1)),
        ("现场整改", (3, 22)),
        ("次检查", (10, 1)),
    ]:
        assert document.locate(document.text.index(words)) == place


def test_unindented_wrapped_paragraphs_with_blank_lines_between() -> None:
    source = (
        WRAPPED.replace("　　", "")
        .replace("。\n", "。\n\n")
        .replace("法\n", "法\n\n")
        .replace("报告\n", "报告\n\n")
    )
    assert len(text(source).blocks) == 6


def test_latin_words_keep_their_space() -> None:
    lines = ["The quick brown fox jumps over the lazy", "dog, and then it does so once again and", "again,"]
    document = text("\n".join([*lines, "until the very last line of the sentence", "ends here."]))
    assert "lazy dog, and then it does so once again and again, until" in document.text.replace("\n", " ")


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("关于开展安全生产大检查情况的通报\n" * 8, id="titles of one length"),
        pytest.param("关于开展安全生产大检查情况的通报关于工作\n" * 8, id="wide titles of one length"),
        pytest.param("春风又绿江南岸，明月何时照我还，\n" * 8, id="verses"),
        pytest.param("各组分别召开会议，研究部署下一阶段的重点任务。\n" * 8, id="sentences of one length"),
        pytest.param("一、加强领导，压实责任，层层传导压力到基层末梢，\n" * 8, id="numbered lines"),
        pytest.param("甲单位\t一百二十元\t已经拨付到位\t经办人签字\n" * 8, id="table"),
        pytest.param(
            "一段。\n" + "这一段话很长，" * 40 + "\n这一段也很长，" * 20 + "\n完。", id="long lines"
        ),
        pytest.param("姓名\n单位\n职务\n电话", id="short lines"),
    ],
)
def test_drafts_with_a_line_a_paragraph_are_left_alone(source: str) -> None:
    assert not continuation_lines(source.split("\n"))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("工作总结\n一、加强领导", False),
        ("在**县**镇调研，共******元", False),
        ("**局2025年工作总结", False),
        ("**镇**", False),
        ("***\n正文\n***", False),
        ("1#楼和2#楼", False),
        ("#话题#", False),
        ("~~~~ 完 ~~~~", False),
        ("# 工作总结", True),
        ("正文\n### 一、加强领导", True),
        ("**一、加强领导**\n正文", True),
        ("1. **抓学习。**全年开展学习", True),
        ("```\n代码\n```", True),
    ],
)
def test_plain_text_is_told_from_markdown(source: str, expected: bool) -> None:
    assert has_markdown(source) is expected
    assert text(source).format == "text"
    assert any(mark.kind == "markup" for mark in text(source).marks) is expected


LINES = st.lists(st.text("甲乙，。 　a1", max_size=30), min_size=1, max_size=20)


@given(LINES)
def test_every_character_keeps_its_place(lines: list[str]) -> None:
    joined, blocks, line_map = unwrap("\n".join(lines))
    document = Document("", "text", joined, blocks, line_map)
    for block in blocks:
        for offset in range(block.start, block.end):
            line, column = document.locate(offset)
            if column <= len(lines[line - 1]):
                assert joined[offset] == lines[line - 1][column - 1]
            else:
                assert joined[offset] == " "
    assert "".join(joined.split()) == "".join("".join(lines).split())


def test_the_end_of_a_span_at_a_joined_line_is_on_its_own_line() -> None:
    """An exclusive end located by itself would stand at the beginning of the next stretch."""
    source = Document("a.txt", "text", "甲乙丙丁", (Block(0, 4),), LineMap((0, 2), ((3, 1), (4, 1))))
    assert source.locate(2) == (4, 1)
    assert source.locate_end(1, 2) == (3, 3)
    assert source.locate_end(2, 2) == source.locate(2)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("渡口", "航道", ""),
        ("渡口", "Ferry", ""),
        ("ferry", "渡口", ""),
        ("in May", "2025", ""),
        ("the ferry", "and the quay", " "),
        ("the ferry,", "the quay", " "),
        ("the ferry.", "The quay", ""),
    ],
)
def test_a_space_parts_words_in_latin_letters_alone(before: str, after: str, expected: str) -> None:
    assert joint(before, after) == expected
