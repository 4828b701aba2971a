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
from linter.reporters.labels import count
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


class Recorded(NamedTuple):
    """What came of writing a baseline."""

    result: Result
    """The result without the findings that are in it."""
    sentence: Message | None = None
    """What was recorded, where, and what to do next; None where the file was left as it was."""
    notes: tuple[Message, ...] = ()
    refused: tuple[ConfigError, ...] = ()
    """Why it was not written."""


def stale_note(gone: int) -> Message:
    return Message(
        f"基线里有 {gone} 处已不存在，用 --write-baseline 改写即可去掉",
        f"Gone: {count(gone, 'finding')} of the baseline; --write-baseline drops what is gone",
    )


def write_baseline(
    result: Result, path: str, may_grow: bool, selector: RulesetSelector, walked: frozenset[str]
) -> Recorded:
    """Write a baseline of a result, unless it would grow and may not.

    What other runs wrote into it meanwhile stays. Raises ConfigError: the file cannot be read or written.
    """
    try:
        with locked(path):
            known = baseline_file.load(path) if os.path.exists(path) else None
            new = baseline.compare(result, known or {}, path, selector.judged).result
            grown = sum(len(file.findings) for file in new.files)
            if known is not None and grown and not may_grow:
                return Recorded(new, refused=(_growth_error(path, grown),))
            made = baseline.updated(result, known or {}, path, selector.judged, walked)
            atomic.replace(path, baseline_file.text(made).encode("utf-8", "backslashreplace"))
    except OSError as error:
        why = reason(error)
        raise ConfigError(f"无法写入基线 {path}：{why.zh}", f"cannot write {path}: {why.en}") from None
    left = baseline.compare(result, made, path, selector.judged).result
    return Recorded(left, _sentence(path, known, made), tuple(_failed_rule_notes(result)))


def _sentence(path: str, known: Baseline | None, made: Baseline) -> Message:
    """What was recorded, where, and what to do next."""
    now, files = baseline.size(made), sum(bool(each.entries) for each in made.values())
    was = Message("", "")
    if known is not None:
        before = baseline.size(known)
        was = Message(f"（原有 {before} 处）", f" (before: {before})")
    zh = f"已把现有的 {now} 处问题（{files} 个文件）记入基线 {path}{was.zh}"
    en = f"Recorded {count(now, 'finding')} of {count(files, 'file')} in the baseline {path}{was.en}"
    return Message(
        f"{zh}。以后检查时加 --baseline {path}，只报新出现的问题；基线文件请与稿件一起提交",
        f"{en}. From now on check with --baseline {path}, which reports only what is new; "
        "commit that file with the drafts",
    )


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


def _growth_error(path: str, grown: int) -> ConfigError:
    return ConfigError(
        f"基线 {path} 没有改写：有 {grown} 处新问题，见报告。请先改正，或加 --accept-new 一并收入",
        f"Baseline {path} not written: {count(grown, 'new finding')}, as reported. "
        "Fix what is new, or take it in with --accept-new",
    )
