"""`reportlint check` where it does more than report: fixes files, compares and writes a baseline."""

from __future__ import annotations

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
from linter.project.files import load
from linter.writers import atomic

Judge = Callable[[Sequence[Draft]], Result]
"""Judges the drafts of the run."""


class SessionOptions(NamedTuple):
    """What the user wants done besides a report."""

    fix: bool = False
    diff: bool = False
    """Show what `fix` would do, and do nothing."""
    unsafe: bool = False
    """Carry out those suggestions too that may change the meaning."""
    baseline: str | None = None
    """The path of a baseline: what it knows is not reported."""
    write_baseline: str | None = None
    """The path to write a baseline to."""
    accept_new: bool = False
    """Whether a baseline that is there may take in new findings."""


class SessionOutcome(NamedTuple):
    """What is to be reported, and what else was made."""

    result: Result
    """The findings that are left."""
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
    judge: Judge,
    stdin: str | None,
    verbose: bool,
) -> SessionOutcome:
    """Judge, fix and judge again, and compare with the baseline.

    `stdin` is the name of the draft that is not written to a file; `verbose` tells more.
    Raises ConfigError: options that do not go together, or a baseline that cannot be read or written.
    """
    _check(options)
    known = baseline.load(options.baseline) if options.baseline else {}
    whole = judge(drafts)
    notes: list[Message] = []
    refused: list[ReportlintError] = []
    if options.fix or options.diff:
        suggested = _suggested(options, known, selector, whole, drafts)
        if not options.unsafe:
            notes += _withheld(options, known, whole)
        if options.diff:
            return _shown(whole._replace(notes=tuple(notes)), suggested)
        done, refused = _written(suggested, stdin)
        if done:
            drafts = [_after(draft, done, stdin) for draft in drafts]
            whole = judge(drafts)
            notes.append(_fixed(done))
        notes += map(_elsewhere, suggested.elsewhere)
    result, stale = _compared(options, known, whole)
    if stale and verbose:
        notes.append(_stale(stale))
    if options.write_baseline:
        result, said, grown = _recorded(whole, options.write_baseline, options.accept_new, selector)
        notes += said
        refused += grown
    output = next((draft.content() for draft in drafts if draft.name == stdin), None) if options.fix else None
    return SessionOutcome(result._replace(notes=tuple(notes)), output, None, tuple(refused))


def _check(options: SessionOptions) -> None:
    """Raises ConfigError for options that say nothing without another."""
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


def _suggested(
    options: SessionOptions,
    known: Baseline,
    selector: RulesetSelector,
    result: Result,
    drafts: Sequence[Draft],
) -> fixes.Outcome:
    """What the files with suggestions would become."""
    by_name = {draft.name: draft for draft in drafts}

    def content(name: str) -> bytes:
        return by_name[name].content()

    def judge(name: str, data: bytes) -> FileOutcome:
        found = judge_draft(selector, by_name[name]._replace(content=partial(bytes, data))).outcome
        return _compared(options, known, Result((found,))).result.files[0]

    return fixes.fix(_compared(options, known, result).result.files, content, judge, options.unsafe)


def _written(suggested: fixes.Outcome, stdin: str | None) -> tuple[list[fixes.Fixed], list[ReportlintError]]:
    """What was fixed, and why some was not."""
    done, refused = [], list(suggested.refused)
    for each in suggested.fixed:
        try:
            if each.path != stdin:
                _write(each)
            done.append(each)
        except ReportlintError as error:
            refused.append(error)
    return done, refused


def _write(fixed: fixes.Fixed) -> None:
    """Put the new content in the file's place. Raises UnfixableError, UnreadableError."""
    path = fixed.path
    if load(path) != fixed.before:
        raise UnfixableError(
            f"{path}：没有修正，文件刚刚被别的程序改过，请重试",
            f"{path}: not fixed, for another program has just changed it; try again",
        )
    try:
        atomic.replace(path, fixed.after)
    except OSError as error:
        zh = "文件是只读的，或没有写入权限" if isinstance(error, PermissionError) else reason(error).zh
        raise UnfixableError(
            f"{path}：没有修正，{zh}", f"{path}: not fixed: {error.strerror or error}"
        ) from None


