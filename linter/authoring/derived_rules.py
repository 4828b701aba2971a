"""The rules of a derived ruleset: of each section that it is there, is about as long, and holds figures; and
in what order they stand.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from linter.authoring.resolved import both, scalar
from linter.authoring.subjects import FIGURE, Subject
from linter.model.message import Message
from linter.structure.section_terms import Vocabulary
from linter.structure.substance import Demand
from linter.text.numerals import to_chinese

_FIGURES = 3
"""Figures from which on a section is held to be one with figures."""
_SHORT = {"zh": 30, "en": 15}
"""Chinese characters, or English words, below which a length says nothing."""
_SHORTEST = Message("最短的", "the shortest")
_FEWEST = Message("最少的", "the one with the fewest")
_ELSE = Message("详见附件。", "All of it is in the annex.")
_DONE = Message("年初安排的事项均已按期办完。", "What was planned has been done in time.")
_BRIEF = Message("这一部分写得很短。", "There is little to say of it.")
_COUNTED = Message("全年完成任务12项。", "We closed 12 tickets.")
_UNCOUNTED = Message("全年完成任务若干。", "We closed some tickets.")


class Entry(NamedTuple):
    """A rule as it is written."""

    id: str
    yaml: str


def entries(
    subjects: Sequence[Subject], demands: Mapping[str, Demand], known: Vocabulary, title: str, lang: str
) -> Iterator[Entry]:
    """The rules of the sections that are required; `title` heads their examples, which are in a language."""
    required = [subject for subject in subjects if subject.required]
    for subject in required:
        if not (subject.section in demands and demands[subject.section].required):
            yield _present(subject, title, lang)
        if least := _least(subject.chars, lang):
            yield _long_enough(subject, least, title, lang)
        if subject.figures >= _FIGURES:
            yield _with_figures(subject, title, lang)
    ordered = _in_agreed_order(required)
    if pair := _pair(ordered, known):
        yield _in_order(ordered, pair, title, lang)


def _present(subject: Subject, title: str, lang: str) -> Entry:
    name = subject.known or subject.words
    return _entry(
        f"own-{subject.section}",
        quoted(subject).say(lang),
        check="section",
        level="warning" if subject.below else "error",
        options=f"{{section: {subject.section}}}",
        message=Message(f"缺少“{name}”部分", f"The section “{name}” is missing"),
        why=Message("范例写有这一部分。", "The report taken as a model has it."),
        passes=[_report(title, [(subject, _DONE)], lang)],
        fails=[f"{title}\n{_ELSE.say(lang)}"],
    )


def quoted(subject: Subject) -> Message:
    """Where the heading stands that a section is called by, and its words."""
    place, words = subject.place, subject.words
    return Message(f"{place.zh}“{words}”", f'{place.en}: "{words}"')


def _report(title: str, said: Iterable[tuple[Subject, Message]], lang: str) -> str:
    """A report for an example: a title, and sections with what they say."""
    lines = [title]
    for number, (subject, words) in enumerate(said, 1):
        lines.append(Message(f"{to_chinese(number)}、", f"{number}. ").say(lang) + subject.example)
        lines.append(words.say(lang))
    return "\n".join(lines)


def _long_enough(subject: Subject, least: int, title: str, lang: str) -> Entry:
    name = subject.known or subject.words
    chars, of_all = subject.chars, _of_all(subject, _SHORTEST)
    note = Message(
        f"{subject.place.zh}起，{of_all.zh} {chars} 个汉字；下限约取一半",
        f"from {subject.place.en}: {of_all.en} {chars} words; about half is asked for",
    )
    return _entry(
        f"own-{subject.section}-length",
        note.say(lang),
        check="length",
        level="warning",
        options=f"{{unit: section, section: {subject.section}, min: {least}}}",
        message=Message(
            f"“{name}”只有 {{chars}} 字，一般不少于 {{min}} 字",
            f"“{name}” has {{chars}} {'words' if lang == 'en' else 'characters'}; {{min}} are usual",
        ),
        why=Message("比范例短了一半以上，多半没有写实。", "It is not half as long as in the model."),
        passes=[f"{title}\n{_ELSE.say(lang)}"],
        fails=[_report(title, [(subject, _BRIEF)], lang)],
    )


def _of_all(subject: Subject, least: Message) -> Message:
    """What a number was taken from: the only report, or the one of several that has least."""
    count = len(subject.members)
    if count == 1:
        return Message("原文", "it has")
    return Message(f"{count} 份里{least.zh}", f"{least.en} of {count} has")


def _with_figures(subject: Subject, title: str, lang: str) -> Entry:
    name = subject.known or subject.words
    figures, of_all = subject.figures, _of_all(subject, _FEWEST)
    note = Message(
        f"{subject.place.zh}起，{of_all.zh}有 {figures} 个数据",
        f"from {subject.place.en}: {of_all.en} {figures} figures",
    )
    return _entry(
        f"own-{subject.section}-figures",
        note.say(lang),
        check="pattern",
        level="warning",
        options=f'{{require: ["{FIGURE}"], section: {subject.section}, scope: body}}'.replace("\\", "\\\\"),
        message=Message(f"“{name}”没有数据", f"“{name}” holds no figures"),
        why=Message("范例在这一部分用数据说话。", "The model gives figures here."),
        passes=[_report(title, [(subject, _COUNTED)], lang)],
        fails=[_report(title, [(subject, _UNCOUNTED)], lang)],
    )


def _in_agreed_order(subjects: Sequence[Subject]) -> list[Subject]:
    """The sections that stand in one order in all reports that have them."""
    kept: list[Subject] = []
    for subject in subjects:
        here = {number: chapter.start for number, chapter in subject.members}
        before = ((number, chapter.start) for other in kept for number, chapter in other.members)
        if all(start <= here.get(number, start) for number, start in before):
            kept.append(subject)
    return kept


def _pair(subjects: Sequence[Subject], known: Vocabulary) -> tuple[Subject, Subject] | None:
    """The first two sections whose example headings do not speak for each other; None without such."""

    def speaks(one: Subject, other: Subject) -> bool:
        shipped = {section for section, _ in known.heading_words(one.example)}
        return other.section in shipped or any(word in one.example for word in other.headings)

    pairs = combinations(subjects, 2)
    return next((pair for pair in pairs if not speaks(*pair) and not speaks(*pair[::-1])), None)


def _in_order(subjects: Sequence[Subject], pair: tuple[Subject, Subject], title: str, lang: str) -> Entry:
    sections = dict.fromkeys(subject.section for subject in subjects)
    said = [(subject, _DONE) for subject in pair]
    return _entry(
        "own-order",
        Message("各部分在原文中的次序", "the order in which they stand there").say(lang),
        check="order",
        level="warning",
        options=f"{{sections: [{', '.join(sections)}]}}",
        message=Message("各部分的次序与范例不同", "The sections stand in another order than in the model"),
        why=Message(
            "读的人按惯常的次序找内容。", "Readers look for things where they are used to find them."
        ),
        passes=[_report(title, said, lang)],
        fails=[_report(title, said[::-1], lang)],
    )


def _entry(
    id: str,
    note: str,
    *,
    check: str,
    level: str,
    options: str,
    message: Message,
    why: Message,
    passes: Iterable[str],
    fails: Iterable[str],
) -> Entry:
    lines = [
        f"  - id: {id}  # {note}",
        f"    check: {check}",
        f"    level: {level}",
        f"    with: {options}",
        f"    message: {both(message)}",
        f"    why: {both(why)}",
        "    examples:",
        f"      pass: [{', '.join(map(scalar, passes))}]",
        f"      fail: [{', '.join(map(scalar, fails))}]",
    ]
    return Entry(id, "\n".join(lines))


def _least(chars: int, lang: str) -> int:
    """About half of a length, as a round number; 0 where that is too little to ask for."""
    half = chars // 2
    step = 10 if half < 100 else 50 if half < 500 else 100
    return half // step * step if half >= _SHORT[lang] else 0
