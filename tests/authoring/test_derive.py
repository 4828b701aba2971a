"""A ruleset derived from a report: it loads, the report passes it, and it catches what the next one lacks."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from linter import readers
from linter.authoring import ruletest
from linter.authoring.derive import Derived, derive
from linter.authoring.models import Source
from linter.engine.selection import RulesetSelector, Selection
from linter.model.errors import ConfigError
from linter.ruleset.library import library, load
from linter.structure.subject_words import Words, distinctive_words, kind_in_words, kind_of_report
from linter.text.characters import count_han
from tests.support.program import EXAMPLES, call
from tests.support.rules import with_words
from tests.support.runs import check
from tests.support.words import outline
from tests.support.words import words as shipped_words

REPORT = """\
松泉县图书馆2025年工作总结

2025年，松泉县图书馆坚持免费开放，读者满意度有所提高。

一、基本情况
馆藏图书21万册，全年开放341天，接待读者18.6万人次，比上年增加1.2万人次；借还图书9.4万册，办理读者证3200个，电子资源访问量达到41万次，各项指标都完成了年初的计划。

二、拓展未成年人阅读服务
绘本馆每周六举办亲子共读，全年52场，参加家庭1900户；与全县14所小学签订图书流动协议，每两个月轮换一次，流动图书1.1万册；暑假开办小小图书管理员体验，三期共招收90人。

三、守牢消防底线
更换灭火器46个，改造老化线路3处，每季度组织一次疏散演练；古籍书库加装气体灭火装置，双人双锁，出入登记齐全，全年没有发生火情，上级抽查两次都没有发现隐患。

四、存在的问题
乡镇分馆的流动图书更新慢，有的书架半年没有换过；数字资源宣传不够，五十岁以上的读者很少使用；编目人手不足，新书从到馆到上架平均要二十天，读者意见较多。

五、明年工作打算
分馆图书每季度轮换一次，由总馆统一配送；在服务台设数字资源辅导员，帮老年读者学会手机借阅；招聘编目员两名，把新书上架时间压缩到十天以内。

