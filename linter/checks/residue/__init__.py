"""Residue: what a web page, a chat assistant or a conversion left around the report.

One rule looks for one `kind`:

`web`         the page around the report: menu, path, "来源：… 浏览次数：…" under the title, links and
              copyright below it; in the report buttons, counters, "本文由…整理"
`chat`        what an assistant says before and after the text it wrote ("希望对您有帮助")
`title`       the title of a collection of samples ("…总结3篇")
`quote-mark`  a `>` that an extraction left before a paragraph; Markdown's quotations stay silent
`markup`      HTML entities and tags left in the text
`radicals`    radicals copied from a PDF in place of characters (⼯ for 工): one finding a file

Each line found is one match. `web` and `chat` look at the whole file, since residue lies mostly
outside the report; a sentence of the report that speaks of downloads is none, nor is what its author
says to the readers above the signature.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Annotated, Any, Literal, NamedTuple

from linter.checks.api import Find
from linter.checks.residue.frame import above_signature
from linter.checks.support.exclusions import exclusion_test, is_markdown
from linter.model.document import Block
from linter.model.finding import Match
from linter.model.outline import Context
from linter.schema.types import Doc, Pattern, WordLists
from linter.structure import line_types, web_lines
from linter.structure.outline import LineMatchers
from linter.text.numerals import DECIMAL
from linter.text.patterns import by_line, holds, union

HEAD, TAIL = 4, 8
"""How many blocks at the beginning and end of the file are searched for an assistant's words."""

MANUAL_ZH = """
网页、对话助手或格式转换留在报告前后的内容。

一条规则查一类 `kind`：

`web`         报告四周的网页：菜单、路径、标题下的“来源：… 浏览次数：…”、文后的链接和版权；
              报告里的按钮、计数、“本文由…整理”
`chat`        对话助手在正文前后说的话（“希望对您有帮助”）
`title`       范文合集的标题（“…总结3篇”）
`quote-mark`  提取文字时留在段首的 `>`；Markdown 的引用不算
`markup`      留在文字里的 HTML 实体和标签
`radicals`    从 PDF 粘来、代替汉字的部首字（⼯，应为工）：一个文件报一处

找到的每一行是一处。`web` 和 `chat` 查整个文件，因为残留多在报告之外；报告里说到下载的句子不算，
落款之前作者对读者说的话也不算。
"""

VALUES = ("count", "radicals")


class Options(NamedTuple):
    """The keys of `with:`, and the word lists by which lines are recognised."""

    line_types: Annotated[line_types.Words, WordLists]
    web_lines: Annotated[web_lines.Words, WordLists]
    kind: Annotated[
        Literal["web", "chat", "title", "quote-mark", "markup", "radicals"],
        Doc("要找的一类残留，见本页开头", "the kind of residue, see the head of this page"),
    ]
    lines: Annotated[tuple[Pattern, ...], Doc("短行中出现即算的写法", "what makes a short line residue")] = ()
    anywhere: Annotated[
        tuple[Pattern, ...], Doc("在任何一行出现都算的写法", "what makes any line residue")
    ] = ()
    openings: Annotated[
        tuple[Pattern, ...],
        Doc("文首的对话用语，之前的行一并算", "what opens a chat's answer; lines before it count too"),
    ] = ()
    closings: Annotated[
        tuple[Pattern, ...],
        Doc(
            "文末的客套话，落款之前的不算；对话用语之后的行一并算",
            "what a page or a chat says at the end, not above a signature; lines behind a chat's count too",
        ),
    ] = ()
    unless: Annotated[
        tuple[Pattern, ...], Doc("含有这些写法的行不算", "lines that hold one of these are no residue")
    ] = ()
    short: Annotated[
        int, Doc("多少字以内算短行", "the longest line, in characters, that counts as short")
    ] = 45


def build(options: Options) -> Find:
    """Prepare the finder of one kind of residue."""
    finders = {
        "web": _web,
        "chat": _chat,
        "title": _title,
        "quote-mark": _quote_marks,
        "markup": _markup,
        "radicals": _radicals,
    }
    return finders[options.kind](options)


def _web(options: Options) -> Find:
    from linter.checks.residue.web import LinePatterns, by_place, by_words

    match = LineMatchers(line_types.prepare(options.line_types), web_lines.prepare(options.web_lines))
    patterns = LinePatterns(options.lines, options.anywhere, options.closings)
    worded, placed = by_words(patterns, options.short, match), by_place(match)

    def find(context: Context) -> Iterator[Match]:
        blocks = context.document.blocks
        for index in sorted(worded(context) | placed(context)):
            yield Match(blocks[index].start, blocks[index].end)

    return find


