"""The check `section`: what is left of a section that says nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from linter.checks import section
from linter.checks.section import Words
from linter.schema.types import SectionId
from tests.support.drafts import draft, with_sections
from tests.support.rules import with_words
from tests.support.words import words as shipped

REPORT = "上半年工作总结\n一、工作情况\n办结事项九件。\n二、存在问题\n{}\n三、下一步打算\n继续努力。"


def said(content: str, words: Words) -> list[str]:
    """What is said of the section on shortcomings where it has this content."""
    case = with_sections(draft(REPORT.format(content)), problems="问题")
    find = section.build(section.Options(words, SectionId("problems")))
    return [match.message.zh for match in find(case) if match.message]


@pytest.mark.parametrize("content", ["略", "（略）", "暂无。", "待补充", "××待定"])
def test_a_word_that_says_nothing_is_no_content(content: str) -> None:
    assert said(content, shipped("section")) == [
        f"“存在问题”下面只写了“{content.strip('（）。×')}”，等于没写。请写上；确实没有的，写明情况"
    ]


def test_slogans_are_no_content() -> None:
    assert said("奋力谱写航运新篇章，踔厉奋发。", shipped("section")) == [
        "“存在问题”下面全是口号，没有一件具体的事。请写明做什么、谁来做、何时做完"
    ]


@pytest.mark.parametrize("content", ["个别窗口排队较长。", "无人值守的窗口还不多。", "另附"])
def test_anything_else_is_content(content: str) -> None:
    assert said(content, shipped("section")) == []


def test_a_rule_file_changes_the_words(tmp_path: Path) -> None:
    words = "{section: {empty_words: [另附], drop: [无]}}"
    changed = Words(*with_words(tmp_path, "report-form", words).words["section"])
    assert said("另附", changed) == ["“存在问题”下面只写了“另附”，等于没写。请写上；确实没有的，写明情况"]
    assert said("无", shipped("section")) != []
    assert said("无", changed) == []


@pytest.mark.parametrize(
    ("given", "content"),
    [
        ("{empty_words: [nothing to report]}", "Nothing to report."),
        ("{empty_words: [n/a, 见 附表]}", "N/A"),
        ("{empty_words: [n/a, 见 附表]}", "见附表"),
        ("{prompts: [to be added]}", "to be added by the team"),
        ("{prompts: [（由科室填]}", "由科室填写"),
    ],
)
def test_words_of_a_rule_file_may_hold_blanks_and_marks(given: str, content: str, tmp_path: Path) -> None:
    changed = Words(*with_words(tmp_path, "report-form", f"{{section: {given}}}").words["section"])
    shown = content.rstrip("。.")
    assert said(content, changed) == [
        f"“存在问题”下面只写了“{shown}”，等于没写。请写上；确实没有的，写明情况"
    ]
    assert said("The ferry had nothing to report on in March.", changed) == []
    assert said(content, shipped("section")) == [] or content == "N/A"


def test_a_word_of_marks_alone_is_no_prompt(tmp_path: Path) -> None:
    changed = Words(*with_words(tmp_path, "report-form", "{section: {prompts: [——]}}").words["section"])
    assert said("窗口少了两个。", changed) == []


@pytest.mark.parametrize(
    ("foreign", "said"),
    [(False, "“下一步打算”算不算这一部分，拿不准"), (True, "标题是“下一步打算”，下面的内容却不像这一部分")],
)
def test_why_a_section_is_unsure_is_told_at_its_heading(foreign: bool, said: str) -> None:
    case = with_sections(draft("溪口水文站工作总结\n一、下一步打算\n全年集中学习十四次。\n"), next="打算")
    unsure = case.presences[0]["next"]._replace(unsure=True, foreign=foreign)
    options = section.Options(shipped("section"), SectionId("next"))
    found = list(section.build(options)(case._replace(presences=({"next": unsure},))))
    assert [each.level for each in found] == ["warning"]
    assert found[0].message
    assert said in found[0].message.zh


@pytest.mark.parametrize("foreign", [False, True])
@pytest.mark.parametrize(
    ("below", "said"),
    [
        ("", "只有标题"),
        ("待补充\n", "只写了“待补充”"),
        ("多学几次。\n", "只有 4 字"),
        ("主要有以下几点：\n", "一句引子"),
    ],
)
def test_a_heading_with_too_little_under_it_is_told_once(below: str, said: str, foreign: bool) -> None:
    case = with_sections(draft(f"溪口水文站工作总结\n一、下一步打算\n{below}"), next="打算")
    unsure = case.presences[0]["next"]._replace(unsure=True, foreign=foreign)
    options = section.Options(shipped("section"), SectionId("next"), min_chars=10)
    found = list(section.build(options)(case._replace(presences=({"next": unsure},))))
    assert [said in each.message.zh for each in found if each.message] == [True]
