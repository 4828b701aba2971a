"""Figures that contradict each other.

One rule looks for some `kinds`; each is reported only where the text can be understood in one way:

`share`      a rate or share over 100 % that cannot be (合格率105%, 占比120%; 完成率 can); shares of a whole
             that name all its parts and sum to more
`part`       a part (其中…) greater than its total; parts listed with 、 that sum to more; what is done and
             what remains (其余, 剩余), or who came and who did not, that do not make the total; groups that
             exclude each other and are more than all (500人中，每周去的…，从不去的…); what is paid and asked
             for that is more than is needed
`sum`        a total behind its parts that is not their sum (上半年20件、下半年30件，合计60件), one above the
             numbered lines with its parts, or one before them (由…构成); a count and a price that do not
             make their total (80盏，每盏15元，合计1250元); an equation that is none (120+85=215); a line 合计
             that is not the sum of the lines above it
`table`      a row 合计 of a table that is not the sum of the other rows, a column 合计 that is not that of
             the other columns, a sum of money that is not 数量 by 单价; with scope `document` only
`direction`  由A增至B where B is no greater, 由A降至B where B is no smaller; a range from the greater end to
             the smaller (50～30人)
`growth`     a growth rate that two given figures do not give (由200增至250，增长20%; 今年320件，
             去年同期280件，同比增长25%); a difference of percentages called % and not 个百分点; by how much
             one thing is more than another (来信32件，来访28件，来信比来访多15件)
`rate`       a rate or share that its two figures do not give (受理35件，办结33件，办结率98%;
             党员35名，占总数70名的60%; 计划800公顷，完成620公顷，完成计划的87.5%), or a ratio (师生比1:18)
`average`    an average that the total and the count, or the figures of so many days or things, do not give
`stock`      a stock at last that is not the first one with what came in and without what went out
`unit`       a figure said again in another unit, and another one there: 450亩（合45公顷）; a sum of money in
             legal numerals that is not that in figures (365000元（大写：叁拾陆万元整）); a total that has
             lost its 万 (3200万元、700万元，合计3900元)
`whole`      how many there are in all, told twice in a paragraph: 全镇辖9个村 and 全镇10个村都…
`list`       another number of things listed than is said: 以下5个村：… with six names, 分为四级： with three
             lines
`translation`  a figure that a line in English has otherwise than the Chinese line before it

Every figure is taken as exactly as it is written: 1.2万 may be anything from 11,500 to 12,500, and a rate
may be rounded or cut off. Figures with 约, 近, 余, 多, 以上 are left out.
"""

from collections.abc import Callable, Iterator
from itertools import chain
from typing import Annotated, Literal, NamedTuple, get_args

from linter.checks.api import Find
from linter.checks.arithmetic import (
    averages,
    capitals,
    comparisons,
    composed,
    conversions,
    english,
    english_changes,
    english_remainders,
    equations,
    funding,
    groups,
    growth,
    line_totals,
    lists,
    lost_scales,
    percentages,
    plans,
    products,
    ranges,
    ranks,
    rates,
    ratios,
    remainders,
    stocks,
    sums,
    tables,
    totals,
    translations,
    wholes,
)
from linter.checks.arithmetic.compare import Search
from linter.checks.arithmetic.words import Words
from linter.checks.support.exclusions import prose_test
from linter.checks.support.scope import InScope, InSection, scoped_texts
from linter.model.document import Span
from linter.model.finding import Match, Related
from linter.model.message import Message
from linter.model.outline import Context
from linter.schema.types import Doc, SectionId, WordLists