松泉县图书馆
2026年1月8日
"""


def derived(text: str, number: int = 1) -> Derived:
    document = readers.read("去年.txt", text.encode())
    return derive([Source(document, number)])


def found(text: str, rules: str, folder: Path) -> set[str]:
    """The ids of the rules that fire on a text under a rule file."""
    (folder / "own.yaml").write_text(rules, "utf-8")
    (folder / "draft.txt").write_text(text, "utf-8")
    selector = RulesetSelector(Selection((str(folder / "own.yaml"),)))
    (file,) = check([str(folder / "draft.txt")], selector).files
    assert file.error is None
    return {finding.rule for finding in file.findings}


def replaced(text: str, old: str, new: str) -> str:
    assert old in text
    return text.replace(old, new)


# --- must stay silent: the report itself --------------------------------------------------------------


def test_the_report_passes_without_a_finding(tmp_path: Path) -> None:
    assert found(REPORT, derived(REPORT).text, tmp_path) == set()


def test_so_does_the_same_report_a_year_later(tmp_path: Path) -> None:
    later = REPORT.replace("2026年", "2027年").replace("2025年", "2026年").replace("松泉县", "云杉县")
    later = replaced(later, "三、守牢消防底线", "三、消防安全常抓不懈")
    assert found(later, derived(REPORT).text, tmp_path) == set()


@pytest.mark.parametrize("name", ["complete.txt", "gbk.txt", "collection.txt"])
def test_the_complete_examples_pass_their_rulesets(name: str) -> None:
    document = readers.read(str(EXAMPLES / name), Path(EXAMPLES / name).read_bytes())
    parts = outline(document)
    for number in range(1, len(parts) + 1):
        made = derive([Source(document, number)])
        assert made.problems == ()
        assert made.sections >= 3


# --- what it catches in the next report ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("二、拓展未成年人阅读服务", "二、其他", "own-section-2"),
        ("三、守牢消防底线\n更换灭火器46个", "更换灭火器46个", "own-section-3"),
        (
            REPORT[REPORT.index("绘本馆") : REPORT.index("三、")],
            "举办活动52场、服务90人。\n",
            "own-section-2-length",
        ),
        (
            REPORT[REPORT.index("馆藏") : REPORT.index("二、")],
            "全年平稳有序。" * 30 + "\n\n",
            "own-situation-figures",
        ),
        (
            REPORT[REPORT.index("四、存在的问题") : REPORT.index("五、")],
            "四、其他\n全年编印馆讯12期，接待外地同行参观4批。\n\n",
            "shortcomings-present",
        ),
    ],
    ids=["section", "heading", "length", "figures", "inherited"],
)
def test_a_report_that_lacks_something(old: str, new: str, rule: str, tmp_path: Path) -> None:
    assert rule in found(replaced(REPORT, old, new), derived(REPORT).text, tmp_path)


def test_a_report_in_another_order(tmp_path: Path) -> None:
    second, third = REPORT.index("二、"), REPORT.index("三、")
    fourth = REPORT.index("四、")
    swapped = REPORT[:second] + REPORT[third:fourth] + REPORT[second:third] + REPORT[fourth:]
    assert "own-order" in found(swapped, derived(REPORT).text, tmp_path)


# --- what is written ----------------------------------------------------------------------------------


def test_the_sections_are_the_headings_in_order() -> None:
    made = yaml.safe_load(derived(REPORT).text)
    assert made["extends"] == ["work-report"]
    assert made["title"]["zh"] == "工作总结"
    assert [section["id"] for section in made["sections"]] == [
        "situation", "section-2", "section-3", "shortcomings", "next_steps",
    ]  # fmt: skip
    words = {section["id"]: section.get("headings") for section in made["sections"]}
    assert words["section-2"] is not None
    assert "阅读" in words["section-2"]
    assert "服务" in words["section-2"]
    assert words["section-3"] is not None
    assert "消防" in words["section-3"]
    assert words["shortcomings"] is None


def test_comments_say_where_a_value_comes_from() -> None:
    text = derived(REPORT).text
    assert "# 第 8 行“拓展未成年人阅读服务”" in text
    assert "# 第 5 行“基本情况”，即自带的“工作情况”" in text
    assert "第 1 行的标题，去掉了单位和时间" in text


def test_lengths_are_round_and_well_below_what_the_report_has(tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text(derived(REPORT).text, "utf-8")
    rules = load(str(tmp_path / "own.yaml")).rules
    limits = [rule.options["min"] for rule in rules if rule.id.startswith("own-") and rule.check == "length"]
    assert len(limits) == 5
    assert all(limit % 10 == 0 and 30 <= limit <= 60 for limit in limits)


def test_sections_below_a_heading_that_holds_much_of_the_report() -> None:
    nested = (
        REPORT.replace("二、", "（一）")
        .replace("三、", "（二）")
        .replace("四、", "二、")
        .replace("五、", "三、")
    )
    made = yaml.safe_load(derived(nested).text)
    assert [section["id"] for section in made["sections"]][:3] == ["situation", "section-2", "section-3"]
    levels = {rule["id"]: rule["level"] for rule in made["rules"]}
    assert levels["own-section-2"] == "warning"


def test_an_inherited_rule_that_the_report_does_not_meet_is_switched_off(tmp_path: Path) -> None:
    short = REPORT[: REPORT.index("四、")] + "松泉县图书馆\n2026年1月8日\n"
    made = derived(short)
    off = [
        rule["id"] for rule in yaml.safe_load(made.text)["rules"] if rule["level"] is False
    ]  # YAML 1.1's off
    assert off == ["shortcomings-present", "next-steps-present"]
    assert found(short, made.text, tmp_path) == set()


def test_no_rule_is_loosened_for_what_was_left_over_in_the_report() -> None:
    made = derived(replaced(REPORT, "馆藏图书21万册", "馆藏图书××万册"))
    assert [(fault.rule, fault.line) for _, fault in made.problems] == [("leftover-mask", 6)]
    assert "leftover-mask" not in made.text


@pytest.mark.parametrize(
    "text",
    [
        REPORT,
        REPORT.replace("一、基本情况", "一、总体情况").replace("二、拓展未成年人阅读服务", "二、工作情况"),
        (EXAMPLES / "complete.txt").read_text("utf-8"),
        (EXAMPLES / "missing.txt").read_text("utf-8"),
    ],
)
def test_every_rule_of_it_is_tested_by_its_examples(text: str, tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text(derived(text).text, "utf-8")
    report = ruletest.run(str(tmp_path / "own.yaml"), library())
    assert [tested.rule.id for tested in report.rules if not tested.passed] == []


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("桃源谷医院2024年上半年意识形态工作总结", "意识形态工作总结"),
        ("2024年度桃源谷医院安全生产工作总结", "安全生产工作总结"),
        ("云杉县林业局关于2024年防火工作情况的报告", "防火工作情况的报告"),
        ("墨竹湾区 2025 年第二季度 营商环境建设情况汇报（送审稿）", "营商环境建设情况汇报"),
        ("二〇二四年工作总结", "工作总结"),
        ("XX单位20XX年度档案工作总结", "档案工作总结"),
        ("社区矫正工作总结", "社区矫正工作总结"),
        ("松泉县图书馆年度工作报告（2022）", "工作报告"),
        ("总结", ""),
    ],
)
def test_a_title_without_unit_and_period(title: str, words: str) -> None:
    assert kind_of_report(title, shipped_words("subjects"), 40) == words


@pytest.mark.parametrize(
    ("titles", "words"),
    [
        (["North Depot 2023", "Annual Report 2024"], ""),
        (["2023", "2024"], ""),
        (["Report on the Year 2023", "Year of the Reports"], "Year"),
        (["North Depot Annual Report 2025", "South Depot Annual Report, 2026"], "Depot Annual Report"),
        (["2025 Annual Report of the North Depot", "2026 Annual Report of the Yard"], "Annual Report"),
        (["Minutes of the Meeting", "Minutes of the Assembly"], "Minutes"),
        (["North Depot Annual Report 2025"], "North Depot Annual Report"),
        (["Q3 Safety Review – Harbour Office"], "Safety Review"),
        (["Harbour Office: Half-year Safety Review"], "Half-year Safety Review"),
    ],
)
def test_what_titles_of_words_have_in_common(titles: list[str], words: str) -> None:
    assert kind_in_words(titles) == words


def test_a_ruleset_derived_from_reports_in_english_is_chosen_by_their_titles(tmp_path: Path) -> None:
    body = "\n\n## Work done\n\nWe serviced 40 engines and counted the stock twice.\n\n## Problems\n\nStaff was short.\n"
    texts = [
        f"# {unit} Depot Annual Report {year}{body}" for unit, year in (("North", 2025), ("South", 2026))
    ]
    sources = [Source(readers.read(f"{at}.md", text.encode()), 1) for at, text in enumerate(texts)]
    made = yaml.safe_load(derive(sources).text)
    assert made["applies_to"] == {"title": ["Depot Annual Report"]}
    assert made["title"] == {"zh": "Depot Annual Report", "en": "Depot Annual Report"}


ENGLISH = """\
# Outage of the ferry bell

