"""Drafts → results: each is judged, and those judged by the same rulesets are compared with each other.

Nothing here opens a file: a draft has a function that gives its bytes.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from typing import TypeVar

from linter import readers
from linter.engine.compare import Matches, compare_drafts, result
from linter.engine.judge import JudgedDraft
from linter.engine.kinds import judged_by_kind
from linter.engine.selection import RulesetSelector
from linter.engine.sketch import sketch
from linter.model.draft import Draft
from linter.model.errors import NOT_JUDGED, CrashError, UnreadableError, crash_text, guarded
from linter.model.finding import FileOutcome, Result
from linter.model.message import Message
from linter.model.outline import Context

Done = TypeVar("Done")
Progress = Callable[[int, int], None]
"""Called with the number of drafts that are judged, and the number of all."""

_LARGE = 500_000
"""Bytes of a draft that takes a second or more."""


def judge_drafts(
    drafts: Sequence[Draft],
    selector: RulesetSelector,
    jobs: int = 1,
    tick: Progress = lambda done, total: None,
    keep_text: bool = False,
) -> Result:
    """Judge drafts, and compare those that the same rulesets judge.

    A draft that cannot be read, or in which the program fails, gets an outcome with an error; the others
    are still judged. `jobs` is the number of processes, 0 for a number that suits the drafts. `tick` is
    called after each draft, and before all where one takes long. With `keep_text` the outcomes hold the text
    of the drafts.
    """
    with _mapper(jobs, drafts) as parallel_map:
        work = partial(judge_draft, selector, keep_text=keep_text)
        judged: list[JudgedDraft] = []
        if any(draft.size >= _LARGE for draft in drafts):
            tick(0, len(drafts))
        for each in first_here(work, drafts, parallel_map):
            judged.append(each)
            tick(len(judged), len(drafts))
        compared = compare_drafts(judged, selector)
        pairs = [(drafts[at], matches) for at, matches in compared.found]
        judged = [each._replace(passages=()) for each in judged]  # a third of the memory of a large run
        again = list(parallel_map(partial(_judge_pair, work), pairs))
    return result(judged, compared, [item.outcome for item in again], selector)


_SECTIONS = Message("查找各部分", "looking for the sections")
_TEXT = Message("整理正文", "keeping the text")
_SUPPRESSIONS = Message("处理抑制说明", "carrying out the suppressions")


def judge_draft(
    selector: RulesetSelector, draft: Draft, compared: Matches = (), keep_text: bool = False
) -> JudgedDraft:
    """Judge one draft; one that cannot be judged gets an outcome with an error.

    `compared` are the matches found in it by comparing it with others. With `keep_text` the outcome holds
    its text.
    """
    try:
        return _judge(selector, draft, compared, keep_text)
    except UnreadableError as error:
        return JudgedDraft(FileOutcome(draft.name, "", error.text))
    except CrashError as error:
        text = crash_text(draft.name, (error.crash,), NOT_JUDGED)
        return JudgedDraft(FileOutcome(draft.name, "", text, crashes=(error.crash,)))


def _judge(selector: RulesetSelector, draft: Draft, compared: Matches, keep_text: bool) -> JudgedDraft:
    """`judge_draft`, but raises UnreadableError and CrashError."""
    document = readers.read(draft.name, draft.content())
    with guarded(draft.name, _SUPPRESSIONS):
        declared = draft.suppressions(document) if draft.suppressions else []
    parts, choice = selector.outlined(document)
    choices = selector.by_part(document, parts, choice)
    with guarded(draft.name, _SECTIONS):  # an exception of a rule is caught in `judge`
        period = selector.period(document)
        judged = judged_by_kind(document, parts, choices, choice, selector.prepared, compared, period)
    if declared or any("eportlint" in mark.content for mark in document.marks):
        from linter.engine.suppressions import applied

        rules = selector.suppressible(document, choice, {crash.rule for crash in judged.outcome.crashes})
        with guarded(draft.name, _SUPPRESSIONS):
            outcome = applied(judged.outcome, Context(document, parts), declared, rules)
        judged = judged._replace(outcome=outcome)
    outcome = judged.outcome._replace(
        form_only=selector.knows_no_genre(document, choice),
        sketch=sketch(document.text),
        characters=len("".join(document.text.split())),
    )
    if keep_text:
        from linter.engine.kept_text import kept_text

        with guarded(draft.name, _TEXT):
            outcome = outcome._replace(text=kept_text(document, parts))
    return judged._replace(outcome=outcome)


def _judge_pair(work: Callable[..., JudgedDraft], pair: tuple[Draft, Matches]) -> JudgedDraft:
    """A function of two arguments as one of a pair, for `map`."""
    return work(*pair)


def _mapper(
    jobs: int, drafts: Sequence[Draft]
) -> AbstractContextManager[Callable[..., Iterable[JudgedDraft]]]:
    """Gives a function like `map`, which uses worker processes where these save time."""
    if len(drafts) < 2:
        return nullcontext(map)
    from linter.engine import workers

    return workers.mapper(workers.count(jobs, [draft.size for draft in drafts]))


def first_here(
    work: Callable[[Draft], Done], drafts: Sequence[Draft], parallel_map: Callable[..., Iterable[Done]]
) -> Iterator[Done]:
    """What some work gives of each draft. The first is done here: forked workers then have the modules that
    it loaded.
    """
    yield from map(work, drafts[:1])
    yield from parallel_map(work, drafts[1:])
