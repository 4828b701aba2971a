"""Whether a report has a section: headings by their words, running text by its sentences."""

from __future__ import annotations

import pytest

from linter.engine.choice import Choice
from linter.engine.selection import RulesetSelector, Selection
from linter.model.message import Message
from linter.model.outline import Presence
from linter.model.rules import SectionTerms
from linter.structure.evidence import weigh
from linter.structure.section_terms import Vocabulary
from linter.structure.sections import presences
from tests.support.drafts import document
from tests.support.words import outline

TITLE = "桃源谷医院2024年上半年意识形态工作总结"
FILLER = [
    "一、便民服务",
    "门诊新设轮椅借还点四处，候诊区加装饮水机六台，停车场增划车位九十个。",
    "二、院区改造",
    "住院楼外墙翻新，电梯更换两部，食堂重新装修并延长供餐时间。",
    "三、文体活动",
    "举办职工篮球赛和摄影展，参加者三百余人，评出优秀作品二十幅。",
]


@pytest.fixture(scope="module")
def known() -> Vocabulary:
    """The vocabulary of the shipped ruleset, compiled as a run compiles it."""
    selector = RulesetSelector(Selection(("ideology-work-report",)))
    return selector.prepared(Choice(("ideology-work-report",))).vocabulary


def find(known: Vocabulary, *lines: str) -> dict[str, Presence]:
    source = document("\n".join(lines))
    (part,) = outline(source)
    return presences(source, part, known)


def state(known: Vocabulary, section: str, *lines: str) -> str:
    return find(known, TITLE, *lines)[section].state


# --- must stay silent: a passing mention is not a section -----------------------------------------------


@pytest.mark.parametrize(
    ("section", "lines"),
    [
        ("study", ["四、下半年打算", "分层次组织理论学习，请市委党校教师授课两次，年底前测试一遍。"]),
        ("study", ["认真落实《关于加强理论学习中心组学习的意见》，门诊秩序明显好转。"]),
        ("opinion", ["四、下半年打算", "公众号每周推送两期，短视频增加到二十条，培养网评员三名。"]),
        ("opinion", ["四、存在不足", "公众号推送不及时，短视频质量不高，舆情回应偏慢，网评员只有一人。"]),
        ("leadership", ["四、下半年打算", "成立领导小组，书记任组长，签订责任书，每季度专题研究一次。"]),
        ("shortcomings", ["护理部协调解决职工子女入学问题十一件，化解停车难题，群众反映的困难全部办结。"]),
        ("shortcomings", ["针对困难职工开展走访慰问四十六户，发放慰问金两万元，送去米面油等物资。"]),
        ("shortcomings", ["四、下半年打算", "对照清单补齐短板，把停车场二期建完，让职工和患者都方便。"]),
        ("next_steps", ["四、年度计划完成情况", "停车场一期按期交付，地面划线和照明全部完成，运行平稳。"]),
        ("next_steps", ["四、围绕中心，完成重点任务", "停车场一期按期交付，地面划线和照明全部完成。"]),
        ("leadership", ["四、加强组织领导的打算", "请各科把分工重新排一遍，月底张榜。"]),
        ("study", ["四、下步打算和理论学习中存在的问题", "笔记抄写的多，联系岗位的少。"]),
        ("opinion", ["四、切断传播途径", "门诊分区候诊，通风消毒每日三次，院内没有一例感染。"]),
        ("shortcomings", ["四、解决职工反映的问题", "食堂延长供餐，班车增开两趟，宿舍装上热水器。"]),
        ("shortcomings", ["四、整改发现的问题", "食堂延长供餐，班车增开两趟，宿舍装上热水器。"]),
        ("shortcomings", ["四、检查发现的问题整改情况", "食堂延长供餐，班车增开两趟，宿舍装上热水器。"]),
    ],
)
def test_a_passing_mention_is_absent(known: Vocabulary, section: str, lines: list[str]) -> None:
    assert state(known, section, *FILLER, *lines) == "absent"