def _after(draft: Draft, done: list[fixes.Fixed], stdin: str | None) -> Draft:
    """The draft as it is now: a file is read again, standard input was fixed in memory."""
    content = next((each.after for each in done if each.path == draft.name == stdin), None)
    return draft if content is None else draft._replace(content=partial(bytes, content))


def _shown(result: Result, suggested: fixes.Outcome) -> SessionOutcome:
    diff = "".join(map(fixes.diff, suggested.fixed))
    notes = (*result.notes, *map(_elsewhere, suggested.elsewhere))
    unread = [_unread(file.path, file.error) for file in result.files if file.error]
    unread += [UnreadableError(*result.error)] if result.error else []
    return SessionOutcome(result._replace(notes=notes), diff=diff, refused=(*unread, *suggested.refused))


def _unread(path: str, error: Message) -> UnreadableError:
    zh, en = error.zh.removeprefix(f"{path}："), error.en.removeprefix(f"{path}: ")
    return UnreadableError(f"{path}：{zh}", f"{path}: {en}")


def _withheld(options: SessionOptions, known: Baseline, result: Result) -> list[Message]:
    """How many suggestions need a look first, and what carries them out."""
    files = _compared(options, known, result).result.files
    count = sum(
        finding.suggestion is not None and not finding.safe for file in files for finding in file.findings
    )
    said = Message(
        f"另有 {count} 处建议可能改变文意，看过以后可加 --unsafe-fixes 一并修正",
        f"{count} more suggestion{'s' * (count > 1)} may change the meaning: look first, then --unsafe-fixes",
    )
    return [said] if count else []


def _fixed(done: list[fixes.Fixed]) -> Message:
    count, files = sum(each.edits for each in done), len(done)
    return Message(
        f"已修正 {count} 处（{files} 个文件）", f"Fixed {count} in {files} file{'s' * (files > 1)}"
    )


def _elsewhere(path: str) -> Message:
    return Message(
        f"{path}：这种格式不能直接修正，可用 reportlint annotate --suggest 在副本里写上修订建议",
        f"{path}: not a format to fix in place; reportlint annotate --suggest writes suggestions to a copy",
    )


# --- baselines --------------------------------------------------------------------------------


def _compared(options: SessionOptions, known: Baseline, result: Result) -> baseline.Compared:
    return (
        baseline.compare(result, known, options.baseline)
        if options.baseline
        else baseline.Compared(result, 0)
    )


def _stale(count: int) -> Message:
    return Message(
        f"基线里有 {count} 处已不存在，用 --write-baseline 改写即可去掉",
        f"{count} findings of the baseline are gone; --write-baseline drops them",
    )


def _recorded(
    result: Result, path: str, accept_new: bool, selector: RulesetSelector
) -> tuple[Result, list[Message], list[ReportlintError]]:
    """A baseline made of a result: what is left to report, what was done, why nothing was done."""
    known = baseline.load(path) if os.path.exists(path) else None
    new = baseline.compare(result, known or {}, path).result
    count = sum(len(file.findings) for file in new.files)
    if known is not None and count and not accept_new:
        return new, [], [_grown(path, count)]
    made = baseline.updated(result, known or {}, path, selector.wants)
    try:
        atomic.replace(path, baseline.text(made).encode("utf-8", "backslashreplace"))
    except OSError as error:
        why = reason(error)
        raise ConfigError(f"无法写入基线 {path}：{why.zh}", f"cannot write {path}: {why.en}") from None
    said = [_made(path, known, made), *_unrecorded(result)]
    return baseline.compare(result, made, path).result, said, []


def _made(path: str, known: Baseline | None, made: Baseline) -> Message:
    before, after = baseline.size(known or {}), baseline.size(made)
    was = Message("", "") if known is None else Message(f"（原有 {before} 处）", f" (before: {before})")
    return Message(f"基线 {path} 已写入，共 {after} 处{was.zh}", f"Baseline {path} written: {after}{was.en}")


def _unrecorded(result: Result) -> Iterator[Message]:
    """What a baseline could not take in, for a rule failed: what it knew of that before stays."""
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


def _grown(path: str, count: int) -> ConfigError:
    return ConfigError(
        f"基线 {path} 没有改写：有 {count} 处新问题，见报告。请先改正，或加 --accept-new 一并收入",
        f"Baseline {path} not written, for there are {count} new findings, as reported: "
        "fix them, or take them in with --accept-new",
    )
