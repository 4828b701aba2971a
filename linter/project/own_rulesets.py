"""The rule files of a project that the globs of `rulesets` in its configuration name."""

import os
from collections.abc import Iterator

from linter.project.globs import fits
from linter.schema.file_names import is_rule_file

_WILD = frozenset("*?[")
_MOST = 20_000
"""Files and folders that are looked at for all globs together: a glob can name the whole disk."""


class TooManyFilesError(Exception):
    """The globs have too much to look at."""


class RuleFiles:
    """Looks for the rule files of one configuration, whose folder the globs are relative to."""

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self._seen = 0

    def named(self, glob: str) -> list[str]:
        """The rule files that a glob names, sorted; of a folder those in it and below, but in hidden ones.

        Raises TooManyFilesError.
        """
        segments = [part for part in glob.strip("/").split("/") if part not in ("", ".")]
        fixed = next((at for at, part in enumerate(segments) if _WILD & set(part)), len(segments))
        start = os.path.normpath(os.path.join(self._folder, *segments[:fixed]))
        if os.path.isfile(start):
            return [start] if is_rule_file(start) else []
        rest = "/".join(segments[fixed:]) or "**"
        depth = None if "**" in rest else rest.count("/") + 1
        found = (path for path in self._below(start, depth) if is_rule_file(path))
        return sorted(path for path in found if fits([f"/{rest}"], start, path))

    def _below(self, folder: str, depth: int | None) -> Iterator[str]:
        """The files in a folder and, up to a depth, below it; None for any depth."""
        for path, folders, names in os.walk(folder):
            self._seen += len(folders) + len(names) + 1
            if self._seen > _MOST:
                raise TooManyFilesError
            level = path[len(folder) :].count(os.sep) + 1
            folders[:] = [] if level == depth else [name for name in folders if not name.startswith(".")]
            yield from (os.path.join(path, name) for name in names)
