"""The chapters of several reports, grouped, and the weights of the groups."""

from linter.authoring.centroids import Example, centroid, example, likeness, rarity, section_weights
from linter.authoring.groups import grouped
from linter.structure.chapters import chapters
from tests.support.drafts import draft

FIRST = "青石湾渡口工作总结\n一、渡船检修\n检修渡船四艘，更换缆绳六根。\n二、渡工培训\n培训渡工九人，全部合格。\n三、来年打算\n添置救生衣。\n"
SECOND = "白沙渡工作总结\n（一）让每条船都结实\n渡船上坡检修，缆绳换新。\n（二）让每个人都过关\n渡工轮流培训，考试合格。\n（三）往后怎么办\n添置两台抽水机。\n"
THIRD = "柳林渡口小结\n【学】\n请人来培训渡工，合格的发证。\n【修】\n检修两条渡船，换了缆绳。\n【客】\n亭子常备热茶。\n"


def examples(*texts: str) -> list[list[Example]]:
    cases = [draft(text) for text in texts]
    return [
        [example(number, case.document, each) for each in chapters(case.document, case.parts[0])]
        for number, case in enumerate(cases)
    ]


def names(groups: list[list[Example]]) -> list[set[str]]:
    return [{each.document.text[each.chapter.start : each.chapter.end] for each in group} for group in groups]


def test_of_a_single_report_every_chapter_is_a_group() -> None:
    assert names(grouped(examples(FIRST))) == [{"渡船检修"}, {"渡工培训"}, {"来年打算"}]


def test_no_chapters_make_no_groups() -> None:
    assert grouped([]) == []
    assert grouped([[]]) == []


def test_like_chapters_are_a_group_whatever_they_are_called_and_wherever_they_stand() -> None:
    assert sorted(map(sorted, names(grouped(examples(FIRST, SECOND, THIRD))))) == [
        ["修", "渡船检修", "让每条船都结实"],
        ["学", "渡工培训", "让每个人都过关"],
        ["客"],
        ["往后怎么办", "来年打算"],
    ]


def test_a_group_has_at_most_one_chapter_of_a_report() -> None:
    twice = FIRST.replace("来年打算\n添置救生衣。", "渡船再检修\n检修渡船四艘，更换缆绳六根。")
    for group in grouped(examples(twice, SECOND)):
        assert len({each.report for each in group}) == len(group)


def test_the_groups_do_not_hang_on_the_order_of_the_reports() -> None:
    forth, back = (examples(*texts) for texts in ((FIRST, SECOND, THIRD), (THIRD, SECOND, FIRST)))
    assert sorted(map(sorted, names(grouped(forth)))) == sorted(map(sorted, names(grouped(back))))


FUNDED = (
    "Bridge Report\n1. Work Done\nThe crew cleared the deck and painted the rails.\n"
    "2. Financial Report\nPaint and rails took most of the grant.\n",
    "Bridge Report\n1. Work of the Crew\nThe crew painted the deck and the rails.\n"
    "2. Budget and Expenditure\nSpending on rope and rent stayed below budget.\n",
    "Bridge Report\n1. Crew at Work\nRails were painted by the crew.\n"
    "2. Finances\nThe grant paid for rails.\n",
    "Bridge Report\n1. Work\nThe crew cleared rails and deck.\n"
    "2. Expenditures\nRope and rent were the spending; the grant has a rest.\n",
)


def test_groups_of_one_section_that_no_report_has_both_of_are_one() -> None:
    assert sorted(map(len, names(grouped(examples(*FUNDED))))) == [4, 4]


def test_chapters_that_have_nothing_in_common_stay_apart() -> None:
    other = "渡口小结\n一、茶水供应\n亭子常备热茶，茶叶由村里采买。\n"
    assert len(grouped(examples(FIRST[: FIRST.index("二、")], other))) == 2


def test_a_chapter_is_most_like_the_group_that_it_is_of() -> None:
    reports = examples(FIRST, SECOND, THIRD)
    rare = rarity([each for report in reports for each in report])
    groups = grouped(reports)
    for group in groups:
        for each in group:
            like = [likeness(each, centroid(other, rare)) for other in groups]
            assert max(like) == like[groups.index(group)] <= 1.2


def test_weights_are_whole_numbers_one_a_section() -> None:
    (report,) = examples(FIRST)
    rare = rarity(report)
    made = section_weights({f"s{number}": centroid([each], rare) for number, each in enumerate(report)})
    assert made.sections == ("s0", "s1", "s2")
    assert {len(row.split(" ")) for row in (*made.naming.values(), *made.treating.values())} == {3}
    boats, crews, plans = map(int, made.naming["船检"].split(" "))
    assert boats > 0 == crews == plans
