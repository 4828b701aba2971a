"""Headings that have no number: by themselves, or beside others of the same form."""

import pytest

from tests.support.drafts import document
from tests.support.words import outline

TITLE = "梧桐镇供水站2024年上半年工作总结"
LONG = "上半年更换阀门三百一十二只，修复漏点四十六处，夜间听漏三十六次，抢修都在当夜完成。"
BRIEF = "听漏仪只有一台，夜里两头漏水就得排队。"


def headings(*lines: str, names: tuple[str, ...] = ()) -> list[str]:
    source = document("\n".join((TITLE, *lines)))
    return [source.text[one.start : one.end] for part in outline(source, *names) for one in part.headings]


SILENT = {
    "an address": ["各科室：", LONG, LONG],
    "a unit": ["梧桐镇供水站", LONG, "2024年7月3日"],
    "what announces the text": ["现将情况汇报如下：", LONG],
    "entries of a form": ["填报人：", "梧桐", "审核：", "电话：5530112"],
    "one field": ["【单位名称】", "1.更换阀门三百一十二只。", LONG],
    "fields in a row": ["【单位名称】", "【填报日期】", "【填报人员】", LONG],
    "a list": ["● 更换阀门三百一十二只，修复漏点四十六处。", "● 夜间听漏三十六次，查出暗漏九处。", LONG],
    "one brief line": ["附记", BRIEF],
    "one line with a colon": ["另有一事：阀门", BRIEF],
    "one question": ["怎么办？", LONG],
    "one short sentence": ["夜里常有人报修。" + LONG, LONG, LONG],
    "two short sentences in a row": ["夜里常有人报修。" + LONG, "白天也有人来。" + LONG, LONG],
    "a statement": ["任务完成了。" + LONG],
    "a row of a table": ["项目　　上半年　　下半年", LONG],
    "a line that goes on": ["上半年的维护工作，", LONG],
    "a line above a shorter one": ["上半年管网维护工作", "维护完成"],
    "the last line": [LONG, "上半年管网维护工作"],
    "a name below all text": [LONG, "王长水"],
}


@pytest.mark.parametrize("lines", SILENT.values(), ids=SILENT)
def test_a_line_that_only_looks_like_a_heading_is_none(lines: list[str]) -> None:
    assert headings(*lines) == []


FOUND = {
    "what ends like a unit and is none": (
        ["美中不足之处", LONG, "凝聚职工的爱心", LONG],
        ["美中不足之处", "凝聚职工的爱心"],
    ),
    "a label below text": ([LONG, "下一步工作：", BRIEF], ["下一步工作"]),
    "a label with nothing under it": ([LONG, "下一步工作："], ["下一步工作"]),
    "labels": (
        ["本周完成：", "1.更换阀门，修复漏点。", "下周计划：", "1.夜间听漏。"],
        ["本周完成", "下周计划"],
    ),
    "in brackets": (["【本周完成】", "1.更换阀门，修复漏点。", "【困难】", BRIEF], ["本周完成", "困难"]),
    "in brackets, before text": ([f"【维护】{LONG}", f"【困难】{BRIEF}"], ["维护", "困难"]),
    "numbers in brackets": (["【一】管网维护", LONG, "【二】存在困难", BRIEF], ["管网维护", "存在困难"]),
    "behind a sign": (["●管网维护", LONG, "●存在困难", BRIEF], ["管网维护", "存在困难"]),
    "behind a bullet, before text": (
        [f"• 维护。{LONG}", f"- 困难：{LONG}", f"• 人员。{LONG}"],
        ["维护", "人员"],
    ),
    "above a brief paragraph": (["存在的困难", BRIEF], ["存在的困难"]),
    "above a list": (["存在的困难", "1.车少，要等。", "2.人少，要加班。"], ["存在的困难"]),
    "three characters": (["强维护", LONG, "补短板", BRIEF], ["强维护", "补短板"]),
    "two characters": (["维护", LONG, "困难", BRIEF], ["维护", "困难"]),
    "a blank within": (["站长主抓　责任到人", LONG], ["站长主抓　责任到人"]),
    "blanks within": (["壹　维护到位", LONG, "贰　值守不断档", LONG], ["壹　维护到位", "贰　值守不断档"]),
    "a colon within": (
        ["第一桨：人人划水", LONG, "第二桨：有人掌舵，有人瞭望", LONG],
        ["第一桨：人人划水", "第二桨：有人掌舵，有人瞭望"],
    ),
    "the last one with nothing under it": (
        ["管网维护", LONG, "抢修值守", LONG, "下一步打算"],
        ["管网维护", "抢修值守", "下一步打算"],
    ),
    "nothing above the signature": (
        ["管网维护", LONG, "抢修值守", LONG, "下一步打算", "梧桐镇供水站", "2024年7月3日"],
        ["管网维护", "抢修值守", "下一步打算"],
    ),
    "a numbered label": (
        ["指标一：落实管网维护责任（25分，自评24分）", LONG, "指标二：抢修值守", LONG],
        ["指标一：落实管网维护责任（25分，自评24分）", "指标二：抢修值守"],
    ),
    "questions": (
        ["水压为什么不稳？", LONG, "问：往后怎么修？", LONG],
        ["水压为什么不稳？", "问：往后怎么修？"],
    ),
    "a nominal sentence": ([f"差距和短板。{LONG}"], ["差距和短板"]),
    "sentences in a row": (
        [f"严把材料进场，守住质量关口。{LONG}", f"关于值守。{LONG}", f"让报修有人接！{LONG}"],
        ["严把材料进场，守住质量关口", "关于值守", "让报修有人接"],
    ),
    "ordinals alone": (["第一，管网维护", LONG, "第二，抢修值守", LONG], ["管网维护", "抢修值守"]),
    "in English": (
        ["Summary", "The pumps stood still for an hour.", "Action items", "Add a valve."],
        ["Summary"],
    ),
}


