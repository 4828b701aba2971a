"""Punctuation, by the clauses of GB/T 15834-2011.

One rule looks for one `kind`:

`half-width`       , ; : ? ! . ( ) next to Chinese characters (4.1 to 4.7, 4.9); with `rare` slips alone. One
                   finding a paragraph
`doubled`          ，， 。。 ，。 and other marks typed twice
`ellipsis`         ... 。。。 … for …… (4.11.2)
`dash`             -- or a single — for —— (4.10.2)
`nested-quotes`    “…“…”…” for “…‘…’…” (4.8.3.4)
`nested-titles`    《…《…》…》 for 《…〈…〉…》 (4.15.3.5)
`nested-brackets`  （…（…）…） for ［…（…）…］ (4.9.3.6)
`unpaired`         （ 《 “ without their other half in the paragraph, nor in the lines below (4.8, 4.9, 4.15)
`line-edge`        a paragraph that begins with ，。、；：？！”）》 (5.1)
`between-titles`   《…》、《…》 for 《…》《…》 (4.5.3.5)
`between-quotes`   “…”、“…” for “…”“…” (4.5.3.5)
`document-number`  ［2024］5号 for 〔2024〕5号 (4.9.3.4)
`year-range`       2021-2025年, 1-6月 for 2021—2025年, 1—6月 (4.13.3.2)
`number-range`     3-5天 for 3～5天 (4.13.3.3)
`approximate`      三、五天 for 三五天 (4.5.3.4)
`date`             2024、6、30 for 2024-06-30 (A.4.2)
`before-etc`       讲座、培训、等 for 讲座、培训等 (B.1.2)
`etc-ellipsis`     ……等: one of the two (A.9.2)
`ordinal`          第一、 for 第一，; 一是、 for 一是 (B.3)
`number`           一. for 一、; （一）、 and （一) for （一）; ①、 for ① (B.3)
`arabic-number`    1、 for 1. (B.3)
`chapter`          第一章总则 for 第一章 总则 (B.3.7)
`heading-end`      a heading with 一、 on a line of its own that ends with a mark (B.4)

Quoted code is not looked at. There is a suggestion where only one correction is possible.
"""

from typing import Annotated, Literal, NamedTuple

from linter.checks.api import Find
from linter.checks.punctuation.enclosing import SCANS, with_words
from linter.checks.punctuation.forms import FORMS
from linter.checks.punctuation.half_width import half_width
from linter.checks.punctuation.heading_ends import heading_ends
from linter.checks.punctuation.worded_forms import WORDED_FORMS
from linter.checks.punctuation.words import Words
from linter.checks.support.rewrites import by_paragraph, each, finder
from linter.checks.support.scope import InScope, InSection
from linter.schema.types import Doc, SectionId, Within, WordLists

MANUAL_ZH = """
标点符号，按 GB/T 15834-2011 的条款。

一条规则查一类 `kind`：

`half-width`       汉字旁边的半角 , ; : ? ! . ( )（4.1至4.7、4.9），每段报一次；给了 `rare`，只查偶尔打错的
`doubled`          连用的标点：，， 。。 ，。
`ellipsis`         省略号写成 ... 。。。 或单个 …（4.11.2）
`dash`             破折号写成 -- 或一个 —（4.10.2）
`nested-quotes`    引号套引号，里层应为单引号：“…‘…’…”（4.8.3.4）
`nested-titles`    书名号套书名号，里层应为单书名号：《…〈…〉…》（4.15.3.5）
`nested-brackets`  圆括号套圆括号，外层宜为方括号：［…（…）…］（4.9.3.6）
`unpaired`         （《“ 在本段内、下几行里都不成对（4.8、4.9、4.15）
`line-edge`        段首是，。、；：？！”）》（5.1）
`between-titles`   并列的书名号之间用了顿号：《…》《…》（4.5.3.5）
`between-quotes`   并列的引号之间用了顿号：“…”“…”（4.5.3.5）
`document-number`  发文字号的年份没有用六角括号：〔2024〕5号（4.9.3.4）
`year-range`       起止年月用了短横线：2021—2025年，1—6月（4.13.3.2）
`number-range`     数值范围用了短横线：3～5天（4.13.3.3）
`approximate`      相邻两数表示概数用了顿号：三五天（4.5.3.4）
`date`             年月日之间用了顿号：2024-06-30（A.4.2）
`before-etc`       “等”之前用了顿号：讲座、培训等（B.1.2）
`etc-ellipsis`     省略号与“等”并用（A.9.2）
`ordinal`          “第一、”应为“第一，”；“一是、”应为“一是”（B.3）
`number`           “一.”应为“一、”；“（一）、”“（一)”应为“（一）”，“①、”应为“①”（B.3）
`arabic-number`    “1、”应为“1.”（B.3）
`chapter`          “第一章总则”应为“第一章　总则”（B.3.7）
`heading-end`      独占一行的“一、”标题末尾用了标点（B.4）

引用的代码不查。只可能有一种改法的，附有建议。
"""

Kind = Literal[
    "half-width", "doubled", "ellipsis", "dash", "nested-quotes", "nested-titles", "nested-brackets",
    "unpaired", "line-edge", "between-titles", "between-quotes", "document-number", "year-range",
    "number-range", "approximate", "date", "before-etc", "etc-ellipsis", "ordinal", "number",
    "arabic-number", "chapter", "heading-end",
]  # fmt: skip

VALUES = ("count", "total", "sign")


class Options(NamedTuple):
    """The keys of `with:`, and the word lists that the check uses."""

    words: Annotated[Words, WordLists]
    kind: Annotated[Kind, Doc("查哪一类，见本页开头", "what to look for, see the head of this page")]
    rare: Annotated[
        float,
        Within(0, 1),
        Doc(
            "`half-width` 只在半角标点至多占全部标点（同一种有几处的，也占这一种）的多大比例时才查，"
            "`heading-end` 只在这样的标题至多占多大比例时才查：1 为一律查，小于 1 为只查偶尔打错的",
            "the share of half-width marks, and of the same mark, up to which `half-width` finds them, and "
            "of such headings up to which `heading-end` does: 1 always, less than 1 slips",
        ),
    ] = 1
    scope: InScope = "document"
    section: InSection = SectionId("")


def build(options: Options) -> Find:
    """Prepare the search for one kind."""
    where = options.scope, options.section
    if options.kind == "half-width":
        return by_paragraph(half_width(options.rare), *where)
    if options.kind == "heading-end":
        return heading_ends(options.rare)
    if options.kind in ("nested-quotes", "nested-titles", "nested-brackets", "unpaired"):
        find = each(SCANS[options.kind], *where)
        return with_words(find) if options.kind == "unpaired" else find
    worded = WORDED_FORMS.get(options.kind)
    return finder(worded(options.words) if worded else FORMS[options.kind], *where)
