"""Word lists: the shipped files, and what rule files change in them."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from linter.authoring import about, manual, ruletest
from linter.authoring.origins import Place, layers, origins
from linter.authoring.resolved import resolved
from linter.checks import CHECKS, WORD_GROUPS, module
from linter.checks import groups as groups_of
from linter.engine import judge
from linter.engine.choice import Choice
from linter.engine.selection import RulesetSelector, Selection
from linter.model.errors import RulesetError
from linter.model.rules import Ruleset
from linter.reporters import View
from linter.ruleset import library
from linter.ruleset.word_lists import WordFile, change, explanations, groups, languages
from linter.schema.types import Doc, Pattern
from linter.schema.validate import fields
from linter.structure.outline import matchers, outline
from linter.text.patterns import PatternError
from tests.support.drafts import document
from tests.support.program import ROOT
from tests.support.words import lists, words

HEAD = "id: {id}\ntitle: {{zh: 甲, en: A}}\n"


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def load(text: str, name: str = "mine") -> Ruleset:
    """A rule file of this text, loaded as a user's own."""
    path = Path(f"{name}.yaml")
    path.write_text(HEAD.format(id=name) + text, "utf-8")
    return library.load(f"./{path}", LIBRARY)


LIBRARY = library.library()


# --- the shipped lists ----------------------------------------------------------------------------


def test_every_group_has_a_file_and_every_list_of_it_words() -> None:
    folder = Path(library.shipped_folder()) / "words" / "zh"
    assert sorted(path.stem for path in folder.glob("*.yaml")) == sorted(groups())
    for group, shape in groups().items():
        for name, entries in zip(shape._fields, lists()[group], strict=True):
            assert entries, (group, name)
            assert len(set(entries)) == len(entries), (group, name)


def test_every_list_is_explained_in_both_languages_and_stands_where_its_field_does() -> None:
    for group, shape in groups().items():
        text = (Path(library.shipped_folder()) / "words" / "zh" / f"{group}.yaml").read_text("utf-8")
        told = explanations(text)
        assert tuple(told) == shape._fields, group
        assert [name for name, doc in told.items() if doc.zh[-1:] != "。" or doc.en[-1:] != "."] == [], group
        assert "drop" not in shape._fields, group


def test_a_comment_explains_the_lists_right_below_it() -> None:
    text = """\
# 检查甲所用的词表。The lists of the check.

# --- 一  one ---

# 写在前面的词，
# 两行。
# What stands before,
# in two lines.
before: [甲]
behind: [
  # 其中的
  乙,
]
# 另一个。
# Another.
other: [丙]

bare: [丁]
"""
    pair = Doc("写在前面的词，两行。", "What stands before, in two lines.")
    assert explanations(text) == {"before": pair, "behind": pair, "other": Doc("另一个。", "Another.")}


def test_a_check_declares_the_lists_that_its_options_are_filled_with() -> None:
    for check in CHECKS:
        options = module(check).Options
        keys = {field.name for field in fields(options)}
        assert set(options._fields) - keys == set(groups_of(check)), check
    assert not WORD_GROUPS.keys() & CHECKS.keys()


def test_sets_share_the_shipped_lists() -> None:
    for name in LIBRARY.paths:
        assert library.load(name, LIBRARY).words is LIBRARY.words["zh"], name
    found = library.load("wording", LIBRARY)
    assert all(rule.words is found.words for rule in found.rules)
    mine = load("words: {repetition: {doubled: [走访]}}")
    assert {group for group, each in mine.words.items() if each is not LIBRARY.words["zh"][group]} == {
        "repetition"
    }
    assert mine.words.keys() == LIBRARY.words["zh"].keys()


