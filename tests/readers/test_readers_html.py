"""HTML: paragraphs, what is hidden, white space, and where the words stand in the source."""

from __future__ import annotations

from contextlib import suppress

import pytest

from linter.model.document import Document
from linter.model.errors import UnreadableError
from linter.readers import read
from linter.readers.support.assemble import CUT_OFF


def html(body: str) -> Document:
    return read("页.html", f"<html><body>{body}</body></html>".encode())


def texts(document: Document) -> list[str]:
    return [document.text[block.start : block.end] for block in document.blocks]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>甲</p><p>乙</p>", ["甲", "乙"]),
        ("<p>甲<p>乙", ["甲", "乙"]),
        ("甲<div>乙</div>丙", ["甲", "乙", "丙"]),
        ("<p>  甲 <b> 乙</b>  </p>", ["甲 乙"]),
        ("<p>工作\n  总结</p>", ["工作总结"]),
        ("<p>work\n  report</p>", ["work report"]),
        ("<p>甲<br>乙<br/>丙</p>", ["甲乙丙"]),
        ("<p>　　一、总体&nbsp;情况</p>", ["　　一、总体 情况"]),
        ("<p>&ldquo;重点&#8221;&#x20BB7; &amp; &不是</p>", ["“重点”𠮷 & &不是"]),
        ("<p>甲<!-- 注释 -->乙<o:p></o:p><o:p/>丙</p>", ["甲乙丙"]),
        ("<style>p{}</style><script>'<p>'</script><p>甲</p>", ["甲"]),
        ('<p>甲<span style="display: none">藏<b>起</b></span>乙</p>', ["甲乙"]),
        ('<p style="display:none">藏<p>甲', ["甲"]),
        ("<p>甲<span hidden>藏</span><del>删</del><ins>插</ins></p>", ["甲插"]),
        ("<pre>一\n  二\n</pre>", ["一", "  二"]),
        ("<ul><li>甲<li>乙<ul><li>丙</ul></ul>丁", ["甲", "乙", "丙", "丁"]),
        ("<p>甲</b></i></p><p>乙</p>", ["甲", "乙"]),
        ("<p>3 < 5，5 > 3</p>", ["3 < 5，5 > 3"]),
        ("<p>甲&T;乙&T，&</p>", ["甲&T;乙&T，&"]),
        ("<p>&copy2024；&copy;2024；&amp;copy;</p>", ["©2024；©2024；&copy;"]),
        ("<p>一\n&R&D;</p>\n<p>&x;;&nbsp甲</p>", ["一 &R&D;", "&x;; 甲"]),
    ],
)
def test_paragraphs(body: str, expected: list[str]) -> None:
    assert texts(html(body)) == expected


NOT_SHOWN = [
    "<p><a class=msocomanchor href='#_msocom_1'>[某1]</a></p><div style='mso-element:comment-list'><hr>"
    "<div style='mso-element:comment'><p class=MsoCommentText>批注</p></div></div>",
    "<p><span class=MsoCommentReference><![if !supportAnnotations]><a>[某1]</a><![endif]></span></p>",
    '<p><span class="x MsoCommentReference">[某2]</span></p><div style="mso-element: comment-list">批注</div>',
    '<p hidden="">藏</p><p hidden="hidden">藏</p><div hidden=until-found><p>藏</div>',
    "<video controls>不支持视频</video><audio>不支持音频</audio><canvas>不支持</canvas>",
    '<iframe src="x"><p>不支持框架</p></iframe><object><p>不支持</p></object><noframes>不支持</noframes>',
    "<style>.off{display:none}</style><p class=off>藏</p><p class='a off b'>藏</p>",
    "<style>p { color: red } div.off, .other { visibility: hidden; }</style><div class=off>藏<p>藏</div>",
    "<STYLE><!-- /* .a{display:block} */ .off{mso-hide:all} --></STYLE><span class=off>藏</span>",
]


