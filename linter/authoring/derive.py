"""Good reports -> a ruleset for the next ones like them, commented for its author.

The sections are those of `linter.authoring.subjects`. From each that most of the reports have come up to
three rules: it is there, it is about as long, it holds figures; and one more says in what order they stand.
Beside them stand weights (`linter.authoring.centroids`), by which a section is known in other words.

What is written is read back and run on the reports it came from. A rule of its own that fires on half of
them, or whose examples do not hold, is left out; an inherited one that demands what half of them do not
have is switched off. What then still fires on what stands there are problems of the reports themselves: no
rule is loosened for them.
"""

from collections import Counter
from collections.abc import Collection, Sequence
from typing import NamedTuple

from linter import readers
from linter.authoring.centroids import Example, centroid, example, rarity, section_weights
from linter.authoring.derived_file import Content, rule_file
from linter.authoring.derived_rules import entries
from linter.authoring.groups import grouped
from linter.authoring.models import Model, Source, model
from linter.authoring.subjects import LONGEST, Learnt, Member, Subject, subjects
from linter.engine import judge
from linter.engine.judge import PreparedRuleset
from linter.engine.selection import FALLBACK, RulesetSelector, Selection
from linter.model.errors import ConfigError
from linter.model.finding import Finding
from linter.model.rules import Rule
from linter.model.weights import SectionWeights
from linter.ruleset.library import compiled
from linter.ruleset.weights import written
from linter.structure.outline import outline
from linter.structure.subject_words import Words, kind_in_words, kind_of_report
from linter.text.characters import count_han

MOST_REPORTS = 60
"""More reports say nothing new, and take minutes."""
_DEMANDS = frozenset(("section", "order", "length", "count", "conditional"))
"""Checks that ask for content; the others look for problems."""
_ABOUT = "由 reportlint init 从范例得出，不用手改。\nDerived from reports by `reportlint init`."


class Derived(NamedTuple):
    """A ruleset, and how the reports fare under it."""

    text: str
    """The rule file."""
    weights: str
    """The file of weights; empty where there are none."""
    sections: int
    rules: int
    inherits_weights: bool
    """Whether all of its sections are told by weights of the ruleset that it extends."""
    problems: tuple[tuple[str, Finding], ...]
    """What is wrong with the reports themselves, with their paths, by place: errors only."""
    lacking: tuple[tuple[str, Finding], ...] = ()
    """What most of the reports have and one lacks, or has in other words, with its path: errors only."""


def derive(sources: Sequence[Source], weights: str = "", id: str = "") -> Derived:
    """The ruleset of some reports. `weights` is the name of the file for its weights, empty for none; `id` is
    empty for one that names what it extends.

    Where the weights that it inherits tell all sections it has no others. Raises ConfigError: there is no
    such report, the headings give nothing to go by, or there are too many reports.
    """
    if len(sources) > MOST_REPORTS:
        raise ConfigError(
            f"给了 {len(sources)} 份报告，最多用 {MOST_REPORTS} 份；请挑写得好的留下",
            f"{len(sources)} reports were given; {MOST_REPORTS} are enough: keep the good ones",
        )
    selector = RulesetSelector(Selection())
    base = _base(sources, selector)
    models = [model(source, selector, base.vocabulary) for source in sources]
    groups = grouped([_examples(number, one) for number, one in enumerate(models)])
    words = Words._make(base.ruleset.words["subjects"])
    found = subjects(Learnt(models, _members(models, groups), base.vocabulary, words))
    kinds = _kinds(models, words)
    lang = "zh" if any(count_han(subject.words) for subject in found) else "en"
    title = kinds[0] if kinds else base.ruleset.title.say(lang)
    rules = entries(found, base.demands, base.vocabulary, title, lang)
    told = {section for inherited in base.weights for section in inherited.sections}
    are_told = all(subject.section in told for subject in found)
    fitted = _weights(groups, found) if weights and not are_told else None
    content = Content(
        models, base.ruleset, kinds, found, tuple(rules), weights=weights if fitted else "", id=id, lang=lang
    )
    return _settled(content, fitted, are_told)


def _base(sources: Sequence[Source], selector: RulesetSelector) -> PreparedRuleset:
    """The ruleset that most of the reports are judged by; of several the one for all kinds of reports."""
    choices = [selector.outlined(source.document)[1] for source in sources]
    return selector.prepared(max(choices, key=lambda each: (choices.count(each), each.names == (FALLBACK,))))


