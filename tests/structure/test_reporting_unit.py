"""Who wrote a report, and what it is about: told where that is clear, and else not at all."""

import pytest

from linter.api import check
from linter.model.finding import PartResult
from linter.readers import read
from linter.structure.line_types import prepare
from linter.structure.reporting_unit import reporting_unit
from tests.support.words import outline, words

BODY = "一、主要做法\n组织学习12次，覆盖全体干部。\n二、存在问题\n学习不够深入，需要改进。\n"


def part(text: str, name: str = "报告.txt") -> PartResult:
    return check(text.encode(), name).parts[0]


SILENT = {
    "no name anywhere": f"关于上半年安全生产工作的报告\n{BODY}",
    "a name that is spoken of": f"关于市委巡察反馈意见整改情况的报告\n{BODY}",
    "a unit in general": f"某单位2026年上半年工作总结\n{BODY}",
    "a masked name": f"××市教育局2026年上半年工作总结\n{BODY}××市教育局\n2026年7月3日\n",
    "a masked name in letters": f"XX局2026年上半年工作总结\n{BODY}",
    "a place to fill in": f"【单位名称】2026年上半年工作总结\n{BODY}",
    "the whole of a place": f"全市2026年上半年安全生产工作总结\n{BODY}",
    "we": f"我局2026年上半年工作总结\n{BODY}",
    "a name that any unit may have": f"党支部2026年上半年工作总结\n{BODY}",
    "a thing before the period": f"安全生产2026年上半年工作总结\n{BODY}",
    "who it is sent to": f"2026年上半年工作总结\n白河区教育局：\n{BODY}",
    "a name with the place that it was put up at": f"2026年上半年工作总结\n{BODY}白河区教育局-白河区政府网站\n2026年7月3日\n",
    "a person": f"2026年上半年述职报告\n{BODY}秦望舒\n2026年7月3日\n",
    "several units": f"2026年上半年联合检查情况报告\n{BODY}白河区教育局\n白河区财政局\n2026年7月3日\n",
}
UNITS = {
    f"2026年上半年工作总结\n{BODY}白河区教育局\n2026年7月3日\n": "白河区教育局",
    f"2026年上半年工作总结\n{BODY}白河区教育局　　2026年7月3日\n": "白河区教育局",
    f"2026年上半年工作总结\n{BODY}报送单位：白河区教育局\n2026年7月3日\n": "白河区教育局",
    f"青山镇2026年上半年工作总结\n{BODY}中共青山镇委员会\n2026年7月3日\n": "中共青山镇委员会",
    f"白河区教育局\n2026年上半年工作总结\n{BODY}": "白河区教育局",
    f"2026年上半年工作总结\n（白河区教育局）\n{BODY}": "白河区教育局",
    f"青山镇2026年上半年工作总结\n{BODY}": "青山镇",
    f"青山镇半年工作总结\n{BODY}": "青山镇",
    f"白河区第三小学关于上半年安全工作的报告\n{BODY}": "白河区第三小学",
    f"中共白河区委党校（白河区行政学院）2026年工作总结\n{BODY}": "中共白河区委党校",
    f"2026年度县教育局工作总结\n{BODY}": "县教育局",
    f"2026年上半年办公室工作总结\n{BODY}": "办公室",
}
NAMES = {
    "工作总结.txt": "",
    "最终版（修改）.txt": "",
    "××局.txt": "",
    "白河区教育局.txt": "白河区教育局",
    "03 白河区教育局2026年上半年总结.txt": "白河区教育局",
    "folder/2026H1_财政局_总结.txt": "财政局",
    "总结（财政局）.txt": "财政局",
    "财政局-教育局.txt": "",
}


@pytest.mark.parametrize("text", SILENT.values(), ids=SILENT)
def test_no_unit_is_told_where_none_is_clear(text: str) -> None:
    assert part(text).unit == ""


@pytest.mark.parametrize(("text", "unit"), UNITS.items())
def test_a_unit_is_known_by_signature_title_block_or_title(text: str, unit: str) -> None:
    assert part(text).unit == unit


@pytest.mark.parametrize(("name", "unit"), NAMES.items())
def test_a_unit_is_known_by_the_name_of_a_file_that_says_nothing_else(name: str, unit: str) -> None:
    assert part(f"2026年上半年工作总结\n{BODY}", name).unit == unit


def test_the_name_of_a_file_tells_no_unit_where_it_holds_several_reports() -> None:
    several = "".join(f"2026年上半年工作总结（篇{number}）\n{BODY}" for number in "一二")
    found = check(several.encode(), "白河区教育局.txt")
    assert [each.unit for each in found.parts] == ["", ""]


PERIODS = {
    f"工作总结\n{BODY}": "",
    f"2026财年上半年工作总结\n{BODY}": "",
    f"2026年高考准备情况报告\n{BODY}": "",
    f"2026年工作总结\n{BODY}": "2026",
    f"2026年上半年工作总结\n{BODY}": "2026H1",
    f"2026年第三季度工作总结\n{BODY}": "2026Q3",
    f"2026年5月工作总结\n{BODY}": "2026-05",
    f"2026年1—5月工作总结\n{BODY}": "2026-01/2026-05",
    f"2025—2026学年工作总结\n{BODY}": "2025-09/2026-07",
    f"2024—2026年工作总结\n{BODY}": "2024-01/2026-12",
    f"上半年工作总结\n{BODY}青山镇人民政府\n2026年7月3日\n": "2026H1",
}


@pytest.mark.parametrize(("text", "period"), PERIODS.items())
def test_a_period_is_told_where_it_is_certain(text: str, period: str) -> None:
    assert part(text).period == period


LISTS = {
    "endings": ("青山镇2026年上半年工作总结\n", "镇", ""),
    "not_starts": ("各县区2026年上半年工作总结\n", "各", "各县区"),
    "generic": ("党支部2026年上半年工作总结\n", "党支部", "党支部"),
}


@pytest.mark.parametrize(("name", "case"), LISTS.items(), ids=LISTS)
def test_a_word_counts_while_its_list_holds_it(name: str, case: tuple[str, str, str]) -> None:
    title, word, without = case
    document = read("x.txt", (title + BODY).encode())
    shipped = words("reporting_unit")
    fewer = shipped._replace(**{name: tuple(each for each in getattr(shipped, name) if each != word)})
    told = [
        reporting_unit(document, outline(document)[0], True, prepare(words("line_types")), lists)
        for lists in (shipped, fewer)
    ]
    assert told[0] != told[1] == without
