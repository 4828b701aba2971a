"""Residue: what a web page, a chat assistant or a conversion left around the report.

One rule looks for one `kind`:

`web`         the page around the report: menu, path, "来源：… 浏览次数：…" under the title, links and
              copyright below it; in the report buttons, counters, "本文由…整理"
`chat`        what an assistant says before and after the text it wrote ("希望对您有帮助")
`title`       the title of a collection of samples ("…总结3篇")
`quote-mark`  a `>` that an extraction left before a paragraph; Markdown's quotations stay silent
`stray-mark`  ` ' or . that a site scattered behind 的 (部位的.巡查)
`markup`      HTML entities and tags left in the text; Markdown may hold them
`markdown`    ###, **bold**, tables and fences of an assistant in a document that is no Markdown. A plain text
              with a title or links in Markdown is written so on purpose
`sign`        signs that nobody typed, by patterns: an assistant's citation (【4†source】), a character
              lost in a conversion (\ufffd)
`encoding`    text that was read in another encoding (姘翠綅 for 水位, \\u6c34\\u4f4d, %E6%B0%B4), with what
              it was; and, by patterns, what cannot be restored
`line-break`  a paragraph that breaks off amid a sentence, which the next one goes on with; `lines` are
              words in which no sentence ends
`label`       标题：, 主题： and 正文： of a form or mail: `lines` at the head of a file, `anywhere` alone on
              a line, `closings` with words behind, where one of these stands alone as well
`message`     a message of a chat (小林 16:42 and what he wrote), by patterns of its first line
`address`     addresses, by patterns of what is wrong in them: test@test.com, ?utm_source=
`link`        links of Markdown, by patterns of where they lead: [制度](链接待补), [附件]()
`invisible`   characters of no width, marks of direction, soft hyphens, control characters. One finding a
              paragraph
`no-break-space`  spaces of a web page beside Chinese. One finding a paragraph
`unsettled`   comments, tracked changes and hidden text in a file of Word or OpenDocument, with their number
`radicals`    radicals copied from a PDF in place of characters (⼯ for 工): one finding a file
`private-sign`  signs of a symbol font that came along as codes for private use: one finding a file

Each line found is one match. `web` and `chat` look at the whole file, since residue lies mostly
outside the report; a sentence of the report that speaks of downloads is none, nor is what its author
says to the readers above the signature.
"""

from collections.abc import Callable, Iterator
from typing import Annotated, Any, Literal, NamedTuple

from linter.checks.api import Find
from linter.checks.residue.addresses import addresses
from linter.checks.residue.chat import chat
from linter.checks.residue.invisible import invisible, no_break_spaces
from linter.checks.residue.labels import labels
from linter.checks.residue.line_breaks import line_breaks
from linter.checks.residue.links import links
from linter.checks.residue.markup import html, markdown
from linter.checks.residue.messages import messages
from linter.checks.residue.private_signs import private_signs
from linter.checks.residue.quote_marks import quote_marks
from linter.checks.residue.radicals import radicals
from linter.checks.residue.stray_marks import stray_marks
from linter.checks.residue.unsettled import unsettled
from linter.checks.residue.web import LinePatterns, by_place, by_words
from linter.checks.residue.wrong_encoding import Restored, restored
from linter.checks.support.exclusions import exclusion_test, overlap_test
from linter.model.document import Document
from linter.model.finding import Match
from linter.model.message import Message
from linter.model.outline import Context
from linter.schema.types import Doc, Pattern, Within, WordLists
from linter.structure import chat_lines, line_types, web_lines
from linter.structure.outline import matchers
from linter.text.needed import needed_by_all
from linter.text.patterns import holds, spans, union
from linter.text.sentences import QUOTE_PAIRS, sentence

