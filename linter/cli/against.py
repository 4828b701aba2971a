"""The earlier reports that `--against` names: files and folders, or archives of such."""

import os
from collections.abc import Sequence
from contextlib import ExitStack
from typing import NamedTuple

from linter import api
from linter.archive.against import with_earlier
from linter.archive.database import is_archive
from linter.cli.archived import COMPARING, opened_archive
from linter.cli.results import shown_progress
from linter.cli.targets import find_targets
from linter.engine.selection import RulesetSelector
from linter.model.draft import Draft
from linter.model.errors import ConfigError
from linter.model.finding import Result
from linter.model.message import Message
from linter.project.config import Configs
from linter.project.files import identity, is_within
from linter.reporters import View
from linter.reporters.labels import error


class Sources(NamedTuple):
    """What drafts are held against."""

    drafts: list[Draft]
    """Reports that are to be read."""
    archives: list[str]
    """Files of archives."""


class Earlier(NamedTuple):
    """Earlier reports at hand."""

    result: Result | None
    """Those that were read; None where only archives are named."""
    archives: list[str]

    def compared(self, result: Result, view: View) -> Result:
        """A result with what of each file stands in them. Raises ConfigError."""
        with ExitStack() as stack:
            archives = [
                stack.enter_context(opened_archive(path, view, quiet=view.quiet)) for path in self.archives
            ]
            tick = stack.enter_context(shown_progress(view.lang, view.quiet, COMPARING))
            return with_earlier(result, self.result, archives, tick)


def apart(
    drafts: Sequence[Draft], named: Sequence[str], paths: Sequence[str], configs: Configs
) -> tuple[list[Draft], Sources]:
    """The drafts to check, and what is at `paths`.

    A file that both lead to belongs to the path nearer to it: of `check . --against 2024` those in 2024 are
    earlier reports. `named` are the paths of the drafts. Raises ConfigError: a path leads to nothing, or no
    report is left to compare with.
    """
    for path in paths:
        if not os.path.exists(path):
            raise ConfigError(
                f"--against：没有 {path} 这个文件或文件夹，请检查路径",
                f"--against: no file or folder {path}; check the path",
            )
    archives = list(filter(is_archive, paths))
    paths = [path for path in paths if path not in archives]
    if not paths:
        return list(drafts), Sources([], archives)
    found = find_targets(paths, configs, "", force_exclude=False).drafts
    checked = {
        identity(draft.name) for draft in drafts if _depth(draft.name, named) >= _depth(draft.name, paths)
    }
    earlier = [draft for draft in found if identity(draft.name) not in checked]
    if not earlier:
        raise ConfigError(
            f"--against：{'、'.join(paths)} 里没有可以对照的材料（正在检查的草稿不算）",
            f"--against: no report to compare with in {', '.join(paths)}, the drafts themselves left out",
        )
    return [draft for draft in drafts if identity(draft.name) in checked], Sources(earlier, archives)


def _depth(name: str, paths: Sequence[str]) -> int:
    """How near the nearest of some paths is to a file; -1 where none leads to it."""
    file = _real(name)
    roots = map(_real, paths)
    return max((len(root) for root in roots if is_within(file, root)), default=-1)


def _real(path: str) -> str:
    return os.path.normcase(os.path.realpath(path))


def read_earlier(
    sources: Sources, selector: RulesetSelector, jobs: int, lang: str, quiet: bool = False
) -> Earlier:
    """The earlier reports, read. Notes name those that cannot be read; where none can be, raises
    ConfigError.
    """
    drafts, archives = sources
    if not drafts:
        return Earlier(None, archives)
    with shown_progress(lang, quiet) as tick:
        result = api.check_many(drafts, selector, jobs=jobs, progress=tick, keep_text=True)
    notes = [_unread(file.path, error(file, View(lang))) for file in result.files if file.unreadable]
    if len(notes) == len(result.files) and not archives:
        raise ConfigError(f"--against：{notes[0].zh}", f"--against: {notes[0].en}")
    return Earlier(result._replace(notes=tuple(notes)), archives)


def _unread(path: str, why: str) -> Message:
    return Message(f"没有拿 {path} 对照：{why}", f"{path} was not compared with: {why}")
