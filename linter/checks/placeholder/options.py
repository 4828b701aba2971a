"""The options of the check `placeholder`: each says first for which `kind` of rule it is.

They stand side by side, not under a key for each kind: a rule file that changes one keeps the others.
"""

from typing import Annotated, Literal, NamedTuple

from linter.checks.placeholder import notes
from linter.checks.placeholder.words import Words
from linter.schema.types import Doc, Pattern, Within, WordList, WordLists
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
    units: Annotated[
        str, Doc("mask、gap：量词、单位，以空格分开", "mask, gap: units and measure words, parted by blanks")
    ] = ""
    counted: Annotated[
        WordList,
        Doc("gap：“单位 = 名词 名词”，紧跟名词即缺数", "gap: `UNIT = NOUN NOUN`, a gap behind these"),
    ] = ()
    leads: Annotated[
        str, Doc("gap：后面要有数字的词：共、超过", "gap: words that want a number next: 共, 超过")
    ] = ""
    exceptions: Annotated[
        str, Doc("gap：以单位结尾而不计数的词：姓名", "gap: words that end in a unit and count nothing: 姓名")
    ] = ""
    holders: Annotated[
        str,
        Doc("mask：单个符号后面的名称用字：局", "mask: what a single sign may stand before: 市, 局, 同志"),
    ] = ""
    allowed: Annotated[WordList, Doc("mask：形似而不是的词：X光", "mask: look-alikes, literally: X光")] = ()
    meant_after: Annotated[
        WordList,
        Doc(
            "mask、gap：其后是有意隐去、留空的：患者、签字",
            "mask, gap: behind which signs and blanks are meant: 患者, 签字",
        ),
    ] = ()
    names: Annotated[
        str,
        Doc(
            "bracket、gap：在行首、独占一行加冒号也算的字段名",
            "bracket, gap: fields even at the head of a line, or alone before a colon",
        ),
    ] = ""
    endings: Annotated[
        str, Doc("bracket、tag：句中字段名的结尾：名称", "bracket, tag: how fields end within a clause: 日期")
    ] = ""
    fills: Annotated[
        tuple[Pattern, ...],
        Doc("bracket：要人填写的话：待补", "bracket: what asks to fill something in: 待补"),
    ] = ()
    english: Annotated[
        tuple[Pattern, ...], Doc("bracket：英文字段的全部内容", "bracket: all that an English field holds")
    ] = ()
    sure: Annotated[
        WordList,
        Doc(
            "bracket、tag：不会是别的名称的记号：空一格后面写什么都算（FIXME），单独在尖括号里也算（<TBD>）",
            "bracket, tag: what names nothing else: it counts before any words (FIXME), or alone in <>",
        ),
    ] = ()
    phrases: Annotated[
        WordList, Doc("prompt、tag：整句的提示语或记号", "prompt, tag: literally: 单击此处输入文字, TODO")
    ] = ()
    patterns: Annotated[
        tuple[Pattern, ...], Doc("prompt、gap：其他写法，正则", "prompt, gap: further shapes, as patterns")
    ] = ()
    alone: Annotated[
        WordList,
        Doc(
            "prompt：独占一行才算的词（略）；tag：在冒号、括号后面才算的记号（TBC）",
            "prompt: what counts only as the whole line (略); tag: only behind a colon or bracket (TBC)",
        ),
    ] = ()
    narrated: Annotated[
        str, Doc("prompt：其后是叙述的词：尚（待定）", "prompt: behind which it tells of something: 尚(待定)")
    ] = ""
    explained: Annotated[
        str,
        Doc(
            "prompt：后一分句这样开头也是叙述：待定，已（函询）",
            "prompt: how a next clause begins that tells what is done: 待定，已(函询)",
        ),
    ] = ""
    marks: Annotated[
        tuple[Literal["prompt", "broken-reference", "highlight"], ...],
        Doc("mark：文件格式给出的标记", "mark: the format's own marks"),
    ] = ()
    least: Annotated[
        float,
        Within(-50, 50),
        Doc("note：对数几率至少多少才算", "note: the log-odds that something is one, at least"),
    ] = 2.5
    above: Annotated[
        float,
        Within(0, 50),
        Doc(
            "note：至少比全文一般的句子高多少，通篇口语的不算",
            "note: how far above the usual sentence of the text, at least",
        ),
    ] = 9.5
