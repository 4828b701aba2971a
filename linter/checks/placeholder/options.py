"""The options of the check `placeholder`; which of them a rule uses depends on its `kind`."""

from typing import Annotated, Literal, NamedTuple

from linter.checks.placeholder import notes
from linter.checks.placeholder.words import Words
from linter.schema.types import Doc, Pattern, Within, WordLists
from linter.structure import line_types, web_lines


class Options(NamedTuple):
    """The keys of `with:`, and the word lists that the check uses."""

    words: Annotated[Words, WordLists]
    line_types: Annotated[line_types.Words, WordLists]
    web_lines: Annotated[web_lines.Words, WordLists]
    notes: Annotated[notes.Words, WordLists]
    kind: Annotated[
        Literal["mask", "bracket", "prompt", "tag", "note", "task", "engine", "gap", "mark"],
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
            "其后的符号、空白是有意为之的词：隐去姓名的“患者”、留待手写的“签字”",
            "words behind which signs or blanks are meant: a name kept private (患者), a signature (签字)",
        ),
    ] = ()
    names: Annotated[
        str,
        Doc(
            "字段名：括号在行首也算的，或独占一行、冒号后面没有内容的",
            "names of fields that count even at the head of a line, or alone on one before a colon: 姓名",
        ),
    ] = ""
    endings: Annotated[
        str, Doc("句中字段名的结尾用字", "endings of field names within a clause: 名称, 日期")
    ] = ""
    fills: Annotated[
        tuple[Pattern, ...], Doc("括号里要人填写的话", "what asks to fill something in: 待补, 请填")
    ] = ()
    english: Annotated[
        tuple[Pattern, ...],
        Doc("英文字段的写法，指整个括号里的内容", "what an English field holds, as a whole: your name"),
    ] = ()
    phrases: Annotated[
        tuple[str, ...], Doc("整句的提示语或标记", "prompts or tags, literally: 单击此处输入文字, TODO")
    ] = ()
    patterns: Annotated[
        tuple[Pattern, ...], Doc("其他写法，正则表达式", "further shapes, as regular expressions")
    ] = ()
    alone: Annotated[
        tuple[str, ...],
        Doc(
            "独占一行时才算的词（略），在冒号、括号后面才算的记号（TBC）",
            "words that count only as the whole line (略), tags only behind a colon or in brackets (TBC)",
        ),
    ] = ()
    sure: Annotated[
        tuple[str, ...],
        Doc(
            "不会是别的名称的记号：空一格后面写什么都算（FIXME），单独在尖括号里也算（<TBD>）",
            "tags that name nothing else: they count whatever is said behind a blank (FIXME), or alone in <>",
        ),
    ] = ()
    narrated: Annotated[
        str,
        Doc(
            "其后的提示语是叙述的词：尚（待定）、仍（待补充）",
            "words behind which a prompt tells of something: 尚(待定), 仍(待补充)",
        ),
    ] = ""
    explained: Annotated[
        str,
        Doc(
            "提示语后一分句的开头，交代由谁、何时去办的，是叙述：待定，已（函询）",
            "how the next clause begins where it tells what is done about it: 待定，已(函询)",
        ),
    ] = ""
    marks: Annotated[
        tuple[Literal["prompt", "broken-reference", "highlight"], ...],
        Doc("文件格式给出的标记", "the format's own marks"),
    ] = ()
    least: Annotated[
        float,
        Within(-50, 50),
        Doc(
            "是留言的对数几率，至少多少才算",
            "the log-odds that something is a note, at least",
        ),
    ] = 2.5
    above: Annotated[
        float,
        Within(0, 50),
        Doc(
            "比文中一般的句子至少高出多少：通篇口语的文章里，口语不算",
            "how far above the usual sentence of the text: where all is spoken, what is spoken is no note",
        ),
    ] = 9.5
