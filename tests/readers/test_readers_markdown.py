"""Markdown: what each line is, and which characters are signs."""

from __future__ import annotations

import pytest

from linter.model.document import Document
from linter.readers import read


def markdown(source: str) -> Document:
    return read("稿.md", source.encode())


def visible(document: Document) -> list[str]:
    """The blocks without the characters that are signs."""
    signs = {at for mark in document.marks if mark.kind == "markup" for at in range(mark.start, mark.end)}
    return [
        "".join(document.text[at] for at in range(block.start, block.end) if at not in signs)
        for block in document.blocks
    ]


@pytest.mark.parametrize(
    "line",
    [
        "1.健全机制，压实责任。",
        "　　一、加强领导",
        "    缩进四格的段落。",
        "在**镇**村调研时",
        "共投入******元",
        "____年__月__日",
        "snake_case 与 a*b",
        "张**同志",
        "3 * 4 * 5",
        "[来源]: 某单位",
        "文中 ** 不成对 ** 的星号",
        "2 < 3，5 > 4",
        "<单位名称>",
        "价格为~100元~200元",
        "第一行\\",
        "`单个反引号",
    ],
)
def test_ordinary_lines_stay_as_they_are(line: str) -> None:
    document = markdown(line)
    assert visible(document) == [line]
    assert [(block.kind, block.level) for block in document.blocks] == [("paragraph", 0)]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("**一、加强领导**", "一、加强领导"),
        ("__强调__，与_斜体_", "强调，与_斜体_"),
        ("_斜体_ 开头", "斜体 开头"),
        ("**“重点”**项目", "“重点”项目"),
        ("**甲*乙*丙**", "甲乙丙"),
        ("***又粗又斜***", "又粗又斜"),
        ("~~删去~~留下", "删去留下"),
        ("见[附件一](http://example.org/a_b)。", "见附件一。"),
        ("![图](a.png)", "图"),
        ("[![图](a.png)](http://example.org/b) [文](c) 尾](d)", "图 文 尾](d)"),
        ("[![甲](a.png) 乙 ![丙](c.png)](http://example.org/b)", "甲 乙 丙"),
        ("- 列表项", "列表项"),
        ("> 引文", "引文"),
        ("> - **甲**", "甲"),
        ("<u>下划线</u>", "下划线"),
        (r"甲\*乙\*", "甲*乙*"),
        ("1. **抓学习**", "1. 抓学习"),
    ],
)
def test_signs_are_marked(line: str, words: str) -> None:
    assert visible(markdown(line)) == [words]


def test_headings() -> None:
    document = markdown(
        "# 总结 #\n\n## 一、做法\n正文。\n标题\n===\n\n这是一段话。\n---\n#不是标题\n####### 不是"
    )
    assert visible(document) == [
        "总结 ",
        "一、做法",
        "正文。",
        "标题",
        "这是一段话。",
        "#不是标题",
        "####### 不是",
    ]
    assert [block.level for block in document.blocks] == [1, 2, 0, 0, 0, 0, 0]


def test_an_underlined_heading() -> None:
    assert [block.level for block in markdown("工作总结\n====\n\n一、做法\n---\n\n正文").blocks] == [1, 2, 0]


@pytest.mark.parametrize("blank", ["", " ", "\u3000", "\u2028", "\xa0\t", " \u3000 \u2003"])
@pytest.mark.parametrize("row", ["|{}|三次|", "> {}|三次|", "|三次|{}|", "{}|三次"])
def test_a_blank_cell_is_no_block(row: str, blank: str) -> None:
    document = markdown(f"> | 项目 | 次数 |\n> |---|---|\n{row.format(blank)}\n" if row[0] == ">" else
                        f"| 项目 | 次数 |\n|---|---|\n{row.format(blank)}\n")  # fmt: skip
    assert visible(document) == ["项目", "次数", "三次"]


def test_a_table_gives_cells_at_their_columns() -> None:
    document = markdown("| 项目 | 金额 |\n|---|---:|\n| 甲\\|乙 |  |\n|丙|3|\n表下的段落")
    assert visible(document) == ["项目", "金额", "甲|乙", "丙", "3", "表下的段落"]
    assert [block.kind for block in document.blocks] == ["cell"] * 5 + ["paragraph"]
    assert document.locate(document.blocks[4].start) == (4, 4)


def test_front_matter_and_comments_are_no_content() -> None:
    document = markdown("---\nauthor: 甲\n---\n正文\n\n<!-- 注释\n还是注释 -->\n末段")
    assert visible(document) == ["正文", "末段"]


