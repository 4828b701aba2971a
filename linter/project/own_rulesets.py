"""The rule files of a project that the globs of `rulesets` in its configuration name."""

import os
from collections.abc import Iterator

from linter.project.globs import fits
from linter.schema.file_names import is_rule_file

_WILD = frozenset("*?[")


def rule_files(folder: str, glob: str) -> list[str]:
    """The rule files that a glob names from the folder of the configuration, sorted.

    One that names a folder names the rule files in it and below. Hidden folders are not entered.
    """
    segments = [part for part in glob.strip("/").split("/") if part not in ("", ".")]
    fixed = next((at for at, part in enumerate(segments) if _WILD & set(part)), len(segments))
    start = os.path.normpath(os.path.join(folder, *segments[:fixed]))
    if os.path.isfile(start):
        return [start] if is_rule_file(start) else []
    depth = None if "**" in segments or fixed == len(segments) else len(segments) - fixed
    rest = "/" + "/".join(segments[fixed:]) if fixed < len(segments) else "/**"
    return sorted(path for path in _below(start, depth) if is_rule_file(path) and fits([rest], start, path))


def _below(folder: str, depth: int | None) -> Iterator[str]:
    """The files in a folder and, up to a depth, below it; None for any depth."""
    for path, folders, names in os.walk(folder):
        level = path[len(folder) :].count(os.sep) + 1
        folders[:] = [] if level == depth else [name for name in folders if not name.startswith(".")]
        yield from (os.path.join(path, name) for name in names)
