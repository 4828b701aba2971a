"""XML without lxml, as in a browser: what is read and written is what lxml reads and writes."""

import sys
from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest

from linter import api, readers, xml
from linter.model.errors import UnreadableError
from linter.readers.support.archive import parse_xml
from tests.samples.make import FILES
from tests.support.ooxml import box, docx, field, p, r, tbl, tc, tr

WHEN = datetime(2024, 7, 1, 8)
WRITTEN = {
    "empty": "<a/>",
    "signs": "<a>甲&amp;&lt;&gt;\"'乙&#13;丙</a>",
    "signs in an attribute": '<a b="甲&quot;&amp;&lt;&gt;&#10;&#9;&#13;\'乙"/>',
    "text around elements": "<a>甲<b>乙</b>丙<b/>丁</a>",
    "comments and instructions": "<a>甲<!-- 中 -->乙<?target data?>丙</a>",
    "default namespace": '<a xmlns="u" xmlns:n="v" n:b="1"><n:c/><d xmlns="">丙</d></a>',
    "two prefixes of a namespace": '<n:a xmlns:n="u" n:b="1"><m:a xmlns:m="u" m:b="2"/></n:a>',
    "namespaces nobody uses": '<a xmlns:n="u" Ignorable="n"><b/></a>',
    "kept blanks": '<a xml:space="preserve"> 甲 </a>',
    "beyond the first plane": "<a>\U00020000</a>",
}
REFUSED = {
    "nothing": b"",
    "no end": b"<a>",
    "crossed": b"<a><b></a></b>",
    "two roots": b"<a/><b/>",
    "unknown entity": b"<a>&b;</a>",
    "unknown encoding": b"<?xml version='1.0' encoding='no-such'?><a/>",
    "not in its encoding": b"<?xml version='1.0' encoding='utf-8'?><a>\xb0\xa1</a>",
    "too deep": b"<a>" * 3000 + b"</a>" * 3000,
    "document type": b"<!DOCTYPE a><a/>",
    "external document type": b"<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>",
    "own entity": b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>",
}
NOTED = docx(
    p(r("附件1") + r("截止2024年9月31日"))
    + tbl(tr(tc(p(r("甲××乙"))), tc(p(r("丙")))))
    + p(box(p(r("截止2024年9月31日"))))
    + p(field("REF a", "错误!未找到引用源。")),
    header1=p(r("××单位")),
    footnotes="",
)


def both(monkeypatch: pytest.MonkeyPatch, work: Callable[[], Any]) -> tuple[Any, Any]:
    """What comes of some work with lxml, and without."""
    with_lxml = work()
    with monkeypatch.context() as without:
        without.setitem(sys.modules, "lxml", None)
        return with_lxml, work()


@pytest.mark.parametrize("name", [name for name in FILES if name.endswith((".docx", ".odt", ".ofd"))])
def test_files_are_judged_the_same(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    data = FILES[name]()
    selector = api.choose("work-report")
    known, own = both(monkeypatch, lambda: api.report(api.check(data, name, selector)))
    assert known == own


@pytest.mark.parametrize("data", [FILES["report.docx"](), NOTED], ids=["report", "tables and boxes"])
def test_comments_are_written_byte_by_byte_the_same(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    known, own = both(
        monkeypatch, lambda: api.annotate(data, "稿.docx", "work-report", date=WHEN, suggest=True).data
    )
    assert known == own
    again = both(monkeypatch, lambda: api.annotate(own, "稿.docx", "work-report", date=WHEN).data)
    assert again[0] == again[1]


@pytest.mark.parametrize("text", WRITTEN.values(), ids=WRITTEN)
def test_a_document_is_written_as_it_was(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    def written() -> tuple[bytes, list[tuple[str, str | None, str | None]]]:
        root = xml.parse(text.encode())
        return xml.document(root), [(str(one.tag), one.text, one.tail) for one in root.iter("*")]

    known, own = both(monkeypatch, written)
    assert known == own
    assert own[0].decode().partition("\n")[2] == text


def test_an_element_within_a_tree_is_written_with_the_prefixes_that_hold_there(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def written() -> bytes:
        root = xml.parse(b'<a xmlns:n="u"><n:b n:c="1">1</n:b>2</a>')
        return xml.document(root[0])

    known, own = both(monkeypatch, written)
    assert known == own
    assert own.endswith(b'<n:b xmlns:n="u" n:c="1">1</n:b>')


@pytest.mark.parametrize("data", REFUSED.values(), ids=REFUSED)
def test_what_is_refused_and_why(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    def refusal() -> str:
        with pytest.raises(UnreadableError) as found:
            parse_xml("稿.docx", data)
        return str(found.value)

    known, own = both(monkeypatch, refusal)
    assert known == own


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "gb18030", "big5", "iso-8859-1"])
def test_the_declared_encoding_is_used(monkeypatch: pytest.MonkeyPatch, encoding: str) -> None:
    words = "é" if encoding == "iso-8859-1" else "甲乙"
    data = f"<?xml version='1.0' encoding='{encoding}'?><a>{words}</a>".encode(encoding)
    assert both(monkeypatch, lambda: xml.parse(data).text) == (words, words)


def test_names_with_a_star_are_those_of_any_namespace(monkeypatch: pytest.MonkeyPatch) -> None:
    text = b'<a xmlns:n="u"><n:b/><b/><nb/><c><n:b/><!-- b --></c></a>'

    def found() -> list[list[str]]:
        root = xml.parse(text)
        return [
            [one.tag for one in root.iter("{*}b")],
            [one.tag for one in root.iter("*")],
            [one.tag for one in root.iterchildren("{u}b", "c")],
            [one.tag for one in root.iterfind("{*}c/{*}b")],
        ]

    known, own = both(monkeypatch, found)
    assert known == own
    assert own[0] == ["{u}b", "b", "{u}b"]


def test_elements_moved_in_a_tree_take_no_text_along_that_stood_behind_another(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def moved() -> bytes:
        root = xml.parse(b"<a>0<b>1</b>2<c>3</c>4<d/>5</a>")
        first, second, third = root
        first.addnext(third)
        second.addprevious(root.makeelement("e"))
        root.replace(first, root.makeelement("f"))
        root.insert(0, second)
        second.append(xml.element("{u}g", prefix="n"))
        assert [xml.top(one) for one in root] == [root] * len(root)
        assert third.getprevious().tag == "f"
        return xml.document(root)

    known, own = both(monkeypatch, moved)
    assert known == own


def test_the_reader_of_word_asks_for_no_lxml(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "lxml", None)
    assert readers.read("稿.docx", docx(p(r("甲乙丙")))).text == "甲乙丙"
