"""A good report -> a ruleset for the next ones like it, commented for its author.

The sections are those of `linter.authoring.subjects`. From each come up to three rules: it is there,
it is about as long, it holds figures; and one more says in what order they stand.

What is written is read back and run on the report it came from. A rule of its own that fires there is
left out; an inherited one that demands what the report does not have is switched off. What then still
fires are problems of the report itself: no rule is loosened for them.
"""

import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from linter.authoring.resolved import both, scalar
from linter.authoring.subjects import FIGURE, LONGEST, Subject, one_line, subjects
from linter.engine import judge
from linter.engine.selection import RulesetSelector, Selection
from linter.model.document import Document
from linter.model.errors import ConfigError
from linter.model.finding import Finding
from linter.model.message import Message
from linter.model.outline import Part
from linter.model.rules import Rule, Ruleset
from linter.ruleset.library import compiled
from linter.structure.section_terms import Vocabulary
from linter.structure.subject_words import Words, kind_of_report
from linter.structure.substance import Demand

_FIGURES = 3
"""Figures from which on a section is held to be one with figures."""
_SHORT = 30
"""Han characters below which a length says nothing."""
_DEMANDS = frozenset(("section", "order", "length", "count", "conditional"))
"""Checks that ask for content; the others look for problems."""


class Derived(NamedTuple):
    """A ruleset, and how the report fares under it."""

    text: str
    """The rule file."""
    sections: int
    rules: int
    problems: tuple[Finding, ...]
    """What is wrong with the report itself, by place: errors only."""


class _Model(NamedTuple):
    """The report, and what was made of it."""

    document: Document
    part: Part
    number: int
    base: Ruleset
    kind: str
    """Its title without unit and period; empty when it has none."""
    subjects: list[Subject]


class _Entry(NamedTuple):
    """A rule as it is written."""

    id: str
    yaml: str


def derive(document: Document, number: int = 1) -> Derived:
    """The ruleset of one report of a document; the first report has number 1.

    Raises ConfigError: there is no such report, or its headings give nothing to go by.
    """
    selector = RulesetSelector(Selection())
    part = _chosen(document, selector.outlined(document)[0], number)
    base = selector.prepared(selector.choose(document, (part,)))
    words = Words._make(base.ruleset.words["subjects"])
    found = subjects(document, part, base.vocabulary, words)
    title = kind_of_report(document.text[slice(*part.title)], words, LONGEST) if part.title else ""
    model = _Model(document, part, number, base.ruleset, title, found)
    entries = list(_entries(found, base.demands, base.vocabulary, title or base.ruleset.title.zh))
    return _settled(model, entries, [])


def _settled(model: _Model, entries: list[_Entry], off: list[Rule]) -> Derived:
    """The ruleset without the rules that its own report would not pass."""
    text = "\n".join(_file(model, entries, off)) + "\n"
    findings = _judged(model.document, model.part, text)
    fired = {finding.rule for finding in findings}
    kept = [entry for entry in entries if entry.id not in fired]
    refused = [rule for rule in model.base.rules if rule.id in fired and _demands(rule)]
    if refused or len(kept) < len(entries):
        return _settled(model, kept, off + refused)
    problems = tuple(finding for finding in findings if finding.level == "error")
    return Derived(text, len(model.subjects), len(entries), problems)


def _chosen(document: Document, parts: Sequence[Part], number: int) -> Part:
    if 1 <= number <= len(parts):
        return parts[number - 1]
    raise ConfigError(
        f"{document.path}：没有第 {number} 份报告，共 {len(parts)} 份",
        f"{document.path}: there is no report {number}; it holds {len(parts)}",
    )


def _judged(document: Document, part: Part, text: str) -> list[Finding]:
    """What the rule file finds in the report."""
    ruleset = compiled(text.encode(), "derived.yaml")
    judged = judge.judge(document, (part,), judge.prepare(ruleset))
    judge.require_no_crash(document.path, judged.outcome.crashes)
    return [finding for finding in judged.outcome.findings if finding.part is not None]


def _demands(rule: Rule) -> bool:
    return rule.check in _DEMANDS or bool(rule.check == "pattern" and rule.options.get("require"))


# --- the rules ------------------------------------------------------------------------------------


def _entries(
    subjects: Sequence[Subject], demands: Mapping[str, Demand], known: Vocabulary, title: str
) -> Iterator[_Entry]:
    """The rules of all sections; `title` heads their examples."""
    for subject in subjects:
        if not (subject.section in demands and demands[subject.section].required):
            yield _present(subject, title)
        if least := _least(subject.chars):
            yield _long_enough(subject, least, title)
        if subject.figures >= _FIGURES:
            yield _with_figures(subject, title)
    if pair := _pair(subjects, known):
        yield _in_order(subjects, pair, title)


_ELSE = "详见附件。"


