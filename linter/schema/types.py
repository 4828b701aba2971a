"""What options and word lists are declared with: kinds of text with a meaning, and what describes a field.

Data that is read from YAML or TOML is declared as named tuples; see `linter.schema.validate`.
"""

from collections.abc import Callable, Collection
from typing import NamedTuple, NewType, TypeAlias

from linter.model.message import Message

Pattern = NewType("Pattern", str)
"""A regular expression for `linter.text.patterns.compile`; checked when the ruleset is loaded."""

SectionId = NewType("SectionId", str)
"""The id of a section of the ruleset's vocabulary; checked when the ruleset is loaded."""


class Doc(Message):
    """Marks a field with what it means: for the JSON Schema and the reference."""

    __slots__ = ()


class Within(NamedTuple):
    """Marks a field of numbers, one or a list, with the least and the greatest one that makes sense."""

    least: float
    most: float


class Key(NamedTuple):
    """Marks a field whose key in the file has another name, one that Python reserves."""

    name: str


WordList: TypeAlias = tuple[str, ...]
"""Literal words, in any order: the type of most fields of a `Words`."""

WordLists = object()
"""Marks a field of `Options` that is no key of `with:`: it gets the word lists of a group."""


Id = NewType("Id", str)
"""A name that others refer to: lower-case letters and digits, joined by `-` or `_`."""


class OneOf(NamedTuple):
    """Marks a field of type `str` that holds one of these names."""

    names: Callable[[], Collection[str]]
    """Gives them, when they are needed."""
    what: Message
    """What they are names of, such as “check”: for the message about an unknown one."""


SourceNode = object()
"""Marks a field that stands for no key of the file: it gets the YAML node (with line and column) that its
named tuple was read from."""
