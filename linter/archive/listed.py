"""The files named in a list: a text with a path a line, or a table (CSV) with a column of paths."""

import csv
import os
from io import StringIO

from linter import bounded
from linter.model.errors import ConfigError, reason
from linter.readers.support.encoding import decode

MAX_BYTES = 1 << 30
"""A larger list is refused unread: ten million paths have less."""
_HEAD = "path"
"""The column of paths; in a table without it the first one, from its first row on."""


def paths(file: str) -> list[str]:
    """The paths in a list, in its order, as they stand there; empty lines and cells are left out.

    Its encoding is found out, as that of a draft is. Raises ConfigError: it cannot be read.
    """
    try:
        text = decode(bounded.read(file, MAX_BYTES, pipe=True)).text
    except (OSError, ValueError) as error:
        why = reason(error)
        raise ConfigError(
            f"无法读取清单 {file}：{why.zh}", f"cannot read the list {file}: {why.en}"
        ) from None
    found = _column(text) if os.path.splitext(file)[1].lower() == ".csv" else text.splitlines()
    return [path.strip() for path in found if path.strip()]


def _column(text: str) -> list[str]:
    rows = [row for row in csv.reader(StringIO(text, newline="")) if row]
    heads = [head.strip().lower() for head in rows[0]] if rows else []
    at = heads.index(_HEAD) if _HEAD in heads else 0
    return [row[at] for row in rows[_HEAD in heads :] if at < len(row)]
