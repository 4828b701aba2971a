"""The keys of a rule file with their types: the one description that files are checked against.

The JSON Schema for editors (`schema`) and the reference of rules are made from it, too.
"""

from collections.abc import Iterable
from typing import Annotated, Any, Literal, NamedTuple

from linter.checks import CHECKS, module
from linter.model.levels import LevelOrOff
from linter.model.message import Message
from linter.ruleset import word_lists
from linter.schema.json_schema import json_schema
from linter.schema.types import Doc, Id, Key, OneOf, Pattern, SourceNode


class AppliesTo(NamedTuple):
    """Which reports `--ruleset auto` judges by a set."""

    title: Annotated[
        tuple[Pattern, ...], Doc("标题的正则，任一匹配即可", "patterns of the report's title")
    ] = ()
    script: Annotated[
        Literal["simplified", "traditional"] | None,
        Doc(
            "只用于简体或繁体的标题；只有两体同形的字的标题都用",
            "only titles in simplified or in traditional characters; titles without either count as both",
        ),
    ] = None


class SectionEntry(NamedTuple):
    """One entry under `sections`: a section, or what is added to an inherited one."""

    id: Annotated[Id, Doc("部分的标识", "name that rules refer to")]
    node: Annotated[Any, SourceNode]
    title: Annotated[Message | None, Doc("部分的名称", "what the section is called")] = None
    headings: Annotated[
        tuple[str, ...], Doc("标题中出现即属本部分的词", "words that make a heading one of this section")
    ] = ()
    weak_headings: Annotated[
        tuple[str, ...],
        Doc("标题中出现、正文也相符才算的词", "words that do so only when the text under the heading agrees"),
    ] = ()
    cues: Annotated[
        tuple[Pattern, ...], Doc("写到本部分内容的句子的正则", "patterns of sentences on this subject")
    ] = ()
    weak_cues: Annotated[
        tuple[Pattern, ...], Doc("只作佐证、不单独算数的正则", "patterns that support and never decide alone")
    ] = ()
    excludes: Annotated[
        tuple[Pattern, ...], Doc("不计入本部分的文字的正则", "patterns whose text is not looked at")
    ] = ()
    closing: Annotated[
        bool | None, Doc("是否属于报告结尾部分", "whether it belongs to the end of a report")
    ] = None
    plans: Annotated[
        bool | None,
        Doc(
            "是否写下一步要做什么：下一份报告要和它对照（--against）",
            "whether it says what is to be done next: with --against the next report is held against it",
        ),
    ] = None
    replace: Annotated[
        bool, Doc("不继承上级规则集的词和正则", "start afresh instead of adding to the inherited section")
    ] = False


class Examples(NamedTuple):
    """Texts that show a rule at work; they are its tests."""

    passes: Annotated[tuple[str, ...], Key("pass"), Doc("应当通过的文字", "texts without a finding")] = ()
    fails: Annotated[tuple[str, ...], Key("fail"), Doc("应当报出的文字", "texts with a finding")] = ()


class RuleEntry(NamedTuple):
    """One entry under `rules`: a rule, or what is changed in an inherited one."""

    id: Annotated[Id, Doc("规则的标识", "name of the rule")]
    node: Annotated[Any, SourceNode]
    check: Annotated[
        str | None, OneOf(lambda: CHECKS, Message("检查", "check")), Doc("所用的检查", "the check it uses")
    ] = None
    level: Annotated[LevelOrOff | None, Doc("级别，off 为停用", "level; off switches the rule off")] = None
    options: Annotated[Any, Key("with"), Doc("检查的选项", "options of the check")] = None
    message: Annotated[
        Message | None, Doc("提示语，{text} 为所指文字", "what the user reads; {text} is the text found")
    ] = None
    why: Annotated[Message | None, Doc("为什么有这条规则", "why the rule is there")] = None
    source: Annotated[str | None, Doc("依据：标准条款或通行做法", "standard and clause, or the practice")] = (
        None
    )
    examples: Annotated[Examples | None, Doc("示例，即规则的测试", "texts that test the rule")] = None
    tags: Annotated[tuple[str, ...] | None, Doc("标签", "labels")] = None
    fix: Annotated[
        Literal["safe", "unsafe"] | None,
        Doc(
            "建议能否由 --fix 直接采用：safe 为绝不改变文意，默认 unsafe",
            "whether --fix may carry out its suggestions: safe when they cannot change the meaning",
        ),
    ] = None


class RuleFile(NamedTuple):
    """One rule file."""

    id: Annotated[Id, Doc("规则集的标识", "name of the ruleset")]
    title: Annotated[Message, Doc("规则集的名称", "title of the ruleset")]
    node: Annotated[Any, SourceNode]
    source: Annotated[str, Doc("依据", "standard or practice it is made from")] = ""
    extends: Annotated[
        tuple[str, ...],
        Doc("继承的规则集：标识，或本文件夹内的路径", "sets inherited: ids, or paths in this folder"),
    ] = ()
    applies_to: Annotated[AppliesTo, Doc("自动选用的条件", "which reports it judges by itself")] = AppliesTo()
    language: Annotated[
        str | None,
        Doc("所用词表的语言，默认 zh", "language of the word lists it goes by; zh when nothing is said"),
    ] = None
    words: Annotated[
        Any,
        Doc(
            "对词表的增减：每组之下，各词表列出要加的词，drop 列出要去掉的词",
            "changes in the word lists: by group, what to add to a list, and under drop what to take out",
        ),
    ] = None
    sections: Annotated[
        tuple[SectionEntry, ...], Doc("各部分，按应有的次序", "the sections, in the expected order")
    ] = ()
    weights: Annotated[
        tuple[str, ...],
        Doc(
            "认各部分的权重文件（reportlint learn 或 init 生成），在本文件夹内；几个文件的权重相加；"
            "其中没有的部分，仍用所继承的权重；[] 不用所继承的权重",
            "files of weights by which the sections are told, made by reportlint learn or init, in this "
            "folder; those of several files are added up; a section that they do not have is told by those "
            "that are inherited, which [] leaves out",
        ),
    ] = ()
    rules: Annotated[tuple[RuleEntry, ...], Doc("规则", "the rules")] = ()


def schema(checks: Iterable[str] = CHECKS) -> dict[str, Any]:
    """JSON Schema of a rule file: the common keys, and the options under `with` by check."""
    whole = json_schema(RuleFile)
    whole["properties"]["words"] |= json_schema(word_lists.shape())
    rule = whole["properties"]["rules"]["items"]
    rule["allOf"] = [
        {
            "if": {"properties": {"check": {"const": name}}, "required": ["check"]},
            "then": {"properties": {"with": _inheritable(json_schema(module(name).Options))}},
        }
        for name in checks
    ]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "reportlint rule file",
        **whole,
    }


def _inheritable(options: dict[str, Any]) -> dict[str, Any]:
    """The options without what is required: the rule may inherit it."""
    return {key: value for key, value in options.items() if key != "required"}
