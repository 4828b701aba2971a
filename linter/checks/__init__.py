"""The checks: the kinds of rule that a rule file can use. A check is one module or package.

A rule of a rule file names a check, gives its options under `with:`, and has an id, a level and a message.
The module of the check has these names; the types of the functions are in `linter.checks.api`.

the docstring and `MANUAL_ZH`
    The check's page in the manual, in English and in Chinese.

`Options`
    A named tuple: the keys of `with:`. Every field is annotated `Annotated[TYPE, Doc(zh, en)]`; a
    field without a default is a required key. TYPE is `str`, `int`, `float`, `bool`, `Literal[...]`,
    `Pattern`, `SectionId`, another named tuple annotated like this, or `tuple[TYPE, ...]`; or one of
    these `| None`. A key that is a reserved word of Python is given by `Key("from")` next to the `Doc`.
    Values of a nested named tuple arrive as plain tuples, in the order of its fields.

`build(options) -> find`
    Called once a run, with an `Options`: prepare here whatever can be prepared. `find(context)` gets a
    `linter.model.outline.Context` (a document, the reports in it, where their sections are) and yields
    a `linter.model.finding.Match` for each thing found, in any order. The engine adds the rule's id,
    level and message (where the match has none of its own), line and column.

`Words` (optional)
    A named tuple: the word lists that the check uses, each of type `WordList` or `tuple[Pattern, ...]`.
    The words are in `rulesets/words/LANGUAGE/CHECK.yaml`, where the comment right above a list, or above
    several, says in Chinese and then in English what it is for: manual and JSON Schema have it from there.
    Rule files can add words and drop some under `words:`. Their order has no meaning. `Options` then has
    a field `words: Annotated[Words, WordLists]`, which is no key of `with:` and gets a `Words`. Word lists
    that several modules share are groups of `WORD_GROUPS`: a check that needs a group has a field of that
    name in `Options`, `line_types: Annotated[line_types.Words, WordLists]`.

`VALUES` (optional)
    The names of the values (`Match.values`) that a rule's message may use as `{name}`, in addition to
    `{text}` and `{suggestion}`. The loader refuses a message that uses others.

`validate(options)` (optional)
    Yields `(key, Message)` for each option that does not go with the others; the loader reports it at
    the rule. Types, patterns and section ids have been checked before.

`gather(options)` and `compare(options)` (optional, both or none)
    For a check that compares the files of a run. `gather(options)(context)` gives the passages of one
    file to compare, as `linter.checks.api.Passage`; `compare(options)([(path, passages), …])` yields a
    `(path, Match)` pair for each thing found. `gather(options)` is None where a rule with these options
    compares nothing.

`needs(options)` (optional)
    Words without which a rule with these options finds nothing, as `linter.text.needed` tells them of its
    patterns; none where it may find something in any text. A document that has none of them is not searched,
    and the check is built for the first that has one. Such a rule compares nothing, gives way to none and
    judges every format.

`yields(options)` (optional)
    Whether the rule gives way: where a rule of this check that stands above it in the ruleset has found
    something, what it finds at the same place is left out, for it would be the same mistake told twice.

`unjudged(document)` (optional)
    For a check that cannot judge every file format: a `Message` that says why it cannot judge this
    document, or None when it can. Given a message, the rule is "not applicable" and the user is shown it.

A check sees no YAML, no id of a rule and no other check. An exception that it raises is reported as a
failure of that rule in that file.
"""

from collections.abc import Mapping
from importlib import import_module
from typing import Any

from linter.model.rules import Lists

CHECKS = {
    "arithmetic": "linter.checks.arithmetic",
    "attachments": "linter.checks.attachments",
    "author": "linter.checks.author",
    "conditional": "linter.checks.conditional",
    "consistency": "linter.checks.consistency",
    "count": "linter.checks.count",
    "duplicate": "linter.checks.duplicate",
    "layout": "linter.checks.layout",
    "length": "linter.checks.length",
    "misspelling": "linter.checks.misspelling",
    "numbering": "linter.checks.numbering",
    "numerals": "linter.checks.number_format",
    "order": "linter.checks.order",
    "own_name": "linter.checks.own_name",
    "pattern": "linter.checks.pattern",
    "period": "linter.checks.period",
    "placeholder": "linter.checks.placeholder",
    "punctuation": "linter.checks.punctuation",
    "repetition": "linter.checks.repetition",
    "residue": "linter.checks.residue",
    "section": "linter.checks.section",
    "set_phrase": "linter.checks.set_phrase",
}
"""Every check, by the name that rule files use."""

WORD_GROUPS = {
    "chat_lines": "linter.structure.chat_lines",
    "line_types": "linter.structure.line_types",
    "notes": "linter.checks.placeholder.notes",
    "reporting_period": "linter.structure.reporting_period.words",
    "reporting_unit": "linter.structure.reporting_unit",
    "subjects": "linter.structure.subject_words",
    "web_lines": "linter.structure.web_lines",
}
"""The groups of word lists that belong to no single check: the module that declares the `Words` of each.

Every check that has `Words` is a group, too, of the check's name.
"""


def module(name: str) -> Any:
    """The module of a check, by its name in `CHECKS`; imported when first asked for."""
    return import_module(CHECKS[name])


def declared(group: str) -> Any:
    """The class `Words` of a group of word lists: its fields are the lists."""
    declaring = module(group) if group in CHECKS else import_module(WORD_GROUPS[group])
    return declaring.Words


def groups(check: str) -> dict[str, str]:
    """The groups of word lists that a check uses: field of its `Options` → name of the group."""
    found = module(check)
    shared = {field: field for field in found.Options._fields if field in WORD_GROUPS}
    return {"words": check, **shared} if hasattr(found, "Words") else shared


def options(check: str, given: Mapping[str, Any], words: Mapping[str, Lists]) -> Any:
    """The `Options` of a check, from the values under `with:` of a rule and the word lists of its ruleset.

    `given` holds validated values by key, `words` the word lists by group.
    """
    lists = {field: declared(group)._make(words[group]) for field, group in groups(check).items()}
    return module(check).Options(**given, **lists)


def needed_words(check: str, given: Mapping[str, Any], words: Mapping[str, Lists]) -> tuple[str, ...]:
    """The words that a rule of a check needs; arguments as in `options`."""
    needs = getattr(module(check), "needs", None)
    return needs(options(check, given, words)) if needs else ()
