"""The keys and values that a rule file may have at a place, from the types that it is checked by."""

import re
from collections.abc import Iterable
from functools import cache
from typing import Any, Literal, get_args, get_origin

from linter.checks import CHECKS, module
from linter.model.message import Message
from linter.model.rules import Ruleset
from linter.ruleset import library, word_lists
from linter.ruleset.rulefile import RuleEntry, RuleFile, SectionEntry
from linter.schema.types import OneOf, SectionId
from linter.schema.validate import Field, fields
from linter.surfaces.editor.rule_cursor import Cursor, Level


def keys(cursor: Cursor, source: str) -> list[Field]:
    """The keys that may be written at a place of a rule file, without those that are there."""
    shape = _shape_at(cursor, source)
    given = cursor.levels[-1].values
    return [field for field in fields(shape) if field.key not in given] if shape else []


def key_at(cursor: Cursor, source: str) -> Field | None:
    """The key whose value a place is in, or whose name ends there."""
    shape = _shape_at(cursor, source)
    name = cursor.levels[-1].key or cursor.word.rstrip(":")
    return next((field for field in fields(shape) if field.key == name), None) if shape else None


def values(cursor: Cursor, source: str) -> list[str]:
    """The values that may be written for the key at a place; empty for free text."""
    shape = _shape_at(cursor, source)
    field = key_at(cursor, source)
    if field is None:
        return []
    if shape is RuleFile and field.key == "extends":
        return list(library.library().paths)
    if field.key == "id" and shape in (RuleEntry, SectionEntry):
        below = _extended(source)
        return [each.id for each in (below.rules if shape is RuleEntry else below.sections)]
    return list(_choices(_element(field.kind), source))


def _shape_at(cursor: Cursor, source: str) -> Any:
    """The named tuple that describes the mapping at a place; None where there is none."""
    shape: Any = RuleFile
    for level in cursor.levels[:-1]:
        if shape is RuleEntry and level.key == "with":
            shape = _options(level, source)
        elif shape is RuleFile and level.key == "words":
            shape = word_lists.shape()
        else:
            field = next((each for each in fields(shape) if each.key == level.key), None)
            shape = _element(field.kind) if field else None
        if not hasattr(shape, "_fields"):
            return None
    return shape


def _element(kind: Any) -> Any:
    """The kind of the items of a list; any other kind as it is."""
    return get_args(kind)[0] if get_origin(kind) is tuple else kind


def _options(entry: Level, source: str) -> Any:
    """The options of the check of a rule: the one that it names, or that of the rule it changes."""
    check = entry.values.get("check") or next(
        (rule.check for rule in _extended(source).rules if rule.id == entry.values.get("id")), ""
    )
    return module(check).Options if check in CHECKS else None


def _choices(kind: Any, source: str) -> Iterable[str]:
    if get_origin(kind) is Literal:
        return [str(each) for each in get_args(kind)]
    if isinstance(kind, OneOf):
        return kind.names()
    if kind is SectionId:
        own = re.findall(r"(?m)^ *- *\{? *id: *([\w-]+)", source.partition("\nrules:")[0])
        return dict.fromkeys([*own, *(each.id for each in _extended(source).sections)])
    return ("true", "false") if kind is bool else ()


def _extended(source: str) -> Ruleset:
    """The shipped rulesets that a rule file extends, joined; an empty one where it names none."""
    found = re.search(r"(?m)^extends:((?:.*\n(?: *-.*(?:\n|$))*)|.*$)", source)
    return _joined(tuple(re.findall(r"[\w-]+", found[1]) if found else ()))


@cache
def _joined(names: tuple[str, ...]) -> Ruleset:
    known = library.library()
    sets = [library.load(name, known) for name in names if name in known.paths]
    sections = {terms.id: terms for each in sets for terms in each.sections}
    rules = {rule.id: rule for each in sets for rule in each.rules}
    return Ruleset("", Message("", ""), sections=tuple(sections.values()), rules=tuple(rules.values()))
