"""Which rules there are, and names of rules from the user: for one that names none the nearest is told."""

from collections.abc import Iterable, Sequence

from linter.engine.choice import Choice, changed, fits
from linter.engine.loaded_rulesets import LoadedRulesets
from linter.engine.selection import AUTO, Selection, named_rules
from linter.engine.suppressions import UNKNOWN, UNUSED
from linter.model.errors import ConfigError
from linter.model.rules import Rule
from linter.project.settings import Config


class KnownRules:
    """The rules that files of a run may be judged by."""

    def __init__(self, selection: Selection, loaded: LoadedRulesets) -> None:
        self._selection = selection
        self._loaded = loaded
        self._ids: dict[Config, set[str]] = {}

    def ids(self, given: Config) -> set[str]:
        """The ids of every rule in use and of every shipped rule; kept, for each file may ask for them."""
        if given not in self._ids:
            rules = [*self._in_use(given), *self._loaded.shipped_rules()]
            self._ids[given] = {rule.id for rule in rules}
        return self._ids[given]

    def require_sound(self, configs: Sequence[Config]) -> None:
        """Check names of rules on the command line and in configurations, and the options given there.

        Raises ConfigError, RulesetError.
        """
        in_use = {each: self._in_use(each) for each in configs}
        named = (*self._selection.select, *self._selection.ignore)
        where = "、".join(self._selection.rulesets) or AUTO
        _require(named, [rule for rules in in_use.values() for rule in rules], where)
        for each in configs:
            rules = [*in_use[each], *self._loaded.shipped_rules()]
            _require(named_rules(each), rules, each.path or "")
            choice = Choice((), changes=each.settings.rules, source=each.path or "")
            for rule in rules:
                changed(rule, choice)

    def _in_use(self, given: Config) -> list[Rule]:
        """Every rule of the rulesets that files of a configuration may be judged by."""
        asked = self._selection.rulesets
        named = self._loaded.rules(name for name in asked if name != AUTO)
        if asked and AUTO not in asked:
            return [UNKNOWN, UNUSED, *named]
        settings = given.settings
        configured = {*settings.ruleset, *(name for each in settings.paths for name in each.ruleset)} - {AUTO}
        paths = sorted(self._loaded.configured(name, given) for name in configured)
        own = self._loaded.rules([*paths, *given.own])
        return [UNKNOWN, UNUSED, *named, *own, *self._loaded.shipped_rules()]


def _require(names: Iterable[str], rules: Sequence[Rule], where: str) -> None:
    """Raises ConfigError for a name that fits none of the rules; `where` is what names it."""
    every = {each for rule in rules for each in (rule.id, rule.check, *rule.tags)}
    for name in names:
        if name not in every and not any(fits(name, rule) for rule in rules):
            from linter.schema.hints import hint

            advice = hint(name, sorted(every))
            raise ConfigError(
                f"{where}：没有规则“{name}”{advice.zh}", f"{where}: there is no rule '{name}'{advice.en}"
            )


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
