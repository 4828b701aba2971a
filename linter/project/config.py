"""The project's configuration: for each draft the nearest `reportlint.toml`, or `pyproject.toml` with a table
`[tool.reportlint]`.

It is looked for in the folder of the draft and upwards, up to the folder that holds `.git` or the root of
the file system; the first one found is the whole configuration. Globs and paths in it are relative to its
folder. Without such a file nothing of TOML is loaded.
"""

import os
import re
from collections.abc import Iterator

from linter import bounded
from linter.model.errors import ConfigError, reason
from linter.project.globs import fits
from linter.project.settings import Config, PathRules

NAME = "reportlint.toml"
SHARED_NAME = "pyproject.toml"
_TABLE = rb"(?m)^(?:\xef\xbb\xbf)?[ \t]*\[*[ \t]*[\"']?tool[\"']?[ \t]*(?:\.[ \t]*[\"']?reportlint|[\]=])"
"""What stands in a shared file that may have the table, in whatever way TOML lets it be written."""
MAX_BYTES = 1 << 20
"""A larger configuration is refused unread."""


class Configs:
    """The configurations of a run: one for all drafts, or the nearest one of each; each file is read once."""

    def __init__(self, everywhere: Config | None = None) -> None:
        """`everywhere` is the configuration of all drafts; None: the nearest file of each."""
        self._everywhere = everywhere
        self._known: dict[str, Config] = {}  # by path as it was given, and of folders by their whole paths

    def of(self, path: str) -> Config:
        """The configuration of a draft, or of what is in a folder.

        Raises ConfigError with every problem in the file; or if the working directory is gone.
        """
        if self._everywhere is not None:
            return self._everywhere
        if path not in self._known:
            whole = _absolute(path)
            self._known[path] = self._nearest(whole if os.path.isdir(whole) else os.path.dirname(whole))
        return self._known[path]

    def __reduce__(self) -> "tuple[type[Configs], tuple[Config | None]]":
        """Pickled for worker processes without what was read: a run may have thousands of folders."""
        return type(self), (self._everywhere,)

    def _nearest(self, folder: str) -> Config:
        """The configuration of a folder. A file that the configuration above it excludes does not count."""
        new = []
        above = Config()
        for each in upwards(folder):
            if each in self._known:
                above = self._known[each]
                break
            new.append(each)
        for each in reversed(new):
            above = _in_folder(each, above) or above
            self._known[each] = above
        return above


def upwards(folder: str) -> Iterator[str]:
    """A folder and those above it, up to the one of its repository; where it is in none, to the last."""
    while True:
        yield folder
        above = os.path.dirname(folder)
        if above == folder or is_root(folder):
            return
        folder = above


def is_root(folder: str) -> bool:
    """Whether a folder is the one of a repository."""
    return os.path.lexists(os.path.join(folder, ".git"))


def load(path: str) -> Config:
    """The configuration in a file. Raises ConfigError with every problem in the file."""
    found = parsed(_bytes(path), path)
    if found is None:
        raise ConfigError(f"{path}：没有 [tool.reportlint]", f"{path}: there is no [tool.reportlint]")
    return found


def _in_folder(folder: str, above: Config) -> Config | None:
    """The configuration that stands in a folder itself; None if there is none, or the one above it excludes
    it: then it is not read, whatever is wrong with it.
    """
    path = os.path.join(folder, NAME)
    if os.path.lexists(path) and not os.path.isdir(path):  # a pipe or dead link is an error
        return None if excluded(above, path) else load(path)
    shared = os.path.join(folder, SHARED_NAME)
    if not os.path.isfile(shared) or excluded(above, shared):
        return None
    data = _bytes(shared)
    return parsed(data, shared) if may_have_table(data) else None


def may_have_table(data: bytes) -> bool:
    """Whether the content of a shared file may have our table. Others are not parsed: they are not ours."""
    return bool(re.search(_TABLE, data))


def parsed(data: bytes, path: str) -> Config | None:
    """The configuration in the content of the file at a path; None for a shared file without our table.

    Raises ConfigError with every problem in it.
    """
    from linter.project.config_file import read

    return read(data, path, ("tool", "reportlint") if os.path.basename(path) == SHARED_NAME else ())


def _bytes(path: str) -> bytes:
    try:
        return bounded.read(path, MAX_BYTES)
    except OSError as error:
        why = reason(error)
        raise ConfigError(f"无法读取配置 {path}：{why.zh}", f"cannot read {path}: {why.en}") from None


def _absolute(path: str) -> str:
    try:
        return os.path.abspath(path)
    except FileNotFoundError:
        raise ConfigError(
            "当前文件夹已被删除，请换一个文件夹再运行",
            "the working directory has been deleted; change to another one",
        ) from None


def ruleset_for(config: Config, path: str) -> tuple[str, ...]:
    """The rulesets that a file is judged by: of the last `[[paths]]` that fits it and names some, or the
    general ones. Empty when the configuration names none.
    """
    named = [each.ruleset for each in _fitting(config, path) if each.ruleset]
    return tuple(named[-1] if named else config.settings.ruleset)


def period_for(config: Config, path: str) -> str:
    """The period that a file must be about: of the last `[[paths]]` that fits it and names one, or the
    general one. Empty when the configuration names none.
    """
    named = [each.period for each in _fitting(config, path) if each.period]
    return named[-1] if named else config.settings.period


def _fitting(config: Config, path: str) -> list[PathRules]:
    """The `[[paths]]` that fit a file, in their order."""
    return [each for each in config.settings.paths if fits(each.match, config.folder, path)]


def excluded(config: Config, path: str) -> bool:
    """Whether `exclude` leaves a file or folder out."""
    return fits(config.settings.exclude, config.folder, path)