@pytest.mark.parametrize("section", ["shortcomings", "next_steps"])
@pytest.mark.parametrize(
    "line",
    [
        "根据会议安排，下面将我院上半年工作情况、存在的问题和下半年工作打算作一简要汇报。",
        "现将有关情况、存在问题及下一步打算报告如下：",
        "下面，我就半年来的工作、存在的不足和下步计划作以下汇报。",
    ],
)
@pytest.mark.parametrize("again", [[], [TITLE]])
def test_what_the_opening_announces_is_not_yet_said(
    known: Vocabulary, section: str, line: str, again: list[str]
) -> None:
    assert state(known, section, *again, line, *FILLER[:2]) == "absent"


def test_words_in_the_title_are_no_section(known: Vocabulary) -> None:
    found = find(known, "桃源谷医院上半年理论学习和新闻宣传工作总结", *FILLER)
    assert {found[section].state for section in ("study", "opinion")} == {"absent"}


# --- headings -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("section", "heading"),
    [
        ("leadership", "四、加强组织领导"),
        ("leadership", "四、把责任田种好，让担子有人挑"),
        ("leadership", "（四）落实主体责任。院党委全年听取汇报四次，逐项督办。"),
        ("study", "四、强化理论武装"),
        ("study", "四、以学铸魂强根基"),
        ("study", "一是抓学习，明方向。各支部每月集中一次，先读后议，记录存档。"),
        ("opinion", "四、做好舆论引导"),
        ("opinion", "四、唱响主旋律，讲好身边事"),
        ("shortcomings", "四、存在的问题"),
        ("shortcomings", "四、清醒看到几点不足"),
        ("shortcomings", "四、有待改进之处"),
        ("shortcomings", "四、自查发现的主要问题"),
        ("shortcomings", "四、发现的问题和改进措施"),
        ("shortcomings", "四、发现的问题（分条列出）"),
        ("shortcomings", "四、梳理出的困难，共三条"),
        ("next_steps", "四、下一步工作打算"),
        ("next_steps", "四、下半年怎么干"),
        ("next_steps", "四、今后努力方向"),
    ],
)
def test_a_heading_is_known_by_the_words_in_it(known: Vocabulary, section: str, heading: str) -> None:
    body = "各科室按照分工逐项落实，台账齐全，半年检查三次，结果张榜公布，职工评议满意。"
    assert state(known, section, *FILLER, heading, body) == "heading"


def test_a_merged_heading_counts_for_each(known: Vocabulary) -> None:
    found = find(
        known, TITLE, *FILLER, "四、存在问题及下一步打算", "人手偏紧，九月起增设夜间门诊，方便上班族就医。"
    )
    assert found["shortcomings"].state == found["next_steps"].state == "heading"


def test_words_beside_the_noun_count_as_before(known: Vocabulary) -> None:
    found = find(known, TITLE, *FILLER, "四、理论学习和存在的问题", "集中学习五次，人手偏紧，记录补得多。")
    assert found["study"].state == found["shortcomings"].state == "heading"


def test_a_weak_word_needs_text_that_bears_it_out(known: Vocabulary) -> None:
    heading = "四、几道难题"
    about = "夜班人手不够，病历补记不及时，两个科室的台账还有缺口。"
    assert state(known, "shortcomings", *FILLER, heading, about) == "heading"
    assert (
        state(known, "shortcomings", *FILLER, heading, "竞赛出题三道，职工当场作答，九人全部答对。")
        == "absent"
    )


