"""The frame of a report: title block, text, signature block, and the page around it."""

import pytest

from linter.model.document import Document
from linter.model.outline import Part
from tests.support.drafts import document
from tests.support.words import outline

BODY = "渡口全年运送旅客二十一万人次，更换系缆桩八根，没有发生责任事故。"
SHORT = ["一、组织领导", "站长任组长，每季研究一次。", "二、存在的问题", "骨干不足，台账不全。"]


def frame(*lines: str) -> tuple[Document, Part]:
    """A text of these lines, and the only report in it."""
    source = document("\n".join(lines))
    (part,) = outline(source)
    return source, part


def texts(source: Document, first: int, end: int) -> list[str]:
    """The lines of some blocks."""
    return [source.text[block.start : block.end] for block in source.blocks[first:end]]


# --- the title block: what stands there never ends a report ------------------------------------------


@pytest.mark.parametrize(
    "block",
    [
        ["2024年8月1日"],
        ["2024年8月"],
        ["（2024年8月1日）"],
        ["二〇二四年八月一日"],
        ["白沙渡口管理站", "2024年8月1日"],
        ["白沙渡口管理站  侯渡生", "（2024年8月1日　白沙）"],
        ["——在全区渡口安全会议上的发言", "2024年8月1日", "各位同事："],
        ["2024年8月1日", "区交通运输局："],
        ["2024-08-01"],
        ["汇报人：侯渡生", "日期：2024年8月1日"],
    ],
)
def test_date_place_and_author_under_a_title_belong_to_the_title_block(block: list[str]) -> None:
    source, part = frame("白沙渡口2024年上半年工作总结", *block, *SHORT)
    assert texts(source, part.first_block + 1, part.body_block) == block
    assert source.text[: part.end].endswith(SHORT[-1])


def test_a_date_above_short_unnumbered_lines_ends_nothing() -> None:
    _, part = frame(
        "渡口实习小结", "2024年8月", "到渡口已经半年，先后在售票和", "系缆两个岗位跟班，慢慢熟悉了。"
    )
    assert part.end_block == 4
    assert part.body_block == 2


# --- the signature block ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "tail",
    [
        ["白沙渡口管理站", "2024年8月1日"],
        ["白沙渡口管理站", "侯渡生", "2024年8月1日"],
        ["侯渡生", "2024年8月1日", "附件：渡船名册", "联系人：办公室"],
        ["2024年8月1日", "白沙渡口管理站"],
        ["白沙渡口管理站", "2024-08-01", "抄送：区水务站"],
        ["汇报人：侯渡生", "2024年8月1日"],
        ["单位：白沙渡口管理站", "日期：2024年8月1日"],
        ["白沙渡口管理站（盖章）", "2024 年 8 月 1 日"],
        ["2024年8月1日"],
        ["白沙渡口管理站　　2024年8月1日"],
        ["白沙渡口管理站　2024年8月1日", "（经办：侯渡生　电话：0000-00000000）"],
        ["白沙渡口管理站"],
        [],
    ],
)
def test_a_signature_block_is_what_stands_below_the_text(tail: list[str]) -> None:
    source, part = frame("白沙渡口2024年上半年工作总结", "一、工作情况", BODY, *tail)
    assert texts(source, part.closing_block, part.end_block) == tail


@pytest.mark.parametrize(
    "contact",
    [
        "网址：www.baisha.example.org",
        "报名网址：https://www.baisha.example.org/bm",
        "来源：区统计站",
        "责任编辑：侯渡生",
        "发布时间：2024年8月1日",
        "电子邮箱：dukou@baisha.example.org",
        "联系人：办公室，电话：0000-00000000",
    ],
)
def test_a_contact_line_does_not_cut_off_the_signature(contact: str) -> None:
    signed = ["白沙渡口管理站", "2024年8月1日"]
    source, part = frame("白沙渡口2024年上半年工作总结", "一、工作情况", BODY, contact, *signed)
    assert texts(source, part.end_block - 2, part.end_block) == signed


@pytest.mark.parametrize(
    "lines",
    [
        ["2024年1月", BODY, "2024年2月", "渡船进坞。"],
        ["（一）一月", BODY, "2024年2月3日", "二、下半年打算", BODY],
        [BODY, "侯渡生", "2024年2月3日", "一、下半年打算", "继续做好防汛。"],
        ["2024年1月", BODY, "2024年2月", "学习防汛制度，每人写一条体会。", "二、下半年打算", BODY],
    ],
)
def test_a_date_within_the_text_ends_no_report(lines: list[str]) -> None:
    _, part = frame("白沙渡口2024年大事记和工作总结", "一、工作情况", *lines)
    assert part.end_block == 2 + len(lines)