@pytest.mark.parametrize(
    ("name", "text", "mistake"),
    [
        ("zh/repetitions", "doubled: []", "1:1: unknown group of word lists 'repetitions'; did you mean 'repetition'?"),
        ("zh/repetition", "doubled: []", "1:1: the key 'particles' is missing"),
        ("zh/repetition", "{dubbled: []}", "1:2: unknown key 'dubbled'; did you mean 'doubled'?"),
        ("zh/repetition", "[研究]", "1:1: 'repetition' must be keys with values"),
        (
            "zh/repetition",
            "{particles: [''], free: [], doubled: [], free_verbs: [], no_objects: [], of_each: [], heads: [], aspects: [], each_time: [], bound: [], openers: [], "
            "places: [], governments: [], as_written: [], whose: [], in_pairs: [], persons: [], leading: [], opened: []}",
            "1:14: an entry of a word list cannot be blank",
        ),
    ],
)  # fmt: skip
def test_a_mistake_in_a_file_of_words_is_told_with_its_place(name: str, text: str, mistake: str) -> None:
    _, mistakes = languages([WordFile(name, "x.yaml", text.encode())])
    assert any(f"{each.line}:{each.column}: {each.en}".startswith(mistake) for each in mistakes), mistakes


def test_a_group_that_a_language_lacks_is_empty_lists() -> None:
    text = (
        "{particles: [], free: [], doubled: [ha], free_verbs: [], no_objects: [], of_each: [], heads: [], aspects: [], each_time: [], bound: [], "
        "openers: [], places: [], governments: [], as_written: [], whose: [], in_pairs: [], persons: [], leading: [], opened: []}"
    )
    found, mistakes = languages([WordFile("en/repetition", "x.yaml", text.encode())])
    assert not mistakes
    names = groups()["repetition"]._fields
    assert found["en"]["repetition"] == tuple(("ha",) if name == "doubled" else () for name in names)
    other, _ = languages([WordFile("en/nosuch", "x.yaml", b"")])
    assert other["en"] == {group: ((),) * len(shape._fields) for group, shape in groups().items()}


@pytest.mark.parametrize(
    "entries",
    [(), ("(", "[", "*", "\\", "^$", "?", "|", "{2}")],
    ids=["none", "signs of patterns"],
)
def test_any_literal_words_will_do(entries: tuple[str, ...]) -> None:
    """Lists that are empty, and entries that would be no pattern, or another one."""
    changed = {
        group: tuple(() if field.kind == tuple[Pattern, ...] else entries for field in fields(shape))
        for group, shape in groups().items()
    }
    for name in LIBRARY.paths:
        found = library.load(name, LIBRARY)
        rules = tuple(rule._replace(words=changed) for rule in found.rules)
        prepared = judge.prepare(found._replace(words=changed, rules=rules))
        source = document(DIARY)
        result = judge.judge(source, outline(source, prepared.lines), prepared).outcome
        assert (len(result.parts), result.crashes) == (1, ()), name


# --- what a rule file changes ---------------------------------------------------------------------


def test_entries_are_dropped_then_added_and_upper_files_come_last() -> None:
    before = words("repetition")
    load("words: {repetition: {doubled: [走访, 研究], drop: [研究, 努力], free_verbs: [队]}}", "lower")
    found = load("extends: [./lower.yaml]\nwords: {repetition: {drop: [走访], doubled: [努力]}}")
    now = type(before)(*found.words["repetition"])
    rest = tuple(word for word in before.doubled if word not in ("研究", "努力"))
    assert now == before._replace(doubled=(*rest, "研究", "努力"), free_verbs=(*before.free_verbs, "队"))


def test_files_that_change_different_groups_both_hold() -> None:
    load("words: {repetition: {doubled: [走访]}}", "lower")
    found = load("extends: [./lower.yaml]\nwords: {section: {empty_words: [另附]}}")
    assert "走访" in type(words("repetition"))(*found.words["repetition"]).doubled
    assert "另附" in type(words("section"))(*found.words["section"]).empty_words


def test_what_is_there_already_is_not_added_again() -> None:
    before = words("repetition").doubled
    (word, *_) = before
    found = load(f"words: {{repetition: {{doubled: [{word}, 走访, 走访]}}}}")
    assert type(words("repetition"))(*found.words["repetition"]).doubled == (*before, "走访")


