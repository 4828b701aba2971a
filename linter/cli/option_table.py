"""Writes `check_options.py` from the Typer command. Run by the maintainers: `.ci/generate`."""

import os
from typing import Any

from linter.cli.app import group
from linter.cli.completion import values
from linter.writers.atomic import replace

_HEAD = '''"""The options of `reportlint check` as `check` declares them. Written by `.ci/generate`.

An option that is in no table, such as one that takes a number, is left to Typer.
"""

from typing import Any
'''
_TABLES = {
    "DEFAULTS": ("Any", "The value of each parameter that is not given."),
    "FLAGS": ("tuple[str, bool]", "The parameter that an option without a value sets, and to what."),
    "TEXTS": ("str", "The parameter that an option sets to the text behind it; the last one counts."),
    "LISTS": ("str", "The parameter to which an option adds the text behind it."),
    "CHOICES": ("str", "The only values of some parameters, a space between two."),
}


def command() -> Any:
    """`check` as Typer makes it."""
    return group().get_command(None, "check")


def tables() -> dict[str, dict[str, Any]]:
    """The content of each table."""
    found: dict[str, dict[str, Any]] = {name: {} for name in _TABLES}
    for param in command().params:
        found["DEFAULTS"][param.name] = _plain(param.default)
        if choices := values(param):
            found["CHOICES"][param.name] = " ".join(choices)
        if param.param_type_name == "option":
            _enter(param, found)
    return found


def _enter(option: Any, found: dict[str, dict[str, Any]]) -> None:
    """Enter an option into the table for its kind, if there is one."""
    if option.is_flag:
        found["FLAGS"] |= dict.fromkeys(option.opts, (option.name, True))
        found["FLAGS"] |= dict.fromkeys(option.secondary_opts, (option.name, False))
    elif option.multiple:
        found["LISTS"] |= dict.fromkeys(option.opts, option.name)
    elif option.type.name == "str" or option.name in found["CHOICES"]:
        found["TEXTS"] |= dict.fromkeys(option.opts, option.name)


def _plain(default: Any) -> Any:
    """A default without the class of its choices."""
    return str(default) if isinstance(default, str) else default


def main() -> None:
    """Write the file."""
    parts = [_HEAD]
    for name, content in tables().items():
        kind, about = _TABLES[name]
        rows = "".join(f"    {key!r}: {value!r},\n" for key, value in content.items())
        parts.append(f'{name}: dict[str, {kind}] = {{\n{rows}}}\n"""{about}"""\n'.replace("'", '"'))
    path = os.path.join(os.path.dirname(__file__), "check_options.py")
    replace(path, "\n".join(parts).encode())


if __name__ == "__main__":
    main()
