"""Text about what is still to come: plans, deadlines, what somebody will do."""

from linter.checks.period.words import Words
from linter.model.document import Span
from linter.model.outline import Part
from linter.text.characters import has
from linter.text.sentences import paragraph_start, sentence


def planned_in_text(text: str, place: int, words: Words) -> bool:
    """Whether the sentence around an offset, or the paragraph up to it, has a word of planning."""
    paragraph = text[paragraph_start(text, place) : sentence(text, place)[1]]
    here = paragraph[paragraph.rfind("。") + 1 :]
    return (
        has(paragraph, words.planned_onwards)
        or has(here, words.planned_sentence)
        or _has_deadline(here, words)
        or has_will(paragraph, words)
    )


def _has_deadline(text: str, words: Words) -> bool:
    """Whether a text names a time before which something is to be done: 6月30日前, not 国庆日前夕."""
    for word in words.deadlines:
        place = text.find(word)
        if place >= 0 and not text.startswith(words.not_deadlines, place + len(word) - 1):
            return True
    return False


def has_will(text: str, words: Words) -> bool:
    """Whether a text has a 将 or 要 that follows a subject, and is no preposition and no part of 要求."""
    return any(
        not has(text[will + 1 : will + 23], words.disposal_verbs)
        if text[will] == "将"
        else not text.startswith(words.not_will, will)
        for subject in words.will_subjects
        for modal in "将要"
        if modal in text and (will := text.find(f"{subject}{modal}") + len(subject)) >= len(subject)
    )


def planned_under(text: str, part: Part, words: Words) -> list[Span]:
    """The spans of a part that lie under headings of plans, ascending and apart."""
    spans: list[Span] = []
    for head in part.headings:
        name = text[head.start : head.end]
        if not has(name, words.plan_headings) or has(name, words.report_headings):
            continue
        start, end = head.reach
        if spans and start < spans[-1][1]:
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        else:
            spans.append((start, end))
    return spans
