"""The earlier reports that `--against` names."""

from collections.abc import Sequence

from linter import api
from linter.cli.results import shown_progress
from linter.cli.targets import find_targets
from linter.engine.selection import RulesetSelector
from linter.model.draft import Draft
from linter.model.errors import ConfigError
from linter.model.finding import Result
from linter.model.message import Message
from linter.project.config import Configs
from linter.project.files import identity
from linter.reporters import View
from linter.reporters.labels import error


def earlier_reports(
    paths: Sequence[str],
    drafts: Sequence[Draft],
    configs: Configs,
    selector: RulesetSelector,
    jobs: int,
    lang: str,
    quiet: bool = False,
) -> Result:
    """What is read of the reports at paths; the drafts that are checked are not among them.

    Its notes name the files that cannot be read. Raises ConfigError where no report is left to compare with.
    """
    checked = {identity(draft.name) for draft in drafts}
    found = find_targets(paths, configs, "", force_exclude=False).drafts
    with shown_progress(lang, quiet) as tick:
        result = api.check_many(
            [draft for draft in found if identity(draft.name) not in checked],
            selector,
            jobs=jobs,
            progress=tick,
            keep_text=True,
        )
    unread = [file for file in result.files if file.unreadable]
    if len(unread) == len(result.files):
        raise ConfigError(
            f"--against：{'、'.join(paths)} 里没有可以对照的材料（正在检查的草稿不算）",
            f"--against: no report to compare with in {', '.join(paths)}, the drafts themselves left out",
        )
    return result._replace(notes=tuple(_unread(file.path, error(file, View(lang))) for file in unread))


def _unread(path: str, why: str) -> Message:
    return Message(f"没有拿 {path} 对照：{why}", f"{path} was not compared with: {why}")
