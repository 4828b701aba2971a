"""The file and line that each value of a ruleset comes from.

The rules of inheritance are those of `linter.ruleset.inherit`, applied here to places.
"""

import os
from collections.abc import Iterable
from typing import Any, NamedTuple, TypeAlias

from linter.ruleset.layers import Layer, load
from linter.ruleset.library import Library
from linter.ruleset.rulefile import RuleEntry, SectionEntry
from linter.schema.yaml_tree import Listing, Mapping, Node, Scalar

ValuePath: TypeAlias = tuple[str | int, ...]
"""A path to a value in a ruleset: `("rules", id, "with", "forbid", 0)`, `("sections", id, "headings", word)`,
`("words", group, list, word)`."""


class Place(NamedTuple):
    """Where a value stands."""

    path: str
    line: int

    def __str__(self) -> str:
        return f"{shown(self.path)}:{self.line}"


def shown(path: str) -> str:
    """A path as it is shown: relative to the current folder where it lies below it."""
    relative = os.path.relpath(path)
    return path if relative.startswith("..") else relative


def layers(path: str, found: Library) -> tuple[Layer, ...]:
    """The files that a ruleset is made of, lowest first, itself last.

    The file must be one that `linter.ruleset.library.load` takes: mistakes in it are not told again.
    """
    known: dict[str, Layer] = {}
    load(path, (), known, found.paths, [])
    real = os.path.realpath(path)
    return tuple(known[each] for each in (*known[real].below, real))


def origins(stack: Iterable[Layer]) -> dict[ValuePath, Place]:
    """The place of every value of the ruleset that some layers make, lowest first."""
    places: dict[ValuePath, Place] = {}
    last = None
    for layer in stack:
        last = layer
        for section in layer.file.sections if layer.file else ():
            _section(places, layer.path, section)
        for rule in layer.file.rules if layer.file else ():
            _rule(places, layer.path, rule)
        if layer.file:
            _words(places, layer.path, layer.file.node)
    if last and last.file:
        for key, value in _pairs(last.file.node):
            if key.text not in ("sections", "rules", "language", "words"):
                _record(places, last.path, (key.text,), value, key.line)
    return places


def _section(places: dict[ValuePath, Place], path: str, entry: SectionEntry) -> None:
    """Record a section: words and patterns add up, each comes from the first file that has it."""
    base: ValuePath = ("sections", entry.id)
    if entry.replace:
        _forget(places, base)
    places.setdefault(base, Place(path, entry.node.line))
    for key, value in _pairs(entry.node):
        if isinstance(value, Listing):
            for item in value.items:
                places.setdefault((*base, key.text, item.text), Place(path, item.line))
        else:
            places[(*base, key.text)] = Place(path, key.line)


def _rule(places: dict[ValuePath, Place], path: str, entry: RuleEntry) -> None:
    """Record a rule: keys of the upper file replace those below, under `with` one by one."""
    base: ValuePath = ("rules", entry.id)
    places.setdefault(base, Place(path, entry.node.line))
    for key, value in _pairs(entry.node):
        if key.text == "check":
            _forget(places, (*base, "with"))
        if key.text != "with":
            _forget(places, (*base, key.text))
            _record(places, path, (*base, key.text), value, key.line)
    for key, value in _pairs(entry.options):
        _forget(places, (*base, "with", key.text))
        _record(places, path, (*base, "with", key.text), value, key.line)


def _words(places: dict[ValuePath, Place], path: str, node: Node) -> None:
    """Record word lists: an entry that is added or dropped comes from the last file that does so."""
    for key, value in _pairs(node):
        if key.text == "language":
            places[("language",)] = Place(path, key.line)
        if key.text == "words":
            for group, lists in _pairs(value):
                for name, words in _pairs(lists):
                    for item in words.items if isinstance(words, Listing) else ():
                        places[("words", group.text, name.text, item.text)] = Place(path, item.line)


def _record(places: dict[ValuePath, Place], path: str, key: ValuePath, node: Node, line: int) -> None:
    """Record the place of a value and of everything in it."""
    places[key] = Place(path, line)
    if isinstance(node, Listing):
        for index, item in enumerate(node.items):
            _record(places, path, (*key, index), item, item.line)
    for name, value in _pairs(node):
        _record(places, path, (*key, name.text), value, name.line)


def _forget(places: dict[ValuePath, Place], base: ValuePath) -> None:
    for key in [key for key in places if key[: len(base)] == base and key != base]:
        del places[key]


def _pairs(node: Any) -> tuple[tuple[Scalar, Node], ...]:
    return node.pairs if isinstance(node, Mapping) else ()
