"""The command line: arguments in, text out, exit status decided by `linter.errors`."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from io import TextIOWrapper
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from linter import __version__
from linter.errors import BUG, FINDINGS, INTERRUPTED, OK, USAGE, ConfigError, ReportlintError
from linter.model import LEVELS, Result, Text

if TYPE_CHECKING:
    from linter.reporters import View

app = typer.Typer(
    name="reportlint",
    help="按清单检查报告：要件齐不齐，有没有遗留和照抄。 A checklist-based linter for reports.",
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


class Lang(StrEnum):
    """Languages of the output."""

    zh = "zh"
    en = "en"


class Color(StrEnum):
    """When the output is coloured."""

    auto = "auto"
    always = "always"
    never = "never"


class FailOn(StrEnum):
    """The mildest level that makes a run fail."""

    error = "error"
    warning = "warning"
    info = "info"
    never = "never"


class Format(StrEnum):
    """Output formats; the names are those of `linter.reporters.REPORTERS`."""

    text = "text"
    json = "json"
    concise = "concise"
    github = "github"
    sarif = "sarif"


@app.callback(invoke_without_command=True)
def _version(
    version: Annotated[bool, typer.Option("--version", help="显示版本。 Show the version.")] = False,
) -> None:
    if version:
        _print(f"reportlint {__version__}\n")
        raise typer.Exit


@app.command()
def check(
    paths: Annotated[
        list[str] | None, typer.Argument(help="文件或文件夹；- 是标准输入。 Files, folders, or - for stdin.")
    ] = None,
    ruleset: Annotated[
        list[str] | None,
        typer.Option(help="规则集标识或文件，可多次给出；默认按标题选。 Ruleset id or file."),
    ] = None,
    config: Annotated[str | None, typer.Option(help="配置文件。 Configuration file.")] = None,
    isolated: Annotated[
        bool, typer.Option("--isolated", help="不读配置文件。 Ignore configuration files.")
    ] = False,
    select: Annotated[list[str] | None, typer.Option(help="只用这些规则。 Only these rules.")] = None,
    ignore: Annotated[list[str] | None, typer.Option(help="不用这些规则。 Not these rules.")] = None,
    output_format: Annotated[Format, typer.Option(help="输出格式。 Output format.")] = Format.text,
    output_file: Annotated[
        str | None, typer.Option("-o", "--output-file", help="写入文件。 Write to a file.")
    ] = None,
    fail_on: Annotated[
        FailOn | None, typer.Option(help="达到此级别即失败（默认 error）。 Mildest level that fails.")
    ] = None,
    exit_zero: Annotated[
        bool, typer.Option("--exit-zero", help="有问题也返回 0。 Exit 0 even with findings.")
    ] = False,
    statistics: Annotated[bool, typer.Option("--statistics", help="按规则计数。 Count by rule.")] = False,
    quiet: Annotated[
        bool, typer.Option("-q", "--quiet", help="只列问题和结论。 Findings and verdict only.")
    ] = False,
    verbose: Annotated[
        bool, typer.Option("-v", "--verbose", help="显示编码等细节。 Show encodings and more.")
    ] = False,
    lang: Annotated[Lang | None, typer.Option(help="输出语言（默认 zh）。 Language of the output.")] = None,
    color: Annotated[Color, typer.Option(help="是否着色。 Whether to use colour.")] = Color.auto,
    stdin_filename: Annotated[
        str, typer.Option(help="标准输入的名称。 Name for standard input.")
    ] = "<stdin>",
    jobs: Annotated[
        int, typer.Option(min=0, help="并行进程数，0 为自动。 Processes; 0 decides by itself.")
    ] = 0,
) -> None:
    """检查报告。 Check reports."""
    from linter import config as configuration
    from linter.reporters import View
    from linter.run import Bench, Wish
    from linter.run import check as run_check

    targets = paths or ["."]
    start = os.path.dirname(stdin_filename) or "." if targets[0] == "-" else targets[0]
    settings = configuration.Config() if isolated else configuration.load(config, start)
    wish = Wish(tuple(ruleset or ()), _names(select), _names(ignore))
    stdin = (stdin_filename, sys.stdin.buffer.read()) if "-" in targets else None
    result = run_check(targets, Bench(wish, settings), settings, stdin)
    level = fail_on.value if fail_on else settings.settings.fail_on or "error"
    language = lang.value if lang else settings.settings.lang or default_language()
    view = View(language, _width(), quiet, statistics, verbose, level)
    _deliver(result, view, output_format.value, output_file, color)
    raise typer.Exit(status(result, level, exit_zero))


@app.command()
def explain(
    path: Annotated[str, typer.Argument(help="草稿。 The draft.")],
    section: Annotated[
        list[str] | None, typer.Option(help="章节编号，可多次给出；默认全部。 Section id.")
    ] = None,
    ruleset: Annotated[list[str] | None, typer.Option(help="规则集。 Ruleset id or file.")] = None,
    config: Annotated[str | None, typer.Option(help="配置文件。 Configuration file.")] = None,
    lang: Annotated[Lang | None, typer.Option(help="输出语言（默认 zh）。 Language of the output.")] = None,
) -> None:
    """说明某一章节为什么算有或算缺。 Show why a section counts as present or absent."""
    from linter import config as configuration
    from linter import readers
    from linter.explain import explain as explained
    from linter.outline import outline
    from linter.run import Bench, Wish, require_known

    settings = configuration.load(config, path)
    document = readers.read(path)
    parts = outline(document)
    prepared = Bench(Wish(tuple(ruleset or ())), settings).ready(document, parts)
    wanted = _names(section)
    require_known(
        "章节", "section", wanted, prepared.ruleset.id, [terms.id for terms in prepared.ruleset.sections]
    )
    language = lang.value if lang else settings.settings.lang or default_language()
    _print(explained(document, parts, prepared.vocabulary, wanted, language))


@app.command()
def annotate(
    path: Annotated[str, typer.Argument(help="草稿。 The draft.")],
    output: Annotated[
        str | None,
        typer.Option("-o", "--output", help="写到哪里（默认：原名-批注.docx）。 Where to write the answer."),
    ] = None,
    in_place: Annotated[
        bool, typer.Option("--in-place", help="改写原文件。 Write into the draft itself.")
    ] = False,
    suggest: Annotated[
        bool, typer.Option("--suggest", help="稳妥的建议写成修订。 Safe fixes as tracked changes.")
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="覆盖已有文件。 Overwrite the output.")] = False,
    ruleset: Annotated[list[str] | None, typer.Option(help="规则集。 Ruleset id or file.")] = None,
    config: Annotated[str | None, typer.Option(help="配置文件。 Configuration file.")] = None,
    isolated: Annotated[
        bool, typer.Option("--isolated", help="不读配置文件。 Ignore configuration files.")
    ] = False,
    select: Annotated[list[str] | None, typer.Option(help="只用这些规则。 Only these rules.")] = None,
    ignore: Annotated[list[str] | None, typer.Option(help="不用这些规则。 Not these rules.")] = None,
    lang: Annotated[
        Lang | None, typer.Option(help="批注的语言（默认 zh）。 Language of the comments.")
    ] = None,
) -> None:
    """把检查结果写成 Word 批注。 Write the findings into a Word file as comments."""
    from linter import config as configuration
    from linter.annotate import command
    from linter.run import Bench, Wish

    settings = configuration.Config() if isolated else configuration.load(config, path)
    bench = Bench(Wish(tuple(ruleset or ()), _names(select), _names(ignore)), settings)
    language = lang.value if lang else settings.settings.lang or default_language()
    target = command.Target(output, in_place, force)
    said = command.run(path, bench, settings, target, suggest, language)
    _print("".join(f"{line.en if language == 'en' else line.zh}\n" for line in said))


def status(result: Result, level: str, exit_zero: bool) -> int:
    """The exit status of a run."""
    if any(file.error for file in result.files):
        return USAGE
    if exit_zero or level == "never":
        return OK
    failing = LEVELS[LEVELS.index(level) :]
    return FINDINGS if any(result.count(each) for each in failing) else OK


def default_language() -> str:
    """The language when nothing says which: Chinese, for that is what the reports are in."""
    return "en" if os.environ.get("REPORTLINT_LANG") == "en" else "zh"


def _names(values: Iterable[str] | None) -> tuple[str, ...]:
    """Rule ids, given one by one or separated by commas."""
    return tuple(name.strip() for value in values or () for name in value.split(",") if name.strip())


def _width() -> int:
    return max(40, min(shutil.get_terminal_size((80, 24)).columns, 120))


def _deliver(result: Result, view: View, form: str, path: str | None, color: Color) -> None:
    """Write the report to the file, the terminal or the pipe."""
    if form == "text" and not path and _coloured(color):
        from rich.console import Console

        from linter.reporters.layout import lines
        from linter.reporters.terminal import paint

        console = Console(force_terminal=color is Color.always or None, width=view.width, highlight=False)
        with _output():
            paint(lines(result, view), console)
        return
    from linter.reporters import reporter

    text = reporter(form)(result, view)
    if path:
        _write(path, text)
    else:
        _print(text)


def _print(text: str) -> None:
    with _output():
        sys.stdout.write(text)


@contextmanager
def _output() -> Iterator[None]:
    """Writing to standard output: no fault of ours when its reader went away or its disk is full."""
    try:
        yield
        sys.stdout.flush()
    except OSError as error:
        # The interpreter flushes once more on its way out, and would complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(error, BrokenPipeError):
            raise typer.Exit(_PIPE) from None
        raise _unwritable("标准输出", "standard output", error) from None


_PIPE = 141
"""What a shell reports for a program whose reader went away (128 + SIGPIPE)."""


def _coloured(color: Color) -> bool:
    """Whether the report is painted: on a terminal, unless NO_COLOR (no-color.org) or the user says no."""
    if color is Color.auto:
        return sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    return color is Color.always


def _write(path: str, text: str) -> None:
    try:
        with open(path, "w", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
            file.write(text)
    except OSError as error:
        raise _unwritable(path, path, error) from None


def _unwritable(zh: str, en: str, error: OSError) -> ConfigError:
    reason = error.strerror or str(error)
    return ConfigError(f"无法写入{zh}：{reason}", f"cannot write {en}: {reason}")


def main() -> NoReturn:
    """Run the program and exit with its status. The user never sees a traceback."""
    _prepare_streams()
    try:
        app()
        code = OK
    except SystemExit as done:
        code = done.code if isinstance(done.code, int) else USAGE
    except ReportlintError as error:
        _complain(error.text)
        code = error.status
    except KeyboardInterrupt:
        code = INTERRUPTED
    except Exception as error:
        if os.environ.get("REPORTLINT_DEBUG"):
            raise
        _complain(_bug(error))
        code = BUG
    sys.exit(code)


def _prepare_streams() -> None:
    """UTF-8 whatever the locale; a stream that the caller closed leads nowhere."""
    sys.stdin = sys.stdin or open(os.devnull)  # noqa: SIM115 - open until the program ends
    sys.stdout = sys.stdout or open(os.devnull, "w")  # noqa: SIM115
    sys.stderr = sys.stderr or open(os.devnull, "w")  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _complain(text: Text) -> None:
    language = "en" if "--lang=en" in sys.argv or "en" in sys.argv[1:] else default_language()
    try:
        sys.stderr.write((text.en if language == "en" else text.zh) + "\n")
        sys.stderr.flush()
    except OSError:  # nobody listens; the exit status says it
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())


def _bug(error: Exception) -> Text:
    """A short report of a fault of our own, with what a developer needs to find it."""
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    place = f"{os.path.basename(trace.tb_frame.f_code.co_filename)}:{trace.tb_lineno}" if trace else "?"
    what = f"{type(error).__name__} ({place}, reportlint {__version__}): {error}"
    return Text(
        f"reportlint 自身出错，文件没有改动：{what}\n"
        "请把这一行连同命令反馈给开发者；设 REPORTLINT_DEBUG=1 可看详情。",
        f"A bug in reportlint; no file was changed: {what}\n"
        "Please report this line with the command; REPORTLINT_DEBUG=1 shows more.",
    )