def test_an_annex_that_numbers_anew_lies_outside() -> None:
    signed = ["附件：缆桩清单", "白沙渡口管理站", "2024年8月1日"]
    annex = ["附件", "缆桩清单", "一、上游", "每月检查。", "二、下游", "每季检查。"]
    source, part = frame("白沙渡口2024年上半年工作总结", "一、工作情况", BODY, *signed, *annex)
    assert texts(source, part.end_block, len(source.blocks)) == annex[1:]


def test_a_calendar_behind_the_signature_lies_outside() -> None:
    signed = ["白沙渡口管理站", "2024年8月1日"]
    calendar = ["工作历", "2024年9月　召开安全大会。", "2024年10月　组织防汛演练。"]
    source, part = frame("白沙渡口2024年上半年工作总结", "一、工作情况", BODY, *signed, *calendar)
    assert texts(source, part.end_block, len(source.blocks)) == calendar


# --- titles -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (
            ["白沙渡口管理站", "2021年工作总结和2022年工作谋划", "一、完成情况", BODY],
            "2021年工作总结和2022年工作谋划",
        ),
        (["白沙渡口工作总结范文", "一、完成情况", BODY], "白沙渡口工作总结范文"),
        (["白沙渡口工作总结", "# 组织领导", BODY, "# 存在问题", BODY], "白沙渡口工作总结"),
        (["Ferry Safety Report 2024", "# Leadership", BODY, "# Plans", BODY], "Ferry Safety Report 2024"),
        (
            ["白沙渡口的二〇二四", "白沙渡口管理站", "# 组织领导", BODY, "# 存在问题", BODY],
            "白沙渡口的二〇二四",
        ),
        (["# 白沙渡口工作总结", "# 组织领导", BODY, "# 存在问题", BODY], "白沙渡口工作总结"),
        (["# 白沙渡口工作总结", "## 组织领导", BODY], "白沙渡口工作总结"),
        (["按要求整理如下，请审阅。", "# 白沙渡口工作总结", "# 组织领导", BODY], "白沙渡口工作总结"),
        (["白沙渡口的二〇二四", "# 组织领导", "## 值守", BODY], "白沙渡口的二〇二四"),
        (
            ["What the inspection of the river locks found in spring", "# Gates", BODY, "# Pumps", BODY],
            "What the inspection of the river locks found in spring",
        ),
        (
            ["Minutes: the yearly meeting of all ferry stations, Baisha", "# Present", "# Decisions", BODY],
            "Minutes: the yearly meeting of all ferry stations, Baisha",
        ),
        (
            [
                "The ferry was late again on Monday, as everyone knows.",
                "# Ferry Safety Report",
                "## Leadership",
                BODY,
            ],
            "Ferry Safety Report",
        ),
        (["Draft of March", "# Ferry Safety Report", "## Leadership", BODY], "Ferry Safety Report"),
        (["内部资料", "# 白沙渡口工作总结", "## 组织领导", BODY], "白沙渡口工作总结"),
    ],
)
def test_a_title_stands_above_the_sections(lines: list[str], title: str) -> None:
    source, part = frame(*lines)
    assert part.title is not None
    assert source.text[slice(*part.title)] == title


def test_sections_of_level_1_below_a_plain_title_are_headings() -> None:
    source, part = frame("白沙渡口工作总结", "# 组织领导", BODY, "# 存在问题", BODY)
    assert [source.text[head.start : head.end] for head in part.headings] == ["组织领导", "存在问题"]


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (["# 白沙渡口工作总结", "# 组织领导", BODY, "# 存在问题", BODY, "# 下步打算"], "白沙渡口工作总结"),
        (["# 存在问题", "## 组织领导", BODY, "## 下步打算", BODY], "存在问题"),
        (["# 组织领导", BODY, "# 渡运", BODY, "# 码头", BODY], "组织领导"),
    ],
)
def test_a_heading_of_level_1_is_the_title_unless_several_are_heading_words(
    lines: list[str], title: str
) -> None:
    source = document("\n".join(lines))
    (part,) = outline(source, "组织领导", "存在问题", "下步打算")
    assert part.title is not None
    assert source.text[slice(*part.title)] == title


def test_where_all_headings_of_level_1_are_heading_words_there_is_no_title() -> None:
    source = document("\n".join(["# 组织领导", BODY, "# 存在问题", BODY, "# 下步打算", BODY]))
    (part,) = outline(source, "组织领导", "存在问题", "下步打算")
    assert part.title is None
    assert [source.text[head.start : head.end] for head in part.headings] == [
        "组织领导",
        "存在问题",
        "下步打算",
    ]


# --- the page around a report -----------------------------------------------------------------------

MENU = ["网站首页", "渡口概况", "机构设置", "工作动态", "信息公开"]
TITLE = "白沙渡口2024年上半年工作总结"


