"""What the project file says, held against the program."""

from __future__ import annotations

import tomllib

from linter.checks import CHECKS
from tests.program import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def test_every_check_is_kept_from_the_others() -> None:
    contracts = PROJECT["tool"]["importlinter"]["contracts"]
    (independent,) = [each["modules"] for each in contracts if each["type"] == "independence"]
    assert independent == sorted(set(CHECKS.values()))


def test_the_source_archive_holds_what_a_build_and_a_hook_need() -> None:
    included = PROJECT["tool"]["hatch"]["build"]["targets"]["sdist"]["include"]
    assert {".ci", ".pre-commit-hooks.yaml"} <= set(included)
    assert [name for name in included if not list(ROOT.glob(name))] == []
