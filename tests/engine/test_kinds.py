"""Reports of several kinds in one file: each is judged by the ruleset of its own kind."""

from __future__ import annotations

from pathlib import Path

import pytest

from linter import api
from linter.api import Settings
from linter.engine.selection import RulesetSelector, Selection
from linter.model.finding import FileOutcome
from tests.support.runs import check as check_paths

SUMMARY = """\
溪口水文站2024年上半年意识形态工作总结
一、组织领导
站务会半年听取两次专题汇报，站长任领导小组组长，三名副站长分片负责，结果列入年度考核。
二、理论学习
中心组集中学习六次，支部党课四次，职工撰写心得二十一篇，测试合格率百分之百。
三、舆论引导
公众号推送汛情图文四十六条，县电视台报道三次，两条不实传言当天澄清。
四、存在问题
网评员都是兼职，夜间巡看还有空档，个别班组学习记录补得偏晚。
五、下一步打算
九月前增补两名网评员，十月起实行夜间轮值，年底前完成记录电子化。
溪口水文站
2024年7月3日
"""
PLAN = """\
溪口水文站2025年汛前准备工作方案
一、工作目标
测报合格率保持百分之九十八以上，全年安全生产无事故。
二、主要任务
三月底前检修缆道两处，五月底前完成汛前测量，由测验组负责。
三、保障措施
每月调度一次，站长督办，经费列入年度预算。
溪口水文站
2024年12月20日
"""


def check(text: str, rulesets: tuple[str, ...] = ()) -> FileOutcome:
    return api.check(text.encode(), "草稿.txt", rulesets, Settings())


def sections(outcome: FileOutcome) -> list[list[str]]:
    return [[row.section for row in part.sections] for part in outcome.parts]


def seen(outcome: FileOutcome) -> list[tuple[str, int | None]]:
    return [(each.rule, each.part) for each in outcome.findings if each.level == "error"]


def test_each_report_has_the_sections_of_its_own_kind() -> None:
    outcome = check(f"{SUMMARY}\n{PLAN}")
    assert outcome.ruleset == "ideology-work-report+work-plan"
    (summary,), (plan,) = sections(check(SUMMARY)), sections(check(PLAN))
    assert sections(outcome) == [summary, plan]
    assert summary != plan


def test_complete_reports_of_two_kinds_lack_nothing() -> None:
    assert seen(check(f"{SUMMARY}\n{PLAN}")) == []


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ((SUMMARY.replace("四、存在问题\n网评员都是兼职，夜间巡看还有空档，个别班组学习记录补得偏晚。\n五", "四"), PLAN), [("shortcomings-present", 0)]),
        ((PLAN, SUMMARY.replace("二、理论学习\n中心组集中学习六次，支部党课四次，职工撰写心得二十一篇，测试合格率百分之百。\n", "").replace("三、", "二、").replace("四、", "三、").replace("五、", "四、")), [("study-present", 1)]),
    ],
)  # fmt: skip
def test_what_is_missing_is_said_of_the_report_that_must_have_it(
    texts: tuple[str, str], expected: list[tuple[str, int]]
) -> None:
    assert seen(check("\n".join(texts))) == expected


def test_every_row_of_the_checklist_is_of_the_ruleset_of_its_report() -> None:
    rows = check(f"{SUMMARY}\n{PLAN}").checklist
    of = {number: {row.rule for row in rows if row.part == number} for number in (0, 1)}
    assert "leadership-present" in of[0] - of[1]
    assert len(rows) == len({(row.rule, row.part) for row in rows})


def test_what_stands_in_a_report_is_found_once() -> None:
    outcome = check(f"{SUMMARY}\n{PLAN}".replace("由测验组负责", "由×××负责"))
    assert [each.part for each in outcome.findings if each.excerpt == "×××"] == [1]


def test_reports_of_one_kind_and_named_rulesets_are_as_ever() -> None:
    two = f"{SUMMARY}\n{SUMMARY.replace('溪口', '塘口')}"
    assert check(two).ruleset == "ideology-work-report"
    assert check(f"{SUMMARY}\n{PLAN}", ("work-plan",)).ruleset == "work-plan"


