"""What stands under a section: enough, too little, nothing."""

import json
from pathlib import Path

import pytest

from linter.structure.substance import Demand, slogan_test, substance
from tests.support.drafts import draft, with_sections
from tests.support.program import call
from tests.support.words import words

REPORT = "清风镇上半年工作总结\n一、工作情况\n办结事项九件，走访农户二百户。\n二、存在问题\n{}\n三、下一步打算\n继续努力。"
LEAST = 8


def state(content: str, report: str = REPORT, least: int = LEAST) -> str:
    case = with_sections(draft(report.format(content)), problems="问题")
    lists = words("section")
    demand = Demand(
        lists.empty_words, True, least, lists.prompts, slogan_test(lists.slogans), lists.elsewhere
    )
    return substance(case.document, case.presences[0]["problems"], demand).state


@pytest.mark.parametrize(
    "content",
    [
        "窗口排队时间仍然较长。",
        "（一）窗口少。排队时间长。\n（二）台账乱。补记多。",
        "无人值守窗口仍然偏少，群众意见较多。",
        "略显不足的是下乡次数偏少。",
        "待定的两个点位下周进场。",
        "从略到详，逐户补齐台账。",
        "请假偏多，窗口缺人。",
        "此处路灯不亮，群众反映多。",
        "补充力量不足，岗位空缺多。",
        "待遇偏低，人员流动大。",
        "主要有以下不足：\n（一）窗口少，排队时间长。",
        "窗口分布不匀，见下图：",
        "渡口检修的不足列入附表：",
        "渡口检修的具体不足见附件：",
        "不足见附件：",
        "一句话：窗口少，排队久。",
        "下一步，我们将以更实的作风，每月巡一次堤，努力开创护堤工作新局面。",
        "今后，进一步统一思想，配齐船员，为两岸群众出行作出新的更大贡献。",
        "再接再厉，2026年4月前换完航标灯。",
        "这里写得不细，那里漏了数。请填写人员补签的台账有九本，至今没有补齐。",
    ],
)
def test_what_is_written_out_is_enough(content: str) -> None:
    assert state(content) == "ok"


@pytest.mark.parametrize("content", [
        "下一阶段，我站将提高站位，凝聚合力，以更足的干劲、更实的举措，奋力开创渡运事业新局面。",
        "再接再厉，真抓实干，为全镇经济社会发展作出新的更大的贡献！",
        "工作中还有不足，主要表现在以下方面：", "对照检查，主要有三点:",
        "", "无。", "暂无", "（略）", "待补充……", "××", "——", "略；", "/",
        "尚未确定。", "（空）", "正在整理中", "详见附件。", "N/A", "tbd", "None.",
    ],
)  # fmt: skip
def test_nothing_and_words_for_nothing_are_empty(content: str) -> None:
    assert state(content) == "empty"


@pytest.mark.parametrize(
    "content",
    [
        "（此处补充）",
        "此处补充本单位的不足",
        "（请在此处填写存在的问题）",
        "【后续补充】",
        "（这里写不足）",
        "（请补充本单位的不足）",
        "另行填报。",
    ],
)
def test_a_prompt_that_nobody_followed_is_empty(content: str) -> None:
    assert state(content) == "empty"


@pytest.mark.parametrize("content", ["窗口少。", "排队长，台账乱。", "不多。"])
def test_less_than_the_rules_ask_is_thin(content: str) -> None:
    assert state(content) == "thin"
    assert state(content, least=0) == "ok"


def test_a_section_that_is_absent_is_empty() -> None:
    assert state("", report="清风镇上半年工作总结\n一、工作情况\n办结事项九件。{}") == "empty"


JUDGED = """清风镇2024年上半年意识形态工作总结
一、组织领导
镇党委书记任组长，班子成员分工负责，每季度听取一次汇报并列入年度考核。
二、理论学习
党员干部每月集中学习一次，全年举办党课十二场，撰写心得八十六篇。
三、舆论引导
公众号推送图文六十篇，县电视台播出专题三期，误传当天即公开澄清。
四、存在的问题
{shortcomings}
五、下一步打算
{plans}
"""
"""A report on the five sections that the shipped ruleset requires."""


@pytest.mark.parametrize(
    ("shortcomings", "plans", "expected"),
    [
        (
            "通讯员队伍人手不足，部分村的学习台账补记较多，网格内的舆情上报还不够及时，需要认真改进。",
            "下半年组建通讯员队伍，每月抽查一次学习台账，建立舆情日报制度，年底前逐村验收并通报结果。",
            ("ok", "ok"),
        ),
        ("无。", "略", ("empty", "empty")),
        (
            "人手不足。",
            "下半年组建通讯员队伍，每月抽查一次台账，建立舆情日报制度，年底逐村验收。",
            ("thin", "ok"),
        ),
    ],
)
def test_json_tells_the_substance_of_each_section(
    tmp_path: Path, shortcomings: str, plans: str, expected: tuple[str, str]
) -> None:
    path = tmp_path / "总结.txt"
    path.write_text(JUDGED.format(shortcomings=shortcomings, plans=plans), encoding="utf-8")
    arguments = ["check", str(path), "--isolated", "--output-format", "json", "--exit-zero"]
    value = json.loads(call(*arguments).stdout)
    rows = {row["section"]: row for row in value["files"][0]["parts"][0]["sections"]}
    assert (rows["shortcomings"]["substance"], rows["next_steps"]["substance"]) == expected
    assert {rows["shortcomings"]["state"], rows["next_steps"]["state"]} == {"heading"}
    assert rows["leadership"]["substance"] == "ok"


SIGNED = "石渡镇文化站2026年上半年工作总结\n上半年办展{}场。\n一、工作情况\n办展九场，观众二百人。\n二、存在问题\n{}"


@pytest.mark.parametrize("signature", ["石渡镇文化站\n2026年7月3日", "中共石渡镇委员会\n2026年7月3日"])
@pytest.mark.parametrize(
    ("content", "expected"), [("略", "empty"), ("（待补充）", "empty"), ("窗口排队时间仍然较长。", "ok")]
)
def test_unit_and_date_below_the_last_section_are_none_of_its_text(
    signature: str, content: str, expected: str
) -> None:
    assert state(f"{content}\n{signature}", SIGNED.replace("{}", "3", 1)) == expected


def test_what_stands_right_below_a_heading_is_no_name_above_a_date() -> None:
    case = with_sections(draft(SIGNED.format(3, "增设窗口\n石渡镇文化站\n2026年7月3日")), problems="问题")
    (body,) = case.presences[0]["problems"].body
    assert case.document.text[slice(*body)].strip() == "增设窗口"


def test_a_heading_that_is_a_sentence_is_text_of_its_section() -> None:
    plain, sentence = "二、存在问题\n{}", "二、排队时间长的问题仍然突出，需要增设窗口。\n{}"
    report = SIGNED.replace("{}", "3", 1)
    assert state("石渡镇文化站\n2026年7月3日", report.replace(plain, sentence)) == "ok"
    assert state("石渡镇文化站\n2026年7月3日", report) == "empty"
