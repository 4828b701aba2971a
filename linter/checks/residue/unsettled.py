"""What a file holds besides its text, and should not when it goes out: comments, changes, hidden text."""

from collections.abc import Iterator, Sequence

from linter.checks.support.scope import head
from linter.model.document import Document, Mark, Span
from linter.model.finding import Match
from linter.model.message import Message
from linter.model.outline import Context

_SHOWN = 16
"""Characters that are shown of hidden text, and of what stands beside it, at most."""


def unsettled(context: Context) -> Iterator[Match]:
    """One match for each of the three that a file holds, with how many there are."""
    document = context.document
    if not context.parts:
        return
    comments = [mark for mark in document.marks if mark.kind == "comment"]
    if comments:
        yield Match(comments[0].start, comments[0].end, _comments(len(comments)))
    top = head(context, context.parts[0])
    if document.changes:
        yield Match(*top, _changes(document.changes))
    hidden = [mark for mark in document.marks if mark.kind == "hidden"]
    if hidden:
        yield Match(*_beside(document, hidden[0].start), _hidden(hidden))


def _comments(count: int) -> Message:
    return Message(
        f"文件里还有 {count} 条批注没有处理，报出前请逐条处理并删除",
        f"{count} comment{'s are' if count > 1 else ' is'} still in the file: settle and delete them first",
    )


def _changes(count: int) -> Message:
    return Message(
        f"文件里还有 {count} 处修订没有接受或拒绝，对方打开就能看到改动：报出前请全部接受或拒绝",
        f"{count} tracked change{'s are' if count > 1 else ' is'} still in the file, for everybody to see: "
        "accept or reject before it goes out",
    )


def _beside(document: Document, offset: int) -> Span:
    """The visible characters beside hidden text: those before it in its paragraph, else those behind it."""
    block = document.block_at(offset)
    assert block is not None
    offset = min(offset, block.end)
    before = max(block.start, offset - _SHOWN)
    if document.text[before:offset].strip():
        return before, offset
    return offset, min(block.end, offset + _SHOWN)


def _hidden(marks: Sequence[Mark]) -> Message:
    words = " ".join(marks[0].content.split())
    words = f"“{words if len(words) <= _SHOWN else f'{words[:_SHOWN]}…'}”"
    count = len(marks)
    what = Message(f"隐藏文字{words}", f"hidden text {words}")
    if count > 1:
        what = Message(
            f" {count} 处隐藏文字，第一处是{words}", f"{count} stretches of hidden text, the first {words}"
        )
    return Message(
        f"文件里有{what.zh}：打印时看不到，对方却能显示出来。在 Word、WPS 里点“显示/隐藏编辑标记”就能看到，"
        "报出前请删去或取消隐藏",
        f"{what.en}: not printed, yet anybody can show it (in Word by the button ¶); delete it or show it "
        "before it goes out",
    )
