"""Leftovers: what was to be filled in and was not.

One rule looks for one `kind`, so that each can have a level, a message and a vocabulary of its own:

`mask`     signs in place of a name or a number: ××, XX, ***, ___, 〇〇, □□, 某某, 20XX年, X月X日
`bracket`  a field of a template: 【单位名称】, [待补充], {{name}}, ${x}, %name%, «姓名»
`prompt`   a template's instruction: （此处填写…）, 请在此处概述, 单击或点击此处输入文字, TODO
`gap`      a number missing before its unit: 召开会议次, 超过个月, 共 人, 年  月  日
`mark`     what the format itself says: a Word prompt still showing, a broken reference, a highlight

The grammar of each kind is code; its words are options and word lists. Nothing is found in code, in
addresses, in the signs of Markdown, nor where a mask is only mentioned (不得出现“××”字样, see `about`).
"""

from collections.abc import Callable, Iterator
from typing import Annotated, Literal, NamedTuple

from linter.checks.api import Find
from linter.checks.placeholder.mentions import mentions
from linter.checks.placeholder.words import Words
from linter.checks.support.exclusions import exclusion_test
from linter.model.finding import Match
from linter.model.outline import Context
from linter.schema.types import Doc, Pattern, WordLists
from linter.text.patterns import spans, union

Finder = Callable[[Context], Iterator[tuple[int, int]]]

MANUAL_ZH = """
该填而没有填的内容。

一条规则查一类 `kind`，各有各的级别、提示语和词表：

`mask`     代替名称或数字的符号：××、XX、***、___、〇〇、□□、某某、20XX年、X月X日
`bracket`  模板的字段：【单位名称】、[待补充]、{{name}}、${x}、%name%、«姓名»
`prompt`   模板的提示语：（此处填写…）、请在此处概述、单击或点击此处输入文字、TODO
`gap`      单位前缺数字：召开会议次、超过个月、共 人、年  月  日
`mark`     文件格式本身给出的：Word 里仍在显示的提示语、失效的引用、突出显示

每一类的写法规律在程序里，用到的词在选项和词表里。代码、网址、Markdown 标记里不查；只是谈到掩码的（不得
出现“××”字样，见 `about`）也不算。
"""


class Options(NamedTuple):
    """The keys of `with:`, and the word lists that the check uses."""

    words: Annotated[Words, WordLists]
    kind: Annotated[
        Literal["mask", "bracket", "prompt", "gap", "mark"],
        Doc("要找的一类遗留内容，见本页开头", "the kind of leftover, see the head of this page"),
    ]
    units: Annotated[str, Doc("量词、单位，以空格分开", "units and measure words, separated by blanks")] = ""
    counted: Annotated[
        tuple[str, ...],
        Doc(
            "“单位 = 名词 名词……”：单位紧跟这些名词即缺数",
            "`UNIT = NOUN NOUN …`: the unit lacks its number right behind one of these nouns",
        ),
    ] = ()
    leads: Annotated[
        str, Doc("要求后面有数字的词，如“共”“超过”", "words that want a number next, such as 共, 超过")
    ] = ""
    holders: Annotated[
        str, Doc("单个掩码后面可以跟的名称用字", "what a single sign may stand in front of: 市, 局, 同志")
    ] = ""
    allowed: Annotated[tuple[str, ...], Doc("形似而不是的词", "look-alikes, literally: X光, XX染色体")] = ()
    exceptions: Annotated[
        str, Doc("以单位用字结尾而不计数的词", "words that end in a unit and count nothing: 姓名, 定期")
    ] = ""
    meant_after: Annotated[
        tuple[str, ...],
        Doc(
            "其后的符号是有意为之的词：隐去姓名的“患者”、留待手写的“签字”",
            "words behind which the signs are meant: a name kept private (患者), a line to sign on (签字)",
        ),
    ] = ()
    surnames: Annotated[
        str, Doc("姓氏用字，其后的“某某”不算", "surnames, behind which 某某 is a person kept anonymous")
    ] = ""
    names: Annotated[
        str, Doc("在行首也算的字段名", "names of fields that count even at the head of a line: 姓名")
    ] = ""
    endings: Annotated[
        str, Doc("句中字段名的结尾用字", "endings of field names within a clause: 名称, 日期")
    ] = ""
    fills: Annotated[
        tuple[Pattern, ...], Doc("括号里要人填写的话", "what asks to fill something in: 待补, 请填")
    ] = ()
    phrases: Annotated[
        tuple[str, ...], Doc("整句的提示语或标记", "prompts and tags, literally: TODO, 单击此处输入文字")
    ] = ()
    patterns: Annotated[
        tuple[Pattern, ...], Doc("其他写法，正则表达式", "further shapes, as regular expressions")
    ] = ()
    alone: Annotated[
        tuple[str, ...], Doc("独占一行时才算的词", "words that count only when they are the whole line: 略")
    ] = ()
    about: Annotated[
        tuple[str, ...],
        Doc("谈论掩码本身的词，如“字样”", "words of a sentence that speaks about such signs: 字样, 占位符"),
    ] = ()
    marks: Annotated[
        tuple[Literal["prompt", "broken-reference", "highlight"], ...],
        Doc("文件格式给出的标记", "the format's own marks"),
    ] = ()


