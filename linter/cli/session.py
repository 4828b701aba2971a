"""`reportlint check` where it does more than report: fixes files, compares and writes a baseline."""

import os
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from linter.engine import baseline, fixes
from linter.engine.baseline import Baseline
from linter.engine.run import judge_draft
from linter.engine.selection import RulesetSelector
from linter.model.draft import Draft
from linter.model.errors import ConfigError, ReportlintError, UnfixableError, UnreadableError, reason
from linter.model.finding import FileOutcome, Result
from linter.model.message import Message
from linter.project.files import trees
from linter.writers import atomic

JudgeDrafts = Callable[[Sequence[Draft]], Result]
"""Judges drafts of the run, and compares them."""


class SessionOptions(NamedTuple):
    """What the user wants in addition to a report."""

    fix: bool = False
    diff: bool = False
    """Show what `fix` would change, and write nothing."""
    unsafe: bool = False
    """Carry out those suggestions too that may change the meaning."""
    baseline: str | None = None
    """The path of a baseline: its findings are not reported."""
    write_baseline: str | None = None
    """The path to write a baseline to."""
    accept_new: bool = False
    """Whether an existing baseline may get new findings."""
    trees: frozenset[str] = frozenset()
    """The folders in which `fix` may change files; none: each file is one that the user named."""
    force: bool = False
    """Whether files of several names (hard links) are fixed."""


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


def run_session(
    options: SessionOptions,
    selector: RulesetSelector,
    drafts: Sequence[Draft],
    judge: JudgeDrafts,
    stdin: str | None,
    verbose: bool,
) -> SessionOutcome:
    """Judge, fix, judge again, and compare with the baseline.

    `stdin` is the name of the draft that is standard input, if any: its fixed content is not written to a
    file. `verbose` adds a note about known findings that no longer occur.
    Raises ConfigError: options that do not go together, or a baseline that cannot be read or written.
    """
    _require_compatible(options)
    known = baseline.load(options.baseline) if options.baseline else {}
    whole = judge(drafts)
    notes: list[Message] = []
    refused: list[ReportlintError] = []
    if options.fix or options.diff:
        suggested = _fix_drafts(options, known, selector, whole, drafts)
        if not options.unsafe:
            notes += _unsafe_notes(options, known, whole)
        if options.diff:
            return _diff_outcome(whole._replace(notes=tuple(notes)), suggested)
        done, refused = _write_fixed(options, suggested, stdin)
        if done:
            drafts = [_refreshed(draft, done, stdin) for draft in drafts]
            whole = judge(drafts)
            notes.append(_fixed_note(done))
        notes += map(_unsupported_note, suggested.unsupported)
    result, stale = _without_known(options, known, whole)
    if stale and verbose:
        notes.append(_stale_note(stale))
    if options.write_baseline:
        result, new_notes, errors = _write_baseline(
            whole, options.write_baseline, options.accept_new, selector
        )
        notes += new_notes
        refused += errors
    output = next((draft.content() for draft in drafts if draft.name == stdin), None) if options.fix else None
    return SessionOutcome(result._replace(notes=tuple(notes)), output, None, tuple(refused))


def _require_compatible(options: SessionOptions) -> None:
    """Raises ConfigError for options that need another, or do not go together."""
    if options.unsafe and not (options.fix or options.diff):
        raise ConfigError(
            "--unsafe-fixes 要与 --fix 或 --diff 一起用", "--unsafe-fixes goes with --fix or --diff"
        )
    if options.accept_new and not options.write_baseline:
        raise ConfigError(
            "--accept-new 要与 --write-baseline 一起用", "--accept-new goes with --write-baseline"
        )
    if options.diff and options.write_baseline:
        raise ConfigError(
            "--diff 只作显示，不能与 --write-baseline 一起用",
            "--diff writes nothing; it does not go with --write-baseline",
        )


# --- fixes ------------------------------------------------------------------------------------


def _fix_drafts(
    options: SessionOptions,
    known: Baseline,
    selector: RulesetSelector,
    result: Result,
    drafts: Sequence[Draft],
) -> fixes.FixOutcome:
    """Carry out the suggestions in the files that have some, without writing them."""
    by_name = {draft.name: draft for draft in drafts}

    def content(name: str) -> bytes:
        return by_name[name].content()

    def judge(name: str, data: bytes) -> FileOutcome:
        found = judge_draft(selector, by_name[name]._replace(content=partial(bytes, data))).outcome
        return _without_known(options, known, Result((found,))).result.files[0]

    return fixes.fix(_without_known(options, known, result).result.files, content, judge, options.unsafe)


def _write_fixed(
    options: SessionOptions, suggested: fixes.FixOutcome, stdin: str | None
) -> tuple[list[fixes.Fixed], list[ReportlintError]]:
    """Write the fixed files; gives those written, and an error for each that was not fixed or written."""
    done, refused = [], list(suggested.refused)
    for each in suggested.fixed:
        try:
            if each.path != stdin:
                _write_file(each, options)
            done.append(each)
        except ReportlintError as error:
            refused.append(error)
    return done, refused


def _write_file(fixed: fixes.Fixed, options: SessionOptions = SessionOptions()) -> None:  # noqa: B008
    """Put the new content in the file's place. Raises UnfixableError."""
    path = fixed.path
    try:
        within = options.trees or trees([path])
        atomic.rewrite(path, fixed.before, fixed.after, within, options.force)
    except OSError as error:
        why = reason(error)
        raise UnfixableError(f"{path}：没有修正，{why.zh}", f"{path}: not fixed: {why.en}") from None


