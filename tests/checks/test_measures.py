"""The checks `length`, `count` and `order`."""

from __future__ import annotations

from typing import Any

import pytest

from linter.checks import count, length, order
from linter.model.finding import Match
from linter.model.outline import Context
from tests.support.drafts import draft, with_sections

REPORT = """\
青禾镇便民中心上半年工作总结
一、工作情况
上半年受理事项320件，办结 318 件。群众满意度达到98%，比去年有所提高。
二、存在问题
人手偏紧。
三、下一步打算
年底前增设2个窗口。
"""
SECTIONS = {"situation": "工作情况", "problems": "存在问题", "plans": "下一步"}


def found(check: Any, case: Context, **options: Any) -> list[str]:
    return [text(case, match) for match in check.build(check.Options(**options))(case)]


def text(case: Context, match: Match) -> str:
    return case.document.text[match.start : match.end]


# --- length -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({"unit": "report", "min": 10}, []),
        ({"unit": "report", "max": 200}, []),
        ({"unit": "title", "max": 14}, []),
        ({"unit": "heading", "max": 5}, []),
        ({"unit": "sentence", "max": 17}, []),
        ({"unit": "paragraph", "min": 5}, []),
        ({"unit": "section", "section": "problems", "min": 5}, []),
        ({"unit": "section", "section": "absent", "min": 5}, []),
        ({"unit": "report", "min": 200}, ["青禾镇便民中心上半年工作总结"]),
        ({"unit": "report", "max": 50}, ["青禾镇便民中心上半年工作总结"]),
        ({"unit": "title", "max": 13}, ["青禾镇便民中心上半年工作总结"]),
        ({"unit": "heading", "max": 4}, ["下一步打算"]),
        ({"unit": "sentence", "max": 16}, ["群众满意度达到98%，比去年有所提高。"]),
        ({"unit": "sentence", "max": 4, "section": "problems"}, ["人手偏紧。"]),
        ({"unit": "paragraph", "min": 6}, ["人手偏紧。"]),
        ({"unit": "section", "section": "problems", "min": 6}, ["存在问题"]),
        ({"unit": "section", "section": "plans", "max": 9}, ["下一步打算"]),
    ],
)
def test_texts_too_long_or_too_short_are_found(options: dict[str, Any], expected: list[str]) -> None:
    case = with_sections(draft(REPORT), **SECTIONS, absent="经验")
    assert found(length, case, **options) == expected


def test_length_counts_as_word_does_and_says_how_much() -> None:
    case = draft("工作总结\n受理 12,580 件（WPS Office），完成。")
    [match] = length.build(length.Options(unit="paragraph", max=1))(case)
    assert match.values == {"chars": 12, "min": 0, "max": 1}


@pytest.mark.parametrize(
    ("options", "keys"),
    [
        ({"unit": "report", "min": 10, "max": 10}, []),
        ({"unit": "report"}, ["with"]),
        ({"unit": "report", "min": 11, "max": 10}, ["max"]),
        ({"unit": "section", "max": 10}, ["with"]),
    ],
)
def test_length_options_that_do_not_go_together(options: dict[str, Any], keys: list[str]) -> None:
    assert [key for key, _ in length.validate(length.Options(**options))] == keys


# --- count ------------------------------------------------------------------------------------

FIGURES = r"\d+(?:件|个)"


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({"patterns": (FIGURES,), "min": 2}, []),
        ({"patterns": (FIGURES,), "max": 2}, []),
        ({"patterns": (FIGURES,), "min": 1, "section": "absent"}, []),
        ({"patterns": (FIGURES,), "max": 0, "section": "problems"}, []),
        ({"patterns": (FIGURES,), "max": 1, "unless": ("320件",)}, []),
        ({"patterns": ("窗口",), "max": 0, "scope": "headings"}, []),
        ({"patterns": (FIGURES,), "min": 3}, ["青禾镇便民中心上半年工作总结"]),
        ({"patterns": (FIGURES,), "min": 1, "section": "problems"}, ["青禾镇便民中心上半年工作总结"]),
        ({"patterns": (FIGURES,), "min": 1, "scope": "headings"}, ["青禾镇便民中心上半年工作总结"]),
        ({"patterns": (FIGURES,), "max": 1}, ["2个"]),
        ({"patterns": (FIGURES, "群众"), "max": 0}, ["320件"]),
    ],
)
def test_what_stands_too_often_or_too_seldom_is_found(options: dict[str, Any], expected: list[str]) -> None:
    case = with_sections(draft(REPORT), **SECTIONS, absent="经验")
    assert found(count, case, **options) == expected


def test_count_says_how_many_and_where_the_others_are() -> None:
    case = draft(REPORT)
    [match] = count.build(count.Options((FIGURES,), max=1))(case)
    assert match.values == {"count": 2, "min": 0, "max": 1}
    assert [text(case, Match(*related[:2])) for related in match.related] == ["320件"]


@pytest.mark.parametrize(
    ("options", "keys"),
    [
        ({"patterns": ("x",), "max": 0}, []),
        ({"patterns": (), "max": 0}, ["patterns"]),
        ({"patterns": ("x",)}, ["with"]),
        ({"patterns": ("x",), "min": 3, "max": 2}, ["max"]),
    ],
)
def test_count_options_that_do_not_go_together(options: dict[str, Any], keys: list[str]) -> None:
    assert [key for key, _ in count.validate(count.Options(**options))] == keys


# --- order ------------------------------------------------------------------------------------


def report(*headings: str) -> str:
    numbered = zip("一二三四五", headings, strict=False)
    return "工作总结\n" + "".join(f"{number}、{heading}\n已经写明。\n" for number, heading in numbered)


@pytest.mark.parametrize(
    ("headings", "expected"),
    [
        (["工作情况", "存在问题", "下一步打算"], []),
        (["工作情况", "下一步打算"], []),
        (["工作情况", "经验体会", "存在问题"], []),
        (["工作情况", "存在问题及下一步打算"], []),
        (["工作情况", "下一步打算", "存在问题"], [("下一步打算", "after", "存在问题")]),
        (["存在问题", "工作情况", "下一步打算"], [("存在问题", "after", "工作情况")]),
        (["工作情况", "下一步打算", "存在问题", "其他下一步"], [("下一步打算", "after", "存在问题")]),
        (["下一步打算", "工作情况", "存在问题"], [("下一步打算", "after", "存在问题")]),
    ],
)
def test_sections_out_of_order_are_found(headings: list[str], expected: list[tuple[str, str, str]]) -> None:
    case = with_sections(draft(report(*headings)), **SECTIONS)
    matches = list(order.build(order.Options())(case))
    told = [(text(case, match), match.message.en) for match in matches if match.message]
    assert told == [(one, f'This section belongs {where} "{other}"') for one, where, other in expected]


def test_order_may_be_given() -> None:
    case = with_sections(draft(report("存在问题", "工作情况")), **SECTIONS)
    assert found(order, case, sections=("problems", "situation")) == []
    assert found(order, case, sections=("situation", "problems")) == ["存在问题"]


def test_a_section_without_a_heading_may_stand_anywhere() -> None:
    case = with_sections(draft("工作总结\n今后要改。\n一、工作情况\n已经写明。\n"), **SECTIONS)
    assert found(order, case) == []
