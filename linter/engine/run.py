"""A run: paths -> documents -> results. The pipeline of the program."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from linter import readers
from linter.engine import judge as judging
from linter.engine.selection import RulesetSelector
from linter.model.document import Document
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
from linter.model.outline import Context, Part
from linter.model.rules import Rule
from linter.project import config
from linter.project.config import Config
from linter.project.files import expand, identity
from linter.structure.outline import outline

if TYPE_CHECKING:
    from linter.model.finding import Suppression


Found = tuple[Rule, Match]
"""What only a comparison of several files finds in one of them."""


class Task(NamedTuple):
    """One file to judge."""

    name: str
    """How the run was told of it."""
    path: str
    data: bytes | None = None
    """Its content where it is not to be read from its path."""
    compared: tuple[Found, ...] = ()


class Done(NamedTuple):
    """One file and what it got."""

    name: str
    judged: judging.JudgedFile
    names: tuple[str, ...] = ()
    """The rulesets that it was judged by; empty when it could not be read."""


def check(
    paths: Sequence[str],
    selector: RulesetSelector,
    settings: Config,
    stdin: tuple[str, bytes] | None = None,
    jobs: int = 1,
    tick: Callable[[int, int], None] = lambda done, total: None,
) -> Result:
    """Judge every file that the paths stand for.

    A file that cannot be read, or in which the program fails, gets a result with an error; the others
    are still judged. `stdin` is the name and the content that stand for the path `-`. `jobs` is the number of
    processes, 0 for as many as pay; `tick` is told how many of how many files are done.
    """
    order, failed, tasks = _tasks(paths, settings, stdin)
    with _mapper(jobs, tasks) as spread:
        done = list(_judged(selector, tasks, spread, tick))
        results = failed | {item.name: item.judged.result for item in done}
        found, crashed = _comparisons(done, selector)
        again = [task._replace(compared=tuple(found[task.name])) for task in tasks if task.name in found]
        results |= {item.name: item.judged.result for item in spread(partial(judge, selector), again)}
    for item in done:
        if rules := {crash.rule for crash in crashed.get(item.names, ())}:
            results[item.name] = judging.uncompared(results[item.name], rules)
    crashes = tuple(crash for each in crashed.values() for crash in each)
    error = crash_text("", crashes, RULES_WENT_ON) if crashes else None
    return Result(tuple(results[name] for name in order), error=error, crashes=crashes)


_STRUCTURE = Message("分析文章结构", "telling the structure")
_RULES = Message("选用和装载规则", "choosing and loading the rules")
_SECTIONS = Message("查找章节", "looking for the sections")
_SUPPRESSIONS = Message("处理抑制说明", "carrying out the suppressions")


def judge(selector: RulesetSelector, task: Task) -> Done:
    """One file, judged; or its error."""
    try:
        return _judge(selector, task)
    except UnreadableError as error:
        return Done(task.name, judging.JudgedFile(FileOutcome(task.path, "", error.text)))
    except CrashError as error:
        text = crash_text(task.path, (error.crash,), NOT_JUDGED)
        result = FileOutcome(task.path, "", text, crashes=(error.crash,))
        return Done(task.name, judging.JudgedFile(result))


def _judge(selector: RulesetSelector, task: Task) -> Done:
    """One file, judged. Raises UnreadableError, CrashError."""
    path = task.path
    document = readers.read(path, task.data)
    with guarded(path, _SUPPRESSIONS):
        beside = _beside(document)
    parts = outlined(document)
    with guarded(path, _RULES):
        names = selector.choose(document, parts)
        prepared = selector.prepared(names)
    with guarded(path, _SECTIONS):  # what a rule throws is that rule's error: the engine sees to it
        judged = judging.judge(document, parts, prepared, task.compared)
    if beside or any("eportlint" in mark.content for mark in document.marks):
        from linter.engine.suppressions import applied

        judges = selector.judges(prepared, {crash.rule for crash in judged.result.crashes})
        with guarded(path, _SUPPRESSIONS):
            result = applied(judged.result, Context(document, parts), beside, judges)
        judged = judged._replace(result=result)
    return Done(task.name, judged, names)


def outlined(document: Document) -> tuple[Part, ...]:
    """The reports within a document. Raises CrashError."""
    with guarded(document.path, _STRUCTURE):
        return outline(document)


def _tasks(
    paths: Sequence[str], settings: Config, stdin: tuple[str, bytes] | None
) -> tuple[list[str], dict[str, FileOutcome], list[Task]]:
    """The names of what is to be reported, in order, the errors of paths that are none, and the files to
    judge, each once."""
    once: dict[object, str] = {}
    errors: dict[str, FileOutcome] = {}
    for path in paths:
        try:
            for name in expand([path], lambda name: config.excluded(settings, name)):
                once.setdefault(identity(name), name)
        except UnreadableError as error:
            once.setdefault(path, path)
            errors[path] = FileOutcome(path, "", error.text)
    order = list(once.values())
    tasks = [
        Task(name, *stdin) if name == "-" and stdin else Task(name, name)
        for name in order
        if name not in errors
    ]
    return order, errors, tasks


def _mapper(jobs: int, tasks: Sequence[Task]) -> AbstractContextManager[Callable[..., Iterable[Done]]]:
    """What judges several files, in worker processes where they pay."""
    if len(tasks) < 2:
        return nullcontext(map)
    from linter.engine import workers

    return workers.mapper(workers.workers(jobs, [task.path for task in tasks]))


def _judged(
    selector: RulesetSelector,
    tasks: Sequence[Task],
    spread: Callable[..., Iterable[Done]],
    tick: Callable[[int, int], None],
) -> Iterator[Done]:
    """Every file judged. The first one here: what it loads, the workers that are forked then have."""
    work = partial(judge, selector)
    found = chain(map(work, tasks[:1]), (item for item in spread(work, tasks[1:])))
    for number, item in enumerate(found, 1):
        tick(number, len(tasks))
        yield item


def _beside(document: Document) -> list[Suppression]:
    """The suppressions in the file beside a draft."""
    path = document.path + ".reportlint.yml"
    if not os.path.exists(path):
        return []
    from linter.project import sidecar

    return sidecar.read(path, document)


def _comparisons(
    done: Sequence[Done], selector: RulesetSelector
) -> tuple[dict[str, list[Found]], dict[tuple[str, ...], list[Crash]]]:
    """What only a comparison of the files of a run finds, by file; and by rulesets the rules that failed."""
    groups: dict[tuple[str, ...], list[judging.JudgedFile]] = {}
    for item in done:
        if any(item.judged.passages):
            groups.setdefault(item.names, []).append(item.judged)
    by_path = {item.judged.result.path: item.name for item in done}
    found: dict[str, list[Found]] = {}
    crashed = {}
    for names, members in groups.items():
        if len(members) > 1:
            matches, crashed[names] = judging.compare(selector.prepared(names), members)
            for path, rule, match in matches:
                plain = match._replace(values=dict(match.values))  # a mapping proxy cannot be pickled
                found.setdefault(by_path[path], []).append((rule, plain))
    return found, crashed