@pytest.mark.parametrize(
    "source",
    [
        "---\ntitle: 渡口\n---\n# 渡口总结\n## 渡运\n正文",
        "---\ntitle: >-\n  渡口总结\n---\n# 渡运\n# 码头",
        "---\ntitle:\n---\n# 渡运\n# 码头",
        "---\ntitle: [渡口, 总结]\n---\n# 渡运\n# 码头",
        "---\nbook:\n  title: 渡口总结\n---\n# 渡运\n# 码头",
        "+++\nweight = 3\n+++\n# 渡运\n# 码头",
    ],
)
def test_a_title_in_front_matter_is_left_out_where_the_text_has_its_own_or_it_is_no_line(source: str) -> None:
    assert [block.level for block in markdown(source).blocks][:1] == [1]
    assert "渡口总结" not in visible(markdown(source))[0] or "# 渡口总结" in source


@pytest.mark.parametrize(
    "head",
    [
        "---\ntitle: {}\n---",
        "---\nlayout: post\nTitle: {}  # 暂定\n---",
        '---\ntitle: "{}"\n---',
        "---\n'title': '{}'  # 暂定\ndraft: true\n...",
        '+++\ndate = 2025-01-03\ntitle = "{}"\n[menu]\ntitle = "渡口"\n+++',
    ],
)
@pytest.mark.parametrize("title", ["渡口站总结", "3#渡口：总结"])
@pytest.mark.parametrize("body", ["正文", "# 渡运\n# 码头", "## 渡运\n## 码头", "# 渡口站总结\n# 渡运"])
def test_the_title_in_front_matter_heads_a_text_without_one(head: str, title: str, body: str) -> None:
    document = markdown(f"{head.format(title)}\n{body}")
    assert visible(document)[0] == title
    assert document.blocks[0].level == 1


def test_text_behind_a_comment_on_its_line_is_read() -> None:
    document = markdown("前文\n\n<!-- 注释 -->全年办结3件。\n<!-- 注释 -->\n后文")
    assert visible(document) == ["前文", "全年办结3件。", "后文"]


@pytest.mark.parametrize("key", ['"author"', "'作者'", "author"])
def test_keys_of_front_matter_may_be_quoted(key: str) -> None:
    document = markdown(f"---\n{key}: 甲\ntags: [乙]\n---\n正文")
    assert visible(document) == ["正文"]
    assert document.locate(document.text.index("正文")) == (5, 1)


@pytest.mark.parametrize("key", ['author = "甲"', "\"作者\"='甲'", "weight = 3"])
def test_front_matter_may_be_toml(key: str) -> None:
    document = markdown(f"+++\n{key}\n[taxonomies]\n+++\n正文")
    assert visible(document) == ["正文"]
    assert document.locate(document.text.index("正文")) == (5, 1)


@pytest.mark.parametrize(
    "source", ["+++\n工作总结\n+++\n正文", '+++\ntitle = "甲"\n正文', "---\na = 1\n\n---\n正文"]
)
def test_what_is_no_front_matter_is_read(source: str) -> None:
    assert "正文" in visible(markdown(source))
    assert len(visible(markdown(source))) > 1


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("见[通报](https://example.com/a(甲)b)一文", "见通报一文"),
        ("见[通报](<https://example.com/甲 乙>)一文", "见通报一文"),
        ("见[通报](a.html '某 单位') 一文", "见通报 一文"),
        ('见[通报](a(甲)(乙).html "某" )一文', "见通报一文"),
        ("（见[表](甲)）", "（见表）"),
        ("[甲](乙", "[甲](乙"),
        ("[甲](乙(丙", "[甲](乙(丙"),
        ("[甲](<乙 丙)", "[甲](<乙 丙)"),
    ],
)
def test_where_a_link_leads_is_a_sign(line: str, expected: str) -> None:
    assert visible(markdown(line)) == [expected]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("正文 <!-- 待核\n勿发 --> 结束", ["正文 ", " 结束"]),
        ("正文<!-- 一\n二\n三 -->\n后文", ["正文", "后文"]),
        ("甲<!-- 一\n--> 乙 <!--\n二 -->丙", ["甲", " 乙 ", "丙"]),
        ("- 甲<!-- 一\n  二 -->", ["甲"]),
        ("<!-- 一\n二 -->全年办结3件。", ["全年办结3件。"]),
    ],
)
def test_a_comment_over_several_lines_is_not_read(body: str, expected: list[str]) -> None:
    assert visible(markdown(body)) == expected


