"""Names of rules and sections that the user gives: for one that names nothing the nearest is told."""

from collections.abc import Iterable, Sequence

from linter.engine.choice import Choice, changed, fits
from linter.model.errors import ConfigError
from linter.model.rules import Rule
from linter.project.settings import Config


def require_known_rules(names: Iterable[str], rules: Sequence[Rule], where: str) -> None:
    """Raises ConfigError for a name that fits none of the rules; `where` is what names it."""
    every = {each for rule in rules for each in (rule.id, rule.check, *rule.tags)}
    for name in names:
        if name not in every and not any(fits(name, rule) for rule in rules):
            from linter.schema.hints import hint

            advice = hint(name, sorted(every))
            raise ConfigError(
                f"{where}：没有规则“{name}”{advice.zh}", f"{where}: there is no rule '{name}'{advice.en}"
            )


def require_sound_changes(rules: Iterable[Rule], config: Config) -> None:
    """Raises ConfigError for options in a configuration that a rule which they are for does not have."""
    choice = Choice((), changes=config.settings.rules, source=config.path or "")
    for rule in rules:
        changed(rule, choice)


def require_known(zh: str, en: str, names: Iterable[str], ruleset: str, known: Sequence[str]) -> None:
    """Raises ConfigError for a name of a rule or section that the ruleset does not have."""
    for name in names:
        if name not in known:
            from linter.schema.hints import hint

            advice = hint(name, known)
            raise ConfigError(
                f"规则集 {ruleset} 没有{zh}“{name}”{advice.zh}",
                f"ruleset {ruleset} has no {en} '{name}'{advice.en}",
            )
