"""A run: paths -> documents -> results. The pipeline of the program."""

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from functools import cache, partial
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from linter import config, engine, readers
from linter import ruleset as rulesets
from linter.config import Config
from linter.errors import (
    NOT_JUDGED,
    RULES_WENT_ON,
    ConfigError,
    CrashError,
    UnreadableError,
    crash_text,
    guarded,
)
from linter.files import expand, identity
from linter.model import Crash, Document, Draft, FileResult, Lists, Match, Part, Result, Rule, Ruleset, Text
from linter.outline import outline

if TYPE_CHECKING:
    from linter.suppress import Judges, Suppression

AUTO = "auto"
FALLBACK = "report-form"
"""The ruleset under `auto` for a report whose title fits none: form only, no sections."""

_OPENING = 300
"""How many characters of an untitled report may name its kind ("现将……意识形态工作情况汇报如下")."""


class Wish(NamedTuple):
    """What the user asked for on the command line."""

    rulesets: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()


class Bench:
    """The rulesets of a run, each loaded and prepared once, when a file first needs it."""

    def __init__(self, wish: Wish, settings: Config) -> None:
        self._wish = wish
        self._settings = settings
        self._library = rulesets.library()
        self._choose: Callable[[str], str | None] | None = None
        self._prepared: dict[tuple[str, ...], engine.Prepared] = {}
        # A wrong name is an error even where there is no file to judge, and whatever the order of files.
        self._require_known(wish.select + wish.ignore, "")
        self._require_known((*settings.settings.select, *settings.settings.ignore), settings.path or "")
        if wish.rulesets and AUTO not in wish.rulesets:
            self.prepared(wish.rulesets)

    def __reduce__(self) -> "tuple[Callable[[Wish, Config], Bench], tuple[Wish, Config]]":
        """In a worker process there is one bench, made there."""
        return _bench, (self._wish, self._settings)

    def ready(self, document: Document, parts: tuple[Part, ...]) -> engine.Prepared:
        """The prepared ruleset that a document is judged by."""
        return self.prepared(self.choose(document, parts))

    def choose(self, document: Document, parts: tuple[Part, ...]) -> tuple[str, ...]:
        """The names of the rulesets that a document is judged by."""
        names = self._wish.rulesets or config.ruleset_for(self._settings, document.path) or (AUTO,)
        return tuple(self._auto(document, parts) if name == AUTO else name for name in names)

    def prepared(self, names: tuple[str, ...]) -> engine.Prepared:
        """The rulesets of some names, joined and prepared."""
        if names not in self._prepared:
            self._prepared[names] = engine.prepare(self._filtered(self._load(names)))
        return self._prepared[names]

    def judges(self, prepared: engine.Prepared, crashed: Collection[str]) -> "Judges":
        """What is to be known of the rules to tell whether a suppression has a use.

        `crashed` are those that failed in the file: whether they would find anything is not known.
        """
        from linter.suppress import Judges

        comparing = {rule.id for rule, _, _ in prepared.comparisons}
        judged = {rule.id for rule, _ in prepared.finds} - comparing - set(crashed)
        select, ignore = self._chosen()
        return Judges(judged, not (select or ignore or crashed), self._anywhere, self.wants)

    def _auto(self, document: Document, parts: tuple[Part, ...]) -> str:
        """The id of the shipped ruleset whose `applies_to` fits the first title that fits any."""
        if self._choose is None:
            self._choose = rulesets.chooser(self._library)
        for part in parts:
            start, end = part.title or (part.start, min(part.end, part.start + _OPENING))
            name = self._choose(document.text[start:end])
            if name:
                return name
        return FALLBACK

    def _load(self, names: tuple[str, ...]) -> Ruleset:
        """The ruleset of a name, or several joined: the later one wins where both have a rule.

        Each rule keeps the word lists of its own set.
        """
        folder = self._settings.folder if not self._wish.rulesets else "."
        loaded = [rulesets.load(name, self._library, folder) for name in names]
        if len(loaded) == 1:
            return loaded[0]
        sections = {terms.id: terms for each in loaded for terms in each.sections}
        rules = {rule.id: rule for each in loaded for rule in each.rules}
        return loaded[0]._replace(
            id="+".join(each.id for each in loaded),
            sections=tuple(sections.values()),
            rules=tuple(rules.values()),
            words=self._joined_words(loaded),
        )

    def _joined_words(self, loaded: Sequence[Ruleset]) -> dict[str, Lists]:
        """Of each group the lists of the last ruleset that changes them; else the shipped ones."""
        shipped = self._library.words[loaded[0].language]
        changed = {
            group: lists for each in loaded for group, lists in each.words.items() if lists != shipped[group]
        }
        return {**shipped, **changed}

    def _filtered(self, ruleset: Ruleset) -> Ruleset:
        """The ruleset with `select` and `ignore` carried out."""
        return ruleset._replace(rules=tuple(rule for rule in ruleset.rules if self.wants(rule.id)))

    def _chosen(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The rules to use, empty for all, and those not to use."""
        settings = self._settings.settings
        return tuple(self._wish.select or settings.select), (*settings.ignore, *self._wish.ignore)

    def wants(self, rule: str) -> bool:
        """Whether a rule is to be used, by `select` and `ignore`."""
        select, ignore = self._chosen()
        return (not select or rule in select) and rule not in ignore

    def _rules(self, names: Iterable[str], folder: str = ".") -> set[str]:
        """The ids of the rules of some rulesets."""
        return {rule.id for name in names for rule in rulesets.load(name, self._library, folder).rules}

    def _in_use(self) -> set[str]:
        """The ids of every rule of the rulesets that files of this run may be judged by."""
        from linter.suppress import RULES

        named = self._rules(name for name in self._wish.rulesets if name != AUTO)
        if self._wish.rulesets and AUTO not in self._wish.rulesets:
            return {*RULES, *named}
        settings = self._settings.settings
        configured = {*settings.ruleset, *(name for each in settings.paths for name in each.ruleset)} - {AUTO}
        own = self._rules(configured, self._settings.folder)
        return {*RULES, *named, *own, *self._rules(rulesets.shipped(self._library))}

    def _anywhere(self) -> set[str]:
        """The same, and the ids of every shipped rule, whatever this run was told to use."""
        return self._in_use() | self._rules(rulesets.shipped(self._library))

    def _require_known(self, names: Sequence[str], where: str) -> None:
        """Raises ConfigError for a rule that no ruleset of the run has; `where` is the file that names it.

        What the configuration names may belong to a set that this run was told not to use.
        """
        if not names:
            return
        known = self._anywhere() if where else self._in_use()
        for name in names:
            if name not in known:
                from linter.language.schema import hint

                advice, place = hint(name, sorted(known)), where or "、".join(self._wish.rulesets) or AUTO
                raise ConfigError(
                    f"{place}：没有规则“{name}”{advice.zh}", f"{place}: there is no rule '{name}'{advice.en}"
                )


@cache
def _bench(wish: Wish, settings: Config) -> Bench:
    return Bench(wish, settings)


def require_known(zh: str, en: str, names: Iterable[str], ruleset: str, known: Sequence[str]) -> None:
    """Raises ConfigError for a name of a rule or section that the ruleset does not have."""
    for name in names:
        if name not in known:
            from linter.language.schema import hint

            advice = hint(name, known)
            raise ConfigError(
                f"规则集 {ruleset} 没有{zh}“{name}”{advice.zh}",
                f"ruleset {ruleset} has no {en} '{name}'{advice.en}",
            )


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
    judged: engine.Judged
    names: tuple[str, ...] = ()
    """The rulesets that it was judged by; empty when it could not be read."""


def check(
    paths: Sequence[str],
    bench: Bench,
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
        done = list(_judged(bench, tasks, spread, tick))
        results = failed | {item.name: item.judged.result for item in done}
        found, crashed = _comparisons(done, bench)
        again = [task._replace(compared=tuple(found[task.name])) for task in tasks if task.name in found]
        results |= {item.name: item.judged.result for item in spread(partial(judge, bench), again)}
    for item in done:
        if rules := {crash.rule for crash in crashed.get(item.names, ())}:
            results[item.name] = engine.uncompared(results[item.name], rules)
    crashes = tuple(crash for each in crashed.values() for crash in each)
    error = crash_text("", crashes, RULES_WENT_ON) if crashes else None
    return Result(tuple(results[name] for name in order), error=error, crashes=crashes)


_STRUCTURE = Text("分析文章结构", "telling the structure")
_RULES = Text("选用和装载规则", "choosing and loading the rules")
_SECTIONS = Text("查找章节", "looking for the sections")
_SUPPRESSIONS = Text("处理抑制说明", "carrying out the suppressions")


def judge(bench: Bench, task: Task) -> Done:
    """One file, judged; or its error."""
    try:
        return _judge(bench, task)
    except UnreadableError as error:
        return Done(task.name, engine.Judged(FileResult(task.path, "", error.text)))
    except CrashError as error:
        text = crash_text(task.path, (error.crash,), NOT_JUDGED)
        result = FileResult(task.path, "", text, crashes=(error.crash,))
        return Done(task.name, engine.Judged(result))


def _judge(bench: Bench, task: Task) -> Done:
    """One file, judged. Raises UnreadableError, CrashError."""
    path = task.path
    document = readers.read(path, task.data)
    with guarded(path, _SUPPRESSIONS):
        beside = _beside(document)
    parts = outlined(document)
    with guarded(path, _RULES):
        names = bench.choose(document, parts)
        prepared = bench.prepared(names)
    with guarded(path, _SECTIONS):  # what a rule throws is that rule's error: the engine sees to it
        judged = engine.judge(document, parts, prepared, task.compared)
    if beside or any("eportlint" in mark.note for mark in document.marks):
        from linter.suppress import applied

        judges = bench.judges(prepared, {crash.rule for crash in judged.result.crashes})
        with guarded(path, _SUPPRESSIONS):
            result = applied(judged.result, Draft(document, parts), beside, judges)
        judged = judged._replace(result=result)
    return Done(task.name, judged, names)


def outlined(document: Document) -> tuple[Part, ...]:
    """The reports within a document. Raises CrashError."""
    with guarded(document.path, _STRUCTURE):
        return outline(document)


def _tasks(
    paths: Sequence[str], settings: Config, stdin: tuple[str, bytes] | None
) -> tuple[list[str], dict[str, FileResult], list[Task]]:
    """The names of what is to be reported, in order, the errors of paths that are none, and the files to
    judge, each once."""
    once: dict[object, str] = {}
    errors: dict[str, FileResult] = {}
    for path in paths:
        try:
            for name in expand([path], lambda name: config.excluded(settings, name)):
                once.setdefault(identity(name), name)
        except UnreadableError as error:
            once.setdefault(path, path)
            errors[path] = FileResult(path, "", error.text)
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
    from linter import pool

    return pool.mapper(pool.workers(jobs, [task.path for task in tasks]))


def _judged(
    bench: Bench,
    tasks: Sequence[Task],
    spread: Callable[..., Iterable[Done]],
    tick: Callable[[int, int], None],
) -> Iterator[Done]:
    """Every file judged. The first one here: what it loads, the workers that are forked then have."""
    work = partial(judge, bench)
    found = chain(map(work, tasks[:1]), (item for item in spread(work, tasks[1:])))
    for number, item in enumerate(found, 1):
        tick(number, len(tasks))
        yield item


def _beside(document: Document) -> "list[Suppression]":
    """The suppressions in the file beside a draft."""
    path = document.path + ".reportlint.yml"
    if not os.path.exists(path):
        return []
    from linter import sidecar

    return sidecar.read(path, document)


def _comparisons(
    done: Sequence[Done], bench: Bench
) -> tuple[dict[str, list[Found]], dict[tuple[str, ...], list[Crash]]]:
    """What only a comparison of the files of a run finds, by file; and by rulesets the rules that failed."""
    groups: dict[tuple[str, ...], list[engine.Judged]] = {}
    for item in done:
        if any(item.judged.passages):
            groups.setdefault(item.names, []).append(item.judged)
    by_path = {item.judged.result.path: item.name for item in done}
    found: dict[str, list[Found]] = {}
    crashed = {}
    for names, members in groups.items():
        if len(members) > 1:
            matches, crashed[names] = engine.compare(bench.prepared(names), members)
            for path, rule, match in matches:
                plain = match._replace(values=dict(match.values))  # a mapping proxy cannot be pickled
                found.setdefault(by_path[path], []).append((rule, plain))
    return found, crashed
