"""Which rules are used and how: names of rules, layers of select and ignore, levels and options by path."""

from __future__ import annotations

from pathlib import Path

import pytest

from linter.engine.choice import RuleFilter, fits
from linter.engine.run import judge_drafts
from linter.engine.selection import RulesetSelector, Selection
from linter.model.errors import ConfigError
from linter.model.finding import FileOutcome
from linter.model.message import Message
from linter.model.rules import Rule
from linter.project.config import Configs
from linter.project.drafts import drafts

RULE = Rule("leftover-mask", "placeholder", "error", Message("", ""), {}, tags=("form", "leftovers"))


@pytest.mark.parametrize(
    ("name", "fit"),
    [
        ("leftover", False),
        ("mask", False),
        ("leftover-*-x", False),
        ("*-masks", False),
        ("residue", False),
        ("LEFTOVER-*", False),
        ("leftover-mask", True),
        ("leftover-*", True),
        ("*-mask", True),
        ("left*-m?sk", True),
        ("[lk]eftover-mask", True),
        ("*", True),
        ("placeholder", True),
        ("form", True),
    ],
)
def test_names_of_rules(name: str, fit: bool) -> None:
    assert fits(name, RULE) is fit


def test_a_glob_of_any_bytes_fits_nothing() -> None:
    assert not fits("left\udcff*", RULE)


def test_a_glob_that_is_none_is_an_error() -> None:
    with pytest.raises(ConfigError, match="bad glob"):
        fits("left[z-a]", RULE)


@pytest.mark.parametrize(
    ("select", "ignore", "wanted"),
    [
        ((), ("leftover-mask",), False),
        ((), ("leftover-*",), False),
        ((), ("placeholder",), False),
        (("residue",), (), False),
        (("leftover-*",), ("leftover-*",), False),
        (("leftover-*",), ("placeholder",), False),  # none of them is nearer
        (("leftover-*",), ("leftover-mask",), False),
        (("leftover-mask",), ("leftover-mask",), False),
        ((), (), True),
        ((), ("residue",), True),
        (("placeholder",), (), True),
        (("residue", "form"), (), True),
        (("leftover-mask",), ("leftover-*",), True),  # its id is nearer than a glob
        (("leftover-mask",), ("placeholder", "form"), True),
    ],
)
def test_the_nearer_name_decides(select: tuple[str, ...], ignore: tuple[str, ...], wanted: bool) -> None:
    assert RuleFilter(select, ignore).wants(RULE) is wanted


# --- configurations -------------------------------------------------------------------------------

RULES = """\
id: own
title: {zh: 试用, en: Tried}
applies_to: {title: ["泵站.*小结"]}
rules:
  - id: word-mask
    check: pattern
    level: error
    tags: [words]
    with: {forbid: ["××"]}
    message: {zh: 有掩码, en: A mask}
  - id: word-more
    check: pattern
    level: off
    with: {forbid: ["等等"]}
    message: {zh: 有等等, en: And so on}
"""
NOTHING_GIVEN = Selection()
DRAFT = "泵站夏季小结\n\n一、巡查\n巡查××次，清理杂物等等。\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    put(tmp_path, "rules/own.yaml", RULES)
    put(tmp_path, "a.txt", DRAFT)
    put(tmp_path, "old/b.txt", DRAFT)
    return tmp_path


def put(folder: Path, name: str, text: str) -> None:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, "utf-8")


def outcomes(folder: Path, selection: Selection = NOTHING_GIVEN) -> dict[str, FileOutcome]:
    configs = Configs()
    selector = RulesetSelector(selection, configs)
    found = drafts([str(folder)], lambda path: False)
    selector.require_sound(draft.name for draft in found)
    result = judge_drafts(found, selector)
    return {str(Path(file.path).relative_to(folder).as_posix()): file for file in result.files}


def said(folder: Path, selection: Selection = NOTHING_GIVEN) -> dict[str, list[tuple[str, str]]]:
    return {
        name: [(each.rule, each.level) for each in file.findings if each.rule.startswith("word-")]
        for name, file in outcomes(folder, selection).items()
    }


