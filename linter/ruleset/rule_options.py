"""The options of a rule, as a rule file or a configuration gives them, over those that it has already."""

from collections.abc import Iterable, Mapping
from typing import Any

from linter.checks import module
from linter.checks import options as prepared_options
from linter.model.rules import Lists
from linter.ruleset.rulefile import RuleEntry
from linter.schema.pattern_reasons import why
from linter.schema.validate import ProblemLog, add_missing_keys, as_tuples, fields, mapping
from linter.text import patterns


def given_options(
    node: Any, check: str, inherited: dict[str, Any], words: Mapping[str, Lists], log: ProblemLog
) -> dict[str, Any]:
    """The options of a rule: those of the node over the inherited ones, validated by type and by the check.

    Problems go to the log. `words` are the word lists of the rule's ruleset.
    """
    shape = module(check).Options
    before = len(log.problems)
    given = mapping(node, shape, "with", log)
    if given is None:
        return inherited
    options = {**inherited, **{name: as_tuples(value) for name, value in given.items()}}
    if not add_missing_keys(node, shape, options, log) and len(log.problems) == before:
        _validate(node, check, options, words, log)
    return options


def check_by_themselves(rules: Iterable[RuleEntry], log: ProblemLog) -> None:
    """Put what is wrong in the options of some rules into the log, as far as it shows without those that they
    would be given over."""
    for entry in rules:
        if entry.check and entry.options:
            mapping(entry.options, module(entry.check).Options, "with", log)


def _validate(
    node: Any, name: str, given: dict[str, Any], words: Mapping[str, Lists], log: ProblemLog
) -> None:
    """Put what the check itself has against its options as a whole into the log."""
    if None in given.values():  # inherited, and noted there
        return
    check = module(name)
    options = prepared_options(name, given, words)
    keys = {field.key for field in fields(check.Options)}
    wrong = list(check.validate(options)) if hasattr(check, "validate") else []
    for key, text in wrong:
        place = node.get(key) if key in keys else None
        log.add(place or node, f"“{key}”：{text.zh}", f"'{key}': {text.en}")
    if not wrong:
        build(node, check, options, log)


def build(node: Any, check: Any, options: Any, log: ProblemLog) -> None:
    """Build a check with its options, for the problems that only this shows."""
    try:
        with patterns.compiled_at_once():
            check.build(options)
    except patterns.PatternError as error:
        reason = why(error)
        log.add(node, f"这些正则合起来有误：{reason.zh}", f"the patterns do not go together: {reason.en}")
    except Exception:  # a fault of the check, not of its options: each file that is judged tells of it
        return
