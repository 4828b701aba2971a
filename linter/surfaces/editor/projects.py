"""The configuration and the rules for each file: those of `reportlint check`.

All that the language server knows of configurations is here.
"""

import os
from typing import NamedTuple

from linter import api
from linter.engine.judge import JudgedDraft
from linter.engine.selection import RulesetSelector, Selection
from linter.model.errors import RulesetError
from linter.model.rules import Rule
from linter.project import config
from linter.project.config import Configs
from linter.project.settings import Config
from linter.ruleset import library

WATCHED = (f"**/{config.NAME}", f"**/{config.SHARED_NAME}", "**/*.yaml", "**/*.yml")
"""The files by which drafts are judged: their changes concern every open draft."""


class Project(NamedTuple):
    """What holds for the drafts of one configuration."""

    config: Config
    selector: RulesetSelector

    def excludes(self, path: str) -> bool:
        """Whether the file at a path is not to be judged."""
        return config.excluded(self.config, path)

    def rules(self, judged: JudgedDraft) -> dict[str, Rule]:
        """The rules that judged a draft, by id."""
        if judged.choice is None:
            return {}
        return {rule.id: rule for rule in self.selector.prepared(judged.choice).ruleset.rules}


class Projects:
    """The projects of the open files. A configuration is read for each judgement, rules are kept.

    Not to be used by two threads at once.
    """

    def __init__(self) -> None:
        self._known: dict[Config, Project] = {}

    def of(self, path: str) -> Project:
        """The project of the file at a path.

        Raises ConfigError, RulesetError: what is wrong in its configuration or rule files.
        """
        found = Configs().of(path)
        if found not in self._known:
            self._known[found] = Project(found, _selector(found, path))
        return self._known[found]


def is_configuration(path: str, source: str) -> bool:
    """Whether a file is a configuration by its name; one that is shared, if it has our table."""
    name = os.path.basename(path)
    return name == config.NAME or (
        name == config.SHARED_NAME and config.may_have_table(source.encode("utf-8", "replace"))
    )


def require_sound(data: bytes, path: str) -> None:
    """Raises ConfigError, RulesetError: what is wrong in the content of the configuration at a path."""
    found = config.parsed(data, path)
    if found is None:
        return
    _selector(found, path)
    for name in found.ruleset_names:
        if name != api.AUTO:
            _require_ruleset(name, found.folder)


def _selector(found: Config, path: str) -> RulesetSelector:
    selector = RulesetSelector(Selection(), Configs(found))
    selector.require_sound([path])
    return selector


def _require_ruleset(name: str, folder: str) -> None:
    """Raises RulesetError for a ruleset that is unknown or wrong, without the places in its own file."""
    try:
        library.load(name, None, folder)
    except RulesetError as error:
        raise RulesetError(*error.text) from None
