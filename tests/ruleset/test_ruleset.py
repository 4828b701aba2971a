"""Rule files: mistakes with their places, inheritance, and the choice by title."""

from __future__ import annotations

from pathlib import Path

import pytest

from linter.engine.judge import judge, prepare
from linter.model.errors import RulesetError
from linter.model.rules import Ruleset
from linter.ruleset import library
from linter.ruleset.rulefile import schema
from tests.support.drafts import draft

BASE = """\
id: base
title: {zh: 基本, en: Base}
applies_to: {title: [总结]}
sections:
  - {id: work, title: {zh: 工作, en: Work}, headings: [工作], cues: [完成]}
  - {id: problems, title: {zh: 问题, en: Problems}, headings: [问题], closing: true}
  - {id: plans, title: {zh: 打算, en: Plans}, headings: [打算]}
rules:
  - id: no-slang
    check: pattern
    level: warning
    with: {forbid: [给力], scope: body}
    message: {zh: 口语, en: Slang}
    examples: {pass: [有力], fail: [给力]}
  - id: ending
    check: pattern
    level: error
    with: {require: [特此报告], scope: last}
    message: {zh: 缺少结语, en: No ending}
"""


def write(folder: Path, **files: str) -> library.Library:
    """A folder of rule files, and the found of those shipped with the program in this test."""
    shipped = folder / "shipped"
    shipped.mkdir(parents=True, exist_ok=True)
    (shipped / "base.yaml").write_text(BASE, encoding="utf-8")
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return library.library(str(shipped))


def load(folder: Path, text: str, **files: str) -> Ruleset:
    found = write(folder, mine=text, **files)
    return library.load("mine.yaml", found, str(folder))


def mistakes(folder: Path, text: str, **files: str) -> list[str]:
    """The mistakes found, as `line:column text`, file names left out where they are `mine.yaml`."""
    with pytest.raises(RulesetError) as caught:
        load(folder, text, **files)
    assert len(caught.value.text.zh.splitlines()) == len(caught.value.text.en.splitlines())
    return [
        line.removeprefix(f"{folder}/").removeprefix("mine.yaml:") for line in str(caught.value).splitlines()
    ]


HEAD = "id: mine\ntitle: {zh: 我的, en: Mine}\n"
CHILD = HEAD + "extends: [base]\n"


def test_shipped_rulesets_load() -> None:
    found = library.library()
    assert "report-form" in found.paths
    for name in found.paths:
        loaded = library.load(name, found)
        assert loaded.id == name
        assert loaded.rules
        assert Path(loaded.path).is_file()


def test_a_set_of_its_own(tmp_path: Path) -> None:
    found = load(tmp_path, BASE.replace("id: base", "id: mine"))
    assert [section.id for section in found.sections] == ["work", "problems", "plans"]
    assert found.sections[1].closing
    assert found.titles == ("总结",)
    rule = found.rules[0]
    assert (rule.id, rule.check, rule.level, rule.message.en) == ("no-slang", "pattern", "warning", "Slang")
    assert rule.options == {"forbid": ("给力",), "scope": "body"}
    assert (rule.passes, rule.fails) == (("有力",), ("给力",))


def test_a_word_with_a_comma_in_quotes_is_meant(tmp_path: Path) -> None:
    found = load(tmp_path, CHILD + "sections: [{id: work, headings: ['整改，治理', 问题、, “一”岗]}]")
    assert found.sections[0].headings[-3:] == ("整改，治理", "问题、", "“一”岗")


def test_a_word_with_a_comma_on_a_line_of_its_own_is_meant(tmp_path: Path) -> None:
    text = CHILD + "sections:\n  - id: work\n    headings:\n      - 问题、不足\n      - 整改，治理\n"
    assert load(tmp_path, text).sections[0].headings[-2:] == ("问题、不足", "整改，治理")