@pytest.mark.parametrize(
    ("above", "under"),
    [
        (["首页 > 信息公开 > 正文"], ["发布时间：2024-08-01　浏览次数：12"]),
        ([*MENU, "当前位置：首页 > 信息公开"], ["来源：渡口站　　时间：2024-08-01 09:12"]),
        ([*MENU, "登录 | 注册"], ["——上半年", "来源：渡口站", "发布时间：2024-08-01"]),
        ([*MENU], ["信息来源： 编辑： 更新时间：2024年08月01日 浏览量：", "次"]),
    ],
)
def test_a_report_begins_below_the_head_of_a_page(above: list[str], under: list[str]) -> None:
    source, part = frame(*above, TITLE, *under, *SHORT)
    assert part.title is not None
    assert source.text[slice(*part.title)] == TITLE
    assert part.first_block == len(above)


def test_a_path_that_ends_in_the_title_is_not_the_title() -> None:
    source, part = frame(f"当前位置：文库 > 材料 > {TITLE}", TITLE, *SHORT)
    assert part.title is not None
    assert texts(source, part.first_block, part.first_block + 1) == [TITLE]


NOTICES = [
    "1、本站文档由用户上传，付费下载之前请先预览。",
    "- 如侵犯版权，请点击举报，或联系客服，本站不承担审核。",
]


def test_a_report_begins_below_the_notices_of_a_store() -> None:
    source, part = frame("- 25 KB", *NOTICES, TITLE, *SHORT)
    assert part.title is not None
    assert texts(source, part.first_block, part.first_block + 1) == [TITLE]


def test_items_on_publicity_are_no_notices() -> None:
    items = ["1、公众号粉丝1.2万人，用户点赞、评论、转载3千次。", "2、县情况通报会汇报", BODY]
    source, part = frame(TITLE, *items, "三、下一步打算", "办好培训。")
    assert texts(source, part.first_block, part.first_block + 1) == [TITLE]


SUMMARY = "今年以来，全站上下同心，各项工作有序推进，群众满意。"


@pytest.mark.parametrize(
    "between",
    [[SUMMARY], ["大小：3页"], [SUMMARY, "引言"], []],
)
def test_a_title_above_a_summary_and_above_the_text_is_of_one_report(between: list[str]) -> None:
    source, part = frame(TITLE, *between, TITLE, "一、主要工作", BODY, "二、下一步打算", BODY)
    named = [source.text[head.start : head.end] for head in part.headings]
    assert named[-2:] == ["主要工作", "下一步打算"]
    assert TITLE not in named


@pytest.mark.parametrize(
    "text",
    [
        [TITLE, "一、主要工作", BODY, TITLE, "一、主要工作", BODY],
        [TITLE, BODY, SUMMARY, TITLE, "一、主要工作", BODY],
        [TITLE, BODY, BODY, TITLE, BODY, BODY],
    ],
)
def test_a_title_above_each_of_two_texts_is_of_two_reports(text: list[str]) -> None:
    assert len(outline(document("\n".join(text)))) == 2


@pytest.mark.parametrize(
    "tail",
    [
        ["上一篇：防汛通知", "下一篇：没有了"],
        ["渡口之窗", "水上交通网", "航道信息网", "网站地图"],
        ["相关链接", "航道站"],
        ["渡口站版权所有", "备案号：00000000"],
    ],
)
@pytest.mark.parametrize("signed", [[], ["白沙渡口管理站", "2024年8月1日"]])
def test_a_report_ends_above_the_rest_of_a_page(tail: list[str], signed: list[str]) -> None:
    source, part = frame(TITLE, *SHORT, *signed, *tail)
    assert texts(source, part.end_block, len(source.blocks)) == tail


def test_a_page_s_line_within_the_text_ends_nothing() -> None:
    _, part = frame(TITLE, *SHORT, "上一篇 下一篇 返回列表", "三、下一步打算", "办好培训。")
    assert part.end_block == 8


# --- what came to stand above a title by chance -----------------------------------------------------

APPROVAL = "关于同意设立白沙渡口的批复"
"""A title that no word list knows: it is one because it stands first and is short."""


@pytest.mark.parametrize(
    ("above", "title"),
    [
        ("白沙渡口管理站值守记事", "白沙渡口管理站值守记事"),
        ("白沙渡口批复（存档）", "白沙渡口批复（存档）"),
        ("2024年6月30日", APPROVAL),
        ("2024-06-30", APPROVAL),
        ("2024/6/30 15:22", APPROVAL),
        ("渡口批复终稿2.docx", APPROVAL),
        ("— 1 —", APPROVAL),
        ("第1页 共5页", APPROVAL),
        ("========", APPROVAL),
        ("【打印本页】", APPROVAL),
    ],
)
def test_a_stray_line_above_a_title_is_not_the_title(above: str, title: str) -> None:
    source, part = frame(above, APPROVAL, *SHORT)
    assert part.title
    assert source.text[slice(*part.title)] == title


@pytest.mark.parametrize("first", ["2024年6月30日", "2024-06-30", "渡口值守.docx"])
def test_a_date_or_file_above_no_other_title_is_the_title(first: str) -> None:
    source, part = frame(first, *SHORT)
    assert part.title
    assert source.text[slice(*part.title)] == first
