"""The rules of a shipped ruleset, ready to run: for the tests of single checks."""

from __future__ import annotations

from pathlib import Path

from linter.checks import module, options
from linter.checks.api import Find
from linter.model.rules import Rule, Ruleset
from linter.ruleset.library import library, load


def rules(ruleset: str, check: str) -> list[Rule]:
    """The rules of a shipped ruleset that use a check."""
    return [rule for rule in load(ruleset).rules if rule.check == check]


def build(rule: Rule) -> Find:
    """The find function of a rule."""
    find: Find = module(rule.check).build(options(rule.check, rule.options, rule.words))
    return find


def finds(ruleset: str, check: str) -> dict[str, Find]:
    """The find functions of the rules that use a check, by rule id."""
    return {rule.id: build(rule) for rule in rules(ruleset, check)}


def with_words(folder: Path, ruleset: str, words: str) -> Ruleset:
    """A shipped ruleset as a rule file in `folder` changes its word lists; `words` is YAML in one line."""
    path = folder / "changed.yaml"
    head = "id: changed\ntitle: {zh: 改过的, en: Changed}\n"
    path.write_text(f"{head}extends: [{ruleset}]\nwords: {words}\n", "utf-8")
    return load(str(path), library())
