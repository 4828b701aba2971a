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
from linter.cli.plain_tables import CheckOptions
from linter.cli.targets import Targets
from linter.engine import fixes
from linter.engine.selection import RulesetSelector
from linter.model.draft import Draft
from linter.model.errors import ConfigError, ReportlintError
from linter.model.finding import Result
from linter.model.message import Message
from linter.project.files import trees

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
    options: CheckOptions, found: Targets, selector: RulesetSelector, judge: JudgeDrafts, lang: str
) -> SessionOutcome:
    """Judge, fix, judge again, suppress, and compare with the baseline.

    `lang` is the language of what is written beside drafts. Raises ConfigError: options that do not go
    together, or a baseline that cannot be read or written.
    """
    _require_compatible(options)
    drafts, stdin, within = found.drafts, found.stdin, trees(found.paths)
    known = known_findings(options.baseline, selector)
    may_grow = options.accept_new or not (options.write_baseline and os.path.exists(options.write_baseline))
    whole = judge(drafts)
    notes: list[Message] = []
    refused: list[ReportlintError] = []
    if options.fix or options.diff:
        suggested = fix_drafts(known, selector, whole, drafts, options.unsafe_fixes)
        if not options.unsafe_fixes:
            notes += unsafe_notes(known, whole, suggested.unsupported)
        if options.diff:
            return _diff_outcome(whole._replace(notes=tuple(notes)), suggested)
        done, refused = write_fixed(suggested, stdin, within, options.force)
        if done:
            drafts = [refreshed(draft, done, stdin) for draft in drafts]
            whole = judge(drafts)
            notes.append(fixed_note(done))
        notes += unsupported_notes(suggested.unsupported)
    if options.add_suppressions:
        from linter.cli.suppressing import REASON, add_suppressions

        why = options.reason or REASON.say(lang)
        added, errors = add_suppressions(known.without(whole).result, stdin, why, within, options.force)
        refused += errors
        whole = judge(drafts)
    result, stale = known.without(whole)
    if stale and options.verbose and options.diff_base is None:
        notes.append(stale_note(stale))
    recorded = None
    if options.add_suppressions:
        if options.write_baseline or any(file.findings for file in result.files):
            notes.append(added)
        else:
            recorded = added
    if options.write_baseline:
        walked = trees(filter(os.path.isdir, found.paths))
        written = write_baseline(whole, options.write_baseline, may_grow, selector, walked)
        result, recorded = written.result, written.sentence
        notes += written.notes
        refused += written.refused
    output = next((draft.content() for draft in drafts if draft.name == stdin), None) if options.fix else None
    return SessionOutcome(result._replace(notes=tuple(notes)), output, None, tuple(refused), recorded)


def _require_compatible(options: CheckOptions) -> None:
    """Raises ConfigError for options that need another, or do not go together."""
    needs: dict[str, tuple[object, dict[str, object]]] = {
        "--unsafe-fixes": (options.unsafe_fixes, {"--fix": options.fix, "--diff": options.diff}),
        "--accept-new": (options.accept_new, {"--write-baseline": options.write_baseline}),
        "--reason": (options.reason, {"--add-suppressions": options.add_suppressions}),
    }
    for name, (is_given, others) in needs.items():
        if is_given and not any(others.values()):
            zh, en = " 或 ".join(others), " or ".join(others)
            raise ConfigError(f"{name} 要与 {zh} 一起用", f"{name} goes with {en}")
    writes = {"--write-baseline": options.write_baseline, "--add-suppressions": options.add_suppressions}
    for name, wanted in writes.items():
        if wanted and options.diff:
            raise ConfigError(
                f"--diff 只作显示，不能与 {name} 一起用", f"--diff writes nothing; it does not go with {name}"
            )


def _patch_name(path: str) -> str:
    """A name as git writes it, for `patch` to read: with a tab, say, in quotation marks and escaped."""
    escaped = path.replace("\\", r"\134").translate(_ESCAPES)
    return path if path.translate(_ESCAPES) == path else f'"{escaped}"'


def _diff_outcome(result: Result, suggested: fixes.FixOutcome) -> SessionOutcome:
    diff = "".join(fixes.diff(each._replace(path=_patch_name(each.path))) for each in suggested.fixed)
    notes = (*result.notes, *unsupported_notes(suggested.unsupported))
    refused = (*unread_errors(result), *suggested.refused)
    return SessionOutcome(result._replace(notes=notes), diff=diff, refused=refused)
