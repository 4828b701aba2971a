"""A document with reports of several kinds: each is judged by the rulesets of its own kind."""

from collections.abc import Callable, Sequence

from linter.engine import judge
from linter.engine.choice import Choice
from linter.engine.judge import JudgedDraft, PreparedRuleset
from linter.model.document import Document
from linter.model.finding import FileOutcome, Match
from linter.model.outline import Part


def judged_by_kind(
    document: Document,
    parts: tuple[Part, ...],
    choices: Sequence[Choice],
    whole: Choice,
    prepared: Callable[[Choice], PreparedRuleset],
    compared: Sequence[tuple[str, Match]],
    period: str,
) -> JudgedDraft:
    """The findings in a document, where `choices` says for each part what it is judged by.

    Each choice judges the whole document, for what a part lacks or repeats may stand in another; what it
    says of parts that are not its own is left out. What stands in no part is judged by the first. `whole`
    joins all of them. Arguments else as in `judge.judge`.
    """
    kinds = list(dict.fromkeys(choices)) or [whole]
    judged = {kind: judge.judge(document, parts, prepared(kind), compared, period) for kind in kinds}
    if len(kinds) == 1:
        return judged[kinds[0]]._replace(choice=whole)
    outcome = _together(
        {kind: each.outcome for kind, each in judged.items()}, choices, prepared(whole).ruleset.id
    )
    passages = {
        rule.id: found
        for kind in reversed(kinds)
        for (rule, _, _), found in zip(prepared(kind).comparisons, judged[kind].passages, strict=True)
    }
    return JudgedDraft(
        outcome, tuple(passages.get(rule.id) for rule, _, _ in prepared(whole).comparisons), whole
    )


def _together(outcomes: dict[Choice, FileOutcome], choices: Sequence[Choice], id: str) -> FileOutcome:
    """One outcome of several: of each what it says of its own parts."""
    first, *_ = outcomes.values()
    kinds = list(outcomes)

    def is_own(kind: Choice, part: int | None) -> bool:
        return kind == (kinds[0] if part is None else choices[part])

    findings = [
        each for kind, outcome in outcomes.items() for each in outcome.findings if is_own(kind, each.part)
    ]
    return first._replace(
        ruleset=id,
        error=next((each.error for each in outcomes.values() if each.error), None),
        parts=tuple(outcomes[kind].parts[index] for index, kind in enumerate(choices)),
        checklist=tuple(
            row for kind, outcome in outcomes.items() for row in outcome.checklist if is_own(kind, row.part)
        ),
        findings=tuple(sorted(findings, key=lambda item: (item.start, item.end))),
        notes=tuple(dict.fromkeys(note for each in outcomes.values() for note in each.notes)),
        crashes=tuple(dict.fromkeys(crash for each in outcomes.values() for crash in each.crashes)),
    )