def _present(subject: Subject, title: str) -> _Entry:
    name = subject.known or subject.words
    return _entry(
        f"own-{subject.section}",
        f"第 {subject.line} 行“{subject.words}”",
        check="section",
        level="warning" if subject.below else "error",
        options=f"{{section: {subject.section}}}",
        message=Message(f"缺少“{name}”部分", f"The section “{name}” is missing"),
        why=Message("范例写有这一部分。", "The report taken as a model has it."),
        passes=[f"{title}\n一、{subject.example}\n写明做了什么、做到什么程度。"],
        fails=[f"{title}\n{_ELSE}"],
    )


def _long_enough(subject: Subject, least: int, title: str) -> _Entry:
    name = subject.known or subject.words
    return _entry(
        f"own-{subject.section}-length",
        f"第 {subject.line} 行起，原文 {subject.chars} 个汉字；下限约取一半",
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


def _with_figures(subject: Subject, title: str) -> _Entry:
    name = subject.known or subject.words
    return _entry(
        f"own-{subject.section}-figures",
        f"第 {subject.line} 行起，原文有 {subject.figures} 个数据",
        check="pattern",
        level="warning",
        options=f'{{require: ["{FIGURE}"], section: {subject.section}, scope: body}}'.replace("\\", "\\\\"),
        message=Message(f"“{name}”没有数据", f"“{name}” holds no figures"),
        why=Message("范例在这一部分用数据说话。", "The model gives figures here."),
        passes=[f"{title}\n一、{subject.example}\n全年完成任务12项。"],
        fails=[f"{title}\n一、{subject.example}\n全年完成任务若干。"],
    )


def _pair(subjects: Sequence[Subject], known: Vocabulary) -> tuple[Subject, Subject] | None:
    """The first two sections whose example headings do not speak for each other; None without such."""

    def speaks(one: Subject, other: Subject) -> bool:
        shipped = {section for section, _ in known.heading_words(one.example)}
        return other.section in shipped or any(word in one.example for word in other.headings)

    pairs = combinations(subjects, 2)
    return next((pair for pair in pairs if not speaks(*pair) and not speaks(*pair[::-1])), None)


def _in_order(subjects: Sequence[Subject], pair: tuple[Subject, Subject], title: str) -> _Entry:
    sections = dict.fromkeys(subject.section for subject in subjects)
    first, second = (f"、{subject.example}\n写明做了什么、做到什么程度。\n" for subject in pair)
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
) -> _Entry:
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
    return _Entry(id, "\n".join(lines))


def _least(chars: int) -> int:
    """About half of a length, as a round number; 0 where that is too little to ask for."""
    half = chars // 2
    step = 10 if half < 100 else 50 if half < 500 else 100
    return half // step * step if half >= _SHORT else 0


# --- the file -------------------------------------------------------------------------------------


def _file(model: _Model, entries: Iterable[_Entry], off: Iterable[Rule]) -> Iterator[str]:
    """The lines of the rule file."""
    document, part, number, base, title, found = model
    first, last = document.locate(part.start)[0], document.locate(part.end)[0]
    name = one_line(os.path.basename(document.path))
    yield f"# 由 reportlint init 根据“{name}”的第 {number} 份报告（第 {first}-{last} 行）生成，请逐条修改："
    yield "#   headings  标题里出现其中一个词，就算写了这一部分；删去只属于那一年的词，补上别的说法"
    yield "#   min       至少多少字；require 至少出现一个的写法，\\d 是数字，方括号里是数字后面的字"
    yield "#   level     error 不通过，warning 警告，info 提示，off 停用；不要的规则整条删掉"
    yield "# 检查草稿：reportlint check 草稿.docx --ruleset 本文件；检验规则：reportlint test 本文件"
    yield "# 起草新稿：reportlint new 本文件 -o 草稿.docx"
    yield "# Derived from a report taken as a model; to be edited. 第 N 行 is line N of that report."
    yield f"id: own-{base.id}"
    yield f"title: {both(Message(title or base.title.zh, base.title.en))}"
    yield f"source: {scalar(f'往年报告“{name}”')}"
    yield f"extends: [{base.id}]  # “{base.title.zh}”的规则照用，下面只写增改的"
    if title and part.title:
        line = document.locate(part.title[0])[0]
        yield "applies_to:"
        yield f"  title: [{scalar(re.escape(title))}]  # 第 {line} 行的标题，去掉了单位和时间"
    yield ""
    yield "sections:  # 按原文的次序"
    for subject in found:
        yield from _section(subject)
    rules = [*map(_switched_off, off), *(entry.yaml for entry in entries)]
    if rules:
        yield "\nrules:"
        yield from rules


def _switched_off(rule: Rule) -> str:
    note = f"原文没有做到，已停用；今后要求的话改为 {rule.level}"
    return f"  - id: {rule.id}  # {note}\n    level: off"


def _section(subject: Subject) -> Iterator[str]:
    if subject.known:
        yield f"  - id: {subject.section}  # 第 {subject.line} 行“{subject.words}”，即自带的“{subject.known}”"
        return
    yield f"  - id: {subject.section}  # 第 {subject.line} 行“{subject.words}”"
    yield f"    title: {both(Message(subject.words, f'Section of line {subject.line}'))}"
    yield f"    headings: [{', '.join(map(scalar, subject.headings))}]"
