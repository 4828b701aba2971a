"""Copied paragraphs and sentences: what is one, and what only looks like one."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.checks.duplicate import Options, build, compare, gather
from linter.checks.duplicate.similarity import (
    CopyCriterion,
    copies,
    letter_count,
    letter_runs,
    most_similar,
    similarity,
)
from tests.support.drafts import draft

WELLS = (
    "今年以来，水务所对辖区内38眼机井逐一登记造册，更换老旧水泵12台，清淤渠道6公里，"
    "协调供电部门架设线路，解决了东片三个村浇地难的问题，受益农户达到420户。"
)
BOOKS = (
    "图书室坚持每周开放六天，新购农技、少儿、健康类图书900册，组织流动书箱进村入户，"
    "邀请退休教师担任阅读辅导员，带动留守儿童在假期里读好书、写日记、讲故事。"
)
ROADS = (
    "针对雨季塌方多发的路段，养护站提前备足砂石和警示标牌，安排专人昼夜巡查，"
    "发现险情立即封闭交通，上半年共排除隐患17处，没有发生一起车辆滞留事件。"
)
DEFAULT = Options()
STOCK = ("如下$", "指导思想$")


def pairs(text: str, options: Options = DEFAULT) -> list[tuple[int, int]]:
    """The (earlier, later) lines that are reported."""
    case = draft(text)
    line = case.document.locate
    matches = build(options)(case)
    return sorted((line(one.start)[0], line(match.start)[0]) for match in matches for one in match.related)


SILENT = {
    "different paragraphs": [WELLS, BOOKS, ROADS],
    "equal headings": [
        "一、加强组织领导，落实工作责任，统筹推进各项重点任务落地见效",
        WELLS,
        "一、加强组织领导，落实工作责任，统筹推进各项重点任务落地见效",
        BOOKS,
    ],
    "short set phrases": ["特此报告。", WELLS, "特此报告。", "以上报告，请予审阅。", "以上报告，请予审阅。"],
    "signature and addressee": [
        "镇人民政府：",
        WELLS,
        "水务所",
        "2024年7月3日",
        "镇人民政府：",
        BOOKS,
        "水务所",
        "2024年7月3日",
    ],
    "table rows": ["东片\t机井登记造册更换老旧水泵清淤渠道架设线路解决浇地难\t12"] * 2,
    "one frame, other content": [
        "（一）东片突出“稳”字。以机井管护为重点，逐村落实管水员，做到渠系有人管、设备有人修。",
        "（二）西片突出“快”字。以道路抢修为重点，逐段落实养护工，做到塌方有人清、险情有人报。",
    ],
}


@pytest.mark.parametrize("lines", SILENT.values(), ids=SILENT)
def test_silent(lines: list[str]) -> None:
    assert pairs("\n".join(lines)) == []


COPIES = {
    "word for word": WELLS,
    "indented": "　　" + WELLS,
    "numbered": "（二）" + WELLS,
    "other figures": WELLS.replace("38", "51").replace("12", "7").replace("420", "1036"),
    "clauses moved": "，".join(reversed(WELLS.rstrip("。").split("，"))) + "。",
    "some words changed": WELLS.replace("辖区", "全镇").replace("逐一", "全部").replace("达到", "共有"),
    "half-width marks": WELLS.replace("，", ",").replace("。", "."),
    "built into a longer paragraph": "按照年初部署，水利工作有序推进。" + WELLS + "群众送来锦旗两面。",
}


@pytest.mark.parametrize("copy", COPIES.values(), ids=COPIES)
def test_copy(copy: str) -> None:
    assert pairs("\n".join([WELLS, BOOKS, copy])) == [(1, 3)]
    assert pairs("\n".join([copy, BOOKS, WELLS])) == [(1, 3)]


def test_copies_between_parts_of_a_collection() -> None:
    first = ["水务所2024年工作总结", "一、主要工作", WELLS, "水务所", "2024年12月20日"]
    second = ["文化站2024年工作总结", "一、主要工作", WELLS, BOOKS, "文化站", "2024年12月22日"]
    assert pairs("\n".join(first + second)) == [(3, 8)]


def test_three_copies_give_every_pair_once() -> None:
    assert pairs("\n".join([WELLS, BOOKS, WELLS, WELLS])) == [(1, 3), (1, 4), (3, 4)]


def test_a_finding_names_the_most_similar_place() -> None:
    changed = WELLS.replace("供电部门", "电力公司").replace("更换", "淘汰")
    (match, last) = build(Options())(draft("\n".join([changed, WELLS, WELLS])))
    assert match.values["line"] == 1
    assert match.values["percent"] < 100
    assert (last.values["line"], last.values["percent"]) == (2, 100)
    assert [one.message.zh for one in last.related][1] == "此处文字相同"


def test_options() -> None:
    half = WELLS[:42] + BOOKS[:40]
    assert pairs("\n".join([WELLS, half])) == []
    assert pairs("\n".join([WELLS, half]), Options(threshold=0.4)) == [(1, 2)]
    longer = BOOKS + WELLS + ROADS
    assert pairs("\n".join([WELLS, longer])) == [(1, 2)]
    assert pairs("\n".join([WELLS, longer]), Options(measure="jaccard", threshold=0.6)) == []
    assert pairs("\n".join([WELLS, WELLS]), Options(min_chars=200)) == []


def test_set_phrases_do_not_count() -> None:
    opening = "根据区里关于报送半年材料的通知精神和有关指导思想，现将本单位上半年工作开展情况汇报如下。"
    assert pairs("\n".join([opening, WELLS, opening])) == [(1, 3)]
    assert pairs("\n".join([opening, WELLS, opening]), Options(ignore=STOCK)) == []
    assert pairs("\n".join([WELLS, opening, WELLS]), Options(ignore=STOCK)) == [(1, 3)]


LONG = (
    "每名干部联系十户居民并逐户填写民情记录本，"
    "能当场办结的事项当场办结绝不拖延，一时办不了的列入清单限期答复。"
)
SENTENCES = Options(unit="sentence", min_chars=40)


def test_a_sentence_in_two_paragraphs() -> None:
    text = "\n".join([BOOKS + LONG + WELLS, "居民反映，办事比过去顺畅多了。" + LONG + ROADS])
    assert pairs(text) == []
    (match,) = build(SENTENCES)(draft(text))
    assert text[match.start : match.end] == LONG
    assert [text[one.start : one.end] for one in match.related] == [LONG]


def test_a_sentence_in_many_paragraphs_names_some_of_them() -> None:
    """Each paragraph names a bounded number of others: all would grow with the square."""
    own = (
        "".join(map(chr, range(0x4E00 + 200 * number, 0x4E00 + 200 * number + 150))) for number in range(60)
    )
    text = "\n".join(f"{words}。{LONG}" for words in own)
    found = list(build(SENTENCES)(draft(text)))
    assert len(found) == 59
    assert max(len(match.related) for match in found) == 16


def test_a_sentence_twice_in_one_paragraph() -> None:
    assert pairs(LONG + BOOKS + LONG, SENTENCES) == [(1, 1)]


@pytest.mark.parametrize(
    "lines",
    [
        [BOOKS + LONG, BOOKS + LONG],
        [BOOKS + "已经办结。", ROADS + "已经办结。"],
        [BOOKS + LONG, ROADS + LONG.replace("干部", "党员").replace("居民", "住户")],
    ],
    ids=["inside a copied paragraph", "short", "not letter for letter"],
)
def test_no_sentence(lines: list[str]) -> None:
    assert pairs("\n".join(lines), SENTENCES) == []


RUN = Options(scope="run")


def across(*texts: str, options: Options = RUN) -> list[tuple[str, int, str | None, tuple[int, int] | None]]:
    """What is reported of files a, b, c …: (file, line, other file, its lines)."""
    names = [chr(ord("a") + number) for number in range(len(texts))]
    drafts = {name: draft(text, name) for name, text in zip(names, texts, strict=True)}
    files = [(name, gather(options)(case)) for name, case in drafts.items()]
    return [
        (
            path,
            drafts[path].document.locate(match.start)[0],
            match.related[0].path,
            match.related[0].place[:2],
        )
        for path, match in compare(options)(files)
    ]


def test_across_files() -> None:
    assert across(WELLS + "\n" + BOOKS, ROADS) == []
    assert across(WELLS + "\n" + BOOKS, ROADS + "\n" + BOOKS) == [("b", 2, "a", (2, 2))]
    changed = BOOKS.replace("900", "120").replace("退休", "在职")
    assert across(ROADS + "\n\n" + BOOKS, changed) == [("b", 1, "a", (3, 3))]


def test_a_file_is_not_compared_with_itself() -> None:
    assert across(WELLS + "\n" + WELLS, ROADS) == []
    assert list(build(RUN)(draft(WELLS + "\n" + WELLS))) == []
    assert gather(Options())(draft(WELLS)) == ()


def test_many_copies_name_one_source_each() -> None:
    found = across(BOOKS, *[WELLS] * 5)
    assert [(path, other) for path, _, other, _ in found] == [(path, "b") for path in "cdef"]


def test_across_no_files() -> None:
    assert across() == []
    assert across("", "特此报告。") == []


# --- the measure ----------------------------------------------------------------------------------

passages = st.lists(st.text("水务所对辖区内机井逐登记造册abc", min_size=3, max_size=12), max_size=6)
criteria = st.sampled_from([CopyCriterion(), CopyCriterion(0.6, False), CopyCriterion(0.5, gram=2)])


@given(passages, passages, criteria)
def test_similarity_is_symmetric_and_a_share(
    one: list[str], other: list[str], criterion: CopyCriterion
) -> None:
    score = similarity(one, other, criterion)
    assert score == similarity(other, one, criterion)
    assert score == 0 or criterion.threshold <= score <= 1


@given(passages, st.randoms(use_true_random=False))
def test_order_of_clauses_does_not_count(one: list[str], chance: random.Random) -> None:
    moved = one[:]
    chance.shuffle(moved)
    if letter_count(one):
        assert similarity(one, moved, CopyCriterion()) == 1


@given(st.lists(passages, max_size=8))
def test_candidates_are_verified_and_verbatim_copies_are_never_lost(found: list[list[str]]) -> None:
    got = {(at, other): score for at, others in copies(found, CopyCriterion()) for other, score in others}
    for (at, other), score in got.items():
        assert other < at
        assert score == similarity(found[other], found[at], CopyCriterion())
    verbatim = {
        (at, other)
        for at in range(len(found))
        for other in range(at)
        if found[at] and found[at] == found[other]
    }
    assert verbatim <= got.keys()


@given(st.lists(st.tuples(st.integers(0, 3), passages.filter(bool)), max_size=8))
def test_likest_compares_files_with_earlier_ones(entries: list[tuple[int, list[str]]]) -> None:
    entries.sort(key=lambda entry: entry[0])
    sources, found = [entry[0] for entry in entries], [entry[1] for entry in entries]
    for at, other, score in most_similar(found, sources, CopyCriterion()):
        assert sources[other] < sources[at]
        assert score == similarity(found[other], found[at], CopyCriterion())


def test_stretches_are_runs_of_three_letters_and_more() -> None:
    assert letter_runs("2024年，全镇 共完成12.5公里（含支线）ABC") == ["共完成", "含支线", "ABC"]
