"""The check `author`: what is of one unit, or of two that have to do with each other, first."""

from __future__ import annotations

import pytest

from linter.checks import author
from tests.support.drafts import draft
from tests.support.words import options

DONE = "全年打井26眼，修渠9公里，抗旱浇地3万亩，早稻收成与往年持平，秋播按时完成。\n抽水机具按村分配，随坏随修，没有误了农时。"


def found(look_for: str, text: str) -> list[str]:
    find = author.build(options(author, look_for=look_for))
    return [text[match.start : match.end] for match in find(draft(text))]


def report(title: str, body: str, *signed: str) -> str:
    return "\n".join([title, body, *signed, "2025年12月3日"])


@pytest.mark.parametrize(
    "text",
    [
        report("青砚县水务局2025年抗旱工作总结", DONE, "青砚县水务局"),
        report("青砚县水务局2025年抗旱工作总结", DONE, "青砚县水务局抗旱办公室"),
        report("青砚县水务局2025年抗旱工作总结", DONE, "青砚县水务局", "禾渡县水务局"),
        report("青砚县水务局2025年抗旱工作总结", DONE, "青砚县农业局"),
        report("青砚县水务局2025年抗旱工作总结", DONE, "禾渡镇人民政府"),
        report("青砚县柳湾镇2025年抗旱工作总结", DONE, "柳湾镇人民政府"),
        report("柳湾镇2025年抗旱工作总结", DONE, "青砚县柳湾镇人民政府"),
        report("全县2025年抗旱工作总结", DONE, "青砚县水务局"),
        report("2025年抗旱工作总结", DONE, "青砚县水务局"),
        report("青砚县水务局2025年抗旱工作总结", DONE),
        report("柳湾镇2025年抗旱工作总结", DONE, "石渡镇人民政府"),
        report("2025年文明城市工作总结", f"文明城市年年测评。{DONE}", "青砚市人民政府"),
        report("智慧社区2025年工作总结", f"智慧社区平台上线。{DONE}", "东湖社区居委会"),
        report("2025年农村社区工作总结", f"农村社区都通了水。{DONE}", "东湖社区居民委员会"),
        report("2025年平安县工作总结", f"争创平安县。{DONE}", "青砚县人民政府"),
        report("双拥模范县2025年工作总结", f"争创双拥模范县。{DONE}", "青砚县人民政府"),
        report("扶贫联系村2025年工作总结", f"扶贫联系村通了水。{DONE}", "柳湾村村民委员会"),
        report("2025年公立医院工作总结", f"公立医院控费。{DONE}", "青砚医院"),
        report("2025年中心小学工作总结", f"中心小学修了操场。{DONE}", "柳湾小学"),
        report("2025年示范幼儿园工作总结", f"争创示范幼儿园。{DONE}", "柳湾幼儿园"),
        report("高新区2025年工作总结", f"高新区修渠。{DONE}", "青砚区人民政府"),
        report("城关镇2025年工作总结", f"城关镇修渠。{DONE}", "石渡镇人民政府"),
        report(
            "柳湾镇2025年抗旱工作总结", f"柳湾镇{DONE}\n石渡镇2025年抗旱工作总结\n{DONE}", "石渡镇人民政府"
        ),
        report("柳湾镇2025年抗旱工作总结", f"柳湾镇{DONE}", "中共柳湾镇委员会"),
        report("中共柳湾镇委员会2025年抗旱工作总结", DONE, "柳湾镇委员会"),
        report("柳湾镇2025年抗旱工作总结", f"柳湾镇{DONE}", "青砚县人民政府"),
        report("青砚县水务局2025年抗旱工作总结", DONE, "禾渡县农业局"),
        report("青砚县　水务局2025年抗旱工作总结", DONE, "禾渡县水务局"),
        report("5G社区2025年工作总结", f"5G社区基站全开通。{DONE}", "东湖社区居民委员会"),
    ],
)
def test_a_unit_that_may_sign_is_left_alone(text: str) -> None:
    assert found("signature", text) == []


@pytest.mark.parametrize(
    ("title", "signed"),
    [
        ("青砚县水务局2025年抗旱工作总结", "禾渡县水务局"),
        ("关于青砚县水务局2025年抗旱工作的总结", "禾渡县水务局"),
        ("柳湾镇2025年抗旱工作总结", "石渡镇人民政府"),
        ("2025年柳湾中学工作总结", "石渡中学"),
        ("青砚湖镇2025年抗旱工作总结", "石渡口镇人民政府"),
        ("乌兰青砚镇2025年抗旱工作总结", "石渡镇人民政府"),
        ("柳湾镇2025年抗旱工作总结", "　　　　石渡镇人民政府"),
        ("柳湾社区2025年抗旱工作总结", "石渡社区居民委员会"),
    ],
)
def test_a_like_unit_of_another_place_is_found(title: str, signed: str) -> None:
    head = title.removeprefix("2025年").partition("2025")[0].partition("工作")[0]
    assert found("signature", report(title, f"{head}{DONE}", signed)) == [signed.strip()]


