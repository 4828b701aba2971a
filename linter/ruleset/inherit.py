"""How rule files that extend each other become one ruleset.

A ruleset is a pile of layers: the files it extends, each once and before those that extend it,
and itself on top. Of several in `extends` the later lies above the earlier.

Sections merge by id. The words and patterns of the upper layer are added to those below;
`replace: true` starts afresh. The order is that of the layers, and a section that is new takes
its place before the next one of its file that is known below: listing a known section by nothing
but its id is enough to say what comes before it.

Word lists begin as those of the set's `language`; what each layer says under `words` is carried out in turn.
A layer with another `language` than those below it begins again with the lists of its own.

Rules merge by id. Keys of the upper layer win; `with` merges key by key, unless `check` changes.
`level: off` switches a rule off. An id not known below is a new rule, and must be complete. Two
files that do not extend each other cannot define the same rule.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from collections.abc import Mapping as Mapped
from typing import Any, NamedTuple

from linter.checks import module
from linter.checks import options as prepared_options
from linter.model.errors import RulesetError
from linter.model.message import Message
from linter.model.rules import Lists, Rule, Ruleset, SectionTerms
from linter.ruleset.layers import Layer, load
from linter.ruleset.rulefile import RuleEntry, RuleFile, SectionEntry
from linter.ruleset.word_lists import DEFAULT, Languages, changed
from linter.schema.hints import hint
from linter.schema.validate import (
    ProblemLog,
    add_missing_keys,
    add_unknown_name,
    as_tuples,
    fields,
    mapping,
    problems_error,
)
from linter.schema.yaml_tree import Mapping, Problem
from linter.text import patterns


class Compiled(NamedTuple):
    """A ruleset with what it was made from."""

    ruleset: Ruleset
    files: dict[str, bytes]
    """The bytes of every layer, by real path."""


def compile_files(paths: Iterable[str], shipped: dict[str, str], languages: Languages) -> list[Compiled]:
    """The rulesets of some files, everything inherited resolved.

    `shipped` gives the path of an id, `languages` the word lists that sets begin with.

    Raises RulesetError with every mistake in any of the files.
    """
    layers: dict[str, Layer] = {}
    problems: list[Problem] = []
    compiled = []
    for path in paths:
        load(path, (), layers, shipped, problems)
        pile = _pile(os.path.realpath(path), layers)
        if all(layer.file for layer in pile.values()):
            ruleset = _merge(path, pile, languages, problems)
            compiled.append(Compiled(ruleset, {real: layer.data for real, layer in pile.items()}))
    if problems:
        raise problems_error(problems, RulesetError)
    return compiled


def _pile(real: str, layers: dict[str, Layer]) -> dict[str, Layer]:
    return {each: layers[each] for each in (*layers[real].below, real)}


class _Home(NamedTuple):
    """Where a rule was first defined."""

    real: str
    place: str


def _merge(path: str, pile: dict[str, Layer], languages: Languages, problems: list[Problem]) -> Ruleset:
    """The ruleset of a pile of layers; not to be used when mistakes were noted."""
    sections: dict[str, SectionTerms] = {}
    rules: dict[str, Rule] = {}
    homes: dict[str, _Home] = {}
    language = DEFAULT
    words: Mapped[str, Lists] = languages[language]
    files = {real: layer.file for real, layer in pile.items() if layer.file}
    for real, file in files.items():
        layer = pile[real]
        log = ProblemLog(layer.path, problems)
        sections = _merge_sections(sections, file.sections, log)
        if file.language and file.language != language:
            language = _known_language(file, languages, log)
            words = languages[language]
        if file.words:
            words = changed(words, file.words, log)
        for entry in file.rules:
            home = homes.setdefault(entry.id, _Home(real, f"{layer.path}:{entry.node.line}"))
            if home.real not in (*layer.below, real):
                _conflict(entry, home, log)
                continue
            if rule := _merge_rule(entry, rules, words, log):
                rules[entry.id] = rule
        if file.words:
            _still_prepared(rules.values(), words, file.words, log)
        _look_up(log, sections)
    *below, file = files.values()
    return Ruleset(
        file.id,
        file.title,
        file.applies_to.title,
        tuple(sections.values()),
        tuple(rule._replace(words=words) for rule in rules.values()),
        path,
        file.source,
        tuple(each.id for each in below),
        language,
        words,
    )


def _look_up(log: ProblemLog, sections: dict[str, SectionTerms]) -> None:
    for node in log.section_ids:
        if node.text not in sections:
            advice = hint(node.text, sections)
            zh, en = f"未知的部分“{node.text}”{advice.zh}", f"unknown section '{node.text}'{advice.en}"
            log.add(node, zh, en)


def _conflict(entry: RuleEntry, home: _Home, log: ProblemLog) -> None:
    log.add(
        entry.node.get("id"),
        f"规则“{entry.id}”在 {home.place} 已有定义，而本文件并不继承它；请改名",
        f"rule '{entry.id}' is also defined at {home.place}, which this file does not extend; rename one",
    )


def _known_language(file: RuleFile, languages: Languages, log: ProblemLog) -> str:
    if file.language in languages:
        return str(file.language)
    add_unknown_name(file.node.get("language"), Message("语言", "language"), languages, log)
    return DEFAULT


def _merge_sections(
    below: dict[str, SectionTerms], entries: tuple[SectionEntry, ...], log: ProblemLog
) -> dict[str, SectionTerms]:
    merged = dict(below)
    order = list(below)
    following: str | None = None
    for entry in reversed(entries):
        if terms := _merge_section(entry, below.get(entry.id), log):
            merged[entry.id] = terms
            _put_before(order, entry.id, following)
            following = entry.id
    return {each: merged[each] for each in order}


def _put_before(order: list[str], each: str, following: str | None) -> None:
    """Place an id before another, or at the end; one that stands before it already stays."""
    if each in order:
        if following is None or order.index(each) < order.index(following):
            return
        order.remove(each)
    order.insert(order.index(following) if following else len(order), each)


_LISTS = ("headings", "weak_headings", "cues", "weak_cues", "excludes")


def _merge_section(entry: SectionEntry, below: SectionTerms | None, log: ProblemLog) -> SectionTerms | None:
    title = entry.title or (below.title if below else Message("", ""))
    if below is None and entry.node.get("title") is None:
        log.add(
            entry.node.get("id"),
            f"新的部分“{entry.id}”缺少 title",
            f"section '{entry.id}' is new and lacks 'title'",
        )
        return None
    base = SectionTerms(entry.id, title) if below is None or entry.replace else below._replace(title=title)
    lists: dict[str, Any] = {
        name: tuple(dict.fromkeys(getattr(base, name) + getattr(entry, name))) for name in _LISTS
    }
    for name in ("cues", "weak_cues", "excludes"):
        _fits_together(entry.node.get(name), lists[name], log)
    return base._replace(**lists, closing=base.closing if entry.closing is None else entry.closing)


def _fits_together(node: Any, joined: Iterable[str], log: ProblemLog) -> None:
    """Patterns that are right one by one can be too much for the engine when they are joined."""
    if node and not any(each.path == log.path for each in log.problems):
        try:
            patterns.union(joined)
        except patterns.PatternError as error:
            log.add(node, f"这些正则合起来过大：{error}", f"too much for one pattern: {error}")


def _merge_rule(
    entry: RuleEntry, rules: dict[str, Rule], words: Mapped[str, Lists], log: ProblemLog
) -> Rule | None:
    below = rules.get(entry.id)
    if below is None and not _complete(entry, rules, log):
        return None
    base = below or Rule(entry.id, "", "error", Message("", ""), {})
    check = entry.check or base.check
    if not check:
        return None
    inherited = base.options if check == base.check else {}
    options = _options(entry, check, inherited, words, log)
    if entry.message:
        _message(entry.node.get("message"), entry.message, check, log)
    elif entry.check and below:
        _message(entry.node.get("check"), below.message, check, log)
    given = {name: getattr(entry, name) for name in ("level", "message", "why", "source", "tags", "fix")}
    rule = base._replace(check=check, options=options, **{k: v for k, v in given.items() if v is not None})
    return rule._replace(**entry.examples._asdict()) if entry.examples else rule


def _complete(entry: RuleEntry, rules: dict[str, Rule], log: ProblemLog) -> bool:
    lacking = [key for key in ("check", "level", "message") if entry.node.get(key) is None]
    if not lacking:
        return True
    keys = ", ".join(lacking)
    node = entry.node.get("id")
    if "check" in lacking:
        advice = hint(entry.id, rules, list_all=False)
        zh = f"没有可继承的规则“{entry.id}”{advice.zh}（新规则须写明 {keys.replace(', ', '、')}）"
        log.add(node, zh, f"no rule '{entry.id}' to inherit{advice.en} (a new rule needs {keys})")
    else:
        zh = f"新规则“{entry.id}”缺少 {keys.replace(', ', '、')}"
        log.add(node, zh, f"rule '{entry.id}' is new and lacks {keys}")
    return False


def _options(
    entry: RuleEntry, check: str, inherited: dict[str, Any], words: Mapped[str, Lists], log: ProblemLog
) -> dict[str, Any]:
    """The options of a rule, validated: what it gives over what it inherits."""
    shape = module(check).Options
    here = entry.node.get("id")
    node = entry.options or Mapping(here.line, here.column, [])
    before = len(log.problems)
    given = mapping(node, shape, "with", log)
    if given is None:
        return inherited
    options = {**inherited, **{name: as_tuples(value) for name, value in given.items()}}
    if not add_missing_keys(node, shape, options, log) and len(log.problems) == before:
        _together(node, check, options, words, log)
    return options


def _together(
    node: Any, name: str, given: dict[str, Any], words: Mapped[str, Lists], log: ProblemLog
) -> None:
    """What the check itself says about its options as a whole."""
    if None in given.values():  # inherited, and noted there
        return
    check = module(name)
    options = prepared_options(name, given, words)
    keys = {field.key for field in fields(check.Options)}
    wrong = list(check.validate(options)) if hasattr(check, "validate") else []
    for key, text in wrong:
        place = node.get(key) if key in keys else None
        log.add(place or node, f"“{key}”：{text.zh}", f"'{key}': {text.en}")
    if not wrong:
        _build(node, check, options, log)


def _build(node: Any, check: Any, options: Any, log: ProblemLog) -> None:
    try:
        check.build(options)
    except patterns.PatternError as error:
        log.add(node, f"这些正则合起来有误：{error}", f"the patterns do not go together: {error}")
    except Exception:  # a fault of the check, not of its options: each file that is judged tells of it
        return


def _still_prepared(rules: Iterable[Rule], words: Mapped[str, Lists], node: Any, log: ProblemLog) -> None:
    """Rules of the files below must stand with the word lists that this file changes, too."""
    if log.problems:
        return
    for rule in rules:
        _build(node, module(rule.check), prepared_options(rule.check, rule.options, words), log)


def _message(node: Any, message: Message, check: str, log: ProblemLog) -> None:
    """Fields of a message are bare names, of values that the check gives."""
    known = ("text", "suggestion", *getattr(module(check), "VALUES", ()))
    for key in ("zh", "en"):
        text = getattr(message, key)
        place = (node.get(key) if isinstance(node, Mapping) else None) or node
        names = _names(text)
        if names is None:
            zh = f"提示语中的花括号只能是 {{名称}}，原样的花括号写作 {{{{ }}}}：{text}"
            en = f"braces in a message hold a bare {{name}}; write {{{{ }}}} for braces themselves: {text}"
            log.add(place, zh, en)
        for name in (each for each in names or () if each not in known):
            advice = hint(name, known)
            zh = f"检查“{check}”的提示语没有 {{{name}}} 可填{advice.zh}"
            en = f"check '{check}' has no {{{name}}} for a message{advice.en}"
            log.add(place, zh, en)


def _names(text: str) -> list[str] | None:
    """The fields of a message; None where its braces hold anything else than bare names."""
    from string import Formatter

    try:
        parts = list(Formatter().parse(text))
    except ValueError:
        return None
    fields = [(name, spec, conversion) for _, name, spec, conversion in parts if name is not None]
    if any(spec or conversion or not name.isidentifier() for name, spec, conversion in fields):
        return None
    return [name for name, _, _ in fields]
