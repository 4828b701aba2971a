"""The word lists of the check `repetition`, and what its searches give."""

from collections.abc import Callable, Iterator
from typing import Annotated, NamedTuple

from linter.schema.types import Doc, WordList


class Words(NamedTuple):
    """The word lists of the check, which tell a slip from what a language doubles."""

    particles: Annotated[
        WordList, Doc("容易多打一遍的虚词，一个字", "particles that are easily typed twice, of one character")
    ]
    free: Annotated[
        WordList,
        Doc(
            "常单独成词的字，旁边的词有同一个字也不算写重：市|市场监管局",
            "characters that are often words of their own, beside a word that has them, too: 市|市场监管局",
        ),
    ]
    doubled: Annotated[
        WordList, Doc("本来可以重叠的词语：研究研究", "words that may stand twice in a row: 研究研究")
    ]
    free_verbs: Annotated[
        WordList,
        Doc(
            "常单独作动词的字，跟在词后不算写重：自查|查出",
            "characters that are often verbs of their own, behind a word that ends with them: 自查|查出",
        ),
    ]
    no_objects: Annotated[
        WordList,
        Doc(
            "不作宾语的名词，它前面的字不是单独的动词，是写重：检查查力度",
            "nouns that are no objects: before one a character of `free_verbs` is too many, 检查查力度",
        ),
    ]
    of_each: Annotated[
        WordList,
        Doc(
            "重叠的量词后面、说“每一个都”的字：来信件件有着落",
            "what follows a measure word that is doubled for each of them: 来信件件有着落",
        ),
    ]
    each_time: Annotated[
        WordList,
        Doc(
            "写了两遍的数量后面、说“每次这么多”的字：10人10人分批入场",
            "what follows an amount that stands twice for so many each time: 10人10人分批入场",
        ),
    ]
    bound: Annotated[
        WordList,
        Doc(
            "不单独成词的字，跟在以它结尾的词后面就是写重，后面接一个字也算：贯彻|彻|新理念",
            "characters that are no words by themselves, and too many behind a word that ends with them",
        ),
    ]
    openers: Annotated[
        WordList,
        Doc(
            "句首也不会重叠的虚词：由由；在在、对对、把把关可以",
            "particles that are not doubled at the head of a clause, as 在在 is",
        ),
    ]
    leading: Annotated[
        WordList,
        Doc(
            "两个虚字连用、引出下文的，写了两遍就是写重：将于将于9月",
            "two particles that lead to what follows, and are never doubled: 将于将于9月",
        ),
    ]
    opened: Annotated[
        WordList,
        Doc(
            "以虚词开头、词典里没有或切不出来的词，前面再有这个虚词不算写重：为了|了却",
            "words that open with a particle and that the dictionary lacks, or parts wrongly: 为了|了却",
        ),
    ]
    persons: Annotated[
        WordList,
        Doc(
            "说一个人是什么的词的末字，后面以姓开头、末字重了的词是人名：志愿者甘露露",
            "what ends the word for who a person is, before a name: 志愿者甘露露",
        ),
    ]
    places: Annotated[
        tuple[str, ...],
        Doc(
            "政府之前的地名末字，写了两个就是写重：青砚镇镇人民政府",
            "what ends the name of a place, once, before its government: 镇",
        ),
    ]
    governments: Annotated[
        tuple[str, ...], Doc("地名之后的政府名称：人民政府", "names of governments behind a place: 人民政府")
    ]
    as_written: Annotated[
        tuple[str, ...],
        Doc(
            "紧跟在重字之后、说照录原文的话：（原文如此）",
            "what tells, right behind it, that a slip is quoted as it stands: [sic]",
        ),
    ]
    whose: Annotated[
        tuple[str, ...],
        Doc(
            "地名之前、使两个字不算写重的词：全县县人民政府",
            "words that make two of them right: 全县县人民政府",
        ),
    ]
    in_pairs: Annotated[
        WordList,
        Doc("成对的人和物，“对对新人”不是写重", "who comes in pairs: 对对新人 is no slip"),
    ]


class Repeat(NamedTuple):
    """A span of a text that repeats something."""

    start: int
    end: int
    once: str
    """What it repeats."""
    fixable: bool = True
    """Whether to write it once is to mend it: not where a line ends within."""


Search = Callable[[Words, str], Iterator[Repeat]]
"""Gives the repeats in a text."""
