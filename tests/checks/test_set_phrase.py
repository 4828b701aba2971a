"""The check `set_phrase`: what is written right first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.checks import set_phrase
from linter.text.dictionary import is_word
from tests.support.drafts import draft
from tests.support.words import options, words


def found(text: str) -> list[tuple[str, str | None]]:
    """What is found in a text, and the phrase that it should be."""
    matches = set_phrase.build(options(set_phrase))(draft(text))
    return [(text[match.start : match.end], match.suggestion) for match in matches]


@pytest.mark.parametrize(
    "text",
    [
        "管护任务任重道远，各村群策群力。",
        "常抓不懈，长抓不懈。",  # both are usual
        "会计师事务所作为中介参加验收。",  # 无所作为
        "各行其事、各自为政的现象减少。",  # a word of the dictionary
        "落实措施的力度加大，措施的当务之急是补岗。",  # 措施得力
        "指导养殖户为补充饲料做准备，依法以规范性文件形式公布。",
        "打造“碳路先锋”“提质增笑”品牌。",  # a play on words
        "力量任重，道口远。",
        "任重",
        "https://example.org/任重到远",
        "落到实地，查漏补缺。",  # not alike
    ],
)
def test_what_is_written_right_or_means_something_else_is_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "said", "right"),
    [
        ("管护任务任重到远。", "任重到远", "任重道远"),
        ("人重道远，各村不等不靠。", "人重道远", "任重道远"),
        ("各村群策群立修水渠。", "群策群立", "群策群力"),
        ("做到未雨绸谬，备足沙袋", "未雨绸谬", "未雨绸缪"),
        ("提质增校见行动。", "提质增校", "提质增效"),
        ("做法行之有校。", "行之有校", "行之有效"),
        ("对隐患常抓不泄。", "常抓不泄", "常抓不懈"),
        ("坚持阴地制宜发展产业。", "阴地制宜", "因地制宜"),  # 阴地 is a word, and seldom one
    ],
)
def test_one_character_that_is_like_the_right_one_is_found(text: str, said: str, right: str) -> None:
    assert found(text) == [(said, right)]


@given(st.sampled_from(words("set_phrase").phrases))
def test_no_phrase_of_the_list_is_held_against_another(phrase: str) -> None:
    assert found(f"做到{phrase}。") == []


def test_every_phrase_can_be_found() -> None:
    """It has four characters, and at one of them another one like it that makes no word."""
    lists = words("set_phrase")
    for phrase in lists.phrases:
        assert len(phrase) == 4
        others = {char for group in lists.alike if phrase[3] in group for char in group} - {phrase[3]}
        firsts = {char for group in lists.alike if phrase[0] in group for char in group} - {phrase[0]}
        assert any(not is_word(phrase[2] + char) for char in others) or any(
            not is_word(char + phrase[1]) for char in firsts
        )
