"""`reportlint check`: judge files and folders."""

import os
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from linter.cli.options import (
    AgainstOption,
    ConfigOption,
    IgnoreOption,
    IsolatedOption,
    Lang,
    LangOption,
    RulesetOption,
    SelectOption,
    configured,
    language,
    names,
    width,
)
from linter.cli.output import write, write_data, write_error
from linter.cli.results import (
    Color,
    Destination,
    shown_progress,
    write_left_out,
    write_outcome,
    write_reports,
    write_traces,
)
from linter.model.errors import BUG, FINDINGS, OK, USAGE, ConfigError
from linter.model.finding import Result
from linter.model.levels import LEVELS
from linter.reporters import REPORTERS

if TYPE_CHECKING:
    from linter.cli.session import SessionOutcome
    from linter.model.draft import Draft
    from linter.project.settings import Config
    from linter.reporters import View


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
    from linter import api
    from linter.cli.targets import find_targets
    from linter.engine.selection import RulesetSelector, Selection
    from linter.project.files import trees

    if diff:
        _require_plain(output_format, output_file, report, statistics)
    named = paths or ["."]
    if watch:
        from linter.cli.watch import check_again

        outputs = (output_file, *(each.partition(":")[2] for each in report or ()))
        check_again(
            named,
            (*(ruleset or ()), config or ""),
            outputs,
            lang,
            bool(fix or write_baseline or add_suppressions),
        )
    if diff_base is not None:
        from linter.cli.diff_base import only_changed, require_no_writing

        require_no_writing(bool(fix or diff or write_baseline or add_suppressions))
    configs = configured(config, isolated)
    found = find_targets(named, configs, stdin_filename, force_exclude)
    drafts, stdin = found.drafts, found.stdin
    if show_files:
        write("".join(f"{draft.name}\n" for draft in drafts))
        return
    selector = RulesetSelector(Selection(tuple(ruleset or ()), names(select), names(ignore)), configs)
    selector.require_sound([found.start, *(draft.name for draft in drafts)])
    view = _view(configs.of(found.start), lang, fail_on)
    view = view._replace(quiet=quiet, summary=summary, statistics=statistics, verbose=verbose)
    if show_settings:
        from linter.cli.shown_settings import settings_text

        write(settings_text(configs, selector, drafts, found.start, view))
        return
    if not quiet:
        write_error("".join(f"{view.say(text)}\n" for text in found.left_out))
    write_left_out(found.copies, view)

    if fix and found.untouched is not None:
        write_data(found.untouched)
        return

    reports = [Destination(output_format, output_file)]
    if output_file or report or REPORTERS[output_format].binary:
        from linter.cli.destinations import destinations, spared

        reports = destinations(output_format, output_file, report or (), force)
        drafts = spared(drafts, named, reports, force)

    shows_text = bool(against) or any(REPORTERS[each.form].shows_text for each in reports)
    settings = configs.of(found.start).settings
    if not any(map(os.path.isdir, named)):
        settings = settings._replace(units=())  # who checks one file asks after no others

    earlier = None
    if against:
        from linter.cli.against import earlier_reports

        earlier = earlier_reports(against, drafts, configs, selector, jobs, view.lang, quiet)

    def judge(drafts: "Sequence[Draft]") -> Result:
        with shown_progress(view.lang, view.quiet) as tick:
            result = api.check_many(
                drafts, selector, settings, jobs=jobs, progress=tick, keep_text=shows_text
            )
        if earlier:
            from linter.archive.against import with_earlier

            result = with_earlier(result, earlier)
        return result if diff_base is None else only_changed(result, drafts, diff_base, found.start)

    if not any((fix, diff, unsafe_fixes, baseline, write_baseline, accept_new, add_suppressions, reason)):
        result = judge(drafts)
        write_reports(result, view, reports, color)
        write_traces(result, verbose)
        raise typer.Exit(status(result, view.fail_on, exit_zero))
    from linter.cli.session import run_session
    from linter.cli.session_options import SessionOptions

    options = SessionOptions(
        fix=fix,
        diff=diff,
        unsafe=unsafe_fixes,
        baseline=baseline,
        write_baseline=write_baseline,
        accept_new=accept_new,
        trees=trees(named),
        walked=trees(path for path in named if os.path.isdir(path)),
        force=force,
        add_suppressions=add_suppressions,
        reason=reason,
        lang=view.lang,
    )
    outcome = run_session(options, selector, drafts, judge, stdin, verbose and not diff_base)
    write_outcome(outcome, view, reports, color)
    write_traces(outcome.result, verbose)
    raise typer.Exit(_session_status(outcome, view.fail_on, exit_zero))


def _require_plain(form: str, path: str | None, reports: list[str] | None, statistics: bool) -> None:
    """Raises ConfigError for options of a report, which `--diff` does not print."""
    given = {
        "--output-format": form != "text",
        "--output-file": path is not None,
        "--report": bool(reports),
        "--statistics": statistics,
    }
    for option in (name for name, is_given in given.items() if is_given):
        raise ConfigError(
            f"--diff 只显示改动，不出报告，不能与 {option} 一起用",
            f"--diff prints changes in place of a report; it does not go with {option}",
        )


def _view(config: "Config", lang: Lang | None, fail_on: str | None) -> "View":
    """How the result is shown: by options, else by the configuration."""
    from linter.reporters import View

    level = fail_on or config.settings.fail_on or "error"
    return View(language(lang, config), width(), fail_on=level)


def status(result: Result, level: str, exit_zero: bool) -> int:
    """The exit status of a run with only a report: 3 before 2, 2 before 1."""
    if result.crashes or any(file.crashes for file in result.files):
        return BUG
    if any(file.error for file in result.files):
        return USAGE
    if exit_zero or level == "never":
        return OK
    failing = LEVELS[LEVELS.index(level) :]
    return FINDINGS if any(result.count(each) for each in failing) else OK


def _session_status(outcome: "SessionOutcome", level: str, exit_zero: bool) -> int:
    """The exit status of a run of `run_session`."""
    code = status(outcome.result, level, exit_zero)
    if (worst := max([code, *(error.status for error in outcome.refused)])) >= USAGE:
        return worst
    if outcome.diff is None:
        return code
    return FINDINGS if outcome.diff and not exit_zero else OK
