"""The words of an assistant lie outside the report that it wrote."""

import pytest

from linter.checks import residue
from tests.support.drafts import draft, with_sections
from tests.support.words import options

REPORT = "云溪镇2024年工作总结\n一、主要工作\n疏浚河道12处。\n二、下一步打算\n继续推进改造。"
FIND = residue.build(options(residue, kind="chat"))


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        ("", ""),
        ("好的，以下是为您撰写的总结：\n", ""),
        ("", "\n如需补充不足之处，请告诉我。"),
        ("当然可以！下面是一份总结：\n", "\n希望对您有帮助！\n您可以根据实际情况修改内容。"),
    ],
)
def test_a_report_begins_and_ends_with_its_own_words(before: str, behind: str) -> None:
    case = draft(before + REPORT + behind)
    assert [case.document.text[part.start : part.end] for part in case.parts] == [REPORT]


AMID = [
    "希望对您有帮助！",
    "如需进一步修改，请告诉我。",
    "好的，以下是为您生成的工作总结：",
    "如果您需要更详细的内容，我可以继续为您完善。",
    "作为一个人工智能语言模型，我无法获取贵单位的数据。",
    "（注：本方案为AI生成，仅供参考）",
    "如果您想要更简洁的版本，我可以继续为您压缩。",
    "以上内容仅供参考，您可以根据实际情况进行调整。",
    "（注：以上数据为示例，请替换为真实数据）",
    "以上是一篇工作总结的范文。",
    "以上仅为一个基本模板，使用时应根据具体情况调整。",
    "您看这样写可以吗？",
    "由于我无法直接获取贵单位的实时数据，文中留有空白。",
    "由于我无法联网，以上数据均为示例。",
    "以上数据均为虚构，请核实后使用。",
    "已深度思考（用时12秒）",
    "重新生成 复制",
    "I hope this helps!",
    "Let me know if you need any changes.",
]
OWN = [
    "如需进一步了解办事流程，请拨打热线。",
    "宣传片由人工智能辅助生成，节约经费八万元。",
    "老党员说：“希望对您有帮助！”",
    "如需调整请告知我镇办公室。",
    "以下是各村任务完成情况：",
    "注：以上数据来自村台账，与上年口径一致。",
    "如果村民需要修改材料，我们会继续帮助补充。",
    "思考过程要写清楚。",
    "因我无法查看现场，委托副站长前往。",
    "以上数据均为模拟计算结果，误差在3%以内。",
    "以上仅为部分村的统计，其余月底补齐。",
    "上线作为人工智能助手的“小云”。",
]


@pytest.mark.parametrize(("line", "found"), [(line, 0) for line in OWN] + [(line, 1) for line in AMID])
def test_what_only_an_assistant_says_is_found_amid_the_report(line: str, found: int) -> None:
    text = REPORT.replace("\n二、", f"\n{line}\n二、")
    assert len(list(FIND(draft(text)))) == found


def test_a_letter_says_to_its_readers_what_an_assistant_says() -> None:
    letter = "致居民的信\n各位居民：\n您好！\n如果您需要调整预约，我可以为您重新安排。\n希望对您有帮助。"
    assert list(FIND(draft(letter))) == []


def test_a_letter_in_english_is_signed_behind_what_its_author_asks() -> None:
    letter = "Dear Ms Marl,\nThank you for the nets. Let me know if the post is late.\nYours,\nTolly Penn"
    assert list(FIND(draft(letter))) == []
    assert (
        len(list(FIND(draft("Dear Ms Marl,\nThank you for the nets.\n\nLet me know if this is too long."))))
        == 1
    )


def test_what_an_assistant_offers_is_no_section_of_the_report() -> None:
    case = with_sections(draft(f"{REPORT}\n如需补充存在问题，请告诉我。"), shortcomings="存在问题")
    assert case.presences[0]["shortcomings"].state == "absent"


def test_a_paragraph_of_the_report_stays_in_it_whatever_an_assistant_says_behind_it() -> None:
    own = "一是每季度开展一次巡河，发现问题当场处理；二是十月底前把三座老闸门换完，费用列入年初预算。"
    said = "希望以上内容对您有帮助！"
    case = draft(f"{REPORT}\n{own}{said}")
    text = case.document.text
    assert [text[part.start : part.end] for part in case.parts] == [f"{REPORT}\n{own}{said}"]
    assert [text[match.start : match.end] for match in FIND(case)] == [said]


def test_a_remark_above_the_signature_is_the_authors() -> None:
    signed = f"{REPORT}\n如需进一步了解，请告诉我。\n云溪镇人民政府\n2024年12月20日"
    case = draft(signed)
    assert [case.document.text[part.start : part.end] for part in case.parts] == [signed]


def test_a_file_of_an_assistants_words_alone_is_judged_all_the_same() -> None:
    assert len(draft("好的，以下是总结：").parts) == 1
