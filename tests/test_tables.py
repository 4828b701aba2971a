"""Each table that people or other programs read says what its registry in the program says."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest
import typer
import yaml

from linter.checks import CHECKS
from linter.cli.app import app
from linter.model.levels import LEVELS
from linter.project import files
from linter.readers import READERS, SUFFIXES
from linter.reporters import REPORTERS
from linter.ruleset import library
from tests.support.program import ROOT

READMES = {"README.md": "en", "README.zh-CN.md": "zh"}
ORDERED_SUFFIXES = [suffix for each in READERS.values() for suffix in each.suffixes]


@pytest.fixture(scope="module")
def tables() -> ModuleType:
    """The generator of the tables in the READMEs."""
    spec = importlib.util.spec_from_file_location("tables", ROOT / "docs" / "tables.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def first_column(readme: str, head: str) -> list[str]:
    """The names in the first column of the table whose first heading is `head`."""
    text = (ROOT / readme).read_text("utf-8")
    table = text.partition(f"\n| {head} |")[2].partition("\n\n")[0]
    return re.findall(r"`([^`]+)`", "\n".join(line.split(" | ")[0] for line in table.split("\n")[2:]))


# --- the READMEs ----------------------------------------------------------------------------------


@pytest.mark.parametrize(("readme", "lang"), READMES.items())
def test_generated_tables_are_as_the_generator_writes_them(
    readme: str, lang: str, tables: ModuleType
) -> None:
    text = (ROOT / readme).read_text("utf-8")
    assert tables.READMES == READMES
    assert tables.with_tables(text, lang) == text
    with pytest.raises(SystemExit, match="no place for the table outputs"):
        tables.with_tables(text.replace("<!-- /outputs -->", ""), lang)


@pytest.mark.parametrize(("readme", "head"), [("README.md", "format"), ("README.zh-CN.md", "格式")])
def test_the_table_of_files_has_every_suffix_in_the_order_of_the_readers(readme: str, head: str) -> None:
    assert first_column(readme, head) == ORDERED_SUFFIXES
    assert len(set(ORDERED_SUFFIXES)) == len(ORDERED_SUFFIXES)


@pytest.mark.parametrize("readme", READMES)
def test_the_table_of_outputs_has_every_reporter(readme: str) -> None:
    assert first_column(readme, "`--output-format`") == list(REPORTERS)


@pytest.mark.parametrize(("readme", "head"), [("README.md", "check"), ("README.zh-CN.md", "检查")])
def test_the_table_of_checks_has_every_check_once(readme: str, head: str) -> None:
    assert sorted(first_column(readme, head)) == sorted(CHECKS)


@pytest.mark.parametrize(("readme", "head"), [("README.md", "ruleset"), ("README.zh-CN.md", "规则集")])
def test_the_table_of_rulesets_leaves_out_only_those_that_others_are_made_of(readme: str, head: str) -> None:
    names = library.library().paths
    sets = {name: yaml.safe_load((ROOT / "rulesets" / f"{name}.yaml").read_text("utf-8")) for name in names}
    listed = first_column(readme, head)
    assert len(set(listed)) == len(listed)
    assert set(listed) <= sets.keys()
    extended = {part for each in sets.values() for part in each.get("extends", [])}
    left_out = sets.keys() - set(listed)
    assert [name for name in left_out if name not in extended or "applies_to" in sets[name]] == []


# --- the command line -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("option", "names"), [("output_format", (*REPORTERS,)), ("fail_on", (*reversed(LEVELS), "never"))]
)
def test_an_option_takes_the_names_of_its_registry_and_shows_them(
    option: str, names: tuple[str, ...]
) -> None:
    program = typer.main.get_command(app)
    check = program.get_command(typer.Context(program), "check")
    (parameter,) = [each for each in check.params if each.name == option]
    assert parameter.metavar == f"[{'|'.join(names)}]"
    assert [parameter.type.convert(name, parameter, None) for name in names] == list(names)
    with pytest.raises(typer.BadParameter):
        parameter.type.convert("nosuch", parameter, None)


# --- what takes files -----------------------------------------------------------------------------


def test_a_folder_walk_takes_the_suffixes_of_the_readers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken = [f"a{suffix}" for suffix in (*ORDERED_SUFFIXES, ".TXT")]
    for name in (*taken, "a.py", "a.xlsx", "a.txt.bak", "md", ".a.txt", "~$a.docx", "a.docx~"):
        (tmp_path / name).write_bytes(b"")
    found = files.expand([str(tmp_path)], lambda _: False)
    assert {Path(path).name for path in found} <= set(taken)
    assert {Path(path).suffix.lower() for path in files.expand([str(tmp_path)], lambda _: False)} == SUFFIXES


def test_the_hook_takes_what_a_folder_walk_takes() -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    names = "|".join(suffix.removeprefix(".") for suffix in ORDERED_SUFFIXES)
    assert hook["files"] == rf"(?i)\.({names})$"
    taken = re.compile(hook["files"])
    assert all(taken.search(f"drafts/a{suffix}") for suffix in (*SUFFIXES, ".DOCX"))
    assert not any(taken.search(name) for name in ("a.py", "a.txt.bak", "md", "a.docx~"))


@pytest.mark.parametrize("page", ["options.md", "options.zh-CN.md"])
def test_the_comparison_names_every_option_of_check_and_no_other(page: str) -> None:
    program = typer.main.get_command(app)
    check = program.get_command(typer.Context(program), "check")
    ours = {name for param in check.params for name in param.opts if name.startswith("--")} - {"--help"}
    text = (ROOT / "docs" / page).read_text("utf-8")
    cells = re.findall(r"(?m)^\|(?: [^|]* \|)?( [^|]* )\| [^|]*\|$", text)  # the last column but one
    named = set(re.findall(r"--[a-z-]+", "".join(cells)))
    assert named - {"--all"} == ours
