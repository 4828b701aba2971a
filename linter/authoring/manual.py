"""What the checks, their options and the rules are, in words: for the terminal and the reference.

The manual page of a check is the docstring of its module, in Chinese its `MANUAL_ZH`. What an option
means stands beside it in the check's `Options`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from inspect import cleandoc
from types import UnionType
from typing import Any, Literal, NamedTuple, Union, get_args, get_origin

from linter.authoring.resolved import flow
from linter.checks import Pattern, SectionId, declared, module
from linter.language.schema import CheckName, Field, Id, fields
from linter.language.words import DEFAULT
from linter.model import Rule, Ruleset, Text
from linter.ruleset import Library, load


class Known(NamedTuple):
    """A rule, the set that defines it, and the sets that took it over."""

    rule: Rule
    home: Ruleset
    heirs: tuple[tuple[Ruleset, Rule], ...]
    """Each with the rule as it is there."""


def manual(check: str) -> Text:
    """The manual page of a check: paragraphs parted by blank lines."""
    found = module(check)
    english = cleandoc(found.__doc__ or "")
    return Text(cleandoc(getattr(found, "MANUAL_ZH", "")) or english, english)


def options(check: str) -> tuple[Field, ...]:
    """The options of a check."""
    return fields(module(check).Options)


def lists(group: str) -> tuple[Field, ...]:
    """The word lists of a group."""
    return fields(declared(group))


def word_file(group: str, language: str = DEFAULT) -> str:
    """The file that holds the words of a group, from the root of the project."""
    return f"rulesets/words/{language}/{group}.yaml"


def rulesets(found: Library) -> list[Ruleset]:
    """Every set of a library."""
    return [load(name, found) for name in found.paths]


def known(sets: Iterable[Ruleset]) -> Iterator[Known]:
    """Every rule of some sets, under the set that defines it: the one that inherits it from no other."""
    every = list(sets)
    rules = {each.id: {rule.id: rule for rule in each.rules} for each in every}
    for home in every:
        for rule in home.rules:
            if any(rule.id in rules.get(below, ()) for below in home.extends):
                continue
            heirs = [each for each in every if home.id in each.extends and rule.id in rules[each.id]]
            yield Known(rule, home, tuple((each, rules[each.id][rule.id]) for each in heirs))


def default(field: Field) -> str:
    """The default of an option as it would be written in a rule file; empty for none."""
    return "" if field.required or field.default is None else flow(field.kind, field.default)


_WORDS: dict[Any, Text] = {
    str: Text("文字", "text"),
    int: Text("整数", "whole number"),
    float: Text("数", "number"),
    bool: Text("true/false", "true/false"),
    Pattern: Text("正则", "pattern"),
    SectionId: Text("部分标识", "section id"),
    Id: Text("标识", "id"),
    CheckName: Text("检查名", "name of a check"),
    Text: Text("{zh, en}", "{zh, en}"),
    Any: Text("见下文", "see below"),
}


def kind(of: Any) -> Text:
    """What may be written for a kind of value."""
    inner = [each for each in get_args(of) if each is not Ellipsis]
    if get_origin(of) is Literal:
        return Text(*(" | ".join(inner),) * 2)
    if get_origin(of) is tuple:
        one = kind(inner[0])
        return Text(f"列表：{one.zh}", f"list: {one.en}")
    if get_origin(of) in (Union, UnionType):
        several = [kind(each) for each in inner]
        return Text(" 或 ".join(each.zh for each in several), " or ".join(each.en for each in several))
    if of not in _WORDS and hasattr(of, "_fields"):
        return Text(*("{" + ", ".join(field.key for field in fields(of)) + "}",) * 2)
    return _WORDS[of]
