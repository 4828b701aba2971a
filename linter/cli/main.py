"""The program: arguments in, text out, exit status decided by `linter.model.errors`."""

import os
import sys
from errno import ENOSPC
from io import TextIOWrapper
from typing import NoReturn

from linter import __version__
from linter.cli.option_values import default_language
from linter.cli.output import discard, tell, write_error
from linter.cli.plain_options import ACTIONS, read
from linter.model.errors import BUG, INTERRUPTED, USAGE, CrashError, ReportlintError, raised_at
from linter.model.message import Message

_DISK_FULL = Message("无法写入：磁盘已满", "cannot write: no space left on the device")


def main() -> NoReturn:
    """Run the program and exit with its status."""
    _prepare_streams()
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Carry out a command line and give its exit status. The user never sees a traceback."""
    try:
        code = _carry_out(arguments)
    except SystemExit as done:
        code = done.code if isinstance(done.code, int) else USAGE
    except ReportlintError as error:
        tell(error.text, _language(arguments))
        if isinstance(error, CrashError) and os.environ.get("REPORTLINT_DEBUG"):
            write_error(error.crash.trace)
        code = error.status
    except KeyboardInterrupt:
        code = INTERRUPTED
    except Exception as error:
        from linter.cli.interrupt import interrupted

        if interrupted():  # a library may make an error of its own of Ctrl-C, as DuckDB does
            return INTERRUPTED
        if os.environ.get("REPORTLINT_DEBUG"):
            from traceback import format_exception

            write_error("".join(format_exception(error)))
        is_full = isinstance(error, OSError) and error.errno == ENOSPC  # typer prints the help pages itself
        if is_full:
            discard()
        tell(_DISK_FULL if is_full else _bug_message(error), _language(arguments))
        code = USAGE if is_full else BUG
    return code


def _carry_out(arguments: list[str]) -> int:
    """Carry out a command line, without loading Typer where `read` can tell what it asks for."""
    found = read(arguments)
    if found is None:
        from linter.cli.app import carry_out

        return carry_out(arguments, _language(arguments))
    command, options = found
    return ACTIONS[command](options)


def _prepare_streams() -> None:
    """Make the standard streams UTF-8, whatever the locale; closed ones read and write nothing."""
    sys.stdin = sys.stdin or open(os.devnull)  # noqa: SIM115 - open until the program ends
    sys.stdout = sys.stdout or open(os.devnull, "w")  # noqa: SIM115
    sys.stderr = sys.stderr or open(os.devnull, "w")  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


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
        f"reportlint 自身出错：{what}\n文件要么没有改动，要么已完整写入。"
        "请把这段话连同命令反馈给开发者；设 REPORTLINT_DEBUG=1 可看详情。",
        f"A bug in reportlint: {what}\nEvery file is as it was, or written whole. "
        "Please report this with the command; REPORTLINT_DEBUG=1 shows more.",
    )
