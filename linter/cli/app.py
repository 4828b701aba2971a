"""The command line: arguments in, text out, exit status decided by `linter.model.errors`."""

import os
import sys
from errno import ENOSPC
from importlib import import_module
from io import TextIOWrapper
from typing import Annotated, Any, NoReturn

import typer
from typer.core import TyperGroup

from linter import __version__
from linter.cli import COMMANDS
from linter.cli.options import default_language
from linter.cli.output import discard, write, write_error
from linter.model.errors import BUG, INTERRUPTED, OK, USAGE, CrashError, ReportlintError, raised_at
from linter.model.message import Message


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
            return typer.main.get_command(found)
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


_DISK_FULL = Message("无法写入：磁盘已满", "cannot write: no space left on the device")


def main() -> NoReturn:
    """Run the program and exit with its status. The user never sees a traceback."""
    _prepare_streams()
    try:
        code = app(standalone_mode=False) or OK
    except _UsageError as error:
        from linter.cli.usage_errors import usage_text

        write_error(usage_text(error, _language(sys.argv[1:])))
        code = USAGE
    except SystemExit as done:
        code = done.code if isinstance(done.code, int) else USAGE
    except ReportlintError as error:
        _report_error(error.text)
        if isinstance(error, CrashError) and os.environ.get("REPORTLINT_DEBUG"):
            write_error(error.crash.trace)
        code = error.status
    except KeyboardInterrupt:
        code = INTERRUPTED
    except Exception as error:
        if os.environ.get("REPORTLINT_DEBUG"):
            from traceback import format_exception

            write_error("".join(format_exception(error)))
        is_full = isinstance(error, OSError) and error.errno == ENOSPC  # typer prints the help pages itself
        if is_full:
            discard()
        _report_error(_DISK_FULL if is_full else _bug_message(error))
        code = USAGE if is_full else BUG
    sys.exit(code)


def _prepare_streams() -> None:
    """Make the standard streams UTF-8, whatever the locale; closed ones read and write nothing."""
    sys.stdin = sys.stdin or open(os.devnull)  # noqa: SIM115 - open until the program ends
    sys.stdout = sys.stdout or open(os.devnull, "w")  # noqa: SIM115
    sys.stderr = sys.stderr or open(os.devnull, "w")  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _report_error(text: Message) -> None:
    write_error(text.say(_language(sys.argv[1:])) + "\n")


def _language(arguments: list[str]) -> str:
    """The language that `--lang` asks for, even if the other arguments are wrong; else the default."""
    for at, argument in enumerate(arguments):
        if argument.startswith("--lang="):
            return argument.partition("=")[2]
        if argument == "--lang":
            return "".join(arguments[at + 1 : at + 2])
    return default_language()


def _bug_message(error: Exception) -> Message:
    """The message about an unexpected exception, with what a developer needs to find its cause."""
    what = f"{type(error).__name__} ({raised_at(error)}, reportlint {__version__}): {error}"
    return Message(
        f"reportlint 自身出错，文件没有改动：{what}\n"
        "请把这一行连同命令反馈给开发者；设 REPORTLINT_DEBUG=1 可看详情。",
        f"A bug in reportlint; no file was changed: {what}\n"
        "Please report this line with the command; REPORTLINT_DEBUG=1 shows more.",
    )
