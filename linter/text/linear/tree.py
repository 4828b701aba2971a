"""A pattern as a tree: what `linter.text.linear.syntax` reads, and programs are made of."""

from typing import NamedTuple, TypeAlias


class PatternSyntaxError(ValueError):
    """A pattern that is not taken; the message says why."""


Ranges: TypeAlias = tuple[tuple[int, int], ...]
"""Code points from and to, both inclusive, ascending and apart."""


class Chars(NamedTuple):
    """One character out of a class."""

    ranges: Ranges


class Assertion(NamedTuple):
    """A place between characters: `line-start`, `line-end`, `text-start`, `text-end`, `word`, `no-word`."""

    kind: str


class Sequence(NamedTuple):
    """One after the other; nothing at all where there are none."""

    items: "tuple[Node, ...]"


class Choice(NamedTuple):
    """One of several, the earlier preferred."""

    items: "tuple[Node, ...]"


class Repeat(NamedTuple):
    """A number of times; `most` is None for without end, `greedy` prefers more."""

    item: "Node"
    least: int
    most: int | None
    greedy: bool


class Group(NamedTuple):
    """A capturing group and its number, from 1."""

    item: "Node"
    number: int


Node: TypeAlias = Chars | Assertion | Sequence | Choice | Repeat | Group


class Parsed(NamedTuple):
    """A pattern as a tree."""

    root: Node
    groups: int
    names: dict[str, int]
    """Numbers of the groups that have a name."""
