"""A ruleset and a document → findings and checklist; several documents → matches between them."""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Sequence
from hashlib import blake2b
from typing import Any, NamedTuple

from linter.checks import module, options
from linter.checks.api import Compare, Find, Gather, Passage, Unjudged
from linter.model.document import Document
from linter.model.errors import RULES_WENT_ON, CrashError, crash_text, guarded_rule
from linter.model.finding import (
    CheckRow,
    Crash,
    FileOutcome,
    Finding,
    Match,
    PartResult,
    Related,
    RelatedPlace,
    SectionRow,
)
from linter.model.message import Message
from linter.model.outline import Context, Part
from linter.model.rules import Rule, Ruleset
from linter.structure.outline import LineMatchers, matchers
from linter.structure.section_terms import Vocabulary
from linter.structure.sections import presences

_CONTEXT_CHARS = 400
"""How many characters on either side of a finding are kept to show it in: more than a terminal is wide.
Without a limit, each of 20,000 findings in one line would hold the whole line."""


class PreparedRuleset(NamedTuple):
    """A ruleset with its patterns compiled and its checks built, once a run."""

    ruleset: Ruleset
    vocabulary: Vocabulary
    finds: tuple[tuple[Rule, Find], ...]
    comparisons: tuple[tuple[Rule, Gather, Compare], ...]
    required: frozenset[str]
    """Ids of the sections that some rule requires."""
    lines: LineMatchers
    """The tests by which the lines of a document are recognised."""
    limits: dict[str, Unjudged]
    """For rules that cannot judge every format, by id: the function that says why not."""
    crashes: tuple[Crash, ...] = ()
    """The rules whose check raised an exception while it was built."""


class JudgedDraft(NamedTuple):
    """The outcome of one draft, and its passages to compare with other drafts."""

    outcome: FileOutcome
    passages: tuple[Sequence[Passage] | None, ...] = ()
    """For each comparison of the ruleset, in order; None where the rule failed in this file."""
    rulesets: tuple[str, ...] = ()
    """The names of the rulesets that it was judged by; empty when it was not judged."""


class Comparison(NamedTuple):
    """The result of comparing several files."""

    matches: list[tuple[str, Rule, Match]]
    """Each match with the path of its file and its rule."""
    crashes: list[Crash]
    """The rules that failed."""


def prepare(ruleset: Ruleset) -> PreparedRuleset:
    """Compile the vocabulary of a ruleset and build the checks of its rules that are on.

    A check that fails is recorded in `crashes` and reported in every file that the ruleset judges.
    """
    rules = [rule for rule in ruleset.rules if rule.level != "off"]
    finds, comparisons, crashes = [], [], []
    limits = {}
    for rule in rules:
        try:
            with guarded_rule("", rule.id):
                check = module(rule.check)
                given = options(rule.check, rule.options, rule.words)
                find = check.build(given)
                if hasattr(check, "gather"):
                    comparisons.append((rule, check.gather(given), check.compare(given)))
        except CrashError as error:
            crashes.append(error.crash)
            continue
        finds.append((rule, find))
        if hasattr(check, "unjudged"):
            limits[rule.id] = check.unjudged
    required = frozenset(
        rule.options["section"]
        for rule in rules
        if rule.check == "section" and rule.options.get("required", True)
    )
    vocabulary = Vocabulary(ruleset.sections)
    return PreparedRuleset(
        ruleset,
        vocabulary,
        tuple(finds),
        tuple(comparisons),
        required,
        matchers(ruleset.words),
        limits,
        tuple(crashes),
    )


def judge(
    document: Document,
    parts: tuple[Part, ...],
    prepared: PreparedRuleset,
    compared: Sequence[tuple[Rule, Match]] = (),
) -> JudgedDraft:
    """The findings of a ruleset in one document, and the checklist.

    `compared` are the matches that `compare` gave for this document. A rule whose check fails has no
    findings and is "not applicable"; the outcome's `error` reports it, and the other rules still run.
    """
    places = tuple(presences(document, part, prepared.vocabulary) for part in parts)
    context = Context(document, parts, places)
    findings: list[Finding] = []
    checklist = [row for crash in prepared.crashes for row in _not_applicable(context, crash.rule)]
    unjudged: dict[Message, None] = {}
    crashes = list(prepared.crashes)
    gather_of = {rule.id: gather for rule, gather, _ in prepared.comparisons}
    passages: dict[str, Sequence[Passage]] = {}
    for rule, find in prepared.finds:
        try:
            with guarded_rule(document.path, rule.id):
                reason = prepared.limits[rule.id](document) if rule.id in prepared.limits else None
                found = None if reason else _found(context, rule, find, compared)
                if rule.id in gather_of:
                    passages[rule.id] = gather_of[rule.id](context)
        except CrashError as error:
            crashes.append(error.crash)
            reason = found = None
        if reason:
            unjudged[reason] = None
        if found is None:
            checklist += _not_applicable(context, rule.id)
        else:
            findings += found
            checklist += _check_rows(context, rule, found)
    findings.sort(key=lambda item: (item.start, item.end))
    result = FileOutcome(
        document.path,
        prepared.ruleset.id,
        crash_text(document.path, crashes, RULES_WENT_ON) if crashes else None,
        parts=tuple(_part_result(context, index, prepared) for index in range(len(context.parts))),
        checklist=tuple(checklist),
        findings=tuple(findings),
        notes=(*document.notes, *unjudged),
        encoding=document.encoding,
        paragraphs=not document.encoding,
        crashes=tuple(crashes),
    )
    return JudgedDraft(result, tuple(passages.get(rule.id) for rule, _, _ in prepared.comparisons))