def test_a_report_whose_title_fits_no_kind_goes_with_the_first_that_does() -> None:
    bulletin = PLAN.replace("2025年汛前准备工作方案", "防汛简报")
    summary, plan, neither = sections(check(f"{SUMMARY}\n{PLAN}\n{bulletin}"))
    assert neither == summary != plan


def test_explain_shows_each_report_by_its_own_kind() -> None:
    shown = api.explain(f"{SUMMARY}\n{PLAN}".encode(), "草稿.txt")
    before, after = shown.split("2025年汛前准备工作方案", 1)
    assert "（leadership）" in before
    assert "（leadership）" not in after


def test_files_of_the_same_kinds_are_compared() -> None:
    longer = (
        "缆道检修分三步：先停航告示，再逐段查索，最后空载试运行，每步都由两人签字，记录存入站档案室备查。"
    )
    text = f"{SUMMARY}\n{PLAN}".replace("二、主要任务\n", f"二、主要任务\n{longer}\n")
    drafts = [api.draft(text.replace("溪口", place).encode(), f"{place}.txt") for place in ("溪口", "塘口")]
    found = api.check_many(drafts)
    assert all(
        [each.part for each in file.findings if each.excerpt.startswith(longer[:9])] == [1]
        for file in found.files
    )


@pytest.mark.parametrize(
    ("title", "left"), [(SUMMARY.split("\n")[0], ["study-present", "unused-suppression"]), (PLAN.split("\n")[0], ["study-present"])]
)  # fmt: skip
def test_a_suppression_holds_in_the_report_where_it_stands(title: str, left: list[str]) -> None:
    text = f"{SUMMARY}\n{PLAN}".replace("二、理论学习\n中心组集中学习", "二、窗口服务\n窗口延时办件").replace(
        "支部党课四次，职工撰写心得二十一篇，测试合格率百分之百", "群众评分九十六分"
    )
    text = text.replace(
        title, f"<!-- reportlint: disable-next-line organisation-present -- 另文已写 -->\n# {title}"
    )
    other = next(each for each in (SUMMARY.split("\n")[0], PLAN.split("\n")[0]) if each != title)
    text = text.replace(other, f"# {other}").replace("\n", "\n\n")
    outcome = api.check(text.replace("-->\n\n", "-->\n").encode(), "草稿.md")
    assert outcome.ruleset == "ideology-work-report+work-plan"
    rules = {each.rule for each in outcome.findings}
    assert {"study-present", "unused-suppression", "organisation-present"} & rules >= set(left)
    assert ("unused-suppression" in rules) == ("unused-suppression" in left)


OWN = """\
id: crew
title: {zh: 船员小结, en: Crew report}
weights: [crew.tsv]
sections:
  - {id: boats, title: {zh: 船只保养, en: Boats}, headings: [船只保养]}
rules:
  - id: boats-there
    check: section
    level: error
    with: {section: boats}
    message: {zh: 没有写船只保养, en: nothing about the boats}
    examples: {pass: ["一、船只保养\\n三条渡船都已上漆。"], fail: ["一、值班\\n每天两人。"]}
"""
WEIGHTS = "sections\tboats\nplace\tboats\t0.500 1.000\nnaming\t保养\t160\ntreating\t渡船\t96\n"


@pytest.mark.parametrize("order", [("ideology-work-report", "own"), ("own", "ideology-work-report")])
def test_of_two_rulesets_each_keeps_its_weights(tmp_path: Path, order: tuple[str, str]) -> None:
    path = tmp_path / "crew.yaml"
    path.write_text(OWN, "utf-8")
    (tmp_path / "crew.tsv").write_text(WEIGHTS, "utf-8")
    text = SUMMARY.replace(
        "五、下一步打算", "五、渡船的保养\n三条渡船都已上漆，缆绳全部更换。\n六、下一步打算"
    )
    rulesets = tuple(str(path) if name == "own" else name for name in order)
    draft = tmp_path / "草稿.txt"
    draft.write_text(text, "utf-8")
    (found,) = check_paths([str(draft)], RulesetSelector(Selection(rulesets))).files
    rows = {row.section: (row.state, row.confidence != 1) for row in found.parts[0].sections}
    assert rows.pop("boats") == ("heading", True)
    assert {state for state, _ in rows.values()} == {"heading"}
    assert any(weighed for _, weighed in rows.values())
