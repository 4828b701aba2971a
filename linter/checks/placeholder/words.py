"""The word lists of the check `placeholder`: `rulesets/words/LANGUAGE/placeholder.yaml`."""

from typing import Annotated, NamedTuple

from linter.schema.types import Doc


class Words(NamedTuple):
    """Words next to a mask, a bracket or a unit that decide whether something was left unfilled."""

    unit_compounds: Annotated[
        tuple[str, ...],
        Doc(
            "量词后面跟着它，就是另一个词，前面的单个符号不算掩码：×次数",
            "what makes another word of a unit, so that a single sign before it is no mask: ×次数",
        ),
    ]
    drawn_after: Annotated[
        tuple[str, ...],
        Doc(
            "后面的符号是画上去的记号：打×、划×",
            "verbs behind which the sign is a mark that somebody drew: 打×, 划×",
        ),
    ]
    places: Annotated[
        tuple[str, ...],
        Doc(
            "“某”后面的行政区划：标题里的“某县某某局”是没有填的单位名称",
            "divisions named behind 某: in a title, 某县…局 is the name of the unit, not filled in",
        ),
    ]
    bodies: Annotated[
        tuple[str, ...],
        Doc("这样的单位名称的结尾", "how the name of such a unit ends"),
    ]
    not_bodies: Annotated[
        tuple[str, ...],
        Doc(
            "单位名称后面跟着它，说的是别的单位：某县医院的做法",
            "what follows the name where it is that of another unit: 某县医院的做法",
        ),
    ]
    conjunctions: Annotated[
        tuple[str, ...],
        Doc(
            "列举符号时用的连词：不得出现“××”和“XX”",
            "conjunctions between signs that are listed, not used",
        ),
    ]
    awards: Annotated[
        tuple[str, ...],
        Doc(
            "奖项、品牌名称的结尾，括号里是它的不算字段",
            "how the name of an award ends: no field in brackets",
        ),
    ]
    determiners: Annotated[
        tuple[str, ...],
        Doc(
            "单位前面有它就不缺数字，一个字：每次、各项、本次",
            "what needs no number behind it, of one character: 每次, 各项, 本次",
        ),
    ]
    name_endings: Annotated[
        tuple[str, ...],
        Doc(
            "所数事物名称的结尾，词典里没有整个名称时用：工作群、局务会",
            "how the names of counted things end that no dictionary has: 工作群, 局务会",
        ),
    ]
    before_large: Annotated[
        tuple[str, ...],
        Doc("“万元”“亿元”前面有它就是完整的数：超万元", "what makes a number of 万元 by itself: 超万元"),
    ]
    date_compounds: Annotated[
        tuple[str, ...],
        Doc(
            "“月”“日”后面跟着它就不是空着的日期：年 月均",
            "what follows 月 or 日 where no blank date is meant: 年 月均",
        ),
    ]
