"""OpenDocument: numbers of lists and headings, tables, notes, what is hidden."""

from __future__ import annotations

import pytest

from linter.model.document import Document
from linter.model.errors import UnreadableError
from linter.readers import read
from tests.support.odf import build_odt


def odt(body: str, styles: str = "", master: str = "", manifest: str = "<m/>") -> Document:
    return read("稿.odt", build_odt(body, styles, master, manifest))


def texts(document: Document) -> list[str]:
    return [document.text[block.start : block.end] for block in document.blocks]


def labels(document: Document) -> list[str]:
    return [block.label for block in document.blocks]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<text:p>甲</text:p><text:p/><text:p>乙</text:p>", ["甲", "乙"]),
        ("<text:p>  甲\n  <text:span>乙 </text:span> 丙</text:p>", ["甲 乙 丙"]),
        ('<text:p>甲<text:s text:c="3"/>乙<text:tab/>丙<text:line-break/>丁</text:p>', ["甲   乙\t丙丁"]),
        ("<text:p>甲<text:soft-page-break/>乙<!-- 注 --><text:a>丙</text:a></text:p>", ["甲乙丙"]),
        ("<text:section><text:p>甲</text:p></text:section>", ["甲"]),
        ('<text:section text:display="none"><text:p>藏</text:p></text:section><text:p>甲</text:p>', ["甲"]),
        ("<text:p>甲<text:hidden-text>藏</text:hidden-text></text:p>", ["甲"]),
        ('<text:p>藏<text:hidden-paragraph text:is-hidden="true"/></text:p><text:p>甲</text:p>', ["甲"]),
        ('<text:p>甲<text:span text:style-name="V">藏</text:span></text:p>', ["甲"]),
        ("<text:table-of-content><text:p>目录</text:p></text:table-of-content><text:p>甲</text:p>", ["甲"]),
        (
            "<text:p><text:ruby><text:ruby-base>甲</text:ruby-base><text:ruby-text>jia</text:ruby-text>"
            "</text:ruby></text:p>",
            ["甲"],
        ),
        (
            "<text:p>正<draw:frame><draw:text-box><text:p>框</text:p></draw:text-box></draw:frame>文</text:p>",
            ["正文", "框"],
        ),
        ("<text:p>正<draw:custom-shape><text:p>框</text:p></draw:custom-shape>文</text:p>", ["正文", "框"]),
        (
            "<text:p>正文<draw:g><draw:rect><text:p>甲</text:p></draw:rect><draw:line/><draw:ellipse>"
            "<text:p>乙</text:p><text:p>丙</text:p></draw:ellipse></draw:g></text:p>",
            ["正文", "甲", "乙", "丙"],
        ),
        ("<draw:custom-shape><text:p>框</text:p></draw:custom-shape><text:p>甲</text:p>", ["框", "甲"]),
        ('<text:p text:style-name="V">藏</text:p><text:p>甲</text:p>', ["甲"]),
        ('<text:p text:style-name="V2">藏<text:span>着</text:span></text:p><text:p>甲</text:p>', ["甲"]),
        ('<text:h text:outline-level="1" text:style-name="V">藏</text:h><text:p>甲</text:p>', ["甲"]),
        ('<text:p>甲<text:span text:style-name="V2">藏</text:span></text:p>', ["甲"]),
        ('<text:p>甲<text:span text:style-name="V3">乙</text:span></text:p>', ["甲乙"]),
        (
            '<text:section text:display="condition" text:is-hidden="true"><text:p>藏</text:p></text:section>'
            '<text:section text:display="condition" text:is-hidden="false"><text:p>甲</text:p></text:section>'
            '<text:section text:display="condition"><text:p>乙</text:p></text:section>',
            ["甲", "乙"],
        ),
    ],
)
def test_words(body: str, expected: list[str]) -> None:
    hidden = (
        '<style:style style:name="V"><style:text-properties text:display="none"/></style:style>'
        '<style:style style:name="V2" style:parent-style-name="V"><style:text-properties/></style:style>'
        '<style:style style:name="V3" style:parent-style-name="V"><style:text-properties text:display="true"/>'
        "</style:style>"
    )
    assert texts(odt(body, hidden)) == expected


def test_tables() -> None:
    document = odt(
        "<table:table><table:table-row><table:table-cell><text:p>甲</text:p></table:table-cell>"
        "<table:covered-table-cell><text:p>盖住</text:p></table:covered-table-cell></table:table-row></table:table>"
    )
    assert [(block.kind, block.anchor) for block in document.blocks] == [("cell", "")]
    assert texts(document) == ["甲"]


def test_notes_headers_and_deletions() -> None:
    document = odt(
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>删去</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes><text:p>正<text:note><text:note-citation>1"
        "</text:note-citation><text:note-body><text:p>注</text:p></text:note-body></text:note>文</text:p>",
        master="<style:master-page><style:header><text:p>眉</text:p></style:header>"
        "<style:footer><text:p>脚</text:p></style:footer></style:master-page>",
    )
    assert [block.kind for block in document.blocks] == ["paragraph", "note", "header", "footer"]
    assert texts(document) == ["正文", "注", "眉", "脚"]
    assert "修订" in document.notes[0].zh


def page(name: str, words: str, following: str = "") -> str:
    then = f'style:next-style-name="{following}"' if following else ""
    header = f"<style:header><text:p>{words}</text:p></style:header>"
    return f'<style:master-page style:name="{name}" {then}>{header}</style:master-page>'


