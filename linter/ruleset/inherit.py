"""How rule files that extend each other become one ruleset.

A ruleset is a stack of layers: the files it extends, each once and before those that extend it, and
itself last, on top. Of several in `extends` the later lies above the earlier.

Sections merge by id. The words and patterns of the upper layer are added to those below;
`replace: true` starts afresh. The order is that of the layers, and a section that is new takes
its place before the next one of its file that is known below: listing a known section by nothing
but its id is enough to say what comes before it. A new section without such a place may stand anywhere.

Weights are those of the uppermost layer that names files of them.

Word lists begin as those of the set's `language`; what each layer says under `words` is carried out in turn.
A layer with another `language` than those below it begins again with the lists of its own.

Rules merge by id. Keys of the upper layer win; `with` merges key by key, unless `check` changes.
`level: off` switches a rule off. An id not known below is a new rule, and must be complete. Two
files that do not extend each other cannot define the same rule.
"""

import os
from collections.abc import Iterable
from collections.abc import Mapping as Mapped
from typing import Any, NamedTuple

from linter.checks import module, needed_words
from linter.checks import options as prepared_options
from linter.model.errors import Problem, RulesetError
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
from linter.ruleset.layers import NOTHING_GIVEN, Layer, load
from linter.ruleset.rule_options import build, given_options
from linter.ruleset.rulefile import RuleEntry, RuleFile, SectionEntry
from linter.ruleset.word_lists import Languages, changed
from linter.schema.hints import hint
from linter.schema.pattern_reasons import why
from linter.schema.validate import ProblemLog, add_unknown_name, problems_error, states
from linter.schema.yaml_tree import Mapping
from linter.text import patterns


def compile_files(
    paths: Iterable[str],
    shipped: dict[str, str],
    languages: Languages,
    given: Mapped[str, bytes] = NOTHING_GIVEN,
    alone: bool = False,
) -> list[tuple[Ruleset, dict[str, bytes]]]:
    """The ruleset of each file, everything inherited resolved, and the bytes of its layers by real path.

    `shipped` gives the path of the file of an id, `languages` the word lists that sets begin with, `given`
    the contents of files that are not to be read from their paths; with `alone` nothing is read but shipped
    files.

    Raises RulesetError with every problem in any of the files.
    """
    layers: dict[str, Layer] = {}
    problems: list[Problem] = []
    stacks: dict[tuple[str, ...], _Stack] = {}
    compiled = []
    for path in paths:
        load(path, (), layers, shipped, problems, given, alone)
        real = os.path.realpath(path)
        reals = (*layers[real].below, real)
        if all(layers[each].file for each in reals):
            stack = _stacked(reals, layers, stacks, languages, problems)
            if problems:  # no ruleset comes of it, and the options of its rules may not be whole
                continue
            compiled.append((_ruleset(path, stack), {each: layers[each].data for each in reals}))
    if problems:
        raise problems_error(problems, RulesetError)
    return compiled


class _Definition(NamedTuple):
    """Where a rule was first defined."""

    real: str
    """Real path of the file."""
    place: str
    """`path:line`, as it is shown to the user."""


class _Stack(NamedTuple):
    """What some layers give together."""

    files: tuple[RuleFile, ...]
    """Lowest first."""
    sections: dict[str, SectionTerms]
    rules: dict[str, Rule]
    """By id, without their word lists: a layer above may change these."""
    definitions: dict[str, _Definition]
    """By id of the rule."""
    language: str
    words: Mapped[str, Lists]
    weights: tuple[tuple[str, ...], ...]


def _stacked(
    reals: tuple[str, ...],
    layers: dict[str, Layer],
    known: dict[tuple[str, ...], _Stack],
    languages: Languages,
    problems: list[Problem],
) -> _Stack:
    """The layers of some real paths, lowest first; not to be used when it adds to `problems`.

    `known` keeps the stack of each so many lowest layers, for other rulesets stand on them, too.
    """
    stack = _Stack((), {}, {}, {}, DEFAULT_LANGUAGE, languages[DEFAULT_LANGUAGE], ())
    for height, real in enumerate(reals, 1):
        lowest = reals[:height]
        if lowest not in known:
            known[lowest] = _with_layer(stack, real, layers[real], languages, problems)
        stack = known[lowest]
    return stack


