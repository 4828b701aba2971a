"""The keys and values of `reportlint.toml` at a place, from the types that it is checked by."""

import re
from collections.abc import Iterable, Sequence
from typing import Any, Literal, get_args, get_origin

from linter.engine.choice import AUTO
from linter.project.settings import PathRules, RuleSettings, Settings
from linter.ruleset import library
from linter.schema.validate import Field, fields

_TABLES: dict[str, Any] = {"": Settings, "paths": PathRules, "rules": RuleSettings}
"""What describes each table of a configuration, by its name."""
_HEADER = re.compile(r"\s*\[{1,2}\s*([\w.-]+)\s*\]")


def keys(lines: Sequence[str], line: int) -> list[Field]:
    """The keys that may stand on a line (0-based) of a configuration; tables are no keys."""
    headers = [found[1] for each in lines[:line] if (found := _HEADER.match(each))]
    table = headers[-1] if headers else ""
    is_shared = any(_HEADER.match(each) and "tool.reportlint" in each for each in lines)
    if is_shared:  # our table in a file of many
        if not f"{table}.".startswith("tool.reportlint."):
            return []
        table = table.removeprefix("tool.reportlint").removeprefix(".")
    return [field for field in fields(_TABLES[table]) if field.key not in _TABLES] if table in _TABLES else []


def key_at(lines: Sequence[str], line: int, before: str) -> Field | None:
    """The key that stands before a place on a line, or ends there."""
    name = before.partition("=")[0].strip()
    return next((field for field in keys(lines, line) if field.key == name), None)


def values(field: Field | None) -> Iterable[str]:
    """The values that may be written for a key; none for free text."""
    if field is None:
        return ()
    known = library.library()
    if field.key == "ruleset":
        return (AUTO, *known.paths)
    if field.key in ("select", "ignore"):
        return dict.fromkeys(rule.id for each in library.load_all(known) for rule in each.rules)
    return map(str, get_args(field.kind)) if get_origin(field.kind) is Literal else ()
