"""Results that are written line by line, a line for each file of a list, by runs that may be interrupted.

Until the last line is there they stand in a file beside the one that was asked for, which is renamed then. A
later run goes on behind the last whole line, if that is of the same list.
"""

import json
import os
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress

from linter.model.errors import ConfigError, unwritable

_UNFINISHED = ".part"


def write(output: str, paths: Sequence[str], lines: Callable[[Sequence[str]], Iterable[str]]) -> int:
    """Write the line of each path to a file; `lines` gives those of some paths, in order.

    Gives the number of those that were there already. Raises ConfigError: the file cannot be written, or
    what an earlier run left belongs to another list.
    """
    unfinished = output + _UNFINISHED
    try:
        known, whole = _known(unfinished, paths)
        with open(unfinished, "r+b" if whole else "wb") as file:
            file.truncate(whole)
            file.seek(whole)
            for line in lines(paths[known:]):
                file.write(line.encode("utf-8", "backslashreplace") + b"\n")
                file.flush()
        os.replace(unfinished, output)
    except OSError as error:
        raise unwritable(output, error) from None
    return known


def _known(unfinished: str, paths: Sequence[str]) -> tuple[int, int]:
    """How many whole lines there are, and how many bytes they have. Raises ConfigError."""
    known = whole = 0
    with suppress(FileNotFoundError), open(unfinished, "rb") as file:
        for line in file:
            if not line.endswith(b"\n"):
                break
            if known == len(paths) or _path(line) != paths[known]:
                raise ConfigError(
                    f"{unfinished} 是另一份清单没有做完的结果，请删除它，或换一个 -o",
                    f"{unfinished} was left by a run over another list; delete it, or name another -o",
                )
            known += 1
            whole += len(line)
    return known, whole


def _path(line: bytes) -> object:
    """The path in a line; None where it is none of ours."""
    try:
        found = json.loads(line)
    except ValueError:
        return None
    return found.get("path") if isinstance(found, dict) else None
