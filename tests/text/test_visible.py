"""What a terminal or a runner obeys, made visible; everything else stays."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.text.visible import escaped, harmless, visible

STAYS = [
    "全年办结12件。\n",
    "\t缩进\t的　行\r\n下一行\n\n",
    "不换行\xa0空格、零\u200b宽、软\u00ad连字、表情👩\u200d🏫、合e\u0301成",
    "比例为 1::2，容器里 a::b",
    "##标题\n##[年度总结](a.md)\n### 二、[说明]",
    "# #[error]",
]


@pytest.mark.parametrize("text", STAYS)
def test_what_nobody_obeys_stays(text: str) -> None:
    assert harmless(text) == text


OBEYED = [
    ("a\x1b[31mb", "a␛[31mb"),
    ("a\x9b31mb\x85", "a␣31mb␣"),
    ("a\x7f\x00\x07\x08", "a␣␀␇␈"),
    ("进度 99%\r已通过", "进度 99% 已通过"),
    ("落实\u202e任责\u202c，\u2066甲\u2069\u200f", "落实␣任责␣，␣甲␣␣"),
    ("甲\u2028乙\u2029", "甲 乙 "),
    ("甲\U000e0041乙", "甲␣乙"),
    ("::error::x\n甲", "：:error::x\n甲"),
    ("甲\n \t\u3000::add-mask::甲", "甲\n \t\u3000：:add-mask::甲"),
    ("\ufeff::stop-commands::x", "\ufeff：:stop-commands::x"),
    ("甲\r::error::", "甲 ::error::"),
    ("\x0b::error::", "␋::error::"),
    ("甲##[add-mask]乙", "甲＃#[add-mask]乙"),
    ("甲##VSO[task.setvariable variable=x]y", "甲＃#VSO[task.setvariable variable=x]y"),
    ("###teamcity[message]", "#＃#teamcity[message]"),
]


@pytest.mark.parametrize(("text", "shown"), OBEYED)
def test_what_is_obeyed_is_made_visible(text: str, shown: str) -> None:
    assert harmless(text) == shown


def test_own_commands_stay_and_hold_no_control_character() -> None:
    assert harmless("::error file=a::甲\x1b\n", commands=True) == "::error file=a::甲␛\n"


@given(st.text())
def test_it_needs_doing_once_only_and_keeps_offsets(text: str) -> None:
    once = harmless(text)
    assert harmless(once) == once
    assert len(once) == len(text)
    assert "\n" not in visible(text)


@given(st.text() | st.sampled_from([text for text, _ in OBEYED]))
def test_json_says_the_same_and_passes_unchanged(text: str) -> None:
    shown = escaped(json.dumps({"text": text}, ensure_ascii=False))
    assert json.loads(shown) == {"text": text}
    assert harmless(shown) == shown


def test_json_keeps_chinese_as_it_is() -> None:
    assert escaped('"总结（一）：零\u200b宽"') == '"总结（一）：零\u200b宽"'
