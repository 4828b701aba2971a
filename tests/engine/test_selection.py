"""Which ruleset judges a text that nobody chose one for."""

import pytest

from linter import api

WORK = "\n一、主要做法\n放映纪录片12场，培训讲解员40人。\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("各展厅：\n为落实意识形态工作责任制，根据展馆情况，现将考核事项通知如下。" + WORK, "report-form"),
        ("3月2日，展馆检查组对各展厅意识形态工作情况进行了检查。\n检查组查阅了台账。", "report-form"),
        ("4月8日，省台来馆调研宣传思想工作，听取了情况介绍。\n座谈会由馆长主持。", "report-form"),
        ("半年来，展馆落实意识形态工作责任制，现将有关情况汇报如下。" + WORK, "ideology-work-report"),
        ("现将我馆上半年落实意识形态工作责任制情况报告如下：" + WORK, "ideology-work-report"),
        ("现就展馆上半年工作作如下汇报：" + WORK, "work-report"),
        ("展馆意识形态工作总结" + WORK, "ideology-work-report"),
    ],
)
def test_a_text_without_a_title_is_a_report_where_its_opening_says_so(text: str, expected: str) -> None:
    file = api.check(text.encode(), "稿.txt")
    assert file.ruleset == expected
