"""The rules of a shipped rule file, built without the loader: for the tests of single checks."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from linter.checks import Find, module

RULESETS = Path(__file__).parents[1] / "rulesets"


def entries(check: str, ruleset: str = "leftovers") -> list[dict[str, Any]]:
    """The entries of a rule file that use a check."""
    rules = yaml.safe_load((RULESETS / f"{ruleset}.yaml").read_text("utf-8"))["rules"]
    return [rule for rule in rules if rule["check"] == check]


def build(entry: dict[str, Any]) -> Find:
    """The find function of one entry."""
    check = module(entry["check"])
    options = {
        key: tuple(value) if isinstance(value, list) else value for key, value in entry["with"].items()
    }
    find: Find = check.build(check.Options(**options))
    return find


def finds(check: str, ruleset: str = "leftovers") -> dict[str, Find]:
    """The find functions of all entries that use a check, by rule id."""
    return {entry["id"]: build(entry) for entry in entries(check, ruleset)}
