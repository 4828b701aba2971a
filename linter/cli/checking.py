"""What `reportlint check` does, by the values of its options; `check` declares these."""

import os
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from linter.cli.option_values import configured, language, selector, width
from linter.cli.output import tell, write, write_data
from linter.cli.results import (
    Destination,
    shown_progress,
    write_left_out,
    write_outcome,
    write_reports,
    write_traces,
)
from linter.model.errors import BUG, FINDINGS, OK, USAGE, ConfigError
from linter.model.finding import Result
from linter.model.levels import failing
from linter.reporters import REPORTERS, View

if TYPE_CHECKING:
    from linter.cli.session import SessionOutcome
    from linter.model.draft import Draft

STDIN = "<stdin>"
"""What standard input is called where it has no name."""


def run(
    *,
    paths: list[str] | None,
    ruleset: list[str] | None,
    config: str | None,
    isolated: bool,
    force_exclude: bool,
    show_files: bool,
    show_settings: bool,
    select: list[str] | None,
    ignore: list[str] | None,
    output_format: str,
    output_file: str | None,
    report: list[str] | None,
    fail_on: str | None,
    exit_zero: bool,
    summary: bool,
    statistics: bool,
    quiet: bool,
    verbose: bool,
    lang: str | None,
    color: str,
    stdin_filename: str,
    jobs: int,
    fix: bool,
    diff: bool,
    unsafe_fixes: bool,
    baseline: str | None,
    write_baseline: str | None,
    accept_new: bool,
    add_suppressions: bool,
    reason: str,
    diff_base: str | None,
    against: list[str] | None,
    watch: bool,
    force: bool,
) -> int:
    """Judge files and folders as the options say, and report. Gives the exit status.

    Raises ReportlintError.
    """
    from linter import api
    from linter.cli.targets import find_targets
    from linter.project.files import globbed, trees

    _require_values(
        {
            "--config": config,
            "--output-file": output_file,
            "--baseline": baseline,
            "--write-baseline": write_baseline,
            "--diff-base": diff_base,
        }
    )
    output_file = None if output_file == "-" else output_file
    if diff:
        _require_plain(output_format, output_file, report, statistics)
    named = globbed(paths or ["."])
    if stdin_filename != STDIN and "-" not in named:
        raise ConfigError(
            "--stdin-filename 给标准输入起名；检查标准输入，请在路径处写 -",
            "--stdin-filename names standard input; to check that, write - for the path",
        )
    is_writing = bool(fix or write_baseline or add_suppressions)
    if watch:
        from linter.cli.watch import check_again

        outputs = (output_file, *(each.partition(":")[2] for each in report or ()))
        check_again(
            named,
            (*(ruleset or ()), config or ""),
            outputs,
            lang,
            is_writing,
        )
    if diff_base is not None:
        from linter.cli.diff_base import only_changed, require_no_writing

        require_no_writing(is_writing or diff)
    configs = configured(config, isolated)
    found = find_targets(named, configs, stdin_filename, force_exclude)
    drafts, stdin = found.drafts, found.stdin
    if against:
        from linter.cli.against import apart, read_earlier

        drafts, before = apart(drafts, named, against, configs)
    if show_files:
        write("".join(f"{draft.name}\n" for draft in drafts))
        return OK
    chosen = selector(configs, ruleset, select, ignore)
    chosen.require_sound([found.start, *(draft.name for draft in drafts)])
    config_of_run = configs.of(found.start)
    level = fail_on or config_of_run.settings.fail_on or "error"
    view = View(language(lang, config_of_run), width(), quiet, summary, statistics, verbose, level)
    if show_settings:
        from linter.cli.shown_settings import settings_text

        write(settings_text(configs, chosen, drafts, found.start, view))
        return OK
    if not quiet:
        for text in found.notes:
            tell(text, view.lang)
    write_left_out(found.copies, view)

    if fix and found.untouched is not None:
        write_data(found.untouched)
        return OK

    reports = [Destination(output_format, output_file)]
    if output_file or report or REPORTERS[output_format].binary:
        from linter.cli.destinations import destinations, spared

        reports = destinations(output_format, output_file, report or (), force)
        drafts = spared(drafts, named, reports, force)

    shows_text = bool(against) or any(REPORTERS[each.form].shows_text for each in reports)
    settings = config_of_run.settings
    if not any(map(os.path.isdir, named)):
        settings = settings._replace(units=())  # who checks one file asks after no others

    earlier = read_earlier(before, chosen, jobs, view.lang, quiet) if against else None

    def judge(drafts: "Sequence[Draft]") -> Result:
        with shown_progress(view.lang, view.quiet) as tick:
            result = api.check_many(drafts, chosen, settings, jobs=jobs, progress=tick, keep_text=shows_text)
        if earlier:
            result = earlier.compared(result, view)
        return result if diff_base is None else only_changed(result, drafts, diff_base, found.start)

    if not any((fix, diff, unsafe_fixes, baseline, write_baseline, accept_new, add_suppressions, reason)):
        result = judge(drafts)
        write_reports(result, view, reports, color)
        write_traces(result, verbose)
        return status(result, view.fail_on, exit_zero)
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
    outcome = run_session(options, chosen, drafts, judge, stdin, verbose and not diff_base)
    write_outcome(outcome, view, reports, color)
    write_traces(outcome.result, verbose)
    return _session_status(outcome, view.fail_on, exit_zero)


def _require_values(given: Mapping[str, str | None]) -> None:
    """Raises ConfigError for an option whose value is empty, as that of a variable of CI that is not set: the
    run would be another one than was asked for.
    """
    for option, value in given.items():
        if value == "":
            raise ConfigError(
                f"{option} 的值是空的，可能是变量没有值；不用这个选项，就不要写",
                f"{option} has an empty value, perhaps of a variable that is not set; leave the option out",
            )


def _require_plain(form: str, path: str | None, reports: list[str] | None, statistics: bool) -> None:
    """Raises ConfigError for options of a report, which `--diff` does not print."""
    given = {
        "--output-format": form != "text",
        "--output-file": path is not None,
        "--report": bool(reports),
        "--statistics": statistics,
    }
    for option, is_given in given.items():
        if is_given:
            raise ConfigError(
                f"--diff 只显示改动，不出报告，不能与 {option} 一起用",
                f"--diff prints changes in place of a report; it does not go with {option}",
            )


def status(result: Result, level: str, exit_zero: bool) -> int:
    """The exit status of a run with only a report: 3 before 2, 2 before 1."""
    if result.crashes or any(file.crashes for file in result.files):
        return BUG
    if any(file.error for file in result.files):
        return USAGE
    return FINDINGS if not exit_zero and any(map(result.count, failing(level))) else OK


def _session_status(outcome: "SessionOutcome", level: str, exit_zero: bool) -> int:
    """The exit status of a run of `run_session`."""
    code = status(outcome.result, level, exit_zero)
    if (worst := max([code, *(error.status for error in outcome.refused)])) >= USAGE:
        return worst
    if outcome.diff is None:
        return code
    return FINDINGS if outcome.diff and not exit_zero else OK
