"""The configuration and the rules for each file: those of `reportlint check`, kept until they change."""

import os
from typing import NamedTuple

from linter.engine.selection import RulesetSelector, Selection
from linter.project import config
from linter.project.config import Config


class Project(NamedTuple):
    """What holds for the drafts of one configuration."""

    config: Config
    selector: RulesetSelector


_Stamp = tuple[int, int]


class Projects:
    """The projects of the open files, each made once, and anew when its configuration changed on the disk.

    Not to be used by two threads at once.
    """

    def __init__(self) -> None:
        self._known: dict[str | None, tuple[_Stamp, Project]] = {}

    def of(self, path: str) -> Project:
        """The project of the file at a path. Raises what `config.load` and RulesetSelector raise."""
        found = config.find(path)
        stamp = _stamp(found)
        if found not in self._known or self._known[found][0] != stamp:
            settings = config.load(found, path) if found else Config()
            self._known[found] = (stamp, Project(settings, RulesetSelector(Selection(), settings)))
        return self._known[found][1]

    def forget(self) -> None:
        """Make every project anew when it is asked for next: a rule file may have changed."""
        self._known.clear()


def _stamp(path: str | None) -> _Stamp:
    """The time of change and the size of a file; zeros where there is none."""
    try:
        found = os.stat(path) if path else None
    except OSError:
        return 0, 0
    return (found.st_mtime_ns, found.st_size) if found else (0, 0)
