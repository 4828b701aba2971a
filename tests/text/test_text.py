"""Characters, numerals and sentences: what each definition says, and that there is no second one."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.model.message import Message
from linter.text import measures, numerals, sentences
from linter.text.characters import count_han, is_han, places
from linter.text.numerals import (
    CAPITAL_UNITS,
    CAPITALS,
    CIRCLED,
    CIRCLED_TYPED,
    legal_value,
    to_chinese,
    value_of,
)
from linter.text.sentences import (
    REACH,
    enclosed,
    paragraph_start,
    quoted,
    same_sentence,
    sentence,
)

ROOT = Path(__file__).parents[2]
MIXED = "0123456789０１８〇零○一二两三九十百千万亿壹拾①几余多.，-年a "


# --- numerals -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("numeral", "value"),
    [
        ("8", 8), ("０８", 8), ("103", 103),
        ("三", 3), ("十", 10), ("十二", 12), ("二十", 20), ("一百零三", 103), ("九百九十九", 999), ("两千", 2000),
        ("二〇", 20), ("二○二四", 2024), ("〇", 0),
    ],
)  # fmt: skip
def test_a_numeral_has_its_value(numeral: str, value: int) -> None:
    assert value_of(numeral) == value


@pytest.mark.parametrize(
    "numeral", ["", "10四", "3十", "十3", "一万", "壹", "①", "几", "-1", "1.5", "²", "1" * 16, "一" * 16]
)
def test_what_is_no_numeral_has_no_value(numeral: str) -> None:
    assert value_of(numeral) is None


@given(st.text(MIXED, max_size=20) | st.text(max_size=6))
def test_value_of_never_raises(text: str) -> None:
    value = value_of(text)
    assert value is None or value >= 0


@given(st.integers(0, 9), st.text(numerals.ONE_TO_TEN, min_size=1, max_size=3))
def test_arabic_and_chinese_digits_mixed_have_no_value(digit: int, chinese: str) -> None:
    assert value_of(f"{digit}{chinese}") is None
    assert value_of(f"{chinese}{digit}") is None


@pytest.mark.parametrize(
    ("numeral", "cents"),
    [
        ("叁拾陆万伍仟元", 36_500_000),
        ("壹亿贰仟万圆", 12_000_000_000),
        ("陆仟零肆拾叁元贰角壹分", 604_321),
        ("叁拾六万元", 36_000_000),
        ("伍角", None),
        ("元", None),
        ("甲拾元", None),
    ],
)
def test_a_sum_in_legal_numerals_has_a_value(numeral: str, cents: int | None) -> None:
    assert legal_value(numeral) == cents


@given(st.integers(1, 99_999_999))
def test_a_sum_written_in_legal_numerals_is_read_again(value: int) -> None:
    assert legal_value(to_chinese(value, CAPITALS, CAPITAL_UNITS, "壹") + "元") == value * 100


@given(st.integers(0, 9999))
def test_a_number_written_in_chinese_is_read_back(number: int) -> None:
    assert value_of(to_chinese(number)) == number


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (10, "十"),
        (110, "一百一十"),
        (200, "二百"),
        (1005, "一千零五"),
        (10000, "一万"),
        (20300, "二万零三百"),
        (-1, "-1"),
    ],
)
def test_a_number_in_chinese(number: int, written: str) -> None:
    assert to_chinese(number) == written


def test_legal_numerals() -> None:
    assert to_chinese(12, CAPITALS, CAPITAL_UNITS, "壹") == "壹拾贰"


def test_circled_numbers_stand_at_their_value() -> None:
    assert (CIRCLED[0], CIRCLED[19], CIRCLED[49], len(CIRCLED)) == ("①", "⑳", "㊿", 50)
    assert [ord(char) - ord("①") for char in CIRCLED_TYPED] == list(range(20))


# --- measures -------------------------------------------------------------------------------------


def test_a_measure_word_stands_before_those_that_it_begins_with() -> None:
    for words in (measures.QUANTITIES, measures.RANGED, measures.PERCENT_OR_MONEY):
        for place, word in enumerate(words):
            assert not any(word.startswith(before) for before in words[:place]), word


def test_what_is_measured_is_reckoned_with() -> None:
    assert set(measures.RECKONED) >= measures.MEASURED


# --- sentences ------------------------------------------------------------------------------------


def test_marks_of_sentences_lie_within_each_other() -> None:
    order = sentences.COMMON_STOPS, sentences.STOPS, sentences.ANY_STOPS, sentences.LINE_ENDS
    assert all(set(small) < set(large) for small, large in pairwise(order))
    assert set(sentences.FULL_STOPS) < set(sentences.STOPS) < set(sentences.CLAUSE_ENDS)


@given(st.text("会议。；！？!?;\n，ab", max_size=30), st.integers(0, 30))
def test_the_sentence_around_an_offset_holds_no_stop(text: str, place: int) -> None:
    place = min(place, len(text))
    start, end = sentence(text, place)
    assert start <= place <= end or text[end : end + 1] in tuple(sentences.STOPS + "\n")
    assert not set(text[start:end]) & set(sentences.STOPS + "\n")


def test_half_width_marks_end_a_sentence_for_dates_that_share_a_year_only() -> None:
    text = "3月启动!6月完成"
    assert not same_sentence(text, 2, 6)
    assert sentence(text, 6) == (0, len(text))


@pytest.mark.parametrize("length", [1, REACH - 1, REACH, REACH + 1, 10 * REACH])
def test_a_sentence_is_looked_at_within_its_reach(length: int) -> None:
    text = "甲" * length + "。" + "乙" * length
    start, end = sentence(text, 2 * length)
    assert (start, end) == (max(length + 1, 2 * length - REACH), len(text))
    assert paragraph_start(text, length) == max(0, length - REACH)


def test_a_quotation_is_looked_at_within_its_reach() -> None:
    assert enclosed("“" + "甲" * (REACH - 1), REACH, "“", "”")
    assert not enclosed("“" + "甲" * REACH, REACH + 1, "“", "”")


def test_quotation_marks_hold_what_stands_between_them_in_one_paragraph() -> None:
    text = "印发《2023年方案》，\n《2024年\n计划"
    assert quoted(text, text.index("2023"))
    assert not quoted(text, text.index("，"))
    assert not quoted(text, text.index("计划"))
    assert enclosed("（一）甲（乙", 6, "（", "）")
    assert not enclosed("（一）甲", 4, "（", "）")


# --- characters -----------------------------------------------------------------------------------


def test_chinese_characters_are_told_from_all_else() -> None:
    assert [is_han(char) for char in ("", "一", "龥", "。", "Ａ", "1", "〇")] == [
        False,
        True,
        True,
        False,
        False,
        False,
        False,
    ]
    assert count_han("2024年，工作A。") == 3


def test_places_of_a_word_may_overlap() -> None:
    assert list(places("哈哈哈", "哈哈")) == [0, 1]
    assert list(places("哈哈哈", "哈哈", 1)) == [1]
    assert list(places("哈哈哈", "哈哈", 0, 2)) == [0]


def test_a_message_is_english_for_en_and_chinese_else() -> None:
    both = Message("通过", "passed")
    assert [both.say(lang) for lang in ("en", "zh", "")] == ["passed", "通过", "通过"]


# --- one definition each --------------------------------------------------------------------------

NUMERAL_SET = re.compile(
    "[一二三四五六七八九][二三四五六七八九十][三四五六七八九十]|〇零|零[〇○]|①②|0123|０１|０-９|十百|壹[贰貳]"
)
STOP_SET = re.compile("[，；：、！？]*[。！？](?!。)[，。；：！？、]|[；，、：][。！？]")
MEASURE_SET = re.compile("[个次名人份篇项件条户场期批例宗笔亩吨]{4}")

EXCEPTIONS = {
    ("linter/authoring/resolved.py", "，。；/"): "what a plain scalar of YAML may hold",
    (
        "linter/checks/punctuation/forms.py",
        "^[，。；：、]{2}$",
    ): "the slips that this check is about: two marks in a row",
    (
        "linter/checks/punctuation/forms.py",
        "，\\[。、；\\]",
    ): "the slips that this check is about, in its patterns",
    ("linter/checks/punctuation/forms.py", "^、，；：。$"): "how strongly each mark parts, weakest first",
    (
        "linter/structure/evidence.py",
        "^，；：！？（）$",
    ): "the full-width marks for half-width ones, place by place",
    ("linter/structure/headings.py", "^。：:$"): "marks that close a label in bold",
    ("linter/reporters/terminal_text.py", "，。、；："): "marks that may not begin a line on a terminal",
    ("linter/structure/line_types.py", r"\[\.。：:\]"): "marks behind the running number of a line",
}
"""Strings that hold such characters and are no set of their own: file, pattern of the string, and why."""


def _strings(tree: ast.AST) -> Iterator[str]:
    """The string constants of a module, those of f-strings too, docstrings and messages left out."""
    passed: set[ast.AST] = set()
    for node in ast.walk(tree):
        prose = (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id in ("Message", "Doc")
        )
        manual = isinstance(node, ast.Assign) and any(
            isinstance(target, ast.Name) and target.id == "MANUAL_ZH" for target in node.targets
        )
        if isinstance(node, ast.Expr) or prose or manual:
            passed.update(ast.walk(node))
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in passed:
            yield node.value


def _lists(tree: ast.AST) -> Iterator[list[str]]:
    """The words of each tuple, list or set, and of each alternation of a pattern."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Tuple | ast.List | ast.Set):
            yield [
                each.value
                for each in node.elts
                if isinstance(each, ast.Constant) and isinstance(each.value, str)
            ]
    for text in _strings(tree):
        yield re.split(r"[|(): ]", text)


