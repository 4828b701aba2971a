"""A skeleton made from a ruleset: every instruction is a leftover until it is filled in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from linter import readers
from linter.authoring.skeleton import required_sections, skeleton
from linter.engine import judge
from linter.engine.selection import RulesetSelector, Selection
from linter.model.errors import ConfigError
from linter.model.finding import FileOutcome
from linter.model.rules import Ruleset
from linter.ruleset.library import library, load
from linter.writers import WRITERS, Paragraph, writer
from tests.support.program import EXAMPLES, call
from tests.support.words import outline

SETS = [
    name
    for name in library().paths
    if any(rule.check == "section" and rule.level != "off" for rule in load(name).rules)
]

OWN = """\
id: own
title: {zh: 消防工作总结, en: Fire safety}
extends: [leftovers]
sections:
  - id: drills
    title: {zh: 演练, en: Drills}
    headings: [演练]
  - id: gear
    title: {zh: 器材, en: Gear}
    headings: [器材]
  - id: guests
    title: {zh: 来访, en: Guests}
    headings: [来访]
rules:
  - id: drills
    check: section
    level: error
    with: {section: drills, min_chars: 20}
    message: {zh: 缺少演练, en: no drills}
    why: {zh: "（一年两次）写明时间（具体到月）、地点\\n和人数", en: why}
  - id: gear
    check: section
    level: error
    with: {section: gear}
    message: {zh: 缺少器材, en: no gear}
  - id: guests
    check: section
    level: off
    with: {section: guests}
    message: {zh: 缺少来访, en: no guests}
  - id: gear-figures
    check: count
    level: warning
    with: {patterns: ["\\\\d"], min: 2, section: gear}
    message: {zh: "只有 {count} 个数", en: too few}
    why: {zh: 器材要有数量。, en: why}
  - id: ends
    check: pattern
    level: error
    with: {require: [特此报告]}
    message: {zh: 结尾写“特此报告”, en: no ending}
  - id: order
    check: order
    level: warning
    with: {sections: [gear, drills]}
    message: {zh: 次序不对, en: order}
"""


ENGLISH = """\
id: own
title: {zh: Outage report, en: Outage report}
extends: [leftovers]
sections:
  - id: impact
    title: {zh: Impact, en: Impact}
    headings: [Impact]
  - id: cause
    title: {zh: Cause, en: Cause}
    headings: [Cause, Why]
rules:
  - id: impact
    check: section
    level: error
    with: {section: impact, min_chars: 20}
    message: {zh: 缺少影响, en: no impact}
    why: {zh: 要写明人数, en: "Say (at least\\nroughly) how many users [or none] were cut off."}
  - id: cause
    check: section
    level: error
    with: {section: cause}
    message: {zh: 缺少原因, en: The cause is missing}
  - id: thanks
    check: pattern
    level: warning
    with: {require: [Thanks]}
    message: {zh: 没有致谢, en: End with thanks}
