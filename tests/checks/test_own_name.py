"""The check `own_name`: names that are right first."""

import pytest

from linter.checks.own_name import Options, build
from tests.support.drafts import draft
from tests.support.words import words

TITLE = "云岭镇渡口值守小结\n"


def found(text: str) -> list[tuple[str, str | None]]:
    matches = build(Options(words("own_name")))(draft(text))
    return [(text[match.start : match.end], match.suggestion) for match in matches]


@pytest.mark.parametrize(
    "text",
    [
        TITLE + "云岭镇有渡口四处，值守三百班。\n云岭镇加派船员六名。",
        TITLE + "云岭镇与云陵镇签订协议，共管界河渡口。\n云岭镇值守三百班。",
        TITLE + "云岭镇有渡口四处。\n石岭镇、云台镇有渡口两处。",
        TITLE + "云陵镇有渡口四处。",
        TITLE + "云陵镇有渡口四处，云岭镇有两处。\n云陵镇值守三百班。",
        "渡口值守小结\n云岭镇有渡口四处。\n云陵镇有两处，云岭镇值守三百班。",
    ],
)
def test_right_names_and_those_of_others_are_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        (TITLE + "云岭镇有渡口四处。\n汛期云陵镇加派船员六名。", "云陵镇", "云岭镇"),
        ("关于禾丰小学校车检修的报告\n禾丰小学有校车三辆。\n和丰小学逐车点检。", "和丰小学", "禾丰小学"),
        ("2025年青荷街道排涝小结\n青荷街道备泵十台。\n清荷街道抽排三昼夜。", "清荷街道", "青荷街道"),
    ],
)
def test_a_name_that_is_nearly_that_of_the_title_is_found(text: str, wrong: str, right: str) -> None:
    assert found(text) == [(wrong, right)]
