"""A run: paths -> documents -> results. The pipeline of the program, one file after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from linter import config, engine, readers
from linter import ruleset as rulesets
from linter.config import Config
from linter.errors import ConfigError, UnreadableError
from linter.files import expand
from linter.model import Document, FileResult, Match, Part, Result, Rule, Ruleset
from linter.outline import outline

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
        if wish.rulesets and AUTO not in wish.rulesets:
            self._ready(wish.rulesets)  # a wrong name is an error even where there is no file to judge

    def ready(self, document: Document, parts: tuple[Part, ...]) -> engine.Prepared:
        """The prepared ruleset that a document is judged by."""
        names = self._wish.rulesets or config.ruleset_for(self._settings, document.path) or (AUTO,)
        return self._ready(tuple(self._auto(document, parts) if name == AUTO else name for name in names))

    def _ready(self, chosen: tuple[str, ...]) -> engine.Prepared:
        if chosen not in self._prepared:
            self._prepared[chosen] = engine.prepare(self._filtered(self._load(chosen)))
        return self._prepared[chosen]

    def rules(self) -> dict[str, Rule]:
        """The rules that have been made ready so far, by id."""
        return {rule.id: rule for each in self._prepared.values() for rule in each.ruleset.rules}

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
        """The ruleset of a name, or several joined: the later one wins where both have a rule."""
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
        )

    def _filtered(self, ruleset: Ruleset) -> Ruleset:
        """The ruleset with `select` and `ignore` carried out."""
        settings = self._settings.settings
        select = self._wish.select or settings.select
        ignore = (*settings.ignore, *self._wish.ignore)
        self._require_known(ruleset, (*self._wish.select, *self._wish.ignore))
        rules = tuple(
            rule for rule in ruleset.rules if (not select or rule.id in select) and rule.id not in ignore
        )
        return ruleset._replace(rules=rules)

    def _require_known(self, ruleset: Ruleset, names: Sequence[str]) -> None:
        """Raises ConfigError for a rule that neither this set has nor, where no set was asked for, any."""
        known = {rule.id for rule in ruleset.rules}
        if not self._wish.rulesets and not known.issuperset(names):
            shipped = [rulesets.load(name, self._library) for name in rulesets.shipped(self._library)]
            known |= {rule.id for each in shipped for rule in each.rules}
        require_known("规则", "rule", names, ruleset.id, sorted(known))


def require_known(zh: str, en: str, names: Iterable[str], ruleset: str, known: Sequence[str]) -> None:
    """Raises ConfigError for a name of a rule or section that the ruleset does not have."""
    for name in names:
        if name not in known:
            from difflib import get_close_matches

            near = get_close_matches(name, known, 1)
            hint_zh = f"，是不是“{near[0]}”？" if near else f"。可用的有：{'、'.join(known)}"
            hint_en = f'; did you mean "{near[0]}"?' if near else f". It has: {', '.join(known)}"
            raise ConfigError(
                f"规则集 {ruleset} 没有{zh}“{name}”{hint_zh}",
                f'ruleset {ruleset} has no {en} "{name}"{hint_en}',
            )


class _Done(NamedTuple):
    """One file and what it got; `prepared` is None when it could not be read."""

    name: str
    judged: engine.Judged
    prepared: engine.Prepared | None


def check(
    paths: Sequence[str], bench: Bench, settings: Config, stdin: tuple[str, bytes] | None = None
) -> Result:
    """Judge every file that the paths stand for.

    A file that cannot be read gets a result with an error; the others are still judged. `stdin` is the
    name and the content that stand for the path `-`.
    """
    results: dict[str, FileResult] = {}
    names: list[str] = []
    for path in paths:
        try:
            names += expand([path], lambda name: config.excluded(settings, name))
        except UnreadableError as error:
            results[path] = FileResult(path, "", error.text)
    done = [_one(name, bench, stdin) for name in dict.fromkeys(names)]
    results |= {item.name: item.judged.result for item in done}
    for name, found in _comparisons(done).items():
        results[name] = _one(name, bench, stdin, found).judged.result
    return Result(tuple(results.values()))


def _one(
    name: str, bench: Bench, stdin: tuple[str, bytes] | None, compared: Sequence[tuple[Rule, Match]] = ()
) -> _Done:
    """One file, judged; or its error."""
    path, data = stdin if name == "-" and stdin else (name, None)
    try:
        document = readers.read(path, data)
    except UnreadableError as error:
        return _Done(name, engine.Judged(FileResult(path, "", error.text)), None)
    parts = outline(document)
    prepared = bench.ready(document, parts)
    return _Done(name, engine.judge(document, parts, prepared, compared), prepared)


def _comparisons(done: Sequence[_Done]) -> dict[str, list[tuple[Rule, Match]]]:
    """What only a comparison of the files of a run finds, by file."""
    groups: dict[int, list[_Done]] = {}
    for item in done:
        if item.prepared and any(item.judged.passages):
            groups.setdefault(id(item.prepared), []).append(item)
    by_path = {item.judged.result.path: item.name for item in done}
    found: dict[str, list[tuple[Rule, Match]]] = {}
    for members in groups.values():
        if len(members) > 1 and members[0].prepared:
            for path, rule, match in engine.compare(members[0].prepared, [item.judged for item in members]):
                found.setdefault(by_path[path], []).append((rule, match))
    return found