@pytest.mark.parametrize("page", ["README.md", "README.zh-CN.md"])
def test_the_example_of_the_page_does_what_it_says(page: str) -> None:
    (example,) = re.findall(r"(?ms)^```yaml\n(words:\n.*?)^```", (ROOT / page).read_text("utf-8"))
    mine = load("extends: [wording]\n" + example)
    text = document("同志们走访走访农户，商量商量问题。")
    found = judge.judge(text, (), judge.prepare(mine)).outcome.findings
    assert [finding.excerpt for finding in found if finding.rule == "repeated-word"] == ["商量商量"]


def test_inherited_rules_go_by_the_changed_lists() -> None:
    text = "工作总结\n为群众多走访走访，多努力努力。\n"

    def hits(name: str, found: Ruleset) -> list[str]:
        result = judge.judge(document(text), (), judge.prepare(found)).outcome
        return [finding.excerpt for finding in result.findings if finding.rule == name]

    plain = library.load("wording", LIBRARY)
    mine = load("extends: [wording]\nwords: {repetition: {doubled: [走访], drop: [努力]}}")
    assert hits("repeated-word", plain) == ["走访走访"]
    assert hits("repeated-word", mine) == ["努力努力"]


def test_rules_on_dates_go_by_the_changed_lists() -> None:
    text = "梧桐镇卫生院2024年上半年工作总结\n{}，10月举办了开放日。\n2024年7月3日\n"
    rule = "rules:\n  - {id: late, check: period, level: info, with: {look_for: future}, message: {zh: 晚, en: late}}\n"

    def hits(found: Ruleset, opening: str) -> list[str]:
        source, prepared = document(text.format(opening)), judge.prepare(found)
        result = judge.judge(source, outline(source, prepared.lines), prepared).outcome
        return [finding.excerpt for finding in result.findings if finding.rule == "late"]

    plain = load(rule, "plain")
    assert [hits(plain, opening) for opening in ("筹备就绪", "议定事项")] == [[], ["10月"]]
    mine = load("words: {period: {planned_onwards: [议定], drop: [筹备]}}\n" + rule)
    assert [hits(mine, opening) for opening in ("筹备就绪", "议定事项")] == [["10月"], []]


def test_sets_that_are_joined_keep_their_own_lists() -> None:
    rule = "rules:\n  - {{id: {}, check: repetition, level: info, message: {{zh: 重, en: twice}}}}\n"
    load("words: {repetition: {doubled: [走访]}}\n" + rule.format("one"), "first")
    load("words: {repetition: {drop: [努力]}}\n" + rule.format("two"), "second")
    joined = RulesetSelector(Selection(("./first.yaml", "./second.yaml"))).prepared(
        Choice(("./first.yaml", "./second.yaml"))
    )
    text = "工作总结\n为群众多走访走访，多努力努力。\n"
    found = judge.judge(document(text), (), joined).outcome.findings
    assert {(each.rule, each.excerpt) for each in found} == {
        ("two", "走访走访"),
        ("two", "努力努力"),
    }


@pytest.mark.parametrize(
    ("text", "mistakes"),
    [
        ("words: {repetitoin: {}}", ["3:9: unknown key 'repetitoin'; did you mean 'repetition'?"]),
        ("words: {repetition: {doubeld: [甲]}}", ["3:22: unknown key 'doubeld'; did you mean 'doubled'?"]),
        (
            "words: {repetition: {drop: [研究, 研究研, 甲乙]}}",
            [
                "3:33: no word list of 'repetition' holds '研究研'; did you mean '研究'?",
                "3:38: no word list of 'repetition' holds '甲乙'",
            ],
        ),
        ("words: {repetition: {doubled: 甲}}", ["3:31: 'doubled' must be a list ([…]), not '甲'"]),
        ("words: {repetition: [甲]}", ["3:21: 'repetition' must be keys with values"]),
        ("words: {repetition: {doubled: [' ']}}", ["3:32: an entry of a word list cannot be blank"]),
        ("words: 甲", ["3:8: 'words' must be keys with values"]),
        ("language: zz", ["3:11: unknown language 'zz'; valid are: zh"]),
    ],
)
def test_a_mistake_is_told_with_its_place(text: str, mistakes: list[str]) -> None:
    with pytest.raises(RulesetError) as caught:
        load(text)
    told = [line.removeprefix("mine.yaml:") for line in caught.value.text.en.splitlines()]
    assert len(told) == len(mistakes)
    assert all(line.startswith(start) for line, start in zip(told, mistakes, strict=True)), told


