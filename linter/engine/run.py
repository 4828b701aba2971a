"""Drafts to results: each is judged, and those judged alike are held against each other.

Nothing here opens a file: a draft brings what gives its bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from itertools import chain

from linter import readers
from linter.engine import judge
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

Tick = Callable[[int, int], None]
"""Is told how many drafts of how many are judged."""

Matches = tuple[tuple[Rule, Match], ...]
"""What the comparison with the other drafts finds in one of them."""


def judge_drafts(
    drafts: Sequence[Draft],
    selector: RulesetSelector,
    jobs: int = 1,
    tick: Tick = lambda done, total: None,
) -> Result:
    """Judge drafts, and compare those that the same rulesets judge.

    A draft that cannot be read, or in which the program fails, gets an outcome with an error; the others
    are still judged. `jobs` is the number of processes, 0 for as many as pay.
    """
    with _mapper(jobs, drafts) as spread:
        judged = list(_told(_judged(drafts, selector, spread), len(drafts), tick))
        found, crashes = _compared(judged, selector)
        again = spread(partial(_judge_pair, selector), [(drafts[at], found[at]) for at in found])
        outcomes = [each.outcome for each in judged]
        for at, item in zip(found, again, strict=True):
            outcomes[at] = item.outcome
    for at, item in enumerate(judged):
        if failed := {crash.rule for crash in crashes.get(item.rulesets, ())}:
            outcomes[at] = judge.uncompared(outcomes[at], failed)
    every = tuple(crash for each in crashes.values() for crash in each)
    error = crash_text("", every, RULES_WENT_ON) if every else None
    return Result(tuple(outcomes), error=error, crashes=every)


_SECTIONS = Message("查找章节", "looking for the sections")
_SUPPRESSIONS = Message("处理抑制说明", "carrying out the suppressions")


def judge_draft(selector: RulesetSelector, draft: Draft, compared: Matches = ()) -> JudgedDraft:
    """One draft, judged; or its error. `compared` is what the comparison with others finds in it."""
    try:
        return _judge(selector, draft, compared)
    except UnreadableError as error:
        return JudgedDraft(FileOutcome(draft.name, "", error.text))
    except CrashError as error:
        text = crash_text(draft.name, (error.crash,), NOT_JUDGED)
        return JudgedDraft(FileOutcome(draft.name, "", text, crashes=(error.crash,)))


def _judge(selector: RulesetSelector, draft: Draft, compared: Matches) -> JudgedDraft:
    """One draft, judged. Raises UnreadableError, CrashError."""
    document = readers.read(draft.name, draft.content())
    with guarded(draft.name, _SUPPRESSIONS):
        beside = draft.suppressions(document) if draft.suppressions else []
    parts, names = selector.outlined(document)
    prepared = selector.prepared(names)
    with guarded(draft.name, _SECTIONS):  # what a rule throws is that rule's error: `judge` sees to it
        judged = judge.judge(document, parts, prepared, compared)._replace(rulesets=names)
    if beside or any("eportlint" in mark.content for mark in document.marks):
        from linter.engine.suppressions import applied

        rules = selector.suppressible(prepared, {crash.rule for crash in judged.outcome.crashes})
        with guarded(draft.name, _SUPPRESSIONS):
            outcome = applied(judged.outcome, Context(document, parts), beside, rules)
        judged = judged._replace(outcome=outcome)
    return judged


def _judge_pair(selector: RulesetSelector, pair: tuple[Draft, Matches]) -> JudgedDraft:
    """`judge_draft` for what maps a function of one argument."""
    return judge_draft(selector, *pair)


def _mapper(
    jobs: int, drafts: Sequence[Draft]
) -> AbstractContextManager[Callable[..., Iterable[JudgedDraft]]]:
    """What judges several drafts, in worker processes where they pay."""
    if len(drafts) < 2:
        return nullcontext(map)
    from linter.engine import workers

    return workers.mapper(workers.count(jobs, [draft.size for draft in drafts]))


def _judged(
    drafts: Sequence[Draft], selector: RulesetSelector, spread: Callable[..., Iterable[JudgedDraft]]
) -> Iterator[JudgedDraft]:
    """Every draft, judged. The first one here: what it loads, the workers that are forked then have."""
    work = partial(judge_draft, selector)
    yield from chain(map(work, drafts[:1]), (item for item in spread(work, drafts[1:])))


def _told(judged: Iterable[JudgedDraft], total: int, tick: Tick) -> Iterator[JudgedDraft]:
    for number, item in enumerate(judged, 1):
        tick(number, total)
        yield item


def _compared(
    judged: Sequence[JudgedDraft], selector: RulesetSelector
) -> tuple[dict[int, Matches], dict[tuple[str, ...], list[Crash]]]:
    """What a comparison finds in each draft, by its index; and by rulesets the rules that failed in it."""
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
