"""A report has a section, with something in it.

Whether a section is there is decided by the words of the ruleset's vocabulary (`linter.structure.sections`)
and, where the ruleset has weights, by what was learnt from labelled reports (`linter.structure.fitted`) or
from a few good ones (`linter.structure.nearest`). `reportlint explain` shows the evidence in a given draft.

Fires when the section is absent; when it has a heading but nothing under it, or only one of the
`empty_words`, such as 略 or 待定, a line that announces what does not follow, or `slogans`; and when it is
shorter than `min_chars`. Each comes with its own message; the rule's `message` is used for "absent". Where
the weights leave open whether it is there, the finding is a `warning` at most, and names what comes nearest.
In what order sections stand is for the check `order`.
"""

from collections.abc import Iterator
from typing import Annotated, NamedTuple

from linter.checks.api import Find
from linter.checks.support.scope import head
from linter.model.finding import Match, Related
from linter.model.message import Message
from linter.model.outline import Context, Part, Presence
from linter.schema.types import Doc, Pattern, SectionId, Within, WordList, WordLists
from linter.structure.substance import Demand, Substance, is_in_doubt, slogan_test, substance
from linter.text.sentences import COLONS

MANUAL_ZH = """
报告要有某一部分，并写有实际内容。

某一部分算不算有，由规则集的词表决定（标题和正文怎样计分见 `linter/structure/sections.py`）；规则集有
权重的，还按从已标注的报告（`linter/structure/fitted.py`）或几份范例（`linter/structure/nearest.py`）学来的
权重判断。一份草稿里的依据用 `reportlint explain` 查看。

以下情形报出：没有这一部分；只有标题、下面没有内容，或只写了词表 `empty_words` 里的空话，如“略”“待定”，
或只有一句没有下文的引子，或全是口号（`slogans`）；
字数少于 `min_chars`。各有各的提示语，规则的 `message` 用于“没有这一部分”。按权重拿不准有没有的，只作警告，
并指出最接近的地方。各部分的先后由检查 `order` 来管。
"""

_QUOTED = 24
"""How many characters of a text are quoted in a message."""


class Words(NamedTuple):
    """The word lists of the check: what stands where nothing was written."""

    empty_words: WordList
    prompts: WordList
    elsewhere: WordList
    slogans: tuple[Pattern, ...]


class Options(NamedTuple):
    """The keys of `with:`, and the word lists that the check uses."""

    words: Annotated[Words, WordLists]
    section: Annotated[
        SectionId, Doc("部分的标识，取自本规则集的 sections", "id of a section of this ruleset")
    ]
    required: Annotated[bool, Doc("缺少时是否报告", "whether its absence is reported")] = True
    min_chars: Annotated[
        int,
        Within(0, 1_000_000),
        Doc("正文至少多少字（不计标点和空白）", "least number of characters, without punctuation and space"),
    ] = 0


def build(options: Options) -> Find:
    """Prepare the search; it looks at one section in every part."""
    words = options.words
    demand = Demand(
        words.empty_words,
        options.required,
        options.min_chars,
        words.prompts,
        slogan_test(words.slogans),
        words.elsewhere,
    )

    def find(context: Context) -> Iterator[Match]:
        for index, (part, presences) in enumerate(zip(context.parts, context.presences, strict=True)):
            presence = presences[options.section]
            if presence.state == "absent":
                if options.required:
                    yield _absent(context, part, index, presence)
                continue
            found = substance(context.document, _unsigned(context, part, presence), demand)
            if options.required and is_in_doubt(presence, found):
                yield _doubtful(context, index, presence)
            if found.state != "ok":
                start, end = presence.spans[0]
                name = _shortened(context.document.text[start:end])
                yield Match(start, end, _lacking(name, found, demand), part=index)

    return find


def _unsigned(context: Context, part: Part, presence: Presence) -> Presence:
    """A section with a heading without the signature and date below it, which say nothing of its subject."""
    if presence.state != "heading" or part.closing_block >= part.end_block:
        return presence
    closing = context.document.blocks[part.closing_block].start
    if presence.spans[0][0] >= closing:
        return presence  # a line of the signature that was taken for its heading
    body = tuple((start, min(end, closing)) for start, end in presence.body if start < closing)
    return presence._replace(body=body)


def _absent(context: Context, part: Part, index: int, presence: Presence) -> Match:
    """The match for a missing section, with the text that nearly counted as it."""
    text = context.document.text
    start, end = head(context, part)
    headings = {heading.start for heading in part.headings}
    near = tuple(
        Related(here, there, _nearly(_shortened(text[here:there]), here in headings))
        for here, there in presence.near
    )
    return Match(start, end, related=near, part=index, level="warning" if presence.unsure else None)


def _nearly(words: str, is_heading: bool) -> Message:
    """What is said of a heading or sentence that nearly counted."""
    if is_heading:
        return Message(
            f"标题“{words}”下面的内容不像这一部分。是的话，请把内容写明白",
            f'what stands under "{words}" does not read like it; if it is meant to be, say so plainly',
        )
    return Message(
        f"“{words}”说的是不是这一部分？是的话，请把标题或开头一句写明白",
        f'is "{words}" about this? If so, say it in the heading or the first sentence',
    )


def _doubtful(context: Context, index: int, presence: Presence) -> Match:
    """The match for a section that may as well be there as not."""
    start, end = presence.spans[0]
    words = _shortened(context.document.text[start:end])
    message = Message(
        f"“{words}”算不算这一部分，拿不准。请在标题或开头一句写明白",
        f'"{words}" may be this section or not: say it in the heading or the first sentence',
    )
    if presence.foreign:
        message = Message(
            f"标题是“{words}”，下面的内容却不像这一部分。请核对标题，或补上这一部分的内容",
            f'the heading is "{words}", but what stands below does not read like it: check either',
        )
    return Match(start, end, message, part=index, level="warning")


def _shortened(words: str) -> str:
    words = words.replace("\n", "")
    return words if len(words) <= _QUOTED else words[: _QUOTED - 1] + "…"


def _lacking(name: str, found: Substance, demand: Demand) -> Message:
    """Why a section that is there is not enough; `name` are the words of its heading or paragraph."""
    content = found.content
    if not content:
        return Message(
            f"“{name}”只有标题，下面没有内容。请写上；确实没有的，写明情况",
            f'"{name}" is a heading with nothing under it: write the section, or say why there is nothing',
        )
    if content.endswith(COLONS):
        return Message(
            f"“{name}”下面只有一句引子“{_shortened(content)}”，没有下文。请接着写完",
            f'"{name}" says only "{_shortened(content)}", and nothing follows: write what it announces',
        )
    if found.state == "empty" and demand.is_slogan(content):
        return Message(
            f"“{name}”下面全是口号，没有一件具体的事。请写明做什么、谁来做、何时做完",
            f'"{name}" is nothing but slogans: say what will be done, by whom, and by when',
        )
    if found.state == "empty":
        return Message(
            f"“{name}”下面只写了“{content}”，等于没写。请写上；确实没有的，写明情况",
            f'"{name}" says only "{content}", which is nothing: write the section, or say why',
        )
    return Message(
        f"“{name}”只有 {len(content)} 字，至少要写 {demand.least} 字",
        f'"{name}" has {len(content)} characters; at least {demand.least} are expected',
    )
