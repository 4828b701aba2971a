"""Judged drafts → what comparing them finds in each, and the result of all."""

from collections.abc import Sequence
from typing import NamedTuple

from linter.checks.api import Compare, Passage
from linter.engine import judge
from linter.engine.checklist import uncompared
from linter.engine.judge import JudgedDraft
from linter.engine.selection import RulesetSelector
from linter.model.errors import RULES_WENT_ON, CrashError, crash_text
from linter.model.finding import Crash, FileOutcome, Match, Result
from linter.model.rules import Rule

Matches = tuple[tuple[str, Match], ...]
"""The matches in one draft that were found by comparing it with others, each with the id of its rule."""


class Compared(NamedTuple):
    """What comparing the drafts of a run gave."""

    found: tuple[tuple[int, Matches], ...] = ()
    """Matches, with the index of their draft."""
    failed: tuple[tuple[int, tuple[str, ...]], ...] = ()
    """The ids of the rules whose comparison failed, with the index of the draft."""
    crashes: tuple[Crash, ...] = ()


def compare_drafts(judged: Sequence[JudgedDraft], selector: RulesetSelector) -> Compared:
    """Compare the drafts that rulesets of the same names judge, each rule those for which it has the same
    options: two folders may have configurations of their own.
    """
    found: dict[int, Matches] = {}
    failed: dict[int, tuple[str, ...]] = {}
    crashes: list[Crash] = []
    for (_, id, _), members in _groups(judged, selector).items():
        rule, compared = members[0].rule, members[0].compare
        at = {judged[each.at].outcome.path: each.at for each in members}
        gathered = [(judged[each.at].outcome.path, each.passages) for each in members]
        try:
            matches = judge.compare(rule, compared, gathered)
        except CrashError as error:
            crashes.append(error.crash)
            for each in members:
                failed[each.at] = (*failed.get(each.at, ()), id)
            continue
        for path, match in matches:
            plain = match._replace(values=dict(match.values))  # a mapping proxy cannot be pickled
            found[at[path]] = (*found.get(at[path], ()), (id, plain))
    return Compared(tuple(found.items()), tuple(failed.items()), tuple(dict.fromkeys(crashes)))


def result(
    judged: Sequence[JudgedDraft],
    compared: Compared,
    again: Sequence[FileOutcome],
    selector: RulesetSelector,
) -> Result:
    """The result of a run; `again` are the outcomes of the drafts in `compared.found`, with these matches."""
    outcomes = [each.outcome for each in judged]
    for (at, _), outcome in zip(compared.found, again, strict=True):
        outcomes[at] = outcome
    for at, failed in compared.failed:
        outcomes[at] = uncompared(outcomes[at], failed)
    error = crash_text("", compared.crashes, RULES_WENT_ON) if compared.crashes else None
    choices = list(dict.fromkeys(item.choice for item in judged if item.choice))
    # Of two rules of one id, that of the first choice.
    rules = {rule.id: rule for choice in reversed(choices) for rule in selector.rules(choice)}
    titles = {ruleset.id: ruleset.title for ruleset in map(selector.ruleset, choices)}
    return Result(tuple(outcomes), (), error, compared.crashes, rules, titles)


class _Member(NamedTuple):
    """A draft with what a rule compares of it."""

    at: int
    """Index of the draft."""
    rule: Rule
    compare: Compare
    passages: Sequence[Passage]


def _groups(
    judged: Sequence[JudgedDraft], selector: RulesetSelector
) -> dict[tuple[tuple[str, ...], str, str], list[_Member]]:
    """The drafts to compare with each other: several by names of rulesets, id of the rule and its options."""
    groups: dict[tuple[tuple[str, ...], str, str], list[_Member]] = {}
    for at, item in enumerate(judged):
        if item.choice is None or not any(item.passages):
            continue
        comparisons = selector.prepared(item.choice).comparisons
        for (rule, _, compare), passages in zip(comparisons, item.passages, strict=True):
            if passages is not None:
                key = (item.choice.names, rule.id, repr(rule.options))
                groups.setdefault(key, []).append(_Member(at, rule, compare, passages))
    return {key: members for key, members in groups.items() if len(members) > 1}
