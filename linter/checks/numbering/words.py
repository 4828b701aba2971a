"""The word lists of the check `numbering`: `rulesets/words/LANGUAGE/numbering.yaml`."""

from typing import Annotated, NamedTuple

from linter.schema.types import Doc


class Words(NamedTuple):
    """The lists of words that tell where a series begins and what its numbers are."""

    announcing: Annotated[
        tuple[str, ...],
        Doc("引出下文的词：具体安排如下", "words that announce what follows: 具体安排如下"),
    ]
    annexes: Annotated[
        tuple[str, ...],
        Doc(
            "附件的标识，其后可以重新编号：附件2",
            "what heads an annex, behind which numbers begin again: 附件2",
        ),
    ]
    announced_units: Annotated[
        tuple[str, ...],
        Doc("预告条数时数字后面的量词：四项工作", "what stands behind an announced count: 四项工作"),
    ]
    first_words: Annotated[
        tuple[str, ...],
        Doc("可以代替“一是”的词：首先……，二是……", "words that stand for 一是: 首先……，二是……"),
    ]
    shared_units: Annotated[
        tuple[str, ...],
        Doc("两个并列序数共有的单位：三、四季度", "what two numerals in a row count: 三、四季度"),
    ]
