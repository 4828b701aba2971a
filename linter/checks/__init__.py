"""The kinds of rule. A check is one module; its docstring is its manual page.

A check module offers two names:

`Options`
    A named tuple: the keys that `with:` may hold. Every field is annotated
    `Annotated[TYPE, Doc(zh, en)]`; a field without a default is required. TYPE is `str`, `int`,
    `float`, `bool`, `Literal[...]`, `Pattern`, `SectionId`, a named tuple of the same make, or
    `tuple[X, ...]` of one of these. A key that Python reserves is named by `Key("from")` beside
    the `Doc`. Values of a nested named tuple arrive as plain tuples, in the order of its fields.

`Words` (optional)
    A named tuple: the lists of words that the check goes by. Every field is annotated
    `Annotated[tuple[str, ...], Doc(zh, en)]`, or `tuple[Pattern, ...]`. The words themselves stand in
    `rulesets/words/LANGUAGE/CHECK.yaml`; rule files can add to them and drop some. Their order means
    nothing. `Options` then has the field `words: Annotated[Words, WordLists]`, which is no key of
    `with:` and arrives as a `Words`. Lists that several modules share are a group of `WORD_GROUPS`; a
    check that needs them has a field of the group's name.

`build(options) -> find`
    Everything that can be prepared is prepared here, once a run. `find(context)` yields a `Match`
    for each thing found, in any order; the engine adds the rule's id, level, message and place.

`VALUES` (optional)
    The names of the values that its matches have for a rule's message, beside `text` and
    `suggestion`; the loader refuses a message that asks for others.

`validate(options)` (optional)
    Yields `(key, Message)` for each option that does not go with the others; the loader reports it
    at the rule. Types, patterns and section ids have been checked before.

A check that compares the files of one run also offers `gather(options)` and `compare(options)`:
`gather(options)(context)` gives the passages of one file worth comparing, and
`compare(options)([(path, passages), …])` yields `(path, Match)` pairs.

A check that cannot judge every format offers `unjudged(document)`: why it cannot judge this one, as a
`Message`, or None when it can. Its rules are then "not applicable", and the user is told why.

A check never sees YAML, a rule's id, or another check.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any

from linter.model.rules import Lists

CHECKS = {
    "arithmetic": "linter.checks.arithmetic",
    "conditional": "linter.checks.conditional",
    "consistency": "linter.checks.consistency",
    "count": "linter.checks.count",
    "duplicate": "linter.checks.duplicate",
    "layout": "linter.checks.layout",
    "length": "linter.checks.length",
    "numbering": "linter.checks.numbering",
    "numerals": "linter.checks.number_format",
    "order": "linter.checks.order",
    "pattern": "linter.checks.pattern",
    "period": "linter.checks.period",
    "placeholder": "linter.checks.placeholder",
    "punctuation": "linter.checks.punctuation",
    "repetition": "linter.checks.repetition",
    "residue": "linter.checks.residue",
    "section": "linter.checks.section",
}
"""Every check, by the name that rule files use."""

WORD_GROUPS = {
    "line_types": "linter.structure.line_types",
    "web_lines": "linter.structure.web_lines",
}
"""The groups of word lists that belong to no single check: the module that declares the `Words` of each.

Every check that has `Words` is a group, too, of the check's name.
"""


def module(name: str) -> Any:
    """The module of a check of `CHECKS`, loaded when a rule needs it."""
    return import_module(CHECKS[name])


def declared(group: str) -> Any:
    """The `Words` of a group: which lists it has."""
    declaring = module(group) if group in CHECKS else import_module(WORD_GROUPS[group])
    return declaring.Words


def groups(check: str) -> dict[str, str]:
    """The groups of word lists that a check goes by, by the field of its `Options`."""
    found = module(check)
    shared = {field: field for field in found.Options._fields if field in WORD_GROUPS}
    return {"words": check, **shared} if hasattr(found, "Words") else shared


def options(check: str, given: Mapping[str, Any], words: Mapping[str, Lists]) -> Any:
    """The `Options` of a check: what a rule gives under `with:`, and the word lists that the check goes by.

    `words` are the lists of the rule's ruleset, by group.
    """
    lists = {field: declared(group)._make(words[group]) for field, group in groups(check).items()}
    return module(check).Options(**given, **lists)
