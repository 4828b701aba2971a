"""The chapters of a report: what is one, what it is called by, what it says."""

import math

import pytest

from linter.structure.chapters import chapters, naming, treating
from tests.support.drafts import draft


def called(text: str) -> list[str]:
    """What the chapters of a report are called by."""
    case = draft(text)
    return [case.document.text[each.start : each.end] for each in chapters(case.document, case.parts[0])]


# --- no chapter ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "lines",
    [
        "二〇二四年，渡口所坚持安全第一，全年平稳，现将情况总结如下。",
        "报送单位：青石湾渡口管理所\n报送时间：2024年12月",
        "编号：青渡〔2024〕7号",
    ],
    ids=["opening", "form", "number"],
)
def test_what_stands_before_the_first_heading_is_none(lines: str) -> None:
    text = f"青石湾渡口管理所工作总结\n{lines}\n一、渡船检修\n检修渡船四艘。\n二、渡工培训\n培训渡工九人。\n"
    assert called(text) == ["渡船检修", "渡工培训"]


def test_a_heading_with_nothing_below_it_is_none() -> None:
    text = (
        "青石湾渡口管理所工作总结\n一、渡船检修\n检修渡船四艘。\n二、渡工培训\n三、来年打算\n添置救生衣。\n"
    )
    assert called(text) == ["渡船检修", "来年打算"]


def test_nor_is_the_signature() -> None:
    text = "青石湾渡口管理所工作总结\n一、渡船检修\n检修渡船四艘。\n二、渡工培训\n培训渡工九人。\n青石湾渡口管理所\n2024年12月3日\n"
    assert called(text) == ["渡船检修", "渡工培训"]


# --- chapters -----------------------------------------------------------------------------------------


def test_a_heading_has_all_that_stands_below_it() -> None:
    case = draft(
        "青石湾渡口管理所工作总结\n一、渡船检修\n检修渡船四艘。\n更换缆绳六根。\n二、渡工培训\n培训渡工九人。\n"
    )
    first, second = chapters(case.document, case.parts[0])
    assert case.document.text[first.body : first.body_end].strip() == "检修渡船四艘。\n更换缆绳六根。"
    assert (first.place, second.place) == (0.25, 0.75)


def test_a_paragraph_behind_headings_that_open_theirs_stands_for_itself() -> None:
    text = (
        "青石湾渡口管理所工作总结\n"
        "渡船检修抓得紧。全年检修渡船四艘，更换缆绳六根，给每艘船都配齐了救生圈。\n"
        "渡工培训抓得实。全年培训渡工九人，考核合格九人，还到下游的渡口去看了一天。\n"
        "旅客服务抓得细。候船亭添了长椅和热水，雨天给过河的学生备了雨伞和雨衣。\n"
        "也要看到，夜里的灯光不够亮，汛期停航的消息送得不够早，旅客有意见。\n"
    )
    assert called(text) == ["渡船检修抓得紧", "渡工培训抓得实", "旅客服务抓得细", "也要看到"]


def test_a_report_without_headings_is_its_paragraphs() -> None:
    text = (
        "Ferry report\n"
        "Money. We spent 4,100 on ropes, and 900 on paint, which is more than last year but less than planned.\n"
        "Boats, all four of them, were overhauled in spring and have been running ever since without a fault.\n"
    )
    assert called(text) == ["Money", "Boats"]


def test_below_a_heading_that_holds_much_of_the_report_its_sub_headings_are() -> None:
    text = (
        "青石湾渡口管理所工作总结\n一、工作情况\n（一）渡船检修\n检修渡船四艘，更换缆绳六根，油漆一遍。\n"
        "（二）渡工培训\n培训渡工九人，全部合格，换发了证件。\n二、来年打算\n添置救生衣。\n"
    )
    assert called(text) == ["渡船检修", "渡工培训", "来年打算"]


# --- their n-grams ------------------------------------------------------------------------------------


def test_names_and_texts_are_told_by_characters_stems_and_what_figures_stand_by() -> None:
    case = draft("Ferry report\n1. Ropes installed\n绳索12根，用时14:05，花费3万元。Installing took long.\n")
    (chapter,) = chapters(case.document, case.parts[0])
    named, treated = naming(case.document, chapter), treating(case.document, chapter)
    assert set(named) == {"ropes", "insta"}
    assert {"绳索", "绳", "insta", "#0根", "#0:0", "#0万元"} <= set(treated)
    assert treated["insta"] > treated["ropes"]
    assert math.isclose(sum(value**2 for value in treated.values()), 1)