@pytest.mark.parametrize(("lines", "expected"), FOUND.values(), ids=FOUND)
def test_a_heading_is_known_by_its_form_and_its_neighbours(lines: list[str], expected: list[str]) -> None:
    assert headings(*lines) == expected


def test_the_unit_below_all_text_is_no_heading() -> None:
    expected = ["管网维护", "抢修值守"]
    assert headings("管网维护", LONG, "抢修值守", LONG, "梧桐镇供水站") == expected
    assert headings("管网维护", LONG, "抢修值守", LONG, "梧桐镇供水站", "2024年7月3日") == expected


NAMES = ("本周完成", "存在困难", "下周计划", "Risks")
"""Heading words of a ruleset."""

NAMED_SILENT = {
    "the word in a sentence": ["存在困难的有三户。", LONG],
    "the word in a longer line": ["帮扶存在困难职工", "三户"],
    "a list item": ["- 下周计划", "- 本周完成"],
    "a label that says more": ["本周完成比例：九成。"],
    "part of an English word": ["Risks-free sale", "Nine boats."],
}


@pytest.mark.parametrize("lines", NAMED_SILENT.values(), ids=NAMED_SILENT)
def test_a_line_that_only_has_a_heading_word_is_as_without_it(lines: list[str]) -> None:
    assert headings(*lines, names=NAMES) == headings(*lines)


NAMED = {
    "above brief text": (["本周完成", "修闸门。", "下周计划", "清渠。"], ["本周完成", "下周计划"]),
    "with a colon": (["存在困难:", "缺车。", "下周计划：", "清渠。"], ["存在困难", "下周计划"]),
    "before brief text": (["存在困难：缺车。", "下周计划: 清渠。"], ["存在困难", "下周计划"]),
    "before a dash": (["存在困难——缺车。", "下周计划——清渠。"], ["存在困难", "下周计划"]),
    "in brackets": (["〔存在困难〕", "缺车。", "[下周计划]", "清渠。"], ["存在困难", "下周计划"]),
    "in brackets, before text": (["【存在困难】缺车。"], ["存在困难"]),
    "behind a sign": (["★ 存在困难", "缺车。"], ["存在困难"]),
    "behind a triangle": (["▲存在困难", "缺车。"], ["存在困难"]),
    "behind a sign, beside others": (
        ["◆清渠", "清渠两公里，修闸门一座。", "◆存在困难", "缺车，缺人，也缺钱，一时难办。"],
        ["清渠", "存在困难"],
    ),
    "above another": (["本周完成", "存在困难", "下周计划", "清渠。"], ["本周完成", "存在困难", "下周计划"]),
    "in English, in capitals": (["RISKS", "Old board."], ["RISKS"]),
}


@pytest.mark.parametrize(("lines", "found"), NAMED.values(), ids=NAMED)
def test_a_line_that_is_a_heading_word_of_the_ruleset_is_a_heading(
    lines: list[str], found: list[str]
) -> None:
    assert headings(*lines, names=NAMES) == found
