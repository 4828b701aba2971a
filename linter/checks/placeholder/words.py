"""The word lists of the check `placeholder`: `rulesets/words/LANGUAGE/placeholder.yaml`."""

from typing import Annotated, NamedTuple

from linter.schema.types import Doc, WordList


class Words(NamedTuple):
    """Words next to a mask, a bracket or a unit that decide whether something was left unfilled."""

    unit_compounds: Annotated[
        WordList,
        Doc(
            "量词后面跟着它，就是另一个词，前面的单个符号不算掩码：×次数",
            "what makes another word of a unit, so that a single sign before it is no mask: ×次数",
        ),
    ]
    drawn_after: Annotated[
        WordList,
        Doc(
            "后面的符号是画上去的记号：打×、划×",
            "verbs behind which the sign is a mark that somebody drew: 打×, 划×",
        ),
    ]
    numbered: Annotated[
        WordList, Doc("后面要有序号的词：第×期、附件×", "words that want a number next: 第×期, 附件×")
    ]
    places: Annotated[
        WordList,
        Doc(
            "“某”后面的行政区划：标题里的“某县某某局”是没有填的单位名称",
            "divisions named behind 某: in a title, 某县…局 is the name of the unit, not filled in",
        ),
    ]
    bodies: Annotated[WordList, Doc("这样的单位名称的结尾", "how the name of such a unit ends")]
    not_bodies: Annotated[
        WordList,
        Doc(
            "单位名称后面跟着它，说的是别的单位：某县医院的做法",
            "what follows the name where it is that of another unit: 某县医院的做法",
        ),
    ]
    leading: Annotated[
        WordList,
        Doc(
            "在“某县委的……下”里，说的是自己的上级：领导、关心",
            "what a superior does, under which the unit works: 在某县委的领导下",
        ),
    ]
    awaiting: Annotated[
        WordList,
        Doc(
            "后面的空括号里要填内容：由（　）主持、第（　）次",
            "behind which an empty bracket awaits a name or number: 由（　）主持, 第（　）次",
        ),
    ]
    parties: Annotated[
        WordList,
        Doc(
            "后面的空括号里要填名称的人和单位：甲方（　）、校长（　）",
            "persons and bodies behind which an empty bracket awaits a name: 甲方（　）, 校长（　）",
        ),
    ]
    roles: Annotated[
        WordList,
        Doc(
            "职务和它之间的符号代替人名：书记x任组长、校长--担任",
            "verbs before which a sign behind a title stands for a name: 书记x任组长, 校长--担任",
        ),
    ]
    within_brackets: Annotated[
        WordList,
        Doc(
            "空括号后面有它，是在说明怎样填：在（　）内打√",
            "what follows an empty bracket of which it is told how to fill it in: 在（　）内打√",
        ),
    ]
    bearers: Annotated[
        WordList,
        Doc(
            "前面的空括号里要填名称：（　）会议室",
            "before which an empty bracket awaits a name: （　）会议室",
        ),
    ]
    conjunctions: Annotated[
        WordList,
        Doc("列举符号时用的连词：不得出现“××”和“XX”", "conjunctions between signs that are listed, not used"),
    ]
    determiners: Annotated[
        WordList,
        Doc("单位前面有它就不缺数字：每次、各项、本次", "what needs no number behind it: 每次, 各项, 本次"),
    ]
    name_endings: Annotated[
        WordList,
        Doc(
            "所数事物名称的结尾，词典里没有整个名称时用：工作群、局务会",
            "how the names of counted things end that no dictionary has: 工作群, 局务会",
        ),
    ]
    containers: Annotated[
        WordList,
        Doc(
            "也是容器名称的单位，没有交付的动词就不缺数：堆着大米袋",
            "units that name the container as well, and count only what is handed over: 堆着大米袋",
        ),
    ]
    handed: Annotated[
        WordList,
        Doc("交付、购置一类的动词：送去大米袋", "verbs of handing over and of buying: 送去大米袋"),
    ]
    copulas: Annotated[
        WordList,
        Doc(
            "所列的一项里有它，说的是什么，不是多少：其余为一般户",
            "in an item of a list they tell what it is, not how many: 其余为一般户",
        ),
    ]
    before_large: Annotated[
        WordList,
        Doc("“万元”“亿元”前面有它就是完整的数：超万元", "what makes a number of 万元 by itself: 超万元"),
    ]
    date_compounds: Annotated[
        WordList,
        Doc(
            "“月”“日”后面跟着它就不是空着的日期：年 月均",
            "what follows 月 or 日 where no blank date is meant: 年 月均",
        ),
    ]
    about: Annotated[
        WordList,
        Doc(
            "谈论符号、写法的词，句子里有它，引号、括号里的符号就不算遗留：字样、写作",
            "words of a sentence that speaks of signs and of how to write: 字样, 写作",
        ),
    ]
    surely_about: Annotated[
        WordList,
        Doc(
            "同上，没有引号、括号也算：命名、占位符",
            "the same, and the signs need not be set off: 命名, 占位符",
        ),
    ]
    suchlike: Annotated[
        WordList, Doc("引号后面有它，引的是符号本身：“XX”等", "behind a sign that is quoted as such: “XX”等")
    ]
    showing: Annotated[
        WordList,
        Doc(
            "引号前面有它，引的话是举例给人看的：例如“联系人：XX”",
            "before quotations that are shown: 例如“联系人：XX”",
        ),
    ]
    of_the_like: Annotated[
        WordList,
        Doc(
            "这样的引号后面可以跟的词，跟着别的词就是名称：例如“XX杯”比赛",
            "what may go on behind quotations that are shown; other words make a name: 例如“XX杯”比赛",
        ),
    ]
    sayings: Annotated[
        WordList,
        Doc("说话的词，后面的引语是别人的话：说、写道", "verbs of saying, before a quotation: 说, 写道"),
    ]
    explaining: Annotated[
        WordList,
        Doc(
            "讲怎样写模板的文件里有的字样：代码块里的 {{姓名}} 是举例",
            "what a text has that explains templates: a {{name}} in its blocks of code is an example",
        ),
    ]
    checklists: Annotated[
        WordList,
        Doc(
            "标题以它结尾的文件，里面的方框是给别人勾的：值班手册、验收清单",
            "what ends the title of a text whose boxes are for others to tick: 值班手册, a runbook",
        ),
    ]
    columns: Annotated[
        WordList,
        Doc(
            "看板的各栏：有两个这样的标题，没有勾的就是还在办的事",
            "columns of a board: a text with two such headings has open boxes of what is being done",
        ),
    ]
    orders: Annotated[
        WordList,
        Doc(
            "TODO 和待办框后面吩咐要做的事的词：补充、核实",
            "words by which something is ordered to be done, behind TODO or an open box: 补充, 核实",
        ),
    ]
    articles: Annotated[
        WordList, Doc("英文限定词，后面的 TODO 是名称", "English words behind which TODO is a name")
    ]
    after_version: Annotated[
        WordList, Doc("版本号后面的字，前面的 x.x 不是没填的数：x.x版", "what follows a version: x.x版")
    ]
    english_awaiting: Annotated[
        WordList,
        Doc(
            "英文里这些词后面的 TBC 代替还没有的内容：is TBC pending",
            "English words behind which TBC stands for what is not known yet: is TBC pending",
        ),
    ]
    english_following: Annotated[
        WordList,
        Doc(
            "英文里没填的名字和逗号后面的 TBD 之后跟着的词：42 days, TBD for June",
            "English words that follow a name that is missing, or TBD behind a comma: 42 days, TBD for June",
        ),
    ]
    english_about: Annotated[
        WordList,
        Doc("可以夹在中间的英文副词：is still TBC", "English words that may stand between: is still TBC"),
    ]
    english_numbered: Annotated[
        WordList,
        Doc(
            "英文里后面是编号的词，XX 是罗马数字：chapter XX",
            "English words that a number in Roman numerals follows: chapter XX",
        ),
    ]
    english_naming: Annotated[
        WordList,
        Doc(
            "英文里后面是人名、单位名的词：reviewed by XXX",
            "English words that the name of a person or team follows: reviewed by XXX",
        ),
    ]
    english_no_plurals: Annotated[
        WordList,
        Doc(
            "以 s 结尾、不是复数名词的英文词：XX does",
            "English words in s that are no nouns in the plural: XX does",
        ),
    ]
    page_keys: Annotated[
        tuple[str, ...],
        Doc(
            "网页源文件开头的数据里的键，有它的文件里 {{…}} 由建站程序填：layout",
            "keys in the head of a page's source, in which {{…}} is for a program to fill: layout",
        ),
    ]
    particles: Annotated[
        WordList,
        Doc(
            "“某某”前面的单字，不是姓氏：由、与、派给",
            "single characters before 某某 that are no surnames: 由, 与, 给",
        ),
    ]
    behind_persons: Annotated[
        WordList,
        Doc(
            "“张某”后面有它，是隐去的人名，单位名称里的“某”就不是没有填",
            "behind 张某, a name withheld: the 某 of the unit is then withheld, too",
        ),
    ]
    double_surnames: Annotated[WordList, Doc("两个字的姓：欧阳", "surnames of two characters: 欧阳")]
    signings: Annotated[
        WordList,
        Doc(
            "签名、盖章的词：同一行后面的横线留待手写",
            "words for signing: lines to write on behind them on their line are meant",
        ),
    ]
    person_endings: Annotated[
        WordList,
        Doc(
            "职务、身份的末一字，“某某”前面的它不是姓氏：支队长、服务员",
            "what ends a title or trade, and is no surname before 某某: 支队长, 服务员",
        ),
    ]
    person_tails: Annotated[
        WordList,
        Doc("人名后面的称呼：王××同志", "what stands behind the name of a person: 王××同志"),
    ]
    honours: Annotated[
        WordList,
        Doc(
            "表彰、任命的词，其后的人要写全名：授予李某某同志",
            "words that honour or appoint somebody, whose name is wanted in full: 授予李某某同志",
        ),
    ]
    form_purposes: Annotated[
        WordList,
        Doc(
            "由别人填写的表格，标题里的用途：报名、承诺",
            "what a form is for that others fill in, in its title: 报名, 承诺",
        ),
    ]
    form_kinds: Annotated[
        WordList, Doc("这种表格标题的结尾：表、书", "how the title of such a form ends: 表, 书")
    ]
    english_forms: Annotated[
        WordList,
        Doc(
            "英文里由别人填写的表格，标题的结尾（小写）：consent form",
            "how the title of a form in English ends, in small letters: consent form",
        ),
    ]
    english_applications: Annotated[
        WordList,
        Doc(
            "这种标题的开头（小写）：application for",
            "how such a title begins: application for",
        ),
    ]
    english_signings: Annotated[
        WordList,
        Doc(
            "英文里签名的词（小写）：signature",
            "English words for signing, in small letters: signature",
        ),
    ]
    form_guides: Annotated[
        WordList,
        Doc(
            "说明表格怎样填的文件，标题的结尾：填写说明",
            "how the title ends of what tells how to fill a form in: 填写说明",
        ),
    ]
    following: Annotated[
        WordList,
        Doc(
            "行首括号后面跟着它，括号是句子的成分：【时间】以来",
            "what goes on with the clause behind brackets at the head of a line: 【时间】以来",
        ),
    ]
    left_blank: Annotated[
        WordList,
        Doc(
            "标签以它结尾，空着是留给人填、或确实没有：备注",
            "how a label ends that is rightly left without a value: 备注",
        ),
    ]
