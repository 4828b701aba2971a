"""The rule file of a derived ruleset: its sections and rules, commented for its author."""

import os
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from linter.authoring.derived_rules import Entry, quoted
from linter.authoring.models import Model
from linter.authoring.resolved import both, scalar
from linter.authoring.subjects import Subject, one_line
from linter.model.message import Message
from linter.model.rules import Rule, Ruleset


class Content(NamedTuple):
    """What goes into a rule file."""

    models: Sequence[Model]
    base: Ruleset
    kinds: tuple[str, ...]
    """The titles of the reports without unit and period, the most frequent first."""
    subjects: Sequence[Subject]
    entries: Sequence[Entry]
    off: Sequence[Rule] = ()
    """Inherited rules to be switched off."""
    weights: str = ""
    """The name of the file of weights; empty for none."""
    id: str = ""
    """Of the ruleset; empty for one that names what it extends."""
    lang: str = "zh"
    """That of the reports: the comments and examples are in it."""


def rule_file(content: Content) -> str:
    """The text of the rule file."""
    return "".join(f"{line}\n" for line in (*_head(content), *_body(content)))


def _head(content: Content) -> Iterator[str]:
    """How the file is used, what it is for and what it extends."""
    base, kinds, lang = content.base, content.kinds, content.lang
    yield from _usage(content)
    yield f"id: {content.id or f'own-{base.id}'}"
    name = kinds[0] if kinds else base.title.zh
    yield f"title: {both(Message(name, name if name.isascii() else base.title.en))}"
    yield f"source: {scalar(_source(content.models).say(lang))}"
    note = Message(
        f"“{base.title.zh}”的规则照用，下面只写增改的",
        f'the rules of "{base.title.en}" hold; what is added and changed follows',
    )
    yield f"extends: [{base.id}]  # {note.say(lang)}"
    if kinds:
        titles = ", ".join(scalar(re.escape(kind).replace("\\ ", " ")) for kind in kinds)
        yield "applies_to:"
        yield f"  title: [{titles}]  # {_titles(content.models).say(lang)}"
    if content.weights:
        yield f"weights: [{scalar(content.weights)}]"


def _usage(content: Content) -> Iterator[str]:
    """Where the file comes from, and what its author does with it."""
    origin, lang = _origin(content.models), content.lang
    lines = [
        Message(
            f"由 reportlint init 根据{origin.zh}生成，请逐条修改：",
            f"Derived by reportlint init from {origin.en}, to be edited:",
        ),
        Message(
            "  headings  标题里出现其中一个词，就算写了这一部分；删去只属于那一年的词，补上别的说法",
            "  headings  a heading with one of these words is the section; add others that say the same",
        ),
        Message(
            "  min       至少多少字；require 至少出现一个的写法，\\d 是数字，方括号里是数字后面的字",
            "  min       so many words at least; require: one of these patterns at least",
        ),
        Message(
            "  level     error 不通过，warning 警告，info 提示，off 停用；不要的规则整条删掉",
            "  level     error, warning, info or off; rules that you do not want may be deleted",
        ),
    ]
    if content.weights:
        weights = content.weights
        lines.append(
            Message(
                f"  weights   {weights} 是范例的用词，换了说法也靠它认出来；与本文件放在一起",
                f"  weights   {weights} tells the sections in other words, too; keep it beside this file",
            )
        )
    lines += [
        Message(
            "检查草稿：reportlint check 草稿.docx --ruleset 本文件；检验规则：reportlint test 本文件",
            "Check a draft: reportlint check DRAFT --ruleset THIS; test the rules: reportlint test THIS",
        ),
        Message(
            "起草新稿：reportlint new 本文件 -o 草稿.docx", "Begin a draft: reportlint new THIS -o DRAFT.md"
        ),
    ]
    yield from (f"# {line.say(lang)}" for line in lines)


def _origin(models: Sequence[Model]) -> Message:
    """Which reports a file comes from."""
    names = [one_line(os.path.basename(one.source.document.path)) for one in models]
    if len(models) > 1:
        count = len(models)
        return Message(f" {count} 份报告（{'、'.join(names)}）", f"{count} reports ({', '.join(names)})")
    (source, part, *_), (name,) = models[0], names
    first, last = source.document.locate(part.start)[0], source.document.locate(part.end)[0]
    return Message(
        f"“{name}”的第 {source.number} 份报告（第 {first}-{last} 行）",
        f"report {source.number} of {name} (lines {first}-{last})",
    )


def _source(models: Sequence[Model]) -> Message:
    name, count = one_line(os.path.basename(models[0].source.document.path)), len(models)
    if count == 1:
        return Message(f"往年报告“{name}”", f"earlier report {name}")
    return Message(f"往年报告“{name}”等 {count} 份", f"{count} earlier reports, {name} among them")


def _titles(models: Sequence[Model]) -> Message:
    title = models[0].part.title
    where = Message("范例的标题", "the titles of the models")
    if len(models) == 1 and title:
        line = models[0].source.document.locate(title[0])[0]
        where = Message(f"第 {line} 行的标题", f"the title on line {line}")
    return Message(f"{where.zh}，去掉了单位和时间", f"{where.en}, without team and period")


def _body(content: Content) -> Iterator[str]:
    """The sections and the rules."""
    yield ""
    yield f"sections:  # {Message('按原文的次序', 'in the order of the models').say(content.lang)}"
    for subject in content.subjects:
        yield from _section(subject, len(content.models), content.lang)
    off = (_switched_off(rule, content.lang) for rule in content.off)
    rules = [*off, *(entry.yaml for entry in content.entries)]
    if rules:
        yield "\nrules:"
        yield from rules


def _switched_off(rule: Rule, lang: str) -> str:
    note = Message(
        f"原文没有做到，已停用；今后要求的话改为 {rule.level}",
        f"the models do not keep it, so it is off; to ask for it write {rule.level}",
    )
    return f"  - id: {rule.id}  # {note.say(lang)}\n    level: off"


def _section(subject: Subject, reports: int, lang: str) -> Iterator[str]:
    note = quoted(subject).say(lang)
    if reports > 1:
        count = len(subject.members)
        note += Message(f"，{reports} 份里有 {count} 份", f", in {count} of {reports}").say(lang)
        note += "" if subject.required else Message("，不作要求", ", not required").say(lang)
    if subject.known:
        known = Message(f"，即自带的“{subject.known}”", f', which is the known "{subject.known}"').say(lang)
        yield f"  - id: {subject.section}  # {note}{known}"
        return
    yield f"  - id: {subject.section}  # {note}"
    yield f"    title: {both(Message(subject.words, subject.words))}"
    yield f"    headings: [{', '.join(map(scalar, subject.headings))}]"
