"""`reportlint check` with options as most people write them, read without Typer.

Loading Typer takes a quarter of the time of a check. What is not as plain as this is left to Typer:
wrong options and values, help, short options run together, values that begin with a dash, `--`.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from linter.cli.check_options import CHOICES, DEFAULTS, FLAGS, LISTS, TEXTS


def read(arguments: Sequence[str]) -> dict[str, Any] | None:
    """The options of `checking.run` in a command line; None where Typer has to read it."""
    if arguments[:1] != ["check"]:
        return None
    options: dict[str, Any] = {**DEFAULTS}
    rest = iter(arguments[1:])
    for argument in rest:
        if argument in FLAGS:
            name, value = FLAGS[argument]
            options[name] = value
        elif argument == "-" or argument[:1] != "-":
            options["paths"] = [*(options["paths"] or ()), argument]
        elif not _set_value(options, argument, rest):
            return None
    return options


def _set_value(options: dict[str, Any], argument: str, rest: Iterator[str]) -> bool:
    """Set the option that an argument names to the value behind it. False where that is for Typer."""
    option, is_joined, value = argument.partition("=") if argument[:2] == "--" else (argument, "", "")
    if not is_joined:
        value = next(rest, "-")
    if value[:1] == "-":
        return False
    if option in LISTS:
        name = LISTS[option]
        options[name] = [*(options[name] or ()), value]
        return True
    name = TEXTS.get(option, "")
    options[name] = value
    return name in DEFAULTS and (name not in CHOICES or value in CHOICES[name].split())
