"""What may be written at a place of a rule file or of the configuration."""

import re
from collections.abc import Sequence

from lsprotocol.types import CompletionItem, CompletionItemKind

from linter.authoring.manual import manual
from linter.authoring.manual import value as value_name
from linter.checks import CHECKS
from linter.schema.validate import Field
from linter.surfaces.editor import settings_keys
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
    if "=" not in before:
        return [_key(field, " = ", lang) for field in settings_keys.keys(lines, line)]
    field = settings_keys.key_at(lines, line, before)
    quote = "" if re.search(r"\"[^\",\]]*$", before) else '"'
    return [_value(f"{quote}{each}{quote}", field, lang) for each in settings_keys.values(field)]


def _key(field: Field, behind: str, lang: str) -> CompletionItem:
    return CompletionItem(
        label=field.key,
        kind=CompletionItemKind.Property,
        insert_text=field.key + behind,
        detail=value_name(field).say(lang),
        documentation=field.doc.say(lang) or None,
    )


def _value(value: str, field: Field | None, lang: str) -> CompletionItem:
    is_check = field is not None and field.key == "check" and value in CHECKS
    return CompletionItem(
        label=value,
        kind=CompletionItemKind.EnumMember if not is_check else CompletionItemKind.Module,
        documentation=manual(value).say(lang).partition("\n\n")[0] if is_check else None,
    )
