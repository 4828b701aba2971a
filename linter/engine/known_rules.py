"""Which rules there are, and names of rules from the user: for one that names none the nearest is told."""

from collections.abc import Collection, Iterable, Sequence

from linter.engine.choice import AUTO, Choice, changed, fits
from linter.engine.loaded_rulesets import LoadedRulesets
from linter.engine.suppressions import UNKNOWN, UNUSED
from linter.model.errors import ConfigError
from linter.model.message import Message
from linter.model.rules import Rule
from linter.project.settings import Config


class KnownRules:
    """The rules that files of a run may be judged by."""

    def __init__(self, asked: Sequence[str], named: Sequence[str], loaded: LoadedRulesets) -> None:
        """`asked` are the rulesets and `named` the rules that the command line names."""
        self._asked = asked
        self._named = named
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
        where = "、".join(self._asked)
        self._require(self._named, [rule for rules in in_use.values() for rule in rules], where)
        for each in configs:
            rules = [*in_use[each], *self._loaded.shipped_rules()]
            self._require(each.rule_names, rules, each.path or "")
            choice = Choice((), changes=each.settings.rules, source=each.path or "")
            for rule in rules:
                changed(rule, choice)

    def _require(self, names: Iterable[str], rules: Sequence[Rule], where: str) -> None:
        """Raises ConfigError for a name that fits none of the rules; `where` is what names it."""
        every = {each for rule in rules for each in (rule.id, rule.check, *rule.tags)}
        for name in names:
            if name not in every and not any(fits(name, rule) for rule in rules):
                advice = self._of_ruleset(name) or self._elsewhere(name) or _near(name, every)
                zh, en = (f"{where}：", f"{where}: ") if where else ("", "")
                raise ConfigError(
                    f"{zh}没有规则“{name}”{advice.zh}", f"{en}there is no rule '{name}'{advice.en}"
                )

    def _of_ruleset(self, name: str) -> Message | None:
        """What to write in place of a name that is a shipped ruleset's; None where it is none."""
        if name not in self._loaded.library.paths:
            return None
        from linter.schema.hints import listed

        zh, en = listed([rule.id for rule in self._loaded.one(name).rules])
        return Message(
            f"，这是规则集的名称：只按它检查，用 --ruleset {name}；它的规则是 {zh}",
            f"; that is a ruleset: --ruleset {name} judges by it alone, its rules are {en}",
        )

    def _elsewhere(self, name: str) -> Message | None:
        """What to add for a name that fits rules of a shipped ruleset that is not in use; None where it fits
        none.
        """
        sizes = {
            id: len(self._loaded.one(id).rules)
            for id in self._loaded.library.paths
            if any(fits(name, rule) for rule in self._loaded.one(id).rules)
        }
        if not sizes:
            return None
        home = min(sizes, key=lambda id: (sizes[id], id))
        return Message(
            f"，规则集 {home} 里才有：要用它，加 --ruleset {home}",
            f", only in ruleset {home}: to use it, add --ruleset {home}",
        )

    def _in_use(self, given: Config) -> list[Rule]:
        """Every rule of the rulesets that files of a configuration may be judged by."""
        named = self._loaded.rules(name for name in self._asked if name != AUTO)
        if self._asked and AUTO not in self._asked:
            return [UNKNOWN, UNUSED, *named]
        settings = given.settings
        configured = {*settings.ruleset, *(name for each in settings.paths for name in each.ruleset)} - {AUTO}
        paths = sorted(self._loaded.configured(name, given) for name in configured)
        own = self._loaded.rules([*paths, *given.own])
        return [UNKNOWN, UNUSED, *named, *own, *self._loaded.shipped_rules()]


def _near(name: str, every: Collection[str]) -> Message:
    """The names that the user may have meant: those that have his as a word, with a glob, or the nearest."""
    from linter.schema.hints import hint, with_part

    nearest = hint(name, sorted(every))
    part, longer = with_part(name, every)
    if len(longer) < 2:
        return nearest
    glob = f"{part}-*" if longer[0].startswith(f"{part}-") else f"*-{part}*"
    return Message(f"{nearest.zh}。都要，写 {glob}", f"{nearest.en}. {glob} names them all")


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
