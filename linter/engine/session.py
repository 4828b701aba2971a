"""What may come of a run besides a report: files mended, a baseline compared and written."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from typing import NamedTuple

from linter import readers
from linter.engine import baseline, fixes, run
from linter.engine.baseline import Baseline
from linter.engine.selection import RulesetSelector
from linter.model.errors import ConfigError, ReportlintError, UnfixableError, UnreadableError, reason
from linter.model.finding import FileOutcome, Result
from linter.model.message import Message
from linter.writers import atomic

Stdin = tuple[str, bytes]
"""The name and the content that stand for the path `-`."""
Judge = Callable[[Stdin | None], Result]
"""Makes the run, with the content of standard input."""


class SessionOptions(NamedTuple):
    """What the user wants done."""

    fix: bool = False
    diff: bool = False
    """Show what `fix` would do, and do nothing."""
    unsafe: bool = False
    """Carry out those suggestions too that may change the meaning."""
    baseline: str | None = None
    write_baseline: str | None = None
    accept_new: bool = False


class SessionOutcome(NamedTuple):
    """What came of it."""

    result: Result
    output: bytes | None = None
    """Standard input as mended: for standard output, and the report elsewhere."""
    diff: str | None = None
    """What would change: for standard output in place of the report, whose notes go to standard error."""
    refused: tuple[ReportlintError, ...] = ()
    """Why files that ought to be mended were not, and a baseline not written."""


def run_session(
    order: SessionOptions, selector: RulesetSelector, judge: Judge, stdin: Stdin | None, verbose: bool
) -> SessionOutcome:
    """Judge, mend and judge again, and hold against the baseline; `verbose` tells more of it.

    Raises ConfigError: the order makes no sense, or a baseline cannot be read or written.
    """
    _check(order)
    known = baseline.load(order.baseline) if order.baseline else {}
    whole = judge(stdin)
    notes: list[Message] = []
    refused: list[ReportlintError] = []
    if order.fix or order.diff:
        outcome = _suggested(order, known, selector, whole, stdin)
        if not order.unsafe:
            notes += _withheld(order, known, whole)
        if order.diff:
            return _shown(whole._replace(notes=tuple(notes)), outcome)
        done, refused = _written(outcome, stdin)
        if done:
            stdin = next(((each.path, each.after) for each in done if _is(each.path, stdin)), stdin)
            whole = judge(stdin)
            notes.append(_fixed(done))
        notes += map(_elsewhere, outcome.elsewhere)
    result, stale = _compared(order, known, whole)
    if stale and verbose:
        notes.append(_stale(stale))
    if order.write_baseline:
        result, said, grown = _recorded(whole, order.write_baseline, order.accept_new, selector)
        notes += said
        refused += grown
    output = stdin[1] if stdin and order.fix else None
    return SessionOutcome(result._replace(notes=tuple(notes)), output, None, tuple(refused))


def _check(order: SessionOptions) -> None:
    """Raises ConfigError for options that say nothing without another."""
    if order.unsafe and not (order.fix or order.diff):
        raise ConfigError(
            "--unsafe-fixes 要与 --fix 或 --diff 一起用", "--unsafe-fixes goes with --fix or --diff"
        )
    if order.accept_new and not order.write_baseline:
        raise ConfigError(
            "--accept-new 要与 --write-baseline 一起用", "--accept-new goes with --write-baseline"
        )
    if order.diff and order.write_baseline:
        raise ConfigError(
            "--diff 只作显示，不能与 --write-baseline 一起用",
            "--diff writes nothing; it does not go with --write-baseline",
        )


# --- mending ----------------------------------------------------------------------------------


def _suggested(
    order: SessionOptions, known: Baseline, selector: RulesetSelector, result: Result, stdin: Stdin | None
) -> fixes.Outcome:
    """What the files with suggestions would become."""

    def content(path: str) -> bytes:
        return stdin[1] if stdin and _is(path, stdin) else readers.load(path)

    def judge(path: str, data: bytes) -> FileOutcome:
        found = run.judge(selector, run.Task(path, path, data)).judged.result
        return _compared(order, known, Result((found,))).result.files[0]

    return fixes.fix(_compared(order, known, result).result.files, content, judge, order.unsafe)


def _written(outcome: fixes.Outcome, stdin: Stdin | None) -> tuple[list[fixes.Fixed], list[ReportlintError]]:
    """What was mended, in its file or standing for standard input, and why some was not."""
    done, refused = [], list(outcome.refused)
    for each in outcome.fixed:
        try:
            if not _is(each.path, stdin):
                fixes.write(each)
            done.append(each)
        except UnfixableError as error:
            refused.append(error)
    return done, refused


def _is(path: str, stdin: Stdin | None) -> bool:
    return stdin is not None and stdin[0] == path


def _shown(result: Result, outcome: fixes.Outcome) -> SessionOutcome:
    diff = "".join(map(fixes.diff, outcome.fixed))
    notes = (*result.notes, *map(_elsewhere, outcome.elsewhere))
    unread = [_unread(file.path, file.error) for file in result.files if file.error]
    unread += [UnreadableError(*result.error)] if result.error else []
    return SessionOutcome(result._replace(notes=notes), diff=diff, refused=(*unread, *outcome.refused))


def _unread(path: str, error: Message) -> UnreadableError:
    zh, en = error.zh.removeprefix(f"{path}："), error.en.removeprefix(f"{path}: ")
    return UnreadableError(f"{path}：{zh}", f"{path}: {en}")


def _withheld(order: SessionOptions, known: Baseline, result: Result) -> list[Message]:
    """How many suggestions need a look first, and what carries them out."""
    files = _compared(order, known, result).result.files
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


def _compared(order: SessionOptions, known: Baseline, result: Result) -> baseline.Compared:
    return baseline.compare(result, known, order.baseline) if order.baseline else baseline.Compared(result, 0)


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
        "mend them, or take them in with --accept-new",
    )
