"""What may stand at `-o` already: an earlier report in that format, no draft. All else would be lost."""

import os
import stat
from collections.abc import Collection, Sequence

from linter import bounded
from linter.model.draft import Draft
from linter.model.errors import ConfigError
from linter.project.files import identity
from linter.reporters import is_earlier

_MAX_BYTES = 100 << 20
"""A larger file is taken for something else."""


def without_output(
    drafts: Sequence[Draft], named: Collection[str], path: str, form: str, force: bool
) -> list[Draft]:
    """The drafts but for an earlier report at `path` that a folder holds; those that are `named` stay.

    Raises ConfigError if the file at `path` is one of the drafts left, or, without `force`, no report in
    this format. What is no regular file (a device, a folder) or not there at all is left to the writing.
    """
    replaceable = _is_replaceable(path, form)
    if replaceable is None:
        return list(drafts)
    known = identity(path)
    left = [each for each in drafts if identity(each.name) != known or not replaceable or each.name in named]
    if any(identity(each.name) == known for each in left):
        raise ConfigError(
            f"{path} 是被检查的草稿，报告请另写一个文件名",
            f"{path} is a draft that was checked; name another file",
        )
    if not replaceable and not force:
        raise ConfigError(
            f"无法写入 {path}：已有的文件不是以前的 {form} 格式报告，没有改动。用 --force 覆盖，或另选文件名",
            f"cannot write {path}: the file there is no earlier report in format {form}, and was left alone; "
            "--force overwrites it, or name another",
        )
    return left


def _is_replaceable(path: str, form: str) -> bool | None:
    """Whether an existing file is empty or an earlier report; None where no regular file is known to be."""
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):
            return None
    except (OSError, ValueError):
        return None
    try:
        return is_earlier(form, bounded.read(path, _MAX_BYTES))
    except (OSError, ValueError):  # too large, no text, not to be read: not known to be a report
        return False
