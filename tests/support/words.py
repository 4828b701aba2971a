"""The shipped word lists, for tests that use a check or a part of the program by itself."""

from __future__ import annotations

from functools import cache
from typing import Any

from linter.checks import CHECKS, declared
from linter.checks import options as filled
from linter.model.document import Document
from linter.model.outline import Part
from linter.model.rules import DEFAULT_LANGUAGE, Lists
from linter.ruleset import word_lists
from linter.ruleset.library import library
from linter.schema.validate import ProblemLog
from linter.schema.yaml_tree import tree
from linter.structure.outline import matchers
from linter.structure.outline import outline as outline_by


@cache
def lists() -> dict[str, Lists]:
    """The shipped word lists of the default language, by group."""
    return library().words[DEFAULT_LANGUAGE]


def words(group: str) -> Any:
    """The shipped lists of a group, as the `Words` that its module declares."""
    return declared(group)(*lists()[group])


def outline(document: Document, *names: str) -> tuple[Part, ...]:
    """The reports of a document, told apart by the shipped words; `names` are heading words of a ruleset."""
    return outline_by(document, matchers(lists(), names))


def options(check: Any, **given: Any) -> Any:
    """The `Options` of a check module, with the shipped word lists where it goes by some."""
    name = next(name for name, path in CHECKS.items() if path == check.__name__)
    return filled(name, given, lists())


def changed(group: str, change: str) -> Any:
    """The lists of a group as a rule file leaves them that says this of the group, such as `drop: [甲]`."""
    node, problems = tree(f"{group}: {{{change}}}".encode(), "mine.yaml")
    log = ProblemLog("mine.yaml", problems)
    assert node is not None
    after = word_lists.changed(lists(), node, log)
    assert log.problems == []
    return declared(group)(*after[group])
