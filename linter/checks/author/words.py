"""The word lists of the check `author`."""

from typing import Annotated, NamedTuple

from linter.schema.types import Doc, WordList


class Words(NamedTuple):
    """The word lists of the check."""

    places: Annotated[
        WordList,
        Doc(
            "单位名称里地名的末尾：县、镇、村、小学",
            "what the place in the name of a unit ends in: 县, 镇, 村, 小学",
        ),
    ]
    towns: Annotated[
        WordList,
        Doc(
            "其中同级、单位也同类的几种：乡、镇",
            "those of them of one rank, whose units are alike: 乡, 镇",
        ),
    ]
    bodies: Annotated[
        WordList,
        Doc(
            "其中自己就是单位的：小学；村、镇则要写明谁在做事",
            "those of them that are a body that works: 小学; a village is many people",
        ),
    ]
    no_places: Annotated[
        WordList,
        Doc(
            "写在地名的位置、不是地名的词：文明城市、农村社区、中心小学",
            "what stands where a place would and names none: 文明城市, 农村社区, 中心小学",
        ),
    ]
    not_subjects: Annotated[
        WordList,
        Doc(
            "紧接在单位名称之后、说明它不是做事的一方的词：的、和",
            "what tells, right behind the name of a unit, that it is not the one that acts: 的, 和",
        ),
    ]
    determiners: Annotated[
        WordList,
        Doc(
            "段首的它不是地名的开头：各、全县",
            "at the head of a paragraph these begin no name of a place: 各, 全县",
        ),
    ]
    organs: Annotated[
        WordList,
        Doc(
            "地名之后的机构，说明是这个地方在做事：党委",
            "organs behind the name of a place, which show that it acts: 党委",
        ),
    ]
    examples: Annotated[
        WordList,
        Doc(
            "句中有它，说的是别处的单位，不是漏改：典型、来校",
            "words of a sentence that is on a unit elsewhere, and not left over: 典型, 来校",
        ),
    ]
    together: Annotated[
        WordList,
        Doc(
            "句中有它，说的是两个单位之间的事：我、联合",
            "words of a sentence on what two units have to do with each other: 我, 联合",
        ),
    ]
    kinds: Annotated[
        WordList,
        Doc(
            "地名以外，单位名称的结尾：内科、局",
            "what the name of a unit ends in, where it is no place: 内科, 局",
        ),
    ]
    our_deeds: Annotated[
        WordList,
        Doc(
            "紧接在“我神经外科”之后，说自己做什么：要、全体",
            "right behind 我 and the name of a unit, what the writer's own does: 要, 全体",
        ),
    ]
    residents: Annotated[
        WordList, Doc("地名之后的人：群众、老人", "the people of a place, behind its name: 群众, 老人")
    ]
    voices: Annotated[
        WordList,
        Doc(
            "说众人怎么想的词：普遍反映、都希望",
            "what many people say: 普遍反映, 都希望",
        ),
    ]
    intentions: Annotated[
        WordList,
        Doc(
            "紧接在单位名称之后，说自己的打算：将继续",
            "right behind the name of a unit, what it will do: 将继续",
        ),
    ]
    shortcomings: Annotated[
        WordList,
        Doc(
            "紧接在单位名称之后，说自己的不足：的工作离",
            "right behind the name of a unit, its own shortcomings: 的工作离",
        ),
    ]
    contrasts: Annotated[
        WordList, Doc("单位名称之前的转折词：但、但是", "what may open a clause before a name: 但, 但是")
    ]
