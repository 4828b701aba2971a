"""What `reportlint check` does, by the values of its options; `check` declares these."""

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

from linter.cli.option_values import configured, language, selector, width
from linter.cli.output import tell, write, write_data
from linter.cli.plain_tables import CheckOptions
from linter.cli.results import Destination, shown_progress, write_outcome, write_reports, write_traces
from linter.model.errors import BUG, FINDINGS, OK, USAGE, ConfigError
from linter.model.finding import Result
from linter.model.levels import failing
from linter.model.message import Message
from linter.reporters import REPORTERS, View

if TYPE_CHECKING:
    from linter.cli.against import Sources
    from linter.cli.session import SessionOutcome
    from linter.cli.targets import Targets
    from linter.engine.selection import RulesetSelector
    from linter.model.draft import Draft
    from linter.project.settings import Config, Settings

STDIN = "<stdin>"
"""What standard input is called where it has no name."""


def run(options: CheckOptions) -> int:
    """Judge files and folders as the options say, and report. Gives the exit status.

    Raises ReportlintError.
    """
    from linter.cli.targets import find_targets
    from linter.project.files import globbed

    if options.output_file == "-":
        options = options._replace(output_file=None)
    _require_sound(options)
    paths = globbed(options.paths or ["."])
    if options.watch:
        from linter.cli.watch import check_again

        check_again(paths, options)
    if options.diff_base is not None:
        from linter.cli.diff_base import require_no_writing

        require_no_writing(options)
    configs = configured(options.config, options.isolated)
    found = find_targets(paths, configs, options.stdin_filename, options.force_exclude)
    before = None
    if options.against:
        from linter.cli.against import apart

        drafts, before = apart(found.drafts, paths, options.against, configs)
        found = found._replace(drafts=drafts)
    if options.show_files:
        write("".join(f"{draft.name}\n" for draft in found.drafts))
        return OK
    chosen = selector(configs, options.ruleset, options.select, options.ignore)
    chosen.require_sound([found.start, *(draft.name for draft in found.drafts)])
    config = configs.of(found.start)
    view = _view(options, config)
    if options.show_settings:
        from linter.cli.shown_settings import settings_text

        write(settings_text(configs, chosen, found, view))
        return OK
    _tell_left_out(found, view)
    if options.fix and found.untouched is not None:
        write_data(found.untouched)
        return OK
    return _judge_and_report(options, found, before, chosen, config.settings, view)


def _require_sound(options: CheckOptions) -> None:
    """Raises ConfigError for options that say nothing, or do not go together."""
    for name in ("config", "output_file", "baseline", "write_baseline", "diff_base"):
        if getattr(options, name) == "":
            option = f"--{name.replace('_', '-')}"
            raise ConfigError(
                f"{option} 的值是空的，可能是变量没有值；不用这个选项，就不要写",
                f"{option} has an empty value, perhaps of a variable that is not set; leave the option out",
            )
    of_reports = {
        "--output-format": options.output_format != "text",
        "--output-file": options.output_file is not None,
        "--report": bool(options.report),
        "--statistics": options.statistics,
    }
    for option, is_given in of_reports.items():
        if options.diff and is_given:
            raise ConfigError(
                f"--diff 只显示改动，不出报告，不能与 {option} 一起用",
                f"--diff prints changes in place of a report; it does not go with {option}",
            )
    if options.stdin_filename != STDIN and "-" not in (options.paths or ()):
        raise ConfigError(
            "--stdin-filename 给标准输入起名；检查标准输入，请在路径处写 -",
            "--stdin-filename names standard input; to check that, write - for the path",
        )


def _view(options: CheckOptions, config: "Config") -> View:
    """How the result is shown."""
    level = options.fail_on or config.settings.fail_on or "error"
    lang = language(options.lang, config)
    return View(lang, width(), options.quiet, options.summary, options.statistics, options.verbose, level)


def _tell_left_out(found: "Targets", view: View) -> None:
    """Say on standard error what is not checked and why; of our own copies and reports on request only."""
    if not view.quiet:
        for text in found.notes:
            tell(text, view.lang)
    if view.verbose and found.copies:
        names = view.listed(found.copies)
        left_out = Message(
            f"没有检查以前写出的副本和报告：{names}（要检查，请指明文件）",
            f"Earlier copies and reports, not checked: {names} (name the file to check it)",
        )
        tell(left_out, view.lang)


def _judge_and_report(
    options: CheckOptions,
    found: "Targets",
    before: "Sources | None",
    chosen: "RulesetSelector",
    settings: "Settings",
    view: View,
) -> int:
    """Judge the drafts, compare them with the reports `before` them, and report. Gives the exit status."""
    from linter import api

    reports = [Destination(options.output_format, options.output_file)]
    if options.output_file or options.report or REPORTERS[options.output_format].binary:
        from linter.cli.destinations import destinations, spared

        reports = destinations(*reports[0], options.report or (), options.force)
        found = found._replace(drafts=spared(found.drafts, found.paths, reports, options.force))
    shows_text = before is not None or any(REPORTERS[each.form].shows_text for each in reports)
    if not any(map(os.path.isdir, found.paths)):
        settings = settings._replace(units=())  # who checks one file asks after no others
    earlier = None
    if before is not None:
        from linter.cli.against import read_earlier

        earlier = read_earlier(before, chosen, options.jobs, view.lang, view.quiet)

    def judge(drafts: "Sequence[Draft]") -> Result:
        with shown_progress(view.lang, view.quiet) as tick:
            result = api.check_many(
                drafts, chosen, settings, jobs=options.jobs, progress=tick, keep_text=shows_text
            )
        if earlier:
            result = earlier.compared(result, view)
        if options.diff_base is None:
            return result
        from linter.cli.diff_base import only_changed

        return only_changed(result, drafts, options.diff_base, found.start)

    if not _does_more(options):
        result = judge(found.drafts)
        write_reports(result, view, reports, options.color)
        write_traces(result, view.verbose)
        return status(result, view.fail_on, options.exit_zero)
    from linter.cli.session import run_session

    outcome = run_session(options, found, chosen, judge, view.lang)
    write_outcome(outcome, view, reports, options.color)
    write_traces(outcome.result, view.verbose)
    return _session_status(outcome, view.fail_on, options.exit_zero)


def _does_more(options: CheckOptions) -> bool:
    """Whether a run fixes drafts, suppresses findings, or reads or writes a baseline."""
    fixes = options.fix or options.diff or options.unsafe_fixes
    suppresses = options.add_suppressions or options.reason
    return bool(fixes or suppresses or options.baseline or options.write_baseline or options.accept_new)


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
