"""Dates that do not belong: what each rule of the check `period` finds, and where it is silent."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.checks import period
from linter.checks.period import Count, Event, Options, Plan, build, validate
from linter.structure.reporting_period import read
from tests.support.drafts import draft
from tests.support.words import options, words

WORDS = words("period")
PERIOD_WORDS = words("reporting_period")


def rule(look_for: str, **facts: object) -> Options:
    """The options of a rule, with the shipped words."""
    filled: Options = options(period, look_for=look_for, **facts)
    return filled


RULES = {
    "impossible": rule("impossible"),
    "weekday": rule("weekday"),
    "order": rule("order"),
    "leftover": rule("leftover"),
    "signature": rule("signature"),
    "future": rule("future"),
    "count": rule(
        "count",
        counts=(
            Count(("建党", "中国共产党成立", "党的"), 1921),
            Count(("新中国成立", "中华人民共和国成立", "中华人民共和国"), 1949),
            Count(("抗日战争胜利", "抗战胜利"), 1945),
            Count(("五四运动",), 1919),
            Count(("改革开放",), 1978),
            Count(("国家安全教育日", "全民国家安全教育日"), 2015),
            Count(("中国医师节", "医师节"), 2017),
            Count(("安全生产月",), 2001),
        ),
    ),
    "founding": rule("founding"),
    "plan": rule("plan", plans=(Plan("十四五", 2021, 2025), Plan("十五五", 2026, 2030))),
    "event": rule("event", events=(Event(("二十届三中全会",), "2024-07-15"),)),
    "expected": rule("expected"),
}
FINDS = {name: build(options) for name, options in RULES.items()}

HALF = "梧桐镇卫生院2024年上半年工作总结"
YEAR = "梧桐镇卫生院2024年工作总结"
YEAR_OF = "梧桐镇卫生院2024年度工作总结"
SIGNED = "\n梧桐镇卫生院\n2024年7月3日"
SIGNED_YEAR = "\n梧桐镇卫生院\n2025年1月6日"


def found(rule: str, text: str) -> list[str]:
    """The stretches of text that one rule finds."""
    return [text[match.start : match.end] for match in FINDS[rule](draft(text))]


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize(
    "text",
    [
        "",
        "某单位工作制度\n每年3月、9月各检查一次，遇节假日顺延。",
        f"{HALF}\n上半年，我院完成培训4次，参训96人。\n一、主要工作\n3月5日（星期二），召开部署会。6月28日，"
        "举办庆祝建党103周年主题党日。门诊量较2023年上半年增长6.1%，2023年同期为1.9万人次。\n"
        "二、下半年打算\n9月底前完成改造，10月迎接复评，力争2025年上半年投用。" + SIGNED,
        f"{YEAR}\n2024年，我院完成培训8次。\n一、主要工作\n对照《2022—2024年行动方案》和〔2023〕6号文件，"
        "自2021年以来的12项任务全部销号；获评“2023年度先进集体”。12月29日，举办总结会。\n"
        "二、2025年工作计划\n2025年，围绕“十四五”收官之年，3月启动二期工程，到2030年建成。" + SIGNED_YEAR,
        "银杉小学2023—2024学年第二学期工作总结\n2023年9月至2024年6月，开展教研32次。\n2024年7月2日",
        "银杉小学2025年工作方案\n2024年底前完成摸排，2025年3月启动，12月底前验收。\n2025年1月8日",
    ],
    ids=["empty", "no year", "half-year", "year", "school year", "plan"],
)
def test_reports_without_a_mistake_stay_silent(rule: str, text: str) -> None:
    assert found(rule, text) == []


DONE = "院务会专题研究4次，完善值班值守、信息发布和舆情处置制度，培训职工320人次，慰问老党员16人次。"
WHOLE = [
    HALF + "\n2023年12月启动的病房改造于今年4月完工。" + SIGNED,
    HALF + "\n2023年6月开工的门诊楼，4月封顶。" + SIGNED,
    HALF + "\n承接2023年下半年未完成的5项任务，全部办结。" + SIGNED,
    HALF + "\n2023年度民主测评中群众提出的意见已办结。" + SIGNED,
    HALF + "\n2023年度考核优秀职工12名受到表彰。" + SIGNED,
    HALF + "\n根据县卫健局2023年通报，我院列入重点监督单位。" + SIGNED,
    HALF + "\n2024年春节前走访慰问老党员。1月22日，召开启动会。" + SIGNED,
    HALF
    + "\n现将2024年上半年工作总结如下：\n一、主要工作\n（一）学习。3月5日学雷锋日开展志愿服务。\n二、存在问题\n有待加强。\n三、下半年工作安排\n（一）7月，启动轮训；8月，开展中国医师节活动；9月，组织演练；10月，迎检。"
    + SIGNED,
    HALF + "\n下步工作\n1.7月份完成制度修订。\n2.8月份开展培训。\n3.12月前完成验收。" + SIGNED,
    HALF + "\n问题清单中12项已销号9项，剩余3项计划9月30日前完成。" + SIGNED,
    HALF + "\n7月4日前完成整改，8月1日起施行新制度。" + SIGNED,
    HALF + "\n电子病历评级材料已提交，专家组将于8月进驻。" + SIGNED,
    HALF + "\n住院楼工程预计2025年6月竣工。目标到2025年底三四级手术占比超过60%。" + SIGNED,
    HALF + "\n与上级医院签订2024年9月至2026年8月的帮扶协议。" + SIGNED,
    HALF + "\n任期自2021年10月至2026年10月。" + SIGNED,
    HALF + "\n设备质保期至2026年11月30日。" + SIGNED,
    HALF + "\n资质证书有效期为2022年11月5日至2027年11月4日。" + SIGNED,
    HALF + "\n预约挂号开放至8月15日。" + SIGNED,
    HALF + "\n5月20日至6月20日，开展作风整顿月活动。3月1日—31日，开展学雷锋月活动。" + SIGNED,
    HALF + "\n收治最小患者2023年11月出生。" + SIGNED,
    HALF + "\n该项目2022年立项，2023年获批，2024年投入使用。" + SIGNED,
    YEAR_OF + "\n全年诊疗12.1万人次，2023年为11.3万人次。" + SIGNED_YEAR,
    YEAR_OF + "\n2023年，我院门诊11.3万人次；2024年，12.1万人次。" + SIGNED_YEAR,
    YEAR_OF + "\n一季度、二季度均达标。11月20日，通过复评。2025年1月3日，召开总结大会。" + SIGNED_YEAR,
    YEAR_OF + "\n2025年，是“十四五”收官之年，我院将坚持问题导向。" + SIGNED_YEAR,
    YEAR_OF
    + "\n六、2025年工作思路\n一是抓学习。围绕庆祝建党104周年开展活动。2月召开部署会，3月启动培训。"
    + SIGNED_YEAR,
    YEAR_OF + "\n党的二十届三中全会召开后，及时传达学习。" + SIGNED_YEAR,
    YEAR_OF + "\n纪念改革开放46周年，参观成就展。庆祝中华人民共和国成立75周年。" + SIGNED_YEAR,
    YEAR_OF + "\n学习在庆祝中国共产党成立100周年大会上的重要讲话精神。" + SIGNED_YEAR,
    YEAR_OF + "\n观看纪录片《新中国成立70周年》。" + SIGNED_YEAR,
    YEAR_OF + "\n第十二届职工运动会、第3个学习日活动如期举行。第一个百年目标。" + SIGNED_YEAR,
    "关于2023年度巡察反馈问题整改情况的报告\n2023年9月，县委巡察组进驻；11月反馈意见。截至2024年3月底，整改完成率96%。\n2024年4月2日",
    "梧桐镇卫生院关于落实2023年主题教育整改的情况报告\n2023年9月以来，整改21项。2024年1月完成验收。\n2024年1月10日",
    "意识形态工作调研报告\n为掌握情况，2024年3月至5月，对12个单位调研。2022年以来，投诉下降。2021年为81%，2023年为92%。\n2024年6月3日",
    "会议纪要\n时间：2024年5月8日（星期三）\n会议听取了2023年度工作情况汇报，研究了2024年计划。6月底前完成。\n2024年5月9日",
    "2025年党建工作要点\n2024年存在的问题要在2025年3月底前整改。11月开展考核。\n2025年1月15日",
    "个人述职报告\n本人2019年8月参加工作，2023年6月任现职。一年来，完成12项任务。2024年5月获评先进。\n2024年12月20日",
    "梧桐小学2023—2024学年第一学期工作总结\n9月1日开学，10月举行运动会，2024年1月期末考试。\n2024年1月20日",
    "梧桐小学2023—2024学年度第二学期工作总结\n2月26日（星期一）开学。2023年12月立项的课题结题。\n2024年7月1日",
    "梧桐小学2023-2024学年教学工作总结\n9月开学，次年6月毕业考试。\n2024年7月8日",
    "2024年第二季度安全生产工作情况\n4月开展检查，5月12日（星期日）防灾减灾日宣传。较一季度下降。三季度重点：8月开展演练。\n2024年7月1日",
    "2024年11月工作小结\n11月1日至30日，检查12次。12月重点：迎检。\n2024年12月2日",
    HALF + "\n患者王某，2023年5月12日入院，6月1日出院，家属送来锦旗。" + SIGNED,
    HALF + "\n〔2023〕12号文件；2023年第4期简报；2023年版指南；2023级规培生32名。" + SIGNED,
    HALF + "\n5月组织参观新中国成立75周年图片展。" + SIGNED,
    YEAR
    + f"\n一、2024年工作计划完成情况\n{DONE}\n二、2025年工作打算\n2025年，我院将办好职工夜校。"
    + SIGNED_YEAR,
    YEAR_OF + f"\n{DONE}\n2024年，我院将安全生产纳入科室考核，全年无事故。" + SIGNED_YEAR,
    HALF + f"\n{DONE}\n2024年下半年，我院将办好职工夜校。" + SIGNED,
    HALF + f"\n{DONE}\n2024年，我院将继续办好职工夜校，力争开课20期。" + SIGNED,
    YEAR + "\n2024年，我院将开展的五项工作一一落实，主要情况如下。\n" + DONE + DONE + SIGNED_YEAR,
    HALF + "\n力争7月底前完成选址；9月完成招标；12月投用。" + SIGNED,
    "梧桐镇卫生院2024年第一季度工作总结\n培训4次。\n梧桐镇卫生院\n2024年3月28日",
]


@pytest.mark.parametrize("text", WHOLE)
def test_other_times_that_belong_in_a_report_are_left_alone(text: str) -> None:
    assert {rule: found(rule, text) for rule in RULES if found(rule, text)} == {}


SILENT = {
    "impossible": [
        "比分为9:65，稀释比为1:100，全场25点得分，9点70分值。",
        "耗时25点，温度25时，会议时间：9:30至11:00。",
        "结息日为2031年2月28日，闰年2月29日。",
        "租约至2031年2月28日（闰年为2月29日）止。",
        "2031年2月结息日为28日，逢闰年则为2月29日。",
        "2024年2月29日，召开部署会。",
        "2月29日，召开部署会。",
        f"{HALF}\n2月29日，召开部署会。",
        "指出“2月30日”一类的差错。",
        "13月龄婴儿接种；第13月工资。",
        "坐标为2.30，版本号4.31，比例3:32。",
        "1月至12月，共受理来信三百件；租期为13月，工期25日。",
        "闸口每日0时至24时有人看守，报汛电话24小时有人接。",
        "男篮以82:75获胜，比例尺1:75，稀释比例为1：80。",
        "全年志愿服务25小时以上；气温升至25时开启空调；第25课时讲解；取25时间点。",
        "上午9时、下午13时30分各巡查一次，凌晨4:30启运。",
        "试验从0时至72时取样，工期由8天至26天，比分由2:1至3:75。",
        "变量小于25时停止，进度到80:20时换班。",
        "渡口夜航延长至22:30，浮桥开放到24:00，配比由30:70调整至26:74。",
        "船闸程序升级到V2024.13.05版，图纸改为v2023.4.31，电子海图更新至2024.14.02版。",
        "-rw-r--r-- 1 keeper keeper  98 Jul 30 20:22 quay.txt\n-rw-r--r-- 1 keeper keeper 64 Feb 12 2023 lock.txt",
        "The meeting moved from 29 February to 31 May. In May 2024 we met 31 times; March 3.1 was released.",
    ],
    "weekday": [
        "6月16日（星期五），组织演练。",
        "2024年6月16日（星期日），组织演练。",
        f"{HALF}\n6月16日（周日），组织演练。",
        f"{YEAR}\n一、下一步打算\n1月15日（星期三）召开部署会。",
        "把“6月16日（星期五）”改正。",
        f"{HALF}\n6月16日起，周一至周五延时服务。",
    ],
    "order": [
        "7月8日至7月10日开展检查。",
        "11月15日至3月15日供暖。",
        "2023年12月至2024年3月开展整治。",
        "2024年10月至3月开展整治。",
        "对照2023—2025年方案。",
        "3月10日、3月8日分别召开会议。",
        f"{HALF}\n6月1日至30日，全市共8天出现高温；5月1日至31日，共3天有雨；4月1日至30日，雨日共8天。",
        f"{HALF}\n5月6日至5月17日（为期十天）轮训；6月18日至22日，历时五天；6月24日至28日共4天。",
        f"{HALF}\n5月6日至5月10日，共培训12天次。",
        "自11月15日起，至次年3月15日止供暖。",
        "自11月15日起，至3月15日止供暖。",
        "一期2024年9月开工，二期2024年8月完工。",
        "自2024年9月9日开始，2024年8月30日制定的办法废止。",
    ],
    "leftover": [
        "梧桐镇公布2022年决算和2023年上半年预算执行情况\n5月17日，梧桐镇公布2022年决算和2023年上半年预算执行情况。2023年上半年，全镇收入平稳。",
        "梧桐镇卫生院2022年工作总结和2023年上半年工作情况\n2022年，新建病房三间。\n2023年上半年，新购设备两台。",
        "梧桐镇2021、2022年度工作总结\n2021年，修渠四公里。\n2022年，修路两条。",
        f"{HALF}\n住院人次较2023年上半年增加310人次。",
        f"{HALF}\n投诉率由2023年的3.1%降至1.2%。",
        f"{HALF}\n截至2023年底，共有床位96张；今年新增12张。",
        f"{YEAR}\n截至2023年11月，共有床位96张，今年新增12张。\n梧桐镇卫生院\n2024年11月20日",
        f"{YEAR}\n截至2023年3月底，清退借用物资。\n梧桐镇卫生院\n2024年11月20日",
        f"{HALF}\n我院始建于1958年，2021年12月通过二级医院评审。",
        f"{HALF}\n自2023年3月起推行首问负责。",
        f"{HALF}\n2022年、2023年连续两年获评优秀。",
        f"{HALF}\n修订《2023年应急预案》。",
        f"{HALF}\n满意率较去年（2023年）提高2个百分点。",
        f"{HALF}\n巡察2023年5月发现的问题已整改。",
        f"{HALF}\n对2023年收到的12份备案文件进行审查。",
        f"{HALF}\n一、2025年目标\n2025年上半年建成。",
        "关于印发2024年工作要点的通知\n2023年，各单位完成任务。\n2024年1月8日",
        f"{HALF}\n指标　2023年上半年　2024年上半年\n门诊量　1.9　2.1",
        "关于报送材料的通知\n请于2024年5月30日前报送。\n2024年5月20日",
        "关于报送材料的通知\n请已于2024年5月10日前报送的单位补报附件。\n2024年5月20日",
        "关于报送材料的通知\n请于1月10日前报送全年总结。\n2024年12月20日",
        "关于自查情况的通知\n此前要求于5月10日前自查，各站都有结果。\n2024年5月20日",
        "关于催报材料的通知\n请于5月10日前上报的材料，三个站还缺附表。\n2024年5月20日",
        "关于报送材料的通知\n请未在5月10日前报送的单位补报。\n2024年5月20日",
        "关于报送材料的通知\n请核对5月10日前的台账。\n2024年5月20日",
        "梧桐镇2024年第三季度总结\n第三季度渡运3万人次。\n第二季度，共渡运2万人次。\n2024年10月8日",
        "梧桐镇2024年第三季度总结\n第二季度，共渡运2万人次，本季比上季多1万。\n2024年10月8日",
        "梧桐镇2024年第三季度总结\n二季度遗留的12项已整改。\n2024年10月8日",
        "关于做好2024年防汛工作的通知\n2023年防汛工作已结束。为做好2024年防汛工作，现通知如下。\n2024年5月8日",
        "关于做好2024年防汛工作的通知\n为落实《2023年防汛方案》，现通知如下。\n2024年5月8日",
        f"{HALF}\n上半年以来，培训4次。去年下半年以来的欠账已还清。{SIGNED}",
        f"{HALF}\n下半年以来，又培训了2次。\n梧桐镇卫生院\n2024年9月3日",
        f"{YEAR}\n{DONE}\n一、下一步打算\n2024年，培训偏少。2025年，将办好职工夜校。{SIGNED_YEAR}",
        "梧桐镇2025年工作要点报告\n2024年，培训4次。2024年度考核结束。\n一、安排\n2025年修路。\n2025年1月9日",
    ],
    "signature": [
        f"{HALF}\n上半年，完成培训4次。\n2024年6月25日",
        f"{YEAR}\n完成培训4次。\n2024年7月3日",
        f"{YEAR}\n完成培训8次。\n2025年2月20日",
        "梧桐小学2023—2024学年第一学期总结\n完成培训8次。\n2023年12月28日",
        "梧桐小学2023—2024学年度总结\n完成培训8次。\n2024年6月30日",
        "关于2023年审计整改情况的报告\n整改21项。\n2024年11月20日",
        "梧桐镇卫生院2025年工作计划\n开展培训8次。\n2024年12月20日",
        # The date of a page, or of a meeting, in the title block of a short report.
        f"{HALF}\n2025-12-06\n培训4次。\n义诊3场。",
        f"{HALF}\n发布时间：2025-12-06\n一、培训\n培训4次。",
        f"{HALF}\n来源：办公室　日期：2025-12-06\n一、培训\n培训4次。",
        f"{HALF}\n（2025年12月6日）\n一、培训\n培训4次。\n二、义诊\n义诊3场。",
        f"{HALF}\n梧桐镇卫生院\n2025.12.06\n一、培训：4次\n二、义诊：3场",
        "织布厂扭亏情况汇报\n2022年亏损90万元，2023年盈利60万元，增利150万元。\n2024年1月24日",
    ],
    "future": [
        f"{HALF}\n去年10月，承办了技能竞赛。{SIGNED}",
        f"{HALF}\n2023年10月，承办了技能竞赛。{SIGNED}",
        f"{HALF}\n7月1日，举行了主题党日。{SIGNED}",
        f"{HALF}\n一、下半年安排\n6月28日举办主题党日。\n梧桐镇卫生院\n2024年6月23日",
        f"{HALF}\n一、下半年安排\n确保6月28日汇演圆满成功。\n梧桐镇卫生院\n2024年6月23日",
        f"{HALF}\n9月底前完成改造。拟于10月承办竞赛。{SIGNED}",
        f"{HALF}\n一、下半年安排\n1.10月，承办技能竞赛。{SIGNED}",
        f"{HALF}\n每年10月组织体检；收治10月龄患儿1名。{SIGNED}",
        f"{HALF}\n下半年，一是抓培训，10月组织轮训。{SIGNED}",
        f"{YEAR}\n10月，承办了技能竞赛。{SIGNED_YEAR}",
        f"{HALF}\n10月，承办了技能竞赛。\n梧桐镇卫生院\n2024年11月3日",
        f"{HALF}\n座谈会已于6月21日召开，整改已于年初启动，拟于8月6日复查。{SIGNED}",
        f"{HALF}\n复查已定于8月6日进行。{SIGNED}",
    ],
    "count": [
        f"{HALF}\n2019年，新中国成立70周年之际启用新楼。",
        f"{HALF}\n去年建党102周年表彰的党员上台分享。",
        f"{HALF}\n学习在庆祝中国共产党成立100周年大会上的讲话。",
        f"{HALF}\n医院建院60周年，企业成立20周年。",
        f"{YEAR}\n一、2025年打算\n以建党104周年为契机抓学习。",
        f"{HALF}\n围绕第九个全民国家安全教育日开展宣传。",
        "庆祝建党98周年。",
        f"{HALF}\n第三个党小组、第2届职工运动会如期举行。",
    ],
    "founding": [
        f"{HALF}\n医院始建于1958年，举办建院66周年庆典，共庆新中国成立75周年。",
        f"{HALF}\n门诊楼始建于1988年。今年是建院66周年。",
        f"{HALF}\n医院1958年建院，青砚中学1964年建校。协助青砚中学庆祝建校50周年。",
        f"{HALF}\n医院1958年建院。县第一中学举办建校50周年校庆。",
        f"{HALF}\n医院1958年建院。2018年，庆祝建院60周年。",
        f"{HALF}\n医院1958年建院。十年来，先后庆祝建院60周年、65周年。",
        f"{HALF}\n医院始建于1958年，至今已有66年。",
        f"{HALF}\n医院始建于1958年，至今已有67个年头，至今60余年无事故。",
        f"{HALF}\n医院1958年建院，刊印《庆祝建院60周年文集》。",
    ],
    "plan": [
        "梧桐镇卫生院2025年工作总结\n2025年是“十四五”规划的收官之年。",
        "梧桐镇卫生院2025年工作总结\n一、下一步打算\n紧扣“十五五”开局之年。",
        f"{YEAR}\n明年是“十四五”收官之年。",
        f"{HALF}\n实施“十四五”规划的关键之年，收官战全面打响。",
    ],
    "event": [
        f"{YEAR}\n学习贯彻党的二十届三中全会精神。{SIGNED_YEAR}",
        f"{HALF}\n以实际行动迎接党的二十届三中全会召开。{SIGNED}",
        f"{HALF}\n学习党的二十届三中全会精神。",
    ],
}


@pytest.mark.parametrize(("rule", "text"), [(rule, text) for rule, texts in SILENT.items() for text in texts])
def test_what_looks_wrong_and_is_right_is_left_alone(rule: str, text: str) -> None:
    assert found(rule, text) == []


FOUND = {
    "impossible": [
        ("会议时间：9:65。", "9:65"),
        ("时间：25:10开始。", "25:10"),
        ("上午9点70分开会。", "9点70分"),
        ("会议定于14时75分召开。", "14时75分"),
        ("晚上25点集合。", "25点"),
        ("2031年2月29日（闰年）闭馆。", "2031年2月29日"),
        ("2月30日，召开部署会。", "2月30日"),
        ("5月32日，召开部署会。", "5月32日"),
        ("2023年2月29日，召开部署会。", "2023年2月29日"),
        ("梧桐镇卫生院2025年上半年工作总结\n2月29日，召开部署会。", "2月29日"),
        ("2024年13月完成。", "2024年13月"),
        ("会议于2024-04-31召开。", "2024-04-31"),
        ("6月25日至31日检查。", "31日"),
        ("9月31日前完成。", "9月31日"),
        ("1月至13月，窗口办件两千余起。", "13月"),
        ("从5月至14月开展巡查。", "14月"),
        ("演练于25时开始，各组按时到位。", "25时"),
        ("6月3日26时，水位开始回落。", "26时"),
        ("旺季候船厅开放至25:30，由渡工轮值。", "25:30"),
        ("夜航末班推迟到26:10，晚归村民也能过河。", "26:10"),
        ("浮桥每晚照明延长至21:75。", "21:75"),
        ("验收定在2024.13.05，由县里派员。", "2024.13.05"),
        ("渡口每日8时至26时开闸。", "26时"),
        ("14时61分试靠完毕。", "14时61分"),
        ("售票9:00—17:75，逾时不候。", "17:75"),
        ("汇演14：75结束，观众有序退场。", "14：75"),
        ("培训定于下午3:65开始。", "3:65"),
        ("上午13时检修水泵，更换滤网两套。", "上午13时"),
        ("凌晨15:20完成抢修。", "凌晨15:20"),
        ("The review is due on 31 April 2024.", "31 April 2024"),
        ("We met on February 30th.", "February 30th"),
        ("On 34 July 12 boats sailed.", "34 July"),
        ("Signed on Nov 31, 2024 by both.", "Nov 31, 2024"),
        ("The dam was inspected on 29 February 2023.", "29 February 2023"),
    ],
    "weekday": [
        ("2024年6月16日（星期五），组织演练。", "2024年6月16日（星期五"),
        (f"{HALF}\n6月16日（周五），组织演练。", "6月16日（周五"),
        (f"{HALF}\n2月21日星期四，组织演练。", "2月21日星期四"),
        (f"{HALF}\n去年9月10日（星期五），组织演练。", "9月10日（星期五"),
        (f"工作总结\n6月16日，星期五，组织演练。{SIGNED}", "6月16日，星期五"),
    ],
    "order": [
        ("7月10日至7月8日检查。", "7月10日至7月8日"),
        ("6月18日至6月10日检查。", "6月18日至6月10日"),
        ("2024年6月—2023年12月整治。", "2024年6月—2023年12月"),
        ("对照2025—2023年方案。", "2025—2023年"),
        ("6月28日至5日检查。", "6月28日至5日"),
        (f"{HALF}\n6月18日至22日，为期七天。", "6月18日至22日，为期七天"),
        (f"{HALF}\n6月18日至22日，共8天。", "6月18日至22日，共8天"),
        (f"{HALF}\n5月6日至6月6日（历时12天）巡查。", "5月6日至6月6日（历时12天"),
        ("轮训自2024年9月9日启动，至2024年8月30日结束。", "2024年9月9日启动，至2024年8月30日"),
        ("闸门2024年5月6日开工，2024年3月9日完工。", "2024年5月6日开工，2024年3月9日"),
        ("展期自6月18日起，至6月10日止。", "6月18日起，至6月10日"),
    ],
    "leftover": [
        (
            "梧桐镇卫生院2022年工作总结\n2022年，新建病房三间。\n2023年上半年，新购设备两台。\n2022年还培训护士二十人。",
            "2023年上半年",
        ),
        (
            "梧桐镇公布2022年决算和2023年上半年预算执行情况\n2021年度收入平稳。2022年，全镇收支平衡。\n2021年，全镇修渠四公里。",
            "2021年",
        ),
        (f"{HALF}\n截至2023年6月底，培训4次。", "2023年6月"),
        (f"{HALF}\n现将2023年上半年工作情况汇报如下。", "2023年上半年"),
        (f"{HALF}\n2023年，我院扎实推进各项工作，现总结如下。", "2023年"),
        (f"{YEAR}\n一、2023年工作回顾\n完成培训4次。", "2023年"),
        (f"{YEAR}\n完成培训4次。2022年全年处置投诉11件。", "2022年全年"),
        (f"{YEAR}\n截至2023年12月底，在岗96人。", "2023年12月"),
        (f"{YEAR}\n截至2023年10月，清退借用物资。\n梧桐镇卫生院\n2024年11月20日", "2023年10月"),
        (f"{HALF}\n2023年4月12日，组织应急演练1次，参演60人。", "2023年4月12日"),
        (f"{HALF}\n一、下半年打算\n2023年9月底前完成改造。", "2023年9月"),
        (f"{YEAR}\n一、2024年工作打算\n抓好培训。{SIGNED_YEAR}", "2024年"),
        (f"{YEAR_OF}\n{DONE}\n不足：宣传稿件偏少。2024年，我院将在补齐短板上下功夫。", "2024年"),
        (f"{HALF}\n{DONE}\n2023年下半年，我们将办好职工夜校。{SIGNED}", "2023年下半年"),
        (f"{HALF}\n{DONE}\n2024年上半年，我们将办好职工夜校。{SIGNED}", "2024年上半年"),
        (f"{YEAR}\n全年{DONE}\n二、存在问题及2024年工作计划\n办好职工夜校。", "2024年"),
        (f"{YEAR}\n全年{DONE}\n二、下一步（2024年）工作打算\n办好职工夜校。", "2024年"),
        (f"{HALF}\n满意率较去年（2022年）提高2个百分点。", "2022年"),
        (f"{HALF}\n2024年下半年，我院扎实推进各项工作。", "2024年下半年"),
        ("梧桐镇2024年第三季度总结\n第二季度，共渡运2万人次。\n2024年10月8日", "第二季度"),
        ("梧桐镇2024年11月工作总结\n10月份，渡运旅客3200人次。\n2024年12月2日", "10月份"),
        ("梧桐镇2024年上半年总结\n现将2024年第三季度工作总结如下。\n2024年7月2日", "2024年第三季度"),
        ("关于做好2024年防汛工作的通知\n为做好2023年防汛工作，现通知如下。\n2024年5月8日", "2023年"),
        ("梧桐镇2024年工作计划\n到2023年底，修路6公里。\n梧桐镇\n2024年1月8日", "2023年"),
        ("关于报送材料的通知\n请各站于2024年5月10日前报送。\n2024年5月20日", "2024年5月10日"),
        ("关于报送材料的通知\n各站务必于5月10日前报送。\n2024年5月20日", "5月10日"),
        (f"{HALF}\n下半年以来，我院坚持开门办院。{SIGNED}", "下半年以来"),
        (f"{HALF}\n今年第三季度以来，清运垃圾30吨。\n2024年6月28日", "第三季度以来"),
        (f"{YEAR}\n全年{DONE}\n不足：宣传稿件偏少。\n2024年，将办好职工夜校。{SIGNED_YEAR}", "2024年"),
        (
            f"{YEAR}\n全年{DONE}\n一、下一步打算\n2024年，计划办好职工夜校。{SIGNED_YEAR}",
            "2024年",
        ),
        (
            "梧桐镇2025年度考核通报\n2024年度考核已经结束。2024年全年扣分12项。\n梧桐镇\n2025年1月14日",
            "2025年度",
        ),
        (f"{HALF}\n投诉较2025年同期下降3件。", "2025年"),
        (f"{HALF}\n满意率较2024年同期提高2个百分点。", "2024年"),
        (
            "梧桐镇卫生院2023年工作总结\n2024年，我院扎实推进各项工作。2024年5月通过复评。\n2024年12月26日",
            "2023年",
        ),
    ],
    "signature": [
        (f"{HALF}\n培训4次。\n梧桐镇卫生院\n2023年7月3日", "2023年7月3日"),
        (f"{HALF}\n培训4次。\n梧桐镇卫生院\n2025年7月3日", "2025年7月3日"),
        (f"{HALF}\n培训4次。\n梧桐镇卫生院\n2024年3月3日", "2024年3月3日"),
        ("梧桐镇卫生院2024年度工作总结\n培训4次。\n梧桐镇卫生院\n2024年1月6日", "2024年1月6日"),
        (f"{HALF}\n培训4次。\n二〇二三年七月三日", "二〇二三年七月三日"),
        (f"{HALF}\n2024-07-05\n培训4次。\n梧桐镇卫生院\n2025-12-06", "2025-12-06"),
        (f"{HALF}\n一、培训：4次\n二、义诊：3场\n2025年12月6日", "2025年12月6日"),
        ("梧桐小学2023—2024学年度总结\n培训4次。\n梧桐小学\n2023年7月3日", "2023年7月3日"),
        (f"{HALF}\n培训4次。\n梧桐镇卫生院\n2024年5月6日", "2024年5月6日"),
    ],
    "future": [
        (f"{HALF}\n10月，我院承办了技能竞赛。{SIGNED}", "10月"),
        (
            f"{HALF}\n一、下半年安排\n抓培训。\n6月27日，义诊在社区举行，受到好评。\n梧桐镇卫生院\n2024年6月21日",
            "6月27日",
        ),
        (f"{HALF}\n7月5日，举办了晚会。\n梧桐镇卫生院\n2024年6月28日", "7月5日"),
        (f"{HALF}\n1至8月，接诊1.2万人次。{SIGNED}", "8月"),
        (f"{HALF}\n3月15日前后设台宣传。7月20日，举办了开放日。{SIGNED}", "7月20日"),
        (f"{HALF}\n力争全年达标。11月20日，我院通过了复评。{SIGNED}", "11月20日"),
        (f"{HALF}\n11月20日，我院通过了复评。", "11月20日"),
        (f"{HALF}\n座谈会已于8月21日召开。{SIGNED}", "8月21日"),
        (f"{HALF}\n截至12月底，渡运旅客3万人次。{SIGNED}", "12月"),
        (f"{HALF}\n新楼已在2024年9月6日交付。{SIGNED}", "2024年9月6日"),
        (f"{HALF}\n截至2024年8月10日，在册316人。{SIGNED}", "2024年8月10日"),
        (f"{YEAR}\n2025年3月，我院举办了竞赛。{SIGNED_YEAR}", "2025年3月"),
    ],
    "count": [
        (f"{HALF}\n庆祝建党98周年。", "建党98周年"),
        (f"{HALF}\n庆祝中国共产党成立一百周年，开展活动。", "中国共产党成立一百周年"),
        (f"{YEAR}\n庆祝新中国成立70周年。", "新中国成立70周年"),
        (f"{YEAR}\n10月1日前夕，庆祝新中国成立76周年。", "新中国成立76周年"),
        (f"{HALF}\n纪念“五四”运动、五四运动106周年。", "五四运动106周年"),
        (f"{HALF}\n结合第八个全民国家安全教育日开展宣传。", "第八个全民国家安全教育日"),
        (f"{HALF}\n开展第22个“安全生产月”活动。", "第22个“安全生产月"),
        (f"{HALF}\n一、下半年打算\n筹备第六个中国医师节活动。", "第六个中国医师节"),
        (f"工作总结\n庆祝建党98周年。{SIGNED}", "建党98周年"),
        (f"{HALF}\n迎接党的101岁生日。", "党的101岁生日"),
        (f"{YEAR}\n喜迎中华人民共和国七十四周年华诞。", "中华人民共和国七十四周年"),
        ("工作总结（2篇）\n篇一\n2024年上半年，开展培训4次。\n庆祝建党98周年。", "建党98周年"),
    ],
    "founding": [
        (f"{HALF}\n医院始建于1958年，今年举办建院60周年庆典。", "建院60周年"),
        (f"{HALF}\n医院始建于1958年，至今已有76年。", "至今已有76年"),
        ("合唱团工作总结\n合唱团2005年成立，2025年成立二十五周年。\n2025年12月8日", "成立二十五周年"),
        (f"{HALF}\n我院1958年建院，今年（2024年）迎来建院六十周年。", "建院六十周年"),
        (f"{HALF}\n我院1958年6月建院。去年是我院建院六十周年。", "建院六十周年"),
        ("协会成立纪念活动方案\n协会成立于1995年。\n拟于2025年5月庆祝成立35周年。", "成立35周年"),
    ],
    "plan": [
        (f"{YEAR}\n2024年是“十四五”规划收官之年。", "十四五”规划收官之年"),
        (f"{HALF}\n站在“十五五”开局之年，我院谋定而动。", "十五五”开局之年"),
    ],
    "event": [
        (f"{HALF}\n深入学习党的二十届三中全会精神。{SIGNED}", "二十届三中全会"),
        ("梧桐镇卫生院2023年工作总结\n深入学习党的二十届三中全会精神。", "二十届三中全会"),
    ],
}


@pytest.mark.parametrize(
    ("rule", "text", "expected"), [(rule, *case) for rule, cases in FOUND.items() for case in cases]
)
def test_what_is_wrong_is_found(rule: str, text: str, expected: str) -> None:
    assert found(rule, text) == [expected]


@pytest.mark.parametrize(
    ("rule", "text", "zh", "suggestion"),
    [
        ("impossible", "2月30日开会。", "2月没有30日，最多29天，请核对", None),
        ("impossible", "2023年2月29日开会。", "2023年不是闰年，2月只有28天，请核对", None),
        ("impossible", "会议于25时召开。", "没有25时，一天到24时为止，请核对", None),
        ("impossible", "会议14:75结束。", "没有75分，一小时到59分为止，请核对", None),
        (
            "impossible",
            "The bell rang at 14:75 and stopped later.",
            "没有75分，一小时到59分为止，请核对",
            None,
        ),
        ("impossible", "The pier was shut until 7:61.", "没有61分，一小时到59分为止，请核对", None),
        ("impossible", "上午13时召开会议。", "13时不在上午，请核对", None),
        (
            "weekday",
            f"{HALF}\n6月16日（星期五）开会。",
            "2024年6月16日是星期日，不是星期五",
            "6月16日（星期日",
        ),
        ("count", f"{HALF}\n建党98周年。", "2024年应为“建党103周年”，不是“建党98周年”", "建党103周年"),
        (
            "count",
            f"{HALF}\n中国共产党成立九十八周年。",
            "2024年应为“中国共产党成立一百零三周年”，不是“中国共产党成立九十八周年”",
            "中国共产党成立一百零三周年",
        ),
        ("plan", f"{HALF}\n“十四五”收官之年。", "“十四五”收官之年是2025年，请核对", None),
        (
            "leftover",
            "青石镇2024年工作总结\n一、主要工作\n全年修路三条。\n二、2024年工作打算\n修好北山路。",
            "这里的“2024年”与报告期（2024年1—12月）不合：总结写报告期内的事，打算写以后的事，请核对",
            None,
        ),
    ],
)
def test_the_message_says_what_would_be_right(rule: str, text: str, zh: str, suggestion: str | None) -> None:
    (match,) = FINDS[rule](draft(text))
    assert match.message is not None
    assert (match.message.zh, match.suggestion) == (zh, suggestion)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("工作制度\n每年检查一次。", None),
        (f"{HALF}\n完成培训4次。", (2024, 1, 6)),
        (f"{YEAR}\n完成培训4次。", (2024, 1, 12)),
        ("某院2024年1—5月工作总结\n完成培训4次。", (2024, 1, 5)),
        ("某院2024年三季度工作总结\n完成培训4次。", (2024, 7, 9)),
        ("某院2024年6月份工作总结\n完成培训4次。", (2024, 6, 6)),
        ("某院二〇二四年工作总结\n完成培训4次。", (2024, 1, 12)),
        ("某院工作总结\n2024年上半年，完成培训4次。", (2024, 1, 6)),
        ("某院上半年工作总结\n对照《2022年方案》，现将2024年工作汇报如下。", (2024, 1, 6)),
        ("某院工作总结\n半年来，完成培训4次。\n2024年7月3日", (2024, 1, 6)),
        ("某院工作总结\n完成培训4次。\n2025年1月3日", (2024, 1, 12)),
        ("某院2023年工作总结\n2024年，完成培训4次。2024年5月验收。\n2024年12月30日", (2024, 1, 12)),
    ],
)
def test_the_period_is_read_from_title_opening_or_signature(
    text: str, expected: tuple[int, int, int] | None
) -> None:
    source = draft(text)
    known = read(source.document.text, source.parts[0], PERIOD_WORDS)
    assert (known and (known.year, known.first, known.last)) == expected


@pytest.mark.parametrize(
    ("options", "key"),
    [
        (rule("count"), "with"),
        (rule("plan"), "with"),
        (rule("event"), "with"),
        (rule("event", events=(Event(("大会",), "2024年"),)), "events"),
        (rule("event", events=(Event(("大会",), "2024-02-30x"),)), "events"),
        (rule("plan", plans=(Plan("十四五", 2025, 2021),)), "plans"),
        (rule("event", events=(Event(("大会",), "7月15日"),)), "events"),
        (rule("event", events=(Event(("大会",), "2024-02-30"),)), "events"),
    ],
)
def test_a_rule_without_its_facts_is_a_mistake(options: Options, key: str) -> None:
    assert [name for name, _ in validate(options)] == [key]


@pytest.mark.parametrize("day", ["2024-07-15", "2024年7月15日", "2024.7.15"])
def test_the_day_of_an_event_may_be_written_as_dates_are(day: str) -> None:
    options = rule("event", events=(Event(("二十届三中全会",), day),))
    (match,) = build(options)(draft(f"{HALF}\n深入学习党的二十届三中全会精神。{SIGNED}"))
    assert match.message
    assert "始于2024年7月15日" in match.message.zh
    assert list(validate(options)) == []


@pytest.mark.parametrize("options", RULES.values())
def test_the_rules_of_these_tests_are_valid(options: Options) -> None:
    assert list(validate(options)) == []


PIECES = [
    *(
        "2024年",
        "2023年",
        "上半年",
        "6月",
        "31日",
        "2月29日",
        "（星期五）",
        "截至",
        "至",
        "—",
        "同期",
        "去年",
        "工作总结",
    ),
    *(
        "二〇二三年",
        "2024.2.30",
        "建党",
        "98",
        "周年",
        "第",
        "个",
        "医师节",
        "“",
        "”",
        "《",
        "》",
        "十四五",
        "收官之年",
    ),
    *("二十届三中全会", "一、", "下半年打算", "，", "。", "；", "\n", "将", "99", "月", "如下"),
]


@given(st.lists(st.sampled_from(PIECES), max_size=24).map("".join))
def test_findings_lie_in_the_text_whatever_it_says(text: str) -> None:
    source = draft(text)
    for find in FINDS.values():
        for match in find(source):
            assert 0 <= match.start < match.end <= len(text)
            assert match.message is not None
            assert match.suggestion != text[match.start : match.end]


def test_each_report_of_a_collection_has_its_own_period() -> None:
    body = "一、做法\n庆祝建党102周年，培训4次，参训人员共计96人次，覆盖各科室和站点。\n二、不足\n力度弱。\n"
    text = f"某院2023年工作总结\n{body}2023年12月28日\n某院2024年工作总结\n{body}2024年12月28日\n"
    (match,) = FINDS["count"](draft(text))
    assert text.count("\n", 0, match.start) == 8


@pytest.mark.parametrize("number", ["10四", "一0三", "1百0三"])
def test_an_anniversary_in_mixed_digits_is_found(number: str) -> None:
    text = f"{YEAR}\n2024年，庆祝建党{number}周年，办第{number}个全民国家安全教育日宣传。{SIGNED_YEAR}"
    assert found("count", text) == [f"建党{number}周年", f"第{number}个全民国家安全教育日"]


@pytest.mark.parametrize("number", ["1" * 20, "百" * 20, "10四" * 5])
def test_an_anniversary_whose_number_has_no_value_is_passed_over(number: str) -> None:
    text = f"{YEAR}\n2024年，庆祝建党{number}周年，办第{number}个全民国家安全教育日宣传。{SIGNED_YEAR}"
    assert found("count", text) == []


@given(st.text("0123456789一二三十百零〇", min_size=1, max_size=8))
def test_no_number_of_an_anniversary_stops_the_check(number: str) -> None:
    found("count", f"{YEAR}\n庆祝建党{number}周年，第{number}届中国医师节。{SIGNED_YEAR}")


# --- the lists of words ---------------------------------------------------------------------------

SUMMARY = "梧桐镇卫生院2024年上半年工作总结\n"
PLANS = "一、下半年安排\n抓培训。\n"
LISTED = [
    ("summary_titles", "小结", "leftover", "梧桐镇2024年上半年小结\n截至2023年6月底，培训4次。", True),
    ("title_tails", "提纲", "leftover", "梧桐镇2024年上半年总结提纲\n截至2023年6月底，培训4次。", True),
    (
        "before_other_report",
        "评估",
        "leftover",
        "梧桐镇2024年上半年评估报告\n截至2023年6月底，培训4次。",
        False,
    ),
    ("closed_titles", "小结", "signature", "梧桐镇2024年小结情况\n培训4次。\n2024年1月3日", True),
    (
        "fiscal_titles",
        "财年",
        "leftover",
        "某院2024财年上半年总结\n截至2023年6月底，培训4次。\n2024年7月3日",
        False,
    ),
    ("whole_year_titles", "年终", "signature", "梧桐镇2024年年终总结\n上半年培训4次。\n2024年7月3日", True),
    (
        "autumn_term_titles",
        "秋季学期",
        "signature",
        "银杉小学2023—2024学年秋季学期总结\n培训4次。\n2023年9月20日",
        False,
    ),
    ("follow_up_titles", "审计", "signature", "关于2023年审计情况的报告\n完成21项。\n2024年11月20日", False),
    (
        "before_own_year",
        "就",
        "leftover",
        "某院工作总结\n现就2024年工作作出汇报。截至2023年12月底，在岗96人。",
        True,
    ),
    (
        "before_other_year",
        "据",
        "signature",
        "某院工作总结\n据2023年度通报，查漏补缺。\n2024年12月20日",
        False,
    ),
    ("after_other_year", "同期", "signature", "某院工作总结\n2023年同期，培训4次。\n2024年12月20日", False),
    ("planned_onwards", "筹备", "future", f"{SUMMARY}筹备参展。10月，我院承办了竞赛。", False),
    ("planned_sentence", "争取", "future", f"{SUMMARY}我院争取达标，10月验收了。", False),
    ("deadlines", "之前", "future", f"{SUMMARY}考核须于清明之前办结，10月验收了。", False),
    ("not_deadlines", "前夕", "future", f"{SUMMARY}国庆日前夕布展，10月开幕了。", True),
    ("will_subjects", "室", "future", f"{SUMMARY}办公室将布展，10月开幕了。", False),
    ("not_will", "要事", "future", f"{SUMMARY}办公室要事已毕，10月开幕了。", True),
    ("disposal_verbs", "融入", "future", f"{SUMMARY}我院将培训融入考核，10月办结了。", True),
    (
        "plan_headings",
        "展望",
        "future",
        f"{SUMMARY}一、主要做法\n抓培训。\n二、前景展望\n10月，承办竞赛2场。",
        False,
    ),
    ("report_headings", "做法", "future", f"{SUMMARY}一、推进计划的做法\n10月，承办竞赛2场。", True),
    ("as_of", "截止", "leftover", f"{SUMMARY}截止2023年3月，培训4次。", False),
    ("compared_to", "对照", "leftover", f"{SUMMARY}对照2024年同期，增长6%。", True),
    ("same_period", "同期", "leftover", f"{SUMMARY}对照2024年同期，增长6%。", True),
    ("comparisons", "逐年", "leftover", f"{SUMMARY}2023年3月，逐年增长6%。", False),
    ("before_kept_year", "超过", "leftover", f"{SUMMARY}得分超过2023年3月，居首位。", False),
    ("after_kept_year", "水平", "leftover", f"{SUMMARY}2023年3月水平不再重现。", False),
    ("histories", "毕业", "leftover", f"{SUMMARY}新招2023年3月毕业的医师2名。", False),
    ("before_reported_year", "回顾", "leftover", f"{SUMMARY}回顾2023年工作，培训4次。", True),
    ("after_reported_year", "如下", "leftover", f"{SUMMARY}我院2023年工作汇报如下。", True),
    ("work_headings", "成效", "leftover", f"{SUMMARY}一、2023年成效\n培训4次。", True),
    ("plan_names", "工作谋划", "leftover", "某院2024年度总结\n一、2024年工作谋划\n抓好培训。", True),
    ("plan_reviews", "执行", "leftover", "某院2024年度总结\n一、2024年工作计划执行\n抓好培训。", False),
    (
        "set_times",
        "面试时间：",
        "leftover",
        "渡口招工启事\n面试时间：2023年4月22日。\n2024年4月8日",
        True,
    ),
    ("done", "好评", "future", f"{SUMMARY}{PLANS}6月27日，义诊赢得好评。\n某院\n2024年6月21日", True),
    ("not_done", "为了", "future", f"{SUMMARY}10月，为了便民，提前开诊。", False),
    ("terms", "聘期", "future", f"{SUMMARY}聘期首日：10月1日，签了3份。", False),
    ("before_no_event", "历年", "future", f"{SUMMARY}历年10月体检4场。", False),
    ("after_no_event", "大的", "future", f"{SUMMARY}收治10月大的患儿3名。", False),
    ("after_no_date", "工资", "impossible", f"{SUMMARY}发放2024年13月工资。", False),
    ("leap_years", "平年", "impossible", "租约说明\n2031年2月28日（不是平年的2月29日）到期。", False),
    ("mornings", "上午", "impossible", f"{SUMMARY}上午13时开会。", True),
    ("before_time", "于", "impossible", f"{SUMMARY}会议于25时。", True),
    ("goes_on", "开放", "impossible", f"{SUMMARY}泳池开放至26:00。", True),
    ("until_times", "到", "impossible", f"{SUMMARY}泳池开放到26:00。", True),
    ("after_time", "结束", "impossible", f"{SUMMARY}演练14:75结束。", True),
    ("before_no_hour", "小于", "impossible", f"{SUMMARY}流量小于25时，关闭阀门。", False),
    ("after_no_hour", "间", "impossible", f"{SUMMARY}错开于25时间段。", False),
    ("no_times", "比分", "impossible", f"{SUMMARY}比分14:75结束。", False),
    ("anniversary_links", "的", "count", f"{SUMMARY}纪念改革开放的45周年。", True),
    ("day_prefixes", "全国", "count", f"{SUMMARY}第八个全国医师节。", True),
    ("speeches", "讲话", "count", f"{SUMMARY}学习庆祝建党98周年讲话。", False),
    ("first_years", "开局之年", "plan", f"{SUMMARY}“十五五”开局之年。", True),
    ("last_years", "收尾之年", "plan", f"{SUMMARY}“十四五”收尾之年。", True),
    (
        "early_titles",
        "元旦",
        "signature",
        "梧桐镇2024年元旦走访总结\n走访86户。\n梧桐镇民政办\n2024年1月8日",
        False,
    ),
    ("not_comparisons", "评比", "leftover", f"{YEAR}\n2023年，全院开展评比。{SIGNED_YEAR}", True),
    ("not_histories", "任务", "leftover", f"{YEAR}\n2023年，全院超额办完任务。{SIGNED_YEAR}", True),
    ("held", "承办", "future", f"{SUMMARY}10月18日承办签约会，签合同30份。", True),
    ("summed_up", "累计", "leftover", f"{SUMMARY}全年累计培训4次。", True),
    ("laid_down", "预算", "leftover", f"{SUMMARY}全年累计预算40万元。", False),
    ("plan_titles", "思路", "leftover", "梧桐镇2024年工作思路\n2023年6月底前，修路3公里。", True),
    ("deadline_ends", "底之前", "leftover", "梧桐镇2024年工作计划\n2023年6月底之前，修路3公里。", True),
    (
        "before_deadlines",
        "确保",
        "leftover",
        "梧桐镇2024年工作计划\n东线确保2023年6月底前通车。",
        True,
    ),
    ("overdue", "继续", "leftover", "梧桐镇2024年工作计划\n2023年12月底前，继续清淤。", False),
    ("preparations", "摸底", "leftover", "梧桐镇2024年工作计划\n2023年12月底前，各站完成摸底。", False),
    (
        "before_no_weekday",
        "through",
        "weekday",
        "Ferry report 2024\nOpen Monday through Friday, 3 June 2024.",
        False,
    ),
    ("asks", "应当", "leftover", "报送材料的通知\n应当于5月10日前报送。\n2024年5月20日", True),
    ("before_task", "抓好", "leftover", "2024年防汛通知\n为抓好2023年防汛，现通知如下。", True),
    ("announced", "如下", "leftover", "2024年防汛通知\n为做好2023年防汛，要求如下。", True),
    ("already", "已在", "future", f"{SUMMARY}座谈会已在9月21日召开。", True),
    ("begun", "开赛", "order", "球赛6月18日开赛，至6月10日结束。", True),
    ("span_links", "持续到", "order", "球赛6月18日开赛，持续到6月10日结束。", True),
    ("ended", "落幕", "order", "球赛6月18日开赛，至6月10日落幕。", True),
    ("lasting", "历时", "order", f"{HALF}\n球赛6月18日至22日，历时七天。", True),
    ("days_in_all", "共计", "order", f"{HALF}\n球赛6月18日至22日，共计七天。", True),
    ("foundings", "建院", "founding", f"{SUMMARY}医院始创于1958年，1958年开办。庆祝建院60周年。", True),
    ("before_foundings", "喜迎", "founding", f"{SUMMARY}1958年开办。今年喜迎开办60周年。", True),
    ("founded", "创立", "founding", f"{SUMMARY}医院1958年创立。庆祝建院60周年。", True),
    ("own_subjects", "医院", "founding", f"{SUMMARY}医院1958年创立。庆祝建院60周年。", True),
    ("until_now", "至今", "founding", f"{SUMMARY}医院始建于1958年，至今已有76年。", True),
    ("elapsed", "走过", "founding", f"{SUMMARY}医院始建于1958年，至今走过76年。", True),
    ("years", "个年头", "founding", f"{SUMMARY}医院始建于1958年，至今已有76个年头。", True),
    ("our", "我", "founding", f"{SUMMARY}医院1958年创立。我院建院60周年。", True),
    ("around_events", "准备", "founding", f"{SUMMARY}医院1958年创立。医院准备举办建院60周年庆典。", True),
    ("since", "以来", "leftover", f"{HALF}\n下半年以来，我院坚持开门办院。{SIGNED}", True),
    ("ends", "末", "leftover", "梧桐镇2024年工作计划\n到2023年末，完成清淤。", True),
    ("until", "到", "leftover", "梧桐镇2024年工作计划\n到2023年底，完成清淤。", True),
    ("by", "在", "leftover", "报送材料的通知\n请各站在5月10日前报送。\n2024年5月20日", True),
    ("awaited", "献礼", "event", f"{SUMMARY}向二十届三中全会献礼。\n某院\n2024年3月5日", False),
]
"""A list, a word of it, and a text in which a rule finds something because of the word, or does not."""


def test_every_list_is_tried() -> None:
    assert sorted(row[0] for row in LISTED) == sorted((*WORDS._fields, *PERIOD_WORDS._fields))


@pytest.mark.parametrize(("name", "word", "look_for", "text", "hit"), LISTED, ids=[row[0] for row in LISTED])
def test_a_word_counts_while_its_list_holds_it(
    name: str, word: str, look_for: str, text: str, hit: bool
) -> None:
    shipped_words = WORDS if name in WORDS._fields else PERIOD_WORDS
    group = "words" if name in WORDS._fields else "reporting_period"
    shipped = getattr(shipped_words, name)
    special = {
        "not_deadlines": "前卯",
        "before_no_hour": "卯于",
        "not_will": "要卯",
        "not_done": "卯了",
        "not_comparisons": "卯比",
        "not_histories": "卯任",
        "our": "卯",
    }
    new = special.get(name, "卯辰")
    renamed = text.replace(word, new)
    without = shipped_words._replace(**{name: tuple(each for each in shipped if each != word)})
    added = shipped_words._replace(**{name: (*shipped, new)})

    def finds(words: tuple[tuple[str, ...], ...], text: str) -> bool:
        find = build(RULES[look_for]._replace(**{group: words}))
        return list(find(draft(text))) != []

    assert [finds(shipped_words, text), finds(without, text)] == [hit, not hit]
    assert [finds(shipped_words, renamed), finds(added, renamed)] == [not hit, hit]


@pytest.mark.parametrize("look_for", RULES)
def test_lists_without_words_stop_no_rule(look_for: str) -> None:
    empty = type(WORDS)(*(() for _ in WORDS))
    none = type(PERIOD_WORDS)(*(() for _ in PERIOD_WORDS))
    find = build(RULES[look_for]._replace(words=empty, reporting_period=none))
    text = f"{YEAR}\n2月30日（星期五）开会。第八个医师节，建党98周年，“十四五”收官之年。{SIGNED_YEAR}"
    expected = {"impossible": ["2月30日（星期五"], "count": ["建党98周年"]}.get(look_for, [])
    assert [text[match.start : match.end] for match in find(draft(text))] == expected
