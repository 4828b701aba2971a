"""The one family of errors that reach the user, and the exit status of each."""

from __future__ import annotations

import errno

from linter.model import Text

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
}


def reason(error: OSError) -> Text:
    """Why the system refused."""
    en = error.strerror or str(error)
    return Text(_REASONS.get(error.errno or 0, en), en)


class ReportlintError(Exception):
    """Something the user can mend. `text` says what is wrong, where, and what to do."""

    status = USAGE

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(en)
        self.text = Text(zh, en)

    def __reduce__(self) -> tuple[type[ReportlintError], Text]:
        """So that it can leave a worker process."""
        return type(self), self.text


class UnreadableError(ReportlintError):
    """A file that cannot be read: the other files are still judged."""


class UnfixableError(ReportlintError):
    """A file that suggestions cannot be carried out in: it is left as it is."""


class ConfigError(ReportlintError):
    """A mistake in the project's configuration or on the command line."""


class RulesetError(ReportlintError):
    """One or more mistakes in rule files; the text holds a line for each, as file:line:column."""
