"""Drafts → results: each is judged, and those judged by the same rulesets are compared with each other.

Nothing here opens a file: a draft has a function that gives its bytes.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from itertools import chain

from linter import readers
from linter.engine import judge
from linter.engine.checklist import uncompared
from linter.engine.judge import JudgedDraft
from linter.engine.selection import RulesetSelector
from linter.model.draft import Draft
from linter.model.errors import (
    NOT_JUDGED,
    RULES_WENT_ON,
    CrashError,
    UnreadableError,
    crash_text,
    guarded,
)
from linter.model.finding import Crash, FileOutcome, Match, Result
from linter.model.message import Message
from linter.model.outline import Context
from linter.model.rules import Rule

Progress = Callable[[int, int], None]
"""Called with the number of drafts that are judged, and the number of all."""

Matches = tuple[tuple[Rule, Match], ...]
"""The matches in one draft that were found by comparing it with others, each with its rule."""


def judge_drafts(
    drafts: Sequence[Draft],
    selector: RulesetSelector,
    jobs: int = 1,
    tick: Progress = lambda done, total: None,
) -> Result:
    """Judge drafts, and compare those that the same rulesets judge.

    A draft that cannot be read, or in which the program fails, gets an outcome with an error; the others
    are still judged. `jobs` is the number of processes, 0 for a number that suits the
    drafts. `tick` is called after each draft.
    """
    with _mapper(jobs, drafts) as parallel_map:
        judged = list(_with_progress(_judged(drafts, selector, parallel_map), len(drafts), tick))
        found, crashes = _compared(judged, selector)
        again = parallel_map(partial(_judge_pair, selector), [(drafts[at], found[at]) for at in found])
        outcomes = [each.outcome for each in judged]
        for at, item in zip(found, again, strict=True):
            outcomes[at] = item.outcome
    for at, item in enumerate(judged):
        if failed := {crash.rule for crash in crashes.get(item.rulesets, ())}:
            outcomes[at] = uncompared(outcomes[at], failed)
    every = tuple(crash for each in crashes.values() for crash in each)
    error = crash_text("", every, RULES_WENT_ON) if every else None
    return Result(tuple(outcomes), error=error, crashes=every, rules=_rules(judged, selector))


def _rules(judged: Sequence[JudgedDraft], selector: RulesetSelector) -> dict[str, Rule]:
    """The rules that judged the drafts, by id; those of the first draft go before others of their id."""
    named = dict.fromkeys(item.rulesets for item in judged if item.rulesets)
    return {rule.id: rule for names in reversed(named) for rule in selector.rules(names)}


_SECTIONS = Message("查找章节", "looking for the sections")
_SUPPRESSIONS = Message("处理抑制说明", "carrying out the suppressions")


def judge_draft(selector: RulesetSelector, draft: Draft, compared: Matches = ()) -> JudgedDraft:
    """Judge one draft; one that cannot be judged gets an outcome with an error.

    `compared` are the matches found in it by comparing it with others.
    """
    try:
        return _judge(selector, draft, compared)
    except UnreadableError as error:
        return JudgedDraft(FileOutcome(draft.name, "", error.text))
    except CrashError as error:
        text = crash_text(draft.name, (error.crash,), NOT_JUDGED)
        return JudgedDraft(FileOutcome(draft.name, "", text, crashes=(error.crash,)))


def _judge(selector: RulesetSelector, draft: Draft, compared: Matches) -> JudgedDraft:
    """`judge_draft`, but raises UnreadableError and CrashError."""
    document = readers.read(draft.name, draft.content())
    with guarded(draft.name, _SUPPRESSIONS):
        declared = draft.suppressions(document) if draft.suppressions else []
    parts, names = selector.outlined(document)
    prepared = selector.prepared(names)
    with guarded(draft.name, _SECTIONS):  # an exception of a rule is caught in `judge`
        judged = judge.judge(document, parts, prepared, compared, selector.period(document))._replace(
            rulesets=names
        )
    if declared or any("eportlint" in mark.content for mark in document.marks):
        from linter.engine.suppressions import applied

        rules = selector.suppressible(prepared, {crash.rule for crash in judged.outcome.crashes})
        with guarded(draft.name, _SUPPRESSIONS):
            outcome = applied(judged.outcome, Context(document, parts), declared, rules)
        judged = judged._replace(outcome=outcome)
    if selector.knows_no_genre(document, names):
        judged = judged._replace(outcome=judged.outcome._replace(form_only=True))
    return judged


def _judge_pair(selector: RulesetSelector, pair: tuple[Draft, Matches]) -> JudgedDraft:
    """`judge_draft` as a function of two arguments, for `map`."""
    return judge_draft(selector, *pair)


def _mapper(
    jobs: int, drafts: Sequence[Draft]
) -> AbstractContextManager[Callable[..., Iterable[JudgedDraft]]]:
    """Gives a function like `map`, which uses worker processes where these save time."""
    if len(drafts) < 2:
        return nullcontext(map)
    from linter.engine import workers

    return workers.mapper(workers.count(jobs, [draft.size for draft in drafts]))


def _judged(
    drafts: Sequence[Draft], selector: RulesetSelector, parallel_map: Callable[..., Iterable[JudgedDraft]]
) -> Iterator[JudgedDraft]:
    """Judge every draft. The first is judged here: forked workers then have the modules that it loaded."""
    work = partial(judge_draft, selector)
    yield from chain(map(work, drafts[:1]), (item for item in parallel_map(work, drafts[1:])))


def _with_progress(judged: Iterable[JudgedDraft], total: int, tick: Progress) -> Iterator[JudgedDraft]:
    for number, item in enumerate(judged, 1):
        tick(number, total)
        yield item


def _compared(
    judged: Sequence[JudgedDraft], selector: RulesetSelector
) -> tuple[dict[int, Matches], dict[tuple[str, ...], list[Crash]]]:
    """Compare drafts: matches by the index of their draft, crashes by the names of the rulesets."""
    groups: dict[tuple[str, ...], list[int]] = {}
    for at, item in enumerate(judged):
        if any(item.passages):
            groups.setdefault(item.rulesets, []).append(at)
    found: dict[int, Matches] = {}
    crashes = {}
    for names, members in groups.items():
        if len(members) > 1:
            matches, crashes[names] = judge.compare(selector.prepared(names), [judged[at] for at in members])
            for path, rule, match in matches:
                at = next(at for at in members if judged[at].outcome.path == path)
                plain = match._replace(values=dict(match.values))  # a mapping proxy cannot be pickled
                found[at] = (*found.get(at, ()), (rule, plain))
    return found, crashes
