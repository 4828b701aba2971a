"""Sections out of order."""

from linter.checks import order
from tests.support.drafts import draft, with_sections

BODY = "更换阀门三百一十二只，修复漏点四十六处。"
REPORT = draft(f"年度总结\n一、难处\n{BODY}\n二、打算\n{BODY}\n三、情况\n{BODY}")
KNOWN = {"situation": "情况", "problems": "难处", "plans": "打算"}


def found(anywhere: str = "") -> list[str]:
    case = with_sections(REPORT, **KNOWN)
    places = {name: place._replace(placed=name != anywhere) for name, place in case.presences[0].items()}
    find = order.build(order.Options())
    text = case.document.text
    return [text[match.start : match.end] for match in find(case._replace(presences=(places,)))]


def test_a_section_that_may_stand_anywhere_is_not_out_of_order() -> None:
    assert found(anywhere="situation") == []


def test_as_few_sections_as_possible_are_out_of_order() -> None:
    assert found() == ["情况"]
