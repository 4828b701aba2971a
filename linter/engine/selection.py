"""Which rulesets judge a file, and which of their rules: from the command line and the configuration."""

from collections.abc import Callable, Collection, Iterable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from linter.engine import judge
from linter.engine.choice import AUTO, Choice, RuleFilter, changed
from linter.engine.loaded_rulesets import LoadedRulesets
from linter.model.document import Document
from linter.model.errors import guarded
from linter.model.finding import FileOutcome
from linter.model.message import Message
from linter.model.outline import Part
from linter.model.rules import DEFAULT_LANGUAGE, Rule, Ruleset
from linter.project import config
from linter.project.config import Configs
from linter.project.globs import fits
from linter.project.settings import Config
from linter.ruleset import library as rulesets
from linter.structure.outline import alike, matchers, outline

if TYPE_CHECKING:
    from linter.engine.known_rules import KnownRules
    from linter.engine.suppressions import SuppressibleRules


FALLBACK = "report-form"
"""The ruleset under `auto` for a report whose title fits none: form only, no sections."""

_NO_CONFIG = Configs(Config())
_STRUCTURE = Message("分析文章结构", "telling the structure")
_RULES = Message("选用和装载规则", "choosing and loading the rules")

_OPENING = 300
"""How many characters of an untitled report may name its kind ("现将……意识形态工作情况汇报如下")."""


class Selection(NamedTuple):
    """The choice of rulesets and rules on the command line: names of rules, ids or paths of rulesets."""

    rulesets: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()


