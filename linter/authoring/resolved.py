"""A ruleset as one rule file with everything inherited, each value with the file and line it comes from.

Read back, the file gives the same sections and rules. Files of weights belong beside it: they are named as
they are called there, and a comment says where they are.
"""

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, get_args, get_origin

from linter.authoring.origins import Place, ValuePath
from linter.checks import module
from linter.model.levels import SETTING_NAMES
from linter.model.message import Message
from linter.model.rules import (
    DEFAULT_LANGUAGE,
    TERM_FLAGS,
    TERM_LISTS,
    Lists,
    Rule,
    Ruleset,
    SectionTerms,
)
from linter.ruleset.word_lists import change
from linter.schema.validate import fields
from linter.schema.yaml_reasons import wide_item
from linter.text.characters import HAN

_PLAIN = re.compile(rf"[\w{HAN}][\w{HAN}（）《》、，。；/.^$+-]*", re.ASCII)
_NOT_WORDS = re.compile(r"(?i)null|true|false|yes|no|on|off|[-+.\d_:xo]*[\d.][-+.\d_:eE]*")
_UNSEEN = re.compile(r"[^\x20-\x7e\u00a0-\u2027\u202f-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")


def resolved(ruleset: Ruleset, places: Mapping[ValuePath, Place], shipped: Mapping[str, Lists]) -> str:
    """The YAML text of a ruleset; `places` are those of `linter.authoring.origins.origins`.

    `shipped` are the word lists of the ruleset's language: those that the set goes by unchanged are left out.
    """
    writer = _Writer(places)
    lines = [*writer.head(ruleset), *writer.words(ruleset, shipped)]
    if ruleset.sections:
        lines += ["", "sections:", *(line for each in ruleset.sections for line in writer.section(each))]
    if ruleset.rules:
        lines += ["", "rules:", *(line for each in ruleset.rules for line in writer.rule(each))]
    return "\n".join(lines) + "\n"


