"""`check` is read without Typer where it is plain, and then as Typer reads it; the rest is left to Typer."""

from __future__ import annotations

from functools import wraps
from typing import Any

import pytest
import typer

from linter.cli import check_options, option_table
from linter.cli.check import check
from linter.cli.check_options import CHOICES, DEFAULTS, FLAGS, LISTS, TEXTS
from linter.cli.plain_check import read


def by_typer(arguments: list[str]) -> dict[str, Any]:
    """What Typer calls `check` with."""
    given: dict[str, Any] = {}

    @wraps(check)
    def called(**values: Any) -> None:
        given.update(values)

    app = typer.Typer(add_completion=False)
    app.command()(called)
    app(arguments, standalone_mode=False)
    return given


def value(option: str) -> str:
    """A value that the option takes."""
    return CHOICES.get(TEXTS.get(option, ""), "some/文件.yaml").split()[-1]


PLAIN = [
    [],
    ["-"],
    ["总结.txt", "drafts", "-"],
    ["", "总结.txt"],
    ["总结.txt", "--quiet", "drafts", "--lang", "en", "更多"],
    ["--force-exclude", "--no-force-exclude", "a"],
    ["--no-force-exclude", "--force-exclude", "a"],
    ["--config=a=b", "--reason=", "--reason", "", "--select="],
    ["-o", "报告.json", "--output-file=其他.json"],
    *([option] for option in FLAGS),
    *([option, "a.txt", option] for option in FLAGS),
    *(["a.txt", option, value(option)] for option in (*TEXTS, *LISTS)),
    *([option, "a", option, "b,c", "a.txt"] for option in LISTS),
    *([f"{option}={value(option)}", "a"] for option in (*TEXTS, *LISTS) if option.startswith("--")),
    *([option, each] for option in TEXTS for each in CHOICES.get(TEXTS[option], "").split()),
    *([option, "a", option, "b"] for option in TEXTS if TEXTS[option] not in CHOICES),
]


@pytest.mark.parametrize("arguments", PLAIN, ids=" ".join)
def test_plain_arguments_are_read_as_typer_reads_them(arguments: list[str]) -> None:
    assert read(["check", *arguments]) == by_typer(arguments)


LEFT_TO_TYPER = [
    *(["check", each] for each in ("--help", "-h", "--", "--version", "--qiet", "---quiet", "-x", "-qv")),
    *(["check", each, "a"] for each in ("--quiet=yes", "-oreport.json", "-o=report.json", "--jobs=2")),
    *(["check", option, each] for option in TEXTS if TEXTS[option] in CHOICES for each in ("", "no", "ZH")),
    *(["check", option] for option in (*TEXTS, *LISTS, "--jobs")),
    *(["check", option, each] for option in (*TEXTS, *LISTS) for each in ("--quiet", "-")),
    ["check", "--jobs", "2"],
    ["check", "--jobs", "-1"],
    ["check", "--lang=error warning"],
    ["--version"],
    ["--version", "check"],
    ["annotate", "check"],
    ["chek", "a.txt"],
    [],
]


@pytest.mark.parametrize("arguments", LEFT_TO_TYPER, ids=" ".join)
def test_what_is_not_plain_is_left_to_typer(arguments: list[str]) -> None:
    assert read(arguments) is None


def test_every_option_of_the_command_is_in_a_table_but_the_number_of_processes() -> None:
    options = {
        name
        for param in option_table.command().params
        for name in (*param.opts, *param.secondary_opts)
        if param.param_type_name == "option"
    }
    assert sorted(options) == sorted((*FLAGS, *TEXTS, *LISTS, "--jobs"))


def test_the_tables_are_those_of_the_command() -> None:
    assert {name: getattr(check_options, name) for name in option_table.tables()} == option_table.tables()


def test_reading_changes_no_default() -> None:
    assert read(["check", "--select", "a", "--select", "b", "a.txt"]) != read(["check"]) == DEFAULTS
