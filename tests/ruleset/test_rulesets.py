"""The rulesets that come with the program: every rule is told, sourced and tested by its examples."""

from __future__ import annotations

import pytest

from linter import api
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
        ("老船工荣退欢送会方案", "event-plan"),
        ("渡口消防技能比武实施方案", "event-plan"),
        ("重阳敬老宴活动方案", "event-plan"),
        ("村民委员会换届工作方案", "work-plan"),
        ("基层工会规范化建设方案", "work-plan"),
        ("青禾镇防汛应急预案（试行）", "emergency-plan"),
        ("关于维修镇敬老院的请示", "request"),
        ("关于报送上半年工作总结的通知", "notice"),
        ("关于印发意识形态工作方案的通知", "notice"),
        ("关于借用场地的函", "letter"),
        ("关于借用场地的复函", "letter"),
        ("关于加固渡槽的批复", "approval"),
        ("关于上半年信访工作情况的通报", "other-official-document"),
        ("关于做好年度工作总结的意见（试行）", "other-official-document"),
        ("关于巡察整改落实情况的通报", "rectification-report"),
        ("工作报告制度", "other-document"),
        ("述职报告评分表", "other-document"),
        ("年度述职测评办法", "other-document"),
        ("全县教育工作情况的讲话", "other-document"),
        ("半年工作总结提纲", "other-document"),
        ("半年工作汇报发言提纲", "work-report"),
        ("县人大代表2025年度述职报告", "duty-report"),
        ("2025年度述职（县人大代表）", "duty-report"),
        ("述职述廉活动方案", "work-plan"),
        ("2025年工作总结及2026年工作计划表", "other-document"),
        ("2025年工作总结和2026年工作打算", "work-report"),
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


DRAFTS = {
    "work-report": (
        "南桥市场管理所2025年上半年工作总结\n一、市场秩序\n"
        "上半年劝离占道经营三百二十起，规范摊位牌匾一百四十块，早市散场时间提前半小时。\n二、便民服务\n"
        "设公平秤六台，免费充电点两处，为老年顾客送货上门九百余次。"
    ),
    "duty-report": "白石渡水厂化验室主任述职报告\n现将一年来的工作报告如下，请审议。",
    "rectification-report": (
        "关于水质监督检查反馈问题整改情况的报告\n一、整改情况\n滤池反冲洗不按时的问题：已更换控制柜，"
        "改为自动反冲洗，记录上墙；药剂台账不全的问题：已补齐全年台账，专人管理。"
    ),
    "survey-report": (
        "关于村级水站管护情况的调研报告\n一、现状\n"
        "全县有村级水站四十七座，供水人口九万一千人，去年更新水泵二十三台，群众总体满意。"
    ),
    "work-plan": (
        "村级水站标准化改造实施方案\n一、主要任务\n"
        "（一）加装围栏和监控。（二）更换老化的水泵和管道。（三）每座水站配消毒设备和水表。"
    ),
    "emergency-plan": (
        "白石渡水厂停水事件应急预案\n一、总则\n为了及时处置停水事件，减少对居民生活的影响，根据有关规定，"
        "制定本预案。本预案适用于本厂供水范围。\n二、组织体系\n设指挥部，厂长任总指挥，下设抢修组、送水组、联络组。"
    ),
}
"""The beginnings of drafts, by ruleset."""


@pytest.mark.parametrize(
    ("ruleset", "section", "there", "lines"),
    [
        ("work-report", "shortcomings", False, "三、帮商户解难题\n市场里摊位漏雨的问题报修后三天修好，商户反映的停电问题也协调供电所解决了。"),
        ("work-report", "shortcomings", True, "三、还欠着的账\n夜班巡查人少，一个人要走完三层楼，难免有看不到的地方；台账记得粗，月底常对不上数。"),
        ("work-report", "shortcomings", True, "三、内部管理\n巡查分三班。不过夜班人手一直偏紧，有两次漏了西区，台账也记得粗，月底对不上数。"),
        ("work-report", "next_steps", True, "三、往哪里使劲\n年底前把西区摊位的电线全部换成阻燃线，再添两名夜班巡查员，台账改用扫码登记。"),
        ("duty-report", "integrity", False, "二、清水长流\n厂区排水沟清淤四百米，沉淀池每月清洗一次，水质清廉如镜，居民来信表扬。"),
        ("duty-report", "integrity", True, "二、手要干净\n采购药剂一律三家比价，没有收过供应商一分钱一张卡，家里人不插手厂里的生意。"),
        ("duty-report", "performance", True, "一、这一年跑过的路\n全年取水样三千二百份，检出异常十一次，次次当天报到厂部；带出两名新化验员，独立值夜班。"),
        ("rectification-report", "unfinished", True, "二、还在路上的\n二沉池刮泥机要等厂家发货，预计十月底换完，眼下由人工清泥顶着。"),
        ("rectification-report", "rectification_leadership", True, "接到反馈后，厂长当天主持会议，成立由他任组长的整改小组，列出清单，逐条定人定时限。"),
        ("survey-report", "causes", True, "二、病根在哪里\n说到底是没人出钱：水费只收得上六成，县里的补助三年没有调过，管水员一年只有两千元，谁也不愿接。"),
        ("survey-report", "proposals", True, "二、几个能马上做的办法\n建议把管护费列入乡镇预算，水费改为扫码按月交，县水务局每年培训一次管水员。"),
        ("work-plan", "goals", True, "二、改成什么样\n到明年六月，四十七座水站全部有围栏、有消毒、有计量，水质合格率由百分之八十一提高到百分之九十五以上。"),
        ("work-plan", "organisation", True, "县里成立改造工作专班，分管副县长任组长，水务局负责设计和验收，各乡镇负责用地和协调，财政局负责资金。"),
        ("emergency-plan", "reporting", True, "三、谁先知道、向谁说\n值班员发现停水，五分钟内电话报厂长，厂长半小时内报县水务局，两小时内补书面材料。"),
        ("emergency-plan", "drills", True, "三、平时多练\n每年五月和十一月各演练一次，新职工上岗前培训四个学时，演练后写出评估，缺什么补什么。"),
    ],
)  # fmt: skip
def test_the_shipped_rulesets_know_their_sections_in_other_words(
    ruleset: str, section: str, there: bool, lines: str
) -> None:
    outcome = api.check(f"{DRAFTS[ruleset]}\n{lines}\n".encode(), "a.txt", ruleset)
    (found,) = (row for row in outcome.parts[0].sections if row.section == section)
    assert (found.state != "absent") == there
