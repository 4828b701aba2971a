"""The options of `reportlint check`, as Typer reads them; `checking` does what they ask for.

`plain_options` reads them without Typer, by a table that `.ci/generate` makes of them.
"""

from collections.abc import Iterable
from typing import Annotated, Any, Literal

import typer

from linter.cli.checking import STDIN, run
from linter.cli.options import (
    AgainstOption,
    ConfigOption,
    IgnoreOption,
    IsolatedOption,
    JobsOption,
    LangOption,
    RulesetOption,
    SelectOption,
)
from linter.cli.plain_tables import CheckOptions
from linter.model.levels import LEVELS
from linter.reporters import REPORTERS


def _one_of(help: str, names: Iterable[str]) -> Any:
    """An option that takes one of some names."""
    choice = tuple(names)

    def parse(given: str) -> str:
        if given not in choice:
            raise typer.BadParameter(f"'{given}' is not one of {', '.join(map(repr, choice))}.")
        return given

    return typer.Option(help=help, parser=parse, metavar=f"[{'|'.join(choice)}]")


def check(
    paths: Annotated[
        list[str] | None, typer.Argument(help="文件或文件夹；- 是标准输入。 Files, folders, or - for stdin.")
    ] = None,
    ruleset: RulesetOption = None,
    config: ConfigOption = None,
    isolated: IsolatedOption = False,
    force_exclude: Annotated[
        bool,
        typer.Option(
            "--force-exclude/--no-force-exclude",
            help="点名的文件也按 exclude 排除（默认）。 exclude holds for named files, too (default).",
        ),
    ] = True,
    show_files: Annotated[
        bool, typer.Option("--show-files", help="只列出要检查的文件。 List the files to check.")
    ] = False,
    show_settings: Annotated[
        bool,
        typer.Option("--show-settings", help="只列出所用的配置和规则。 Show the settings in force."),
    ] = False,
    select: SelectOption = None,
    ignore: IgnoreOption = None,
    output_format: Annotated[str, _one_of("输出格式。 Output format.", REPORTERS)] = "text",
    output_file: Annotated[
        str | None, typer.Option("-o", "--output-file", help="写入文件。 Write to a file.")
    ] = None,
    report: Annotated[
        list[str] | None,
        typer.Option(metavar="FORMAT:FILE", help="另写一份报告，可多次给出。 Another report, to a file."),
    ] = None,
    fail_on: Annotated[
        str | None,
        _one_of("达到此级别即失败（默认 error）。 Mildest level that fails.", (*reversed(LEVELS), "never")),
    ] = None,
    exit_zero: Annotated[
        bool, typer.Option("--exit-zero", help="有问题也返回 0。 Exit 0 even with findings.")
    ] = False,
    summary: Annotated[
        bool, typer.Option("--summary", help="只出总表和结论。 Only the table of all files and the verdict.")
    ] = False,
    statistics: Annotated[bool, typer.Option("--statistics", help="按规则计数。 Count by rule.")] = False,
    quiet: Annotated[
        bool, typer.Option("-q", "--quiet", help="只列问题和结论。 Findings and verdict only.")
    ] = False,
    verbose: Annotated[
        bool, typer.Option("-v", "--verbose", help="显示编码等细节。 Show encodings and more.")
    ] = False,
    lang: LangOption = None,
    color: Annotated[
        Literal["auto", "always", "never"], typer.Option(help="是否着色。 Whether to use colour.")
    ] = "auto",
    stdin_filename: Annotated[str, typer.Option(help="标准输入的名称。 Name for standard input.")] = STDIN,
    jobs: JobsOption = 0,
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
    add_suppressions: Annotated[
        bool,
        typer.Option("--add-suppressions", help="把现有问题写进草稿旁的抑制文件。 Suppress what is found."),
    ] = False,
    reason: Annotated[str, typer.Option("--reason", help="抑制的理由。 Why it is suppressed.")] = "",
    diff_base: Annotated[
        str | None,
        typer.Option(metavar="REF", help="只报与此提交相比改动过的段落。 Only what changed since a commit."),
    ] = None,
    against: AgainstOption = None,
    watch: Annotated[
        bool, typer.Option("--watch", help="有改动就重新检查。 Check again whenever something changes.")
    ] = False,
    force: Annotated[
        bool, typer.Option("--force", help="覆盖 -o 处的文件，修正有硬链接的文件。 Overwrite all the same.")
    ] = False,
) -> None:
    """检查报告。 Check reports."""
    raise typer.Exit(run(CheckOptions(**locals())))
