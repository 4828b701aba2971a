"""Rulesets as data: a vocabulary of sections and a list of rules."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple, TypeAlias

from linter.model.message import Message


class SectionTerms(NamedTuple):
    """The words by which one section is known. What they weigh: see `linter.structure.evidence`."""

    id: str
    title: Message
    headings: tuple[str, ...] = ()
    """Words (literal) that make a heading one of this section."""
    weak_headings: tuple[str, ...] = ()
    """Words (literal) that do so only when the text under the heading agrees."""
    cues: tuple[str, ...] = ()
    """Patterns of sentences that treat the subject."""
    weak_cues: tuple[str, ...] = ()
    """Patterns that support, and never decide alone."""
    excludes: tuple[str, ...] = ()
    """Patterns of text that does not count for this section: names, set phrases, the problems of others."""
    closing: bool = False
    """The section belongs to the end of a report, where weaker evidence is enough."""
    plans: bool = False
    """The section says what is to be done next: the next report is held against it."""
    placed: bool = True
    """Whether the rule files say where it stands among the others; if not, it may stand anywhere."""


TERM_LISTS = ("headings", "weak_headings", "cues", "weak_cues", "excludes")
TERM_FLAGS = ("closing", "plans")
"""The fields of `SectionTerms` that rule files give, lists of words or patterns and flags, by these names."""

Lists: TypeAlias = tuple[tuple[str, ...], ...]
"""The word lists of one group, in the order of the fields of the `Words` that its module declares."""


class Rule(NamedTuple):
    """One entry of a ruleset: a check with its options."""

    id: str
    check: str
    level: str
    """`error`, `warning`, `info` or `off`."""
    message: Message
    """May hold `{name}` fields, filled from `Match.values`."""
    options: dict[str, Any]
    """Validated and plain: the keyword arguments of the check's `Options`."""
    why: Message = Message("", "")
    source: str = ""
    passes: tuple[str, ...] = ()
    fails: tuple[str, ...] = ()
    """Example texts on which the rule is silent and on which it fires."""
    tags: tuple[str, ...] = ()
    fix: str = "unsafe"
    """`safe` when its suggestions cannot change the meaning: those are what `--fix` carries out."""
    words: Mapping[str, Lists] = MappingProxyType({})
    """The word lists of its ruleset, by group: one mapping for all the rules of a set."""
    needs: tuple[str, ...] = ()
    """Words, as `str.casefold` gives them, of which a text must have one for the rule to find anything; empty
    where it may find something in any text. They follow from its options, and save the search."""


DEFAULT_LANGUAGE = "zh"
"""The language of the word lists of a ruleset that names none."""


class Ruleset(NamedTuple):
    """A vocabulary of sections and a list of rules, everything inherited resolved."""

    id: str
    title: Message
    titles: tuple[str, ...] = ()
    """Patterns: a report whose title fits one is judged by this set under `--ruleset auto`."""
    sections: tuple[SectionTerms, ...] = ()
    rules: tuple[Rule, ...] = ()
    path: str = ""
    source: str = ""
    """The standard or practice that the set is made from."""
    extends: tuple[str, ...] = ()
    """Ids of every set that this one inherits from, however far."""
    language: str = DEFAULT_LANGUAGE
    """The folder of `rulesets/words` that its word lists begin with."""
    words: Mapping[str, Lists] = MappingProxyType({})
    """Its word lists, by group: those of the language, with what rule files add and drop."""
    weights: tuple[tuple[str, ...], ...] = ()
    """The files of the weights by which its sections are told, besides the words; those of a group are added
    up. Several groups come from several rulesets that are joined."""
    script: str = ""
    """`simplified` or `traditional`: titles in the other script are not for this set; empty for any."""