def _refreshed(draft: Draft, done: list[fixes.Fixed], stdin: str | None) -> Draft:
    """The draft with its fixed content, if it is standard input; a file is read again anyway."""
    content = next((each.after for each in done if each.path == draft.name == stdin), None)
    return draft if content is None else draft._replace(content=partial(bytes, content))


def _diff_outcome(result: Result, suggested: fixes.FixOutcome) -> SessionOutcome:
    diff = "".join(map(fixes.diff, suggested.fixed))
    notes = (*result.notes, *map(_unsupported_note, suggested.unsupported))
    unread = [_unread_error(file.path, file.error) for file in result.files if file.error]
    unread += [UnreadableError(*result.error)] if result.error else []
    return SessionOutcome(result._replace(notes=notes), diff=diff, refused=(*unread, *suggested.refused))


def _unread_error(path: str, error: Message) -> UnreadableError:
    zh, en = error.zh.removeprefix(f"{path}："), error.en.removeprefix(f"{path}: ")
    return UnreadableError(f"{path}：{zh}", f"{path}: {en}")


def _unsafe_notes(options: SessionOptions, known: Baseline, result: Result) -> list[Message]:
    """A note with the number of suggestions that may change the meaning; none where there are none."""
    files = _without_known(options, known, result).result.files
    count = sum(
        finding.suggestion is not None and not finding.safe for file in files for finding in file.findings
    )
    note = Message(
        f"另有 {count} 处建议可能改变文意，看过以后可加 --unsafe-fixes 一并修正",
        f"{count} more suggestion{'s' * (count > 1)} may change the meaning: look first, then --unsafe-fixes",
    )
    return [note] if count else []


def _fixed_note(done: list[fixes.Fixed]) -> Message:
    count, files = sum(each.edits for each in done), len(done)
    return Message(
        f"已修正 {count} 处（{files} 个文件）", f"Fixed {count} in {files} file{'s' * (files > 1)}"
    )


def _unsupported_note(path: str) -> Message:
    return Message(
        f"{path}：这种格式不能直接修正，可用 reportlint annotate --suggest 在副本里写上修订建议",
        f"{path}: not a format to fix in place; reportlint annotate --suggest writes suggestions to a copy",
    )


# --- baselines --------------------------------------------------------------------------------


def _without_known(options: SessionOptions, known: Baseline, result: Result) -> baseline.BaselineComparison:
    return (
        baseline.compare(result, known, options.baseline)
        if options.baseline
        else baseline.BaselineComparison(result, 0)
    )


def _stale_note(count: int) -> Message:
    return Message(
        f"基线里有 {count} 处已不存在，用 --write-baseline 改写即可去掉",
        f"{count} findings of the baseline are gone; --write-baseline drops them",
    )


def _write_baseline(
    result: Result, path: str, accept_new: bool, selector: RulesetSelector
) -> tuple[Result, list[Message], list[ReportlintError]]:
    """Write a baseline of a result. Gives the result without its findings, notes, and errors if not written.

    Raises ConfigError: the file cannot be read or written.
    """
    known = baseline.load(path) if os.path.exists(path) else None
    new = baseline.compare(result, known or {}, path).result
    count = sum(len(file.findings) for file in new.files)
    if known is not None and count and not accept_new:
        return new, [], [_growth_error(path, count)]
    made = baseline.updated(result, known or {}, path, selector.wants)
    try:
        atomic.replace(path, baseline.text(made).encode("utf-8", "backslashreplace"))
    except OSError as error:
        why = reason(error)
        raise ConfigError(f"无法写入基线 {path}：{why.zh}", f"cannot write {path}: {why.en}") from None
    new_notes = [_written_note(path, known, made), *_failed_rule_notes(result)]
    return baseline.compare(result, made, path).result, new_notes, []


def _written_note(path: str, known: Baseline | None, made: Baseline) -> Message:
    before, after = baseline.size(known or {}), baseline.size(made)
    was = Message("", "") if known is None else Message(f"（原有 {before} 处）", f" (before: {before})")
    return Message(f"基线 {path} 已写入，共 {after} 处{was.zh}", f"Baseline {path} written: {after}{was.en}")


def _failed_rule_notes(result: Result) -> Iterator[Message]:
    """A note for each rule that failed: the baseline keeps the findings of the rule that it had before."""
    for file in result.files:
        for rule in dict.fromkeys(crash.rule for crash in file.crashes if crash.rule):
            yield Message(
                f"{file.path}：规则 {rule} 出错，它的问题没有收入基线，基线中原有的保留",
                f"{file.path}: rule {rule} failed; the baseline keeps what it had of it and takes in nothing",
            )
    for rule in dict.fromkeys(crash.rule for crash in result.crashes):
        yield Message(
            f"规则 {rule} 比较各文件时出错，这部分问题没有收入基线，基线中原有的保留",
            f"Rule {rule} failed to compare the files; the baseline keeps what it had of that",
        )


def _growth_error(path: str, count: int) -> ConfigError:
    return ConfigError(
        f"基线 {path} 没有改写：有 {count} 处新问题，见报告。请先改正，或加 --accept-new 一并收入",
        f"Baseline {path} not written, for there are {count} new findings, as reported: "
        "fix them, or take them in with --accept-new",
    )
