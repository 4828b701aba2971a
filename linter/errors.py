"""The one family of errors that reach the user, and the exit status of each."""

from __future__ import annotations

from linter.model import Text

OK = 0
FINDINGS = 1
USAGE = 2
BUG = 3
INTERRUPTED = 130


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
