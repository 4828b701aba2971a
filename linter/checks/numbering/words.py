"""The word lists of the check `numbering`: `rulesets/words/LANGUAGE/numbering.yaml`."""

from typing import Annotated, NamedTuple

from linter.schema.types import Doc, WordList


class Words(NamedTuple):
    """The lists of words that tell where a series begins and what its numbers are."""

    announcing: Annotated[
        WordList, Doc("引出下文的词：具体安排如下", "words that announce what follows: 具体安排如下")
    ]
    annexes: Annotated[
        WordList,
        Doc(
            "附件的标识，其后可以重新编号：附件2",
            "what heads an annex, behind which numbers begin again: 附件2",
        ),
    ]
    announced_units: Annotated[
        WordList, Doc("预告条数时数字后面的量词：四项工作", "what stands behind an announced count: 四项工作")
    ]
    no_caption: Annotated[
        WordList,
        Doc(
            "行首的“图1”后面是它，这一行不是图题：为",
            "what shows, behind 图1 at the head of a line, that it is no caption: 为",
        ),
    ]
    before_reference: Annotated[
        WordList, Doc("写在所提到的图、表之前：见图3", "what stands before a reference: 见图3")
    ]
    cited_documents: Annotated[
        WordList,
        Doc(
            "前面不远处有它，说的是别的文件里的图、表：附件2表1",
            "what shows, before a reference, that it is to another document: 附件2表1",
        ),
    ]
    self_contained: Annotated[
        WordList,
        Doc(
            "标题里有它，下面可以没有文字：照片、没有",
            "words of a heading under which no text need stand: 照片, 没有",
        ),
    ]
    row_heads: Annotated[
        WordList,
        Doc("表头写着它，下面一栏是各行的序号：序号", "heads of a column that counts the rows: 序号, No."),
    ]
    first_words: Annotated[
        WordList, Doc("可以代替“一是”的词：首先……，二是……", "words that stand for 一是: 首先……，二是……")
    ]
    shared_units: Annotated[
        WordList, Doc("两个并列序数共有的单位：三、四季度", "what two numerals in a row count: 三、四季度")
    ]
    extracts: Annotated[
        WordList,
        Doc(
            "题目里有它，是摘录，不必从一编起，也不必连号；第一条之前有它，各条是摘录或修改的条文：节选、修正案",
            "what says in the title that numbers are those of an extract, or before 第一条 that the articles "
            "are an extract or amendments: 节选, 修正案",
        ),
    ]
    studies: Annotated[
        WordList,
        Doc(
            "第一条之前有它，说的是学习、解读条文，不必连号：心得、释义",
            "before 第一条, what says that articles are explained or studied: 心得, 释义",
        ),
    ]
    kept_numbers: Annotated[
        WordList,
        Doc(
            "前文里有它，后面的列表沿用原来的编号，不必从一编起，也不必连号：保留原编号",
            "what says that lists behind it keep the numbers of another paper: 保留原编号, not renumbered",
        ),
    ]
    after_cited: Annotated[
        WordList,
        Doc(
            "条号后面跟着它，是在引用条文：第三条规定",
            "what follows an article that is only cited: 第三条规定",
        ),
    ]
    omissions: Annotated[
        WordList,
        Doc(
            "两条之间有它，中间的条文是有意略去的；单独一行，是略去了几项",
            "between two articles, or on a line of its own between two items, those between are left out on "
            "purpose",
        ),
    ]
    vacant: Annotated[
        WordList,
        Doc(
            "说明某个编号有意空着的词：序号7已废止，保留不补",
            "what says of a number that it is vacant on purpose: 保留不补, not reused",
        ),
    ]
