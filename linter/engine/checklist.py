"""What passed and what did not: the rows for the sections and rules of each report in a file."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache

from linter.checks import declared
from linter.model.document import Document
from linter.model.finding import CheckRow, FileOutcome, Finding, PartResult, SectionRow
from linter.model.outline import Context, Presence
from linter.model.rules import Rule, Ruleset, SectionTerms
from linter.structure.substance import Demand, is_in_doubt, substance


def demands(ruleset: Ruleset) -> dict[str, Demand]:
    """What the rules that are on ask of each section; of several rules on one section the strictest."""
    if not ruleset.sections:
        return {}
    words = declared("section")._make(ruleset.words["section"])
    least = Demand(words.empty_words, prompts=words.prompts, elsewhere=words.elsewhere)
    asked_of = {terms.id: least for terms in ruleset.sections}
    for rule in ruleset.rules:
        if rule.check == "section" and rule.level != "off":
            known, asked = asked_of[rule.options["section"]], rule.options
            asked_of[rule.options["section"]] = known._replace(
                required=known.required or asked.get("required", True),
                least=max(known.least, asked.get("min_chars", 0)),
            )
    return asked_of


def not_applicable(context: Context, rule: str) -> list[CheckRow]:
    """The rows of a rule that did not judge the file."""
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


def uncompared(result: FileOutcome, rules: Collection[str]) -> FileOutcome:
    """The outcome if these rules (ids) failed to compare the file with others: none of them has passed."""
    rows = (
        row._replace(state="not-applicable", line=None)
        if row.rule in rules and row.state == "passed"
        else row
        for row in result.checklist
    )
    return result._replace(checklist=tuple(rows))


def check_rows(context: Context, rule: Rule, found: Sequence[Finding]) -> Sequence[CheckRow]:
    """The rows of the checklist for a rule: one a part, and one for findings outside all parts."""
    if not found and rule.check != "section":
        return _passed(rule.id, len(context.parts))
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


@lru_cache(maxsize=1 << 10)
def _passed(rule: str, parts: int) -> tuple[CheckRow, ...]:
    """The rows of a rule that found nothing, in so many parts: the same values for all files, so that they go
    from a worker once.
    """
    return tuple(CheckRow(rule, index, "passed", None) for index in range(parts))


def _evidence_line(context: Context, rule: Rule, part: int) -> int | None:
    """The line that shows a passed section rule to be met."""
    presence = context.presences[part].get(rule.options.get("section", "")) if context.presences else None
    return context.document.locate(presence.spans[0][0])[0] if presence and presence.spans else None


def part_result(
    context: Context, index: int, sections: Iterable[SectionTerms], demands: Mapping[str, Demand]
) -> PartResult:
    """The part of number `index` as reported; `demands` are those of the sections, by id."""
    document, part = context.document, context.parts[index]
    presences = context.presences[index]
    return PartResult(
        title=document.words(*part.title) if part.title else None,
        line=document.locate(part.start)[0],
        end_line=_last_line(document, part.start, part.end),
        sections=tuple(
            _section_row(document, terms, presences[terms.id], demands[terms.id]) for terms in sections
        ),
    )


def _section_row(document: Document, terms: SectionTerms, presence: Presence, demand: Demand) -> SectionRow:
    line = end_line = None
    evidence = ""
    if presence.spans:
        start, end = presence.spans[0]
        line = document.locate(start)[0]
        last = max(there for _, there in (*presence.body[:1], (start, end)))
        end_line = _last_line(document, start, last)
        evidence = _evidence(document, presence.state, start, end)
    found = substance(document, presence, demand)
    return SectionRow(
        section=terms.id,
        title=terms.title,
        required=demand.required,
        state=presence.state,
        line=line,
        end_line=end_line,
        chars=sum(len("".join(document.text[here:there].split())) for here, there in presence.body),
        evidence=evidence,
        confidence=presence.confidence,
        substance=found.state,
        unsure=is_in_doubt(presence, found),
        plans=terms.plans,
    )


def _last_line(document: Document, start: int, end: int) -> int:
    """The line of the last character of a span that is not white space.

    A span that ends within a line ends at the words of the next heading: the signs before them (##, 【) are
    not the span's own.
    """
    text = document.text
    if text[end : end + 1].strip():
        while end > start and text[end - 1] != "\n" and not text[end - 1].isalnum():
            end -= 1
    return document.locate(start + len(text[start:end].rstrip()))[0]


def _evidence(document: Document, state: str, start: int, end: int) -> str:
    """The heading with its number, or the sentence, that shows a section to be there."""
    text = document.text
    if state == "heading" and (block := document.block_at(start)):
        start = block.start
    words = text[start:end].strip(" \u3000>#*\t")
    return words.replace("\n", "") if state == "heading" else words  # a form's label may be set upright