# --- running text ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("section", "paragraph"),
    [
        (
            "leadership",
            "年初成立领导小组，书记任组长，班子成员分工负责，与各科签订责任书，每季度专题研究一次。",
        ),
        ("study", "中心组集体研讨五次，各支部开展主题党日，人均撰写心得体会两篇，专题测试全部合格。"),
        ("opinion", "公众号推送图文九十篇，市电视台播出专题三期，两次网上误传均在当天公开澄清。"),
        ("shortcomings", "工作虽有进展，但也存在一些不足，主要是基层力量薄弱，方法比较单一。"),
        ("shortcomings", "回头看，也有几件事没有做好：活动室迟迟未建成，科室之间交流偏少。"),
        ("shortcomings", "与上级的要求相比，我们的工作还有不小的差距，宣传手段不新。"),
        ("next_steps", "下半年，我院将把夜间门诊延长到二十二时，并为每个病区配一名导诊员。"),
        ("next_steps", "今后，支部将每月走访一次外包人员，把他们纳入日常教育管理。"),
    ],
)
def test_running_text_without_a_heading(known: Vocabulary, section: str, paragraph: str) -> None:
    assert state(known, section, *FILLER, paragraph) == "body"


def test_the_paragraph_that_holds_both(known: Vocabulary) -> None:
    closing = "工作仍存在力量不足、方法单一等问题。下半年，我院将增配专职人员，办好网上课堂。"
    found = find(known, TITLE, *FILLER, closing)
    assert found["shortcomings"].state == found["next_steps"].state == "body"


def test_a_whole_report_in_one_paragraph(known: Vocabulary) -> None:
    found = find(
        known,
        TITLE,
        "上半年，书记任领导小组组长，每季度专题研究一次；中心组集体研讨五次，撰写心得体会四十篇；"
        "公众号推送图文九十篇，电视台播出三期。工作仍存在力量不足等问题。下半年，我院将增配专职人员。",
    )
    assert {found[section].state for section in found if section != "situation"} == {"body"}


# --- a vocabulary of one's own --------------------------------------------------------------------------

OWN = Vocabulary(
    [
        SectionTerms(
            "money",
            Message("经费", "Money"),
            headings=("经费",),
            weak_headings=("账",),
            weak_cues=("预算", "支出"),
        ),
        SectionTerms("plan", Message("打算", "Plan"), headings=("打算",), cues=("^今后",), closing=True),
    ]
)


ENGLISH = Vocabulary(
    SectionTerms(word.lower(), Message(word, word), headings=(word,)) for word in ("Aim", "Action items")
)


@pytest.mark.parametrize(
    ("heading", "found"),
    [
        ("Aiming devices", []),
        ("What we claim", []),
        ("Maimed aims", []),
        ("Transaction items", []),
        ("Aim", ["aim"]),
        ("OUR AIM", ["aim"]),
        ("1. The Aim", ["aim"]),
        ("Action Items", ["action items"]),
        ("Aim, and action items (open)", ["aim", "action items"]),
        ("目标Aim", ["aim"]),
    ],
)
def test_latin_words_are_found_whole_and_whatever_their_capitals(heading: str, found: list[str]) -> None:
    places = find(ENGLISH, "# Report of the year", f"## {heading}", "We want to undo a release in an hour.")
    assert [name for name, place in places.items() if place.state == "heading"] == found


def test_evidence_says_why() -> None:
    source = document(
        "\n".join(
            (
                "年度总结",
                "一、经费使用",
                "全年支出十二万元，预算执行九成。",
                "二、记账方法",
                "报销单据一律扫描存档，凭证按月装订成册。",
                "三、打算",
                "明年预算从紧，支出逐笔审核。",
            )
        )
    )
    (part,) = outline(source)
    said = [(item.section, item.kind, item.verdict) for item in weigh(source, part, OWN)]
    assert said == [
        ("money", "heading", "counted"),
        ("money", "sentence", "counted"),
        ("money", "weak-heading", "unsupported"),
        ("plan", "heading", "counted"),
        ("money", "sentence", "plan"),
    ]


def test_the_quick_answer_is_the_thorough_one(known: Vocabulary) -> None:
    """`presences` skips what a heading settles; the states must not depend on it."""
    source = document(
        "\n".join((TITLE, *FILLER, "四、加强组织领导", FILLER[1], "今后，我院将办好夜间门诊。"))
    )
    (part,) = outline(source)
    quick = {item.section for item in weigh(source, part, known, thorough=False) if item.verdict == "counted"}
    thorough = {item.section for item in weigh(source, part, known) if item.verdict == "counted"}
    assert quick == thorough
