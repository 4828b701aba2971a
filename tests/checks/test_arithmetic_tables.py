"""The totals of tables, with cells as formats tell them and as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter import api
from tests.support.tables import FORMATS, cells, file


def totals(suffix: str, *rows: list[str]) -> list[str]:
    """The figures found in a table of a file."""
    content = ["办件统计", [cells(*row) for row in rows], "以上为半年数。"]
    outcome = api.check(file(suffix, content), f"表.{suffix}", "figures")
    assert outcome.error is None
    return [finding.excerpt for finding in outcome.findings]


@pytest.mark.parametrize(
    "rows",
    [
        [["科室", "件数"], ["综合科", "12"], ["业务科", "20"], ["合计", "32"]],
        [["科室", "件数", "办结率"], ["综合科", "12", "90%"], ["业务科", "20", "95%"], ["合计", "32", "93%"]],
        [["项目", "万元", "平均年龄"], ["甲", "12.5", "33"], ["乙", "20.25", "40"], ["合计", "32.8", "36"]],
        [["项目", "金额"], ["合计", "1,050元"], ["甲", "550元"], ["其中乙", "400元"]],
        [["项目", "金额"], ["甲", "550元"], ["小计", "550元"], ["合计", "550元"]],
        [["项目", "金额"], ["甲", "约550元"], ["乙", "400元"], ["合计", "1,050元"]],
        [["项目", "金额"], ["甲", "550元"], ["乙", "400元", "追加"], ["合计", "1,050元"]],
        [["项目", "金额", "备注"], ["甲", "550元", ""], ["乙", "400元", "追加"], ["合计", "950元", ""]],
        [["项目", "金额"], ["甲", "550元"], ["合计", "1,050元"]],
        [["项目", "金额"], ["人工", "60"], ["材料", "30"], ["直接费", "90"], ["管理费", "9"], ["合计", "99"]],
        [
            ["Heading", "Budget"],
            ["Staff", "60"],
            ["Goods", "30"],
            ["Direct", "90"],
            ["Rent", "5"],
            ["Power", "4"],
            ["Indirect", "9"],
            ["Total", "99"],
        ],
        [["项目", "甲", "乙"], ["金额", "3", "4"], ["次数", "1", "2"]],
        [["Year", "Average score"], ["2022", "80"], ["2023", "84"], ["Total", "82"]],
        [["Group", "People"], ["Staff", "40"], ["of which part-time", "15"], ["Total", "40"]],
        [["Total", "Passed"], ["40", "30"], ["20", "12"]],
        [["项目", "金额"], ["运费", "-"], ["人工", "60"], ["材料", "30"], ["合计", "120"]],
        [["项目", "金额"], ["运费", ""], ["人工", "60"], ["材料", "30"], ["合计", "120"]],
        [["类别", "占比"], ["甲类", "42.5%"], ["乙类", "38.0%"], ["丙类", "19.5%"], ["合计", "100%"]],
        [["类别", "占比"], ["甲类", "33.3%"], ["乙类", "33.3%"], ["丙类", "33.3%"], ["合计", "100%"]],
        [["序号", "村别", "人数"], ["1", "甲村", "62"], ["2", "乙村", "54"], ["", "合计", "116"]],
        [
            ["班级", "男", "女", "团员", "合计"],
            ["一班", "20", "22", "8", "42"],
            ["二班", "18", "25", "9", "43"],
        ],
        [["组别", "应到", "实到", "合计"], ["甲组", "60", "58", "58"], ["乙组", "80", "79", "79"]],
        [["品名", "数量", "单价", "金额"], ["夏装", "80", "15", "1,200"], ["冬装", "30", "18", "540"]],
        [
            ["品名", "数量", "单价（元）", "金额（万元）"],
            ["灯", "80", "150", "1.2"],
            ["桌", "30", "180", "0.54"],
        ],
        [["品名", "数量", "单价", "金额"], ["夏装", "80", "15", "约1200"], ["冬装", "30", "18", "540"]],
    ],
)
@pytest.mark.parametrize("suffix", [*FORMATS, "md"])
def test_a_table_whose_sums_are_right_or_not_clear_is_left_alone(rows: list[list[str]], suffix: str) -> None:
    assert totals(suffix, *rows) == []


@pytest.mark.parametrize(
    ("rows", "figures"),
    [
        ([["科室", "件数"], ["综合科", "12"], ["业务科", "20"], ["合计", "35"]], ["35"]),
        ([["科室", "件数"], ["合  计", "1,050元"], ["甲", "550元"], ["乙", "400元"]], ["1,050元"]),
        (
            [["村", "户", "亩"], ["南岗", "3", "1.5"], ["北岭", "4", "2.5"], ["总计", "8", "5.0"]],
            ["8", "5.0"],
        ),
        ([["Item", "Cost"], ["Paint", "120"], ["Ladders", "300"], ["Total", "430"]], ["430"]),
        (
            [
                ["项目", "金额"],
                ["人工", "60"],
                ["材料", "30"],
                ["直接费", "90"],
                ["管理费", "9"],
                ["合计", "108"],
            ],
            ["108"],
        ),
        ([["项目", "金额"], ["运费", "-"], ["人工", "60"], ["材料", "30"], ["合计", "80"]], ["80"]),
        ([["Item", "Cost"], ["Chairs", "$300"], ["Desks", "$480"], ["Total", "$880"]], ["880"]),
        ([["类别", "占比"], ["甲类", "42.5%"], ["乙类", "38.0%"], ["合计", "100%"]], ["100%"]),
        ([["序号", "村别", "人数"], ["1", "甲村", "62"], ["2", "乙村", "54"], ["", "合计", "113"]], ["113"]),
        (
            [
                ["班级", "男", "女", "合计"],
                ["一班", "20", "22", "42"],
                ["二班", "18", "25", "41"],
                ["三班", "9", "7", "16"],
            ],
            ["41"],
        ),
        (
            [["品名", "数量", "单价", "金额"], ["灯", "80", "15", "1,250"], ["桌", "30", "18", "540"]],
            ["1,250"],
        ),
        (
            [["项目", "金额", "备注"], ["甲", "550元", ""], ["乙", "400元", ""], ["合计", "1,050元", ""]],
            ["1,050元"],
        ),
        (
            [
                ["项目", "户", "亩", "备注", "签名"],
                ["甲", "5", "9", "", ""],
                ["乙", "4", "3", "新增", ""],
                ["合计", "9", "21", "", ""],
            ],
            ["21"],
        ),
        (
            [["Item", "Cost", "Remark"], ["Paint", "120", "late"], ["Rope", "30", ""], ["Total", "160", ""]],
            ["160"],
        ),
        (
            [
                ["品名", "数量", "单价", "金额", "备注"],
                ["灯", "80", "15", "1,250", ""],
                ["桌", "30", "18", "540", ""],
            ],
            ["1,250"],
        ),
        ([["Branch", "Loans"], ["North", "310"], ["South", "205"], ["GRAND TOTAL", "525"]], ["525"]),
    ],
)
@pytest.mark.parametrize("suffix", [*FORMATS, "md"])
def test_a_total_that_is_not_the_sum_of_its_column_is_found_once(
    rows: list[list[str]], figures: list[str], suffix: str
) -> None:
    assert totals(suffix, *rows) == figures


@given(st.lists(st.integers(0, 10**6), min_size=2, max_size=6), st.sampled_from(["|", "\t"]))
def test_a_typed_table_that_adds_up_is_never_reported(figures: list[int], bar: str) -> None:
    rows = [("项目", "数量"), *((f"第{at}组", str(one)) for at, one in enumerate(figures))]
    text = "统计\n" + "\n".join(f"{name}{bar}{figure}" for name, figure in rows)
    total = sum(figures)
    sound = api.check(f"{text}\n合计{bar}{total}\n".encode(), "表.txt", "figures")
    wrong = api.check(f"{text}\n合计{bar}{total + 1}\n".encode(), "表.txt", "figures")
    assert [finding.excerpt for finding in sound.findings] == []
    assert [finding.excerpt for finding in wrong.findings] == [str(total + 1)]
