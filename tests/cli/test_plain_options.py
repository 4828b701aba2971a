"""`check` is read without Typer where it is plain, and then as Typer reads it; the rest is left to Typer."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

import pytest
import typer

from linter.cli import archive, option_table
from linter.cli.check import check
from linter.cli.plain_options import ACTIONS, read
from linter.cli.plain_tables import TABLES, CheckOptions

COMMANDS: dict[str, Callable[..., None]] = {"check": check, "archive check": archive.check}


def by_typer(command: str, arguments: list[str]) -> dict[str, Any]:
    """What Typer calls a command with."""
    given: dict[str, Any] = {}

    @wraps(COMMANDS[command])
    def called(**values: Any) -> None:
        given.update(values)

    app = typer.Typer(add_completion=False)
    app.command()(called)
    app(arguments, standalone_mode=False)
    return given


def plain(command: str) -> list[list[str]]:
    """Arguments that are read without Typer."""
    tables = TABLES[command]
    flags, texts, lists, choices = (tables[kind] for kind in ("flags", "texts", "lists", "choices"))

    def value(option: str) -> str:
        return str(choices.get(texts.get(option, ""), "some/文件.yaml").split()[-1])

    return [
        [],
        ["-"],
        ["总结.txt", "drafts", "-"],
        ["", "总结.txt"],
        ["总结.txt", "--quiet", "drafts", "--lang", "en", "更多"],
        *([option] for option in flags),
        *([option, "a.txt", option] for option in flags),
        *(["a.txt", option, value(option)] for option in (*texts, *lists)),
        *([option, "a", option, "b,c", "a.txt"] for option in lists),
        *([f"{option}={value(option)}", "a"] for option in (*texts, *lists) if option.startswith("--")),
        *([option, each] for option in texts for each in choices.get(texts[option], "").split()),
        *([option, "a", option, "b"] for option in texts if texts[option] not in choices),
    ]


PLAIN = [
    *((command, arguments) for command in COMMANDS for arguments in plain(command)),
    ("check", ["--force-exclude", "--no-force-exclude", "a"]),
    ("check", ["--no-force-exclude", "--force-exclude", "a"]),
    ("check", ["--config=a=b", "--reason=", "--reason", "", "--select="]),
    ("check", ["-o", "报告.json", "--output-file=其他.json"]),
    ("archive check", ["--archive=历年.db", "总结.docx"]),
]


@pytest.mark.parametrize(
    ("command", "arguments"), PLAIN, ids=lambda value: " ".join([value] if isinstance(value, str) else value)
)
def test_plain_arguments_are_read_as_typer_reads_them(command: str, arguments: list[str]) -> None:
    assert read([*command.split(), *arguments]) == (command, by_typer(command, arguments))


def left_to_typer(command: str) -> list[list[str]]:
    """Command lines that Typer has to read."""
    tables, words = TABLES[command], command.split()
    texts, lists, choices = tables["texts"], tables["lists"], tables["choices"]
    return [
        *([*words, each] for each in ("--help", "-h", "--", "--version", "--qiet", "---quiet", "-x", "-qv")),
        *([*words, each, "a"] for each in ("--quiet=yes", "-oreport.json", "-o=report.json", "--jobs=2")),
        *(
            [*words, option, each]
            for option in texts
            if texts[option] in choices
            for each in ("", "no", "ZH")
        ),
        *([*words, option] for option in (*texts, *lists, "--jobs")),
        *([*words, option, each] for option in (*texts, *lists) for each in ("--quiet", "-")),
        [*words, "--jobs", "2"],
        [*words, "--jobs", "-1"],
    ]


LEFT_TO_TYPER = [
    *left_to_typer("check"),
    *left_to_typer("archive check"),
    ["check", "--lang=error warning"],
    ["--version"],
    ["--version", "check"],
    ["annotate", "check"],
    ["archive"],
    ["archive", "list"],
    ["chek", "a.txt"],
    [],
]


@pytest.mark.parametrize("arguments", LEFT_TO_TYPER, ids=" ".join)
def test_what_is_not_plain_is_left_to_typer(arguments: list[str]) -> None:
    assert read(arguments) is None


@pytest.mark.parametrize("command", ACTIONS)
def test_every_option_of_a_command_is_in_a_table_but_the_number_of_processes(command: str) -> None:
    options = {
        name
        for param in option_table.command(command).params
        for name in (*param.opts, *param.secondary_opts)
        if param.param_type_name == "option"
    }
    tables = TABLES[command]
    assert sorted(options) == sorted((*tables["flags"], *tables["texts"], *tables["lists"], "--jobs"))


@pytest.mark.parametrize("command", ACTIONS)
def test_the_tables_are_those_of_the_command(command: str) -> None:
    assert option_table.tables(command) == TABLES[command]


def test_the_options_of_a_check_are_those_of_the_command() -> None:
    assert CheckOptions._fields == tuple(option_table.tables("check")["defaults"])


def test_reading_changes_no_default() -> None:
    found = read(["check"])
    assert read(["check", "--select", "a", "--select", "b", "a.txt"]) != found
    assert found == ("check", TABLES["check"]["defaults"])