def test_inherited_rules_must_stand_with_the_changed_lists(monkeypatch: pytest.MonkeyPatch) -> None:
    check = module("repetition")
    build = check.build

    def strict(options: Any) -> Any:
        if "走访" in options.words.doubled:
            raise PatternError("too large")
        return build(options)

    monkeypatch.setattr(check, "build", strict)
    with pytest.raises(RulesetError) as caught:
        load("extends: [wording]\nwords: {repetition: {doubled: [走访]}}")
    assert caught.value.text.en == "mine.yaml:4:8: the patterns do not go together: too large"


def test_the_page_of_a_rule_names_its_lists() -> None:
    mine = load("extends: [wording]\nwords: {repetition: {doubled: [走访, 家访]}}")
    (known,) = [each for each in manual.defined_rules([mine]) if each.rule.id == "repeated-word"]
    page = about.rule(known, Place("mine.yaml", 1), View("en", 100))
    assert "word lists (rulesets/words/zh/repetition.yaml; a rule file changes them under words):" in page
    assert f"  doubled  {len(words('repetition').doubled) + 2} words\n" in page


def test_what_is_written_out_tells_the_changes_and_gives_the_same_lists() -> None:
    load("words:\n  repetition: {drop: [研究, 努力], free_verbs: [队]}\n", "lower")
    found = load("extends: [./lower.yaml]\nwords:\n  repetition:\n    doubled: [走访, 努力]\n")
    places = origins(layers(found.path, LIBRARY))
    text = resolved(found, places, LIBRARY.words[found.language])
    assert (
        text.split("\n\n")[1]
        == """\
words:
  repetition:
    drop:
      - 研究  # lower.yaml:4
    doubled:
      - 走访  # mine.yaml:6
    free_verbs:
      - 队  # lower.yaml:4
"""
    )
    Path("copy.yaml").write_text(text, "utf-8")
    copy = library.load("./copy.yaml", LIBRARY)
    for group, entries in found.words.items():  # 努力 was dropped and added again: its place is another
        assert list(map(sorted, copy.words[group])) == list(map(sorted, entries))


def test_a_change_tells_apart_what_two_lists_share() -> None:
    before = (("甲",), ("乙", "丙"), ("乙",), *((),) * 16)
    assert change("repetition", before, before) == ((), {})
    assert change("repetition", before, (("甲",), ("丙",), ("乙",), ("丁",), *((),) * 15)) == (
        ("乙",),
        {"opened": ("乙",), "in_pairs": ("丁",)},
    )
    assert change("repetition", before, (("甲",), *((),) * 18)).drop == ("乙", "丙"), "as they stood"
    assert change("repetition", (("丙",), ("甲", "乙"), *((),) * 17), ((),) * 19).drop == (
        "丙",
        "甲",
        "乙",
    )


# --- the lines of a draft -------------------------------------------------------------------------

DIARY = """\
石桥乡图书室值班日志
一、借阅
全天借出图书四十册，归还三十六册，没有逾期。
2024年5月6日
石桥乡图书室交接日志
一、交接
夜班与白班当面清点钥匙和登记簿，无异常情况。
2024年5月7日
"""