def _kinds(models: Sequence[Model], words: Words) -> tuple[str, ...]:
    """What the titles say without unit and period, the most frequent first."""
    titles = [one.source.document.words(*one.part.title) for one in models if one.part.title]
    kinds = Counter(kind_of_report(title, words, LONGEST) for title in titles if count_han(title))
    foreign = [title for title in titles if not count_han(title)]
    if foreign and (kind := kind_in_words(foreign)):
        kinds[kind] += len(foreign)
    return tuple(kind for kind, _ in kinds.most_common() if kind)


def _examples(number: int, one: Model) -> list[Example]:
    return [example(number, one.source.document, chapter) for chapter in one.chapters]


def _members(models: Sequence[Model], groups: Sequence[Sequence[Example]]) -> list[tuple[Member, ...]]:
    """The groups as chapters of reports; of a single report also the headings that stand above others."""
    found = [_as_members(group) for group in groups]
    if len(models) > 1:
        return found
    above = [((0, chapter),) for chapter in models[0].above]
    return sorted((*found, *above), key=lambda group: group[0][1].start)


def _as_members(group: Sequence[Example]) -> tuple[Member, ...]:
    return tuple((each.report, each.chapter) for each in group)


def _weights(groups: Sequence[Sequence[Example]], found: Sequence[Subject]) -> SectionWeights:
    """The weights of the sections. Groups that are none, or several, draw their like away from the others."""
    rare = rarity([each for group in groups for each in group])
    centroids = {}
    for number, group in enumerate(groups, 1):
        named = [subject.section for subject in found if subject.members == _as_members(group)]
        centroids[named[0] if len(named) == 1 else f"other-{number}"] = centroid(group, rare)
    return section_weights(centroids)


def _settled(content: Content, fitted: SectionWeights | None, inherits: bool) -> Derived:
    """The ruleset without the rules that half of its own reports would not pass."""
    prepared = _prepared(content, fitted)
    found = [_judged(one, prepared) for one in content.models]
    fired = Counter(rule for findings in found for rule in {finding.rule for finding in findings})
    failed = {rule for rule, count in fired.items() if 2 * count >= len(content.models)}
    failed |= _without_example(prepared, {entry.id for entry in content.entries})
    kept = [entry for entry in content.entries if entry.id not in failed]
    refused = [rule for rule in content.base.rules if rule.id in failed and _demands(rule)]
    if refused or len(kept) < len(content.entries):
        return _settled(content._replace(entries=kept, off=(*content.off, *refused)), fitted, inherits)
    errors = [
        (one.source.document.path, finding)
        for one, findings in zip(content.models, found, strict=True)
        for finding in findings
        if finding.level == "error"
    ]
    return Derived(
        rule_file(content),
        written(fitted, _ABOUT) if fitted else "",
        len(content.subjects),
        len(kept),
        inherits,
        tuple(each for each in errors if each[1].check not in _DEMANDS),
        tuple(each for each in errors if each[1].check in _DEMANDS),
    )


def _prepared(content: Content, fitted: SectionWeights | None) -> PreparedRuleset:
    """The ruleset of a rule file that is not written yet, and neither are its weights."""
    ruleset = compiled(rule_file(content._replace(weights="")).encode(), "derived.yaml")
    prepared = judge.prepare(ruleset)
    return prepared._replace(weights=(*prepared.weights, fitted) if fitted else prepared.weights)


def _judged(one: Model, prepared: PreparedRuleset) -> list[Finding]:
    """What a ruleset finds in a report."""
    document = one.source.document
    judged = judge.judge(document, (one.part,), prepared)
    judge.require_no_crash(document.path, judged.outcome.crashes)
    return [finding for finding in judged.outcome.findings if finding.part is not None]


def _without_example(prepared: PreparedRuleset, own: Collection[str]) -> set[str]:
    """The rules of its own whose examples do not hold: weights may judge otherwise than words."""
    rules = [rule for rule in prepared.ruleset.rules if rule.id in own]
    return {
        rule.id
        for rule in rules
        if any(_fires(rule.id, text, prepared) for text in rule.passes)
        or not all(_fires(rule.id, text, prepared) for text in rule.fails)
    }


def _fires(rule: str, text: str, prepared: PreparedRuleset) -> bool:
    document = readers.read("example.txt", text.encode())
    judged = judge.judge(document, outline(document, prepared.lines), prepared)
    return any(finding.rule == rule for finding in judged.outcome.findings)


def _demands(rule: Rule) -> bool:
    return rule.check in _DEMANDS or bool(rule.check == "pattern" and rule.options.get("require"))
