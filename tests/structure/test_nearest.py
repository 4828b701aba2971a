"""Sections by the chapters that are nearest to them: presences, their places and how sure they are."""

from pathlib import Path

import pytest

from linter.model.errors import RulesetError
from linter.model.message import Message
from linter.model.outline import Presence
from linter.model.rules import SectionTerms
from linter.model.weights import Rows, SectionWeights
from linter.ruleset.weights import load, written
from linter.structure.explanation import explain
from linter.structure.nearest import by_chapters, for_and_against, odds
from linter.structure.section_terms import Vocabulary
from tests.support.drafts import draft

WEIGHTS = SectionWeights(
    ("boats", "crews", "other-1"),
    Rows({"船": "320 0 0", "工": "0 320 0"}),
    Rows({"检修": "400 0 0", "缆绳": "160 0 0", "培训": "0 480 0", "灯光": "0 0 528"}),
    {},
    {"boats": (0.25, 2.0), "crews": (0.75, 2.0), "other-1": (0.5, 2.0)},
)
REPORT = "青石湾渡口管理所工作总结\n一、船只都修好\n检修四艘，更换缆绳六根。\n二、人人上一课\n培训九人，全部合格。\n"


def presences(text: str, *named: Presence) -> dict[str, Presence]:
    """The presences by the weights; `named` are those that the words of the rule file give."""
    case = draft(text)
    before = {each: Presence(each, "absent") for each in ("boats", "crews", "quay")}
    before |= {each.section: each for each in named}
    return by_chapters(case.document, case.parts[0], before, WEIGHTS)


def states(text: str, *named: Presence) -> dict[str, str]:
    return {section: each.state for section, each in presences(text, *named).items()}


# --- absent -------------------------------------------------------------------------------------------


def test_a_section_that_the_weights_do_not_have_stays_as_the_words_say() -> None:
    assert states(REPORT)["quay"] == "absent"
    assert states(REPORT, Presence("quay", "body", ((0, 2),)))["quay"] == "body"


@pytest.mark.parametrize(
    "text",
    [
        REPORT.replace("二、人人上一课\n培训九人，全部合格。\n", "二、其余\n一切照常，没有变化。\n"),
        REPORT.replace(
            "二、人人上一课\n培训九人，全部合格。\n", "二、灯光\n增设灯光，也有培训，灯光很亮。\n"
        ),
        REPORT.replace("二、人人上一课\n培训九人，全部合格。\n", ""),
        "青石湾渡口管理所工作总结\n",
    ],
    ids=["nothing like it", "nearer to another", "taken out", "nothing at all"],
)
def test_a_section_that_no_chapter_is_nearest_to_is_absent(text: str) -> None:
    assert states(text)["crews"] == "absent"


def test_a_text_is_not_of_a_section_that_the_next_chapter_is_far_more_like() -> None:
    """A few words on training make a chapter one on crews, unless another chapter has more of them."""
    duty = "安排九人在码头值守，遇到大风一律停航，夜里另派两人守着，早上六点换班，"
    duty += "中午由食堂送饭，傍晚再清点一遍救生衣，有过培训。"
    text = REPORT.replace("二、人人上一课\n培训九人，全部合格。", f"二、其他\n{duty}")
    assert states(text)["crews"] == "heading"
    assert states(text.replace("检修四艘，更换缆绳六根", "也有培训"))["crews"] == "absent"


@pytest.mark.parametrize(
    ("text", "doubted"),
    [
        (REPORT.replace("二、人人上一课\n培训九人，全部合格。\n", ""), False),
        (REPORT.replace("二、人人上一课\n培训九人，全部合格。\n", "二、其余\n一切照常，没有变化。\n"), True),
        (REPORT.replace("一、船", "一、其余\n一切照常，没有变化。\n二、船").replace("二、人人上一课\n培训九人，全部合格。\n", ""), False),
        ("青石湾渡口管理所工作总结\n一、其余\n一切照常，没有变化。\n二、别的\n也没有什么要说的。\n", False),
    ],
    ids=["nothing in its place", "a chapter of none in its place", "a chapter of none elsewhere", "nothing known"],
)  # fmt: skip
def test_an_absent_section_is_doubted_where_a_chapter_of_none_stands_in_its_place(
    text: str, doubted: bool
) -> None:
    found = presences(text)["crews"]
    assert (found.state, found.unsure) == ("absent", doubted)
    if doubted:
        assert text[slice(*found.near[0])] == "其余"


def test_a_single_chapter_that_is_like_nothing_is_of_no_section() -> None:
    text = "青石湾渡口管理所工作总结\n一切照常，没有变化，也没有什么要说的。\n"
    assert states(text) == {"boats": "absent", "crews": "absent", "quay": "absent"}


def test_weights_without_a_section_judge_nothing() -> None:
    none = WEIGHTS._replace(sections=(), naming=Rows(), treating=Rows(), places={})
    case = draft(REPORT)
    before = {"quay": Presence("quay", "absent")}
    assert by_chapters(case.document, case.parts[0], before, none) == before


