"""The word lists of the check `punctuation`: `rulesets/words/LANGUAGE/punctuation.yaml`."""

from typing import Annotated, NamedTuple

from linter.schema.types import Doc, WordList


class Words(NamedTuple):
    """Words next to which a mark is right, or wrong."""

    ordinals: Annotated[
        WordList, Doc("次序语，后面用逗号：首先，", "words for an order, which take a comma: 首先，")
    ]
    next_ordinals: Annotated[
        WordList,
        Doc(
            "次序语的开头，前面可以有顿号：其次、最后",
            "what words for an order begin with, before which 、 is right: 其次、最后",
        ),
    ]
    words_with_deng: Annotated[
        WordList,
        Doc(
            "以“等”开头的词，前面可以有顿号：等级",
            "words that begin with 等, and may have 、 before them: 等级",
        ),
    ]
    numbered: Annotated[
        WordList,
        Doc(
            "前面是次序、不是概数的词：三、四个部分",
            "what is numbered, so that 、 is right: 三、四个部分, the third and fourth",
        ),
    ]
    numbered_otherwise: Annotated[
        WordList,
        Doc(
            "编号不是发文字号的文书：合同、许可证",
            "papers whose numbers are not those of official documents: contracts, licences",
        ),
    ]
    behind_dash: Annotated[
        WordList,
        Doc(
            "说明文字的开头：前面的一字线“—”是少打了一半的破折号，东门—西站不是",
            "what an explanation begins with: a — before it is half a dash, unlike that of 东门—西站",
        ),
    ]