def test_one_that_the_text_tells_of_is_found_under_it() -> None:
    body = f"柳湾镇{DONE}\n石渡镇派来6人支援。"
    assert found("signature", report("柳湾镇2025年抗旱工作总结", body, "石渡镇人民政府")) == [
        "石渡镇人民政府"
    ]


def pair(second: str) -> str:
    one = report("柳湾村2025年抗旱工作总结", f"柳湾村{DONE}", "柳湾村村民委员会")
    return one + "\n" + report("石渡村2025年抗旱工作总结", f"{second}\n{DONE}", "石渡村村民委员会")


@pytest.mark.parametrize(
    "second",
    [
        "石渡村打井12眼。",
        "柳湾村的抽水机借来用了12天。",
        "柳湾村和石渡村共用的干渠清淤3公里。",
        "柳湾村派出6人协助我村清淤。",
        "柳湾村打井12眼，石渡村全程观摩。",
        "柳湾镇打井12眼。",
        "松坪村打井12眼。",
        "干渠由柳湾村清淤。",
    ],
)
def test_what_another_unit_has_to_do_with_the_report_is_left_alone(second: str) -> None:
    assert found("other", pair(second)) == []


def test_a_town_tells_of_a_village_that_reports_in_the_same_file() -> None:
    one = report("柳湾村2025年抗旱工作总结", f"柳湾村{DONE}", "柳湾村村民委员会")
    town = report("石渡镇2025年抗旱工作总结", f"柳湾村打井12眼。\n{DONE}", "石渡镇人民政府")
    assert found("other", f"{one}\n{town}") == []


def test_a_paragraph_that_begins_with_the_unit_of_another_report_is_found() -> None:
    assert found("other", pair("柳湾村打井12眼，清淤3公里。")) == ["柳湾村"]


def test_a_file_of_one_report_names_whom_it_likes() -> None:
    text = report("石渡村2025年抗旱工作总结", f"柳湾村打井12眼。\n{DONE}", "石渡村村民委员会")
    assert found("other", text) == []


def clinic(paragraph: str) -> str:
    body = f"柳湾乡卫生院服务村民1.9万人。{DONE}\n{paragraph}\n{DONE}"
    return report("柳湾乡卫生院2025年工作总结", body, "柳湾乡卫生院")


@pytest.mark.parametrize(
    "paragraph",
    [
        "柳湾乡卫生院培训12次。",
        "石渡镇卫生院与我院联合培训12次。",
        "石渡镇卫生院的做法值得学习，共12条。",
        "石渡镇卫生院作为试点，培训12次。",
        "石渡镇卫生院12人来院交流。",
        "各乡镇卫生院培训12次。",
        "全县乡镇卫生院培训12次。",
        "石渡镇卫生院培训有序。",
        "石渡县卫生院培训12次。",
        "石渡镇水管所清淤12公里。",
        "石渡镇卫生院培训12次。\n松坪乡卫生院培训9次。",
        "石渡镇卫生院培训12次。\n村民到石渡镇卫生院体检90人。",
        "周边乡卫生院培训12次。",
        "中心镇卫生院培训12次。",
        "青砚县乡镇卫生院培训12次。",
        "3月底镇卫生院培训12次。",
        "去年，石渡镇卫生院培训12次。",
    ],
)
def test_a_unit_elsewhere_may_be_told_of(paragraph: str) -> None:
    assert found("other", clinic(paragraph)) == []


@pytest.mark.parametrize("unit", ["石渡乡卫生院", "石渡镇卫生院", "松坪街道卫生院"])
def test_a_like_unit_that_reports_its_own_work_is_left_over(unit: str) -> None:
    assert found("other", clinic(f"{unit}全年培训12次，考核合格率98%。")) == [unit]


def test_a_like_unit_at_the_head_of_a_sentence_is_left_over() -> None:
    assert found("other", clinic("下乡义诊。石渡乡卫生院全年培训12次。")) == ["石渡乡卫生院"]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("石渡镇党委高度重视，专题研究抗旱。", ["石渡镇"]),
        ("石渡镇打井12眼。", []),
        ("石渡镇党委赠我镇水泵12台。", []),
        ("石渡镇党委、松坪镇党委观摩。", []),
        ("今年抗旱工作由乡党委统一指挥。", []),
    ],
)
def test_of_a_town_an_organ_must_be_named(said: str, expected: list[str]) -> None:
    text = report("柳湾镇2025年抗旱工作总结", f"柳湾镇{DONE}\n{said}\n{DONE}", "柳湾镇人民政府")
    assert found("other", text) == expected


