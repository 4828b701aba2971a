"""The rulesets that come with the program: every rule is told, sourced and tested by its examples."""

from __future__ import annotations

import pytest

from linter.authoring.ruletest import run
from linter.authoring.testreport import report
from linter.checks import CHECKS
from linter.reporters import View
from linter.ruleset import library
from linter.structure.outline import matchers

LIBRARY = library.library()
IS_HEADLINE = matchers(LIBRARY.words["zh"]).types.is_headline


@pytest.mark.parametrize("name", LIBRARY.paths)
def test_every_example_comes_out_and_every_rule_is_covered(name: str) -> None:
    result = run(name, LIBRARY)
    assert result.passed, report([result], View("en"))


@pytest.mark.parametrize("name", LIBRARY.paths)
def test_every_rule_says_what_why_and_on_what_ground(name: str) -> None:
    for rule in library.load(name, LIBRARY).rules:
        assert rule.check in CHECKS
        assert all(rule.message), rule.id
        assert all(rule.why), rule.id
        assert rule.source, rule.id
        assert rule.passes, rule.id


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("青禾镇2024年上半年工作总结", "work-report"),
        ("关于2024年度工作情况的汇报", "work-report"),
        ("桃源谷医院2024年上半年意识形态工作总结", "ideology-work-report"),
        ("2024年度述职述廉报告", "duty-report"),
        ("党支部书记抓党建工作述职报告", "duty-report"),
        ("关于巡察反馈意见整改落实情况的报告", "rectification-report"),
        ("关于开展秋季植树的通知", "notice"),
        ("關於開展秋季植樹的通知", None),
        ("秋季植樹活動實施方案", None),
        ("商請借用場館的函", None),
        ("調整作息時間的通知", None),
        ("关于表彰冉喆同志的通知", "notice"),
        ("停水通知", "notice"),
        ("各位代表：\n关于开会的通知", None),
        ("青禾镇审计问题整改工作情况汇报", "rectification-report"),
        ("关于社区养老工作的调研报告", "survey-report"),
        ("关于农村饮水安全工作情况的调查报告", "survey-report"),
        ("农村办学条件调查报告", "survey-report"),
        ("调查报告", "survey-report"),
        ("“3·9”较大触电事故调查报告", None),
        ("闸口渡船碰撞事件调查报告", None),
        ("仓库火灾调查报告", None),
        ("镇长办公会议纪要", "minutes"),
        ("镇长办公会议纪要（第12期）", "minutes"),
        ("院务会纪要", "minutes"),
        ("教师读书会纪要", None),
        ("经验分享会纪要", None),
        ("周末读书沙龙纪要", None),
        ("青禾镇窗口服务提升工作方案", "work-plan"),
        ("安全生产月活动方案", "work-plan"),
        ("球赛期间交通疏导工作方案", "work-plan"),
        ("第六届职工运动会方案", "event-plan"),
        ("秋凉义诊活动实施方案（草案）", "event-plan"),
        ("关于举办退休职工茶话会的方案", "event-plan"),
        ("青禾镇防汛应急预案（试行）", "emergency-plan"),
        ("关于维修镇敬老院的请示", "request"),
        ("关于报送上半年工作总结的通知", "notice"),
        ("关于印发意识形态工作方案的通知", "notice"),
        ("关于借用场地的函", "letter"),
        ("关于借用场地的复函", "letter"),
        ("关于加固渡槽的批复", "approval"),
        ("桃花源记", None),
    ],
)
def test_the_title_chooses_the_ruleset(title: str, expected: str | None) -> None:
    assert library.chooser(LIBRARY, {}, IS_HEADLINE)(title) == expected


@pytest.mark.parametrize(
    ("headline", "title"),
    [
        (
            "清溪县召开2025年度水利工作总结暨2026年工作部署会议",
            "清溪县水利局2025年度工作总结和2026年工作安排",
        ),
        ("罗启明在防汛工作汇报会上强调：抓早抓小 守牢底线", "清溪县防汛工作汇报"),
        ("我校举办本科教学工作述职评议会", "本科教学副院长述职报告"),
        ("青禾镇听取上半年工作汇报 研究夏种工作", "关于召开夏种现场会的工作汇报"),
    ],
)
def test_a_headline_about_a_report_chooses_none(headline: str, title: str) -> None:
    choose = library.chooser(LIBRARY, {}, IS_HEADLINE)
    assert (choose(headline), bool(choose(title))) == (None, True)
    assert library.chooser(LIBRARY)(headline), "its words alone are those of a report"


def test_a_reply_about_a_meeting_is_a_reply() -> None:
    assert library.chooser(LIBRARY, {}, IS_HEADLINE)("关于同意举办渡口开放日的批复") == "approval"
