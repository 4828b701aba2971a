"""Characters, words and clauses written twice in a row.

One rule looks for some `kinds`:

`particle`   的的, 了了, 和和 …: a particle typed twice, which is none in 目的的, 进行了了解, 和和平
`character`  a character typed twice beside a word that has it: 加强强, 落落实, 进一步步; none in 市县县长,
             件件, 一步步, names. A unit: 12.6万万元, 2023年年3月. The end of a line and the next one's head
`word`       two to ten characters and the same again: 进一步进一步, 落实落实. What Chinese doubles is left
             alone: 一步一步, 研究研究 and other words of the list `doubled`, 大学大学生, “这个这个”,
             10人10人地; not 32名32名
`clause`     a clause of four characters or more that stands twice in a row
`english`    the the and other function words of English

Which characters make a word is told by a dictionary. The repeat is reported, and the suggestion is to write
it once. Table cells, titles of books, code, addresses and paths are not looked at.
"""

from collections.abc import Iterator
from typing import Annotated, Literal, NamedTuple

from linter.checks.api import Find
from linter.checks.repetition.characters import characters, particles
from linter.checks.repetition.phrases import clauses, doubled_words, latin_words
from linter.checks.repetition.units import amounts, line_ends, units
from linter.checks.repetition.words import Repeat, Search, Words
from linter.checks.support.exclusions import prose_test
from linter.checks.support.scope import InScope, InSection, scoped_texts, touches
from linter.model.finding import Match
from linter.model.message import Message
from linter.model.outline import Context
from linter.schema.types import Doc, SectionId, WordLists
from linter.text.characters import has

MANUAL_ZH = """
接连写了两遍的字、词和分句。

一条规则查若干种（`kinds`）：

`particle`   “的的”“了了”“和和”：虚词多打了一个；“目的的”“进行了了解”“和和平”不算
`character`  词里已有的字又多打了一个：“加强强”“落落实”“进一步步”；“市市场监管局”“件件”“一步步”和人名不算。
             多打的单位：“12.6万万元”“2023年年3月”。上一行末尾与下一行开头重了的字
`word`       二至十个字紧接着又写一遍：“进一步进一步”“落实落实”；汉语本来可以重叠的不算：“一步一步”、
             “研究研究”等词表 `doubled` 里的词语、“大学大学生”、引号里的“这个这个”、“两个两个”。数字连同
             单位：“32名32名”
`clause`     四个字以上的分句接连写了两遍
`english`    “the the”等英文虚词

哪些字成词，由词典判断。报在重复的文字上，建议只写一遍。表格、书名号之内、代码、网址和路径不查。
"""

_NOTE = 8
"""How many characters behind a slip tell that it is quoted as it stands: [sic], （原文如此）."""

Kind = Literal["particle", "character", "word", "clause", "english"]


def _character(words: Words, text: str) -> Iterator[Repeat]:
    yield from characters(words, text)
    yield from units(words, text)
    yield from line_ends(text)


def _word(words: Words, text: str) -> Iterator[Repeat]:
    yield from doubled_words(words, text)
    yield from amounts(words, text)


_SEARCHES: dict[Kind, Search] = {
    "particle": particles,
    "character": _character,
    "word": _word,
    "clause": clauses,
    "english": latin_words,
}


class Options(NamedTuple):
    """The keys of `with:`, and the word lists that the check uses."""

    words: Annotated[Words, WordLists]
    kinds: Annotated[
        tuple[Kind, ...],
        Doc(
            "查哪几种：虚词、字、词语、分句、英文", "which kinds: particle, character, word, clause, english"
        ),
    ] = ("particle", "character", "word", "clause", "english")
    scope: InScope = "document"
    section: InSection = SectionId("")


def build(options: Options) -> Find:
    """Prepare the searches for the kinds that a rule names."""
    searches = [_SEARCHES[kind] for kind in _SEARCHES if kind in options.kinds]

    def find(context: Context) -> Iterator[Match]:
        is_prose = prose_test(context.document)
        cells = [(block.start, block.end) for block in context.document.blocks if block.kind == "cell"]
        for text in scoped_texts(context, options.scope, options.section):
            for search in searches:
                for start, end, once, fixable in search(options.words, text.text):
                    span = text.place(start, end)
                    quoted = has(text.text[end : end + _NOTE], options.words.as_written)
                    if span and not quoted and is_prose(*span) and not touches(span, cells):
                        yield Match(*span, _message(once), suggestion=once if fixable else None)

    return find


def _message(once: str) -> Message:
    return Message(
        f"“{once}”接连写了两遍，删去一个", f'"{once}" is written twice in a row: take one of them out'
    )
