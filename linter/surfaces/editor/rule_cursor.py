"""Which keys of a YAML file lead to a place in it, also while the file is half written and no YAML yet.

Only what stands before the place is looked at: keys by their indentation, and `{…}` and `[…]` on its line.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple


class Level(NamedTuple):
    """One mapping on the way to a place."""

    values: dict[str, str]
    """Its keys before the place, with what stands behind their colons."""
    key: str | None = None
    """The key that leads on; at the last level the one whose value is written, None where a key is."""


class Cursor(NamedTuple):
    """A place in a YAML file."""

    levels: tuple[Level, ...]
    """The outermost first."""
    word: str
    """What is written of the word at the place."""


_KEY = re.compile(r"(?P<indent> *(?:- +)*)(?P<key>[\w-]+):(?:\s+(?P<value>.*)|$)")
_FLOW = re.compile(r"[{}\[\],]|[\w-]+:(?=\s|$)|\"[^\"]*\"?|'[^']*'?|[^\s,{}\[\]]+")


def cursor(lines: Sequence[str], line: int, before: str) -> Cursor:
    """The place on a line (0-based) of a file; `before` is what stands on the line before it."""
    found = _KEY.match(before)
    if found:
        inner, word = _within(found["key"], found["value"] or "")
        column = len(found["indent"])
    else:
        content = before.lstrip(" -")
        opened, word = _within("", content)  # `- {id: …`: the first level is the list's, which has no key
        inner, word = (opened[1:], word) if len(opened) > 1 else ([Level({})], content)
        column = len(before) - len(content)
    has_dash = "-" in before[:column]
    outer, siblings = _above(lines, line, column, _dash(before) if has_dash else None)
    first = inner[0]._replace(values={**siblings, **inner[0].values})
    return Cursor((*outer, first, *inner[1:]), word)


def _dash(line: str) -> int:
    """The column of the first dash of a list item."""
    return len(line) - len(line.lstrip(" "))


def _above(
    lines: Sequence[str], line: int, column: int, dash: int | None
) -> tuple[list[Level], dict[str, str]]:
    """The levels outside of a mapping whose keys stand in a column, and its own keys above a line.

    `dash` is the column of the list item that begins on the line.
    """
    inwards: list[Level] = []
    siblings: dict[str, str] = {}
    current = siblings
    if dash is not None:  # nothing above belongs to this item, only to those that hold its list
        column, current = dash + 1, {}
    for found in filter(None, map(_KEY.match, reversed(lines[:line]))):
        at, begins_item = len(found["indent"]), "-" in found["indent"]
        item = _dash(found[0])
        if at < column and not (begins_item and item >= column):
            column, current = at, {}
            inwards.append(Level(current, found["key"]))
        if at == column:
            current.setdefault(found["key"], (found["value"] or "").strip())
            if begins_item:
                column, current = item + 1, {}
    return inwards[::-1], siblings


def _within(key: str, value: str) -> tuple[list[Level], str]:
    """The levels that a key and the `{…}` and `[…]` open behind it make, and the word at the end."""
    levels = [Level({}, key)]
    brackets: list[str] = []
    word = ""
    for token in _FLOW.findall(value):
        is_sign = token in "{}[]," or (token.endswith(":") and len(levels) > 1)
        word = "" if is_sign else token
        _step(levels, brackets, token)
    return levels, "" if value.endswith(" ") else word


def _step(levels: list[Level], brackets: list[str], token: str) -> None:
    """Take one token of `{…}` and `[…]`: the levels, and the brackets that are open, change."""
    if token in "{[":
        brackets.append(token)
        if token == "{":
            levels.append(Level({}))
    elif token in "}]":
        if brackets and brackets.pop() == "{":
            levels.pop()
    elif len(levels) > 1:
        _step_in_mapping(levels, brackets, token)


def _step_in_mapping(levels: list[Level], brackets: list[str], token: str) -> None:
    """Take one token within `{…}` that is no bracket."""
    values, key = levels[-1]
    if token == ",":
        levels[-1] = Level(values, None if brackets[-1] == "{" else key)
    elif token.endswith(":"):
        values[token[:-1]] = ""
        levels[-1] = Level(values, token[:-1])
    elif key:
        values[key] = token