def _found(context: Context, rule: Rule, find: Find, compared: Sequence[tuple[Rule, Match]]) -> list[Finding]:
    """The findings of a rule in a document, those among `compared` included."""
    matches = [*find(context), *(match for other, match in compared if other.id == rule.id)]
    return [finding(context, rule, match) for match in matches]


def _not_applicable(context: Context, rule: str) -> list[CheckRow]:
    return [CheckRow(rule, index, "not-applicable", None) for index in range(len(context.parts))]


def with_findings(result: FileOutcome, findings: Iterable[Finding]) -> FileOutcome:
    """The outcome with these findings only: a rule that has none of them left counts as passed."""
    kept = tuple(sorted(findings, key=lambda item: (item.start, item.end)))
    failed = {(finding.rule, finding.part) for finding in kept}
    rows = (
        row
        if row.state != "failed" or (row.rule, row.part) in failed
        else row._replace(state="passed", line=None)
        for row in result.checklist
    )
    checklist = tuple(row for row in rows if row.part is not None or row.state == "failed")
    return result._replace(findings=kept, checklist=checklist)


def require_no_crash(path: str, crashes: Sequence[Crash]) -> None:
    """Raises CrashError if a rule failed: for callers who need the findings of every rule."""
    if crashes:
        raise CrashError(path, crashes[0])


def compare(prepared: PreparedRuleset, judged: Sequence[JudgedDraft]) -> Comparison:
    """Compare the files that one ruleset judged, by its rules that compare files.

    A rule whose comparison fails has no matches, and is in `crashes`.
    """
    matches: list[tuple[str, Rule, Match]] = []
    crashes = []
    for number, (rule, _, compared) in enumerate(prepared.comparisons):
        gathered = [(item.outcome.path, item.passages[number]) for item in judged]
        try:
            with guarded_rule("", rule.id):
                found = list(compared([(path, each) for path, each in gathered if each is not None]))
        except CrashError as error:
            crashes.append(error.crash)
            continue
        matches += ((path, rule, match) for path, match in found)
    return Comparison(matches, crashes)


def uncompared(result: FileOutcome, rules: Collection[str]) -> FileOutcome:
    """The outcome if these rules (ids) failed to compare the file with others: none of them has passed."""
    rows = (
        row._replace(state="not-applicable", line=None)
        if row.rule in rules and row.state == "passed"
        else row
        for row in result.checklist
    )
    return result._replace(checklist=tuple(rows))


def finding(context: Context, rule: Rule, match: Match) -> Finding:
    """The finding of a match: with its rule, lines and columns, section and fingerprint."""
    document = context.document
    text = document.text
    line, column = document.locate(match.start)
    end_line, end_column = document.locate_end(match.start, match.end)
    part = match.part if match.part is not None else _part_at(context.parts, match.start)
    section = _section_at(context, part, match.start)
    excerpt = text[match.start : match.end]
    begin = text.rfind("\n", max(0, match.start - _CONTEXT_CHARS), match.start) + 1
    begin = begin or max(0, match.start - _CONTEXT_CHARS)
    stop = text.find("\n", match.end, match.end + _CONTEXT_CHARS)
    stop = stop if stop >= 0 else min(len(text), match.end + _CONTEXT_CHARS)
    return Finding(
        rule=rule.id,
        check=rule.check,
        level=match.level or rule.level,
        message=match.message or _filled(rule.message, match, excerpt),
        line=line,
        column=column,
        end_line=end_line,
        end_column=end_column,
        excerpt=excerpt,
        context=text[begin:stop],
        context_column=match.start - begin,
        part=part,
        section=section,
        suggestion=match.suggestion,
        related=tuple(_place(document, related) for related in match.related),
        fingerprint=_fingerprint(rule.id, section, text, match.start, match.end),
        start=match.start,
        end=match.end,
        anchor=_anchor(document, match.start),
        safe=rule.fix == "safe",
    )