def _own_definitions(code: str) -> Iterator[str]:
    """The sets of numerals, ends of sentences and measure words that a module defines itself."""
    tree = ast.parse(code)
    for text in _strings(tree):
        if NUMERAL_SET.search(text) or STOP_SET.search(text) or MEASURE_SET.search(text):
            yield text
    known = {*measures.QUANTITIES, *measures.RANGED}
    for words in _lists(tree):
        if len(known.intersection(words)) > 4:
            yield " ".join(words)


MODULES = sorted(
    path.relative_to(ROOT).as_posix()
    for path in (ROOT / "linter").rglob("*.py")
    if "text" not in path.relative_to(ROOT / "linter").parts[:1]
)


@pytest.mark.parametrize("module", MODULES)
def test_no_module_outside_text_defines_numerals_stops_or_measures(module: str) -> None:
    found = [
        text
        for text in _own_definitions((ROOT / module).read_text("utf-8"))
        if not any(module == name and re.search(form, text) for name, form in EXCEPTIONS)
    ]
    assert found == []


@pytest.mark.parametrize(("module", "form"), EXCEPTIONS)
def test_every_exception_is_needed(module: str, form: str) -> None:
    assert any(re.search(form, text) for text in _own_definitions((ROOT / module).read_text("utf-8")))


@pytest.mark.parametrize(
    "code",
    [
        'A = "一二三四五六七八九十"', 'A = frozenset("三四五六")', 'A = r"[一二三四五六七八九十\\d]{1,2}"', 'A = "〇零○"',
        'A = "0123456789"', 'A = f"[０-９]{x}"', 'A = "①②③"', 'A = r"[^。！？\\n]+"', 'A = "。；！？"', 'A = re.compile("[。！？]")',
        'A = "，。；"', 'A = "个次场期名人"', 'A = ("个", "次", "名", "人", "件")', 'A = "天|小时|分钟|人次|公里"',
    ],
)  # fmt: skip
def test_a_definition_of_its_own_is_found(code: str) -> None:
    assert list(_own_definitions(code))


@pytest.mark.parametrize(
    "code",
    [
        '"""Numerals 一二三四五."""',
        'A = Message("。！？", "stops")',
        'A = "三、完成。"',
        'A = ("个", "次")',
        "A = STOPS",
    ],
)
def test_other_strings_are_no_definition(code: str) -> None:
    assert not list(_own_definitions(code))
