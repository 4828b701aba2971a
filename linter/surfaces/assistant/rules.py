"""Rulesets and rules, as an assistant is told of them."""

from collections.abc import Iterable
from typing import Literal, cast

from linter.authoring.manual import defined_rules, find_rule
from linter.authoring.rule_page import rule_page
from linter.authoring.skeleton import required_sections, skeleton
from linter.model.levels import LevelOrOff
from linter.model.rules import Ruleset
from linter.ruleset import library
from linter.surfaces.assistant.answers import RuleAnswer, RulesetAnswer, RulesetsAnswer, SkeletonAnswer
from linter.writers import writer


class Rules:
    """The shipped rulesets and those that were named at the start."""

    def __init__(self, own: Iterable[Ruleset]) -> None:
        self._library = library.library()
        self._own = {each.id: each for each in own}

    def all(self, lang: str) -> RulesetsAnswer:
        """Every ruleset."""
        return {"rulesets": [_ruleset(each, lang) for each in self._every()]}

    def rule(self, name: str, ruleset: str, lang: str) -> RuleAnswer:
        """A rule as a ruleset has it, by default the one that defines it.

        Raises ConfigError for an unknown rule, RulesetError for an unknown ruleset.
        """
        sets = [self._load(ruleset)] if ruleset else self._every()
        defined = find_rule(name, defined_rules(sets))[0]
        rule = defined.rule
        return {
            "rule": rule.id,
            "ruleset": defined.ruleset.id,
            "check": rule.check,
            "level": cast(LevelOrOff, rule.level),
            "message": rule.message.say(lang),
            "why": rule.why.say(lang),
            "source": rule.source,
            "silent_on": list(rule.passes),
            "fires_on": list(rule.fails),
            "page": "\n".join(rule_page(rule, lang)).strip(),
        }

    def skeleton(self, ruleset: str, form: Literal["md", "txt"]) -> SkeletonAnswer:
        """A draft to be filled in. Raises RulesetError, ConfigError for a ruleset without sections."""
        text = writer(f".{form}")(skeleton(self._load(ruleset))).decode()
        return {"ruleset": ruleset, "format": form, "text": text}

    def _every(self) -> list[Ruleset]:
        shipped = [each for each in library.load_all(self._library) if each.id not in self._own]
        return [*self._own.values(), *shipped]

    def _load(self, name: str) -> Ruleset:
        return self._own.get(name) or library.load(name, self._library, None)


def _ruleset(ruleset: Ruleset, lang: str) -> RulesetAnswer:
    required = required_sections(ruleset)
    return {
        "ruleset": ruleset.id,
        "title": ruleset.title.say(lang),
        "source": ruleset.source,
        "extends": list(ruleset.extends),
        "rules": len(ruleset.rules),
        "sections": [
            {"section": each.id, "title": each.title.say(lang), "required": each.id in required}
            for each in ruleset.sections
        ],
        "has_skeleton": bool(required),
    }
