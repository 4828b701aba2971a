"""The words of an assistant lie outside the report that it wrote."""

import pytest

from tests.support.drafts import draft, with_sections

REPORT = "云溪镇2024年工作总结\n一、主要工作\n疏浚河道12处。\n二、下一步打算\n继续推进改造。"


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


def test_what_an_assistant_offers_is_no_section_of_the_report() -> None:
    case = with_sections(draft(f"{REPORT}\n如需补充存在问题，请告诉我。"), shortcomings="存在问题")
    assert case.presences[0]["shortcomings"].state == "absent"


def test_a_remark_above_the_signature_is_the_authors() -> None:
    signed = f"{REPORT}\n如需进一步了解，请告诉我。\n云溪镇人民政府\n2024年12月20日"
    case = draft(signed)
    assert [case.document.text[part.start : part.end] for part in case.parts] == [signed]


def test_a_file_of_an_assistants_words_alone_is_judged_all_the_same() -> None:
    assert len(draft("好的，以下是总结：").parts) == 1
