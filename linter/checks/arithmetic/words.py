"""The word lists of the check `arithmetic`: `rulesets/words/LANGUAGE/arithmetic.yaml`."""

from typing import Annotated, NamedTuple

from linter.schema.types import Doc, WordList


class Words(NamedTuple):
    """The lists of words that tell which figures belong together."""

    about: Annotated[
        WordList, Doc("写在数前面、表示约数的词：约35件", "words before a figure that is not exact: 约35件")
    ]
    about_behind: Annotated[
        WordList,
        Doc("写在单位后面、表示约数的词：35件左右", "words behind a figure that is not exact: 35件左右"),
    ]
    reaching: Annotated[
        WordList, Doc("连在百分数前面的词：达到98%", "words that lead to a percentage: 达到98%")
    ]
    rates: Annotated[WordList, Doc("不可能超过100%的比率", "rates that cannot be over 100 %")]
    rate_reaching: Annotated[
        WordList,
        Doc("这些比率与百分数之间还可以有的词", "what else may stand between such a rate and its percentage"),
    ]
    share_verbs: Annotated[WordList, Doc("说占比的动词：占", "verbs before a share: 占")]
    targets: Annotated[
        WordList,
        Doc("占比可以超过100%的基数：占计划的104%", "what a share may be over 100 % of: 占计划的104%"),
    ]
    parted_by: Annotated[
        WordList,
        Doc("说按什么划分的词：按年龄分", "words before what a whole is parted by: 按年龄分"),
    ]
    parted: Annotated[
        WordList,
        Doc("写在它后面的动词：按年龄划分", "the verbs behind it: 按年龄划分"),
    ]
    none: Annotated[
        WordList,
        Doc(
            "与“其他”合说没有别的了，分项就列全了：没有其他",
            "what tells, with 其他, that the parts named are all: 没有其他",
        ),
    ]
    one_choice: Annotated[
        WordList,
        Doc(
            "说一人只选一项的词，各项占比合计不超过100%：单选",
            "what tells that everyone chose one answer, so that shares sum to 100 %: 单选",
        ),
    ]
    remaining_shares: Annotated[
        WordList, Doc("指剩下部分的词：其余占15%", "words for what remains of a whole: 其余占15%")
    ]
    whole: Annotated[
        WordList,
        Doc("合起来是全部的几类，用顿号分开：男、女", "kinds that make a whole, parted by 、: 男、女"),
    ]
    complete: Annotated[
        WordList,
        Doc(
            "除此没有别的几类，用顿号分开；写在总数之后，相加要等于总数：男、女",
            "kinds beside which there are no others, parted by 、: behind a total they sum to it: 男、女",
        ),
    ]
    exclusive: Annotated[
        WordList,
        Doc(
            "互不重叠的几类，用顿号分开：大专、本科、硕士",
            "kinds that exclude each other, parted by 、: 大专、本科、硕士",
        ),
    ]
    scales: Annotated[
        WordList,
        Doc(
            "一把尺子上的几档，用顿号分开，后面说的是同一件事时互不重叠：每周、从不",
            "degrees of one scale, parted by 、, which exclude each other of one thing: 每周、从不",
        ),
    ]
    overlaps: Annotated[
        WordList, Doc("有它的一类包含别的类：本科及以上", "what a kind has that holds others: 本科及以上")
    ]
    respectively: Annotated[
        WordList,
        Doc("引出几方各自的数的词：分别", "what opens the figures of as many things: 分别"),
    ]
    among: Annotated[WordList, Doc("引出分项的词：其中", "words that open the parts of a total: 其中")]
    in_all: Annotated[
        WordList,
        Doc(
            "总数之前的词，其后冒号列出的是全部：共120名：",
            "words before a total of which all parts follow: 共",
        ),
    ]
    sums: Annotated[
        WordList,
        Doc("各项之后、总数之前的词：，合计250件", "words before a total that stands behind its parts: 合计"),
    ]
    apiece: Annotated[
        WordList,
        Doc(
            "说前面的数是每个的数、不能直接相加的词：各、单价",
            "words that tell that a figure is of each, not of all: 各, 单价",
        ),
    ]
    unit_prices: Annotated[
        WordList,
        Doc("说一个多少钱的词：26台，单价1800元", "words for what one costs: 26台，单价1800元"),
    ]
    totals_of_products: Annotated[
        WordList,
        Doc(
            "个数乘单价得出的总数的名称，与 sums 并用：总价",
            "names of what the count by the price makes, beside those of `sums`: 总价",
        ),
    ]
    reckoned: Annotated[
        WordList,
        Doc(
            "写在多长时间之后的词：每人每天40元，按20天计算",
            "what may stand behind the time for which each is paid: 按20天计算",
        ),
    ]
    other_amounts: Annotated[
        WordList,
        Doc("说总数是别的数的词：保险金额", "words that make another amount of a total: 保险金额"),
    ]
    deducted: Annotated[
        WordList,
        Doc("说要减去的词，有它的各项不相加：扣除", "what is taken off, and not added up: 扣除"),
    ]
    wholes: Annotated[
        WordList,
        Doc("合计之前说全部的词：全校共50人", "words for the whole before a sum: 全校共50人"),
    ]
    periods: Annotated[
        WordList,
        Doc(
            "由几段时间合成的一段时间，用顿号分开：上半年、一季度、二季度",
            "a period and those that it is made of, parted by 、: 上半年、一季度、二季度",
        ),
    ]
    made_of: Annotated[
        WordList,
        Doc(
            "总数与冒号之间、说列出的是全部的词：由三部分组成",
            "words between a total and a colon that say that all its parts follow: 由三部分组成",
        ),
    ]
    made_from: Annotated[
        WordList,
        Doc(
            "总数之后、引出它的各部分的词：投资420万元，由……构成",
            "words behind a total before what it is made of: 由",
        ),
    ]
    composed: Annotated[
        WordList,
        Doc(
            "写在各部分之后、说列出的是全部的词：由……构成",
            "words behind what a total is made of, which say that nothing is left out: 构成",
        ),
    ]
    itemised: Annotated[
        WordList,
        Doc(
            "总数与冒号之间、说下面各行列出的是它的各部分的词：具体如下",
            "words between a total and a colon that say that the lines below are its parts: 具体如下",
        ),
    ]
    mainly: Annotated[
        WordList,
        Doc("说没有列全的词，写在列出的各部分之前：主要", "words before parts that are not all: 主要"),
    ]
    partial: Annotated[
        WordList,
        Doc("表格里各行有包含关系的标志：小计", "what tells that rows of a table are parts of others: 小计"),
    ]
    not_summed: Annotated[
        WordList, Doc("表头有它的一列不相加：率、平均", "heads of columns that are not added up: 率, 平均")
    ]
    share_columns: Annotated[
        WordList,
        Doc(
            "表头有它的一列是各部分的占比，合计写作100%的要相加",
            "heads of columns of shares, which sum to the 100 % that the row of totals says: 占比",
        ),
    ]
    count_columns: Annotated[
        WordList,
        Doc(
            "表里数量一列的名称，乘单价得金额",
            "heads of a column of numbers of things, which make the sum of money by the price of each",
        ),
    ]
    joining: Annotated[WordList, Doc("分项之间的连词", "what joins the last part to the others")]
    elsewhere: Annotated[
        WordList,
        Doc("表明分句说的是别的总数的词：去年、累计", "words of a clause on another total: 去年, 累计"),
    ]
    overlapping: Annotated[
        WordList, Doc("互相交叉的分项：女、35岁以下", "words of parts that overlap: 女, 35岁以下")
    ]
    shared: Annotated[
        WordList, Doc("说分项有重叠的词：两者兼有", "words that tell that parts overlap: 两者兼有")
    ]
    remarks: Annotated[
        WordList,
        Doc(
            "各项之后的一句以它开头的，也可能说分项有重叠：注",
            "what opens a sentence behind the parts that may tell so as well: 注",
        ),
    ]
    states: Annotated[
        WordList, Doc("说办理状态的词：正在、未", "words for how far things have come: 正在, 未")
    ]
    done: Annotated[WordList, Doc("说已经办完的词：已整改30个", "words for what is done: 已整改30个")]
    inside: Annotated[
        WordList,
        Doc("总数之后、一项一项说开去的词：500人中，", "behind a total whose groups are told: 500人中，"),
    ]
    none_of_all: Annotated[
        WordList,
        Doc("说一次也没有的词，与说了几次的不重叠：从不", "what tells of none at all: 从不"),
    ]
    undone: Annotated[
        WordList, Doc("加在动词前面说没有办的词：未办结", "what makes of a verb what is not done: 未办结")
    ]
    those: Annotated[
        WordList, Doc("写在没有办的之后、指这些人或物的词：未到账的", "what makes those of it: 未到账的")
    ]
    left: Annotated[WordList, Doc("说还剩下的词：其余5个", "words for what is left to do: 其余5个")]
    on_leave: Annotated[
        WordList,
        Doc(
            "说没有到的人里一部分的词，多了才报：请假5人",
            "some of those who did not come, of whom too many are told: 请假5人",
        ),
    ]
    from_words: Annotated[
        WordList, Doc("“由A增至B”里A之前的介词", "what stands before the first figure of 由A增至B")
    ]
    to_words: Annotated[
        WordList, Doc("“由A增至B”里B之前的介词", "what stands before the second figure of 由A增至B")
    ]
    rises: Annotated[WordList, Doc("增加的动词", "verbs of increase")]
    falls: Annotated[WordList, Doc("减少的动词", "verbs of decrease")]
    more: Annotated[
        WordList,
        Doc("说多了的词，与 rises 并用：比去年的300件多50件", "words for being more, beside `rises`: 多"),
    ]
    fewer: Annotated[
        WordList,
        Doc("说少了的词，与 falls 并用：比去年的300件少50件", "words for being less, beside `falls`: 少"),
    ]
    descending: Annotated[
        WordList,
        Doc(
            "说从大到小的词，前大后小的范围不算写颠倒：递减",
            "words for going down, which a range may do: 递减",
        ),
    ]
    ranks: Annotated[
        WordList, Doc("说名次的词：排名由5位升到3位", "words for a place in a list: 排名由5位升到3位")
    ]
    per: Annotated[
        WordList,
        Doc("按周、按月计的数之前的词：每周5次", "words before a frequency, which is not compared: 每周5次"),
    ]
    now: Annotated[WordList, Doc("指现在的词：增加到今年的250件", "words for the present: 增加到今年的250件")]
    compared: Annotated[
        WordList, Doc("写在增幅之前的词：同比增长25%", "what may open the clause of a growth: 同比增长25%")
    ]
    growth_nouns: Annotated[
        WordList, Doc("接在增减动词后面的字：增幅", "what makes the name of a growth of its verb: 增幅")
    ]
    real_terms: Annotated[
        WordList,
        Doc(
            "增速按可比价计算的指标：生产总值",
            "what grows without prices, so that its figures do not give its growth: 生产总值",
        ),
    ]
    last_year: Annotated[WordList, Doc("指上年的词：去年同期280件", "words for last year: 去年同期280件")]
    than: Annotated[WordList, Doc("上年的词之前可以有的词：而", "what may stand before last year: 而")]
    was: Annotated[
        WordList, Doc("上年的词与数之间可以有的词：为", "what may stand between last year and its figure: 为")
    ]
    due: Annotated[
        WordList,
        Doc(
            "应有的与实有的，查出的与改好的，用顿号分开：应到、实到",
            "who was to come and who came, what was found and what was mended: 应到、实到",
        ),
    ]
    included: Annotated[
        WordList,
        Doc(
            "其后说多出来的是哪些的词：实到52人，含列席2人",
            "what tells behind it whom the surplus is: 实到52人，含列席2人",
        ),
    ]
    deeds: Annotated[
        WordList, Doc("加上“率”就是比率的动词，两个字", "verbs of two characters that make a rate with 率")
    ]
    newly: Annotated[
        WordList,
        Doc(
            "说前一个数只是新来的，率还要算上旧存的：新收",
            "what tells that the first figure is of what is new, and the rate of more: 新收",
        ),
    ]
    same_deeds: Annotated[
        WordList,
        Doc("意思相同的动词，用顿号分开：收回、回收", "verbs that mean the same, parted by 、: 收回、回收"),
    ]
    already: Annotated[
        WordList,
        Doc("写在完成数的分句开头的词：已办结33件", "what may open the clause of what is done: 已办结33件"),
    ]
    sheets: Annotated[
        WordList,
        Doc(
            "动词与数之间可以有的词：收回有效问卷460份",
            "between the verb and its figure: 有效问卷",
        ),
    ]
    overall: Annotated[
        WordList,
        Doc("写在比率名称之前的词：总体办结率", "what may stand before the name of a rate: 总体办结率"),
    ]
    same: Annotated[
        WordList,
        Doc("用另一个单位再说一遍的词：450亩（合30公顷）", "what says a quantity again in another unit: 合"),
    ]
    in_words: Annotated[
        WordList,
        Doc(
            "写在金额的小写与大写之间的词：大写、人民币",
            "words between a sum in figures and in legal numerals: 大写, 人民币",
        ),
    ]
    needed: Annotated[
        WordList, Doc("请示里说共需多少的词：共需60万元", "what a request says is needed in all: 共需")
    ]
    own_share: Annotated[
        WordList, Doc("请示里说自己出多少的词：自筹20万元", "what those who ask pay themselves: 自筹")
    ]
    asked: Annotated[
        WordList, Doc("请示里说申请多少的词：恳请解决45万元", "what a request asks for: 恳请拨付")
    ]
    carried_out: Annotated[
        WordList,
        Doc(
            "说做了多少的词，与 done 并用：实际收购720吨",
            "words for what was carried out, beside those of `done`",
        ),
    ]
    spells: Annotated[
        WordList,
        Doc("只说一段时间的词：本月完成100亩", "words for a part of the time of a plan: 本月"),
    ]
    until: Annotated[
        WordList,
        Doc("说到什么时候为止的词：截至9月底", "words for until when: 截至"),
    ]
    plan_rates: Annotated[
        WordList,
        Doc("完成计划的比率的名称：完成率", "names of the rate at which a plan is carried out"),
    ]
    ratios: Annotated[
        WordList,
        Doc(
            "两种人或物之比，后面是各自的名称，用顿号分开，同义的用斜线：师生比、教师、学生",
            "a ratio and what it is of, parted by 、, words for the same by /",
        ),
    ]
    weighted: Annotated[
        WordList,
        Doc("说数字折算过的词", "words that tell that figures were weighted"),
    ]
    averages: Annotated[
        WordList,
        Doc(
            "平均数和按什么平均，用顿号分开，单位用斜线：人均、人/名",
            "an average and the units it is for: 人均、人/名",
        ),
    ]
    opening: Annotated[
        WordList,
        Doc("指一段时间开头的词：年初库存", "words for the time that an account begins: 年初"),
    ]
    closing: Annotated[
        WordList,
        Doc("指一段时间末尾的词：年末库存", "words for the time that an account ends: 年末"),
    ]
    stocks: Annotated[
        WordList,
        Doc("存量的名称：库存", "names of what there is at a time: 库存"),
    ]
    income: Annotated[WordList, Doc("收入的词：收入", "words for what was earned: 收入")]
    spent: Annotated[WordList, Doc("支出的词：支出", "words for what was spent: 支出")]
    balance: Annotated[
        WordList,
        Doc("收入减去支出剩下的：结余", "what is left of an income: 结余"),
    ]
    carried_over: Annotated[
        WordList,
        Doc(
            "句中有它，结余不只是这笔收入减支出：上年",
            "with one of these in the sentence there was more than the income: 上年",
        ),
    ]
    came_in: Annotated[
        WordList,
        Doc("说增加了存量的词：购入1500袋", "words for what adds to it: 购入"),
    ]
    went_out: Annotated[
        WordList,
        Doc("说减少了存量的词：领用3100袋", "words for what takes of it: 领用"),
    ]
    rank_rises: Annotated[
        WordList,
        Doc("说名次上升的词，与 rises 并用：前移", "words for rising in a list, beside those of `rises`"),
    ]
    rank_falls: Annotated[
        WordList,
        Doc("说名次下降的词，与 falls 并用：下滑", "words for falling in a list, beside those of `falls`"),
    ]
    from_behind: Annotated[
        WordList,
        Doc("说名次从后数的词：倒数", "what counts places from the end: 倒数"),
    ]
    governs: Annotated[
        WordList,
        Doc("写在全部个数之前的词：辖9个村", "words before the number of all there are: 辖9个村"),
    ]
    every_one: Annotated[
        WordList,
        Doc(
            "写在“全镇9个村”之后、说的是全部的词：都、均",
            "words behind a number of all there are that tell of every one: 都, 均",
        ),
    ]
    without_exception: Annotated[
        WordList,
        Doc("其中说一个不漏的词：全部", "those of them that leave none out: 全部"),
    ]
    reshaped: Annotated[
        WordList,
        Doc(
            "段里有它，个数前后可以不同：原、撤并",
            "words of a paragraph in which the number may have changed: 原, 撤并",
        ),
    ]
    following: Annotated[
        WordList,
        Doc("写在个数之前、引出列举的词：以下5个村", "words before a count that announce a list: 以下"),
    ]
    divided: Annotated[
        WordList,
        Doc("说分成几类的词：分为四级", "what tells into how many kinds a thing is parted: 分为四级"),
    ]
    divisions: Annotated[
        WordList,
        Doc("各类的名称，下面各行的开头有它：Ⅰ级", "what the kinds are called, in each line below: Ⅰ级"),
    ]
    named: Annotated[
        WordList,
        Doc("写在列举之前的词：分别是", "words right before a list: 分别是"),
    ]
    suchlike: Annotated[
        WordList,
        Doc("说没有列全的词：等", "what tells that a list is not whole: 等"),
    ]
    list_joining: Annotated[
        WordList,
        Doc("最后一个名称之前的连词：和", "what joins the last of a list to the others: 和"),
    ]
    total_rows: Annotated[
        WordList,
        Doc("表格里合计那一行的名称", "names of the row of totals of a table"),
    ]
    totals_english: Annotated[
        WordList,
        Doc("英文里总数之前的词：a total of", "words before a total in English: a total of"),
    ]
    in_all_english: Annotated[
        WordList,
        Doc("英文里总数之后的词：in total", "words behind a total in English: in total"),
    ]
    opening_english: Annotated[
        WordList,
        Doc("英文里写在句首、总数之前的词：In total", "words that open a sentence with a total: In total"),
    ]
    verbs_english: Annotated[
        WordList,
        Doc(
            "英文里部分之后的动词：of the 48 trainees, 52 passed",
            "verbs behind a part of what was named before: of the 48 trainees, 52 passed",
        ),
    ]
    partial_english: Annotated[
        WordList,
        Doc(
            "英文里说各项没有列全或有重叠的词", "words of English that tell that parts overlap or are not all"
        ),
    ]
    rises_english: Annotated[
        WordList,
        Doc("英文里增加的动词", "verbs of increase in English"),
    ]
    falls_english: Annotated[
        WordList,
        Doc("英文里减少的动词", "verbs of decrease in English"),
    ]
    growths_english: Annotated[
        WordList,
        Doc("英文里写在增幅之前的词：an increase of", "words before a growth in English: an increase of"),
    ]
    same_english: Annotated[
        WordList,
        Doc(
            "英文里把比率再说一遍的词：105 of 150 tenants, or 70%",
            "words of English that say a share again: 105 of 150 tenants, or 70%",
        ),
    ]
    each_english: Annotated[
        WordList,
        Doc("英文里写在单价之后的词：at $120 each", "words of English behind a price: at $120 each"),
    ]
    growth_nouns_english: Annotated[
        WordList,
        Doc("英文里写在增幅之后的名词：a 30% increase", "nouns behind a growth in English: a 30% increase"),
    ]
    when_english: Annotated[
        WordList,
        Doc(
            "英文里写在前一个数之后、说什么时候的词：from 90 in May to 72",
            "words of English behind the first figure that tell when: from 90 in May to 72",
        ),
    ]
    behind_change_english: Annotated[
        WordList,
        Doc(
            "英文里写在增加数之后、不是单位的词：a drop of 18 on last year",
            "words of English behind a change that are no unit of it: a drop of 18 on last year",
        ),
    ]
    remaining_english: Annotated[
        WordList,
        Doc("英文里说剩下的词：the remaining 14", "words of English for what is left: the remaining 14"),
    ]
    rest_verbs_english: Annotated[
        WordList,
        Doc(
            "英文里写在剩下的数之后的词，与 verbs_english 并用：the remaining 14 await repair",
            "words behind what is left, beside verbs_english: the remaining 14 await repair",
        ),
    ]
    spelled_english: Annotated[
        WordList, Doc("英文里用词写的数，有它的不核对", "numbers in words: what has one is not reckoned")
    ]
    including_english: Annotated[
        WordList,
        Doc("英文里引出一部分的词：including", "words of English that open some parts: including"),
    ]
    placing_english: Annotated[
        WordList,
        Doc(
            "英文里写在各部分的数之后的介词：38 to schools",
            "prepositions of English behind the figure of a part: 38 to schools",
        ),
    ]
    kinds_english: Annotated[
        WordList,
        Doc(
            "英文里合起来是全部的几类，用逗号分开：men, women",
            "kinds in English that make a whole, parted by commas: men, women",
        ),
    ]
    months_english: Annotated[
        WordList, Doc("英文的十二个月份，依次", "the twelve months in English, in order")
    ]
    ranks_english: Annotated[
        WordList,
        Doc("英文里说名次和时刻的词", "words of English for places in a list and for hours"),
    ]
