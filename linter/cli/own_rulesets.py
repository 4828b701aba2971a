"""The rule files that the configuration of the working directory names, known to commands by their ids."""

from linter.engine.loaded_rulesets import LoadedRulesets
from linter.model.rules import Ruleset
from linter.project.config import Configs
from linter.ruleset.library import Library, load, load_all


def located(name: str) -> str:
    """The name of a ruleset for `library.load`: of an own rule file that has it as its id the path.

    Raises ConfigError, RulesetError: the configuration or an own file has mistakes.
    """
    return LoadedRulesets({}, files=True).own_path(name, Configs().of("."))


def every_ruleset(found: Library) -> list[Ruleset]:
    """The rulesets of a library, then the own ones. Raises ConfigError, RulesetError."""
    return [*load_all(found), *(load(path, found) for path in Configs().of(".").own)]