class RulesetSelector:
    """Chooses the rulesets of each document of a run; loads and prepares each once, on first use."""

    def __init__(
        self,
        selection: Selection,
        configs: Configs = _NO_CONFIG,
        own: Mapping[str, Ruleset] = rulesets.NO_RULESETS,
        files: bool = True,
    ) -> None:
        """`own` are rulesets by id that are not in files; if not `files`, names are ids, never paths.

        Raises RulesetError for an unknown or wrong ruleset, ConfigError for an unknown rule.
        """
        self._configs = configs
        self._own = own
        self._files = files
        self._loaded = LoadedRulesets(own, files)
        self._choosers: dict[tuple[str, ...], Callable[[str], str | None]] = {}
        self._known: KnownRules | None = None
        self._prepared: dict[Choice, judge.PreparedRuleset] = {}
        self._lines = matchers(self._loaded.library.words[DEFAULT_LANGUAGE])
        self._selection = selection._replace(rulesets=tuple(map(self._named, selection.rulesets)))
        # An unknown name is an error even if no file is judged.
        self._loaded.rules(name for name in self._selection.rulesets if name != AUTO)

    def __reduce__(self) -> "tuple[Callable[..., RulesetSelector], tuple[Any, ...]]":
        """Pickled for a worker process, which makes a selector of its own once for all its tasks."""
        import pickle

        made_of = (self._selection, self._configs, dict(self._own), self._files)
        return _worker_selector, (pickle.dumps(made_of),)

    def require_sound(self, paths: Iterable[str]) -> None:
        """Check the names of rules on the command line and in the configurations of files, and the options
        that these give to rules, whatever judges the files in the end.

        Raises ConfigError, RulesetError.
        """
        configs = list(dict.fromkeys(map(self._configs.of, paths)))
        selection = self._selection
        if selection.select or selection.ignore or any(each.rule_names for each in configs):
            self._known_rules().require_sound(configs)

    def prepare_all(self) -> None:
        """Prepare every ruleset that a document may be judged by, before the first one comes."""
        asked = self._selection.rulesets or self._configs.of("").settings.ruleset or (AUTO,)
        for id in self._loaded.library.paths if AUTO in asked else [AUTO]:
            names = tuple(id if name == AUTO else name for name in asked)
            self.prepared(self._choice(names, ""), at_once=True)

    def outlined(self, document: Document) -> tuple[tuple[Part, ...], Choice]:
        """The reports of a document, and what it is judged by.

        The rulesets may depend on the titles of the reports, so the shipped word lists come first; where
        the rulesets have others for the lines of a draft, it is taken apart once more. Raises CrashError.
        """
        with guarded(document.path, _STRUCTURE):
            parts = outline(document, self._lines)
        with guarded(document.path, _RULES):
            choice = self.choose(document, parts)
            lines = self.prepared(choice).lines
        if not alike(document, lines, self._lines):
            with guarded(document.path, _STRUCTURE):
                parts = outline(document, lines)
        return parts, choice

    def choose(self, document: Document, parts: tuple[Part, ...]) -> Choice:
        """What a document is judged by: under `auto` by the rulesets of all its kinds of reports."""
        kinds = filter(None, self._kinds(document, parts))
        return self._with(dict.fromkeys(kinds) or (FALLBACK,), document.path)

    def known_choice(self, names: tuple[str, ...], path: str) -> Choice:
        """What the document at a path is judged by where these are its rulesets.

        Raises RulesetError: there is none of a name.
        """
        self._loaded.rules(names)
        return self._choice(names, path)

    def by_part(self, document: Document, parts: tuple[Part, ...], choice: Choice) -> tuple[Choice, ...]:
        """What each report of a document is judged by: of those in its `choice` the ruleset that its title
        fits, or else the first.
        """
        kinds = self._kinds(document, parts) if len(choice.names) > 1 else ()
        if len(set(kinds) - {None}) < 2:
            return (choice,) * len(parts)
        first = next(kind for kind in kinds if kind)
        return tuple(self._with((kind or first,), document.path) for kind in kinds)

    def knows_no_genre(self, document: Document, choice: Choice) -> bool:
        """Whether `choose` chose this because no title of the document fits a ruleset."""
        asked = self._asked(document.path)
        return AUTO in asked and FALLBACK in choice.names and FALLBACK not in asked

    def period(self, document: Document) -> str:
        """The period that the configuration expects a document to be about; empty for none."""
        return config.period_for(self._configs.of(document.path), document.path)

    def prepared(self, choice: Choice, at_once: bool = False) -> judge.PreparedRuleset:
        """The rulesets of a choice joined into one, with its rules filtered, changed and prepared (see
        `judge.prepare`); cached.
        """
        if choice not in self._prepared:
            ruleset = self.ruleset(choice)
            self._prepared[choice] = judge.prepare(ruleset._replace(rules=self.rules(choice)), at_once)
        return self._prepared[choice]

    def ruleset(self, choice: Choice) -> Ruleset:
        """The rulesets of a choice joined into one, with all of its rules as they are there."""
        return self._loaded.joined(choice.names)

    def rules(self, choice: Choice) -> tuple[Rule, ...]:
        """The rules of a choice, changed as it says; nothing is compiled for it."""
        return tuple(
            changed(rule, choice) for rule in self.ruleset(choice).rules if choice.filter.wants(rule)
        )

    def suppressible(
        self, document: Document, choice: Choice, crashed: Collection[str]
    ) -> "SuppressibleRules":
        """The rules to compare the suppressions of a file with, to find those that suppress nothing.

        `crashed` are the ids of rules that failed in the file: what they would find is unknown.
        """
        from linter.engine.suppressions import SuppressibleRules

        prepared = self.prepared(choice)
        comparing = {rule.id for rule, _, _ in prepared.comparisons}
        judged = {rule.id for rule, _ in prepared.finds} - comparing - set(crashed)
        whole = not (choice.filter.select or choice.filter.ignore or crashed)
        given = self._configs.of(document.path)

        def configured(rule: Rule) -> Rule | None:
            return changed(rule, choice) if choice.filter.wants(rule) else None

        return SuppressibleRules(judged, whole, lambda: self._known_rules().ids(given), configured)

    def judged(self, file: FileOutcome) -> set[str]:
        """The ids of the rules that judged a file: what they did not find is not there."""
        from linter.engine.suppressions import UNKNOWN, UNUSED

        wants = self._choice((), file.path).filter.wants
        own = {each.id for each in (UNKNOWN, UNUSED) if wants(each)}
        return own | {row.rule for row in file.checklist} - {crash.rule for crash in file.crashes}

    # --- names of rulesets ---

    def _asked(self, path: str) -> tuple[str, ...]:
        """The names that the user gave for a document."""
        if self._selection.rulesets:
            return self._selection.rulesets
        given = self._configs.of(path)
        named = config.ruleset_for(given, path) or (AUTO,)
        return tuple(name if name == AUTO else self._loaded.configured(name, given) for name in named)

    def _named(self, name: str) -> str:
        """A name of the command line, where ids of the own rule files of its folder count as well."""
        return name if name == AUTO else self._loaded.own_path(name, self._configs.of(""))

    def _choice(self, names: tuple[str, ...], path: str) -> Choice:
        """The rules of the command line before those of the configuration, as ruff has it: `--select` begins
        anew, `--ignore` alone is added.
        """
        select, ignore = self._selection.select, self._selection.ignore
        given = self._configs.of(path)
        settings = given.settings
        chosen = RuleFilter(
            tuple(select or settings.select), ignore if select else (*settings.ignore, *ignore)
        )
        changes = tuple(
            each for each in settings.rules if not each.match or fits(each.match, given.folder, path)
        )
        return Choice(names, chosen, changes, (given.path or "") if changes else "")

    def _with(self, auto: Iterable[str], path: str) -> Choice:
        """A choice in which some rulesets stand for `auto`."""
        asked = self._asked(path)
        names = tuple(dict.fromkeys(each for name in asked for each in (auto if name == AUTO else (name,))))
        return self._choice(names, path)

    def _kinds(self, document: Document, parts: tuple[Part, ...]) -> tuple[str | None, ...]:
        """For each part the name of the ruleset whose `applies_to` fits its title: a shipped one, or one of
        the project's own; None where none does. Where no title fits any, the openings of untitled reports
        are looked at, if they are those of a report: a notice or news may speak of reports, too. Empty where
        the user does not leave the choice to `auto`.
        """
        if AUTO not in self._asked(document.path):
            return ()
        own = self._configs.of(document.path).own
        if own not in self._choosers:
            self._choosers[own] = rulesets.chooser(
                self._loaded.library,
                {path: self._loaded.one(path) for path in own},
                self._lines.types.is_headline,
            )
        named = self._choosers[own]
        by_title = tuple(named(document.words(*part.title)) if part.title else None for part in parts)
        if any(by_title):
            return by_title
        return tuple(None if part.title else self._by_opening(document, part, named) for part in parts)

    def _by_opening(self, document: Document, part: Part, named: Callable[[str], str | None]) -> str | None:
        words = document.words(part.start, min(part.end, part.start + _OPENING))
        is_report = any(map(self._lines.types.opens_formally, words.split("\n")))
        return named(words) if is_report else None

    def _known_rules(self) -> "KnownRules":
        if self._known is None:
            from linter.engine.known_rules import KnownRules

            asked, select, ignore = self._selection
            self._known = KnownRules(asked, (*select, *ignore), self._loaded)
        return self._known


@lru_cache(8)
def _worker_selector(made_of: bytes) -> RulesetSelector:
    """The selector with which a task comes to a worker process."""
    import pickle

    return RulesetSelector(*pickle.loads(made_of))
