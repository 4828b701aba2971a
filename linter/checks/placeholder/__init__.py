"""Leftovers: what was to be filled in and was not.

One rule looks for one `kind`, so that each can have a level, a message and a vocabulary of its own:

`mask`     signs in place of a name or a number: ××, XX, ***, ___, 〇〇, □□, 某某, 20XX年, X月X日
`bracket`  a field of a template: 【单位名称】, [待补充], <your name>, or left empty: （  ）次
`prompt`   a template's instruction: （此处填写…）, 请在此处概述, 单击或点击此处输入文字
`tag`      a writer's note to himself: TODO：补充数据, FIXME, 验收时间：TBD
`note`     what he says to himself or to colleagues: （？再问下签到的）, 这段等老王的材料来了再写
`task`     a box not yet ticked: `- [ ] 补充数据`, ☐ 核实人数
`engine`   what a program that fills templates leaves: {{name}}, {% if %}, ${x}, %s, undefined
`gap`      a number missing before its unit: 召开会议次, 超过个月, 共 人, 年  月  日
`mark`     what the format itself says: a Word prompt still showing, a broken reference, a highlight

The grammar of each kind is code; its words are options and word lists. A note has no words of its own; it is
told by its language, with fitted weights (the word list `notes`). Nothing is found in code, in
addresses and comments, in the signs of Markdown, in forms that others fill in (报名表), nor where a sign
is only spoken of (不得出现“××”字样). What the format says is one finding, of `mark`, whatever its words.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache

from linter.checks.api import Find
from linter.checks.placeholder.blanks import blanks
from linter.checks.placeholder.brackets import FieldWords, fields
from linter.checks.placeholder.dates import blank_dates
from linter.checks.placeholder.engines import engine_leftovers
from linter.checks.placeholder.gaps import gaps, remainders, units_of, within_clauses
from linter.checks.placeholder.labels import empty_labels
from linter.checks.placeholder.letters import letters
from linter.checks.placeholder.masks import masks
from linter.checks.placeholder.notes import note_finder
from linter.checks.placeholder.options import Options
from linter.checks.placeholder.own_unit import unnamed_units
from linter.checks.placeholder.persons import unnamed_persons
from linter.checks.placeholder.prompts import prompts
from linter.checks.placeholder.runs import NeighbourWords
from linter.checks.placeholder.siblings import sibling_labels
from linter.checks.placeholder.tags import tags
from linter.checks.placeholder.tasks import open_cells, tasks
from linter.checks.placeholder.withheld import lookalike_test, with_surname
from linter.checks.placeholder.words import Words
from linter.checks.placeholder.years import odd_years
from linter.checks.support.exclusions import SpanTest, code_test, exclusion_test, overlap_test
from linter.model.document import Document, Span
from linter.model.finding import Match
from linter.model.message import Message
from linter.model.outline import Context
from linter.structure import web_lines
from linter.text.characters import has
from linter.text.needed import needed_by_all
from linter.text.patterns import spans, union
from linter.text.sentences import COLONS

Finder = Callable[[Context], Iterator[Span]]

_MARKUP_KINDS = frozenset(("bracket", "engine"))
"""Kinds that look like markup: <your name>."""
_NAMING_KINDS = frozenset(("tag", "engine"))
"""Kinds whose words name themselves: TODO, null. Nobody fills them in, not even in a form."""

_RECORD = 200
"""The longest line, in characters, that is a page's record of a text, without what is masked in it."""
_FORMAT_MARKS = frozenset(("prompt", "broken-reference"))
"""Marks of the format that are findings of `mark`."""