@pytest.mark.parametrize(
    ("script", "title", "expected"),
    [
        ("simplified", "关于停水的公告", True),
        ("simplified", "關於停水的公告", False),
        ("simplified", "停水公告", True),
        ("traditional", "關於停水的公告", True),
        ("traditional", "关于停水的公告", False),
        ("traditional", "停水公告", True),
    ],
)
def test_a_set_may_be_for_titles_in_one_script(
    tmp_path: Path, script: str, title: str, expected: bool
) -> None:
    own = HEAD + f"applies_to: {{title: [通报, 公告], script: {script}}}\n" + RULE
    found = load(tmp_path, own)
    assert found.script == script
    assert (library.chooser(library.library(), {"mine.yaml": found})(title) == "mine.yaml") is expected


# --- mistakes ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("own", "expected"),
    [("", ["base.tsv"]), ("weights: []\n", []), ("weights: [own.tsv]\n", ["base.tsv", "own.tsv"])],
)
def test_weights_are_added_to_those_inherited_unless_a_ruleset_names_none(
    tmp_path: Path, own: str, expected: list[str]
) -> None:
    found = load(tmp_path, HEAD + f"extends: [one.yaml]\n{own}", one=BASE + "weights: [base.tsv]\n")
    assert [Path(path).name for group in found.weights for path in group] == expected


def test_all_mistakes_at_once_each_at_its_place(tmp_path: Path) -> None:
    text = """\
id: mine
title: {zh: 我的, en: Mine}
extend: [base]
sections:
  - id: work
    title: {zh: 工作, en: Work}
    cues: ["完成(", 开展]
rules:
  - id: no-slang
    check: pattern
    level: warning
    with: {forbid: [给力], section: wrok}
    message: {zh: 口语, en: Slang}
"""
    assert mistakes(tmp_path, text) == [
        "3:1: unknown key 'extend'; did you mean 'extends'?",
        "7:12: bad pattern in 'cues': missing ): 完成(",
        "12:35: unknown section 'wrok'; did you mean 'work'?",
    ]


RULE = """\
rules:
  - id: no-slang
    check: pattern
    level: warning
    with: {forbid: [给力]}
    message: {zh: 口语, en: Slang}
"""