def _filled(message: Message, match: Match, excerpt: str) -> Message:
    """The rule's message with its `{name}` fields filled; fields in the values are not filled."""
    values: dict[str, Any] = {"text": excerpt, "suggestion": match.suggestion or "", **match.values}

    def fill(field: re.Match[str]) -> str:
        return str(values.get(field[1], field[0])) if field[1] else field[0][0]

    zh, en = (re.sub(r"\{\{|\}\}|\{(\w+)\}", fill, sentence) for sentence in message)
    return Message(zh, en)


def _part_at(parts: tuple[Part, ...], offset: int) -> int | None:
    """The index of the part an offset lies in; None outside all parts."""
    return next((index for index, part in enumerate(parts) if part.start <= offset < part.end), None)


def _section_at(context: Context, part: int | None, offset: int) -> str | None:
    """The id of the section an offset lies in: of several, the one with the shortest text."""
    if part is None or not context.presences:
        return None
    spans = [
        (there - here, section)
        for section, presence in context.presences[part].items()
        for (head, _), (here, there) in zip(presence.spans, presence.body, strict=False)
        if min(head, here) <= offset < there or offset == head
    ]
    return min(spans)[1] if spans else None


def _place(document: Document, related: Related) -> RelatedPlace:
    """A related place with its lines."""
    if related.lines:
        line, end_line = related.lines
    else:
        line, end_line = document.locate(related.start)[0], document.locate_end(related.start, related.end)[0]
    return RelatedPlace(related.path, line, end_line, related.message)


def _fingerprint(rule: str, section: str | None, text: str, start: int, end: int) -> str:
    """A hash of a finding that stays the same when lines are added or removed elsewhere."""
    around = (
        text[max(0, start - 12) : start].rpartition("\n")[2],
        text[start:end],
        text[end : end + 12].partition("\n")[0],
    )
    normal = "".join("|".join(around).split())
    return blake2b(f"{rule}|{section or ''}|{normal}".encode(), digest_size=8).hexdigest()


def _anchor(document: Document, offset: int) -> str:
    """The anchor of the block an offset lies in."""
    blocks = document.blocks
    index = bisect_right(blocks, offset, key=lambda block: block.start) - 1
    return blocks[index].anchor if index >= 0 else ""


def _check_rows(context: Context, rule: Rule, found: list[Finding]) -> list[CheckRow]:
    """The rows of the checklist for a rule: one a part, and one for findings outside all parts."""
    if not found and rule.check != "section":
        return [CheckRow(rule.id, index, "passed", None) for index in range(len(context.parts))]
    first: dict[int | None, int] = {}
    for item in found:
        first.setdefault(item.part, item.line)
    rows = []
    for index in range(len(context.parts)):
        if index in first:
            rows.append(CheckRow(rule.id, index, "failed", first[index]))
        else:
            rows.append(CheckRow(rule.id, index, "passed", _evidence_line(context, rule, index)))
    if None in first:
        rows.append(CheckRow(rule.id, None, "failed", first[None]))
    return rows


def _evidence_line(context: Context, rule: Rule, part: int) -> int | None:
    """The line that shows a passed section rule to be met."""
    presence = context.presences[part].get(rule.options.get("section", "")) if context.presences else None
    return context.document.locate(presence.spans[0][0])[0] if presence and presence.spans else None


def _part_result(context: Context, index: int, prepared: PreparedRuleset) -> PartResult:
    """One part as reported."""
    document, part = context.document, context.parts[index]
    title = document.text[slice(*part.title)] if part.title else None
    rows = []
    for terms in prepared.ruleset.sections:
        presence = context.presences[index][terms.id]
        line = end_line = None
        evidence = ""
        if presence.spans:
            start, end = presence.spans[0]
            line = document.locate(start)[0]
            last = max(there for _, there in (*presence.body[:1], (start, end)))
            end_line = _last_line(document, start, last)
            evidence = _evidence(document, presence.state, start, end)
        chars = sum(len("".join(document.text[here:there].split())) for here, there in presence.body)
        required = terms.id in prepared.required
        rows.append(
            SectionRow(terms.id, terms.title, required, presence.state, line, end_line, chars, evidence)
        )
    last = _last_line(document, part.start, part.end)
    return PartResult(title, document.locate(part.start)[0], last, tuple(rows))


def _last_line(document: Document, start: int, end: int) -> int:
    """The line of the last character of a span that is not white space."""
    return document.locate(start + len(document.text[start:end].rstrip()))[0]


def _evidence(document: Document, state: str, start: int, end: int) -> str:
    """The heading with its number, or the sentence, that shows a section to be there."""
    text = document.text
    if state == "heading":
        start = text.rfind("\n", 0, start) + 1
    return text[start:end].strip(" \u3000>#*\t")
