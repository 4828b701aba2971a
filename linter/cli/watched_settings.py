"""The configurations of what `--watch` checks, and the rule files that they name: they may stand above the
folders that are watched, so it is by their times that a change is seen.
"""

import os
from collections.abc import Iterable, Iterator, Sequence

from linter.model.errors import ConfigError
from linter.project.config import NAME, SHARED_NAME, Configs, upwards
from linter.project.files import is_within

_Times = dict[str, tuple[int, int]]
"""Of each file that is there when it was written, in nanoseconds, and its size."""


class WatchedSettings:
    """What configures some targets, as it was when it was looked at last."""

    def __init__(self, targets: Sequence[str]) -> None:
        self._targets = targets
        self._times = self._look()

    def changed(self) -> set[str]:
        """The files that were written, made or deleted since the last call."""
        before, self._times = self._times, _times(self._paths)
        found = {path for path in self._paths if before.get(path) != self._times.get(path)}
        if found:
            self._times = self._look()  # the configuration may name other rule files now
        return found

    def _look(self) -> _Times:
        folders = [path for path in self._targets if os.path.isdir(path)]
        named = {path for target in self._targets for path in _settings_of(target)}
        self._paths = sorted(path for path in named if not any(is_below(path, each) for each in folders))
        return _times(self._paths)


def is_below(path: str, folder: str) -> bool:
    """Whether a path leads into a folder, links followed."""
    return is_within(os.path.realpath(path), os.path.realpath(folder))


def _settings_of(target: str) -> Iterator[str]:
    """The configurations that a target may have, there or not, and the rule files that its own names."""
    whole = os.path.abspath(target)
    for folder in upwards(whole if os.path.isdir(whole) else os.path.dirname(whole)):
        yield from (os.path.join(folder, name) for name in (NAME, SHARED_NAME))
    try:
        given = Configs().of(target)
    except ConfigError:
        return
    yield from given.own
    yield from (os.path.join(given.folder, name) for name in given.ruleset_names)


def _times(paths: Iterable[str]) -> _Times:
    found: _Times = {}
    for path in paths:
        try:
            about = os.stat(path)
        except (OSError, ValueError):
            continue
        found[path] = about.st_mtime_ns, about.st_size
    return found
