"""Words and clauses written twice in a row.

One rule looks for some `kinds`:

`particle`  的的, 了了, 和和 …: a particle typed twice, which is none in 目的的, 进行了了解, 和和平
`word`      two to ten characters and the same again: 进一步进一步, 落实落实. Characters that Chinese
            doubles are left alone: 一步一步, 研究研究 and other verbs of `doubled`, names, numbers
`clause`    a clause of four characters or more that stands twice in a row

The repeat is reported, and the suggestion is to write it once. Table cells, titles of books and quoted
code are not looked at.
"""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Annotated, Literal, NamedTuple

from linter.checks import Doc, Find, SectionId
from linter.checks._compiled import compiled
from linter.model import Draft, Match, Text
from linter.scope import Scope, code, texts, touches
from linter.text.characters import HAN, is_han
from linter.text.numerals import DOUBLED
from linter.text.sentences import CLAUSE_ENDS, COMMON_CLAUSE_ENDS, enclosed

MANUAL_ZH = """
接连写了两遍的字词和分句。

一条规则查若干种（`kinds`）：

`particle`  “的的”“了了”“和和”：虚词多打了一个；“目的的”“进行了了解”“和和平”不算
`word`      二至十个字紧接着又写一遍：“进一步进一步”“落实落实”；汉语本来可以重叠的不算：“一步一步”、
            “研究研究”等 `doubled` 里的动词、人名、数字
`clause`    四个字以上的分句接连写了两遍

报在重复的文字上，建议只写一遍。表格、书名号之内和引用的代码不查。
"""

Kind = Literal["particle", "word", "clause"]

_BEFORE = {
    "的": "目中端标鹄之", "了": "不末未明为终", "和": "暖谐柔温平附应调饱中共", "与": "参给授赠赋",
    "及": "以涉波普顾遍", "在": "存所实潜内外现正", "是": "于但可只还总就要正凡都也不",
    "对": "面相应针核校反绝敌配", "为": "成作认行分称以因改更较转定视列尤极最变化是设评授命名",
    "从": "服顺听跟随遵盲", "由": "自理缘事来", "将": "即必行终", "等": "平同相高中初劣上下优均对何",
    "并": "合兼", "于": "关对由等至低高位属处在基优大小善勇敢忠甘限出鉴缘",
}  # fmt: skip
"""Characters that make a word with the first of two: 目的|的."""
_BEHIND = {
    "的": "确士卢", "了": "解结却断事案望当然如之", "和": "平谐解睦气好善缓美蔼田县顺静声服",
    "与": "会其否此时人日世众", "及": "时早格其第至", "在": "于场编校职岗册线位建此握乎意家", "是": "否非",
    "对": "象口策话照接比外内方手应待抗联标立症换称付准冲峙等账此其于", "把": "握关控手脉",
    "为": "民了人何此期止首主由数难伍师您他我各其全中国实农", "被": "动告子迫",
    "从": "严事而来此优容业前重快紧头根源", "由": "于此来衷", "将": "军来要领士近会",
    "等": "级待候同于额差方", "并": "且轨列存网购举入行联非不", "于": "是",
}  # fmt: skip
"""Characters that make a word with the second of two: 了|了解."""
_PARTICLE = f"([{''.join(_BEHIND)}])\\1+"
_WORD = rf"([{HAN}]{{2,10}}?)\1+"
_CLAUSE = (
    rf"(?:^|(?<=[{CLAUSE_ENDS}]))([^{CLAUSE_ENDS}\s“”《》（）]{{4,60}})"
    rf"[{COMMON_CLAUSE_ENDS}、]\1(?=[{CLAUSE_ENDS}\n]|$)"
)
_LONG = 4
_SUFFIXES = "制书化性者员级率类型人区期法表单长部会局处院校网户牌岗令状"
"""Characters that make the second of two the head of another word: 主体责任|责任制, 党的建设|建设者."""


