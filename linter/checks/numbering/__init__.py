"""Numbers of headings and list items that do not follow on, or are written wrongly.

The numbers of a report are sorted into series (`linter.checks.numbering.series`): the headings
一、二、三、, the （一）（二） under each of them, the items 1. 2. 3. of one list, the 一是 二是 三是 of
a paragraph. `defects` says what is looked for in a series:

`order`    a number left out, given twice, or going back; a series that does not begin with its first; a
           number that stands within a paragraph instead of at the head of the next one.
`style`    siblings written in different ways: （一） and (二), 1. and 2、, 一、 and 2.
`doubled`  a number written twice: 一、一、; typed behind the one that the format generates; or with that of
           its neighbour behind it: 二、三、 above 三、.
`mark`     two marks behind a number: 1、. (which mark is right is a matter of `punctuation`, kind `number`).
`empty`    a number with nothing behind it, between items that have some words.
`bare`     a heading with nothing under it, where all others of its series have text
`caption`  figures and tables whose numbers do not follow on, and references to one that is not there
`level`    （1） right under 一、 in a report that elsewhere uses the levels between (info).
`count`    "主要抓了以下三个方面：" before two or four items (info).

Numbers may begin again under another heading, in another report of the file, after a sentence that
introduces a list ("存在以下问题："), under a label (● 党建方面, 一月份) and, for lists of 1. or （1）, below
a paragraph, a picture or a table (`linter.checks.numbering.restarts`). The articles of rules (第一条) count
on through all chapters (`linter.checks.numbering.articles`); so may （一）, but not in one chapter alone
(`linter.checks.numbering.carried_on`). In a table the numbers below 序号 are read, and no others. Lists that
have 1. before every item are meant to be numbered by a program, as in Markdown, and are right; so are those
that keep the numbers of a longer paper (编号不变), or leave out one that is said to be vacant (序号7已废止).
"""

from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain
from typing import Annotated, Literal, NamedTuple

from linter.checks.api import Find
from linter.checks.numbering.articles import articles, doubled_articles
from linter.checks.numbering.bare import bare, bare_lines, bare_spaced
from linter.checks.numbering.captions import captions
from linter.checks.numbering.carried_on import carried_on
from linter.checks.numbering.count import counts
from linter.checks.numbering.order import Kept, order
from linter.checks.numbering.rows import rows
from linter.checks.numbering.series import all_series
from linter.checks.numbering.slips import doubled, doubled_letters, empty, marked
from linter.checks.numbering.state import Series
from linter.checks.numbering.style import level, style
from linter.checks.numbering.vacant import vacant_test
from linter.checks.numbering.words import Words
from linter.checks.numbering.writing import with_words
from linter.model.document import Document
from linter.model.finding import Match
from linter.model.outline import Context, Part
from linter.schema.types import Doc, WordLists
from linter.text.characters import has

MANUAL_ZH = """
标题和条目的编号不连贯，或写得不对。

报告里的编号先归成一个个序列：标题的一、二、三、，其下的（一）（二），
同一列表的 1. 2. 3.，一段之内的一是、二是、三是。`defects` 说明查序列的哪些问题：

`order`    缺号、重号、倒序，序列不从第一个开始；编号夹在段落当中，没有另起一段
`style`    同级写法不一：（一）与(二)，1. 与 2、，一、与 2.
`doubled`  编号写了两遍：一、一、；自动编号之外又手打了一个；后面还留着邻项的编号（二、三、之后又有三、）
`mark`     编号后面有两个标点：1、.（该用什么标点，由 `punctuation` 的 `number` 一类来查）
`empty`    编号后面没有内容，而同级的都有
`bare`     标题下面没有内容，而同级的都有
`caption`  图、表的编号缺号、重号，或文中提到的图、表并不存在
`level`    别处用了中间层级，此处一、之下直接是（1）（提示）
`count`    “主要抓了以下三个方面：”之后是两条或四条（提示）

换了标题、换了报告、出现引出列表的句子（“存在以下问题：”）或小标签（● 党建方面、一月份）之后可以重新编号；
1. 和（1）的列表，隔了段落、图片或表格也可以。规章的第一条、第二条贯穿各章，
摘录的条文不查；（一）（二）也可以贯穿各部分，但不能只有一处接着编。
表格里只看“序号”一栏。
每条都写 1. 的列表由程序编号（Markdown），不算错；前文说明保留原编号的列表也不算。文中说明某个编号空着的
（序号7已废止，保留不补），不算缺号。
"""

