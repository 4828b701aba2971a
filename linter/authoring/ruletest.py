"""Tests of rules by their examples and by case files; a rule that nothing tests fails.

An example under `pass` is a draft on which its rule is silent, one under `fail` a draft on which it
fires. Lines of `---` part the drafts of one run, for a rule that compares files. A case
(`linter.authoring.cases`) says exactly which findings a draft gets. Every rule of a set is run, those
it inherits and those that are off included, with the vocabulary of that set.

A rule is covered when some example or case that passed makes it fire and another keeps it silent. The
cases of the sets that a set extends count for its coverage; a failure among them is reported only where
those sets are tested.
"""

import os
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from linter import readers
from linter.authoring import cases
from linter.authoring.cases import Case, Expected
from linter.authoring.origins import Place, ValuePath, layers, origins
from linter.engine import judge
from linter.engine.findings import recorder
from linter.engine.judge import PreparedRuleset
from linter.model.errors import RulesetError, UnreadableError
from linter.model.finding import Finding, Match
from linter.model.message import Message
from linter.model.outline import Context
from linter.model.rules import Rule, Ruleset
from linter.project.files import load as load_draft
from linter.ruleset.layers import Layer
from linter.ruleset.library import Library, load
from linter.structure.outline import outline

Drafts = Sequence[tuple[str, bytes | None]]
"""Names and contents of the drafts of one run; None for a file that is to be read."""


class FindingSummary(NamedTuple):
    """One finding, expected or found; of an expected one, what is empty or 0 may be anything."""

    rule: str
    draft: int = 1
    line: int = 0
    text: str = ""
    message: Message = Message("", "")


class ExampleResult(NamedTuple):
    """The result of one example or case."""

    name: Message
    place: Place
    missing: tuple[FindingSummary, ...] = ()
    """Expected, and not found."""
    unexpected: tuple[FindingSummary, ...] = ()
    """Found, and not expected."""
    fired: frozenset[str] = frozenset()
    """Rules that fired as expected."""
    silent: frozenset[str] = frozenset()
    """Rules that were silent as expected."""
    draft: str = ""
    """The text of an example; empty for a case."""

    @property
    def passed(self) -> bool:
        """Whether what was found is what was expected."""
        return not self.missing and not self.unexpected


class RuleResult(NamedTuple):
    """A rule and the results of its examples."""

    rule: Rule
    place: Place
    results: tuple[ExampleResult, ...]
    fires: bool
    """Whether some example or case that passed makes it fire."""
    silent: bool
    """Whether some example or case that passed keeps it silent."""

    @property
    def passed(self) -> bool:
        """Whether it is covered and every example passed."""
        return self.fires and self.silent and all(result.passed for result in self.results)


class RulesetResult(NamedTuple):
    """A ruleset and the results of its tests."""

    ruleset: Ruleset
    rules: tuple[RuleResult, ...]
    cases: tuple[ExampleResult, ...]

    @property
    def passed(self) -> bool:
        """Whether every rule and every case passed."""
        return all(rule.passed for rule in self.rules) and all(case.passed for case in self.cases)


def run(name: str, found: Library) -> RulesetResult:
    """Run the examples of a ruleset (an id or a path) and the cases beside it.

    Raises RulesetError: the ruleset or its case file has problems.
    """
    ruleset = load(name, found)
    stack = layers(ruleset.path, found)
    places = origins(stack)
    switched_on = [rule if rule.level != "off" else rule._replace(level="info") for rule in ruleset.rules]
    prepared = judge.prepare(ruleset._replace(rules=tuple(switched_on)))
    *inherited, own = [tuple(_case_results(layer, stack, prepared)) for layer in stack]
    passed = [result for results in (*inherited, own) for result in results if result.passed]
    return RulesetResult(
        ruleset, tuple(_rule_result(rule, prepared, places, passed) for rule in switched_on), own
    )


def _case_results(layer: Layer, stack: Iterable[Layer], prepared: PreparedRuleset) -> Iterator[ExampleResult]:
    """The cases beside a rule file, run with the rules that its set has."""
    path = cases.path_of(layer.path)
    below = [each for each in stack if os.path.realpath(each.path) in layer.below] + [layer]
    known = tuple(dict.fromkeys(rule.id for each in below if each.file for rule in each.file.rules))
    for case in cases.load(path, known):
        yield _case_result(case._replace(rules=case.rules or known), path, prepared)


def _rule_result(
    rule: Rule, prepared: PreparedRuleset, places: dict[ValuePath, Place], ran: Iterable[ExampleResult]
) -> RuleResult:
    results = tuple(_example_results(rule, prepared, places))
    passed = [result for result in (*results, *ran) if result.passed]
    return RuleResult(
        rule,
        places[("rules", rule.id)],
        results,
        any(rule.id in result.fired for result in passed),
        any(rule.id in result.silent for result in passed),
    )


