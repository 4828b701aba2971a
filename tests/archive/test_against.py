"""A draft held against earlier reports: what of it is old, what was changed, what became of the plans."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter import api
from linter.archive.against import with_earlier
from linter.archive.changes import changes, same_figures
from linter.archive.passages import passages
from linter.model.against import Against
from tests.support.ooxml import docx, p

NEW, OLD = "今年.txt", "去年.txt"
SELECTOR = api.choose("work-report")


def against(draft: str, *earlier: str, name: str = NEW) -> Against:
    """What of a draft stands in some earlier reports: 去年.txt, 去年2.txt, …"""
    names = [OLD, *(f"去年{number}.txt" for number in range(2, len(earlier) + 1))]
    before = api.check_many(
        [api.draft(text.encode(), each) for each, text in zip(names, earlier, strict=True)],
        SELECTOR,
        keep_text=True,
    )
    result = api.check_many([api.draft(draft.encode(), name)], SELECTOR, keep_text=True)
    found = with_earlier(result, before).files[0].against
    assert found is not None
    return found


def report(*paragraphs: str, year: int = 2025, unit: str = "云栖街道") -> str:
    """A report of three sections; `paragraphs` stand in the first."""
    body = "\n".join(paragraphs)
    return f"""{unit}{year}年上半年工作总结

一、工作情况
{body}

二、存在问题
候船厅的指示牌少，外地旅客常常走错通道，值班员一天要解释几十遍。