## Impact

Some forty passengers waited at the north pier for an hour, and two of them walked home along the shore. The night
watch rang a hand bell from half past nine on, which was heard on the first boat but not on the second.

## Cause

A fuse blew when the kettle was switched on.
"""


def test_a_ruleset_derived_from_reports_in_english_is_commented_in_english(tmp_path: Path) -> None:
    made = derive([Source(readers.read("bell.md", ENGLISH.encode()))])
    spoken = [line.partition("message:")[0] for line in made.text.splitlines() if "why:" not in line]
    assert not [line for line in spoken if count_han(line) and not line.startswith("title:")]
    assert '# line 3: "Impact"' in made.text
    assert "# from line 3: it has 45 words; about half is asked for" in made.text
    short = ENGLISH.replace(ENGLISH[ENGLISH.index(", and two") : ENGLISH.index("## Cause")], ".\n\n")
    assert found(ENGLISH, made.text, tmp_path) == set()
    assert found(short, made.text, tmp_path) == {"own-section-1-length"}
    report = ruletest.run(str(tmp_path / "own.yaml"), library())
    assert [tested.rule.id for tested in report.rules if not tested.passed] == []


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("Training of pilots", ("Training of pilots",)),
        ("II. Safety, health and environment", ("Safety, health and environment",)),
        ("Plans for 2025", ("Plans for",)),
        ("2023–2024 results of the depot", ("results of the depot",)),
        ("R&D", ("R&D",)),
        ("2024", ()),
    ],
)
def test_a_heading_in_english_is_kept_whole(heading: str, words: tuple[str, ...]) -> None:
    others = ["Training of clerks", "Plans and results"]
    assert distinctive_words(heading, others, shipped_words("subjects")) == words


def test_without_words_only_the_period_is_taken_off_a_title() -> None:
    nothing = Words(*[()] * len(Words._fields))
    assert kind_of_report("2024年关于桃源谷医院的工作总结", nothing, 40) == "关于桃源谷医院的工作总结"
    assert distinctive_words("加强档案保护", [], nothing) == ("加强", "档案", "保护")


def test_a_long_title_is_cut() -> None:
    assert kind_of_report("2024年档案整理工作总结", shipped_words("subjects"), 6) == "档案整理工作"


def test_a_rule_file_adds_words_that_say_nothing_and_ends_of_names(tmp_path: Path) -> None:
    added = "{subjects: {common: [档案], organisations: [学会]}}"
    before, now = (
        shipped_words("subjects"),
        Words(*with_words(tmp_path, "report-form", added).words["subjects"]),
    )
    assert distinctive_words("加强档案保护", [], before) == ("档案", "保护")
    assert distinctive_words("加强档案保护", [], now) == ("保护",)
    assert kind_of_report("松泉县桥牌学会2024年总结", before, 40) == "松泉县桥牌学会"
    assert kind_of_report("松泉县桥牌学会活动总结", before, 40) == "松泉县桥牌学会活动总结"
    assert kind_of_report("松泉县桥牌学会活动总结", now, 40) == "活动总结"


def test_a_rule_file_drops_words_that_say_nothing_and_ends_of_names(tmp_path: Path) -> None:
    dropped = "{subjects: {drop: [加强, 医院, 的]}}"
    now = Words(*with_words(tmp_path, "report-form", dropped).words["subjects"])
    assert distinctive_words("加强档案保护", [], now) == ("加强", "档案", "保护")
    assert kind_of_report("桃源谷医院工作总结", now, 40) == "桃源谷医院工作总结"
    assert kind_of_report("的桃源谷工作总结", now, 40) == "的桃源谷工作总结"


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("2024年关爱老人工作总结", "关爱老人工作总结"),
        ("云杉县公安局部署落实情况", "云杉县公安局部署落实情况"),
        ("2024上半年度档案工作总结", "档案工作总结"),
    ],
)
def test_words_that_only_look_like_those_taken_off_stay(title: str, kind: str) -> None:
    assert kind_of_report(title, shipped_words("subjects"), 40) == kind


# --- hostile reports ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "number", "says"),
    [
        ("松泉县图书馆工作总结\n全年平稳，读者满意。", 1, "没有找到标题"),
        (REPORT, 2, "没有第 2 份报告，共 1 份"),
        (REPORT, 0, "没有第 0 份报告"),
        (
            "总结\n" + "".join(f"{number}. 第{number}件事\n办完了。\n" for number in range(1, 70)),
            1,
            "不像一份报告",
        ),
    ],
)
def test_a_report_that_nothing_can_be_learnt_from(text: str, number: int, says: str) -> None:
    with pytest.raises(ConfigError) as caught:
        derived(text, number)
    assert says in caught.value.text.zh


@pytest.mark.parametrize(
    "heading",
    [
        '“引号”与"双引号"', "冒号: 井号 # 逗号, [方括号]", "{花括号} {{name}} {text}", "反斜杠\\n与'单引号'",
        "《关于开展读书活动的通知》", "true", "&锚 *别名 !标签", "￥%……&*", "\u2028行分隔\u200b零宽", "- 短横 ? 问号",
    ],
)  # fmt: skip
def test_headings_that_mean_something_in_yaml(heading: str) -> None:
    made = derived(replaced(REPORT, "守牢消防底线", heading))
    assert made.problems == () or heading.startswith("{花")
    assert isinstance(yaml.safe_load(made.text), dict)


@pytest.mark.slow
@settings(max_examples=15, deadline=None)
@given(
    st.lists(
        st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=12),
        min_size=1,
        max_size=4,
    )
)
@example(["A\U00018cd6"])  # of no script that Python 3.11 can print
def test_any_headings_give_a_ruleset_that_is_stable_or_a_clear_error(headings: list[str]) -> None:
    lines = [f"{'一二三四'[index]}、{heading}\n全年办理12件。" for index, heading in enumerate(headings)]
    text = "松泉县图书馆2025年工作总结\n" + "\n".join(lines)
    try:
        made = derived(text)
    except ConfigError as error:
        assert "标题" in error.text.zh  # noqa: PT017
    else:
        assert derived(text) == made
        assert made.text.isprintable() or made.text.replace("\n", "").isprintable()


# --- the command --------------------------------------------------------------------------------------


def test_the_command_prints_and_says_that_the_report_passes() -> None:
    done = call("init", "--from", "complete.txt", cwd=EXAMPLES)
    assert (done.returncode, done.stderr) == (0, "规则集有 5 个部分、9 条自己的规则；已用原文件核对：通过\n")
    assert yaml.safe_load(done.stdout)["id"] == "own-ideology-work-report"


def test_the_written_file_judges_the_report(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    assert call("init", "--from", EXAMPLES / "gbk.txt", "-o", path).returncode == 0
    done = call("check", EXAMPLES / "gbk.txt", "--ruleset", path, "--output-format", "json")
    (file,) = json.loads(done.stdout)["files"]
    assert done.returncode == 0
    assert file["ruleset"] == "own"
    assert {row["state"] for row in file["checklist"] if row["rule"].startswith("own-")} == {"passed"}


def test_a_report_with_faults_is_named_and_fails(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    done = call("init", "--from", "leftovers.txt", "-o", path, "--lang", "en", cwd=EXAMPLES)
    assert done.returncode == 1
    assert "leftovers.txt:1 " in done.stderr
    assert "[leftover-bracket]" in done.stderr
    assert path.exists()


def test_a_file_that_is_there_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_text("mine", "utf-8")
    refused = call("init", "--from", EXAMPLES / "complete.txt", "-o", path)
    assert (refused.returncode, path.read_text("utf-8")) == (2, "mine")
    assert "--force" in refused.stderr
    assert call("init", "--from", EXAMPLES / "complete.txt", "-o", path, "--force").returncode == 0
    assert path.read_text("utf-8").startswith("# 由 reportlint init")


# --- several reports, and weights ---------------------------------------------------------------------

OTHER = """\
云杉县图书馆2025年工作总结

