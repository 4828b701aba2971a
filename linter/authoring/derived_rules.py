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

_FIGURES = 3
"""Figures from which on a section is held to be one with figures."""
_SHORT = 30
"""Han characters below which a length says nothing."""
_ELSE = "详见附件。"


class Entry(NamedTuple):
    """A rule as it is written."""

    id: str
    yaml: str


def entries(
    subjects: Sequence[Subject], demands: Mapping[str, Demand], known: Vocabulary, title: str
) -> Iterator[Entry]:
    """The rules of the sections that are required; `title` heads their examples."""
    required = [subject for subject in subjects if subject.required]
    for subject in required:
        if not (subject.section in demands and demands[subject.section].required):
            yield _present(subject, title)
        if least := _least(subject.chars):
            yield _long_enough(subject, least, title)
        if subject.figures >= _FIGURES:
            yield _with_figures(subject, title)
    ordered = _in_agreed_order(required)
    if pair := _pair(ordered, known):
        yield _in_order(ordered, pair, title)


def _present(subject: Subject, title: str) -> Entry:
    name = subject.known or subject.words
    return _entry(
        f"own-{subject.section}",
        f"{subject.place}“{subject.words}”",
        check="section",
        level="warning" if subject.below else "error",
        options=f"{{section: {subject.section}}}",
        message=Message(f"缺少“{name}”部分", f"The section “{name}” is missing"),
        why=Message("范例写有这一部分。", "The report taken as a model has it."),
        passes=[f"{title}\n一、{subject.example}\n年初安排的事项均已按期办完。"],
        fails=[f"{title}\n{_ELSE}"],
    )


def _long_enough(subject: Subject, least: int, title: str) -> Entry:
    name = subject.known or subject.words
    return _entry(
        f"own-{subject.section}-length",
        f"{subject.place}起，{_of_all(subject, '最短的')} {subject.chars} 个汉字；下限约取一半",
        check="length",
        level="warning",
        options=f"{{unit: section, section: {subject.section}, min: {least}}}",
        message=Message(
            f"“{name}”只有 {{chars}} 字，一般不少于 {{min}} 字",
            f"“{name}” has {{chars}} characters; {{min}} are usual",
        ),
        why=Message("比范例短了一半以上，多半没有写实。", "It is not half as long as in the model."),
        passes=[f"{title}\n{_ELSE}"],
        fails=[f"{title}\n一、{subject.example}\n这一部分写得很短。"],
    )


def _of_all(subject: Subject, least: str) -> str:
    """What a number was taken from: the only report, or the one of several that has least."""
    return "原文" if len(subject.members) == 1 else f"{len(subject.members)} 份里{least}"


def _with_figures(subject: Subject, title: str) -> Entry:
    name = subject.known or subject.words
    return _entry(
        f"own-{subject.section}-figures",
        f"{subject.place}起，{_of_all(subject, '最少的')}有 {subject.figures} 个数据",
        check="pattern",
        level="warning",
        options=f'{{require: ["{FIGURE}"], section: {subject.section}, scope: body}}'.replace("\\", "\\\\"),
        message=Message(f"“{name}”没有数据", f"“{name}” holds no figures"),
        why=Message("范例在这一部分用数据说话。", "The model gives figures here."),
        passes=[f"{title}\n一、{subject.example}\n全年完成任务12项。"],
        fails=[f"{title}\n一、{subject.example}\n全年完成任务若干。"],
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


def _in_order(subjects: Sequence[Subject], pair: tuple[Subject, Subject], title: str) -> Entry:
    sections = dict.fromkeys(subject.section for subject in subjects)
    first, second = (f"、{subject.example}\n年初安排的事项均已按期办完。\n" for subject in pair)
    return _entry(
        "own-order",
        "各部分在原文中的次序",
        check="order",
        level="warning",
        options=f"{{sections: [{', '.join(sections)}]}}",
        message=Message("各部分的次序与范例不同", "The sections stand in another order than in the model"),
        why=Message(
            "读的人按惯常的次序找内容。", "Readers look for things where they are used to find them."
        ),
        passes=[f"{title}\n一{first}二{second}"],
        fails=[f"{title}\n一{second}二{first}"],
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


def _least(chars: int) -> int:
    """About half of a length, as a round number; 0 where that is too little to ask for."""
    half = chars // 2
    step = 10 if half < 100 else 50 if half < 500 else 100
    return half // step * step if half >= _SHORT else 0
