"""Rules tested by their examples and by case files; rules that nothing tests are failures.

An example under `pass` is a draft on which its rule is silent, one under `fail` a draft on which it
fires. Lines of `---` part the drafts of one run, for a rule that compares files. A case
(`linter.authoring.cases`) says exactly which findings a draft gets. Every rule of a set is run, those
it inherits and those that are off included, with the vocabulary of that set.

A rule is covered when some right example or case makes it fire and another keeps it silent. The cases
of the sets that a set extends count for its coverage; whether they are right is told where they belong.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from linter import readers
from linter.authoring import cases
from linter.authoring.cases import Case, Expected
from linter.authoring.origins import Key, Place, layers, origins
from linter.engine import judge
from linter.engine.judge import PreparedRuleset
from linter.model.errors import RulesetError, UnreadableError
from linter.model.finding import Finding
from linter.model.message import Message
from linter.model.outline import Context
from linter.model.rules import Rule, Ruleset
from linter.project.files import load as load_draft
from linter.ruleset.layers import Layer
from linter.ruleset.library import Library, load
from linter.structure.outline import outline

Drafts = Sequence[tuple[str, bytes | None]]
"""Names and contents of the drafts of one run; None for a file that is to be read."""


class Line(NamedTuple):
    """One finding, expected or got. What is empty or 0 was not asked for."""

    rule: str
    draft: int = 1
    line: int = 0
    text: str = ""
    message: Message = Message("", "")


class Trial(NamedTuple):
    """One example or case, run."""

    name: Message
    place: Place
    lacking: tuple[Line, ...] = ()
    """Expected, and not found."""
    surplus: tuple[Line, ...] = ()
    """Found, and not expected."""
    fired: frozenset[str] = frozenset()
    """Rules that fired as expected."""
    silent: frozenset[str] = frozenset()
    """Rules that were silent as expected."""
    draft: str = ""
    """The text, where it is short enough to be shown; else empty."""

    @property
    def right(self) -> bool:
        """Whether the trial came out as expected."""
        return not self.lacking and not self.surplus


class Tested(NamedTuple):
    """A rule and how its examples came out."""

    rule: Rule
    place: Place
    trials: tuple[Trial, ...]
    fires: bool
    """Whether some right example or case makes it fire."""
    silent: bool
    """Whether some right example or case keeps it silent."""

    @property
    def right(self) -> bool:
        """Whether it is covered and every example came out as expected."""
        return self.fires and self.silent and all(trial.right for trial in self.trials)


class Report(NamedTuple):
    """A ruleset and how its tests came out."""

    ruleset: Ruleset
    rules: tuple[Tested, ...]
    cases: tuple[Trial, ...]

    @property
    def right(self) -> bool:
        """Whether all is right and covered."""
        return all(tested.right for tested in self.rules) and all(case.right for case in self.cases)


def run(name: str, found: Library) -> Report:
    """Run the examples of a ruleset (an id or a path) and the cases beside it.

    Raises RulesetError: the ruleset or its case file has mistakes.
    """
    ruleset = load(name, found)
    pile = layers(ruleset.path, found)
    places = origins(pile)
    live = [rule if rule.level != "off" else rule._replace(level="info") for rule in ruleset.rules]
    prepared = judge.prepare(ruleset._replace(rules=tuple(live)))
    *inherited, own = [tuple(_cases(layer, pile, prepared)) for layer in pile]
    right = [trial for trials in (*inherited, own) for trial in trials if trial.right]
    return Report(ruleset, tuple(_tested(rule, prepared, places, right) for rule in live), own)


def _cases(layer: Layer, pile: Iterable[Layer], prepared: PreparedRuleset) -> Iterator[Trial]:
    """The cases beside a rule file, run with the rules that its set has."""
    path = cases.path_of(layer.path)
    below = [each for each in pile if os.path.realpath(each.path) in layer.below] + [layer]
    known = tuple(dict.fromkeys(rule.id for each in below if each.file for rule in each.file.rules))
    for case in cases.load(path, known):
        yield _case(case._replace(rules=case.rules or known), path, prepared)


def _tested(rule: Rule, prepared: PreparedRuleset, places: dict[Key, Place], ran: Iterable[Trial]) -> Tested:
    trials = tuple(_examples(rule, prepared, places))
    right = [trial for trial in (*trials, *ran) if trial.right]
    return Tested(
        rule,
        places[("rules", rule.id)],
        trials,
        any(rule.id in trial.fired for trial in right),
        any(rule.id in trial.silent for trial in right),
    )


def _examples(rule: Rule, prepared: PreparedRuleset, places: dict[Key, Place]) -> Iterator[Trial]:
    alone = _only(prepared, (rule.id,))
    for kind, drafts in (("pass", rule.passes), ("fail", rule.fails)):
        for index, draft in enumerate(drafts):
            texts = draft.split("\n---\n") if alone.comparisons else [draft]
            found = _findings(alone, [(f"{number}.txt", text.encode()) for number, text in enumerate(texts)])
            place = places[("rules", rule.id, "examples", kind, index)]
            yield _example(rule.id, kind, index, found, place)._replace(draft=draft)


def _example(rule: str, kind: str, index: int, found: Sequence[Line], place: Place) -> Trial:
    name = Message(f"examples.{kind} 第 {index + 1} 个", f"examples.{kind}, no. {index + 1}")
    if kind == "pass":
        silent = frozenset() if found else frozenset((rule,))
        return Trial(name, place, surplus=tuple(found), silent=silent)
    lacking = () if found else (Line(rule),)
    return Trial(name, place, lacking, fired=frozenset((rule,) if found else ()))


def _case(case: Case, path: str, prepared: PreparedRuleset) -> Trial:
    names: tuple[str, ...] = case.rules
    surplus = _findings(_only(prepared, names), _drafts(case, path))
    fired = frozenset(each.rule for each in surplus)
    lacking = []
    for expected in sorted(case.expect, key=_vagueness):
        hit = next((each for each in surplus if _fits(each, expected)), None)
        if hit:
            surplus.remove(hit)
        else:
            lacking.append(Line(expected.rule, expected.draft, expected.line or 0, expected.text or ""))
    name = Message(case.name, case.name)
    place = Place(path, case.node.line)
    return Trial(name, place, tuple(lacking), tuple(surplus), fired, frozenset(names) - fired)


def _vagueness(expected: Expected) -> int:
    """The exact expectations are met first, so that a vague one does not take what they need."""
    return (expected.line, expected.text).count(None)


def _fits(found: Line, expected: Expected) -> bool:
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
    """What was prepared, with these rules only."""
    wanted = set(rules)
    return prepared._replace(
        finds=tuple(each for each in prepared.finds if each[0].id in wanted),
        comparisons=tuple(each for each in prepared.comparisons if each[0].id in wanted),
    )


def _findings(prepared: PreparedRuleset, drafts: Drafts) -> list[Line]:
    """What the rules find in drafts that are checked together.

    Raises RulesetError: a draft cannot be read. CrashError: a check failed, which no example may pass by.
    """
    try:
        documents = [readers.read(path, load_draft(path) if data is None else data) for path, data in drafts]
    except UnreadableError as error:
        raise RulesetError(*error.text) from None
    parts = [outline(document, prepared.lines) for document in documents]
    judged = [judge.judge(*each, prepared) for each in zip(documents, parts, strict=True)]
    for each in judged:
        judge.require_all(each.outcome.path, each.outcome.crashes)
    found = [
        _line(number, finding) for number, each in enumerate(judged, 1) for finding in each.outcome.findings
    ]
    compared = judge.compare(prepared, judged if len(judged) > 1 else ())
    judge.require_all("", compared.crashes)
    for path, rule, match in compared.matches:
        number = next(at for at, document in enumerate(documents) if document.path == path)
        draft = Context(documents[number], parts[number])
        found.append(_line(number + 1, judge.finding(draft, rule, match)))
    return found


def _line(number: int, finding: Finding) -> Line:
    return Line(finding.rule, number, finding.line, finding.excerpt, finding.message)
