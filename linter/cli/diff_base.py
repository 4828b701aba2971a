"""`reportlint check --diff-base REF`: of a result what changed since a commit."""

import os
from collections.abc import Sequence

from linter.cli.plain_tables import CheckOptions
from linter.engine import changed
from linter.model.draft import Draft
from linter.model.errors import ConfigError
from linter.model.finding import Result
from linter.project.base import base


def only_changed(result: Result, drafts: Sequence[Draft], ref: str, start: str) -> Result:
    """The findings in what changed since a commit of the repository around the path `start`.

    Raises ConfigError where there is no such commit or no repository.
    """
    folder = start if os.path.isdir(start) else os.path.dirname(start) or "."
    with base(ref, folder) as earlier:
        return changed.only_changed(result, drafts, earlier.before, ref)


def require_no_writing(options: CheckOptions) -> None:
    """Raises ConfigError for a run that fixes files or writes a baseline: it would do so with part of it."""
    if options.fix or options.diff or options.write_baseline or options.add_suppressions:
        raise ConfigError(
            "--diff-base 只挑出要报的问题，不能与 --fix、--diff、--write-baseline 一起用",
            "--diff-base picks what is reported; it does not go with --fix, --diff and --write-baseline",
        )
