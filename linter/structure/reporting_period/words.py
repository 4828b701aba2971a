"""The word lists by which the period of a report is read: `rulesets/words/LANGUAGE/reporting_period.yaml`.

How years, days and spans of time are written is grammar, and stands in the code.
"""

from typing import Annotated, NamedTuple

from linter.schema.types import Doc, WordList


class Words(NamedTuple):
    """The lists, in the order of the questions they answer."""

    summary_titles: Annotated[
        WordList,
        Doc("标题里有它，就是回顾性的报告：总结", "words in the title of a report that looks back: 总结"),
    ]
    title_tails: Annotated[
        WordList,
        Doc(
            "回顾性报告的标题以上一词表的词结尾，后面只能再有它：总结材料、三篇",
            "what may follow the word that makes a title that of a report that looks back: 总结材料, 三篇",
        ),
    ]
    before_other_report: Annotated[
        WordList,
        Doc(
            "其后的“报告”不是回顾一段时间的：可行性研究报告",
            "words before a 报告 that is not on a period of time: 可行性研究报告",
        ),
    ]
    closed_titles: Annotated[
        WordList,
        Doc(
            "标题里有它，所写的年份就是过完的那一年：总结；“2025年高考准备情况报告”则不一定",
            "words in titles that make the year in them the one that is over: 总结; in a report on"
            " preparations for the examinations of 2025 it is not",
        ),
    ]
    fiscal_titles: Annotated[
        WordList,
        Doc(
            "标题里有它，年份从哪个月算起各处不同，不判断时段：2024财年",
            "words in titles whose year begins in a month that differs from place to place: 2024财年",
        ),
    ]
    whole_year_titles: Annotated[
        WordList,
        Doc("标题里有它，说的就是全年：年度", "words in the title of a report on the whole year: 年度"),
    ]
    autumn_term_titles: Annotated[
        WordList,
        Doc(
            "标题里有它，说的就是学年的上半段：秋季学期",
            "words in the title of a report on the first term of a school year: 秋季学期",
        ),
    ]
    signing_labels: Annotated[
        WordList,
        Doc(
            "标题下写在报告日期前面的字：成文日期",
            "before the date of a report, below its title: 成文日期",
        ),
    ]
    meeting_labels: Annotated[
        WordList,
        Doc("标题下写在开会日期前面的字：会议时间", "before that of a meeting: 会议时间"),
    ]
    labels_of_dates: Annotated[
        WordList,
        Doc(
            "以它结尾的一行或一格，说的是后面的日期是什么：出生日期",
            "ends of a line or cell that says what the date behind it is: 出生日期",
        ),
    ]
    before_own_year: Annotated[
        WordList,
        Doc("其后的年份可以是本报告的年份：将", "words before a year that may be the report's own: 将"),
    ]
    before_other_year: Annotated[
        WordList,
        Doc(
            "其后的“2023年度”“2023年上半年”不是本报告的时段：较",
            "words before a 2023年度 or 2023年上半年 that is not the report's own: 较",
        ),
    ]
    after_other_year: Annotated[
        WordList,
        Doc("其前的年份不是本报告的年份：以来", "words behind a year that is not the report's own: 以来"),
    ]
    after_reported_year: Annotated[
        WordList,
        Doc(
            "不远处的前文应是本报告的年份：汇报如下",
            "words some way behind a year that ought to be the report's: 汇报如下",
        ),
    ]