MANUAL_ZH = """
网页、对话助手或格式转换留在报告前后的内容。

一条规则查一类 `kind`：

`web`         报告四周的网页：菜单、路径、标题下的“来源：… 浏览次数：…”、文后的链接和版权；
              报告里的按钮、计数、“本文由…整理”
`chat`        对话助手在正文前后说的话（“希望对您有帮助”）
`title`       范文合集的标题（“…总结3篇”）
`quote-mark`  提取文字时留在段首的 `>`；Markdown 的引用不算
`stray-mark`  网站混在“的”字后面的 ` ' .（部位的.巡查）
`markup`      留在文字里的 HTML 实体和标签；Markdown 里可以有，不算
`markdown`    对话助手的“### ”“**粗体**”、表格和代码围栏，留在不是 Markdown 的文件里；纯文本的
              大标题或链接用 Markdown 写的，本来就是 Markdown，不算
`sign`        不是人打上去的记号，按写法找：对话助手的引文标记（【4†source】）、转码时丢失的字（\ufffd）
`encoding`    转错了编码的文字（姘翠綅，应为水位；\\u6c34\\u4f4d、%E6%B0%B4），还原得出的给出原文；
              还原不出的按写法找
`line-break`  一句话没有说完就换了段，下一段接着说；`lines` 是不能结束句子的词
`label`       表单、邮件留下的“标题：”“主题：”“正文：”：`lines` 在文首，`anywhere` 独占一行，`closings` 后面有
              内容，只在另有独占一行的时候算
`message`     聊天消息（“小林 16:42”和他说的话），按第一行的写法找
`address`     网址、邮箱里的问题，按写法找：test@test.com、?utm_source=
`link`        Markdown 的链接，按目标的写法找：[制度](链接待补)、[附件]()
`invisible`   零宽字符、方向控制符、软连字符、控制字符，每段报一次
`no-break-space`  汉字旁边的不换行空格，多来自网页，每段报一次
`unsettled`   Word、ODT 文件里没有处理的批注、修订和隐藏文字，各报数量
`radicals`    从 PDF 粘来、代替汉字的部首字（⼯，应为工）：一个文件报一处
`private-sign`  符号字体的项目符号等，粘成了私用区字符：一个文件报一处

找到的每一行是一处。`web` 和 `chat` 查整个文件，因为残留多在报告之外；报告里说到下载的句子不算，
落款之前作者对读者说的话也不算。
"""

VALUES = ("count", "total", "radicals", "next")


Kind = Literal[
    "web", "chat", "title", "quote-mark", "markup", "markdown", "sign", "invisible", "no-break-space",
    "unsettled", "radicals", "private-sign", "stray-mark", "encoding", "line-break", "label", "message",
    "address", "link",
]  # fmt: skip


class Options(NamedTuple):
    """The keys of `with:`, and the word lists by which lines are recognised."""

    line_types: Annotated[line_types.Words, WordLists]
    web_lines: Annotated[web_lines.Words, WordLists]
    chat_lines: Annotated[chat_lines.Words, WordLists]
    kind: Annotated[Kind, Doc("要找的一类残留，见本页开头", "the kind of residue, see the head of this page")]
    lines: Annotated[tuple[Pattern, ...], Doc("短行中出现即算的写法", "what makes a short line residue")] = ()
    anywhere: Annotated[
        tuple[Pattern, ...],
        Doc(
            "在任何一行（title 为任何短行）出现都算的写法；sign 只报这几个字",
            "what makes any line residue, for `title` any short line; `sign` reports it alone",
        ),
    ] = ()
    closings: Annotated[
        tuple[Pattern, ...],
        Doc("文末的客套话，落款之前的不算", "what a page says at the end, not above a signature"),
    ] = ()
    unless: Annotated[
        tuple[Pattern, ...], Doc("含有这些写法的行不算", "lines that hold one of these are no residue")
    ] = ()
    short: Annotated[
        int,
        Within(1, 10_000),
        Doc("多少字以内算短行", "the longest line, in characters, that counts as short"),
    ] = 45


_BY_PATTERNS: frozenset[Kind] = frozenset(("title", "sign", "label", "message", "address", "link"))
"""The kinds that find nothing but what the patterns match."""


def needs(options: Options) -> tuple[str, ...]:
    """The words that the patterns need, of kinds that go by patterns alone."""
    if options.kind not in _BY_PATTERNS:
        return ()
    return needed_by_all((*options.lines, *options.anywhere, *options.closings))


