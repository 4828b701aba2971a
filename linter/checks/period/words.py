"""The word lists of the check `period`: `rulesets/words/LANGUAGE/period.yaml`.

How years, days and spans of time are written is grammar, and stands in the code.
"""

from typing import Annotated, NamedTuple

from linter.schema.types import Doc, WordList


class Words(NamedTuple):
    """The lists, in the order of the questions they answer."""

    # When a report is signed.
    follow_up_titles: Annotated[
        WordList,
        Doc(
            "标题里有它的报告，本来就迟于所述年份：整改",
            "words in the title of a report that is due long after the year it is about: 整改",
        ),
    ]
    early_titles: Annotated[
        WordList,
        Doc(
            "标题里有它，说的是年初的一件事，年初就可以落款：春节",
            "words in the title of a report on something early in the year, which may be signed then: 春节",
        ),
    ]

    planned_long_before: Annotated[
        WordList,
        Doc(
            "标题里有它的计划，提前一年以上就可以定：筹备",
            "words in the title of a plan that may be made more than a year before: 筹备",
        ),
    ]

    # What is still to come.
    planned_onwards: Annotated[
        WordList,
        Doc(
            "打算：本句和本段后文说的都是将来：下一步",
            "words of planning, for their sentence and what follows it in the paragraph: 下一步",
        ),
    ]
    planned_sentence: Annotated[
        WordList, Doc("打算：只有本句说的是将来：力争", "words of planning, for their sentence only: 力争")
    ]
    deadlines: Annotated[
        WordList,
        Doc("期限的末尾：6月30“日前”", "ends of a time before which something is to be done: 6月30日前"),
    ]
    not_deadlines: Annotated[
        WordList,
        Doc(
            "以“前”开头的词，其中的“前”不表示期限：国庆日前夕",
            "words that begin with the 前 of a deadline, and name none: 国庆日前夕",
        ),
    ]
    will_subjects: Annotated[
        WordList,
        Doc(
            "主语的末字，后接“将”“要”表示将来：我院将、我们要",
            "ends of subjects before a 将 or 要 that means will: 我院将, 我们要",
        ),
    ]
    not_will: Annotated[
        WordList,
        Doc(
            "以“要”开头的词，其中的“要”不表示将来：要求", "words that begin with a 要 that is not will: 要求"
        ),
    ]
    disposal_verbs: Annotated[
        WordList,
        Doc(
            "动词，与前面的“将”合成“把”字句，不表示将来：将……纳入考核",
            "verbs that make the 将 before them a preposition, not will: 将……纳入考核",
        ),
    ]
    plan_headings: Annotated[
        WordList, Doc("标题里有它，其下说的是将来：下步打算", "words in headings above plans: 打算")
    ]
    report_headings: Annotated[
        WordList,
        Doc(
            "标题里有它，其下说的仍是过去：计划完成情况",
            "words in headings above what was done, whatever word of planning is there too: 计划完成情况",
        ),
    ]

    # Whether a year other than the report's is meant.
    since: Annotated[
        WordList,
        Doc("一段时间已经过了一些：下半年以来", "behind a part of the year that has begun: 下半年以来"),
    ]
    ends: Annotated[WordList, Doc("年月的末尾：12月底", "the end of a year or month: 12月底")]
    as_of: Annotated[WordList, Doc("统计截止：截至", "words before the day that figures are of: 截至")]
    compared_to: Annotated[
        WordList,
        Doc("比较，其后是“2023年同期”：较", "words before the time compared to, as in 较2023年同期: 较"),
    ]
    not_comparisons: Annotated[
        WordList,
        Doc(
            "含有比较的字、却不是在比较的词：较好、比赛",
            "words with a part of one of comparisons that compare nothing: 较好, 比赛",
        ),
    ]
    same_period: Annotated[
        WordList, Doc("比较的时段：2023年“同期”", "words behind the year compared to: 2023年同期")
    ]
    comparisons: Annotated[
        WordList, Doc("句中有它，就是在作比较：历年", "words of a sentence that compares years: 历年")
    ]
    before_kept_year: Annotated[
        WordList, Doc("其后的年份是有意写的：获评2023年度", "words before a year that is meant: 获评2023年度")
    ]
    after_kept_year: Annotated[
        WordList, Doc("其前的年份是有意写的：2023年度先进", "words behind a year that is meant: 2023年度先进")
    ]
    histories: Annotated[
        WordList,
        Doc("句中有它，就是在交代来历：成立", "words of a sentence that tells of earlier years: 成立"),
    ]
    not_histories: Annotated[
        WordList,
        Doc(
            "含有来历的字、却不是在交代来历的词：任务、始终",
            "words with a part of one of histories that tell no history: 任务, 始终",
        ),
    ]
    before_reported_year: Annotated[
        WordList,
        Doc(
            "其后应是本报告的年份：现将2024年工作",
            "words before a year that ought to be the report's: 将2024年工作",
        ),
    ]
    work_headings: Annotated[
        WordList,
        Doc(
            "以年份开头的标题里有它，年份应是本报告的：2024年工作回顾",
            "words of headings that open with a year, which ought to be the report's: 2024年工作回顾",
        ),
    ]
    plan_names: Annotated[
        WordList, Doc("年份后的计划名称：2025年工作打算", "names of plans behind their year: 2025年工作打算")
    ]
    plan_reviews: Annotated[
        WordList,
        Doc(
            "计划名称后有它，说的是计划执行得怎样：完成",
            "words behind the name of a plan that tell how it was carried out: 完成",
        ),
    ]

    summed_up: Annotated[
        WordList,
        Doc(
            "时段后有它，说的是这段时间做了的事：共、累计",
            "words behind a part of the year that tell what was done in it: 共, 累计",
        ),
    ]
    laid_down: Annotated[
        WordList,
        Doc(
            "句中有它，说的是对这段时间的安排：全年任务",
            "words of a sentence on what is laid down for a part of the year: 全年任务",
        ),
    ]
    plan_titles: Annotated[
        WordList,
        Doc(
            "标题里有它，就是对来年的安排：工作计划",
            "words in the title of a plan: 工作计划",
        ),
    ]
    until: Annotated[
        WordList, Doc("和年末一起，是期限：到2024年底", "with the end of a year a deadline: 到2024年底")
    ]
    by: Annotated[
        WordList,
        Doc("期限前面的字：请于5月10日前", "right before the day by which something is asked for: 于"),
    ]
    deadline_ends: Annotated[
        WordList,
        Doc(
            "写在日期后面、说明是期限的词：底前",
            "what makes a date a deadline: 底前",
        ),
    ]
    before_deadlines: Annotated[
        WordList,
        Doc("写在期限之前的词：确保2024年6月底前", "words before a deadline: 确保2024年6月底前"),
    ]
    overdue: Annotated[
        WordList,
        Doc(
            "句中有它，说的是上一年的期限没有做到、接着做：未能",
            "words of a sentence that tells what was not done by its deadline and goes on: 未能",
        ),
    ]
    preparations: Annotated[
        WordList,
        Doc(
            "句中有它，是为计划做准备，期限可以在上一年：报送",
            "words for what prepares a plan, and may be due the year before: 报送",
        ),
    ]
    asks: Annotated[
        WordList, Doc("通知里提要求的词：请于5月10日前上报", "words by which a notice asks for something: 请")
    ]
    before_task: Annotated[
        WordList,
        Doc(
            "写在任务的年份之前：为做好2025年工作",
            "words before the year of a task: 为做好2025年工作",
        ),
    ]
    announced: Annotated[
        WordList,
        Doc("任务的同一句里宣布下文的词：通知如下", "behind the task, what announces the rest: 通知如下"),
    ]
    set_times: Annotated[
        WordList,
        Doc(
            "通知、计划里其后的日期是定下的时间：考试时间：",
            "labels of a time set by a notice or plan: 考试时间：",
        ),
    ]

    notices: Annotated[
        WordList,
        Doc("标题以它结尾，是约定时间的通知：通知", "ends of the titles of texts that set times: 通知"),
    ]
    notices_of_past: Annotated[
        WordList,
        Doc(
            "标题里有它，通知的是以前的事：印发、延期", "words in the titles of those on what was: 印发, 延期"
        ),
    ]
    appointed: Annotated[
        WordList,
        Doc("通知里写在定下的时间之前：定于", "before the time that a notice sets: 定于"),
    ]
    set_before: Annotated[
        WordList,
        Doc("句中有它，说的是原来定的时间：原定于", "words of a sentence on a time set before: 原定于"),
    ]

    # Whether something is described as past.
    done: Annotated[
        WordList,
        Doc(
            "日期后的同一句里有它，就是按已经发生来写：了、荣获",
            "words behind a date, in its sentence, that tell something as done: 了, 荣获",
        ),
    ]
    already: Annotated[
        WordList,
        Doc(
            "紧接在日期前面，就是按已经发生来写：已于",
            "right before a date, it tells something as done: 已于",
        ),
    ]
    not_done: Annotated[
        WordList,
        Doc(
            "含有上一词表的字、却不表示已经发生的词：为了",
            "words that contain one of the list above and tell nothing as done: 为了",
        ),
    ]
    held: Annotated[
        WordList,
        Doc(
            "日期后面写着它，说的是那天的事，不是期限：召开",
            "words behind a date that tell what was held on it, and make it no end of a term: 召开",
        ),
    ]
    terms: Annotated[
        WordList,
        Doc("句中有它，日期是期限的起止：合同", "words of a sentence whose dates are those of a term: 合同"),
    ]
    before_no_event: Annotated[
        WordList,
        Doc("日期前有它，不是事情发生的日子：每年", "words before a date that is not of an event: 每年"),
    ]
    after_no_event: Annotated[
        WordList,
        Doc("日期后有它，不是事情发生的日子：6月底", "words behind a date that is not of an event: 6月底"),
    ]

    # What looks like a date, and is none.
    after_no_date: Annotated[
        WordList, Doc("其前的月、日不是日期：13月工资", "words behind what is no month or day: 13月工资")
    ]
    other_calendars: Annotated[
        WordList,
        Doc("其后的月、日不是公历的：农历", "calendars that have other months and days: 农历"),
    ]
    eras: Annotated[
        WordList,
        Doc(
            "年号，其后的月、日不按公历核对：光绪", "eras, whose days are not held against the calendar: 光绪"
        ),
    ]
    leap_years: Annotated[
        WordList,
        Doc(
            "句中有它，没有另写年份的2月29日说的是闰年：闰年",
            "words of a sentence whose 29 February, without a year of its own, is that of leap years: 闰年",
        ),
    ]

    # The ends of a span.
    begun: Annotated[
        WordList,
        Doc(
            "紧接在日期后面，是一段时间的起点：开工",
            "right behind a date, it makes it the beginning of a span: 开工",
        ),
    ]
    span_links: Annotated[
        WordList,
        Doc("起点与终点的日期之间的字：并于", "what stands between its beginning and its end: 并于"),
    ]
    lasting: Annotated[
        WordList,
        Doc(
            "说这段时间有多长，其后是天数：为期七天",
            "what tells how long a span is: 为期七天",
        ),
    ]
    days_in_all: Annotated[
        WordList,
        Doc(
            "同上，要紧接在日期后面，天数后面没有别的字：，共7天",
            "the same right behind the dates, where no words follow the days: ，共7天",
        ),
    ]
    days_off: Annotated[
        WordList,
        Doc("假期起止后面的词，其后的天数要一天不差：放假调休", "behind a span of days off: 放假调休"),
    ]
    term_names: Annotated[
        WordList,
        Doc("期限的名称，可以写在起止前后：公示期、任期", "what a span is called before it: 公示期, 任期"),
    ]
    years_passed: Annotated[
        WordList,
        Doc("年数后面的字：2019—2025年的六年“间”", "behind the number of years that a span has: 六年间"),
    ]
    school_terms: Annotated[
        WordList,
        Doc("学年后面的学期：第一学期", "terms behind a school year: 第一学期"),
    ]
    ended: Annotated[
        WordList,
        Doc(
            "紧接在日期后面，是这段时间的终点：竣工",
            "right behind a date, it makes it the end of the span: 竣工",
        ),
    ]

    weekday_columns: Annotated[
        WordList,
        Doc(
            "表头是它，这一列写的是星期：星期", "heads of the column of a table for the day of the week: 星期"
        ),
    ]
    english_reports: Annotated[
        WordList,
        Doc(
            "英文标题里有它，说的是已经过去的时段：report",
            "words in the title of a report on a period: report",
        ),
    ]
    english_others: Annotated[
        WordList,
        Doc("英文标题里有它，就不是：plan、fiscal", "words that make it another text, or year: plan, fiscal"),
    ]
    english_founded: Annotated[
        WordList,
        Doc("英文里说成立、开放的动词：founded", "English verbs of foundation: founded, opened"),
    ]
    english_marking: Annotated[
        WordList,
        Doc(
            "英文里说周年就在本期的词：celebrates",
            "English words by which an anniversary is one of the report's own time: celebrates",
        ),
    ]
    english_labels: Annotated[
        WordList, Doc("英文报告里日期前面的字：date", "before the date of a report: date")
    ]
    before_no_weekday: Annotated[
        WordList,
        Doc(
            "英文里写在星期之前、说的不是这一天的词：Monday to Friday, 3 May",
            "words before a day of the week that is not that of the date behind it: Monday to Friday, 3 May",
        ),
    ]

    # Times of day.
    mornings: Annotated[WordList, Doc("不超过12时的时段：上午", "parts of the day that end by noon: 上午")]
    afternoons: Annotated[
        WordList,
        Doc(
            "一天里中午以后的时段；其后的起止时间都在这半天：下午3点至5点",
            "parts of the day after noon; a span of times behind one lies in that half of the day",
        ),
    ]
    before_time: Annotated[WordList, Doc("其后的数是钟点：下午、于", "words before a time of day: 下午, 于")]
    after_time: Annotated[
        WordList, Doc("其前带冒号的数是钟点：结束", "words behind a time of day with a colon: 结束")
    ]
    goes_on: Annotated[
        WordList,
        Doc("其后加“至”的数是钟点：开放至22:00", "what goes on until a time of day: 开放至22:00"),
    ]
    until_times: Annotated[
        WordList,
        Doc("它和钟点之间的字：开放至22:00", "between that and the time: 开放至22:00"),
    ]
    before_no_hour: Annotated[
        WordList, Doc("其后的“25时”不是钟点：小于", "words before a 25时 that is no hour: 小于")
    ]
    after_no_hour: Annotated[
        WordList, Doc("“时”与其后的字合成一词：时间", "what makes another word of 时: 时间")
    ]
    overnight: Annotated[
        WordList,
        Doc(
            "句中有它，时间可以到第二天：次日",
            "words of a sentence whose times may run into the next day: 次日",
        ),
    ]
    no_times: Annotated[
        WordList, Doc("句中有它，带冒号的数是比分或比例", "words of sentences on scores and ratios: 比分")
    ]

    # Facts.
    anniversary_links: Annotated[
        WordList,
        Doc(
            "名称与周年数之间的字：改革开放“的”46周年",
            "words between the name and the number of an anniversary: 改革开放的46周年",
        ),
    ]
    back_then: Annotated[
        WordList,
        Doc("句中有它，说的是往年：那年", "words of a sentence that tells of a year long ago: 那年"),
    ]
    year_brings: Annotated[
        WordList,
        Doc(
            "年份与周年之间的词：明年“是”建党105周年",
            "between a year and its anniversary: 2026年是建党105周年",
        ),
    ]
    foundings: Annotated[
        WordList,
        Doc(
            "周年数之前的词，说的是本单位的周年：建校75周年",
            "words before the anniversary of a unit: 建校75周年",
        ),
    ]
    before_foundings: Annotated[
        WordList,
        Doc("写在“建校75周年”之前的词：举办、庆祝", "words before 建校75周年: 举办, 庆祝"),
    ]
    founded: Annotated[
        WordList,
        Doc(
            "说单位成立的词：始建于1955年、1955年建校",
            "words that tell the foundation of a unit: 始建于1955年, 1955年建校",
        ),
    ]
    until_now: Annotated[
        WordList,
        Doc("从成立到现在：至今已有57年", "from a foundation until now: 至今已有57年"),
    ]
    elapsed: Annotated[
        WordList, Doc("它和年数之间的词：至今已有57年", "between it and the number of years: 至今已有57年")
    ]
    born: Annotated[WordList, Doc("出生年份后面的字：生、出生", "behind the year of birth: 生, 出生")]
    now: Annotated[WordList, Doc("现在的岁数前面的字：今年", "before the age of somebody now: 今年")]
    years: Annotated[WordList, Doc("年数后面的量词：年", "the unit of that number: 年")]
    around_events: Annotated[
        WordList,
        Doc(
            "主语和“举办”之间说时间、打算的词：拟于2025年10月",
            "words of the time and of intent between the unit and what it does: 拟于2025年10月",
        ),
    ]
    our: Annotated[WordList, Doc("“我校”“本馆”里说自己的字：我", "what makes a unit one's own: 我 in 我校")]
    own_subjects: Annotated[
        WordList,
        Doc("主语是它，就是本单位：学校", "subjects that are the unit itself: 学校"),
    ]
    day_prefixes: Annotated[
        WordList,
        Doc(
            "届次与名称之间的字：第七个“全国”爱耳日",
            "words between the number and the name of a yearly day: 第七个全国爱耳日",
        ),
    ]
    speeches: Annotated[
        WordList,
        Doc(
            "周年后有它，是讲话的题目，多年后仍可学习：大会上的",
            "words behind an anniversary that is part of the name of a speech: 大会上的",
        ),
    ]
    plan_times: Annotated[
        WordList,
        Doc("规划名称和它的起止年份之间的词：时期", "words between a plan and its years: 时期"),
    ]
    first_years: Annotated[
        WordList, Doc("规划第一年的说法：开局之年", "what the first year of a plan is called: 开局之年")
    ]
    last_years: Annotated[
        WordList, Doc("规划最后一年的说法：收官之年", "what the last year of a plan is called: 收官之年")
    ]
    awaited: Annotated[
        WordList,
        Doc(
            "同一分句里有它，这件大事还在等待：喜迎党的二十大、召开之年",
            "in the clause of an event, it is still awaited: 喜迎党的二十大, 召开之年",
        ),
    ]

    # What order days come in.
    over: Annotated[
        WordList,
        Doc(
            "分句里有它，说一件事到那天为止：完毕、结束",
            "what tells in the clause that something was over on a day: 完毕, 结束",
        ),
    ]
    over_early: Annotated[
        WordList,
        Doc(
            "句中有它，是提前或分批结束的：提前、首批",
            "in the sentence: over before the rest, or before time: 提前, 首批",
        ),
    ]
    rectifications: Annotated[
        WordList,
        Doc(
            "标题里有它的，是整改的报告：整改",
            "in the title of a report on rectification: 整改",
        ),
    ]
    inspections: Annotated[
        WordList,
        Doc(
            "写在日期之后，说那天做了检查：检查、督导",
            "behind a day: that of an inspection: 检查, 督导",
        ),
    ]
    no_inspections: Annotated[
        WordList,
        Doc(
            "紧接在检查、督导之后，说的是人或文件：检查组、督导报告",
            "right behind an inspection: those who made it, or a paper: 检查组, 督导报告",
        ),
    ]
    put_right: Annotated[
        WordList,
        Doc(
            "冒号之前，说问题何时整改好：整改完成时间",
            "before a colon: the day on which a problem was put right: 整改完成时间",
        ),
    ]
    settled: Annotated[
        WordList,
        Doc(
            "“已于……”之后，说问题整改好了：整改完毕",
            "behind 已于 and a day: the problem was put right: 整改完毕",
        ),
    ]
    held_titles: Annotated[
        WordList,
        Doc(
            "标题里有它的，通知一次活动：通知、方案",
            "in the title of a text that announces an event: 通知, 方案",
        ),
    ]
    held_times: Annotated[
        WordList,
        Doc(
            "标签或标题，其后是举办的时间：活动时间",
            "a label or heading before the time at which something is held: 活动时间",
        ),
    ]
    when: Annotated[
        WordList,
        Doc(
            "同上，但不在“报名”的标题之下才算：时间",
            "the same, but not under a heading on signing up: 时间",
        ),
    ]
    sign_up: Annotated[
        WordList,
        Doc(
            "句中有它，是报名的期限：报名、回执",
            "in the sentence of a day by which one signs up: 报名, 回执",
        ),
    ]
    weather: Annotated[
        WordList,
        Doc(
            "句中有它，是改期的时间：遇雨、顺延",
            "in the sentence of another time, should it rain: 遇雨, 顺延",
        ),
    ]
    supposed: Annotated[
        WordList,
        Doc(
            "句中有它，说的不是已经发生的事：模拟、假设",
            "in the sentence of what did not take place: 模拟, 假设",
        ),
    ]
    befell: Annotated[
        WordList,
        Doc(
            "写在日期之后不远处，说那天发生了什么：遭遇、召开了",
            "not far behind a day: something took place on it: 遭遇, 召开了",
        ),
    ]
    received: Annotated[
        WordList,
        Doc(
            "写在日期之后的句子里，那天的来文已经收到：收悉",
            "in the sentence behind a day: a letter of that day was received: 收悉",
        ),
    ]
    minutes: Annotated[
        WordList,
        Doc(
            "标题以它结尾，记的是已经开过的会：纪要",
            "how the title of a text ends on a meeting that was held: 纪要",
        ),
    ]
    meetings: Annotated[
        WordList,
        Doc(
            "会议记录里写在日期之后，那天开了会：召开",
            "in minutes, not far behind a day: the meeting was on it: 召开",
        ),
    ]