@pytest.mark.parametrize(
    ("asked", "pages", "expected"),
    [
        ("", page("Standard", "甲") + page("Landscape", "乙"), ["甲"]),
        ("", page("Standard", "甲", "Left") + page("Left", "乙") + page("Right", "丙"), ["甲", "乙"]),
        (
            "First",
            page("Standard", "甲") + page("First", "乙", "Next") + page("Next", "丙", "First"),
            ["甲", "乙", "丙"],
        ),
        ("MP0", page("MP0", "甲") + page("MP1", "乙"), ["甲"]),
        ("", page("MP0", "甲") + page("MP1", "乙"), ["甲"]),
    ],
)
def test_headers_of_pages_that_are_not_used_are_not_read(asked: str, pages: str, expected: list[str]) -> None:
    styles = f'<style:style style:name="P1" style:master-page-name="{asked}"/>'
    document = odt('<text:p text:style-name="P1">正文</text:p>', styles, pages)
    assert texts(document) == ["正文", *expected]


_OUTLINE = (
    '<text:outline-style><text:outline-level-style text:level="1" style:num-format="一, 二, 三, ..." '
    'style:num-suffix="、"/><text:outline-level-style text:level="2" style:num-format="1" '
    'text:display-levels="2"/></text:outline-style>'
    '<style:style style:name="N" style:list-style-name=""/>'
    '<style:style style:name="M" style:parent-style-name="N"/>'
)


def heading(level: int, more: str = "") -> str:
    return f'<text:h text:outline-level="{level}" {more}>题</text:h>'


def test_headings_are_numbered() -> None:
    document = odt(
        heading(1)
        + heading(2)
        + heading(2)
        + heading(1, 'text:style-name="M"')
        + heading(1, 'text:is-list-header="true"')
        + heading(1)
        + heading(2)
        + heading(1, 'text:restart-numbering="true" text:start-value="7"'),
        _OUTLINE,
    )
    assert labels(document) == ["一、", "一.1", "一.2", "", "", "二、", "二.1", "七、"]
    assert [block.level for block in document.blocks] == [1, 2, 2, 1, 1, 1, 2, 1]


_LISTS = (
    '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-prefix="（" '
    'style:num-suffix="）" style:num-format="1"/><text:list-level-style-number text:level="2" '
    'style:num-format="a" text:start-value="3"/></text:list-style>'
    '<text:list-style style:name="B"><text:list-level-style-bullet text:level="1" text:bullet-char="-"/>'
    "</text:list-style>"
)


def items(*contents: str, more: str = 'text:style-name="L"') -> str:
    inside = "".join(f"<text:list-item>{content}</text:list-item>" for content in contents)
    return f"<text:list {more}>{inside}</text:list>"


P = "<text:p>项</text:p>"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (items(P, P), ["（1）", "（2）"]),
        (items(P + P, P), ["（1）", "", "（2）"]),
        (items(P + items(P, P, more=""), P + items(P, more="")), ["（1）", "c", "d", "（2）", "c"]),
        (items(P) + items(P), ["（1）", "（1）"]),
        (items(P) + items(P, more='text:style-name="L" text:continue-numbering="true"'), ["（1）", "（2）"]),
        (
            items(P, more='text:style-name="L" xml:id="x"')
            + items(P)
            + items(P, more='text:style-name="L" text:continue-list="x"'),
            ["（1）", "（1）", "（2）"],
        ),
        (items(P, more='text:style-name="B"'), ["-"]),
        (items(P, more='text:style-name="missing"'), [""]),
        (f'<text:list text:style-name="L"><text:list-header>{P}</text:list-header></text:list>', [""]),
        (
            f'<text:list text:style-name="L"><text:list-item text:start-value="5">{P}</text:list-item>'
            "</text:list>",
            ["（5）"],
        ),
    ],
)
def test_lists_are_numbered(body: str, expected: list[str]) -> None:
    assert labels(odt(body, _LISTS)) == expected


def test_marks() -> None:
    document = odt(
        "<text:p>由<text:placeholder>&lt;单位&gt;</text:placeholder>见<text:bookmark-ref>错误：引用源未找到"
        '</text:bookmark-ref>，<office:annotation office:name="a"><text:p>改</text:p></office:annotation>话'
        '<office:annotation-end office:name="a"/><text:span text:style-name="Y">亮</text:span></text:p>',
        '<style:style style:name="Y"><style:text-properties fo:background-color="#ffff00"/></style:style>',
    )
    assert [(m.kind, document.text[m.start : m.end], m.content) for m in document.marks] == [
        ("prompt", "<单位>", ""),
        ("broken-reference", "错误：引用源未找到", ""),
        ("comment", "话", "改"),
        ("highlight", "亮", ""),
    ]


@pytest.mark.parametrize(
    "result", ["错误:引用源未找到", "错误！未找到引用源。", "錯誤! 找不到參照來源。", "Error: gone"]
)
def test_a_reference_that_could_not_be_worked_out_is_marked_in_any_language(result: str) -> None:
    document = odt(f"<text:p>见<text:bookmark-ref>{result}</text:bookmark-ref></text:p>")
    assert [(m.kind, document.text[m.start : m.end]) for m in document.marks] == [
        ("broken-reference", result)
    ]


def test_a_password() -> None:
    with pytest.raises(UnreadableError, match="password"):
        odt(P, manifest="<m:encryption-data/>")


def test_a_paragraph_is_a_line() -> None:
    document = odt("<text:p>甲</text:p><text:p>乙<text:line-break/>丙</text:p><text:p>丁</text:p>")
    assert [document.locate(document.text.index(word)) for word in "甲乙丁"] == [(1, 1), (2, 1), (3, 1)]


def test_blanks_that_are_counted_stay_within_a_budget() -> None:
    counted = '<text:p>甲<text:s text:c="99999"/>乙</text:p>'
    document = odt(counted * 50)
    assert document.text.startswith("甲" + " " * 99_999 + "乙")
    assert len(document.text) < 150_000
    assert document.text.endswith("甲 乙")
