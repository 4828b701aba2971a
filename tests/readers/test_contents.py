"""Tables of contents, typed or generated: their lines are blocks of the kind `toc`, and others are not."""

import pytest

from linter.model.document import Document
from linter.readers import read
from tests.support.ooxml import docx, field, p, pstyle, r

BODY = (
    "2024年上半年，供水站抓维护、保供水，没有发生责任事故。\n"
    "一、管网维护\n更换阀门三百一十二只，修复漏点四十六处。\n"
    "二、抢修值守\n二十四小时有人值守，接报四十分钟内到场。\n"
    "三、存在问题\n听漏仪只有一台，夜里两头漏水就得排队。\n"
    "四、下步打算\n九月前再购一台听漏仪，入冬前教会两名新手。"
)
TITLE = "梧桐镇供水站2024年上半年工作总结"


def contents(text: str | Document) -> list[str]:
    document = read("稿.txt", text.encode()) if isinstance(text, str) else text
    return [document.text[b.start : b.end].strip() for b in document.blocks if b.kind == "toc"]


SILENT = {
    "no table of contents": f"{TITLE}\n{BODY}",
    "the word in a title": f"权责目录\n{BODY}",
    "a title 目录 over text": f"{TITLE}\n目录\n{BODY}",
    "empty headings at the end": f"{TITLE}\n{BODY}\n五、其他\n六、附件\n七、说明",
    "a form that is filled in": "姓名………\n单位………\n电话………\n" + BODY,
    "a table of figures": "义诊场次\t12\n服务人次\t2300\n培训人次\t86\n" + BODY,
    "weeks with the same short lines": "第一周\n照常值班\n修复漏点\n夜间听漏\n第二周\n照常值班\n修复漏点\n夜间听漏",
    "a list of annexes": (
        f"{BODY}\n附件：1.抢修记录\n2.听漏记录\n3.维护台账\n4.值班表\n2024年7月3日\n"
        "1.抢修记录\n共四十六处。\n2.听漏记录\n共三十六次。\n3.维护台账\n共九本。\n4.值班表\n共六页。"
    ),
    "an agenda that the minutes follow": f"会议听取了四项汇报，议程有三项，逐项讨论后通过。\n一、管网维护\n二、抢修值守\n三、存在问题\n{BODY}",
}


@pytest.mark.parametrize("text", SILENT.values(), ids=SILENT)
def test_what_only_resembles_a_table_of_contents_is_text(text: str) -> None:
    assert contents(text) == []


FORM = "a page of dots alone"
"""Without a title above and pages behind it may be a form to fill in."""
HEADINGS = ("一、管网维护", "二、抢修值守", "三、存在问题", "四、下步打算")
TYPED = {
    "dots": "\n".join(f"{words}…………{page}" for page, words in enumerate(HEADINGS, 1)),
    "full stops and brackets": "\n".join(
        f"{words}......（{page}）" for page, words in enumerate(HEADINGS, 1)
    ),
    "tabs": "\n".join(f"{words}\t{page}" for page, words in enumerate(HEADINGS, 1)),
    "nothing": "\n".join(HEADINGS),
    FORM: "\n".join(f"{words}·········" for words in HEADINGS),
    "sub-headings that the text lacks": "\n".join(
        f"{words}……{page}\n  （一）基本做法……{page}" for page, words in enumerate(HEADINGS, 1)
    ),
    "no numbers": "\n".join(words[2:] for words in HEADINGS),
    "headings that differ, dots": "\n".join(
        f"{words}情况………{page}" for page, words in enumerate(HEADINGS, 1)
    ),
}


TITLED = (f"{TITLE}\n目  录\n", "目次\n", "Table of Contents\n")
UNTITLED = (f"{TITLE}\n\n",)


@pytest.mark.parametrize(
    ("above", "entries"),
    [
        pytest.param(above, entries, id=f"{name}, {above.split()[-1]}")
        for name, entries in TYPED.items()
        for above in (TITLED if name == FORM else TITLED + UNTITLED)
    ],
)
def test_a_typed_table_is_known_with_and_without_a_title(above: str, entries: str) -> None:
    text = f"{above}{entries}\n\n{BODY}"
    title = [line for line in above.splitlines() if line and line != TITLE]
    assert contents(text) == title + [line.strip() for line in entries.splitlines()]


