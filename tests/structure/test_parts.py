"""Which of a file's reports a finding belongs to."""

from __future__ import annotations

import pytest

from linter.engine.findings import recorder
from linter.model.finding import Match
from linter.model.message import Message
from linter.model.rules import Rule
from linter.readers import read
from tests.support.drafts import document, draft
from tests.support.words import outline

RULE = Rule("any", "pattern", "info", Message("有", "found"), {})
ONE, TWO = (
    f"{town}2024年工作总结\n一、主要工作\n全年完成十二项任务。\n二、下一步打算\n继续抓好落实。\n{town}\n2024年12月30日\n"
    for town in ("清溪镇", "柳塘镇")
)
CASE = draft(f"{ONE}\n{TWO}")


def part(offset: int) -> int | None:
    return recorder(CASE)(RULE, Match(offset, offset + 1)).part


def test_the_draft_holds_two_reports_with_a_line_between() -> None:
    assert len(CASE.parts) == 2
    assert CASE.parts[0].end < CASE.parts[1].start


@pytest.mark.parametrize("number", [0, 1])
def test_a_report_goes_from_its_first_to_its_last_character(number: int) -> None:
    report = CASE.parts[number]
    assert part(report.start) == part(report.end - 1) == number


def test_what_stands_behind_a_report_belongs_to_none() -> None:
    assert [part(report.end) for report in CASE.parts] == [None, None]
    assert part(CASE.parts[1].start - 1) is None


def test_a_match_may_say_itself_what_it_is_about() -> None:
    assert recorder(CASE)(RULE, Match(0, 1, part=1)).part == 1


ENTRIES = "目录\n一、主要工作……1\n二、存在问题……2\n三、下一步打算……3\n"
REPORT = "一、主要工作\n全年完成十二项任务。\n二、存在问题\n人手仍然偏少。\n三、下一步打算\n继续抓好落实。\n"
FULL = "清溪镇档案馆2024年工作总结"


@pytest.mark.parametrize(
    ("above", "below", "title"),
    [
        ("", "", "一、"),
        (f"{FULL}\n", "", FULL),
        ("2024年工作总结\n清溪镇档案馆\n", "", "2024年工作总结"),
        ("2024年工作总结\n清溪镇档案馆\n", "今年以来，本馆整理档案三千卷。\n", "2024年工作总结"),
        (f"{FULL}\n今年以来，本馆整理档案三千卷。\n", "档案开放工作报告\n", FULL),
        (f"{FULL}\n二〇二四年十二月\n", f"{FULL}\n", FULL),
        ("清溪镇档案馆\n2024年工作总结\n", f"{FULL}\n", FULL),
        ("2024年工作总结\n编制单位：清溪镇档案馆\n编制日期：2024年12月\n", f"{FULL}\n", FULL),
        ("2024年工作总结\n（内部资料）\n", f"{FULL}\n今年以来，本馆整理档案三千卷。\n", FULL),
    ],
)
def test_the_title_below_a_cover_and_contents_heads_the_report(above: str, below: str, title: str) -> None:
    document = read("稿.txt", f"{above}{ENTRIES}{below}{REPORT}".encode())
    (one,) = outline(document)
    assert (document.text[slice(*one.title)] if one.title else "一、") == title
    if below.startswith(FULL):
        assert document.text.startswith(below, one.start)


def test_a_cover_with_the_title_of_the_report_is_no_report() -> None:
    text = (
        "石渡口2024年工作总结\n目录\n检修缆绳\t1\n清点救生衣\t2\n石渡口2024年工作总结\n"
        "检修缆绳\n全年检修缆绳三十二根，更换六根，没有发生一起事故，两岸出行方便。\n"
        "清点救生衣\n全年清点救生衣四次，补足二十件，两岸各存十件，由值班员保管。"
    )
    source = document(text)
    blocks = [block._replace(kind="toc") if 0 < at < 4 else block for at, block in enumerate(source.blocks)]
    (report,) = outline(source._replace(blocks=tuple(blocks)))
    assert text[report.start :].startswith("石渡口2024年工作总结\n检修缆绳\n")


ABOUT = "清溪镇档案馆关于贯彻落实县委档案工作会议精神扎实推进村级档案规范化建设和历史档案数字化各项重点任务落地见效暨安全管理"
LONG_TITLES = {
    f"{ABOUT}工作情况的报告": True,
    f"{ABOUT}和便民查询服务提升年活动各项工作的2024年上半年总结": True,
    f"{ABOUT}{ABOUT}工作情况的报告": False,
    f"{ABOUT}工作，今年以来按照要求逐项推进并形成了工作总结": False,
    f"{ABOUT}等工作都已按照年初的计划逐月推进到位没有一项落下": False,
}


@pytest.mark.parametrize(("line", "is_title"), LONG_TITLES.items())
def test_a_long_line_is_a_title_that_has_no_mark_and_ends_as_one(line: str, is_title: bool) -> None:
    assert len(line) > 60
    (one,) = outline(read("稿.txt", f"{line}\n{REPORT}".encode()))
    assert bool(one.title) == is_title