@pytest.mark.parametrize(
    ("parent", "told"),
    [
        ("bsae", "3:11: unknown ruleset 'bsae'; did you mean 'base'?"),
        ("./gone.yaml", "3:11: no file './gone.yaml'"),
        ("mine.yaml", "3:11: 'extends' runs in a circle: mine.yaml → mine.yaml"),
    ],
)
def test_a_wrong_parent_hides_no_mistake_in_options(tmp_path: Path, parent: str, told: str) -> None:
    """What may be inherited is not missed."""
    wrong = RULE.replace("forbid: [给力]", "forbit: [给力], scope: boddy")
    right = "  - {id: ending, with: {scope: last}}\n  - {id: slang, check: count, with: {section: plans}}\n"
    found = mistakes(tmp_path, HEAD + f"extends: [{parent}]\n" + wrong + right)
    assert [line.split(";")[0] for line in found] == [
        told.split(";")[0],
        "8:12: unknown key 'forbit'",
        "8:33: 'scope' cannot be 'boddy'",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "1:1: the file is empty"),
        ("- id", "1:1: what the file holds must be keys with values (id, title,"),
        ("id: mine", "1:1: the key 'title' is missing"),
        (HEAD + "titel: x", "3:1: unknown key 'titel'; did you mean 'title'?"),
        ("id: mine\ntitle: 我的", "2:8: 'title' must be keys with values (zh, en), not '我的'"),
        (HEAD + "extends: base", "3:10: 'extends' must be a list ([…]), not 'base'"),
        (HEAD + "extends: [bsae]", "3:11: unknown ruleset 'bsae'; did you mean 'base'?"),
        (HEAD + "extends: [./mien.yaml]", "3:11: no file './mien.yaml'; did you mean 'mine.yaml'?"),
        (HEAD + "extends: [../x.yaml]", "3:11: '../x.yaml' lies outside this file's folder"),
        (HEAD + "extends: [/etc/x.yaml]", "3:11: '/etc/x.yaml' lies outside this file's folder"),
        (HEAD + "extends: [mine.yaml]", "3:11: 'extends' runs in a circle: mine.yaml → mine.yaml"),
        (HEAD + "sections: [{id: new}]", "3:17: section 'new' is new and lacks 'title'"),
        (HEAD + "sections: [{id: a, title: {zh: 甲}}]", "3:27: the key 'en' is missing"),
        (HEAD + RULE.replace("pattern", "patern"), "5:12: unknown check 'patern'; did you mean 'pattern'?"),
        (HEAD + RULE.replace("warning", "warn"), "6:12: 'level' cannot be 'warn'; did you mean 'warning'?"),
        (HEAD + RULE.replace("forbid", "forbit"), "7:12: unknown key 'forbit'; did you mean 'forbid'?"),
        (HEAD + RULE.replace("    level: warning\n", ""), "4:9: rule 'no-slang' is new and lacks level"),
        (
            HEAD + RULE.replace("{forbid: [给力]}", "[给力]"),
            "7:11: 'with' must be keys with values (forbid, require",
        ),
        (
            HEAD + RULE.replace("{forbid: [给力]}", "{scope: body}"),
            "7:11: 'with': needs one of forbid, require",
        ),
        (HEAD + RULE + RULE[6:], "10:9: 'no-slang' is already in rules, on line 4"),
        (
            HEAD
            + "sections:\n"
            + 2 * "  - {id: a, title: {zh: 甲, en: A}}\n"
            + "  - {id: b, title: {zh: 乙, en: B}}\n",
            "5:10: 'a' is already in sections, on line 4",
        ),
        (
            CHILD + "sections: [{id: work, headings: [整改，治理]}]",
            "4:34: '整改，治理' is one word here: for several write 整改, 治理 (plain commas)",
        ),
        (
            CHILD + "sections: [{id: work, headings: [整改、治理]}]",
            "4:34: '整改、治理' is one word here: for several write 整改, 治理 (plain commas)",
        ),
        (
            CHILD + "sections: [{id: work, weak_headings: [“整改”]}]",
            "4:39: the full-width “ ” are taken for part of the word",
        ),
        (
            CHILD + "sections: [{id: work, headings：}]",
            "4:23: the colon behind 'headings' is a full-width one",
        ),
        (CHILD + "sections:\n- id: work\n　headings: [做]", "6:1: the indent has full-width blanks"),
        (
            CHILD + "sections:\n" + 3 * "  - {id: plans}\n",
            "6:10: 'plans' is already in sections, on line 5",
        ),
        (HEAD + RULE.replace("口语", "'{text.real}'"), "8:19: braces in a message hold a bare {name}"),
        (HEAD + RULE.replace("口语", "'{text:>999999}'"), "8:19: braces in a message hold a bare {name}"),
        (HEAD + RULE.replace("口语", "'{text'"), "8:19: braces in a message hold a bare {name}"),
        (
            HEAD + RULE.replace("口语", "'{txet}'"),
            "8:19: check 'pattern' has no {txet} for a message; did you mean 'text'?",
        ),
        (
            HEAD + RULE.replace("口语", "'{count}'"),
            "8:19: check 'pattern' has no {count} for a message; valid are: text, suggestion",
        ),
        (
            CHILD + "rules: [{id: no-slang, message: {zh: '{usual}', en: Slang}}]",
            "4:38: check 'pattern' has no {usual} for a message",
        ),
        (
            CHILD + "rules: [{id: no-slnag, level: off}]",
            "4:14: no rule 'no-slnag' to inherit; did you mean 'no-slang'?",
        ),
        (
            CHILD + "rules: [{id: no-slang, with: {fobid: [a]}}]",
            "4:31: unknown key 'fobid'; did you mean 'forbid'?",
        ),
        (
            CHILD + "rules: [{id: ending, with: {section: plan}}]",
            "4:38: unknown section 'plan'; did you mean 'plans'?",
        ),
        (
            CHILD + "rules: [{id: ending, check: patern}]",
            "4:29: unknown check 'patern'; did you mean 'pattern'?",
        ),
        (
            HEAD + RULE.replace("forbid: [给力]", "prefer: [{from: 给力, to: '\\1'}]"),
            "7:20: 'prefer': '\\1' names a group that '给力' does not have",
        ),
    ],
)
def test_a_mistake_and_its_place(tmp_path: Path, text: str, expected: str) -> None:
    assert any(line.startswith(expected) for line in mistakes(tmp_path, text)), mistakes(tmp_path, text)


