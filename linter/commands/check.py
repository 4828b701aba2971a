"""`reportlint check`: judge files and folders."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from linter.commands.options import LangOption, default_language, names, width
from linter.commands.output import output, say, write, write_bytes, write_file
from linter.errors import FINDINGS, OK, USAGE
from linter.model import LEVELS, Result

if TYPE_CHECKING:
    from linter.progress import Tick
    from linter.reporters import View
    from linter.session import Settled


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
    lang: LangOption = None,
    color: Annotated[Color, typer.Option(help="是否着色。 Whether to use colour.")] = Color.auto,
    stdin_filename: Annotated[
        str, typer.Option(help="标准输入的名称。 Name for standard input.")
    ] = "<stdin>",
    jobs: Annotated[
        int, typer.Option(min=0, help="并行进程数，0 为自动。 Processes; 0 decides by itself.")
    ] = 0,
    fix: Annotated[
        bool, typer.Option("--fix", help="直接修正不会改变文意的问题。 Carry out safe suggestions.")
    ] = False,
    diff: Annotated[
        bool, typer.Option("--diff", help="只显示会怎样修正，不写文件。 Show what --fix would change.")
    ] = False,
    unsafe_fixes: Annotated[
        bool, typer.Option("--unsafe-fixes", help="连同需要人看的建议一起修正。 Other suggestions too.")
    ] = False,
    baseline: Annotated[
        str | None, typer.Option(help="基线文件：只报其中没有的问题。 Report only what it does not hold.")
    ] = None,
    write_baseline: Annotated[
        str | None, typer.Option(help="把现有问题写入基线。 Write the findings to a baseline.")
    ] = None,
    accept_new: Annotated[
        bool, typer.Option("--accept-new", help="允许基线收入新问题。 Let the baseline grow.")
    ] = False,
) -> None:
    """检查报告。 Check reports."""
    from linter import config as configuration
    from linter.reporters import View
    from linter.run import Bench, Wish
    from linter.run import check as run_check

    targets = paths or ["."]
    start = os.path.dirname(stdin_filename) or "." if targets[0] == "-" else targets[0]
    settings = configuration.Config() if isolated else configuration.load(config, start)
    wish = Wish(tuple(ruleset or ()), names(select), names(ignore))
    stdin = (stdin_filename, sys.stdin.buffer.read()) if "-" in targets else None
    level = fail_on.value if fail_on else settings.settings.fail_on or "error"
    language = lang.value if lang else settings.settings.lang or default_language()
    view = View(language, width(), quiet, statistics, verbose, level)
    bench = Bench(wish, settings)

    def judge(stdin: tuple[str, bytes] | None) -> Result:
        with _progress(view) as tick:
            return run_check(targets, bench, settings, stdin, jobs, tick)

    order = (fix, diff, unsafe_fixes, baseline, write_baseline, accept_new)
    if not any(order):
        result = judge(stdin)
        _deliver(result, view, output_format.value, output_file, color)
        raise typer.Exit(status(result, level, exit_zero))
    from linter.session import Order, settle

    settled = settle(Order(*order), bench, judge, stdin, verbose)
    if settled.diff is not None:
        write(settled.diff)
        for note in settled.result.notes:
            say(view.say(note) + "\n")
    else:
        aside = settled.output is not None
        if settled.output is not None:
            write_bytes(settled.output)
        _deliver(settled.result, view, output_format.value, output_file, color, aside)
    for text in settled.refused:
        say(view.say(text) + "\n")
    raise typer.Exit(_status(settled, level, exit_zero))


def status(result: Result, level: str, exit_zero: bool) -> int:
    """The exit status of a run."""
    if any(file.error for file in result.files):
        return USAGE
    if exit_zero or level == "never":
        return OK
    failing = LEVELS[LEVELS.index(level) :]
    return FINDINGS if any(result.count(each) for each in failing) else OK


def _status(settled: "Settled", level: str, exit_zero: bool) -> int:
    """The exit status of a run that was to do more than report."""
    code = status(settled.result, level, exit_zero)
    if settled.refused or code == USAGE:
        return USAGE
    return code if settled.diff is None else FINDINGS if settled.diff else OK


@contextmanager
def _progress(view: "View") -> "Iterator[Tick]":
    """A sign of life on a terminal; nothing is loaded for it elsewhere."""
    if view.quiet or not sys.stderr.isatty():
        yield lambda done, total: None
        return
    from linter.progress import progress

    with progress(view.lang) as tick:
        yield tick


def _deliver(
    result: Result, view: "View", form: str, path: str | None, color: Color, aside: bool = False
) -> None:
    """Write the report to the file, the terminal or the pipe; `aside` to standard error."""
    if form == "text" and not path and not aside and _coloured(color):
        from rich.console import Console

        from linter.reporters.layout import lines
        from linter.reporters.terminal import paint

        console = Console(force_terminal=color is Color.always or None, width=view.width, highlight=False)
        with output():
            paint(lines(result, view), console)
        return
    from linter.reporters import reporter

    text = reporter(form)(result, view)
    if path:
        write_file(path, text)
    elif aside:
        say(text)
    else:
        write(text)


def _coloured(color: Color) -> bool:
    """Whether the report is painted: on a terminal, unless NO_COLOR (no-color.org) or the user says no."""
    if color is Color.auto:
        return sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    return color is Color.always
