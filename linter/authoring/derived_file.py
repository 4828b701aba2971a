"""The rule file of a derived ruleset: its sections and rules, commented for its author."""

import os
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from linter.authoring.derived_rules import Entry
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


def rule_file(content: Content) -> str:
    """The text of the rule file."""
    return "".join(f"{line}\n" for line in (*_head(content), *_body(content)))


def _head(content: Content) -> Iterator[str]:
    """How the file is used, what it is for and what it extends."""
    base, kinds = content.base, content.kinds
    yield f"# 由 reportlint init 根据{_origin(content.models)}生成，请逐条修改："
    yield "#   headings  标题里出现其中一个词，就算写了这一部分；删去只属于那一年的词，补上别的说法"
    yield "#   min       至少多少字；require 至少出现一个的写法，\\d 是数字，方括号里是数字后面的字"
    yield "#   level     error 不通过，warning 警告，info 提示，off 停用；不要的规则整条删掉"
    if content.weights:
        yield f"#   weights   {content.weights} 是范例的用词，换了说法也靠它认出来；与本文件放在一起"
    yield "# 检查草稿：reportlint check 草稿.docx --ruleset 本文件；检验规则：reportlint test 本文件"
    yield "# 起草新稿：reportlint new 本文件 -o 草稿.docx"
    yield "# Derived from reports taken as models; to be edited. 第 N 行 is line N of such a report."
    yield f"id: {content.id or f'own-{base.id}'}"
    name = kinds[0] if kinds else base.title.zh
    yield f"title: {both(Message(name, name if name.isascii() else base.title.en))}"
    yield f"source: {scalar(_source(content.models))}"
    yield f"extends: [{base.id}]  # “{base.title.zh}”的规则照用，下面只写增改的"
    if kinds:
        titles = ", ".join(scalar(re.escape(kind).replace("\\ ", " ")) for kind in kinds)
        yield "applies_to:"
        yield f"  title: [{titles}]  # {_titles(content.models)}，去掉了单位和时间"
    if content.weights:
        yield f"weights: [{scalar(content.weights)}]"


def _origin(models: Sequence[Model]) -> str:
    """Which reports a file comes from."""
    names = [one_line(os.path.basename(one.source.document.path)) for one in models]
    if len(models) > 1:
        return f" {len(models)} 份报告（{'、'.join(names)}）"
    document, part = models[0].source.document, models[0].part
    first, last = document.locate(part.start)[0], document.locate(part.end)[0]
    return f"“{names[0]}”的第 {models[0].source.number} 份报告（第 {first}-{last} 行）"


def _source(models: Sequence[Model]) -> str:
    name = one_line(os.path.basename(models[0].source.document.path))
    return f"往年报告“{name}”" if len(models) == 1 else f"往年报告“{name}”等 {len(models)} 份"


def _titles(models: Sequence[Model]) -> str:
    title = models[0].part.title
    if len(models) > 1 or title is None:
        return "范例的标题"
    return f"第 {models[0].source.document.locate(title[0])[0]} 行的标题"


def _body(content: Content) -> Iterator[str]:
    """The sections and the rules."""
    yield ""
    yield "sections:  # 按原文的次序"
    for subject in content.subjects:
        yield from _section(subject, len(content.models))
    rules = [*map(_switched_off, content.off), *(entry.yaml for entry in content.entries)]
    if rules:
        yield "\nrules:"
        yield from rules


def _switched_off(rule: Rule) -> str:
    note = f"原文没有做到，已停用；今后要求的话改为 {rule.level}"
    return f"  - id: {rule.id}  # {note}\n    level: off"


def _section(subject: Subject, reports: int) -> Iterator[str]:
    note = f"{subject.place}“{subject.words}”"
    if reports > 1:
        note += f"，{reports} 份里有 {len(subject.members)} 份" + ("" if subject.required else "，不作要求")
    if subject.known:
        yield f"  - id: {subject.section}  # {note}，即自带的“{subject.known}”"
        return
    yield f"  - id: {subject.section}  # {note}"
    yield f"    title: {both(Message(subject.words, subject.words))}"
    yield f"    headings: [{', '.join(map(scalar, subject.headings))}]"
