"""Where in a report a rule looks: the title, the headings, the first paragraph, one section…

The spans of a scope are joined into one text, a paragraph or heading a line, so that a pattern runs over
it once; `ScopedText.place` gives the place in the document of what the pattern matched.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Annotated, Literal, NamedTuple, TypeAlias

from linter.model.document import Span
from linter.model.outline import Context, Part
from linter.schema.types import Doc, SectionId
from linter.text.characters import has
from linter.text.sentences import STOPS

Scope: TypeAlias = Literal["document", "title", "headings", "body", "first", "last", "tables"]
"""`document` everything; `title`; `headings` their words without numbers; `body` the text that is
neither title nor heading; `first` from the start of the body to the first paragraph that ends a
sentence (a salutation comes before it); `last` from the last such paragraph to the end (signature
and date come after it); `tables` the cells."""

InScope: TypeAlias = Annotated[Scope, Doc("查找范围", "where to look")]
InSection: TypeAlias = Annotated[SectionId, Doc("只看这一部分", "look at this section only")]
"""The options of most checks that say where to look."""

_SHOWN = 20
"""How many first characters a finding about a report without a title points at."""


class ScopedText(NamedTuple):
    """The spans of a document that a scope covers, joined into one text."""

    text: str
    starts: tuple[int, ...]
    """The offset in `text` at which each span begins."""
    spans: tuple[Span, ...]
    """The spans in the document."""

    def place(self, start: int, end: int) -> Span | None:
        """The span in the document of `text[start:end]`; None when that reaches over the end of a span."""
        index = bisect_right(self.starts, start) - 1
        shift = self.spans[index][0] - self.starts[index]
        return (start + shift, end + shift) if end + shift <= self.spans[index][1] else None


def scoped_texts(context: Context, scope: Scope, section: str) -> Iterator[ScopedText]:
    """The text of the scope in every part that has it; the whole document where nothing narrows it."""
    if scope == "document" and not section:
        yield _whole(context)
        return
    for index in range(len(context.parts)):
        if text := scoped_text(context, index, scope, section):
            yield text


def _whole(context: Context) -> ScopedText:
    """The whole document, with what lies outside its reports."""
    text = context.document.text
    return ScopedText(text, (0,), ((0, len(text)),))


def scoped_text(context: Context, part: int, scope: Scope, section: str = "") -> ScopedText | None:
    """The text of the scope in one part (by index), or in one section of it; None when there is none."""
    spans = list(_spans(context, context.parts[part], scope))
    if section:
        spans = list(_common(spans, _section(context, part, section)))
    if not spans:
        return None
    text = context.document.text
    starts, length = [], 0
    for start, end in spans:
        starts.append(length)
        length += end - start + 1
    return ScopedText("\n".join([text[start:end] for start, end in spans]), tuple(starts), tuple(spans))


def head(context: Context, part: Part) -> Span:
    """The span that a finding about a whole part points at: its title, or its first characters."""
    end = min(context.document.blocks[part.first_block].end, part.start + _SHOWN)
    return part.title or (part.start, end)


def touches(span: Span, others: Iterable[Span]) -> bool:
    """Whether a span has a character in common with one of the others."""
    return any(start < span[1] and span[0] < end for start, end in others)


def _spans(context: Context, part: Part, scope: Scope) -> Iterable[Span]:
    if scope == "document":
        return [(part.start, part.end)]
    if scope == "title":
        return [part.title] if part.title else []
    if scope == "headings":
        return [(heading.start, heading.end) for heading in part.headings]
    if scope == "tables":
        blocks = context.document.blocks[part.first_block : part.end_block]
        return [(block.start, block.end) for block in blocks if block.kind == "cell"]
    body = list(_body(context, part))
    if scope == "body":
        return body
    return _opening(context, body) if scope == "first" else _opening(context, body[::-1])[::-1]


def _body(context: Context, part: Part) -> Iterator[Span]:
    headed = {heading.block: heading for heading in part.headings if heading.kind != "item"}
    title_end = part.text_start
    for index in range(part.first_block, part.end_block):
        start, end = context.document.blocks[index][:2]
        heading = headed.get(index)
        if context.document.blocks[index].kind == "toc":
            continue
        if heading:
            start = heading.end if heading.kind == "run-in" else end
        if start < end and start >= title_end:
            yield start, end


def _opening(context: Context, spans: Sequence[Span]) -> list[Span]:
    text = context.document.text
    for count, (start, end) in enumerate(spans, 1):
        if has(text[start:end], STOPS):
            return list(spans[:count])
    return list(spans[:1])


def _section(context: Context, part: int, section: str) -> list[Span]:
    presence = context.presences[part].get(section) if context.presences else None
    return sorted({*presence.spans, *presence.body}) if presence else []


def _common(first: Iterable[Span], second: Sequence[Span]) -> Iterator[Span]:
    for start, end in first:
        for other_start, other_end in second:
            low, high = max(start, other_start), min(end, other_end)
            if low < high:
                yield low, high
