"""What a draft is judged by: rulesets by name, which of their rules, and what is changed in these."""

from collections.abc import Iterable
from typing import NamedTuple

from linter.model.errors import ConfigError
from linter.model.rules import Rule
from linter.project.globs import compiled
from linter.project.settings import RuleSettings
from linter.text.patterns import PatternError

AUTO = "auto"
"""The name that stands for the rulesets that fit the titles of a draft."""


class RuleFilter(NamedTuple):
    """Which rules are used. Of two names that fit a rule its id goes before the others, `ignore` before
    `select`: `select = leftover-mask`, `ignore = leftover-*` leaves that one rule.
    """

    select: tuple[str, ...] = ()
    """Ids, globs, names of checks or tags; empty for all rules."""
    ignore: tuple[str, ...] = ()

    def wants(self, rule: Rule) -> bool:
        """Whether a rule is used."""
        ignored = _rank(self.ignore, rule)
        return _rank(self.select, rule) > ignored if self.select else not ignored


class Choice(NamedTuple):
    """What a document is judged by. Equal choices are prepared once."""

    names: tuple[str, ...]
    """Ids or paths of rulesets."""
    filter: RuleFilter = RuleFilter()
    changes: tuple[RuleSettings, ...] = ()
    """Other levels and options, those of the draft's configuration that fit its path."""
    source: str = ""
    """The file that the changes come from."""


def fits(name: str, rule: Rule) -> bool:
    """Whether a name of `select` or the like is about a rule: its id, a glob of it, its check or a tag.

    Raises ConfigError: no glob is written like that.
    """
    if name in (rule.id, rule.check, *rule.tags):
        return True
    if not any(sign in name for sign in "*?["):
        return False
    try:
        return bool(compiled(name).fullmatch(rule.id))
    except PatternError as error:
        from linter.schema.pattern_reasons import why

        zh, en = why(error)
        raise ConfigError(f"通配“{name}”不成立：{zh}", f"bad glob '{name}': {en}") from None


def _rank(names: Iterable[str], rule: Rule) -> int:
    """How closely a rule is named: 2 by its id, 1 with others, 0 not at all."""
    return max((2 if name == rule.id else 1 for name in names if fits(name, rule)), default=0)


def changed(rule: Rule, choice: Choice) -> Rule:
    """A rule with the levels and options that the configuration gives it; later ones win.

    Raises ConfigError with every problem of the options.
    """
    fitting = [each for each in choice.changes if any(fits(name, rule) for name in each.rule)]
    for each in fitting:
        rule = rule._replace(level=each.level or rule.level)
        if each.options is not None:
            rule = rule._replace(options=_options(rule, each, choice.source), needs=())
    return rule


def _options(rule: Rule, change: RuleSettings, source: str) -> dict[str, object]:
    from linter.ruleset.rule_options import given_options
    from linter.schema.validate import ProblemLog, problems_error

    log = ProblemLog(source)
    options = given_options(change.options, rule.check, rule.options, rule.words, log)
    if log.problems:
        raise problems_error(log.problems, ConfigError)
    return options