@pytest.mark.parametrize("signed", ["石渡镇卫生院　2025年12月3日", ""])
def test_what_stands_under_the_text_is_none_of_it(signed: str) -> None:
    text = f"柳湾乡卫生院2025年工作总结\n柳湾乡卫生院服务村民1.9万人。{DONE}\n{signed}"
    assert found("other", text) == []


def test_a_word_in_the_title_that_the_text_does_not_name_is_no_unit() -> None:
    text = report("支教小学2025年工作总结", f"{DONE}\n石渡小学办班12期。", "青砚县教育局")
    assert found("other", text) == []


def test_a_school_elsewhere_that_reports_its_own_work_is_left_over() -> None:
    text = report("柳湾小学2025年工作总结", f"柳湾小学有学生600人。{DONE}\n石渡小学办班12期。", "柳湾小学")
    assert found("other", text) == ["石渡小学"]


BODY = "今年走访农户320户，清淤水渠6公里，没有发生责任事故。\n"


@pytest.mark.parametrize(
    "text",
    [
        f"青槐镇2025年工作总结\n{BODY}我镇要继续抓好清淤，不留死角。\n青槐镇人民政府\n2025年12月3日",
        f"2025年度述职报告\n骨外科护士长　周渡\n{BODY}明年，我科要坚持每周查房两次，我院全体职工都要参加。\n周渡\n2025年12月30日",
        f"2025年度述职报告\n骨外科护士长　周渡\n{BODY}我从神经外科调来，我负责急诊科已经三年，我在检验科学习。\n周渡\n2025年12月30日",
        f"关于柳湾村饮水问题的调查报告\n{BODY}柳湾村的村民普遍反映水压不足，两个村都希望早日通水。石渡村的水源较好。\n柳湾村村民委员会\n2025年12月3日",
        f"青槐镇卫生院整改报告\n{BODY}全镇群众普遍反映看病方便，有的村民纷纷表示满意。\n青槐镇卫生院\n2025年12月3日",
        f"督查反馈问题整改报告\n{BODY}我院的工作离群众的要求还有差距，青槐镇卫生院的工作离上级要求还有差距。\n青槐镇卫生院\n2025年12月3日",
        f"青槐镇2025年工作总结\n{BODY}我县水务局要求加快进度，我省水利厅积极支持，我市要建水库。\n青槐镇人民政府\n2025年12月3日",
        f"县水务局2025年督查情况报告\n{BODY}石渡镇的群众普遍反映水压不足，松坪镇的群众都希望改造管网。\n县水务局\n2025年12月3日",
        f"青槐镇2025年学习考察报告\n{BODY}与石渡镇相比，石渡镇的群众普遍反映环境好。\n青槐镇人民政府\n2025年12月3日",
        f"青槐镇信访情况\n{BODY}我来到派出所要材料，我去卫生院要药。\n青槐镇人民政府\n2025年12月3日",
        f"全县各街道2025年工作总结\n{BODY}石渡街道的居民普遍反映停车方便。\n青槐县民政局\n2025年12月3日",
        f"2025年乡镇敬老院工作总结\n{BODY}石渡镇的老人都反映饭菜可口。\n青槐县民政局\n2025年12月3日",
    ],
)
def test_units_that_are_not_spoken_for_are_left_alone(text: str) -> None:
    assert found("other", text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            f"青槐镇2025年工作总结\n{BODY}我石渡镇要继续抓好清淤，不留死角。\n青槐镇人民政府\n2025年12月3日",
            "石渡镇",
        ),
        (
            f"2025年度述职报告\n骨外科护士长　周渡\n{BODY}明年，我神经外科坚持每周查房两次，把病人照顾好。\n周渡\n2025年12月30日",
            "神经外科",
        ),
        (
            f"关于柳湾村饮水问题的调查报告\n{BODY}石渡村的村民普遍反映水压不足，早晚接不上水。\n柳湾村村民委员会\n2025年12月3日",
            "石渡村",
        ),
        (
            f"督查反馈问题整改报告\n{BODY}但是石渡镇卫生院的工作离群众的要求还有差距。\n青槐镇卫生院\n2025年12月3日",
            "石渡镇卫生院",
        ),
        (f"2025年工作总结\n{BODY}我石渡支行全体员工加班加点。\n柳湾支行\n2025年12月3日", "石渡支行"),
        (
            f"青槐社区2025年工作总结\n{BODY}石渡社区将继续努力，为居民服务。\n青槐社区居民委员会\n2025年12月3日",
            "石渡社区",
        ),
        (
            f"青槐县税务局2025年工作总结\n{BODY}明年，石渡县税务局将继续抓好征管。\n青槐县税务局\n2025年12月3日",
            "石渡县税务局",
        ),
        (
            f"青槐镇2025年工作总结\n{BODY}我们石渡镇的工作还有不足。\n青槐镇人民政府\n2025年12月3日",
            "石渡镇",
        ),
    ],
)
def test_another_unit_spoken_for_as_ones_own_is_found(text: str, expected: str) -> None:
    assert found("other", text) == [expected]
