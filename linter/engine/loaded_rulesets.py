"""Rulesets by name, joined where there are several: shipped ones, those in files, those made by a program."""

import os
from collections.abc import Iterable, Mapping, Sequence

from linter.model.errors import RulesetError
from linter.model.rules import Lists, Rule, Ruleset
from linter.project.settings import Config
from linter.ruleset import library as rulesets
from linter.schema.file_names import is_path


class LoadedRulesets:
    """The rulesets of a run, each loaded once."""

    def __init__(self, own: Mapping[str, Ruleset], files: bool) -> None:
        """`own` are rulesets by id that are not in files; if not `files`, names are ids, never paths."""
        self.library = rulesets.library()
        self._files = files
        self._found = dict(own)

    def one(self, name: str) -> Ruleset:
        """The ruleset of a name. Raises RulesetError: it is unknown, or its file has mistakes."""
        if name not in self._found:
            self._found[name] = rulesets.load(name, self.library, "." if self._files else None)
        return self._found[name]

    def configured(self, name: str, given: Config) -> str:
        """The name for `one` of a ruleset that a configuration names: by a path from its folder, by the id of
        one of its own rule files or of a shipped ruleset.

        Raises RulesetError: there is none of that id or at that path, or an own file has mistakes.
        """
        if is_path(name):
            path = rulesets.located(name, given.folder)
            if os.path.exists(path):
                return path
            wrong = rulesets.unknown(path, path, self.library).text
            raise RulesetError(f"{given.path}：{wrong.zh}", f"{given.path}: {wrong.en}")
        found = self.own_path(name, given)
        if found == name and not self.is_known(name):
            from linter.schema.hints import hint

            advice = hint(name, [*self.library.paths, *self._own_ids(given)])
            raise RulesetError(
                f"{given.path}：未知的规则集“{name}”{advice.zh}",
                f"{given.path}: unknown ruleset '{name}'{advice.en}",
            )
        return found

    def own_path(self, name: str, given: Config) -> str:
        """The path of the own rule file of a configuration that has this id; else the name as it is.

        Own sets go before shipped ones, here as where titles choose. Raises RulesetError: an own file has
        mistakes.
        """
        return name if is_path(name) else self._own_ids(given).get(name, name)

    def is_known(self, name: str) -> bool:
        """Whether a name is a path, an id of a shipped ruleset, or one that was loaded."""
        return is_path(name) or name in self.library.paths or name in self._found

    def _own_ids(self, given: Config) -> dict[str, str]:
        return {self.one(path).id: path for path in given.own}

    def rules(self, names: Iterable[str]) -> list[Rule]:
        """The rules of several rulesets. Raises RulesetError."""
        return [rule for name in names for rule in self.one(name).rules]

    def shipped_rules(self) -> list[Rule]:
        """The rules of all rulesets that come with the program."""
        return self.rules(self.library.paths)

    def joined(self, names: Iterable[str]) -> Ruleset:
        """Several rulesets as one: the later one wins where both have a rule. Raises RulesetError.

        Each rule keeps the word lists of its own set.
        """
        loaded = [self.one(name) for name in names]
        if len(loaded) == 1:
            return loaded[0]
        sections = {terms.id: terms for each in loaded for terms in each.sections}
        rules = {rule.id: rule for each in loaded for rule in each.rules}
        return loaded[0]._replace(
            id="+".join(each.id for each in loaded),
            sections=tuple(sections.values()),
            rules=tuple(rules.values()),
            words=self._joined_words(loaded),
            weights=tuple(dict.fromkeys(group for each in loaded for group in each.weights)),
        )

    def _joined_words(self, loaded: Sequence[Ruleset]) -> dict[str, Lists]:
        """The word lists by group: those of the last ruleset that changes a group, else the shipped ones."""
        shipped = self.library.words[loaded[0].language]
        changed = {
            group: lists for each in loaded for group, lists in each.words.items() if lists != shipped[group]
        }
        return {**shipped, **changed}
