"""Sections by fitted weights: the units of a report, their scores, the states, and the file of weights."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.model.errors import RulesetError
from linter.model.message import Message
from linter.model.outline import Context, Presence
from linter.model.rules import SectionTerms
from linter.model.weights import SCALE, STATES, Rows, SectionWeights
from linter.ruleset.weights import load, written
from linter.structure.explanation import explain
from linter.structure.fitted import (
    FEATURES,
    features,
    fitted_states,
    for_and_against,
    packed,
    scores,
    unpacked,
)
from linter.structure.section_terms import Vocabulary
from linter.structure.under_headings import TEXT_FEATURES, is_about
from linter.structure.units import ngrams, units
from linter.structure.weighed import weighed
from tests.support.drafts import draft, with_sections

REPORT = """河西镇上半年工作总结
一、学习抓在平时
每月集中学习一次，党员领读原文。
二、办事抓在窗口
窗口延时服务，办结事项九件。
三、算算还差哪几步
排队时间偏长；台账补记较多。
"""


def row(section: int, weight: int) -> str:
    """Weights of an n-gram for one of two sections."""
    return " ".join(str(weight if each == section else 0) for each in range(2))


def verdicts() -> dict[str, tuple[tuple[float, ...], ...]]:
    """A section is a heading when a heading of a line of its own names it, else in running text."""
    nothing = [0.0] * len(FEATURES)
    heading = [1.0 if name == "line names" else 0.0 for name in FEATURES]
    body = [1.0 if name == "sentence 1" else 0.0 for name in FEATURES]
    return dict.fromkeys(("study", "gaps"), ((0.0, *nothing), (-2.0, *body), (0.0, *heading)))


def about() -> tuple[float, ...]:
    """A text is of a section when no other one is ahead, rather than by what it says of its own."""
    return (-0.5, *(1.0 if name == "before rivals" else 0.0 for name in TEXT_FEATURES))


WEIGHTS = SectionWeights(
    ("study", "gaps"),
    Rows({"@bias": "-96 -96", "学习": row(0, 256), "还差": row(1, 256)}),
    Rows({"@bias": "-96 -96", "集中": row(0, 160), "偏长": row(1, 192), "补记": row(1, 96)}),
    verdicts(),
    texts=dict.fromkeys(("study", "gaps"), about()),
)


def states(text: str) -> dict[str, str]:
    case = draft(text)
    said = dict.fromkeys(WEIGHTS.sections, "absent")
    found, _ = fitted_states(case.document, case.parts[0], WEIGHTS, said)
    return {section: each.state for section, each in found.items()}


def test_units_are_the_headings_and_the_sentences_behind_the_title() -> None:
    case = draft(REPORT)
    found = units(case.document, case.parts[0])
    assert [(unit.kind, case.document.text[unit.start : unit.end]) for unit in found][:4] == [
        ("line", "学习抓在平时"),
        ("sentence", "每月集中学习一次，党员领读原文。"),
        ("line", "办事抓在窗口"),
        ("sentence", "窗口延时服务，办结事项九件。"),
    ]
    assert [unit.place for unit in found] == sorted(unit.place for unit in found)


def test_a_heading_is_weighed_with_its_ends_a_sentence_without_its_marks() -> None:
    case = draft(REPORT)
    heading, sentence = units(case.document, case.parts[0])[:2]
    assert {"^学", "时$", "学习", "学习抓", "@line"} <= ngrams(case.document.text, heading)
    grams = ngrams(case.document.text, sentence)
    assert {"集中", "@sentence"} <= grams
    assert not grams & {"次党", "，党", "习一次", "^每", "@place 0", "@late sentence"}


def test_states_follow_from_headings_and_sentences() -> None:
    assert states(REPORT) == {"study": "heading", "gaps": "heading"}
    assert states(REPORT.replace("算算还差哪几步", "其他情况")) == {"study": "heading", "gaps": "body"}
    assert states(REPORT.replace("偏长", "缩短").replace("补记", "齐全").replace("还差", "做完")) == {
        "study": "heading",
        "gaps": "absent",
    }


def test_what_decided_is_told_with_its_weight() -> None:
    case = draft(REPORT)
    heading = units(case.document, case.parts[0])[0]
    assert for_and_against(case.document, heading, WEIGHTS, 0) == [("学习", 8.0)]
    assert for_and_against(case.document, heading, WEIGHTS, 1) == []


@pytest.mark.parametrize(
    "text",
    [
        "每月集中学习一次，集中学习、集中。",
        "集中 学习3次，A级集中",
        "中。",
        "集中𠮷集中学习",
    ],
)
def test_a_sentence_is_weighed_by_its_ngrams_each_once(text: str) -> None:
    case = draft(f"河西镇上半年工作总结\n{text}\n办结事项九件。\n")
    grams = {gram: row(0, at + 1) for at, gram in enumerate(("集中", "学习", "中学", "习集", "A级", "级集"))}
    weights = WEIGHTS._replace(treating=Rows({"@bias": row(1, 32), "@sentence": row(1, 64), **grams}))
    for unit, odds in scores(case.document, case.parts[0], weights).sentences:
        known = grams.keys() & ngrams(case.document.text, unit)
        assert odds == (sum(int(grams[gram].split()[0]) for gram in known) / SCALE, 3.0)


@given(st.lists(st.lists(st.integers(-999_999, 999_999), min_size=5, max_size=5), max_size=200))
def test_packed_weights_add_up_as_the_numbers_do(rows: list[list[int]]) -> None:
    total = sum(packed(" ".join(map(str, row))) for row in rows)
    expected = [sum(column) for column in zip(*rows, strict=True)] or [0] * 5
    assert unpacked(total, 5) == tuple(value / SCALE for value in expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("排队时间偏长；台账补记较多。", "own"),
        ("每月集中办公；排队时间偏长；台账补记较多。", "own"),
        ("来客九批。", "open"),
        ("", "open"),
        ("集中办了两期，人人到场。", "another's"),
        ("集中办了两期；集中看了三回；台账补记较多。", "another's"),
    ],
)
def test_a_text_is_of_the_section_that_most_of_it_treats(text: str, expected: str) -> None:
    case = draft(REPORT.replace("排队时间偏长；台账补记较多。", text))
    found = scores(case.document, case.parts[0], WEIGHTS)
    (under,) = (
        under
        for (unit, _), under in zip(found.headings, found.under, strict=True)
        if case.document.text[unit.start : unit.end] == "算算还差哪几步"
    )
    share = is_about([values for _, values in found.sentences[under]], WEIGHTS, 1)
    assert {"own": share > 0.6, "open": 0.3 < share <= 0.5, "another's": share < 0.2}[expected]


def test_the_same_text_is_as_much_of_a_section_wherever_it_stands() -> None:
    """Else what was done would read like a plan at the end of a report."""
    one, other = "一、甲事\n排队时间偏长。\n", "二、乙事\n每月集中学习一次。\n"
    told = []
    for text in (one + other, other + one):
        case = draft(f"河西镇上半年工作总结\n{text}")
        found = scores(case.document, case.parts[0], WEIGHTS)
        told.append({case.document.text[unit.start : unit.end]: odds for unit, odds in found.sentences})
    assert told[0] == told[1]


def judged(case: Context) -> dict[str, Presence]:
    """The sections by the weights, where the rule file has a word for each."""
    words = {"study": ("学习",), "gaps": ("差距",)}
    titles = {"study": "学习情况", "gaps": "查找的差距"}
    known = Vocabulary(SectionTerms(name, Message(titles[name], name), own) for name, own in words.items())
    return weighed(case.document, case.parts[0], case.presences[0], known, WEIGHTS)


def test_places_are_those_of_the_words_where_the_state_is_the_same() -> None:
    case = with_sections(draft(REPORT), study="学习", gaps="差距")
    document, by_words, found = case.document, case.presences[0], judged(case)
    assert found["study"].spans == by_words["study"].spans
    assert by_words["gaps"].state == "absent"
    start, end = found["gaps"].spans[0]
    assert document.text[start:end] == "算算还差哪几步"
    (body, *_) = found["gaps"].body
    assert document.text[slice(*body)].strip().startswith("排队时间偏长")


@pytest.mark.parametrize(
    "below", ["无。", "", "（一）窗口方面", "（一）窗口方面\n（二）档案方面\n（三）值守方面"]
)
def test_a_heading_by_the_authors_word_with_nothing_below_is_there_and_empty(below: str) -> None:
    text = REPORT.replace("算算还差哪几步", "差距").replace("排队时间偏长；台账补记较多。", below)
    case = with_sections(draft(text), study="学习", gaps="差距")
    found = judged(case)
    assert found["gaps"].state == "heading"


def test_a_heading_whose_text_speaks_of_something_else_is_named_as_what_comes_nearest() -> None:
    text = REPORT.replace("算算还差哪几步", "差距变优势").replace("偏长；台账补记较多", "缩短一半，群众满意")
    case = with_sections(draft(text), study="学习", gaps="差距")
    found = judged(case)["gaps"]
    assert found.state == "absent"
    assert [case.document.text[slice(*span)] for span in found.near] == ["差距变优势"]


GAPS = "算算还差哪几步\n排队时间偏长；台账补记较多。"


@pytest.mark.parametrize(
    ("heading", "text", "expected"),
    [
        ("差距", "排队时间偏长；台账补记较多。", ("heading", False)),
        ("差距", "排队时间过长；台账漏记较多。", ("heading", False)),
        ("主要差距", "排队时间过长；台账漏记较多。", ("heading", True)),
        ("差距与学习", "集中办公耗时，排队偏长。", ("heading", False)),
        ("差距", "集中办了两期，人人到场。", ("heading", True)),
        ("主要差距", "集中办了两期，人人到场。", ("absent", False)),
        ("查找的差距", "排队时间过长；台账漏记较多。", ("heading", False)),
        ("查找的差距", "集中办了两期，人人到场。", ("heading", True)),
        ("差距变优势", "排队时间过长；台账漏记较多。", ("absent", False)),
        ("排队", "排队时间过长；台账漏记较多。", ("absent", False)),
    ],
    ids=[
        "borne-out",
        "neither",
        "half-of-it",
        "merged",
        "about-another",
        "half-of-it-about-another",
        "the-title",
        "the-title-about-another",
        "a-passing-word",
        "unnamed",
    ],
)
def test_a_plain_heading_by_the_authors_words_is_doubted_for_its_text_and_overruled_only_if_it_says_more(
    heading: str, text: str, expected: tuple[str, bool]
) -> None:
    case = with_sections(draft(REPORT.replace(GAPS, f"{heading}\n{text}")), study="学习", gaps="差距")
    found = judged(case)["gaps"]
    assert (found.state, found.unsure) == expected
    assert 0 <= found.confidence <= 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("排队时间偏长。", (False, False)),
        ("集中办了两期，人人到场。", (True, True)),
        ("无。", (False, False)),
        ("", (False, False)),
        ("来客九批。", (False, False)),
    ],
    ids=["its own", "another's", "nothing", "empty", "nobody's"],
)
def test_a_section_whose_heading_stands_over_text_about_another_is_unsure(
    text: str, expected: tuple[bool, bool]
) -> None:
    case = with_sections(
        draft(REPORT.replace("排队时间偏长；台账补记较多。", text)), study="学习", gaps="差距"
    )
    found = judged(case)["gaps"]
    assert (found.state, found.foreign, found.unsure) == ("heading", *expected)


def test_only_what_nearly_counts_is_named_beside_an_absent_section() -> None:
    case = with_sections(draft(REPORT.replace(GAPS, "接待\n来客九批。")), study="学习", gaps="差距")
    assert judged(case)["gaps"].near == ()


def test_a_signature_below_a_report_never_comes_near() -> None:
    text = "青石渡口总结\n一、学习抓在平时\n每月集中学习一次，党员领读原文。\n青石渡口补记组\n2024年7月2日\n"
    case = with_sections(draft(text), study="学习", gaps="差距")
    found = judged(case)["gaps"]
    assert found.state == "absent"
    assert all("补记组" not in case.document.text[slice(*span)] for span in found.near)


LINES = [*REPORT.split("\n"), "", "（一）学习", "还差一步。", "一是集中学习，偏长。"]


@given(st.lists(st.sampled_from(LINES), max_size=30))
def test_any_report_has_a_state_with_a_probability(lines: list[str]) -> None:
    case = draft("总结\n" + "\n".join(lines) + "\n某事。")
    for part in case.parts:
        found, told = fitted_states(case.document, part, WEIGHTS, dict.fromkeys(WEIGHTS.sections, "absent"))
        assert set(found) == set(WEIGHTS.sections)
        assert all(each.state in STATES and 1 / 3 <= each.confidence <= 1 for each in found.values())
        assert len(features(told, 0, "absent")) == len(FEATURES)
        assert told == scores(case.document, part, WEIGHTS)


@pytest.mark.parametrize(
    ("gram", "zh"),
    [
        ("@line", "标题独占一行"),
        ("@late line", "靠后的标题独占一行"),
        ("@place 2", "位置在全文 3/10 处"),
        ("^学习", "开头“学习”"),
        ("学习$", "结尾“学习”"),
        ("学习", "“学习”"),
    ],
)
def test_what_decided_is_told_in_words(gram: str, zh: str) -> None:
    table = {"@bias": "0 0", gram: row(0, 64)}
    case = draft(REPORT.replace("一、", "").replace("学习抓在平时", "学习") + "四、学习\n" + "见上。" * 9)
    known = Vocabulary([SectionTerms("study", Message("学习", "study"))])
    own = WEIGHTS._replace(naming=Rows(table), treating=Rows(table))
    shown = explain(case.document, [(case.parts[0], known, (own,))], (), "zh")
    assert f"{zh} +2.0" in shown
    assert "@" not in shown


def test_a_report_behind_another_is_weighed_as_it_is_alone() -> None:
    alone, both = draft(REPORT), draft(f"{REPORT}\n{REPORT}")
    assert len(both.parts) == 2
    wanted = scores(alone.document, alone.parts[0], WEIGHTS)
    for part in both.parts:
        found = scores(both.document, part, WEIGHTS)
        assert [odds for _, odds in found.headings] == [odds for _, odds in wanted.headings]
        assert [odds for _, odds in found.sentences] == [odds for _, odds in wanted.sentences]


def test_what_hardly_weighs_did_not_decide() -> None:
    table = Rows({"@bias": "0 0", "学习": row(0, 64), "习抓": row(0, -1), "抓在": row(0, -2)})
    case = draft(REPORT)
    known = Vocabulary([SectionTerms("study", Message("学习", "study"))])
    shown = explain(case.document, [(case.parts[0], known, (WEIGHTS._replace(naming=table),))], (), "zh")
    assert "“学习” +2.0" in shown
    assert "“抓在” -0.1" in shown
    assert "“习抓”" not in shown


@pytest.mark.parametrize(
    ("heading", "said"),
    [
        ("算算还差哪几步", "有标题（把握"),
        ("差距", "有标题（标题写明了，以标题为准；"),
    ],
)
def test_a_heading_that_counts_against_the_weights_is_told_to(heading: str, said: str) -> None:
    case = draft(REPORT.replace("算算还差哪几步", heading))
    terms = [
        SectionTerms("study", Message("学习", "study")),
        SectionTerms("gaps", Message("差距", "gaps"), ("差距",)),
    ]
    shown = explain(case.document, [(case.parts[0], Vocabulary(terms), (WEIGHTS,))], ("gaps",), "zh")
    assert f"按权重，合上面的依据：{said}" in shown


# --- the file -------------------------------------------------------------------------------------


def test_weights_written_and_read_are_the_same(tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    path.write_text(written(WEIGHTS, "Made for a test.\nBy hand."), encoding="utf-8")
    assert path.read_text("utf-8").startswith("# Made for a test.\n# By hand.\nsections\tstudy gaps\n")
    assert load([str(path)]) == WEIGHTS


def test_weights_of_several_files_are_added_up(tmp_path: Path) -> None:
    first, second = tmp_path / "a.tsv", tmp_path / "b.tsv"
    first.write_text(written(WEIGHTS), encoding="utf-8")
    second.write_text("sections\tstudy gaps\nnaming\t学习\t-32 8\nnaming\t短板\t0 64\n", encoding="utf-8")
    both = load([str(first), str(second)])

    assert (both.naming["学习"], both.naming["短板"]) == ("256 0;-32 8", "0 64")
    case = draft(REPORT)
    heading = units(case.document, case.parts[0])[0]
    assert for_and_against(case.document, heading, both, 0) == [("学习", 7.0)]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("sections\tstudy gaps\nnaming\t学习\t1\n", 2),
        ("sections\tstudy gaps\nnaming\t学习\t1 x\n", 2),
        ("sections\tstudy gaps\nnaming\t学习 1 2\n", 2),
        ("sections\tstudy gaps\n\n# 注\nshouting\t学习\t1 2\n", 4),
        ("sections\tstudy gaps\nnaming\t学习\t1 2", 2),
        ("naming\t学习\t1 2\n", 1),
        ("sections\tstudy\nnaming\t学习\t1\ntreating\t学习\t1\nnaming\t短板\t1\n", 4),
        ("sections\tstudy\nverdict\tstudy\tabsent\t1 2 3\n", 2),
        ("sections\tstudy gaps\nnaming\t学习\t1 2\n", 1),
    ],
)
def test_what_is_wrong_in_a_file_is_told_with_its_line(tmp_path: Path, text: str, line: int) -> None:
    path = tmp_path / "a.tsv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(RulesetError, match=rf"a\.tsv:{line}:") as raised:
        load([str(path)])
    assert "reportlint learn" in raised.value.text.zh


HOSTILE = {
    "a number of thousands of digits": ("256", "9" * 6000),
    "one beyond every float": ("-2.000", "9" * 400),
    "digits of another script": ("256", "٣"),
    "a verdict that lacks states, on the first line": ("sections", "verdict\tstudy\tbody\t-1.000"),
    "places, but not for every section": ("naming\t@bias", "place\tstudy\t0.500 1.000\nnaming\t@bias"),
    "a place for a section of its own": ("naming\t@bias", "place\tother\t0.500 1.000\nnaming\t@bias"),
}


@pytest.mark.parametrize(("old", "new"), HOSTILE.values(), ids=HOSTILE)
def test_weights_that_would_break_a_judgement_are_refused(tmp_path: Path, old: str, new: str) -> None:
    path = tmp_path / "a.tsv"
    path.write_text(written(WEIGHTS).replace(old, new, 1), encoding="utf-8")
    with pytest.raises(RulesetError, match=r"a\.tsv:[0-9]+:"):
        load([str(path)])


def test_a_name_that_no_file_has_is_an_error() -> None:
    with pytest.raises(RulesetError):
        load(["a\0b.tsv"])


@pytest.mark.parametrize("content", [None, b"sections\t\xff\n"])
def test_a_file_that_cannot_be_read_is_an_error(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "a.tsv"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(RulesetError):
        load([str(path)])


def test_weights_of_none_of_the_sections_of_a_ruleset_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    path.write_text(written(WEIGHTS), encoding="utf-8")
    assert load([str(path)], ["gaps", "more"]) == WEIGHTS
    with pytest.raises(RulesetError, match="study, gaps"):
        load([str(path)], ["crews"])
