"""Words and clauses written twice in a row.

One rule looks for some `kinds`:

`particle`  的的, 了了, 和和 …: a particle typed twice, which is none in 目的的, 进行了了解, 和和平
`word`      two to ten characters and the same again: 进一步进一步, 落实落实. Characters that Chinese
            doubles are left alone: 一步一步, 研究研究 and other words of the list `doubled`, names, numbers
`clause`    a clause of four characters or more that stands twice in a row

The repeat is reported, and the suggestion is to write it once. Table cells, titles of books and quoted
code are not looked at.
"""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Annotated, Literal, NamedTuple

from linter.checks.api import Find
from linter.checks.support.compiled import compiled
from linter.checks.support.scope import Scope, code, scoped_texts, touches
from linter.model.finding import Match
from linter.model.message import Message
from linter.model.outline import Context
from linter.schema.types import Doc, SectionId, WordLists
from linter.text.characters import HAN, is_han
from linter.text.numerals import DOUBLED
from linter.text.sentences import CLAUSE_ENDS, COMMON_CLAUSE_ENDS, enclosed

MANUAL_ZH = """
接连写了两遍的字词和分句。

一条规则查若干种（`kinds`）：

`particle`  “的的”“了了”“和和”：虚词多打了一个；“目的的”“进行了了解”“和和平”不算
`word`      二至十个字紧接着又写一遍：“进一步进一步”“落实落实”；汉语本来可以重叠的不算：“一步一步”、
            “研究研究”等词表 `doubled` 里的词语、人名、数字
`clause`    四个字以上的分句接连写了两遍

报在重复的文字上，建议只写一遍。表格、书名号之内和引用的代码不查。
"""

Kind = Literal["particle", "word", "clause"]

_WORD = rf"([{HAN}]{{2,10}}?)\1+"
_CLAUSE = (
    rf"(?:^|(?<=[{CLAUSE_ENDS}]))([^{CLAUSE_ENDS}\s“”《》（）]{{4,60}})"
    rf"[{COMMON_CLAUSE_ENDS}、]\1(?=[{CLAUSE_ENDS}\n]|$)"
)
_LONG = 4
"""The shortest clause that is looked for, in characters."""


class Words(NamedTuple):
    """The word lists of the check, which tell a slip from what Chinese doubles."""

    particles: Annotated[
        tuple[str, ...],
        Doc("容易多打一遍的虚词，一个字", "particles that are easily typed twice, of one character"),
    ]
    particle_words: Annotated[
        tuple[str, ...],
        Doc(
            "以虚词开头或结尾的词，其中的虚词不算写重：目的、了解",
            "words that begin or end with a particle, which is none there: 目的, 了解",
        ),
    ]
    doubled: Annotated[
        tuple[str, ...], Doc("本来可以重叠的词语：研究研究", "words that may stand twice in a row: 研究研究")
    ]
    suffixes: Annotated[
        tuple[str, ...],
        Doc(
            "使第二个词成为另一个词的词尾：主体责任责任制",
            "endings that make the second of two another word: 主体责任|责任制",
        ),
    ]


class Options(NamedTuple):
    """The keys of `with:`, and the word lists that the check uses."""

    words: Annotated[Words, WordLists]
    kinds: Annotated[
        tuple[Kind, ...], Doc("查哪几种：虚词、词语、分句", "which kinds: particle, word, clause")
    ] = ("particle", "word", "clause")
    scope: Annotated[Scope, Doc("查找范围", "where to look")] = "document"
    section: Annotated[SectionId, Doc("只看这一部分", "look at this section only")] = SectionId("")


Search = Callable[[str], Iterator[tuple[int, int, str]]]
"""Gives the start and end of each repeat in a text, and what it repeats."""


def build(options: Options) -> Find:
    """Prepare the searches for the kinds that a rule names."""
    kinds: dict[str, Callable[[Words], Search]] = {"particle": _particles, "word": _words, "clause": _clauses}
    searches = [search(options.words) for kind, search in kinds.items() if kind in options.kinds]

    def find(context: Context) -> Iterator[Match]:
        for text in scoped_texts(context, options.scope, options.section):
            for search in searches:
                for start, end, once in search(text.text):
                    span = text.place(start, end)
                    if span and not touches(span, [*code(context), *_cells(context)]):
                        yield Match(*span, _message(text.text[start:end], once), suggestion=once)

    return find


def _cells(context: Context) -> Iterator[tuple[int, int]]:
    return ((block.start, block.end) for block in context.document.blocks if block.kind == "cell")


def _message(twice: str, once: str) -> Message:
    return Message(f"“{once}”写重了", f'"{once}" is written twice in a row')


def _particles(words: Words) -> Search:
    twice = [particle * 2 for particle in words.particles]
    pattern = "|".join(f"{re.escape(particle)}{{2,}}" for particle in words.particles)

    def search(text: str) -> Iterator[tuple[int, int, str]]:
        for match in compiled(pattern).finditer(text) if any(each in text for each in twice) else ():
            start, end = match.span()
            if end - start == 2 and (
                not is_han(text[start - 1 : start])
                or text.endswith(words.particle_words, 0, start + 1)
                or text.startswith(words.particle_words, start + 1)
            ):
                continue
            yield start, end, text[start]

    return search


def _words(words: Words) -> Search:
    allowed = frozenset(words.doubled)

    def search(text: str) -> Iterator[tuple[int, int, str]]:
        for match in compiled(_WORD).finditer(text):
            start, end = match.span()
            once = match[1]
            if once in allowed or len(set(once)) == 1 or once[0] in DOUBLED or _is_title(text, start, end):
                continue
            if end - start == 2 * len(once) and text.startswith(words.suffixes, end):
                continue
            yield start, end, once

    return search


def _is_title(text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]` lies within 《》."""
    return enclosed(text, start, "《", "》") and "》" in text[end : end + 60]


def _clauses(words: Words) -> Search:
    def search(text: str) -> Iterator[tuple[int, int, str]]:
        clauses = text
        for mark in CLAUSE_ENDS:
            clauses = clauses.replace(mark, "\n")
        if not any(one == other for one, other in pairwise(clauses.split("\n")) if len(one) >= _LONG):
            return
        for match in compiled(_CLAUSE, re.MULTILINE).finditer(text):
            yield *match.span(), match[1]

    return search
