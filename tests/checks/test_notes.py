"""Notes to oneself: told by their language. In a text, ⟦…⟧ surrounds the note; the rest must stay silent."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter import api
from linter.checks.placeholder.notes import Words, note_finder, pieces
from tests.support.drafts import draft
from tests.support.rules import finds

REPORT = """\
云岭县水文站2024年上半年工作总结
一、主要工作
上半年共测流{}次，测深120次，资料合格率100%。
组织业务培训3期，参训46人次。{}
二、存在问题
部分断面标志老化，个别测员对新仪器不熟悉。
{}
三、下一步打算
继续做好汛期测报，年底前完成断面标志更换。
"""
"""With a place within a sentence, behind one, and on a line of its own."""

SILENT = [
    # remarks that belong to a report
    ("63（含夜测）", "（培训内容见附件2）", "注：数据截至6月30日。"),
    ("63（去年为58）", "（名单附后）", "说明：标志老化情况由各断面自查填报。"),
    ("63（下同）", "（详见第三部分）", "（以上问题均已列入整改清单）"),
    # checking, asking and waiting as the work itself
    ("63", "下一步将进一步核实台账。", "有的数据还需要与上级部门核对。"),
    ("63", "站长逐条核对，当场更正。", "请示已报县局，待批复后实施。"),
    ("63", "对漏填的表格逐一补录。", "照片缺失的两个断面已补拍。"),
    # what somebody said or asked
    ("63", "村民问：“今年水大不大？”测员当场作了说明。", "有人提出：“这个数怎么来的？”"),
    ("63", "留言簿上写着“再来看看，别忘了我们”。", "群众反映“路灯还没修好”。"),
    # what is asked each time, without marks
    ("63", "测员上船先问三样：缆系没系？灯亮不亮？仪器带没带全？", ""),
    ("63", "检查仓库要看两处：锁锁没锁好？油漏不漏？记在本上。", ""),
    # long sentences of somebody who explains
    ("63", "常见的毛病是只写“正常”“完好”几个字，别人看了摸不着头脑。", ""),
    ("63", "", "不会填的，尽管来问，问一遍不明白就问两遍……直到填会了为止。"),
    # questions of readers, with answers
    ("63", "问：我把“夜测”写成“夜侧”，退回来了，还能再报吗？", "答：能，改好再报。"),
    # headings and slogans that ask or exhort
    ("63", "", "怎样把数据测准？"),
    ("63", "", "谁来守汛期的夜？"),
    ("63", "大家团结一心，夺取了测报的胜利！", "把问题找准，把责任压实"),
]

NOTES = [
    ("63⟦（次数再问下老陈）⟧", "", ""),
    ("63⟦【待核，台账上好像是61】⟧", "", ""),
    ("63", "⟦人次是不是算重了，回头翻下签到表。⟧", ""),
    ("63", "⟦——这句太空了，换个说法⟧", ""),
    ("63", "⟦//站长说这段别写⟧", ""),
    ("63", "", "⟦这段先空着，等小刘的材料来了再写⟧"),
    ("63", "⟦人数对不对？要不要再核一下？⟧", ""),
    ("63", "", "⟦照片还没给我，找宣传科要⟧"),
    ("63", "", "⟦→ 问一下局里这条要不要写⟧"),
    ("63", "", "⟦（下面照抄去年的，记得改数）⟧"),
    ("63", "", "⟦==这个数跟表二对不上，再查==⟧"),
]

FIND = finds("leftovers", "placeholder")["leftover-note"]


def notes_in(text: str) -> list[str]:
    return [text[match.start : match.end] for match in FIND(draft(text))]


@pytest.mark.parametrize("words", SILENT)
def test_what_belongs_to_a_report_is_no_note(words: tuple[str, str, str]) -> None:
    assert notes_in(REPORT.format(*words)) == []


@pytest.mark.parametrize("words", NOTES)
def test_what_an_author_says_to_himself_is_a_note(words: tuple[str, str, str]) -> None:
    marked = REPORT.format(*words)
    assert notes_in(re.sub("[⟦⟧]", "", marked)) == re.findall("⟦([^⟧]*)⟧", marked)


@pytest.mark.parametrize("words", ["船修了，人还没跟上", "标志还没补完，先报这些", "表填多了，水测少了"])
def test_a_title_or_a_numbered_heading_is_no_note_however_it_is_worded(words: str) -> None:
    assert notes_in(REPORT.format("63", "", words)) == [words], "on a line of its own"
    assert notes_in(REPORT.replace("主要工作", words).format("63", "", "")) == []
    assert notes_in(REPORT.replace("云岭县水文站2024年上半年工作总结", words).format("63", "", "")) == []


def test_where_all_is_spoken_what_is_spoken_is_no_note() -> None:
    diary = "\n".join(
        f"{day}日。今天又没写完，老陈说别急，可我还是急，这{thing}到底咋弄啊，想不明白，明天再问问他吧。"
        for day, thing in enumerate(["泵", "表", "闸", "船", "图", "账", "缆", "尺"] * 4, 1)
    )
    alone = "这个数不对吧，再问下老陈。"
    assert notes_in(REPORT.format("63", alone, "")) == [alone]
    assert notes_in(f"{diary}\n{alone}") == []


def test_a_note_that_another_rule_knows_is_told_once() -> None:
    text = REPORT.format("63", "", "（此处等老陈核完再补）")
    outcome = api.check(text.encode(), "总结.txt", ["leftovers"])
    assert [finding.rule for finding in outcome.findings] == ["leftover-prompt"]


def test_rows_of_another_form_weigh_nothing() -> None:
    find = note_finder(Words(("问", "问 40", "9000000 问", "320 ")), 2.0, 9.0)
    assert list(find("问老陈。")) == []


@given(st.text(st.sampled_from("测数问？！。，（）【】()=* →—/-\n“”a1 \u3000"), max_size=80))
def test_pieces_lie_in_the_text_in_order_and_are_no_blanks(text: str) -> None:
    found = list(pieces(text))
    assert all(text[piece.start : piece.end].strip() == text[piece.start : piece.end] for piece in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


@given(st.text(st.sampled_from("测数问？！。，（）【】()=* →—/-\n“”a1 \u3000"), max_size=200))
def test_a_note_is_of_one_line(text: str) -> None:
    assert not any("\n" in found for found in notes_in(text))
