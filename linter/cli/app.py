"""The command line as Typer reads it: the commands, their help pages, and what is wrong with arguments."""

import sys
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from linter import __version__
from linter.cli import COMMANDS
from linter.cli.output import write, write_error
from linter.model.errors import OK, USAGE


class Commands(TyperGroup):
    """The commands, each loaded when it is asked for: typer needs 2 ms to read the options of one."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.commands: Any = dict.fromkeys(COMMANDS)

    def list_commands(self, ctx: Any) -> list[str]:
        """The names, in the order of the help page."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, name: str) -> Any:
        """The command of a name, or None."""
        if name not in COMMANDS:
            return None
        module, _, attribute = COMMANDS[name].partition(":")
        found = getattr(import_module(module), attribute)
        if isinstance(found, typer.Typer):
            group: Any = typer.main.get_command(found)
            group.epilog = _epilog(name)
            return group
        single = typer.Typer(add_completion=False, rich_markup_mode=None)
        single.command(name, epilog=_epilog(name))(found)
        return typer.main.get_command(single)


def _epilog(name: str) -> str | None:
    """The examples of a command, loaded for help pages only."""
    if not {"-h", "--help"} & set(sys.argv):
        return None
    from linter.cli.examples import epilog

    return epilog(name)


app = typer.Typer(
    cls=Commands,
    name="reportlint",
    help="按清单检查报告：要件齐不齐，有没有遗留和照抄。 A checklist-based linter for reports.",
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback(invoke_without_command=True)
def _version(
    version: Annotated[bool, typer.Option("--version", help="显示版本。 Show the version.")] = False,
) -> None:
    if version:
        write(f"reportlint {__version__}\n")
        raise typer.Exit


_UsageError: Any = typer.BadParameter.__base__
"""Wrong arguments; typer itself exports this class alone."""


def group() -> Any:
    """The whole command line, as typer makes it of `app`."""
    return typer.main.get_command(app)


def carry_out(arguments: list[str], lang: str) -> int:
    """Carry out a command line and give its exit status; what is wrong with it is said in `lang`.

    Raises ReportlintError.
    """
    try:
        return app(arguments, standalone_mode=False) or OK
    except _UsageError as error:
        from linter.cli.usage_errors import usage_text

        write_error(usage_text(error, lang, arguments))
        return USAGE
