"""What counts as a heading, how deep it lies, and where one report ends and the next begins."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.structure.line_types import collection_number, prepare
from linter.structure.numbers import number_at
from linter.text.numerals import value_of
from tests.support.drafts import document
from tests.support.words import outline, words

BODY = "护士站增设两台移动查房车，夜间巡视由两小时一次改为一小时一次，家属意见明显减少。"


def headings(text: str) -> list[tuple[int, str]]:
    """(level, words) of the headings of the only part."""
    source = document(text)
    (part,) = outline(source)
    return [(heading.level, source.text[heading.start : heading.end]) for heading in part.headings]


def under_title(*lines: str) -> str:
    return "\n".join(("云杉县医院上半年护理工作总结", *lines))


# --- must stay silent: lines that are no headings ----------------------------------------------------


@pytest.mark.parametrize(
    "line",
    [
        BODY,
        "县卫生健康局党委：",
        "特此报告。",
        "云杉县医院",
        "2024年7月3日",
        "附件：1.物资清单",
        "2024年上半年，全院开放床位三百二十张。",
        "10月，完成病区改造，新增床位十二张。",
        "12.3万元用于更换老旧监护仪，余款结转下年。",
        "一是夜班人手紧张，二是交接班记录写得简单，三是新护士带教时间不够。",
        "项目　　　　上半年　　　　下半年",
        "1.护理文书补记不及时，抢救记录有两份超过六小时才完成。",
    ],
)
def test_a_line_that_is_no_heading(line: str) -> None:
    assert headings(under_title("一、基本情况", BODY, line, BODY)) == [(1, "基本情况")]


# --- headings ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("一、加强病房管理", "加强病房管理"),
        ("（一）加强病房管理", "加强病房管理"),
        ("(一)加强病房管理", "加强病房管理"),
        ("1.加强病房管理", "加强病房管理"),
        ("1、加强病房管理", "加强病房管理"),
        ("（1）加强病房管理", "加强病房管理"),
        ("①加强病房管理", "加强病房管理"),
        ("第一章　加强病房管理", "加强病房管理"),
        ("第一部分 加强病房管理", "加强病房管理"),
        ("1.1 加强病房管理", "加强病房管理"),
        ("## 加强病房管理", "加强病房管理"),
        ("## 一、加强病房管理", "加强病房管理"),
        ("**加强病房管理**", "加强病房管理"),
        ("加强病房管理", "加强病房管理"),
        (">　　一、加强病房管理", "加强病房管理"),
        ("　　一、加强病房管理", "加强病房管理"),
        ("> 一、加强病房管理", "加强病房管理"),
        ("一、加强病房管理：", "加强病房管理"),
        ("一、加强病房管理，夯实质量根基。", "加强病房管理，夯实质量根基"),
        ("一、把好三道关：入院关、用药关、出院关", "把好三道关：入院关、用药关、出院关"),
        ("（二）加强病房管理。护士长每天早晚各查一次，发现问题当场整改。", "加强病房管理"),
        ("1.加强病房管理。护士长每天早晚各查一次，发现问题当场整改。", "加强病房管理"),
        ("一是抓病房，补漏洞。护士长每天早晚各查一次，发现问题当场整改。", "抓病房，补漏洞"),
        ("**加强病房管理。** 护士长每天早晚各查一次，发现问题当场整改。", "加强病房管理"),
    ],
)
def test_a_heading(line: str, words: str) -> None:
    assert [found for _, found in headings(under_title(line, BODY))] == [words]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            ["一、甲组工作", BODY, "（一）病房工作", BODY, "1.夜班安排", BODY, "二、乙组工作", BODY],
            [1, 2, 3, 1],
        ),
        (["（一）甲组工作", BODY, "1.夜班安排", BODY, "（二）乙组工作", BODY], [1, 2, 1]),
        (["第一章 甲组工作", BODY, "一、病房工作", BODY, "第二章 乙组工作", BODY], [1, 2, 1]),
        (["1. 甲组工作", BODY, "1.1 病房工作", BODY, "2. 乙组工作", BODY], [1, 2, 1]),
        (["## 甲组工作", BODY, "### 病房工作", BODY, "## 乙组工作", BODY], [1, 2, 1]),
        (["甲组病房工作", BODY, "乙组病房工作", BODY], [1, 1]),
        (
            ["一、甲组工作", BODY, "### 1. 夜班安排", BODY, "### 小结", BODY, "### 二、乙组工作", BODY],
            [1, 2, 2, 1],
        ),
    ],
)
def test_levels_count_only_the_ranks_in_use(lines: list[str], expected: list[int]) -> None:
    assert [level for level, _ in headings(under_title(*lines))] == expected


def test_numbered_headings_of_the_first_level_are_no_titles() -> None:
    source = document(under_title("甲组工作", BODY, "乙组工作", BODY))
    title, first, body, second, last = source.blocks
    first, second = first._replace(level=1, label="一、"), second._replace(level=1, label="二、")
    (part,) = outline(source._replace(blocks=(title, first, body, second, last)))
    assert part.title == (title.start, title.end)
    assert [heading.level for heading in part.headings] == [1, 1]


def test_the_text_under_a_heading_ends_where_its_equal_begins() -> None:
    source = document(under_title("一、甲组工作", "（一）病房", BODY, "二、乙组工作", BODY))
    (part,) = outline(source)
    first, inner, second = part.headings
    assert source.text[first.end : first.body_end].strip().endswith("明显减少。")
    assert first.body_end == inner.body_end == source.text.index("二、乙组")
    assert second.body_end == part.end


# --- parts ------------------------------------------------------------------------------------------

REPORT = ["一、工作情况", BODY, "二、下半年打算", BODY]
OPENING = "上半年，护理部围绕患者安全开展工作，现将情况汇报如下："
SIGNED = ["云杉县医院护理部", "2024年7月3日"]


@pytest.mark.parametrize(
    ("name", "lines", "starts"),
    [
        ("one report", [under_title(*REPORT)], [1]),
        ("numbering restarts under another heading", ["护理工作总结", "一、甲", "1.床位", BODY, "二、乙", "1.床位"], [1]),
        ("numbering restarts without an opening", [under_title(*REPORT, "一、补充情况", BODY)], [1]),
        ("steps announced right under a heading", ["护理工作总结", OPENING, "一、抢修病房", "停电当晚，护理部作如下安排：", "一、分组巡查。", "二、登记设备。", "二、下半年打算", BODY], [1]),
        ("numbered titles, an opening each", ["一、甲院护理情况", OPENING, *REPORT, "二、乙院护理情况", OPENING, *REPORT], [1, 2, 8]),
        ("a title named in running text", ["护理工作总结", OPENING, *REPORT, "《护理工作总结》已印发各科。"], [1]),
        ("one report after another", ["护理工作总结", *REPORT, "护理工作总结", *REPORT], [1, 6]),
        ("counted titles", ["护理工作总结 篇1", *REPORT, "护理工作总结 篇2", *REPORT], [1, 6]),
        ("counted pieces", ["第一篇：甲院护理总结", BODY, *REPORT, "第二篇：乙院护理总结", BODY, *REPORT], [1, 7]),
        ("one piece above its own title", ["第一篇：甲院护理演练总结", "云杉县甲院护理演练情况总结", OPENING, "一、人员", BODY, "（一）护士", BODY, "二、步骤", "（一）集合", BODY], [1]),
        ("a title three times above its report", ["护理工作总结", "时间：2024-07-12 05:06:44 浏览：8459 来源：云杉网", "护理工作总结", "云杉县医院", "护理工作总结", *REPORT], [1]),
        ("a counted title below the page's", ["护理工作总结", "时间：2024-07-12 05:06:44 浏览：8459 来源：云杉网", "简介：文库小编为你整理了多篇护理工作总结，希望对你有帮助。", "第一篇：护理工作总结", OPENING, *REPORT], [1]),
        ("a title four times, over a report each", ["护理工作总结", *REPORT] * 4, [1, 6, 11, 16]),
        ("the plan that the title names", ["2023年护理工作总结及2024年工作计划", OPENING, *REPORT, "为做好护理，特制定2024年工作计划如下：", "一、床位", BODY], [1]),
        ("the plan, with a word between", ["2023年护理总结暨2024年护理工作要点", OPENING, *REPORT, "现将2024年工作要点报告如下：", "一、床位", BODY], [1]),
        ("a plan that the title does not name", ["2023年护理工作总结", OPENING, *REPORT, "为做好护理，特制定2024年工作计划如下：", "一、床位", BODY], [1, 7]),
        ("a collection's title", ["护理工作总结范文（精选2篇）", "护理工作总结", *REPORT, "护理工作总结", *REPORT], [2, 7]),
        ("no titles, an opening each", [OPENING, *REPORT, OPENING, *REPORT], [1, 6]),
        ("another kind after a date", ["护理工作总结", *REPORT, *SIGNED, "关于增设床位的请示", BODY, "妥否，请批示。"], [1, 8]),
        ("a preface before the title", ["好的，下面是为您整理的一份护理工作总结，请查收：", "# 护理工作总结", *REPORT], [2]),
        ("a log of weeks", ["# 工作日志", "## 第一周", "### 总结", BODY, "### 计划", BODY, "## 第二周", "### 总结", BODY, "### 计划", BODY], [2, 7]),
    ],
)  # fmt: skip
def test_parts(name: str, lines: list[str], starts: list[int]) -> None:
    source = document("\n".join(lines))
    assert [source.locate(part.start)[0] for part in outline(source)] == starts, name


@pytest.mark.parametrize(
    ("tail", "last"),
    [
        (["推荐阅读：", "护理工作计划", "点击下载"], "2024年7月3日"),
        (["附件：物资清单", "联系人：护理部"], "联系人：护理部"),
        ([], "2024年7月3日"),
    ],
)
def test_a_report_ends_with_its_date_and_annexes(tail: list[str], last: str) -> None:
    source = document(under_title(*REPORT, *SIGNED, *tail))
    (part,) = outline(source)
    assert source.text[: part.end].endswith(last)


# --- numbers ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "style", "values"),
    [
        ("十二、展望", "一、", (12,)),
        ("（二）学习", "（一）", (2,)),
        ("(3)学习", "(1)", (3,)),
        ("1.8月底前完成改造", "1.", (1,)),
        ("1.2024年工作计划", "1.", (1,)),
        ("2.3 巡查", "1.1", (2, 3)),
        ("③核对", "①", (3,)),
        ("第三章 总则", "第一章", (3,)),
        ("二是抓培训", "一是", (2,)),
        ("第二，抓培训", "第一，", (2,)),
    ],
)
def test_numbers(text: str, style: str, values: tuple[int, ...]) -> None:
    number = number_at(text, 0, len(text))
    assert number is not None
    assert (number.style, number.values) == (style, values)


@pytest.mark.parametrize(
    "text",
    ["2024年上半年", "8月底前", "1,258人", "3.5%的患者", "12.3万元", "24小时值守", "三个科室", "一是的"],
)
def test_what_only_looks_like_a_number(text: str) -> None:
    assert number_at(text, 0, len(text)) is None


@given(st.integers(1, 99))
def test_numerals_are_read_back(value: int) -> None:
    digits = "〇一二三四五六七八九"
    tens, ones = divmod(value, 10)
    numeral = ("" if tens < 2 else digits[tens]) + ("十" if tens else "") + (digits[ones] if ones else "")
    assert value_of(numeral) == value == value_of(str(value))


# --- properties -------------------------------------------------------------------------------------

LINES = st.lists(
    st.sampled_from(["一、甲", "（一）乙。丙丁戊", "1.己", "# 庚辛", "护理工作总结", OPENING, BODY, "2024年7月3日", "", "> 一、壬", "**癸**", "上一篇：甲", "首页 > 乙", "来源：丙　作者：丁", "护理部", "附件："])
    | st.text(alphabet="一、二（）1.是#*> \u3000。：年月日", max_size=12),
    max_size=25,
)  # fmt: skip


@given(LINES)
def test_any_text_gets_an_outline_that_holds_together(lines: list[str]) -> None:
    source = document("\n".join(lines))
    parts = outline(source)
    assert bool(parts) == bool(source.blocks)
    for part, following in zip(parts, (*parts[1:], None), strict=False):
        assert 0 <= part.start <= part.end <= len(source.text)
        assert following is None or part.end <= following.start
        assert part.first_block <= part.body_block <= part.closing_block <= part.end_block
        assert part.first_block < part.end_block <= len(source.blocks)
        for heading in part.headings:
            assert part.start <= heading.start <= heading.end <= heading.body_end <= part.end
            assert heading.level >= 1


def test_a_count_of_mixed_digits_counts_no_report() -> None:
    assert collection_number("第1二篇 护理总结") == 0
    assert collection_number("第12篇 护理总结") == 12


@pytest.mark.parametrize(
    ("title", "opening", "second"),
    [
        ("2023年护理工作总结及2024年工作计划", "为做好护理，特制定2024年工作计划如下：", True),
        ("护理工作总结暨工作打算", "现将工作打算汇报如下：", True),
        ("护理工作总结及工作计划", "现将工作总结如下：", False),
        ("护理工作计划", "现将工作计划报告如下：", False),
        ("护理工作总结及工作计划", "为做好护理，特制定工作计划。", False),
    ],
)
def test_a_paragraph_that_opens_the_second_half_of_what_a_title_names(
    title: str, opening: str, second: bool
) -> None:
    lists = words("line_types")
    assert prepare(lists).opens_second_half(title, opening) is second
    assert prepare(lists._replace(joints=())).opens_second_half(title, opening) is False
