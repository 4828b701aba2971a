"""Which rulesets judge a file, and which of their rules: from the command line and the configuration."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from linter.engine import judge
from linter.model.document import Document
from linter.model.errors import ConfigError, guarded
from linter.model.message import Message
from linter.model.outline import Part
from linter.model.rules import DEFAULT_LANGUAGE, Lists, Ruleset
from linter.project import config
from linter.project.config import Config
from linter.ruleset import library as rulesets
from linter.structure.outline import matchers, outline

if TYPE_CHECKING:
    from linter.engine.suppressions import SuppressibleRules


AUTO = "auto"

_NO_RULESETS: Mapping[str, Ruleset] = MappingProxyType({})

FALLBACK = "report-form"
"""The ruleset under `auto` for a report whose title fits none: form only, no sections."""

_STRUCTURE = Message("分析文章结构", "telling the structure")
_RULES = Message("选用和装载规则", "choosing and loading the rules")

_OPENING = 300
"""How many characters of an untitled report may name its kind ("现将……意识形态工作情况汇报如下")."""


class Selection(NamedTuple):
    """The choice of rulesets and rules on the command line: ids of rules, ids or paths of rulesets."""

    rulesets: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()


class RulesetSelector:
    """Chooses the rulesets of each document of a run; loads and prepares each once, on first use."""

    def __init__(
        self,
        selection: Selection,
        settings: Config,
        own: Mapping[str, Ruleset] = _NO_RULESETS,
        files: bool = True,
    ) -> None:
        """`own` are rulesets by id that are not in files; if not `files`, names are ids, never paths.

        Raises RulesetError for an unknown or wrong ruleset, ConfigError for an unknown rule.
        """
        self._selection = selection
        self._settings = settings
        self._own = own
        self._files = files
        self._library = rulesets.library()
        self._chooser: Callable[[str], str | None] | None = None
        self._every_rule: set[str] | None = None
        self._prepared: dict[tuple[str, ...], judge.PreparedRuleset] = {}
        self._lines = matchers(self._library.words[DEFAULT_LANGUAGE])
        # An unknown name is an error even if no file is judged, and whatever the order of the files.
        self._require_known(selection.select + selection.ignore, "")
        self._require_known((*settings.settings.select, *settings.settings.ignore), settings.path or "")
        if selection.rulesets and AUTO not in selection.rulesets:
            self.prepared(selection.rulesets)

    def __reduce__(self) -> "tuple[Callable[..., RulesetSelector], tuple[Any, ...]]":
        """Pickled for a worker process, which makes a selector of its own once for all its tasks."""
        import pickle

        made_of = (self._selection, self._settings, dict(self._own), self._files)
        return _worker_selector, (pickle.dumps(made_of),)

    def prepare_all(self) -> None:
        """Prepare every ruleset that a document may be judged by, before the first one comes."""
        asked = self._selection.rulesets or self._settings.settings.ruleset or (AUTO,)
        for id in rulesets.shipped(self._library) if AUTO in asked else [AUTO]:
            self.prepared(tuple(id if name == AUTO else name for name in asked))

    def outlined(self, document: Document) -> tuple[tuple[Part, ...], tuple[str, ...]]:
        """The reports of a document, and the names of the rulesets that it is judged by.

        The rulesets may depend on the titles of the reports, so the shipped word lists come first; where
        the rulesets have others for the lines of a draft, it is taken apart once more. Raises CrashError.
        """
        with guarded(document.path, _STRUCTURE):
            parts = outline(document, self._lines)
        with guarded(document.path, _RULES):
            names = self.choose(document, parts)
            lines = self.prepared(names).lines
        if lines != self._lines:
            with guarded(document.path, _STRUCTURE):
                parts = outline(document, lines)
        return parts, names

    def choose(self, document: Document, parts: tuple[Part, ...]) -> tuple[str, ...]:
        """The names of the rulesets that a document is judged by."""
        return tuple(
            self._auto_ruleset(document, parts) if name == AUTO else name for name in self._asked(document)
        )

    def knows_no_genre(self, document: Document, names: Collection[str]) -> bool:
        """Whether `choose` gave these names because no title of the document fits a ruleset."""
        asked = self._asked(document)
        return AUTO in asked and FALLBACK in names and FALLBACK not in asked

    def period(self, document: Document) -> str:
        """The period that the configuration expects a document to be about; empty for none."""
        return config.period_for(self._settings, document.path)

    def _asked(self, document: Document) -> tuple[str, ...]:
        """The names that the user gave for a document."""
        return self._selection.rulesets or config.ruleset_for(self._settings, document.path) or (AUTO,)

    def prepared(self, names: tuple[str, ...]) -> judge.PreparedRuleset:
        """The rulesets of these names joined into one and prepared; cached."""
        if names not in self._prepared:
            self._prepared[names] = judge.prepare(self._filtered(self._load(names)))
        return self._prepared[names]

    def suppressible(self, prepared: judge.PreparedRuleset, crashed: Collection[str]) -> "SuppressibleRules":
        """The rules to compare the suppressions of a file with, to find those that suppress nothing.

        `crashed` are the ids of rules that failed in the file: what they would find is unknown.
        """
        from linter.engine.suppressions import SuppressibleRules

        comparing = {rule.id for rule, _, _ in prepared.comparisons}
        judged = {rule.id for rule, _ in prepared.finds} - comparing - set(crashed)
        select, ignore = self._select_and_ignore()
        return SuppressibleRules(judged, not (select or ignore or crashed), self._known, self.wants)

    def _auto_ruleset(self, document: Document, parts: tuple[Part, ...]) -> str:
        """The id of the shipped ruleset whose `applies_to` fits the first title that fits any.

        The opening of an untitled report counts as its title: a notice or news may speak of reports, too.
        """
        if self._chooser is None:
            self._chooser = rulesets.chooser(self._library)
        for part in parts:
            start, end = part.title or (part.start, min(part.end, part.start + _OPENING))
            words = document.words(start, end)
            if part.title or any(map(self._lines.types.opens_formally, words.split("\n"))):
                name = self._chooser(words)
                if name:
                    return name
        return FALLBACK

    def _load(self, names: tuple[str, ...]) -> Ruleset:
        """The ruleset of a name, or several joined: the later one wins where both have a rule.

        Each rule keeps the word lists of its own set.
        """
        folder = self._settings.folder if not self._selection.rulesets else "."
        loaded = [self._ruleset(name, folder) for name in names]
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

    def _ruleset(self, name: str, folder: str) -> Ruleset:
        own = self._own.get(name)
        return own or rulesets.load(name, self._library, folder if self._files else None)

    def _joined_words(self, loaded: Sequence[Ruleset]) -> dict[str, Lists]:
        """The word lists by group: those of the last ruleset that changes a group, else the shipped ones."""
        shipped = self._library.words[loaded[0].language]
        changed = {
            group: lists for each in loaded for group, lists in each.words.items() if lists != shipped[group]
        }
        return {**shipped, **changed}

    def _filtered(self, ruleset: Ruleset) -> Ruleset:
        """The ruleset with `select` and `ignore` carried out."""
        return ruleset._replace(rules=tuple(rule for rule in ruleset.rules if self.wants(rule.id)))

    def _select_and_ignore(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The ids of the rules to use (empty for all), and of those not to use."""
        settings = self._settings.settings
        return tuple(self._selection.select or settings.select), (*settings.ignore, *self._selection.ignore)

    def wants(self, rule: str) -> bool:
        """Whether a rule is to be used, by `select` and `ignore`."""
        select, ignore = self._select_and_ignore()
        return (not select or rule in select) and rule not in ignore

    def _rule_ids(self, names: Iterable[str], folder: str = ".") -> set[str]:
        """The ids of the rules of some rulesets."""
        return {rule.id for name in names for rule in self._ruleset(name, folder).rules}

    def _in_use(self) -> set[str]:
        """The ids of every rule of the rulesets that files of this run may be judged by."""
        from linter.engine.suppressions import RULES

        named = self._rule_ids(name for name in self._selection.rulesets if name != AUTO)
        if self._selection.rulesets and AUTO not in self._selection.rulesets:
            return {*RULES, *named}
        settings = self._settings.settings
        configured = {*settings.ruleset, *(name for each in settings.paths for name in each.ruleset)} - {AUTO}
        own = self._rule_ids(configured, self._settings.folder)
        return {*RULES, *named, *own, *self._rule_ids(rulesets.shipped(self._library))}

    def _known(self) -> set[str]:
        """The ids of every rule in use and of every shipped rule; kept, for each file may ask for them."""
        if self._every_rule is None:
            self._every_rule = self._in_use() | self._rule_ids(rulesets.shipped(self._library))
        return self._every_rule

    def _require_known(self, names: Sequence[str], where: str) -> None:
        """Raises ConfigError for a rule that no ruleset of the run has; `where` is the file that names it.

        A rule named in the configuration may be one of a shipped ruleset that this run does not use.
        """
        if not names:
            return
        known = self._known() if where else self._in_use()
        for name in names:
            if name not in known:
                from linter.schema.hints import hint

                advice, place = (
                    hint(name, sorted(known)),
                    where or "、".join(self._selection.rulesets) or AUTO,
                )
                raise ConfigError(
                    f"{place}：没有规则“{name}”{advice.zh}", f"{place}: there is no rule '{name}'{advice.en}"
                )


@lru_cache(8)
def _worker_selector(made_of: bytes) -> RulesetSelector:
    """The selector with which a task comes to a worker process."""
    import pickle

    return RulesetSelector(*pickle.loads(made_of))


def require_known(zh: str, en: str, names: Iterable[str], ruleset: str, known: Sequence[str]) -> None:
    """Raises ConfigError for a name of a rule or section that the ruleset does not have."""
    for name in names:
        if name not in known:
            from linter.schema.hints import hint

            advice = hint(name, known)
            raise ConfigError(
                f"规则集 {ruleset} 没有{zh}“{name}”{advice.zh}",
                f"ruleset {ruleset} has no {en} '{name}'{advice.en}",
            )
