"""The outputs of a run: a report in the format and place that the user wants, progress, notes, traces."""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from linter.cli.output import (
    append_file,
    save,
    tell,
    write,
    write_data,
    write_error,
    write_file,
    write_pieces,
    write_styled,
)
from linter.model.errors import CUT_SHORT, NOT_WRITTEN, ConfigError, CrashError, ReportlintError, guarded
from linter.model.finding import Result
from linter.model.message import Message
from linter.reporters import REPORTERS, View, reporter

if TYPE_CHECKING:
    from linter.cli.session import SessionOutcome
    from linter.engine.run import Progress


_CHECKING = Message("正在检查", "Checking")


class Destination(NamedTuple):
    """A report to write."""

    form: str
    """A key of `REPORTERS`."""
    path: str | None = None
    """The file; None for standard output."""


@contextmanager
def shown_progress(lang: str, quiet: bool = False, doing: Message = _CHECKING) -> "Iterator[Progress]":
    """Gives what shows progress on a terminal; elsewhere it does nothing and loads nothing."""
    if quiet or not _is_watched():
        yield lambda done, total: None
        return
    from linter.cli.progress import progress

    with progress(lang, doing) as tick:
        yield tick


def write_outcome(outcome: "SessionOutcome", view: View, reports: Sequence[Destination], color: str) -> None:
    """Write the outputs of `run_session`: the difference, or the report and a fixed standard input, or what
    was written into a baseline.
    """
    if outcome.diff is not None:
        write(outcome.diff)
    else:
        if outcome.output is not None:
            write_data(outcome.output)
        if outcome.recorded:
            _write_recorded(outcome, outcome.recorded, view, reports, color)
        else:
            write_reports(outcome.result, view, reports, color, to_stderr=outcome.output is not None)
    notes = outcome.result.notes if outcome.diff is not None else ()
    for text in (*notes, *(error.text for error in outcome.refused)):
        tell(text, view.lang)


def _write_recorded(
    outcome: "SessionOutcome", recorded: Message, view: View, reports: Sequence[Destination], color: str
) -> None:
    """Write what was recorded, and the reports but for that for people, who would read of nothing new.

    Where a report or a fixed standard input goes to standard output, the sentence goes to standard error.
    """
    from linter.cli.fixing import unread_errors

    result, to_stderr = outcome.result, outcome.output is not None
    wanted = [each for each in reports if view.summary or each != Destination("text")]
    if wanted:
        write_reports(result, view, wanted, color, to_stderr)
    else:
        for error in unread_errors(result):
            tell(error.text, view.lang)
    notes = () if view.summary else result.notes
    said = "".join(f"{view.say(text)}\n" for text in (*notes, recorded))
    if not to_stderr and all(each.path is not None for each in wanted):
        write(said)
    elif not view.quiet:
        write_error(said)


def write_traces(result: Result, verbose: bool) -> None:
    """Write the tracebacks of crashes to standard error, if the user asks for details."""
    if verbose or os.environ.get("REPORTLINT_DEBUG"):
        crashes = [*(crash for file in result.files for crash in file.crashes), *result.crashes]
        for trace in dict.fromkeys(crash.trace for crash in crashes):
            write_error(trace)


def write_reports(
    result: Result, view: View, reports: Sequence[Destination], color: str, to_stderr: bool = False
) -> None:
    """Write each report to its file; without one to standard output, or standard error if `to_stderr`.

    Files come first: whoever reads the output may go away before its end. A report that cannot be written
    costs none of the others. Raises the gravest ReportlintError when all is done.
    """
    failures: list[ReportlintError] = []
    for each in sorted(reports, key=lambda each: each.path is None):
        try:
            _write_report(result, view, each, color, to_stderr)
        except ReportlintError as error:
            failures.append(error)
    if failures:
        failures.sort(key=lambda error: error.status)
        for other in failures[:-1]:
            tell(other.text, view.lang)
        raise failures[-1]
    paths = [each.path for each in reports if each.path is not None]
    if len(paths) == len(reports) and not view.quiet and _is_watched():
        from linter.reporters.verdict import sentence

        written = Message(f"已写入 {'、'.join(paths)}", f"written: {', '.join(paths)}")
        write_error(f"{view.say(written)}\n{sentence(result, view)}\n")


def _write_report(result: Result, view: View, to: Destination, color: str, to_stderr: bool) -> None:
    """Write one report. Raises ConfigError, CrashError."""
    try:
        with guarded(to.path or "", Message(f"写 {to.form} 格式的报告", f"writing the report in {to.form}")):
            if to == Destination("text") and not to_stderr and _coloured(color):
                from linter.reporters.layout import lines

                write_styled(lines(result, view), view.width, force=color == "always" or _forced())
            else:
                _write_plain(result, view, to.form, to.path, to_stderr)
    except CrashError as error:
        raise CrashError(error.path, error.crash, NOT_WRITTEN if to.path else CUT_SHORT) from None


def _write_plain(result: Result, view: View, form: str, path: str | None, to_stderr: bool) -> None:
    about = REPORTERS[form]
    if about.from_root:
        from linter.project import repository

        result = repository.as_named_in_repository(result)
    made = reporter(form)(result, view)
    if isinstance(made, bytes):
        assert path, "destinations() has seen to it"
        save(path, made)
    elif path:
        write_file(path, made, about.commands)
    elif to_stderr:
        write_error("".join(made), about.commands)
    else:
        write_pieces(made, about.commands)
    if about.summary:
        _write_summary(result, view)


def _write_summary(result: Result, view: View) -> None:
    """Add the result to the page of the run, where GitHub says in which file that page is written."""
    if path := os.environ.get("GITHUB_STEP_SUMMARY"):
        from linter import api

        try:
            append_file(path, api.report(result, "markdown", view))
        except ConfigError as error:  # the verdict and the annotations are there; nobody needs to fail for it
            tell(error.text, view.lang)


def _is_watched() -> bool:
    """Whether what goes to standard error is seen by a person."""
    return sys.stderr.isatty()  # noqa: TID251 - asks


def _coloured(color: str) -> bool:
    """Whether the report is coloured; `auto` is on a terminal or as FORCE_COLOR says, unless NO_COLOR is set
    (no-color.org, force-color.org).
    """
    if color == "auto":
        wanted = sys.stdout.isatty() or _forced()  # noqa: TID251 - asks
        return wanted and not os.environ.get("NO_COLOR")
    return color == "always"


def _forced() -> bool:
    """Whether FORCE_COLOR is set, as for the logs of a CI service; 0 says no, as other programs have it."""
    return os.environ.get("FORCE_COLOR", "0") not in ("", "0")