MANUAL_ZH = """
前后对不上的数字。

一条规则查若干种（`kinds`），只在文字没有歧义的地方报：

`share`      不可能超过100%的比率、占比超过了100%（合格率105%、占比120%；完成率可以超过）；列全了各部分的
             占比合计超过100%
`part`       “其中”的一项大于总数；用顿号并列的各项合计大于总数；已完成的与其余的、到的与没有到的相加
             不等于总数；互不重叠的各项大于总数（500人中，每周去的……，从不去的……）；自筹的与申请的多于所需的
`sum`        写在各项之后的合计不是各项之和（上半年20件、下半年30件，合计60件），总数不是下面编号各行之和，
             也不是后面各项之和（由……构成）；个数乘单价不等于总价（80盏，每盏15元，合计1250元）；等式不成立
             （120+85=215）；“合计”一行不是它上面各行之和
`table`      表格里“合计”一行不是其他各行之和，“合计”一列不是其他各列之和，“金额”不等于“数量”乘“单价”；
             查找范围为全文（document）时才查
`direction`  “由A增至B”而B不比A大，“由A降至B”而B不比A小；范围前大后小（50～30人）
`growth`     增幅与给出的两个数不符（由200增至250，增长20%；今年320件，去年同期280件，同比增长25%）；两个
             百分数之差写成了“%”而不是“个百分点”；一项比另一项多多少（来信32件，来访28件，来信比来访多15件）
`rate`       比率、占比与给出的两个数不符（受理35件，办结33件，办结率98%；党员35名，占总数70名的60%；
             计划800亩，完成620亩，完成计划的87.5%），两数之比不符（师生比1:18）
`average`    人均、日均等平均数与总数和个数不符，或与逐日、逐项列出的数不符
`stock`      期末数不等于期初数加上增加的、减去减少的
`unit`       同一个数换一个单位再说，换算后不相等：450亩（合45公顷）；金额的大写与小写不是同一个数
             （365000元（大写：叁拾陆万元整））；合计漏了“万”（3200万元、700万元，合计3900元）
`whole`      一段里两处说全部有多少个，说的不一样：“全镇辖9个村”“全镇10个村都……”
`list`       列出的个数与所写的个数不符：“以下5个村：”后面列了六个，“分为四级：”下面写了三行
`translation`  英文一行里的数与它前面一行中文的不同

每个数按所写的精度计算：“1.2万”可以是11500到12500之间的任何数，比率可以是四舍五入的，也可以是截尾的。带“约、
近、余、多、以上”的数不参与计算。
"""

Kind = Literal[
    "share", "part", "sum", "table", "direction", "growth", "rate", "average", "stock", "unit", "whole",
    "list", "translation",
]  # fmt: skip

_COMPARED_TO = Message("与此处对照", "held against this")


class Options(NamedTuple):
    """The keys of `with:`, and the word lists that the check uses."""

    words: Annotated[Words, WordLists]
    kinds: Annotated[
        tuple[Kind, ...],
        Doc(
            "查哪几种：占比、分项、合计、表格、增减、增幅、比率、平均、存量、单位、全部、列举、译文",
            "which kinds: share, part, sum, table, direction, growth, rate, average, stock, unit, whole, "
            "list, translation",
        ),
    ] = get_args(Kind)
    scope: InScope = "document"
    section: InSection = SectionId("")


_SEARCHERS: dict[Kind, tuple[Callable[[Words], Search], ...]] = {
    "share": (percentages.searcher,),
    "part": (
        totals.searcher,
        composed.listed,
        remainders.left,
        remainders.due,
        groups.searcher,
        funding.searcher,
        english.parts,
        english_remainders.searcher,
        english_remainders.shares,
    ),
    "sum": (
        sums.searcher,
        composed.complete,
        composed.made_from,
        line_totals.above,
        line_totals.below,
        capitals.sums,
        equations.searcher,
        products.searcher,
        english.totals,
        english.products,
        english.lists,
    ),
    "direction": (growth.directions, ranks.searcher, ranges.searcher, english_changes.directions),
    "growth": (growth.growths, comparisons.searcher, english_changes.growths, english_changes.differences),
    "rate": (rates.rates, rates.shares, plans.searcher, ratios.searcher, english.rates),
    "average": (averages.searcher,),
    "stock": (stocks.searcher,),
    "unit": (conversions.searcher, capitals.searcher, lost_scales.searcher),
    "whole": (wholes.searcher,),
    "list": (lists.in_sentence, lists.in_lines),
    "translation": (translations.searcher,),
}


def build(options: Options) -> Find:
    """Prepare the searches for the kinds of contradiction that a rule names."""
    searches = [make(options.words) for kind in options.kinds for make in _SEARCHERS.get(kind, ())]
    everywhere = options.scope == "document" and not options.section
    in_tables = tables.table_sums(options.words) if "table" in options.kinds and everywhere else None

    def find(context: Context) -> Iterator[Match]:
        is_prose = prose_test(context.document)
        for text in scoped_texts(context, options.scope, options.section):
            problems = chain.from_iterable(search(text.text) for search in searches)
            in_cells = in_tables(context.document) if in_tables else ()  # the text is the whole document then
            reported: set[Span] = set()  # a rate may be found wrong by two of its kinds
            for problem in chain(problems, in_cells):
                span = text.place(problem.start, problem.end)
                if span and span not in reported and is_prose(*span):
                    reported.add(span)
                    places = (text.place(*other) for other in problem.others)
                    related = tuple(Related(*place, _COMPARED_TO) for place in places if place)
                    yield Match(*span, problem.message, related=related)

    return find