def _example_results(
    rule: Rule, prepared: PreparedRuleset, places: dict[ValuePath, Place]
) -> Iterator[ExampleResult]:
    alone = _only(prepared, (rule.id,))
    for kind, drafts in (("pass", rule.passes), ("fail", rule.fails)):
        for index, draft in enumerate(drafts):
            texts = draft.split("\n---\n") if alone.comparisons else [draft]
            found = _findings(alone, [(f"{number}.txt", text.encode()) for number, text in enumerate(texts)])
            place = places[("rules", rule.id, "examples", kind, index)]
            yield _example_result(rule.id, kind, index, found, place)._replace(draft=draft)


def _example_result(
    rule: str, kind: str, index: int, found: Sequence[FindingSummary], place: Place
) -> ExampleResult:
    name = Message(f"examples.{kind} 第 {index + 1} 个", f"examples.{kind}, no. {index + 1}")
    if kind == "pass":
        silent = frozenset() if found else frozenset((rule,))
        return ExampleResult(name, place, unexpected=tuple(found), silent=silent)
    missing = () if found else (FindingSummary(rule),)
    return ExampleResult(name, place, missing, fired=frozenset((rule,) if found else ()))


def _case_result(case: Case, path: str, prepared: PreparedRuleset) -> ExampleResult:
    names: tuple[str, ...] = case.rules
    unexpected = _findings(_only(prepared, names), _drafts(case, path))
    fired = frozenset(each.rule for each in unexpected)
    missing = []
    for expected in sorted(case.expect, key=_vagueness):
        hit = next((each for each in unexpected if _fits(each, expected)), None)
        if hit:
            unexpected.remove(hit)
        else:
            missing.append(
                FindingSummary(expected.rule, expected.draft, expected.line or 0, expected.text or "")
            )
    name = Message(case.name, case.name)
    place = Place(path, case.node.line)
    return ExampleResult(name, place, tuple(missing), tuple(unexpected), fired, frozenset(names) - fired)


def _vagueness(expected: Expected) -> int:
    """How many of line and text an expectation leaves open: those that leave fewer go first, so that no
    other takes their finding.
    """
    return (expected.line, expected.text).count(None)


def _fits(found: FindingSummary, expected: Expected) -> bool:
    return (
        found.rule == expected.rule
        and found.draft == expected.draft
        and expected.line in (None, found.line)
        and expected.text in (None, found.text)
    )


def _drafts(case: Case, path: str) -> Drafts:
    if case.text:
        return [(f"{number}.txt", text.encode()) for number, text in enumerate(case.text, 1)]
    return [(os.path.join(os.path.dirname(path), name), None) for name in case.file]


def _only(prepared: PreparedRuleset, rules: Iterable[str]) -> PreparedRuleset:
    """The prepared ruleset with these rules only."""
    wanted = set(rules)
    return prepared._replace(
        finds=tuple(each for each in prepared.finds if each[0].id in wanted),
        comparisons=tuple(each for each in prepared.comparisons if each[0].id in wanted),
    )


def _findings(prepared: PreparedRuleset, drafts: Drafts) -> list[FindingSummary]:
    """The findings in drafts that are checked together.

    Raises RulesetError: a draft cannot be read. CrashError: a check failed, for then no example passes.
    """
    try:
        documents = [readers.read(path, load_draft(path) if data is None else data) for path, data in drafts]
    except UnreadableError as error:
        raise RulesetError(*error.text) from None
    parts = [outline(document, prepared.lines) for document in documents]
    judged = [judge.judge(*each, prepared) for each in zip(documents, parts, strict=True)]
    for each in judged:
        judge.require_no_crash(each.outcome.path, each.outcome.crashes)
    found = [
        _line(number, finding) for number, each in enumerate(judged, 1) for finding in each.outcome.findings
    ]
    at = {document.path: number for number, document in enumerate(documents)}
    for rule, path, match in _compared(prepared, judged):
        record = recorder(Context(documents[at[path]], parts[at[path]]))
        found.append(_line(at[path] + 1, record(rule, match)))
    return found


def _compared(
    prepared: PreparedRuleset, judged: Sequence[judge.JudgedDraft]
) -> Iterator[tuple[Rule, str, Match]]:
    """The matches of comparing several drafts, each with its rule and the path of its draft."""
    for number, (rule, _, compare) in enumerate(prepared.comparisons if len(judged) > 1 else ()):
        gathered = [(item.outcome.path, item.passages[number] or ()) for item in judged]
        yield from ((rule, path, match) for path, match in judge.compare(rule, compare, gathered))


def _line(number: int, finding: Finding) -> FindingSummary:
    return FindingSummary(finding.rule, number, finding.line, finding.excerpt, finding.message)