MANUAL_ZH = """
该填而没有填的内容。

一条规则查一类 `kind`，各有各的级别、提示语和词表：

`mask`     代替名称或数字的符号：××、XX、***、___、〇〇、□□、某某、20XX年、X月X日
`bracket`  模板的字段：【单位名称】、[待补充]、<your name>，或空着的括号：（  ）次
`prompt`   模板的提示语：（此处填写…）、请在此处概述、单击或点击此处输入文字
`tag`      起草人给自己留的记号：TODO：补充数据、FIXME、验收时间：TBD
`note`     写给自己或同事的话：（？再问下签到的）、这段等老王的材料来了再写
`task`     没有勾选的待办框：`- [ ] 补充数据`、☐ 核实人数
`engine`   套打程序没有填上的：{{name}}、{% if %}、${x}、%s、undefined
`gap`      单位前缺数字：召开会议次、超过个月、共 人、年  月  日
`mark`     文件格式本身给出的：Word 里仍在显示的提示语、失效的引用、突出显示

每一类的写法规律在程序里，用到的词在选项和词表里。留言没有固定的词，凭口语的写法认出，权重是拟合出来的
（词表 notes）。代码、网址、注释、Markdown 标记里不查，由别人填写的表格
（报名表）里不查；只是谈到符号的（不得出现“××”字样）也不算。文件格式已经指明的，不论写的是
什么，只由 `mark` 报一次。
"""


def build(options: Options) -> Find:
    """Prepare the finder of one kind of leftover."""
    if options.kind == "mark":
        return _marks(options)
    spans_of = _FINDERS[options.kind](options)
    web = cache(lambda: web_lines.prepare(options.web_lines))  # of use where something is found

    def find(context: Context) -> Iterator[Match]:
        is_quiet = None
        is_marked = overlap_test(
            (mark.start, mark.end) for mark in context.document.marks if mark.kind in _FORMAT_MARKS
        )
        for start, end in spans_of(context):
            if is_marked(start, end):
                continue
            is_quiet = is_quiet or _quiet_test(context.document, options.kind, options.words, web())
            if not is_quiet(start, end):
                found = context.document.text[start:end]
                yield Match(start, end, _of_label(found) if options.kind == "gap" else None)

    return find


def needs(options: Options) -> tuple[str, ...]:
    """The words that the phrases and patterns of prompts and tags need; the other kinds have a grammar."""
    if options.kind not in ("prompt", "tag"):
        return ()
    literal = (*options.phrases, *options.alone, *options.sure)
    return needed_by_all((*options.patterns, *map(re.escape, literal)))


def yields(options: Options) -> bool:
    """A note is told by its language alone; a rule that knows what stands there says more."""
    return options.kind == "note"


def _of_label(found: str) -> Message | None:
    """What is said of a label without its value; of all else the rule's own message."""
    if not found.endswith(COLONS):
        return None
    return Message(f"“{found}”后面空着，还没有填写", f"“{found}” has nothing behind it: fill it in")


def _quiet_test(document: Document, kind: str, words: Words, web: web_lines.WebLines) -> SpanTest:
    """A test of whether nothing was left over at a span, whatever stands there."""
    from linter.checks.placeholder.forms import form_test
    from linter.checks.placeholder.mentions import latin_quotation_test, mention_test, naming_test

    is_excluded = exclusion_test(document, markup=kind not in _MARKUP_KINDS)
    if kind == "engine" and has(document.text, words.explaining):
        is_excluded = _any_of(is_excluded, code_test(document))
    if kind in _NAMING_KINDS:
        tests: list[SpanTest] = [is_excluded, naming_test(document.text, words)]
    else:
        tests = [is_excluded, mention_test(document.text, words), form_test(document, words)]
        tests.append(_record_test(document.text, web))
    if kind == "prompt":
        tests.append(latin_quotation_test(document.text))
    return _any_of(*tests)


def _any_of(*tests: SpanTest) -> SpanTest:
    return lambda start, end: any(test(start, end) for test in tests)


def _record_test(text: str, web: web_lines.WebLines) -> SpanTest:
    """A test of whether a span stands in a page's record of a text, whose gaps are no author's: the line is
    told as a whole.
    """

    def is_record(start: int, end: int) -> bool:
        before = text[max(0, start - _RECORD) : start].rpartition("\n")[2]
        after = text[end : end + _RECORD].partition("\n")[0]
        return len(before) + len(after) < _RECORD and web.is_record(before + text[start:end] + after)

    return is_record