def test_what_came_nearest_is_named() -> None:
    found = presences(REPORT.replace("培训", "检查"))["crews"]
    assert (found.state, len(found.near)) == ("absent", 2)


# --- there --------------------------------------------------------------------------------------------


def test_each_chapter_is_of_the_section_that_it_is_nearest_to() -> None:
    found = presences(REPORT)
    assert [found[each].state for each in ("boats", "crews")] == ["heading", "heading"]
    case = draft(REPORT)
    (span,) = found["crews"].spans
    assert case.document.text[slice(*span)] == "人人上一课"
    assert found["boats"].confidence > 0.9


TWICE = REPORT.replace("二、人人上一课\n培训九人，全部合格。\n", "二、其他\n检修检修缆绳，培训两人。\n")
"""Both chapters are nearest to the boats; the second speaks of the crews, too."""


def test_a_section_is_one_chapter_and_the_other_is_of_its_second_nearest() -> None:
    case = draft(TWICE)
    first, second = odds(case.document, case.parts[0], WEIGHTS)
    assert first.odds[0] > second.odds[0] > second.odds[1] > 2.5
    assert states(TWICE) == {"boats": "heading", "crews": "heading", "quay": "absent"}


def test_a_chapter_left_over_is_of_the_section_that_it_is_nearest_to() -> None:
    found = presences(TWICE.replace("，培训两人", "一次"))
    assert (found["crews"].state, len(found["boats"].spans)) == ("absent", 2)


def test_a_paragraph_without_heading_treats_a_section() -> None:
    text = "青石湾渡口管理所工作总结\n春天检修了四艘，更换缆绳六根，刷漆一遍。\n秋天培训了九人，人人考试，全部合格。\n"
    assert states(text) == {"boats": "body", "crews": "body", "quay": "absent"}


def test_a_word_of_the_rule_file_in_a_heading_counts_strongly() -> None:
    text = REPORT.replace("培训九人，全部合格。", "九人学了一天，有一次检修。")
    assert states(text)["crews"] == "absent"
    start = text.index("人人上一课")
    assert states(text, Presence("crews", "heading", ((start, start + 5),)))["crews"] == "heading"


def test_a_heading_by_a_word_of_the_rule_file_over_nothing_is_there_and_empty() -> None:
    text = REPORT.replace("培训九人，全部合格。", "无。")
    start = text.index("人人上一课")
    named = Presence("crews", "heading", ((start, start + 5),), ((start + 6, start + 8),))
    assert presences(text, named)["crews"] == named


def test_one_that_may_as_well_be_another_is_unsure() -> None:
    text = REPORT.replace("培训九人，全部合格。", "培训九人，灯光九盏。")
    assert not presences(REPORT)["crews"].unsure
    assert presences(text)["crews"].unsure


# --- the file, and why --------------------------------------------------------------------------------


def test_weights_are_read_as_they_were_written(tmp_path: Path) -> None:
    path = tmp_path / "own.weights.tsv"
    path.write_text(written(WEIGHTS, "渡口"), "utf-8")
    assert load((str(path),)) == WEIGHTS


@pytest.mark.parametrize("line", ["place\tboats\t0.25", "place\tboats\tleft 2", "place\tboats\t1 2 3"])
def test_a_place_that_is_none_is_refused(line: str, tmp_path: Path) -> None:
    path = tmp_path / "own.weights.tsv"
    path.write_text(written(WEIGHTS).replace("place\tboats\t0.250 2.000", line), "utf-8")
    with pytest.raises(RulesetError, match=r"own\.weights\.tsv:2"):
        load((str(path),))


def test_a_section_without_a_place_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "own.weights.tsv"
    path.write_text(written(WEIGHTS).replace("place\tboats\t0.250 2.000\n", ""), "utf-8")
    with pytest.raises(RulesetError):
        load((str(path),))


def test_odds_beyond_reason_are_a_probability_all_the_same() -> None:
    far = WEIGHTS._replace(places=dict.fromkeys(WEIGHTS.sections, (0.9, 99999.0)))
    case = draft(REPORT)
    found = by_chapters(case.document, case.parts[0], {"boats": Presence("boats", "absent")}, far)
    assert (found["boats"].state, found["boats"].confidence) == ("absent", 1.0)


def test_the_characters_that_decided_are_told() -> None:
    case = draft(REPORT)
    first, _ = odds(case.document, case.parts[0], WEIGHTS)
    grams = dict(for_and_against(case.document, first.chapter, WEIGHTS, 0))
    assert set(grams) == {"船", "检修", "缆绳"}
    assert abs(sum(grams.values()) - first.odds[0]) < 0.01


def test_they_are_shown_by_explain() -> None:
    case = draft(REPORT)
    known = Vocabulary([SectionTerms("boats", Message("船只", "boats"))])
    shown = explain(case.document, [(part, known, (WEIGHTS,)) for part in case.parts], (), "zh")
    assert "按权重，合上面的依据：有标题（把握" in shown
    assert "第 2 段  像 +" in shown
    assert "“检修” +" in shown