def _with_layer(
    below: _Stack, real: str, layer: Layer, languages: Languages, problems: list[Problem]
) -> _Stack:
    """A stack with one layer more on top."""
    assert layer.file
    file, log = layer.file, ProblemLog(layer.path, problems)
    language, words, weights = below.language, below.words, below.weights
    rules, definitions = dict(below.rules), dict(below.definitions)
    sections = _merge_sections(below.sections, file.sections, log)
    if file.language and file.language != language:
        language = _known_language(file, languages, log)
        words = languages[language]
    if file.words:
        words = changed(words, file.words, log)
    if file.node.get("weights") is not None:  # an empty list takes away those that are inherited
        weights = (*weights, _weight_files(real, file, log)) if file.weights else ()
    for entry in file.rules:
        first = definitions.setdefault(entry.id, _Definition(real, f"{layer.path}:{entry.node.line}"))
        if first.real not in (*layer.below, real):
            _add_conflict(entry, first, log)
            continue
        if rule := _merge_rule(entry, rules, words, log):
            rules[entry.id] = rule
    if file.words:
        _rebuild_rules(rules.values(), words, file.words, log)
    _check_section_ids(log, sections)
    return _Stack((*below.files, file), sections, rules, definitions, language, words, weights)


def _ruleset(path: str, stack: _Stack) -> Ruleset:
    """The ruleset of a file, which is the uppermost of its stack."""
    *below, file = stack.files
    return Ruleset(
        file.id,
        file.title,
        file.applies_to.title,
        tuple(stack.sections.values()),
        tuple(_completed(rule, stack.words) for rule in stack.rules.values()),
        path,
        file.source,
        tuple(each.id for each in below),
        stack.language,
        stack.words,
        stack.weights,
        file.applies_to.script or "",
    )


def _completed(rule: Rule, words: Mapped[str, Lists]) -> Rule:
    """A rule with its word lists, and the words that it needs."""
    return rule._replace(words=words, needs=needed_words(rule.check, rule.options, words))


def _weight_files(real: str, file: RuleFile, log: ProblemLog) -> tuple[str, ...]:
    """The paths of the files of weights that a rule file names; a name that leads elsewhere is a problem."""
    folder = os.path.dirname(real)
    for name in file.weights:
        if os.path.isabs(name) or ".." in name.replace("\\", "/").split("/"):
            log.add(
                file.node.get("weights"),
                f"权重文件“{name}”要放在规则文件所在的文件夹内",
                f"the weights '{name}' must be in the folder of the rule file",
            )
    return tuple(os.path.join(folder, name) for name in file.weights)


def _check_section_ids(log: ProblemLog, sections: dict[str, SectionTerms]) -> None:
    """Put the section ids that a file names, and that no section has, into its log."""
    for node in log.section_ids:
        if node.text not in sections:
            add_unknown_name(node, Message("部分", "section"), sections, log)


def _add_conflict(entry: RuleEntry, first: _Definition, log: ProblemLog) -> None:
    log.add(
        entry.node.get("id"),
        f"规则“{entry.id}”在 {first.place} 已有定义，而本文件并不继承它；请改名",
        f"rule '{entry.id}' is also defined at {first.place}, which this file does not extend; rename one",
    )


def _known_language(file: RuleFile, languages: Languages, log: ProblemLog) -> str:
    if file.language in languages:
        return str(file.language)
    add_unknown_name(file.node.get("language"), Message("语言", "language"), languages, log)
    return DEFAULT_LANGUAGE


def _merge_sections(
    below: dict[str, SectionTerms], entries: tuple[SectionEntry, ...], log: ProblemLog
) -> dict[str, SectionTerms]:
    merged = dict(below)
    order = list(below)
    following: str | None = None
    for entry in reversed(entries):
        if terms := _merge_section(entry, below.get(entry.id), log):
            told = merged[following].placed if following else not below
            merged[entry.id] = terms._replace(placed=told or (entry.id in below and terms.placed))
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


