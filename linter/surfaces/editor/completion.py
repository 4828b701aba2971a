"""What may be written at a place of a rule file or of the configuration."""

import re
from collections.abc import Iterable, Sequence
from typing import Any, Literal, get_args, get_origin

from lsprotocol.types import CompletionItem, CompletionItemKind

from linter.authoring.manual import kind as kind_name
from linter.authoring.manual import manual
from linter.checks import CHECKS
from linter.engine.selection import AUTO
from linter.model.message import Message
from linter.project.config import PathRules, Settings
from linter.ruleset import library
from linter.schema.validate import Field, fields
from linter.surfaces.editor.rule_cursor import cursor
from linter.surfaces.editor.rule_keys import key_at, keys, values


def in_rules(lines: Sequence[str], line: int, before: str, source: str, lang: str) -> list[CompletionItem]:
    """What may be written in a rule file, at a place as `rule_cursor.cursor` takes it."""
    place = cursor(lines, line, before)
    if place.levels[-1].key is None:
        return [_key(field, ": ", lang) for field in keys(place, source)]
    field = key_at(place, source)
    return [_value(each, field, lang) for each in values(place, source)]


def in_configuration(lines: Sequence[str], line: int, before: str, lang: str) -> list[CompletionItem]:
    """What may be written in a configuration."""
    tables = [each.strip() for each in lines[:line] if each.lstrip().startswith("[")]
    shape: Any = PathRules if tables and tables[-1].startswith("[[paths]]") else Settings
    name, equals, value = before.partition("=")
    if not equals:
        return [_key(field, " = ", lang) for field in fields(shape) if field.key != "paths"]
    field = next((each for each in fields(shape) if each.key == name.strip()), None)
    quote = "" if re.search(r"\"[^\",\]]*$", value) else '"'
    return [_value(f"{quote}{each}{quote}", field, lang) for each in _configured(field)]


def _configured(field: Field | None) -> Iterable[str]:
    """The values of a key of the configuration."""
    if field is None:
        return ()
    known = library.library()
    if field.key == "ruleset":
        return (AUTO, *known.paths)
    if field.key in ("select", "ignore"):
        return dict.fromkeys(rule.id for name in known.paths for rule in library.load(name, known).rules)
    return map(str, get_args(field.kind)) if get_origin(field.kind) is Literal else ()


def _key(field: Field, behind: str, lang: str) -> CompletionItem:
    return CompletionItem(
        label=field.key,
        kind=CompletionItemKind.Property,
        insert_text=field.key + behind,
        detail=kind_name(field.kind).say(lang),
        documentation=Message(*field.doc).say(lang) or None,
    )


def _value(value: str, field: Field | None, lang: str) -> CompletionItem:
    is_check = field is not None and field.key == "check" and value in CHECKS
    return CompletionItem(
        label=value,
        kind=CompletionItemKind.EnumMember if not is_check else CompletionItemKind.Module,
        documentation=manual(value).say(lang).partition("\n\n")[0] if is_check else None,
    )