Defect = Literal["order", "style", "doubled", "mark", "empty", "bare", "caption", "level", "count"]

_SeriesCheck = Callable[[Document, Series], Iterator[Match]]
"""Gives a match for each defect in one series of a document."""

VALUES = ("due",)


class Options(NamedTuple):
    """The keys of `with:`, and the word lists that the check uses."""

    words: Annotated[Words, WordLists]
    defects: Annotated[
        tuple[Defect, ...],
        Doc(
            "检查哪些问题：顺序、写法、写了两遍、标点、没有内容、标题下没有内容、图表、层级、预告的条数",
            "which defects: order, style, written twice, marks, nothing behind, nothing under a heading, "
            "figures and tables, level, announced count",
        ),
    ] = ("order", "style", "doubled", "mark", "empty", "bare", "caption", "level", "count")


def build(options: Options) -> Find:
    """Choose the checks of a series by `defects`."""
    known: dict[Defect, _SeriesCheck] = {
        "style": style, "doubled": doubled, "mark": marked, "empty": empty,
        "count": counts(options.words),
    }  # fmt: skip

    def in_part(context: Context, part: Part, reach: int) -> Iterator[Match]:
        found = all_series(context.document, part, options.words, reach)
        title = part.title_in(context.document.text)
        studied = has(title, (*options.words.extracts, *options.words.studies))
        kept_from = _kept_from(context.document, part, title, options.words)
        levels = {(one.parent.family, one.family) for one in found if one.parent}
        checks: dict[Defect, _SeriesCheck] = {
            **known,
            "bare": bare(options.words, part),
            "level": partial(level, levels=levels),
        }
        for series in found:
            kept = Kept(_is_kept(series, kept_from), studied, options.words.omissions)
            checks["order"] = partial(order, kept=kept)
            matches = [checks[name](context.document, series) for name in options.defects if name in checks]
            chosen = _longest_suggestions(list(chain.from_iterable(matches)))
            yield from (with_words(context.document, match) for match in chosen)
        if "order" in options.defects:
            yield from articles(context.document, part, options.words)
            own = [one for one in found if not _is_kept(one, kept_from)]
            yield from carried_on(context.document, own)
            if kept_from == part.end:
                yield from rows(context.document, part, options.words)
        if "bare" in options.defects:
            yield from bare_lines(context.document, part, options.words)
            yield from bare_spaced(context.document, part)
        if "caption" in options.defects:
            yield from captions(context, part, options.words)
        if "doubled" in options.defects:
            yield from doubled_articles(context.document, part, options.words)
            yield from doubled_letters(context.document, part)

    def find(context: Context) -> Iterator[Match]:
        ends = [0, *(part.end for part in context.parts)]
        for part, reach in zip(context.parts, ends, strict=False):
            is_vacant = vacant_test(context.document, part, options.words)
            yield from (match for match in in_part(context, part, reach) if not is_vacant(match))

    return find


def _kept_from(document: Document, part: Part, title: str, words: Words) -> int:
    """The offset from which on lists keep the numbers that their items have elsewhere: the start of an
    extract, or where the text says so.
    """
    if has(title, words.extracts):
        return part.start - 1
    places = (document.text.find(word, part.start, part.end) for word in words.kept_numbers)
    return min((place for place in places if place >= 0), default=part.end)


def _is_kept(series: Series, kept_from: int) -> bool:
    return series.items[0].number.start > kept_from


def _longest_suggestions(matches: list[Match]) -> Iterator[Match]:
    """The matches, of those on one number only the longest with a suggestion: 一、一、 is made 一、 before it
    is made 二、.
    """
    ends: dict[int, int] = {}
    for match in matches:
        if match.suggestion is not None:
            ends[match.start] = max(match.end, ends.get(match.start, 0))
    for match in matches:
        is_longest = match.end == ends.get(match.start, match.end)
        yield match if is_longest else match._replace(suggestion=None)
