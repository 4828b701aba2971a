"""What options and word lists are declared with: kinds of text with a meaning, and what describes a field.

Data that is read from YAML or TOML is declared as named tuples; see `linter.schema.validate`.
"""

from __future__ import annotations

from typing import NamedTuple, NewType

from linter.model.message import Message

Pattern = NewType("Pattern", str)
"""A regular expression for `linter.text.patterns.compile`; checked when the ruleset is loaded."""

SectionId = NewType("SectionId", str)
"""The id of a section of the ruleset's vocabulary; checked when the ruleset is loaded."""


class Doc(NamedTuple):
    """What a key or a word list means, for the schema and the reference."""

    zh: str
    en: str


class Key(NamedTuple):
    """The key in the file, where the field cannot have the same name."""

    name: str


WordLists = object()
"""Marks a field of `Options` that is no key of `with:`: it is filled with the word lists of a group."""


Id = NewType("Id", str)
"""A name that others refer to: lower-case letters and digits, joined by `-` or `_`."""


class OneOf(NamedTuple):
    """Beside `str` in `Annotated`: the text is one of these names."""

    names: tuple[str, ...]
    what: Message
    """What they are names of, for a message about another one."""


Here = object()
"""Marks a field that is no key: it is given the node of its named tuple."""
