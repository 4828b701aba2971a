"""Text that must not be there, must be there, or is better put another way.

`forbid` reports every match. `require` reports each report in which none of the patterns is
found; a report without the section named by `section` is left to the rule that asks for it.
`prefer` reports every match of `from` and suggests `to`, where `\\1` stands for the first group.

The patterns are those of RE2: no look-around and no back-references. What look-around is wanted
for is given by `unless`: a match that touches a match of `unless` does not count. With `apart` no match of
`prefer` counts that the end of one word and the head of the next make (公布|署名). `^` and `$` are
the start and the end of a paragraph (of a heading, of the title). Code, addresses
and paths are not looked at.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Annotated, Any, NamedTuple

from linter.checks.api import Find
from linter.checks.support.matching import Unless, matches
from linter.checks.support.scope import InScope, InSection, ScopedText, head, scoped_text, scoped_texts
from linter.checks.support.words import crosses_words
from linter.model.finding import Match
from linter.model.message import Message
from linter.model.outline import Context
from linter.schema.types import Doc, Key, Pattern, SectionId
from linter.text.characters import has
from linter.text.needed import needed, needed_by_all
from linter.text.patterns import by_line, compile

MANUAL_ZH = """
不得出现、必须出现或有更好写法的文字。

`forbid` 报出每一处匹配。`require` 报出一处匹配也没有的报告；指定了 `section` 而报告没有这一部分的，由要求
这一部分的规则去报。`prefer` 报出 `from` 的每一处匹配并建议改为 `to`，其中 `\\1` 代表第一组。

正则用 RE2 的写法：没有环视，没有反向引用。想用环视排除的，写进 `unless`：与 `unless` 的匹配相交的不算。
给了 `apart`，前一个词的词尾和后一个词的词头凑成的（公布|署名），`prefer` 不算。
`^` 和 `$` 是一段（一个标题）的开头和结尾。代码、网址和路径不查。
"""


class Preference(NamedTuple):
    """One wording and the better one."""

    wording: Annotated[Pattern, Key("from"), Doc("不提倡的写法（正则）", "pattern of the wording to replace")]
    better: Annotated[
        str, Key("to"), Doc("建议的写法，\\1 为第一组", "what to put instead; \\1 is the first group")
    ]


class Options(NamedTuple):
    """What to look for, and where."""

    forbid: Annotated[tuple[Pattern, ...], Doc("不得出现", "must not be there")] = ()
    require: Annotated[
        tuple[Pattern, ...], Doc("每份报告至少出现一个", "one of these must be in each report")
    ] = ()
    prefer: Annotated[tuple[Preference, ...], Doc("提倡的写法", "better wordings")] = ()
    unless: Unless = ()
    apart: Annotated[
        bool,
        Doc(
            "前一个词的词尾和后一个词的词头凑成的匹配不算：“公布署名文章”里的“布署”",
            "the end of one word and the head of the next are no match of `prefer`: 布署 in 公布|署名",
        ),
    ] = False
    scope: InScope = "document"
    section: InSection = SectionId("")


def validate(options: Options) -> Iterator[tuple[str, Message]]:
    """A rule needs something to look for, and `prefer` may refer only to groups that exist."""
    if not (options.forbid or options.require or options.prefer):
        zh = "forbid、require、prefer 至少要有一项"
        yield "with", Message(zh, "needs one of forbid, require and prefer")
    for wording, better in options.prefer:
        groups = compile(wording).groups
        if any(int(number) > groups for number in re.findall(r"\\(\d)", better)):
            zh, en = (
                f"“{better}”引用的组在“{wording}”里没有",
                f"'{better}' names a group that '{wording}' does not have",
            )
            yield "prefer", Message(zh, en)


def needs(options: Options) -> tuple[str, ...]:
    """The words that the patterns need; what is required may be missing anywhere."""
    if options.require:
        return ()
    return needed_by_all((*options.forbid, *(wording for wording, _ in options.prefer)))


def build(options: Options) -> Find:
    """Compile the patterns; the function returned searches one document."""
    forbidden = by_line(options.forbid)
    required = by_line(options.require)
    unless = by_line(options.unless)
    pattern_of = cache(lambda wording: by_line([wording]))

    def pairs(text: str) -> Iterator[tuple[Any, str]]:
        folded = text.casefold()
        for wording, better in options.prefer:
            words = needed(wording)
            if not words or has(folded, words):
                yield pattern_of(wording), better

    def find(context: Context) -> Iterator[Match]:
        if forbidden or options.prefer:
            for text in scoped_texts(context, options.scope, options.section):
                for span, _ in matches(context, text, forbidden, unless):
                    yield Match(*span)
                if options.prefer:
                    found = _better(context, text, pairs(text.text), unless)
                    yield from _apart(context, found) if options.apart else found
        if required:
            for index, part in enumerate(context.parts):
                place = scoped_text(context, index, options.scope, options.section)
                if place is None and options.section:
                    continue
                if place is None or not any(matches(context, place, required, unless)):
                    yield Match(*head(context, part), part=index)

    return find


def _apart(context: Context, found: Iterable[Match]) -> Iterator[Match]:
    """The matches that are not made of the ends of two words."""
    for match in found:
        if not crosses_words(context.document.text, match.start, match.end):
            yield match


def _better(
    context: Context, text: ScopedText, pairs: Iterable[tuple[Any, str]], unless: Any | None
) -> Iterator[Match]:
    for pattern, better in pairs:
        for span, match in matches(context, text, pattern, unless):
            suggestion = _expand(better, match)
            if suggestion != match.group():
                yield Match(*span, values={"suggestion": suggestion}, suggestion=suggestion)


def _expand(better: str, match: Any) -> str:
    """`better` with its groups filled from a match; RE2's own `expand` garbles what is not ASCII."""
    return re.sub(r"\\(\d)", lambda number: match.group(int(number[1])) or "", better)