@pytest.mark.parametrize(
    "text", [HEAD + RULE.replace("level: warning", "level: eror"), HEAD + "extends: [no-such]\n" + RULE]
)
def test_one_mistake_makes_no_second(tmp_path: Path, text: str) -> None:
    assert len(mistakes(tmp_path, text)) == 1


def test_patterns_that_are_too_much_together_are_told_before_any_text_matches(tmp_path: Path) -> None:
    """Each alone is right: a rule that compiled them for its first match would fail there."""
    several = ", ".join(rf"'第{number}站\p{{Han}}{{0,900}}封闭'" for number in range(300))
    keys = "id: closed, check: pattern, level: error, message: {zh: 停航, en: Closed}"
    assert mistakes(tmp_path, f"{HEAD}rules:\n  - {{{keys}, with: {{forbid: [{several}]}}}}\n") == [
        "4:85: the patterns do not go together: pattern too large - compile failed"
    ]


def test_a_circle_of_three_names_its_way(tmp_path: Path) -> None:
    one, two = (HEAD + f"extends: [{name}.yaml]\n" for name in ("two", "mine"))
    found = mistakes(tmp_path, HEAD + "extends: [one.yaml]\n", one=one, two=two)
    assert found == ["two.yaml:3:11: 'extends' runs in a circle: mine.yaml → one.yaml → two.yaml → mine.yaml"]


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "outside.yaml").write_text(BASE, encoding="utf-8")
    inside = tmp_path / "inside"
    inside.mkdir()
    (inside / "link.yaml").symlink_to(tmp_path / "outside.yaml")
    assert "lies outside" in mistakes(inside, HEAD + "extends: [link.yaml]\n")[0]


def test_a_folder_whose_name_only_begins_alike_is_outside(tmp_path: Path) -> None:
    (tmp_path / "rules-secret").mkdir()
    (tmp_path / "rules-secret" / "base.yaml").write_text(BASE, encoding="utf-8")
    found = mistakes(tmp_path / "rules", HEAD + "extends: [../rules-secret/base.yaml]\n")
    assert "'../rules-secret/base.yaml' lies outside this file's folder" in found[0]


def test_two_strangers_with_one_rule_conflict(tmp_path: Path) -> None:
    found = mistakes(tmp_path, HEAD + "extends: [one.yaml, two.yaml]", one=HEAD + RULE, two=HEAD + RULE)
    assert found == [
        f"two.yaml:4:9: rule 'no-slang' is also defined at {tmp_path}/one.yaml:4,"
        " which this file does not extend; rename one"
    ]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("bse", "unknown ruleset 'bse'; did you mean 'base'?"),
        ("./mien.yaml", "no rule file './mien.yaml'; did you mean 'mine.yaml'?"),
        ("nowhere/x.yaml", "no rule file 'nowhere/x.yaml'; check the path"),
    ],
)
def test_unknown_names(tmp_path: Path, name: str, expected: str) -> None:
    found = write(tmp_path, mine=HEAD)
    with pytest.raises(RulesetError) as caught:
        library.load(name, found, str(tmp_path))
    assert str(caught.value) == expected


def test_a_shipped_file_is_named_after_its_id(tmp_path: Path) -> None:
    (tmp_path / "other.yaml").write_text(BASE, encoding="utf-8")
    with pytest.raises(RulesetError, match=r"other\.yaml:1:1: .*base\.yaml"):
        library.library(str(tmp_path))