@pytest.mark.parametrize("body", NOT_SHOWN)
def test_what_a_browser_does_not_show_is_not_read(body: str) -> None:
    assert texts(html(f"<p>甲</p>{body}<p>乙</p>")) == ["甲", "乙"]


@pytest.mark.parametrize(
    "sheet",
    [
        ".off{display:none} .off.on{display:block}",
        "@media print{.off{display:none}}",
        "@media screen{@supports(x){.off{color:red}}} .off{display:none}",
        ".menu .off{display:none} #off{display:none}",
        "/* .off{display:none} */",
        ".off{display:none",
    ],
)
def test_what_may_be_shown_is_read(sheet: str) -> None:
    assert texts(html(f"<style>{sheet}</style><p class=off>甲</p>")) == ["甲"]


def test_a_page_that_hides_all_its_text_is_read() -> None:
    assert texts(html("<style>.page{visibility:hidden}</style><div class=page><p>甲</p></div>")) == ["甲"]


def test_what_a_script_has_shown_is_read() -> None:
    sheet = "<style>.off{display:none}</style>"
    assert texts(html(f'{sheet}<p class="off" style="display: block">甲</p>')) == ["甲"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<ruby>沥<rp>（</rp><rt>lì</rt><rp>）</rp></ruby>青路", "沥青路"),
        ("<ruby><rb>沥</rb><rtc><rt>lì</rt></rtc></ruby>青路", "沥青路"),
        ("<ruby>沥青<rt>lì<rt>qīng</ruby>路", "沥青路"),
        (
            "增长<math><semantics><mn>5</mn><mo>%</mo><annotation>5\\%</annotation></semantics></math>。",
            "增长5%。",
        ),
    ],
)
def test_what_is_said_twice_is_read_once(body: str, expected: str) -> None:
    assert texts(html(f"<p>{body}</p>")) == [expected]


def test_headings_and_cells() -> None:
    document = html(
        "<h1>总结</h1><h2>一、<b>做法</b></h2><p style='mso-outline-level:3'>（一）学习</p>"
        "<table><tr><th>项<td>金额<tr><td><p>甲<p>乙</table><p>末段"
    )
    assert [(block.kind, block.level) for block in document.blocks] == [
        ("paragraph", 1),
        ("paragraph", 2),
        ("paragraph", 3),
        ("cell", 0),
        ("cell", 0),
        ("cell", 0),
        ("cell", 0),
        ("paragraph", 0),
    ]


@pytest.mark.parametrize(
    ("body", "kinds"),
    [
        ("<pre>一、总体情况\n召开会议XX次</pre>", ["paragraph", "paragraph"]),
        ("<pre><code>一、总体情况\n召开会议XX次</code></pre>", ["paragraph", "paragraph"]),
        ('<pre><code class="language-text">召开会议XX次</code></pre>', ["code"]),
        ('<p><code class="language-rust">let</code>语句</p>', ["paragraph"]),
        ('<pre><code class="language-rust editable">let a = &color;\n// TODO：改</code></pre>', ["code"] * 2),
        (
            '<pre class="x"><code class="hljs language-c++">// 待办</code></pre><p>说明</p>',
            ["code", "paragraph"],
        ),
    ],
)
def test_a_program_is_told_by_its_language(body: str, kinds: list[str]) -> None:
    document = html(body)
    assert [block.kind for block in document.blocks] == kinds
    code = [(block.start, block.end) for block in document.blocks if block.kind == "code"]
    assert [(mark.start, mark.end) for mark in document.marks if mark.kind == "code"] == code


def test_words_keep_their_place_in_the_source() -> None:
    document = read("页.html", "<p>截止&nbsp;9月底，研究\r\n  解决<b>问题</b></p>\r\n<p>末段".encode())
    assert document.text == "截止 9月底，研究解决问题\n末段"
    for words, place in [("9月", (1, 12)), ("解决", (2, 3)), ("问题", (2, 8)), ("末段", (3, 4))]:
        assert document.locate(document.text.index(words)) == place