NAMED = 'ruleset = "rules/own.yaml"\n'
MASK, MORE = ("word-mask", "error"), ("word-more", "info")
CHANGES = [
    ("", [MASK], [MASK]),
    ('ignore = "word-*"', [], []),
    ('ignore = "words"', [], []),
    ('select = "word-more"', [], []),  # a rule that is off stays so
    ('select = "pattern"', [MASK], [MASK]),
    ('[[rules]]\nrule = "word-mask"\nlevel = "off"', [], []),
    ('[[rules]]\nrule = "word-more"\nlevel = "info"', [MASK, MORE], [MASK, MORE]),
    ('[[rules]]\nrule = "word-mask"\nmatch = "old/**"\nlevel = "info"', [MASK], [("word-mask", "info")]),
    ('[[rules]]\nrule = "words"\nmatch = "old/"\nlevel = "off"', [MASK], []),
    ('[[rules]]\nrule = "word-*"\nlevel = "off"\n[[rules]]\nrule = "word-mask"\nlevel = "warning"', [("word-mask", "warning")], [("word-mask", "warning")]),
    ('[[rules]]\nrule = "word-mask"\nwith = {forbid = ["杂物"]}\nmatch = "*.txt"', [MASK], [MASK]),
    ('[[rules]]\nrule = "word-mask"\nmatch = "old/*"\n[rules.with]\nforbid = ["没有的"]', [MASK], []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "above", "below"), CHANGES)
def test_levels_and_options_by_rule_and_path(
    folder: Path, text: str, above: list[tuple[str, str]], below: list[tuple[str, str]]
) -> None:
    put(folder, "reportlint.toml", NAMED + text)
    assert said(folder) == {"a.txt": above, "old/b.txt": below}


def test_a_rule_given_other_words_looks_for_these(folder: Path) -> None:
    put(folder, "a.txt", DRAFT.replace("××", "三"))
    put(folder, "reportlint.toml", NAMED + '[[rules]]\nrule = "word-mask"\nwith = {forbid = ["杂物"]}')
    assert said(folder)["a.txt"] == [MASK]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('ignore = "word-msk"', "there is no rule 'word-msk'; did you mean 'word-mask'?"),
        ('select = "words-*"', "there is no rule 'words-*'"),
        ('[[rules]]\nrule = "patern"\nlevel = "off"', "there is no rule 'patern'; did you mean 'pattern'?"),
        ('[[rules]]\nrule = "word-mask"\nwith = {forbd = ["x"]}', ":4:1: unknown key 'forbd'; did you mean 'forbid'?"),
        ('[[rules]]\nrule = "word-mask"\nwith = {forbid = ["("]}', ":4:1: bad pattern in 'forbid'"),
        ('[[rules]]\nrule = "word-mask"\nwith = 3', ":4:1: 'with' must be keys with values"),
    ],
)  # fmt: skip
def test_names_and_options_are_checked_before_anything_is_judged(
    folder: Path, text: str, message: str
) -> None:
    put(folder, "reportlint.toml", NAMED + text)
    with pytest.raises(ConfigError) as caught:
        outcomes(folder)
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("selection", "expected"),
    [
        (Selection(), []),
        (Selection(ignore=("word-mask",)), []),
        (Selection(select=("word-mask",)), [MASK]),  # begins anew
        (Selection(select=("word-*",), ignore=("word-mask",)), []),
    ],
)
def test_select_on_the_command_line_begins_anew(
    folder: Path, selection: Selection, expected: list[tuple[str, str]]
) -> None:
    put(folder, "reportlint.toml", NAMED + 'ignore = "word-mask"')
    assert said(folder, selection)["a.txt"] == expected


def test_each_draft_is_judged_by_the_nearest_configuration(folder: Path) -> None:
    put(folder, "reportlint.toml", NAMED)
    put(folder, "old/reportlint.toml", 'ruleset = "../rules/own.yaml"\nignore = "word-mask"')
    assert said(folder) == {"a.txt": [MASK], "old/b.txt": []}


def test_folders_with_configurations_of_their_own_are_compared(folder: Path) -> None:
    copied = "值守人员每晚沿东岸步行巡查一遍，把水尺读数写进本子，天亮前交给下一班的同事核对签字。遇到涨水，先断电再开闸，两人同去，一人看表一人记数，回来把工具擦干放回原处。"
    put(folder, "a.txt", f"泵站夏季小结\n\n一、巡查\n{copied}\n")
    put(folder, "old/b.txt", f"泵站冬季小结\n\n一、巡查\n{copied}\n")
    put(folder, "reportlint.toml", 'ruleset = "report-form"\n')
    put(folder, "old/reportlint.toml", 'ruleset = "report-form"\nignore = "leftover-*"')
    found = outcomes(folder)
    assert all(any(each.check == "duplicate" for each in file.findings) for file in found.values())


# --- own rulesets beside the shipped ones ---------------------------------------------------------


def chosen(folder: Path) -> dict[str, str]:
    return {name: file.ruleset for name, file in outcomes(folder).items()}


def test_without_being_named_own_rulesets_are_not_used(folder: Path) -> None:
    assert "own" not in chosen(folder).values()


