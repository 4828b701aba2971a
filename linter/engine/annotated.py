"""Judge a draft and write the answer, never over anything by accident."""

from __future__ import annotations

import os
from datetime import datetime
from typing import NamedTuple

from linter import readers
from linter.annotate import AnnotatedFile, Options, annotate
from linter.engine.run import Task, judge
from linter.engine.selection import RulesetSelector
from linter.model.errors import ConfigError, CrashError, UnreadableError, guarded
from linter.model.message import Message
from linter.writers import atomic

_NAMES = {"zh": "批注", "en": "reviewed"}


class Target(NamedTuple):
    """Where the answer goes."""

    path: str | None
    """None for a name made from the draft's."""
    in_place: bool
    force: bool
    """An existing file may be replaced."""


class Answer(NamedTuple):
    """What to tell the user."""

    said: tuple[Message, ...]
    error: Message | None
    """Which rules failed, so that the answer does not hold all there is: a fault of the program."""


def run(path: str, selector: RulesetSelector, target: Target, suggest: bool, lang: str) -> Answer:
    """Judge a draft and write the answer.

    Raises UnreadableError: the draft cannot be read. ConfigError: the answer cannot be written so.
    CrashError: the program fails in the draft.
    """
    if target.path and target.in_place:
        raise ConfigError("-o 与 --in-place 只能选一个", "-o and --in-place exclude each other")
    data = readers.load(path)
    done = judge(selector, Task(path, path, data))
    file = done.judged.result
    if file.error and not file.ruleset:
        raise CrashError(path, file.crashes[0]) if file.crashes else UnreadableError(*file.error)
    rules = {rule.id: rule for rule in selector.prepared(done.names).ruleset.rules}
    options = Options(lang, datetime.now().strftime("%Y-%m-%dT%H:%M:%SZ"), suggest)
    with guarded(path, Message("写批注", "writing the comments")):
        answer = annotate(path, data, file, rules, options)
    output = _output(path, target, answer, readers.sniff(path, data) == "docx", lang)
    try:
        atomic.replace(output, answer.data)
    except OSError as error:
        reason = error.strerror or str(error)
        raise ConfigError(f"无法写入 {output}：{reason}", f"cannot write {output}: {reason}") from None
    return Answer((_summary(output, answer), *answer.notes), file.error)


def _output(path: str, target: Target, answer: AnnotatedFile, is_word: bool, lang: str) -> str:
    """Where to write. Raises ConfigError: there is something, or Word would not open it there."""
    if target.in_place:
        if not is_word or answer.voids_signature:
            raise ConfigError(
                f"{path}：不是 Word 文档或有数字签名，不能就地批注。请用 -o 写到新文件",
                f"{path}: no Word file, or signed, so nothing is written into it; use -o",
            )
        return path
    stem = os.path.splitext(path)[0]
    output = target.path or f"{stem}-{_NAMES[lang]}{answer.suffix}"
    if os.path.splitext(output)[1].lower() != answer.suffix:
        raise ConfigError(
            f"{output}：扩展名应为 {answer.suffix}，否则 Word 打不开",
            f"{output}: must be named {answer.suffix}, or Word will not open it",
        )
    if os.path.exists(output) and not (target.force and not _is_same(output, path)):
        raise ConfigError(
            f"{output} 已存在，没有改动。用 --force 覆盖，或用 -o 另选名称",
            f"{output} exists and was left alone; --force overwrites it, -o names another",
        )
    return output


def _is_same(one: str, other: str) -> bool:
    return os.path.samefile(one, other)


def _summary(output: str, answer: AnnotatedFile) -> Message:
    zh, en = f"已写入 {output}：批注 {answer.comments} 处", f"Wrote {output}: {answer.comments} comments"
    if answer.changes:
        zh, en = f"{zh}，修订 {answer.changes} 处", f"{en}, {answer.changes} tracked changes"
    return Message(zh, en)