三、下半年打算
九月底前把候船厅的指示牌换成双语的，每个通道口增加一块。
"""


def body(draft: str, *earlier: str) -> list[tuple[float, int, int]]:
    """Share, line and earlier line of the passages of the first section that are old."""
    last = draft[: draft.index("二、")].count("\n")
    return [
        (each.share, each.line, each.earlier_line)
        for each in against(draft, *earlier).nearest
        if each.line <= last
    ]


FERRY = "渡口全年安全发船1260次，运送旅客8.4万人次，没有发生一起责任事故，救生衣配备率100%。"
CREW = "每周三下午组织船员学习操作规程，考试不及格的停航补课，今年有两名船员补了课。"


@pytest.mark.parametrize(
    ("draft", "earlier"),
    [
        pytest.param(
            "候船厅装了空调和饮水机，老人和孩子等船不再挨晒，留言簿上表扬多了。",
            FERRY,
            id="another subject",
        ),
        pytest.param(
            "坚持以人民为中心的发展思想，夜间增开两班渡船，方便对岸上晚班的工人回家。",
            "坚持以人民为中心的发展思想，码头台阶重新铺了防滑砖，雨天也走得稳当。",
            id="a set phrase in both",
        ),
        pytest.param(
            "本年安全发船1402次，旅客9.1万人次，事故为零，新添救生衣三百件。",
            FERRY,
            id="the same subject in new words",
        ),
        pytest.param("组长：李渡生", "组长：李渡生", id="a label"),
    ],
)
def test_what_is_newly_written_is_not_old(draft: str, earlier: str) -> None:
    assert body(report(draft), report(earlier, year=2024)) == []


@pytest.mark.parametrize(
    ("draft", "earlier", "least", "told"),
    [
        pytest.param(FERRY, FERRY, 1.0, [], id="word for word"),
        pytest.param(FERRY.replace("1260", "1402"), FERRY, 0.9, [("1260", "1402")], id="with another figure"),
        pytest.param(CREW.replace("船员", "水手", 1), CREW, 0.8, [("船员", "水手")], id="with another word"),
        pytest.param(
            FERRY + "码头夜航灯全部换新。",
            FERRY,
            0.7,
            [("", "码头夜航灯全部换新。")],
            id="with a sentence more",
        ),
        pytest.param(
            FERRY,
            FERRY + "码头夜航灯全部换新。",
            1.0,
            [("码头夜航灯全部换新。", "")],
            id="with a sentence less",
        ),
    ],
)
def test_what_was_changed_in_an_old_passage_is_told(
    draft: str, earlier: str, least: float, told: list[tuple[str, str]]
) -> None:
    before = report("码头上新开了一家早点铺，赶早船的人有了热饭吃，大家都说方便。", earlier, year=2024)
    assert [(line, old) for _, line, old in body(report(draft), before)] == [(4, 5)]
    found = against(report(draft), before).nearest[0]
    assert found.share >= least
    assert [tuple(change) for change in found.changes] == told


def test_the_share_is_that_of_the_text_and_of_each_section() -> None:
    found = against(report(FERRY, CREW), report(CREW, year=2024))
    sections = {each.section: each.share for each in found.sections}
    assert sections["shortcomings"] == sections["next_steps"] == 1
    assert 0.4 < sections["situation"] < 0.6
    assert 0.6 < found.share < 0.8
    assert [(each.path, each.period) for each in found.files] == [(OLD, "2024H1")]


def test_a_place_in_word_is_a_paragraph_and_one_in_a_text_is_a_line() -> None:
    draft, word = report(FERRY), docx("".join(p(line) for line in report(CREW, FERRY, year=2024).split("\n")))
    before = api.check_many([api.draft(word, "去年.docx")], SELECTOR, keep_text=True)
    result = api.check_many([api.draft(draft.encode(), NEW)], SELECTOR, keep_text=True)
    text = api.report(with_earlier(result, before), "text", api.View(verbose=True))
    assert "第 4-10 行  100%  ← 去年.docx 第 4 段" in text


def test_of_equal_sources_the_latest_is_named() -> None:
    found = against(report(FERRY), report(FERRY, year=2022), report(FERRY, year=2024))
    assert {each.path for each in found.nearest} == {"去年2.txt"}


@pytest.mark.parametrize(
    ("draft", "year", "told"),
    [
        pytest.param(FERRY, 2025, (), id="of the same period"),
        pytest.param(FERRY.replace("1260", "1402").replace("8.4", "9.1"), 2024, (), id="all figures new"),
        pytest.param("船员每人都会游泳，能开夜航，能修小毛病，旅客坐得放心。", 2024, (), id="no figures"),
        pytest.param(
            FERRY,
            2024,
            ("渡口全年安全发船1260次", "运送旅客8.4万人次"),
            id="of another period, 100% left out",
        ),
        pytest.param(FERRY.replace("1260", "1402"), 2024, ("运送旅客8.4万人次",), id="one of two"),
    ],
)
def test_figures_that_outlive_their_period_are_told(draft: str, year: int, told: tuple[str, ...]) -> None:
    found = against(report(draft), report(FERRY, year=year))
    assert tuple(figure for each in found.nearest for figure in each.figures) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("百分之百的旅客满意，合格率100%。", ()),
        ("安全发船1260次。", ("安全发船1260次",)),
        ("今年有1,200名船员补了课。", ("今年有1,200名船员补了",)),
        ("镇里的渡口一年之中安全发船1260次，旅客都夸。", ("…一年之中安全发船1260次",)),
    ],
)
def test_a_figure_is_told_with_the_words_around_it(text: str, told: tuple[str, ...]) -> None:
    assert same_figures(text, text) == told


def test_a_plan_that_is_a_plan_again_is_told() -> None:
    found = against(report(FERRY), report(CREW, year=2024))
    assert [each.line for each in found.nearest if each.plan_again] == [report(FERRY).count("\n")]


def test_a_numbered_sentence_is_text_however_short() -> None:
    plans = (
        "（一）完善内控制度，九月底前修订采购、报销两项办法。\n（二）更换指示牌，年底前每个通道口都有一块。"
    )
    texts = [report(FERRY, year=year) + plans + "\n" for year in (2025, 2024)]
    found = against(*texts)
    lines = texts[0].splitlines()
    assert [lines[each.line - 1] for each in found.nearest if each.plan_again][-2:] == plans.splitlines()


def test_a_passage_does_not_begin_with_the_mark_behind_its_heading() -> None:
    text = report("1.规范支出。拨付惠农补贴三百多万元，全部发放到户，没有一笔差错。")
    (file,) = api.check_many([api.draft(text.encode(), NEW)], SELECTOR, keep_text=True).files
    assert any(each.text.startswith("拨付惠农补贴") for each in passages(file))


STEP = "九月底前把候船厅的指示牌换成双语的，每个通道口增加一块"


@pytest.mark.parametrize(
    ("work", "spoken_of"),
    [
        pytest.param(FERRY, False, id="other work"),
        pytest.param(
            "候船厅新添了长椅，旅客等船有地方坐，老人们尤其满意。", False, id="the same place, another thing"
        ),
        pytest.param(
            "继续加强管理，进一步完善制度，不断提升服务水平，旅客满意率稳步提高。", False, id="set phrases"
        ),
        pytest.param(
            "候船厅的指示牌都换成了中英双语，每个通道口都有一块。", True, id="done, in nearly the same words"
        ),
        pytest.param("双语指示牌在各通道口立起来了，外地旅客不再走错路。", True, id="done, in other words"),
        pytest.param("指示牌更换因招标流标推迟，双语样式已经定稿。", True, id="not done, and said so"),
    ],
)
def test_the_draft_speaks_of_what_was_planned_or_is_silent(work: str, spoken_of: bool) -> None:
    draft = (
        report(work).replace("每个通道口增加一块", "再添两部轮椅").replace("指示牌换成双语的", "台阶改成坡道")
    )
    draft = draft.replace("候船厅的指示牌少，外地旅客常常走错通道", "轮椅上下船不方便")
    (step,) = against(draft, report(CREW, year=2024)).steps
    assert (step.text, step.path) == (STEP, OLD)
    assert step.line == (4 if spoken_of else None)


@pytest.mark.parametrize(
    ("earlier", "said"),
    [
        pytest.param([(2024, "云栖街道"), (2023, "云栖街道")], [OLD], id="the last one counts"),
        pytest.param([(2024, "白沙街道"), (2024, "云栖街道")], ["去年2.txt"], id="that of the same unit"),
        pytest.param([(2025, "云栖街道")], [], id="of the same period: none is before it"),
        pytest.param([(2026, "云栖街道")], [], id="a later one is none"),
    ],
)
def test_the_plans_are_those_of_the_report_before(earlier: list[tuple[int, str]], said: list[str]) -> None:
    before = [report(CREW, year=year, unit=unit) for year, unit in earlier]
    assert [step.path for step in against(report(FERRY), *before).steps] == said


@given(
    st.lists(st.sampled_from([FERRY, CREW, FERRY[:30] + "。", "渡船每天六点开航，风大停航，公告贴在码头。"])),
    st.randoms(),
)
def test_a_report_stands_in_itself_whatever_the_order(paragraphs: list[str], chance: random.Random) -> None:
    shuffled = chance.sample(paragraphs, len(paragraphs))
    found = against(report(*paragraphs), report(*shuffled, year=2024))
    assert found.share == 1
    assert all(each.share == 1 and not each.changes for each in found.nearest)


def test_of_a_paragraph_that_nobody_writes_only_that_it_differs_is_told() -> None:
    before, after = "渡船靠岸，" * 100_000, "渡船靠岸，" * 100_001
    assert changes(before, after) == ((before, after),)
    assert changes(before, before) == ()


@given(st.text("渡口船，。；12%3年", max_size=60), st.text("渡口船，。；12%3年", max_size=60))
def test_changes_lead_from_one_text_to_the_other(before: str, after: str) -> None:
    told = changes(before, after)
    assert bool(told) == (before != after)
    assert all(change.before in before and change.after in after for change in told)
    assert all(figure.removeprefix("…") in after for figure in same_figures(before, after))
