"""What the project file says, held against the program."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from linter.checks import CHECKS
from tests.support.program import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def test_every_check_is_kept_from_the_others() -> None:
    assert independent("A check never sees another check") == sorted(set(CHECKS.values()))


def test_every_surface_is_kept_from_the_others() -> None:
    surfaces = sorted((ROOT / "linter" / "surfaces").glob("*/__init__.py"))
    named = [f"linter.surfaces.{path.parent.name}" for path in surfaces]
    assert independent("A surface never sees another surface") == named


def independent(name: str) -> list[str]:
    """The modules of a contract that keeps them from each other."""
    contracts = PROJECT["tool"]["importlinter"]["contracts"]
    (found,) = [each["modules"] for each in contracts if each["name"] == name]
    return found


def test_the_source_archive_holds_what_a_build_and_a_hook_need() -> None:
    included = PROJECT["tool"]["hatch"]["build"]["targets"]["sdist"]["include"]
    assert {".ci", ".pre-commit-hooks.yaml", "CONTRIBUTING.md"} <= set(included)
    assert [name for name in included if not list(ROOT.glob(name))] == []


PAGES = [*ROOT.glob("*.md"), *(ROOT / "docs").glob("[!r]*.md")]  # patterns in rules.md look like links


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_within_the_checkout_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#\s]+)(?:#[^)]*)?\)", page.read_text("utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []
    assert links or page.name not in ("README.md", "README.zh-CN.md")


SECURITY = [ROOT / name for name in ("SECURITY.md", "SECURITY.zh-CN.md")]


@pytest.mark.parametrize("page", SECURITY, ids=lambda page: page.name)
def test_every_promise_of_security_names_tests_that_are_there(page: Path) -> None:
    """A test is named after the file that it stands in, which is a link."""
    promises = re.findall(r"\]\((tests/[^)]+)\)([^\[]*)", page.read_text("utf-8"))
    named = [(file, test) for file, words in promises for test in re.findall(r"`(test_\w+)`", words)]
    assert len(named) > 20
    assert [
        (file, test) for file, test in named if f"def {test}(" not in (ROOT / file).read_text("utf-8")
    ] == []


def test_both_pages_on_security_name_the_same_tests() -> None:
    english, chinese = (re.findall(r"`(test_\w+)`", page.read_text("utf-8")) for page in SECURITY)
    assert english == chinese


def test_a_unit_test_cannot_start_a_process() -> None:
    with pytest.raises(pytest.fail.Exception, match="mark this test"):
        subprocess.run([sys.executable, "-c", ""], check=True)


def test_nothing_but_one_module_runs_git() -> None:
    """SECURITY.md promises what that one switches off."""
    modules = {
        path.relative_to(ROOT).as_posix(): path.read_text("utf-8") for path in ROOT.glob("linter/**/*.py")
    }
    starting = {name for name, text in modules.items() if "subprocess" in text}
    assert "linter/project/git.py" in starting
    assert {name for name in starting if re.search(r"""["']git["']""", modules[name])} == {
        "linter/project/git.py"
    }