一、总的情况
馆藏图书9万册，全年开放330天，接待读者7.2万人次，借还图书4.1万册。

二、把书送到孩子手里
绘本故事会办了31场，来了1100家人；流动图书送进9所小学，每学期轮换。

三、水电和消防
更换灭火器20个，检修线路两处，疏散演练四次，没有发生火情。

四、不足
数字资源用的人少，新书上架慢，读者有意见。

五、来年安排
每季度轮换流动图书，招聘编目员一名，新书十天内上架。
"""


def folder_of(path: Path, *texts: str) -> Path:
    """A folder of reports."""
    path.mkdir()
    for number, text in enumerate(texts):
        (path / f"{number}.txt").write_text(text, "utf-8")
    return path


def test_without_a_file_for_them_there_are_no_weights() -> None:
    made = derived(REPORT)
    assert made.weights == ""
    assert "weights" not in yaml.safe_load(made.text)


def test_a_ruleset_that_inherits_weights_has_none_of_its_own() -> None:
    source = Source(readers.read("去年.txt", (EXAMPLES / "complete.txt").read_bytes()))
    made = derive([source], "own.weights.tsv")
    assert (made.weights, made.inherits_weights) == ("", True)


def test_a_section_that_only_some_reports_have_is_not_required(tmp_path: Path) -> None:
    fourth = OTHER.index("三、")
    shorter = OTHER[:fourth] + OTHER[OTHER.index("四、") :]
    sources = [
        Source(readers.read(f"{each}.txt", text.encode())) for each, text in enumerate((REPORT, shorter))
    ]
    made = derive(sources, "own.weights.tsv")
    assert "2 份里有 1 份，不作要求" in made.text
    (fire,) = [
        each["id"] for each in yaml.safe_load(made.text)["sections"] if "消防" in each.get("headings", [])
    ]
    assert f"own-{fire}" not in made.text


def test_the_command_learns_from_a_folder_and_knows_the_next_report_in_other_words(tmp_path: Path) -> None:
    models = folder_of(tmp_path / "models", REPORT, OTHER)
    done = call("init", "--from", models, "-o", tmp_path / "own.yaml")
    assert (done.returncode, "own.weights.tsv" in done.stderr) == (0, True)
    following = replaced(OTHER, "三、水电和消防", "三、把安全记在心上").replace("云杉县", "青石县")
    (tmp_path / "next.txt").write_text(following, "utf-8")
    arguments = (
        "check",
        tmp_path / "next.txt",
        "--ruleset",
        tmp_path / "own.yaml",
        "--output-format",
        "json",
    )
    (file,) = json.loads(call(*arguments).stdout)["files"]
    assert {row["state"] for row in file["parts"][0]["sections"] if row["required"]} == {"heading"}
    gone = following[: following.index("三、")] + following[following.index("四、") :]
    (tmp_path / "next.txt").write_text(gone, "utf-8")
    (file,) = json.loads(call(*arguments).stdout)["files"]
    assert [row["title"] for row in file["parts"][0]["sections"] if row["state"] == "absent"] == [
        "水电和消防"
    ]


def test_a_report_that_lacks_what_most_have_is_named(tmp_path: Path) -> None:
    fourth = OTHER.index("三、")
    shorter = OTHER[:fourth] + OTHER[OTHER.index("四、") :]
    models = folder_of(tmp_path / "models", REPORT, OTHER, shorter)
    done = call("init", "--from", models, "-o", tmp_path / "own.yaml", "--lang", "en")
    path = sorted(models.iterdir())[2]
    assert (done.returncode, "pass it" in done.stderr) == (0, False)
    assert f"{path}:1 The section “水电和消防” is missing" in done.stderr


def test_the_id_is_the_name_of_the_file_where_that_can_be_one(tmp_path: Path) -> None:
    models = folder_of(tmp_path / "models", REPORT, OTHER)
    expected = {"Ward Report.yaml": "ward-report", "病区.yaml": "own-", "notice.yaml": "own-"}
    for name, id in expected.items():
        assert call("init", "--from", models, "-o", tmp_path / name).returncode == 0
        assert yaml.safe_load((tmp_path / name).read_text("utf-8"))["id"].startswith(id)


def test_printed_it_says_that_it_goes_without_weights(tmp_path: Path) -> None:
    models = folder_of(tmp_path / "models", REPORT, OTHER)
    done = call("init", "--from", models, "--lang", "en")
    assert "weights" not in yaml.safe_load(done.stdout)
    assert "printed, it goes without weights" in done.stderr


def test_weights_that_are_there_are_left_alone(tmp_path: Path) -> None:
    models, weights = folder_of(tmp_path / "models", REPORT, OTHER), tmp_path / "own.weights.tsv"
    weights.write_text("mine", "utf-8")
    refused = call("init", "--from", models, "-o", tmp_path / "own.yaml")
    assert (refused.returncode, weights.read_text("utf-8")) == (2, "mine")
    assert not (tmp_path / "own.yaml").exists()
    assert call("init", "--from", models, "-o", tmp_path / "own.yaml", "--force").returncode == 0
    assert weights.read_text("utf-8").startswith("# ")


def test_a_folder_without_reports_is_said_to_be_one(tmp_path: Path) -> None:
    done = call("init", "--from", folder_of(tmp_path / "models"))
    assert (done.returncode, "文件夹里没有报告" in done.stderr) == (2, True)


def test_reports_may_be_named_one_by_one(tmp_path: Path) -> None:
    folder = folder_of(tmp_path / "models", REPORT, OTHER)
    one, other = sorted(folder.iterdir())
    assert call("init", "--from", one, "--from", other).stdout == call("init", "--from", folder).stdout


def test_too_many_reports_are_refused() -> None:
    source = Source(readers.read("去年.txt", REPORT.encode()))
    with pytest.raises(ConfigError) as caught:
        derive([source] * 61)
    assert "最多用 60 份" in caught.value.text.zh


@pytest.mark.parametrize(
    "arguments",
    [
        ("--from", "nowhere.docx"),
        ("--from", "collection.txt", "--part", "4"),
        ("--from", "collection.txt", "--part", "0"),
        ("--from", "complete.txt", "-o", "nowhere/own.yaml"),
        (),
    ],
)
def test_wrong_usage(arguments: tuple[str, ...]) -> None:
    done = call("init", *arguments, cwd=EXAMPLES)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