"""


def own(folder: Path) -> Ruleset:
    (folder / "own.yaml").write_text(OWN, "utf-8")
    return load(str(folder / "own.yaml"))


def instructions(paragraphs: Iterable[Paragraph]) -> list[str]:
    return [found for text, _ in paragraphs for found in re.findall("（此处填写[^（）]*）", text)]


def judged(paragraphs: Iterable[Paragraph], ruleset: Ruleset, suffix: str = ".txt") -> FileOutcome:
    document = readers.read(f"draft{suffix}", writer(suffix)(paragraphs))
    return judge.judge(document, outline(document), judge.prepare(ruleset)).outcome


def filled(paragraphs: Iterable[Paragraph], texts: dict[str, str]) -> list[Paragraph]:
    """The paragraphs with the instruction that holds a word replaced by a text."""
    done = []
    for text, style in paragraphs:
        for found in instructions([Paragraph(text)]):
            text = text.replace(found, next(words for word, words in texts.items() if word in found))
        done.append(Paragraph(text.replace("20××年×月×日", "2026年1月8日"), style))
    return done


# --- must stay silent: filled in ------------------------------------------------------------------------

WORK = {
    "单位名称和时间": "松泉县图书馆2025年",
    "开头": "2025年，松泉县图书馆坚持免费开放，现将有关情况总结如下。",
    "工作情况": "馆藏图书21万册，全年开放341天，接待读者18.6万人次，借还图书9.4万册。",
    "存在问题": "乡镇分馆的流动图书更新慢，有的书架半年没有换过；编目人手不足，新书上架要二十天。",
    "下一步工作": "分馆图书每季度轮换一次，由总馆统一配送；招聘编目员两名，把上架时间压缩到十天以内。",
    "单位名称": "松泉县图书馆",
}
IDEOLOGY = {
    "组织领导": "馆党支部成立工作专班，支部书记任组长，每季度听取一次汇报，责任分解到三个部室并纳入考核。",
    "理论学习": "支部每月集中学习一次，全年举办党课12场，撰写心得体会36篇，两名馆员参加县里的宣讲团。",
    "舆论引导": "公众号推送图文60篇，县电视台播出专题3期，两条网上误传都在当天公开说明。",
} | WORK  # fmt: skip


@pytest.mark.parametrize("suffix", WRITERS)
@pytest.mark.parametrize(("name", "texts"), [("work-report", WORK), ("ideology-work-report", IDEOLOGY)])
def test_filled_in_it_passes(name: str, texts: dict[str, str], suffix: str) -> None:
    ruleset = load(name)
    assert judged(filled(skeleton(ruleset), texts), ruleset, suffix).findings == ()


def test_filled_in_it_passes_the_rules_of_its_own(tmp_path: Path) -> None:
    texts = {
        "单位名称和时间": "松泉县图书馆2025年",
        "开头": "全年没有发生火情。",
        "器材": "更换灭火器46个，改造老化线路3处。",
        "演练": "四月和十一月在主馆各组织一次疏散演练，参加馆员和读者二百一十人。",
        "结尾": "特此报告。",
        "单位名称": "松泉县图书馆",
    }
    ruleset = own(tmp_path)
    assert judged(filled(skeleton(ruleset), texts), ruleset).findings == ()


def test_one_in_english_passes_when_it_is_filled_in(tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text(ENGLISH, "utf-8")
    ruleset = load(str(tmp_path / "own.yaml"))
    texts = iter(
        (
            "North pier, May 2026",
            "The ferry bell was silent for an hour.",
            "Some forty passengers waited at the north pier until the bell rang again.",
            "A fuse blew when the kettle was switched on.",
            "Thanks to the night watch.",
            "North pier",
            "3 June 2026",
        )
    )
    paragraphs = [
        Paragraph(re.sub(r"\[[^]]+]", lambda _: next(texts), text), style)
        for text, style in skeleton(ruleset)
    ]
    for suffix in WRITERS:
        assert judged(paragraphs, ruleset, suffix).findings == ()


# --- fresh ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("suffix", WRITERS)
@pytest.mark.parametrize("name", SETS)
def test_every_instruction_is_a_leftover_and_no_section_is_missing(name: str, suffix: str) -> None:
    ruleset = load(name)
    paragraphs = skeleton(ruleset)
    result = judged(paragraphs, ruleset, suffix)
    prompts = [finding.excerpt for finding in result.findings if finding.rule == "leftover-prompt"]
    assert prompts == instructions(paragraphs)
    assert any(finding.rule == "leftover-mask" and "20××年" in finding.excerpt for finding in result.findings)
    sections = [finding for finding in result.findings if finding.check == "section"]
    assert all("只有" in one.message.zh or "只写了" in one.message.zh for one in sections)
    (part,) = result.parts
    assert {row.state for row in part.sections if row.required} == {"heading"}


@pytest.mark.parametrize("name", ["work-report", "ideology-work-report"])
def test_it_is_judged_by_the_ruleset_it_was_made_from(name: str) -> None:
    document = readers.read("draft.txt", writer(".txt")(skeleton(load(name))))
    assert RulesetSelector(Selection()).outlined(document)[1].names == (name,)


def test_headings_are_numbered_and_stand_in_the_order_of_the_rule(tmp_path: Path) -> None:
    headings = [text for text, style in skeleton(own(tmp_path)) if style == "heading"]
    assert headings == ["一、器材", "二、演练"]


@pytest.mark.parametrize(
    ("named", "expected"),
    [
        ("[events, gear, plans]", ["events", "gear", "tours", "plans", "thanks"]),
        ("[gear, tours]", ["gear", "tours", "events", "plans", "thanks"]),
        ("[thanks, plans]", ["gear", "tours", "events", "thanks", "plans"]),
        ("[plans, gear]", ["plans", "gear", "tours", "events", "thanks"]),
    ],
)
def test_sections_that_an_order_leaves_out_stand_before_those_for_the_end(
    named: str, expected: list[str], tmp_path: Path
) -> None:
    ids = ["gear", "tours", "plans", "events", "thanks"]
    sections = [
        f"{{id: {each}, title: {{zh: 某事, en: Some}}, headings: [{each}], closing: {str(each in ('plans', 'thanks')).lower()}}}"
        for each in ids
    ]
    said = "level: error, message: {zh: 缺, en: lacks}"
    rules = [f"{{id: r-{each}, check: section, with: {{section: {each}}}, {said}}}" for each in ids]
    rules.append(f"{{id: o, check: order, with: {{sections: {named}}}, {said}}}")
    own = tmp_path / "own.yaml"
    lists = (f"{key}: [{', '.join(items)}]" for key, items in (("sections", sections), ("rules", rules)))
    own.write_text("id: own\ntitle: {zh: 游客中心, en: Centre}\n" + "\n".join(lists), "utf-8")
    assert required_sections(load(str(own))) == expected


def test_instructions_say_what_the_rules_ask_for(tmp_path: Path) -> None:
    _, _, gear, drills, ending, _ = instructions(skeleton(own(tmp_path)))
    assert gear == "（此处填写“器材”。缺少器材。器材要有数量。）"
    assert drills == "（此处填写“演练”，不少于20字。〔一年两次〕写明时间〔具体到月〕、地点 和人数。）"
    assert ending == "（此处填写结尾，并核对全文：结尾写“特此报告”。）"


def test_where_the_sections_are_english_so_is_the_skeleton(tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text(ENGLISH, "utf-8")
    ruleset = load(str(tmp_path / "own.yaml"))
    paragraphs = skeleton(ruleset)
    assert writer(".txt")(paragraphs).decode().split("\n") == [
        "Outage report: [fill in team and period]",
        "",
        "[Fill in an opening: what the report is about, and how things stand]",
        "1. Impact",
        '[Fill in "Impact", at least 20 characters. Say (at least roughly) how many users (or none) were cut off.]',
        "2. Cause",
        '[Fill in "Cause". The cause is missing.]',
        "[Fill in an ending, and check the whole: End with thanks.]",
        "",
        "[Fill in team]",
        "[Fill in date]",
        "",
    ]
    for suffix in WRITERS:
        found = judged(paragraphs, ruleset, suffix).findings
        prompts = [finding.excerpt for finding in found if finding.rule == "leftover-bracket"]
        assert prompts == [prompt for text, _ in paragraphs for prompt in re.findall(r"\[[^]]+]", text)]


@pytest.mark.parametrize(
    ("rules", "least"),
    [
        ("{check: section, with: {section: impact, min_chars: 40}}", "at least 40 characters"),
        ("{check: length, with: {unit: section, section: impact, min: 40}}", "at least 40 words"),
        ("{check: length, with: {unit: report, section: impact, min: 40}}", "at least 20 characters"),
    ],
)
def test_the_least_length_is_told_in_what_its_rule_counts(rules: str, least: str, tmp_path: Path) -> None:
    more = "id: more, level: error, message: {zh: 太短, en: Too short}"
    own = tmp_path / "own.yaml"
    own.write_text(ENGLISH.rstrip("\n") + f"\n  - {{{more}, {rules[1:]}\n", "utf-8")
    asked = [text for text, _ in skeleton(load(str(own))) if text.startswith('[Fill in "Impact"')]
    assert [least in text for text in asked] == [True], asked


def test_rules_of_its_own_are_leftovers_too(tmp_path: Path) -> None:
    ruleset = own(tmp_path)
    paragraphs = skeleton(ruleset)
    found = [each.excerpt for each in judged(paragraphs, ruleset).findings if each.rule == "leftover-prompt"]
    assert found == instructions(paragraphs)


def test_a_ruleset_without_sections() -> None:
    with pytest.raises(ConfigError, match="requires no section"):
        skeleton(load("report-form"))


# --- the command ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("suffix", WRITERS)
def test_the_command_writes_a_draft(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"draft{suffix}"
    done = call("new", "work-report", "-o", path)
    assert (done.returncode, done.stdout) == (0, "")
    assert str(path) in done.stderr
    assert (
        readers.read(str(path), Path(path).read_bytes())
        .text.lstrip("# ")
        .startswith("（此处填写单位名称和时间）工作总结")
    )


def test_it_prints_where_no_file_is_named() -> None:
    done = call("new", "work-report")
    assert done.returncode == 0
    assert done.stdout.startswith("（此处填写单位名称和时间）工作总结\n")


def test_a_report_becomes_a_ruleset_becomes_a_skeleton(tmp_path: Path) -> None:
    rules, draft = tmp_path / "own.yaml", tmp_path / "draft.docx"
    assert call("init", "--from", EXAMPLES / "gbk.txt", "-o", rules).returncode == 0
    assert call("new", rules, "-o", draft).returncode == 0
    text = readers.read(str(draft), Path(draft).read_bytes()).text
    numbered = re.findall(r"(?m)^[一二三四五六七八]、.*$", text)
    assert numbered == [
        "一、工作情况", "二、稳定供水", "三、保障水质", "四、改造管网", "五、改进服务", "六、节能降耗",
        "七、存在问题", "八、下一步工作",
    ]  # fmt: skip
    assert "不少于" in text


def test_a_draft_that_is_there_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "draft.md"
    path.write_text("mine", "utf-8")
    refused = call("new", "work-report", "-o", path)
    assert (refused.returncode, path.read_text("utf-8")) == (2, "mine")
    assert call("new", "work-report", "-o", path, "--force").returncode == 0


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("work-repot",), "work-report"),
        (("report-form",), "没有要求任何部分"),
        (("work-report", "-o", "draft.pdf"), ".docx .md .markdown .txt"),
        (("work-report", "-o", "draft"), ".docx .md .markdown .txt"),
        (("work-report", "-o", "nowhere/draft.md"), "无法写入"),
        (("nowhere.yaml",), "nowhere.yaml"),
    ],
)
def test_wrong_usage(arguments: tuple[str, ...], says: str, tmp_path: Path) -> None:
    done = call("new", *arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert says in done.stderr
    assert list(tmp_path.iterdir()) == []