def _chat(options: Options) -> Find:
    openings, closings = by_line(options.openings), by_line(options.closings)

    def find(context: Context) -> Iterator[Match]:
        text, blocks = context.document.text, context.document.blocks

        head = _saying(openings, text, blocks, 0, min(HEAD, len(blocks)))
        signed = above_signature(context)
        tail = _saying(closings, text, blocks, max(0, len(blocks) - TAIL), len(blocks))
        tail = [index for index in tail if index not in signed]
        found = {*head, *tail}
        if head and context.parts:
            found.update(range(min(head[-1], context.parts[0].first_block)))
        if tail:
            found.update(range(tail[0] - _introduces(text, blocks, tail[0] - 1), tail[0]))
            found.update(i for i in range(tail[0] + 1, len(blocks)) if _continues(text, blocks, i, found))
        for index in sorted(found):
            yield Match(blocks[index].start, blocks[index].end)

    return find


def _saying(pattern: Any, text: str, blocks: Sequence[Block], first: int, end: int) -> list[int]:
    """The indices of the blocks from `first` to `end` in which a pattern is found."""
    if first >= end or not holds(pattern, text[blocks[first].start : blocks[end - 1].end]):
        return []
    return [i for i in range(first, end) if holds(pattern, text[blocks[i].start : blocks[i].end])]


def _introduces(text: str, blocks: Sequence[Block], index: int) -> bool:
    """Whether a short line ends in a colon: the heading of what the assistant suggests."""
    if index < 0:
        return False
    words = text[blocks[index].start : blocks[index].end].rstrip("* ")
    return len(words) < 30 and words.endswith(("：", ":"))


def _continues(text: str, blocks: Sequence[Block], index: int, found: set[int]) -> bool:
    """Whether a line behind an assistant's words goes on with them: it says "you", or is listed."""
    words = text[blocks[index].start : blocks[index].end]
    if "您" in words or "你" in words:
        return True
    listed = words.lstrip()[:1] in "-*•·" + DECIMAL
    return listed and index - 1 in found and _is_listing(text, blocks[index - 1])


def _is_listing(text: str, block: Block) -> bool:
    """Whether a line introduces a list or is an item of one."""
    words = text[block.start : block.end].strip()
    return words.rstrip("* ").endswith(("：", ":")) or words[:1] in "-*•·" + DECIMAL


def _title(options: Options) -> Find:
    line, unless = union(options.lines), union(options.unless)

    def find(context: Context) -> Iterator[Match]:
        text = context.document.text
        for block in context.document.blocks[:2]:
            words = text[block.start : block.end].strip()
            if len(words) <= options.short and holds(line, words) and not holds(unless, words):
                yield Match(block.start, block.end)

    return find


_QUOTE = r"[ \t\u3000]*(?:[>＞]|&gt;)+"


def _quote_marks(options: Options) -> Find:
    def find(context: Context) -> Iterator[Match]:
        document = context.document
        text = document.text
        if ">" not in text and "＞" not in text and "&gt;" not in text:
            return
        if document.format == "markdown" or is_markdown(text):
            return
        for block in document.blocks:
            match = re.compile(_QUOTE).match(text, block.start, block.end)
            if match:
                yield Match(match.start(), match.end())

    return find


_ENTITY = r"&(?:[a-zA-Z]{2,8}|#\d{2,5}|#x[0-9a-fA-F]{2,5});"
_TAG = r"|</?(?:p|br|div|span|font|strong|b|a|img|table|tr|td|center|h[1-6])(?:\s[^<>\n]*)?/?>"


def _markup(options: Options) -> Find:
    def find(context: Context) -> Iterator[Match]:
        document = context.document
        text = document.text
        if "&" not in text and "<" not in text:
            return
        tags = document.format != "markdown" and not is_markdown(text)
        pattern = re.compile(_ENTITY + (_TAG if tags else ""), re.IGNORECASE)
        is_excluded = exclusion_test(document)
        for block in document.blocks:
            for match in pattern.finditer(text, block.start, block.end):
                if not is_excluded(*match.span()):
                    yield Match(*match.span())
                    break

    return find


def _radicals(options: Options) -> Find:
    def find(context: Context) -> Iterator[Match]:
        if any(mark.kind == "radicals" for mark in context.document.marks):
            from linter.checks.residue.radicals import radicals

            yield from radicals(context)

    return find
