"""Lists of words: files of one language and group each, and what rule files change in them.

`rulesets/words/LANGUAGE/GROUP.yaml` maps the name of each list to its entries. Which lists a group has is
said by the `Words` of the module that goes by them: see `linter.checks`. What a list is for is said by the
comment above it in the file, from where the manual, the JSON Schema and editors have it. A rule file adds
entries to lists and drops some, under `words:`; what an upper file says is carried out on what the files
below it left.
"""

import collections
import os
import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Annotated, Any, NamedTuple

from linter.checks import CHECKS, WORD_GROUPS, declared, module
from linter.model.errors import Problem
from linter.model.message import Message
from linter.model.rules import DEFAULT_LANGUAGE, Lists
from linter.schema.file_names import shipped_folder
from linter.schema.hints import hint
from linter.schema.types import Doc, SourceNode
from linter.schema.validate import Field, ProblemLog, add_unknown_name, fields, record
from linter.schema.yaml_tree import Listing, Node, Scalar, tree

Languages = dict[str, dict[str, Lists]]
"""The lists of every group, by language and group."""


class WordFile(NamedTuple):
    """One file of word lists, as read."""

    name: str
    """LANGUAGE/GROUP."""
    path: str
    data: bytes


class Change(NamedTuple):
    """The difference between two states of a group's lists."""

    drop: tuple[str, ...]
    """Entries to take out of every list of the group; before others are added."""
    add: dict[str, tuple[str, ...]]
    """Entries to add, by the name of the list."""


@cache
def groups() -> dict[str, Any]:
    """The `Words` of every group, by the group's name: those of the checks, then those that several share."""
    own = [name for name in CHECKS if hasattr(module(name), "Words")]
    return {group: declared(group) for group in (*own, *WORD_GROUPS)}


def languages(files: Iterable[WordFile]) -> tuple[Languages, list[Problem]]:
    """The lists of some files, and the problems in them. The lists of a group that has no file are empty."""
    found: Languages = {}
    problems: list[Problem] = []
    for file in files:
        language, group = file.name.split("/")
        lists = found.setdefault(language, {name: _empty(words) for name, words in groups().items()})
        log = ProblemLog(file.path, problems)
        if group not in groups():
            add_unknown_name(Scalar(1, 1, group), Message("词表组", "group of word lists"), groups(), log)
            continue
        node, refused = tree(file.data, file.path)
        problems += refused
        if node and (words := record(node, groups()[group], group, log)):
            _check_no_blanks(node, log)
            lists[group] = tuple(words)
    return found, problems


def _empty(words: Any) -> Lists:
    return tuple(() for _ in words._fields)


# --- what the lists are for -----------------------------------------------------------------------

_EXPLAINED = re.compile(r"(?m)((?:^#.*\n)+)((?:^[^#\n].*\n?)+)")
"""A comment, and the lists right below it, with no blank line between."""
_NAME = re.compile(r"(?m)^\w+(?=:)")


@cache
def described(group: str) -> tuple[Field, ...]:
    """The lists of a group, each with what it is for."""
    path = os.path.join(shipped_folder(), "words", DEFAULT_LANGUAGE, f"{group}.yaml")
    with open(path, encoding="utf-8") as file:
        docs = explanations(file.read())
    return tuple(field._replace(doc=docs[field.name]) for field in fields(groups()[group]))


def explanations(text: str) -> dict[str, Doc]:
    """What the comments in a file of word lists say of each list."""
    found = _EXPLAINED.findall(text)
    return {name: _explanation(comment) for comment, lists in found for name in _NAME.findall(lists)}


def _explanation(comment: str) -> Doc:
    """A comment in its two languages: English is what begins with the first line that opens with a letter."""
    lines = [line.strip("# ") for line in comment.splitlines()]
    chinese = next((at for at, line in enumerate(lines) if re.match("[A-Za-z]", line)), len(lines))
    return Doc("".join(lines[:chinese]), " ".join(lines[chinese:]))


# --- what a rule file says ------------------------------------------------------------------------

_DROP = Doc("从本组各词表中去掉的词", "entries to take out of the lists of this group")


@cache
def shape() -> Any:
    """What `words` of a rule file may hold, as a named tuple: by group, and there by list and `drop`."""
    return _optional_record("Words", {group: _group_shape(group) for group in groups()})


def _group_shape(group: str) -> Any:
    lists = {field.name: Annotated[field.kind, field.doc] for field in described(group)}
    return _optional_record(
        group, {**lists, "drop": Annotated[tuple[str, ...], _DROP], "node": Annotated[Any, SourceNode]}
    )


def _optional_record(name: str, kinds: Mapping[str, Any]) -> Any:
    """A named tuple whose every field may be left out."""
    make: Any = collections.namedtuple  # for fields that are known only now
    made = make(name, tuple(kinds), defaults=(None,) * len(kinds))
    made.__annotations__ = dict(kinds)
    return made


def changed(words: Mapping[str, Lists], node: Node, log: ProblemLog) -> Mapping[str, Lists]:
    """Word lists after what `words` of a rule file says (`node`): entries dropped, then others added."""
    changes = record(node, shape(), "words", log)
    if changes is None:
        return words
    _check_no_blanks(node, log)
    applied = {
        group: _changed_group(group, words[group], change, log)
        for group, change in changes._asdict().items()
        if change is not None
    }
    return {**words, **applied}


def _changed_group(group: str, lists: Lists, change: Any, log: ProblemLog) -> Lists:
    every = {word for entries in lists for word in entries}
    dropped = change.node.get("drop")
    for item in dropped.items if isinstance(dropped, Listing) else ():
        if isinstance(item, Scalar) and item.text not in every:
            advice = hint(item.text, every, list_all=False)
            zh = f"“{group}”的词表里没有“{item.text}”{advice.zh}"
            log.add(item, zh, f"no word list of '{group}' holds '{item.text}'{advice.en}")
    added = change[: len(lists)]
    return tuple(
        tuple(dict.fromkeys([*(word for word in old if word not in (change.drop or ())), *(new or ())]))
        for old, new in zip(lists, added, strict=True)
    )


def _check_no_blanks(node: Node, log: ProblemLog) -> None:
    """Put every blank entry into the log: it would be found everywhere."""
    if isinstance(node, Scalar):
        if not node.text.strip():
            log.add(node, "词表里不能有空词", "an entry of a word list cannot be blank")
        return
    for each in node.items if isinstance(node, Listing) else [value for _, value in node.pairs]:
        _check_no_blanks(each, log)


def change(group: str, before: Lists, after: Lists) -> Change:
    """The difference between two states of a group's lists, as a rule file would write it."""
    kept = [frozenset(entries) for entries in after]
    drop = {word for old, new in zip(before, kept, strict=True) for word in old if word not in new}
    names = groups()[group]._fields
    add = {
        name: tuple(word for word in new if word in drop or word not in old)
        for name, old, new in zip(names, before, after, strict=True)
    }
    order = dict.fromkeys(word for old in before for word in old if word in drop)
    return Change(tuple(order), {name: words for name, words in add.items() if words})
