"""The rulesets that come with the program: every rule is told, sourced and tested by its examples."""

from __future__ import annotations

import pytest

from linter import ruleset
from linter.checks import CHECKS
from linter.reporters import View
from linter.reporters.ruletest import report
from linter.ruletest import run

LIBRARY = ruleset.library()


@pytest.mark.parametrize("name", ruleset.shipped(LIBRARY))
def test_every_example_comes_out_and_every_rule_is_covered(name: str) -> None:
    result = run(name, LIBRARY)
    assert result.right, report([result], View("en"))


@pytest.mark.parametrize("name", ruleset.shipped(LIBRARY))
def test_every_rule_says_what_why_and_on_what_ground(name: str) -> None:
    for rule in ruleset.load(name, LIBRARY).rules:
        assert rule.check in CHECKS
        assert all(rule.message), rule.id
        assert all(rule.why), rule.id
        assert rule.source, rule.id
        assert rule.passes, rule.id
