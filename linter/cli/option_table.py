"""Writes `plain_tables.py` from the Typer commands. Run by the maintainers: `.ci/generate`."""

import os
from typing import Any

from linter.cli.app import group
from linter.cli.completion import values
from linter.cli.plain_options import ACTIONS
from linter.writers.atomic import replace

_HEAD = '''"""The options of the commands that `plain_options` reads. Written by `.ci/generate`.

For each command five tables:
- defaults: the value of each parameter that is not given
- flags: the parameter that an option without a value sets, and to what
- texts: the parameter that an option sets to the text behind it; the last one counts
- lists: the parameter to which an option adds the text behind it
- choices: the only values of some parameters, a space between two
An option that is in no table, such as one that takes a number, is left to Typer.
"""

from typing import Any, NamedTuple


class CheckOptions(NamedTuple):
    """What `check` was asked for: the parameters of `linter.cli.check`, which says what each means."""

'''
_TABLES = """

TABLES: dict[str, dict[str, dict[str, Any]]] = {
"""
_KINDS = ("defaults", "flags", "texts", "lists", "choices")


def command(name: str) -> Any:
    """A command as Typer makes it: `check`, `archive check`."""
    found = group()
    for word in name.split():
        found = found.get_command(None, word)
    return found


def tables(name: str) -> dict[str, dict[str, Any]]:
    """The content of each table of a command."""
    found: dict[str, dict[str, Any]] = {kind: {} for kind in _KINDS}
    for param in command(name).params:
        found["defaults"][param.name] = param.default
        if choices := values(param):
            found["choices"][param.name] = " ".join(choices)
        if param.param_type_name == "option":
            _enter(param, found)
    return found


def _enter(option: Any, found: dict[str, dict[str, Any]]) -> None:
    """Enter an option into the table for its kind, if there is one."""
    if option.is_flag:
        found["flags"] |= dict.fromkeys(option.opts, (option.name, True))
        found["flags"] |= dict.fromkeys(option.secondary_opts, (option.name, False))
    elif option.multiple:
        found["lists"] |= dict.fromkeys(option.opts, option.name)
    elif option.type.name == "str" or option.name in found["choices"]:
        found["texts"] |= dict.fromkeys(option.opts, option.name)


def _type(param: Any) -> str:
    if param.multiple or param.nargs == -1:
        return "list[str] | None"
    return "str | None" if param.default is None else type(param.default).__name__


def main() -> None:
    """Write the file."""
    parts = [_HEAD, *(f"    {each.name}: {_type(each)}\n" for each in command("check").params), _TABLES]
    for name in ACTIONS:
        parts.append(f"    {name!r}: {{\n")
        for kind, content in tables(name).items():
            rows = "".join(f"            {key!r}: {value!r},\n" for key, value in content.items())
            parts.append(f"        {kind!r}: {{\n{rows}        }},\n")
        parts.append("    },\n")
    written = "".join(parts) + "}\n"
    path = os.path.join(os.path.dirname(__file__), "plain_tables.py")
    replace(path, written.replace("'", '"').encode())


if __name__ == "__main__":
    main()