_DOUBLED = (
    "研究", "讨论", "学习", "商量", "考虑", "休息", "整理", "打扫", "活动", "了解", "介绍", "参考", "交流",
    "沟通", "锻炼", "总结", "反思", "琢磨", "观察", "体验", "感受", "放松", "调整", "适应", "检查", "收拾",
    "准备", "照顾", "帮助", "教育", "表扬", "分析", "比较", "非常", "特别", "许多", "好多", "很多", "彼此",
    "谢谢", "某某", "加油", "努力", "注意", "仔细", "慢慢", "常常", "时时", "处处", "天天", "年年",
)  # fmt: skip


class Options(NamedTuple):
    """What is looked for, and what is none."""

    kinds: Annotated[
        tuple[Kind, ...], Doc("查哪几种：虚词、词语、分句", "which kinds: particle, word, clause")
    ] = ("particle", "word", "clause")
    doubled: Annotated[tuple[str, ...], Doc("本来可以重叠的词语", "words that may be doubled")] = _DOUBLED
    scope: Annotated[Scope, Doc("查找范围", "where to look")] = "document"
    section: Annotated[SectionId, Doc("只看这一部分", "look at this section only")] = SectionId("")


def build(options: Options) -> Find:
    """Judge the wording of one draft."""
    allowed = frozenset(options.doubled)
    searches = [search for kind, search in _SEARCHES.items() if kind in options.kinds]

    def find(draft: Draft) -> Iterator[Match]:
        for text in texts(draft, options.scope, options.section):
            for search in searches:
                for start, end, once in search(text.text, allowed):
                    span = text.place(start, end)
                    if span and not touches(span, [*code(draft), *_cells(draft)]):
                        yield Match(*span, _message(text.text[start:end], once), suggestion=once)

    return find


def _cells(draft: Draft) -> Iterator[tuple[int, int]]:
    return ((block.start, block.end) for block in draft.document.blocks if block.kind == "cell")


def _message(twice: str, once: str) -> Text:
    return Text(f"“{once}”写重了", f'"{once}" is written twice in a row')


Found = Iterator[tuple[int, int, str]]


def _particles(text: str, allowed: frozenset[str]) -> Found:
    for match in compiled(_PARTICLE).finditer(text) if any(char * 2 in text for char in _BEHIND) else ():
        start, end = match.span()
        char = match[1]
        before, behind = text[start - 1 : start], text[end : end + 1]
        if end - start == 2 and (
            not is_han(before) or before in _BEFORE.get(char, "") or behind in _BEHIND[char]
        ):
            continue
        yield start, end, char


def _words(text: str, allowed: frozenset[str]) -> Found:
    for match in compiled(_WORD).finditer(text) if _may_double(text) else ():
        start, end = match.span()
        once = match[1]
        if once in allowed or len(set(once)) == 1 or once[0] in DOUBLED or _is_title(text, start, end):
            continue
        if end - start == 2 * len(once) and text[end : end + 1] and text[end] in _SUFFIXES:
            continue
        yield start, end, once


def _may_double(text: str) -> bool:
    """Whether some two to ten Chinese characters stand twice in a row.

    A text shifted by n characters and laid over itself (exclusive or) shows zeros where it repeats. For a
    report this takes a fifth of the time that the back-reference does.
    """
    units = compiled(f"[^{HAN}]+").sub("\n", text).encode("utf-16-le")
    number = int.from_bytes(units, "little")
    return any(
        bytes(2 * shift) in (number ^ (number >> 16 * shift)).to_bytes(len(units), "little")[: -2 * shift]
        for shift in range(2, 11)
    )


def _is_title(text: str, start: int, end: int) -> bool:
    """Whether the stretch lies within 《》."""
    return enclosed(text, start, "《", "》") and "》" in text[end : end + 60]


def _clauses(text: str, allowed: frozenset[str]) -> Found:
    clauses = text
    for mark in CLAUSE_ENDS:
        clauses = clauses.replace(mark, "\n")
    if not any(one == other for one, other in pairwise(clauses.split("\n")) if len(one) >= _LONG):
        return
    for match in compiled(_CLAUSE, re.MULTILINE).finditer(text):
        yield *match.span(), match[1]


_SEARCHES: dict[str, Callable[[str, frozenset[str]], Found]] = {
    "particle": _particles,
    "word": _words,
    "clause": _clauses,
}
