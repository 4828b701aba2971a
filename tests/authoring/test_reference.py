"""What is generated from the code: the reference, the schema; and what the commands tell about rules."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from linter.authoring import reference
from linter.authoring.manual import manual, options
from linter.checks import CHECKS
from linter.cli.app import app
from linter.model.errors import ConfigError, RulesetError
from linter.ruleset import library

LIBRARY = library.library()


def told(*arguments: str) -> str:
    result = CliRunner().invoke(app, list(arguments))
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    assert result.exit_code == 0, result.output
    return result.output


def test_the_generated_files_are_up_to_date(capsys: pytest.CaptureFixture[str]) -> None:
    assert reference.main(["--check"]) == 0, capsys.readouterr().err


def test_a_stale_file_is_named(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(reference, "generated", lambda: {"docs/rules.md": "changed"})
    assert reference.main(["--check"]) == 1
    assert "docs/rules.md is stale: run `python -m linter.authoring.reference`" in capsys.readouterr().err


@pytest.mark.parametrize("check", CHECKS)
def test_every_check_has_its_manual_in_both_languages(check: str) -> None:
    page = manual(check)
    assert page.en
    assert page.zh != page.en
    assert all(all(field.doc) for field in options(check))


def _editor_loader(yaml: Any) -> Any:
    """A loader with the words of YAML 1.2, as editors have it: `off` is a word, not false."""
    loader = type("Loader", (yaml.SafeLoader,), {"yaml_implicit_resolvers": {}})
    for kind, form in (("bool", "true|false"), ("int", "-?[0-9]+"), ("float", "-?[0-9]*[.][0-9]+")):
        loader.add_implicit_resolver(f"tag:yaml.org,2002:{kind}", re.compile(f"^(?:{form})$"), None)
    return loader


@pytest.mark.parametrize("name", LIBRARY.paths)
def test_shipped_rulesets_fit_the_schema(name: str) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    yaml = pytest.importorskip("yaml")
    text = Path(library.load(name, LIBRARY).path).read_text(encoding="utf-8")
    content = yaml.load(text, _editor_loader(yaml))
    jsonschema.Draft202012Validator(reference.schema()).validate(content)


def test_the_schema_names_the_options_of_each_check() -> None:
    jsonschema = pytest.importorskip("jsonschema")
    validator = jsonschema.Draft202012Validator(reference.schema())
    rule = {"id": "a", "check": "pattern", "with": {"forbid": ["x"], "scope": "title"}}
    whole = {"id": "a", "title": {"zh": "甲", "en": "a"}, "rules": [rule]}
    assert validator.is_valid(whole)
    for wrong in ({"forbit": ["x"]}, {"forbid": "x"}, {"scope": "titel"}, {"section": "A B"}):
        rule["with"] = wrong
        assert not validator.is_valid(whole), wrong


def test_a_rule_is_explained() -> None:
    page = told("rule", "until-now", "--lang", "en")
    for piece in (
        "until-now  info  check pattern",
        "why:",
        "source:",
        "report-form  ",
        "rulesets/report-form.yaml:",
        "inherited by:",
        "  - 截至目前，",
        "  - 截止目前，",
        "  prefer  = [{from: ",
        "reportlint check --ignore until-now …",
        "rules: [{id: until-now, level: off}]",
    ):
        assert piece in page
    assert "为什么：" in told("rule", "until-now", "--lang", "zh")


def test_an_unknown_rule_is_an_error_with_the_nearest() -> None:
    with pytest.raises(ConfigError, match="no rule 'until-nwo'; did you mean 'until-now'"):
        told("rule", "until-nwo")


def test_lists_name_every_rule_and_every_set() -> None:
    rules, sets = told("rule"), told("rulesets", "--lang", "en")
    for name in LIBRARY.paths:
        found = library.load(name, LIBRARY)
        assert f"\n{name} " in f"\n{sets}"
        assert all(f"  {rule.id} " in rules for rule in found.rules)
        assert f"{len(found.rules)} rule" in sets


def test_a_ruleset_is_shown_as_it_stands_and_resolved() -> None:
    path = Path(LIBRARY.paths["report-form"])
    assert told("ruleset", "show", "report-form") == path.read_text(encoding="utf-8")
    assert "id: report-form  # " in told("ruleset", "show", "report-form", "--resolved")


def test_the_commands_say_what_is_wrong_with_a_name(tmp_path: Path) -> None:
    with pytest.raises(RulesetError, match="unknown ruleset 'work-reprot'; did you mean 'work-report'"):
        told("test", "work-reprot")
    with pytest.raises(ConfigError, match="no rule files in this folder"):
        told("test", str(tmp_path))