@pytest.mark.parametrize("glob", ["rules/*.yaml", "rules", "rules/own.yaml", "**/own.yaml"])
def test_auto_chooses_from_own_rulesets_too(folder: Path, glob: str) -> None:
    put(folder, "old/b.txt", "青坪乡意识形态工作总结\n\n一、学习\n学习十次。\n")
    put(folder, "reportlint.toml", f'rulesets = "{glob}"')
    assert chosen(folder) == {"a.txt": "own", "old/b.txt": "ideology-work-report"}


@pytest.mark.parametrize(
    ("fits", "title"),
    [
        ("工作总结", "泵站工作总结"),
        ("工作总结", "青坪乡意识形态工作总结"),  # however long the match of a shipped one
        ("通知", "关于做好汛期值班的通知"),
        ("检修", "关于开展泵站检修的通知"),
        ("情况报告", "4月份水质检查情况报告"),
        ("总结", "泵站召开工作总结会"),  # a headline, which no shipped one judges
    ],
)
def test_an_own_ruleset_is_chosen_before_shipped_ones(folder: Path, fits: str, title: str) -> None:
    put(folder, "rules/own.yaml", RULES.replace("泵站.*小结", fits))
    put(folder, "a.txt", f"{title}\n\n一、巡查\n巡查十次。\n")
    put(folder, "old/b.txt", "青坪乡会议纪要\n\n一、议定事项\n议定十项。\n")
    put(folder, "reportlint.toml", 'rulesets = "rules"')
    assert chosen(folder) == {"a.txt": "own", "old/b.txt": "minutes"}


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("总结", "泵站.*总结", "other"),
        ("泵站.*总结", "总结", "own"),
        ("总结", "总结", "other"),  # it extends the first
    ],
)
def test_of_own_rulesets_the_longer_match_or_the_one_that_extends_is_chosen(
    folder: Path, one: str, other: str, expected: str
) -> None:
    put(folder, "rules/own.yaml", RULES.replace("泵站.*小结", one))
    extends = "extends: [own.yaml]\n" if one == other else ""
    rules = RULES.replace("id: own", "id: other").replace("word-", "other-").replace("泵站.*小结", other)
    put(folder, "rules/other.yaml", rules.replace("applies_to", f"{extends}applies_to", 1))
    put(folder, "a.txt", "泵站工作总结\n\n一、巡查\n巡查十次。\n")
    put(folder, "reportlint.toml", 'rulesets = "rules"')
    assert chosen(folder)["a.txt"] == expected


def test_an_own_ruleset_takes_the_place_of_the_shipped_one_of_its_id(folder: Path) -> None:
    put(
        folder,
        "rules/own.yaml",
        RULES.replace("id: own", "id: work-report").replace("泵站.*小结", "工作小结"),
    )
    put(folder, "a.txt", "泵站工作总结\n\n一、巡查\n巡查十次。\n")
    put(folder, "old/b.txt", "泵站工作小结\n\n一、巡查\n巡查××次。\n")
    put(folder, "reportlint.toml", 'rulesets = "rules"')
    assert said(folder) == {"a.txt": [], "old/b.txt": [MASK]}


def test_own_rulesets_of_one_id_are_each_chosen_by_their_titles(folder: Path) -> None:
    put(folder, "rules/own.yaml", RULES.replace("泵站.*小结", "水泵.*小结"))
    put(folder, "rules/other.yaml", RULES.replace("泵站.*小结", "闸门.*小结"))
    put(folder, "a.txt", "水泵运行小结\n\n一、巡查\n巡查××次。\n")
    put(folder, "old/b.txt", "闸门运行小结\n\n一、巡查\n巡查××次。\n")
    put(folder, "reportlint.toml", 'rulesets = "rules"')
    assert chosen(folder) == {"a.txt": "own", "old/b.txt": "own"}


def test_an_own_ruleset_with_the_id_of_a_shipped_one_may_extend_that(folder: Path) -> None:
    rules = RULES.replace("id: own", "id: work-report").replace("泵站.*小结", "工作小结")
    put(folder, "rules/own.yaml", rules.replace("applies_to", "extends: [work-report]\napplies_to", 1))
    put(folder, "old/b.txt", "泵站工作小结\n\n一、巡查\n巡查××次。\n")
    put(folder, "reportlint.toml", 'rulesets = "rules"')
    assert MASK in said(folder)["old/b.txt"]
    assert "next-steps-present" in {each.rule for each in outcomes(folder)["old/b.txt"].findings}


def test_a_mistake_in_an_own_ruleset_is_told_at_its_place(folder: Path) -> None:
    put(folder, "rules/own.yaml", RULES + "    levl: error\n")
    put(folder, "reportlint.toml", 'rulesets = "rules"\nignore = "word-more"')
    with pytest.raises(Exception, match=r"own\.yaml:16:5: unknown key 'levl'"):
        outcomes(folder)
