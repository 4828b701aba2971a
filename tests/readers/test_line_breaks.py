"""Manual line breaks: joined where a line was broken for want of room, else parting paragraphs."""

import pytest

from linter.model.document import Document
from linter.readers import read
from linter.readers.support.line_breaks import continued_lines
from tests.support.ooxml import docx, p, r

WRAPPED = "管网科上半年抢修漏点四十六处，更换阀门三百一十二只，夜间听漏"
"""A line as long as a line of a page, without the end of its sentence."""
REST = "查出暗漏九处，都在当夜修好。"
SENTENCE = "全年夜间听漏三十六次，查出暗漏九处，都在当夜修好。"


def paragraphs(text: str, title: bool = False) -> list[str]:
    lines = text.split("\n")
    continued = continued_lines(lines, title)
    found: list[str] = []
    for index, line in enumerate(lines):
        if index in continued:
            found[-1] += line
        else:
            found.append(line)
    return found


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"{WRAPPED}\n{REST}", False),
        (f"{WRAPPED}\n{WRAPPED}\n{REST}", False),
        (f"一、{WRAPPED[:-2]}\n{REST}", False),
        ("梧桐镇供水站2024年\n管网维护工作总结", True),
        ("梧桐镇供水站\n2024年上半年\n管网维护工作总结", True),
        ("关于管网维护的报告\n（2024年上半年）", True),
        ("一、管网维护\n和抢修", True),
    ],
)
def test_a_line_that_was_broken_is_joined(text: str, title: bool) -> None:
    assert paragraphs(text, title) == [text.replace("\n", "")]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"一、管网维护\n{SENTENCE}", False),
        (f"管网维护\n{SENTENCE}", False),
        (f"管网维护\n{SENTENCE}", True),
        (f"{SENTENCE}\n{SENTENCE}", False),
        (f"{WRAPPED}\n二、抢修", False),
        (f"{WRAPPED}\n　　{REST}", False),
        (f"{WRAPPED}\n【抢修】", False),
        (f"{WRAPPED}\n●抢修", False),
        (f"{WRAPPED}\n①抢修", False),
        ("任务如下：\n更换阀门", True),
        ("梧桐镇供水站\n2024年7月3日", True),
        ("一、管网维护\n二、抢修\n三、培训", True),
        ("联系人：吴科长\n电话：见通讯录", False),
        (f"{WRAPPED * 4}\n{REST}", False),
        ("一行\n二行\n三行\n四行", True),
    ],
)
def test_a_paragraph_of_its_own_is_parted(text: str, title: bool) -> None:
    assert paragraphs(text, title) == text.split("\n")


TEXT = f"梧桐镇供水站2024年\n管网维护工作总结\n\n一、管网维护\n{WRAPPED}\n{REST}\n二、抢修\n{SENTENCE}"
BLOCKS = [
    "梧桐镇供水站2024年管网维护工作总结",
    "一、管网维护",
    WRAPPED + REST,
    "二、抢修",
    SENTENCE,
]


def _docx() -> bytes:
    title, body = TEXT.split("\n\n")
    runs = "<w:br/>".join(f"<w:t>{line}</w:t>" for line in body.split("\n"))
    return docx(p(r("<w:br/>".join(f"<w:t>{line}</w:t>" for line in title.split("\n")))) + p(r(runs)))


def _html() -> bytes:
    title, body = TEXT.split("\n\n")
    return "".join(f"<p>{text.replace(chr(10), '<br>')}</p>" for text in (title, body)).encode()


def _rtf() -> bytes:
    title, body = TEXT.split("\n\n")
    words = "\\par ".join(text.replace("\n", "\\line ") for text in (title, body))
    return b"{\\rtf1\\ansi\\ansicpg936 " + words.encode("gbk") + b"}"


@pytest.mark.parametrize(("name", "data"), [("稿.docx", _docx()), ("稿.html", _html()), ("稿.rtf", _rtf())])
def test_every_format_parts_and_joins_alike(name: str, data: bytes) -> None:
    document = read(name, data)
    assert [document.text[block.start : block.end] for block in document.blocks] == BLOCKS


def place(document: Document, words: str) -> tuple[int, int]:
    return document.locate(document.text.index(words))


def test_places_lead_to_the_source_on_both_sides_of_a_joint() -> None:
    document = read("页.html", f"<p>一、维护<br>\n{WRAPPED}<br>\n{REST}<br>\n二、抢修</p>".encode())
    assert place(document, "一、") == (1, 4)
    assert place(document, WRAPPED) == (2, 1)
    assert place(document, REST) == (3, 1)
    assert place(document, "二、") == (4, 1)


def test_a_heading_keeps_its_level_and_its_text_has_none() -> None:
    document = read("页.html", f"<p>总结</p><h2>管网维护<br>{SENTENCE}</h2>".encode())
    assert [block.level for block in document.blocks] == [0, 2, 0]


def test_in_markdown_the_signs_stay_and_are_no_words() -> None:
    source = f"# 梧桐镇供水站2024年<br>管网维护工作总结\n\n一、管网维护<br/>{SENTENCE}<br>二、抢修\n\n用`<br>`换行<br>分段。"
    document = read("稿.md", source.encode())
    assert document.text == source
    assert [document.words(block.start, block.end) for block in document.blocks] == [
        "梧桐镇供水站2024年管网维护工作总结",
        "一、管网维护",
        SENTENCE,
        "二、抢修",
        "用`<br>`换行分段。",
    ]
    assert [block.level for block in document.blocks] == [1, 0, 0, 0, 0]


def test_marks_are_parted_with_their_text() -> None:
    source = "{\\rtf1\\ansi\\ansicpg936 {\\highlight7 甲乙。\\line 丙}丁。\\line 戊{\\highlight7 己}\\par}"
    document = read("稿.rtf", source.encode("gbk"))
    assert document.text == "甲乙。\n丙丁。\n戊己"
    assert [document.text[mark.start : mark.end] for mark in document.marks] == ["甲乙。", "丙", "己"]