def test_a_ruleset_with_other_words_for_lines_has_the_draft_taken_apart_by_them() -> None:
    load("words: {line_types: {genres: [日志]}}")
    source = document(DIARY)
    shipped, _ = RulesetSelector(Selection(("report-form",))).outlined(source)
    changed, choice = RulesetSelector(Selection(("./mine.yaml",))).outlined(source)
    assert choice.names == ("./mine.yaml",)
    assert [len(shipped), len(changed)] == [1, 2]
    assert changed == outline(source, matchers(load("words: {line_types: {genres: [日志]}}").words))


def test_joined_sets_take_the_draft_apart_by_the_one_that_changes_the_words() -> None:
    load("words: {line_types: {genres: [日志]}}")
    for names in (("./mine.yaml", "report-form"), ("report-form", "./mine.yaml")):
        assert len(RulesetSelector(Selection(names)).outlined(document(DIARY))[0]) == 2


LONG = "石桥乡图书室和石桥乡农家书屋二〇二四年上半年图书借阅、归还、修补、上架情况值班日志"
"""Too long a line for a title, but for the kind of paper that it ends in."""


@pytest.mark.parametrize(("words", "right"), [("words: {line_types: {genres: [日志]}}\n", True), ("", False)])
def test_examples_are_judged_with_the_words_of_their_set(words: str, right: bool) -> None:
    load(
        f"""\
{words}rules:
  - id: one-log
    check: count
    level: warning
    with: {{patterns: [日志], scope: title, min: 1}}
    message: {{zh: 标题没有“日志”, en: No log in the title}}
    examples: {{pass: ["{LONG}\\n一、借阅\\n借出图书四十册。"], fail: [全天借出图书四十册，没有逾期。]}}
"""
    )
    assert ruletest.run("./mine.yaml", LIBRARY).passed is right


def test_without_words_no_line_is_of_any_type() -> None:
    nothing = {group: ((),) * len(shape._fields) for group, shape in groups().items()}
    types, web, *_ = matchers(nothing)
    for line in ("特此报告。", "石桥乡卫生院", "来源：石桥网", "今年以来，", "附件1", ""):
        for test in (
            types.is_collection,
            types.is_closing,
            types.is_formula,
            types.is_annex,
            types.is_signer,
            types.opens_report,
            types.opens_formally,
            types.names_period,
            web.is_tail,
            web.is_web,
            web.is_clearly_web,
        ):
            assert not test(line), (line, test)
    assert len(outline(document(DIARY), matchers(nothing))) == 1


# --- compiled and kept ----------------------------------------------------------------------------


def test_a_changed_file_of_words_is_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy = tmp_path / "rulesets"
    shutil.copytree(library.shipped_folder(), copy)
    monkeypatch.setattr(library, "shipped_folder", lambda: str(copy))
    before = library.library()
    file = copy / "words" / "zh" / "repetition.yaml"
    file.write_text(file.read_text("utf-8").replace("研究, ", "走访, ", 1), "utf-8")
    after = library.library()
    doubled = groups()["repetition"]._fields.index("doubled")
    assert "走访" not in before.words["zh"]["repetition"][doubled]
    assert "走访" in after.words["zh"]["repetition"][doubled]
    assert library.library() == after


def test_another_folder_of_rulesets_goes_by_the_shipped_words(tmp_path: Path) -> None:
    folder = tmp_path / "own"
    folder.mkdir()
    (folder / "mine.yaml").write_text(HEAD.format(id="mine"), "utf-8")
    found = library.library(str(folder))
    assert library.load("mine", found).words == LIBRARY.words["zh"]


def test_another_state_of_a_module_is_another_state_of_the_program(tmp_path: Path) -> None:
    (tmp_path / "checks" / "one").mkdir(parents=True)
    module = tmp_path / "checks" / "one" / "lists.py"
    module.write_text("", "utf-8")
    before = sorted(library._stamps(str(tmp_path)))
    assert [Path(path).name for path, _ in before] == ["lists.py"]
    module.touch()
    assert sorted(library._stamps(str(tmp_path))) != before
