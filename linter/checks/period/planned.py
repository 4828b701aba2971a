"""Text about what is still to come: plans, deadlines, what somebody will do."""

from linter.checks.period.words import Words
from linter.model.outline import Context, Part
from linter.text.characters import has
from linter.text.sentences import paragraph_start, sentence


def is_planned(context: Context, part: Part, place: int, words: Words) -> bool:
    """Whether what stands at an offset of the file is still to come.

    It is where its sentence, or the paragraph up to it, has a word of planning, or a heading above has.
    """
    return planned_in_text(context.document.text, place, words) or planned_by_heading(
        context, part, place, words
    )


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


def planned_by_heading(context: Context, part: Part, place: int, words: Words) -> bool:
    """Whether an offset of the file lies under a heading of plans."""
    text = context.document.text
    above = [head for head in part.headings if head.start <= place < head.body_end]
    names = [text[head.start : head.end] for head in above]
    return any(has(name, words.plan_headings) and not has(name, words.report_headings) for name in names)
