"""The keys and values of `reportlint.toml` at a place, from the types that it is checked by."""

from collections.abc import Iterable, Sequence
from typing import Any, Literal, get_args, get_origin

from linter.engine.selection import AUTO
from linter.project.config import PathRules, Settings
from linter.ruleset import library
from linter.schema.validate import Field, fields


def keys(lines: Sequence[str], line: int) -> list[Field]:
    """The keys that may stand on a line (0-based) of a configuration; tables are no keys."""
    tables = [each.strip() for each in lines[:line] if each.lstrip().startswith("[")]
    shape: Any = PathRules if tables and tables[-1].startswith("[[paths]]") else Settings
    return [field for field in fields(shape) if field.key != "paths"]


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
        return dict.fromkeys(rule.id for name in known.paths for rule in library.load(name, known).rules)
    return map(str, get_args(field.kind)) if get_origin(field.kind) is Literal else ()
