"""Command lines as most people write them, read without Typer: `check` and `archive check`.

Loading Typer takes a quarter of the time of a check. What is not as plain as this is left to Typer:
wrong options and values, help, short options run together, values that begin with a dash, `--`.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from linter.cli.plain_tables import TABLES, CheckOptions


def _check(options: dict[str, Any]) -> int:
    from linter.cli.checking import run

    return run(CheckOptions(**options))


def _archive_check(options: dict[str, Any]) -> int:
    from linter.cli.archived import run

    return run(**options)


ACTIONS = {"check": _check, "archive check": _archive_check}
"""The commands that are read here, and what carries them out with their options."""

Tables = Mapping[str, dict[str, Any]]


def read(arguments: Sequence[str]) -> tuple[str, dict[str, Any]] | None:
    """The command in a command line, and its options; None where Typer has to read it."""
    for command, tables in TABLES.items():
        words = command.split()
        if arguments[: len(words)] == words:
            options = _options(arguments[len(words) :], tables)
            return None if options is None else (command, options)
    return None


def _options(arguments: Sequence[str], tables: Tables) -> dict[str, Any] | None:
    options: dict[str, Any] = {**tables["defaults"]}
    rest = iter(arguments)
    for argument in rest:
        if argument in tables["flags"]:
            name, value = tables["flags"][argument]
            options[name] = value
        elif argument == "-" or argument[:1] != "-":
            options["paths"] = [*(options["paths"] or ()), argument]
        elif not _set_value(options, argument, rest, tables):
            return None
    return options


def _set_value(options: dict[str, Any], argument: str, rest: Iterator[str], tables: Tables) -> bool:
    """Set the option that an argument names to the value behind it. False where that is for Typer."""
    option, is_joined, value = argument.partition("=") if argument[:2] == "--" else (argument, "", "")
    if not is_joined:
        value = next(rest, "-")
    if value[:1] == "-":
        return False
    if option in tables["lists"]:
        name = tables["lists"][option]
        options[name] = [*(options[name] or ()), value]
        return True
    name, choices = tables["texts"].get(option, ""), tables["choices"]
    options[name] = value
    return name in tables["defaults"] and (name not in choices or value in choices[name].split())