@pytest.mark.parametrize(
    ("declared", "codec", "encoding"),
    [
        ("utf-8", "utf-8", "utf-8"),
        ("gb2312", "utf-8", "utf-8"),
        ("gb2312", "gbk", "gb18030"),
        ("utf-8", "gbk", "gb18030"),
        ("big5", "big5", "big5"),
        ("nonsense", "gbk", "gb18030"),
        ("iso-8859-1", "gbk", "gb18030"),
        ("windows-1252", "gbk", "gb18030"),
        ("us-ascii", "utf-8", "utf-8"),
        ("big5", "gbk", "gb18030"),
        ("unicode_escape", "gbk", "gb18030"),
        ("utf-8", "utf-16-le", "utf-16-le"),
        ("gbk", "utf-16-be", "utf-16-be"),
        ("gb2312", "utf-8-sig", "utf-8-bom"),
    ],
)
def test_encodings(declared: str, codec: str, encoding: str) -> None:
    source = f'<html><meta charset="{declared}"><p>工作方法和工作目的，三月中旬前完成'
    document = read("页.html", source.encode(codec))
    assert document.encoding == encoding
    assert texts(document) == ["工作方法和工作目的，三月中旬前完成"]


@pytest.mark.parametrize(
    ("declared", "codec", "words"),
    [
        ("gb2312", "big5", "關於上半年安全生產工作的報告"),
        ("iso-8859-1", "big5", "關於上半年安全生產工作的報告"),
        ("big5", "big5", "關於"),
        ("gbk", "gbk", "學習（一）"),
        ("gb2312", "gbk", "学习"),
        ("iso-8859-1", "gbk", "第3条"),
        ("iso-8859-1", "cp1252", "Café “à la carte”, créée en été"),
        ("windows-1252", "cp1252", "naïve"),
        ("windows-1251", "cp1251", "Отчёт о работе"),
        ("euc-jp", "euc-jp", "作業報告です"),
    ],
)
def test_the_bytes_decide_where_they_can(declared: str, codec: str, words: str) -> None:
    source = f'<html><meta http-equiv="Content-Type" content="text/html; charset={declared}"><p>{words}</p>'
    assert texts(read("页.html", source.encode(codec))) == [words]


@pytest.mark.parametrize("codec", ["utf-8", "gbk"])
@pytest.mark.parametrize("nul", ["\0", "\0\0\0", "\0" * 400])
def test_a_nul_is_dropped(codec: str, nul: str) -> None:
    source = f"<html><p>召开会{nul}议三次，落实责任，整改问题</p>{nul}<p>末段</p></html>{nul}"
    assert texts(read("页.html", source.encode(codec))) == ["召开会议三次，落实责任，整改问题", "末段"]


def test_a_page_cut_off_within_a_tag_is_said_to_be_cut_off() -> None:
    assert html("<p>甲</p>").notes == ()
    assert html("<p>3 > 2</p>").notes == ()
    assert read("页.html", "<html><body><p>甲</p><p cla".encode()).notes == (CUT_OFF,)


def test_a_page_without_words() -> None:
    with pytest.raises(UnreadableError, match="no text"):
        html("<p> </p><script>1</script>")


def test_a_declaration_that_no_page_has() -> None:
    """Python's parser fails on it or, since 3.14, takes it for a comment: the page is refused or read."""
    with suppress(UnreadableError):
        assert texts(html("文<![foo[")) == ["文"]


@pytest.mark.parametrize("body", ["<a " * 300, "<!-- >" * 300])
def test_pages_that_stall_the_parser_are_refused(body: str) -> None:
    with pytest.raises(UnreadableError, match="damaged"):
        html("文" + body)


def test_deep_nesting_ends() -> None:
    assert texts(html("<div>" * 3000 + "甲")) == ["甲"]