def _marks(options: Options) -> Find:
    kinds = frozenset(options.marks)

    def find(context: Context) -> Iterator[Match]:
        for mark in context.document.marks:
            if mark.kind in kinds:
                yield Match(mark.start, mark.end)

    return find


def _masks(options: Options) -> Finder:
    words = options.words
    holders = tuple(options.holders.split())
    followers = (*options.units.split(), *holders)
    nearby = NeighbourWords(followers, words)
    allowed, own_unit = lookalike_test(options), unnamed_units(words)
    persons = unnamed_persons(words.parties, words.roles)

    def spans_of(context: Context) -> Iterator[Span]:
        text = context.document.text
        found = dict.fromkeys(masks(text, nearby, allowed))
        yield from (with_surname(text, span, words) for span in found)
        yield from (span for span in persons(text) if span not in found)
        yield from odd_years(text)
        yield from letters(text, holders)
        yield from own_unit(context)

    return spans_of


def _brackets(options: Options) -> Finder:
    genres = options.line_types.genres
    names, endings = frozenset(options.names.split()), tuple(options.endings.split())
    english = union(f"(?i)^(?:{pattern})$" for pattern in options.english)
    sure = frozenset(options.sure)
    words = FieldWords(union(options.fills), names, endings, options.words.following, english, sure)

    def spans_of(context: Context) -> Iterator[Span]:
        text = context.document.text
        titles = [part.title for part in context.parts if part.title]
        yield from fields(text, [title for title in titles if text.endswith(genres, *title)], words)
        yield from blanks(text, options.words)

    return spans_of


def _gaps(options: Options) -> Finder:
    units = units_of(options)
    find, find_labels = gaps(units), empty_labels(options.names.split())
    find_siblings = sibling_labels((*options.meant_after, *options.words.left_blank))
    further = union(options.patterns)

    def each(text: str) -> Iterator[Span]:
        yield from find(text)
        yield from within_clauses(text, units)
        yield from remainders(text, units)
        yield from blank_dates(text, options.words.date_compounds, options.meant_after)
        yield from find_labels(text)
        yield from find_siblings(text)
        yield from spans(further, text)

    def spans_of(context: Context) -> Iterator[Span]:
        starts: set[int] = set()  # a pattern may find what the grammar has found, and the mark behind it
        for start, end in each(context.document.text):
            if start not in starts:
                yield start, end
            starts.add(start)

    return spans_of


def _tasks(options: Options) -> Finder:
    find = tasks(options.words)

    def spans_of(context: Context) -> Iterator[Span]:
        yield from find(context.document.text)
        yield from open_cells(context.document)

    return spans_of


def _notes(options: Options) -> Finder:
    find = note_finder(options.notes, options.least, options.above)

    def spans_of(context: Context) -> Iterator[Span]:
        is_name = overlap_test(_names(context))
        return (span for span in find(context.document.text) if not is_name(*span))

    return spans_of


def _names(context: Context) -> Iterator[Span]:
    """The titles and the numbered headings: no one writes a note there."""
    for part in context.parts:
        if part.title:
            yield part.title
        yield from ((heading.start, heading.end) for heading in part.headings if heading.number)


def _in_text(find: Callable[[str], Iterator[Span]]) -> Finder:
    return lambda context: find(context.document.text)


_FINDERS: dict[str, Callable[[Options], Finder]] = {
    "mask": _masks,
    "bracket": _brackets,
    "prompt": lambda options: _in_text(prompts(options)),
    "tag": lambda options: _in_text(tags(options)),
    "note": _notes,
    "task": _tasks,
    "engine": lambda options: lambda context: engine_leftovers(context.document, options.words.page_keys),
    "gap": _gaps,
}