def build(options: Options) -> Find:
    """Prepare the finder of one kind of residue."""
    return _FINDERS[options.kind](options)


def _web(options: Options) -> Find:
    match = matchers(options._asdict())
    patterns = LinePatterns(options.lines, options.anywhere, options.closings)
    worded, placed = by_words(patterns, options.short, match), by_place(match)

    def find(context: Context) -> Iterator[Match]:
        blocks = context.document.blocks
        for index in sorted(worded(context) | placed(context)):
            yield Match(blocks[index].start, blocks[index].end)

    return find


def _signs(options: Options) -> Find:
    pattern = union(options.anywhere)

    def find(context: Context) -> Iterator[Match]:
        is_excluded = exclusion_test(context.document)
        for start, end in spans(pattern, context.document.text):
            end = start + len(context.document.text[start:end].rstrip())
            if not (is_excluded(start, end) or _is_all_that_is_quoted(context.document.text, start, end)):
                yield Match(start, end)

    return find


def _encodings(options: Options) -> Find:
    """What was read in another encoding: first what can be restored, then the signs of what cannot."""
    signs, unless = _signs(options), union(options.unless)

    def find(context: Context) -> Iterator[Match]:
        text, reported = context.document.text, []
        for run in restored(text):
            if not _is_spoken_of(context.document, run, unless):
                reported.append((run.start, run.end))
                yield Match(
                    run.start,
                    run.end,
                    Message(
                        f"“{text[run.start : run.end]}”是转错了编码的“{run.original}”，请改回来",
                        f"“{text[run.start : run.end]}” is “{run.original}” misread: put it right",
                    ),
                    suggestion=run.original if run.is_whole else None,
                )
        is_reported = overlap_test(reported)
        yield from (match for match in signs(context) if not is_reported(match.start, match.end))

    return find


def _is_spoken_of(document: Document, run: Restored, unless: Any) -> bool:
    """Whether a run is quoted or code, or its sentence tells of encodings."""
    start, end, _ = run
    first, last = sentence(document.text, start)
    quoted = _is_all_that_is_quoted(document.text, start, end) or exclusion_test(document)(start, end)
    return quoted or holds(unless, document.text[first : max(last, end)])


def _is_all_that_is_quoted(text: str, start: int, end: int) -> bool:
    """Whether a sign stands alone in quotation marks, in a text that speaks of it: “锟斤拷”乱码."""
    around = text[start - 1 : start], text[end : end + 1]
    return around in QUOTE_PAIRS


def _title(options: Options) -> Find:
    line, anywhere, unless = union(options.lines), union(options.anywhere), union(options.unless)

    def find(context: Context) -> Iterator[Match]:
        text = context.document.text
        head = max(2, context.parts[0].body_block if context.parts else 0)
        found: set[str] = set()
        for index, block in enumerate(context.document.blocks):
            words = text[block.start : block.end].strip()
            short = len(words) <= options.short
            titled = short and (holds(anywhere, words) or (index < head and holds(line, words)))
            if words in found or (titled and not holds(unless, words)):
                found.add(words)
                yield Match(block.start, block.end)

    return find


_FINDERS: dict[Kind, Callable[[Options], Find]] = {
    "web": _web,
    "chat": lambda options: chat(options.chat_lines, web_lines.prepare(options.web_lines)),
    "title": _title,
    "quote-mark": lambda _: quote_marks,
    "stray-mark": lambda _: stray_marks,
    "markup": lambda _: html,
    "markdown": lambda _: markdown,
    "sign": _signs,
    "encoding": _encodings,
    "line-break": lambda options: line_breaks(options.lines),
    "label": lambda options: labels(options.lines, options.anywhere, options.closings),
    "message": lambda options: messages(options.lines),
    "address": lambda options: addresses(options.anywhere, options.unless),
    "invisible": lambda _: invisible,
    "no-break-space": lambda _: no_break_spaces,
    "unsettled": lambda _: unsettled,
    "radicals": lambda _: radicals,
    "private-sign": lambda _: private_signs,
    "link": lambda options: links(options.anywhere),
}
