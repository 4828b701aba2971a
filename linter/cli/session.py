"""`reportlint check` where it does more than report: fixes files, compares and writes a baseline."""

import os
from collections.abc import Callable, Sequence
from typing import NamedTuple

from linter.cli.baselines import known as known_findings
from linter.cli.baselines import stale_note, write_baseline
from linter.cli.fixing import (
    fix_drafts,
    fixed_note,
    refreshed,
    unread_errors,
    unsafe_notes,
    unsupported_notes,
    write_fixed,
)
from linter.cli.session_options import SessionOptions, require_compatible
from linter.engine import fixes
from linter.engine.selection import RulesetSelector
from linter.model.draft import Draft
from linter.model.errors import ReportlintError
from linter.model.finding import Result
from linter.model.message import Message

_ESCAPES = {code: f"\\{code:03o}" for code in (*range(32), 34, 127)}
"""Control characters and the quotation mark, in octal."""

JudgeDrafts = Callable[[Sequence[Draft]], Result]
"""Judges drafts of the run, and compares them."""


class SessionOutcome(NamedTuple):
    """The result to report, and the other outputs of a run."""

    result: Result
    """The findings left after fixes and without those of the baseline."""
    output: bytes | None = None
    """The fixed content of standard input, for standard output; the report then goes to standard error."""
    diff: str | None = None
    """What `fix` would change, for standard output in place of the report."""
    refused: tuple[ReportlintError, ...] = ()
    """Why files with suggestions were not fixed, or the baseline was not written."""
    recorded: Message | None = None
    """What was written into a baseline, or beside the drafts: who asks for that gets this for people, in
    place of a report on nothing."""


def run_session(
    options: SessionOptions,
    selector: RulesetSelector,
    drafts: Sequence[Draft],
    judge: JudgeDrafts,
    stdin: str | None,
    verbose: bool,
) -> SessionOutcome:
    """Judge, fix, judge again, suppress, and compare with the baseline.

    `stdin` is the name of the draft that is standard input, if any: its fixed content is not written to a
    file. `verbose` adds a note about known findings that no longer occur.
    Raises ConfigError: options that do not go together, or a baseline that cannot be read or written.
    """
    require_compatible(options)
    known = known_findings(options.baseline, selector)
    may_grow = options.accept_new or not (options.write_baseline and os.path.exists(options.write_baseline))
    whole = judge(drafts)
    notes: list[Message] = []
    refused: list[ReportlintError] = []
    if options.fix or options.diff:
        suggested = fix_drafts(options, known, selector, whole, drafts)
        if not options.unsafe:
            notes += unsafe_notes(known, whole, suggested.unsupported)
        if options.diff:
            return _diff_outcome(whole._replace(notes=tuple(notes)), suggested)
        done, refused = write_fixed(options, suggested, stdin)
        if done:
            drafts = [refreshed(draft, done, stdin) for draft in drafts]
            whole = judge(drafts)
            notes.append(fixed_note(done))
        notes += unsupported_notes(suggested.unsupported)
    if options.add_suppressions:
        from linter.cli.suppressing import add_suppressions

        added, errors = add_suppressions(options, known.without(whole).result, stdin)
        refused += errors
        whole = judge(drafts)
    result, stale = known.without(whole)
    if stale and verbose:
        notes.append(stale_note(stale))
    recorded = None
    if options.add_suppressions:
        if options.write_baseline or any(file.findings for file in result.files):
            notes.append(added)
        else:
            recorded = added
    if options.write_baseline:
        written = write_baseline(whole, options.write_baseline, may_grow, selector, options.walked)
        result, recorded = written.result, written.sentence
        notes += written.notes
        refused += written.refused
    output = next((draft.content() for draft in drafts if draft.name == stdin), None) if options.fix else None
    return SessionOutcome(result._replace(notes=tuple(notes)), output, None, tuple(refused), recorded)


def _patch_name(path: str) -> str:
    """A name as git writes it, for `patch` to read: with a tab, say, in quotation marks and escaped."""
    escaped = path.replace("\\", r"\134").translate(_ESCAPES)
    return path if path.translate(_ESCAPES) == path else f'"{escaped}"'


def _diff_outcome(result: Result, suggested: fixes.FixOutcome) -> SessionOutcome:
    diff = "".join(fixes.diff(each._replace(path=_patch_name(each.path))) for each in suggested.fixed)
    notes = (*result.notes, *unsupported_notes(suggested.unsupported))
    refused = (*unread_errors(result), *suggested.refused)
    return SessionOutcome(result._replace(notes=notes), diff=diff, refused=refused)
