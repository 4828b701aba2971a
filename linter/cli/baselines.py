"""`--baseline` and `--write-baseline`: the result without what is known, and the file of what is."""

import os
from collections.abc import Iterator
from typing import NamedTuple

from linter.engine import baseline, baseline_file
from linter.engine.baseline_file import Baseline
from linter.engine.selection import RulesetSelector
from linter.model.errors import ConfigError, reason
from linter.model.finding import Result
from linter.model.message import Message
from linter.writers import atomic
from linter.writers.lock import locked


class Known(NamedTuple):
    """A baseline that a run is held against."""

    path: str
    """Empty for none."""
    findings: Baseline
    selector: RulesetSelector

    def without(self, result: Result) -> baseline.BaselineComparison:
        """A result without what the baseline knows."""
        if not self.path:
            return baseline.BaselineComparison(result, 0)
        return baseline.compare(result, self.findings, self.path, self.selector.judged)


def known(path: str | None, selector: RulesetSelector) -> Known:
    """The baseline at a path. Raises ConfigError."""
    return Known(path or "", baseline_file.load(path) if path else {}, selector)


def stale_note(count: int) -> Message:
    return Message(
        f"基线里有 {count} 处已不存在，用 --write-baseline 改写即可去掉",
        f"{count} findings of the baseline are gone; --write-baseline drops them",
    )


def write_baseline(
    result: Result, path: str, may_grow: bool, selector: RulesetSelector, walked: frozenset[str] = frozenset()
) -> tuple[Result, list[Message], list[ConfigError]]:
    """Write a baseline of a result. Gives the result without its findings, notes, and errors if not written.

    What other runs wrote into it meanwhile stays. Raises ConfigError: the file cannot be read or written.
    """
    try:
        with locked(path):
            known = baseline_file.load(path) if os.path.exists(path) else None
            new = baseline.compare(result, known or {}, path, selector.judged).result
            count = sum(len(file.findings) for file in new.files)
            if known is not None and count and not may_grow:
                return new, [], [_growth_error(path, count)]
            made = baseline.updated(result, known or {}, path, selector.judged, walked)
            atomic.replace(path, baseline_file.text(made).encode("utf-8", "backslashreplace"))
    except OSError as error:
        why = reason(error)
        raise ConfigError(f"无法写入基线 {path}：{why.zh}", f"cannot write {path}: {why.en}") from None
    notes = [_written_note(path, known, made), *_failed_rule_notes(result)]
    return baseline.compare(result, made, path, selector.judged).result, notes, []


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
