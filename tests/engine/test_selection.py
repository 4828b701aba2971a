"""Which ruleset judges a text that nobody chose one for."""

from pathlib import Path

import pytest

from linter import api
from tests.support.living import RULES
from tests.support.program import call

WORK = "\n一、主要做法\n放映纪录片12场，培训讲解员40人。\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("各展厅：\n为落实意识形态工作责任制，根据展馆情况，现将考核事项通知如下。" + WORK, "report-form"),
        ("3月2日，展馆检查组对各展厅意识形态工作情况进行了检查。\n检查组查阅了台账。", "report-form"),
        ("4月8日，省台来馆调研宣传思想工作，听取了情况介绍。\n座谈会由馆长主持。", "report-form"),
        ("半年来，展馆落实意识形态工作责任制，现将有关情况汇报如下。" + WORK, "ideology-work-report"),
        ("现将我馆上半年落实意识形态工作责任制情况报告如下：" + WORK, "ideology-work-report"),
        ("现就展馆上半年工作作如下汇报：" + WORK, "work-report"),
        ("展馆意识形态工作总结" + WORK, "ideology-work-report"),
    ],
)
def test_a_text_without_a_title_is_a_report_where_its_opening_says_so(text: str, expected: str) -> None:
    file = api.check(text.encode(), "稿.txt")
    assert file.ruleset == expected


# --- rulesets of one's own, by id ---------------------------------------------------------------------

OWN = {
    "names it for all": 'ruleset = "living"',
    "names it with another": 'ruleset = ["report-form", "living"]',
    "names it by path": '[[paths]]\nmatch = "部门/**"\nruleset = "living"',
    "names it by file": 'ruleset = "rules/own.yaml"',
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with a draft and a rule file whose name is not its id."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "rules").mkdir()
    (tmp_path / "部门").mkdir()
    (tmp_path / "rules" / "own.yaml").write_text(RULES, "utf-8")
    (tmp_path / "部门" / "稿.txt").write_text("全年投入××万元。", "utf-8")
    return tmp_path


def configured(project: Path, text: str) -> None:
    (project / "reportlint.toml").write_text(f'rulesets = "rules/*.yaml"\n{text}\n', "utf-8")


@pytest.mark.parametrize("text", OWN.values(), ids=OWN)
@pytest.mark.parametrize("below", [".", "部门"])
def test_an_own_ruleset_is_named_by_its_id(project: Path, text: str, below: str) -> None:
    configured(project, text)
    done = call("check", ".", "--output-format", "concise", "--select", "mask", cwd=project / below)
    assert "error mask" in done.stdout


def test_the_command_line_knows_the_ids_of_the_folder_in_which_it_runs(project: Path) -> None:
    configured(project, "")
    arguments = ("check", ".", "--ruleset", "living", "--output-format", "concise", "--jobs", "2")
    assert "error mask" in call(*arguments, cwd=project / "部门").stdout
    (project / "reportlint.toml").unlink()
    assert call(*arguments, cwd=project).returncode == 2


def test_an_id_that_an_own_ruleset_shares_with_a_shipped_one_means_the_own(project: Path) -> None:
    (project / "rules" / "own.yaml").write_text(RULES.replace("id: living", "id: work-report"), "utf-8")
    arguments = ("check", ".", "--output-format", "concise")
    configured(project, 'ruleset = "work-report"')
    assert "error mask" in call(*arguments, cwd=project).stdout
    configured(project, "")
    assert "error mask" in call(*arguments, "--ruleset", "work-report", cwd=project).stdout
    assert "error mask" not in call(*arguments, "--ruleset", "work-report", "--isolated", cwd=project).stdout
    assert "id: mask" in call("ruleset", "show", "work-report", cwd=project).stdout


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("livng", "unknown ruleset 'livng'; did you mean 'living'?"),
        ("rules/owm.yaml", "no rule file '{}/rules/owm.yaml'; did you mean 'own.yaml'?"),
        ("nowhere/own.yaml", "no rule file '{}/nowhere/own.yaml'; check the path"),
    ],
)
def test_a_mistyped_ruleset_is_told_with_its_file_and_the_nearest(
    project: Path, name: str, said: str
) -> None:
    configured(project, f'[[paths]]\nmatch = "**"\nruleset = "{name}"')
    done = call("check", ".", "--lang", "en", cwd=project)
    assert done.returncode == 2
    assert f"reportlint.toml: {said.format(project)}" in done.stderr


COMMANDS = [
    (["rule", "mask"], "A mask"),
    (["rule", "mask", "--ruleset", "living"], "A mask"),
    (["rulesets"], "living"),
    (["ruleset", "show", "living"], "id: living"),
    (["test", "living"], "living"),
]


@pytest.mark.process
@pytest.mark.parametrize(("arguments", "said"), COMMANDS)
def test_every_command_knows_an_own_ruleset_by_its_id(project: Path, arguments: list[str], said: str) -> None:
    configured(project, "")
    lang = [] if arguments[0] == "ruleset" else ["--lang", "en"]
    done = call(*arguments, *lang, cwd=project)
    assert said in done.stdout
    assert done.stderr == ""
    (project / "reportlint.toml").unlink()
    assert said not in call(*arguments, *lang, cwd=project).stdout


def test_who_extends_an_own_ruleset_by_its_id_is_told_to_name_the_file(project: Path) -> None:
    two = "id: two\ntitle: {zh: 二, en: Two}\nextends: [living]\n"
    (project / "rules" / "two.yaml").write_text(two, "utf-8")
    done = call("check", ".", "--ruleset", "rules/two.yaml", "--lang", "en", cwd=project)
    assert "two.yaml:3:11: unknown ruleset 'living'" in done.stderr
    assert "(own rule files are named as files: own.yaml)" in done.stderr