@pytest.mark.parametrize(
    "body", ["甲<!-- 一\n\n二 -->乙", "`<!--`是\n注释`-->`", "甲<!-- 一\n二", "甲 --> 一\n<!-"]
)
def test_what_is_no_comment_over_several_lines_is_read(body: str) -> None:
    assert [markdown(body).text[b.start : b.end] for b in markdown(body).blocks] == [
        line for line in body.split("\n") if line
    ]


@pytest.mark.parametrize(
    "block",
    [
        "<style>\n.甲 { color: red }\n\np {}\n</style>",
        "<script>var 甲 = 1;</script>",
        '<SCRIPT type="text/javascript">\n\n// 甲\n</SCRIPT>',
    ],
)
def test_style_sheets_and_scripts_are_no_content(block: str) -> None:
    assert visible(markdown(f"前文\n\n{block}\n\n后文")) == ["前文", "后文"]


def test_a_style_sheet_without_an_end_hides_nothing() -> None:
    assert visible(markdown("<style>\n一、工作\n\n正文"))[1:] == ["一、工作", "正文"]


@pytest.mark.parametrize(
    "line",
    [
        "[1]: https://example.com/a",
        '  [通报]: <http://example.com/甲> "某单位的通报"',
        "[表]: ./附件/表1.xlsx",
        "[返回]: #top (回到开头)",
    ],
)
def test_the_address_of_a_link_is_no_content(line: str) -> None:
    assert visible(markdown(f"见[通报][1]。\n\n{line}\n后文")) == ["见[通报][1]。", "后文"]


@pytest.mark.parametrize(
    "line", ["[来源]: 某单位", "[^1]: 数据来自台账。", "[1] https://example.com", "[注]: 见 #3"]
)
def test_what_looks_like_the_address_of_a_link_is_read(line: str) -> None:
    assert visible(markdown(line)) == [line]


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    assert visible(markdown("---\n工作总结\n\n---\n正文")) == ["工作总结", "正文"]


def test_a_fence_with_a_program_is_code() -> None:
    document = markdown("前文\n```python\nprint()\n```\n后文")
    assert [block.kind for block in document.blocks] == ["paragraph", "code", "paragraph"]
    assert [document.text[m.start : m.end] for m in document.marks if m.kind == "code"] == ["print()"]


@pytest.mark.parametrize("info", ["", "text", "markdown", " 完 ~~~"])
def test_a_fence_without_one_holds_text(info: str) -> None:
    document = markdown(f"~~~{info}\n# 工作总结\n正文\n~~~")
    assert visible(document) == ["工作总结", "正文"]
    assert [(block.kind, block.level) for block in document.blocks] == [("paragraph", 1), ("paragraph", 0)]


def test_a_fence_that_never_ends_hides_nothing() -> None:
    assert [block.kind for block in markdown("```python\n正文\n再一段").blocks] == ["paragraph", "paragraph"]


def test_inline_code_is_marked_as_code() -> None:
    document = markdown("运行 `a*b*c` 与 ``x`y``")
    assert [(m.kind, document.text[m.start : m.end]) for m in document.marks] == [
        ("code", "`a*b*c`"),
        ("code", "``x`y``"),
    ]


def test_columns_are_those_of_the_file() -> None:
    source = "# 标题\n\n- **甲**：截止\n"
    document = markdown(source)
    assert document.text == source
    assert document.locate(document.text.index("截止")) == (3, 9)


def test_marks_ascend() -> None:
    document = markdown("> # **甲** [乙](c) `丁`\n| a | **b** |\n|---|---|\n| `c` | d |")
    assert list(document.marks) == sorted(document.marks)


def test_wrapped_paragraphs_are_joined() -> None:
    rows = [
        "本月共检查各类经营场所一百二十家次，其中商场四十家，",
        "学校五十家，其余为医院与养老机构，发现隐患六十处，均",
        "已整改。",
    ]
    document = markdown("# 通报\n\n" + "\n\n".join("\n".join(rows) for _ in range(3)))
    assert visible(document) == ["通报", *["".join(rows)] * 3]
    assert document.locate(document.text.index("学校")) == (4, 1)


@pytest.mark.parametrize(("fences", "kind"), [(1, "paragraph"), (2, "paragraph"), (3, "code"), (4, "code")])
def test_a_text_in_one_fence_is_a_draft_and_one_in_many_a_sample(fences: int, kind: str) -> None:
    document = markdown("# 用法\n" + "```\n单位：XX站\n```\n说明\n" * fences)
    kinds = [block.kind for block in document.blocks if document.text[block.start] == "单"]
    assert kinds == [kind] * fences
