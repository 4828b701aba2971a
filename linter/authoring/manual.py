"""Descriptions of checks, options, word lists and rules: for the terminal and the reference.

The manual page of a check is the docstring of its module, in Chinese its `MANUAL_ZH`. What an option
means stands beside it in the check's `Options`; what a word list is for, above it in its file.
"""

from collections.abc import Iterable, Iterator
from inspect import cleandoc
from types import UnionType
from typing import Any, Literal, NamedTuple, Union, get_args, get_origin

from linter.authoring.resolved import flow
from linter.checks import module
from linter.model.errors import ConfigError
from linter.model.message import Message
from linter.model.rules import DEFAULT_LANGUAGE, Rule, Ruleset
from linter.schema.hints import hint
from linter.schema.types import Id, OneOf, Pattern, SectionId
from linter.schema.validate import Field, fields


class DefinedRule(NamedTuple):
    """A rule with the ruleset that defines it and those that inherit it."""

    rule: Rule
    ruleset: Ruleset
    """The one that defines it."""
    inherited_by: tuple[tuple[Ruleset, Rule], ...]
    """Each inheriting ruleset, with the rule as it is there."""


def manual(check: str) -> Message:
    """The manual page of a check: paragraphs parted by blank lines."""
    found = module(check)
    english = cleandoc(found.__doc__ or "")
    return Message(cleandoc(getattr(found, "MANUAL_ZH", "")) or english, english)


def options(check: str) -> tuple[Field, ...]:
    """The options of a check."""
    return fields(module(check).Options)


def word_file(group: str, language: str = DEFAULT_LANGUAGE) -> str:
    """The file that holds the words of a group, from the root of the project."""
    return f"rulesets/words/{language}/{group}.yaml"


def defined_rules(sets: Iterable[Ruleset]) -> Iterator[DefinedRule]:
    """Every rule of some rulesets, once: with the one that defines it, which inherits it from no other."""
    every = list(sets)
    rules = {each.id: {rule.id: rule for rule in each.rules} for each in every}
    for home in every:
        for rule in home.rules:
            if any(rule.id in rules.get(below, ()) for below in home.extends):
                continue
            inherited_by = [each for each in every if home.id in each.extends and rule.id in rules[each.id]]
            yield DefinedRule(rule, home, tuple((each, rules[each.id][rule.id]) for each in inherited_by))


def find_rule(name: str, every: Iterable[DefinedRule]) -> list[DefinedRule]:
    """The rules of an id, of which several rulesets may each define one. Raises ConfigError for none."""
    known = list(every)
    found = [defined for defined in known if defined.rule.id == name]
    if not found:
        advice = hint(name, dict.fromkeys(defined.rule.id for defined in known))
        raise ConfigError(f"没有规则“{name}”{advice.zh}", f"no rule '{name}'{advice.en}")
    return found


def value(field: Field) -> Message:
    """What may be written for a field, in words; of a number its bounds, too."""
    words = kind(field.kind)
    if field.within is None:
        return words
    least, most = (f"{bound:,}" for bound in field.within)
    return Message(f"{words.zh}，{least} 到 {most}", f"{words.en}, {least} to {most}")


def default(field: Field) -> str:
    """The default of an option as it would be written in a rule file; empty for none."""
    return "" if field.required or field.default is None else flow(field.kind, field.default)


_KIND_NAMES: dict[Any, Message] = {
    str: Message("文字", "text"),
    int: Message("整数", "whole number"),
    float: Message("数", "number"),
    bool: Message("true/false", "true/false"),
    Pattern: Message("正则", "pattern"),
    SectionId: Message("部分标识", "section id"),
    Id: Message("标识", "id"),
    Message: Message("{zh, en}", "{zh, en}"),
    Any: Message("见下文", "see below"),
}


def kind(of: Any) -> Message:
    """What may be written for a kind of value (see `linter.schema.validate`), in words."""
    inner = [each for each in get_args(of) if each is not Ellipsis]
    if isinstance(of, OneOf):
        return Message(f"{of.what.zh}的名称", f"name of a {of.what.en}")
    if get_origin(of) is Literal:
        return Message(*(" | ".join(inner),) * 2)
    if get_origin(of) is tuple:
        one = kind(inner[0])
        return Message(f"列表：{one.zh}", f"list: {one.en}")
    if get_origin(of) in (Union, UnionType):
        several = [kind(each) for each in inner]
        return Message(" 或 ".join(each.zh for each in several), " or ".join(each.en for each in several))
    if of not in _KIND_NAMES and hasattr(of, "_fields"):
        return Message(*("{" + ", ".join(field.key for field in fields(of)) + "}",) * 2)
    return _KIND_NAMES[of]