def _merge_section(entry: SectionEntry, below: SectionTerms | None, log: ProblemLog) -> SectionTerms | None:
    title = entry.title or (below.title if below else Message("", ""))
    if below is None and not states(entry.node, "title", SectionEntry):
        log.add(
            entry.node.get("id"),
            f"新的部分“{entry.id}”缺少 title",
            f"section '{entry.id}' is new and lacks 'title'",
        )
        return None
    base = SectionTerms(entry.id, title) if below is None or entry.replace else below._replace(title=title)
    lists: dict[str, Any] = {
        name: tuple(dict.fromkeys(getattr(base, name) + getattr(entry, name))) for name in TERM_LISTS
    }
    given = {name: getattr(entry, name) for name in TERM_FLAGS}
    for name in ("cues", "weak_cues", "excludes"):
        _check_union(entry.node.get(name), lists[name], log)
    return base._replace(**lists, **{name: flag for name, flag in given.items() if flag is not None})


def _check_union(node: Any, joined: Iterable[str], log: ProblemLog) -> None:
    """Compile the union of patterns: each may be right, and all of them too much for the engine."""
    if node and not any(each.path == log.path for each in log.problems):
        try:
            patterns.compile("|".join(f"(?:{each})" for each in joined))
        except patterns.PatternError as error:
            reason = why(error)
            log.add(node, f"这些正则合起来过大：{reason.zh}", f"too much for one pattern: {reason.en}")


def _merge_rule(
    entry: RuleEntry, rules: dict[str, Rule], words: Mapped[str, Lists], log: ProblemLog
) -> Rule | None:
    below = rules.get(entry.id)
    complete = below is not None or _complete(entry, rules, log)
    base = below or Rule(entry.id, "", "error", Message("", ""), {})
    check = entry.check or base.check
    if not check:
        return None
    inherited = base.options if check == base.check else {}
    here = entry.node.get("id")
    node = entry.options or Mapping(here.line, here.column, ())
    options = given_options(node, check, inherited, words, log)
    if entry.message:
        _check_message(entry.node.get("message"), entry.message, check, log)
    elif entry.check and below:
        _check_message(entry.node.get("check"), below.message, check, log)
    if not complete:
        return None
    given = {name: getattr(entry, name) for name in ("level", "message", "why", "source", "tags", "fix")}
    rule = base._replace(check=check, options=options, **{k: v for k, v in given.items() if v is not None})
    return rule._replace(**entry.examples._asdict()) if entry.examples else rule


def _complete(entry: RuleEntry, rules: dict[str, Rule], log: ProblemLog) -> bool:
    lacking = [key for key in ("check", "level", "message") if not states(entry.node, key, RuleEntry)]
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


def _rebuild_rules(rules: Iterable[Rule], words: Mapped[str, Lists], node: Any, log: ProblemLog) -> None:
    """Build every rule once more: those of the files below must work with the changed word lists, too."""
    if log.problems:
        return
    for rule in rules:
        build(node, module(rule.check), prepared_options(rule.check, rule.options, words), log)


def _check_message(node: Any, message: Message, check: str, log: ProblemLog) -> None:
    """Check that the `{fields}` of a message are bare names of values that the check gives."""
    known = ("text", "suggestion", *getattr(module(check), "VALUES", ()))
    for key in ("zh", "en"):
        text = getattr(message, key)
        place = (node.get(key) if isinstance(node, Mapping) else None) or node
        names = _field_names(text)
        if names is None:
            zh = f"提示语中的花括号只能是 {{名称}}，原样的花括号写作 {{{{ }}}}：{text}"
            en = f"braces in a message hold a bare {{name}}; write {{{{ }}}} for braces themselves: {text}"
            log.add(place, zh, en)
        for name in (each for each in names or () if each not in known):
            advice = hint(name, known)
            zh = f"检查“{check}”的提示语没有 {{{name}}} 可填{advice.zh}"
            en = f"check '{check}' has no {{{name}}} for a message{advice.en}"
            log.add(place, zh, en)


def _field_names(text: str) -> list[str] | None:
    """The names of the `{fields}` of a message; None where its braces hold anything but bare names."""
    from string import Formatter

    try:
        parts = list(Formatter().parse(text))
    except ValueError:
        return None
    fields = [(name, spec, conversion) for _, name, spec, conversion in parts if name is not None]
    if any(spec or conversion or not name.isidentifier() for name, spec, conversion in fields):
        return None
    return [name for name, _, _ in fields]
