"""The errors that reach the user, and the exit status of each."""

import errno
from collections.abc import Iterable
from functools import cache
from typing import Any, NamedTuple

from linter.model.finding import Crash
from linter.model.message import Message

OK = 0
FINDINGS = 1
USAGE = 2
BUG = 3
INTERRUPTED = 130


_REASONS = {
    errno.ENOENT: "没有这个文件或文件夹",
    errno.ENOTDIR: "路径中有一段不是文件夹",
    errno.EISDIR: "这是文件夹，不是文件",
    errno.EACCES: "没有权限",
    errno.EPERM: "系统不允许",
    errno.EROFS: "所在的磁盘是只读的",
    errno.ENOSPC: "磁盘已满",
    errno.ENAMETOOLONG: "文件名太长",
    errno.EIO: "磁盘读写出错",
    errno.EADDRINUSE: "端口已被占用",
    errno.EADDRNOTAVAIL: "这不是本机的地址",
}


def reason(error: OSError | ValueError) -> Message:
    """The cause of an error of the operating system, or of one of Python about a path, in words."""
    if isinstance(error, DiskError):
        return error.text
    if not isinstance(error, OSError):
        return Message("路径中有非法字符", "the path holds an illegal character")
    en = error.strerror or str(error)
    return Message(_REASONS.get(error.errno or 0, en), en)


class DiskError(OSError):
    """A file that this program does not touch, though the system might let it; `text` says why."""

    def __init__(self, number: int, path: str, text: Message) -> None:
        super().__init__(number, text.en, path)
        self.text = text


class BoundsError(DiskError):
    """A file that is not read, for it is too large or not a regular one: raised by `linter.bounded`."""


class WriteError(DiskError):
    """A file that is not written, for something could be lost: raised by `linter.writers.atomic`."""


class Problem(NamedTuple):
    """One thing wrong in a file that people write by hand, a rule file or the configuration."""

    path: str
    line: int
    column: int
    """Both 1-based; columns count code points."""
    zh: str
    en: str

    @property
    def text(self) -> Message:
        """What is wrong, without the place."""
        return Message(self.zh, self.en)


_NO_REST = Message("", "")


class ReportlintError(Exception):
    """An error that the user can put right. `text` says what is wrong, where, and what to do."""

    status = USAGE

    def __init__(self, zh: str, en: str, problems: tuple[Problem, ...] = ()) -> None:
        """`problems` are the places that `text` names, where it is about a file written by hand."""
        super().__init__(en)
        self.text = Message(zh, en)
        self.problems = problems

    def __reduce__(self) -> "tuple[type[ReportlintError], tuple[Any, ...]]":
        """Makes it picklable, for it must get out of a worker process."""
        return type(self), (*self.text, self.problems)


class UnreadableError(ReportlintError):
    """A file that cannot be read: the other files are still judged."""


class UnfixableError(ReportlintError):
    """A file that `--fix` cannot change: it is left as it is."""


class FixCrashError(UnfixableError):
    """A file that `--fix` cannot change because reportlint itself failed in it."""

    status = BUG


class ConfigError(ReportlintError):
    """Something wrong in the project's configuration or on the command line."""


def unwritable(path: str, error: OSError) -> ConfigError:
    """The error about a file that cannot be written."""
    why = reason(error)
    return ConfigError(f"无法写入 {path}：{why.zh}", f"cannot write {path}: {why.en}")


class RulesetError(ReportlintError):
    """One or more problems in rule files; `text` holds a line for each, which begins file:line:column."""


class CrashError(ReportlintError):
    """A failure of reportlint itself in one file or report: the others are still judged and written."""

    status = BUG

    def __init__(self, path: str, crash: Crash, rest: Message = _NO_REST) -> None:
        """`rest` is that of `crash_text`."""
        super().__init__(*crash_text(path, (crash,), rest))
        self.path = path
        self.crash = crash
        self.rest = rest

    def __reduce__(self) -> "tuple[type[CrashError], tuple[str, Crash, Message]]":
        """Makes it picklable, for it must get out of a worker process."""
        return type(self), (self.path, self.crash, self.rest)


class guarded:
    """Work on a file in which any exception that is no ReportlintError becomes a CrashError.

    Running out of memory or recursing too deeply counts as such an exception; Ctrl-C does not. `step` says
    what is being done, `rule` is the id of the rule that does it. A class, for every rule enters it for
    every file, and a generator takes ten times as long (`benchmarks/tricks.py`).
    """

    __slots__ = ("_path", "_rule", "_step")

    def __init__(self, path: str, step: Message, rule: str = "") -> None:
        self._path = path
        self._step = step
        self._rule = rule

    def __enter__(self) -> None:
        """Nothing is to be done before."""

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        """Raises CrashError."""
        if isinstance(error, Exception) and not isinstance(error, ReportlintError):
            raise CrashError(self._path, _crash(error, self._step, self._rule)) from None


def _crash(error: Exception, step: Message, rule: str) -> Crash:
    from traceback import format_exception

    trace = "".join(format_exception(error, limit=-_FRAMES))
    return Crash(step, rule, f"{type(error).__name__}, {raised_at(error)}", trace)


@cache
def guarded_rule(rule: str) -> guarded:
    """`guarded` for the work of one rule, named by its id, on whatever file: one value for all."""
    return guarded("", Message(f"规则 {rule} ", f"rule {rule}"), rule)


def raised_at(error: BaseException) -> str:
    """Where an exception was raised, as `module:line`: the innermost call in this package, else in any."""
    places = []
    trace = error.__traceback__
    while trace:
        places.append(f"{trace.tb_frame.f_globals.get('__name__', '?')}:{trace.tb_lineno}")
        trace = trace.tb_next
    ours = [place for place in places if place.startswith("linter.")]
    return (ours or places or ["?"])[-1]


def crash_text(path: str, crashes: Iterable[Crash], rest: Message = _NO_REST) -> Message:
    """The message about failures of the program in a file; `rest` says what happened to everything else.

    An empty path stands for work that is about no single file.
    """
    listed = list(crashes)
    zh = "；".join(f"{each.step.zh}出错（{each.error}）" for each in listed)
    en = "; ".join(f"{each.step.en} failed ({each.error})" for each in listed)
    said = Message(
        f"{zh}。这是 reportlint 自身的缺陷{rest.zh}。请把这条信息反馈给开发者",
        f"{en}. This is a fault of reportlint{rest.en}. Please report this message to its developers",
    )
    return said.about(path) if path else said


RULES_WENT_ON = Message("，其余规则和文件照常检查", "; all other rules and files were judged")
NOT_JUDGED = Message("，这个文件没有检查，其余文件不受影响", "; this file was not judged, all others were")
CUT_SHORT = Message("，标准输出上的内容不完整", "; what stands on standard output is incomplete")
NOT_WRITTEN = Message(
    "，这份报告没有写入，原来的文件没有动", "; this report was not written, what stood there was left"
)
"""For `rest` of `crash_text`."""
_FRAMES = 20
"""Calls that are kept of a traceback: one that recursed too deeply has a thousand."""
