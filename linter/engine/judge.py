"""A ruleset and a document → findings and checklist; several documents → matches between them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from linter.checks import module, options
from linter.checks.api import Compare, Find, Gather, Passage, Unjudged
from linter.checks.support.exclusions import overlap_test
from linter.engine.checklist import check_rows, demands, not_applicable, part_result
from linter.engine.choice import Choice
from linter.engine.findings import recorder
from linter.engine.needed_words import Finder, finder, without_words
from linter.model.document import Document, Span
from linter.model.errors import RULES_WENT_ON, CrashError, crash_text, guarded_rule
from linter.model.finding import Crash, FileOutcome, Finding, Match, PartResult
from linter.model.message import Message
from linter.model.outline import Context, Part
from linter.model.rules import Rule, Ruleset
from linter.model.weights import SectionWeights
from linter.ruleset.weights import load as load_weights
from linter.structure.outline import LineMatchers, matchers
from linter.structure.reporting_period import period_code
from linter.structure.reporting_period import read as reporting_period
from linter.structure.reporting_period.words import Words as PeriodWords
from linter.structure.reporting_unit import Words as UnitWords
from linter.structure.reporting_unit import reporting_unit
from linter.structure.section_terms import Vocabulary
from linter.structure.sections import presences
from linter.structure.substance import Demand


class PreparedRuleset(NamedTuple):
    """A ruleset with its vocabulary compiled and the checks built, once a run."""

    ruleset: Ruleset
    vocabulary: Vocabulary
    finds: tuple[tuple[Rule, Find], ...]
    """Of a rule that needs words, a function that builds its check for the first document that has one."""
    comparisons: tuple[tuple[Rule, Gather, Compare], ...]
    demands: dict[str, Demand]
    """What the rules ask of each section of the vocabulary, by id."""
    lines: LineMatchers
    """The tests by which the lines of a document are recognised."""
    limits: dict[str, Unjudged]
    """For rules that cannot judge every format, by id: the function that says why not."""
    needs: dict[str, Finder]
    """For rules that need words, by id: whether a text has one."""
    yielding: frozenset[str] = frozenset()
    """The ids of rules that give way to those of the same check above them."""
    weights: tuple[SectionWeights, ...] = ()
    """The fitted weights by which sections are told; none where words alone tell them."""
    crashes: tuple[Crash, ...] = ()
    """The rules whose check raised an exception while it was built."""


class JudgedDraft(NamedTuple):
    """The outcome of one draft, and its passages to compare with other drafts."""

    outcome: FileOutcome
    passages: tuple[Sequence[Passage] | None, ...] = ()
    """For each comparison of the ruleset, in order; None where the rule failed in this file."""
    choice: Choice | None = None
    """What it was judged by; None when it was not judged."""


def prepare(ruleset: Ruleset, at_once: bool = False) -> PreparedRuleset:
    """Compile the vocabulary of a ruleset and build the checks of its rules that are on; with `at_once` also
    those that a document may not need.

    A check that fails is recorded in `crashes` and reported in every file that the ruleset judges.
    """
    rules = [rule for rule in ruleset.rules if rule.level != "off"]
    finds, comparisons, crashes = [], [], []
    limits = {}
    yielding = set()
    for rule in rules:
        if rule.needs and not at_once:
            finds.append((rule, _built_when_needed(rule)))
            continue
        try:
            with guarded_rule(rule.id):
                check = module(rule.check)
                given = options(rule.check, rule.options, rule.words)
                find = check.build(given)
                if hasattr(check, "yields") and check.yields(given):
                    yielding.add(rule.id)
                if hasattr(check, "gather") and (gather := check.gather(given)):
                    comparisons.append((rule, gather, check.compare(given)))
        except CrashError as error:
            crashes.append(error.crash)
            continue
        finds.append((rule, find))
        if hasattr(check, "unjudged"):
            limits[rule.id] = check.unjudged
    vocabulary = Vocabulary(ruleset.sections)
    # The title of a section, alone on its line, is a heading whatever stands below it. The other words of a
    # vocabulary are so where there are no weights: these were fitted to headings that are told by their form.
    heading_words = [title for each in ruleset.sections for title in each.title if title]
    if not ruleset.weights:
        heading_words += [word for each in ruleset.sections for word in each.headings]
    return PreparedRuleset(
        ruleset,
        vocabulary,
        tuple(finds),
        tuple(comparisons),
        demands(ruleset),
        matchers(ruleset.words, heading_words),
        limits,
        {rule.id: finder(rule.needs) for rule in rules if rule.needs},
        frozenset(yielding),
        _judging(ruleset),
        tuple(crashes),
    )


def _built_when_needed(rule: Rule) -> Find:
    """A function that builds the check of a rule when it is first called, and searches documents with it."""
    build = cache(lambda: module(rule.check).build(options(rule.check, rule.options, rule.words)))

    def find(context: Context) -> Iterable[Match]:
        search: Find = build()
        return search(context)

    return find


def _judging(ruleset: Ruleset) -> tuple[SectionWeights, ...]:
    """The weights of a ruleset, without those whose sections are all judged by later ones."""
    known = [terms.id for terms in ruleset.sections]
    left = set(known)
    found: list[SectionWeights] = []
    for group in reversed(ruleset.weights):
        weights = load_weights(group, known)
        if left.intersection(weights.sections):
            found.insert(0, weights)
            left.difference_update(weights.sections)
    return tuple(found)


def judge(
    document: Document,
    parts: tuple[Part, ...],
    prepared: PreparedRuleset,
    compared: Sequence[tuple[str, Match]] = (),
    period: str = "",
) -> JudgedDraft:
    """The findings of a ruleset in one document, and the checklist.

    `compared` are the matches that `compare` gave for this document, `period` is the period that the
    project expects it to be about (2026H1), empty for none. A rule whose check fails has no
    findings and is "not applicable"; the outcome's `error` reports it, and the other rules still run.
    """
    places = tuple(presences(document, part, prepared.vocabulary, prepared.weights) for part in parts)
    context = Context(document, parts, places, period)
    gathers = {rule.id: gather for rule, gather, _ in prepared.comparisons}
    record = recorder(context)
    matches: dict[str, list[Match]] = defaultdict(list)
    for id, match in compared:
        matches[id].append(match)
    idle = without_words(document.text, prepared.needs)

    def judged_by(rule: Rule, find: Find) -> _RuleOutcome:
        if rule.id in idle:
            return _RuleOutcome(rule, [])
        unjudged, gather = prepared.limits.get(rule.id), gathers.get(rule.id)
        try:
            with guarded_rule(rule.id):
                limit = unjudged(document) if unjudged else None
                every = () if limit else (*find(context), *matches[rule.id])
                found = None if limit else [record(rule, match) for match in every]
                return _RuleOutcome(rule, found, gather(context) if gather else None, limit)
        except CrashError as error:
            return _RuleOutcome(rule, crash=error.crash)

    judged = [judged_by(*each) for each in prepared.finds]
    outcome = _outcome(context, prepared, list(_given_way(judged, prepared.yielding)))
    passages = {one.rule.id: one.passages for one in judged}
    return JudgedDraft(outcome, tuple(passages.get(rule.id) for rule, _, _ in prepared.comparisons))


class _RuleOutcome(NamedTuple):
    """What one rule says of a document."""

    rule: Rule
    found: list[Finding] | None = None
    """None where the rule did not judge it."""
    passages: Sequence[Passage] | None = None
    """For the comparison with other documents; None for a rule that does not compare."""
    limit: Message | None = None
    """Why the rule cannot judge the format."""
    crash: Crash | None = None


def _given_way(judged: Iterable[_RuleOutcome], yielding: frozenset[str]) -> Iterator[_RuleOutcome]:
    """The outcomes. A yielding rule loses each finding that overlaps one of a rule of its check above it."""
    spans: dict[str, list[Span]] = {}
    for one in judged:
        own = spans.setdefault(one.rule.check, [])
        if one.found and one.rule.id in yielding:
            overlaps = overlap_test(own)
            one = one._replace(found=[each for each in one.found if not overlaps(each.start, each.end)])
        own += [(each.start, each.end) for each in one.found or ()]
        yield one


def _outcome(context: Context, prepared: PreparedRuleset, judged: Sequence[_RuleOutcome]) -> FileOutcome:
    """The outcomes of all rules, put together."""
    document = context.document
    crashes = (*prepared.crashes, *(one.crash for one in judged if one.crash))
    checklist = [row for crash in prepared.crashes for row in not_applicable(context, crash.rule)]
    findings: list[Finding] = []
    for rule, found, _, _, _ in judged:
        checklist += not_applicable(context, rule.id) if found is None else check_rows(context, rule, found)
        findings += found or ()
    findings.sort(key=lambda item: (item.start, item.end))
    limits = dict.fromkeys(one.limit for one in judged if one.limit)
    return FileOutcome(
        document.path,
        prepared.ruleset.id,
        crash_text(document.path, crashes, RULES_WENT_ON) if crashes else None,
        parts=tuple(_part(context, index, prepared) for index in range(len(context.parts))),
        checklist=tuple(checklist),
        findings=tuple(findings),
        notes=(*document.notes, *limits),
        encoding=document.encoding,
        paragraphs=document.counts_paragraphs,
        crashes=crashes,
    )


def _part(context: Context, index: int, prepared: PreparedRuleset) -> PartResult:
    """The part of number `index` as reported."""
    document, part, words = context.document, context.parts[index], prepared.ruleset.words
    found = part_result(context, index, prepared.ruleset.sections, prepared.demands)
    unit_words = UnitWords._make(words["reporting_unit"])
    period_words = PeriodWords._make(words["reporting_period"])
    return found._replace(
        unit=reporting_unit(document, part, len(context.parts) == 1, prepared.lines.types, unit_words),
        period=period_code(reporting_period(document.text, part, period_words)),
    )


def require_no_crash(path: str, crashes: Sequence[Crash]) -> None:
    """Raises CrashError if a rule failed: for callers who need the findings of every rule."""
    if crashes:
        raise CrashError(path, crashes[0])


def compare(
    rule: Rule, compared: Compare, gathered: Sequence[tuple[str, Sequence[Passage]]]
) -> list[tuple[str, Match]]:
    """The matches of a rule in files, by the path and the passages of each. Raises CrashError."""
    with guarded_rule(rule.id):
        return list(compared(gathered))