def test_an_inherited_message_must_go_with_another_check(tmp_path: Path) -> None:
    rule = RULE.replace("pattern", "count").replace("[给力]", "[给力], max: 2").replace("forbid", "patterns")
    base = HEAD + rule.replace("口语", "'{count}处口语'")
    text = (
        CHILD.replace("base", "one.yaml") + "rules: [{id: no-slang, check: pattern, with: {forbid: [给力]}}]"
    )
    assert mistakes(tmp_path, text, one=base) == [
        "4:31: check 'pattern' has no {count} for a message; valid are: text, suggestion"
    ]


def test_what_is_put_into_a_message_is_not_filled_again(tmp_path: Path) -> None:
    rule = RULE.replace("[给力]", "['\\{\\w+\\}']").replace("口语", "'{{text}}：{text}'")
    prepared = prepare(load(tmp_path, HEAD + rule))
    case = draft("签发人：{suggestion}。")
    (found,) = judge(case.document, case.parts, prepared).outcome.findings
    assert found.message.zh == "{text}：{suggestion}"


# --- inheritance ------------------------------------------------------------------------------


def test_a_child_that_says_nothing_inherits_everything(tmp_path: Path) -> None:
    base = load(tmp_path, BASE)
    found = load(tmp_path, CHILD)
    assert (found.sections, found.rules) == (base.sections, base.rules)
    assert (found.id, found.extends, found.titles) == ("mine", ("base",), ())


def test_words_are_added_and_replace_starts_afresh(tmp_path: Path) -> None:
    found = load(
        tmp_path,
        CHILD
        + """\
sections:
  - {id: work, headings: [成绩, 工作], cues: [开展]}
  - {id: problems, replace: true, headings: [短板]}
""",
    )
    work, problems, _ = found.sections
    assert (work.headings, work.cues, work.title.en) == (("工作", "成绩"), ("完成", "开展"), "Work")
    assert (problems.headings, problems.closing, problems.title.zh) == (("短板",), False, "问题")


@pytest.mark.parametrize(
    ("listed", "order"),
    [
        ("", "work problems plans"),
        ("new", "work problems plans new"),
        ("new problems", "work new problems plans"),
        ("new work", "new work problems plans"),
        ("work new", "work problems plans new"),
        ("work new plans", "work problems new plans"),
        ("new problems more plans last", "work new problems more plans last"),
        ("plans problems", "work plans problems"),
    ],
)
def test_where_a_new_section_stands(tmp_path: Path, listed: str, order: str) -> None:
    rows = "".join(f"  - {{id: {name}, title: {{zh: 题, en: T}}}}\n" for name in listed.split())
    found = load(tmp_path, CHILD + (f"sections:\n{rows}" if rows else ""))
    assert " ".join(section.id for section in found.sections) == order


@pytest.mark.parametrize(
    ("listed", "anywhere"),
    [
        ("", set()),
        ("new problems", set()),
        ("new more problems", set()),
        ("work problems", set()),
        ("new", {"new"}),
        ("new more", {"new", "more"}),
        ("work new", {"new"}),
        ("new problems last", {"last"}),
    ],
)
def test_a_new_section_without_a_place_may_stand_anywhere(
    tmp_path: Path, listed: str, anywhere: set[str]
) -> None:
    rows = "".join(f"  - {{id: {name}, title: {{zh: 题, en: T}}}}\n" for name in listed.split())
    found = load(tmp_path, CHILD + (f"sections:\n{rows}" if rows else ""))
    assert {section.id for section in found.sections if not section.placed} == anywhere


def test_keys_of_the_child_win_and_options_merge(tmp_path: Path) -> None:
    found = load(
        tmp_path,
        CHILD
        + """\
rules:
  - {id: no-slang, level: error, with: {scope: title}}
  - {id: ending, level: off}
""",
    )
    slang, ending = found.rules
    assert (slang.level, slang.options, slang.message.en) == (
        "error",
        {"forbid": ("给力",), "scope": "title"},
        "Slang",
    )
    assert slang.fails == ("给力",)
    assert (ending.level, ending.options["scope"]) == ("off", "last")