@pytest.mark.parametrize("title", ["", "目录\n"])
def test_sub_headings_that_every_section_has_belong_to_the_table(title: str) -> None:
    entries = [line for words in HEADINGS for line in (words, "（一）做法", "（二）成效")]
    text = "\n".join(f"{line}\n更换阀门三百一十二只，修复漏点四十六处。" for line in entries)
    listed = "\n".join(entries)
    assert contents(f"{TITLE}\n{title}{listed}\n{text}")[-len(entries) :] == entries


def test_an_entry_whose_section_is_lacking_belongs_to_the_table() -> None:
    entries = [*HEADINGS, "五、其他事项", "六、附表"]
    assert contents("\n".join([TITLE, "目录", *entries, BODY])) == ["目录", *entries]
    assert contents("\n".join(["目录", *HEADINGS, TITLE, BODY])) == ["目录", *HEADINGS]


def test_links_in_markdown_are_entries() -> None:
    links = "\n".join(f"{index}. [{words[2:]}](#{index})" for index, words in enumerate(HEADINGS, 1))
    body = "\n\n".join(f"## {line}" if line in HEADINGS else line for line in BODY.split("\n"))
    document = read("稿.md", f"# {TITLE}\n\n## 目录\n\n{links}\n\n{body}".encode())
    assert contents(document) == ["## 目录", *links.split("\n")]


def test_the_reports_of_a_collection_are_entries() -> None:
    titles = [f"{year}年上半年工作总结" for year in (2022, 2023, 2024)]
    entries = [f"{index}.{title}……{index}" for index, title in enumerate(titles, 1)]
    reports = [
        f"{title}\n更换阀门三百一十二只，修复漏点四十六处。\n一、维护\n夜间听漏三十六次。" for title in titles
    ]
    assert contents("\n".join(["供水站工作总结汇编", *entries, *reports])) == entries


def test_a_run_ends_where_its_first_heading_returns() -> None:
    body = BODY.partition("\n")[2]
    assert contents(f"{TITLE}\n目录\n{TYPED['nothing']}\n{body}") == ["目录", *HEADINGS]


def test_headings_that_open_their_paragraphs_are_announced_too() -> None:
    body = "\n".join(f"{words}。本站制定方案，逐项落实到班组。" for words in HEADINGS)
    assert contents(f"{TITLE}\n{TYPED['tabs']}\n{body}") == TYPED["tabs"].splitlines()


WORD = {
    "a field": p(field("TOC \\o", r("管网\t1"))),
    "the gallery of a content control": (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
        f"<w:sdtContent>{p('管网')}</w:sdtContent></w:sdt>"
    ),
    "a style of WPS": p("管网", pstyle("wps")),
}
WPS = '<w:style w:type="paragraph" w:styleId="wps"><w:name w:val="WPSOffice手动目录 1"/></w:style>'


@pytest.mark.parametrize("entry", WORD.values(), ids=WORD)
def test_a_table_that_word_generates_is_known(entry: str) -> None:
    document = read("稿.docx", docx(p("目录") + entry + p("正文。"), styles=WPS))
    assert [block.kind for block in document.blocks] == ["toc", "toc", "paragraph"]


def test_a_table_that_stands_in_rtf_is_known() -> None:
    field = r"{\field{\*\fldinst TOC \\o}{\fldrslt 甲\tab 1\par 乙\tab{\field{\*\fldinst PAGEREF x}{\fldrslt 2}}}}\par"
    document = read("稿.rtf", (r"{\rtf1\ansi\ansicpg936 " + field + r" 正文。\par}").encode("gbk"))
    assert [block.kind for block in document.blocks] == ["toc", "toc", "paragraph"]


def test_a_table_that_stands_in_html_is_known() -> None:
    document = read("稿.html", "<p class=MsoToc1>甲<span>1</span></p><p class=MsoNormal>正文。</p>".encode())
    assert [block.kind for block in document.blocks] == ["toc", "paragraph"]