class _Writer:
    """Lines of YAML, each with its place where one is known."""

    def __init__(self, places: Mapping[ValuePath, Place]) -> None:
        self._places = places

    def head(self, ruleset: Ruleset) -> Iterator[str]:
        if ruleset.extends:
            yield f"# extends: {', '.join(ruleset.extends)}"
        if ruleset.weights:
            yield f"# weights: from {os.path.dirname(ruleset.weights[-1][0])}: to move with this file"
            for inherited in ruleset.weights[:-1]:  # a file that extends none has one group of them
                yield f"# for sections that they lack: {', '.join(map(os.path.basename, inherited))}"
        yield self.line(("id",), f"id: {scalar(ruleset.id)}")
        yield self.line(("title",), f"title: {both(ruleset.title)}")
        if ruleset.source:
            yield self.line(("source",), f"source: {scalar(ruleset.source)}")
        if ruleset.weights:
            names = ", ".join(scalar(os.path.basename(path)) for path in ruleset.weights[-1])
            yield self.line(("weights",), f"weights: [{names}]")
        if ruleset.titles:
            yield "applies_to:"
            yield from self.listing(("applies_to", "title"), "title", ruleset.titles, "  ")
        if ruleset.script:
            yield self.line(("applies_to", "script"), f"  script: {ruleset.script}")

    def words(self, ruleset: Ruleset, shipped: Mapping[str, Lists]) -> Iterator[str]:
        """What is changed in the word lists."""
        if ruleset.language != DEFAULT_LANGUAGE:
            yield self.line(("language",), f"language: {scalar(ruleset.language)}")
        groups = [group for group, lists in ruleset.words.items() if lists != shipped[group]]
        if groups:
            yield from ("", "words:")
        for group in groups:
            drop, add = change(group, shipped[group], ruleset.words[group])
            yield f"  {group}:"
            for name, words in {"drop": drop, **add}.items():
                if words:
                    yield f"    {name}:"
                    yield from (
                        self.line(("words", group, name, word), f"      - {scalar(word)}") for word in words
                    )

    def section(self, terms: SectionTerms) -> Iterator[str]:
        base: ValuePath = ("sections", terms.id)
        yield self.line(base, f"  - id: {scalar(terms.id)}")
        yield self.line((*base, "title"), f"    title: {both(terms.title)}")
        for flag in TERM_FLAGS:
            if getattr(terms, flag):
                yield self.line((*base, flag), f"    {flag}: true")
        for name in TERM_LISTS:
            words = getattr(terms, name)
            if words:
                yield f"    {name}:"
                yield from (self.line((*base, name, word), f"      - {_word(word)}") for word in words)

    def rule(self, rule: Rule) -> Iterator[str]:
        base: ValuePath = ("rules", rule.id)
        yield self.line(base, f"  - id: {scalar(rule.id)}")
        yield self.line((*base, "check"), f"    check: {rule.check}")
        yield self.line((*base, "level"), f"    level: {rule.level}")
        given = [field for field in fields(module(rule.check).Options) if field.name in rule.options]
        if given:
            yield "    with:"
        for field in given:
            value = rule.options[field.name]
            yield from self.value((*base, "with", field.key), field.key, field.kind, value, "      ")
        yield self.line((*base, "message"), f"    message: {both(rule.message)}")
        if any(rule.why):
            yield self.line((*base, "why"), f"    why: {both(rule.why)}")
        if rule.source:
            yield self.line((*base, "source"), f"    source: {scalar(rule.source)}")
        if rule.fix != "unsafe":
            yield self.line((*base, "fix"), f"    fix: {rule.fix}")
        if rule.tags:
            yield from self.listing((*base, "tags"), "tags", rule.tags, "    ")
        if rule.passes or rule.fails:
            yield "    examples:"
            for key, texts in (("pass", rule.passes), ("fail", rule.fails)):
                if texts:
                    yield from self.listing((*base, "examples", key), key, texts, "      ")

    def value(self, key: ValuePath, name: str, kind: Any, value: Any, indent: str) -> Iterator[str]:
        """An option: a scalar, a list, or a list of groups of keys."""
        if get_origin(kind) is tuple and value:
            yield from self.listing(key, name, value, indent, get_args(kind)[0])
        else:
            yield self.line(key, f"{indent}{name}: {flow(kind, value)}")

    def listing(
        self, key: ValuePath, name: str, items: Sequence[Any], indent: str, kind: Any = str
    ) -> Iterator[str]:
        """A list, an item a line."""
        yield self.line(key, f"{indent}{name}:")
        for index, item in enumerate(items):
            yield self.line((*key, index), f"{indent}  - {flow(kind, item)}")

    def line(self, key: ValuePath, text: str) -> str:
        place = self._places.get(key)
        return f"{text}  # {place}" if place else text


def both(text: Message) -> str:
    """A text in its two languages on one line, as in YAML."""
    return f"{{zh: {scalar(text.zh)}, en: {scalar(text.en)}}}"


def flow(kind: Any, value: Any) -> str:
    """A value on one line of YAML; of a named tuple type the value is a tuple in the order of its fields."""
    if hasattr(kind, "_fields"):
        pairs = zip(fields(kind), value, strict=False)
        return "{" + ", ".join(f"{field.key}: {flow(field.kind, each)}" for field, each in pairs) + "}"
    if isinstance(value, tuple):
        inner = next((each for each in get_args(kind) if each is not Ellipsis), str)
        return "[" + ", ".join(flow(inner, each) for each in value) + "]"
    return scalar(value)


def scalar(value: Any) -> str:
    """A value as one YAML word, in quotes where it could be read as something else."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    text = str(value)
    if text in SETTING_NAMES or (_PLAIN.fullmatch(text) and not _NOT_WORDS.fullmatch(text)):
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return '"' + _UNSEEN.sub(_code, escaped) + '"'


def _word(text: str) -> str:
    """A word or pattern of a section; one with a comma of its own in quotes, which say that it is meant."""
    written = scalar(text)
    return f'"{text}"' if written == text and wide_item(text) else written


def _code(char: re.Match[str]) -> str:
    number = ord(char.group())
    return f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"
