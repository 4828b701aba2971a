"""Leftovers: what was to be filled in and was not.

One rule looks for one `kind`, so that each can have a level, a message and a vocabulary of its own:

`mask`     signs in place of a name or a number: ××, XX, ***, ___, 〇〇, □□, 某某, 20XX年, X月X日
`bracket`  a field of a template: 【单位名称】, [待补充], {{name}}, ${x}, %name%, «姓名»
`prompt`   a template's instruction: （此处填写…）, 请在此处概述, 单击或点击此处输入文字, TODO
`gap`      a number missing before its unit: 召开会议次, 超过个月, 共 人, 年  月  日
`mark`     what the format itself says: a Word prompt still showing, a broken reference, a highlight

The grammar of each kind is code, its words are options. Nothing is found in code, in addresses, in
the signs of Markdown, nor where a mask is only spoken of (不得出现“××”字样, see `about`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated, Literal, NamedTuple

from linter.checks import Doc, Find, Pattern
from linter.checks._quiet import mentioned, zones
from linter.model import Draft, Match
from linter.patterns import spans, union, words


class Options(NamedTuple):
    """What a rule of this kind may say under `with:`."""

    kind: Annotated[
        Literal["mask", "bracket", "prompt", "gap", "mark"],
        Doc("要找的一类遗留内容，见本页开头", "the kind of leftover, see the head of this page"),
    ]
    units: Annotated[str, Doc("量词、单位，以空格分开", "units and measure words, separated by blanks")] = ""
    lead_units: Annotated[
        str, Doc("只在 leads 之后才算缺数的单位", "units that lack a number only behind one of `leads`")
    ] = ""
    leads: Annotated[
        str, Doc("要求后面有数字的词，如“共”“超过”", "words that want a number next, such as 共, 超过")
    ] = ""
    holders: Annotated[
        str, Doc("单个掩码后面可以跟的名称用字", "what a single sign may stand in front of: 市, 局, 同志")
    ] = ""
    allowed: Annotated[
        tuple[str, ...], Doc("形似而不是的词", "look-alikes, literally: X光, XX染色体")
    ] = ()
    exceptions: Annotated[
        str, Doc("以单位用字结尾而不计数的词", "words that end in a unit and count nothing: 姓名, 定期")
    ] = ""
    persons: Annotated[
        tuple[str, ...],
        Doc("其后的掩码是隐去当事人姓名的词", "words behind which a mask hides a person's name: 患者"),
    ] = ()
    fields: Annotated[
        str, Doc("模板字段名的结尾用字", "words in which the name of a template's field ends: 名称, 日期")
    ] = ""
    fills: Annotated[
        tuple[str, ...], Doc("要人填写的词", "words that ask to fill something in: 待补, 请填")
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
    spans_of = {"mask": _masks, "bracket": _brackets, "prompt": _prompts, "gap": _gaps}[options.kind](options)
    about = words(options.about)

    def find(draft: Draft) -> Iterator[Match]:
        text = draft.document.text
        quiet = None
        for start, end in spans_of(text):
            quiet = quiet or zones(draft.document)
            if not quiet(start, end) and not mentioned(text, start, end, about):
                yield Match(start, end)

    return find


def _marks(options: Options) -> Find:
    kinds = frozenset(options.marks)

    def find(draft: Draft) -> Iterator[Match]:
        for mark in draft.document.marks:
            if mark.kind in kinds:
                yield Match(mark.start, mark.end)

    return find


def _masks(options: Options):
    from linter.checks import _masks as grammar

    followers = words([*options.units.split(), *options.holders.split()])
    after = re.compile(
        rf"[余多几]?[十百千万亿]{{0,2}}[余多]?(?:{followers.pattern if followers else '(?!)'})(?![数率均额量])"
    )
    person = re.compile(f"(?:{words(options.persons).pattern})[\u4e00-\u9fff]?$") if options.persons else None
    lookalikes = [(word, _first_sign(word, grammar.SIGNS)) for word in options.allowed]

    def lone(text: str, end: int) -> bool:
        return after.match(text, end) is not None

    def spans_of(text: str) -> Iterator[tuple[int, int]]:
        def allowed(start: int, end: int) -> bool:
            if any(text.startswith(word, start - offset) for word, offset in lookalikes):
                return True
            return person is not None and person.search(text[max(0, start - 6) : start]) is not None

        yield from grammar.masks(text, lone, allowed)
        yield from grammar.letter_years(text)

    return spans_of


def _first_sign(word: str, signs: str) -> int:
    return next((index for index, char in enumerate(word) if char in signs), 0)


_BRACKETS = re.compile(
    r"【([^【】\n]{1,40})】|［([^［］\n]{1,40})］|\[([^\[\]\n]{1,40})\](?!\()|\{\{[^{}\n]{1,40}\}\}"
    r"|\$\{[^{}\n]{1,40}\}|\{([^{}\n]{1,40})\}|<([^<>\n]{1,40})>|〈([^〈〉\n]{1,40})〉|«[^«»\n]{1,40}»"
    r"|(?<![\d%])%([A-Za-z_]{2,20}|[\u4e00-\u9fff]{2,10})%"
)
_OPENERS = re.compile(r"[【［\[{<〈«%]")
_HAN = re.compile(r"[\u4e00-\u9fff]")


def _brackets(options: Options):
    fields = tuple(options.fields.split())
    fills = words(options.fills)

    def evident(inside: str) -> bool:
        return bool(fills and fills.search(inside)) or inside.rstrip("0123456789").endswith(fields)

    def spans_of(text: str) -> Iterator[tuple[int, int]]:
        if not _OPENERS.search(text):
            return
        found = list(_BRACKETS.finditer(text))
        certain = [m for m in found if m.lastindex is None or _HAN.search(m.group()) and evident(m.group(m.lastindex)) or m.group()[0] == "%" and m.group(m.lastindex).isascii()]
        template = any(m.group()[0] == "【" for m in certain)
        for m in found:
            if m in certain or (template and m.group()[0] == "【"):
                yield m.span()

    return spans_of


_SENTENCE = "。！？；\n"
_PARENS = {"（": "）", "(": ")"}


def _prompts(options: Options):
    phrases = union([*map(re.escape, options.phrases), *options.patterns])
    alone = frozenset(options.alone)

    def spans_of(text: str) -> Iterator[tuple[int, int]]:
        last = 0
        for start, end in spans(phrases, text):
            if start >= last and not _bracketed(text, start):
                first, last = _clause(text, start, end)
                yield first, last
        if any(word in text for word in alone):
            for match in re.finditer(r"^[ \t\u3000（(]*(\S{1,6}?)[）)。.]?[ \t\u3000]*$", text, re.MULTILINE):
                if match.group(1) in alone:
                    yield match.span(1)

    return spans_of


def _bracketed(text: str, start: int) -> bool:
    line = text.rfind("\n", 0, start) + 1
    return any(text.rfind(left, line, start) > text.rfind(right, line, start) for left, right in ("【】", "［］", "[]", "{}", "<>", "〈〉", "«»"))


def _clause(text: str, start: int, end: int) -> tuple[int, int]:
    """The parenthesis around a prompt, or else its own span."""
    for left, right in _PARENS.items():
        opening = text.rfind(left, max(0, start - 40), start)
        if opening >= 0 and text.find(right, opening, start) < 0 and "\n" not in text[opening:start]:
            closing = text.find(right, end, end + 80)
            if closing >= 0 and "\n" not in text[end:closing]:
                return opening, closing + 1
    return start, end


def _gaps(options: Options):
    from linter.checks._gaps import blank_dates, gaps

    find = gaps(options.units, options.lead_units, options.leads, options.exceptions)
    further = union(options.patterns)

    def spans_of(text: str) -> Iterator[tuple[int, int]]:
        yield from find(text)
        yield from blank_dates(text)
        yield from spans(further, text)

    return spans_of
