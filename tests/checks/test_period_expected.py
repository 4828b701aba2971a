"""A report on another period than is expected: by the configuration, or by the other files of a run."""

from __future__ import annotations

import pytest

from linter.checks import period
from linter.checks.period import build, compare, gather
from linter.model.finding import Match
from tests.support.drafts import draft
from tests.support.words import options

EXPECTED = options(period, look_for="expected")
DONE = "完成培训4次，检修管网6公里，走访用户320户。"


def report(when: str, unit: str = "石渡供水站") -> str:
    """A report whose title names a time."""
    return f"{unit}{when}工作总结\n{DONE}\n一、主要做法\n{DONE}"


def of_batch(*texts: str) -> dict[int, str]:
    """The English message for each draft of a run, by its index, where there is one."""
    gathered, compared = gather(EXPECTED), compare(EXPECTED)
    assert gathered is not None
    files = [(str(index), gathered(draft(text, str(index)))) for index, text in enumerate(texts)]
    return {int(path): match.message.en for path, match in compared(files) if match.message}


def by_configuration(expected: str, text: str) -> list[Match]:
    """The matches in a draft whose folder expects a period."""
    return list(build(EXPECTED)(draft(text)._replace(period=expected)))


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ("2026H1", report("2026年上半年")),
        ("2026H1", report("2026年1—6月")),
        ("2026H1", report("2026年")),
        ("2026", report("2026年度")),
        ("2026", report("2026年")),
        ("2026Q3", report("2026年第三季度")),
        ("2026-05", report("2026年5月份")),
        ("2026H1", f"石渡供水站半年总结\n{DONE}\n石渡供水站\n2026年7月2日"),
        ("2026H1", f"石渡供水站工作总结\n2026年上半年，{DONE}"),
        ("2026H1", f"石渡供水站工作总结\n{DONE}"),
        ("2026H1", f"石渡供水站2027年工作计划\n{DONE}"),
        ("2026H1", f"石渡供水站巡查办法\n2024年上半年{DONE}"),
        ("2025", f"石渡镇2026年政府工作报告\n{DONE}"),
        ("", report("2019年")),
    ],
)
def test_a_report_on_the_expected_period_is_silent(expected: str, text: str) -> None:
    assert by_configuration(expected, text) == []


@pytest.mark.parametrize(
    ("expected", "text", "zh"),
    [
        ("2026H1", report("2025年上半年"), "这份报告写的是2025年上半年，配置要求2026年上半年"),
        ("2026H1", report("2025年"), "这份报告写的是2025年，配置要求2026年上半年"),
        ("2026H1", report("2026年第一季度"), "这份报告写的是2026年第一季度，配置要求2026年上半年"),
        ("2026-05", report("2026年4月"), "这份报告写的是2026年4月，配置要求2026年5月"),
        ("2026", report("2026年1—10月"), "这份报告写的是2026年1—10月，配置要求2026年"),
        ("2026Q3", report("2025年三季度"), "这份报告写的是2025年第三季度，配置要求2026年第三季度"),
        ("2026H1", f"石渡镇2025年安全工作情况的报告\n{DONE}", "这份报告写的是2025年，"),
    ],
)
def test_a_report_on_another_period_is_found_at_its_title(expected: str, text: str, zh: str) -> None:
    (match,) = by_configuration(expected, text)
    assert match.message is not None
    assert match.message.zh.startswith(zh)
    assert text[match.start : match.end] == text.split("\n")[0]


H1 = report("2026年上半年")


@pytest.mark.parametrize(
    "texts",
    [
        [],
        [report("2025年上半年")],
        [H1, report("2025年上半年")],
        [H1, H1, report("2025年上半年")],
        [H1, H1, H1, report("2025年上半年"), report("2024年上半年")],
        [report(f"{year}年上半年") for year in range(2018, 2027)],
        [H1, H1, H1, report("2025年上半年"), report("2025年上半年"), report("2025年上半年")],
        [H1, H1, H1, report("2026年")],
        [H1, H1, H1, H1, report("2026年三季度")],
        [H1, H1, H1, H1, report("2025年"), report("2026年"), report("2026年一季度")],
        [H1, H1, H1, report("2026年第一季度")],
        [H1, H1, H1, f"石渡供水站2027年工作计划\n{DONE}", f"石渡供水站巡查办法\n{DONE}"],
        [H1, H1, H1, f"石渡镇2025年政府工作报告\n{DONE}"],
        [H1, H1, H1, f"{report('2025年上半年')}\n2025年7月1日\n{report('2026年上半年')}\n2026年7月1日"],
    ],
    ids=[
        "none",
        "one",
        "two",
        "three",
        "few",
        "archive",
        "halves",
        "whole year",
        "later quarter",
        "many periods",
        "quarter",
        "plan",
        "unsure",
        "two in one",
    ],
)
def test_runs_that_tell_nothing_are_silent(texts: list[str]) -> None:
    assert of_batch(*texts) == {}


@pytest.mark.parametrize("last", ["2025年上半年", "2025年下半年", "2025年度", "2025年", "2026年下半年"])
def test_a_file_far_from_its_neighbours_is_found_once(last: str) -> None:
    assert list(of_batch(H1, H1, report(last), H1, H1)) == [2]


def test_the_message_names_both_periods_and_how_many_files() -> None:
    (message,) = of_batch(*[H1] * 9, report("2025年上半年")).values()
    assert message.startswith(
        "this report is about the first half of 2025, 9 files beside it are about the first half of 2026"
    )


def test_where_the_configuration_expects_a_period_files_are_not_compared() -> None:
    gathered = gather(EXPECTED)
    assert gathered is not None
    assert gathered(draft(H1)._replace(period="2026H1")) == ()


def test_no_other_rule_compares_files() -> None:
    assert gather(options(period, look_for="leftover")) is None