def test_a_change_below_is_not_undone_by_a_sibling(tmp_path: Path) -> None:
    """`one` switches off what `two` merely inherits: extending both leaves it off."""
    one = CHILD + "rules: [{id: ending, level: off}]"
    found = load(tmp_path, HEAD + "extends: [one.yaml, two.yaml]", one=one, two=CHILD)
    assert {rule.id: rule.level for rule in found.rules} == {"no-slang": "warning", "ending": "off"}
    assert found.extends == ("base", "mine", "mine")


def test_a_changed_parent_is_seen(tmp_path: Path) -> None:
    found = load(tmp_path, HEAD + "extends: [one.yaml]", one=HEAD + RULE)
    assert found.rules[0].level == "warning"
    found = load(tmp_path, HEAD + "extends: [one.yaml]", one=HEAD + RULE.replace("warning", "info"))
    assert found.rules[0].level == "info"


# --- choice by title --------------------------------------------------------------------------


def titled(name: str, pattern: str, extends: str = "") -> str:
    return (
        f"id: {name}\ntitle: {{zh: 题, en: T}}\nextends: [{extends}]\napplies_to: {{title: ['{pattern}']}}\n"
    )


@pytest.mark.parametrize(
    ("title", "chosen"),
    [
        ("关于召开会议的通知", None),
        ("", None),
        ("上半年工作总结", "work"),
        ("上半年宣传思想工作总结", "ideology"),
        ("宣传工作总结会议纪要", "minutes"),
    ],
)
def test_the_more_special_set_is_chosen(tmp_path: Path, title: str, chosen: str | None) -> None:
    folder = tmp_path / "shipped"
    folder.mkdir()
    for name, text in {
        "work": titled("work", "工作(?:总结|汇报)"),
        "ideology": titled("ideology", "宣传思想", "work"),
        "minutes": titled("minutes", "工作总结会议纪要"),
        "form": "id: form\ntitle: {zh: 题, en: T}\n",
    }.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    assert library.chooser(library.library(str(folder)))(title) == chosen


# --- for editors ------------------------------------------------------------------------------


def test_the_schema_of_a_rule_file_holds_the_options_of_each_check() -> None:
    whole = schema(["pattern"])
    rule = whole["properties"]["rules"]["items"]
    assert rule["properties"]["with"]["description"]
    [condition] = rule["allOf"]
    assert condition["if"]["properties"]["check"] == {"const": "pattern"}
    options = condition["then"]["properties"]["with"]
    assert {"forbid", "require", "prefer", "unless", "apart", "scope", "section"} == set(
        options["properties"]
    )
    assert "required" not in options


# --- a file that is not saved yet -----------------------------------------------------------------

BELOW = "id: base\ntitle: {zh: 底, en: base}\nsections: [{id: one, title: {zh: 一, en: one}}]\n"
ABOVE = """\
id: own
title: {zh: 上, en: own}
extends: [base.yaml]
rules:
  - id: has
    check: section
    level: error
    with: {section: two}
    message: {zh: 缺, en: missing}
"""


def test_what_is_wrong_in_an_unsaved_file_is_told_by_place(tmp_path: Path) -> None:
    (tmp_path / "base.yaml").write_text(BELOW, "utf-8")
    path = str(tmp_path / "own.yaml")
    (found,) = library.problems(ABOVE.encode(), path)
    assert (found.path, found.line, found.column) == (path, 8, 21)
    assert "one" in found.en
    assert library.problems(ABOVE.replace("two", "one").encode(), path) == ()


def test_what_is_wrong_below_an_unsaved_file_has_its_own_path(tmp_path: Path) -> None:
    (tmp_path / "base.yaml").write_text(BELOW + "rule: []\n", "utf-8")
    found = library.problems(ABOVE.replace("two", "one").encode(), str(tmp_path / "own.yaml"))
    assert {each.path for each in found} == {str(tmp_path / "base.yaml")}


def test_a_ruleset_that_is_passed_in_reads_no_file_beside_it(tmp_path: Path) -> None:
    (tmp_path / "base.yaml").write_text(BELOW, "utf-8")
    with pytest.raises(RulesetError):
        library.compiled(ABOVE.encode(), str(tmp_path / "own.yaml"))
