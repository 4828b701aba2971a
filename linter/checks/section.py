"""A report has a section, with something in it.

Whether a section is there is decided by the ruleset's vocabulary: see `linter.structure.sections` for how
headings and running text are weighed, and `reportlint explain` for the evidence in a given draft.

Fires when the section is absent; when it has a heading but nothing under it, or only one of the
`empty_words`, such as 略 or 待定; and when it is shorter than `min_chars`. Each comes with its own
message; the rule's `message` is used for "absent". In what order sections stand is for the check `order`.
"""

import re
from collections.abc import Iterator
from typing import Annotated, NamedTuple

from linter.checks.api import Find
from linter.model.document import Document
from linter.model.finding import Match, Related
from linter.model.message import Message
from linter.model.outline import Context, Part, Presence
from linter.schema.types import Doc, SectionId, WordLists

MANUAL_ZH = """
报告要有某一部分，并写有实际内容。

某一部分算不算有，由规则集的词表决定：标题和正文怎样计分见 `linter/structure/sections.py`，一份草稿里的依据用
`reportlint explain` 查看。

以下情形报出：没有这一部分；只有标题、下面没有内容，或只写了词表 `empty_words` 里的空话，如“略”“待定”；
字数少于 `min_chars`。各有各的提示语，规则的 `message` 用于“没有这一部分”。各部分的先后由检查 `order` 来管。
"""

_FILLER = re.compile(r"[\s\W_]+|[×XxＸ*]{2,}")

_QUOTED = 24
"""How many characters of a text are quoted in a message."""
_AMPLE = 60
"""A section longer than twice the least number and this, in characters of any kind, is not counted out."""


class Words(NamedTuple):
    """The word list of the check: what stands where nothing was written."""

    empty_words: Annotated[
        tuple[str, ...], Doc("单独成文时等于没写的词语", "words that, alone, are no content")
    ]


class Options(NamedTuple):
    """The keys of `with:`, and the word list that the check uses."""

    words: Annotated[Words, WordLists]
    section: Annotated[SectionId, Doc("章节编号，取自本规则集的 sections", "id of a section of this ruleset")]
    required: Annotated[bool, Doc("缺少时是否报告", "whether its absence is reported")] = True
    min_chars: Annotated[
        int,
        Doc("正文至少多少字（不计标点和空白）", "least number of characters, without punctuation and space"),
    ] = 0


def build(options: Options) -> Find:
    """Prepare the search; it looks at one section in every part."""

    def find(context: Context) -> Iterator[Match]:
        for index, (part, presences) in enumerate(zip(context.parts, context.presences, strict=True)):
            presence = presences[options.section]
            if presence.state == "absent":
                if options.required:
                    yield _absent(context.document, part, index, presence)
                continue
            thin = _thin(context.document, presence, options)
            if thin:
                start, end = presence.spans[0]
                yield Match(start, end, thin, part=index)

    return find


def _absent(document: Document, part: Part, index: int, presence: Presence) -> Match:
    """The match for a missing section, with the text that nearly counted as it."""
    block = document.blocks[part.first_block]
    start, end = part.title or (block.start, min(block.end, block.start + 20))
    near = tuple(
        Related(
            here,
            there,
            Message(
                f"“{words}”说的是不是这一部分？是的话，请把标题或开头一句写明白",
                f'is "{words}" about this? If so, say it in the heading or the first sentence',
            ),
        )
        for here, there in presence.near
        for words in [_shortened(document.text[here:there])]
    )
    return Match(start, end, related=near, part=index)


def _shortened(words: str) -> str:
    return words if len(words) <= _QUOTED else words[: _QUOTED - 1] + "…"


def _thin(document: Document, presence: Presence, options: Options) -> Message | None:
    """Why a section that is there is not enough; None when it is."""
    if sum(there - here for here, there in presence.body) > 2 * options.min_chars + _AMPLE:
        return None
    start, end = presence.spans[0]
    name = document.text[start:end][:24]
    content = "".join(_FILLER.sub("", document.text[here:there]) for here, there in presence.body)
    if not content:
        return Message(f"“{name}”只有标题，下面没有内容", f'"{name}" is a heading with nothing under it')
    if content in options.words.empty_words:
        return Message(f"“{name}”下面只写了“{content}”，等于没写", f'"{name}" says only "{content}"')
    if len(content) < options.min_chars:
        return Message(
            f"“{name}”只有 {len(content)} 字，至少要写 {options.min_chars} 字",
            f'"{name}" has {len(content)} characters; at least {options.min_chars} are expected',
        )
    return None