def build(options: Options) -> Find:
    """Prepare the finder of one kind of leftover."""
    if options.kind == "mark":
        return _marks(options)
    finders = {"mask": _masks, "bracket": _brackets, "prompt": _prompts, "gap": _gaps}
    spans_of = finders[options.kind](options)
    is_mentioned = mentions(options.about, options.words.conjunctions)

    def find(context: Context) -> Iterator[Match]:
        text = context.document.text
        is_excluded = None
        for start, end in spans_of(context):
            is_excluded = is_excluded or exclusion_test(context.document)
            if not is_excluded(start, end) and not is_mentioned(text, start, end):
                yield Match(start, end)

    return find


def _marks(options: Options) -> Find:
    kinds = frozenset(options.marks)

    def find(context: Context) -> Iterator[Match]:
        for mark in context.document.marks:
            if mark.kind in kinds:
                yield Match(mark.start, mark.end)

    return find


def _masks(options: Options) -> Finder:
    from linter.checks.placeholder.masks import NeighbourWords, lookalike_test, masks, unnamed_units

    words = options.words
    nearby = NeighbourWords(
        (*options.units.split(), *options.holders.split()), words.unit_compounds, words.drawn_after
    )
    allowed = lookalike_test(options.allowed, options.meant_after, options.surnames)
    own_unit = unnamed_units(words.places, words.bodies, words.not_bodies)

    def spans_of(context: Context) -> Iterator[tuple[int, int]]:
        yield from masks(context.document.text, nearby, allowed)
        yield from own_unit(context)

    return spans_of


def _brackets(options: Options) -> Finder:
    from linter.checks.placeholder.brackets import fields

    names, endings = frozenset(options.names.split()), tuple(options.endings.split())
    find = fields(options.fills, names, endings, options.words.awards)
    return lambda context: find(context.document.text)


def _prompts(options: Options) -> Finder:
    from linter.checks.placeholder.prompts import prompts

    find = prompts(options.phrases, options.patterns, options.alone)
    return lambda context: find(context.document.text)


def _gaps(options: Options) -> Finder:
    from linter.checks.placeholder.gaps import Units, blank_dates, gaps

    words = options.words
    pairs = (entry.partition("=") for entry in options.counted)
    counted = {unit.strip(): tuple(nouns.split()) for unit, _, nouns in pairs}
    units = Units(
        loose=frozenset(options.units.split()),
        counted=counted,
        leads=tuple(options.leads.split()),
        exceptions=frozenset(options.exceptions.split()),
        determiners=words.determiners,
        name_endings=words.name_endings,
        before_large=words.before_large,
    )
    find = gaps(units)
    further = union(options.patterns)

    def spans_of(context: Context) -> Iterator[tuple[int, int]]:
        text = context.document.text
        yield from find(text)
        yield from blank_dates(text, words.date_compounds)
        yield from spans(further, text)

    return spans_of
